"""The week with what was opened beside it; with large text, where both do not fit, one of them at a time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.ui import theme
from gpconnect.ui.agenda.panels import Panels
from gpconnect.ui.agenda.timeline import Timeline
from gpconnect.ui.parts import Card, Scroller, column, line

_SIDE, _TURN_BELOW = 352, 830


class WeekSheet(QWidget):
    """Each side scrolls by itself, so that the week stays in sight and a panel keeps its buttons at the foot."""

    def __init__(self, week: QWidget, panels: Panels, timeline: Timeline) -> None:
        super().__init__()
        self._panels, self._timeline = panels, timeline
        left = QWidget()
        self._below = column(week, spacing=2)
        self._below.setStretch(0, 1)
        left.setLayout(self._below)
        self._left = Scroller(left)
        box = line(self._left, panels, spacing=2.5)
        box.setStretch(0, 1)
        self.setLayout(box)
        self._narrow: bool | None = None
        panels.turned.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        now, panels = theme.current(), self._panels
        narrow = self.width() < now.px(_TURN_BELOW)
        opened = panels.current is not panels.side
        if narrow is not self._narrow:
            self._narrow = narrow
            if narrow:
                self._below.addWidget(panels.side)
            else:
                panels.keep_side()
            panels.setMinimumWidth(0 if narrow else now.px(_SIDE))
            panels.setMaximumWidth(16_777_215 if narrow else now.px(_SIDE))
        was_away = self._left.isHidden()
        self._left.setVisible(not (narrow and opened))
        panels.setVisible(opened or not narrow)
        had_focus, panels.had_focus = panels.had_focus, False
        if opened and (had_focus or narrow):
            self._go_along()
        elif had_focus or was_away:
            self._timeline.spot().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_along(self) -> None:
        """What had the keyboard is out of sight: it goes to where the panel begins."""
        at, current = QApplication.focusWidget(), self._panels.current
        if (at is None or not current.isAncestorOf(at)) and isinstance(current, Card):
            current.focus_first()
