"""The whole of a booking in one view: who, what about, who may know, and when. Enter books, from anywhere."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role
from gpconnect.services import booking, cards, phone_list, requests, waiting
from gpconnect.services.booking import Booked, BookingRequest, Doubt
from gpconnect.services.cards import PersonHit
from gpconnect.services.patient_lines import read_line
from gpconnect.services.requests import Choice
from gpconnect.services.resources import load_codes
from gpconnect.services.slots import Wish
from gpconnect.ui import messages, text, theme
from gpconnect.ui.booking import extras as extra
from gpconnect.ui.booking.behalf import Behalf
from gpconnect.ui.booking.calls import CallList
from gpconnect.ui.booking.consent import ConsentBox
from gpconnect.ui.booking.done import DonePanel
from gpconnect.ui.booking.doubt import DoubtPanel
from gpconnect.ui.booking.extras import Extras
from gpconnect.ui.booking.family import FamilyStart
from gpconnect.ui.booking.person import PersonField
from gpconnect.ui.booking.slots import WAITING, SlotChoice
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.booking.undoing import toast_booked
from gpconnect.ui.booking.wishes import SlotWishes
from gpconnect.ui.booking.words import WordsField
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Form
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, Scroller, Sheet, column, label, line

NEW, WALK_IN, PEER = "new", "walk_in", "peer"
_WALK_IN_MINUTES = 20
_PERSON_CODES = ("person.", "booking.person")


class BookingView(Form):
    """Books a talk, receives a walk-in, or takes a question between colleagues."""

    titled = Signal(str)
    closed = Signal()
    """Back to the week."""
    booked = Signal(object)
    """What came of it, a `Booked`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.site_id = ""
        self.mode = NEW
        self._prefer = ""
        self._waiting_id = ""
        self._confirmed = False
        self._sent = False
        self._worker = ""
        self._build_form()
        self._build_side()
        self.done = DonePanel(desk)
        self.done.again.connect(self._again)
        self.done.family.connect(self._same_family)
        self.done.closed.connect(self.closed)
        self._stack = QStackedWidget()
        form = Sheet(self._left, self._side, side_width=380, turn_below=860)
        page = QWidget()
        # The way to book stays in sight, however long the form grows.
        inner = column(spacing=1.5)
        inner.addWidget(Scroller(form), 1)
        inner.addLayout(self._bar)
        page.setLayout(inner)
        self._stack.addWidget(page)
        self._stack.addWidget(Scroller(self.done))
        layout = column(self._stack)
        self.setLayout(layout)

    def _build_form(self) -> None:
        self.person = PersonField(self.desk)
        self.person.changed.connect(self._person_changed)
        self.person.entered.connect(self._person_entered)
        self.doubt = DoubtPanel()
        self.doubt.same.connect(self._same_child)
        self.doubt.different.connect(self._another_child)
        labels = load_codes()["reasons"]
        language = "en" if self.desk.settings.language == "en" else "nl"
        options = [(key, _capital(labels.label(key, language))) for key in labels.keys()]  # noqa: SIM118 - a method of ours, not a mapping
        self.reasons = ChipGroup(self.tr("Waar gaat het over?"), options)
        self.reasons.setObjectName("bookReasons")
        for key, _ in options:
            self.reasons.chip(key).setObjectName(f"bookReason_{key}")
        self.reasons_row = FormRow(self.tr("Waar gaat het over?"), self.reasons)
        self.words = WordsField()
        self.consent = ConsentBox(by_worker=self.desk.role == Role.YOUTH_WORKER)
        self.extras = Extras(self.desk)
        self.extras.changed.connect(self._extras_changed)
        self.extras.pasted.connect(self._take_over)
        self.family = FamilyStart(self.desk, self.person, self.extras, self)
        self.person.restarted.connect(self.family.clear)
        self._left = Card()
        parts = (self.person, self.doubt, self.reasons_row, self.words, self.consent, self.extras)
        for part in parts:
            self._left.add(part)
        self._left.body.addStretch(1)

    def _build_side(self) -> None:
        self.wishes = SlotWishes()
        self.wishes.changed.connect(self.reload_slots)
        self.slots = SlotChoice()
        self.slots.changed.connect(self._slot_changed)
        self.behalf = Behalf(self.desk.actor.id)
        self.behalf.changed.connect(self.extras.say_who_joins)
        self.calls = CallList()
        self.calls.hide()
        self.problem = label("", "error")
        self.problem.hide()
        self.confirm = PushButton(self.tr("Boeken"), self.submit, role="primary", key="Enter")
        self.confirm.setObjectName("bookConfirm")
        self.cancel = PushButton(self.tr("Annuleren"), name=self.tr("Annuleren: het boeken"))
        self.cancel.clicked.connect(self.closed)
        self.cancel.setObjectName("bookCancel")
        self.confirm.setMinimumWidth(theme.current().px(240))
        self._bar = line()
        self._bar.addWidget(self.problem, 1)
        self._bar.addStretch(0)
        self._bar.addWidget(self.confirm)
        self._bar.addWidget(self.cancel)
        self._bar.setAlignment(self.confirm, Qt.AlignmentFlag.AlignRight)
        side = column(self.wishes, self.slots, self.behalf, self.calls, spacing=1.25)
        side.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(side)

    def start(self, site_id: str, mode: str = NEW, params: Mapping[str, object] | None = None) -> None:
        """Begin anew.

        Args:
            site_id: where.
            mode: `NEW`, `WALK_IN` or `PEER`.
            params: ``slot`` to prefer, ``patient`` who is known already, ``waiting`` whose place ends with it;
                ``family`` (`Booked`) with ``reasons`` to go on with somebody else of that family.
        """
        given = params or {}
        self.site_id = self.person.site_id = site_id
        self.mode = mode
        self._prefer = str(given.get("slot", ""))
        self._waiting_id = str(given.get("waiting", ""))
        self._clear()
        if isinstance(booked := given.get("family"), Booked):
            self.family.begin(booked)
            self.reasons.choose(list(cast("list[str]", given["reasons"])))
        self._stack.setCurrentIndex(0)
        titles = {
            NEW: self.tr("Nieuwe afspraak"),
            WALK_IN: self.tr("Inloop: zonder afspraak"),
            PEER: self.tr("Collegiale vraag"),
        }
        self.titled.emit(titles[mode])
        self.confirm.setText(self._verb())
        self.reload_slots()
        if patient := given.get("patient"):
            self.desk.tasks.run(cards.find_person, str(patient), site_id).then(self._found_person)
        (self.words.field if mode == PEER else self.person.search).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_half_done(self) -> bool:
        """Whether something is filled in here that is not booked yet."""
        given = self.person.hit is not None or self.person.is_new or self.reasons.chosen()
        return not self._stack.currentIndex() and bool(given)

    def reload_slots(self) -> None:
        """Ask again what is free."""
        walk_in = self.mode == WALK_IN
        short = self.mode != NEW
        minutes = _WALK_IN_MINUTES if short else self.wishes.minutes()
        worker = "" if short else self.wishes.worker_id()
        wish = Wish((self.site_id,), minutes, worker, walk_in=walk_in)
        self.desk.tasks.run(requests.choices, wish, self.family.slot_id, self._prefer).then(self._show_slots)

    def submit(self) -> None:
        """Book what is filled in, unless it is on its way already."""
        if self._sent or self._stack.currentIndex():
            return
        self._say("")
        request = self._request()
        if request is None:
            return
        self._sent = True
        run = self.desk.tasks.run
        if self.mode == PEER:
            job = run(booking.ask_peer, self.site_id, request.words, request.slot_id)
        elif self.mode == WALK_IN:
            job = run(booking.walk_in, request)
        elif self.extras.has(extra.URGENT):
            job = run(booking.raise_urgent, replace(request, slot_id=""))
        elif request.slot_id == WAITING:
            job = run(waiting.add_to_waiting_list, replace(request, slot_id=""))
        else:
            job = run(booking.book, request)
        job.then(self._came_back).otherwise(self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focus = QApplication.focusWidget()
            if isinstance(focus, QPushButton) and focus is not self.confirm:
                focus.click()
            else:
                self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _request(self) -> BookingRequest | None:
        slot = self.slots.chosen()
        if self.mode == PEER:
            return BookingRequest(self.site_id, "" if slot == WAITING else slot, words=self.words.text())
        nobody = self.person.hit is None and not self.person.is_new
        new = self.person.new_person()
        if nobody and not (self.mode == WALK_IN and not self.person.search.text().strip()):
            self.person.show_error(self._who_first())
            self.person.search.setFocus()
            return None
        if self.person.is_new and new is None:
            return None
        return BookingRequest(
            site_id=self.site_id,
            slot_id=slot if slot or self.mode == WALK_IN else "",
            person_id=self.person.hit.id if self.person.hit else "",
            new=new,
            reasons=tuple(self.reasons.chosen()),
            words=self.words.text(),
            sharing=self.consent.answer(),
            given_by=self.consent.given_by,
            gp_joins=self.extras.has(extra.JOINS),
            family_agreed=self.extras.family_agreed(),
            family_of=self.family.person_id,
            practitioner_id=self.behalf.doctor_id() if self.mode == NEW else "",
            minutes=self.wishes.minutes() if self.mode == NEW else 0,
            confirmed=self._confirmed,
            waiting_id=self._waiting_id,
            over_hold=self.slots.is_held(),
            interpreter=self.extras.interpreter_needed(),
            safe_contact=self.extras.safe_contact(),
            patient_line=self.extras.patient_line(),
        )

    def _who_first(self) -> str:
        if self.mode == WALK_IN:
            return self.tr("Kies iemand uit de lijst of Nieuwe jeugdige; maak het veld leeg voor inloop zonder naam.")
        return self.tr("Zoek een jeugdige, of typ naam en geboortedatum van een nieuwe.")

    def _clear(self) -> None:
        self._confirmed = self._sent = False
        self.person.clear()
        self.doubt.hide()
        self.reasons.choose([])
        self.reasons_row.set_error("")
        self.words.clear()
        self.extras.clear()
        self.family.clear()
        self.wishes.clear()
        self.behalf.clear()
        self.wishes.setVisible(self.mode == NEW)
        self._say("")
        peer = self.mode == PEER
        for part in (self.person, self.reasons_row, self.consent, self.extras):
            part.setVisible(not peer)
        self.words.ask_question(peer=peer)
        self._extras_changed()
        self._person_changed()

    def _verb(self) -> str:
        if self.mode == PEER:
            return self.tr("Leg de vraag neer")
        if self.mode == WALK_IN:
            return self.tr("Is er nu")
        if self.extras.has(extra.URGENT):
            return self.tr("Maak een taak voor vandaag")
        if self.slots.is_held():
            return self.tr("Toch boeken, ook al is de plek vastgehouden")
        return self.tr("Op de wachtlijst zetten") if self.slots.chosen() == WAITING else self.tr("Boeken")

    def _show_slots(self, choice: Choice) -> None:
        proposal = choice.proposal
        self.wishes.show_workers(choice.workers)
        self.behalf.show_doctors(choice.doctors, choice.last_doctor)
        self._worker = proposal.slots[0].worker_name if proposal.slots else ""
        self.slots.show_proposal(proposal, self._today(), self._prefer, beside=choice.is_beside)
        self._slot_changed()
        self._person_changed()
        follow_reading(self)

    def _slot_changed(self) -> None:
        self.confirm.setText(self._verb())

    def _extras_changed(self) -> None:
        urgent = self.extras.has(extra.URGENT)
        if urgent and self.calls.isHidden():
            self.desk.tasks.run(phone_list.whom_to_phone, self.site_id).then(self.calls.show_calls)
        self.calls.setVisible(urgent)
        self.slots.setVisible(not urgent)
        self.wishes.setVisible(self.mode == NEW and not urgent)
        self.behalf.ask(wanted=self.mode == NEW and not urgent)
        if self.mode == NEW and self.extras.has(extra.INTERPRETER) and self.wishes.ask_longer():
            self.reload_slots()
        self.confirm.setText(self._verb())

    def _person_changed(self) -> None:
        hit = self.person.hit
        self._confirmed = False  # what was confirmed was about somebody else
        if hit is None and not self.person.is_new:
            self.doubt.hide()
        known = hit.sharing if hit else cards.Sharing.TO_ASK
        self.consent.ask(self.person.given_name(), self.person.birth_date(), self._today(), self._worker, known)
        follow_reading(self)
        if hit is not None:
            self.extras.suggest(hit.interpreter, hit.safe_contact)
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person_entered(self) -> None:
        """A walk-in stands at the desk: who it is is all that is asked."""
        complete = self.person.hit is not None or self.person.birth_date() is not None
        if self.mode == WALK_IN and complete:
            self.submit()

    def _take_over(self, line_pasted: str) -> None:
        filled = self.person.take_over(read_line(line_pasted, self._today()))
        if filled:
            self.extras.say_taken_over(filled)

    def _found_person(self, hit: PersonHit) -> None:
        self.person.choose(hit)

    def _same_child(self, hit: PersonHit) -> None:
        self.person.choose(hit)

    def _another_child(self) -> None:
        self._confirmed = True
        self.doubt.hide()
        self.submit()

    def _came_back(self, outcome: tuple[Changes, Booked | Doubt]) -> None:
        self._sent = False
        result = outcome[1]
        if isinstance(result, Doubt):
            self.doubt.show_doubt(result)
            follow_reading(self)
            return
        self._undo = toast_booked(self.desk, self._told(result), result)
        self.done.show_booked(result, self.site_id)
        self._stack.setCurrentIndex(1)
        self.done.take_focus()
        self.booked.emit(result)

    def _told(self, result: Booked) -> str:
        if result.appointment_id:
            return self.tr("Geboekt.")
        return self.tr("De taak staat op vandaag.") if result.task_id else self.tr("Op de wachtlijst gezet.")

    def _refused(self, error: KnownError) -> None:
        self._sent = False
        code = getattr(error, "code", "")
        words = messages.say(error)
        if code == "booking.reasons_missing":
            self.reasons_row.set_error(words)
            self.reasons.setFocus()
        elif code.startswith(_PERSON_CODES):
            self.person.show_error(words, code)
        else:
            self._say(words)
        if code.startswith("slot."):
            self.reload_slots()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _again(self) -> None:
        self.start(self.site_id)

    def _same_family(self, booked: Booked) -> None:
        self.start(self.site_id, NEW, {"family": booked, "reasons": self.reasons.chosen()})

    def _today(self) -> date:
        return text.local(self.desk.clock()).date()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
