"""The database driver of the file, named here and nowhere else: connections, and what they say when they fail.

Facts this rests on: a raw key opens in 0.1 ms, and is taken as hex only; a statement with that hex in it (`PRAGMA key`)
would stay in the driver's memory of statements as long as the connection, so it is handed over apart and overwritten;
SQLite 3.7.0 to 3.51.2 can corrupt a WAL database, so older ones are refused.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage.driver_words import known_error

KEY_BYTES = 32
_HEX = b"0123456789abcdef"
OLDEST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 5.0
Error: type[Exception] = driver.Error
UNFIT: tuple[type[Exception], ...] = (
    driver.IntegrityError,
    driver.DataError,
    driver.InterfaceError,
    driver.ProgrammingError,
)
"""What it says of a value that fits no column; the file and the disk are as they were."""


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


_MADE_UP = "file is not a database"
_SPOILING = frozenset({"file.io", "file.damaged", "file.disk_full"})
"""After these SQLCipher's memory is not to be trusted: it was seen to go on finding damage, and to write some."""


class File(Database):
    """A file in use. After an error of the disk it goes on with a new connection, so that nothing spoiled is used."""

    conn: Any

    def __init__(self, conn: Any, connect: Callable[[], Any] | None = None) -> None:
        self._connect = connect
        self.owes_checkpoint = self.owes_sync = False
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
                driver.Cursor(self.conn).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            with suppress(driver.Error):
                self.conn.close()
            self.conn.gone = True
        with translate_errors():
            self.conn = self._connect()

    def forget(self) -> None:
        """It is closed, and no new connection follows: the key goes."""
        self._connect = None
        self.conn.gone = True

    def follow(self, other: "File") -> None:
        """New connections as the other makes them: after the file got another key."""
        self._connect = other._connect  # noqa: SLF001 - of the same class


def _telling(name: str) -> Callable[..., Any]:
    """A method of the driver's cursor whose errors are `KnownError`s: a disk can fail at any row that is read."""
    method = getattr(driver.Cursor, name)
    fetches = not name.startswith("execute")

    def call(cursor: Any, *arguments: Any) -> Any:
        try:
            found = method(cursor, *arguments)
            # What was only asked for is looked at when it is fetched; what was written, before it can be committed.
            if fetches or (cursor.description is None and cursor.connection.in_transaction):
                _require_trusted(cursor.connection)
        except driver.Error as error:
            if (known := known_error(error)) is None:
                raise
            if known.code in _SPOILING:
                cursor.connection.spoiled = True
            # An open file of which a page is damaged, or of which the disk would not give it: nobody can say which.
            in_use = known.code == "file.damaged" and cursor.connection.in_use
            raise (KnownError("file.unreadable") if in_use else known) from error
        return found

    return call


def _require_trusted(conn: Any) -> None:
    """Refuses what SQLCipher made up: of a long value whose last page is damaged it gives zeros for that page.

    SQLite takes them for the end of the text, and hears of it only at some later page. Asked, SQLCipher tells at once
    (a microsecond). Unasked, a changed row would be written back with those zeros, under a good seal.
    """
    (trusted,) = driver.Cursor.execute(driver.Cursor(conn), "PRAGMA cipher_status").fetchone() or ("1",)
    if trusted == "0":
        raise driver.DatabaseError(_MADE_UP)


class _Cursor(driver.Cursor):  # type: ignore[misc]  # the driver publishes no types
    execute = _telling("execute")
    executemany = _telling("executemany")
    fetchone = _telling("fetchone")
    fetchmany = _telling("fetchmany")
    fetchall = _telling("fetchall")
    __next__ = _telling("__next__")


class Connection(driver.Connection):  # type: ignore[misc]  # the driver publishes no types
    """One connection, and what is known of its health.

    Attributes:
        spoiled: the disk failed under it.
        gone: it is closed, and another could not be made yet.
        in_use: it is a profile's own, not one for checking.
        hasty: a commit does not wait for the disk now.
    """

    spoiled = gone = in_use = hasty = False

    def cursor(self, factory: Any = _Cursor) -> Any:
        """A cursor whose errors are told in words."""
        return super().cursor(factory)


def in_transaction(db: Database) -> bool:
    """Whether a transaction is open."""
    return not getattr(db.conn, "gone", False) and db.conn.in_transaction


def connect(path: Path, key: bytes, mode: str, *, own_thread: bool = True) -> Any:
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
        factory=Connection,
        check_same_thread=own_thread,
    )
    # SQLCipher would write its own diagnosis on stderr; ours is the KnownError.
    conn.execute("PRAGMA cipher_log_level = NONE")
    text = _raw(key)
    conn.set_key(text)  # SQLCipher keeps a copy of its own, which it wipes when the connection closes
    text[:] = bytes(len(text))
    return conn


def _raw(key: bytes) -> bytearray:
    """A raw key as SQLCipher reads it (``x'…'``), in memory that can be overwritten; `bytes.hex` makes text."""
    text = bytearray(b"x'" + bytes(2 * len(key)) + b"'")
    for place, one in enumerate(key):
        text[2 + 2 * place], text[3 + 2 * place] = _HEX[one >> 4], _HEX[one & 15]
    return text


def connect_bare(path: Path) -> Any:
    """A connection without a key or patience, for a file that holds nothing; any thread may close it."""
    return driver.connect(str(path), isolation_level=None, timeout=0, check_same_thread=False)
