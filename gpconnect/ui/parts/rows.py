"""Rows of a card: time, person in the family's words, state, and one thing to do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.buttons import PushButton
from gpconnect.ui.parts.labels import PersonLine, StatusBadge, label
from gpconnect.ui.parts.layout import column
from gpconnect.ui.parts.now_line import NowLine

_NO_LIMIT = 16_777_215
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `aside` stands in the place of the action when there is none.

    `current` gives the soft accent ground of what happens now; `muted` is for what is still empty.
    A duty is `bold=False` with a quiet action; its detail then runs under both.
    `action_role` is "", "primary" or "quiet".
    """

    key: str
    title: str
    after: str = ""
    detail: str = ""
    time: str = ""
    badge: str = ""
    tone: str = "neutral"
    action: str = ""
    action_role: str = ""
    aside: str = ""
    current: bool = False
    muted: bool = False
    bold: bool = True


class RowWidget(QFrame):
    """A row on screen; painted ground, line and focus ring so that its contents never shift."""

    def __init__(self, row: Row, owner: "RowList") -> None:
        super().__init__()
        self.row = row
        self._owner = owner
        self.time = self._time_label()
        self._spread = row.action_role == "quiet" and not row.time
        second = "" if self._spread else row.detail
        self.person = PersonLine(row.title, row.after, second, muted=row.muted, bold=row.bold)
        self.below = label(row.detail, "small") if self._spread and row.detail else None
        self.badge = StatusBadge(row.badge, row.tone) if row.badge else None
        self.last: QWidget | None = self._last_cell()
        self._spaces = {place: QWidget(self) for place, cell in ((2, self.badge), (3, self.last)) if cell is None}
        self._grid = QGridLayout(self)
        self._narrow: bool | None = None
        spoken = (row.time, row.title + (f", {row.after}" if row.after else ""), row.detail, row.badge)
        self.setAccessibleName(", ".join(filter(None, spoken)))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _time_label(self) -> QLabel | None:
        if not self.row.time:
            return None
        made = label(self.row.time, "muted" if self.row.muted else "", wrap=False)
        made.setFont(theme.current().font(16, weight=600))
        return made

    def _last_cell(self) -> QWidget | None:
        if self.row.action:
            name = f"{self.row.action}: {self.row.title}"
            button = PushButton(self.row.action, self._act, role=self.row.action_role, name=name)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            return button
        return label(self.row.aside, "muted") if self.row.aside else None

    def arrange(self, widths: tuple[int, int, int], *, narrow: bool) -> None:
        """Put the cells in the list's shared columns, or under each other."""
        now = theme.current()
        grid = self._grid
        if narrow != self._narrow:
            self._narrow = narrow
            self._fill_grid(narrow=narrow)
        self._hold_columns(widths, narrow=narrow)
        for cell, width in ((self.badge, widths[1]), (self.last, widths[2])):
            if cell is not None and not self._spread:
                cell.setMinimumWidth(0 if narrow else width)
                cell.setMaximumWidth(_NO_LIMIT if narrow else width)
        right = now.space(1) if self._spread else now.space(2)
        top = now.px(6) if self._spread else now.px(11)
        grid.setContentsMargins(now.space(2), top, right, now.px(11))
        grid.setHorizontalSpacing(now.space(0.5) if self._spread else now.space(2))
        grid.setVerticalSpacing(0 if self._spread else now.space(0.75))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, widths[0])
        grid.setColumnMinimumWidth(2, 0 if narrow else widths[1])
        grid.setColumnMinimumWidth(3, 0 if narrow else widths[2])

    def _fill_grid(self, *, narrow: bool) -> None:
        grid = self._grid
        while grid.takeAt(0) is not None:
            pass
        under = 1 if self.below is None else 2  # what stands below all of it in a wide row comes first in a narrow one
        for cell, wide, tall in (
            (self.time, (0, 0), (0, 0)),
            (self.person, (0, 1), (0, 1)),
            (self.badge, (0, 2), (under, 1)),
            (self.last, (0, 3), (under + 1, 1)),
        ):
            if cell is not None:
                grid.addWidget(cell, *(tall if narrow else wide), self._alignment(cell, narrow=narrow))
        if self.below is not None:
            grid.addWidget(self.below, 1, 1, 1, 3)
        if not narrow:
            for place, space in self._spaces.items():
                grid.addWidget(space, 0, place)

    def _hold_columns(self, widths: tuple[int, int, int], *, narrow: bool) -> None:
        """A column without a cell would lose its spacing, and the badges would no longer line up."""
        for place, space in self._spaces.items():
            space.setFixedSize(widths[place - 1], 1)
            space.setVisible(bool(widths[place - 1]) and not narrow)

    def _alignment(self, cell: QWidget, *, narrow: bool) -> Qt.AlignmentFlag:
        if cell is self.person:
            return Qt.AlignmentFlag.AlignVCenter
        if self._spread:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if narrow and cell is self.last:
            return Qt.AlignmentFlag.AlignLeft
        if narrow and cell is self.time:
            return Qt.AlignmentFlag.AlignTop
        return Qt.AlignmentFlag.AlignVCenter

    def _act(self) -> None:
        self._owner.action_clicked.emit(self.row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.handle_key(self, Qt.Key(event.key())):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._owner.open_row(self.row.key)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._owner.select(self.row.key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._owner.place_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._owner.place_now()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        selected = self._owner.selected() == self.row.key
        ground = "accent_soft" if self.row.current else "surface" if self.underMouse() else ""
        if ground:
            painter.fillRect(self.rect(), now.color(ground))
        if not self._owner.ends_its_card(self):
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), now.color("line"))
        if selected and not self.row.current:
            painter.fillRect(QRect(0, 0, now.px(3), self.height() - 1), now.color("accent"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), now.px(4), now.px(4))


class RowList(QWidget):
    """Rows in shared columns. Up, down, home and end move, Enter opens; Tab goes to the row's action."""

    activated = Signal(str)
    """A row was opened by Enter or a double click."""
    action_clicked = Signal(str)
    selected_changed = Signal(str)

    def __init__(self, name: str, rows: Sequence[Row] = (), *, turn_below: int = 560) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._turn_below = turn_below
        self._rows: list[RowWidget] = []
        self._selected = ""
        self._keeping = False
        self._reading = False
        self._column = column(spacing=0)
        self.setLayout(self._column)
        self._now = NowLine(self)
        self._now_after = -1
        self.set_rows(rows)

    def set_reading(self, *, reading: bool) -> None:
        """Whether the rows that come next are only read: nothing can be done with them, nor opened."""
        self._reading = reading

    def open_row(self, key: str) -> None:
        """Somebody wants to open a row."""
        if not self._reading:
            self.activated.emit(key)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the selected key and the focus stay when the row is still there."""
        if self._reading:
            rows = [replace(row, action="") for row in rows]
        at = self._place_of_focus()
        gone = [item.widget() for _ in range(self._column.count()) if (item := self._column.takeAt(0)) is not None]
        self._rows = [RowWidget(row, self) for row in rows]
        # Rows that come into sight one by one lay all the others out again each time: they come as one.
        box = QWidget()
        box.setLayout(column(*self._rows, spacing=0))
        keys = [row.key for row in rows]
        if self._selected not in keys:
            self._selected = ""
        self._enter_at(self._selected or (keys[0] if keys else ""))
        self._arrange()
        self._column.addWidget(box)
        if self.isVisible():
            box.show()  # now, because a row that is not shown yet could not take the focus
        self._keep_focus(at)
        for widget in gone:
            # Only now: a row that has the keyboard and is taken away would send it, and the page, somewhere else.
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._now.raise_()

    def _place_of_focus(self) -> tuple[int, str, bool] | None:
        """At which row the keyboard is: place, key, and whether on its button."""
        typed = QApplication.focusWidget()
        for place, row in enumerate(self._rows):
            if typed is not None and (row is typed or row.isAncestorOf(typed)):
                return place, row.row.key, row is not typed
        return None

    def _keep_focus(self, at: tuple[int, str, bool] | None) -> None:
        """On the same row, or on the one that took its place."""
        if at is None or not self._rows:
            return
        place, key, on_button = at
        row = next((one for one in self._rows if one.row.key == key), self._rows[min(place, len(self._rows) - 1)])
        target = row.last if on_button and isinstance(row.last, PushButton) else row
        # Looked at is only what a person goes to: a row that took the place of another is not opened by that.
        self._keeping = True
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._keeping = False

    def set_now(self, time: str, after: int) -> None:
        """Draw the line of this moment under row number `after` (0 is the first; -1 above all; "" hides)."""
        self._now_after = after
        self._now.set_time(time)
        self.place_now()

    def rows(self) -> list[RowWidget]:
        return list(self._rows)

    def selected(self) -> str:
        return self._selected

    def select(self, key: str) -> None:
        """Mark a row as the one looked at."""
        if key != self._selected and not self._keeping:
            self._selected = key
            self._enter_at(key)
            self.update()
            self.selected_changed.emit(key)

    def focus_row(self, key: str) -> None:
        """Put the keyboard on a row."""
        for widget in self._rows:
            if widget.row.key == key:
                widget.setFocus(Qt.FocusReason.TabFocusReason)

    def ends_its_card(self, row: RowWidget) -> bool:
        """Whether the card's own border follows right under this row."""
        parent = self.parentWidget()
        return row is self._rows[-1] and parent is not None and parent.height() - self.geometry().bottom() < _NEAR

    def handle_key(self, row: RowWidget, key: Qt.Key) -> bool:
        """Move or open; False when the key means nothing here."""
        at, last = self._rows.index(row), len(self._rows) - 1
        moves = {
            Qt.Key.Key_Down: min(at + 1, last),
            Qt.Key.Key_Up: max(at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in moves:
            self._rows[moves[key]].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_row(row.row.key)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
        self.place_now()

    def _enter_at(self, key: str) -> None:
        """Tab enters the list at one row only; the arrows do the rest."""
        for widget in self._rows:
            entry = widget.row.key == key
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry else Qt.FocusPolicy.ClickFocus)

    def _arrange(self) -> None:
        now = theme.current()
        times = max((row.time.sizeHint().width() for row in self._rows if row.time), default=0)
        badges = max((row.badge.sizeHint().width() for row in self._rows if row.badge), default=0)
        lasts = [row.last.sizeHint().width() for row in self._rows if row.row.action and row.last is not None]
        asides = [row.last for row in self._rows if row.last is not None and not row.row.action]
        lasts += [min(cell.sizeHint().width(), now.px(140)) for cell in asides]
        widths = (times and max(times, now.px(52)), min(badges, now.px(190)), max(lasts, default=0))
        with_columns = bool(times or badges)
        narrow = with_columns and self.width() < now.px(self._turn_below)
        for row in self._rows:
            row.arrange(widths, narrow=narrow)

    def place_now(self) -> None:
        """Rows that get another place or height take the line along."""
        height = self._now.sizeHint().height()
        rows = self._rows
        edge = rows[self._now_after].geometry().bottom() if 0 <= self._now_after < len(rows) else 0
        self._now.setGeometry(0, max(0, edge - height // 2), self.width(), height)
        self._now.raise_()
