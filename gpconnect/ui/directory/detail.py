"""One provider to read, and the form to add or change one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.directory import Provider
from gpconnect.domain.typed import readable_phone
from gpconnect.services.directory import ProviderLine
from gpconnect.ui import text
from gpconnect.ui.directory import words
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Card, FlowLayout, PushButton, StatusBadge, clear, column, label
from gpconnect.ui.patients.fields import Field


class ProviderCard(Card):
    """Everything about one provider, with what can be done."""

    hand_over = Signal(str)
    edit = Signal(str)
    archive = Signal(str)

    def __init__(self, *, may_hand_over: bool) -> None:
        super().__init__("")
        self._lines = column(spacing=1.5)
        self.add(self._lines)
        self.provider_id = ""
        buttons = FlowLayout()
        self.over = PushButton(self.tr("Overdragen hierheen"), self._hand_over, role="primary")
        self.over.setObjectName("directoryHandOver")
        self.over.setVisible(may_hand_over)
        self.change = PushButton(self.tr("Wijzigen"), self._edit)
        self.change.setObjectName("directoryEdit")
        self.gone = PushButton(self.tr("Weghalen"), self._archive)
        self.gone.setObjectName("directoryArchive")
        for button in (self.over, self.change, self.gone):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def show_line(self, line: ProviderLine) -> None:
        """Show one provider."""
        one = line.provider
        self.provider_id = one.id
        self.set_title(one.name)
        clear(self._lines)
        if line.stale:
            words_shown = self.tr("Wachttijd is ouder dan 3 maanden: vraag opnieuw")
            self._lines.addWidget(StatusBadge(words_shown, "attention"))
        for heading, value in (
            (self.tr("Wat"), line.destination),
            (self.tr("Helpt bij"), ", ".join(line.helps_with)),
            (self.tr("Wachttijd"), text.join(words.waiting(one), words.measured(one))),
            (self.tr("Voor wie"), text.join(words.ages(one), one.area)),
            (self.tr("Hoe kom je er"), text.join(words.routes(one), self._open_house(one))),
            (self.tr("Contact"), text.join(one.contact, readable_phone(one.phone))),
            (self.tr("Beveiligde mail"), one.secure_mail),
        ):
            if value:
                part = QWidget()
                part.setLayout(column(label(heading, "small"), label(value), spacing=0.25))
                self._lines.addWidget(part)

    def _open_house(self, one: Provider) -> str:
        return self.tr("doet mee aan het open huis") if one.open_house else ""

    def _hand_over(self) -> None:
        self.hand_over.emit(self.provider_id)

    def _edit(self) -> None:
        self.edit.emit(self.provider_id)

    def _archive(self) -> None:
        self.archive.emit(self.provider_id)


def fields_of(provider: Provider | None) -> Sequence[Field]:
    """The fields of a provider, filled with what is known."""
    known = provider or Provider("", "", "")
    weeks = "" if known.waiting_weeks is None else str(known.waiting_weeks)
    measured = text.birth_date(known.waiting_measured_on) if known.waiting_measured_on else ""
    kinds = tuple(one for one in words.choices("destinations") if one[0] != "none")
    reasons = words.choices("reasons")
    routes = tuple((key, QCoreApplication.translate("directory", said)) for key, said in words.ROUTES.items())
    return (
        Field("name", translate("directory", "Naam"), known.name),
        Field(
            "destination",
            translate("directory", "Wat voor hulp"),
            known.destination,
            "choice",
            (("", translate("directory", "kies")), *kinds),
        ),
        Field("helps_with", translate("directory", "Helpt bij"), known.helps_with, "chips", reasons),
        Field("waiting_weeks", translate("directory", "Wachttijd in weken (leeg is onbekend)"), weeks),
        Field("measured_on", translate("directory", "Gevraagd op (leeg is vandaag)"), measured),
        Field("waiting_source", translate("directory", "Van wie of waar"), known.waiting_source),
        Field("age_from", translate("directory", "Vanaf leeftijd"), str(known.age_from)),
        Field("age_to", translate("directory", "Tot en met leeftijd"), str(known.age_to)),
        Field("area", translate("directory", "Werkgebied (leeg is overal)"), known.area),
        Field("access_routes", translate("directory", "Hoe kom je er"), known.access_routes, "chips", routes),
        Field("open_house", translate("directory", "Doet mee aan het open huis"), known.open_house, "check"),
        Field("contact", translate("directory", "Contactpersoon"), known.contact),
        Field("phone", translate("directory", "Telefoon"), readable_phone(known.phone)),
        Field("secure_mail", translate("directory", "Beveiligde mail"), known.secure_mail),
    )


def changed_wait(provider: Provider | None, typed: dict[str, Any]) -> dict[str, Any]:
    """What was typed, asked today when the weeks changed and the day did not: a new figure has a new day."""
    if provider is None or provider.waiting_measured_on is None:
        return typed
    before = "" if provider.waiting_weeks is None else str(provider.waiting_weeks)
    same_day = typed["measured_on"] == text.birth_date(provider.waiting_measured_on)
    return {**typed, "measured_on": ""} if typed["waiting_weeks"] != before and same_day else typed
