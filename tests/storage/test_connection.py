import contextlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Site
from gpconnect.storage import connection, files, folder_lock, migrations, rows


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_only_the_owner_can_read_what_is_written(path: Path, db: Database) -> None:
    rows.put(db, Site("s1", "Praktijk"))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()} == {0o600}
    assert (path.parent / "records.db-wal").exists()


def test_nothing_readable_stands_on_disk(path: Path, db: Database) -> None:
    rows.put(db, Site("s1", "Geheime praktijknaam"))
    assert all(b"Geheime" not in data for data in everything_in(path.parent).values())


def test_a_file_is_still_there_after_closing_and_opening(path: Path, key: bytes, db: Database) -> None:
    rows.put(db, Site("s1", "Praktijk"))
    connection.close(db)
    again = connection.open_file(path, key)
    assert rows.require(again, Site, "s1").name == "Praktijk"
    settings = {name: again.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert settings == {"journal_mode": "wal", "synchronous": 2}
    assert [again.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "secure_delete")] == [1, 1]
    assert again.execute("PRAGMA temp_store").fetchone()[0] == 2
    connection.close(again)


def test_an_existing_file_is_never_made_anew(path: Path, key: bytes, db: Database) -> None:
    with pytest.raises(KnownError) as caught:
        connection.create_file(path, key)
    assert caught.value.code == "file.exists"
    assert db.execute("PRAGMA user_version").fetchone()[0] == migrations.HEAD


@pytest.mark.parametrize("beside", [False, True])
def test_a_missing_file_is_said_to_be_missing(path: Path, key: bytes, beside: bool) -> None:  # noqa: FBT001 - an example's value
    with pytest.raises(KnownError) as caught:
        (connection.open_beside if beside else connection.open_file)(path, key)
    assert caught.value.code == "file.missing"


def test_a_key_is_32_bytes_and_nothing_else_reaches_the_driver(path: Path, db: Database) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connection.open_file(path, b"short")
    assert not connection.in_transaction(db)


def test_a_damaged_file_is_said_to_be_damaged_and_stays_as_it_is(path: Path, key: bytes, db: Database) -> None:
    connection.close(db)
    data = bytearray(path.read_bytes())
    data[700] ^= 1
    path.write_bytes(data)
    before = everything_in(path.parent)
    with pytest.raises(KnownError) as caught:
        connection.open_file(path, key)
    assert caught.value.code == "file.damaged"
    assert everything_in(path.parent) == before


def test_a_file_of_another_program_is_not_ours(path: Path, key: bytes, db: Database) -> None:
    db.execute("PRAGMA application_id = 1")
    connection.close(db)
    with pytest.raises(KnownError) as caught:
        connection.open_file(path, key)
    assert caught.value.code == "file.damaged"


def test_a_newer_file_is_refused_and_stays_as_it_is(path: Path, key: bytes, db: Database) -> None:
    db.execute(f"PRAGMA user_version = {migrations.HEAD + 1}")
    connection.close(db)
    before = everything_in(path.parent)
    with pytest.raises(KnownError) as caught:
        connection.open_file(path, key)
    assert caught.value.code == "file.newer"
    assert {name: everything_in(path.parent)[name] for name in before} == before


def test_a_sqlite_that_can_corrupt_a_wal_file_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        connection.check_driver((3, 51, 2))
    assert (caught.value.code, caught.value.params) == ("driver.too_old", {"version": "3.51.2"})


def test_a_transaction_is_all_or_nothing(db: Database) -> None:
    with contextlib.suppress(ZeroDivisionError), connection.transaction(db):
        rows.put(db, Site("s1", "Praktijk"))
        _ = 1 / 0
    assert rows.count(db, Site) == 0


def test_nothing_inside_a_transaction_commits_by_itself(path: Path, key: bytes, db: Database) -> None:
    """Every way of writing that sqlite-utils offers stays inside; a second connection sees none of it."""
    other = connection.open_beside(path, key)
    with contextlib.suppress(ZeroDivisionError), connection.transaction(db):
        rows.put(db, Site("s1", "Praktijk"))
        db["meta"].insert({"name": "a", "value": "1"})  # type: ignore[union-attr]  # a table, never a view
        db["meta"].upsert({"name": "a", "value": "2"}, pk="name")  # type: ignore[union-attr]  # same
        db["extra"].create({"id": int}, pk="id")  # type: ignore[union-attr]  # same
        db["extra"].insert_all([{"id": 1}, {"id": 2}])  # type: ignore[union-attr]  # same
        db.executescript("INSERT INTO meta VALUES ('b', '3'); INSERT INTO meta VALUES ('c', '4');")
        with db.atomic():
            db.execute("DELETE FROM meta WHERE name = 'a'")
        assert list(db.query("SELECT count(*) AS n FROM meta")) == [{"n": 2}]
        assert connection.in_transaction(db)
        assert other.execute("SELECT count(*) FROM meta").fetchone()[0] == 0
        _ = 1 / 0
    assert db.execute("SELECT count(*) FROM meta").fetchone()[0] == 0
    assert "extra" not in db.table_names()
    connection.close(other)


def test_a_transaction_inside_a_transaction_is_a_bug(db: Database) -> None:
    with connection.transaction(db), pytest.raises(RuntimeError), connection.transaction(db):
        rows.put(db, Site("s1", "Praktijk"))


def test_a_full_disk_is_said_in_so_many_words_and_loses_nothing(db: Database) -> None:
    rows.put(db, Site("s1", "Praktijk"))
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(KnownError) as caught, connection.transaction(db):
        rows.put_many(db, [Site(f"t{n}", "x" * 5000) for n in range(50)])
    assert caught.value.code == "file.disk_full"
    assert [site.id for site in rows.where(db, Site)] == ["s1"]


def test_a_file_that_may_not_be_written_says_so(db: Database) -> None:
    db.execute("PRAGMA query_only = ON")
    with pytest.raises(KnownError) as caught, connection.transaction(db):
        rows.put(db, Site("s1", "Praktijk"))
    assert caught.value.code == "file.read_only"


def test_somebody_else_writing_is_waited_for_and_then_said(path: Path, key: bytes, db: Database) -> None:
    other = connection.open_beside(path, key)
    other.execute("PRAGMA busy_timeout = 0")
    with connection.transaction(db), pytest.raises(KnownError) as caught, connection.transaction(other):
        rows.put(other, Site("s1", "Praktijk"))
    assert caught.value.code == "file.in_use"
    connection.close(other)


def test_a_bug_in_our_own_sql_stays_a_bug(db: Database) -> None:
    with pytest.raises(Exception, match="no such table: absent") as caught, connection.translate_errors():
        db.execute("SELECT * FROM absent")
    assert not isinstance(caught.value, KnownError)


def test_a_failing_migration_closes_the_file_and_is_a_bug(path: Path, key: bytes, db: Database) -> None:
    db.execute("PRAGMA user_version = 0")
    db.execute("DELETE FROM _sqlite_migrations")
    connection.close(db)
    with pytest.raises(Exception, match="already exists"):
        connection.open_file(path, key)


def test_a_crash_while_making_a_file_leaves_room_to_make_it_again(path: Path, key: bytes) -> None:
    files.private_folder(path.parent)
    path.with_name(".records.db.new").write_bytes(b"half a file")
    connection.close(connection.create_file(path, key))
    assert [one.name for one in path.parent.iterdir()] == ["records.db"]


def test_one_profile_is_open_in_one_program(tmp_path: Path) -> None:
    with folder_lock.claim_folder(tmp_path), pytest.raises(KnownError) as caught:
        folder_lock.claim_folder(tmp_path)
    assert caught.value.code == "file.in_use"
    folder_lock.claim_folder(tmp_path).release()


def test_the_lock_holds_between_processes_and_dies_with_its_holder(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from gpconnect.storage import folder_lock\n"
        "lock = folder_lock.claim_folder(Path(sys.argv[1])); print('ours', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"ours"
        with pytest.raises(KnownError) as caught:
            folder_lock.claim_folder(tmp_path)
        assert caught.value.code == "file.in_use"
        holder.kill()
    folder_lock.claim_folder(tmp_path).release()


def test_a_change_cut_off_in_a_folded_file_is_taken_back_at_the_next_opening(
    path: Path, key: bytes, db: Database, tmp_path: Path
) -> None:
    """Folding, and the first opening after it, write under a journal, which a crash leaves beside the file."""
    rows.put(db, Site("s1", "Praktijk"))
    connection.fold(db)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN IMMEDIATE")
    for number in range(300):
        rows.put(db, Site(f"t{number}", "Half " * 50))
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    for companion in ("", "-journal"):
        crashed.with_name(path.name + companion).write_bytes(path.with_name(path.name + companion).read_bytes())
    db.execute("ROLLBACK")
    connection.close(db)
    assert crashed.read_bytes() != path.read_bytes()

    assert not connection.fits(crashed, bytes(32))
    assert connection.fits(crashed, key)
    again = connection.open_file(crashed, key)
    assert [one.id for one in rows.where(again, Site)] == ["s1"]
    connection.close(again)
