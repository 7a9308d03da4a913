"""The hub and every replica say the same of a change in who belongs to a space, whatever an admin sends.

Where they part, one admin can make a space that nobody can use: the hub stands in an epoch that no replica knows.
"""

import itertools
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gpconnect.hub import ledger, rules
from gpconnect.hub.database import reading
from gpconnect.sync import opening, wire
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import RefusedError
from tests.hub.parties import Desk, Laptop, MakeDesk, epoch, public_key

SPACES = itertools.count(1)
FAMILIES = ("team", "practice", "pilot", "common")
ROLES = ("youth_worker", "youth_worker", "gp", "practice_assistant", "coordinator", "mayor", "")
CAPACITIES: tuple[wire.Capacity, ...] = ("admin", "member", "contributor", "recovery")
CAST = tuple(Laptop() for _ in range(5))


@dataclass
class Both:
    """A space at the hub, and what a replica makes of the same order."""

    desk: Desk
    space: str
    membership: Membership
    epochs: list[bytes] = field(default_factory=list)

    def push(self, entry: wire.Entry, key_id: bytes) -> tuple[str, str]:
        """What the hub says and what a replica would have said, of the same parcel."""
        last = self.membership.reigns[-1].epoch.key_id if self.membership.reigns else key_id
        envelope = self.desk.laptop.parcel(space=self.space, epoch=last, entry=entry)
        seq = self.membership.seq + 1
        said = self.desk.push(envelope).code
        try:
            after = opening.follow_membership(envelope, seq, self.membership)
        except RefusedError as refusal:
            return said, refusal.code
        if not said:
            self.membership = after
        return said, ""


def members(draw: Any, most: int) -> tuple[wire.Member, ...]:
    """Who is let in: mostly as they should be, sometimes with one thing wrong."""
    made = []
    for laptop in draw(st.lists(st.sampled_from(CAST), max_size=most)):
        one = replace(laptop.member(draw(st.sampled_from(CAPACITIES))), role=draw(st.sampled_from(ROLES)))
        wrong = draw(st.sampled_from(("", "", "", "device", "sign_key", "seal_key", "longer")))
        broken: dict[str, dict[str, Any]] = {
            "device": {"device": "0" * 32},
            "sign_key": {"sign_key": one.sign_key[:-1]},
            "seal_key": {"seal_key": one.seal_key[:-1]},
            "longer": {"seal_key": one.seal_key + b"x"},
        }
        made.append(replace(one, **broken.get(wrong, {})))
    return tuple(made)


def epochs(draw: Any, both: Both, present: tuple[wire.Member, ...], *, founding: bool) -> wire.Epoch | None:
    """The epoch that belongs to the entry, or one that is wrong in one field."""
    fresh = f"{both.space}{len(both.epochs)}{draw(st.integers(0, 3))}".encode()[-16:].rjust(16, b"e")
    made = epoch(fresh, present, b"" if founding else b"previous")
    wrong = draw(st.sampled_from(("", "", "", "none", "old", "current", "key_id", "public_key", "wraps", "previous")))
    current = both.membership.epoch
    if wrong == "none":
        return None
    if wrong == "current" and current is not None:
        return replace(made, key_id=current.key_id, public_key=current.public_key, previous=b"")
    changes: dict[str, dict[str, Any]] = {
        "old": {"key_id": draw(st.sampled_from(both.epochs or [fresh]))},
        "key_id": {"key_id": made.key_id[:-1]},
        "public_key": {"public_key": public_key(b"")[:-1]},
        "wraps": {"wraps": {**made.wraps, "0" * 32: b"wrap"}},
        "previous": {"previous": b"previous" if founding else b""},
    }
    return replace(made, **changes.get(wrong, {}))


def a_founding(draw: Any, both: Both) -> wire.Entry:
    role = draw(st.sampled_from(ROLES))
    capacity = draw(st.sampled_from(("admin", "admin", "admin", "member")))
    add = (replace(both.desk.laptop.member(capacity), role=role), *members(draw, 2))
    return wire.Entry(add, (), epochs(draw, both, add, founding=True))


def a_change(draw: Any, both: Both) -> wire.Entry:
    known = [*both.membership.seats.values()]
    gone = draw(st.lists(st.sampled_from([one.member.device for one in known] + ["0" * 32]), max_size=2, unique=True))
    add = members(draw, 2)
    stay = [seat.member for seat in known if not seat.left and seat.member.device not in gone]
    whole = draw(st.booleans()) or bool(gone)
    made = epochs(draw, both, (*(stay if whole else ()), *add), founding=False)
    return wire.Entry(add, tuple(_removal(both, one) for one in gone), made)


def _removal(both: Both, device: str) -> wire.Removal:
    """With the last number that counts, or the hub would rightly say that it is stale."""
    if device != both.desk.laptop.device:
        return wire.Removal(device, b"", 0)
    number, _ = both.desk.laptop.chains[both.space]
    return wire.Removal(device, both.desk.laptop.incarnation, number)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_hub_and_replica_say_the_same_of_every_entry(make_desk: MakeDesk, engine: sa.Engine, data: Any) -> None:
    space = f"{data.draw(st.sampled_from(FAMILIES))}/s{next(SPACES)}"
    both = Both(make_desk(), space, Membership(space))
    draw = data.draw
    entry = a_founding(draw, both)
    key_id = entry.epoch.key_id if entry.epoch else b"e" * 16
    hub, replica = both.push(entry, key_id)
    assert hub == replica
    for _ in range(3 if not hub else 0):
        entry = a_change(draw, both)
        hub, replica = both.push(entry, key_id)
        if hub == "entry.removal_stale":
            # Only the hub knows what took its place meanwhile, and it asks that last: all else was right.
            assert replica == ""
            break
        assert hub == replica, entry
        with reading(engine) as connection:
            standing = ledger.standing(connection, space)
        epoch_now = both.membership.epoch
        assert epoch_now is not None
        assert (standing.epoch, standing.public_key) == (epoch_now.key_id, epoch_now.public_key)
        seats = {name: None if one.left else one.member.capacity for name, one in both.membership.seats.items()}
        assert standing.capacities == seats
        if both.membership.member(both.desk.laptop.device) is None:
            break


def test_the_door_of_the_hub_names_spaces_that_the_rules_know() -> None:
    """A family that only one of the two knows would be such a place to part."""
    for family in FAMILIES:
        assert rules.SPACE.fullmatch(f"{family}/x")
