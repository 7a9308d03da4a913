"""What members get, what contributors get, and what strangers do not."""

from itertools import pairwise

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.sync import wire
from tests.hub.parties import TEAM, Desk

PILOT = "pilot/nijmegen"


def test_a_member_gets_everything_in_order_with_its_heads(anna: Desk, bilal: Desk) -> None:
    anna.found(bilal.laptop.member())
    for number in range(3):
        anna.push(body=b"%d" % number)
    answer = bilal.client.pull(TEAM)
    head = wire.ZERO_HASH
    for item in answer.items:
        assert wire.parcel_hash(item.envelope) == item.parcel_hash
        head = wire.next_head(head, item.seq, item.parcel_hash, item.code)

    assert [item.seq for item in answer.items] == [1, 2, 3, 4]
    assert (answer.proof.seq, answer.proof.head, answer.more) == (4, head, False)
    assert {item.received_at for item in answer.items} == {"2026-11-24T09:20:00+00:00"}


def test_a_pull_goes_on_where_the_last_one_ended(anna: Desk) -> None:
    anna.found()
    for _ in range(4):
        anna.push(keys=(anna.laptop.wrap(),))
    answer = anna.client.pull(TEAM, limit=2)
    parts = [answer]
    while answer.more:
        answer = anna.client.pull(TEAM, answer.items[-1].seq, answer.key_cursor, limit=2)
        parts.append(answer)

    assert [[item.seq for item in part.items] for part in parts] == [[1, 2], [3, 4], [5]]
    assert [part.key_cursor for part in parts] == [1, 3, 4]
    assert all(one.proof == other.proof for one, other in pairwise(parts))


def test_an_answer_stays_small_enough_to_carry(anna: Desk) -> None:
    anna.found()
    for _ in range(10):
        anna.push(body=bytes(1_000_000))
    answer = anna.client.pull(TEAM)

    assert answer.more
    assert len(answer.items) == 9


def test_a_stranger_gets_the_same_answer_as_for_a_space_that_does_not_exist(anna: Desk, bilal: Desk) -> None:
    anna.found()
    for space in (TEAM, "team/zuid", "nonsense\0"):
        with pytest.raises(KnownError, match=r"hub\.not_member"):
            bilal.client.pull(space)


def test_a_contributor_sees_who_belongs_but_nothing_else(anna: Desk, bilal: Desk) -> None:
    anna.laptop.role = "coordinator"
    anna.found(bilal.laptop.member("contributor"), space=PILOT)
    anna.push(space=PILOT, body=b"report", keys=(anna.laptop.wrap(space=PILOT),))
    bilal.push(space=PILOT, body=b"a fact")
    founding, report, fact = (answer := bilal.client.pull(PILOT)).items

    assert wire.decode_envelope(founding.envelope)[1].header.entry is not None
    assert (report.envelope, report.code) == (b"", "sealed")
    assert (fact.envelope, fact.code) == (b"", "sealed")
    assert (answer.keys, answer.more) == ((), False)
    assert wire.decode_envelope(anna.client.pull(PILOT).items[2].envelope)[1].body == b"a fact"
