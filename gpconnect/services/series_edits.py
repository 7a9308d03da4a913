"""Changing what was planned: one half-day, this one and later ones, or all of a series that are still to come.

What has been is never touched, nor what somebody changed or called off by itself. A slot that stays goes along with
its booking, and the family is told the new time; a slot that goes is closed, and whoever is booked there becomes a
duty. First one looks what a change comes to, then it is saved as a whole.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from gpconnect.domain import series as rules
from gpconnect.domain.calendar import Dropped, end_of, instant
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KIND_OF
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession, OfficeHours, SessionStatus
from gpconnect.domain.typed import clean_line
from gpconnect.services import planned_ids, series_work
from gpconnect.services.acting import acting, check
from gpconnect.services.planning import half_day_of, id_in_series
from gpconnect.services.series_work import BookedThere, EditWork, pattern_of
from gpconnect.services.session import Session
from gpconnect.storage import rows


class Scope(StrEnum):
    """How much of a series changes."""

    ONE = "one"
    LATER = "later"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Shape:
    """When, where and by whom a half-day is held; wall times of Europe/Amsterdam.

    Attributes:
        day: of the half-day that is changed; the others of its series move along with it.
        rule: how often it returns, as `gpconnect.domain.series.write` gives it; of no account for one half-day.
        interval_weeks: what counts without a rule.
        last_day: of the series; of no account for one half-day.
    """

    worker_id: str
    room: str
    day: date
    start: time
    pattern: tuple[str, ...]
    rule: str = ""
    interval_weeks: int = 1
    last_day: date = date.max


@dataclass(frozen=True, slots=True)
class EditView:
    """What can be changed of a half-day: as it stands by itself, and as its series means it (None without one)."""

    half_day_id: str
    site_id: str
    now: Shape
    series: Shape | None


@dataclass(frozen=True, slots=True)
class EditPlan:
    """What a change comes to.

    Attributes:
        dates: the half-days as they will stand, new ones as well.
        added: those of `dates` that are new.
        gone: days of half-days that no longer take place.
        dropped: days that the changed series means and that fall away, with why.
        kept_exceptions: days of half-days that stay as they are, because somebody changed or called them off.
        booked: bookings that get another time, or lose their place and become a duty.
        before: what stood there, for `put_back`; empty while it is only looked at.
    """

    dates: tuple[date, ...]
    added: tuple[date, ...]
    gone: tuple[date, ...]
    dropped: tuple[Dropped, ...]
    kept_exceptions: tuple[date, ...]
    booked: tuple[BookedThere, ...]
    before: tuple[Any, ...] = ()


def opened(session: Session, half_day_id: str) -> EditView:
    """A half-day as a form shows it before somebody changes it.

    Raises:
        KnownError: ``schedule.over`` for one that has begun, is closed or was called off, ``record.missing``,
            ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    one = _changeable(session, half_day_id)
    now = Shape(one.worker_id, one.room, one.day, one.start, pattern_of(session, one))
    series = rows.get(session.db, OfficeHours, one.office_hours_id) if one.office_hours_id else None
    if series is None:
        return EditView(one.id, one.site_id, now, None)
    rhythm = rules.rhythm_of(series)
    plain = rules.write(replace(rhythm, count=0))
    whole = Shape(
        series.worker_id,
        series.room,
        _meant(one),
        series.start,
        series.pattern,
        plain,
        rhythm.weeks or 1,
        series.last_day,
    )
    return EditView(one.id, one.site_id, now, whole)


def change(
    session: Session, half_day_id: str, scope: Scope, shape: Shape, *, dry_run: bool
) -> tuple[Changes, EditPlan]:
    """Change a half-day, with or without the rest of its series.

    Args:
        session: who plans.
        half_day_id: the one that the change is seen from.
        scope: that one, it and later ones, or all that are still to come.
        shape: what they become.
        dry_run: only say what it comes to.

    Raises:
        KnownError: ``schedule.over``, ``schedule.no_series``, ``schedule.past``, ``schedule.order``,
            ``schedule.worker_missing``, ``schedule.nothing_left``, ``schedule.too_many`` (limit),
            ``schedule.day_full`` (day, hours), what `gpconnect.domain.calendar.make_slots` and `clean_line` find
            wrong, ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    one = _changeable(session, half_day_id)
    shape = replace(shape, room=clean_line(shape.room), pattern=tuple(entry.strip().lower() for entry in shape.pattern))
    if not shape.worker_id:
        raise KnownError("schedule.worker_missing")
    work, kept = _one(session, one, shape) if scope is Scope.ONE else _several(session, one, scope, shape)
    plan = EditPlan(
        tuple(sorted(work.dates)),
        tuple(work.added),
        tuple(work.gone),
        tuple(work.dropped),
        tuple(kept),
        tuple(sorted(work.booked, key=lambda there: (there.starts_at, there.appointment_id))),
    )
    if dry_run:
        return Changes(), plan
    if not plan.dates:
        raise KnownError("schedule.nothing_left")
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for record, verb in work.records:
            action.write(record, verb)
    return action.changes, replace(plan, before=tuple(work.before))


def put_back(session: Session, before: tuple[Any, ...]) -> Changes:
    """Undo a change: everything as it stood, and what was new is called off and closed.

    What somebody wrote or called off since stays: only what still stands as the change left it is put back.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.PLAN_HALF_DAYS)
    with acting(session, Intention.PLAN_HALF_DAYS) as action:
        for was, became in before:
            now = rows.require(session.db, type(was), was.id)
            groups = KIND_OF[type(was)].groups
            mine = [names for names in groups if _those(now, names) == _those(became, names)]
            action.write(replace(now, **{name: getattr(was, name) for names in mine for name in names}), "put_back")
    return action.changes


def _those(record: Any, names: tuple[str, ...]) -> list[Any]:
    return [getattr(record, name) for name in names]


def _one(session: Session, one: HalfDaySession, shape: Shape) -> tuple[EditWork, list[date]]:
    if shape.day < session.today():
        raise KnownError("schedule.past")
    work = series_work.begin(session, (one,), (shape.day,))
    meant = _meant(one) if one.office_hours_id and _meant(one) != shape.day else None
    wanted = replace(_shaped(one, shape), own=True, meant_on=meant)
    if work.can_stand(wanted, one):
        work.move(one, wanted, shape.pattern)
    return work, []


def _several(session: Session, one: HalfDaySession, scope: Scope, shape: Shape) -> tuple[EditWork, list[date]]:
    old = rows.get(session.db, OfficeHours, one.office_hours_id)
    if old is None:
        raise KnownError("schedule.no_series")
    planned = rows.where(session.db, HalfDaySession, "office_hours_id = ?", (old.id,), order="day, start, id")
    since = _meant(one) if scope is Scope.LATER else min(_meant(each) for each in planned if _is_coming(session, each))
    ahead = [each for each in planned if _meant(each) >= since]
    new = _changed(session, old, since, shape, by=shape.day - _meant(one))
    follows = rules.successors(old, new, since)
    moving: list[HalfDaySession] = []
    alone = [each for each in ahead if _is_alone(each)]
    for each in ahead:
        if _is_coming(session, each) and not each.own:
            # Where its place in the changed series has been already, it stays as it was planned.
            is_past = follows.get(_meant(each), session.today()) < session.today()
            (alone if is_past else moving).append(each)
    work = series_work.begin(session, moving, (new.first_day, new.last_day))
    _write_series(work, old, new, since, [(each, follows.get(_meant(each), _meant(each))) for each in alone])
    for each in moving:
        _follow(work, each, follows.get(_meant(each)), old, new)
    is_shifted = any(day != then for then, day in follows.items())
    _fill(work, new, {follows.get(_meant(each)) for each in (*moving, *alone)} if is_shifted else {*follows.values()})
    return work, sorted(each.day for each in alone)


def _changed(session: Session, old: OfficeHours, since: date, shape: Shape, *, by: timedelta) -> OfficeHours:
    """The series from a day on, moved by so many days; under its own id when nothing of it lies before."""
    rhythm, first = rules.read(shape.rule, shape.interval_weeks), since + by
    if rhythm.nth:
        # The month says which one is meant, whatever day it was on.
        month = first.replace(day=1)
        # Out of another rhythm it begins where the change is seen from, and not with a day of the month before that.
        first = max(month if rules.rhythm_of(old).nth else max(month, since), session.today())
    if shape.last_day < first:
        raise KnownError("schedule.order")
    is_split = old.first_day < since
    new = replace(
        old,
        # Two desks that cut it on the same day go on with one series.
        id=planned_ids.following(session.db, OfficeHours, old.id, since) if is_split else old.id,
        worker_id=shape.worker_id,
        first_day=first,
        last_day=shape.last_day,
        start=shape.start,
        pattern=shape.pattern,
        interval_weeks=shape.interval_weeks,
        room=shape.room,
        rule=shape.rule,
        follows=old.id if is_split else old.follows,
    )
    last = rules.last_of(new)
    return replace(new, last_day=last) if rhythm.count else new


def _write_series(
    work: EditWork, old: OfficeHours, new: OfficeHours, since: date, alone: list[tuple[HalfDaySession, date]]
) -> None:
    """The changed series, and the end of the one it was split from; what stays as it is goes along with it.

    What is split off begins as a copy, and is then changed: so another desk that changed something else of it, without
    having heard of this, changed the same series.
    """
    if new.id == old.id:
        work.put(new, "changed", old)
        return
    work.put(replace(old, last_day=since - timedelta(days=1)), "capped", old)
    copy = replace(old, id=new.id, first_day=since, follows=old.id)
    work.put(copy, "split", replace(copy, archived=True))
    work.put(new, "changed", copy)
    for one, day in alone:
        work.put(replace(one, office_hours_id=new.id, meant_on=day if day != one.day else None), "kept", one)


def _follow(work: EditWork, one: HalfDaySession, day: date | None, old: OfficeHours, new: OfficeHours) -> None:
    """One half-day of a series that changes, to its day in the changed one."""
    if day is None:
        work.let_go(one)
        return
    # Who is away is still away: the deputy goes along, unless another worker was chosen.
    worker = one.worker_id if one.deputy_for and new.worker_id == old.worker_id else new.worker_id
    shape = Shape(worker, new.room, day, new.start, new.pattern)
    wanted = replace(_shaped(one, shape), office_hours_id=new.id, meant_on=None)
    if work.can_stand(wanted, one):
        work.move(one, wanted, new.pattern)
    else:
        work.let_go(one)


def _fill(work: EditWork, new: OfficeHours, done: set[date | None]) -> None:
    """New half-days on the days that the changed series means and the old one did not."""
    for day in rules.days(new, new.last_day):
        if day not in done and day >= work.session.today():
            wanted = half_day_of(new, day)
            wanted = replace(wanted, id=id_in_series(work.session, wanted, new.pattern))
            if work.can_stand(wanted):
                work.add(wanted, new.pattern)


def _shaped(one: HalfDaySession, shape: Shape) -> HalfDaySession:
    end = end_of(shape.start, shape.pattern, shape.day)
    anyway = one.open_anyway and shape.day == one.day
    return replace(
        one,
        worker_id=shape.worker_id,
        # Whoever is chosen by name holds it in their own right.
        deputy_for=one.deputy_for if shape.worker_id == one.worker_id else "",
        room=shape.room,
        day=shape.day,
        start=shape.start,
        end=end,
        open_anyway=anyway,
    )


def _changeable(session: Session, half_day_id: str) -> HalfDaySession:
    one = rows.require(session.db, HalfDaySession, half_day_id)
    if not _is_coming(session, one):
        raise KnownError("schedule.over")
    return one


def _is_coming(session: Session, one: HalfDaySession) -> bool:
    return one.status is SessionStatus.OPEN and instant(one.day, one.start) > session.now()


def _is_alone(one: HalfDaySession) -> bool:
    """Changed by itself, or called off by somebody who said why: an edit of the series passes it by."""
    return bool(one.called_off_why) if one.status is SessionStatus.CANCELLED else one.own


def _meant(one: HalfDaySession) -> date:
    return one.meant_on or one.day
