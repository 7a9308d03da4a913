"""Opening a parcel that came in: who sent it, whether they might, and as much of it as the keys reach.

Everything that is wrong has a code of its own (`refusals`); nothing is dropped in silence and nothing is believed
because the hub says it.
"""

from dataclasses import dataclass

import msgspec

from gpconnect.sync import wire
from gpconnect.sync.chain import Chains
from gpconnect.sync.contents import CONTRIBUTION, SECTION, Group, Placed, RawPayload, open_group, unpad
from gpconnect.sync.keys import KEY_ID, SpaceKeys, open_for, unseal
from gpconnect.sync.membership import Membership, apply_entry
from gpconnect.sync.refusals import AlarmError, ParkedError, RefusedError


@dataclass(frozen=True, slots=True)
class Verified:
    """A parcel whose sender is certain; its body is still closed.

    Attributes:
        header: what stood outside.
        author: the member whose device signed.
        digest: SHA-256 of the envelope.
        raw_header: the header's bytes as they travelled.
        body: the sealed bytes.
    """

    header: wire.Header
    author: wire.Member
    digest: bytes
    raw_header: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """What a parcel held.

    Attributes:
        header: what stood outside.
        author: the member who sent it: the author of every operation in it.
        digest: SHA-256 of the envelope.
        operations: what could be opened, each with its place in the parcel, in that order.
        parked: key ids of groups whose dossier key has not arrived; keep the envelope and open it again later.
        refused: codes of groups that the author made wrongly. The others stand: what one group is worth never
            depends on which keys happened to be there.
    """

    header: wire.Header
    author: wire.Member
    digest: bytes
    operations: tuple[Placed, ...]
    parked: tuple[bytes, ...] = ()
    refused: tuple[str, ...] = ()


def verify_parcel(envelope: bytes, seq: int, membership: Membership) -> Verified:
    """Who sent the parcel at place `seq`, and its header, without opening it.

    Raises:
        RefusedError: see `verify_sender`; ``parcel.version``.
        ParkedError: ``parcel.newer``, made by a newer version of the program.
    """
    verified = verify_sender(envelope, seq, membership)
    header = verified.header
    if header.v > wire.PROTOCOL or header.suite > wire.SUITE:
        raise ParkedError("parcel.newer")
    if header.v != wire.PROTOCOL or header.suite != wire.SUITE:
        raise RefusedError("parcel.version")
    return verified


def verify_sender(envelope: bytes, seq: int, membership: Membership) -> Verified:
    """Who sent the parcel at place `seq`, of whatever version: its sender's chain goes on over it.

    Raises:
        RefusedError: ``parcel.too_large``, ``parcel.malformed``, ``parcel.space``, ``member.…``, ``parcel.signature``.
    """
    if len(envelope) > wire.MAX_PARCEL:
        raise RefusedError("parcel.too_large")
    try:
        outer, payload = wire.decode_envelope(envelope)
        raw = wire.decode(outer.payload, RawPayload)
    except msgspec.DecodeError:
        raise RefusedError("parcel.malformed") from None
    header = payload.header
    if header.space != membership.space:
        raise RefusedError("parcel.space")
    author = _author(header, seq, membership)
    if not wire.verify(author.sign_key, outer.signature, wire.PARCEL_MAGIC + outer.payload):
        raise RefusedError("parcel.signature")
    return Verified(header, author, wire.parcel_hash(envelope), bytes(raw.header), payload.body)


def follow_membership(envelope: bytes, seq: int, membership: Membership) -> Membership:
    """The membership after this parcel; most parcels carry no entry and change nothing.

    Raises:
        RefusedError: see `verify_parcel` and `membership.apply_entry`.
        AlarmError: ``root.other``.
    """
    verified = verify_parcel(envelope, seq, membership)
    return apply_entry(membership, verified.header, seq, verified.digest)


def follow_unopened(chains: Chains, envelope: bytes, seq: int, membership: Membership) -> Chains:
    """The numbering of its sender after a parcel that was not taken: it has a number all the same.

    Who puts that sender out must name their last parcel; the hub, which took it, refuses any other number.
    """
    try:
        verified = verify_sender(envelope, seq, membership)
    except RefusedError:
        return chains
    return chains.follow(verified.header, verified.digest)[0]


def open_parcel(envelope: bytes, seq: int, membership: Membership, keys: SpaceKeys) -> Opened:
    """What the parcel at place `seq` holds, as far as the keys reach.

    Args:
        envelope: the bytes as the hub gave them.
        seq: place in the space's order.
        membership: folded at least up to and including this parcel.
        keys: what this device holds.

    Raises:
        RefusedError: see `verify_parcel`; ``parcel.epoch_unknown``, ``seal.broken``, ``parcel.key_id``,
            ``parcel.padding``, ``parcel.malformed``, ``parcel.too_many``, ``parcel.bomb``,
            ``parcel.entry_with_content``.
        ParkedError: ``parcel.newer``, ``epoch.key_missing``.
        AlarmError: ``parcel.epoch_stale``, the hub took a parcel in an epoch that was over: somebody who was removed
            may be able to read it.
    """
    return open_verified(verify_parcel(envelope, seq, membership), seq, membership, keys)


def open_verified(verified: Verified, seq: int, membership: Membership, keys: SpaceKeys) -> Opened:
    """What a parcel holds of which `verify_parcel` named the sender.

    Raises:
        RefusedError: see `open_parcel`.
        ParkedError: the same.
        AlarmError: the same.
    """
    _check_epoch(verified.header, seq, membership)
    groups = _open_body(verified, keys)
    if verified.header.entry is not None and groups:
        raise RefusedError("parcel.entry_with_content")
    operations: list[Placed] = []
    parked: list[bytes] = []
    refused: list[str] = []
    for group in groups:
        dossier = keys.dossiers.get(group.key_id)
        if group.key_id and dossier is None:
            parked.append(group.key_id)
            continue
        try:
            operations += open_group(group, dossier, verified.header, verified.author.staff, verified.raw_header)
        except RefusedError as refusal:
            refused.append(refusal.code)
    operations.sort(key=lambda placed: placed.place)
    return Opened(verified.header, verified.author, verified.digest, tuple(operations), tuple(parked), tuple(refused))


def keys_in(envelope: bytes, seq: int, membership: Membership, keys: SpaceKeys) -> frozenset[bytes]:
    """Ids of the dossier keys that a parcel's groups are sealed with, whether this device holds them or not.

    Raises:
        RefusedError: see `open_parcel`.
        ParkedError: the same.
    """
    groups = _open_body(verify_parcel(envelope, seq, membership), keys)
    return frozenset(group.key_id for group in groups if group.key_id)


def _author(header: wire.Header, seq: int, membership: Membership) -> wire.Member:
    if membership.seats:
        return membership.author(header, seq)
    added = header.entry.add if header.entry else ()
    founder = next((member for member in added if member.device == header.device), None)
    if founder is None or wire.device_id(founder.sign_key) != header.device:
        raise RefusedError("member.unknown")
    return founder


def _check_epoch(header: wire.Header, seq: int, membership: Membership) -> None:
    epoch = membership.epoch_at(seq)
    if epoch is not None and epoch.key_id == header.epoch:
        return
    if any(reign.epoch.key_id == header.epoch for reign in membership.reigns):
        raise AlarmError("parcel.epoch_stale")
    raise RefusedError("parcel.epoch_unknown")


def _open_body(verified: Verified, keys: SpaceKeys) -> list[Group]:
    epoch = keys.epochs.get(verified.header.epoch)
    if epoch is None:
        raise ParkedError("epoch.key_missing")
    if verified.author.capacity == "contributor":
        inside = open_for(epoch.contributor_seed, verified.body, CONTRIBUTION + verified.raw_header)
    else:
        inside = unseal(epoch.secret, b"parcel", verified.body, verified.raw_header)
    start = len(SECTION)
    if inside[:start] != SECTION or inside[start : start + KEY_ID] != epoch.key_id:
        raise RefusedError("parcel.key_id")
    try:
        groups = wire.decode(unpad(inside[start + KEY_ID :]), list[Group])
    except msgspec.DecodeError:
        raise RefusedError("parcel.malformed") from None
    if sum(group.count for group in groups) > wire.MAX_OPERATIONS or len(groups) > wire.MAX_OPERATIONS:
        raise RefusedError("parcel.too_many")
    if sum(group.size for group in groups) > wire.MAX_UNPACKED:
        raise RefusedError("parcel.bomb")
    return groups
