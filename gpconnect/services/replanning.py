"""Families who were booked where nobody will sit: who they are, why, and when they can come instead.

Worked out from the records on every desk, never written down: also a booking that a desk made without a network, into
what was called off elsewhere meanwhile, is found. It is over when it is moved, cancelled, or takes place after all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.calendar import local_day
from gpconnect.domain.phone_calls import Cause, ShutOut
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    SessionStatus,
    Slot,
    SlotKind,
)
from gpconnect.domain.typed import readable_phone
from gpconnect.services import shut_days, slots
from gpconnect.services.acting import check
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.persons import Person, persons
from gpconnect.services.session import Session
from gpconnect.services.slots import SlotOffer, Wish
from gpconnect.storage import rows

OFFERED = 3
"""Free slots that a family may choose from."""
_TAKEN = "site_id IN (SELECT value FROM json_each(?)) AND id IN (SELECT slot_id FROM appointment WHERE status = ?)"
_GONE = f"{_TAKEN} AND (kind = ? OR session_id IN (SELECT id FROM half_day_session WHERE status <> ?))"  # noqa: S608 - ours
_CAUSES = {SessionStatus.CANCELLED: Cause.CALLED_OFF, SessionStatus.CLOSED: Cause.ROUNDED_OFF}


@dataclass(frozen=True, slots=True)
class Replan:
    """A family to phone, with slots to choose from.

    Attributes:
        person: None where only the age is known.
        phone: as people read it; empty where only the age is known.
        minutes: how long the talk takes.
        starts_at: when they would have come, UTC.
    """

    appointment_id: str
    person: Person | None
    age: int | None
    starts_at: datetime
    minutes: int
    cause: Cause
    why: str
    offers: tuple[SlotOffer, ...]
    phone: str = ""


def to_replan(session: Session) -> tuple[Replan, ...]:
    """Whom to give another time, the earliest first, each with the first three slots that are long enough.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    out = [one for one in shut_out(session) if one.is_due]
    known = persons(session, [one.appointment.person_id for one in out])
    ids = tuple({one.appointment.slot_id for one in out})
    stood = {one.id: one for one in rows.where(session.db, Slot, AMONG.format(column="id"), (ids,))}
    offers: dict[tuple[str, int], tuple[SlotOffer, ...]] = {}
    found = []
    for one in out:
        visit, slot = one.appointment, stood[one.appointment.slot_id]
        wanted = visit.site_id, visit.minutes or slot.minutes
        if wanted not in offers:
            offers[wanted] = slots.earliest(session, Wish((wanted[0],), wanted[1]), OFFERED)
        person = known.get(visit.person_id)
        found.append(
            Replan(
                visit.id,
                person,
                visit.age,
                slot.starts_at,
                wanted[1],
                one.cause,
                one.why,
                offers[wanted],
                readable_phone(person.phone) if person is not None else "",
            )
        )
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.appointment_id)))


def shut_out(session: Session) -> tuple[ShutOut, ...]:
    """Bookings of this person's sites where nobody will sit, whoever is to phone them."""
    db, sites = session.db, session.actor.site_ids
    why = {one.id: reason for one, reason in _nobody_sits(session)}
    found = []
    booked = rows.where(
        db,
        Appointment,
        AMONG.format(column="slot_id") + " AND status = ?",
        (tuple(why), AppointmentStatus.BOOKED),
        order="booked_at, id",
    )
    days = {one.id: one for one in rows.where(db, Slot, AMONG.format(column="id"), (tuple(why),))}
    for one in booked:
        if one.site_id in sites:
            cause, reason = why[one.slot_id]
            found.append(ShutOut(one, local_day(days[one.slot_id].starts_at), reason, cause))
    return tuple(found)


def _nobody_sits(session: Session) -> Iterator[tuple[Slot, tuple[Cause, str]]]:
    """Slots with somebody in them that are not held, with why. What was called off says more than a shut day."""
    db, here = session.db, (session.actor.site_ids, AppointmentStatus.BOOKED)
    taken = rows.where(db, Slot, _TAKEN, here)
    shut = shut_days.known(db, min((local_day(one.starts_at) for one in taken), default=session.today()))
    for slot in taken:
        if why := shut.of_slot(slot):
            yield slot, (Cause.SHUT, why)
    gone = rows.where(db, Slot, _GONE, (*here, SlotKind.CLOSED, SessionStatus.OPEN))
    ids = tuple({one.session_id for one in gone})
    half_days = {one.id: one for one in rows.where(db, HalfDaySession, AMONG.format(column="id"), (ids,))}
    for slot in gone:
        half_day = half_days.get(slot.session_id)
        cause = _CAUSES.get(half_day.status) if half_day is not None else None
        yield slot, (cause or Cause.SLOT_GONE, half_day.called_off_why if half_day is not None and cause else "")
