"""What two desks plan, move and answer in the agenda's campaign, and what must then be true of it on each of them.

The desks choose among few days, hours and people, so that they plan the same, or two things at one minute.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import combinations
from random import Random

from gpconnect.domain import half_day_duties as rules
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.schedule import Absence, HalfDaySession, SessionStatus, SiteClosure, Slot, SlotKind
from gpconnect.services import (
    absences,
    applying,
    deputising,
    duties,
    half_days,
    planning,
    series_edits,
    sharing,
    shut_days,
    site_closures,
)
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.closures import ClosureRequest
from gpconnect.services.duties import DutyView
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows
from tests.campaigns.simulation import at_desk
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.planting import put as put_in
from tests.campaigns.simulation.world import ACTORS, World

_SANNE, _JORIS = ACTORS["sanne"].staff_id, ACTORS["joris"].staff_id
_WORKERS = (_SANNE, _JORIS)
_STARTS = (time(9), time(10), time(13))
_PATTERNS = (("45", "20", "20w"), ("20", "45", "20w"), ("20", "20w", "45"))
"""As long as each other, so that two of them run through each other without another end."""
_DAYS = 10
"""Plans are made for so many days ahead."""
_WEEK = 7


def _plan(session: Session, chance: Random) -> None:
    worker, start, pattern = chance.choice(_WORKERS), chance.choice(_STARTS), chance.choice(_PATTERNS)
    day = session.today() + timedelta(days=chance.randint(1, _DAYS))
    site = at_desk.site_of(session, chance)
    request = LooseRequest(site, worker, day, start, pattern, open_anyway=chance.random() < 1 / 2)
    half_days.add_loose(session, request, dry_run=False)


def _plan_series(session: Session, chance: Random) -> None:
    first = session.today() + timedelta(days=chance.randint(1, 3))
    site, last = at_desk.site_of(session, chance), first + timedelta(days=_WEEK)
    request = SeriesRequest(site, chance.choice(_WORKERS), first, last, chance.choice(_STARTS), _PATTERNS[0])
    planning.plan_series(session, request, dry_run=False)


def _coming(session: Session, chance: Random) -> HalfDaySession:
    """One of the first few that are still to come, so that two desks change the same one."""
    found = rows.where(session.db, HalfDaySession, "status = 'open' AND day > ?", (session.today(),), order="day, id")
    return at_desk.one_of(chance, [one for one in found if one.site_id in session.actor.site_ids][:2])


def _change(session: Session, chance: Random) -> None:
    view = series_edits.opened(session, _coming(session, chance).id)
    scope = chance.choice((Scope.ONE, Scope.ONE, Scope.LATER, Scope.ALL)) if view.series else Scope.ONE
    shape = view.series if scope is not Scope.ONE and view.series else view.now
    start, pattern = {"start": chance.choice(_STARTS)}, {"pattern": chance.choice(_PATTERNS)}
    fields = chance.choice((start, start, pattern, pattern, {"room": "7"}))
    series_edits.change(session, view.half_day_id, scope, replace(shape, **fields), dry_run=False)


def _away(session: Session, chance: Random) -> None:
    first = session.today() + timedelta(days=chance.randint(0, _WEEK))
    worker, deputy = chance.choice(((_SANNE, _JORIS), (_SANNE, ""), (_JORIS, _SANNE), (_JORIS, "")))
    last = first + timedelta(days=chance.randint(0, _WEEK))
    absences.report(session, AbsenceRequest(worker, first, last, deputy), dry_run=False)


def _back(session: Session, chance: Random) -> None:
    found = rows.where(session.db, Absence, "archived = 0", order="first_day, id")
    gone = at_desk.one_of(chance, found).id
    chance.choice((absences.end, absences.withdraw))(session, (gone,))


def _shut(session: Session, chance: Random) -> None:
    day = session.today() + timedelta(days=chance.randint(0, _WEEK))
    site = at_desk.site_of(session, chance)
    site_closures.enter(session, ClosureRequest(day, day, "Verbouwing", site), dry_run=False)


def _open(session: Session, chance: Random) -> None:
    site_closures.archive(session, at_desk.one_of(chance, rows.where(session.db, SiteClosure, "archived = 0")).id)


def _answer(session: Session, chance: Random) -> None:
    """Choose one of the values that two desks gave a half-day."""
    asked = at_desk.one_of(chance, [one for one in sharing.conflicts(session) if one.kind == "half_day_session"])
    sharing.choose(session, asked.kind, asked.record, asked.group, chance.choice(asked.versions).op_id)


def _settle(session: Session, chance: Random) -> None:
    """Call one of two half-days off, as the list of what to do today asks."""
    found = [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.HALF_DAYS_AT_ONCE]
    half_days.call_off(session, at_desk.one_of(chance, found).duty.about, "Zit al ergens anders")


DEEDS: Mapping[str, at_desk.Deed] = {
    "plan": _plan,
    "plan_series": _plan_series,
    "change": _change,
    "away": _away,
    "back": _back,
    "shut": _shut,
    "open": _open,
    "answer": _answer,
    "settle": _settle,
}
OFTEN = (
    ("plan", 5), ("plan_series", 1), ("change", 12), ("away", 2), ("back", 2), ("shut", 1), ("open", 1), ("answer", 8),
    ("settle", 3),
)  # fmt: skip


def one_place(here: World) -> Iterator[str]:
    """No worker is expected at two places at one minute, unless it is on everybody's list of what to do today."""
    for desk in here.desks.values():
        session = desk.session
        told = _told(desk, DutyKind.HALF_DAYS_AT_ONCE)
        by_day: dict[object, list[HalfDaySession]] = defaultdict(list)
        for one in _taking_place(session):
            by_day[one.worker_id, one.day].append(one)
        for found in by_day.values():
            for one, other in combinations(found, 2):
                at_once = one.start < other.end and other.start < one.end
                if at_once and not told & {one.id, other.id}:
                    yield f"{desk.name}: {one.id[:6]} and {other.id[:6]} are one worker's, and nobody is told"


def slots_inside(here: World) -> Iterator[str]:
    """Slots lie in their half-day and beside each other, unless it is on everybody's list of what to do today."""
    for desk in here.desks.values():
        session = desk.session
        told = _told(desk, DutyKind.SLOTS_TANGLED)
        slots: dict[str, list[Slot]] = defaultdict(list)
        for slot in rows.where(session.db, Slot, "kind <> ?", (SlotKind.CLOSED,), order="starts_at, id"):
            slots[slot.session_id].append(slot)
        for one in _coming_half_days(session):
            times = [(_wall(slot.starts_at), slot.minutes) for slot in slots[one.id]]
            ends = [at + timedelta(minutes=minutes) for at, minutes in times]
            begin, end = (datetime.combine(one.day, at) for at in (one.start, one.end))
            whole = all(begin <= at for at, _ in times) and all(at <= end for at in ends)
            apart = all(ended <= at for ended, (at, _) in zip(ends, times[1:], strict=False))
            if not (whole and apart) and one.id not in told:
                yield f"{desk.name}: the slots of {one.id[:6]} are out of place, and nobody is told"


def right_hands(here: World) -> Iterator[str]:
    """Nobody who is away holds a half-day that takes place, and a deputy stands in for somebody who is away."""
    for desk in here.desks.values():
        session = desk.session
        standing = rows.where(session.db, Absence, "archived = 0")
        for one in rows.where(session.db, HalfDaySession, "1", order="day, id"):
            here_then = [gone for gone in standing if gone.site_id == one.site_id]
            away = {gone.worker_id for gone in here_then if gone.first_day <= one.day <= gone.last_day}
            if one.deputy_for and (one.deputy_for not in away or one.worker_id in away):
                yield f"{desk.name}: {one.id[:6]} is in a deputy's hands without need"
            if (away or one.deputy_for) and not applying.agrees(session.db, "half_day_session", one.id):
                yield f"{desk.name}: {one.id[:6]} is not what was said of it"
        for one in _taking_place(session):
            if any(
                (gone.site_id, gone.worker_id) == (one.site_id, one.worker_id)
                and gone.first_day <= one.day <= gone.last_day
                for gone in standing
            ):
                yield f"{desk.name}: {one.id[:6]} takes place while its worker is away"


def _taking_place(session: Session) -> list[HalfDaySession]:
    shut = shut_days.known(session.db, session.today())
    return [one for one in _coming_half_days(session) if not shut.of(one)]


def _coming_half_days(session: Session) -> list[HalfDaySession]:
    coming = rows.where(session.db, HalfDaySession, "day >= ?", (session.today(),), order="day, start, id")
    return [one for one in coming if one.status is SessionStatus.OPEN and one.site_id in session.actor.site_ids]


_last: dict[str, tuple[object, tuple[DutyView, ...]]] = {}
"""By desk what was listed last, and of which moment and state of its file."""


def listed(desk: Desk) -> tuple[DutyView, ...]:
    """What this desk has to do; worked out once for all who look after one history."""
    session = desk.session
    moment = (id(session.db), session.now(), session.db.conn.total_changes)
    if desk.name not in _last or _last[desk.name][0] != moment:
        _last[desk.name] = (moment, duties.list_duties(session))
    return _last[desk.name][1]


def _told(desk: Desk, kind: DutyKind) -> set[str]:
    return {one.duty.about for one in listed(desk) if one.duty.kind is kind}


def _wall(at: datetime) -> datetime:
    return at.astimezone(AMSTERDAM).replace(tzinfo=None)


INVARIANTS: Mapping[str, Callable[[World], Iterator[str]]] = {
    "one place": one_place,
    "slots inside": slots_inside,
    "right hands": right_hands,
}


def _nobody_sees_double() -> None:
    """Of Joris, that is: what he holds was all planned in a history."""
    real = rules.from_double
    put_in(rules, "from_double", lambda *given: [one for one in real(*given) if one.params["worker"] != _JORIS])


def _nobody_sees_tangles() -> None:
    put_in(rules, "from_slots", lambda *_: [])


def _deputies_stay() -> None:
    """Whoever took over keeps it, whatever is said of absences later."""
    put_in(deputising, "_settle", lambda *_: [])


PLANTS: Mapping[str, Callable[[], object]] = {
    "double_not_told": _nobody_sees_double,
    "tangle_not_told": _nobody_sees_tangles,
    "deputies_stay": _deputies_stay,
}
