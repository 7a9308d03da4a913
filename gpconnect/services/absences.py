"""A worker who is away for some days, and who does their work meanwhile; without a deputy every family is phoned.

Nothing says why somebody is away: that is about the health of a colleague (GDPR article 9), and planning does not need
it. A deputy holds the half-days under their own name and sees the absent worker's duties. Where nobody takes over, the
half-day is shut as a closed day is (`gpconnect.services.shut_days`), also one that is planned later or elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Absence, Appointment, AppointmentStatus, HalfDaySession, SessionStatus, Site
from gpconnect.services import planning, walk_ins
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.half_day_views import AMONG, worker_names
from gpconnect.services.session import Session
from gpconnect.storage import rows

MOST_DAYS = 366
"""An absence that lasts longer than a year is a slip of the year that was typed."""


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

    A half-day during which the deputy sits elsewhere is not taken over; who is booked there is phoned.

    Args:
        session: who says so.
        request: who, when, and who takes over.
        dry_run: only say what it comes to.

    Raises:
        KnownError: ``absence.order``, ``absence.too_long`` (limit), ``absence.worker_missing``,
            ``absence.deputy_self``, ``absence.deputy_elsewhere`` (site), ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    sites = _sites(session, request)
    half_days = _half_days(session, request, sites)
    held = {one.id for one in half_days if request.deputy_id and not _is_busy(session, request.deputy_id, one)}
    plan = AbsencePlan(tuple(_away(session, one, sites, held) for one in half_days))
    if dry_run:
        return Changes(), plan
    made = []
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for site in sites:
            absence = Absence(
                session.new_id(), site, request.worker_id, request.first_day, request.last_day, request.deputy_id
            )
            action.write(absence, "reported")
            made.append(absence.id)
        for one in half_days:
            if one.id in held:
                _hand_over(action, one, request.deputy_id)
            walk_ins.let_go(action, one)
    return action.changes, replace(plan, absence_ids=tuple(made))


def end(session: Session, absence_ids: tuple[str, ...]) -> Changes:
    """Take an absence back: the worker has the half-days again that are still to come, and their duties.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for one in absence_ids:
            absence = rows.require(session.db, Absence, one)
            action.write(replace(absence, archived=True), "ended")
            for half_day in _taken_over(session, absence):
                action.write(replace(half_day, worker_id=absence.worker_id, deputy_for=""), "given_back")
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
    condition = "archived = 0 AND deputy_id = ? AND ? BETWEEN first_day AND last_day"
    return frozenset(one.worker_id for one in rows.where(db, Absence, condition, (deputy_id, day)))


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
    """The worker's open half-days in these days; what is past stays as it was."""
    first = max(request.first_day, session.today())
    condition = "worker_id = ? AND day BETWEEN ? AND ? AND status = ? AND " + AMONG.format(column="site_id")
    values = (request.worker_id, first, request.last_day, SessionStatus.OPEN, tuple(sites))
    return rows.where(session.db, HalfDaySession, condition, values, order="day, start, id")


def _is_busy(session: Session, deputy_id: str, half_day: HalfDaySession) -> bool:
    """Whether the deputy sits somewhere else then, as far as this device knows."""
    values = (deputy_id, half_day.day, SessionStatus.OPEN)
    own = rows.where(session.db, HalfDaySession, "worker_id = ? AND day = ? AND status = ?", values)
    return any(one.start < half_day.end and half_day.start < one.end for one in own)


def _away(session: Session, one: HalfDaySession, sites: dict[str, str], held: set[str]) -> HalfDayAway:
    condition = "status = ? AND slot_id IN (SELECT id FROM slot WHERE session_id = ?)"
    booked = rows.count(session.db, Appointment, condition, (AppointmentStatus.BOOKED, one.id))
    return HalfDayAway(one.id, one.day, one.start, sites[one.site_id], booked, one.id in held)


def _hand_over(action: Action, one: HalfDaySession, deputy_id: str) -> None:
    """Somebody who takes over from a deputy holds it for whoever it was meant for."""
    action.write(replace(one, worker_id=deputy_id, deputy_for=one.deputy_for or one.worker_id), "taken_over")


def _taken_over(session: Session, absence: Absence) -> list[HalfDaySession]:
    """The coming half-days that a deputy holds for the worker of an absence."""
    first = max(absence.first_day, session.today())
    condition = "site_id = ? AND deputy_for = ? AND day BETWEEN ? AND ?"
    values = (absence.site_id, absence.worker_id, first, absence.last_day)
    return rows.where(session.db, HalfDaySession, condition, values, order="day, start, id")
