"""Copies of the file: made while it is in use, checked from the first page to the last row, and put back.

A copy is as encrypted as the original: same key, and the slots file goes along, so the same passphrase opens it.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import access_log, connection, erasure, files, parcels, search, slots

Progress = Callable[[int, int], None]
PAGES_PER_STEP = 512


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of a file found.

    Attributes:
        pages: complaints about encrypted pages (a flipped bit shows here).
        database: complaints about the structure.
        rows: rows that were read.
        access_row: first line of the access log that does not follow, or None.
        search: whether the search index agrees with itself.
    """

    pages: tuple[str, ...]
    database: tuple[str, ...]
    rows: int
    access_row: int | None
    search: bool

    @property
    def ok(self) -> bool:
        """Whether everything is as it should be."""
        return not self.pages and not self.database and self.access_row is None and self.search


def slots_beside(copy: Path) -> Path:
    """Where the slots file of a copy stands."""
    return copy.with_name(f"{copy.name}.slots.json")


def unlock_copy(copy: Path, passphrase: str) -> bytes:
    """The key of a copy, by the passphrase that was in use when it was made.

    Raises:
        KnownError: ``file.passphrase_wrong``, or as `gpconnect.storage.slots.read`.
    """
    return slots.open_with_passphrase(slots.read(slots_beside(copy)), passphrase)


def backup(db: Database, key: bytes, folder: Path, target: Path, progress: Progress | None = None) -> None:
    """Copies the file while it is in use, with its slots, and checks the copy.

    Args:
        db: the open file.
        key: its key.
        folder: the profile, for its slots.
        target: the copy, which must not exist yet; `slots_beside` names the second file.
        progress: told pages done and pages in all.

    Raises:
        KnownError: ``file.exists``, ``copy.broken`` when the copy is not good, or what writing names.
    """
    part = target.with_name(f".{target.name}.part")
    if target.exists():
        raise KnownError("file.exists")
    part.unlink(missing_ok=True)
    try:
        connection.copy_to(db, key, part, progress, PAGES_PER_STEP)
        if not verify(part, key).ok:
            raise KnownError("copy.broken")
        files.write_atomically(slots_beside(target), files.slots_path(folder).read_bytes())
        part.replace(target)
        files.sync_folder(target.parent)
    finally:
        for companion in files.COMPANIONS:
            part.with_name(part.name + companion).unlink(missing_ok=True)


def verify(path: Path, key: bytes, progress: Progress | None = None) -> Report:
    """Checks a file on a connection of its own: pages, structure, every row, access log, search index.

    Args:
        path: a copy, or the file in use.
        key: its key.
        progress: told steps done and steps in all.

    Raises:
        KnownError: ``file.missing``, ``file.damaged`` (it does not even open), ``file.newer``.
    """
    db = connection.open_beside(path, key)
    try:
        return _check(db, progress)
    finally:
        connection.close(db)


def restore(profile: Path, copy: Path, key: bytes, *, now: datetime) -> Path:
    """Puts a copy in place of the profile's file. The old file is kept aside, never overwritten.

    What was erased or blocked since the copy was made is erased or blocked in it before it is put in place. Its
    numbering in every space ends: the present file may have used the next numbers already.

    Args:
        profile: the profile's folder; its file must be closed.
        copy: a copy made by `backup`, with its slots beside it.
        key: the copy's key, from its own slots.
        now: the moment, for the name of the folder that keeps the old files.

    Returns:
        The folder that holds the old files.

    Raises:
        KnownError: ``copy.broken``, or what opening and writing name; the profile is then as it was.
    """
    files.private_folder(profile)
    slots.read(slots_beside(copy))
    slots_data = slots_beside(copy).read_bytes()
    fresh = profile / f".{files.DATABASE}.restored"
    _clear(fresh)
    try:
        shutil.copyfile(copy, fresh)
        if not verify(fresh, key).ok:
            raise KnownError("copy.broken")
        _renew(fresh, key, _erasures_since(profile, key))
        kept = _set_aside(profile, now)
        # From here to the last line a crash leaves the old files whole in `kept`, and restoring can be done again.
        fresh.replace(files.database_path(profile))
        files.write_atomically(files.slots_path(profile), slots_data)
    except OSError as error:
        raise KnownError("file.write_failed") from error
    finally:
        _clear(fresh)
    return kept


def _check(db: Database, progress: Progress | None) -> Report:
    """The five checks, one after the other; a page that cannot be read ends the reading, not the check."""
    done = progress or (lambda _done, _total: None)
    pages = tuple(str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check").fetchall())
    done(1, 5)
    database = tuple(_try(lambda: _structure(db), ("unreadable",)))
    done(2, 5)
    rows = _try(lambda: _read_all(db), -1)
    if rows < 0:
        database = (*database, "unreadable rows")
    done(3, 5)
    access_row = _try(lambda: access_log.verify_chain(db), 0)
    done(4, 5)
    healthy = _try(lambda: search.intact(db), default=False)
    done(5, 5)
    return Report(pages, database, max(rows, 0), access_row, healthy)


def _try(step: Callable[[], Any], default: Any) -> Any:
    """The step's result, or `default` when the file is too damaged for it."""
    try:
        with connection.translate_errors():
            return step()
    except KnownError:
        return default


def _structure(db: Database) -> list[str]:
    found = [str(row[0]) for row in db.execute("PRAGMA integrity_check").fetchall()]
    return [] if found == ["ok"] else found


def _read_all(db: Database) -> int:
    """Reads every row of every table; how many there are."""
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return sum(1 for (name,) in names for _row in db.execute(f'SELECT * FROM "{name}"'))  # noqa: S608 - names from the file's own schema


def _erasures_since(profile: Path, key: bytes) -> erasure.Carried:
    """What the present file knows of erasures, when it opens with this key."""
    try:
        present = connection.open_beside(files.database_path(profile), key)
    except KnownError:
        # Lost or damaged: that is why somebody restores. The hub sends the erasures at the next sync.
        return erasure.Carried()
    try:
        carried: erasure.Carried = _try(lambda: erasure.to_carry(present), erasure.Carried())
    finally:
        connection.close(present)
    return carried


def _renew(fresh: Path, key: bytes, carried: erasure.Carried) -> None:
    """What is gone stays gone, what is blocked stays blocked, and the restored file begins new chains."""
    restored = connection.open_file(fresh, key)
    try:
        with connection.transaction(restored):
            erasure.carry(restored, carried)
            parcels.end_chain(restored)
    finally:
        connection.close(restored)


def _set_aside(profile: Path, now: datetime) -> Path:
    """Moves the present file and its slots into a folder of their own."""
    kept = profile / f"before-restore-{now:%Y%m%d-%H%M%S-%f}"
    kept.mkdir(mode=files.FOLDER_MODE)
    if files.slots_path(profile).exists():
        shutil.copyfile(files.slots_path(profile), kept / files.SLOTS)
    for companion in files.COMPANIONS:
        present = profile / f"{files.DATABASE}{companion}"
        if present.exists():
            present.replace(kept / present.name)
    return kept


def _clear(path: Path) -> None:
    for companion in files.COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)
