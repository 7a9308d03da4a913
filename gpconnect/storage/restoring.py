"""Putting a copy back: what it holds first, then the swap, which a crash cannot leave halfway.

What will stand in the profile is made ready in a folder of its own. From the moment that its last file (`READY`) is
there, the swap happens: now, or at the next opening when the power failed (`finish`). The old files are kept aside.
"""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gpconnect.domain.access import LOST, AccessEvent, Gap
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.storage import (
    access_log,
    beside,
    checks,
    connection,
    erasure,
    files,
    kept,
    parcels,
    rows,
    slots,
    watermark,
)
from gpconnect.storage.checks import Watch
from gpconnect.storage.kept import KeptCopy

READY = files.READY


@dataclass(frozen=True, slots=True)
class Brought:
    """What goes into a copy before it takes the place of the file.

    Attributes:
        put: writes it, inside a transaction; what was erased goes after that.
        ways: the slots that go with the copy from now on, which must open it; None for those beside the copy.
        mended: it is so much that the outcome is read back before it counts.
        settle: run after what was erased or blocked went along: what is blocked no more comes back in sight.
    """

    put: Callable[[Database], None]
    ways: Path | None = None
    mended: bool = False
    settle: Callable[[Database], object] | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, in a few numbers that a person recognises.

    Attributes:
        dossiers: children with a dossier.
        notes: signed notes.
        last_change: when the last operation in it was made, or None.
        newest_appointment: when the latest booking in it was made, or None.
        operations: how many operations it counts.
    """

    dossiers: int
    notes: int
    last_change: datetime | None
    newest_appointment: datetime | None
    operations: int


@dataclass(frozen=True, slots=True)
class Lacks:
    """What the present file has and a copy does not.

    Attributes:
        kinds: how many operations of each kind, for example ``note.signed``.
        unsent: how many of them the hub does not have either: without the present file they are nowhere.
    """

    kinds: dict[str, int]
    unsent: int


def slots_beside(copy: Path) -> Path:
    """Where the slots file of a copy stands, or of a file that a copy took the place of."""
    if copy.name == files.DATABASE and copy.parent.name.startswith(files.BEFORE_RESTORE):
        return files.slots_path(copy.parent)
    return copy.with_name(f"{copy.name}.slots.json")


def unlock_copy(copy: Path, secret: str, way: str = slots.TYPED) -> bytes:
    """The key of a copy, by a way in that was there when it was made.

    Args:
        copy: the file of the copy.
        secret: the passphrase of then, or the code on a sheet of paper.
        way: ``passphrase``, ``recovery`` or ``employer``.

    Raises:
        KnownError: ``copy.gone``, ``copy.no_keys``, or as `gpconnect.storage.slots.keys_of` and
            `gpconnect.storage.slots.read`.
    """
    if not copy.is_file():
        raise KnownError("copy.gone")
    if not slots_beside(copy).is_file():
        raise KnownError("copy.no_keys", name=slots_beside(copy).name)
    keys = slots.keys_of(slots.read(slots_beside(copy)), way, secret)
    # Two keys only when the copy was made while the file changed its key: the copy itself says which is its own.
    return next((key for key in keys[1:] if connection.fits(copy, key)), keys[0])


def contents(db: Database) -> Contents:
    """What an open file holds."""
    changed, count = db.execute("SELECT max(made_at), count(*) FROM operation").fetchone()
    booked = db.execute("SELECT max(booked_at) FROM appointment").fetchone()[0]
    return Contents(
        dossiers=rows.count(db, Patient),
        notes=rows.count(db, Note),
        last_change=datetime.fromisoformat(changed) if changed else None,
        newest_appointment=datetime.fromisoformat(booked) if booked else None,
        operations=count,
    )


def lacks(present: Database, copy: Database) -> Lacks:
    """What would be gone from sight when this copy took the place of the present file."""
    there = {op_id for (op_id,) in copy.execute("SELECT op_id FROM operation")}
    waiting = "SELECT row FROM outbox WHERE refused IS NULL"
    kinds: dict[str, int] = {}
    unsent = 0
    for op_id, kind, waits in present.execute(f"SELECT op_id, kind, row IN ({waiting}) FROM operation"):  # noqa: S608 - our own text
        if op_id not in there:
            kinds[kind] = kinds.get(kind, 0) + 1
            unsent += waits
    return Lacks(kinds, unsent)


def restore(
    profile: Path,
    copy: Path | None,
    key: bytes,
    *,
    now: datetime,
    present: bytes | None = None,
    line: AccessEvent | None = None,
    brought: Brought | None = None,
    watch: Watch = checks.nobody,
) -> Path:
    """Puts a copy in place of the profile's file. The old file is kept aside, never overwritten.

    What was erased or blocked since the copy was made is erased or blocked in it before it is put in place. Its
    numbering in every space ends: the present file may have used the next numbers already.

    Args:
        profile: the profile's folder; its file must be closed.
        copy: a copy made by `gpconnect.storage.copies`, with its slots beside it; None for a new, empty file.
        key: the copy's key, from its own slots.
        now: the moment, for the name of the folder that keeps the old files.
        present: the key of the present file, when that is another one by now.
        line: for the access log of the file that is put back, after the lines that the present file has more.
        brought: what goes into the copy first.
        watch: told how far it is; what it raises ends the work, with the profile as it was.

    Returns:
        The folder that holds the old files.

    Raises:
        KnownError: ``copy.broken``, ``mend.not_verified`` (what was put together is not whole), or what opening and
            writing name; the profile is then as it was.
    """
    files.private_folder(profile)
    # A restore that a crash cut off may stand there as the only whole file there is.
    finish(profile)
    ways = (brought.ways if brought is not None else None) or slots_beside(copy or files.database_path(profile))
    slots.read(ways)
    aside = f"{files.BEFORE_RESTORE}{now:%Y%m%d-%H%M%S-%f}"
    _get_ready(profile, copy, ways, _Told(profile / aside, (present or b"", key), now, line, brought), watch)
    finish(profile)
    return profile / aside


def _get_ready(profile: Path, copy: Path | None, ways: Path, what: "_Told", watch: Watch) -> None:
    """Everything that is to stand in the profile, in a folder of its own; it counts once its last file is there."""
    made = profile / files.RESTORING
    try:
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(mode=files.FOLDER_MODE)
        _make_ready(files.database_path(made), copy, what, watch)
        files.write_atomically(files.slots_path(made), ways.read_bytes())
        # From here on nobody can stop it any more.
        watch("swap", 0, 1)
        # The moment that counts: before it the old file stands, after it the copy.
        files.write_atomically(made / READY, msgspec.json.encode(what.aside.name))
    except OSError as error:
        raise KnownError("file.write_failed") from error
    finally:
        if not (made / READY).exists():
            shutil.rmtree(made, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What goes along into the copy; of `keys` the last one is the copy's."""

    aside: Path
    keys: tuple[bytes, bytes]
    now: datetime
    line: AccessEvent | None
    brought: Brought | None


def _make_ready(fresh: Path, copy: Path | None, what: _Told, watch: Watch) -> None:
    """The file that is to stand in the profile."""
    if copy is None:
        connection.close(connection.create_file(fresh, what.keys[-1]))
    else:
        _take_over(fresh, copy, what.keys[-1], watch)
    _renew(fresh, what)
    mended = what.brought is not None and what.brought.mended
    if mended and not checks.verify(fresh, what.keys[-1], watch).legible:
        raise KnownError("mend.not_verified")


def _take_over(fresh: Path, copy: Path, key: bytes, watch: Watch) -> None:
    shutil.copyfile(copy, fresh)
    log = copy.with_name(f"{copy.name}-wal")
    if log.exists():
        # A file of before a restore, which nobody had closed.
        shutil.copyfile(log, fresh.with_name(f"{fresh.name}-wal"))
    if not checks.verify(fresh, key, watch).legible:
        raise KnownError("copy.broken")


def finish(profile: Path) -> None:
    """Ends a restore that a crash interrupted; call before a profile is opened. Without one it does nothing.

    Raises:
        KnownError: ``file.write_failed``; it is tried again at the next opening.
    """
    made = profile / files.RESTORING
    if not made.is_dir():
        return
    try:
        if (made / READY).exists():
            _swap(profile, made, profile / msgspec.json.decode((made / READY).read_bytes(), type=str))
            files.sync_folder(profile)
        # Without the last file it never counted: the old file is still there, whole.
        shutil.rmtree(made)
    except OSError as error:
        raise KnownError("file.write_failed") from error


def _swap(profile: Path, made: Path, aside: Path) -> None:
    """The old files aside, the new ones in their place; every step may be done again after a crash."""
    aside.mkdir(mode=files.FOLDER_MODE, exist_ok=True)
    fresh = files.database_path(made)
    if fresh.exists():
        # The log first: left beside the new file it would be played into it.
        for companion in reversed(files.COMPANIONS):
            present = profile / f"{files.DATABASE}{companion}"
            if present.exists():
                present.replace(aside / present.name)
        fresh.replace(files.database_path(profile))
    ways, mark = files.slots_path(profile), files.watermark_path(profile)
    if files.slots_path(made).exists():
        if ways.exists() and not files.slots_path(aside).exists():
            files.write_atomically(files.slots_path(aside), ways.read_bytes())
        files.slots_path(made).replace(ways)
    for tells in (mark, files.erased_path(profile)):
        if tells.exists():
            # It tells of the old file; the restored one is older, and that is how it should be.
            tells.replace(aside / tells.name)


def _renew(fresh: Path, what: _Told) -> None:
    """What is gone stays gone, what is blocked stays blocked, copies stay listed, and new chains begin.

    Who looked since the copy stays on record as well (NEN 7513).
    """
    profile, old = what.aside.parent, files.database_path(what.aside.parent)
    # Nothing told: the hub sends its erasures at the next sync, and whoever puts the copy back has read that.
    told = beside.told(profile, what.keys) or beside.Told()
    log = beside.of_closed(profile, what.keys, access_log.to_carry)
    restored = connection.open_file(fresh, what.keys[-1])
    try:
        with connection.transaction(restored):
            if what.brought is not None:
                what.brought.put(restored)
            erasure.carry(restored, told.carried)
            if what.brought is not None and what.brought.settle is not None:
                what.brought.settle(restored)
            for copy in told.copies:
                kept.put(restored, copy)
            if old.exists():
                size = old.stat().st_size
                kept.put(restored, KeptCopy(str(what.aside.absolute()), old.name, what.now, size, automatic=False))
            if log is not None:
                access_log.carry(restored, log)
            elif what.line is not None:
                _name_lost(restored, profile, what.keys[-1], what.line)
            access_log.ask(restored, "page" if what.brought is not None and what.brought.mended else "file")
            if what.line is not None:
                access_log.record(restored, what.line)
            parcels.end_chain(restored)
        connection.checkpoint(restored)
    finally:
        connection.close(restored)


def _name_lost(restored: Database, profile: Path, key: bytes, line: AccessEvent) -> None:
    """Nothing can be read of the log that stood here: the mark beside it still says how far it had come."""
    mark = watermark.Watermark(profile, key).read()
    lost = watermark.missing(restored, mark) if mark is not None else None
    if mark is None or lost is None or not lost.lines:
        return
    event_id = hashlib.sha256(f"{line.event_id}{LOST}".encode()).hexdigest()[:32]
    detail = Gap(lost.last_line + 1, mark.access, "file").detail
    access_log.record(restored, replace(line, event_id=event_id, purpose=LOST, detail=detail))
