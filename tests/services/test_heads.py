"""The head of an old place of an order: worked out from a short stretch, however long the order is."""

import hashlib

import pytest

from gpconnect.services import healing_standing, spaces
from gpconnect.services.session import Session
from gpconnect.storage import healing, parcels
from gpconnect.storage.connection import transaction
from gpconnect.storage.parcels import Cursor, Received
from gpconnect.sync import wire
from tests.services.conftest import PRACTICE, MakeSession

READ = 2 * spaces.MARK_EVERY + 300
RECEIVED_AT = "2026-11-24T08:52:00+00:00"


@pytest.fixture
def gp(make_session: MakeSession) -> Session:
    """A GP who has read a long order, in which every seventh place was refused."""
    session, head = make_session("gp"), wire.ZERO_HASH
    with transaction(session.db):
        for seq in range(1, READ + 1):
            digest, code = hashlib.sha256(b"%d" % seq).digest(), "" if seq % 7 else "quota"
            head = wire.next_head(head, seq, digest, code)
            spaces.keep_head(session.db, PRACTICE, seq, head)
            item = Received(PRACTICE, seq, digest, b"" if code else b"sealed", (), code, RECEIVED_AT)
            parcels.keep_received(session.db, item, "refused" if code else "applied")
        parcels.set_cursor(session.db, PRACTICE, Cursor(b"hub", READ, head, 0))
    return session


def folded(session: Session, seq: int) -> bytes:
    """The head as it follows from every place before it."""
    head = wire.ZERO_HASH
    for item in healing.in_turn(session.db, PRACTICE, seq):
        head = wire.next_head(head, item.seq, item.digest, item.code)
    return head


@pytest.mark.parametrize("seq", [0, 1, 999, 1000, 1001, 1777, 2000, READ])
def test_the_head_of_a_place_is_what_every_place_before_it_makes(gp: Session, seq: int) -> None:
    assert healing_standing.head_at(gp, PRACTICE, seq) == folded(gp, seq)


def test_of_what_was_not_read_nothing_is_known(gp: Session) -> None:
    assert healing_standing.head_at(gp, PRACTICE, READ + 1) == b""
    assert healing_standing.head_at(gp, "team/other", 1) == b""


def test_only_the_stretch_since_the_last_mark_is_read(gp: Session) -> None:
    right = folded(gp, 1777)
    with transaction(gp.db):
        gp.db.execute("DELETE FROM parcel_in WHERE seq <= 1000")

    assert healing_standing.head_at(gp, PRACTICE, 1777) == right


def test_a_place_that_is_missing_has_no_head(gp: Session) -> None:
    with transaction(gp.db):
        gp.db.execute("DELETE FROM parcel_in WHERE seq > 1500")

    assert healing_standing.head_at(gp, PRACTICE, 1777) == b""


def test_after_a_cut_the_marks_of_the_order_that_is_over_do_not_count(gp: Session) -> None:
    with transaction(gp.db):
        gp.db.execute("DELETE FROM parcel_in WHERE seq > 1500")
        cut = folded(gp, 1500)
        parcels.set_cursor(gp.db, PRACTICE, Cursor(b"another", 1500, cut, 0))

    assert healing_standing.head_at(gp, PRACTICE, 1500) == cut
    assert healing_standing.head_at(gp, PRACTICE, 2000) == b""


def test_an_order_is_gone_through_a_few_places_at_a_time(gp: Session) -> None:
    assert [one.seq for one in healing.in_turn(gp.db, PRACTICE, 40)] == list(range(1, 41))
    assert list(healing.in_turn(gp.db, PRACTICE, 0)) == []
    assert len(list(healing.in_turn(gp.db, PRACTICE, READ + 50))) == READ
    assert len(healing.links(gp.db, PRACTICE, 0, READ)) == healing.LINKS_AT_ONCE
