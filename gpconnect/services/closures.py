"""Days on which the pilot, or one site of it, is shut: entered by hand or read from a calendar, seen before saved.

The coordinator keeps them. A day that is shut is offered to nobody from then on, and a booking that stands on it
becomes a duty at the desk of its site: nobody finds a closed door without having been phoned.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Closure,
    HalfDaySession,
    SessionStatus,
    Site,
    Slot,
)
from gpconnect.domain.typed import clean_line
from gpconnect.exchange.closed_days import Found, Skipped
from gpconnect.services.acting import acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows

MOST_DAYS = 366
"""A closure that lasts longer than a year is a slip of the year that was typed."""
REASON_LIMIT = 80


@dataclass(frozen=True, slots=True)
class ClosureRequest:
    """Days that somebody wants shut, both ends included; no site means the whole pilot."""

    first_day: date
    last_day: date
    reason: str
    site_id: str = ""


@dataclass(frozen=True, slots=True)
class ClosureView:
    """A closure as a screen shows it; `site_name` is empty for the whole pilot."""

    id: str
    first_day: date
    last_day: date
    reason: str
    site_name: str = ""


@dataclass(frozen=True, slots=True)
class HalfDayHit:
    """A planned half-day that falls on a closed day, and how many bookings stand in it."""

    day: date
    start: time
    site_name: str
    booked: int


@dataclass(frozen=True, slots=True)
class Shut:
    """What a closing comes to.

    Attributes:
        half_days: those that this device knows of; the spaces of practices are not on a coordinator's.
        before: the closures as they were (archived where there was none), to put back.
    """

    half_days: tuple[HalfDayHit, ...]
    before: tuple[Closure, ...] = ()


class FoundState(StrEnum):
    """What a closure in a calendar would do here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BACK = "back"
    """Somebody took it out here; taken over, it is shut again."""


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One closure of a calendar, and what it would do here."""

    closure: Closure
    state: FoundState


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a calendar holds.

    Attributes:
        skipped: what is not taken over, with why.
        shut: what the new and changed ones come to.
    """

    lines: tuple[ImportLine, ...]
    skipped: tuple[Skipped, ...]
    shut: Shut

    @property
    def taken(self) -> tuple[Closure, ...]:
        """What is written when somebody agrees."""
        return tuple(one.closure for one in self.lines if one.state is not FoundState.SAME)


@dataclass(frozen=True, slots=True)
class ClosuresView:
    """What is shut from today on, soonest first, and the sites that can be shut by themselves."""

    closures: tuple[ClosureView, ...]
    sites: tuple[tuple[str, str], ...]


def overview(session: Session) -> ClosuresView:
    """The closures that are not over yet.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.ADMINISTER)
    names = _site_names(session)
    # A place that closed for good is told with the places.
    coming = "archived = 0 AND last_day >= ? AND (site_id = '' OR site_id IN (SELECT id FROM site WHERE archived = 0))"
    found = rows.where(session.db, Closure, coming, (session.today(),), order="first_day, last_day, id")
    views = (ClosureView(one.id, one.first_day, one.last_day, one.reason, names.get(one.site_id, "")) for one in found)
    return ClosuresView(tuple(views), tuple(names.items()))


def enter(session: Session, request: ClosureRequest, *, dry_run: bool) -> tuple[Changes, Shut]:
    """Shut these days.

    Args:
        session: of the coordinator.
        request: which days, where and why.
        dry_run: only say what it comes to.

    Raises:
        KnownError: ``closure.order``, ``closure.too_long`` (limit), ``closure.reason_missing``, ``record.missing``
            for a site that is not here, what `clean_line` finds wrong, or ``role.may_not``.
    """
    check(session, Intention.ADMINISTER)
    if request.last_day < request.first_day:
        raise KnownError("closure.order")
    if (request.last_day - request.first_day).days >= MOST_DAYS:
        raise KnownError("closure.too_long", limit=MOST_DAYS)
    reason = clean_line(request.reason, REASON_LIMIT)
    if not reason:
        raise KnownError("closure.reason_missing")
    if request.site_id:
        rows.require(session.db, Site, request.site_id)
    closure = Closure(session.new_id(), request.first_day, request.last_day, reason, request.site_id)
    shut = Shut(hits(session, (closure,)), (replace(closure, archived=True),))
    if dry_run:
        return Changes(), shut
    return _write(session, (closure,), "entered"), shut


def archive(session: Session, closure_id: str) -> tuple[Changes, Shut]:
    """Open these days again; the closure is kept, out of sight.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.ADMINISTER)
    closure = rows.require(session.db, Closure, closure_id)
    return _write(session, (replace(closure, archived=True),), "archived"), Shut((), (closure,))


def put_back(session: Session, before: tuple[Closure, ...]) -> Changes:
    """Undo: the closures as they were before somebody entered, archived or imported them.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.ADMINISTER)
    return _write(session, before, "put_back")


def import_found(session: Session, found: Found, site_id: str = "", *, dry_run: bool) -> tuple[Changes, ImportPlan]:
    """Take the closures of a calendar over: first only to look at, then in one piece.

    The same event of the same calendar is the same closure, also when another device imports it: a calendar that
    moved a holiday moves it here. What the calendar no longer mentions stays: leaving out is not taking out.

    Args:
        session: of the coordinator.
        found: what `gpconnect.services.calendar_files.read_closures` found.
        site_id: the site that it is about, or empty for the whole pilot.
        dry_run: only say what it comes to.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.ADMINISTER)
    if site_id:
        rows.require(session.db, Site, site_id)
    lines, before = [], []
    for one in found.closures:
        reason = one.reason[:REASON_LIMIT].strip()
        closure = Closure(_id(site_id, one.uid), one.first_day, one.last_day, reason, site_id)
        known = rows.get(session.db, Closure, closure.id)
        lines.append(ImportLine(closure, _state(known, closure)))
        if lines[-1].state is not FoundState.SAME:
            before.append(known or replace(closure, archived=True))
    plan = ImportPlan(tuple(lines), found.skipped, Shut((), tuple(before)))
    plan = replace(plan, shut=replace(plan.shut, half_days=hits(session, plan.taken)))
    if dry_run or not plan.taken:
        return Changes(), plan
    return _write(session, plan.taken, "imported"), plan


def _write(session: Session, closures: Iterable[Closure], verb: str) -> Changes:
    with acting(session, Intention.ADMINISTER) as action:
        for closure in closures:
            action.write(closure, verb)
    return action.changes


def _state(known: Closure | None, closure: Closure) -> FoundState:
    if known is None:
        return FoundState.NEW
    if known.archived:
        return FoundState.BACK
    return FoundState.SAME if known == closure else FoundState.CHANGED


def _id(site_id: str, uid: str) -> str:
    """The same for the same event everywhere, so that two coordinators who import one calendar make one closure."""
    return hashlib.sha256(f"gpconnect closure\n{site_id}\n{uid}".encode()).hexdigest()[:32]


def hits(session: Session, closures: tuple[Closure, ...]) -> tuple[HalfDayHit, ...]:
    """The half-days that fall on these days, with their bookings, from today on."""
    db, names = session.db, _site_names(session)
    found: dict[str, HalfDaySession] = {}
    for closure in closures:
        condition = "day BETWEEN ? AND ? AND day >= ? AND status = ? AND (? = '' OR site_id = ?)"
        values = (closure.first_day, closure.last_day, session.today(), SessionStatus.OPEN)
        hit = rows.where(db, HalfDaySession, condition, (*values, closure.site_id, closure.site_id))
        found |= {one.id: one for one in hit}
    ordered = sorted(found.values(), key=lambda one: (one.day, one.start, one.id))
    return tuple(
        HalfDayHit(one.day, one.start, names.get(one.site_id, ""), _booked(session, one.id)) for one in ordered
    )


def _booked(session: Session, half_day_id: str) -> int:
    slots = [one.id for one in rows.where(session.db, Slot, "session_id = ?", (half_day_id,))]
    marks = ", ".join("?" * len(slots))
    condition = f"slot_id IN ({marks}) AND status = ?"
    return rows.count(session.db, Appointment, condition, (*slots, AppointmentStatus.BOOKED))


def _site_names(session: Session) -> dict[str, str]:
    return {one.id: one.name for one in rows.where(session.db, Site, "archived = 0", order="name, id")}
