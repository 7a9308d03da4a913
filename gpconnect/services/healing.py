"""A hub that was put back from a copy is made whole by its members; nobody loses anything and nobody starts again.

Every device tells how far it had read and offers what the hub lacks, with the old hub's signed word that it stood
there. The hub takes nothing new meanwhile. When everything is back, each goes on where it was. Should an admin say to
go on without a device that stays away, that device hears so later: what it had sent goes out again. Did the hub forget
that a device belongs to the space at all, then it waits for nobody, and a person at that device decides.
"""

from collections.abc import Generator
from functools import partial
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import healing_keys, healing_standing, hub_lives, parting, profiles
from gpconnect.services.healing_standing import head_at
from gpconnect.services.rounds import FileStep, Hub, Step, asked
from gpconnect.services.session import Session
from gpconnect.storage import healing as kept
from gpconnect.storage import keys as key_store
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire

CODE = "healing"
"""The hub's code for a parcel that has to wait until the hub is whole."""
MOST_BYTES = wire.MAX_PARCEL
STEPS_BACK = 64
"""How often a hub is asked where it parted from what this device read: enough for any order."""


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
        KnownError: ``hub.went_on``, the hub has another order, and no admin of the space nor anybody here says that it
            may; ``hub.alarm``, it has another from the first place on, or is back in a life that was over.
    """
    while True:
        message: wire.Heal = yield FileStep(partial(offer, space=space, seq=seq))
        healed: wire.Healed = yield from asked(hub, partial(hub.heal, message))
        if not message.items or healed.proof.seq <= seq:
            break
        seq = healed.proof.seq
    message = yield FileStep(partial(word_to_go, space=space, healed=healed))
    if message.go is not None:
        healed = yield from asked(hub, partial(hub.heal, message))
    changes: Changes = yield FileStep(partial(settle, space=space, healed=healed))
    if (yield FileStep(partial(is_forgotten, space=space, healed=healed))):
        known = yield from _last_in_common(hub, message)
        changes |= yield FileStep(partial(leave_behind, space=space, healed=healed, seq=known))
    yield from healing_keys.mend(hub, space, healed.proof)
    return changes


def _last_in_common(hub: Hub, message: wire.Heal) -> Generator[Step, Any, int]:
    """The last place at which the hub's order is what this device read."""
    low, high = 0, message.reached
    for _ in range(STEPS_BACK):
        if low >= high:
            break
        middle = (low + high + 1) // 2
        there: wire.Healed = yield from asked(hub, partial(hub.heal, msgspec.structs.replace(message, reached=middle)))
        here: bytes = yield FileStep(partial(head_at, space=message.space, seq=middle))
        low, high = (middle, high) if there.at == here else (low, middle - 1)
    return low


def offer(session: Session, space: str, seq: int) -> wire.Heal:
    """What this device can give back after place `seq`, as much as goes into one message."""
    db = session.db
    known, proof = parcels.cursor(db, space), proof_of(db, space)
    message = wire.Heal(space, known.seq if known else 0)
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


def word_to_go(session: Session, space: str, healed: wire.Healed) -> wire.Heal:
    """The signed word to go on, when somebody here said so of exactly this place, and the hub still waits there.

    They said so of what was not back at that moment, and this device worked out the head of that place itself. Is the
    hub further by now, or in another life, then they are asked once more.
    """
    db = session.db
    message = msgspec.structs.replace(offer(session, space, 0), digests=(), codes={}, items=())
    where = healing_standing.Where.of(healed.proof)
    said = healing_standing.said(db, space)
    if said != where or not healed.open:
        with transaction(db):
            healing_standing.forget_go(db, space)
        return message
    device = profiles.device_keys(db)
    answers = tuple(one for one in hub_lives.seen(db, space) if one != healed.proof.incarnation)
    go = wire.Go(healed.proof.incarnation, healed.proof.seq, healed.proof.head, device.device, b"", answers)
    signed = msgspec.structs.replace(go, signature=device.sign(wire.go_message(space, go)))
    return msgspec.structs.replace(message, go=signed)


def settle(session: Session, space: str, healed: wire.Healed) -> Changes:
    """Go on from where this device was, when the hub is that far again; or from where an admin said.

    Raises:
        KnownError: ``hub.alarm``, the hub is back in a life that was over: nobody puts a hub back that way.
    """
    db = session.db
    known = parcels.cursor(db, space)
    changes = Changes(frozenset({"outbox"}))
    life = healed.proof.incarnation
    if known is not None and known.incarnation != life and hub_lives.is_over(db, space, life):
        raise KnownError("hub.alarm", alarm="hub.old_life")
    with transaction(db):
        healing_standing.note(db, space, healed)
        if known is None or known.incarnation == healed.proof.incarnation:
            return changes
        if healed.proof.seq >= known.seq and healed.at == known.head:
            parting.adopt(db, space, healed.proof.incarnation, known.seq, known.head)
        elif healed.go is not None and parting.is_admins_word(db, space, healed):
            changes |= parting.go_back(session, space, healed.proof.incarnation, healed.go.seq)
    return changes


def is_forgotten(session: Session, space: str, healed: wire.Healed) -> bool:
    """Whether the hub waits for nobody any more and went on without what this device had read."""
    known = parcels.cursor(session.db, space)
    return known is not None and known.incarnation != healed.proof.incarnation and not healed.open


def leave_behind(session: Session, space: str, healed: wire.Healed, seq: int) -> Changes:
    """Go on with the others from the last place in common, once somebody here said so; until then nothing changes.

    No signature of an admin says that this is so. A hub that lies would look the same, so a person decides.

    Raises:
        KnownError: ``hub.went_on``, until they did; ``hub.alarm``, the hub has nothing in common with what was read.
    """
    db = session.db
    if not seq:
        raise KnownError("hub.alarm", alarm="hub.rolled_back")
    where = healing_standing.Where(healed.proof.incarnation, seq, head_at(session, space, seq))
    if not healing_standing.agreed(db, space, where):
        with transaction(db):
            healing_standing.note_forgotten(db, space, where)
        raise KnownError("hub.went_on")
    with transaction(db):
        healing_standing.note_forgotten(db, space, None)
        return parting.go_back(session, space, where.life, seq)


def is_whole(db: Database, space: str) -> None:
    """The hub says that a space waits for nobody any more."""
    if healing_standing.is_noted(db, space):
        with transaction(db):
            healing_standing.note(db, space, None)
