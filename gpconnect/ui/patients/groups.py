"""The fields of a dossier in groups: read as lines, changed one group at a time, in place."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient
from gpconnect.domain.typed import readable_phone
from gpconnect.services.dossier_views import DossierView
from gpconnect.ui import text
from gpconnect.ui.parts import Card, PushButton, Row, RowList, reveal
from gpconnect.ui.patients import words
from gpconnect.ui.patients.fields import Field, FieldsForm, framed

LEAD = "lead"
"""The group that is no field to change: handing over who leads is a step of its own, with a reason."""
_BSN_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are decided together."""

    key: str
    title: str
    shown: str
    fields: tuple[Field, ...]


class GroupsCard(Card):
    """All groups; one at a time opens as a form in the card itself."""

    saved = Signal(dict, dict)
    """What was typed, and what stood there before, to undo."""
    handed_over = Signal(str, str)
    """Staff id of who leads from now on, and why."""

    turned = Signal()
    """A form came."""

    def __init__(self) -> None:
        super().__init__("", flush=True)
        self.set_title(self.tr("Gegevens"))
        self.rows = RowList(self.tr("Gegevens van deze jeugdige"))
        self.rows.setObjectName("dossierGroups")
        self.rows.action_clicked.connect(self.edit)
        self.rows.activated.connect(self.edit)
        self.address = PushButton(self.tr("Geheim adres tonen"), self.show_address, role="quiet")
        self.address.setObjectName("dossierAddress")
        self.form: FieldsForm | None = None
        self._groups: dict[str, Group] = {}
        self.view: DossierView | None = None
        self._address_shown = False
        self.add(self.rows)
        self.add(self.address)

    def show_view(self, view: DossierView) -> None:
        """Show a dossier; a form that is open keeps what was typed."""
        if self.view is None or self.view.patient.id != view.patient.id:
            self._address_shown = False
            self.close_form()
        self.view = view
        self._fill()

    def set_reading(self, *, reading: bool) -> None:
        """Whether the fields may only be read."""
        self.rows.set_reading(reading=reading)
        if reading:
            self.close_form()

    def show_address(self) -> None:
        """Show an address that is kept from view, until another dossier is opened."""
        self._address_shown = True
        self._fill()
        self.rows.focus_row("address")

    def edit(self, key: str) -> None:
        """Open one group as a form."""
        self.close_form()
        if key == "address":
            self._address_shown = True
        save = self.tr("Overdragen") if key == LEAD else self.tr("Bewaren")
        form = FieldsForm("edit", self._groups[key].fields, save, primary=False)
        form.submitted.connect(self._hand_over if key == LEAD else self._save)
        form.cancelled.connect(self.close_form)
        self.form = form
        holder = framed(self._groups[key].title, form)
        self._holder: QWidget = holder
        self.add(holder)
        self.rows.hide()
        self.address.hide()
        holder.show()
        self.turned.emit()
        form.start()
        reveal(holder)

    def close_form(self) -> None:
        """Back to the lines."""
        if self.form is None:
            return
        self.form = None
        self._holder.hide()
        self._holder.deleteLater()
        self.rows.show()
        self._fill()

    def _save(self, typed: dict[str, Any]) -> None:
        assert self.view is not None, "a form belongs to a dossier"
        before = {name: _typed(self.view.patient, name) for name in typed}
        self.saved.emit(typed, before)

    def _hand_over(self, typed: dict[str, Any]) -> None:
        self.handed_over.emit(str(typed["case_lead"]), str(typed["reason"]))

    def _fill(self) -> None:
        if self.view is None:
            return
        self._groups = {group.key: group for group in self._made(self.view)}
        self.rows.set_rows([self._row(group) for group in self._groups.values()])
        hidden = self.view.patient.address_confidential and not self._address_shown
        self.address.setVisible(hidden and self.form is None)

    def _row(self, group: Group) -> Row:
        return Row(
            group.key,
            group.title,
            detail=group.shown or self.tr("nog niet ingevuld"),
            action=self.tr("Wijzigen"),
            action_role="quiet",
            bold=False,
        )

    def _made(self, view: DossierView) -> list[Group]:
        return [*self._who(view), *self._where(view), *self._care(view)]

    def _who(self, view: DossierView) -> list[Group]:
        one = view.patient
        genders = (
            ("", self.tr("niet ingevuld")),
            ("V", self.tr("vrouw")),
            ("M", self.tr("man")),
            ("O", self.tr("anders")),
        )
        safe = self.tr("Veilig contact (nummer, voicemail, post)")
        return [
            Group(
                "name",
                self.tr("Naam en geboortedatum"),
                text.join(view.name, text.birth_date(one.birth_date), dict(genders)[one.gender or ""]),
                (
                    _line(one, "given_name", self.tr("Voornaam")),
                    _line(one, "family_name", self.tr("Achternaam")),
                    _line(one, "birth_date", self.tr("Geboortedatum")),
                    Field("gender", self.tr("Geslacht"), one.gender or "", "choice", genders),
                ),
            ),
            Group(
                "contact",
                self.tr("Bereikbaar"),
                text.join(readable_phone(one.phone), one.safe_contact),
                (_line(one, "phone", self.tr("Telefoon")), _line(one, "safe_contact", safe)),
            ),
        ]

    def _where(self, view: DossierView) -> list[Group]:
        one = view.patient
        lives = text.join(one.address, " ".join(filter(None, (one.postcode, one.city))))
        if one.address_confidential and not self._address_shown:
            lives = self.tr("geheim adres, niet in beeld")
        secret = self.tr("Geheim adres: niet in beeld, niet op papier")
        return [
            Group(
                "address",
                self.tr("Adres"),
                lives,
                (
                    _line(one, "address", self.tr("Straat en nummer")),
                    _line(one, "postcode", self.tr("Postcode")),
                    _line(one, "city", self.tr("Woonplaats")),
                    Field("address_confidential", secret, one.address_confidential, "check"),
                ),
            ),
            Group("school", self.tr("School"), one.school, (_line(one, "school", self.tr("School en groep of klas")),)),
            Group(
                "needs",
                self.tr("Tolk en toegankelijkheid"),
                text.join(one.interpreter, one.accessibility),
                (
                    _line(one, "interpreter", self.tr("Tolk in welke taal")),
                    _line(one, "accessibility", self.tr("Wat helpt om te kunnen komen en meedoen")),
                ),
            ),
        ]

    def _care(self, view: DossierView) -> list[Group]:
        one = view.patient
        sites = (("", self.tr("geen")), *view.sites)
        others = tuple((key, name) for key, name in view.leads if key != one.case_lead)
        left = self.tr("heeft geen toegang meer") if view.lead_left else ""
        counts = self.tr("Telt niet mee in de cijfers") if one.research_objection else self.tr("Telt mee")
        against = self.tr("Gezin wil niet meetellen in de cijfers (Jeugdwet 7.3.12)")
        return [
            Group(
                "care",
                self.tr("Praktijk en huisarts"),
                text.join(view.site, one.practitioner_name),
                (
                    Field("site_id", self.tr("Praktijk"), one.site_id, "choice", sites),
                    _line(one, "practitioner_name", self.tr("Huisarts")),
                ),
            ),
            Group(
                LEAD,
                self.tr("Casusregisseur"),
                text.join(view.lead, left),
                (
                    Field(
                        "case_lead",
                        self.tr("Wie neemt het over?"),
                        "",
                        "choice",
                        (("", self.tr("kies een collega")), *others),
                        self.tr("Leidt voortaan dit dossier en alles wat daarin loopt."),
                    ),
                    Field("reason", self.tr("Waarom?"), help_text=self.tr("Komt op de tijdlijn.")),
                ),
            ),
            self._number(one),
            Group(
                "research",
                self.tr("Cijfers van de pilot"),
                counts,
                (Field("research_objection", against, one.research_objection, "check"),),
            ),
        ]

    def _number(self, one: Patient) -> Group:
        """The citizen service number: its last digits and how it was checked, whole only to who changes it."""
        shown = self.tr("eindigt op {digits}").format(digits=one.bsn[-_BSN_SHOWN:]) if one.bsn else ""
        how = words.say(words.BSN_CHECKS, one.bsn_checked_how) if one.bsn_checked_how else ""
        status = words.say(words.BSN_STATUS, one.bsn_status).lower() if one.bsn_status else ""
        on = text.full_date(one.bsn_checked_on) if one.bsn_checked_on else ""
        return Group(
            "bsn",
            self.tr("Burgerservicenummer"),
            text.join(shown, status, how, on),
            (
                _line(one, "bsn", self.tr("Burgerservicenummer")),
                Field(
                    "bsn_status", self.tr("Hoe staat het?"), one.bsn_status, "choice", words.options(words.BSN_STATUS)
                ),
                Field(
                    "bsn_checked_how",
                    self.tr("Waarmee gecontroleerd?"),
                    one.bsn_checked_how,
                    "choice",
                    words.options(words.BSN_CHECKS),
                ),
                Field(
                    "bsn_checked_on",
                    self.tr("Gecontroleerd op"),
                    _typed(one, "bsn_checked_on"),
                    help_text=self.tr("Leeg is vandaag."),
                ),
            ),
        )


def _line(patient: Patient, name: str, words: str) -> Field:
    return Field(name, words, _typed(patient, name))


def _typed(patient: Patient, name: str) -> Any:
    """A field as somebody would type it."""
    if name == "birth_date":
        return text.birth_date(patient.birth_date)
    if name == "bsn_checked_on":
        return text.birth_date(patient.bsn_checked_on) if patient.bsn_checked_on else ""
    if name == "family_name":
        return full_name("", patient.prefix, patient.family_name)
    if name == "phone":
        return readable_phone(patient.phone)
    return getattr(patient, name) or (False if name in {"address_confidential", "research_objection"} else "")
