"""The confidential part of a dossier: closed until somebody opens it, and closed again by itself."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.domain.meldcode import CONSULT, DECIDE, WEIGH, WEIGHING, MeldcodeStep
from gpconnect.services import meldcode
from gpconnect.services.meldcode import LIMIT, MeldcodeView, TypedStep
from gpconnect.services.typed_days import read_day
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.marked import QT_TRANSLATE_NOOP
from gpconnect.ui.parts import Card, PushButton, clear, column, label, line
from gpconnect.ui.patients import words
from gpconnect.ui.patients.fields import Field, FieldsForm

OPEN_MS = 15 * 60 * 1000
"""So long it stays open without anybody writing in it."""
STEPS = {
    "1": QT_TRANSLATE_NOOP("patients", "1. Signalen in kaart"),
    "2": QT_TRANSLATE_NOOP("patients", "2. Overleg met een collega of Veilig Thuis"),
    "3": QT_TRANSLATE_NOOP("patients", "3. Gesprek met wie het aangaat"),
    "4": QT_TRANSLATE_NOOP("patients", "4. Wegen"),
    "5": QT_TRANSLATE_NOOP("patients", "5. Beslissen"),
}
WITH = {
    "colleague": QT_TRANSLATE_NOOP("patients", "Deskundige collega"),
    "safe_home": QT_TRANSLATE_NOOP("patients", "Veilig Thuis"),
    "confidential_doctor": QT_TRANSLATE_NOOP("patients", "Vertrouwensarts"),
    "other": QT_TRANSLATE_NOOP("patients", "Iemand anders"),
}
QUESTIONS = {
    "suspicion": QT_TRANSLATE_NOOP("patients", "Is er een vermoeden van (dreigend) geweld thuis of mishandeling?"),
    "danger": QT_TRANSLATE_NOOP("patients", "Is er acute of structurele onveiligheid?"),
    "able": QT_TRANSLATE_NOOP("patients", "Kan ik effectieve hulp bieden of organiseren?"),
    "accepted": QT_TRANSLATE_NOOP("patients", "Aanvaarden de betrokkenen die hulp, en zetten zij zich ervoor in?"),
    "lasting": QT_TRANSLATE_NOOP("patients", "Leidt die hulp op tijd tot duurzame veiligheid?"),
}
SAID = {
    "yes": QT_TRANSLATE_NOOP("patients", "Ja"),
    "no": QT_TRANSLATE_NOOP("patients", "Nee"),
    "unknown": QT_TRANSLATE_NOOP("patients", "Niet te zeggen"),
}
DECIDED = {
    "help": QT_TRANSLATE_NOOP("patients", "Hulp organiseren"),
    "report": QT_TRANSLATE_NOOP("patients", "Melden bij Veilig Thuis"),
    "both": QT_TRANSLATE_NOOP("patients", "Melden, en hulp organiseren"),
    "none": QT_TRANSLATE_NOOP("patients", "Geen van beide: het vermoeden is weg"),
}
_ONLY = {CONSULT: ("consulted",), WEIGH: WEIGHING, DECIDE: ("decision", "reported_on")}
"""The fields that only one step has."""


class MeldcodeCard(Card):
    """A button until it is opened; then the steps that were taken, and the next one to write down."""

    turned = Signal()
    """Other fields came or went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Vertrouwelijk deel"))
        self._desk = desk
        self._patient_id = ""
        self._corrects = ""
        self.form: FieldsForm | None = None
        self.opening = PushButton(self.tr("Meldcode openen"), self._open)
        self.opening.setObjectName("meldcodeOpen")
        self.closing = PushButton(self.tr("Sluiten"), self.close_part, role="quiet")
        self.closing.setObjectName("meldcodeClose")
        self._steps = QWidget()
        self._steps.setLayout(column(spacing=1.5))
        self._about = label(
            self.tr(
                "Voor de stappen van de meldcode. Ze staan niet in de notities, worden niet gevonden met zoeken en "
                "komen niet in een kopie voor ouders. Wie dit opent, komt in de lijst van wie er keek."
            ),
            "small",
        )
        self.add(self._about)
        buttons = line(self.opening, self.closing)
        buttons.addStretch(1)
        holder = QWidget()
        holder.setLayout(buttons)
        self.add(holder)
        self.add(self._steps)
        self._time = QTimer(self, singleShot=True, interval=OPEN_MS)
        self._time.timeout.connect(self._time_out)
        self.close_part()

    @property
    def is_open(self) -> bool:
        """Whether anything of it can be read now."""
        return self.form is not None

    def show_patient(self, patient_id: str, *, reading: bool) -> None:
        """Stand closed beside another dossier; who reads in an emergency writes nothing here."""
        if patient_id != self._patient_id:
            self._patient_id = patient_id
            self.close_part()
        self.setVisible(not reading)

    @Slot()
    def close_part(self) -> None:
        """Take everything off the screen; what was typed and not kept goes as well."""
        self._time.stop()
        self._corrects = ""
        self.form = None
        clear(self._layout())
        self._steps.hide()
        self.closing.hide()
        self.opening.show()
        self.turned.emit()

    def _open(self) -> None:
        self._desk.tasks.run(meldcode.open_part, self._patient_id).then(self._show)

    @Slot(object)
    def _show(self, view: MeldcodeView) -> None:
        if view.patient_id != self._patient_id:
            return
        clear(self._layout())
        for one in view.steps:
            self._layout().addWidget(self._step(one))
        if view.corrected:
            old = text.count(len(view.corrected), self.tr("eerdere versie"), self.tr("eerdere versies"))
            self._layout().addWidget(label(self.tr("Verbeterd: {n} blijft bewaard.").format(n=old), "small"))
        if view.due is not None:
            due = self.tr("Volgende stap uiterlijk {day}.").format(day=text.full_date(view.due))
            self._layout().addWidget(label(due))
        phone = self.tr("Veilig Thuis, dag en nacht: {phone}. Bel 112 als het nu gevaarlijk is.")
        self._layout().addWidget(label(phone.format(phone=view.phone), "small"))
        self._make_form(view.next_step)
        self.opening.hide()
        self.closing.show()
        self._steps.show()
        self._time.start()
        self.turned.emit()

    def _step(self, one: MeldcodeStep) -> QWidget:
        """One step that was taken, with the way to correct it."""
        parts = [label(words.say(STEPS, str(one.step)), "h2"), label(one.words)]
        said = []
        if one.consulted:
            who = ", ".join(words.say(WITH, key) for key in one.consulted)
            said.append(self.tr("Overlegd met: {who}").format(who=who))
        said += [
            f"{words.say(QUESTIONS, key)} {words.say(SAID, one.weighing[key])}" for key in WEIGHING if one.weighing
        ]
        if one.decision:
            said.append(words.say(DECIDED, one.decision))
        if one.reported_on is not None:
            said.append(self.tr("Gemeld op {day}").format(day=text.full_date(one.reported_on)))
        parts += [label(sentence) for sentence in said]
        by = text.join(text.full_date(one.day), one.made_by_name, self.tr("verbeterd") if one.corrects else "")
        parts.append(label(by, "small"))
        correct = PushButton(self.tr("Verbeteren"), lambda: self._correct(one), role="quiet")
        correct.setAccessibleName(self.tr("Verbeteren: {step}").format(step=words.say(STEPS, str(one.step))))
        correct.setObjectName(f"meldcodeCorrect{one.step}")
        holder = QWidget()
        layout = column(*parts, spacing=0.5)
        row = line(correct)
        row.addStretch(1)
        layout.addLayout(row)
        holder.setLayout(layout)
        return holder

    def _correct(self, one: MeldcodeStep) -> None:
        """The same step again; it comes in the place of this one, which stays."""
        self._make_form(one.step, one)
        self.turned.emit()
        assert self.form is not None, "it was just made"
        self.form.start()

    def _make_form(self, step: int, old: MeldcodeStep | None = None) -> None:
        self._corrects = old.id if old is not None else ""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        save = self.tr("Verbetering bewaren") if old is not None else self.tr("Stap bewaren")
        self.form = FieldsForm("meldcode", self._fields(step, old), save)
        self.form.cancel.setVisible(old is not None)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self._open)
        chosen = self.form.field("step")
        chosen.currentIndexChanged.connect(self._choose)  # type: ignore[attr-defined]  # a choice is a combo box
        if old is not None:
            self.form.field("words").set_value(old.words)  # type: ignore[attr-defined]  # a long field
        self._layout().addWidget(self.form)
        self._choose()

    def _fields(self, step: int, old: MeldcodeStep | None) -> tuple[Field, ...]:
        day = text.birth_date(old.day if old is not None else self._today())
        reported = text.birth_date(old.reported_on) if old is not None and old.reported_on is not None else ""
        weighing = old.weighing if old is not None else {}
        return (
            Field("step", self.tr("Welke stap"), str(step), "choice", words.options(STEPS)),
            Field("day", self.tr("Wanneer"), day, help_text=self.tr("Bijvoorbeeld 27-11")),
            Field("words", self.tr("Wat je zag, hoorde of besprak"), "", "long", limit=LIMIT),
            Field(
                "consulted", self.tr("Met wie"), old.consulted if old is not None else (), "chips", words.options(WITH)
            ),
            *(
                Field(key, words.say(QUESTIONS, key), (weighing[key],) if key in weighing else (), "chip",
                      words.options(SAID))
                for key in WEIGHING
            ),
            Field(
                "decision", self.tr("Wat is besloten"), (old.decision,) if old is not None and old.decision else (),
                "chip", words.options(DECIDED),
            ),
            Field("reported_on", self.tr("Gemeld bij Veilig Thuis op (mag leeg)"), reported),
        )  # fmt: skip

    @Slot()
    def _choose(self) -> None:
        """Only the fields of the chosen step."""
        assert self.form is not None, "it is its own choice that turned"
        step = int(self.form.typed()["step"])
        for only, names in _ONLY.items():
            for name in names:
                self.form.row(name).setVisible(step == only)
        self._time.start()
        self.turned.emit()

    @Slot(dict)
    def _save(self, typed: dict[str, Any]) -> None:
        assert self.form is not None, "it sent this"
        today = self._today()
        try:
            new = self._typed(typed, today)
        except KnownError as error:
            self.form.show_error(error)
            return
        job = self._desk.tasks.run(meldcode.record_step, self._patient_id, new)
        job.then(self._saved).otherwise(self._refused)

    def _typed(self, typed: dict[str, Any], today: date) -> TypedStep:
        return TypedStep(
            step=int(typed["step"]),
            day=_day("day", typed, today) or today,
            words=typed["words"],
            consulted=typed["consulted"],
            weighing={key: typed[key][0] for key in WEIGHING if typed[key]},
            decision="".join(typed["decision"]),
            reported_on=_day("reported_on", typed, today),
            corrects=self._corrects,
        )

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        self._desk.toast(self.tr("Bewaard in het vertrouwelijke deel."))
        self._open()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        if self.form is not None:
            self.form.show_error(error)

    @Slot()
    def _time_out(self) -> None:
        """It closes by itself, but never over words that are not kept yet."""
        if self.form is not None and self.form.typed()["words"]:
            self._time.start()
        else:
            self.close_part()

    def _today(self) -> date:
        return text.local(self._desk.clock()).date()

    def _layout(self) -> Any:
        return self._steps.layout()


def _day(name: str, typed: dict[str, Any], today: date) -> date | None:
    """A day as it was typed; an error says in which field."""
    try:
        return read_day(typed[name], today)
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": name}) from error
