"""The cards of the family's rights besides the copy: own statement, correction, keeping back, being counted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.errors import KnownError
from gpconnect.domain.rights import Ground
from gpconnect.services.rights import Kept, NewWithholding, Part, RightsView
from gpconnect.services.typed_days import read_day
from gpconnect.ui import text
from gpconnect.ui.parts import Card, PushButton, Row, SentenceBox, StatusBadge, line
from gpconnect.ui.patients import rights_words, words
from gpconnect.ui.patients.asking import AskCard
from gpconnect.ui.patients.fields import Field


class StatementCard(AskCard):
    """What the youth or a parent states, word for word."""

    stated = Signal(str, str, object)
    """The text, who says it, and the day (None is today)."""

    def __init__(self) -> None:
        super().__init__("statement")
        law = self.tr("Wie de hulp krijgt, kan een eigen verklaring aan het dossier laten toevoegen.")
        empty = self.tr("Nog geen verklaring. Neem over wat het gezin schrijft of zegt; je verandert er niets aan.")
        self.describe(
            self.tr("Eigen verklaring"),
            (law, self.tr("Jeugdwet 7.3.8 lid 2")),
            empty,
            self.tr("Verklaring toevoegen"),
        )
        self._people: tuple[tuple[str, str], ...] = ()
        self._today = date.min
        self.submitted.connect(self._typed)

    def show_view(self, view: RightsView, today: date) -> None:
        """Show the statements of a dossier, newest first."""
        self._people, self._today = view.people, today
        self.show_rows(
            [
                Row(one.id, one.said_by_name, detail=f"“{one.text}”", time=text.full_date(one.said_on), bold=False)
                for one in view.statements
            ]
        )

    def fields(self) -> Sequence[Field]:
        help_text = self.tr("Woord voor woord. Blijft staan zoals het er staat.")
        return (
            Field("said_by", self.tr("Wie verklaart dit?"), PATIENT, "choice", self._people),
            Field("text", self.tr("De verklaring"), kind="long", help_text=help_text),
            Field("said_on", self.tr("Dag (leeg is vandaag)")),
        )

    def _typed(self, typed: dict[str, Any]) -> None:
        try:
            day = _day(typed["said_on"], "said_on", self._today)
        except KnownError as error:
            self.show_error(error)
            return
        self.stated.emit(typed["text"], typed["said_by"], day)


class CorrectionCard(AskCard):
    """Something in a signed note is put right beside what stands there."""

    corrected = Signal(str, str, str, str, str)
    """Note, item, text, reason and who asked."""

    def __init__(self) -> None:
        super().__init__("correction")
        law = self.tr(
            "Wat niet klopt, verbeter je: de oude tekst blijft leesbaar, de verbetering staat erbij. "
            "Vertel het ook aan wie de oude tekst al kreeg."
        )
        empty = self.tr(
            "Nog niets verbeterd. Ben je het niet eens met een verzoek? Dan kan het gezin een eigen verklaring geven."
        )
        self.describe(
            self.tr("Verbeteren"),
            (law, self.tr("AVG artikel 16 en 19")),
            empty,
            self.tr("Iets verbeteren in een notitie"),
        )
        self._passages: tuple[Part, ...] = ()
        self._people: tuple[tuple[str, str], ...] = ()
        self.submitted.connect(self._typed)

    def show_view(self, view: RightsView) -> None:
        """Show what was corrected, newest first."""
        self._passages, self._people = view.passages, view.people
        self.add_button.setEnabled(bool(view.passages))
        self.show_rows(
            [
                Row(
                    one.addendum.id,
                    one.addendum.text,
                    detail=text.join(one.label or one.title, one.addendum.reason, one.addendum.asked_by),
                    time=text.full_date(text.local(one.addendum.made_at).date()),
                    bold=False,
                )
                for one in view.corrections
            ]
        )

    def fields(self) -> Sequence[Field]:
        passages = tuple((str(place), rights_words.what(one)) for place, one in enumerate(self._passages))
        asked = (("", self.tr("Ik zag het zelf")), *((name, name) for _, name in self._people))
        return (
            Field("what", self.tr("Wat klopt er niet?"), "", "choice", (("", self.tr("Kies …")), *passages)),
            Field("text", self.tr("Hoe is het wel?"), kind="long"),
            Field("reason", self.tr("Waarom? Bijvoorbeeld: verkeerd gehoord")),
            Field("asked_by", self.tr("Wie vroeg erom?"), "", "choice", asked),
        )

    def _typed(self, typed: dict[str, Any]) -> None:
        if not typed["what"]:
            self.show_error(KnownError("rights.nothing_chosen", field="what"))
            return
        part = self._passages[int(typed["what"])]
        self.corrected.emit(part.record, part.part, typed["text"], typed["reason"], typed["asked_by"])


class WithholdingCard(AskCard):
    """What is kept back from copies, from whom, until when and why."""

    decided = Signal(object)
    """A `NewWithholding`."""

    def __init__(self) -> None:
        super().__init__("withholding")
        law = self.tr(
            "Voor iedereen: wat de privacy van een ander raakt. Voor ouders en voogd ook: wat gevaar of schade geeft, "
            "zoals stappen van de meldcode. Het afschrift verraadt niet dat je dit laatste achterhoudt."
        )
        empty = self.tr(
            "Er wordt niets achtergehouden. Een geheim adres en antwoorden over anderen blijven vanzelf weg."
        )
        self.describe(
            self.tr("Achterhouden"),
            (law, self.tr("Jeugdwet 7.3.10 en 7.3.15 lid 4")),
            empty,
            self.tr("Iets achterhouden"),
        )
        self._view: RightsView | None = None
        self._today = date.min
        self.submitted.connect(self._typed)

    def show_view(self, view: RightsView, today: date) -> None:
        """Show what is kept back now."""
        self._view, self._today = view, today
        self.show_rows([self._row(one) for one in view.kept])

    def fields(self) -> Sequence[Field]:
        assert self._view is not None, "a form belongs to a dossier"
        parts = tuple((str(place), rights_words.what(one)) for place, one in enumerate(self._view.holdable))
        everyone = ("", self.tr("Iedereen voor wie die grond geldt"))
        until = self.tr("Leeg: tot iemand het opheft.")
        return (
            Field("what", self.tr("Wat houd je achter?"), "", "choice", (("", self.tr("Kies …")), *parts)),
            Field(
                "ground", self.tr("Op welke grond?"), Ground.GOOD_CARE, "choice", words.options(rights_words.GROUNDS)
            ),
            Field("towards", self.tr("Voor wie?"), "", "choice", (everyone, *self._view.people)),
            Field("reason", self.tr("Waarom? Alleen het team leest dit")),
            Field("until", self.tr("Tot en met welke dag?"), help_text=until),
        )

    def _row(self, one: Kept) -> Row:
        kept = one.withholding
        until = self.tr("tot en met {day}").format(day=text.full_date(kept.until)) if kept.until else ""
        who = one.towards_name or self.tr("iedereen voor wie dit geldt")
        return Row(
            kept.id,
            rights_words.what(one.what),
            detail=text.join(words.say(rights_words.GROUNDS, kept.ground), who, until, kept.reason),
            action=self.tr("Opheffen"),
            action_role="quiet",
            bold=False,
        )

    def _typed(self, typed: dict[str, Any]) -> None:
        assert self._view is not None, "a form belongs to a dossier"
        if not typed["what"]:
            self.show_error(KnownError("rights.nothing_chosen", field="what"))
            return
        part = self._view.holdable[int(typed["what"])]
        try:
            until = _day(typed["until"], "until", self._today)
        except KnownError as error:
            self.show_error(error)
            return
        self.decided.emit(
            NewWithholding(
                part.kind, part.record, Ground(typed["ground"]), typed["reason"], part.part, typed["towards"], until
            )
        )


class ObjectionCard(Card):
    """Whether this child counts in the figures of the pilot."""

    wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Meetellen in de cijfers"))
        self._objects = False
        self.state = StatusBadge("")
        self.law = SentenceBox(role="well")
        self.button = PushButton("", self._clicked)
        self.button.setObjectName("objectionButton")
        buttons = line(self.button)
        buttons.addStretch(1)
        for part in (self.law, self.state):
            self.add(part)
        self.add(buttons)

    def show_view(self, view: RightsView) -> None:
        """Show where it stands, since when, and what follows."""
        self._objects = view.objection.objects
        since = f" · {text.full_date(view.objection.since)}" if view.objection.since else ""
        if self._objects:
            self.state.set(self.tr("Telt niet mee") + since, "attention")
            follows = self.tr("Wat al was doorgegeven, is uiterlijk de volgende werkdag teruggenomen.")
            words_shown = self.tr("Telt weer mee")
        else:
            self.state.set(self.tr("Telt mee, zonder naam") + since, "neutral")
            follows = self.tr("Zegt het gezin nee, dan nemen we ook terug wat al was doorgegeven.")
            words_shown = self.tr("Gezin wil niet meetellen")
        who = self.tr("Wie de hulp krijgt, of onder de 12 een ouder met gezag, kan bezwaar maken.")
        self.law.set_sentences([(who, self.tr("Jeugdwet 7.3.12 lid 2.")), (follows, "")])
        self.button.setText(words_shown)
        self.button.setAccessibleName(words_shown)

    def _clicked(self) -> None:
        self.wanted.emit(not self._objects)


def _day(typed: str, name: str, today: date) -> date | None:
    """A day as typed; what is wrong with it is said at the field."""
    try:
        return read_day(typed, today)
    except KnownError as error:
        raise KnownError(error.code, **error.params, field=name) from error
