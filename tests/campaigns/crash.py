"""The crash campaign: a day at work, ended by `kill -9` at every point where something is written, and at random ones.

    python -m tests.campaigns.crash [--rounds N] [--seed S] [--plant NAME]

A rehearsal lives the day once, on real files with a real hub, and notes every write point (each system call by which
SQLite changes a file, and each by which our own code does), the state of the file after every transaction, and the
world as every deed found it. A round then lives a part of the day in a process of its own that is killed, starts a
fresh process, and holds what that finds against the rehearsal: the file opens, is whole, stands at the end of a
transaction, not before the last thing that was told to be saved; every record is what its operations say, what has
no place in the hub's order is in the outbox; slots, copies, restored, migrated and new files are all there or not at
all; and a round with the hub goes on where it was.

N kills come at random moments. From 100 rounds on every write point is struck before and after, N // 100 times; with
less, five points for each round are drawn. 2,000 rounds give the full figure.

Out of reach: kill -9 ends a process, not a computer. What was written and not yet synced survives it, so a file
without any syncing (`PRAGMA synchronous = OFF`) passes here; only cutting the power would show that.
"""

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.crashing import living, plants
from tests.campaigns.crashing.living import ENDED, KILLED, Answer, Child, Rehearsal
from tests.campaigns.crashing.points import Target

SHORT = 20
EVERY = "every"
"""All plants, one after the other: a violation is a plant that is not found."""
FULL = 2_000
_PER_POINT = 100
"""Rounds for which every write point is struck once before and once after."""
_DRAWN = 5
_NEAR = 25
"""Of a planted bug the points this near to where a file is put in its place are struck, if there are such."""
_TELL_EVERY = 1_000
FAILED = "the day itself failed"
HANDS = os.cpu_count() or 1
"""Processes that share the rounds."""
BESIDE = frozenset({"back_up", "open_old", "make_new"})
"""Deeds that write other files than the main one; after a kill in one of them those are looked at as well."""
_GO_ON_EVERY = 5
"""A round with the hub after the crash costs as much as all the rest, so it is done in one of so many."""


@dataclass(frozen=True, slots=True)
class Round:
    """One life: from which deed, and how it ends: at a point, or after so many seconds."""

    number: int
    deed: int
    target: Target | None = None
    seconds: float = 0.0

    def __str__(self) -> str:
        if self.target is None:
            return f"round {self.number}, {self.seconds * 1000:.1f} ms after deed {self.deed} began"
        return f"round {self.number}, {'after' if self.target.after else 'before'} point {self.target.point}"


def crash(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    with tempfile.TemporaryDirectory(prefix="gpconnect-crash-") as name:
        rehearsal = living.rehearse(Path(name))
        number = sum(len(one.points) for one in rehearsal.deeds)
        tally.say(f"{len(rehearsal.deeds)} deeds, {number} write points, {rehearsal.seconds:.2f} s a day")
        if options.plant != EVERY:
            _strike(rehearsal, options, tally)
            return
        for plant in filter(None, plants.PLANTS):
            found = Tally(quiet=True)
            _strike(rehearsal, replace(options, plant=plant), found)
            tally.rounds += found.rounds
            harm = [one for one in found.violations if FAILED not in one]
            tally.check(harm, f"the planted bug {plant} was not found")
            tally.say(f"{plant}: found {len(harm)} times; first {harm[:1]}")


def _strike(rehearsal: Rehearsal, options: Options, tally: Tally) -> None:
    """All rounds, shared by the processors."""
    ends: Counter[str] = Counter()
    wanted = sum(1 for _ in rounds(rehearsal, options))
    workers = [Child(partial(_share, rehearsal, options, place)) for place in range(HANDS)]
    for told in living.hear_all(workers):
        tally.rounds += 1
        if tally.rounds % _TELL_EVERY == 0 and not tally.quiet:
            print(f"{tally.rounds} of {wanted} rounds", flush=True)
        ends[told["ended"]] += 1
        for problem in told["problems"]:
            tally.check(False, problem)
    tally.check(tally.rounds == wanted, "not all rounds came to an end")
    tally.say(", ".join(f"{count} {how}" for how, count in sorted(ends.items())))


def rounds(rehearsal: Rehearsal, options: Options) -> Iterator[Round]:
    """What is done, in order: the write points, then the random moments."""
    chance = options.chance("rounds")
    only = plants.PLANTS[options.plant].deeds
    every = [
        Target(deed, point, after)
        for deed, lived in enumerate(rehearsal.deeds)
        if not only or lived.name in only
        for point in range(len(lived.points))
        for after in (False, True)
    ]
    times = options.rounds // _PER_POINT
    if only:
        every = [one for one in every if _is_near_a_swap(rehearsal, one)] or every
    drawn = plants.PLANTS[options.plant].draws if only else _DRAWN * options.rounds
    chosen = every * times if times else chance.sample(every, min(len(every), drawn))
    for number, target in enumerate(chosen):
        yield Round(number, target.deed, target)
    for number in range(len(chosen), len(chosen) + (0 if only else options.rounds)):
        moment = chance.uniform(rehearsal.deeds[0].begin, rehearsal.seconds)
        during = max(n for n, lived in enumerate(rehearsal.deeds) if lived.begin <= moment)
        deed = max(0, during - 1)
        yield Round(number, deed, seconds=moment - rehearsal.deeds[deed].begin)


def _is_near_a_swap(rehearsal: Rehearsal, target: Target) -> bool:
    points = rehearsal.deeds[target.deed].points
    return "replace" in points[max(0, target.point - _NEAR) : target.point + _NEAR]


def _share(rehearsal: Rehearsal, options: Options, place: int, say: Callable[[Any], None]) -> None:
    """The rounds of one of the processes that share the work."""
    for one in rounds(rehearsal, options):
        if one.number % HANDS == place:
            say(_one(rehearsal, one, options, rehearsal.folder / f"round-{place}"))


def _one(rehearsal: Rehearsal, this: Round, options: Options, world: Path) -> dict[str, Any]:
    """Lives, kills, looks; how the process ended, and what is wrong after it."""
    shutil.copytree(rehearsal.before(this.deed), world)
    last = this.deed + 1 if this.target else len(rehearsal.deeds)
    facts = rehearsal.deeds[this.deed].facts
    child = living.live(world, facts, range(this.deed, last), this.target, plants.PLANTS[options.plant].put)
    if this.target is None and child.heard():
        child.kill_after(this.seconds)
    answer = child.wait()
    done = max([this.deed - 1, *(one["deed"] for one in answer.lines)])
    where = f"{this}, in {rehearsal.deeds[min(done + 1, len(rehearsal.deeds) - 1)].name}"
    if this.target is not None:
        where += f" ({rehearsal.deeds[this.deed].points[this.target.point]})"
    own = [] if answer.ended in {KILLED, ENDED} else [FAILED]
    whole = this.target is None or rehearsal.deeds[this.deed].name in BESIDE
    found = living.look(world, _promised(answer), go_on=this.number // HANDS % _GO_ON_EVERY == 0, whole=whole)
    problems = [f"{where}: {one}" for one in (*own, *found["problems"], *_compare(rehearsal, done, found))]
    shutil.rmtree(world)
    missed = this.target is not None and answer.ended == ENDED
    return {"ended": "not reached" if missed else answer.ended, "problems": problems}


def _promised(answer: Answer) -> dict[str, str]:
    """The operations that somebody was last told are saved."""
    return dict(answer.lines[-1]["promised"]) if answer.lines else {}


def _compare(rehearsal: Rehearsal, done: int, found: dict[str, Any]) -> Iterator[str]:
    """What was found, against the rehearsal up to the last deed that was told to be done, and the one after it."""
    deeds = rehearsal.deeds
    following = deeds[done + 1 : done + 2]
    before = deeds[done].states[-1] if done >= 0 else rehearsal.first
    allowed = {before, *(state for one in following for state in one.states)}
    if found["state"] and found["state"] not in allowed:
        earlier = {rehearsal.first, *(state for one in deeds[: done + 1] for state in one.states)}
        yield "something acknowledged is lost" if found["state"] in earlier else "something is done by half"
    known = set(deeds[done].ways if done >= 0 else deeds[0].ways)
    may = known.union(*(one.ways for one in following))
    if not set(found["ways"]) <= may or (not following and set(found["ways"]) != known):
        yield "another secret opens the file than should"


if __name__ == "__main__":
    sys.exit(main("crash", crash, SHORT, plants=[*plants.PLANTS, EVERY]))
