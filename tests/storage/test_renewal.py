"""Another key or a newer schema: a new file in the place of the old one, whatever happens in between."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.storage import (
    connection,
    driver,
    files,
    folder_lock,
    meta,
    migrations,
    paper_keys,
    renewal,
    slot_file,
    slots,
)
from tests.storage.slots_help import FakeKeyring

ROOT = Path(__file__).parents[2]
CHEAP = slots.Cost(memory_kib=64, iterations=1, lanes=1)
WORDS = "twee woorden"
ROWS = 50


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with something in it, half of that only in the log beside the file."""
    folder = tmp_path_factory.mktemp("made") / "profile"
    key = slots.create_profile(folder, WORDS, cost=CHEAP)
    db = connection.open_file(files.database_path(folder), key)
    fill(db)
    copied = folder.with_name("copied")
    shutil.copytree(folder, copied)
    connection.close(db)
    return copied


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "profile"))


@pytest.fixture
def first_schema(tmp_path: Path) -> Path:
    """A profile as the first version of the program left it."""
    folder = tmp_path / "first"
    files.private_folder(folder)
    key = os.urandom(connection.KEY_BYTES)
    slot_file.write(folder, (slots._new("passphrase", WORDS.encode(), key, None, cost=CHEAP),))
    conn = driver.connect(files.database_path(folder), key, "rwc")
    conn.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
    conn.execute("PRAGMA journal_mode = WAL").fetchall()
    db = Database(conn)
    migrations.steps.apply(db, stop_before="m0002_rights_and_keeping")
    fill(db)
    connection.close(db)
    return folder


def fill(db: Database) -> None:
    for number in range(ROWS):
        meta.put_meta(db, f"s{number}", number)


def opened(folder: Path, passphrase: str = WORDS) -> list[str]:
    """What somebody finds who opens the profile the ordinary way."""
    with folder_lock.claim_folder(folder):
        key = slots.unlock_with_passphrase(folder, passphrase)
        renewal.prepare(folder, key)
        db = connection.open_file(files.database_path(folder), key)
        found = [name for (name,) in db.execute("SELECT name FROM meta WHERE name LIKE 's%' ORDER BY name")]
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrations.HEAD
        connection.close(db)
    return found


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {files.LOCK}


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code


ALL = sorted(f"s{number}" for number in range(ROWS))


def test_another_key_opens_the_same_rows_and_the_old_key_nothing(folder: Path) -> None:
    old = slots.unlock_with_passphrase(folder, WORDS)
    told: list[tuple[int, int]] = []
    steps: list[str] = []
    new = renewal.change_key(folder, WORDS, progress=lambda *done: told.append(done), on_step=steps.append)
    assert new != old
    assert slots.unlock_with_passphrase(folder, WORDS) == new
    assert connection.fits(files.database_path(folder), new)
    assert not connection.fits(files.database_path(folder), old)
    assert told[-1][0] == told[-1][1] > 0
    assert tuple(steps) == renewal.KEY_STEPS
    assert opened(folder) == ALL
    assert names(folder) == {files.DATABASE, files.SLOTS}


def test_every_way_in_goes_along_without_its_secret(folder: Path) -> None:
    """Neither the sheet at home nor the one in the safe has to be fetched when the key changes."""
    ring, code = FakeKeyring(), paper_keys.new_code()
    employer = paper_keys.new_code(paper_keys.EMPLOYER_BYTES)
    key = slots.unlock_with_passphrase(folder, WORDS)
    slots.add_recovery_slot(folder, key, code)
    public = paper_keys.public_text(employer, "Buurtzorg Jong", date(2026, 11, 24))
    slots.add_employer_slot(folder, key, paper_keys.read_public(public))
    slots.add_keyring_slot(folder, key, ring)
    before = [(slot.id, slot.public) for slot in slots.slots(folder)]
    new = renewal.change_key(folder, WORDS)
    assert slots.unlock(folder, "recovery", code) == slots.unlock(folder, "employer", employer) == new
    assert slots.unlock(folder, slots.KEYRING, "", ring) == new
    assert [(slot.id, slot.public) for slot in slots.slots(folder)] == before


def test_a_wrong_passphrase_changes_nothing(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert refusal(lambda: renewal.change_key(folder, "andere woorden")) == "file.passphrase_wrong"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_somebody_has_open_keeps_its_key(folder: Path) -> None:
    key = slots.unlock_with_passphrase(folder, WORDS)
    other = connection.open_file(files.database_path(folder), key)
    meta.put_meta(other, "said", 1)
    assert refusal(lambda: renewal.change_key(folder, WORDS)) == "file.in_use"
    connection.close(other)
    assert opened(folder) == sorted([*ALL, "said"])


def spoil(path: Path, key: bytes) -> None:
    db = connection.open_beside(path, key)
    db.execute("UPDATE meta SET value = '8' WHERE name = 's7'")
    connection.close(db)


def test_a_copy_that_differs_in_one_value_is_never_put_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = slots.unlock_with_passphrase(folder, WORDS)
    copy_to = connection.copy_to

    def spoiling(db: Database, key: bytes, target: Path, *rest: object) -> None:
        copy_to(db, key, target, *rest)  # type: ignore[arg-type]  # passed on as they came
        spoil(target, key)

    monkeypatch.setattr(connection, "copy_to", spoiling)
    assert refusal(lambda: renewal.change_key(folder, WORDS)) == "key.not_verified"
    assert slots.unlock_with_passphrase(folder, WORDS) == old
    assert opened(folder) == ALL
    assert names(folder) == {files.DATABASE, files.SLOTS}


def test_a_slot_that_does_not_give_the_new_key_stops_the_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "sealed_anew", lambda *_: ())
    assert refusal(lambda: renewal.change_key(folder, WORDS)) == "key.not_verified"
    assert opened(folder) == ALL


def test_a_copy_that_does_not_open_is_never_put_in_place(folder: Path) -> None:
    def cut(step: str) -> None:
        if step == "key.copied":
            os.truncate(folder / renewal.RENEWED, 100)

    assert refusal(lambda: renewal.change_key(folder, WORDS, on_step=cut)) == "file.damaged"
    assert opened(folder) == ALL


def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one(folder: Path) -> None:
    def take_away(step: str) -> None:
        if step == "key.both":
            (folder / renewal.RENEWED).unlink()

    assert refusal(lambda: renewal.change_key(folder, WORDS, on_step=take_away)) == "file.write_failed"
    assert len(slots.slots(folder)) == 2
    assert opened(folder) == ALL
    assert len(slots.slots(folder)) == 1


def test_a_newer_schema_is_made_in_a_copy_and_the_old_file_stays_until_the_next_time(first_schema: Path) -> None:
    steps: list[str] = []
    key = slots.unlock_with_passphrase(first_schema, WORDS)
    renewal.prepare(first_schema, key, on_step=steps.append)
    assert tuple(steps) == renewal.MIGRATION_STEPS
    kept = first_schema / "before-migration-1.db"
    old = connection.open_beside(kept, key)
    assert old.execute("PRAGMA user_version").fetchone()[0] == 1
    connection.close(old)
    assert names(first_schema) == {files.DATABASE, files.SLOTS, kept.name}
    assert opened(first_schema) == ALL
    assert names(first_schema) == {files.DATABASE, files.SLOTS}


def test_a_stick_without_second_names_keeps_a_copy(first_schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    renewal.prepare(first_schema, slots.unlock_with_passphrase(first_schema, WORDS))
    assert (first_schema / "before-migration-1.db").stat().st_size > 0
    assert opened(first_schema) == ALL


def test_a_stick_without_room_keeps_the_old_file(first_schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "copyfile", refuse)
    key = slots.unlock_with_passphrase(first_schema, WORDS)
    assert refusal(lambda: renewal.prepare(first_schema, key)) == "file.write_failed"
    assert connection.version_of(files.database_path(first_schema), key) == 1


def test_a_migration_that_loses_a_row_is_never_put_in_place(
    first_schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate = migrations.migrate

    def losing(db: Database) -> None:
        migrate(db)
        db.execute("DELETE FROM meta WHERE name = 's7'")

    key = slots.unlock_with_passphrase(first_schema, WORDS)
    monkeypatch.setattr(migrations, "migrate", losing)
    assert refusal(lambda: renewal.prepare(first_schema, key)) == "migration.not_verified"
    monkeypatch.undo()
    assert connection.version_of(files.database_path(first_schema), key) == 1
    assert opened(first_schema) == ALL


def test_a_refused_file_stays_byte_for_byte_what_it_was(folder: Path) -> None:
    key = slots.unlock_with_passphrase(folder, WORDS)
    (folder / renewal.RENEWED).write_bytes(b"half")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert refusal(lambda: renewal.prepare(folder, os.urandom(32))) == "file.damaged"
    changed = {name for name, data in before.items() if (folder / name).read_bytes() != data}
    assert changed <= {f"{files.DATABASE}-shm"}  # SQLite's own scratch paper: it stands for nothing
    files.database_path(folder).unlink()
    assert refusal(lambda: renewal.prepare(folder, key)) == "file.missing"
    assert not connection.fits(files.database_path(folder), key)


DYING = """
import os, signal, sys
from pathlib import Path
from gpconnect.storage import connection, folder_lock, renewal, slots

folder, last = Path(sys.argv[1]), sys.argv[2]
def die(step):
    if step == last:
        os.kill(os.getpid(), signal.SIGKILL)
with folder_lock.claim_folder(folder):
    if last in renewal.KEY_STEPS:
        renewal.change_key(folder, "twee woorden", on_step=die)
    else:
        renewal.prepare(folder, slots.unlock_with_passphrase(folder, "twee woorden"), on_step=die)
"""


@pytest.mark.parametrize("step", renewal.STEPS)
def test_killed_at_any_step_everything_is_there_and_the_next_opening_clears_up(
    folder: Path, first_schema: Path, step: str
) -> None:
    folder = folder if step in renewal.KEY_STEPS else first_schema
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(folder), step],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert opened(folder) == ALL
    assert opened(folder) == ALL
    assert names(folder) == {files.DATABASE, files.SLOTS}
    assert len(slots.slots(folder)) == 1


def test_a_slot_deleted_too_early_would_be_noticed(folder: Path) -> None:
    """The planted fault: the old slots go before the swap, and the program dies there."""

    class Died(Exception):  # noqa: N818 - the death of the program, not an error of it
        pass

    def too_early(step: str) -> None:
        if step == "key.both":
            fresh = slots.keys_of(slots.slots(folder), "passphrase", WORDS)[1]
            slots.forget_others(folder, fresh)
            raise Died

    with pytest.raises(Died):
        renewal.change_key(folder, WORDS, on_step=too_early)
    assert refusal(lambda: opened(folder)) == "file.damaged"


def test_a_closed_file_can_be_opened_anew_behind_the_same_name(folder: Path) -> None:
    path = files.database_path(folder)
    db = connection.open_file(path, slots.unlock_with_passphrase(folder, WORDS))
    connection.close(db)
    connection.reopen(db, path, renewal.change_key(folder, WORDS))
    assert meta.get_meta(db, "s7") == 7
    connection.close(db)


def test_a_draft_of_the_slots_that_a_crash_left_goes_at_the_next_opening(folder: Path) -> None:
    (folder / f".{files.SLOTS}.abc").write_bytes(b"half")
    assert opened(folder) == ALL
    assert names(folder) == {files.DATABASE, files.SLOTS}
