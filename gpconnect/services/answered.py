"""A parcel of ours that the hub took need not come back: with its yes we know the next place of the order ourselves.

What the hub would give is worked out from what was sent and what it signed, and taken in like anything it gives. When
its word does not follow on what this device knows (somebody else was first, or it contradicts itself), it is asked.
"""

from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.sync import wire


def as_pulled(session: Session, space: str, push: wire.Push, answer: wire.PushAnswer) -> wire.PullAnswer | None:
    """What a pull would bring now; None when only a pull can say.

    Wrapped keys come with a later pull: this device has those that it made.

    Args:
        session: at work.
        space: of the parcel.
        push: what was sent.
        answer: of the hub; its proof was made with the key that we know the hub by.
    """
    known, proof = parcels.cursor(session.db, space), answer.proof
    if known is None or proof is None or answer.status != "ok" or not answer.received_at:
        return None
    digest = wire.parcel_hash(push.envelope)
    head = wire.next_head(known.head, known.seq + 1, digest)
    if (proof.incarnation, proof.seq, proof.head) != (known.incarnation, known.seq + 1, head):
        return None
    item = wire.Item(proof.seq, digest, push.envelope, answer.granted, "", answer.received_at)
    return wire.PullAnswer(proof, (item,), (), known.key_cursor, more=False)
