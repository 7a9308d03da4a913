import dataclasses
import typing
from types import NoneType

from sqlite_utils import Database

from gpconnect.storage import migrations, rows


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


def test_deleted_words_are_overwritten_in_the_index(db: Database) -> None:
    assert db.execute("SELECT v FROM search_config WHERE k = 'secure-delete'").fetchone()[0] == 1
