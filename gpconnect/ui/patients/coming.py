"""Talks that are still booked while the family does not want help: one click calls them off."""

from PySide6.QtCore import Slot

from gpconnect.domain.changes import Changes
from gpconnect.services import coming_talks
from gpconnect.services.coming_talks import ComingTalk
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, label, line


class ComingTalksCard(Card):
    """Stands in a dossier only while there is something to call off."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Nog geplande gesprekken"))
        self._desk = desk
        self._patient_id = ""
        self._ended: tuple[str, ...] = ()
        self.add(label(self.tr("Het gezin wil geen hulp meer. Zeg af wat nog gepland staat; de plekken komen vrij.")))
        self._talks = label("")
        self._talks.setObjectName("comingTalks")
        self.add(self._talks)
        self.button = PushButton(self.tr("Alles afzeggen"), self._call_off)
        self.button.setObjectName("comingCallOff")
        row = line(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def show_patient(self, patient_id: str, *, reading: bool) -> None:
        """Ask what is still booked for this child; nothing while the dossier is only read."""
        self._patient_id = "" if reading else patient_id
        if reading:
            self.hide()
            return
        self._desk.tasks.run(coming_talks.after_no, patient_id).then(self._show_talks)

    @Slot(object)
    def _show_talks(self, talks: tuple[ComingTalk, ...]) -> None:
        waits = self.tr("Op de wachtlijst")
        lines = (text.join(text.moment(one.starts_at) if one.starts_at else waits, one.site_name) for one in talks)
        self._talks.setText("\n".join(lines))
        self.setVisible(bool(talks) and bool(self._patient_id))

    def _call_off(self) -> None:
        self._desk.tasks.run(coming_talks.call_off, self._patient_id).then(self._called_off)

    @Slot(object)
    def _called_off(self, result: tuple[Changes, tuple[str, ...]]) -> None:
        self._ended = result[1]
        self.hide()
        self._desk.toast(self.tr("Afgezegd. Bel het gezin als zij dit nog niet weten."), self._take_back)

    def _take_back(self) -> None:
        self._desk.tasks.run(coming_talks.take_back, self._ended).then(self._taken_back)

    @Slot(object)
    def _taken_back(self, _changes: Changes) -> None:
        if self._patient_id:
            self.show_patient(self._patient_id, reading=False)
