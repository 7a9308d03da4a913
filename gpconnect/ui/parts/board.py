"""Handovers by state: columns of small cards."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.labels import PersonLine, StatusBadge, label
from gpconnect.ui.parts.layout import Scroller, column, line


class BoardCard(QFrame):
    """One handover: who, where to, and in words what it waits for."""

    activated = Signal(str)
    moved = Signal(int, int)
    """Arrow keys: steps to the right, steps down."""

    def __init__(
        self, key: str, title: str, after: str = "", detail: str = "", badge: str = "", tone: str = "neutral"
    ) -> None:
        super().__init__()
        self.key = key
        person = PersonLine(title, after, detail)
        self.setLayout(column(person, spacing=0.75, margin=1.5))
        inner = self.layout()
        if badge and inner is not None:
            inner.addWidget(StatusBadge(badge, tone))
        named = title + (f", {after}" if after else "")
        self.setAccessibleName(", ".join(filter(None, (named, detail, badge))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Up: (0, -1),
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit(self.key)
        elif key in steps:
            self.moved.emit(*steps[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit(self.key)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        border = "accent" if focus else "field" if self.underMouse() else "line"
        painter.setPen(QPen(now.color(border), 2 if focus else 1))
        painter.setBrush(now.color("panel"))
        inset = 1.0 if focus else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, now.px(6), now.px(6))


class BoardColumn(QFrame):
    """The handovers of one state under its name and number."""

    activated = Signal(str)
    left_column = Signal(int, int)
    """The keyboard wants to the neighbour: step, and the card's place from the top."""

    def __init__(self, title: str, cards: Sequence[BoardCard] = ()) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self._name = title
        self._title = label(title)
        self._title.setFont(theme.current().font(16, weight=600))
        self._number = label("0", "muted", wrap=False)
        self._cards: list[BoardCard] = []
        self._stack = column(spacing=1)
        head = line(self._title, self._number)
        head.setStretch(0, 1)
        outer = column(spacing=1, margin=1.25)
        outer.addLayout(head)
        scroller = Scroller(self._stack)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroller, 1)
        self.setLayout(outer)
        self.setMinimumWidth(theme.current().px(200))
        self.set_cards(cards)

    def set_cards(self, cards: Sequence[BoardCard]) -> None:
        """Show other cards."""
        while (item := self._stack.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = list(cards)
        for card in cards:
            card.activated.connect(self.activated)
            card.moved.connect(self._move)
            self._stack.addWidget(card)
        self._stack.addStretch(1)
        self._number.setText(str(len(cards)))
        self.setAccessibleName(f"{self._name}, {len(cards)}")

    def cards(self) -> list[BoardCard]:
        return list(self._cards)

    def focus_card(self, place: int) -> None:
        """Put the keyboard on the card nearest to a place from the top."""
        if self._cards:
            self._cards[max(0, min(place, len(self._cards) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, right: int, down: int) -> None:
        sender: QWidget | None = next((card for card in self._cards if card is self.sender()), None)
        place = self._cards.index(sender) if isinstance(sender, BoardCard) else 0
        if right:
            self.left_column.emit(right, place)
        else:
            self.focus_card(place + down)
