from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import connection, files, guard, guarding, meta, reserve
from gpconnect.storage.watermark import Watermark
from tests.campaigns import faults
from tests.campaigns.faults import Fault, Plan


class Disk:
    """Says how much is free, as a test wants it."""

    def __init__(self) -> None:
        self.free: int | None = reserve.ROOM

    def __call__(self, _folder: Path) -> int | None:
        return self.free


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def file(db: Database, path: Path, key: bytes, disk: Disk) -> Database:
    """The file of a profile, with its guard and its reserve."""
    reserve.make(path.parent)
    guarding.guard_with(db, guard.Guard(db, path.parent, key, disk))
    return db


def keep(db: Database, name: str, *, urgent: bool = False) -> None:
    with connection.transaction(db, urgent=urgent):
        meta.put_meta(db, name, 1)


def refusal(db: Database) -> str:
    with pytest.raises(KnownError) as told:
        keep(db, "refused")
    assert meta.get_meta(db, "refused") is None
    return told.value.code


def beside(db: Database) -> guard.Guard:
    found = guard.of(db)
    assert found is not None
    return found


def test_with_room_everything_is_written_and_the_mark_follows(file: Database, path: Path, key: bytes) -> None:
    keep(file, "one")

    assert Watermark(path.parent, key).read() is not None
    assert not beside(file).read_only


def test_on_a_disk_that_is_nearly_full_only_what_is_typed_is_kept(file: Database, disk: Disk, path: Path) -> None:
    disk.free = reserve.LOW - 1

    assert refusal(file) == "file.read_only_mode"
    assert not reserve.held(path.parent)
    keep(file, "typed", urgent=True)
    assert meta.get_meta(file, "typed") == 1


@pytest.mark.skipif(not faults.AVAILABLE, reason=faults.WHY_NOT)
def test_a_disk_that_turns_out_full_is_only_read_from_then_on(path: Path, key: bytes, disk: Disk) -> None:
    with faults.layer() as layer:
        made = connection.create_file(path, key)
        reserve.make(path.parent)
        guarding.guard_with(made, guard.Guard(made, path.parent, key, disk))
        with layer.failing(Plan(1, Fault.FULL)):
            assert refusal(made) == "file.disk_full"

        assert refusal(made) == "file.read_only_mode"
        assert not reserve.held(path.parent)
        connection.close(made)


def test_an_error_of_a_full_disk_counts_as_full(file: Database, disk: Disk) -> None:
    beside(file).failed(KnownError("file.io"))
    assert not beside(file).read_only
    disk.free = 0
    beside(file).failed(KnownError("file.io"))
    assert beside(file).read_only


def test_writing_begins_again_when_there_is_room_enough(file: Database, disk: Disk, path: Path) -> None:
    disk.free = 0
    refusal(file)

    disk.free = reserve.ROOM - 1
    assert not beside(file).try_again()
    assert refusal(file) == "file.read_only_mode"
    disk.free = reserve.ROOM
    assert beside(file).try_again()
    keep(file, "again")
    assert reserve.held(path.parent)


def test_a_disk_that_says_nothing_of_its_room_is_written_to(file: Database, disk: Disk) -> None:
    disk.free = None
    keep(file, "one")

    assert beside(file).try_again()


@pytest.mark.skipif(not faults.AVAILABLE, reason=faults.WHY_NOT)
def test_a_disk_too_full_to_open_the_file_gets_the_room_of_the_reserve(path: Path, key: bytes) -> None:
    with faults.layer() as layer:
        connection.close(connection.create_file(path, key))
        reserve.make(path.parent)
        with layer.failing(Plan(1, Fault.FULL)):
            opened = guard.open_file(path.parent, key)

        assert layer.struck
        assert not reserve.held(path.parent)
        guard.close(opened)
        with layer.failing(Plan(1, Fault.FULL)), pytest.raises(KnownError) as told:
            guard.open_file(path.parent, key)
    assert told.value.code in {"file.disk_full", "file.io", "file.unreachable"}


def test_the_end_that_is_missing_stays_known_until_it_was_noticed(path: Path, key: bytes, db: Database) -> None:
    db.execute("INSERT INTO meta VALUES ('operations.top', '7')")
    Watermark(path.parent, key).keep(db)
    db.execute("DELETE FROM meta")

    found = guard.Guard(db, path.parent, key)
    assert found.missing is not None
    assert found.missing.operations == 7
    found.committed(db)
    found.written(db)
    found.settle(db)
    assert guard.Guard(db, path.parent, key).missing is not None
    found.noticed(db)
    assert guard.Guard(db, path.parent, key).missing is None


def test_closing_leaves_the_mark_on_the_disk(path: Path, key: bytes) -> None:
    connection.close(connection.create_file(path, key))
    opened = guard.open_file(path.parent, key)
    keep(opened, "one")
    files.watermark_path(path.parent).unlink()
    guard.close(opened)

    assert Watermark(path.parent, key).read() is not None


def test_a_file_without_a_guard_closes_as_well(path: Path, key: bytes) -> None:
    made = connection.create_file(path, key)
    assert guard.of(made) is None
    guard.close(made)


def test_another_key_gives_no_guard_to_a_file_that_had_none(db: Database, path: Path, key: bytes) -> None:
    guard.renew(db, path.parent, key)

    assert guard.of(db) is None


def test_a_file_whose_settings_cannot_be_read_is_not_opened_without_a_guard(
    file: Database, path: Path, key: bytes
) -> None:
    keep(file, "one")
    root = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_meta_1'").fetchone()[0]
    connection.checkpoint(file)
    guard.close(file)
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 + 1000] ^= 1
    path.write_bytes(data)

    with pytest.raises(KnownError, match=r"file\.unreadable"):
        guard.open_file(path.parent, key)


def quick(db: Database, name: str) -> None:
    """What can be had again is committed without waiting for the disk."""
    with connection.transaction(db, lasting=False):
        meta.put_meta(db, name, 1)


def waits(db: Database) -> bool:
    """Whether a commit waits for the disk now; SQLite calls that level 2."""
    found: bool = db.execute("PRAGMA synchronous").fetchone()[0] == 2
    return found


def test_only_what_can_be_had_again_does_not_wait_for_the_disk(file: Database) -> None:
    assert waits(file)
    with connection.transaction(file, lasting=False):
        assert not waits(file)
    with connection.transaction(file):
        assert waits(file)


def test_the_mark_is_never_ahead_of_the_disk(file: Database, path: Path) -> None:
    mark = files.watermark_path(path.parent)
    keep(file, "one")
    before = mark.read_bytes()

    quick(file, "two")
    with connection.transaction(file):
        pass  # nothing to save: the disk was not asked for anything
    assert mark.read_bytes() == before

    keep(file, "three")
    assert mark.read_bytes() != before


def test_closing_asks_the_disk_first_and_leaves_the_mark_when_it_cannot(file: Database, path: Path, key: bytes) -> None:
    mark = files.watermark_path(path.parent)
    keep(file, "one")
    quick(file, "two")
    before = mark.read_bytes()
    reader = connection.open_beside(path, key)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM meta").fetchone()
    quick(file, "three")

    beside(file).settle(file)
    assert mark.read_bytes() == before, "somebody reads, so the disk cannot be asked now"

    connection.close(reader)
    beside(file).settle(file)
    assert mark.read_bytes() != before
    assert connection.is_on_disk(file)


@pytest.mark.skipif(not faults.AVAILABLE, reason=faults.WHY_NOT)
def test_a_disk_that_refuses_at_closing_is_no_trouble_and_leaves_the_mark(path: Path, key: bytes) -> None:
    connection.close(connection.create_file(path, key))
    with faults.layer() as layer:
        opened = guard.open_file(path.parent, key)
        keep(opened, "one")
        quick(opened, "two")
        before = files.watermark_path(path.parent).read_bytes()
        with layer.failing(Plan(1, Fault.IO)):
            beside(opened).settle(opened)
        assert layer.struck
        assert files.watermark_path(path.parent).read_bytes() == before
        guard.close(opened)


def test_the_log_beside_the_file_grows_further_while_the_disk_is_not_waited_for(db: Database) -> None:
    def pages() -> int:
        return int(db.execute("PRAGMA wal_autocheckpoint").fetchone()[0])

    with connection.transaction(db, lasting=False):
        assert pages() == connection.PAGES_BESIDE_HASTY
    with connection.transaction(db):
        assert pages() == connection.PAGES_BESIDE
