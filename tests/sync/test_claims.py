import hashlib

from hypothesis import given
from hypothesis import strategies as st

from gpconnect.sync import wire
from gpconnect.sync.claims import Holders

SLOT = bytes(16)
TOKENS = [b"a", b"b", b"c"]
SLOTS = [bytes([number]) * 16 for number in range(3)]


def claim(slot: bytes, token: bytes) -> wire.ClaimGroup:
    return wire.ClaimGroup(claims=(wire.Claim(slot, hashlib.sha256(token).digest()),))


def release(slot: bytes, token: bytes) -> wire.ClaimGroup:
    return wire.ClaimGroup(releases=(wire.Release(slot, token),))


def test_losing_one_group_leaves_the_other_groups_of_the_parcel_alone() -> None:
    holders, granted = Holders().apply([claim(SLOT, b"first"), claim(SLOT, b"second"), claim(b"x" * 16, b"second")])
    assert granted == (True, False, True)
    assert holders.holders[SLOT] == hashlib.sha256(b"first").digest()


def test_a_hub_that_tells_two_people_that_they_have_the_slot_is_found_out() -> None:
    holders, code = Holders().follow([claim(SLOT, b"first")], [True])
    assert code == ""
    after, code = holders.follow([claim(SLOT, b"second")], [True])
    assert code == "hub.granted_otherwise"
    assert after == holders


def test_what_was_given_back_can_be_claimed_again() -> None:
    holders, granted = Holders().apply([claim(SLOT, b"first"), release(SLOT, b"first"), claim(SLOT, b"second")])
    assert granted == (True, True, True)
    assert Holders.from_bytes(holders.to_bytes()) == holders


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(SLOTS), st.sampled_from(TOKENS))))
def test_nobody_ever_takes_a_slot_that_somebody_holds(steps: list[tuple[bool, bytes, bytes]]) -> None:
    holders = Holders()
    for claims, slot, token in steps:
        before = holders.holders.get(slot)
        holders, (granted,) = holders.apply([claim(slot, token) if claims else release(slot, token)])
        free_or_own = before is None if claims else before == hashlib.sha256(token).digest()
        assert granted == free_or_own
