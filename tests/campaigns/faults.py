"""A disk that fails when told to: between SQLite and the operating system, in this process, Linux only.

SQLite's unix VFS calls the system through a table that a test may change (`xSetSystemCall`). Every entry that reads
or writes is replaced by one that counts, asks the plan, and then does what the plan says: the real thing, an error,
half of it, or the end of the process. Syncing does not go through that table; there the opened file's own method is
wrapped, so it is seen on connections opened while the layer is in place.

    with faults.layer() as disk:
        with disk.failing(Plan(at=7, fault=Fault.FULL, names=WRITES)):
            ...
        print(disk.calls)
"""

import ctypes
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

import sqlcipher3

AVAILABLE = sys.platform == "linux"
WHY_NOT = "the fault layer knows the system calls of Linux only"

WRITES = frozenset({"write", "pwrite", "pwrite64", "ftruncate", "fallocate", "sync"})
"""What puts bytes on the disk, or promises that they are there."""
READS = frozenset({"read", "pread", "pread64"})
CHANGES = WRITES | {"unlink", "open"}
"""Every point where a crash may leave something half done."""
_LENGTH = {"write": 2, "pwrite": 2, "pwrite64": 2}
"""Which argument says how many bytes."""
_IOERR_FSYNC = 10 | (4 << 8)
_FULL = 13


class Fault(Enum):
    """What the disk does at the chosen call."""

    FULL = "full"
    IO = "io"
    SHORT = "short"
    """Half of the bytes arrive, and the disk is full after that."""
    KILL_BEFORE = "kill_before"
    KILL_AFTER = "kill_after"


@dataclass(frozen=True, slots=True)
class Plan:
    """When the disk fails, and how.

    Attributes:
        at: which call, counted from 1 over the named ones.
        names: which calls count.
        lasting: whether all named calls after it fail as well, until the plan is put away.
    """

    at: int
    fault: Fault
    names: frozenset[str] = WRITES
    lasting: bool = False


class Disk:
    """What the layer counts, and what it has been told to do."""

    def __init__(self) -> None:
        self.calls: dict[str, int] = {}
        self.plan: Plan | None = None
        self.struck = False
        self._counted = 0

    @contextmanager
    def failing(self, plan: Plan) -> Iterator["Disk"]:
        """The disk follows this plan, counted from here."""
        self.plan, self._counted, self.struck = plan, 0, False
        try:
            yield self
        finally:
            self.plan = None

    @contextmanager
    def spared(self) -> Iterator[None]:
        """Inside, nothing counts and nothing fails: what happens there is on another computer (a hub's own file)."""
        plan, self.plan = self.plan, None
        try:
            yield
        finally:
            self.plan = plan

    def count(self, names: frozenset[str] = CHANGES) -> int:
        """How many of these calls there have been since the layer was put in place."""
        return sum(number for name, number in self.calls.items() if name in names)

    def verdict(self, name: str) -> Fault | None:
        """Counts one call; what must happen to it."""
        self.calls[name] = self.calls.get(name, 0) + 1
        plan = self.plan
        if plan is None or name not in plan.names:
            return None
        self._counted += 1
        if self._counted == plan.at or (plan.lasting and self._counted > plan.at):
            self.struck = True
            # What follows a short write is a full disk.
            return Fault.FULL if plan.fault is Fault.SHORT and self._counted > plan.at else plan.fault
        if plan.fault is Fault.SHORT and self._counted == plan.at + 1:
            return Fault.FULL
        return None


_Void, _Int, _Size, _Off = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_int64
_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "open": (_Int, ctypes.c_char_p, _Int, _Int),
    "read": (ctypes.c_ssize_t, _Int, _Void, _Size),
    "pread": (ctypes.c_ssize_t, _Int, _Void, _Size, _Off),
    "pread64": (ctypes.c_ssize_t, _Int, _Void, _Size, _Off),
    "write": (ctypes.c_ssize_t, _Int, _Void, _Size),
    "pwrite": (ctypes.c_ssize_t, _Int, _Void, _Size, _Off),
    "pwrite64": (ctypes.c_ssize_t, _Int, _Void, _Size, _Off),
    "ftruncate": (_Int, _Int, _Off),
    "fallocate": (_Int, _Int, _Off, _Off),
    "unlink": (_Int, ctypes.c_char_p),
}
_SET = ctypes.CFUNCTYPE(_Int, _Void, ctypes.c_char_p, _Void)
_GET = ctypes.CFUNCTYPE(_Void, _Void, ctypes.c_char_p)
_OPEN = ctypes.CFUNCTYPE(_Int, _Void, _Void, _Void, _Int, _Void)
"""The name stays a plain pointer: SQLite keeps it, and reads what stands behind it."""
_SYNC = ctypes.CFUNCTYPE(_Int, _Void, _Int)


class _Vfs(ctypes.Structure):
    """`struct sqlite3_vfs`, version 3 (sqlite.org/c3ref/vfs.html)."""

    _fields_ = [
        ("version", _Int),
        ("os_file", _Int),
        ("max_path", _Int),
        ("next", _Void),
        ("name", ctypes.c_char_p),
        ("app_data", _Void),
        ("open", _OPEN),
        ("between", _Void * 12),
        ("set_call", _SET),
        ("get_call", _GET),
        ("next_call", _Void),
    ]


class _Methods(ctypes.Structure):
    """`struct sqlite3_io_methods`, version 3 (sqlite.org/c3ref/io_methods.html)."""

    _fields_ = [
        ("version", _Int),
        ("close_read_write_truncate", _Void * 4),
        ("sync", _SYNC),
        ("rest", _Void * 13),
    ]


def _vfs() -> _Vfs:
    library = ctypes.PyDLL(sqlcipher3._sqlite3.__file__)
    find = library.sqlite3_vfs_find
    find.restype, find.argtypes = _Void, (ctypes.c_char_p,)
    found = _Vfs.from_address(find(None))
    assert found.version >= 3
    assert found.name == b"unix"
    return found


@contextmanager
def layer() -> Iterator[Disk]:
    """The layer in place, until the end of the block; at most one at a time."""
    disk, vfs = Disk(), _vfs()
    address = ctypes.addressof(vfs)
    kept: list[Any] = []
    before: dict[str, int] = {}
    for name, (result, *arguments) in _SIGNATURES.items():
        real = vfs.get_call(address, name.encode())
        if not real:
            continue  # This build of SQLite does without.
        prototype = ctypes.CFUNCTYPE(result, *arguments, use_errno=True)
        callback = prototype(_faulty(disk, name, prototype(real)))
        kept.append(callback)
        before[name] = real
        assert vfs.set_call(address, name.encode(), ctypes.cast(callback, _Void)) == 0
    opened = vfs.open
    original = ctypes.cast(opened, _Void).value
    wrapped = _OPEN(_opening(disk, _OPEN(original or 0), kept))
    vfs.open = wrapped
    try:
        yield disk
    finally:
        vfs.open = _OPEN(original or 0)
        for name, real in before.items():
            vfs.set_call(address, name.encode(), real)
        # Files opened under the layer keep its sync until they are closed: what it needs must live as long.
        _ALIVE.extend((*kept, wrapped, disk))


_ALIVE: list[Any] = []


def _faulty(disk: Disk, name: str, real: Callable[..., int]) -> Callable[..., int]:
    """A system call that fails when the plan says so."""

    def call(*arguments: Any) -> int:
        fault = disk.verdict(name)
        if fault is None:
            return real(*arguments)
        if fault is Fault.SHORT and name in _LENGTH:
            place = _LENGTH[name]
            return real(*arguments[:place], arguments[place] // 2, *arguments[place + 1 :])
        if fault is Fault.KILL_BEFORE:
            _die()
        if fault is Fault.KILL_AFTER:
            real(*arguments)
            _die()
        ctypes.set_errno(errno.EIO if fault is Fault.IO else errno.ENOSPC)
        return -1

    return call


def _opening(disk: Disk, real: Callable[..., int], kept: list[Any]) -> Callable[..., int]:
    """Opens a file as SQLite does, and puts our sync into its methods."""
    tables: dict[int, int] = {}

    def call(vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        result = real(vfs, name, file, flags, out)
        place = _Void.from_address(file)
        if result == 0 and place.value:
            if place.value not in tables:
                methods = _Methods()
                ctypes.memmove(ctypes.addressof(methods), place.value, ctypes.sizeof(methods))
                methods.sync = _SYNC(_syncing(disk, _SYNC(ctypes.cast(methods.sync, _Void).value or 0)))
                kept.append(methods)
                tables[place.value] = ctypes.addressof(methods)
            place.value = tables[place.value]
        return result

    return call


def _syncing(disk: Disk, real: Callable[..., int]) -> Callable[..., int]:
    """A sync that fails when the plan says so."""

    def call(file: int, flags: int) -> int:
        fault = disk.verdict("sync")
        if fault is None:
            return real(file, flags)
        if fault is Fault.KILL_BEFORE:
            _die()
        if fault is Fault.KILL_AFTER:
            real(file, flags)
            _die()
        return _IOERR_FSYNC if fault is Fault.IO else _FULL

    return call


def _die() -> None:
    """Ends this process as a power cut would: nothing is flushed, nothing is said."""
    os.kill(os.getpid(), signal.SIGKILL)
