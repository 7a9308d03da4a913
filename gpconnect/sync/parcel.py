"""Packing operations into a signed, sealed parcel; `opening` is its mirror.

From the inside out: operations of one dossier → msgpack → zstd → sealed with the dossier's key; all groups together,
padded → sealed with the epoch key (by contributors: to the epoch's public key); header and body → signed once.
Whoever sent it follows from the signature and the membership, never from what the parcel says. The header as it
travelled is authenticated data of both seals.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.domain.operations import Operation
from gpconnect.sync import wire
from gpconnect.sync.contents import CONTRIBUTION, SECTION, Placed, RawPayload, encode_operation, pack_group, pad
from gpconnect.sync.keys import DeviceKeys, DossierKey, SpaceKeys, seal, seal_for
from gpconnect.sync.refusals import ParkedError
from gpconnect.sync.wraps import wrap_dossier_key

_BATCH = 900 * 1024
"""Bytes of operations per parcel: under `wire.MAX_PARCEL` even when nothing compresses, padding and seals included."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a parcel comes in its sender's chain, and what the sender had seen of the space's order by then."""

    space: str
    incarnation: bytes
    number: int
    prev_hash: bytes
    seen_seq: int = 0
    seen_head: bytes = wire.ZERO_HASH


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """A parcel ready to be stored and sent, unchanged however often it must be sent.

    Attributes:
        envelope: the bytes.
        hash: their SHA-256, `prev_hash` of the next parcel.
        op_ids: which operations it carries.
        number: its place in the sender's chain.
        keys: dossier keys made for it; they travel in the same request.
        space_keys: the keys of the space including those new ones; store them in the same transaction.
    """

    envelope: bytes
    hash: bytes
    op_ids: tuple[str, ...]
    number: int
    keys: tuple[wire.WrappedKey, ...]
    space_keys: SpaceKeys


def check_size(operation: Operation) -> int:
    """Size of an operation in bytes as it travels; to be called when it is saved, while its author can still act.

    Raises:
        KnownError: ``operation.too_large``, over 256 KiB.
    """
    size = len(encode_operation(0, operation))
    if size > wire.MAX_OPERATION:
        raise KnownError("operation.too_large", size=size // 1024, limit=wire.MAX_OPERATION // 1024)
    return size


def split(operations: Sequence[Operation]) -> Iterator[tuple[Operation, ...]]:
    """The operations in batches that each fit one parcel, in the same order.

    Raises:
        KnownError: ``operation.too_large``.
    """
    batch: list[Operation] = []
    total = 0
    for operation in operations:
        size = check_size(operation)
        if batch and (len(batch) == wire.MAX_OPERATIONS or total + size > _BATCH):
            yield tuple(batch)
            batch, total = [], 0
        batch.append(operation)
        total += size
    if batch:
        yield tuple(batch)


def pack(
    operations: Sequence[Operation],
    *,
    place: Place,
    keys: SpaceKeys,
    device: DeviceKeys,
    claims: tuple[wire.ClaimGroup, ...] = (),
    entry: wire.Entry | None = None,
) -> Sealed:
    """One parcel of at most one batch of `split`, sealed in the current epoch and signed.

    A dossier without a key gets one. An entry travels alone: contributors receive it too, and a removed device must not
    find content beside its removal.

    Raises:
        ParkedError: ``epoch.key_missing``, the current epoch key is not here yet.
        KnownError: ``parcel.too_large``.
        ValueError: operations of another space, or together with an entry.
    """
    _check_content(operations, place, entry)
    epoch = keys.epoch
    if epoch is None:
        raise ParkedError("epoch.key_missing")
    keys, made = _with_dossier_keys(operations, keys)
    header = _encode_header(place, epoch.key_id, device, claims, entry)
    inside = SECTION + epoch.key_id + pad(_encode_groups(operations, keys, header))
    body = seal(epoch.secret, b"parcel", inside, header)
    wrapped = tuple(wrap_dossier_key(key, place.space, epoch, device) for key in made)
    return _sign(header, body, operations, place, device, keys, wrapped)


def pack_contribution(
    operations: Sequence[Operation], *, place: Place, epoch: wire.Epoch, device: DeviceKeys
) -> Sealed:
    """One parcel from a contributor, who can seal to the space's readers and open nothing, not even this parcel.

    Args:
        operations: at most one batch of `split`; none of them in a dossier.
        place: in the contributor's chain.
        epoch: `Membership.epoch`, as the space's admin signed it.
        device: of the contributor.

    Raises:
        RefusedError: ``key.malformed``.
        KnownError: ``parcel.too_large``.
        ValueError: operations of another space or in a dossier.
    """
    _check_content(operations, place, None)
    if any(operation.dossier is not None for operation in operations):
        message = "a contributor holds no dossier keys"
        raise ValueError(message)
    header = _encode_header(place, epoch.key_id, device, (), None)
    keys = SpaceKeys(place.space)
    inside = SECTION + epoch.key_id + pad(_encode_groups(operations, keys, header))
    body = seal_for(epoch.public_key, inside, CONTRIBUTION + header)
    return _sign(header, body, operations, place, device, keys, ())


def _check_content(operations: Sequence[Operation], place: Place, entry: wire.Entry | None) -> None:
    if any(operation.space != place.space for operation in operations) or (entry is not None and operations):
        message = "a parcel holds one space's operations, and an entry travels alone"
        raise ValueError(message)


def _with_dossier_keys(operations: Sequence[Operation], keys: SpaceKeys) -> tuple[SpaceKeys, list[DossierKey]]:
    dossiers = dict.fromkeys(operation.dossier for operation in operations)
    made = [DossierKey.generate(dossier) for dossier in dossiers if dossier and keys.of_dossier(dossier) is None]
    return keys.with_dossier(*made), made


def _encode_header(
    place: Place,
    epoch: bytes,
    device: DeviceKeys,
    claims: tuple[wire.ClaimGroup, ...],
    entry: wire.Entry | None,
) -> bytes:
    header = wire.Header(
        wire.PROTOCOL,
        wire.SUITE,
        place.space,
        epoch,
        device.device,
        place.incarnation,
        place.number,
        place.prev_hash,
        place.seen_seq,
        place.seen_head,
        claims,
        entry,
    )
    return msgspec.msgpack.encode(header)


def _encode_groups(operations: Sequence[Operation], keys: SpaceKeys, header: bytes) -> bytes:
    placed = sorted(
        (Placed(place, operation) for place, operation in enumerate(operations)),
        key=lambda one: (one.operation.dossier or "", one.place),
    )
    groups = [
        pack_group(list(members), keys.of_dossier(dossier) if dossier else None, header)
        for dossier, members in groupby(placed, key=lambda one: one.operation.dossier)
    ]
    return msgspec.msgpack.encode(groups)


def _sign(
    header: bytes,
    body: bytes,
    operations: Sequence[Operation],
    place: Place,
    device: DeviceKeys,
    keys: SpaceKeys,
    wrapped: tuple[wire.WrappedKey, ...],
) -> Sealed:
    payload = msgspec.msgpack.encode(RawPayload(msgspec.Raw(header), body))
    envelope = msgspec.msgpack.encode(wire.Envelope(payload, device.sign(wire.PARCEL_MAGIC + payload)))
    if len(envelope) > wire.MAX_PARCEL:
        raise KnownError("parcel.too_large", size=len(envelope) // 1024, limit=wire.MAX_PARCEL // 1024)
    op_ids = tuple(operation.op_id for operation in operations)
    return Sealed(envelope, wire.parcel_hash(envelope), op_ids, place.number, wrapped, keys)
