from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from gpconnect.storage import kept
from gpconnect.storage.connection import transaction
from gpconnect.storage.kept import FileCheck, KeptCopy

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
COPY = KeptCopy("/stick", "gpconnect-20261124-1000.kopie", NOW, 131_000_000, automatic=True)


def test_copies_are_known_until_they_are_gone(db: Database) -> None:
    older = KeptCopy("/stick", "oud.kopie", NOW.replace(month=10), 1, automatic=False, good=False)
    with transaction(db):
        kept.put(db, older)
        kept.put(db, COPY)
        kept.put(db, COPY)
    assert kept.copies(db) == [COPY, older]
    assert COPY.path == Path("/stick/gpconnect-20261124-1000.kopie")
    with transaction(db):
        kept.forget(db, COPY)

    assert kept.copies(db) == [older]


def test_the_last_check_of_the_file_itself_is_told_apart_from_what_a_copy_showed(db: Database) -> None:
    assert kept.last_check(db) is None
    whole = FileCheck(NOW, automatic=True, ok=True)
    copied = FileCheck(NOW, automatic=True, ok=False, found=("search 2",), whole=False)
    with transaction(db):
        kept.put_check(db, whole)
        kept.put_check(db, copied)

    assert kept.last_check(db) == copied
    assert kept.last_check(db, whole=True) == whole
