"""What the hub lets in: the rules of shape, as pure functions.

Who may belong to a space, hub and replicas judge with the same functions (`gpconnect.sync.admission`): the replicas
decide for themselves, and the hub only keeps the door, so that nobody has to look at parcels that cannot count. Every
function answers with a code, or "" when nothing is against it.
"""

import re
from collections.abc import Mapping

from gpconnect.sync import wire

SPACE = re.compile(r"(common|practice|team|pilot)/[A-Za-z0-9._-]{1,64}")
DEVICE = re.compile(r"[0-9a-f]{32}")
ID_BYTES = 16
HASH_BYTES = 32
SIGNATURE_BYTES = 64
MAX_INCARNATION = 32
MAX_NUMBER = 2**53
MAX_CLAIMS = 1000
MAX_WRAP = 8192


def shape_trouble(header: wire.Header) -> str:
    """``malformed`` when a header names things that cannot exist; checked before anything is looked up."""
    fine = (
        SPACE.fullmatch(header.space)
        and DEVICE.fullmatch(header.device)
        and 1 <= len(header.incarnation) <= MAX_INCARNATION
        and 1 <= header.number <= MAX_NUMBER
        and len(header.prev_hash) == HASH_BYTES
    )
    return "" if fine else "malformed"


def suite_trouble(header: wire.Header) -> str:
    """``protocol`` when the parcel is of a version or suite that this hub does not carry: no negotiation."""
    return "" if (header.v, header.suite) == (wire.PROTOCOL, wire.SUITE) else "protocol"


def claims_trouble(header: wire.Header) -> str:
    """``bad_claim`` when a claim is not of fixed size, or when one parcel asks for too much."""
    claims = [claim for group in header.claims for claim in group.claims]
    releases = [release for group in header.claims for release in group.releases]
    fine = (
        len(claims) + len(releases) <= MAX_CLAIMS
        and all(len(claim.id) == ID_BYTES and len(claim.token_hash) == HASH_BYTES for claim in claims)
        and all(len(release.id) == ID_BYTES and len(release.token) <= HASH_BYTES for release in releases)
    )
    return "" if fine else "bad_claim"


def keys_trouble(keys: tuple[wire.WrappedKey, ...], header: wire.Header, sign_key: bytes) -> str:
    """``bad_key`` when a wrapped key is not the pusher's own, for this space and the epoch of the parcel, signed.

    Under an epoch that the order does not prove nobody could open it, and nobody would hand it out again.
    """

    def fine(key: wire.WrappedKey) -> bool:
        return (
            (key.space, key.device, key.epoch) == (header.space, header.device, header.epoch)
            and len(key.id) == ID_BYTES
            and len(key.sealed) <= MAX_WRAP
            and len(key.signature) == SIGNATURE_BYTES
            and wire.verify(sign_key, key.signature, wire.wrap_message(key.space, key.epoch, key.id, key.sealed))
        )

    return "" if len(keys) <= wire.MAX_OPERATIONS and all(fine(key) for key in keys) else "bad_key"


def removal_trouble(entry: wire.Entry, last: Mapping[tuple[str, bytes], int]) -> str:
    """``entry.removal_stale`` when somebody who is put out sent more, or less, than who puts them out has read.

    What they sent before counts with everybody or with nobody: whoever came later would refuse what the others keep.
    A removal that counts everything before its own place is never late.

    Args:
        entry: the change.
        last: number of the last parcel that took a place, by device and incarnation, of the devices that go.
    """
    whole = {one.device for one in entry.remove if one.everything}
    named = {(one.device, one.incarnation): one.last_number for one in entry.remove if one.last_number}
    sent = {key: number for key, number in last.items() if key[0] not in whole}
    return "" if {key: one for key, one in named.items() if key[0] not in whole} == sent else "entry.removal_stale"
