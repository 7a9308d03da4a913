import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.operations import Operation
from gpconnect.storage import access_log, connection, erasure, operations, watermark
from gpconnect.storage.access_log import AccessEvent, ActionCode, EventType
from gpconnect.storage.watermark import Missing, Watermark

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
STAMP = "2026-11-24T14:05:00.000000+00:00"


def work(db: Database, number: int, dossier: str | None = None) -> None:
    """One operation with its line in the access log, committed."""
    op = Operation(
        f"{number:032x}", "team/t", dossier, "note.signed", f"n{number}", 1, NOW, "staff", "device", "act", (), {}
    )
    event = AccessEvent(
        f"{number:032x}", ActionCode.CREATE, EventType.CREATE, NOW, "p1", "staff", "youth_worker", "device"
    )
    with connection.transaction(db):
        operations.append(db, op, seq=None)
        access_log.record(db, event)


def drop_last(db: Database, number: int) -> None:
    """Takes the end of the file away, as a log that lost its tail does."""
    with connection.transaction(db):
        db.execute("DROP TRIGGER access_log_kept")
        db.execute("DELETE FROM operation WHERE row > ?", (number,))
        db.execute("DELETE FROM access_log WHERE row > ?", (number,))


@pytest.fixture
def mark(path: Path, key: bytes, db: Database) -> Watermark:
    for number in (1, 2, 3):
        work(db, number)
    made = Watermark(path.parent, key)
    made.keep(db)
    return made


def found(db: Database, path: Path, key: bytes) -> Missing | None:
    """What somebody who opens the file now finds missing."""
    kept = Watermark(path.parent, key).read()
    assert kept is not None
    return watermark.missing(db, kept)


def test_a_file_that_is_whole_misses_nothing(mark: Watermark, db: Database, path: Path, key: bytes) -> None:
    assert found(db, path, key) is None
    work(db, 4)
    assert found(db, path, key) is None
    assert stat.S_IMODE(mark.path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("mark")
def test_the_end_that_was_lost_is_counted(db: Database, path: Path, key: bytes) -> None:
    drop_last(db, 1)

    assert found(db, path, key) == Missing(operations=2, lines=2, until=STAMP, other=False, last_line=1)


@pytest.mark.usefixtures("mark")
def test_an_old_copy_in_which_somebody_worked_on_went_another_way(db: Database, path: Path, key: bytes) -> None:
    drop_last(db, 1)
    for number in (12, 13, 14):
        work(db, number)

    assert found(db, path, key) == Missing(operations=0, lines=0, until="", other=True, last_line=4)


def test_an_erased_dossier_is_not_missing_and_its_numbers_are_not_used_again(
    mark: Watermark, db: Database, path: Path, key: bytes
) -> None:
    work(db, 4, "p4")
    mark.keep(db)
    with connection.transaction(db):
        erasure.destroy(db, erasure.Tombstone("p4", "7.3.9", "patient", NOW))

    assert found(db, path, key) is None
    work(db, 5)
    assert operations.top(db) == 5
    assert found(db, path, key) is None


def test_a_torn_write_leaves_the_mark_before_it(mark: Watermark, db: Database, path: Path, key: bytes) -> None:
    work(db, 4)
    mark.keep(db, settle=True)
    written = bytearray(mark.path.read_bytes())
    newest = (2 % 2) * watermark.PLACE_BYTES  # the second writing stands in the first place
    written[newest + 40] ^= 1
    mark.path.write_bytes(written)

    kept = Watermark(path.parent, key).read()
    assert kept is not None
    assert (kept.turn, kept.operations) == (1, 3)


@pytest.mark.usefixtures("mark")
def test_turns_go_on_after_opening_again(db: Database, path: Path, key: bytes) -> None:
    Watermark(path.parent, key).keep(db)

    kept = Watermark(path.parent, key).read()
    assert kept is not None
    assert kept.turn == 2


def test_without_a_mark_or_under_another_key_nothing_is_known(mark: Watermark, path: Path, key: bytes) -> None:
    assert Watermark(path.parent, bytes(32)).read() is None
    mark.path.unlink()
    assert Watermark(path.parent, key).read() is None


def test_an_empty_file_has_an_empty_mark(db: Database, path: Path, key: bytes) -> None:
    Watermark(path.parent, key).keep(db)

    assert found(db, path, key) is None


def test_a_mark_that_cannot_be_written_harms_nobody(db: Database, path: Path, key: bytes) -> None:
    mark = Watermark(path.parent, key)
    mark.path.mkdir()
    mark.keep(db)

    assert mark.read() is None


def test_nothing_of_the_mark_can_be_read_without_the_key(mark: Watermark) -> None:
    assert f"{3:032x}".encode() not in mark.path.read_bytes()
