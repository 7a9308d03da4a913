"""Planning half-days: a series that skips public holidays and closures, and says beforehand which days it drops."""

from dataclasses import dataclass
from datetime import date, time

from gpconnect.domain.calendar import Capacity, Dropped, capacity, check_session, end_of, half_days, make_slots
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Closure, HalfDaySession, OfficeHours, SessionStatus, Slot
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import spaces
from gpconnect.services.acting import acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows

OVERLAP = "overlap"
MOST_DATES = 120


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """A returning half-day as somebody wants it; wall times of Europe/Amsterdam."""

    site_id: str
    worker_id: str
    first_day: date
    last_day: date
    start: time
    pattern: tuple[str, ...]
    interval_weeks: int = 1
    room: str = ""


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What a series comes to. `dropped` also names days on which the worker already sits somewhere (``overlap``)."""

    dates: tuple[date, ...]
    dropped: tuple[Dropped, ...]
    end: time
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class WorkerOption:
    """A youth worker who can hold office hours at a site."""

    id: str
    name: str


def workers_at(session: Session, site_id: str) -> tuple[WorkerOption, ...]:
    """The youth workers of a site, by name.

    Invited before the site was there, somebody works there all the same once they are in the practice's space; and a
    youth worker who plans may always plan themself.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    staff = rows.where(session.db, Staff, "role = ? AND archived = 0", (Role.YOUTH_WORKER,), order="name, id")
    inside = {one.staff for one in spaces.membership(session.db, f"practice/{site_id}").readers()}
    if session.actor.role is Role.YOUTH_WORKER:
        inside.add(session.actor.staff_id)
    return tuple(WorkerOption(one.id, one.name) for one in staff if site_id in one.site_ids or one.id in inside)


def plan_series(session: Session, request: SeriesRequest, *, dry_run: bool) -> tuple[Changes, SeriesPlan]:
    """Plan the half-days of a series with their slots.

    Args:
        session: who plans.
        request: the series.
        dry_run: only say what would be planned.

    Raises:
        KnownError: ``schedule.pattern.empty``, ``.wrong``, ``.too_long``, ``schedule.interval.wrong``,
            ``schedule.past_midnight``, ``schedule.order`` (the last day lies before the first),
            ``schedule.too_many`` (limit), ``schedule.nothing_left``, ``schedule.worker_missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    if not request.worker_id:
        raise KnownError("schedule.worker_missing")
    if request.last_day < request.first_day:
        raise KnownError("schedule.order")
    series = OfficeHours(
        session.new_id(),
        request.site_id,
        request.worker_id,
        request.first_day,
        request.last_day,
        request.start,
        tuple(entry.strip().lower() for entry in request.pattern),
        request.interval_weeks,
        request.room.strip(),
    )
    plan = _plan(session, series)
    if dry_run:
        return Changes(), plan
    if not plan.dates:
        raise KnownError("schedule.nothing_left")
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(series, "planned")
        for half_day in (_half_day(session.new_id(), series, day, plan.end) for day in plan.dates):
            action.write(half_day, "planned")
            for planned in make_slots(half_day, series.pattern):
                slot = Slot(
                    session.new_id(), half_day.id, series.site_id, planned.starts_at, planned.minutes, planned.kind
                )
                action.write(slot, "planned")
    return action.changes, plan


def _plan(session: Session, series: OfficeHours) -> SeriesPlan:
    db, end = session.db, end_of(series.start, series.pattern)
    check_session(_half_day("", series, series.first_day, end))
    closures = rows.where(
        db, Closure, "last_day >= ? AND first_day <= ?", (series.first_day, series.last_day), order="first_day, id"
    )
    dates, dropped = half_days(series, closures, series.last_day)
    if len(dates) > MOST_DATES:
        raise KnownError("schedule.too_many", limit=MOST_DATES)
    busy = rows.where(
        db,
        HalfDaySession,
        "worker_id = ? AND day BETWEEN ? AND ? AND status <> ?",
        (series.worker_id, series.first_day, series.last_day, SessionStatus.CANCELLED),
    )
    taken = {one.day for one in busy if one.start < end and series.start < one.end}
    clashes = tuple(Dropped(day, OVERLAP, "") for day in dates if day in taken)
    return SeriesPlan(
        tuple(day for day in dates if day not in taken),
        tuple(sorted((*dropped, *clashes), key=lambda one: one.day)),
        end,
        capacity(series.pattern),
    )


def _half_day(identity: str, series: OfficeHours, day: date, end: time) -> HalfDaySession:
    return HalfDaySession(identity, series.site_id, series.worker_id, day, series.start, end, series.id, series.room)
