"""The board: a column per state, or one list by deadline; what has ended early is folded away."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services.handover_views import BoardView, CardView
from gpconnect.ui import text
from gpconnect.ui.handovers import words
from gpconnect.ui.handovers.tab_order import follow_reading
from gpconnect.ui.parts import (
    BoardCard,
    BoardColumn,
    Card,
    EmptyState,
    PushButton,
    Row,
    RowList,
    Scroller,
    column,
    line,
)


class HandoverBoard(QWidget):
    """All handovers of the team."""

    opened = Signal(str)
    """Id of the handover that was chosen."""
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns = [
            BoardColumn(self.tr("Gevraagd")),
            BoardColumn(self.tr("Aangenomen")),
            BoardColumn(self.tr("Loopt")),
            BoardColumn(self.tr("Afgerond")),
        ]
        for place, one in enumerate(self.columns):
            one.setObjectName(f"handoverColumn{place}")
            one.activated.connect(self.opened)
            one.left_column.connect(self._aside)
        lanes = line(*self.columns, spacing=2)
        for place in range(len(self.columns)):
            lanes.setStretch(place, 1)
        self.lanes = Scroller(lanes)
        self._make_list()
        self._make_folded()
        self.empty = EmptyState(
            self.tr("Nog geen overdrachten"),
            self.tr("Kies een jeugdige en een ontvanger uit de sociale kaart. De notities vullen de overdracht voor."),
            self.tr("Nieuwe overdracht"),
            self.new_asked.emit,
        )
        self._by_deadline = False
        self._any, self._has = False, True
        self.setLayout(column(self.lanes, self.listed, self.fold, self.folded, self.empty, spacing=1.5))
        for part in (self.listed, self.fold, self.folded, self.empty):
            part.hide()

    def _make_list(self) -> None:
        self.rows = RowList(self.tr("Overdrachten, de dringendste eerst"))
        self.rows.setObjectName("handoverDeadlines")
        self.rows.activated.connect(self.opened)
        self.rows.action_clicked.connect(self.opened)
        card = Card("", flush=True).add(self.rows)
        box = column(card)
        box.addStretch(1)
        self.listed = Scroller(box)

    def _make_folded(self) -> None:
        self.fold = PushButton("", self._unfold, role="quiet")
        self.fold.setObjectName("handoverFold")
        self.fold.setCheckable(True)
        self.past = RowList(self.tr("Gestopt of elders verder"))
        self.past.activated.connect(self.opened)
        self.past.action_clicked.connect(self.opened)
        self.folded = QWidget()
        self.folded.setLayout(column(Card("", flush=True).add(self.past)))

    def show_board(self, view: BoardView, today: date) -> None:
        """Show other handovers; the keyboard stays at the same place."""
        lanes = (view.requested, view.accepted, view.running, view.completed)
        for one, cards in zip(self.columns, lanes, strict=True):
            one.set_cards([_card(card, today) for card in cards])
        self.rows.set_rows([_row(card, today, self.tr("Openen")) for card in view.by_deadline])
        self.past.set_rows([_row(card, today, self.tr("Openen")) for card in view.folded])
        number = text.count(len(view.folded), self.tr("gestopte overdracht"), self.tr("gestopte overdrachten"))
        self.fold.setText(self.tr("{number} tonen").format(number=number))
        self.fold.setAccessibleName(self.fold.text())
        self._any = bool(view.folded)
        self._has = any(lanes) or bool(view.folded)
        self._arrange()

    @Slot(bool)
    def order_by_deadline(self, by_deadline: bool) -> None:  # noqa: FBT001 - Qt's toggled signal has this shape
        """A list, the most urgent first, in the place of the columns."""
        self._by_deadline = by_deadline
        self._arrange()
        follow_reading(self)

    def _arrange(self) -> None:
        has = self._has
        self.lanes.setVisible(has and not self._by_deadline)
        self.listed.setVisible(has and self._by_deadline)
        self.empty.setVisible(not has)
        self.fold.setVisible(has and self._any)
        self.folded.setVisible(self.fold.isChecked() and self.fold.isVisibleTo(self))

    def _unfold(self) -> None:
        self._arrange()
        follow_reading(self)

    @Slot(int, int)
    def _aside(self, right: int, place: int) -> None:
        at = next((number for number, one in enumerate(self.columns) if one is self.sender()), 0)
        others = self.columns[at + 1 :] if right > 0 else self.columns[:at][::-1]
        found = next((one for one in others if one.cards()), None)
        if found is not None:
            found.focus_card(place)


def _card(card: CardView, today: date) -> BoardCard:
    words_shown, tone = words.marked(card, today)
    made = BoardCard(card.id, card.name, str(card.age), words.detail(card), words_shown, tone)
    made.setObjectName(f"handoverCard_{card.id}")
    return made


def _row(card: CardView, today: date, action: str) -> Row:
    words_shown, tone = words.marked(card, today)
    return Row(
        card.id,
        card.name,
        text.age(card.age),
        text.join(words.state(card.handover), words.detail(card)),
        badge=words_shown,
        tone=tone,
        action=action,
    )
