import dataclasses
import typing
from datetime import UTC, datetime
from pathlib import Path
from types import NoneType

from sqlite_utils import Database

from gpconnect.domain.erasure import Article, Erasure, ErasureRefusal, ErasureStatus, Refusal
from gpconnect.storage import connection, driver, files, migrations, rows

AT = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)


def wanted(record: type[typing.Any]) -> dict[str, tuple[str, bool]]:
    """Column name to type and whether it may be empty, as the dataclass asks for."""
    hints = typing.get_type_hints(record)
    return {
        field.name: (
            "INTEGER" if rows.bare(hints[field.name]) in (int, bool) else "TEXT",
            NoneType in typing.get_args(hints[field.name]),
        )
        for field in dataclasses.fields(record)
    }


def test_the_newest_schema_is_what_the_records_ask_for(db: Database) -> None:
    for record, mapping in rows.MAPPINGS.items():
        sql = 'SELECT name, type, "notnull", pk FROM pragma_table_info(?)'
        columns = db.execute(sql, (mapping.table,)).fetchall()
        assert {name: (kind, not required) for name, kind, required, _ in columns} == wanted(record), mapping.table
        assert [name for name, _, _, key in columns if key] == ["id"]


def test_every_table_of_records_is_strict(db: Database) -> None:
    strict = {
        name for name, is_strict in db.execute("SELECT name, strict FROM pragma_table_list").fetchall() if is_strict
    }
    assert {mapping.table for mapping in rows.MAPPINGS.values()} <= strict


def test_migrating_again_changes_nothing(db: Database) -> None:
    before = db.execute("SELECT * FROM sqlite_master").fetchall()
    migrations.migrate(db)
    migrations.steps.apply(db)
    assert db.execute("SELECT * FROM sqlite_master").fetchall() == before
    assert db.execute("PRAGMA user_version").fetchone()[0] == migrations.HEAD == len(migrations.steps.applied(db))
    assert not migrations.steps.pending(db)


def test_a_file_of_the_second_schema_keeps_what_it_holds_and_can_hold_refusals(path: Path, key: bytes) -> None:
    files.private_folder(path.parent)
    db = Database(driver.connect(path, key, "rwc"))
    migrations.steps.apply(db, stop_before="m0003_refusals_and_drafts")
    assert db.execute("PRAGMA user_version").fetchone()[0] == 2
    asked = Erasure("e" * 32, "p" * 32, Article.GDPR, "legal", AT, "w" * 32, 3, status=ErasureStatus.REFUSED)
    rows.put(db, asked)

    migrations.migrate(db)

    assert rows.get(db, Erasure, asked.id) == asked
    refused = ErasureRefusal("r" * 32, "p" * 32, asked.id, Refusal.LAW, "Het moet.", "w" * 32, "Sanne", AT)
    rows.put(db, refused)
    assert rows.get(db, ErasureRefusal, refused.id) == refused
    connection.close(db)


def test_deleted_words_are_overwritten_in_the_index(db: Database) -> None:
    assert db.execute("SELECT v FROM search_config WHERE k = 'secure-delete'").fetchone()[0] == 1
