"""The typing campaign: the plug is pulled while somebody writes a note, at any key.

    python -m tests.campaigns.typed [--rounds N] [--seed S] [--plant NAME]

A round opens a copy of one file in a program of its own, types a note with the hand of somebody who hurries, rests and
goes from one field to another, and ends that program with `kill -9` at a random moment. A fresh look at the file then
must find a draft that is, to the letter, what stood on the screen after one of the keys; and the first key that it
lacks was pressed less than a second before the end. Time in which this machine let nobody run does not count.
"""

import os
import random
import select
import shutil
import signal
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from gpconnect.domain.notes import NoteDraft
from gpconnect.services import profiles
from gpconnect.storage import rows
from tests.campaigns.campaign import Options, Tally, main
from tests.campaigns.typed_hand import FIELDS, PLANTS, RunningClock, type_until_killed
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, with_pilot
from tests.services.visits_help import a_booking

FULL = 1_000
MOST_LOST_S = 1.0
LONGEST_S = 4.0
"""So long somebody types at most before the end."""
BESIDE = 2
"""Programs at once: they mostly wait for the next key."""
PATIENCE_S = 60.0
_LOOK_S = 0.005
_SECOND_NS = 1_000_000_000
_NOT_YET = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class Typing:
    """One program that types.

    Attributes:
        lasts: seconds from the first key to the end.
        said: what it typed, as it was told on the pipe.
        ended: when it was killed (ns of the monotonic clock), and by the wall clock.
    """

    number: int
    folder: Path
    pid: int
    pipe: int
    lasts: float
    said: bytes = b""
    first: int = 0
    ended: int = 0
    ended_at: datetime = _NOT_YET

    def keys(self) -> list[tuple[int, str, int]]:
        """Field, sign and moment of each key; the last line may be cut short."""
        lines = [line.split() for line in self.said.decode().split("\n")[:-1]]
        return [(int(place), chr(int(sign)), int(at)) for place, sign, at in lines]


@dataclass(slots=True)
class Machine:
    """How long this machine kept somebody waiting who only wanted to look, in the last seconds."""

    stalls: list[tuple[int, float]] = field(default_factory=list)

    def looked(self, since: int) -> None:
        """A look that should have taken no time."""
        now = time.monotonic_ns()
        late = (now - since) / _SECOND_NS - _LOOK_S
        if late > _LOOK_S:
            self.stalls.append((now, late))

    def stalled(self, before: int) -> float:
        """Seconds in which it let nobody run, in the two before this moment."""
        return sum(late for at, late in self.stalls if before - 2 * _SECOND_NS <= at <= before)


def typed(options: Options, tally: Tally) -> None:
    """Runs the campaign; see the top of this file."""
    losses: list[float] = []
    with tempfile.TemporaryDirectory(prefix="gpconnect-typed-") as name:
        folder = Path(name)
        visit = prepare(folder / "before")
        for first in range(0, options.rounds, BESIDE):
            machine = Machine()
            hands = [
                begin(folder, visit, options, number) for number in range(first, min(first + BESIDE, options.rounds))
            ]
            let_type(hands, machine)
            for one in hands:
                losses.append(look(one, machine, tally))
                shutil.rmtree(one.folder)
                tally.rounds += 1
    worst = sorted(losses)
    tally.say(
        f"{len(losses)} kills; oldest key lost: median {statistics.median(worst):.3f} s, "
        f"19 of 20 below {worst[int(len(worst) * 0.95)]:.3f} s, most {worst[-1]:.3f} s"
    )


def prepare(folder: Path) -> str:
    """A closed file with one visit; gives its id."""
    profile = profiles.create(folder / "worker", PASSPHRASE, PEOPLE["worker"], now=RunningClock(), cost=CHEAP)
    visit = a_booking(with_pilot(profile.session), words="")
    profile.close()
    return visit


def begin(folder: Path, visit: str, options: Options, number: int) -> Typing:
    """A program of its own over a copy of the file."""
    own = folder / str(number)
    shutil.copytree(folder / "before", own)
    chance = options.chance(number)
    lasts = chance.uniform(0.0, LONGEST_S)
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _child(own, visit, chance, writing, options.plant)
    os.close(writing)
    return Typing(number, own, pid, reading, lasts)


def _child(folder: Path, visit: str, chance: random.Random, writing: int, plant: str) -> None:
    try:
        type_until_killed(folder, visit, chance, writing, plant)
    finally:
        os._exit(1)


def let_type(hands: list[Typing], machine: Machine) -> None:
    """Hear what each types, and end each at its own moment."""
    patience = time.monotonic() + PATIENCE_S
    going = {one.pipe: one for one in hands}
    while going:
        since = time.monotonic_ns()
        ready, _, _ = select.select(list(going), [], [], _LOOK_S)
        machine.looked(since)
        now = time.monotonic_ns()
        for pipe in ready:
            one = going[pipe]
            one.said += os.read(pipe, 65_536)
            one.first = one.first or now
        for one in list(going.values()):
            over = one.first and now - one.first >= one.lasts * _SECOND_NS
            if over or time.monotonic() > patience:
                _end(one)
                del going[one.pipe]


def _end(one: Typing) -> None:
    one.ended, one.ended_at = time.monotonic_ns(), datetime.now(UTC)
    os.kill(one.pid, signal.SIGKILL)
    os.waitpid(one.pid, 0)
    while more := os.read(one.pipe, 65_536):
        one.said += more
    os.close(one.pipe)


def look(one: Typing, machine: Machine, tally: Tally) -> float:
    """What the file holds after the end; gives the age in seconds of the oldest key that it lacks."""
    name = f"round {one.number}"
    keys = one.keys()
    tally.check(keys, f"{name}: nothing was typed")
    profile = profiles.open_profile(one.folder / "worker", PASSPHRASE, now=RunningClock())
    drafts = rows.where(profile.session.db, NoteDraft)
    profile.close()
    tally.check(len(drafts) <= 1, f"{name}: {len(drafts)} drafts of one talk")
    kept = {key: drafts[0].answers.get(key, "") if drafts else "" for key in FIELDS}
    stood = [dict.fromkeys(FIELDS, "")]
    for place, sign, _ in keys:
        stood.append({**stood[-1], FIELDS[place]: stood[-1][FIELDS[place]] + sign})
    if kept not in stood:
        tally.check(holds=False, what=f"{name}: kept is what never stood on the screen")
        return 0.0
    if drafts:
        tally.check(drafts[0].saved_at <= one.ended_at, f"{name}: kept after the end")
    held = stood.index(kept)
    if held == len(keys):
        return 0.0
    lost = (one.ended - keys[held][2]) / _SECOND_NS
    stalled = machine.stalled(one.ended)
    what = f"{name}: {len(keys) - held} of {len(keys)} keys lost, the oldest {lost:.3f} s old (stalled {stalled:.3f} s)"
    tally.check(lost - stalled <= MOST_LOST_S, what)
    return lost


if __name__ == "__main__":
    sys.exit(main("typed", typed, FULL, plants=PLANTS))
