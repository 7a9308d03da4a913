import dataclasses
import typing
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from types import NoneType

from sqlite_utils import Database

from gpconnect.domain.care import Feedback, FeedbackMoment, LeadChange
from gpconnect.domain.consent import Review
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.erasure import Article, Erasure, ErasureRefusal, ErasureStatus, Refusal
from gpconnect.domain.handover import Handover
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import BsnCheck, BsnStatus, Patient, PersonCard
from gpconnect.domain.schedule import (
    Absence,
    Appointment,
    HalfDaySession,
    OfficeHours,
    SafetyTask,
    SessionStatus,
    SiteClosure,
    Slot,
    SlotKind,
    VisitKind,
    WaitingEntry,
)
from gpconnect.storage import connection, driver, files, migrations, rows, search

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


def test_a_file_of_the_third_schema_keeps_its_bookings_and_who_waits(path: Path, key: bytes) -> None:
    files.private_folder(path.parent)
    db = Database(driver.connect(path, key, "rwc"))
    migrations.steps.apply(db, stop_before="m0004_booking_desk")
    assert db.execute("PRAGMA user_version").fetchone()[0] == 3
    waits = WaitingEntry("w" * 32, "s" * 32, "p" * 32, AT.date(), ("sleep",))
    booked = Appointment("a" * 32, "s" * 32, "l" * 32, "p" * 32, VisitKind.FIRST, ("sleep",), AT.date(), "g" * 32, AT)
    task = SafetyTask("t" * 32, "s" * 32, "urgent", "p" * 32, AT.date(), AT)
    for one in (waits, booked, task):
        put_as_before(db, one)

    migrations.migrate(db)

    assert rows.get(db, WaitingEntry, waits.id) == waits
    assert rows.get(db, Appointment, booked.id) == booked
    assert rows.get(db, SafetyTask, task.id) == task
    connection.close(db)


def test_a_file_of_the_fourth_schema_keeps_its_half_days_and_can_hold_who_is_away(path: Path, key: bytes) -> None:
    files.private_folder(path.parent)
    db = Database(driver.connect(path, key, "rwc"))
    migrations.steps.apply(db, stop_before="m0005_half_days")
    assert db.execute("PRAGMA user_version").fetchone()[0] == 4
    day, nine = AT.date(), time(9)
    series = OfficeHours("o" * 32, "s" * 32, "w" * 32, day, day, nine, ("45", "20w"), room="2")
    over = HalfDaySession("d" * 32, "s" * 32, "w" * 32, day, nine, time(10, 5), series.id, status=SessionStatus.CLOSED)
    slot = Slot("l" * 32, over.id, "s" * 32, AT, 45, SlotKind.WALK_IN)
    before = (series, over, replace(over, id="e" * 32, status=SessionStatus.OPEN), slot)
    for one in before:
        put_as_before(db, one)

    migrations.migrate(db)

    for one in before:
        assert rows.get(db, type(one), one.id) == one
    split = replace(series, id="p" * 32, rule="FREQ=MONTHLY;BYDAY=2TU;COUNT=10", follows=series.id)
    moved = replace(over, meant_on=day, own=True, open_anyway=True, called_off_why="Geen kamer", deputy_for="w" * 32)
    shut = SiteClosure("c" * 32, "s" * 32, day, day, "Studiedag", "uid@school")
    away = Absence("a" * 32, "s" * 32, "w" * 32, day, day, "j" * 32)
    for new in (split, moved, shut, away):
        rows.put(db, new)
        assert rows.get(db, type(new), new.id) == new
    connection.close(db)


def test_a_file_of_the_fifth_schema_keeps_its_dossiers_and_can_hold_who_led(path: Path, key: bytes) -> None:
    files.private_folder(path.parent)
    db = Database(driver.connect(path, key, "rwc"))
    migrations.steps.apply(db, stop_before="m0006_dossier")
    assert db.execute("PRAGMA user_version").fetchone()[0] == 5
    child = Patient("p" * 32, "Sam", "Jansen", AT.date(), "w" * 32, AT, bsn="999900006")
    told = Feedback("f" * 32, "s" * 32, child.id, "a" * 32, FeedbackMoment.START, AT.date())
    for one in (child, told):
        put_as_before(db, one)

    migrations.migrate(db)

    for one in (child, told):
        assert rows.get(db, type(one), one.id) == one
    checked = replace(
        child,
        bsn_status=BsnStatus.CHECKED,
        bsn_checked_on=AT.date(),
        bsn_checked_how=BsnCheck.DOCUMENT,
        distinct_from=("q" * 32,),
    )
    led = LeadChange("l" * 32, child.id, "w" * 32, "Sanne", "j" * 32, "Joris", "Verlof", "w" * 32, "Sanne", AT)
    looked = Review("r" * 32, child.id, 12, "w" * 32, "Sanne", AT, "Sam beslist nu mee.")
    for new in (checked, replace(told, closed_why="family_no"), led, looked):
        rows.put(db, new)
        assert rows.get(db, type(new), new.id) == new
    connection.close(db)


def test_a_file_of_the_sixth_schema_finds_people_and_notes_again_by_and_by(path: Path, key: bytes) -> None:
    files.private_folder(path.parent)
    db = Database(driver.connect(path, key, "rwc"))
    migrations.steps.apply(db, stop_before="m0007_names_apart")
    assert db.execute("PRAGMA user_version").fetchone()[0] == 6
    for one in (
        Patient("p" * 32, "Lieke", "Berg", AT.date(), "w" * 32, AT, prefix="van den", phone="+31612345678"),
        PersonCard("c" * 32, "s" * 32, "Daan", "Bos", AT.date()),
        Note("n" * 32, "p" * 32, "a" * 32, "first_talk", 1, "w" * 32, "Sanne", AT, {"request": "Zoekt rust"}),
        Addendum("d" * 32, "n" * 32, "p" * 32, "Later belde school", "w" * 32, "Sanne", AT),
        Provider("v" * 32, "Jeugdarts", "youth_health_service"),
        Handover("h" * 32, "p" * 32, "e" * 32, "v" * 32, "Mozaïek", AccessRoute.DECISION, AT, "w" * 32),
    ):
        put_as_before(db, one)
    db.execute("INSERT INTO search_entry (kind, record, patient_id, title) VALUES ('note', 'n', 'p', '')")

    migrations.migrate(db)

    assert search.is_behind(db)
    assert search.compare(db) == ((), ())
    assert search.catch_up(db) == 6
    assert search.compare(db) == ((), ())
    for typed, kind in {
        "0612345678": "patient",
        "bos": "person_card",
        "lieke rust": "note",
        "school": "addendum",
        "jeugdarts": "provider",
        "mozaiek": "handover",
    }.items():
        assert [hit.kind for hit in search.find(db, typed)] == [kind], typed
    connection.close(db)


def put_as_before(db: Database, record: typing.Any) -> None:
    """A record in the columns that its table had then."""
    table = rows.MAPPINGS[type(record)].table
    names = [row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()]
    db.table(table).insert({name: rows.to_column(getattr(record, name)) for name in names})


def test_deleted_words_are_overwritten_in_the_index(db: Database) -> None:
    assert db.execute("SELECT v FROM search_config WHERE k = 'secure-delete'").fetchone()[0] == 1
