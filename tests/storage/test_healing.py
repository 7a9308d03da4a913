"""Our own parcels once more, and places in the hub's order that are no longer so."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlite_utils import Database

from gpconnect.storage import erasure, healing, keys, operations, parcels
from gpconnect.storage.erasure import Tombstone
from gpconnect.storage.healing import Done
from gpconnect.storage.parcels import Received
from tests.storage.test_operations import LIFE, SPACE, operation, parcel


def test_what_we_sent_is_known_by_its_hash(db: Database) -> None:
    parcels.start_chain(db, SPACE, LIFE)
    parcels.store_parcel(db, parcel(1), [])

    assert healing.sent(db, SPACE, parcel(1).digest) == parcel(1).envelope
    assert healing.sent(db, SPACE, b"another") == b""


def test_what_loses_its_place_waits_when_it_is_ours_and_stays_when_it_is_not(db: Database) -> None:
    parcels.start_chain(db, SPACE, LIFE)
    for number in (1, 2):
        operations.append(db, operation(number), seq=None)
        parcels.store_parcel(db, parcel(number), [operation(number).op_id])
        parcels.acknowledge(db, SPACE, LIFE, number, number)
    operations.append(db, operation(3, device="another"), seq=3)
    for seq in (1, 2, 3):
        parcels.keep_received(db, Received(SPACE, seq, b"", b"", (), "", "2026-11-22T09:00:00+00:00"), "applied")
    keys.set_holder(db, SPACE, b"slot", b"holder")

    lost = healing.unplace(db, SPACE, 1, "device")

    assert lost == [operation(2).op_id, operation(3, device="another").op_id]
    waiting = parcels.next_parcel(db, SPACE)
    assert waiting is not None
    assert waiting.number == 2
    assert operations.outbox_counts(db)[SPACE].under_way == 1
    assert [one.seq for one in parcels.received(db, SPACE, 1, 9)] == [1]
    assert keys.holder(db, SPACE, b"slot") is None
    operations.append(db, operation(3, device="another"), seq=2)
    assert operations.of_record(db, "appointment", "a1") == [operation(1), operation(3, device="another"), operation(2)]


def test_what_this_device_made_before_its_file_was_put_back_goes_out_once_more(db: Database) -> None:
    operations.append(db, operation(1), seq=1)
    operations.append(db, operation(2), seq=2)
    operations.append(db, operation(3, device="another"), seq=3)

    healing.unplace(db, SPACE, 1, "device")
    assert operations.waiting(db, SPACE) == [operation(2)]

    healing.unplace(db, SPACE, 0, "device")
    assert operations.waiting(db, SPACE) == [operation(1), operation(2)], "each of them once"


def test_a_destruction_that_lost_its_place_counts_after_everything_until_it_has_one_again(db: Database) -> None:
    gone = replace(operation(1), kind="erasure.destroyed", record="e1")
    operations.append(db, gone, seq=5)
    stone = Tombstone("p1", "ar17", "legal", datetime(2026, 11, 24, tzinfo=UTC), "e1", ("note:n1",), 5)
    erasure.destroy(db, stone)

    erasure.unplace(db, SPACE, 5)
    assert erasure.tombstones(db) == [stone]
    erasure.unplace(db, SPACE, 4)
    healing.unplace(db, SPACE, 4, "device")
    erasure.place_again(db)
    assert erasure.tombstones(db) == [replace(stone, seq=erasure.UNPLACED)]
    operations.append(db, gone, seq=9)
    erasure.place_again(db)

    assert erasure.tombstones(db) == [replace(stone, seq=9)]


def test_what_was_done_after_a_place_says_on_which_device_and_about_what(db: Database) -> None:
    for number in (1, 2):
        operations.append(db, operation(number), seq=number)
    one = operation(2)

    assert healing.done_after(db, SPACE, 1) == [Done(one.device, one.action, one.kind, one.record)]
