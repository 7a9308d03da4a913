"""Parcels as released versions made them: whatever changes, these open for ever.

`parcel-1.bin` holds a space's first parcels by protocol 1 and their wrapped keys; `parcel-1.json` the invented keys of
one member and what must come out. `space-1` is a whole space as a hub gave it: `.bin` the answer to a pull and what a
device would bring a restored hub, `.json` the keys of three of its readers and what must come out. Both were made once
and are never made again.
"""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from gpconnect.sync import wire
from gpconnect.sync.chain import Chains, Order, follow_order
from gpconnect.sync.claims import Holders
from gpconnect.sync.keys import DeviceKeys, SpaceKeys
from gpconnect.sync.membership import Membership
from gpconnect.sync.wraps import open_wrapped_key
from tests.sync.people import Replica, newcomer

GOLDEN = Path(__file__).parent / "golden"


class Golden(msgspec.Struct):
    parcels: list[bytes]
    keys: list[wire.WrappedKey]


def test_parcels_of_protocol_1_open() -> None:
    golden = msgspec.msgpack.decode((GOLDEN / "parcel-1.bin").read_bytes(), type=Golden)
    expected = json.loads((GOLDEN / "parcel-1.json").read_text())
    fresh = newcomer(expected["space"])
    reader = Replica(
        DeviceKeys.from_bytes(bytes.fromhex(expected["member_keys"])), fresh.membership, SpaceKeys(expected["space"])
    )
    reader.take(golden.parcels[0], 1)
    for wrapped in golden.keys:
        key = open_wrapped_key(wrapped, reader.space_keys, reader.membership.key_signer)
        reader.space_keys = reader.space_keys.with_dossier(key)
    opened = [reader.open(parcel, seq) for seq, parcel in enumerate(golden.parcels, start=1)]
    found = [msgspec.to_builtins(placed.operation) for one in opened for placed in one.operations]
    assert json.loads(json.dumps(found)) == expected["operations"]
    assert reader.membership.root.hex() == expected["root"]
    assert [one.author.staff for one in opened] == expected["authors"]


class Stored(msgspec.Struct, array_like=True):
    """What a hub of protocol 1 gave to a pull, and what a device of then brought a restored hub."""

    answer: bytes
    healing: bytes


def golden_space() -> tuple[wire.PullAnswer, wire.Heal, dict[str, Any]]:
    stored = msgspec.msgpack.decode((GOLDEN / "space-1.bin").read_bytes(), type=Stored)
    expected = json.loads((GOLDEN / "space-1.json").read_text())
    return wire.decode(stored.answer, wire.PullAnswer), wire.decode(stored.healing, wire.Heal), expected


@pytest.mark.parametrize("name", ["founder", "late", "paper"])
def test_a_space_of_protocol_1_opens_for_who_founded_it_who_came_later_and_the_paper_key(name: str) -> None:
    """Entries, claims, a removal with its new epoch, wrapped keys of two epochs, a contribution and an erasure."""
    answer, _, expected = golden_space()
    keys = DeviceKeys.from_bytes(bytes.fromhex(expected["readers"][name]))
    reader = Replica(keys, Membership(expected["space"]), SpaceKeys(expected["space"]))
    followed = follow_order(Order(expected["space"]), answer, bytes.fromhex(expected["hub_key"]))
    for item in answer.items:
        reader.take(item.envelope, item.seq)
    for wrapped in answer.keys:
        key = open_wrapped_key(wrapped, reader.space_keys, reader.membership.key_signer)
        reader.space_keys = reader.space_keys.with_dossier(key)

    opened = [reader.open(item.envelope, item.seq) for item in answer.items]

    found = [msgspec.to_builtins(placed.operation) for one in opened for placed in one.operations]
    assert json.loads(json.dumps(found)) == expected["operations"]
    assert [one.author.staff for one in opened] == expected["authors"]
    assert not any(one.parked or one.refused for one in opened)
    assert (followed.order.head.hex(), reader.membership.root.hex()) == (expected["head"], expected["root"])
    seats = reader.membership.seats.values()
    assert [[one.member.staff, one.member.capacity, one.since, one.left] for one in seats] == expected["members"]
    assert [reign.since for reign in reader.membership.reigns] == expected["epochs"]
    assert [one.hex() for one in reader.space_keys.dossiers] == expected["dossiers"]


def test_the_claims_of_protocol_1_are_granted_as_they_were() -> None:
    answer, _, expected = golden_space()
    holders, chains = Holders(), Chains()
    for item, granted in zip(answer.items, expected["granted"], strict=True):
        header = wire.decode_envelope(item.envelope)[1].header
        holders, alarm = holders.follow(header.claims, granted)
        chains, broken = chains.follow(header, item.parcel_hash)
        assert (alarm, broken, list(item.granted)) == ("", "", granted)
    assert {thing.hex(): holder.hex() for thing, holder in holders.holders.items()} == expected["holders"]


def test_a_device_of_protocol_1_still_heals_a_hub() -> None:
    answer, healing, expected = golden_space()
    seq, head = healing.since, wire.ZERO_HASH
    for item in answer.items[: healing.since]:
        head = wire.next_head(head, item.seq, item.parcel_hash)
    for digest in healing.digests:
        seq += 1
        head = wire.next_head(head, seq, digest)
    assert healing.proof is not None
    assert (seq, head.hex(), healing.proof.head.hex()) == (healing.reached, expected["head"], expected["head"])
    message = wire.head_message(healing.space, healing.proof.incarnation, healing.proof.seq, healing.proof.head)
    assert wire.verify(bytes.fromhex(expected["hub_key"]), healing.proof.signature, message)
