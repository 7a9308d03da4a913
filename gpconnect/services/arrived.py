"""Our own parcels, met again in the order of a space: what was in them has its place from then on.

Each is a part of taking a place of the order in, and inside its transaction.
"""

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services import applying, sending, spaces
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations, parcels
from gpconnect.sync import wire


def acknowledge(db: Database, device: str, header: wire.Header, digest: bytes, seq: int) -> Changes:
    """A parcel of this device has its place: its operations take it, and their records are worked out again."""
    space = header.space
    ours = parcels.packed(db, space, header.incarnation, header.number)
    if header.device != device or ours is None or ours.digest != digest:
        # A twin of this file signs with the same key: what it made is news to us.
        return Changes()
    op_ids = parcels.acknowledge(db, space, header.incarnation, header.number, seq)
    brought = msgspec.msgpack.decode(ours.keys, type=tuple[wire.WrappedKey, ...])
    spaces.put_unshared(db, space, spaces.unshared(db, space) - {wrapped.id for wrapped in brought})
    changes = Changes(frozenset({"outbox"})) if op_ids else Changes()
    between = range(header.seen_seq + 1, seq)
    if any(stone.parts and stone.seq in between for stone in erasure.tombstones(db)):
        for op_id in op_ids:
            _send_again(db, op_id, between)
    return changes | applying.refold_placed(db, op_ids)


def by_hash(db: Database, space: str, item: wire.Item) -> Changes:
    """A contributor gets no bytes back, but knows its own parcel by its hash."""
    waiting = parcels.next_parcel(db, space)
    if waiting is None or waiting.digest != item.parcel_hash:
        return Changes()
    parcels.acknowledge(db, space, waiting.incarnation, waiting.number, item.seq)
    return Changes(frozenset({"outbox"}))


def in_vain(session: Session, space: str, item: wire.Item, code: str) -> Changes:
    """The hub took a parcel of ours that no replica may count: it goes no more, and its author sees why."""
    waiting = parcels.next_parcel(session.db, space)
    if waiting is None or waiting.digest != item.parcel_hash:
        return Changes()
    return sending.give_up(session, waiting, code)


def _send_again(db: Database, op_id: str, between: range) -> None:
    """It was sealed under a key that went meanwhile, with another part of the dossier: once more, under a new one.

    Its place is the one that it takes then, here as on every device: nobody else could read it where it stood first.
    """
    operation = operations.by_id(db, op_id)
    stones = erasure.tombstones(db, operation.dossier) if operation and operation.dossier else []
    if any(stone.parts and stone.seq in between for stone in stones):
        erasure.send_again(db, op_id)
