"""One real encrypted file per test, in a folder of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.storage import connection, files


@pytest.fixture
def key() -> bytes:
    return os.urandom(connection.KEY_BYTES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return files.database_path(tmp_path / "profile")


@pytest.fixture
def db(path: Path, key: bytes) -> Iterator[Database]:
    opened = connection.create_file(path, key)
    yield opened
    connection.close(opened)
