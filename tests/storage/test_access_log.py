from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from gpconnect.storage import access_log, meta
from gpconnect.storage.access_log import AccessEvent, ActionCode, EventType

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def event(number: int, client: str = "p1") -> AccessEvent:
    return AccessEvent(
        event_id=f"{number:032x}",
        action=ActionCode.READ,
        type=EventType.READ,
        at=NOW + timedelta(minutes=number),
        client=client,
        user="w1",
        role="youth_worker",
        device="device",
        on_behalf_of="w2",
        purpose="treatment",
        detail="note",
    )


@pytest.fixture
def filled(db: Database) -> Database:
    for number, client in enumerate(("p1", "p2", "p1", "")):
        access_log.record(db, event(number, client))
    return db


def test_the_family_can_ask_who_looked(filled: Database) -> None:
    assert access_log.of_patient(filled, "p1") == [event(2), event(0)]
    assert access_log.between(filled, NOW, NOW + timedelta(minutes=2)) == [event(1, "p2"), event(0)]


def test_an_untouched_log_holds(filled: Database) -> None:
    assert access_log.verify_chain(filled) is None


def test_an_empty_log_holds(db: Database) -> None:
    assert access_log.verify_chain(db) is None


@pytest.mark.parametrize("sql", ["UPDATE access_log SET user = 'x'", "DELETE FROM access_log"])
def test_the_log_is_only_added_to(filled: Database, sql: str) -> None:
    with pytest.raises(Exception, match="only added to"):
        filled.execute(sql)


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        ("UPDATE access_log SET user = 'somebody else' WHERE row = 3", 3),
        ("UPDATE access_log SET hash = x'00' WHERE row = 2", 2),
        ("DELETE FROM access_log WHERE row = 2", 2),
        ("DELETE FROM access_log WHERE row = 1", 1),
        ("DELETE FROM access_log WHERE row = 4", 4),
        ("DELETE FROM access_log", 1),
    ],
)
def test_a_changed_or_missing_line_shows(filled: Database, sql: str, row: int) -> None:
    filled.execute("DROP TRIGGER access_log_fixed")
    filled.execute("DROP TRIGGER access_log_kept")
    filled.execute(sql)
    assert access_log.verify_chain(filled) == row


def test_a_line_slipped_in_shows(filled: Database) -> None:
    head = meta.get_meta(filled, "access_log.head")
    access_log.record(filled, event(9))
    meta.put_meta(filled, "access_log.head", head)
    assert access_log.verify_chain(filled) == 6


def test_lines_after_a_row_come_with_their_heads(filled: Database) -> None:
    first, *others = access_log.after_row(filled, 0)
    assert (first.row, first.before, first.event) == (1, "00" * 32, event(0))
    assert [one.before for one in others] == [first.head, *(one.head for one in others[:-1])]
    assert list(access_log.after_row(filled, 1)) == others
    assert (access_log.last_row(filled), access_log.head_at(filled, 4)) == (4, others[-1].head)
    assert access_log.head_at(filled, 0) == "00" * 32


def test_a_line_that_was_changed_on_the_way_does_not_fit_its_head(filled: Database) -> None:
    first, *_ = access_log.after_row(filled, 0)
    assert access_log.fits(first)
    assert not access_log.fits(replace(first, event=replace(first.event, user="somebody else")))


def test_an_emergency_counts_for_who_gave_the_reason_and_for_a_while(filled: Database) -> None:
    urgent = replace(event(9), type=EventType.EMERGENCY, detail="Er is nu gevaar")
    access_log.record(filled, urgent)
    before, after = urgent.at - timedelta(minutes=1), urgent.at + timedelta(minutes=1)
    assert access_log.emergency_since(filled, "p1", "w1", before) == urgent.at
    assert not access_log.emergency_since(filled, "p1", "w1", after)
    assert not access_log.emergency_since(filled, "p1", "w2", before)
    assert not access_log.emergency_since(filled, "p2", "w1", before)
