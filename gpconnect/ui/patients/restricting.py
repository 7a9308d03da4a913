"""A dossier that is kept from colleagues: who may read it, and looking all the same in an emergency."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.services import access
from gpconnect.services.access import Restriction
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, StatusBadge, column, label, line

_ALL, _CHOSEN = "all", "chosen"


class RestrictionCard(Card):
    """Who of the team may read this dossier; its case lead chooses."""

    turned = Signal()
    """Other fields came."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Wie mag in dit dossier"))
        self._desk = desk
        self._patient_id = ""
        self._told = label("")
        self._urgent = StatusBadge("", "attention")
        self._urgent.hide()
        self.open_to = ChipGroup(
            self.tr("Wie mag in dit dossier"),
            [(_ALL, self.tr("Het hele team")), (_CHOSEN, self.tr("Ik en wie ik kies"))],
            multi=False,
        )
        self.open_to.setObjectName("restrictOpenTo")
        self._people = QWidget()
        self._people.setLayout(column(spacing=0.5))
        self.colleagues: ChipGroup | None = None
        self.save = PushButton(self.tr("Bewaren wie erin mag"), self._save)
        self.save.setObjectName("restrictSave")
        self._choice = QWidget()
        buttons = line(self.save)
        buttons.addStretch(1)
        layout = column(self.open_to, self._people, spacing=1.5)
        layout.addLayout(buttons)
        self._choice.setLayout(layout)
        about = self.tr(
            "Bijvoorbeeld als een collega het gezin kent. Het programma houdt het dossier dan dicht voor de anderen in "
            "het team; het wordt niet apart versleuteld. In nood kan een collega kijken, met een reden die jij leest."
        )
        self._about = label(about, "small")
        for part in (self._told, self._urgent, self._choice, self._about):
            self.add(part)
        self.open_to.changed.connect(self._turned)

    def show_patient(self, patient_id: str) -> None:
        """Ask how it stands for this dossier."""
        if patient_id != self._patient_id:
            self._patient_id = patient_id
            self.hide()
        self._desk.tasks.run(access.restriction, patient_id).then(self._show).otherwise(self._not_known)

    @Slot(object)
    def _show(self, found: Restriction) -> None:
        may_read = [name for _, name, may in found.colleagues if may]
        if not found.restricted:
            told = self.tr("Het hele team mag dit dossier lezen.")
        elif may_read:
            told = self.tr("Alleen {names} mogen dit dossier lezen.")
        else:
            told = self.tr("Alleen {names} mag dit dossier lezen.")
        self._told.setText(told.format(names=", ".join((found.lead, *may_read))))
        self._show_emergencies(found)
        self._choice.setVisible(found.may_change)
        self.open_to.choose([_CHOSEN if found.restricted else _ALL])
        self._show_colleagues(found)
        self._turned([_CHOSEN if found.restricted else _ALL])
        self.show()
        self.turned.emit()

    def _show_emergencies(self, found: Restriction) -> None:
        self._urgent.setVisible(bool(found.emergencies))
        if found.emergencies:
            last = found.emergencies[0]
            words = self.tr("{name} keek met spoed, {when}")
            self._urgent.set(words.format(name=last.name, when=text.moment(last.at)), "attention")

    def _show_colleagues(self, found: Restriction) -> None:
        if self.colleagues is not None:
            self.colleagues.hide()
            self.colleagues.deleteLater()
        options = [(one, name) for one, name, _ in found.colleagues]
        self.colleagues = ChipGroup(self.tr("Welke collega's nog meer"), options)
        self.colleagues.setObjectName("restrictColleagues")
        self.colleagues.choose([one for one, _, may in found.colleagues if may and found.restricted])
        layout = self._people.layout()
        assert layout is not None, "it was given one"
        layout.addWidget(self.colleagues)

    @Slot(object)
    def _not_known(self, _error: BaseException) -> None:
        """What keeps the dossier closed is said where it was opened."""
        self.hide()

    @Slot(list)
    def _turned(self, chosen: list[str]) -> None:
        self._people.setVisible(chosen == [_CHOSEN])
        self.save.setEnabled(bool(chosen))

    def _save(self) -> None:
        assert self.colleagues is not None, "the choice is shown with the colleagues"
        readers = self.colleagues.chosen() if self.open_to.chosen() == [_CHOSEN] else None
        self._desk.tasks.run(access.restrict, self._patient_id, readers).then(self._saved)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        self._desk.toast(self.tr("Bewaard. Bij collega's geldt het zodra hun apparaat heeft gesynchroniseerd."))


class ClosedPart(QWidget):
    """In the place of a dossier that this person may not read: why, whom to ask, and the way in for an emergency."""

    opened = Signal(str)
    """The reason was written down; the dossier of this jeugdige may be opened now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._patient_id = ""
        self.back = PushButton(self.tr("Alle jeugdigen"), role="quiet")
        self.back.setObjectName("closedBack")
        self.reason = QLineEdit()
        self.reason.setObjectName("closedReason")
        self.reason.setMaxLength(access.LONGEST_REASON)
        self.reason.returnPressed.connect(self._open)
        self._row = FormRow(
            self.tr("Waarom moet je nu kijken?"),
            self.reason,
            self.tr("Minstens {n} tekens. De casusregisseur en het gezin kunnen dit lezen.").format(
                n=access.SHORTEST_REASON
            ),
        )
        self.look = PushButton(self.tr("Met spoed openen"), self._open)
        self.look.setObjectName("closedOpen")
        why = Card(self.tr("Dit dossier is afgeschermd"))
        why.add(
            label(
                self.tr(
                    "De casusregisseur koos welke collega's het mogen lezen. Heb je het nodig voor je werk? Vraag de "
                    "casusregisseur om je erbij te zetten. Afspraken bij de praktijk blijven gewoon zichtbaar."
                )
            )
        )
        urgent = Card(self.tr("Spoed: er kan niet gewacht worden"))
        urgent.add(
            label(
                self.tr(
                    "Bijvoorbeeld als een jeugdige nu gevaar loopt. Het dossier gaat een uur open op dit apparaat. Dat "
                    "en je reden komen in de lijst van wie er keek; de casusregisseur ziet het bovenaan."
                )
            )
        )
        urgent.add(self._row)
        buttons = line(self.look)
        buttons.addStretch(1)
        urgent.add(buttons)
        back = line(self.back)
        back.addStretch(1)
        layout = column(spacing=2)
        layout.addLayout(back)
        layout.addWidget(why)
        layout.addWidget(urgent)
        layout.addStretch(1)
        self.setLayout(layout)

    def start(self, patient_id: str) -> None:
        """Begin with an empty reason."""
        self._patient_id = patient_id
        self.reason.clear()
        self._row.set_error("")
        self.back.setFocus()

    def _open(self) -> None:
        job = self._desk.tasks.run(access.open_in_emergency, self._patient_id, self.reason.text())
        job.then(self._may_open).otherwise(self._refused)

    @Slot(object)
    def _may_open(self, _changes: object) -> None:
        self.opened.emit(self._patient_id)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))
        self.reason.setFocus()
