"""Every point at which a process may be killed between two writes: those of SQLite and those of our own files.

SQLite's system calls pass the layer of `tests.campaigns.faults`. What Python does to files passes the functions of
`os` and `open`, which are wrapped here. A point is counted once, in the order in which it comes, and the process can be
killed just before it or just after it.
"""

import builtins
import io
import os
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

from tests.campaigns.faults import CHANGES, Disk, Fault, layer

CALLS = (
    "replace",
    "rename",
    "unlink",
    "remove",
    "rmdir",
    "mkdir",
    "fsync",
    "truncate",
    "ftruncate",
    "write",
    "sendfile",
)
"""Functions of `os` that change a file or promise that it stands."""
_WRITING = frozenset("wax+")


@dataclass(frozen=True, slots=True)
class Target:
    """Where to kill: the point with this number, counted from 0 over one deed; before it, or after."""

    deed: int
    point: int
    after: bool


@dataclass(slots=True)
class Points:
    """Counts points, and kills this process at the one that it was given.

    Attributes:
        target: None to count only.
        seen: the names of the points of the deed that goes on.
        deed: which deed that is; -1 while none goes on, and nothing is counted.
    """

    target: Target | None = None
    seen: list[str] = field(default_factory=list)
    deed: int = -1
    _layer: AbstractContextManager[Disk] | None = None

    def install(self) -> None:
        """Puts itself between this process and the system, for good: only a process made for it may call this."""
        self._layer = layer()
        disk = self._layer.__enter__()
        disk.verdict = self._of_sqlite  # type: ignore[method-assign]  # the layer asks us in the place of a plan
        for name in CALLS:
            setattr(os, name, self._around(name, getattr(os, name)))
        os.open = self._around("open", os.open, _changes_by_flags)
        # Path.open, write_bytes and shutil all end here.
        io.open = builtins.open = self._around("open", io.open, _changes_by_mode)

    def begin(self, deed: int) -> None:
        """From here on the points are of this deed."""
        self.deed, self.seen = deed, []

    def end(self) -> tuple[str, ...]:
        """The deed is over; its points."""
        self.deed = -1
        return tuple(self.seen)

    def _of_sqlite(self, name: str) -> Fault | None:
        if name not in CHANGES or not self._hit(f"sqlite {name}"):
            return None
        assert self.target is not None
        return Fault.KILL_AFTER if self.target.after else Fault.KILL_BEFORE

    def _hit(self, name: str) -> bool:
        """Counts a point; whether it is the one to die at."""
        if self.deed < 0:
            return False
        self.seen.append(name)
        target = self.target
        return target is not None and (target.deed, target.point) == (self.deed, len(self.seen) - 1)

    def _around(self, name: str, real: Callable[..., Any], counts: Callable[..., bool] | None = None) -> Any:
        @wraps(real)
        def call(*arguments: Any, **named: Any) -> Any:
            if counts is not None and not counts(*arguments, **named):
                return real(*arguments, **named)
            due = self._hit(name)
            if due and self.target is not None and not self.target.after:
                die()
            result = real(*arguments, **named)
            if due:
                die()
            return result

        return call


def die() -> None:
    """The end, as `kill -9` makes it."""
    os.kill(os.getpid(), signal.SIGKILL)


def _changes_by_flags(_path: Any, flags: int, *_rest: Any, **_named: Any) -> bool:
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _changes_by_mode(file: Any, mode: str = "r", *_rest: Any, **_named: Any) -> bool:
    return isinstance(file, str | bytes | Path) and bool(_WRITING & set(mode))
