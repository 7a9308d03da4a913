"""A family that waited gets a place: booked at once, said with its way back, wherever it was asked."""

from PySide6.QtCore import QObject, Signal

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import waiting
from gpconnect.services.booking import Booked, Doubt
from gpconnect.ui.booking.undoing import toast_booked
from gpconnect.ui.desk import Desk


class Accepting(QObject):
    """Books one place of the waiting list; whoever asks hears that it is done, or why it cannot be."""

    booked = Signal(object)
    """What came of it, a `Booked`."""
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def book(self, entry_id: str, slot_id: str) -> None:
        """This family, in this slot."""
        job = self._desk.tasks.run(waiting.accept_offer, entry_id, slot_id)
        job.then(self._booked).otherwise(self._failed)

    def _booked(self, outcome: tuple[Changes, Booked | Doubt]) -> None:
        booked = outcome[1]
        assert isinstance(booked, Booked), "a family that waits was looked at before"
        self._undo = toast_booked(self._desk, self.tr("Geboekt, en van de wachtlijst af."), booked)
        self.booked.emit(booked)

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(error)
