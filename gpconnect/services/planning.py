"""Planning half-days: a series that skips public holidays and closures, and says beforehand which days it drops."""

from dataclasses import dataclass, fields, replace
from datetime import date, time

from gpconnect.domain import series as rules
from gpconnect.domain.calendar import (
    Capacity,
    Dropped,
    PlannedSlot,
    capacity,
    check_session,
    end_of,
    half_days,
    make_slots,
)
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    OfficeHours,
    SessionStatus,
    Slot,
)
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services import occupied, planned_ids, shut_days, spaces
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """A returning half-day as somebody wants it; wall times of Europe/Amsterdam.

    Attributes:
        rule: as `gpconnect.domain.series.write` gives it; empty for every `interval_weeks` weeks.
        open_anyway: also on days on which the site is shut, by who knows that somebody opens the door.
    """

    site_id: str
    worker_id: str
    first_day: date
    last_day: date
    start: time
    pattern: tuple[str, ...]
    interval_weeks: int = 1
    room: str = ""
    rule: str = ""
    open_anyway: bool = False


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What a series comes to.

    Attributes:
        dropped: the days that fall away: a ``holiday`` or ``closure`` with its name, or because the worker already
            sits somewhere (``overlap``, with the site) or somebody else has the room (``room``).
        end: wall time at which the last slot ends.
        shut: days in `dates` on which the site is shut, planned knowingly.
        series_id: the series that was planned; empty while it is only looked at.
    """

    dates: tuple[date, ...]
    dropped: tuple[Dropped, ...]
    end: time
    capacity: Capacity
    shut: tuple[Dropped, ...] = ()
    series_id: str = ""


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
            ``schedule.rule.wrong``, ``schedule.past_midnight``, ``schedule.order`` (the last day lies before the
            first), ``schedule.too_many`` (limit), ``schedule.day_full`` (day, hours), ``schedule.nothing_left``,
            ``schedule.worker_missing``, what `clean_line` finds wrong, ``record.missing`` for a site of others,
            ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    if not request.worker_id:
        raise KnownError("schedule.worker_missing")
    require_own(session, request.site_id)
    if request.last_day < request.first_day:
        raise KnownError("schedule.order")
    series = OfficeHours(
        "",
        request.site_id,
        request.worker_id,
        request.first_day,
        request.last_day,
        request.start,
        tuple(entry.strip().lower() for entry in request.pattern),
        request.interval_weeks,
        clean_line(request.room),
        rule=request.rule,
    )
    if rules.rhythm_of(series).count:
        series = replace(series, last_day=rules.last_of(series))
    series = _identified(session, series, open_anyway=request.open_anyway)
    plan = _plan(session, series, open_anyway=request.open_anyway)
    if dry_run:
        return Changes(), plan
    if not plan.dates:
        raise KnownError("schedule.nothing_left")
    shut, known = {one.day for one in plan.shut}, shut_days.known(session.db, series.first_day)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(series, "planned")
        for day in plan.dates:
            half_day = replace(half_day_of(series, day), open_anyway=day in shut)
            despite = known.known_on(day, series.site_id) if half_day.open_anyway else ()
            half_day = replace(half_day, id=id_in_series(session, half_day, series.pattern, despite))
            write_half_day(action, half_day, series.pattern, despite)
    return action.changes, replace(plan, series_id=series.id)


def withdraw_series(session: Session, series_id: str) -> Changes:
    """Undo planning a series, as long as nobody is booked in it: its half-days are out of sight, and kept.

    Raises:
        KnownError: ``schedule.series_booked`` (count), ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    series = rows.require(session.db, OfficeHours, series_id)
    condition = (
        "status <> ? AND slot_id IN (SELECT s.id FROM slot s JOIN half_day_session h ON h.id = s.session_id "
        "WHERE h.office_hours_id = ?)"
    )
    booked = rows.count(session.db, Appointment, condition, (AppointmentStatus.CANCELLED, series_id))
    if booked:
        raise KnownError("schedule.series_booked", count=booked)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(series, archived=True), "withdrawn")
        for one in rows.where(session.db, HalfDaySession, "office_hours_id = ?", (series_id,), order="day, id"):
            action.write(replace(one, status=SessionStatus.CANCELLED), "withdrawn")
    return action.changes


def require_own(session: Session, site_id: str) -> None:
    """Refuse to plan at a site to which this person does not belong: nobody there would ever hear of it.

    Raises:
        KnownError: ``record.missing``.
    """
    if site_id not in session.actor.site_ids:
        raise KnownError("record.missing", kind="site")


def half_day_of(series: OfficeHours, day: date) -> HalfDaySession:
    """The half-day that a series makes on a day, before it has an id. Raises as `end_of`."""
    end = end_of(series.start, series.pattern, day)
    return HalfDaySession("", series.site_id, series.worker_id, day, series.start, end, series.id, series.room)


def id_in_series(
    session: Session, half_day: HalfDaySession, pattern: tuple[str, ...], despite: tuple[str, ...] = ()
) -> str:
    """The id of a half-day that a series makes, before it has one (`planned_ids`)."""
    said = said_of(half_day, pattern, despite)
    return planned_ids.following(session.db, HalfDaySession, half_day.office_hours_id, *said)


def said_of(half_day: HalfDaySession, pattern: tuple[str, ...], despite: tuple[str, ...]) -> tuple[object, ...]:
    """All that somebody says who plans a half-day: what two desks must say alike to mean the same one."""
    named = (getattr(half_day, one.name) for one in fields(half_day) if one.name != "id")
    return (*named, pattern, half_day.open_anyway and despite)


def write_half_day(
    action: Action, half_day: HalfDaySession, pattern: tuple[str, ...], despite: tuple[str, ...] = ()
) -> None:
    """A new half-day with its slots, inside an intention; `despite` as `shut_days.ShutDays.known_on`."""
    beside = {shut_days.DESPITE: list(despite)} if half_day.open_anyway else None
    action.write(half_day, "planned", beside=beside)
    for one in make_slots(half_day, pattern):
        action.write(slot_of(action.session, half_day, one), "planned")


def slot_of(session: Session, half_day: HalfDaySession, planned: PlannedSlot) -> Slot:
    """A new slot of a half-day; two desks that add the same one add one."""
    said = (planned.starts_at, planned.minutes, planned.kind)
    made = planned_ids.following(session.db, Slot, half_day.id, *said)
    return Slot(made, half_day.id, half_day.site_id, *said)


def _identified(session: Session, series: OfficeHours, *, open_anyway: bool) -> OfficeHours:
    """A series with the id that follows from all that was said of it (`planned_ids`)."""
    said = (*(getattr(series, one.name) for one in fields(series)), open_anyway)
    return replace(series, id=planned_ids.planned(session, OfficeHours, series.site_id, *said))


def _plan(session: Session, series: OfficeHours, *, open_anyway: bool) -> SeriesPlan:
    check_session(half_day_of(series, series.first_day))
    rules.require_few(series)
    known = shut_days.known(session.db, series.first_day)
    dates, fallen = half_days(series, known.closures, series.last_day)
    shut = tuple(one for one in fallen if open_anyway and not known.gone(one.day, series.site_id))
    busy = occupied.known(session, series.first_day, series.last_day)
    kept: list[date] = []
    dropped = [one for one in fallen if one not in shut]
    for day in sorted((*dates, *(one.day for one in shut))):
        wanted = half_day_of(series, day)
        if clash := busy.clash(wanted):
            dropped.append(clash)
        else:
            busy.require_bearable(wanted)
            kept.append(day)
    return SeriesPlan(
        tuple(kept),
        tuple(sorted(dropped, key=lambda one: one.day)),
        end_of(series.start, series.pattern),
        capacity(series.pattern),
        tuple(one for one in shut if one.day in kept),
    )
