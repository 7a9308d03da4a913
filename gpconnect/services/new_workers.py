"""Families who were told that somebody else would speak to them than who sits there now: a deputy, or another worker.

Who a family was told stands in the log beside its booking, its move or the call about it. A booking by an older program
says nothing of that: then it was told whoever the half-day was meant for.
"""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.booking import NewWorker
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, Placement, Slot
from gpconnect.services import replanning
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows

_KEY = "told_worker"
_KINDS = ("appointment.booked", "appointment.moved", "appointment.told")
_COMING = (
    "status = ? AND placement <> ? AND person_id <> '' AND site_id IN (SELECT value FROM json_each(?)) "
    "AND slot_id IN (SELECT id FROM slot WHERE starts_at > ?)"
)


def said(worker_id: str) -> dict[str, Any]:
    """What stands in the log when a family was told who speaks to them."""
    return {_KEY: worker_id} if worker_id else {}


def sits(db: Database, slot: Slot | None) -> str:
    """Staff id of who sits there; empty without a slot."""
    half_day = rows.get(db, HalfDaySession, slot.session_id) if slot is not None else None
    return half_day.worker_id if half_day is not None else ""


def told(db: Database, appointment_ids: Iterable[str]) -> dict[str, str]:
    """By booking, staff id of who this family was told last, where that was said."""
    found = {}
    for one in operations.of_kinds(db, _KINDS, tuple(appointment_ids)):
        worker = one.body.get(_KEY)
        if isinstance(worker, str) and worker:
            found[one.record] = worker
    return found


def told_before(db: Database, appointment_id: str, slot: Slot) -> str:
    """Staff id of who this family was told before its last move, when that move was told: for taking it back to `slot`.

    Empty when the move said nothing of who speaks to them: then they still know what they knew.
    """
    known, before, said_in_move = "", "", False
    for one in operations.of_kinds(db, _KINDS, (appointment_id,)):
        worker = one.body.get(_KEY)
        worker = worker if isinstance(worker, str) else ""
        if one.kind == "appointment.moved":
            before, said_in_move = known, bool(worker)
        known = worker or known
    if not said_in_move:
        return ""
    half_day = rows.get(db, HalfDaySession, slot.session_id)
    return before or (half_day.deputy_for or half_day.worker_id if half_day is not None else "")


def untold(session: Session) -> tuple[NewWorker, ...]:
    """Coming bookings of this person's sites with another worker than the family was told.

    The desk tells them; a worker does where no desk takes part, and families whose card is on their own device only.
    """
    db, sites = session.db, session.actor.site_ids
    values = (AppointmentStatus.BOOKED, Placement.LOST, sites, session.now())
    coming = rows.where(db, Appointment, _COMING, values, order="booked_at, id")
    among = AMONG.format(column="id")
    slots = {one.id: one for one in rows.where(db, Slot, among, (tuple({one.slot_id for one in coming}),))}
    ids = tuple({one.session_id for one in slots.values()})
    half_days = {one.id: one for one in rows.where(db, HalfDaySession, among, (ids,))}
    elsewhere = replanning.phoned_by(session, coming)
    known = told(db, (one.id for one in coming))
    found = []
    for one in coming:
        slot = slots[one.slot_id]
        half_day = half_days.get(slot.session_id)
        if half_day is None or one.id in elsewhere:
            continue
        before = known.get(one.id) or half_day.deputy_for
        if before and before != half_day.worker_id:
            found.append(NewWorker(one, half_day.worker_id, before, slot.starts_at))
    return tuple(found)
