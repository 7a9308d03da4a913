import errno
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.storage import (
    access_log,
    conflicts,
    connection,
    copies,
    drafts,
    erasure,
    files,
    operations,
    parcels,
    restoring,
    rows,
    search,
)
from gpconnect.storage.access_log import AccessEvent, ActionCode, EventType
from gpconnect.storage.conflicts import Conflict, Marked
from gpconnect.storage.erasure import Tombstone
from gpconnect.storage.slots import Cost, create_profile, unlock_with_passphrase

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WORDS = "twee woorden"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def key(folder: Path) -> bytes:
    return create_profile(folder, WORDS, cost=Cost(64, 1, 1))


@pytest.fixture
def db(folder: Path, key: bytes) -> Database:
    opened = connection.open_file(files.database_path(folder), key)
    with connection.transaction(opened):
        fill(opened)
    return opened


def fill(db: Database) -> None:
    """One dossier in every place where it leaves a trace."""
    patient = Patient("p1", "Zoë", "Geheimenberg", date(2011, 3, 9), "w1", NOW)
    note = Note("n1", "p1", "a1", "intake", 1, "w1", "Noor", NOW, {"S": "Piekert over Geheimenberg"})
    made = Operation("o1", "team/t", "p1", "patient.opened", "p1", 1, NOW, "w1", "device", "act", (), {"x": 1})
    card, other = (
        PersonCard("p1", "site", "Zoë", "Geheimenberg", date(2011, 3, 9)),
        Patient("p2", "Mees", "Dal", date(2014, 3, 9), "w1", NOW),
    )
    rows.put_many(db, [patient, note, card, other])
    for record in (patient, note, card, other):
        search.index_record(db, record)
    operations.append(db, made, seq=None)
    drafts.save(db, NoteDraft("d1", "p1", "a1", "intake", 1, "w1", "device", NOW, NOW, {"S": "begin"}))
    conflicts.put_conflict(db, Conflict("patient", "p1", "phone", []))
    conflicts.mark(db, Marked("o1", "patient", "p1", "patient.illegal", "w1", NOW))
    access_log.record(db, AccessEvent("e1", ActionCode.READ, EventType.READ, NOW, "p1", "w1", "youth_worker", "device"))


def flip(path: Path, where: int) -> None:
    data = bytearray(path.read_bytes())
    data[where] ^= 1
    path.write_bytes(data)


def test_a_copy_is_made_in_use_is_encrypted_and_opens_with_the_same_words(
    folder: Path, key: bytes, db: Database, tmp_path: Path
) -> None:
    target = tmp_path / "kopie.gpconnect"
    told: list[tuple[str, int, int]] = []
    made = copies.backup(db, key, folder, target, NOW, lambda *step: told.append(step))
    assert (made.target, made.at, made.size) == (target, NOW, target.stat().st_size)
    assert ("pages", made.size, made.size) in told
    assert b"Geheimenberg" not in target.read_bytes()
    assert target.stat().st_mode & 0o077 == 0
    assert copies.unlock_copy(target, WORDS) == key
    steps: list[tuple[str, int, int]] = []
    report = copies.verify(target, key, lambda *told: steps.append(told))
    assert report.ok
    assert report.rows > 10
    assert list(dict.fromkeys(stage for stage, *_ in steps)) == ["pages", "structure", "rows", "chains", "search"]
    assert [step for step in steps if step[0] == "rows"][-1] == ("rows", report.rows, report.rows)
    assert sorted(one.name for one in tmp_path.iterdir()) == [target.name, f"{target.name}.slots.json", "profile"]
    with pytest.raises(KnownError) as caught:
        copies.backup(db, key, folder, target, NOW)
    assert caught.value.code == "file.exists"
    connection.close(db)


def test_a_copy_of_a_broken_file_is_not_kept(folder: Path, key: bytes, db: Database, tmp_path: Path) -> None:
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET sql = replace(sql, 'name TEXT', 'name INTEGER') WHERE name = 'copy_made'")
    db.execute("INSERT INTO copy_made VALUES ('a', 'b', 'c', 1, 1, 1)")
    with pytest.raises(KnownError) as caught:
        copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    assert caught.value.code == "copy.not_read_back"
    assert [one.name for one in tmp_path.iterdir()] == ["profile"]
    connection.close(db)


def test_copying_onto_an_existing_file_is_refused(key: bytes, db: Database, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"")
    with pytest.raises(KnownError) as caught:
        connection.copy_to(db, key, tmp_path / "there", None, 100)
    assert caught.value.code == "file.exists"
    connection.close(db)


def test_one_flipped_bit_anywhere_is_noticed(folder: Path, key: bytes, db: Database) -> None:
    connection.close(db)
    path = files.database_path(folder)
    good = path.read_bytes()
    assert copies.verify(path, key).ok
    for where in range(20_000, len(good), len(good) // 12):
        flip(path, where)
        assert not copies.verify(path, key).ok
        path.write_bytes(good)


def test_a_file_that_does_not_even_open_is_a_known_error(folder: Path, key: bytes, db: Database) -> None:
    connection.close(db)
    flip(files.database_path(folder), 100)
    with pytest.raises(KnownError) as caught:
        copies.verify(files.database_path(folder), key)
    assert caught.value.code == "file.damaged"


def test_a_log_that_was_tampered_with_and_a_broken_structure_show_in_the_report(
    folder: Path, key: bytes, db: Database
) -> None:
    db.execute("DROP TRIGGER access_log_fixed")
    db.execute("UPDATE access_log SET user = 'x'")
    db.execute("PRAGMA writable_schema = ON")
    db.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'site_id TEXT NOT NULL', 'site_id INTEGER') WHERE name = 'slot'"
    )
    db.execute("INSERT INTO slot VALUES ('a', 'b', 'c', 'd', 20, 'regular')")
    connection.close(db)
    report = copies.verify(files.database_path(folder), key)
    assert report.access_row == 1
    assert report.database
    assert not report.ok


def test_putting_a_copy_back_keeps_the_old_file_aside(folder: Path, key: bytes, db: Database, tmp_path: Path) -> None:
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    rows.delete(db, Patient, "p2")
    connection.close(db)
    kept = copies.restore(folder, tmp_path / "kopie", key, now=NOW)
    again = connection.open_file(files.database_path(folder), unlock_with_passphrase(folder, WORDS))
    assert rows.count(again, Patient) == 2
    connection.close(again)
    old = connection.open_file(kept / files.DATABASE, unlock_with_passphrase(kept, WORDS))
    assert rows.count(old, Patient) == 1
    connection.close(old)


def test_a_restored_file_begins_new_chains(folder: Path, key: bytes, db: Database, tmp_path: Path) -> None:
    """The present file may have used the next numbers already."""
    parcels.start_chain(db, "team/t", b"12345678")
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    connection.close(db)
    copies.restore(folder, tmp_path / "kopie", key, now=NOW)
    again = connection.open_file(files.database_path(folder), key)
    assert parcels.chain(again, "team/t") is None
    connection.close(again)


def test_what_was_destroyed_since_the_copy_does_not_come_back(
    folder: Path, key: bytes, db: Database, tmp_path: Path
) -> None:
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    erasure.destroy(db, Tombstone("p1", "Jeugdwet 7.3.9", "patient", NOW))
    connection.close(db)
    copies.restore(folder, tmp_path / "kopie", key, now=NOW)
    again = connection.open_file(files.database_path(folder), key)
    assert [one.id for one in rows.where(again, Patient)] == ["p2"]
    assert erasure.tombstones(again) == [Tombstone("p1", "Jeugdwet 7.3.9", "patient", NOW)]
    connection.close(again)


@pytest.mark.parametrize("lost", [True, False])
def test_a_lost_or_damaged_profile_is_put_back_as_well(
    folder: Path, key: bytes, db: Database, tmp_path: Path, *, lost: bool
) -> None:
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    connection.close(db)
    if lost:
        files.database_path(folder).unlink()
        files.slots_path(folder).unlink()
    else:
        flip(files.database_path(folder), 100)
    copies.restore(folder, tmp_path / "kopie", key, now=NOW)
    assert copies.verify(files.database_path(folder), unlock_with_passphrase(folder, WORDS)).ok


def test_a_copy_that_is_not_whole_is_never_put_back(folder: Path, key: bytes, db: Database, tmp_path: Path) -> None:
    target = tmp_path / "kopie"
    copies.backup(db, key, folder, target, NOW)
    connection.close(db)
    before = files.database_path(folder).read_bytes()
    flip(target, target.stat().st_size - 2000)
    with pytest.raises(KnownError) as caught:
        copies.restore(folder, target, key, now=NOW)
    assert caught.value.code == "copy.broken"
    target.unlink()
    with pytest.raises(KnownError) as caught:
        copies.restore(folder, target, key, now=NOW)
    assert caught.value.code == "file.write_failed"
    copies.slots_beside(target).unlink()
    with pytest.raises(KnownError) as caught:
        copies.restore(folder, target, key, now=NOW)
    assert caught.value.code == "file.missing"
    assert files.database_path(folder).read_bytes() == before
    assert sorted(one.name for one in folder.iterdir()) == [files.DATABASE, files.SLOTS]


def test_a_destroyed_dossier_leaves_a_tombstone_the_log_and_the_practices_card(folder: Path, db: Database) -> None:
    stone = Tombstone("p1", "Jeugdwet 7.3.9", "patient", NOW)
    with connection.transaction(db):
        erasure.destroy(db, stone)
        erasure.destroy(db, stone)
    assert [one.id for one in rows.where(db, Patient)] == ["p2"]
    assert rows.count(db, Note) == 0
    assert operations.of_dossier(db, "p1") == []
    assert operations.outbox_spaces(db) == []
    assert drafts.of_author(db, "w1") == []
    assert conflicts.conflicts(db) == []
    assert conflicts.marked(db) == []
    assert [one.kind for one in search.find(db, "geheimenberg")] == ["person_card"]
    assert rows.count(db, PersonCard) == 1
    assert len(access_log.of_patient(db, "p1")) == 1
    assert erasure.tombstones(db) == [stone]
    connection.checkpoint(db)
    assert (folder / "records.db-wal").stat().st_size == 0
    connection.close(db)
    assert folder.exists()


def test_a_copy_is_never_made_over_something_and_only_where_there_is_a_folder(
    folder: Path, key: bytes, db: Database, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match=r"copy.no_folder"):
        copies.backup(db, key, folder, tmp_path / "nergens" / "kopie", NOW)
    for number in ("", "-2", "-3"):
        made = copies.make(copies.begin(db, key, folder, tmp_path / "dag.kopie", NOW, unique=True))
        assert made.target == tmp_path / f"dag{number}.kopie"
    connection.close(db)


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "copy.disk_full"), (errno.EIO, "copy.write_failed")])
def test_a_disk_that_refuses_is_told_and_nothing_is_left(
    folder: Path, key: bytes, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(_handle: int, _data: object) -> int:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "write", refuse)
    work = copies.begin(db, key, folder, tmp_path / "kopie", NOW)
    with pytest.raises(KnownError) as caught:
        copies.make(work)
    monkeypatch.undo()
    assert caught.value.code == code
    assert [one.name for one in tmp_path.iterdir()] == ["profile"]
    assert work.key == bytearray(len(key)), "the key is forgotten"
    connection.close(db)


def test_a_stick_that_takes_little_at_a_time_gets_it_all(
    folder: Path, key: bytes, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: whole(handle, data[:5000]))
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    monkeypatch.undo()

    assert copies.verify(tmp_path / "kopie", key).ok
    connection.close(db)


def test_a_name_that_cannot_be_given_leaves_nothing(
    folder: Path, key: bytes, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError

    work = copies.begin(db, key, folder, tmp_path / "kopie", NOW)
    monkeypatch.setattr(files, "write_atomically", lambda _path, _data: None)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KnownError, match=r"copy.write_failed"):
        copies.make(work)
    monkeypatch.undo()

    assert [one.name for one in tmp_path.iterdir()] == ["profile"]
    connection.close(db)


def test_a_copy_is_removed_with_its_slots(
    folder: Path, key: bytes, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kopie"
    copies.backup(db, key, folder, target, NOW)

    def refuse(_path: Path, *, missing_ok: bool) -> None:
        assert missing_ok
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(KnownError, match=r"copy.write_failed"):
        copies.remove(target)
    monkeypatch.undo()
    copies.remove(target)
    copies.remove(target)

    assert [one.name for one in tmp_path.iterdir()] == ["profile"]
    connection.close(db)


@pytest.mark.parametrize("version", [0, 2])
def test_a_present_file_of_another_version_or_with_bad_pages_tells_nothing(
    folder: Path, key: bytes, db: Database, tmp_path: Path, version: int
) -> None:
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    db.execute(f"PRAGMA user_version = {version}")
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'tombstone'").fetchone()[0]
    connection.close(db)
    flip(files.database_path(folder), root * 4096 - 2000)
    copies.restore(folder, tmp_path / "kopie", key, now=NOW)

    assert copies.verify(files.database_path(folder), key).ok


def test_a_restore_that_never_counted_is_cleared_away(folder: Path, key: bytes, db: Database) -> None:
    connection.close(db)
    (folder / files.RESTORING).mkdir()
    (folder / files.RESTORING / files.DATABASE).write_bytes(b"half")
    restoring.finish(folder)

    assert not (folder / files.RESTORING).exists()
    assert copies.verify(files.database_path(folder), key).ok


def test_a_copy_page_by_page_can_have_another_key(key: bytes, db: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    connection.copy_to(db, bytes(32), tmp_path / "other", lambda done, total: told.append((done, total)), 100)
    connection.copy_to(db, key, tmp_path / "same", None, 100)

    assert told[-1][0] == told[-1][1] > 0
    assert copies.verify(tmp_path / "other", bytes(32)).ok
    connection.close(db)


def test_the_mark_of_the_old_file_goes_aside_with_it(folder: Path, key: bytes, db: Database, tmp_path: Path) -> None:
    """It would tell of a file that went further; a restored one is older, and that is how it should be."""
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)
    connection.close(db)
    files.watermark_path(folder).write_bytes(b"how far")
    kept = copies.restore(folder, tmp_path / "kopie", key, now=NOW)

    assert not files.watermark_path(folder).exists()
    assert files.watermark_path(kept).read_bytes() == b"how far"


def test_a_swap_that_had_only_to_be_tidied_is_tidied(folder: Path, key: bytes, db: Database) -> None:
    """The power failed after the last file was in its place."""
    connection.close(db)
    made = folder / files.RESTORING
    made.mkdir()
    (made / restoring.READY).write_bytes(b'"before-restore-1"')
    restoring.finish(folder)

    assert not made.exists()
    assert copies.verify(files.database_path(folder), key).ok


def test_a_system_that_cannot_forget_what_is_in_memory_copies_as_well(
    folder: Path, key: bytes, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise", raising=False)
    copies.backup(db, key, folder, tmp_path / "kopie", NOW)

    assert (tmp_path / "kopie").exists()
    connection.close(db)
