"""Copies of the file: made while it is in use, and read back from the first page to the last row before they count.

A copy is as encrypted as the original: same key, and the slots file goes along, so the same passphrase opens it. It is
made in two parts, so that nobody waits: `begin` in the thread that owns the file (a few milliseconds), `make` in
another thread, while the person works on.
"""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import checks, files, raw
from gpconnect.storage.checks import Report, Watch, verify
from gpconnect.storage.frozen import Frozen, freeze, make_single
from gpconnect.storage.restoring import restore, slots_beside, unlock_copy

__all__ = [
    "Made",
    "Report",
    "Watch",
    "Work",
    "backup",
    "begin",
    "make",
    "part_of",
    "remove",
    "restore",
    "slots_beside",
    "unlock_copy",
    "verify",
]

STRETCH = 1024 * 1024
ENDING = ".kopie"
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


@dataclass(frozen=True, slots=True)
class Work:
    """A copy that was begun: the file stands still until it is made or given up.

    Attributes:
        unique: when the target exists, take another name beside it instead of refusing.
        left: a copy that a crash interrupted; what it left is cleared away.
        key: of the file; overwritten when the copy was made or given up.
        size: bytes of the file at the moment of the copy.
        slots: the slots file at that moment.
        at: that moment; the copy shows everything up to it and nothing after.
    """

    path: Path
    target: Path
    unique: bool
    left: Path | None
    size: int
    slots: bytes
    at: datetime
    frozen: Frozen
    key: bytearray = field(repr=False)

    def close(self) -> None:
        """Let the file go on, and forget the key; twice does no harm."""
        self.frozen.close()
        self.key[:] = bytes(len(self.key))


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that was made and read back.

    Attributes:
        target: where it stands; its slots stand in `slots_beside`.
        at: the moment that it shows.
        size: in bytes.
        report: what reading it back found; every page and row is good, the rest is the file's own trouble.
    """

    target: Path
    at: datetime
    size: int
    report: Report


def part_of(target: Path) -> Path:
    """What a copy is called until it was read back."""
    return target.with_name(f".{target.name}.part")


def begin(
    db: Database,
    key: bytes | bytearray,
    folder: Path,
    target: Path,
    at: datetime,
    *,
    unique: bool = False,
    left: Path | None = None,
) -> Work:
    """Lets the file stand still for a copy. In the thread that owns it, outside a transaction; touches no other disk.

    Args:
        db: the open file.
        key: its key.
        folder: the profile, for its slots.
        target: the copy; `slots_beside` names the second file.
        at: now, aware.
        unique: see `Work`.
        left: see `Work`.

    Raises:
        KnownError: ``file.in_use``, another program reads the file just now.
    """
    path = files.database_path(folder)
    still = freeze(db, bytes(key), path)
    ways = files.slots_path(folder).read_bytes()
    return Work(path, target, unique, left, raw.size(path), ways, at, still, bytearray(key))


def make(work: Work, watch: Watch = checks.nobody) -> Made:
    """Copies, reads back and only then gives the copy its name. In any thread; the file may be in use.

    Args:
        work: from `begin`; it is over afterwards, also after an error.
        watch: told how far it is; what it raises ends the copy.

    Raises:
        KnownError: ``copy.no_folder``, ``file.exists``, ``copy.not_read_back`` (it is not good, or the file itself is
            not), ``copy.disk_full``, ``copy.write_failed``, or what `watch` raises. Nothing of the copy is then left.
    """
    target = work.target
    try:
        target = _place(work)
        part = part_of(target)
        files.clear(part)
        report = _make(work, part, watch)
        files.write_atomically(slots_beside(target), work.slots)
        part.replace(target)
        files.sync_folder(target.parent)
    except OSError as error:
        raise KnownError("copy.write_failed") from error
    finally:
        work.close()
        with suppress(OSError):
            files.clear(part_of(target))
    return Made(target, work.at, work.size, report)


def backup(
    db: Database, key: bytes | bytearray, folder: Path, target: Path, at: datetime, watch: Watch = checks.nobody
) -> Made:
    """Begins and makes a copy in one go, for who may wait: the command line and tests.

    Raises:
        KnownError: as `begin` and `make`.
    """
    return make(begin(db, key, folder, target, at), watch)


def remove(copy: Path) -> None:
    """Takes a copy with its slots away; one that is gone already is fine.

    Raises:
        KnownError: ``copy.write_failed``.
    """
    try:
        ways = slots_beside(copy)
        files.clear(copy)
        ways.unlink(missing_ok=True)
        if copy.parent.name.startswith(files.BEFORE_RESTORE):
            # The file of before a restore has a folder of its own, with what else stood beside it.
            shutil.rmtree(copy.parent, ignore_errors=True)
    except OSError as error:
        raise KnownError("copy.write_failed") from error


def _place(work: Work) -> Path:
    """Where the copy goes: never over something that stands there."""
    if work.left is not None:
        files.clear(part_of(work.left))
    if not work.target.parent.is_dir():
        raise KnownError("copy.no_folder")
    stem, number, target = work.target.stem, 2, work.target
    while target.exists():
        if not work.unique:
            raise KnownError("file.exists")
        target = work.target.with_name(f"{stem}-{number}{work.target.suffix}")
        number += 1
    return target


def _make(work: Work, part: Path, watch: Watch) -> Report:
    _copy(work, part, watch)
    # From here on the file itself is needed no more: reading back may take its time.
    work.frozen.close()
    make_single(part, bytes(work.key))
    report = verify(part, bytes(work.key), watch)
    if not report.legible:
        raise KnownError("copy.not_read_back")
    return report


def _copy(work: Work, part: Path, watch: Watch) -> None:
    """The encrypted bytes as they lie, onto the disk and not just on the way to it."""
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            for start in range(0, work.size, STRETCH):
                watch("pages", start, work.size)
                _write(handle, raw.read(work.path, start, min(STRETCH, work.size - start)))
            os.fsync(handle)
            if hasattr(os, "posix_fadvise"):
                # Reading back then reads what the disk holds, and not what is still in memory.
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)
    except OSError as error:
        raise KnownError("copy.disk_full" if error.errno in _NO_SPACE else "copy.write_failed") from error
    watch("pages", work.size, work.size)


def _write(handle: int, data: bytes) -> None:
    """All of it: a stick may take less at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
