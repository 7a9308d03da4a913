"""A new file in the place of the old one: another key, or a newer schema. A crash leaves one of the two, whole.

Both go the same way: fold the file into one piece, copy it, work on the copy, read the copy from the first page to
the last row on a new connection, and only then put it in place in one step. While the key changes, the slots hold
both keys, so whichever file stands there, every way in opens it; the next opening clears what is left over.

The old file is unlinked, not overwritten: it is encrypted, its key goes with its slots, and a modern disk writes
elsewhere anyway.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import zip_longest
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import beside, connection, files, migrations, slot_file, slots

KEY_STEPS = ("key.folded", "key.copied", "key.verified", "key.both", "key.swapped", "key.slots")
MIGRATION_STEPS = (
    "migration.folded",
    "migration.copied",
    "migration.migrated",
    "migration.verified",
    "migration.kept",
    "migration.swapped",
)
STEPS = (*KEY_STEPS, *MIGRATION_STEPS)
"""The points that `on_step` is told of, each right after it was reached: where a test lets the program die."""

RENEWED = f".{files.DATABASE}.renewed"
MIGRATED = f".{files.DATABASE}.migrated"
KEPT = "before-migration"
PAGES_PER_STEP = 512

Progress = Callable[[int, int], None]
OnStep = Callable[[str], None]


def prepare(folder: Path, key: bytes, *, progress: Progress | None = None, on_step: OnStep | None = None) -> None:
    """Gets a profile ready to be opened: nothing half-made, slots of this key only, the newest schema.

    The folder must be claimed (`folder_lock.claim_folder`). A file that is refused stays as it is.

    Args:
        folder: the profile.
        key: of its file.
        progress: told how far a migration is, in pages.
        on_step: told of `MIGRATION_STEPS`.

    Raises:
        KnownError: ``file.missing``, ``file.damaged``, ``file.newer``, ``migration.not_verified``, or what writing
            names.
    """
    version = connection.version_of(files.database_path(folder), key)
    _clear(folder)
    beside.settle(folder, key)
    slots.forget_others(folder, key)
    if version < migrations.HEAD:
        _migrate(folder, key, version, progress, on_step or _nothing)
    else:
        for kept in folder.glob(f"{KEPT}-*"):
            kept.unlink(missing_ok=True)


def change_key(
    folder: Path, passphrase: str, *, progress: Progress | None = None, on_step: OnStep | None = None
) -> bytes:
    """Gives the file a new random key, in every way in that it has. The file must be closed, the folder claimed.

    Args:
        folder: the profile.
        passphrase: of the file as it is; it opens the new one too, and so does every sheet of paper.
        progress: told pages done and pages in all.
        on_step: told of `KEY_STEPS`.

    Returns:
        The new key.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``file.in_use``, ``key.not_verified``, ``file.disk_full``, or what
            reading and writing name; the old key then still opens the file.
    """
    told = on_step or _nothing
    old, new = slots.unlock_with_passphrase(folder, passphrase), os.urandom(connection.KEY_BYTES)
    path, fresh = files.database_path(folder), folder / RENEWED
    _clear(folder)
    slots.forget_others(folder, old)
    slots.modernise(folder, old, passphrase)
    try:
        _copy(path, old, fresh, new, progress, told, "key")
        if not _same(path, old, fresh, new):
            raise KnownError("key.not_verified")
        told("key.verified")
        beside.reseal(folder, old, new)
        before = slots.slots(folder)
        slot_file.write(folder, (*before, *slots.sealed_anew(before, old, new)))
        if not slots.gives(folder, passphrase, new):
            raise KnownError("key.not_verified")
        told("key.both")
        _swap(fresh, path)
        told("key.swapped")
        beside.settle(folder, new)
        slots.forget_others(folder, new)
        told("key.slots")
    finally:
        _clear(folder)
    return new


def _migrate(folder: Path, key: bytes, version: int, progress: Progress | None, told: OnStep) -> None:
    path, fresh, kept = files.database_path(folder), folder / MIGRATED, folder / f"{KEPT}-{version}.db"
    try:
        _copy(path, key, fresh, key, progress, told, "migration")
        db = connection.open_file(fresh, key)
        try:
            connection.fold(db)
        finally:
            connection.close(db)
        told("migration.migrated")
        if not _nothing_lost(path, fresh, key):
            raise KnownError("migration.not_verified")
        told("migration.verified")
        _keep(path, kept)
        told("migration.kept")
        _swap(fresh, path)
        told("migration.swapped")
    finally:
        _clear(folder)


def _copy(
    path: Path, key: bytes, target: Path, target_key: bytes, progress: Progress | None, told: OnStep, what: str
) -> None:
    """The whole file under `target_key`; nobody else may have it open, and nothing stands beside it any more."""
    db = connection.open_beside(path, key)
    try:
        connection.fold(db)
        told(f"{what}.folded")
        connection.copy_to(db, target_key, target, progress, PAGES_PER_STEP)
        told(f"{what}.copied")
    finally:
        connection.close(db)


def _keep(path: Path, kept: Path) -> None:
    """The old file under a second name, without a moment in which it has none."""
    kept.unlink(missing_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        # A memory stick knows no second names. A copy that a crash cuts off is made again the next time.
        try:
            shutil.copyfile(path, kept)
        except OSError as error:
            raise KnownError("file.write_failed") from error


def _swap(fresh: Path, path: Path) -> None:
    try:
        fresh.replace(path)
    except OSError as error:
        raise KnownError("file.write_failed") from error
    files.sync_folder(path.parent)


def _same(path: Path, key: bytes, fresh: Path, fresh_key: bytes) -> bool:
    """Whether the new file is whole and holds every row of the old one, value by value."""
    with _both(path, key, fresh, fresh_key) as (old, new):
        return _whole(new) and _tables(old) == _tables(new) and all(_equal(old, new, name) for name in _tables(old))


def _nothing_lost(path: Path, fresh: Path, key: bytes) -> bool:
    """Whether the migrated file is whole, can be read to the last row, and no table lost a row."""
    with _both(path, key, fresh, key) as (old, new):
        before = {name: _rows(old, name) for name in _tables(old)}
        after = {name: _rows(new, name) for name in _tables(new)}
        return _whole(new) and all(after.get(name, -1) >= count for name, count in before.items())


@contextmanager
def _both(path: Path, key: bytes, fresh: Path, fresh_key: bytes) -> Iterator[tuple[Database, Database]]:
    """Two connections for reading, closed afterwards."""
    with ExitStack() as opened:
        old = connection.open_beside(path, key)
        opened.callback(connection.close, old)
        new = connection.open_beside(fresh, fresh_key)
        opened.callback(connection.close, new)
        yield old, new


def _whole(db: Database) -> bool:
    with connection.translate_errors():
        pages = db.execute("PRAGMA cipher_integrity_check").fetchall()
        return not pages and db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _tables(db: Database) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]


def _read(db: Database, name: str) -> Iterator[object]:
    yield from db.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names from the file's own schema


def _rows(db: Database, name: str) -> int:
    with connection.translate_errors():
        return sum(1 for _ in _read(db, name))


def _equal(old: Database, new: Database, name: str) -> bool:
    with connection.translate_errors():
        return all(one == other for one, other in zip_longest(_read(old, name), _read(new, name)))


def _clear(folder: Path) -> None:
    """Removes what an earlier attempt left half-made; none of it was ever in force."""
    for name in (RENEWED, MIGRATED, f".{files.DATABASE}.new"):
        for companion in files.COMPANIONS:
            (folder / f"{name}{companion}").unlink(missing_ok=True)
    for draft in folder.glob(f".{files.SLOTS}.*"):
        draft.unlink(missing_ok=True)


def _nothing(_step: str) -> None:
    """Nobody wants to know."""
