"""A new dossier without a booking, with a warning when the jeugdige is probably known already."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.names import Likeness
from gpconnect.domain.typed import WORDS_LIMIT
from gpconnect.services.cards import PersonHit
from gpconnect.services.patients import NewDossier
from gpconnect.ui import text
from gpconnect.ui.parts import Card, PushButton, Row, RowList, column, label
from gpconnect.ui.patients.fields import Field, FieldsForm, tab_through


class OpeningPart(QWidget):
    """The form, and under it who resembles this jeugdige."""

    wanted = Signal(object)
    """A `NewDossier`."""
    known_chosen = Signal(str, bool)
    """Somebody who is known after all, and whether there is a dossier."""
    cancelled = Signal()

    def __init__(self, sites: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.form = FieldsForm(
            "new",
            (
                Field("given_name", self.tr("Voornaam")),
                Field("family_name", self.tr("Achternaam")),
                Field("birth_date", self.tr("Geboortedatum"), help_text=self.tr("Bijvoorbeeld 13-2-2013")),
                Field("phone", self.tr("Telefoon (mag leeg)")),
                Field("site_id", self.tr("Praktijk"), "", "choice", (("", self.tr("geen")), *sites)),
                Field("words", self.tr("Hulpvraag in de woorden van het gezin (mag leeg)"), limit=WORDS_LIMIT),
            ),
            self.tr("Dossier maken"),
        )
        self.form.save.setObjectName("newConfirm")
        self.form.submitted.connect(self._submit)
        self.form.cancelled.connect(self.cancelled)
        self._typed: dict[str, Any] = {}
        self._hits: dict[str, PersonHit] = {}
        self.known = RowList(self.tr("Lijkt op"))
        self.known.setObjectName("newKnown")
        self.known.action_clicked.connect(self._known)
        self.known.activated.connect(self._known)
        self.despite = PushButton(self.tr("Het is iemand anders: maak toch een dossier"), self._despite)
        self.despite.setObjectName("newDespite")
        self.warning = Card("", flush=True)
        self.warning.set_title(self.tr("Deze jeugdige is misschien al bekend"))
        self.warning.add(self.known)
        foot = QWidget()
        foot.setLayout(column(label(self.tr("Er is nog niets opgeslagen."), "muted"), self.despite, margin=2))
        self.warning.add(foot)
        self.warning.hide()
        card = Card(self.tr("Nieuwe jeugdige"))
        card.add(self.form)
        layout = column(self.warning, card, spacing=2)
        layout.addStretch(1)
        self.setLayout(layout)

    def start(self, typed: str) -> None:
        """Begin, with what was looked for and not found as the name."""
        first, _, rest = typed.strip().partition(" ")
        for name, value in (("given_name", first), ("family_name", rest)):
            field = self.form.field(name)
            if isinstance(field, QLineEdit) and value and not any(one.isdigit() for one in value):
                field.setText(value)
        self.form.start()

    def show_known(self, hits: Sequence[PersonHit]) -> None:
        """Say who resembles this jeugdige."""
        self._hits = {one.id: one for one in hits}
        self.known.set_rows([self._row(one) for one in hits])
        self.warning.show()
        tab_through(self)
        self.known.focus_row(hits[0].id)

    def _row(self, one: PersonHit) -> Row:
        twin = one.likeness is Likeness.TWIN and one.in_dossier
        how = {
            Likeness.SAME: self.tr("Zelfde naam en geboortedatum"),
            Likeness.TYPING_ERROR: self.tr("Lijkt een tikfout"),
            Likeness.TWIN: self.tr("Tweeling?"),
        }
        where = self.tr("heeft een dossier") if one.in_dossier else self.tr("bekend bij de praktijk, nog geen dossier")
        return Row(
            one.id,
            one.name,
            after=text.join(text.age(one.age), text.birth_date(one.birth_date)),
            detail=where,
            badge=how.get(one.likeness, "") if one.likeness else "",
            tone="attention",
            action=self.tr("Ja, tweeling") if twin else self.tr("Deze is het"),
        )

    def _known(self, person_id: str) -> None:
        hit = self._hits[person_id]
        if hit.likeness is Likeness.TWIN and hit.in_dossier:
            self.wanted.emit(NewDossier(**self._typed, twin_of=person_id))
        else:
            self.known_chosen.emit(person_id, hit.in_dossier)

    def _submit(self, typed: dict[str, Any]) -> None:
        self._typed = typed
        self.warning.hide()
        self.wanted.emit(NewDossier(**typed))

    def _despite(self) -> None:
        self.wanted.emit(NewDossier(**self._typed, despite=True))
