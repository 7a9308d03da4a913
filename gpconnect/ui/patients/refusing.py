"""Refusing to erase: the ground and the reason first, then what the family hears, aloud and on paper."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.erasure import ErasureRefusal, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.services import refusing
from gpconnect.services.desk_prints import Paper
from gpconnect.services.erasing import Asked
from gpconnect.ui import text
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PushButton, SentenceBox, StatusBadge, column, label
from gpconnect.ui.patients import erasing_words
from gpconnect.ui.patients.fields import Field, FieldsForm


class RefusingPart(QWidget):
    """The question that comes before a refusal; nothing is refused with one press."""

    refused = Signal(object, str)
    """The ground and the reason."""
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        grounds = (("", self.tr("Kies …")), *erasing_words.grounds())
        self.form = FieldsForm(
            "refuse",
            (
                Field("ground", self.tr("Op welke grond?"), "", "choice", grounds),
                Field(
                    "reason",
                    self.tr("Waarom geldt die hier?"),
                    kind="long",
                    help_text=self.tr(
                        "Schrijf het zo dat het gezin het mag lezen: dit komt in het dossier, in de brief en in elk "
                        "afschrift."
                    ),
                ),
            ),
            self.tr("Verzoek weigeren"),
            primary=False,
        )
        self.form.submitted.connect(self._typed)
        self.form.cancelled.connect(self.cancelled)
        follows = self.tr(
            "Het dossier gaat weer open zoals het was. Jouw naam en de dag komen erbij te staan. Daarna vertel je het "
            "gezin binnen een maand waarom, en waar ze kunnen klagen."
        )
        self.setLayout(
            column(SentenceBox([(follows, "Jeugdwet 7.3.9, AVG artikel 12")], role="well"), self.form, spacing=1)
        )
        self.hide()

    def start(self) -> None:
        """Show the question with the keyboard in it."""
        self.show()
        self.form.start()

    @Slot(dict)
    def _typed(self, typed: dict[str, Any]) -> None:
        if not typed["ground"]:
            self.form.show_error(KnownError("erasure.ground_missing", field="ground"))
        elif not typed["reason"].strip():
            self.form.show_error(KnownError("text.reason_missing", field="reason"))
        else:
            self.refused.emit(Refusal(typed["ground"]), typed["reason"])


class RefusedPart(QWidget):
    """What was decided, the words to read out, the letter, and that the family knows."""

    told = Signal(str)

    def __init__(self, desk: Desk, one: Asked, refusal: ErasureRefusal) -> None:
        super().__init__()
        self._desk, self._refusal = desk, refusal
        decided = self.tr("Geweigerd door {who} op {day}.").format(
            who=refusal.decided_by_name, day=text.full_date(text.local(refusal.decided_at).date())
        )
        why = [(decided, ""), (refusal.reason, erasing_words.law(one))]
        self.state = StatusBadge(*erasing_words.told_badge(refusal))
        self.letter = PushButton(self.tr("Brief voor het gezin"), self._print)
        self.letter.setObjectName("refusedLetter")
        self.know = PushButton(self.tr("Het gezin weet het"), self._know, role="primary")
        self.know.setObjectName("refusedTold")
        self.know.setVisible(refusal.told_at is None)
        self.paper = PaperView(desk, named=True)
        self.setLayout(
            column(
                SentenceBox(why, role="well"),
                self.state,
                label(self.tr("Lees voor, of geef de brief mee"), "label"),
                SentenceBox([(one_line, "") for one_line in erasing_words.to_read_out(one, refusal)], role="well"),
                flowing(self.know, self.letter),
                self.paper,
                spacing=1,
            )
        )

    @Slot()
    def _know(self) -> None:
        self.told.emit(self._refusal.id)

    @Slot()
    def _print(self) -> None:
        self._desk.tasks.run(refusing.letter, self._refusal.id).then(self._show_paper)

    @Slot(object)
    def _show_paper(self, paper: Paper) -> None:
        self.paper.show_paper(paper)
        self.paper.save_button.setFocus()
