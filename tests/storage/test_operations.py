import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gpconnect.domain.operations import Operation
from gpconnect.storage import conflicts, connection, operations, parcels
from gpconnect.storage.operations import Appended, OutboxCount
from gpconnect.storage.parcels import Chain, Cursor, ParcelOut, Received, Trouble

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SPACE = "practice/site1"
LIFE = b"12345678"


def operation(number: int, **changes: Any) -> Operation:
    made = Operation(
        op_id=f"{number:032x}",
        space=SPACE,
        dossier=None,
        kind="appointment.booked",
        record="a1",
        schema=1,
        made_at=NOW + timedelta(minutes=number),
        author="staff",
        device="device",
        action="act",
        seen=("x",),
        body={"words": "Slaapt slecht", "age": 14, "list": [1, None]},
    )
    return dataclasses.replace(made, **changes)


def parcel(number: int = 1, **changes: Any) -> ParcelOut:
    made = ParcelOut(SPACE, LIFE, number, b"sealed %d" % number, bytes([number]) * 32, b"keys")
    return dataclasses.replace(made, **changes)


def test_what_is_made_here_waits_in_the_outbox_and_comes_back_as_it_was(db: Database) -> None:
    first, second = operation(1), operation(2, dossier="p1", seen=(), body={})
    assert [operations.append(db, op, seq=None) for op in (first, second)] == [Appended.NEW, Appended.NEW]
    assert operations.waiting(db, SPACE) == [first, second]
    assert operations.waiting(db, SPACE, limit=1) == [first]
    assert operations.outbox_spaces(db) == [SPACE]
    assert operations.outbox_counts(db) == {SPACE: OutboxCount(2, 0, 0, first.made_at)}
    assert operations.by_id(db, second.op_id) == second
    assert operations.by_id(db, "unknown") is None
    assert operations.of_dossier(db, "p1") == [second]


def test_the_same_operation_counts_once_and_another_under_its_id_is_an_alarm(db: Database) -> None:
    operations.append(db, operation(1), seq=7)
    assert operations.append(db, operation(1), seq=9) is Appended.KNOWN
    assert operations.append(db, operation(1), seq=None) is Appended.KNOWN
    others: tuple[dict[str, Any], ...] = (
        {"author": "somebody else"},
        {"body": {}},
        {"action": "other"},
        {"made_at": NOW},
    )
    for other in others:
        assert operations.append(db, operation(1, **other), seq=7) is Appended.ALARM
    assert operations.of_record(db, "appointment", "a1") == [operation(1)]
    assert operations.outbox_counts(db) == {}


def test_in_the_pilots_space_the_action_does_not_travel_and_is_not_compared(db: Database) -> None:
    operations.append(db, operation(1, space="pilot/x"), seq=None)
    assert operations.append(db, operation(1, space="pilot/x", action=""), seq=3) is Appended.KNOWN
    assert operations.outbox_spaces(db) == []


def test_hub_order_comes_first_and_what_is_not_sent_last(db: Database) -> None:
    operations.append(db, operation(1), seq=None)
    operations.append(db, operation(2), seq=5, place=1)
    operations.append(db, operation(3), seq=None)
    operations.append(db, operation(4), seq=5, place=0)
    operations.append(db, operation(5), seq=2)
    operations.append(db, operation(6, kind="appointment_note.made"), seq=1)
    operations.append(db, operation(7, kind="appointment"), seq=1)
    order = [int(op.op_id, 16) for op in operations.of_record(db, "appointment", "a1")]
    assert order == [5, 4, 2, 1, 3]


def test_pending_until_the_hub_acknowledges(db: Database) -> None:
    operations.append(db, operation(1), seq=None)
    assert operations.is_pending(db, "appointment", "a1")
    assert not operations.is_pending(db, "slot", "a1")
    assert operations.action_pending(db, "act")
    assert operations.append(db, operation(1), seq=4, place=2) is Appended.KNOWN
    assert not operations.is_pending(db, "appointment", "a1")
    assert not operations.action_pending(db, "act")


def test_a_parcel_is_kept_before_it_is_sent_and_resent_unchanged(db: Database) -> None:
    for number in (1, 2):
        operations.append(db, operation(number), seq=None)
    assert parcels.chain(db, SPACE) is None
    assert parcels.start_chain(db, SPACE, LIFE) == Chain(LIFE, 1, bytes(32))
    parcels.store_parcel(db, parcel(), [operation(2).op_id, operation(1).op_id])
    assert parcels.chain(db, SPACE) == Chain(LIFE, 2, parcel().digest)
    assert parcels.next_parcel(db, SPACE) == parcels.next_parcel(db, SPACE) == parcel()
    assert operations.waiting(db, SPACE) == []
    assert operations.outbox_counts(db)[SPACE].under_way == 2
    assert parcels.acknowledge(db, SPACE, LIFE, 1, seq=8) == [operation(2).op_id, operation(1).op_id]
    assert parcels.acknowledge(db, SPACE, LIFE, 1, seq=8) == []
    assert parcels.next_parcel(db, SPACE) is None
    # The order in the parcel is the order that counts, here as everywhere.
    assert operations.of_record(db, "appointment", "a1") == [operation(2), operation(1)]


def test_what_was_destroyed_under_way_leaves_a_gap_in_its_parcel(db: Database) -> None:
    """Everybody else reads the parcel as it was sealed, so the others keep the places that they have there."""
    for number in (1, 2, 3):
        operations.append(db, operation(number), seq=None)
    parcels.start_chain(db, SPACE, LIFE)
    parcels.store_parcel(db, parcel(), [operation(number).op_id for number in (1, 2, 3)])
    db.execute("DELETE FROM operation WHERE op_id = ?", (operation(1).op_id,))

    assert parcels.acknowledge(db, SPACE, LIFE, 1, seq=8) == [operation(2).op_id, operation(3).op_id]
    places = db.execute("SELECT seq, place FROM operation ORDER BY op_id").fetchall()
    assert places == [(8, 1), (8, 2)]


def test_several_parcels_wait_in_the_order_in_which_they_were_sealed(db: Database) -> None:
    operations.append(db, operation(1), seq=None)
    parcels.start_chain(db, SPACE, LIFE)
    assert parcels.unanswered(db, SPACE) == (0, 0)
    assert not parcels.brings_entry(db, SPACE)
    parcels.store_parcel(db, parcel(1), [operation(1).op_id])
    assert not parcels.brings_entry(db, SPACE)
    parcels.store_parcel(db, parcel(2), [])
    assert parcels.brings_entry(db, SPACE), "without operations"
    size = sum(len(one.envelope) + len(one.keys) for one in (parcel(1), parcel(2)))
    assert parcels.unanswered(db, SPACE) == (2, size)
    assert parcels.next_parcels(db, SPACE, 5) == [parcel(1), parcel(2)]
    assert parcels.next_parcels(db, SPACE, 1) == [parcel(1)]
    parcels.promise(db, SPACE)
    assert parcels.chain(db, SPACE) == Chain(LIFE, 3, parcel(2).digest)
    parcels.acknowledge(db, SPACE, LIFE, 1, seq=8)
    assert parcels.next_parcels(db, SPACE, 5) == [parcel(2)]
    assert parcels.waiting_parcel(db, SPACE, parcel(2).digest) == parcel(2)
    assert parcels.waiting_parcel(db, SPACE, b"another") is None


@pytest.mark.parametrize("changes", [{"number": 2}, {"incarnation": b"another1"}, {"space": "team/x"}])
def test_a_parcel_that_would_fork_our_own_chain_is_a_bug(db: Database, changes: dict[str, Any]) -> None:
    parcels.start_chain(db, SPACE, LIFE)
    with pytest.raises(RuntimeError):
        parcels.store_parcel(db, parcel(**changes), [])
    assert parcels.next_parcel(db, SPACE) is None


def test_a_stale_parcel_is_packed_again_and_any_other_refusal_stays_in_sight(db: Database) -> None:
    operations.append(db, operation(1), seq=None)
    parcels.start_chain(db, SPACE, LIFE)
    parcels.store_parcel(db, parcel(1), [operation(1).op_id])
    assert parcels.refuse(db, SPACE, LIFE, 1, "stale_epoch", repack=True) == [operation(1).op_id]
    assert operations.waiting(db, SPACE) == [operation(1)]
    parcels.store_parcel(db, parcel(2), [operation(1).op_id])
    parcels.refuse(db, SPACE, LIFE, 2, "not_a_member", repack=False)
    assert operations.waiting(db, SPACE) == []
    assert operations.refused(db) == [(operation(1), "not_a_member")]
    assert operations.outbox_counts(db) == {SPACE: OutboxCount(0, 0, 1, None)}
    assert operations.outbox_spaces(db) == []
    assert parcels.next_parcel(db, SPACE) is None


def test_how_far_we_read_and_what_we_read_are_kept(db: Database) -> None:
    assert parcels.cursor(db, SPACE) is None
    parcels.set_cursor(db, SPACE, Cursor(b"hub", 3, b"head", 2))
    parcels.set_cursor(db, SPACE, Cursor(b"hub", 4, b"next", 2))
    assert parcels.cursor(db, SPACE) == Cursor(b"hub", 4, b"next", 2)
    places = [Received(SPACE, n, b"d", b"bytes", (True, False), "", "2026-11-22T09:00:00Z") for n in (1, 2, 3)]
    for place, state in zip(places, ("applied", "parked", "parked"), strict=True):
        parcels.keep_received(db, place, state)  # type: ignore[arg-type]  # the three texts are states
    parcels.keep_received(db, dataclasses.replace(places[0], envelope=b"other"), "alarm")
    assert parcels.received(db, SPACE, 1, 2) == places[:2]
    assert parcels.parked(db, SPACE) == [2, 3]
    parcels.set_state(db, SPACE, 2, "applied")
    assert parcels.parked(db, SPACE) == [3]


def test_what_is_refused_for_good_counts_no_longer_and_waits_no_more(db: Database) -> None:
    operations.append(db, operation(1), seq=4)
    operations.append(db, operation(2), seq=None)
    parcels.start_chain(db, SPACE, LIFE)
    parcels.store_parcel(db, parcel(1), [operation(2).op_id])
    parcels.refuse(db, SPACE, LIFE, 1, "bad_claim", repack=False)
    assert operations.of_record(db, "appointment", "a1") == [operation(1)]
    assert operations.of_record(db, "appointment", "a1", refused=True) == [operation(1), operation(2)]
    assert not operations.is_pending(db, "appointment", "a1")


@pytest.mark.parametrize("space", [SPACE, ""])
def test_a_chain_ends_and_what_was_packed_in_it_is_known(db: Database, space: str) -> None:
    parcels.start_chain(db, SPACE, LIFE)
    parcels.store_parcel(db, parcel(1), [])
    parcels.end_chain(db, "team/other")
    assert parcels.chain(db, SPACE) is not None
    parcels.end_chain(db, space)
    assert parcels.chain(db, SPACE) is None
    assert parcels.packed(db, SPACE, LIFE, 1) == parcels.next_parcel(db, SPACE) == parcel(1)
    assert parcels.packed(db, SPACE, LIFE, 2) is None


def test_what_came_in_wrong_is_told_newest_first_and_an_alarm_outlives_its_key(db: Database) -> None:
    at = "2026-11-22T09:00:0{}Z"
    came: list[tuple[parcels.State, str, str]] = [
        ("applied", "", ""),
        ("parked", "keys", ""),
        ("parked", "chain.gap", ""),
        ("refused", "seal.broken", ""),
        ("refused", "stale_epoch", "stale_epoch"),
        ("applied", "sealed", "sealed"),
        ("parked", "parcel.newer", ""),
    ]
    for n, (state, reason, code) in enumerate(came, start=1):
        parcels.keep_received(db, Received(SPACE, n, b"d", b"", (), code, at.format(n)), state, reason)
    parcels.set_state(db, SPACE, 2, "applied")
    parcels.set_state(db, SPACE, 3, "applied")
    parcels.set_state(db, SPACE, 7, "refused", "parcel.version")
    when = datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert parcels.troubles(db) == [
        Trouble(SPACE, 7, "refused", "parcel.version", when + timedelta(seconds=7)),
        Trouble(SPACE, 4, "refused", "seal.broken", when + timedelta(seconds=4)),
        Trouble(SPACE, 3, "applied", "chain.gap", when + timedelta(seconds=3)),
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), repeats=st.lists(st.integers(0, 5), max_size=6))
def test_however_operations_arrive_their_order_is_the_hubs(db: Database, order: list[int], repeats: list[int]) -> None:
    with connection.transaction(db):
        db.execute("DELETE FROM operation")
        for number in (*order, *repeats):
            operations.append(db, operation(number), seq=number // 2, place=number % 2)
    assert operations.of_record(db, "appointment", "a1") == [operation(number) for number in range(6)]


def test_many_that_are_new_are_added_at_once_after_the_others(db: Database) -> None:
    operations.append(db, operation(1), seq=1)
    operations.append_new(db, [(4, operation(2, record="b")), (5, operation(3, record="c"))], seq=2)
    assert operations.of_record(db, "appointment", "c") == [operation(3, record="c")]
    placed = db.execute("SELECT row, seq, place FROM operation ORDER BY row").fetchall()
    assert placed == [(1, 1, 0), (2, 2, 4), (3, 2, 5)]
    assert operations.outbox_spaces(db) == []


def test_what_is_new_is_told_from_what_somebody_touched_before(db: Database) -> None:
    operations.append(db, operation(1), seq=1)
    conflicts.mark(db, conflicts.Marked(f"{9:032x}", "note", "marked", "why", "staff", NOW))
    conflicts.put_conflict(db, conflicts.Conflict("note", "torn", "group", []))
    new = operation(3, record="b")
    asked = [operation(1), operation(2), new, operation(4, record="marked"), operation(5, record="torn")]
    assert operations.unknown(db, asked) == [new]


def test_operations_come_in_the_order_in_which_they_are_asked_for(db: Database) -> None:
    first, second, third = operation(1), operation(2), operation(3, record="b")
    for one in (first, second, third):
        operations.append(db, one, seq=1)
    assert operations.by_ids(db, [third.op_id, "unknown", first.op_id]) == [third, first]
    assert operations.about(db, [third.op_id, "unknown", first.op_id]) == [
        (third.kind, "b", True),
        (first.kind, first.record, False),
    ]


def test_how_often_and_when_last_a_record_was_written_counts_no_other_kind_and_nothing_refused(db: Database) -> None:
    for op in (operation(1), operation(3), operation(2), operation(4, kind="slot.planned"), operation(5, record="a2")):
        operations.append(db, op, seq=None)
    operations.keep_refusal(db, operation(3).op_id, "too_late")

    found = operations.histories(db, "appointment", ("a1", "a2", "a3"))
    assert found == {"a1": (2, operation(2).made_at), "a2": (1, operation(5).made_at)}


def test_only_what_is_in_no_parcel_is_held_back_and_only_once(db: Database) -> None:
    for op in (operation(1), operation(2), operation(3)):
        operations.append(db, op, seq=None)
    db.execute("UPDATE outbox SET number = 1 WHERE row = 2")

    held = [operations.hold_back(db, operation(one).op_id, "no") for one in (1, 1, 2, 9)]

    assert held == [True, False, False, False]
    assert [op.op_id for op, _ in operations.refused(db)] == [operation(1).op_id]
    assert [one.op_id for one in operations.waiting(db, operation(1).space)] == [operation(3).op_id]


def test_what_was_done_to_several_records_is_read_in_one_order(db: Database) -> None:
    sent = operation(1, record="a1", kind="waiting_entry.offered")
    waits = operation(2, record="a2", kind="waiting_entry.declined")
    refused = operation(3, record="a2", kind="waiting_entry.offered")
    other = operation(4, record="a2", kind="waiting_entry.wished")
    operations.append(db, waits, seq=None)
    operations.append(db, sent, seq=7)
    for one in (refused, other):
        operations.append(db, one, seq=None)
    operations.hold_back(db, refused.op_id, "claim.taken")
    kinds = ("waiting_entry.offered", "waiting_entry.declined")

    assert operations.of_kinds(db, kinds, ("a1", "a2", "a3")) == [sent, waits]
    assert operations.of_kinds(db, kinds, ()) == []
