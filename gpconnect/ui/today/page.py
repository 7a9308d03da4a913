"""Vandaag: the half-day of the person at work, what waits for them, and one next thing per row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.schedule import AppointmentStatus, Placement, SessionStatus, VisitKind
from gpconnect.services import closing, duties, feedback, rebooking, replanning, resources, today, visits, waiting
from gpconnect.services.duties import DutyView
from gpconnect.services.feedback import ReceivedFeedback
from gpconnect.services.replanning import Replan
from gpconnect.services.today import DayRow, DayView
from gpconnect.services.waiting import WaitingView
from gpconnect.ui import text, theme
from gpconnect.ui.agenda.telling import Telling
from gpconnect.ui.booking.accepting import Accepting
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.notice import Notice
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Card, EmptyState, PushButton, Sheet, clear, column
from gpconnect.ui.today.duty_rows import DutyLine
from gpconnect.ui.today.half_day import HalfDayCard
from gpconnect.ui.today.judging import JudgingPart
from gpconnect.ui.today.replan import ReplanCard
from gpconnect.ui.today.side import ChosenCard, CloseCard, DutiesCard, ReceivedCard, WaitingCard

_S = AppointmentStatus
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows, fetched in one visit to the file."""

    day: DayView
    duties: tuple[DutyView, ...]
    received: tuple[ReceivedFeedback, ...]
    waiting: tuple[WaitingView, ...]
    replans: tuple[Replan, ...] = ()


class TodayPage(Page):
    """A worker's half-day, or that of a practice."""

    area = "today"
    kinds = frozenset(
        {
            "appointment",
            "half_day_session",
            "closure",
            "site_closure",
            "absence",
            "slot",
            "person_card",
            "patient",
            "related_person",
            "consent",
            "waiting_entry",
            "safety_task",
            "feedback",
            "handover",
            "episode_of_care",
            "note",
            "note_draft",
            "access_lines",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, text.long_day(text.local(desk.clock()).date()).capitalize())
        self._worker = desk.role == "youth_worker"
        self._day: date | None = None
        self._view: DayView | None = None
        self._selected = ""
        self._reasons = resources.load_codes()["reasons"]
        self.cards: list[HalfDayCard] = []
        self.duties = DutiesCard()
        self.duties.acted.connect(self._do_duty)
        self.judging = JudgingPart()
        self.judging.acted.connect(self._do_duty)
        self.replan = ReplanCard()
        self.replan.moved.connect(self._replan)
        self.replan.opened.connect(self._ask_sharing)
        self.chosen = ChosenCard(worker=self._worker)
        self.chosen.missed.connect(self._miss)
        self.chosen.stepped_back.connect(self._step_back)
        self.chosen.note_asked.connect(self._open_note)
        self.chosen.dossier_asked.connect(self._open_dossier)
        self.chosen.sharing_asked.connect(self._ask_sharing)
        self.received = ReceivedCard()
        self.received.seen.connect(self._seen)
        self.waiting = WaitingCard()
        self._accepting = Accepting(desk, self)
        self._accepting.refused.connect(desk.trouble)
        self._telling = Telling(desk, self)
        self._telling.refused.connect(desk.trouble)
        self._main = column(spacing=2)
        self._closing = column(spacing=2)
        self.body.addWidget(self.judging)
        self.body.addWidget(self._sheet(), 1)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._move_now)
        self._minute.start()
        self._buttons()

    def load(self) -> None:
        self.desk.tasks.run(_load, self._day, self._worker).then(self.show_day)

    def show_params(self, params: Mapping[str, object]) -> None:
        day = params.get("day")
        if isinstance(day, date):
            self._go_to(day)

    @Slot(object)
    def show_day(self, loaded: Loaded) -> None:
        """Show what was fetched; the row that is looked at stays."""
        day = loaded.day
        same = self._view is not None and [one.id for one in day.half_days] == [c.view.id for c in self.cards]
        self._view = day
        self._entitle(day)
        if same and self.cards:
            for card, half in zip(self.cards, day.half_days, strict=True):
                card.show_view(half, self.desk.clock(), self._reasons, worker=self._worker)
        else:
            self._make_cards(day)
        self._show_closing(day)
        self.judging.show_duties(loaded.duties, day.today)
        # Whom to give another time stands in a card of its own, with the times.
        self.duties.show_duties([one for one in loaded.duties if one.duty.kind is not DutyKind.REPLAN], day.today)
        self.replan.show_replans(loaded.replans)
        follow_reading(self)
        self.received.show_received(loaded.received)
        self.waiting.show_waiting(loaded.waiting, day.today)
        self.chosen.show_line(self._line(self._selected))
        self.before.setEnabled(day.before is not None)
        self.after.setEnabled(day.after is not None)

    def _sheet(self) -> Sheet:
        main, side = QWidget(), QWidget()
        main.setLayout(self._main)
        # A desk phones first; a worker has the own duties first, and sees whom the desk of a site is to phone.
        waits = (self.duties, self.replan) if self._worker else (self.replan, self.duties)
        beside = column(self.received, *waits, self.chosen, spacing=2)
        beside.addLayout(self._closing)
        beside.addWidget(self.waiting)
        beside.addStretch(1)
        side.setLayout(beside)
        return Sheet(main, side)

    def _buttons(self) -> None:
        self.before = PushButton("", self._go_before, name=self.tr("Vorig dagdeel"))
        self.before.setObjectName("todayBefore")
        self.after = PushButton("", self._go_after, name=self.tr("Volgend dagdeel"))
        self.after.setObjectName("todayAfter")
        self.before.setIcon(theme.icon("caret-left", "text"))
        self.after.setIcon(theme.icon("caret-right", "text"))
        walk_in = PushButton(self.tr("Inloop"), self._walk_in, key="Ctrl+I")
        walk_in.setObjectName("todayWalkIn")
        book = PushButton(self.tr("Nieuwe afspraak"), self._book, role="primary")
        book.setObjectName("todayBook")
        self.header.set_actions([self.before, self.after, walk_in, book])

    def _entitle(self, day: DayView) -> None:
        title = text.long_day(day.day).capitalize()
        parts = []
        if day.day != day.today:
            parts.append(
                self.tr("Volgend dagdeel, {when}").format(when=text.relative(day.day, day.today))
                if day.day > day.today
                else text.relative(day.day, day.today)
            )
        for half in day.half_days:
            hours = f"{text.clock(half.start)}–{text.clock(half.end)}"
            slots = sum(1 for row in half.rows if row.slot_id)
            parts.append(
                self.tr("{site} · {hours} · {taken} van {slots} plekken").format(
                    site=half.site_name, hours=hours, taken=half.taken, slots=slots
                )
            )
        self.header.set_title(title, parts[0] if len(parts) == 1 else text.join(*self._short(day)))

    def _short(self, day: DayView) -> list[str]:
        """With more than one half-day the cards say the rest."""
        when = [text.relative(day.day, day.today)] if day.day != day.today else []
        return [*when, *(f"{one.site_name} {text.clock(one.start)}–{text.clock(one.end)}" for one in day.half_days)]

    def _make_cards(self, day: DayView) -> None:
        clear(self._main)
        self.cards = []
        alone = len(day.half_days) == 1
        for half in day.half_days:
            card = HalfDayCard(half, self.desk.clock(), self._reasons, worker=self._worker, alone=alone)
            card.acted.connect(self._act)
            card.chosen.connect(self._choose)
            self.cards.append(card)
            self._main.addWidget(card)
        if not day.half_days:
            empty = EmptyState(
                self.tr("Nog geen spreekuur"),
                self.tr("Plan eerst de dagdelen in de Agenda. Daarna staat hier wie er komt."),
                self.tr("Naar de Agenda"),
                self._to_agenda,
            )
            self._main.addWidget(Card().add(empty))
        self._main.addStretch(1)

    def _show_closing(self, day: DayView) -> None:
        clear(self._closing)
        own = [
            one
            for one in day.half_days
            if one.is_own and day.day <= day.today and one.status is not SessionStatus.CANCELLED
        ]
        for half in own:
            card = CloseCard(half, alone=len(own) == 1)
            card.closed.connect(self._close)
            card.reopened.connect(self._reopen)
            self._closing.addWidget(card)

    @Slot(str)
    def _act(self, key: str) -> None:
        """The one next thing of a row."""
        found = self._line(key)
        if found is None:
            return
        visit = found.visit
        if visit is None:
            self._offer(found)
        elif visit.placement is Placement.LOST and visit.status is _S.BOOKED:
            self.desk.go("agenda", lost=key)
        elif visit.status is _S.BOOKED and visit.visit is VisitKind.PEER_CONSULTATION:
            if self._worker:
                self.desk.tasks.run(visits.begin, key)
        elif visit.status is _S.BOOKED:
            self.desk.tasks.run(visits.receive, key)
        elif found.ask_sharing:
            self._ask_sharing(key)
        elif self._worker and visit.status is _S.ARRIVED:
            self.desk.tasks.run(visits.begin, key)
        elif self._worker and visit.status in {_S.IN_CONVERSATION, _S.FULFILLED}:
            self._open_note(key)

    def _offer(self, found: DayRow) -> None:
        offer = found.offer
        if offer is None:
            return
        if offer.is_offered:
            self._accepting.book(offer.entry_id, found.slot_id)
            return
        let_go = partial(self.desk.tasks.run, waiting.let_go, offer.entry_id)
        notice = Notice(self.desk, self.tr("Aangeboden. Bel de familie en boek in als het past."), let_go)
        self.desk.tasks.run(waiting.offer_slot, offer.entry_id, found.slot_id).then(notice.say)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._selected = key
        self.chosen.show_line(self._line(key))

    @Slot(str)
    def _miss(self, key: str) -> None:
        step_back = partial(self._step_back, key)
        notice = Notice(self.desk, self.tr("Niet verschenen. Bel vandaag; het staat bij Nog te doen."), step_back)
        self.desk.tasks.run(visits.miss, key).then(notice.say)

    @Slot(str)
    def _step_back(self, key: str) -> None:
        self.desk.tasks.run(visits.step_back, key)

    @Slot(object)
    def _do_duty(self, line: DutyLine) -> None:
        if line.task_id:
            self.desk.tasks.run(visits.finish_task, line.task_id)
            undo = partial(self.desk.tasks.run, visits.reopen_task, line.task_id)
            self.desk.toast(self.tr("Gedaan: {what}").format(what=line.row.title), undo)
        elif line.aftercare_id:
            self.desk.tasks.run(closing.record_aftercare, line.aftercare_id)
            undo = partial(self.desk.tasks.run, closing.undo_aftercare, line.aftercare_id)
            self.desk.toast(self.tr("Gedaan: {what}").format(what=line.row.title), undo)
        elif line.told_id:
            self._telling.tell(line.told_id, line.told_before)
        elif line.worker_told_id:
            self._telling.tell_worker(line.worker_told_id, line.worker_before)
        else:
            self.desk.go(line.area, **line.params)

    @Slot(str, str)
    def _replan(self, key: str, slot_id: str) -> None:
        # They chose this time on the phone. Whoever is put back stands here again, to be phoned: nobody will sit there.
        notice = Notice(self.desk, self.tr("Verplaatst."), self.replan.way_back(self.desk, key).take_back)
        self.desk.tasks.run(rebooking.move, key, slot_id, told=True).then(notice.say)

    @Slot(str)
    def _close(self, session_id: str) -> None:
        self.desk.tasks.run(visits.close_half_day, session_id)
        self.desk.toast(self.tr("Dagdeel afgesloten."), partial(self._reopen, session_id))

    @Slot(str)
    def _reopen(self, session_id: str) -> None:
        self.desk.tasks.run(visits.reopen_half_day, session_id)

    @Slot(str)
    def _seen(self, feedback_id: str) -> None:
        self.desk.tasks.run(feedback.acknowledge, feedback_id)
        self.desk.toast(self.tr("Gezien. De jeugdwerker kan dat ook zien."))

    @Slot(str)
    def _open_note(self, key: str) -> None:
        self.desk.go("note", appointment=key)

    @Slot(str)
    def _ask_sharing(self, key: str) -> None:
        self.desk.go("agenda", appointment=key)

    @Slot(str)
    def _open_dossier(self, patient_id: str) -> None:
        self.desk.go("patients", patient=patient_id)

    def _line(self, key: str) -> DayRow | None:
        return next((found for card in self.cards if (found := card.row(key)) is not None), None)

    @Slot()
    def _move_now(self) -> None:
        for card in self.cards:
            card.move_now(self.desk.clock())

    def _go_before(self) -> None:
        if self._view is not None and self._view.before is not None:
            self._go_to(self._view.before)

    def _go_after(self) -> None:
        if self._view is not None and self._view.after is not None:
            self._go_to(self._view.after)

    def _go_to(self, day: date) -> None:
        self._day = day
        self._selected = ""
        self.reload()

    def _walk_in(self) -> None:
        self.desk.go("agenda", walk_in=True)

    def _book(self) -> None:
        self.desk.go("agenda", new=True)

    def _to_agenda(self) -> None:
        self.desk.go("agenda")


def _load(session: Any, day: date | None, worker: bool) -> Loaded:  # noqa: FBT001 - carried through the queue as it is
    """Everything at once, in the thread that owns the file."""
    view = today.day_view(session, day)
    sites = {one.site_id for one in view.half_days}
    return Loaded(
        view,
        duties.list_duties(session),
        () if worker else feedback.received(session),
        () if worker else tuple(one for site in sorted(sites) for one in waiting.waiting_list(session, site)),
        replanning.to_replan(session),
    )
