"""A parcel of ours that the hub took need not come back: with its yes we know the next place of the order ourselves.

What the hub would give is worked out from what was sent and what it signed, and taken in like anything it gives. When
its word does not follow on what this device knows (somebody else was first, or it contradicts itself), it is asked.
"""

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services import applying, spaces
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations, parcels
from gpconnect.sync import opening, wire


def as_pulled(
    session: Session, space: str, pushes: tuple[wire.Push, ...], answers: tuple[wire.PushAnswer, ...]
) -> wire.PullAnswer | None:
    """What a pull would bring now; None when only a pull can say.

    Wrapped keys come with a later pull: this device has those that it made.

    Args:
        session: at work.
        space: of the parcels.
        pushes: what was sent.
        answers: of the hub; their proofs were made with the key that we know the hub by.
    """
    known = parcels.cursor(session.db, space)
    if known is None or len(answers) != len(pushes):
        return None
    seq, head, items = known.seq, known.head, []
    for push, answer in zip(pushes, answers, strict=True):
        proof, digest = answer.proof, wire.parcel_hash(push.envelope)
        seq, head = seq + 1, wire.next_head(head, seq + 1, digest)
        if proof is None or answer.status != "ok" or not answer.received_at:
            return None
        if (proof.incarnation, proof.seq, proof.head) != (known.incarnation, seq, head):
            return None
        items.append(wire.Item(seq, digest, push.envelope, answer.granted, "", answer.received_at))
    return wire.PullAnswer(proof, tuple(items), (), known.key_cursor, more=False) if proof else None


def acknowledge(db: Database, verified: opening.Verified, device: str, seq: int) -> Changes:
    """Our own parcel has its place: its operations take it, and their records are worked out again.

    Args:
        db: the file, inside a transaction.
        verified: the parcel, of whoever sent it.
        device: id of this one.
        seq: the parcel's place in the order of its space.
    """
    header, space = verified.header, verified.header.space
    ours = parcels.packed(db, space, header.incarnation, header.number)
    if header.device != device or ours is None or ours.digest != verified.digest:
        # A twin of this file signs with the same key: what it made is news to us.
        return Changes()
    op_ids = parcels.acknowledge(db, space, header.incarnation, header.number, seq)
    brought = msgspec.msgpack.decode(ours.keys, type=tuple[wire.WrappedKey, ...])
    spaces.put_unshared(db, space, spaces.unshared(db, space) - {wrapped.id for wrapped in brought})
    changes = Changes(frozenset({"outbox"})) if op_ids else Changes()
    if any(stone.parts and header.seen_seq < stone.seq for stone in erasure.tombstones(db)):
        for op_id in op_ids:
            _send_again(db, op_id, header.seen_seq)
    return changes | applying.refold_placed(db, op_ids)


def acknowledge_by_hash(db: Database, space: str, item: wire.Item) -> Changes:
    """A contributor gets no bytes back, but knows its own parcel by its hash. Inside a transaction."""
    waiting = parcels.next_parcel(db, space)
    if waiting is None or waiting.digest != item.parcel_hash:
        return Changes()
    parcels.acknowledge(db, space, waiting.incarnation, waiting.number, item.seq)
    return Changes(frozenset({"outbox"}))


def _send_again(db: Database, op_id: str, seen_seq: int) -> None:
    """It was sealed under a key that went meanwhile, with another part of the dossier: once more, under a new one."""
    operation = operations.by_id(db, op_id)
    stones = erasure.tombstones(db, operation.dossier) if operation and operation.dossier else []
    if any(stone.parts and seen_seq < stone.seq for stone in stones):
        erasure.send_again(db, op_id)
