"""Two desks that do not hear each other for a while: no place is given twice, and nobody is dropped without a task.

    python -m tests.campaigns.agenda [--rounds N] [--seed S] [--hub sqlite|postgresql] [--plant NAME]

A round is a history: a practice and a worker, each by itself, book, move, call off, close and wait, plan and are away,
now and then with a round with the hub in between; then both hear everything, and we look. What runs is the real client
and the real hub of
`tests.campaigns.simulation`; that one has everything happen to a pilot, this one has the agenda happen to two desks, a
hundred times as often. A pilot is lived in for `LIFE` histories, so that later ones begin in an agenda that is full of
what the earlier ones left.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any

from gpconnect.domain import booking
from gpconnect.domain import duties as rules
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    Slot,
    SlotKind,
)
from gpconnect.services import half_days, placing, shut_days
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.campaigns import agenda_plans
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.simulation import at_desk, in_team, invariants, living, running
from tests.campaigns.simulation.chance import dice, drawn_from
from tests.campaigns.simulation.desk import Desk
from tests.campaigns.simulation.history import History
from tests.campaigns.simulation.planted import PLANTS as BUGS
from tests.campaigns.simulation.planting import put as put_in
from tests.campaigns.simulation.running import Ground
from tests.campaigns.simulation.world import PRACTICES, World, world

ROUNDS = 400
LIFE = 50
"""Histories in one pilot; then its weeks are full, and a new one begins."""
FEWEST, MOST = 2, 9
MOST_PASSES = 8
ENOUGH = 1_000
"""Histories in which every deed must have been done at least once."""

WORKER = "sanne"
DESKS = ("gp", "assistant", "gp2")
AT_DESK = (
    ("book", 12), ("book_known", 4), ("walk_in", 2), ("ask_peer", 1), ("wait", 2), ("offer", 2), ("accept_offer", 4),
    ("end_waiting", 1), ("cancel", 7), ("move", 7), ("book_again", 4), ("rebook_lost", 5), ("acknowledge_loss", 2),
    ("receive", 2), ("step_back", 1), *agenda_plans.OFTEN,
)  # fmt: skip
AT_WORK = (
    ("book", 5), ("walk_in", 2), ("cancel", 4), ("move", 5), ("rebook_lost", 4), ("receive", 2), ("miss", 1),
    ("step_back", 1), ("close_half_day", 2), ("reopen_half_day", 2), ("call_off", 3), ("take_back", 2),
    *agenda_plans.OFTEN,
)  # fmt: skip
SYNC, LATER = 4, 3
"""Of twenty steps so many are a round with the hub, and before so many a quarter of a day goes by."""


def _call_off(session: Session, chance: Random) -> None:
    coming = rows.where(session.db, HalfDaySession, "status = 'open' AND day >= ?", (session.today(),), order="day, id")
    half_days.call_off(session, at_desk.one_of(chance, coming).id, "Ziek")


def _take_back(session: Session, chance: Random) -> None:
    off = rows.where(session.db, HalfDaySession, "status = 'cancelled'", order="day, id")
    half_days.take_back(session, at_desk.one_of(chance, off).id)


DEEDS = at_desk.DEEDS | in_team.DEEDS | {"call_off": _call_off, "take_back": _take_back} | dict(agenda_plans.DEEDS)


@dataclass(slots=True)
class Lived:
    """What came of the histories of one pilot."""

    broken: list[str] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)
    rounds: int = 0


def explore(options: Options, tally: Tally) -> None:
    """Run the campaign; see the top of this file."""
    begun = time.monotonic()
    done: dict[str, int] = {}
    put = PLANTS[options.plant] if options.plant else None
    with running.ground(options.hub) as here:
        for lived in _lives(here, options, put):
            tally.rounds += lived.rounds
            for line in lived.broken:
                tally.check(False, line)
            if lived.broken and options.plant:
                break
            for deed, often in lived.done.items():
                done[deed] = done.get(deed, 0) + often
    if tally.rounds >= ENOUGH and not options.plant:
        for deed, _ in (*AT_DESK, *AT_WORK):
            tally.check(done.get(deed), f"nobody ever did {deed}")
    spent = time.monotonic() - begun
    work = sum(os.times()[:4])
    tally.say("done: " + ", ".join(f"{name} {often}" for name, often in sorted(done.items())))
    often = max(tally.rounds, 1)
    tally.say(
        f"{tally.rounds / spent:.1f} histories a second: {1000 * spent / often:.0f} ms each on {running.HANDS} hands"
    )
    tally.say(f"{1000 * work / often:.0f} ms of work each, {3600 * tally.rounds / spent:.0f} an hour")


def _lives(here: Ground, options: Options, put: Callable[[], object] | None) -> Iterator[Lived]:
    """The pilots, shared by the processors."""
    context = multiprocessing.get_context("fork")
    urls = context.SimpleQueue()
    for place in range(running.HANDS):
        urls.put(here.urls[place] if here.urls else "")
    pilots = range(-(-options.rounds // LIFE))
    with context.Pool(running.HANDS, _begin, (urls, put)) as pool:
        yield from pool.imap(partial(_live, here, options), pilots)


_url = ""


def _begin(urls: "multiprocessing.SimpleQueue[str]", put: Callable[[], object] | None) -> None:
    global _url  # noqa: PLW0603 - one per process, set once at its start
    _url = urls.get()
    if put is not None:
        put()


def _live(here: Ground, options: Options, pilot: int) -> Lived:
    """Live in one pilot until it has had its histories, or something is broken: what follows would only repeat it."""
    lived, name = Lived(), f"{options.seed}/{pilot}"
    chance = dice("agenda", name)
    present = (WORKER, chance.choice(DESKS))
    folder = here.folder / f"agenda-{os.getpid()}"
    history = History(name, present, (0, chance.choice((0, 0, 3, -7))), ())
    with drawn_from(name, "begin"), world(history, here.template, folder, _url or None) as pilots:
        for number in range(min(LIFE, options.rounds - pilot * LIFE)):
            with drawn_from(name, number):
                lived.broken += [f"pilot {name}, history {number}: {line}" for line in _history(lived, pilots, chance)]
            lived.rounds += 1
            if lived.broken:
                break
    return lived


def _history(lived: Lived, here: World, chance: Random) -> list[str]:
    """One history, step by step in words when something is broken at its end."""
    story = []
    for _ in range(chance.randint(FEWEST, MOST)):
        desk = here.desks[chance.choice(here.history.present)]
        if chance.randrange(20) < LATER:
            here.time += timedelta(hours=6)
        here.time += timedelta(minutes=1)
        story.append(f"{desk.name} {_step(lived, desk, chance)}")
    _grow_quiet(here)
    broken = [f"{name}: {line}" for name, check in INVARIANTS.items() for line in check(here)]
    return [*broken, *story] if broken else []


def _step(lived: Lived, desk: Desk, chance: Random) -> str:
    if chance.randrange(20) < SYNC:
        return f"sync {_sync(desk)}"
    table = AT_WORK if desk.name == WORKER else AT_DESK
    (deed,) = chance.choices([name for name, _ in table], [weight for _, weight in table])
    try:
        DEEDS[deed](desk.session, chance)
    except at_desk.NothingError:
        return f"{deed}: nothing to do"
    except KnownError as error:
        return f"{deed}: {error.code}"
    lived.done[deed] = lived.done.get(deed, 0) + 1
    return deed


def _sync(desk: Desk) -> str:
    # Of the agenda everything happens in the practices; elsewhere only what this desk has to say there.
    waiting = (space for space, one in operations.outbox_counts(desk.session.db).items() if one.waiting + one.under_way)
    came = desk.sync(spaces=(*PRACTICES, *waiting))
    desk.note_held()
    return came


def _grow_quiet(here: World) -> None:
    """Everybody syncs until everybody heard the last thing that came to the hub, and nobody has anything left to send.

    Who has heard it and has nothing to send is left alone: another round would ask the hub for what it does not have.
    """
    heard: dict[str, int] = {}
    for _ in range(MOST_PASSES):
        here.time += timedelta(minutes=1)
        for desk in here.desks.values():
            if heard.get(desk.name) == here.hub.length() and not _is_waiting(here, desk):
                continue
            trouble = _sync(desk)
            assert not trouble, f"{desk.name}: {trouble}"
            heard[desk.name] = here.hub.length()
        if set(heard.values()) == {here.hub.length()} and not living.is_waiting(here):
            return
    message = "it does not grow quiet"
    raise AssertionError(message)


def _is_waiting(here: World, desk: Desk) -> bool:
    counts = operations.outbox_counts(desk.session.db)
    return any(
        one.waiting + one.under_way and desk.session.device in here.hub.members(space) for space, one in counts.items()
    )


def nobody_dropped(here: World) -> Iterator[str]:
    """Who is booked has a place in a half-day that takes place, or stands on everybody's list of what to do today."""
    for desk in here.desks.values():
        session = desk.session
        waiting = {(one.duty.kind, one.duty.about) for one in agenda_plans.listed(desk)}
        shut = shut_days.known(session.db, date.min)
        sessions = {one.id: one for one in rows.where(session.db, HalfDaySession, "1")}
        slots = {one.id: one for one in rows.where(session.db, Slot, "1")}
        for one in rows.where(session.db, Appointment, "status = ?", (AppointmentStatus.BOOKED,)):
            slot = slots.get(one.slot_id)
            if slot is None or one.site_id not in session.actor.site_ids:
                continue
            if one.placement is Placement.LOST:
                if not one.loss_acknowledged and (DutyKind.SLOT_LOST, one.id) not in waiting:
                    yield f"{desk.name}: {one.id[:6]} lost its place, and nobody is told"
                continue
            why = _why_not(sessions[slot.session_id], slot, shut)
            if why and (DutyKind.REPLAN, one.id) not in waiting:
                yield f"{desk.name}: {one.id[:6]} is booked where nobody sits ({why}), and nobody is told"


def _why_not(half_day: HalfDaySession, slot: Slot, shut: shut_days.ShutDays) -> str:
    if half_day.status is not SessionStatus.OPEN:
        return str(half_day.status)
    if slot.kind is SlotKind.CLOSED:
        return "slot gone"
    return shut.of(half_day)


INVARIANTS: Mapping[str, Callable[[World], Iterator[str]]] = {
    "one holder": invariants.one_holder,
    "losers told": invariants.losers_told,
    "given is kept": invariants.given_is_kept,
    "all equal": invariants.all_equal,
    "nobody dropped": nobody_dropped,
    **agenda_plans.INVARIANTS,
}


def _nobody_tells_of_closed_doors() -> None:
    put_in(rules, "_from_shut_days", lambda *_: [])


def _arriving_counts_every_other_time() -> None:
    """What a booking is hangs on how often somebody looked, so that two desks come to say two things."""
    real, looked = booking.transition, count()

    def transition(before: Any, event: str, *rest: Any, **named: Any) -> Any:
        if event == "arrived" and next(looked) % 2:
            return booking.Illegal("planted")
        return real(before, event, *rest, **named)

    put_in(booking, "transition", transition)


def _confirmed_is_forgotten() -> None:
    """A place that the hub gave is only hoped for again once the child was received and had to wait."""
    real = placing.placement

    def placement(db: Any, appointment: Any, ops: Any) -> Placement:
        found = real(db, appointment, ops)
        return Placement.TENTATIVE if found is Placement.CONFIRMED and len(ops) > 2 else found

    put_in(placing, "placement", placement)


PLANTS: Mapping[str, Callable[[], object]] = {
    "closed_door_not_told": _nobody_tells_of_closed_doors,
    "arriving_counts_every_other_time": _arriving_counts_every_other_time,
    "confirmed_is_forgotten": _confirmed_is_forgotten,
    **{one: BUGS[one].put for one in ("granted_to_second", "loser_not_told")},
    **agenda_plans.PLANTS,
}
"""Bugs that can be put in on purpose, so that each invariant is seen to find one."""

if __name__ == "__main__":
    sys.exit(main("agenda", explore, ROUNDS, plants=PLANTS))
