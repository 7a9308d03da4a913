"""A booking that begins at another time than its family knows: said where it was moved, and settled in one press."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import rebooking
from gpconnect.ui.desk import Desk


class Telling(QObject):
    """Says that a family was told, with its way back."""

    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def tell(self, appointment_id: str, before: datetime | None) -> None:
        """Of this booking; `before` is what the family knew until now."""
        self._told = _Told(self._desk, appointment_id, before)
        job = self._desk.tasks.run(rebooking.tell_time, appointment_id)
        job.then(self._told.say).otherwise(self._failed)

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(error)


class Moved(QObject):
    """The notice of one move: take it back, or say at once that the family knows."""

    def __init__(self, desk: Desk, appointment_id: str, from_slot: str) -> None:
        super().__init__(desk)
        self._desk, self._appointment_id, self._from = desk, appointment_id, from_slot

    def say(self) -> None:
        """A slot that somebody else had already cannot be taken back."""
        words = self.tr("Verplaatst. Geef de familie de nieuwe tijd door.")
        self._desk.toast(words, self._back if self._from else None, (self.tr("Is doorgegeven"), self._tell))

    def _back(self) -> None:
        self._desk.tasks.run(rebooking.move, self._appointment_id, self._from)

    def _tell(self) -> None:
        self._desk.tasks.run(rebooking.tell_time, self._appointment_id)


class _Told(QObject):
    """The way back of having told one family."""

    def __init__(self, desk: Desk, appointment_id: str, before: datetime | None) -> None:
        super().__init__(desk)
        self._desk, self._appointment_id, self._before = desk, appointment_id, before

    def say(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("De familie weet de nieuwe tijd."), self._back if self._before else None)

    def _back(self) -> None:
        if self._before is not None:
            self._desk.tasks.run(rebooking.untell_time, self._appointment_id, self._before)
