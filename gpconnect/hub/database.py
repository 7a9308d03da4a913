"""The database of a hub: an encrypted SQLite file for trying out, PostgreSQL for work. One code path above this module.

The SQLite file is encrypted with a random key that stands beside it in ``hub.key``, readable by the owner of the
process only. That protects a copy of the file *without* the key: a backup medium, a disk that is thrown away, a
file sent by mistake. It does not protect against somebody who can read both; what the parcels hold is
sealed by the devices anyway.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlcipher3 import dbapi2 as driver

from gpconnect.domain.errors import KnownError

FILE = "hub.db"
KEY_FILE = "hub.key"
KEY_BYTES = 32
BUSY_SECONDS = 30.0
OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a database in WAL mode (sqlite.org/wal.html, the WAL-reset bug)."""
_WRITING = "gpconnect_writing"


def open_database(url: str | None, data_dir: Path) -> sa.Engine:
    """Opens the hub's database; makes the encrypted file when there is none. No tables are made here.

    Args:
        url: ``postgresql://…``, or None for the encrypted file in `data_dir`.
        data_dir: folder of the encrypted file and its key; not used with PostgreSQL.

    Raises:
        KnownError: ``hub.database.address`` for another kind of address, ``hub.database.unreachable`` when PostgreSQL
            does not answer, ``hub.database.key`` when file and key do not belong together, ``hub.database.driver``.
    """
    engine = _encrypted_file(data_dir) if url is None else _postgresql(url)
    try:
        with engine.connect():
            return engine
    except DBAPIError as error:
        engine.dispose()
        raise KnownError("hub.database.key" if url is None else "hub.database.unreachable") from error


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that sees one moment of the database."""
    # READ COMMITTED would show PostgreSQL's reader another moment with each statement.
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that writes: all of it or nothing."""
    with engine.connect().execution_options(**{_WRITING: True}) as connection, connection.begin():
        yield connection


def _postgresql(url: str) -> sa.Engine:
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise KnownError("hub.database.address")
    try:
        address = sa.make_url(f"postgresql+psycopg://{rest}")
    except (ArgumentError, ValueError) as error:
        raise KnownError("hub.database.address") from error
    return sa.create_engine(address, pool_pre_ping=True, hide_parameters=True)


def _encrypted_file(data_dir: Path) -> sa.Engine:
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise KnownError("hub.database.driver", version=driver.sqlite_version)
    os.umask(0o077)  # SQLite makes its files with mode 644 otherwise
    data_dir.mkdir(parents=True, exist_ok=True)
    path, key = data_dir / FILE, _key(data_dir)

    def connect() -> Any:
        connection = driver.connect(
            str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        # PRAGMA key takes no parameters: only the hex of our own random bytes is ever put in.
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = sa.create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=sa.QueuePool, max_overflow=35, hide_parameters=True
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    """Takes the write lock at once: a reader that becomes a writer half-way would fail when somebody else wrote."""
    wants_to_write = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if wants_to_write else "BEGIN")


def _key(data_dir: Path) -> bytes:
    path = data_dir / KEY_FILE
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise KnownError("hub.database.key")
    return key
