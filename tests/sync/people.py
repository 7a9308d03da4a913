"""Invented devices and a small space for the examples of this folder."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from gpconnect.domain.operations import Operation
from gpconnect.sync import wire
from gpconnect.sync.chain import Order, OwnChain
from gpconnect.sync.entries import as_member, found_space, learn_epochs
from gpconnect.sync.keys import DeviceKeys, SpaceKeys, new_incarnation
from gpconnect.sync.membership import Membership
from gpconnect.sync.opening import Opened, follow_membership, open_parcel
from gpconnect.sync.parcel import Sealed, pack, pack_contribution

TEAM = "team/noord"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
_COUNT = itertools.count(1)


def operation(*, space: str = TEAM, dossier: str | None = None, **changes: Any) -> Operation:
    """An operation with a new id; `changes` are any of its fields."""
    fields: dict[str, Any] = {
        "op_id": f"{next(_COUNT):032x}",
        "kind": "note.signed",
        "record": "note-1",
        "schema": 1,
        "made_at": NOON,
        "author": "staff-1",
        "device": "",
        "action": "action-1",
        "body": {"text": "Kwam met vriend, wil weer naar school."},
        **changes,
    }
    return Operation(space=space, dossier=dossier, **fields)


@dataclass
class Replica:
    """One device's view of one space."""

    keys: DeviceKeys
    membership: Membership
    space_keys: SpaceKeys
    chain: OwnChain = field(default_factory=lambda: OwnChain(new_incarnation()))

    @property
    def device(self) -> str:
        return self.keys.device

    def take(self, envelope: bytes, seq: int) -> None:
        """Follows the membership and learns the epoch keys that it brings."""
        self.membership = follow_membership(envelope, seq, self.membership)
        self.space_keys = learn_epochs(self.membership, self.space_keys, self.keys)

    def open(self, envelope: bytes, seq: int) -> Opened:
        return open_parcel(envelope, seq, self.membership, self.space_keys)

    def pack(
        self,
        *operations: Operation,
        entry: wire.Entry | None = None,
        claims: tuple[wire.ClaimGroup, ...] = (),
        order: Order | None = None,
    ) -> Sealed:
        """The next parcel of this device."""
        place = self.chain.place(order or Order(self.membership.space))
        member = self.membership.member(self.device)
        if member and member.capacity == "contributor":
            assert self.membership.epoch is not None
            sealed = pack_contribution(operations, place=place, epoch=self.membership.epoch, device=self.keys)
        else:
            sealed = pack(operations, place=place, keys=self.space_keys, device=self.keys, claims=claims, entry=entry)
            self.space_keys = sealed.space_keys
        self.chain = self.chain.after(sealed)
        return sealed


def newcomer(space: str = TEAM) -> Replica:
    """A device that knows nothing of the space yet."""
    return Replica(DeviceKeys.generate(), Membership(space), SpaceKeys(space))


def small_space(others: Mapping[str, wire.Capacity], space: str = TEAM) -> tuple[list[Replica], list[bytes]]:
    """A founder and the `others` (staff id to capacity), all at place 1; and the order so far."""
    founder, rest = newcomer(space), [newcomer(space) for _ in others]
    reads = "coordinator" if space.startswith(("pilot/", "common/")) else "youth_worker"
    members = tuple(
        as_member(replica.keys, staff, "youth_worker" if capacity == "contributor" else reads, capacity)
        for replica, (staff, capacity) in zip(rest, others.items(), strict=True)
    )
    entry, key = found_space(founder.keys, "founder", reads, space, members)
    founder.space_keys = founder.space_keys.with_epoch(key)
    order = [founder.pack(entry=entry).envelope]
    for replica in (founder, *rest):
        replica.take(order[0], 1)
    return [founder, *rest], order


def deliver(order: list[bytes], sealed: Sealed, replicas: Sequence[Replica]) -> int:
    """Gives the parcel the next place in the order and tells everybody; returns that place."""
    order.append(sealed.envelope)
    for replica in replicas:
        replica.take(sealed.envelope, len(order))
    return len(order)
