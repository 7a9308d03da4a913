"""One day of slots, as tall as the time it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.labels import label
from gpconnect.ui.parts.layout import column
from gpconnect.ui.parts.now_line import NowLine

_PX_A_MINUTE = 1.9
"""A walk-in of 20 minutes is 38 px: one line of text, and more than the least target of 36."""


@dataclass(frozen=True, slots=True)
class DaySlot:
    """A slot on a day; `start` and `end` are minutes after midnight, wall time.

    `tone` accent is taken, neutral is free, attention waits for somebody, good is done, danger misses something.
    `free` slots have a dashed border, so that emptiness is a shape and not a colour.
    """

    key: str
    start: int
    end: int
    title: str
    detail: str = ""
    tone: str = "neutral"
    free: bool = False


class SlotButton(QAbstractButton):
    """A slot that can be clicked, opened and walked through by keyboard."""

    moved = Signal(int, int)
    opened = Signal()

    def __init__(self, slot: DaySlot, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = slot
        self.kept_free = 0
        times = f"{slot.start // 60:02}:{slot.start % 60:02}"
        self.setText(f"{times} {slot.title}")
        self.setAccessibleName(", ".join(filter(None, (times, slot.title, slot.detail))))
        self.setToolTip("\n".join(filter(None, (self.text(), slot.detail))))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keep_free(self, width: int) -> None:
        """Leave so much at the right of the words to the line of this moment."""
        self.kept_free = width
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Left: (-1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        front, back = now.tone(self.slot.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        border = now.color("accent") if focus else now.color("field") if self.slot.free else front
        style = Qt.PenStyle.DashLine if self.slot.free and not focus else Qt.PenStyle.SolidLine
        painter.setPen(QPen(border, 2 if focus else 1, style))
        painter.setBrush(now.color("raised" if self.underMouse() else "panel") if self.slot.free else back)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, now.px(4), now.px(4))
        if not self.slot.free:
            painter.fillRect(QRectF(1, now.px(5), now.px(3), self.height() - now.px(10)), front)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        now = theme.current()
        area = self.rect().adjusted(now.px(10), now.px(3), -max(now.px(6), self.kept_free), -now.px(3))
        metrics = QFontMetrics(now.font(14, weight=600))
        two = bool(self.slot.detail) and area.height() >= 2 * metrics.height()
        head = area.adjusted(0, 0, 0, metrics.height() - area.height()) if two else area
        painter.setPen(now.color("muted" if self.slot.free else "text"))
        painter.setFont(now.font(14, weight=400 if self.slot.free else 600))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, shown)
        if two:
            rest = area.adjusted(0, metrics.height(), 0, 0)
            painter.setFont(now.font(14))
            painter.setPen(now.color("text"))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(rest, flags, self.slot.detail)


class DayColumn(QWidget):
    """A day in the week of a site: its name, and its slots in their place."""

    slot_clicked = Signal(str)
    slot_activated = Signal(str)
    left_column = Signal(int, int)
    """The keyboard wants to another day: step, and the minute it came from."""

    def __init__(self, title: str, slots: Sequence[DaySlot] = (), *, start: int = 8 * 60, end: int = 18 * 60) -> None:
        super().__init__()
        self._start, self._end = start, end
        self._title = label(title)
        self._title.setFont(theme.current().font(16, weight=600))
        self._area = _SlotArea(self)
        layout = column(self._title, self._area, spacing=1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setAccessibleName(title)
        self.setMinimumWidth(theme.current().px(120))
        self._buttons: list[SlotButton] = []
        self.set_slots(slots)

    @property
    def range(self) -> tuple[int, int]:
        return self._start, self._end

    def buttons(self) -> list[SlotButton]:
        return list(self._buttons)

    def set_slots(self, slots: Sequence[DaySlot]) -> None:
        """Show other slots, in order of time."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [SlotButton(slot, self._area) for slot in sorted(slots, key=lambda s: s.start)]
        for at, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if at else Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self._clicked)
            button.opened.connect(self._opened)
            button.moved.connect(self._move)
            button.show()
        self._area.place()

    def set_now(self, minute: int | None) -> None:
        """Draw the line of this moment at a minute after midnight; None takes it away."""
        self._area.set_now(minute)

    def focus_near(self, minute: int) -> None:
        """Put the keyboard on the slot nearest to a minute."""
        if self._buttons:
            nearest = min(self._buttons, key=lambda b: abs(b.slot.start - minute))
            nearest.setFocus(Qt.FocusReason.TabFocusReason)

    def _sender(self) -> SlotButton | None:
        return next((button for button in self._buttons if button is self.sender()), None)

    def _clicked(self) -> None:
        if (button := self._sender()) is not None:
            self.slot_clicked.emit(button.slot.key)

    def _opened(self) -> None:
        if (button := self._sender()) is not None:
            self.slot_activated.emit(button.slot.key)

    def _move(self, right: int, down: int) -> None:
        if (button := self._sender()) is None:
            return
        if right:
            self.left_column.emit(right, button.slot.start)
        else:
            at = max(0, min(self._buttons.index(button) + down, len(self._buttons) - 1))
            self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)


class _SlotArea(QWidget):
    """Hour lines with the slots on them."""

    def __init__(self, day: DayColumn) -> None:
        super().__init__(day)
        self._day = day
        self._now: int | None = None
        self._line = NowLine(self, at_right=True)

    def sizeHint(self) -> QSize:
        start, end = self._day.range
        return QSize(theme.current().px(160), self._y(end) - self._y(start) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(110), self.sizeHint().height())

    def set_now(self, minute: int | None) -> None:
        self._now = minute
        self._line.set_time("" if minute is None else f"{minute // 60:02}:{minute % 60:02}")
        self.place()

    def place(self) -> None:
        for button in self._day.buttons():
            top, bottom = self._y(button.slot.start), self._y(button.slot.end)
            button.setGeometry(0, top + 1, self.width(), max(bottom - top - 1, 1))
        if self._now is not None:
            height = self._line.sizeHint().height()
            self._line.setGeometry(0, self._y(self._now) - height // 2, self.width(), height)
            self._line.raise_()
        for button in self._day.buttons():
            meets = self._line.isVisibleTo(self) and button.geometry().intersects(self._line.geometry())
            button.keep_free(self._line.reserved() if meets else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setPen(now.color("line"))
        start, end = self._day.range
        for minute in range(start - start % 60, end + 1, 60):
            painter.drawLine(0, self._y(minute), self.width(), self._y(minute))

    def _y(self, minute: int) -> int:
        return round((minute - self._day.range[0]) * _PX_A_MINUTE * theme.current().scale)
