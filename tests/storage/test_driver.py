"""The driver of the file: connections that fail, and what comes in their place."""

from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection


def test_a_disk_that_is_gone_for_a_while_is_read_again_when_it_is_back(path: Path, key: bytes) -> None:
    connection.close(connection.create_file(path, key))
    db = connection.open_file(path, key)
    db.conn.spoiled = True
    away = path.rename(path.with_name("elsewhere"))
    for _ in range(2):
        with pytest.raises(KnownError, match=r"file\.unreachable"):
            db.execute("SELECT 1")

    away.rename(path)
    assert db.execute("SELECT 1").fetchall() == [(1,)]
    connection.close(db)


def test_a_file_that_was_closed_stays_closed(path: Path, key: bytes) -> None:
    connection.close(connection.create_file(path, key))
    db = connection.open_file(path, key)
    connection.close(db)
    db.renew()

    assert connection.is_closed(db)
