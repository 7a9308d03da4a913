"""Lives of the hub that entries tell: an admin may make them up, and nobody carries more than one message tells."""

from gpconnect.sync import wire
from gpconnect.sync.entries import as_member
from gpconnect.sync.membership import apply_entry
from tests.sync.people import newcomer, small_space
from tests.sync.test_membership import header, refuse


def test_who_makes_up_lives_of_the_hub_does_not_make_everybody_carry_them() -> None:
    (founder,), _ = small_space({})
    refuse(founder, wire.Entry(lives=(b"made up",)), r"entry\.empty")
    known = founder.membership
    for turn in range(2):
        lives = tuple(bytes([turn, number // 256, number % 256]) for number in range(wire.MAX_LIVES - 1))
        member = as_member(newcomer().keys, "c", "youth_worker", "contributor")
        entry = wire.Entry(add=(member,), lives=lives)
        known = apply_entry(known, header(founder, entry), 9 + turn, bytes(32))
        assert len(known.lives) == wire.MAX_LIVES - 1 + turn
