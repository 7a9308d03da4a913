"""A booking in hand while other weeks pass: whether it is still there to be moved, and where it could go first."""

from datetime import datetime

from gpconnect.ui.agenda import dragging
from gpconnect.ui.agenda.timeline_model import Piece, TimelineModel


def still_there(booking: Piece, model: TimelineModel) -> Piece | None:
    """The booking as it stands now: unchanged while its own day is out of sight, None when it is gone from there."""
    if booking.day not in model.days():
        return booking
    here = model.piece(booking.key)
    if here is None or here.slot is None or booking.slot is None:
        return None
    return here if here.slot.appointment_id == booking.slot.appointment_id else None


def first_place(booking: Piece | None, model: TimelineModel, now: datetime) -> Piece | None:
    """The first place that is shown to which it may go."""
    if booking is None:
        return None
    return next((one for one in model.pieces() if not dragging.refusal(booking, one, now)), None)
