"""Another dossier that is probably of the same jeugdige: open it, go on in one, or say that they are two."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services.dossier_views import DossierView
from gpconnect.services.doubles import Double
from gpconnect.ui import text
from gpconnect.ui.parts import Card, FlowLayout, PushButton, clear, column, label


class DoubleCard(Card):
    """Only there while this dossier has a double."""

    opened = Signal(str)
    gone_on = Signal(str)
    told_apart = Signal(str)
    """Id of the other dossier, for each of the three."""
    put_back = Signal()
    """This dossier is to stand on the list again."""

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Twee dossiers van dezelfde jeugdige?"))
        self._rows = column(spacing=1.5)
        self.add(self._rows)
        self.hide()

    def show_view(self, view: DossierView) -> None:
        """Show the other dossiers with this name and day of birth."""
        clear(self._rows)
        off_list = view.patient.archived
        lost = off_list and all(one.archived for one in view.doubles)
        for one in view.doubles:
            self._rows.addWidget(self._other(one, off_list=off_list, lost=lost))
        self.setVisible(bool(view.doubles))

    def set_reading(self, *, reading: bool) -> None:
        """Whether the dossier may only be read."""
        for name in ("doubleApart", "doubleGoOn", "doubleBack"):
            for button in self.findChildren(PushButton, name):
                button.setVisible(not reading)

    def _other(self, one: Double, *, off_list: bool, lost: bool) -> QWidget:
        notes = text.count(one.notes, self.tr("notitie"), self.tr("notities"))
        coming = text.count(one.coming, self.tr("afspraak die nog komt"), self.tr("afspraken die nog komen"))
        about = text.join(
            self.tr("geopend op {day}").format(day=text.full_date(one.opened_on)),
            self.tr("casusregisseur {name}").format(name=one.lead) if one.lead else "",
            notes if one.notes else self.tr("geen notities"),
            coming if one.coming else "",
        )
        if lost:
            advice = self.tr(
                "Beide dossiers zijn van de lijst gehaald, ook dit. Komt het gezin nog, zet dan het dossier terug "
                "waarin jullie verdergaan."
            )
        elif off_list:
            advice = self.tr("Dit dossier is van de lijst gehaald. Jullie gaan verder in het andere.")
        elif one.archived:
            advice = self.tr(
                "Het andere dossier is van de lijst gehaald. Wat daar gebeurde staat hier op de tijdlijn; gegevens, "
                "toestemming en een kopie voor het gezin staan nog daar."
            )
        else:
            advice = self.tr(
                "Naam en geboortedatum zijn gelijk. Kies samen in welk dossier jullie verdergaan. Het andere gaat van "
                "de lijst; er wordt niets gewist, en wat daar gebeurde komt hier op de tijdlijn."
            )
        buttons = FlowLayout()
        ways = [
            ("doubleGoOn", self.tr("Verder in dit dossier"), self._go_on),
            ("doubleOpen", self.tr("Het andere openen"), self._open),
            ("doubleApart", self.tr("Dit zijn twee jeugdigen"), self._tell_apart),
        ]
        if lost:
            ways[0] = ("doubleBack", self.tr("Terug op de lijst"), self._put_back)
        for name, words, clicked in ways[(one.archived or off_list) and not lost :]:
            button = PushButton(words, clicked)
            button.setObjectName(name)
            button.setProperty("other", one.patient_id)
            buttons.addWidget(button)
        layout = column(label(advice), label(about, "small"), spacing=0.75)
        layout.addLayout(buttons)
        box = QWidget()
        box.setLayout(layout)
        return box

    @Slot()
    def _open(self) -> None:
        self.opened.emit(str(self.sender().property("other")))

    @Slot()
    def _go_on(self) -> None:
        self.gone_on.emit(str(self.sender().property("other")))

    @Slot()
    def _put_back(self) -> None:
        self.put_back.emit()

    @Slot()
    def _tell_apart(self) -> None:
        self.told_apart.emit(str(self.sender().property("other")))
