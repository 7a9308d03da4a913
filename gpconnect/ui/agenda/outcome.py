"""In the agenda as on Vandaag: that nobody came, or a step too far taken back."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.booking import events_from
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import AppointmentStatus, Placement, VisitKind
from gpconnect.services import visits
from gpconnect.services.schedule import AppointmentView
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PushButton, column

_BACK = frozenset({AppointmentStatus.ARRIVED, AppointmentStatus.NOSHOW})


class OutcomeButtons(QWidget):
    """What became of the visit, from its day on."""

    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._appointment_id = ""
        self.missed = PushButton(self.tr("Niet verschenen"), self._miss)
        self.back = PushButton(self.tr("Stap terug"), self._step_back)
        self.missed.setObjectName("detailMissed")
        self.back.setObjectName("detailBack")
        self.setLayout(column(flowing(self.missed, self.back), spacing=0))

    def show_appointment(self, view: AppointmentView, now: datetime) -> None:
        """Offer what can be said of this booking now."""
        self._appointment_id = view.appointment_id
        came = view.starts_at is None or text.local(view.starts_at).date() <= text.local(now).date()
        child = view.visit is not VisitKind.PEER_CONSULTATION and view.placement is not Placement.LOST
        child = child and not view.is_shut  # nobody was to come
        self.missed.setVisible(came and child and "missed" in events_from(view.status))
        self.back.setVisible(view.status in _BACK)
        self.setVisible(not (self.missed.isHidden() and self.back.isHidden()))

    def _miss(self) -> None:
        undo = _Undo(self._desk, self._appointment_id)
        self._undo = undo
        job = self._desk.tasks.run(visits.miss, self._appointment_id)
        job.then(self._is_missed).otherwise(self._failed)

    def _is_missed(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("Niet verschenen. Bel vandaag; het staat bij Nog te doen."), self._undo.take_back)

    def _step_back(self) -> None:
        self._desk.tasks.run(visits.step_back, self._appointment_id).otherwise(self._failed)

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(error)


class _Undo:
    """The way back of one no-show, whatever is looked at by then."""

    def __init__(self, desk: Desk, appointment_id: str) -> None:
        self._desk, self._appointment_id = desk, appointment_id

    def take_back(self) -> None:
        self._desk.tasks.run(visits.step_back, self._appointment_id)
