"""One booking: what may be known of it, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.booking import events_from, is_late
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Decision
from gpconnect.domain.consenting import PARENT_AT_DESK, PATIENT, Party, who_decides_sharing
from gpconnect.domain.schedule import Placement
from gpconnect.services import desk_prints, held_details, rebooking, slots
from gpconnect.services.cards import Sharing
from gpconnect.services.desk_prints import Paper
from gpconnect.services.schedule import AppointmentView
from gpconnect.services.slots import Proposal, SlotOffer
from gpconnect.ui import clipboard, text
from gpconnect.ui.agenda import model
from gpconnect.ui.agenda.failure import Failure
from gpconnect.ui.agenda.freed import FreedPlaces
from gpconnect.ui.agenda.outcome import OutcomeButtons
from gpconnect.ui.agenda.telling import Moved, Telling
from gpconnect.ui.booking.language import LanguageChoice
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.booking.slots import SlotOption, detail_of
from gpconnect.ui.booking.tabs import flowing, follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, StatusBadge, clear, column, label, reveal


class DetailPanel(Card):
    """Moves, cancels, prints: each in a few actions, each with a way back."""

    closed = Signal()
    moved = Signal(object)
    """The `SlotOffer` that the booking was put in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: AppointmentView | None = None
        self._moved_from = ""
        self._offered: tuple[SlotOffer, ...] = ()
        self._moved_to: SlotOffer | None = None
        self._freed = FreedPlaces(desk, self)
        self._telling = Telling(desk, self)
        self.setObjectName("agendaDetail")
        self._who, self._when = label("", "h2"), label("", "muted")
        self._badge, self._consent = StatusBadge(), StatusBadge("", "attention")
        self._facts = column(spacing=0.5)
        self._offers = column(spacing=1)
        self._offers_box = QWidget()
        self._offers_box.setLayout(self._offers)
        self._build_cancel()
        self._failure = Failure(self._reason_row)
        self._telling.refused.connect(self._failure.tell)
        self._build_buttons()
        self.paper = PaperView(desk, width=290)
        for part in (self._who, self._when, self._badge, self._consent):
            self.add(part)
        self.add(self._facts)
        self.language = LanguageChoice(desk)
        self.add(flowing(self.card_button, self.copy_button))
        self.outcome = OutcomeButtons(desk)
        self.outcome.refused.connect(self._failure.tell)
        for one in (self.outcome, self.language, self._failure, self._offers_box, self._cancel_box, self.paper):
            self.add(one)
        self.body.addStretch(1)
        self.close_button = PushButton(self.tr("Sluiten"), role="quiet", name=self.tr("Sluiten: de afspraak"))
        self.close_button.clicked.connect(self.closed)
        self.close_button.setObjectName("detailClose")
        steps = (one for one in self._buttons if one not in {self.card_button, self.copy_button})
        self.pin(*steps, self.close_button)

    def _build_buttons(self) -> None:
        self.allow = PushButton(self.tr("Vindt het nu goed"), self._allow, role="primary")
        self.move_button = PushButton(self.tr("Verplaatsen"), self._ask_slots)
        self.cancel_button = PushButton(self.tr("Afzeggen"), self._ask_reason)
        self.card_button = PushButton(self.tr("Kaartje printen"), self._print)
        self.copy_button = PushButton(self.tr("Tekst kopiëren"), self._copy)
        self.seen_button = PushButton(self.tr("Op een andere manier opgelost"), self._acknowledge)
        self.told_button = PushButton(self.tr("Nieuwe tijd is doorgegeven"), self._tell)
        self._buttons = (
            self.allow,
            self.told_button,
            self.move_button,
            self.cancel_button,
            self.card_button,
            self.copy_button,
            self.seen_button,
        )
        names = ("detailAllow", "detailTold", "detailMove", "detailCancel", "detailCard", "detailCopy", "detailSeen")
        for button, name in zip(self._buttons, names, strict=True):
            button.setObjectName(name)

    def _build_cancel(self) -> None:
        reasons = [
            ("ill", self.tr("ziek")),
            ("hindered", self.tr("verhinderd")),
            ("not_needed", self.tr("niet meer nodig")),
            ("worker", self.tr("jeugdwerker afwezig")),
        ]
        question = self.tr("Waarom gaat het niet door?")
        self.reasons = ChipGroup(question, reasons, multi=False)
        self.reasons.changed.connect(self._reason_chosen)
        for key, _ in reasons:
            self.reasons.chip(key).setObjectName(f"cancelReason_{key}")
        self.reason = QLineEdit()
        self.reason.setObjectName("cancelReason")
        self.reason.returnPressed.connect(self._cancel)
        own = self.tr(
            "Enter zegt de afspraak af. Zonder toestemming om te delen blijven deze woorden op deze computer."
        )
        self._reason_row = FormRow(self.tr("Of in eigen woorden"), self.reason, own)
        told = label(self.tr("Een reden kiezen zegt de afspraak meteen af; dat kan ongedaan worden gemaakt."), "small")
        self._cancel_box = QWidget()
        self._cancel_box.setLayout(column(label(question, "label"), self.reasons, told, self._reason_row, spacing=1))

    def show_appointment(self, view: AppointmentView) -> None:
        """Show this booking; what was open for another one closes."""
        same = self.view is not None and self.view.appointment_id == view.appointment_id
        self.view = view
        self._who.setText(text.join(model.who(view.name, view.age, view.visit), self._age(view)))
        when = text.moment(view.starts_at) if view.starts_at else self.tr("zonder vaste tijd")
        length = text.minutes(view.minutes) if view.minutes else ""
        self._when.setText(text.join(when, length, view.worker_name))
        lost = view.placement is Placement.LOST
        self._badge.set(*self._standing(view))
        missing = bool(view.person_id) and view.sharing is not Sharing.GIVEN
        asked = self.tr("Toestemming nog vragen")
        if view.sharing is Sharing.REFUSED:
            asked = self.tr("Wil liever niet delen")
        self._consent.set(asked if missing else "", "attention")
        self._show_facts(view)
        can = events_from(view.status)
        self.allow.setVisible(missing and bool(view.name))
        self.allow.setText(self._allow_words(view))
        self.allow.setAccessibleName(self._allow_words(view))
        self.move_button.setVisible("moved" in can)
        self.cancel_button.setVisible("cancelled" in can)
        has_card = bool(view.slot_id) and "cancelled" in can and not view.is_shut
        self.card_button.setVisible(has_card)
        self.copy_button.setVisible(has_card)
        self.language.offer(wanted=has_card)
        self.seen_button.setVisible(lost)
        self.told_button.setVisible(view.told_start is not None)
        self.outcome.show_appointment(view, self._desk.clock())
        self._failure.clear()
        if not same:
            for box in (self._offers_box, self._cancel_box, self.paper):
                box.hide()
        if lost:
            self._ask_slots()

    def _standing(self, view: AppointmentView) -> tuple[str, str]:
        """How the booking stands, in words and in a colour."""
        if view.placement is Placement.LOST:
            return self.tr("Plek kwijt: kies een andere"), "danger"
        if view.is_shut:
            return self.tr("Gaat niet door: bel voor een andere tijd"), "danger"
        if view.starts_at is not None and is_late(view.status, view.starts_at, self._desk.clock()):
            return self.tr("Nog niet binnen"), "attention"
        return model.status_words(view.status), model.TONES[view.status]

    def _age(self, view: AppointmentView) -> str:
        return text.age(view.age) if view.name and view.age is not None else ""

    def _joins(self, view: AppointmentView) -> str:
        if not view.gp_joins:
            return ""
        return self.tr("loopt even mee") if view.family_agreed else self.tr("loopt even mee; vraag het gezin nog")

    def _show_facts(self, view: AppointmentView) -> None:
        clear(self._facts)
        facts = (
            (self.tr("Gaat niet door omdat"), view.shut),
            (self.tr("Het gezin weet nog"), text.moment(view.told_start) if view.told_start else ""),
            (self.tr("Waarover"), ", ".join(view.reasons)),
            (self.tr("In hun woorden"), view.words),
            (self.tr("Telefoon"), view.phone),
            (self.tr("Veilig contact"), view.safe_contact),
            (self.tr("Tolk"), view.interpreter),
            (self.tr("Huisarts"), text.join(view.practitioner, self._joins(view))),
            (self.tr("Uit het huisartssysteem"), view.patient_line),
            (self.tr("Geboekt"), text.join(view.booked_by, text.moment(view.booked_at))),
            (self.tr("Afgezegd omdat"), model.reason_words(view.status_reason)),
        )
        for name, words in facts:
            if words:
                self._facts.addWidget(label(name, "label"))
                self._facts.addWidget(label(words))

    def _allow_words(self, view: AppointmentView) -> str:
        youth = view.age is not None and who_decides_sharing(view.age).parties == (Party.YOUTH,)
        who = view.given_name if youth else self.tr("Ouder")
        return self.tr("{who} vindt het nu goed").format(who=who)

    def _allow(self) -> None:
        if self.view is None or self.view.age is None:
            return
        youth = who_decides_sharing(self.view.age).parties == (Party.YOUTH,)
        given_by = PATIENT if youth else PARENT_AT_DESK
        job = self._desk.tasks.run(held_details.record_sharing, self.view.person_id, given_by, Decision.GIVEN)
        job.then(self._allowed).otherwise(self._failure.tell)

    def _allowed(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("Vastgelegd. De jeugdwerker ziet nu naam en hulpvraag."))

    def _ask_slots(self) -> None:
        if self.view is not None:
            minutes = self.view.minutes or slots.FIRST_TALK_MINUTES
            job = self._desk.tasks.run(slots.propose_slots, self.view.site_id, minutes)
            job.then(self._show_slots)

    def _show_slots(self, proposal: Proposal) -> None:
        clear(self._offers)
        self._cancel_box.hide()
        self.paper.hide()
        self._offers.addWidget(label(self.tr("Naar welke plek?"), "label"))
        today = text.local(self._desk.clock()).date()
        self._offered = proposal.slots
        first: SlotOption | None = None
        for place, offer in enumerate(proposal.slots):
            option = SlotOption(offer.slot_id, text.moment(offer.starts_at), detail_of(offer, today), checkable=False)
            option.setObjectName(f"moveSlot{place}")
            option.clicked.connect(self._move)
            self._offers.addWidget(option)
            first = first or option
        if first is None:
            self._offers.addWidget(label(self.tr("Er is geen andere plek vrij op deze locatie."), "muted"))
        self._offers_box.show()
        follow_reading(self)
        reveal(self._offers_box)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        option = self.sender()
        if self.view is None or not isinstance(option, SlotOption):
            return
        self._moved_to = next((one for one in self._offered if one.slot_id == option.key), None)
        self._moved_from = "" if self.view.placement is Placement.LOST else self.view.slot_id
        self._offers_box.hide()
        job = self._desk.tasks.run(rebooking.move, self.view.appointment_id, option.key)
        job.then(self._moved).otherwise(self._failure.tell)

    def _moved(self, _changes: Changes) -> None:
        assert self.view is not None, "what was moved is shown"
        self.moved.emit(self._moved_to)
        self._moved_notice = Moved(self._desk, self.view.appointment_id, self._moved_from)
        self._moved_notice.say()

    def _ask_reason(self) -> None:
        self._offers_box.hide()
        self.paper.hide()
        self.reason.clear()
        self.reasons.choose([])
        self._reason_row.set_error("")
        self._cancel_box.show()
        follow_reading(self)
        reveal(self._cancel_box)
        self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reason_chosen(self, keys: list[str]) -> None:
        if keys:
            self.reason.setText(self.reasons.chip(keys[0]).text())
            self._cancel(listed=True)

    def _cancel(self, *, listed: bool = False) -> None:
        if self.view is not None:
            job = self._desk.tasks.run(rebooking.cancel, self.view.appointment_id, self.reason.text(), listed=listed)
            job.then(self._cancelled).otherwise(self._failure.tell)

    def _cancelled(self, _changes: Changes) -> None:
        assert self.view is not None, "what was cancelled is shown"
        self._cancel_box.hide()
        self._back = _Back(self._desk, self.view.appointment_id)
        lost = self.view.placement is Placement.LOST
        self._freed.say("" if lost else self.view.slot_id, self._back.book)

    def _acknowledge(self) -> None:
        if self.view is not None:
            job = self._desk.tasks.run(rebooking.acknowledge_loss, self.view.appointment_id)
            job.then(self._acknowledged).otherwise(self._failure.tell)

    def _acknowledged(self, _changes: Changes) -> None:
        assert self.view is not None, "what was settled is shown"
        self._back = _Back(self._desk, self.view.appointment_id)
        self._desk.toast(self.tr("Opgelost. De boeking vraagt geen andere plek meer."), self._back.reopen_loss)

    def _tell(self) -> None:
        if self.view is not None:
            self._telling.tell(self.view.appointment_id, self.view.told_start)

    def _print(self) -> None:
        if self.view is not None:
            self._offers_box.hide()
            self._cancel_box.hide()
            language = self.language.chosen()
            job = self._desk.tasks.run(desk_prints.appointment_card, self.view.appointment_id, language)
            job.then(self._show_paper).otherwise(self._failure.tell)

    def _show_paper(self, paper: Paper) -> None:
        self.paper.show_paper(paper)
        reveal(self.paper)

    def _copy(self) -> None:
        if self.view is not None:
            language = self.language.chosen()
            self._desk.tasks.run(desk_prints.card_text, self.view.appointment_id, language).then(self._copied)

    def _copied(self, words: str) -> None:
        clipboard.copy(words)
        self._desk.toast(self.tr("De tekst van het kaartje is gekopieerd."))


class _Back:
    """The way back of one cancellation, or of a loss that was settled."""

    def __init__(self, desk: Desk, appointment_id: str) -> None:
        self._desk, self._appointment_id = desk, appointment_id

    def reopen_loss(self) -> None:
        self._desk.tasks.run(rebooking.reopen_loss, self._appointment_id)

    def book(self) -> None:
        self._desk.tasks.run(rebooking.book_again, self._appointment_id)
