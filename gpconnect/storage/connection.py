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
from gpconnect.storage.driver_words import known_error
from gpconnect.storage.guarding import guard_of

KEY_BYTES = 32
APPLICATION_ID = 0x47504331  # "GPC1"
OLDEST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 5.0

Progress = Callable[[int, int], None]
"""Told how much is done, of how much."""
Fill = Callable[[Database], None]
"""Writes what a new file holds from its first moment on."""


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
        if (known := known_error(error)) is None:
            raise
        raise known from error


_SPOILING = frozenset({"file.io", "file.damaged", "file.disk_full"})
"""After these SQLCipher's memory is not to be trusted: it was seen to go on finding damage, and to write some."""


class File(Database):
    """A file in use. After an error of the disk it goes on with a new connection, so that nothing spoiled is used."""

    conn: Any

    def __init__(self, conn: Any, connect: Callable[[], Any] | None = None) -> None:
        self._connect = connect
        super().__init__(conn, execute_plugins=False, recursive_triggers=False)

    def execute(self, sql: str, parameters: Any = None) -> Any:
        """As `Database.execute`."""
        if self.conn.spoiled and not in_transaction(self):
            try:
                self.renew()
            except KnownError:
                # Reading goes on with what there is, as long as there is something; nothing is written with it.
                if self.conn.gone or sql.startswith("BEGIN"):
                    raise
        return super().execute(sql, parameters)

    def renew(self) -> None:
        """Another connection in the place of this one; what was not committed is gone, as after a rollback.

        Raises:
            KnownError: the disk does not give one now; it is tried again before the next statement.
        """
        if self._connect is None:
            return
        if not self.conn.gone:
            with suppress(driver.Error, KnownError):
                self.conn.rollback()
            # A commit that failed may stand in the log, whole but for a promise of the disk. This connection knows
            # that it does not count; a next one would not. So the log goes first.
            with translate_errors():
                self.conn.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            with suppress(driver.Error):
                self.conn.close()
            self.conn.gone = True
        with translate_errors():
            self.conn = self._connect()

    def forget(self) -> None:
        """No new connection any more: the key goes."""
        self._connect = None

    def follow(self, other: "File") -> None:
        """New connections as the other makes them: after the file got another key."""
        self._connect = other._connect  # noqa: SLF001 - of the same class


def _telling(name: str) -> Callable[..., Any]:
    """A method of the driver's cursor whose errors are `KnownError`s: a disk can fail at any row that is read."""
    method = getattr(driver.Cursor, name)

    def call(cursor: Any, *arguments: Any) -> Any:
        try:
            return method(cursor, *arguments)
        except driver.Error as error:
            if (known := known_error(error)) is None:
                raise
            if known.code in _SPOILING:
                cursor.connection.spoiled = True
            # An open file of which a page is damaged, or of which the disk would not give it: nobody can say which.
            in_use = known.code == "file.damaged" and cursor.connection.in_use
            raise (KnownError("file.unreadable") if in_use else known) from error

    return call


class _Cursor(driver.Cursor):  # type: ignore[misc]  # the driver publishes no types
    execute = _telling("execute")
    executemany = _telling("executemany")
    fetchone = _telling("fetchone")
    fetchmany = _telling("fetchmany")
    fetchall = _telling("fetchall")
    __next__ = _telling("__next__")


class _Connection(driver.Connection):  # type: ignore[misc]  # the driver publishes no types
    spoiled = gone = in_use = False

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


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
        db = Database(_configured(conn), execute_plugins=False)
        migrations.migrate(db)
        if fill is not None:
            with transaction(db):
                fill(db)
        conn.close()
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
        db = File(_configured(_connect(path, key, "rw")), lambda: _configured(_connect(path, key, "rw")))
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
    opened = open_file(path, key)
    db.conn = opened.conn
    if isinstance(db, File) and isinstance(opened, File):
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
        return File(_connect(path, key, mode), lambda: _connect(path, key, mode))


def close(db: Database) -> None:
    """Closes the file and with it forgets the key; what was committed stands in the main file."""
    if isinstance(db, File):
        db.forget()
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
    return not getattr(db.conn, "gone", False) and db.conn.in_transaction


@contextmanager
def transaction(db: Database, *, urgent: bool = False) -> Iterator[None]:
    """All or nothing: what happens inside is committed together, or not at all.

    Args:
        db: the open file.
        urgent: what somebody is typing; it is also saved when the disk is so full that nothing else is.

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
        with translate_errors(), _all_or_nothing(db):
            yield
    except KnownError as error:
        if guard is not None:
            guard.failed(error)
        raise
    if guard is not None:
        guard.committed(db)


@contextmanager
def _all_or_nothing(db: Database) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        if getattr(db.conn, "spoiled", False):
            # Somebody went on after an error; what SQLCipher holds is not to be trusted.
            raise KnownError("file.io")  # noqa: TRY301 - it ends as every other error here
        db.conn.execute("COMMIT")
    except BaseException:
        if isinstance(db, File) and db.conn.spoiled:
            with suppress(KnownError):
                db.renew()
        # A full disk may already have rolled back by itself.
        elif in_transaction(db):
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


def _connect(path: Path, key: bytes, mode: str, *, own_thread: bool = True) -> Any:
    """A connection with its key set; it opens transactions only when told to."""
    if len(key) != KEY_BYTES:
        message = f"a file key has {KEY_BYTES} bytes"
        raise ValueError(message)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    conn = driver.connect(
        address,
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        factory=_Connection,
        check_same_thread=own_thread,
    )
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
