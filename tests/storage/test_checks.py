"""What a check notices beside damage: numbers that do not follow, and an index that does not find what there is."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.schedule import Site
from gpconnect.storage import checks, connection, operations, parcels, rows, search
from gpconnect.storage.parcels import Cursor, ParcelOut, Received

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CHAIN = b"12345678"
BORN = date(2011, 3, 9)
RECORDS = (
    Patient("p1", "Zoë", "Geheimenberg", BORN, "w1", NOW),
    PersonCard("p1", "site", "Zoë", "Geheimenberg", BORN),
    Note("n1", "p1", "a1", "intake", 1, "w1", "Noor", NOW, {"S": "Piekert"}),
    Addendum("d1", "n1", "p1", "Later bleek", "w1", "Noor", NOW),
    Provider("v1", "Mozaïek", "specialist_mh_care", ("mood",), access_routes=(AccessRoute.DECISION,)),
)


def operation(number: int) -> Operation:
    return Operation(f"o{number}", "team/t", "p1", "patient.recorded", "p1", 1, NOW, "w1", "d", "a", (), {})


def parcel(number: int) -> ParcelOut:
    envelope = b"sealed %d" % number
    return ParcelOut("team/t", CHAIN, number, envelope, hashlib.sha256(envelope).digest())


@pytest.fixture
def sent(db: Database) -> Database:
    """Two parcels, of which the first arrived; one operation that waits."""
    with connection.transaction(db):
        parcels.start_chain(db, "team/t", CHAIN)
        for number in (1, 2, 3):
            operations.append(db, operation(number), seq=None)
        for number in (1, 2):
            parcels.store_parcel(db, parcel(number), [f"o{number}"])
        first = parcel(1)
        parcels.keep_received(
            db, Received("team/t", 1, first.digest, first.envelope, (), "", NOW.isoformat()), "applied"
        )
        parcels.keep_received(db, Received("team/t", 2, b"hash", b"", (), "quota", NOW.isoformat()), "refused")
        parcels.acknowledge(db, "team/t", CHAIN, 1, 1)
        parcels.set_cursor(db, "team/t", Cursor(CHAIN, 2, b"head", 0))
    return db


def test_what_follows_is_fine(sent: Database) -> None:
    assert checks.numbering(sent) == []


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("DELETE FROM outbox WHERE row = 3", "outbox.missing 3"),
        ("UPDATE operation SET seq = 9 WHERE row = 3", "outbox.arrived 3"),
        ("UPDATE outbox SET number = 7, incarnation = x'00' WHERE row = 3", "outbox.parcel 3"),
        ("INSERT INTO outbox (row, space) VALUES (88, 'team/t')", "outbox.orphan 88"),
        ("DELETE FROM parcel_out WHERE number = 1", "chain.gap 2"),
        ("UPDATE chain SET prev_hash = x'00'", "chain.end 3"),
        ("DELETE FROM parcel_in WHERE seq = 1", "order.gap 2"),
        ("UPDATE parcel_out SET envelope = x'00' WHERE number = 2", "parcel_out 2"),
        ("UPDATE parcel_in SET envelope = x'00' WHERE seq = 1", "parcel_in 1"),
    ],
)
def test_what_does_not_follow_is_named_by_its_number(sent: Database, harm: str, found: str) -> None:
    sent.execute("PRAGMA foreign_keys = OFF")
    sent.execute(harm)

    assert checks.numbering(sent) == [found]


@pytest.fixture
def findable(db: Database) -> Database:
    with connection.transaction(db):
        rows.put_many(db, RECORDS)
        for record in RECORDS:
            search.index_record(db, record)
    return db


def test_the_index_finds_what_there_is(findable: Database) -> None:
    assert search.compare(findable) == ((), ())


@pytest.mark.parametrize(
    ("harm", "wrong", "leftover"),
    [
        ("DELETE FROM search_entry WHERE kind = 'note'", ("note n1",), ()),
        ("UPDATE search_entry SET title = 'Anders' WHERE kind = 'provider'", ("provider v1",), ()),
        ('UPDATE note SET answers = \'{"S": "Slaapt"}\'', ("note n1",), ()),
        ("DELETE FROM search WHERE rowid = 3", ("note n1",), ()),
        ("DELETE FROM addendum", (), (4,)),
    ],
)
def test_what_it_misses_or_has_too_many_of_is_named_and_building_it_again_mends_it(
    findable: Database, harm: str, wrong: tuple[str, ...], leftover: tuple[int, ...]
) -> None:
    with connection.transaction(findable):
        findable.execute(harm)
    assert search.compare(findable) == (wrong, leftover)
    with connection.transaction(findable):
        search.rebuild(findable)

    assert search.compare(findable) == ((), ())
    assert search.intact(findable)


def test_a_kind_that_nobody_searches_has_no_entry(findable: Database) -> None:
    search.index_record(findable, Site("s1", "Praktijk Slaap"))
    assert search.find(findable, "praktijk") == []


def test_pages_that_were_just_being_written_are_read_again(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A complaint counts only when it comes back every time."""
    told = [["page 3"], []]

    class Answers:
        def fetchall(self) -> list[tuple[str]]:
            return [(one,) for one in told.pop(0)]

    monkeypatch.setattr(type(db), "execute", lambda _db, _sql: Answers())
    assert checks._pages(db) == ()
    told.extend([["page 3"]] * 3)
    assert checks._pages(db) == ("page 3",)


@pytest.mark.parametrize("stage", ["structure", "rows", "chains", "search"])
def test_a_check_stops_at_once_when_asked(path: Path, key: bytes, db: Database, stage: str) -> None:
    def stop(at: str, _done: int, _total: int) -> None:
        if at == stage:
            raise KnownError(checks.STOPPED)

    connection.checkpoint(db)
    with pytest.raises(KnownError, match=checks.STOPPED):
        checks.verify(path, key, stop)


def test_what_a_check_found_is_told_in_codes_with_how_often() -> None:
    report = checks.Report(("p1", "p2"), ("s",), 10, 4, search=False, numbering=("n",), unfindable=("note n1",))

    assert report.codes == ("pages 2", "structure 1", "access_log 1", "numbering 1", "search 2")
    assert not report.ok
    assert checks.Report((), (), 10, None, search=True).codes == ()
