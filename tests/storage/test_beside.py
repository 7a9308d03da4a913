"""The list beside the file: what was erased, for a copy that takes the place of a file that broke."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import beside, connection, erasure, files, guard
from gpconnect.storage.beside import Beside, Found, Told

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


def destroy(db: Database, patient: str = "p1") -> None:
    with connection.transaction(db):
        erasure.destroy(db, erasure.Tombstone(patient, "Jeugdwet 7.3.9", "patient", NOW))
        erasure.refuse_keys(db, [erasure.RefusedKey("team/t", b"key", 3, whole=True)])


def test_the_list_follows_the_file_and_is_read_with_its_key_only(db: Database, path: Path, key: bytes) -> None:
    list_of = Beside(path.parent, key)
    assert beside.read(path.parent, key) is None
    destroy(db)
    list_of.keep(db)
    written = files.erased_path(path.parent).read_bytes()
    list_of.keep(db)

    assert files.erased_path(path.parent).read_bytes() == written
    assert beside.read(path.parent, key) == beside.of_file(db)
    assert beside.read(path.parent, bytes(32)) is None
    files.erased_path(path.parent).write_bytes(written[:-1] + b"x")
    assert beside.read(path.parent, key) is None


def test_the_guard_keeps_the_list_after_every_commit(db: Database, path: Path, key: bytes) -> None:
    connection.close(db)
    opened = guard.open_file(path.parent, key)
    assert beside.read(path.parent, key) == Told()
    destroy(opened)

    told = beside.read(path.parent, key)
    assert told is not None
    assert [one.patient_id for one in told.carried.tombstones] == ["p1"]
    assert [one.id for one in told.carried.refused] == [b"key"]
    guard.close(opened)


def test_a_disk_that_refuses_the_list_is_tried_again(
    db: Database, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _data: bytes) -> None:
        raise KnownError("file.write_failed")

    list_of = Beside(path.parent, key)
    with monkeypatch.context() as full:
        full.setattr(files, "write_atomically", refuse)
        list_of.keep(db)
    assert beside.read(path.parent, key) is None
    list_of.keep(db)
    assert beside.read(path.parent, key) == Told()


def test_the_file_tells_first_and_then_the_list(db: Database, path: Path, key: bytes) -> None:
    Beside(path.parent, key).keep(db)
    destroy(db)
    connection.checkpoint(db)
    found = beside.told(path.parent, (b"", bytes(32), key))
    assert found is not None
    assert found.carried.tombstones
    connection.close(db)
    whole = path.read_bytes()
    path.write_bytes(whole[:65536] + bytes(len(whole) - 65536))
    assert beside.told(path.parent, (key,)) == Told()
    files.clear(path)
    assert beside.told(path.parent, (key,)) == Told()
    files.erased_path(path.parent).unlink()
    assert beside.told(path.parent, (key,)) is None


def test_a_file_of_another_version_leaves_it_to_the_list(db: Database, path: Path, key: bytes) -> None:
    db.execute("PRAGMA user_version = 1")
    assert beside.told(path.parent, (key,), writable=False) is None


def test_a_list_that_knows_of_more_erasures_is_not_overwritten_by_an_older_file(
    db: Database, path: Path, key: bytes
) -> None:
    connection.checkpoint(db)
    old = path.read_bytes()
    destroy(db)
    Beside(path.parent, key).keep(db)
    listed = beside.read(path.parent, key)
    assert listed is not None
    assert beside.not_in_file(db, path.parent, key) is None
    connection.close(db)
    path.write_bytes(old)

    opened = guard.open_file(path.parent, key)
    with connection.transaction(opened):
        erasure.destroy(opened, erasure.Tombstone("p2", "Jeugdwet 7.3.9", "patient", NOW))
    assert beside.read(path.parent, key) == listed
    assert beside.not_in_file(opened, path.parent, key) == listed
    with connection.transaction(opened):
        erasure.carry(opened, listed.carried)
    assert beside.not_in_file(opened, path.parent, key) is None
    told = beside.read(path.parent, key)
    assert told is not None
    assert {one.patient_id for one in told.carried.tombstones} == {"p1", "p2"}
    guard.close(opened)
    assert beside.told(path.parent, (key,)) == told


DAMAGE = Found(NOW, automatic=True, codes=("pages 1",), dossiers=("p1",), besides=True, all=False)


def test_what_a_check_found_stands_beside_what_was_erased(db: Database, path: Path, key: bytes) -> None:
    list_of = Beside(path.parent, key)
    assert list_of.found() is None
    list_of.keep_found(db, None)
    assert beside.read(path.parent, key) is None, "nothing was found, and nothing was written"
    list_of.keep_found(db, DAMAGE)
    destroy(db)
    list_of.keep(db)

    told = beside.read(path.parent, key)
    assert told == replace(beside.of_file(db), found=DAMAGE)
    assert told.carried.tombstones
    assert b"p1" not in files.erased_path(path.parent).read_bytes()

    list_of.keep_found(db, None)
    assert list_of.found() is None
    assert beside.read(path.parent, key) == beside.of_file(db)


def test_a_list_that_knows_of_more_erasures_keeps_them_with_what_was_found(
    db: Database, path: Path, key: bytes
) -> None:
    connection.checkpoint(db)
    before = path.read_bytes()
    destroy(db)
    Beside(path.parent, key).keep(db)
    connection.close(db)
    path.write_bytes(before)
    older = connection.open_file(path, key)
    Beside(path.parent, key).keep_found(older, DAMAGE)

    told = beside.read(path.parent, key)
    assert told is not None
    assert (bool(told.carried.tombstones), told.found) == (True, DAMAGE)
    connection.close(older)


@pytest.mark.parametrize("listed", [True, False])
def test_a_file_that_cannot_tell_what_was_erased_makes_no_empty_list(
    db: Database, path: Path, key: bytes, *, listed: bool
) -> None:
    """With an empty list what was erased could come back with a copy."""
    if listed:
        Beside(path.parent, key).keep(db)
    connection.checkpoint(db)
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'tombstone'").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 + 1000] ^= 1
    path.write_bytes(data)
    fresh = connection.open_beside(path, key)
    if listed:
        Beside(path.parent, key).keep_found(fresh, DAMAGE)
        assert beside.read(path.parent, key) == Told(found=DAMAGE)
    else:
        with pytest.raises(KnownError, match=r"file\.unreadable"):
            Beside(path.parent, key).keep_found(fresh, DAMAGE)
        assert beside.read(path.parent, key) is None
    connection.close(fresh)


def test_a_list_of_an_older_version_says_nothing_of_damage(path: Path, key: bytes) -> None:
    older = msgspec.msgpack.encode({"carried": msgspec.to_builtins(Told().carried), "copies": []})
    nonce = bytes(12)
    files.private_folder(path.parent)
    files.erased_path(path.parent).write_bytes(nonce + beside._cipher(key).encrypt(nonce, older, beside._MAGIC))
    assert beside.read(path.parent, key) == Told()


def test_a_list_that_cannot_be_read_is_put_aside_and_never_written_over(db: Database, path: Path, key: bytes) -> None:
    for number in range(2):
        files.erased_path(path.parent).write_bytes(b"unreadable %d" % number)
        Beside(path.parent, key).keep(db)
    assert [one.read_bytes() for one in beside.unreadable(path.parent)] == [b"unreadable 0", b"unreadable 1"]
    assert beside.read(path.parent, key) == beside.of_file(db)


def test_a_list_that_cannot_be_put_aside_stays(
    db: Database, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    files.erased_path(path.parent).write_bytes(b"unreadable")
    with monkeypatch.context() as held:
        held.setattr(Path, "replace", refuse)
        Beside(path.parent, key).keep(db)
    assert files.erased_path(path.parent).read_bytes() == b"unreadable"
    assert beside.unreadable(path.parent) == []


def test_of_the_lists_of_two_keys_the_one_of_the_file_stays(
    db: Database, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, new = path.parent, bytes(32)
    beside.reseal(folder, key, new)
    assert beside.read(folder, new) is None, "there is no list yet"
    destroy(db)
    Beside(folder, key).keep(db)
    told = beside.of_file(db)
    beside.reseal(folder, key, new)
    assert beside.read(folder, key) == beside.read(folder, new) == told
    beside.settle(folder, key)
    assert (beside.read(folder, key), beside.read(folder, new)) == (told, None)

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    beside.reseal(folder, key, new)
    with monkeypatch.context() as held:
        held.setattr(Path, "replace", refuse)
        with pytest.raises(KnownError, match=r"file\.write_failed"):
            beside.settle(folder, new)
    beside.settle(folder, new)
    assert (beside.read(folder, key), beside.read(folder, new)) == (None, told)
