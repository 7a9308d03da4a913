import os
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, frozen, raw


def test_the_handle_stays_open_until_it_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert raw.read(path, 2, 3) == b"234"
    assert raw.size(path) == 10
    path.unlink()
    assert raw.read(path, 0, 2) == b"01", "the same handle, also when the name has gone"
    raw.let_go(path)
    raw.let_go(path)

    with pytest.raises(KnownError, match=r"file.io"):
        raw.read(path, 0, 2)
    with pytest.raises(KnownError, match=r"file.io"):
        raw.size(path)


def test_reading_the_bytes_does_not_cost_sqlite_its_locks(path: Path, key: bytes, db: Database) -> None:
    """Another process still sees the file locked after we read it: the handle was not closed."""
    raw.read(path, 0, 100)
    db.execute("BEGIN")
    db.execute("SELECT count(*) FROM meta").fetchone()
    child = os.fork() if hasattr(os, "fork") else pytest.skip("needs fork")
    if child == 0:
        os._exit(0 if _locked(path) else 1)
    _, status = os.waitpid(child, 0)
    db.execute("ROLLBACK")
    raw.let_go(path)

    assert os.waitstatus_to_exitcode(status) == 0
    assert len(key) == 32


def _locked(path: Path) -> bool:
    """Whether another process may not take the range that SQLite locks for readers (sqlite3.c: SHARED_FIRST)."""
    fcntl = pytest.importorskip("fcntl")
    with path.open("rb+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
        except OSError:
            return True
        return False


def test_the_main_file_stands_still_while_work_goes_on(path: Path, key: bytes, db: Database) -> None:
    held = frozen.freeze(db, key, path)
    before = path.read_bytes()
    with connection.transaction(db):
        db.execute("INSERT INTO meta (name, value) VALUES ('a', '1')")
    db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    assert path.read_bytes() == before
    held.close()
    connection.checkpoint(db)

    assert path.read_bytes() != before


def test_without_a_log_beside_it_nothing_is_frozen(path: Path, key: bytes, db: Database) -> None:
    other = connection.open_beside(path, key)
    with connection.transaction(db):
        db.execute("INSERT INTO meta (name, value) VALUES ('a', '1')")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM meta").fetchone()
    with connection.transaction(db):
        db.execute("INSERT INTO meta (name, value) VALUES ('b', '1')")
    with pytest.raises(KnownError, match=r"file.in_use"):
        frozen.freeze(db, key, path)
    connection.close(other)

    frozen.freeze(db, key, path).close()
