"""The people around a child: who they are, whether they hold parental authority, and how that was checked."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.typed import readable_phone
from gpconnect.services.dossier_views import DossierView
from gpconnect.services.patients import TypedPerson
from gpconnect.ui import text
from gpconnect.ui.parts import Card, PushButton, Row, RowList, column, label
from gpconnect.ui.patients import words
from gpconnect.ui.patients.fields import Field, FieldsForm, framed


class PeopleCard(Card):
    """Everybody around the child; one at a time opens as a form in the card itself."""

    saved = Signal(object, str)
    """A `TypedPerson` and the id of whom it is, empty for somebody new."""
    archived = Signal(str)
    turned = Signal()
    """A form came."""

    def __init__(self) -> None:
        super().__init__("", flush=True)
        self.set_title(self.tr("Mensen eromheen en gezag"))
        self.rows = RowList(self.tr("Mensen om deze jeugdige"))
        self.rows.setObjectName("relatedList")
        self.rows.action_clicked.connect(self.edit)
        self.rows.activated.connect(self.edit)
        self.empty = label(
            self.tr("Nog niemand. Voeg eerst de ouders toe: zonder hen is toestemming niet rond."), "muted"
        )
        self.add_button = PushButton(self.tr("Iemand toevoegen"), self.add_person)
        self.add_button.setObjectName("relatedAdd")
        self.form: FieldsForm | None = None
        self._holder: QWidget | None = None
        self._editing = ""
        self._patient_id = ""
        self._people: dict[str, RelatedPerson] = {}
        self._foot = QWidget()
        self._foot.setLayout(column(self.empty, self.add_button, margin=2))
        self.add(self.rows)
        self.add(self._foot)

    def show_view(self, view: DossierView) -> None:
        """Show the people of a dossier; a form that is open keeps what was typed."""
        if view.patient.id != self._patient_id:
            self.close_form()
        self._patient_id = view.patient.id
        self._people = {one.id: one for one in view.related}
        self.rows.set_rows([self._row(one) for one in view.related])
        self.empty.setVisible(not view.related)

    def set_reading(self, *, reading: bool) -> None:
        """Whether the people may only be read."""
        self.rows.set_reading(reading=reading)
        self.add_button.setVisible(not reading)
        if reading:
            self.close_form()

    def add_person(self) -> None:
        """Open an empty form."""
        self._open(None)

    def edit(self, person_id: str) -> None:
        """Open somebody as a form."""
        self._open(self._people[person_id])

    def close_form(self) -> None:
        """Back to the lines."""
        if self._holder is None:
            return
        self._holder.hide()
        self._holder.deleteLater()
        self.form = self._holder = None
        self.rows.show()
        self._foot.show()

    def _open(self, person: RelatedPerson | None) -> None:
        self.close_form()
        self._editing = person.id if person else ""
        self.form = FieldsForm("related", self._fields(person), self.tr("Bewaren"), primary=False)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self.close_form)
        if person is not None:
            gone = PushButton(self.tr("Weghalen"), self._archive, name=self.tr("Weghalen: {n}").format(n=person.name))
            gone.setObjectName("relatedArchive")
            self.form.buttons.addWidget(gone)
        holder = framed(person.name if person else self.tr("Iemand toevoegen"), self.form)
        self._holder = holder
        self.add(holder)
        self.rows.hide()
        self._foot.hide()
        holder.show()
        self.turned.emit()
        self.form.start()

    def _fields(self, person: RelatedPerson | None) -> tuple[Field, ...]:
        one = person or RelatedPerson("", "", "", Relation.PARENT)
        checked = text.birth_date(one.verified_on) if one.verified_on else ""
        return (
            Field("name", self.tr("Naam"), one.name),
            Field("relation", self.tr("Wie is dit"), one.relation, "choice", words.options(words.RELATIONS)),
            Field("phone", self.tr("Telefoon"), readable_phone(one.phone)),
            Field("lives_with", self.tr("Woont bij de jeugdige"), one.lives_with, "check"),
            Field("authority", self.tr("Gezag"), one.authority, "choice", words.options(words.AUTHORITY)),
            Field("verified_how", self.tr("Hoe nagekeken"), one.verified_how, "choice", words.options(words.VERIFIED)),
            Field("verified_on", self.tr("Nagekeken op (leeg is vandaag)"), checked),
        )

    def _save(self, typed: dict[str, Any]) -> None:
        person = TypedPerson(
            **{
                **typed,
                "relation": Relation(typed["relation"]),
                "authority": AuthorityBasis(typed["authority"]),
                "verified_how": VerifiedHow(typed["verified_how"]),
            }
        )
        self.saved.emit(person, self._editing)

    def _archive(self) -> None:
        self.archived.emit(self._editing)

    def _row(self, one: RelatedPerson) -> Row:
        known = words.say(words.AUTHORITY, one.authority)
        if one.verified_on is not None:
            how = words.say(words.VERIFIED, one.verified_how).lower()
            known = f"{known}, {how} ({text.full_date(one.verified_on)})"
        elif one.authority not in {AuthorityBasis.NONE, AuthorityBasis.UNKNOWN}:
            known = self.tr("{authority}, niet nagekeken").format(authority=known)
        kin = one.relation in {Relation.PARENT, Relation.GUARDIAN}
        about = known if kin or one.authority is not AuthorityBasis.UNKNOWN else ""
        lives = "" if one.lives_with else self.tr("woont ergens anders")
        return Row(
            one.id,
            one.name,
            after=words.say(words.RELATIONS, one.relation),
            detail=text.join(about, readable_phone(one.phone), lives),
            action=self.tr("Wijzigen"),
            action_role="quiet",
            bold=False,
        )
