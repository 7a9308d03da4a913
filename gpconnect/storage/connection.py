"""The one connection to the encrypted file: making it, opening it, and transactions that are all or nothing."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import driver, files, migrations
from gpconnect.storage.driver import KEY_BYTES, File, check_driver, connect, in_transaction, translate_errors
from gpconnect.storage.guarding import guard_of

__all__ = ["KEY_BYTES", "check_driver", "in_transaction", "translate_errors"]

APPLICATION_ID = 0x47504331  # "GPC1"
PAGES_BESIDE = 1000
"""Pages (of 4 KiB) in the log beside the file after which a commit brings them into the file; SQLite's own number."""
PAGES_BESIDE_HASTY = 4000
"""The same while much comes in that can be had again: each time the disk is waited for twice."""

Progress = Callable[[int, int], None]
"""Told how much is done, of how much."""
Fill = Callable[[Database], None]
"""Writes what a new file holds from its first moment on."""


def create_file(path: Path, key: bytes, fill: Fill | None = None) -> Database:
    """Makes a new, empty, encrypted file with the newest schema, readable by its owner only.

    Args:
        path: where; its folder is made when needed.
        key: 32 random bytes.
        fill: writes what the file must hold from its first moment on, inside a transaction.

    Raises:
        KnownError: ``file.exists``; or what `translate_errors` names.
    """
    check_driver()
    files.private_folder(path.parent)
    if path.exists():
        raise KnownError("file.exists")
    # Made under another name, so that a crash halfway leaves no file that can neither be opened nor made.
    fresh = path.with_name(f".{path.name}.new")
    for companion in files.COMPANIONS:
        fresh.with_name(fresh.name + companion).unlink(missing_ok=True)
    with translate_errors():
        conn = connect(fresh, key, "rwc")
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db = Database(_configured(conn), execute_plugins=False)
        migrations.migrate(db)
        if fill is not None:
            with transaction(db):
                fill(db)
        conn.close()
    fresh.replace(path)
    files.sync_folder(path.parent)
    return open_file(path, key)


def open_file(path: Path, key: bytes) -> File:
    """Opens the file and brings its schema up to date. A refused file is byte for byte what it was.

    An older file is brought up to date where it stands: right for a copy that is being restored. A profile goes
    through `gpconnect.storage.renewal.prepare` first, which works on a copy and swaps.

    Args:
        path: the encrypted file.
        key: 32 bytes, from a slot (`gpconnect.storage.slots`); a wrong passphrase is noticed there.

    Raises:
        KnownError: ``file.missing``, ``file.damaged``, ``file.newer``; or what `translate_errors` names.
    """
    check_driver()
    if not path.is_file():
        raise KnownError("file.missing")
    os.umask(files.PRIVATE_MASK)
    with translate_errors():
        _look_first(path, key)
        db = File(_configured(connect(path, key, "rw")), lambda: _configured(connect(path, key, "rw")))
        try:
            migrations.migrate(db)
        except BaseException:
            with suppress(driver.Error):
                db.conn.close()
            raise
        return db


def version_of(path: Path, key: bytes) -> int:
    """The schema that a file has, read without being able to write.

    Raises:
        KnownError: ``file.missing``, ``file.damaged`` (another key, or broken), ``file.newer``; or what
            `translate_errors` names.
    """
    check_driver()
    if not path.is_file():
        raise KnownError("file.missing")
    with translate_errors():
        return _look_first(path, key)


def fits(path: Path, key: bytes) -> bool:
    """Whether this is the key of that file."""
    try:
        version_of(path, key)
    except KnownError as error:
        return error.code == "file.newer"
    return True


def fold(db: Database) -> None:
    """Makes the file one whole again, without a log beside it, and proves that nobody else has it open.

    Raises:
        KnownError: ``file.in_use``; or what `translate_errors` names.
    """
    with translate_errors():
        db.execute("PRAGMA journal_mode = DELETE").fetchall()


def reopen(db: Database, path: Path, key: bytes) -> None:
    """Opens the file anew behind a database that was closed, so that whoever holds it goes on.

    Raises:
        KnownError: as `open_file`.
    """
    assert isinstance(db, File), "a file in use was opened here"
    opened = open_file(path, key)
    db.conn = opened.conn
    db.follow(opened)


def open_beside(path: Path, key: bytes, *, writable: bool = True) -> Database:
    """A second connection for reading a whole file (checking a copy). Never migrates.

    Args:
        path: the encrypted file.
        key: 32 bytes.
        writable: False for only looking; checking the search index counts as writing to SQLite.

    Raises:
        KnownError: as `open_file`.
    """
    check_driver()
    if not path.is_file():
        raise KnownError("file.missing")
    with translate_errors():
        _look_first(path, key)
        mode = "rw" if writable else "ro"
        return File(connect(path, key, mode), lambda: connect(path, key, mode))


def close(db: Database) -> None:
    """Closes the file and with it forgets the key; what was committed stands in the main file."""
    with translate_errors():
        db.conn.close()
    if isinstance(db, File):
        db.forget()


def is_closed(db: Database) -> bool:
    """Whether nothing can be asked of the file any more."""
    return bool(getattr(db.conn, "gone", False))


def checkpoint(db: Database) -> bool:
    """Brings everything into the main file and empties the log beside it: after an erasure, and before locking.

    Call outside a transaction. While somebody reads, as when a copy is made, it cannot be done: nobody waits for it,
    it is owed, and each next transaction does it again until it is done. Closing the file does it as well.

    Returns:
        Whether it is done; otherwise what was deleted may still stand in the main file.
    """
    assert isinstance(db, File), "a file in use was opened here"
    with translate_errors():
        db.execute("PRAGMA busy_timeout = 0").fetchall()
        try:
            (busy, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            db.execute(f"PRAGMA busy_timeout = {int(driver.BUSY_SECONDS * 1000)}").fetchall()
    db.owes_checkpoint = bool(busy)
    if not busy:
        db.owes_sync = False
    return not busy


def is_on_disk(db: Database) -> bool:
    """Whether the disk has all that was committed: it is asked for now; it may refuse, also while somebody reads."""
    if not isinstance(db, File) or not db.owes_sync:
        return True
    with suppress(KnownError):
        return checkpoint(db)
    return False


@contextmanager
def transaction(db: Database, *, urgent: bool = False, lasting: bool = True) -> Iterator[None]:
    """All or nothing: what happens inside is committed together, or not at all.

    Args:
        db: the open file.
        urgent: what somebody is typing; it is also saved when the disk is so full that nothing else is.
        lasting: False for what can be had again, from the hub or from the file itself, and which nobody is told is
            safe: the disk is then not waited for. A lost power may take it back, whole and from the end, and all of
            it stands as soon as something that lasts was committed.

    Raises:
        RuntimeError: inside another transaction, which would make "all" mean something else.
        KnownError: ``file.read_only_mode``, or what `translate_errors` names; nothing was written.
    """
    if in_transaction(db):
        message = "a transaction is already open"
        raise RuntimeError(message)
    guard = guard_of(db)
    if guard is not None:
        guard.before(urgent=urgent)
    try:
        with translate_errors(), _all_or_nothing(db, lasting=lasting):
            yield
    except KnownError as error:
        if guard is not None:
            guard.failed(error)
        raise
    if guard is not None and isinstance(db, File) and db.owes_sync:
        guard.written(db)
    elif guard is not None:
        guard.committed(db)
    if isinstance(db, File) and db.owes_checkpoint:
        # What was just committed stands, whatever the disk does now; it stays owed.
        with suppress(KnownError):
            checkpoint(db)


@contextmanager
def _all_or_nothing(db: Database, *, lasting: bool) -> Iterator[None]:
    _wait_for_disk(db, wait=lasting)
    db.execute("BEGIN IMMEDIATE")
    before = db.conn.total_changes
    try:
        yield
        if getattr(db.conn, "spoiled", False):
            # Somebody went on after an error; what SQLCipher holds is not to be trusted.
            raise KnownError("file.io")  # noqa: TRY301 - it ends as every other error here
        changed = db.conn.total_changes != before
        db.conn.execute("COMMIT")
        if isinstance(db, File) and changed:
            db.owes_sync = not lasting
    except BaseException:
        if isinstance(db, File) and db.conn.spoiled:
            with suppress(KnownError):
                db.renew()
        # A full disk may already have rolled back by itself.
        elif in_transaction(db):
            db.conn.execute("ROLLBACK")
        raise


def _wait_for_disk(db: Database, *, wait: bool) -> None:
    """Whether the next commit waits until the disk has it; a new connection always does."""
    conn: Any = db.conn
    if conn.hasty == wait:
        db.execute(f"PRAGMA synchronous = {'FULL' if wait else 'NORMAL'}").fetchall()
        db.execute(f"PRAGMA wal_autocheckpoint = {PAGES_BESIDE if wait else PAGES_BESIDE_HASTY}").fetchall()
        conn.hasty = not wait


def copy_to(db: Database, key: bytes, target: Path, progress: Progress | None, pages: int) -> None:
    """Copies the open file page by page into a new file with the same key (SQLite's online backup).

    The backup API refuses a plaintext target, so the target is keyed first.

    Raises:
        KnownError: ``file.exists``; or what `translate_errors` names.
    """
    if target.exists():
        raise KnownError("file.exists")

    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with translate_errors():
        conn = connect(target, key, "rwc")
        try:
            db.conn.backup(conn, pages=pages, progress=report)
            # One file without companions: a copy on a stick must not miss its last pages.
            conn.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            conn.close()


def _look_first(path: Path, key: bytes) -> int:
    """Reads, without being able to write, whether the file is ours, whole and not newer than this program.

    A change of the file's first page that was cut off leaves a journal, with which SQLite refuses to read without
    writing. The page itself then tells enough; the journal is played back when the file is opened to write.
    """
    cut_off = path.with_name(f"{path.name}-journal").exists()
    conn = connect(path, key, "ro&immutable=1" if cut_off else "ro")
    try:
        application = conn.execute("PRAGMA application_id").fetchone()[0]
        version = conn.execute("PRAGMA user_version").fetchone()[0]
    finally:
        conn.close()
    if application != APPLICATION_ID:
        raise KnownError("file.damaged")
    if version > migrations.HEAD:
        raise KnownError("file.newer")
    return int(version)


def _configured(conn: Any) -> Any:
    try:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "recursive_triggers = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
        ):
            conn.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        with suppress(driver.Error):
            conn.close()
        raise
    conn.in_use = True
    return conn
