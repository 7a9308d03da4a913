"""What the hub lets in: the rules of membership and shape, as pure functions.

The replicas apply the same rules to the same order and decide for themselves; the hub only keeps the door, so that
nobody has to look at parcels that cannot count. Every function answers with a code, or "" when nothing is against it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
ENTERS = frozenset({"admin", "recovery"})
"""Who may sign an entry: admins, and the recovery key for when the last admin's computer is gone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a space stands before a parcel: its current epoch, and the capacity of each device that ever was in.

    `capacities` has None for a device that left.
    """

    epoch: bytes
    public_key: bytes
    capacities: Mapping[str, wire.Capacity | None]


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
    """``bad_key`` when a wrapped key is not the pusher's own, for this space, signed."""

    def fine(key: wire.WrappedKey) -> bool:
        return (
            (key.space, key.device) == (header.space, header.device)
            and len(key.id) == ID_BYTES
            and len(key.epoch) == ID_BYTES
            and len(key.sealed) <= MAX_WRAP
            and len(key.signature) == SIGNATURE_BYTES
            and wire.verify(sign_key, key.signature, wire.wrap_message(key.space, key.epoch, key.id, key.sealed))
        )

    return "" if len(keys) <= wire.MAX_OPERATIONS and all(fine(key) for key in keys) else "bad_key"


def founding_trouble(header: wire.Header) -> str:
    """``unknown_space``, or ``entry.…`` when the first parcel of a space does not make its sender an admin."""
    entry = header.entry
    if entry is None:
        return "unknown_space"
    founder = next((member for member in entry.add if member.device == header.device), None)
    epoch = entry.epoch
    founding = (
        founder is not None
        and founder.capacity == "admin"
        and not entry.remove
        and (header.number, header.prev_hash) == (1, wire.ZERO_HASH)
        and epoch is not None
        and not epoch.previous
        and epoch.key_id == header.epoch
        and len(epoch.key_id) == ID_BYTES
    )
    if not founding:
        return "entry.founding"
    return _adding_trouble(entry, {}) or _wraps_trouble(entry, _readers({}, entry))


def entry_trouble(entry: wire.Entry, sender: str, standing: Standing, was_epoch: Callable[[bytes], bool]) -> str:
    """``entry.…`` when a change in who belongs to a space contradicts what is, or is not of who may make one.

    Args:
        entry: the change.
        sender: device that signed it.
        standing: of the space before it.
        was_epoch: whether a key id was an epoch of this space before.
    """
    if standing.capacities.get(sender) not in ENTERS:
        return "entry.not_an_admin"
    if any(standing.capacities.get(removal.device) is None for removal in entry.remove):
        return "entry.device_unknown"
    gone = dict.fromkeys((removal.device for removal in entry.remove), None)
    after: dict[str, wire.Capacity | None] = {**standing.capacities, **gone}
    added: dict[str, wire.Capacity | None] = {member.device: member.capacity for member in entry.add}
    if "admin" not in {**after, **added}.values():
        return "entry.last_admin"
    return _adding_trouble(entry, after) or _epoch_trouble(entry, standing, after, was_epoch)


def removal_trouble(entry: wire.Entry, last: Mapping[tuple[str, bytes], int]) -> str:
    """``entry.removal_stale`` when somebody who is put out sent more, or less, than who puts them out has read.

    What they sent before counts with everybody or with nobody: whoever came later would refuse what the others keep.

    Args:
        entry: the change.
        last: number of the last parcel that took a place, by device and incarnation, of the devices that go.
    """
    named = {(one.device, one.incarnation): one.last_number for one in entry.remove if one.last_number}
    return "" if named == last else "entry.removal_stale"


def _adding_trouble(entry: wire.Entry, present: Mapping[str, wire.Capacity | None]) -> str:
    devices = [member.device for member in entry.add]
    if len(set(devices)) < len(devices) or not present.keys().isdisjoint(devices):
        return "entry.device_known"
    named_by_key = all(member.device == wire.device_id(member.sign_key) for member in entry.add)
    return "" if named_by_key else "entry.device_id"


def _epoch_trouble(
    entry: wire.Entry,
    standing: Standing,
    after: Mapping[str, wire.Capacity | None],
    was_epoch: Callable[[bytes], bool],
) -> str:
    epoch = entry.epoch
    if epoch is None:
        return "entry.epoch_missing" if entry.remove or _readers({}, entry) else ""
    if epoch.key_id == standing.epoch:
        widened = not entry.remove and epoch.public_key == standing.public_key and not epoch.previous
        return _wraps_trouble(entry, _readers({}, entry)) if widened else "entry.epoch_missing"
    if not epoch.previous:
        return "entry.previous_missing"
    if len(epoch.key_id) != ID_BYTES or was_epoch(epoch.key_id):
        return "entry.epoch_key"
    return _wraps_trouble(entry, _readers(after, entry))


def _readers(present: Mapping[str, wire.Capacity | None], entry: wire.Entry) -> set[str]:
    stay = {device for device, capacity in present.items() if capacity not in {None, "contributor"}}
    return stay | {member.device for member in entry.add if member.capacity != "contributor"}


def _wraps_trouble(entry: wire.Entry, readers: set[str]) -> str:
    """Everybody who must read gets the epoch key, and nobody else."""
    return "" if entry.epoch and set(entry.epoch.wraps) == readers else "entry.wraps"
