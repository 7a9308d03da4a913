"""A parcel of ours that the hub took need not come back: with its yes we know the next place of the order ourselves.

What the hub would give is worked out from what was sent and what it signed, and taken in like anything it gives. When
its word does not follow on what this device knows (somebody else was first, or it contradicts itself), it is asked.
"""

from gpconnect.domain.bounds import is_moment
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.sync import wire


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
        if proof is None or answer.status != "ok" or not is_moment(answer.received_at):
            return None
        if (proof.incarnation, proof.seq, proof.head) != (known.incarnation, seq, head):
            return None
        items.append(wire.Item(seq, digest, push.envelope, answer.granted, "", answer.received_at))
    return wire.PullAnswer(proof, tuple(items), (), known.key_cursor, more=False) if proof else None
