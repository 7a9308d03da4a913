"""What a damaged file still holds goes into a copy of it: nothing newer is overwritten, nothing gone comes back."""

import hashlib
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from gpconnect.domain.access import AccessLines
from gpconnect.domain.notes import NoteDraft
from gpconnect.storage import access_log, checks, connection, drafts, mending, meta, operations, parcels, rows, salvage
from gpconnect.storage.conflicts import Marked, mark, marked
from gpconnect.storage.mending import Outlook
from gpconnect.storage.pages import PAGE
from tests.storage.test_access_log import event
from tests.storage.test_operations import SPACE, operation, parcel

NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
Work = Callable[[Database], object]
LOST = access_log.AccessEvent(
    "9" * 32, access_log.ActionCode.EXECUTE, access_log.EventType.CHANGE, NOW, "", "w1", "youth_worker", "device"
)


def draft(number: int, words: str) -> NoteDraft:
    return NoteDraft(f"d{number}", "p1", "", "t", 1, "w1", "device", NOW, NOW, {"request": words})


class Two:
    """A file and a copy of it from before something was done."""

    def __init__(self, db: Database, path: Path, key: bytes) -> None:
        self.db, self.path, self.key = db, path, key
        self.copy = path.with_name("copy.db")

    def split(self, before: Work, after: Work) -> None:
        """Does the one, copies, does the other, and closes the file."""
        with connection.transaction(self.db):
            before(self.db)
        connection.checkpoint(self.db)
        shutil.copyfile(self.path, self.copy)
        with connection.transaction(self.db):
            after(self.db)
        connection.close(self.db)

    def turn(self, *names: str) -> None:
        """One bit on the first page of each of these tables and indexes."""
        db = connection.open_beside(self.path, self.key)
        roots = dict(db.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
        connection.close(db)
        data = bytearray(self.path.read_bytes())
        for name in names:
            data[(roots[name] - 1) * PAGE + 1000] ^= 1
        self.path.write_bytes(data)

    def mend(self) -> tuple[Database, Outlook]:
        """The copy, with what the file still holds, and what was said of it before."""
        fresh = connection.open_file(self.copy, self.key)
        with salvage.opened(self.path, self.key, in_use=False) as left, connection.transaction(fresh):
            said = mending.outlook(left, fresh, LOST.device)
            mending.carry(fresh, left, LOST, ("apart:",))
        assert checks.numbering(fresh) == []
        return fresh, said


@pytest.fixture
def two(db: Database, path: Path, key: bytes) -> Two:
    return Two(db, path, key)


def test_what_this_device_alone_has_is_as_in_the_file_and_not_as_in_the_copy(two: Two) -> None:
    def before(db: Database) -> None:
        drafts.save(db, draft(1, "eerst"))
        drafts.save(db, draft(2, "daarna ondertekend"))
        meta.put_meta(db, "setting", "old")
        meta.put_meta(db, "apart:this", "old")

    def after(db: Database) -> None:
        drafts.save(db, draft(1, "verder getypt"))
        drafts.delete(db, "d2")
        drafts.save(db, draft(3, "nieuw"))
        meta.put_meta(db, "setting", "new")
        meta.put_meta(db, "apart:this", "new")
        mark(db, Marked("o1", "note", "n1", "other_bytes", "w1", NOW))

    two.split(before, after)
    fresh, said = two.mend()

    assert {one.id: one.answers["request"] for one in drafts.of_author(fresh, "w1")} == {
        "d1": "verder getypt",
        "d3": "nieuw",
    }
    assert (meta.get_meta(fresh, "setting"), meta.get_meta(fresh, "apart:this")) == ("new", "old")
    assert [one.op_id for one in marked(fresh)] == ["o1"]
    assert said == Outlook(0, 2, 0, 0, (), untold=False, lines=0)
    connection.close(fresh)


def test_a_draft_on_a_bad_page_is_as_in_the_copy_unless_it_was_thrown_away(two: Two) -> None:
    def before(db: Database) -> None:
        drafts.save(db, draft(1, "eerst"))
        drafts.save(db, draft(2, "daarna ondertekend"))

    two.split(before, lambda db: drafts.delete(db, "d2"))
    two.turn("note_draft")
    fresh, _ = two.mend()
    assert [one.id for one in drafts.of_author(fresh, "w1")] == ["d1"]
    connection.close(fresh)


def test_when_no_index_tells_which_drafts_there_were_none_is_thrown_away(two: Two) -> None:
    def before(db: Database) -> None:
        drafts.save(db, draft(1, "eerst"))
        drafts.save(db, draft(2, "daarna ondertekend"))

    two.split(before, lambda db: drafts.delete(db, "d2"))
    two.turn("note_draft", "sqlite_autoindex_note_draft_1")
    fresh, _ = two.mend()
    assert sorted(one.id for one in drafts.of_author(fresh, "w1")) == ["d1", "d2"]
    connection.close(fresh)


def sealed(number: int, envelope: bytes = b"sealed") -> parcels.ParcelOut:
    """A parcel of which the hash fits."""
    return parcel(number, envelope=envelope, digest=hashlib.sha256(envelope).digest())


def fill(db: Database) -> None:
    """Two operations in a parcel, of which the hub took one; and one that it refused."""
    for number in (1, 2, 3):
        operations.append(db, operation(number), seq=None)


def test_what_became_of_an_operation_since_the_copy_goes_along(two: Two) -> None:
    def after(db: Database) -> None:
        parcels.start_chain(db, SPACE, parcel().incarnation)
        for number in (1, 2, 3):
            parcels.store_parcel(db, sealed(number), [operation(number).op_id])
        parcels.acknowledge(db, SPACE, parcel().incarnation, 1, 7)
        parcels.refuse(db, SPACE, parcel().incarnation, 2, "not_allowed", repack=False)
        operations.append(db, operation(4), seq=None)
        operations.append(db, operation(5, author="somebody"), seq=8)

    two.split(fill, after)
    fresh, said = two.mend()

    assert said.kept == 2
    assert [(one.op_id, code) for one, code in operations.refused(fresh)] == [(operation(2).op_id, "not_allowed")]
    assert [one.op_id for one in operations.waiting(fresh, SPACE)] == [operation(4).op_id]
    assert parcels.next_parcel(fresh, SPACE) == sealed(3)
    placed = dict(fresh.execute("SELECT op_id, seq FROM operation WHERE seq IS NOT NULL").fetchall())
    assert placed == {operation(1).op_id: 7, operation(5).op_id: 8}
    # The parcel that was under way still carries its operation: a hub that took it says so by its hash alone.
    assert parcels.acknowledge(fresh, SPACE, parcel().incarnation, 3, 9) == [operation(3).op_id]
    connection.close(fresh)


def test_parcels_after_a_lost_one_stay_behind_and_their_operations_wait_anew(two: Two) -> None:
    def after(db: Database) -> None:
        parcels.start_chain(db, SPACE, parcel().incarnation)
        for number in (1, 2, 3):
            long = sealed(number, b"x" * 12_000)
            parcels.store_parcel(db, long, [operation(number).op_id])

    two.split(fill, after)
    data = bytearray(two.path.read_bytes())
    with salvage.opened(two.path, two.key, in_use=False) as left:
        whole = len(left.trees["parcel_out"].rows)
    for page in range(len(data) // PAGE - 1, 0, -1):
        data[page * PAGE + 2000] ^= 1
        two.path.write_bytes(data)
        with salvage.opened(two.path, two.key, in_use=False) as left:
            if left.trees["parcel_out"].broken == [2]:
                break
        data[page * PAGE + 2000] ^= 1
    else:
        raise AssertionError
    assert whole == 3
    fresh, _ = two.mend()
    assert [row for (row,) in fresh.execute("SELECT number FROM parcel_out")] == [1]
    assert [one.op_id for one in operations.waiting(fresh, SPACE)] == [operation(n).op_id for n in (2, 3)]
    connection.close(fresh)


def test_operations_on_bad_pages_are_told_by_the_indexes(two: Two) -> None:
    def after(db: Database) -> None:
        operations.append(db, operation(4, dossier="p1"), seq=None)
        operations.append(db, operation(5), seq=9)

    two.split(fill, after)
    two.turn("operation")
    fresh, said = two.mend()
    assert said == Outlook(0, 0, 3, 1, ("p1",), untold=False, lines=0)
    connection.close(fresh)


def test_without_the_index_of_places_the_outbox_tells_what_was_never_sent(two: Two) -> None:
    def after(db: Database) -> None:
        operations.append(db, operation(4), seq=None)
        operations.append(db, operation(5), seq=9)

    two.split(fill, after)
    two.turn("operation", "operation_record", "outbox")
    fresh, said = two.mend()
    assert (said.from_copy, said.from_hub, said.lost) == (3, 1, ("",))
    connection.close(fresh)


def test_without_any_index_nobody_can_say_what_was_lost(two: Two) -> None:
    two.split(fill, lambda db: meta.put_meta(db, "setting", 1))
    two.turn("operation", "operation_record", "operation_dossier", "operation_action", "sqlite_autoindex_operation_1")
    fresh, said = two.mend()
    assert said.untold
    assert len(operations.waiting(fresh, SPACE)) == 3
    connection.close(fresh)


def test_a_line_that_is_lost_keeps_its_place_and_says_whose_it_was(two: Two) -> None:
    def after(db: Database) -> None:
        for number in (3, 4):
            access_log.record(db, event(number, f"p{number}"))

    two.split(lambda db: access_log.record(db, event(1)), after)
    two.turn("access_log")
    fresh, said = two.mend()
    assert said.lines == 2
    assert access_log.verify_chain(fresh) is None
    assert [one.event.client for one in access_log.after_row(fresh, 1)] == ["p3", "p4"]
    assert [one.event.at for one in access_log.after_row(fresh, 1)] == [event(3).at, event(4).at]
    connection.close(fresh)


LOG = ("access_log", "access_log_client", "access_log_at")


def told_up_to(row: int, device: str) -> AccessLines:
    return AccessLines(f"{device}{row}", device, 1, row, "00" * 32, "11" * 32, NOW, NOW, ())


@pytest.mark.parametrize("bad", [(), ("meta",)])
def test_how_far_the_log_came_stands_elsewhere_when_the_log_and_its_indexes_are_gone(
    two: Two, bad: tuple[str, ...]
) -> None:
    """In the settings, and in what others were told; what another device told of its own log says nothing here."""

    def after(db: Database) -> None:
        for number in (2, 3, 4):
            access_log.record(db, event(number))
        meta.put_meta(db, f"{access_log.SHARED}:team/1", [3, 4])
        rows.put(db, told_up_to(3, LOST.device))
        rows.put(db, told_up_to(90, "another"))

    two.split(lambda db: access_log.record(db, event(1)), after)
    two.turn(*LOG, *bad)
    fresh, said = two.mend()
    lost = 2 if bad else 3
    assert said.lines == lost
    assert [one.event.purpose for one in access_log.after_row(fresh, 1)] == [LOST.purpose] * lost
    assert access_log.verify_chain(fresh) is None
    connection.close(fresh)


def test_the_log_of_another_device_stays_with_its_own_file(two: Two) -> None:
    two.split(lambda db: access_log.record(db, event(1)), lambda db: access_log.record(db, event(2)))
    two.copy.unlink()
    other = connection.create_file(two.copy, two.key)
    with connection.transaction(other):
        access_log.record(other, event(8))
    connection.close(other)
    fresh, _ = two.mend()
    assert [one.event for one in access_log.after_row(fresh, 0)] == [event(8)]
    connection.close(fresh)
