"""Many histories, shared by the processors of this machine. Each process has its own world and its own chance."""

import logging
import multiprocessing
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.campaigns.simulation import history, living, morning, postgres, world
from tests.campaigns.simulation.history import History
from tests.campaigns.simulation.shrinking import shrink

HANDS = os.cpu_count() or 1
SHRINK_SECONDS = 90
_MEMORY = Path("/dev/shm")  # noqa: S108 - files in memory, in a folder of our own below it


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one history, as it travels between processes."""

    number: int
    seconds: float
    broken: tuple[tuple[str, str], ...]
    answers: str
    done: dict[str, list[int]]
    story: tuple[str, ...] = ()

    def invariants(self) -> set[str]:
        """Names of what was broken."""
        return {name for name, _ in self.broken}


@dataclass
class Ground:
    """Where histories are lived: the pilot to copy, and for PostgreSQL the addresses of one database a hand."""

    template: Path
    folder: Path
    urls: list[str] = field(default_factory=list)

    def live(self, one: History, number: int = 0, *, url: str | None = None) -> Result:
        """Live through it in this process."""
        begun = time.monotonic()
        lived = living.live(one, self.template, self.folder / f"world-{os.getpid()}", url or None)
        broken = tuple((violation.invariant, violation.detail) for violation in lived.violations)
        return Result(number, time.monotonic() - begun, broken, lived.answers, lived.done, tuple(lived.story))

    def rehearsed(self, seed: int, turns: int) -> Iterator[Result]:
        """The results of every scene by itself, so often."""
        found = [history.rehearsal(seed, name, turn) for name in history.REHEARSED for turn in range(turns)]
        context = multiprocessing.get_context("fork")
        with context.Pool(HANDS) as pool:
            yield from pool.starmap(self.live, [(one, number) for number, one in enumerate(found)])

    def shrunk(self, one: History, broken: set[str]) -> History:
        """The shortest history in which one of these is still broken, as far as a minute and a half brings us."""
        until = time.monotonic() + SHRINK_SECONDS

        def fails(shorter: History) -> bool:
            return time.monotonic() < until and bool(self.live(shorter).invariants() & broken)

        return shrink(one, fails)


@contextmanager
def ground(hub: str = "sqlite") -> Iterator[Ground]:
    """Makes the pilot once, in memory where the machine has a place for it."""
    logging.disable(logging.CRITICAL)
    with ExitStack() as stack:
        base = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gpconnect-simulation-", dir=base)))
        made = Ground(folder / "template", folder)
        world.make_template(made.template, morning.live)
        if hub == "postgresql":
            made.urls = stack.enter_context(postgres.databases(HANDS))
        yield made


def lived(here: Ground, seed: int, numbers: Iterable[int], put: Callable[[], object] | None = None) -> Iterator[Result]:
    """The results of many histories, in their order.

    Args:
        here: the ground.
        seed: of the campaign.
        numbers: which histories.
        put: puts a bug into each of the processes.
    """
    context = multiprocessing.get_context("fork")
    urls = context.SimpleQueue()
    for place in range(HANDS):
        urls.put(here.urls[place] if here.urls else "")
    with context.Pool(HANDS, _begin, (urls, put)) as pool:
        yield from pool.imap(partial(_one, here, seed), numbers)


_url = ""


def _begin(urls: Any, put: Callable[[], object] | None) -> None:
    global _url  # noqa: PLW0603 - one per process, set once at its start
    _url = urls.get()
    if put is not None:
        put()


def _one(here: Ground, seed: int, number: int) -> Result:
    return here.live(history.draw(seed, number), number, url=_url)


def planted(here: Ground, put: Callable[[], object], one: History) -> Result:
    """One history with a bug in it, in a process of its own."""
    context = multiprocessing.get_context("fork")
    with context.Pool(1) as pool:
        return pool.apply(_planted, (here, put, one))


def _planted(here: Ground, put: Callable[[], object], one: History) -> Result:
    # Not when the process begins: a plant whose ground has moved fails there again and again, and nobody hears of it.
    put()
    return here.live(one)


def sweep(folder: Path) -> None:
    """Leave nothing of a history that broke off."""
    for left in folder.glob("world-*"):
        shutil.rmtree(left, ignore_errors=True)
