"""A booking on its way to another slot, by mouse or by keyboard: where it may not go and why, and the way back."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Placement, SessionStatus, SlotKind
from gpconnect.services import rebooking
from gpconnect.ui import messages
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.desk import Desk
from gpconnect.ui.marked import translate


def refusal(booking: Piece, target: Piece, now: datetime) -> str:
    """Why a booking cannot go to a slot, as far as that can be seen from here; empty when it can."""
    slot, held = target.slot, booking.slot
    if slot is None or held is None:
        return translate("agenda", "Dit is een dagdeel. Kies een plek eronder.")
    short = translate("agenda", "Deze plek is {short} minuten en de afspraak {long}. Kies een langere plek.")
    is_open = target.half_day.status is SessionStatus.OPEN and slot.kind is not SlotKind.CLOSED
    # Consent was given for one practice: the other one books anew.
    reasons = (
        (target.site.id != booking.site.id, messages.say(KnownError("appointment.other_site"))),
        (
            bool(slot.appointment_id),
            translate("agenda", "Hier staat al iemand. De afspraak blijft waar hij stond; kies een vrije plek."),
        ),
        (
            not is_open,
            translate("agenda", "Dit dagdeel is dicht. De afspraak blijft waar hij stond; kies een andere plek."),
        ),
        (
            not slot.can_be_taken(now),
            translate("agenda", "Deze plek is voorbij. De afspraak blijft waar hij stond; kies een latere plek."),
        ),
        (slot.minutes < held.minutes, short.format(short=slot.minutes, long=held.minutes)),
        (
            slot.kind is SlotKind.WALK_IN and held.kind is not SlotKind.WALK_IN,
            translate("agenda", "Deze plek blijft vrij voor inloop. Kies een gewone plek."),
        ),
    )
    return next((words for holds, words in reasons if holds), "")


class Mover(QObject):
    """Moves a booking as *Verplaats* does, and takes that back."""

    refused = Signal(str, str)
    """In the slot where it was put down: why it cannot stay there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._appointment_id, self._from, self._to = "", "", ""

    def move(self, booking: Piece, target: Piece) -> None:
        """Put a booking down in a slot, or say there why not."""
        words = refusal(booking, target, self._desk.clock())
        if words:
            self.refused.emit(target.key, words)
            return
        assert booking.slot is not None, "only what stands in a slot can be moved"
        self._appointment_id, self._to = booking.slot.appointment_id, target.key
        # A slot that somebody else had already cannot be taken back.
        self._from = "" if booking.slot.placement is Placement.LOST else booking.key
        job = self._desk.tasks.run(rebooking.move, self._appointment_id, self._to)
        job.then(self._moved).otherwise(self._failed)

    def _moved(self, _changes: Changes) -> None:
        back = _Back(self._desk, self._appointment_id, self._from)
        self._way_back = back
        self._desk.toast(self.tr("Verplaatst. Geef de familie de nieuwe tijd door."), back.go if self._from else None)

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(self._to, messages.say(error))


class _Back:
    """The way back of one move, also when another one followed."""

    def __init__(self, desk: Desk, appointment_id: str, slot_id: str) -> None:
        self._desk, self._appointment_id, self._slot_id = desk, appointment_id, slot_id

    def go(self) -> None:
        self._desk.tasks.run(rebooking.move, self._appointment_id, self._slot_id)
