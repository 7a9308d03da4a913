"""A hub that was put back from a copy is made whole by its members; nobody loses anything and nobody starts again.

Every device tells how far it had read and offers what the hub lacks, with the old hub's signed word that it stood
there. The hub takes nothing new meanwhile. When everything is back, each goes on where it was. Should an admin say to
go on without a device that stays away, that device hears so later: what it had sent goes out again.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.claims import decide
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.services import applying, pending_entries, profiles, spaces
from gpconnect.services.acting import check
from gpconnect.services.rounds import FileStep, Hub, Step, asked
from gpconnect.services.session import Session
from gpconnect.storage import erasure, meta, operations, parcels, rows
from gpconnect.storage import healing as kept
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import transaction
from gpconnect.sync import chain, opening, wire, wraps
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import RefusedError

CODE = "healing"
"""The hub's code for a parcel that has to wait until the hub is whole."""
MOST_BYTES = wire.MAX_PARCEL
_WAITS = "healing"
_GO = "healing.go"
_LEFT = "healing.left"


@dataclass(frozen=True, slots=True)
class HealingSpace:
    """A space that a restored hub is being made whole in.

    Attributes:
        family: ``common``, ``practice``, ``team`` or ``pilot``.
        name: the site's name, for a practice.
        waits: devices that have not told the hub yet how far they were.
        may_go_on: this device may say to go on without them.
        going_on: somebody here said so, and the hub has not heard it yet.
    """

    space: str
    family: str
    name: str
    waits: int
    may_go_on: bool
    going_on: bool


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The hub went on without what this device had read: how many things go out again, and how many were others'."""

    at: datetime
    ours: int
    others: int


def keep_proof(db: Database, space: str, proof: wire.HeadProof) -> None:
    """Keep the hub's word about an order that this device holds whole: it is what heals that hub. In a transaction."""
    key_store.put_secret_blob(db, f"proof:{space}", msgspec.msgpack.encode(proof))


def hear_proof(db: Database, space: str, proof: wire.HeadProof) -> None:
    """Nothing new; the hub's word is kept when this life of it had not given one about so much."""
    before = proof_of(db, space)
    if before is None or (before.incarnation, before.seq) != (proof.incarnation, proof.seq):
        with transaction(db):
            keep_proof(db, space, proof)


def proof_of(db: Database, space: str) -> wire.HeadProof | None:
    """The newest word of the hub about an order that this device holds whole."""
    stored = key_store.secret_blob(db, f"proof:{space}")
    return msgspec.msgpack.decode(stored, type=wire.HeadProof) if stored else None


def heal(hub: Hub, space: str, seq: int) -> Generator[Step, Any, Changes]:
    """Tell the hub how far this device is, bring what it lacks after place `seq`, and go on where that is possible.

    Raises:
        KnownError: ``hub.alarm``, the hub has another order and no admin of the space says that it may.
    """
    while True:
        message: wire.Heal = yield FileStep(partial(offer, space=space, seq=seq))
        healed: wire.Healed = yield from asked(hub, partial(hub.heal, message))
        if not message.items or healed.proof.seq <= seq:
            break
        seq = healed.proof.seq
    while healed.lacks:
        message = yield FileStep(partial(keys_for, space=space, lacks=healed.lacks))
        again: wire.Healed = yield from asked(hub, partial(hub.heal, message))
        if len(again.lacks) >= len(healed.lacks):
            break
        healed = again
    message = yield FileStep(partial(word_to_go, space=space, healed=healed))
    if message.go is not None:
        healed = yield from asked(hub, partial(hub.heal, message))
    changes: Changes = yield FileStep(partial(settle, space=space, healed=healed))
    return changes


def offer(session: Session, space: str, seq: int) -> wire.Heal:
    """What this device can give back after place `seq`, as much as goes into one message."""
    db = session.db
    known, proof = parcels.cursor(db, space), proof_of(db, space)
    held = tuple(one for one in spaces.space_keys(db, space).dossiers if one not in erasure.refused_keys(db, space))
    message = wire.Heal(space, known.seq if known else 0, held=held)
    if proof is None:
        return message
    tail = parcels.received(db, space, seq + 1, max(proof.seq - seq, 0))
    items: list[wire.Item] = []
    size = 0
    for one in tail:
        envelope = one.envelope or kept.sent(db, space, one.digest)
        size += len(envelope)
        if not (envelope or one.code != wire.SEALED) or (items and size > MOST_BYTES):
            break
        items.append(wire.Item(one.seq, one.digest, envelope, one.granted, one.code, one.received_at))
    digests = tuple(one.digest for one in tail)
    codes = {one.seq: one.code for one in tail if one.code not in {"", wire.SEALED}}
    return msgspec.structs.replace(message, proof=proof, since=seq, digests=digests, items=tuple(items), codes=codes)


def keys_for(session: Session, space: str, lacks: tuple[bytes, ...]) -> wire.Heal:
    """Dossier keys that the hub lost, wrapped again by this device."""
    message, keys = offer(session, space, 0), spaces.space_keys(session.db, space)
    device, epoch = profiles.device_keys(session.db), keys.epoch
    wrapped: tuple[wire.WrappedKey, ...] = ()
    if epoch is not None:
        known = [keys.dossiers[one] for one in lacks[: wire.MAX_OPERATIONS] if one in keys.dossiers]
        wrapped = tuple(wraps.wrap_dossier_key(key, space, epoch, device) for key in known)
    return msgspec.structs.replace(message, digests=(), codes={}, items=(), keys=wrapped)


def word_to_go(session: Session, space: str, healed: wire.Healed) -> wire.Heal:
    """The signed word to go on, when somebody here said so and the hub still waits."""
    message = msgspec.structs.replace(offer(session, space, 0), digests=(), codes={}, items=())
    if not healed.open or space not in (meta.get_meta(session.db, _GO) or []):
        return message
    device = profiles.device_keys(session.db)
    go = wire.Go(healed.proof.incarnation, healed.proof.seq, healed.proof.head, device.device, b"")
    signed = msgspec.structs.replace(go, signature=device.sign(wire.go_message(space, go)))
    return msgspec.structs.replace(message, go=signed)


def settle(session: Session, space: str, healed: wire.Healed) -> Changes:
    """Go on from where this device was, when the hub is that far again; or from where an admin said.

    Raises:
        KnownError: ``hub.alarm``.
    """
    db = session.db
    known = parcels.cursor(db, space)
    changes = Changes(frozenset({"outbox"}))
    with transaction(db):
        _note(db, space, healed.waits if healed.open else None)
        if known is None or known.incarnation == healed.proof.incarnation:
            return changes
        if healed.proof.seq >= known.seq and healed.at == known.head:
            _adopt(db, space, healed, known.seq, known.head)
        elif healed.go is not None:
            changes |= _go_on(session, space, healed, healed.go)
        elif not healed.open:
            raise KnownError("hub.alarm", alarm="hub.rolled_back")
    return changes


def is_whole(db: Database, space: str) -> None:
    """The hub says that a space waits for nobody any more."""
    if space in (meta.get_meta(db, _WAITS) or {}):
        with transaction(db):
            _note(db, space, None)


def healing_spaces(session: Session) -> tuple[HealingSpace, ...]:
    """The spaces in which a restored hub still waits for what it lacks."""
    check(session, Intention.SYNC)
    db = session.db
    waits: dict[str, int] = meta.get_meta(db, _WAITS) or {}
    said = meta.get_meta(db, _GO) or []
    names = {f"practice/{site.id}": site.name for site in rows.where(db, Site)}
    return tuple(
        HealingSpace(
            space,
            space.partition("/")[0],
            names.get(space, ""),
            n,
            spaces.membership(db, space).may_push(session.device, entry=True),
            space in said,
        )
        for space, n in sorted(waits.items())
    )


def go_on(session: Session, space: str) -> Changes:
    """Say, as an admin of the space, that the hub goes on without what nobody brought back; told in the next round.

    Raises:
        KnownError: ``role.may_not``, ``space.not_an_admin``.
    """
    check(session, Intention.INVITE)
    if not spaces.membership(session.db, space).may_push(session.device, entry=True):
        raise KnownError("space.not_an_admin")
    with transaction(session.db):
        meta.put_meta(session.db, _GO, sorted({space, *(meta.get_meta(session.db, _GO) or [])}))
    return Changes(frozenset({"outbox"}))


def left_behind(db: Database) -> LeftBehind | None:
    """What the hub went on without, None when nothing was or somebody has read it."""
    note = meta.get_meta(db, _LEFT)
    return msgspec.convert(note, LeftBehind) if note else None


def put_away(session: Session) -> Changes:
    """Somebody has read what the hub went on without."""
    check(session, Intention.SYNC)
    with transaction(session.db):
        meta.put_meta(session.db, _LEFT, None)
    return Changes(frozenset({"outbox"}))


def _note(db: Database, space: str, waits: int | None) -> None:
    before: dict[str, int] = meta.get_meta(db, _WAITS) or {}
    after = {name: n for name, n in before.items() if name != space} | ({} if waits is None else {space: waits})
    if after != before:
        meta.put_meta(db, _WAITS, after)
    said = meta.get_meta(db, _GO) or []
    if waits is None and space in said:
        meta.put_meta(db, _GO, [one for one in said if one != space])


def _adopt(db: Database, space: str, healed: wire.Healed, seq: int, head: bytes) -> None:
    """Follow the hub in its new life. It may have keys again that were let go: it is asked once more."""
    parcels.set_cursor(db, space, parcels.Cursor(healed.proof.incarnation, seq, head, 0))
    erasure.told(db, space, erasure.refused_keys(db, space), hub=False)


@dataclass(frozen=True, slots=True)
class _Replayed:
    membership: Membership
    chains: chain.Chains
    head: bytes


def _go_on(session: Session, space: str, healed: wire.Healed, go: wire.Go) -> Changes:
    """The hub went on from an earlier place: everything after it has no place any more, and ours goes out again."""
    db = session.db
    before = spaces.membership(db, space)
    op_ids = kept.unplace(db, space, go.seq)
    replayed = _replay(db, space, go.seq)
    admin = replayed.membership.member(go.device)
    meant = (go.incarnation, go.head) == (healed.proof.incarnation, replayed.head)
    may = admin is not None and admin.capacity == "admin"
    if not (admin and may and meant and wire.verify(admin.sign_key, go.signature, wire.go_message(space, go))):
        raise KnownError("hub.alarm", alarm="hub.rolled_back")
    spaces.put_membership(db, replayed.membership)
    pending_entries.undone(session, before, go.seq)
    key_store.put_secret_blob(db, f"chains:{space}", replayed.chains.to_bytes())
    keys, epoch = spaces.space_keys(db, space), replayed.membership.epoch
    if keys.current and epoch is not None:
        spaces.put_keys(db, replace(keys, current=epoch.key_id))
    _adopt(db, space, healed, go.seq, go.head)
    parcels.end_chain(db, space)
    ours = sum(1 for one in op_ids if _is_ours(session, one))
    meta.put_meta(db, _LEFT, msgspec.to_builtins(LeftBehind(session.now(), ours, len(op_ids) - ours)))
    return Changes(frozenset({"outbox", "membership"})) | applying.refold_all(db, op_ids)


def _is_ours(session: Session, op_id: str) -> bool:
    operation = operations.by_id(session.db, op_id)
    return operation is not None and operation.device == session.device


def _replay(db: Database, space: str, until: int) -> _Replayed:
    """Membership, chains and holders as they were at this place, from the parcels that were kept."""
    membership, chains, head = Membership(space, spaces.membership(db, space).root), chain.Chains(), wire.ZERO_HASH
    for item in parcels.received(db, space, 1, until):
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
        for group in verified.header.claims:
            for thing, holder in (decide(group, partial(key_store.holder, db, space)) or {}).items():
                key_store.set_holder(db, space, thing, holder)
    return _Replayed(membership, chains, head)
