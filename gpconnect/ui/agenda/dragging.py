"""A booking on its way to another slot, by mouse or by keyboard: where it may not go and why, and the way back."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Placement, SessionStatus, SlotKind
from gpconnect.services import rebooking
from gpconnect.ui import messages
from gpconnect.ui.agenda.telling import Moved
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
        (slot.minutes < held.needed, short.format(short=slot.minutes, long=held.needed)),
        (
            slot.kind is SlotKind.WALK_IN and held.kind is not SlotKind.WALK_IN,
            translate("agenda", "Deze plek blijft vrij voor inloop. Kies een gewone plek."),
        ),
    )
    return next((words for holds, words in reasons if holds), "")


def length_words(booking: Piece, target: Piece) -> str:
    """That a talk takes less than the slot it goes to: it stays as long as it was, and the rest stays empty."""
    slot, held = target.slot, booking.slot
    if slot is None or held is None or slot.minutes <= held.needed:
        return ""
    words = translate("agenda", "De plek duurt {slot} minuten, het gesprek {talk}.")
    return words.format(slot=slot.minutes, talk=held.needed)


class Mover(QObject):
    """Moves a booking as *Verplaats* does, and takes that back."""

    refused = Signal(str, str)
    """In the slot where it was put down: why it cannot stay there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._appointment_id, self._from, self._to = "", "", ""
        self._length = ""

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
        self._length = length_words(booking, target)
        job = self._desk.tasks.run(rebooking.move, self._appointment_id, self._to)
        job.then(self._moved).otherwise(self._failed)

    def _moved(self, _changes: Changes) -> None:
        self._notice = Moved(self._desk, self._appointment_id, self._from, self._length)
        self._notice.say()

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(self._to, messages.say(error))
