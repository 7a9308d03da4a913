"""Headers changed at random, under every signature that a thief could have: none of them may be taken."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from gpconnect.services import profiles, spaces
from gpconnect.sync import opening, wire
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import RefusedError
from tests.campaigns.evil.attacks import encode
from tests.campaigns.evil.scene import TEAM_SPACE, Scene

PUSHED = 20
"""One in so many is offered to the hub as well, by a device that it knows."""


def run(scene: Scene, rounds: int, chance: random.Random) -> Iterator[str]:
    """What was taken all the same, one line each."""
    scene.round("joris")
    session = scene.desk("joris")
    membership, keys = spaces.membership(session.db, TEAM_SPACE), spaces.space_keys(session.db, TEAM_SPACE)
    rows = session.db.execute(
        "SELECT seq, envelope FROM parcel_in WHERE space = ? AND length(envelope) > 0 ORDER BY seq", (TEAM_SPACE,)
    ).fetchall()
    signers = [
        DeviceKeys.generate(),
        *(profiles.device_keys(scene.desk(one).db) for one in ("sanne", "joris", "femke")),
    ]
    for number in range(rounds):
        seq, envelope = chance.choice(rows)
        field, changed = mutated(envelope, chance, signers)
        try:
            opening.open_parcel(changed, seq, membership, keys)
        except RefusedError:
            pass
        else:
            yield f"header field {field} of place {seq} was taken with another value"
        # What Joris' own device signs anew is his own parcel to a hub; that nothing fits in it, replicas find out.
        if number % PUSHED == 0 and not signed_by(changed, signers[2]):
            answer = scene.line("joris").push(wire.Push(changed))
            if answer.status in {"ok", "duplicate"}:
                yield f"the hub took header field {field} of place {seq} with another value"


def signed_by(envelope: bytes, signer: DeviceKeys) -> bool:
    """Whether this device signed a parcel."""
    outer, _ = wire.decode_envelope(envelope)
    return wire.verify(signer.sign_key, outer.signature, wire.PARCEL_MAGIC + outer.payload)


def mutated(envelope: bytes, chance: random.Random, signers: list[DeviceKeys]) -> tuple[str, bytes]:
    """The parcel with one field of its header changed, under the old signature or one of these."""
    outer, payload = wire.decode_envelope(envelope)
    field = chance.choice(wire.Header.__struct_fields__)
    value = other(getattr(payload.header, field), chance)
    changed = encode(wire.Payload(msgspec.structs.replace(payload.header, **{field: value}), payload.body))
    signer = chance.choice([None, *signers])
    signature = outer.signature if signer is None else signer.sign(wire.PARCEL_MAGIC + changed)
    return field, encode(wire.Envelope(changed, signature))


def other(value: Any, chance: random.Random) -> Any:
    """Another value of the same kind, near or far."""
    kinds: dict[type, Callable[[], Any]] = {
        int: lambda: chance.choice([value + 1, abs(value - 1), 0, chance.getrandbits(62)]),
        bytes: lambda: chance.choice(
            [chance.randbytes(len(value)), bytes(len(value)), value[:-1], _flipped(value, chance)]
        ),
        str: lambda: chance.choice(["", value + "0", value[::-1], "team/other", "f" * 32]),
        tuple: lambda: (*value, wire.ClaimGroup((wire.Claim(chance.randbytes(16), chance.randbytes(32)),))),
    }
    make = kinds.get(type(value))
    if make is not None:
        while (made := make()) == value:
            pass
        return made
    return wire.Entry(remove=(wire.Removal("0" * 32, b"", chance.getrandbits(8)),)) if value is None else None


def _flipped(value: bytes, chance: random.Random) -> bytes:
    if not value:
        return b"x"
    changed = bytearray(value)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)
