"""Processes that live a day, or a part of it, and may be killed in the middle; and one that lives it first, unharmed.

The process that starts them never opens a file of the program itself, so that every one of them is as fresh as a
program that was just started; forking one takes milliseconds where starting one takes a second.
"""

import gc
import importlib
import json
import os
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from sqlite_utils import Database

from gpconnect.domain.calendar import holiday_name
from gpconnect.services import resources
from gpconnect.storage import files
from tests.campaigns.crashing import proof, world
from tests.campaigns.crashing.day import DEEDS, SPOILED, Day, sync
from tests.campaigns.crashing.points import Points, Target
from tests.campaigns.crashing.seam import connect_with
from tests.services.conftest import TUESDAY

Plant = Callable[[], object]
"""Breaks something in the process that lives the day; see `tests.campaigns.crashing.plants`."""
FAILED = 3
ENDED = "ended"
KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Lived:
    """What the rehearsal tells of one deed.

    Attributes:
        name: of the deed.
        begin: seconds since the day began.
        facts: what was known before it.
        points: the names of its points, in order.
        states: of the main file, after every transaction in it, the last one at its end.
        ways: which secrets open the file after it.
    """

    name: str
    begin: float
    facts: dict[str, str]
    points: tuple[str, ...]
    states: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The day as it goes when nothing happens to it; `before` holds the world as each deed found it."""

    folder: Path
    first: str
    deeds: tuple[Lived, ...]
    seconds: float

    def before(self, deed: int) -> Path:
        """A copy of the world, made before this deed; not to be touched."""
        return self.folder / f"before-{deed:03}"


def nothing() -> None:
    """No plant."""


def rehearse(folder: Path) -> Rehearsal:
    """Make a world and live a whole day in it, with a copy of the world before each deed."""
    answer = in_child(partial(_rehearse, folder))
    assert answer.ended == ENDED, "the day can be lived when nothing happens to it"
    told = answer.lines[-1]
    _warm_up(told["modules"])
    deeds = tuple(
        Lived(**{**one, **{name: tuple(one[name]) for name in ("points", "states", "ways")}}) for one in told["deeds"]
    )
    return Rehearsal(folder, told["first"], deeds, told["seconds"])


def _warm_up(modules: Sequence[str]) -> None:
    """Loads in this process what every process that comes after it would load again."""
    for name in modules:
        with suppress(ImportError):
            importlib.import_module(name)
    resources.load_forms()
    resources.load_codes()
    holiday_name(TUESDAY)
    gc.collect()
    gc.freeze()  # else every collection in a child copies what it shares with this process


def _rehearse(folder: Path, say: Callable[[Any], None]) -> None:
    now = world.build(folder)
    points = Points()
    points.install()
    states = watch_commits(now / world.MAIN)
    day = Day(now)
    day.unlock()
    first, lived, start = proof.state(day.session.db), [], time.monotonic()
    for number, deed in enumerate(DEEDS):
        shutil.copytree(now, folder / f"before-{number:03}", ignore=shutil.ignore_patterns("*-shm", "in-use"))
        facts, begin = dict(day.facts), time.monotonic() - start
        prepare(day, number)
        states.clear()
        points.begin(number)
        deed(day)
        names = points.end()
        ways = [one for one in world.SECRETS if proof.opens(day.main, one)]
        after = [*states, proof.state(day.session.db)]
        lived.append(
            {"name": deed.__name__, "begin": begin, "facts": facts, "points": names, "states": after, "ways": ways}
        )
    seconds = time.monotonic() - start
    say({"first": first, "deeds": lived, "seconds": seconds, "modules": [*sys.modules]})


def live(folder: Path, facts: dict[str, str], deeds: Sequence[int], target: Target | None, plant: Plant) -> "Child":
    """A process that does these deeds in this world, tells after each one what is now promised, and dies at a point."""
    return Child(partial(_live, folder, facts, deeds, target, plant))


def _live(
    folder: Path,
    facts: dict[str, str],
    deeds: Sequence[int],
    target: Target | None,
    plant: Plant,
    say: Callable[[Any], None],
) -> None:
    points = Points(target)
    points.install()
    plant()
    day = Day(folder, dict(facts), deeds[0])
    day.unlock()
    promised = proof.contents(day.session.db)
    prepare(day, deeds[0])
    say({"deed": -1, "promised": promised})
    for number in deeds:
        prepare(day, number)
        points.begin(number)
        DEEDS[number](day)
        points.end()
        say({"deed": number, "promised": proof.contents(day.session.db)})


def prepare(day: Day, number: int) -> None:
    """What is no part of the deed itself: its moment, a file that was damaged, and a hub that runs."""
    day.begin(number)
    if DEEDS[number] in SPOILED:
        day.spoil(SPOILED[DEEDS[number]])
    if DEEDS[number] is sync:
        day.wire()


def look(folder: Path, promised: dict[str, str], *, go_on: bool, whole: bool) -> dict[str, Any]:
    """`proof.look` in a process of its own, as when the program is started again."""
    answer = in_child(lambda say: say(proof.look(folder, promised, go_on=go_on, whole=whole)))
    if answer.ended != ENDED or not answer.lines:
        return {"ways": [], "state": "", "problems": ["looking at the file failed; see above"]}
    found: dict[str, Any] = answer.lines[-1]
    return found


@dataclass(frozen=True, slots=True)
class Answer:
    """How a process ended, and what it said before."""

    ended: str
    lines: list[Any]


class Child:
    """A process made by forking this one, which says lines of JSON."""

    def __init__(self, work: Callable[[Callable[[Any], None]], None]) -> None:
        sys.stdout.flush()
        reading, writing = os.pipe()
        self._pipe, self._said = reading, b""
        self._pid = os.fork()
        if not self._pid:
            os.close(reading)
            os._exit(_work(work, partial(_say, os.write, writing)))
        os.close(writing)

    def heard(self) -> bool:
        """Waits until it has said its first line; whether it did."""
        while b"\n" not in self._said:
            if not self._read():
                return False
        return True

    def kill_after(self, seconds: float) -> None:
        """Lets it go on for so long, and then ends it, wherever it is."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self._pipe], [], [], left)
            if ready and not self._read():
                return
        os.kill(self._pid, signal.SIGKILL)

    def fileno(self) -> int:
        """For `select`: ready when it said something, or ended."""
        return self._pipe

    def hear(self) -> list[Any] | None:
        """The lines it said since the last time; None when it says no more."""
        more = self._read()
        *lines, self._said = self._said.split(b"\n")
        return [json.loads(line) for line in lines] if more else None

    def wait(self) -> Answer:
        """Everything it said until it ended, and how it ended; half a line counts as not said."""
        while self._read():
            pass
        os.close(self._pipe)
        _, status = os.waitpid(self._pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        ended = KILLED if killed else ENDED if status == 0 else f"status {status}"
        return Answer(ended, [json.loads(line) for line in self._said.split(b"\n")[:-1]])

    def _read(self) -> bytes:
        data = os.read(self._pipe, 1 << 16)
        self._said += data
        return data


def hear_all(children: Sequence[Child]) -> Iterator[Any]:
    """What several processes say, as it comes, until all have ended."""
    talking = list(children)
    while talking:
        for child in select.select(talking, [], [])[0]:
            lines = child.hear()
            if lines is None:
                talking.remove(child)
                child.wait()
            yield from lines or ()


def in_child(work: Callable[[Callable[[Any], None]], None]) -> Answer:
    """Does something in a process of its own, and waits for it."""
    return Child(work).wait()


def _work(work: Callable[[Callable[[Any], None]], None], say: Callable[[Any], None]) -> int:
    """The exit code. `SystemExit` and the like may not escape: behind it lies the program of the parent."""
    try:
        work(say)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told and ends this process
        traceback.print_exc()
        sys.stderr.flush()
        return FAILED
    return 0


def _say(write: Callable[[int, bytes], int], pipe: int, what: Any) -> None:
    data = json.dumps(what).encode() + b"\n"
    while data:
        data = data[write(pipe, data) :]


def watch_commits(folder: Path) -> list[str]:
    """Lets every connection of this process note the state of the main file after each of its transactions."""
    states: list[str] = []
    name = str(folder / files.DATABASE)

    class Watched:
        def execute(self, sql: str, *rest: Any) -> Any:
            outer: Any = super()
            result = outer.execute(sql, *rest)
            if sql == "COMMIT" and name in {row[2] for row in outer.execute("PRAGMA database_list")}:
                states.append(proof.state(Database(cast("Any", self), execute_plugins=False)))
            return result

    connect_with(Watched)
    return states
