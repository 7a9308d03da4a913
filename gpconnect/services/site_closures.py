"""Days on which a practice shuts its own site: seen before saved, with whom that concerns, and taken back.

The coordinator closes the pilot (`gpconnect.services.closures`); a practice closes itself, and only itself. Its closure
stays in its own space. A day that is shut is offered to nobody from then on, and a booking on it becomes a duty.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, SiteClosure, Slot
from gpconnect.domain.typed import clean_line
from gpconnect.services import closures, schedule
from gpconnect.services.acting import acting, check
from gpconnect.services.closures import ClosureRequest, ClosuresView, ClosureView, HalfDayHit
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.persons import Person, persons
from gpconnect.services.session import Session
from gpconnect.services.shut_days import as_closure
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class BookedThere:
    """A family that has an appointment on a day that is shut; `person` is None where only the age is known."""

    appointment_id: str
    person: Person | None
    age: int | None
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class SiteShut:
    """What closing a site comes to.

    Attributes:
        half_days: that do not take place.
        booked: who has to be given another time, soonest first.
        before: the closure as it was (archived where there was none), to put back.
    """

    half_days: tuple[HalfDayHit, ...]
    booked: tuple[BookedThere, ...]
    before: SiteClosure


def overview(session: Session) -> ClosuresView:
    """What this person's own sites shut from today on, soonest first, and those sites.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    sites = tuple((one.id, one.name) for one in schedule.my_sites(session))
    names = dict(sites)
    condition = "archived = 0 AND last_day >= ? AND " + AMONG.format(column="site_id")
    found = rows.where(
        session.db, SiteClosure, condition, (session.today(), tuple(names)), order="first_day, last_day, id"
    )
    views = (ClosureView(one.id, one.first_day, one.last_day, one.reason, names[one.site_id]) for one in found)
    return ClosuresView(tuple(views), sites)


def enter(session: Session, request: ClosureRequest, *, dry_run: bool) -> tuple[Changes, SiteShut]:
    """Shut one's own site on these days.

    Args:
        session: of somebody who works there.
        request: which days, where and why.
        dry_run: only say what it comes to, also before there is a reason.

    Raises:
        KnownError: ``closure.order``, ``closure.too_long`` (limit), ``closure.reason_missing``, ``record.missing``
            for a site of somebody else, what `clean_line` finds wrong, or ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    if request.last_day < request.first_day:
        raise KnownError("closure.order")
    if (request.last_day - request.first_day).days >= closures.MOST_DAYS:
        raise KnownError("closure.too_long", limit=closures.MOST_DAYS)
    reason = clean_line(request.reason, closures.REASON_LIMIT)
    if not reason and not dry_run:
        raise KnownError("closure.reason_missing")
    if request.site_id not in {one.id for one in schedule.my_sites(session)}:
        raise KnownError("record.missing")
    closure = SiteClosure(session.new_id(), request.site_id, request.first_day, request.last_day, reason)
    shut = SiteShut(
        closures.hits(session, (as_closure(closure),)), _booked(session, closure), replace(closure, archived=True)
    )
    if dry_run:
        return Changes(), shut
    return _write(session, closure, "entered"), shut


def archive(session: Session, closure_id: str) -> tuple[Changes, SiteClosure]:
    """Open these days again; the closure is kept, out of sight. Gives it as it was, to put back.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    closure = rows.require(session.db, SiteClosure, closure_id)
    return _write(session, replace(closure, archived=True), "archived"), closure


def put_back(session: Session, before: SiteClosure) -> Changes:
    """Undo: the closure as it was before somebody entered or archived it.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    return _write(session, before, "put_back")


def _write(session: Session, closure: SiteClosure, verb: str) -> Changes:
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        action.write(closure, verb)
    return action.changes


def _booked(session: Session, closure: SiteClosure) -> tuple[BookedThere, ...]:
    """Who has an appointment on these days, from today on."""
    condition = (
        "site_id = ? AND session_id IN (SELECT id FROM half_day_session WHERE site_id = ? AND day BETWEEN ? AND ?)"
    )
    first = max(closure.first_day, session.today())
    values = (closure.site_id, closure.site_id, first, closure.last_day)
    slots = {one.id: one for one in rows.where(session.db, Slot, condition, values)}
    among = AMONG.format(column="slot_id") + " AND status = ?"
    visits = rows.where(session.db, Appointment, among, (tuple(slots), AppointmentStatus.BOOKED))
    known = persons(session, [one.person_id for one in visits])
    found = (BookedThere(one.id, known.get(one.person_id), one.age, slots[one.slot_id].starts_at) for one in visits)
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.appointment_id)))
