"""What remains of a dossier after part of it was erased, gathered to be sealed under a new key and taken apart again.

The key that sealed the erased part sealed everything else of the dossier too, so it has to go. Who holds the file
already misses nothing. Who comes later could read none of the dossier: for them one colleague gathers the operations
that remain, with author and place in the order, and vouches for them. Everybody who could read the originals compares.
"""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.erasure import KeptHistory
from gpconnect.domain.operations import Operation
from gpconnect.domain.records import KIND_OF
from gpconnect.storage import conflicts, erasure, operations
from gpconnect.sync import wire
from gpconnect.sync.merge import CLAIMS

KIND = KIND_OF[KeptHistory].name
_LARGEST = wire.MAX_OPERATION - 4096
"""Bytes of operations in one record, which must fit an operation itself."""


class _Kept(msgspec.Struct, frozen=True):
    """An operation with its place in the hub's order."""

    operation: Operation
    seq: int
    place: int


class _Body(msgspec.Struct, frozen=True):
    """What unpacking needs of a `KeptHistory`."""

    operations: tuple[str, ...]


def gather(db: Database, patient_id: str) -> Iterator[tuple[str, ...]]:
    """The operations of a dossier that have reached the hub, in batches that each fit one record.

    One that nearly fills an operation by itself is left out: it stays with everybody who has it.
    """
    return _batches(db, patient_id, operations.of_dossier(db, patient_id))


def missed(db: Database, patient_id: str, erasure_id: str, device: str, until: int) -> Iterator[tuple[str, ...]]:
    """What a device made before `until`, the place of a destruction, and who gathered what remained could not read.

    A destruction that is sent again after the order was cut comes with what was gathered when it was carried out first,
    so without what others sent meanwhile, under the key that its author had let go of. Nothing when nothing was
    gathered yet: then it still will be, by somebody who has read all that stands before.
    """
    made = operations.of_dossier(db, patient_id)
    about = (one for one in made if one.kind == f"{KIND}.gathered" and one.body.get("erasure_id") == erasure_id)
    gathered = [line for one in about for line in _lines(one) or ()]
    if not gathered:
        return iter(())
    known = {one.operation.op_id for one in gathered}
    before = {op_id for op_id, (seq, _) in erasure.places(db, patient_id).items() if seq < until} - known
    return _batches(db, patient_id, [one for one in made if one.device == device and one.op_id in before])


def _batches(db: Database, patient_id: str, made: Iterable[Operation]) -> Iterator[tuple[str, ...]]:
    where = erasure.places(db, patient_id)
    denied = {one.op_id for one in conflicts.marked(db) if one.reason == "operation.not_allowed"}
    batch: list[str] = []
    size = 0
    for operation in made:
        carried = operation.op_id in where and not operation.kind.startswith(f"{KIND}.")
        if not carried or operation.op_id in denied:
            continue
        line = msgspec.json.encode(_Kept(operation, *where[operation.op_id]))
        if len(line) > _LARGEST:
            continue
        if size + len(line) > _LARGEST:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(line.decode())
        size += len(line)
    if batch:
        yield tuple(batch)


def unpack(db: Database, gathered: list[Operation]) -> tuple[list[Operation], list[Operation]]:
    """Take the operations of a kept history into the log, as far as this device could not read them itself.

    Returns:
        Those that are new here, and the records of history that say something that this device knows to be otherwise.
    """
    new: list[Operation] = []
    forged: list[Operation] = []
    for carrier in gathered:
        kept = _lines(carrier)
        if kept is None:
            forged.append(carrier)
            continue
        taken = [(one.operation, _take(db, carrier, one)) for one in kept]
        new += [operation for operation, was_new in taken if was_new]
        forged += [carrier] if any(was_new is None for _, was_new in taken) else []
    return new, forged


def _lines(carrier: Operation) -> list[_Kept] | None:
    """What was gathered in one record; None when it is no such thing."""
    try:
        lines = msgspec.convert(carrier.body, _Body).operations
        return [_with_claims(msgspec.json.decode(line, type=_Kept)) for line in lines]
    except (msgspec.DecodeError, ValueError):
        return None


def _with_claims(kept: _Kept) -> _Kept:
    """What an operation asked of the hub are bytes, which JSON writes as text."""
    asked = kept.operation.body.get(CLAIMS)
    if asked is None:
        return kept
    body = {**kept.operation.body, CLAIMS: _as_bytes(asked)}
    return _Kept(replace(kept.operation, body=body), kept.seq, kept.place)


def _as_bytes(value: Any) -> Any:
    if isinstance(value, str):
        return base64.b64decode(value, validate=True)
    if isinstance(value, dict):
        return {name: _as_bytes(one) for name, one in value.items()}
    return [_as_bytes(one) for one in value]


def _take(db: Database, carrier: Operation, kept: _Kept) -> bool | None:
    """Whether it was new; None when it contradicts what this device read itself."""
    operation = kept.operation
    gone = {part for one in erasure.tombstones(db, operation.dossier) for part in one.parts}
    if f"{operation.kind.partition('.')[0]}:{operation.record}" in gone:
        return False
    known = operations.by_id(db, operation.op_id)
    if known is not None:
        return False if known == operation else None
    if (operation.space, operation.dossier) != (carrier.space, carrier.dossier):
        return None
    if not erasure.unopened(db, operation.space, kept.seq):
        return None
    operations.append(db, operation, seq=kept.seq, place=kept.place)
    return True
