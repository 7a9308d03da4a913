"""A worker who is away for some days, and who does their work meanwhile; without a deputy every family is phoned.

Nothing says why somebody is away: that is about the health of a colleague (GDPR article 9), and planning does not need
it. A deputy holds the half-days under their own name and sees the absent worker's duties. Where nobody takes over, the
half-day is shut as a closed day is (`gpconnect.services.shut_days`), also one that is planned later or elsewhere. Who
takes over follows from all that is said of who is away (`gpconnect.domain.deputising`), so it is written nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlite_utils import Database

from gpconnect.domain import deputising as rules
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Absence, Appointment, AppointmentStatus, HalfDaySession, SessionStatus, Site
from gpconnect.services import deputising, planned_ids, planning, walk_ins
from gpconnect.services.acting import acting, check
from gpconnect.services.half_day_views import AMONG, worker_names
from gpconnect.services.session import Session
from gpconnect.storage import rows

MOST_DAYS = 366
"""An absence that lasts longer than a year is a slip of the year that was typed."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AbsenceRequest:
    """A worker is away from the first day to the last, both included; no deputy means that nobody takes over."""

    worker_id: str
    first_day: date
    last_day: date
    deputy_id: str = ""


@dataclass(frozen=True, slots=True)
class HalfDayAway:
    """A half-day that falls in an absence: whether the deputy holds it, and how many families have a place in it."""

    id: str
    day: date
    start: time
    site_name: str
    booked: int
    taken_over: bool


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """What an absence comes to, soonest first; `absence_ids` says what was written, one for each site."""

    half_days: tuple[HalfDayAway, ...]
    absence_ids: tuple[str, ...] = ()

    @property
    def to_phone(self) -> int:
        """How many families have to be given another time."""
        return sum(one.booked for one in self.half_days if not one.taken_over)


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """An absence that is not over yet, as a screen shows it; the same days at several sites are one."""

    absence_ids: tuple[str, ...]
    worker_name: str
    deputy_name: str
    first_day: date
    last_day: date


def report(session: Session, request: AbsenceRequest, *, dry_run: bool) -> tuple[Changes, AbsencePlan]:
    """Say that a worker is away, at every site of theirs that this person works for.

    A half-day during which the deputy sits elsewhere or is away is not taken over; who is booked there is phoned. What
    is past stays as it was: an absence that began before today counts from today on.

    Args:
        session: who says so.
        request: who, when, and who takes over.
        dry_run: only say what it comes to.

    Raises:
        KnownError: ``absence.order``, ``absence.too_long`` (limit), ``absence.over``,
            ``absence.worker_missing``, ``absence.deputy_self``, ``absence.deputy_elsewhere`` (site), ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    sites = _sites(session, request)
    if request.last_day < session.today():
        raise KnownError("absence.over")
    request = replace(request, first_day=max(request.first_day, session.today()))
    half_days = _half_days(session, request, sites)
    made = [
        Absence(session.new_id(), site, request.worker_id, request.first_day, request.last_day, request.deputy_id)
        for site in sites
    ]
    held = _held(session, half_days, made)
    plan = AbsencePlan(tuple(_away(session, one, sites, held) for one in half_days))
    if dry_run:
        return Changes(), plan
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for absence in made:
            action.write(absence, "reported")
        for one in half_days:
            walk_ins.let_go(action, one)
    return action.changes, replace(plan, absence_ids=tuple(one.id for one in made))


def end(session: Session, absence_ids: tuple[str, ...]) -> Changes:
    """Say that a worker is back: they have the half-days again from today on, and their duties.

    What is past stays as it was: an absence that had begun goes on as one that lasted until yesterday.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    return _change(session, absence_ids, "ended", keep_past=True)


def withdraw(session: Session, absence_ids: tuple[str, ...]) -> Changes:
    """Undo that an absence was said: nobody was away.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    return _change(session, absence_ids, "withdrawn", keep_past=False)


def _change(session: Session, absence_ids: tuple[str, ...], verb: str, *, keep_past: bool) -> Changes:
    """Archive absences; what was kept for walk-in in a half-day that changes hands is given back."""
    today = session.today()
    before: dict[str, HalfDaySession] = {}
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for one in absence_ids:
            absence = rows.require(session.db, Absence, one)
            values = (absence.site_id, max(absence.first_day, today), absence.last_day)
            found = rows.where(session.db, HalfDaySession, "site_id = ? AND day BETWEEN ? AND ?", values)
            before = {half_day.id: half_day for half_day in found} | before
            if keep_past and absence.first_day < today and not absence.archived:
                past = planned_ids.following(session.db, Absence, absence.id, today)
                action.write(replace(absence, id=past, last_day=min(absence.last_day, today - _DAY)), "kept")
            action.write(replace(absence, archived=True), verb)
        for half_day in before.values():
            if rows.require(session.db, HalfDaySession, half_day.id).worker_id != half_day.worker_id:
                walk_ins.let_go(action, half_day)
    return action.changes


def coming(session: Session) -> tuple[AbsenceView, ...]:
    """Who is away now or will be, as far as this person's sites go; soonest first.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    condition = "archived = 0 AND last_day >= ? AND " + AMONG.format(column="site_id")
    found = rows.where(
        session.db, Absence, condition, (session.today(), session.actor.site_ids), order="first_day, last_day, id"
    )
    names = worker_names(session.db, [name for one in found for name in (one.worker_id, one.deputy_id)])
    together: dict[tuple[str, date, date, str], list[str]] = {}
    for one in found:
        together.setdefault((one.worker_id, one.first_day, one.last_day, one.deputy_id), []).append(one.id)
    return tuple(
        AbsenceView(tuple(ids), names.get(worker, ""), names.get(deputy, ""), first, last)
        for (worker, first, last, deputy), ids in together.items()
    )


def deputised(db: Database, deputy_id: str, day: date) -> frozenset[str]:
    """Staff ids of the workers whose work this person does on a day."""
    found = rows.where(db, Absence, "archived = 0 AND ? BETWEEN first_day AND last_day", (day,))
    return rules.instead_of(deputy_id, found, day)


def _sites(session: Session, request: AbsenceRequest) -> dict[str, str]:
    """The sites that this is about, with their names; refuses what cannot be meant."""
    if request.last_day < request.first_day:
        raise KnownError("absence.order")
    if (request.last_day - request.first_day).days >= MOST_DAYS:
        raise KnownError("absence.too_long", limit=MOST_DAYS)
    if request.deputy_id == request.worker_id:
        raise KnownError("absence.deputy_self")
    own = rows.where(
        session.db, Site, "archived = 0 AND " + AMONG.format(column="id"), (session.actor.site_ids,), order="name, id"
    )
    workers = {site.id: {one.id for one in planning.workers_at(session, site.id)} for site in own}
    sites = {site.id: site.name for site in own if request.worker_id in workers[site.id]}
    if not sites:
        raise KnownError("absence.worker_missing")
    for site, name in sites.items():
        if request.deputy_id and request.deputy_id not in workers[site]:
            raise KnownError("absence.deputy_elsewhere", site=name)
    return sites


def _half_days(session: Session, request: AbsenceRequest, sites: Iterable[str]) -> list[HalfDaySession]:
    """The worker's open half-days in these days."""
    condition = "worker_id = ? AND day BETWEEN ? AND ? AND status = ? AND " + AMONG.format(column="site_id")
    values = (request.worker_id, request.first_day, request.last_day, SessionStatus.OPEN, tuple(sites))
    return rows.where(session.db, HalfDaySession, condition, values, order="day, start, id")


def _held(session: Session, half_days: list[HalfDaySession], more: list[Absence]) -> set[str]:
    """Ids of the half-days that somebody holds with these absences as well."""
    found = set()
    for site, day in {(one.site_id, one.day) for one in half_days}:
        here = (one for one in more if one.site_id == site)
        found |= {key for key, holder in deputising.holders(session.db, site, day, *here).items() if holder}
    return found


def _away(session: Session, one: HalfDaySession, sites: dict[str, str], held: set[str]) -> HalfDayAway:
    condition = "status = ? AND slot_id IN (SELECT id FROM slot WHERE session_id = ?)"
    booked = rows.count(session.db, Appointment, condition, (AppointmentStatus.BOOKED, one.id))
    return HalfDayAway(one.id, one.day, one.start, sites[one.site_id], booked, one.id in held)
