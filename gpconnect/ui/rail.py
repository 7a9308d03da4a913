"""The areas a role may use, at the left; only icons when there is no room for words."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QSizePolicy, QWidget

from gpconnect.ui import shortcuts, theme
from gpconnect.ui.desk import Actor, Area
from gpconnect.ui.parts.buttons import PushButton
from gpconnect.ui.parts.labels import label
from gpconnect.ui.parts.layout import Scroller, column
from gpconnect.ui.shortcuts import MOST_AREAS

WIDE = 208
SLIM = 64


class RailButton(QAbstractButton):
    """One area: icon, word, and how many things wait there."""

    moved = Signal(int)

    def __init__(self, area: Area, shortcut: str) -> None:
        super().__init__()
        self.area = area
        self._waiting = 0
        self._slim = False
        self._shortcut = shortcut
        self.setText(area.label)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_waiting(0)

    def set_waiting(self, number: int) -> None:
        self._waiting = number
        waiting = self.tr("{n} wacht op jou") if number == 1 else self.tr("{n} wachten op jou")
        words = f"{self.area.label}, {waiting.format(n=number)}" if number else self.area.label
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self._shortcut})" if self._shortcut else words)
        self.update()

    def set_slim(self, *, slim: bool) -> None:
        self._slim = slim
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(40) if self._slim else now.px(WIDE - 24), now.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        here = self.isChecked()
        painter.setPen(QPen(now.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = "panel" if here else "line" if self.isDown() else "surface" if self.underMouse() else ""
        painter.setBrush(now.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, now.px(6), now.px(6))
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            bar = QRectF(0, now.px(7), now.px(3), self.height() - now.px(14))
            painter.drawRoundedRect(bar, now.px(1.5), now.px(1.5))
        self._draw_icon(painter)
        if not self._slim:
            painter.setPen(now.color("text"))
            painter.setFont(now.font(16, weight=600 if here else 400))
            area = self.rect().adjusted(now.px(38), 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._waiting:
            self._draw_waiting(painter)

    def icon_box(self) -> QRect:
        """Where the icon stands; in a slim rail it makes room for a number above it."""
        now = theme.current()
        size = now.px(20)
        left = (self.width() - size) // 2 if self._slim else now.px(10)
        middle = (self.height() - size) // 2
        lowered = self._slim and self._waiting
        return QRect(left, self.height() - size - now.px(3) if lowered else middle, size, size)

    def waiting_box(self) -> QRectF:
        """Where the number of what waits stands."""
        now = theme.current()
        height = now.px(16 if self._slim else 20)
        metrics = QFontMetrics(self._waiting_font())
        width = max(height, metrics.horizontalAdvance(str(self._waiting)) + now.px(10))
        top = 0 if self._slim else (self.height() - height) / 2
        right = self.width() - (now.px(1) if self._slim else now.px(10))
        return QRectF(right - width, top, width, height)

    def _waiting_font(self) -> QFont:
        return theme.current().font(11 if self._slim else 13, weight=700)

    def _draw_icon(self, painter: QPainter) -> None:
        icon: QIcon = theme.icon(self.area.icon, "accent" if self.isChecked() else "muted")
        icon.paint(painter, self.icon_box())

    def _draw_waiting(self, painter: QPainter) -> None:
        now = theme.current()
        painter.setFont(self._waiting_font())
        pill = self.waiting_box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("attention"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(now.color("panel"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, str(self._waiting))


class PersonButton(PushButton):
    """Whose program this is, and how to leave it: lock, or let somebody else in."""

    lock_asked = Signal()
    switch_asked = Signal()

    def __init__(self, name: str) -> None:
        self._name = name
        super().__init__(name, role="person", name=self.tr("{name}: vergrendelen of wisselen").format(name=name))
        self.setToolTip(self.accessibleName())
        menu = QMenu(self)
        for words, key, signal in (
            (self.tr("Vergrendelen"), "lock", self.lock_asked),
            (self.tr("Wisselen van profiel"), "switch", self.switch_asked),
        ):
            # The key is shown and not bound: the window's own keys are bound in one place.
            menu.addAction(f"{words}\t{shortcuts.sequence(key)}").triggered.connect(signal)
        self.setMenu(menu)

    def set_slim(self, *, slim: bool) -> None:
        """Only the sign; the name stays for screen readers."""
        now = theme.current()
        self.setText("" if slim else self._name)
        self.setIcon(theme.icon("user-circle", "muted"))
        self.setIconSize(QSize(now.px(20), now.px(20)))
        theme.restyle(self, slim="true" if slim else "false")


class Rail(QFrame):
    """Brand, who is working, the areas, and at the foot the way out."""

    chosen = Signal(str)

    def __init__(self, areas: Sequence[Area], actor: Actor) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Onderdelen"))
        now = theme.current()
        self._head = QWidget()
        who = " · ".join(filter(None, (actor.name, actor.place)))
        self._head.setLayout(column(label("GPConnect", "brand"), label(who, "small"), spacing=0, margin=1))
        self._buttons = [
            RailButton(area, f"Ctrl+{place}" if place <= MOST_AREAS else "") for place, area in enumerate(areas, 1)
        ]
        stack = column(self._head, *self._buttons, spacing=0)
        stack.insertSpacing(1, now.space(0.5))
        stack.addStretch(1)
        self.person = PersonButton(actor.name)
        self._scroller = Scroller(stack)
        outer = column(self._scroller, self.person, margin=1.5)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        for button in self._buttons:
            button.clicked.connect(self._clicked)
            button.moved.connect(self._move)
        self.set_slim(slim=False)

    def set_current(self, area: str) -> None:
        for button in self._buttons:
            button.setChecked(button.area.key == area)
            if button.isChecked():
                # At large text the rail scrolls: where one is has to be seen.
                self._scroller.ensureWidgetVisible(button)

    def first(self) -> str:
        """The area that opens when nothing else was asked."""
        return self._buttons[0].area.key

    def current(self) -> str:
        """The area that is shown now."""
        return next((button.area.key for button in self._buttons if button.isChecked()), self.first())

    def set_waiting(self, area: str, number: int) -> None:
        for button in self._buttons:
            if button.area.key == area:
                button.set_waiting(number)

    def set_slim(self, *, slim: bool) -> None:
        """Icons only; the words stay as tooltip and for screen readers."""
        self._head.setVisible(not slim)
        self.person.set_slim(slim=slim)
        for button in self._buttons:
            button.set_slim(slim=slim)
        self.setFixedWidth(theme.current().px(SLIM if slim else WIDE))

    def buttons(self) -> list[RailButton]:
        return list(self._buttons)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailButton):
            self.chosen.emit(sender.area.key)

    def _move(self, step: int) -> None:
        at = next((i for i, button in enumerate(self._buttons) if button is self.sender()), 0)
        self._buttons[(at + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
