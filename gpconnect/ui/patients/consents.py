"""Consent per question and per person: one click writes down a yes, a no or a withdrawal."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gpconnect.domain.consent import Decision, Form, Scope
from gpconnect.domain.consenting import PATIENT, YOUTH_DECIDES_FROM, YOUTH_JOINS_FROM
from gpconnect.domain.errors import KnownError
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.consents import Asked, ConsentLine, NewConsent, Question
from gpconnect.services.typed_days import read_day
from gpconnect.ui import messages, text
from gpconnect.ui.parts import (
    Card,
    FlowLayout,
    FormRow,
    PushButton,
    SentenceBox,
    StatusBadge,
    clear,
    column,
    label,
)
from gpconnect.ui.patients import consent_words, words


class PersonAnswer(QWidget):
    """One person's answer with what can be recorded now."""

    said = Signal(str, object, object)
    """Who, the decision and its form."""
    withdrawn = Signal(str)

    def __init__(self, one: Asked, given_name: str, name: str, stops: str) -> None:
        super().__init__()
        self.one = one
        who = consent_words.who(one, given_name)
        layout = column(label(f"{who}: {consent_words.answer(one)}"), spacing=0.5)
        buttons = FlowLayout()
        agreed = one.decision is Decision.GIVEN and one.why is None
        if one.decision is Decision.GIVEN:
            withdraw = PushButton(
                self.tr("Intrekken"), self._withdraw, name=self.tr("Intrekken: {who}").format(who=who)
            )
            withdraw.setObjectName(f"{name}_withdraw")
            withdraw.setAccessibleDescription(stops)
            buttons.addWidget(withdraw)
        if one.given_by and (not agreed or one.expires_on is not None):
            for key, words_shown, slot in (
                ("oral", self.tr("Mondeling akkoord"), self._oral),
                ("written", self.tr("Schriftelijk"), self._written),
                ("refused", self.tr("Zegt nee"), self._refused),
            ):
                button = PushButton(words_shown, slot, name=f"{words_shown}: {who}")
                button.setObjectName(f"{name}_{key}")
                buttons.addWidget(button)
        if buttons.count():
            layout.addLayout(buttons)
        self.setLayout(layout)

    def show_answer_only(self) -> None:
        """Take away what can be recorded."""
        for button in self.findChildren(PushButton):
            button.hide()

    def _oral(self) -> None:
        self.said.emit(self.one.given_by, Decision.GIVEN, Form.ORAL)

    def _written(self) -> None:
        self.said.emit(self.one.given_by, Decision.GIVEN, Form.WRITTEN)

    def _refused(self) -> None:
        self.said.emit(self.one.given_by, Decision.REFUSED, Form.ORAL)

    def _withdraw(self) -> None:
        self.withdrawn.emit(self.one.given_by)


class QuestionPart(QWidget):
    """One question: where it stands, the rule in a sentence, and everybody who decides."""

    said = Signal(object, str, object, object, str)
    withdrawn = Signal(object, str)

    def __init__(self, line: ConsentLine, given_name: str, *, reading: bool = False) -> None:
        super().__init__()
        self.line = line
        name = f"consent_{line.question.purpose}"
        badge = StatusBadge(*consent_words.badge(line))
        heading = label(consent_words.title(line), "h2")
        layout = column(heading, badge, SentenceBox(consent_words.sentences(line, given_name), role="well"))
        self.reason: QLineEdit | None = None
        if self._may_leave_parents_out() and not reading:
            self.reason = QLineEdit()
            self.reason.setObjectName(f"{name}_reason")
            help_text = self.tr("Alleen om ernstig nadeel te voorkomen of bij een weloverwogen wens (7.3.4 lid 2).")
            layout.addWidget(FormRow(self.tr("Zonder de ouders? Schrijf waarom"), self.reason, help_text))
        stops = words.say(words.STOPS, line.stops)
        self.people = [PersonAnswer(one, given_name, f"{name}_{place}", stops) for place, one in enumerate(line.asked)]
        for person in self.people:
            if reading:
                person.show_answer_only()
            person.said.connect(self._said)
            person.withdrawn.connect(self._withdrawn)
            layout.addWidget(person)
        if any(one.decision is Decision.GIVEN for one in line.asked):
            layout.addWidget(label(stops, "small"))
        earlier = _past(line, given_name)
        if earlier is not None:
            layout.addWidget(earlier)
        self.setLayout(layout)

    def _may_leave_parents_out(self) -> bool:
        asked = self.line.question.scope is Scope.HELP and not self.line.standing.is_given
        return asked and YOUTH_JOINS_FROM <= self.line.age < YOUTH_DECIDES_FROM

    def _said(self, given_by: str, decision: Decision, form: Form) -> None:
        reason = self.reason.text() if self.reason is not None and given_by == PATIENT else ""
        self.said.emit(self.line.question, given_by, decision, form, reason)

    def _withdrawn(self, given_by: str) -> None:
        self.withdrawn.emit(self.line.question, given_by)


class ConsentCard(Card):
    """All questions of one dossier, with the day on which something was said."""

    recorded = Signal(object)
    """A `NewConsent`."""
    withdrawn = Signal(object, str)
    """The question and who takes it back."""

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Toestemming"))
        self._patient_id = ""
        self._today = date.min
        self.day = QLineEdit()
        self.day.setObjectName("consentDay")
        self.day.setPlaceholderText(self.tr("vandaag"))
        self.day_row = FormRow(self.tr("Dag waarop het is gezegd (leeg is vandaag)"), self.day)
        self.until = QLineEdit()
        self.until.setObjectName("consentUntil")
        self.until.setPlaceholderText(self.tr("tot het wordt ingetrokken"))
        self.until_row = FormRow(self.tr("Een ja geldt tot en met (leeg is tot het wordt ingetrokken)"), self.until)
        self._reading = self._was_said = False
        self._questions = column(spacing=3)
        self.parts: list[QuestionPart] = []
        holder = QWidget()
        holder.setLayout(self._questions)
        self.add(holder)
        self.add(self.day_row)
        self.add(self.until_row)

    def set_reading(self, *, reading: bool) -> None:
        """Whether the answers that come next may only be read."""
        self._reading = reading
        self.day_row.setVisible(not reading)
        self.until_row.setVisible(not reading)

    def show_lines(self, patient_id: str, given_name: str, lines: Sequence[ConsentLine], today: date) -> None:
        """Show where every question stands; what was typed as a reason stays as long as it was not used."""
        if patient_id != self._patient_id:
            self.day.clear()
            self.until.clear()
        self._patient_id, self._today = patient_id, today
        typed = {part.line.question: part.reason.text() for part in self.parts if part.reason is not None}
        if self._was_said:
            self.until.clear()
        self._was_said = False
        clear(self._questions)
        self.parts = [QuestionPart(line, given_name, reading=self._reading) for line in lines]
        for part in self.parts:
            if part.reason is not None:
                part.reason.setText(typed.get(part.line.question, ""))
            part.said.connect(self._said)
            part.withdrawn.connect(self.withdrawn)
            self._questions.addWidget(part)
            part.show()

    def show_error(self, error: BaseException) -> None:
        """Say what is wrong at the day, or at the last day, which are typed for every answer."""
        ends = isinstance(error, KnownError) and error.code == "consent.ends_before"
        self._was_said = False
        (self.until_row if ends else self.day_row).set_error(messages.say(error))

    def _said(self, question: Question, given_by: str, decision: Decision, form: Form, reason: str) -> None:
        self.day_row.set_error("")
        self.until_row.set_error("")
        try:
            day = read_birth_date(self.day.text(), self._today) if self.day.text().strip() else None
        except KnownError as error:
            known = KnownError("consent.day_future") if error.code.endswith("future") else error
            self.show_error(known)
            return
        try:
            until = read_day(self.until.text(), self._today)
        except KnownError as error:
            self.until_row.set_error(messages.say(error))
            return
        self._was_said = True
        self.recorded.emit(NewConsent(self._patient_id, question, given_by, decision, form, day, reason, until))


def _past(line: ConsentLine, given_name: str) -> QLabel | None:
    """What was said before, when more was said than what counts now."""
    if len(line.past) <= sum(one.decision is not None for one in line.asked):
        return None
    said = [
        text.join(
            text.full_date(one.acted_on),
            one.given_by_name or (given_name if one.given_by == PATIENT else ""),
            words.say(words.DECISIONS, one.decision).lower(),
        )
        for one in line.past
    ]
    return label("\n".join(said), "small")
