"""Going on with a restored hub from an earlier place than this device had read; nothing that was made here is lost.

Everything after that place has no place any more: who belongs to the space, its keys and its claims are worked out
again as they were there. What this device made goes out again under new numbers, with the keys that it needs; what
others made waits for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.claims import decide
from gpconnect.services import applying, healing_standing, hub_lives, pending_entries, spaces
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations, parcels
from gpconnect.storage import healing as kept
from gpconnect.storage import keys as key_store
from gpconnect.sync import chain, opening, wire
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import RefusedError


@dataclass(frozen=True, slots=True)
class _Replayed:
    membership: Membership
    chains: chain.Chains
    head: bytes


def adopt(db: Database, space: str, life: bytes, seq: int, head: bytes) -> None:
    """Follow the hub in its new life. It may have keys again that were let go: it is asked once more."""
    hub_lives.leave(db, space)
    parcels.set_cursor(db, space, parcels.Cursor(life, seq, head, 0))
    erasure.told(db, space, erasure.refused_keys(db, space), hub=False)


def is_admins_word(db: Database, space: str, healed: wire.Healed) -> bool:
    """Whether an admin of that moment signed that the hub goes on from a place of the order that this device read.

    Who was put out since, as far as this device heard, does not decide that they are in again: a person is asked.

    What they said is about the lives of the hub that they knew. It is no answer to another: shown once more, it would
    undo what happened since.
    """
    go, known = healed.go, parcels.cursor(db, space)
    if go is None or go.incarnation != healed.proof.incarnation:
        return False
    now = spaces.membership(db, space).member(go.device)
    if known is None or known.incarnation not in go.answers or now is None or now.capacity != "admin":
        return False
    then = _replayed(db, space, go.seq)
    admin = then.membership.member(go.device)
    may = admin is not None and admin.capacity == "admin" and go.head == then.head
    return bool(admin and may and wire.verify(admin.sign_key, go.signature, wire.go_message(space, go)))


def go_back(session: Session, space: str, life: bytes, seq: int) -> Changes:
    """Go on from this place. Inside a transaction."""
    db = session.db
    before = spaces.membership(db, space)
    hub_lives.leave(db, space)
    op_ids = kept.unplace(db, space, seq, session.device)
    erasure.unplace(db, space, seq)
    then = _replayed(db, space, seq, settle=True)
    spaces.put_membership(db, then.membership)
    key_store.put_secret_blob(db, f"chains:{space}", then.chains.to_bytes())
    keys, epoch = spaces.space_keys(db, space), then.membership.epoch
    if keys.current and epoch is not None:
        spaces.put_keys(db, replace(keys, current=epoch.key_id))
    adopt(db, space, life, seq, then.head)
    parcels.end_chain(db, space)
    ours = [one for one in op_ids if _is_ours(session, one)]
    _share_keys(db, space, ours)
    pending_entries.undone(session, before, seq)
    healing_standing.note_left(session, space, len(ours), len(op_ids) - len(ours))
    return Changes(frozenset({"outbox", "membership"})) | applying.refold_all(db, op_ids)


def _share_keys(db: Database, space: str, op_ids: Sequence[str]) -> None:
    """The hub forgot the keys with the parcels that brought them: they go along once more."""
    keys = spaces.space_keys(db, space)
    made = (operations.by_id(db, one) for one in op_ids)
    needed = (keys.of_dossier(one.dossier) for one in made if one is not None and one.dossier)
    spaces.put_unshared(db, space, spaces.unshared(db, space) | {key.key_id for key in needed if key is not None})


def _is_ours(session: Session, op_id: str) -> bool:
    operation = operations.by_id(session.db, op_id)
    return operation is not None and operation.device == session.device


def _replayed(db: Database, space: str, until: int, *, settle: bool = False) -> _Replayed:
    """Membership and chains as they were at this place, from what was kept; with `settle` also who held what."""
    membership, chains, head = Membership(space, spaces.membership(db, space).root), chain.Chains(), wire.ZERO_HASH
    for item in kept.in_turn(db, space, until):
        head = wire.next_head(head, item.seq, item.digest, item.code)
        if not item.envelope:
            chains = chains.skip(item.digest)
            continue
        try:
            membership = opening.follow_membership(item.envelope, item.seq, membership)
            verified = opening.verify_parcel(item.envelope, item.seq, membership)
        except RefusedError:
            chains = opening.follow_unopened(chains, item.envelope, item.seq, membership)
            continue
        chains, _ = chains.follow(verified.header, verified.digest)
        for group in verified.header.claims if settle else ():
            for thing, holder in (decide(group, partial(key_store.holder, db, space)) or {}).items():
                key_store.set_holder(db, space, thing, holder)
    return _Replayed(membership, chains, head)
