"""May Buurtzorg Jong know this? One sentence that says who decides and why, and the answer."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.ages import age_on
from gpconnect.domain.consenting import PARENT_AT_DESK, PATIENT, Party, who_decides_help, who_decides_sharing
from gpconnect.services.cards import Sharing
from gpconnect.ui import text
from gpconnect.ui.parts import ChipGroup, SentenceBox, column, label


class ConsentBox(QWidget):
    """The rule for this age, in words, with chips for what was answered."""

    changed = Signal()

    def __init__(self, *, by_worker: bool) -> None:
        super().__init__()
        self._by_worker = by_worker
        self._given_by = PATIENT
        question = self.tr("Mag de praktijk dit weten?") if by_worker else self.tr("Mag Buurtzorg Jong dit weten?")
        self.answers = ChipGroup(question, multi=False)
        self.answers.setObjectName("bookConsent")
        self.answers.changed.connect(self._answered)
        self._box = SentenceBox((), self.answers)
        self.setLayout(column(label(question, "label"), self._box, spacing=0.5))
        self.ask("", None, date.min)

    @property
    def given_by(self) -> str:
        """``patient`` or ``parent``: whose answer it is."""
        return self._given_by

    def answer(self) -> Sharing:
        chosen = self.answers.chosen()
        return Sharing(chosen[0]) if chosen else Sharing.TO_ASK

    def ask(
        self, given_name: str, birth_date: date | None, today: date, worker: str = "", known: Sharing = Sharing.TO_ASK
    ) -> None:
        """Put the question for this jeugdige; without birth date nobody knows yet who decides."""
        if birth_date is None or birth_date > today:
            self._box.set_sentences([(self.tr("Wie hierover beslist, hangt af van de leeftijd."), "")])
            self._offer(self.tr("Het mag"), "")
            self.answers.setEnabled(False)
            self.answers.choose([Sharing.TO_ASK])
            return
        age = age_on(birth_date, today)
        youth = who_decides_sharing(age).parties == (Party.YOUTH,)
        was_enabled, before = self.answers.isEnabled(), self.answer()
        same = was_enabled and self._given_by == (PATIENT if youth else PARENT_AT_DESK)
        self._given_by = PATIENT if youth else PARENT_AT_DESK
        name = given_name or self.tr("De jeugdige")
        self._box.set_sentences(self._sentences(name, age, worker, youth=youth))
        who = name if youth else self.tr("Ouder")
        self._offer(self.tr("{who} vindt het goed").format(who=who), self.tr("g", "toets bij: vindt het goed"))
        self.answers.setEnabled(True)
        self.answers.choose([known if known is not Sharing.TO_ASK else before if same else Sharing.TO_ASK])

    def _offer(self, yes: str, letter: str) -> None:
        letters: dict[str, str] = {
            Sharing.GIVEN: letter,
            Sharing.TO_ASK: self.tr("n", "toets bij: nog vragen"),
            Sharing.REFUSED: self.tr("l", "toets bij: liever niet"),
        }
        self.answers.set_options(
            [
                (Sharing.GIVEN, yes),
                (Sharing.TO_ASK, self.tr("Nog vragen")),
                (Sharing.REFUSED, self.tr("Liever niet")),
            ],
            letters,
        )
        for key, name in ((Sharing.GIVEN, "bookConsentGiven"), (Sharing.TO_ASK, "bookConsentAsk")):
            self.answers.chip(key).setObjectName(name)

    def _sentences(self, name: str, age: int, worker: str, *, youth: bool) -> list[tuple[str, str]]:
        sharing = "Jeugdwet " + self.tr(" en ").join(who_decides_sharing(age).articles)
        whom = self.tr("de praktijk") if self._by_worker else "Buurtzorg Jong"
        words = (
            self.tr("{name} ({age}) beslist zelf of {whom} dit mag weten.")
            if youth
            else self.tr("{name} is {age}: een ouder met gezag of de voogd beslist of {whom} dit mag weten.")
        )
        first = (words.format(name=name, age=text.integer(age), whom=whom), sharing)
        help_rule = who_decides_help(age)
        parents = Party.PARENTS in help_rule.parties
        settles = worker.partition(" ")[0] or self.tr("de jeugdwerker")
        if parents:
            also = (
                self.tr("Voor hulp zijn ook de ouders met gezag nodig; dat regelt {worker}.")
                if youth
                else self.tr("Voor hulp zijn alle ouders met gezag nodig; dat regelt {worker}.")
            )
            return [first, (also.format(worker=settles), ", ".join(help_rule.articles))]
        return [first, (self.tr("Ook over hulp beslist {name} zelf.").format(name=name), ", ".join(help_rule.articles))]

    def _answered(self, chosen: list[str]) -> None:
        if not chosen:
            self.answers.choose([Sharing.TO_ASK])
        self.changed.emit()
