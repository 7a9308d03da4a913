import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from gpconnect.domain.claims import decide


@dataclass(frozen=True)
class Claim:
    id: bytes
    token_hash: bytes


@dataclass(frozen=True)
class Release:
    id: bytes
    token: bytes


@dataclass(frozen=True)
class Group:
    claims: tuple[Claim, ...] = ()
    releases: tuple[Release, ...] = ()


NINE, TEN = b"slot at nine....", b"slot at ten....."
MINE, THEIRS = hashlib.sha256(b"mine").digest(), hashlib.sha256(b"theirs").digest()
NOTHING: Mapping[bytes, bytes] = {}


def test_a_free_slot_goes_to_whoever_asks_first() -> None:
    assert decide(Group((Claim(NINE, MINE),)), NOTHING.get) == {NINE: MINE}


def test_a_taken_slot_is_refused_to_everybody_also_to_its_holder() -> None:
    assert decide(Group((Claim(NINE, THEIRS),)), {NINE: MINE}.get) is None
    assert decide(Group((Claim(NINE, MINE),)), {NINE: MINE}.get) is None


def test_only_the_token_gives_a_slot_back() -> None:
    assert decide(Group(releases=(Release(NINE, b"mine"),)), {NINE: MINE}.get) == {NINE: None}
    assert decide(Group(releases=(Release(NINE, MINE),)), {NINE: MINE}.get) is None
    assert decide(Group(releases=(Release(NINE, b"mine"),)), NOTHING.get) is None


def test_moving_an_appointment_releases_and_claims_in_one_go() -> None:
    move = Group((Claim(TEN, MINE),), (Release(NINE, b"mine"),))
    assert decide(move, {NINE: MINE}.get) == {NINE: None, TEN: MINE}


def test_a_move_to_a_taken_slot_keeps_the_old_one() -> None:
    assert decide(Group((Claim(TEN, MINE),), (Release(NINE, b"mine"),)), {NINE: MINE, TEN: THEIRS}.get) is None


def test_a_slot_can_be_handed_on_within_one_group() -> None:
    assert decide(Group((Claim(NINE, THEIRS),), (Release(NINE, b"mine"),)), {NINE: MINE}.get) == {NINE: THEIRS}


def test_one_thing_is_named_once_among_the_claims_and_once_among_the_releases() -> None:
    assert decide(Group((Claim(NINE, MINE), Claim(NINE, MINE))), NOTHING.get) is None
    assert decide(Group(releases=(Release(NINE, b"mine"), Release(NINE, b"mine"))), {NINE: MINE}.get) is None


def test_an_empty_group_changes_nothing_and_is_granted() -> None:
    assert decide(Group(), NOTHING.get) == {}
