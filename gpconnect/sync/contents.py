"""What lies inside a parcel: groups of operations, one group a dossier, and the padding that hides how much it is.

A group says beforehand how many operations it holds and how large they become, so the limits of a parcel do not depend
on which dossier keys a replica has; a group that turns out otherwise is refused by itself.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple

import msgspec
import zstandard

from gpconnect.domain.bounds import YEARS, is_keepable
from gpconnect.domain.operations import Operation
from gpconnect.sync import wire
from gpconnect.sync.keys import DossierKey, seal, unseal
from gpconnect.sync.refusals import RefusedError

SECTION = b"gpconnect groups 1\0"
CONTRIBUTION = b"gpconnect contribution 1\0"
_SECTION = b"gpconnect operations 1\0"
_LENGTH = 4
_SMALLEST = 256
_Natural = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
_OpId = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]


class Placed(NamedTuple):
    """An operation and its place in its parcel: author's order, also over several dossiers."""

    place: int
    operation: Operation


class Group(wire.Struct, frozen=True):
    """The operations of one dossier, sealed with its key; of none, when `key_id` is empty: the epoch's seal suffices.

    `count` and `size` (bytes, unpacked) are promises that are checked after opening.
    """

    key_id: bytes
    count: _Natural
    size: _Natural
    sealed: bytes


class RawPayload(wire.Struct, frozen=True):
    """A `wire.Payload` whose header stays the bytes that it came as: those are authenticated, not a second version."""

    header: msgspec.Raw
    body: bytes


class _SealedOperation(wire.Struct, frozen=True):
    """An operation without who made it and without its dossier: those follow from signature and key."""

    place: _Natural
    op_id: _OpId
    kind: str
    record: str
    schema: _Natural
    made_at: Annotated[datetime, msgspec.Meta(tz=True)]
    action: str
    seen: tuple[_OpId, ...]
    body: dict[str, Any]


def encode_operation(place: int, operation: Operation) -> bytes:
    """An operation as it lies in a group. Its `action` stays behind for ``pilot``: that would link it to a person."""
    return msgspec.msgpack.encode(
        _SealedOperation(
            place,
            bytes.fromhex(operation.op_id),
            operation.kind,
            operation.record,
            operation.schema,
            operation.made_at,
            "" if operation.space.startswith("pilot/") else operation.action,
            tuple(bytes.fromhex(op_id) for op_id in operation.seen),
            operation.body,
        )
    )


def pack_group(placed: Sequence[Placed], key: DossierKey | None, header: bytes) -> Group:
    """One dossier's operations, compressed and sealed; without a key only compressed."""
    plain = msgspec.msgpack.encode([msgspec.Raw(encode_operation(*one)) for one in placed])
    packed = zstandard.ZstdCompressor().compress(plain)
    if key is None:
        return Group(b"", len(placed), len(plain), _SECTION + packed)
    sealed = seal(key.secret, b"group", _SECTION + key.key_id + packed, header + key.key_id)
    return Group(key.key_id, len(placed), len(plain), sealed)


def open_group(
    group: Group, key: DossierKey | None, header: wire.Header, staff: str, raw_header: bytes
) -> list[Placed]:
    """The operations of a group.

    Args:
        group: as it lay in the parcel.
        key: the dossier's key, None for a group without one.
        header: of the parcel.
        staff: the author, as the membership knows them.
        raw_header: the header's bytes as they travelled.

    Raises:
        RefusedError: ``seal.broken``, ``group.key_id``, ``group.malformed``, ``group.bomb`` (larger than promised),
            ``group.count``.
    """
    inside = unseal(key.secret, b"group", group.sealed, raw_header + key.key_id) if key else group.sealed
    start = _SECTION + (key.key_id if key else b"")
    if not inside.startswith(start):
        raise RefusedError("group.key_id")
    plain = _decompress(inside[len(start) :], group.size)
    try:
        found = wire.decode(plain, list[_SealedOperation])
        operations = [Placed(one.place, _operation(one, key, header, staff)) for one in found]
    except (msgspec.DecodeError, OverflowError, RecursionError):
        raise RefusedError("group.malformed") from None
    if not all(one.made_at.year in YEARS and is_keepable(one.body) for _, one in operations):
        raise RefusedError("group.malformed")
    if len(operations) != group.count:
        raise RefusedError("group.count")
    return operations


def _operation(one: _SealedOperation, key: DossierKey | None, header: wire.Header, staff: str) -> Operation:
    return Operation(
        op_id=one.op_id.hex(),
        space=header.space,
        dossier=key.dossier if key else None,
        kind=one.kind,
        record=one.record,
        schema=one.schema,
        made_at=one.made_at.astimezone(UTC),
        author=staff,
        device=header.device,
        action="" if header.space.startswith("pilot/") else one.action,
        seen=tuple(op_id.hex() for op_id in one.seen),
        body=one.body,
    )


def _decompress(packed: bytes, size: int) -> bytes:
    """Exactly `size` bytes: reading stops one byte later, whatever the compressed bytes say about themselves."""
    decompressor = zstandard.ZstdDecompressor(max_window_size=wire.MAX_UNPACKED)
    try:
        with decompressor.stream_reader(packed) as reader:
            plain = reader.read(size + 1)
    except zstandard.ZstdError:
        raise RefusedError("group.malformed") from None
    if len(plain) != size:
        raise RefusedError("group.bomb" if len(plain) > size else "group.malformed")
    return plain


def pad(content: bytes) -> bytes:
    """The content in a bucket of Padmé sizes: at most 12 % larger, and its length tells next to nothing.

    Source: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019.
    """
    length = max(_SMALLEST, _LENGTH + len(content))
    exponent = length.bit_length() - 1
    grain = 1 << (exponent - exponent.bit_length())
    bucket = -(-length // grain) * grain
    return (len(content).to_bytes(_LENGTH, "big") + content).ljust(bucket, b"\0")


def unpad(padded: bytes) -> bytes:
    """The content of `pad`.

    Raises:
        RefusedError: ``parcel.padding``, something else stands where the padding should be.
    """
    content = padded[_LENGTH : _LENGTH + int.from_bytes(padded[:_LENGTH], "big")]
    if pad(content) != padded:
        raise RefusedError("parcel.padding")
    return content
