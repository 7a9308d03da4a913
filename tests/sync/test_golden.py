"""Parcels as released versions made them: whatever changes, these open for ever.

`parcel-1.bin` holds a space's first parcels by protocol 1 and their wrapped keys; `parcel-1.json` the invented keys of
one member and what must come out.
"""

import json
from pathlib import Path

import msgspec

from gpconnect.sync import wire
from gpconnect.sync.keys import DeviceKeys, SpaceKeys
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
