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

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.crashing import living, plants
from tests.campaigns.crashing.living import ENDED, KILLED, Answer, Rehearsal
from tests.campaigns.crashing.points import Target

SHORT = 20
FULL = 2_000
_PER_POINT = 100
"""Rounds for which every write point is struck once before and once after."""
_DRAWN = 5
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
        ends: Counter[str] = Counter()
        for one in rounds(rehearsal, options):
            tally.rounds += 1
            ends[_one(rehearsal, one, options, tally)] += 1
        tally.say(", ".join(f"{count} {how}" for how, count in sorted(ends.items())))


def rounds(rehearsal: Rehearsal, options: Options) -> Iterator[Round]:
    """What is done, in order: the write points, then the random moments."""
    chance = options.chance("rounds")
    every = [
        Target(deed, point, after)
        for deed, lived in enumerate(rehearsal.deeds)
        for point in range(len(lived.points))
        for after in (False, True)
    ]
    times = options.rounds // _PER_POINT
    chosen = every * times if times else chance.sample(every, min(len(every), _DRAWN * options.rounds))
    for number, target in enumerate(chosen):
        yield Round(number, target.deed, target)
    for number in range(len(chosen), len(chosen) + options.rounds):
        moment = chance.uniform(0, rehearsal.seconds)
        during = max(n for n, lived in enumerate(rehearsal.deeds) if lived.begin <= moment)
        deed = max(0, during - 1)
        yield Round(number, deed, seconds=moment - rehearsal.deeds[deed].begin)


def _one(rehearsal: Rehearsal, this: Round, options: Options, tally: Tally) -> str:
    """Lives, kills, looks; how the process ended."""
    world = rehearsal.folder / "round"
    shutil.copytree(rehearsal.before(this.deed), world)
    last = this.deed + 1 if this.target else len(rehearsal.deeds)
    facts = rehearsal.deeds[this.deed].facts
    child = living.live(world, facts, range(this.deed, last), this.target, plants.PLANTS[options.plant])
    if this.target is None and child.heard():
        child.kill_after(this.seconds)
    answer = child.wait()
    done = max([this.deed - 1, *(one["deed"] for one in answer.lines)])
    where = f"{this}, in {rehearsal.deeds[min(done + 1, len(rehearsal.deeds) - 1)].name}"
    if this.target is not None:
        where += f" ({rehearsal.deeds[this.deed].points[this.target.point]})"
    tally.check(answer.ended in {KILLED, ENDED}, f"{where}: the day itself failed")
    go_on = this.number % _GO_ON_EVERY == 0
    found = living.look(world, _promised(answer), go_on=go_on)
    for problem in (*found["problems"], *_compare(rehearsal, done, found)):
        tally.check(False, f"{where}: {problem}")
    shutil.rmtree(world)
    return "not reached" if this.target is not None and answer.ended == ENDED else answer.ended


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
    sys.exit(main("crash", crash, SHORT, plants=plants.PLANTS))
