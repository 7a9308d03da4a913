"""Half-days that two desks planned or changed without having heard of each other, for the person at work."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from gpconnect.domain import half_day_duties as rules
from gpconnect.domain.calendar import local_day
from gpconnect.domain.duties import Duty
from gpconnect.domain.half_day import INSIDE
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    SessionStatus,
    Site,
    Slot,
    SlotKind,
)
from gpconnect.services import shut_days
from gpconnect.services.half_day_views import AMONG, worker_names
from gpconnect.services.session import Session
from gpconnect.storage import rows

_DOUBLE = (
    "status = ? AND (worker_id, day) IN (SELECT worker_id, day FROM half_day_session "
    "WHERE day >= ? AND status = ? GROUP BY worker_id, day HAVING count(*) > 1) "
    "AND site_id IN (SELECT value FROM json_each(?))"
)
_INSIDE = (
    "status IN (SELECT value FROM json_each(?)) AND site_id IN (SELECT value FROM json_each(?)) AND (slot_id = '' OR "
    "slot_id IN (SELECT s.id FROM slot s JOIN half_day_session h ON h.id = s.session_id WHERE h.status = ?))"
)


def found(session: Session) -> tuple[Duty, ...]:
    """One worker at two places at once, slots that lie over each other, and children inside what was closed."""
    return (*_double(session), *tangled(session), *_unfinished(session))


def names(session: Session, duties: Iterable[Duty]) -> dict[str, str]:
    """By half-day the worker whom its duty is about, and where they should be."""
    wanted = [one for one in duties if "worker" in one.params]
    workers = worker_names(session.db, (one.params["worker"] for one in wanted))
    sites = {one.id: one.name for one in rows.where(session.db, Site, "1")} if wanted else {}
    found = {}
    for one in wanted:
        places = dict.fromkeys((sites.get(one.site_id, ""), sites.get(one.params.get("stays_in", ""), "")))
        worker = workers.get(one.params["worker"], "")
        found[one.about] = ", ".join(filter(None, (worker, " / ".join(filter(None, places)))))
    return found


def _double(session: Session) -> list[Duty]:
    db, today = session.db, session.today()
    values = (SessionStatus.OPEN, today, SessionStatus.OPEN, session.actor.site_ids)
    double = rows.where(db, HalfDaySession, _DOUBLE, values)
    shut = shut_days.known(db, today) if double else None
    held = [one for one in double if shut is not None and not shut.of(one)]
    ids = tuple(one.id for one in held)
    slots = {one.id: one.session_id for one in rows.where(db, Slot, AMONG.format(column="session_id"), (ids,))}
    condition = "status = ? AND " + AMONG.format(column="slot_id")
    booked = rows.where(db, Appointment, condition, (AppointmentStatus.BOOKED, tuple(slots)))
    return rules.from_double(held, Counter(slots[one.slot_id] for one in booked), today)


def tangled(session: Session) -> list[Duty]:
    """The coming half-days of this person's sites that are to be laid out anew."""
    db, today = session.db, session.today()
    coming = f"status = ? AND day >= ? AND {AMONG.format(column='site_id')}"
    half_days = rows.where(db, HalfDaySession, coming, (SessionStatus.OPEN, today, session.actor.site_ids))
    condition = f"kind <> ? AND {AMONG.format(column='session_id')}"
    slots: dict[str, list[Slot]] = defaultdict(list)
    for one in rows.where(db, Slot, condition, (SlotKind.CLOSED, tuple(one.id for one in half_days))):
        slots[one.session_id].append(one)
    return rules.from_slots(half_days, slots, today)


def _unfinished(session: Session) -> list[Duty]:
    db = session.db
    values = (tuple(sorted(INSIDE)), session.actor.site_ids, SessionStatus.CLOSED)
    visits = rows.where(db, Appointment, _INSIDE, values, order="booked_at, id")
    ids = (tuple(one.slot_id for one in visits if one.slot_id),)
    slots = {one.id: one for one in rows.where(db, Slot, AMONG.format(column="id"), ids)}
    # Who walked in and found no slot is seen in whatever half-day is held then.
    days = {one.id: local_day(slots[one.slot_id].starts_at if one.slot_id else one.booked_at) for one in visits}
    held = "site_id = ? AND day = ? AND status = ?"
    return rules.from_closed(
        (one, days[one.id])
        for one in visits
        if one.slot_id or not rows.count(db, HalfDaySession, held, (one.site_id, days[one.id], SessionStatus.OPEN))
    )
