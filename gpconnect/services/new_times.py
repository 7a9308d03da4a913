"""Families who were told another time than the one at which their slot begins now."""

from gpconnect.domain.phone_calls import Untold
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, Slot
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.session import Session
from gpconnect.storage import rows

_MOVED = (
    "status = ? AND placement <> ? AND site_id IN (SELECT value FROM json_each(?)) AND EXISTS "
    "(SELECT 1 FROM slot s WHERE s.id = appointment.slot_id AND s.starts_at <> told_start "
    "AND MAX(s.starts_at, told_start) >= ?)"
)


def untold(session: Session) -> tuple[Untold, ...]:
    """Bookings of this person's sites whose half-day moved, wherever that was done and whoever booked.

    Who was to come later than the talk begins now can still be phoned until the time that they know.
    """
    values = (AppointmentStatus.BOOKED, Placement.LOST, session.actor.site_ids, session.now())
    found = rows.where(session.db, Appointment, _MOVED, values, order="booked_at, id")
    among = AMONG.format(column="id")
    slots = {one.id: one for one in rows.where(session.db, Slot, among, (tuple(one.slot_id for one in found),))}
    return tuple(Untold(one, slots[one.slot_id].starts_at) for one in found)
