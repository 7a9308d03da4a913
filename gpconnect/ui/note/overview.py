"""Without a note in hand: what is still to be signed, and who comes today."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.schedule import AppointmentStatus
from gpconnect.services.notes import DraftLine
from gpconnect.services.today import DayView
from gpconnect.ui import text
from gpconnect.ui.note import words
from gpconnect.ui.parts import Card, EmptyState, Row, RowList, column

_WITH_NOTE = frozenset(
    {
        AppointmentStatus.BOOKED,
        AppointmentStatus.ARRIVED,
        AppointmentStatus.IN_CONVERSATION,
        AppointmentStatus.FULFILLED,
    }
)


class Overview(QWidget):
    """Drafts and visits to choose from."""

    draft_chosen = Signal(str)
    visit_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.drafts = RowList(self.tr("Concepten"))
        self.drafts.setObjectName("noteDrafts")
        self.visits = RowList(self.tr("Gesprekken"))
        self.visits.setObjectName("noteVisits")
        for rows, signal in ((self.drafts, self.draft_chosen), (self.visits, self.visit_chosen)):
            rows.activated.connect(signal)
            rows.action_clicked.connect(signal)
        self._draft_card = Card(self.tr("Nog te ondertekenen"), flush=True).add(self.drafts)
        self._visit_card = Card(self.tr("Gesprekken van vandaag"), flush=True).add(self.visits)
        self._empty = EmptyState(
            self.tr("Nog geen notities"),
            self.tr("Open een gesprek bij Vandaag, of zoek een jeugdige. Je notitie begint dan vanzelf."),
        )
        layout = column(self._draft_card, self._visit_card, self._empty, spacing=2)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_lists(self, drafts: Sequence[DraftLine], day: DayView) -> None:
        """Show these drafts, and the visits of the day."""
        today = day.today
        self.drafts.set_rows([self._draft(one, day) for one in drafts])
        visits = [row for half in day.half_days for row in half.rows if row.visit and row.visit.status in _WITH_NOTE]
        self.visits.set_rows(
            [
                Row(
                    row.key,
                    words.who(row.person, row.visit.age) if row.visit.person_id else self.tr("Collegiale vraag"),
                    text.age(row.person.age(today)) if row.person else "",
                    words.visit(str(row.visit.visit)),
                    text.clock(row.starts_at),
                    self.tr("Ondertekend") if row.note == "signed" else self.tr("Concept") if row.note else "",
                    "good" if row.note == "signed" else "attention",
                    self.tr("Lezen") if row.note == "signed" else self.tr("Schrijven"),
                    current=row.visit.status is AppointmentStatus.IN_CONVERSATION,
                )
                for row in visits
                if row.visit is not None and row.is_shared
            ]
        )
        when = self.tr("Gesprekken van vandaag") if day.day == today else text.long_day(day.day).capitalize()
        self._visit_card.set_title(when)
        self._draft_card.setVisible(bool(drafts))
        self._visit_card.setVisible(bool(visits))
        self._empty.setVisible(not drafts and not visits)

    def take_keyboard(self) -> None:
        """The keyboard on the talk that goes on now; else on what was last worked on, or the first talk."""
        visits, drafts = self.visits.rows(), self.drafts.rows()
        now = next((one for one in visits if one.row.current), None)
        rows, first = (self.visits, now) if now is not None or not drafts else (self.drafts, drafts[0])
        if first is None:
            first = next(iter(visits), None)
        if first is not None:
            rows.focus_row(first.row.key)

    def _draft(self, one: DraftLine, day: DayView) -> Row:
        saved = text.local(one.draft.saved_at)
        when = f"{text.relative(saved.date(), day.today)} {text.clock(one.draft.saved_at)}"
        name = one.person.name if one.person else self.tr("Collegiale vraag")
        detail = text.join(one.title, self.tr("nog niet ondertekend"))
        if one.too_long:
            said = self.tr("Te lang: staat alleen op deze laptop tot je hem inkort, splitst of ondertekent")
            detail = text.join(one.title, said)
        if one.elsewhere:
            at = text.clock(one.draft.saved_at) if saved.date() == day.today else when
            said = self.tr("Concept van je andere laptop, van {when}").format(when=at)
            return Row(one.draft.id, name, detail=text.join(said, one.title), action=self.tr("Verder schrijven"))
        return Row(one.draft.id, name, when, detail, action=self.tr("Verder schrijven"))
