"""The one connection to the encrypted file, and the only module that knows the database driver.

Facts this rests on: a raw key opens in 0.1 ms; `PRAGMA key` cannot be bound, so only the hex of random bytes is ever
put into it; SQLite 3.7.0 to 3.51.2 can corrupt a WAL database, so older ones are refused.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from sqlcipher3 import dbapi2 as driver
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import files, migrations

KEY_BYTES = 32
APPLICATION_ID = 0x47504331  # "GPC1"
OLDEST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 5.0

Progress = Callable[[int, int], None]
"""Told how much is done, of how much."""
Fill = Callable[[Database], None]
"""Writes what a new file holds from its first moment on."""

# Primary result codes of SQLite (sqlite.org/rescode.html), in the words of the person at the desk.
_CODES = {
    3: "file.read_only",  # PERM
    5: "file.in_use",  # BUSY
    6: "file.in_use",  # LOCKED
    8: "file.read_only",  # READONLY
    10: "file.io",  # IOERR
    11: "file.damaged",  # CORRUPT
    13: "file.disk_full",  # FULL
    14: "file.unreachable",  # CANTOPEN
    26: "file.damaged",  # NOTADB
}
_WORDS = {
    "file is not a database": "file.damaged",
    "unable to open database file": "file.unreachable",
    "database is locked": "file.in_use",
}


def check_driver(version: tuple[int, ...] = driver.sqlite_version_info) -> None:
    """Refuses a SQLite that can corrupt the file.

    Raises:
        KnownError: ``driver.too_old`` with `version`.
    """
    if version < OLDEST_SQLITE:
        raise KnownError("driver.too_old", version=".".join(map(str, version)))


def driver_version() -> str:
    """The SQLite that the driver brought; see `check_driver` for what is too old."""
    return str(driver.sqlite_version)


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turns what the driver says into what a person can act on; the rest is a bug and stays one.

    Raises:
        KnownError: ``file.damaged``, ``file.disk_full``, ``file.in_use``, ``file.read_only``, ``file.io`` or
            ``file.unreachable``.
    """
    try:
        yield
    except driver.Error as error:
        number = getattr(error, "sqlite_errorcode", 0) & 0xFF
        code = _CODES.get(number) or _WORDS.get(str(error))
        if code is None:
            raise
        raise KnownError(code) from error


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
        conn = _connect(fresh, key, "rwc")
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db = _prepare(conn)
        if fill is not None:
            with transaction(db):
                fill(db)
        db.conn.close()
    fresh.replace(path)
    files.sync_folder(path.parent)
    return open_file(path, key)


def open_file(path: Path, key: bytes) -> Database:
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
        conn = _connect(path, key, "rw")
        return _prepare(conn)


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
    db.conn = open_file(path, key).conn


def open_beside(path: Path, key: bytes) -> Database:
    """A second connection for reading a whole file (checking a copy). Never migrates.

    Raises:
        KnownError: as `open_file`.
    """
    check_driver()
    if not path.is_file():
        raise KnownError("file.missing")
    with translate_errors():
        _look_first(path, key)
        return Database(_connect(path, key, "rw"), execute_plugins=False, recursive_triggers=False)


def close(db: Database) -> None:
    """Closes the file and with it forgets the key; what was committed stands in the main file."""
    with translate_errors():
        db.conn.close()


def checkpoint(db: Database) -> None:
    """Brings everything into the main file and empties the log beside it: after an erasure, and before locking.

    Call outside a transaction.
    """
    with translate_errors():
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def in_transaction(db: Database) -> bool:
    """Whether a transaction is open."""
    return db.conn.in_transaction


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing: what happens inside is committed together, or not at all.

    Raises:
        RuntimeError: inside another transaction, which would make "all" mean something else.
        KnownError: what `translate_errors` names; nothing was written.
    """
    if in_transaction(db):
        message = "a transaction is already open"
        raise RuntimeError(message)
    with translate_errors():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            # A full disk may already have rolled back by itself.
            if in_transaction(db):
                db.conn.execute("ROLLBACK")
            raise


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
        conn = _connect(target, key, "rwc")
        try:
            db.conn.backup(conn, pages=pages, progress=report)
            # One file without companions: a copy on a stick must not miss its last pages.
            conn.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            conn.close()


class FolderLock:
    """The profile folder is ours until `release`, or until this process ends, however it ends."""

    def __init__(self, conn: Any) -> None:
        self._conn = conn

    def release(self) -> None:
        """Lets another program open the profile."""
        self._conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.release()


def claim_folder(folder: Path) -> FolderLock:
    """Keeps a second program out of the profile.

    The lock is that of an empty database: the operating system holds it and drops it when the process dies, so
    nothing is ever left locked, and it works the same on every system.

    Raises:
        KnownError: ``file.in_use`` when another program has the profile open.
    """
    files.private_folder(folder)
    with translate_errors():
        conn = driver.connect(str(folder / files.LOCK), isolation_level=None, timeout=0, check_same_thread=False)
        try:
            conn.execute("PRAGMA journal_mode = MEMORY")
            conn.execute("BEGIN EXCLUSIVE")
        except driver.Error:
            conn.close()
            raise
    return FolderLock(conn)


def _connect(path: Path, key: bytes, mode: str) -> Any:
    """A connection with its key set; it opens transactions only when told to."""
    if len(key) != KEY_BYTES:
        message = f"a file key has {KEY_BYTES} bytes"
        raise ValueError(message)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    conn = driver.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    # SQLCipher would write its own diagnosis on stderr; ours is the KnownError.
    conn.execute("PRAGMA cipher_log_level = NONE")
    conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return conn


def _look_first(path: Path, key: bytes) -> int:
    """Reads, without being able to write, whether the file is ours, whole and not newer than this program.

    A change of the file's first page that was cut off leaves a journal, with which SQLite refuses to read without
    writing. The page itself then tells enough; the journal is played back when the file is opened to write.
    """
    cut_off = path.with_name(f"{path.name}-journal").exists()
    conn = _connect(path, key, "ro&immutable=1" if cut_off else "ro")
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


def _prepare(conn: Any) -> Database:
    """Settings of the connection, then the newest schema."""
    try:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
        ):
            conn.execute(f"PRAGMA {pragma}").fetchall()
        db = Database(conn, execute_plugins=False)
        migrations.migrate(db)
    except BaseException:
        with suppress(driver.Error):
            conn.close()
        raise
    return db
