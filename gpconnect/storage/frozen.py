"""Letting the main file stand still while it is in use, so that its encrypted bytes can be copied as they lie."""

from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, driver, keys

_NOT_COPIED = "FROM secret_blob WHERE substr(name, 1, length(?1)) = ?1"


class Frozen:
    """The main file stands still, down to the byte, until `close`; any thread may close it."""

    def __init__(self, conn: Any) -> None:
        self._conn = conn

    def close(self) -> None:
        """Lets changes flow into the main file again."""
        self._conn.close()


def freeze(db: Database, key: bytes, path: Path) -> Frozen:
    """Keeps the main file as it is now, while reading and writing go on in the log beside it.

    Everything is brought into the main file first. A reader that then holds the empty log keeps every checkpoint
    away from the main file (sqlite.org/walformat.html, 2.3.2: WAL_READ_LOCK(0)), so that its encrypted bytes can be
    copied as they lie: several times as fast as having each page opened and sealed again.

    Call in the thread that owns `db`, outside a transaction: nobody else writes, so nothing comes between.

    Raises:
        KnownError: ``file.in_use`` when another program is reading the file; try again later.
    """
    with connection.translate_errors():
        db.execute("PRAGMA busy_timeout = 0").fetchall()
        try:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            db.execute(f"PRAGMA busy_timeout = {int(driver.BUSY_SECONDS * 1000)}").fetchall()
        conn = driver.connect(path, key, "rw", own_thread=False)
        try:
            conn.execute("BEGIN")
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if path.with_name(f"{path.name}-wal").stat().st_size:
                raise KnownError("file.in_use")  # noqa: TRY301 - whatever went wrong, the connection is closed
        except BaseException:
            conn.close()
            raise
    return Frozen(conn)


def make_single(path: Path, key: bytes) -> None:
    """Makes a copied file one that stands by itself: a copy on a stick must not miss what lies in files beside it.

    What is in the file for a moment only (`gpconnect.storage.keys.NOT_COPIED`) goes from the copy.

    Raises:
        KnownError: what `translate_errors` names.
    """
    with connection.translate_errors():
        conn = driver.connect(path, key, "rw")
        try:
            # Exclusive first: the shared memory that a log needs does not work on every stick and network share.
            conn.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            conn.execute("PRAGMA journal_mode = DELETE").fetchall()
            if conn.execute(f"SELECT 1 {_NOT_COPIED}", (keys.NOT_COPIED,)).fetchone() is not None:
                conn.execute("PRAGMA secure_delete = ON").fetchall()
                conn.execute(f"DELETE {_NOT_COPIED}", (keys.NOT_COPIED,))
        finally:
            conn.close()
