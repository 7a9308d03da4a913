"""Carrying out an erasure on this device, when it is the hub's turn to say so: the same way on every device.

Asking and destroying are operations as any other. What cannot be taken back happens only once the destruction has its
place in the hub's order: if a colleague undid the request first, nothing is lost anywhere. The hub's receipts of both
must be seven days apart, so a clock that was set forward destroys nothing.
"""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import msgspec
from sqlite_utils import Database

from gpconnect.domain import erasing
from gpconnect.domain.changes import Changes
from gpconnect.domain.erasure import Erasure, ErasureReceipt, ErasureStatus, KeptHistory
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import SealedDraft
from gpconnect.domain.operations import Operation
from gpconnect.domain.records import KIND_OF, KINDS
from gpconnect.services import applying, facts, hub_clock, keeping_history, restricting, spaces
from gpconnect.services.acting import Action, log
from gpconnect.services.rounds import FileStep, Hub, Round, asked
from gpconnect.services.session import Session
from gpconnect.storage import beside, conflicts, connection, erasure, kept, operations, parcels, rows
from gpconnect.storage.access_log import EventType
from gpconnect.storage.connection import transaction
from gpconnect.storage.erasure import Carried, RefusedKey, Tombstone
from gpconnect.sync import opening, wire
from gpconnect.sync.keys import SpaceKeys
from gpconnect.sync.refusals import ParkedError, RefusedError

DESTROYED = "destruction"
"""Among the changed kinds after something was destroyed: whoever committed it empties the log beside the file."""
NOT_COUNTED = frozenset({KIND_OF[KeptHistory].name, KIND_OF[SealedDraft].name})
"""No records of the dossier: what an earlier erasure left, and what somebody is still writing."""
LATE = "erasure.late"
_KIND = KIND_OF[Erasure].name


@dataclass(frozen=True, slots=True)
class _Due:
    """An erasure that can be carried out now, and the operation that says so; `seq` is its place, 0 without a hub."""

    erasure: Erasure
    operation: Operation
    seq: int


def settle(session: Session) -> Changes:
    """Carry out every destruction that has its place in the order and is not done here yet. Inside a transaction.

    Returns:
        What changed; with `DESTROYED` among the kinds when something went.
    """
    changes = Changes()
    erasure.place_again(session.db)
    for one in rows.where(session.db, Erasure, "status = ?", (ErasureStatus.DESTROYED,)):
        if erasure.is_open(session.db, one.id):
            changes |= _settle_one(session, one)
    return changes


def keys_of(keys: SpaceKeys, dossier: str) -> tuple[bytes, ...]:
    """Ids of the dossier's keys of every generation that this device holds."""
    return tuple(key_id for key_id, key in keys.dossiers.items() if key.dossier == dossier)


def forget_keys(db: Database) -> None:
    """Let go of every key that was destroyed, when a file is opened: one put back from a copy still has them."""
    for space in spaces.followed(db):
        refused = erasure.refused_keys(db, space)
        if refused:
            with transaction(db):
                _without(db, space, frozenset(refused))


def recall(session: Session) -> None:
    """Carry out what the list beside the file knows and the file does not: somebody put an older file in its place.

    When a file is opened, before anything of it is shown. Our numbering ends as well: an older file would use numbers
    again.

    Raises:
        KnownError: what writing names, also on a full disk: what was erased is not shown meanwhile.
    """
    db = session.db
    listed = beside.not_in_file(db, session.folder, bytes(session.key))
    if listed is None:
        return
    known = set(erasure.tombstones(db))
    with transaction(db, urgent=True):
        erasure.carry(db, listed.carried)
        applying.show_undone(db)
        for copy in listed.copies:
            kept.put(db, copy)
        parcels.end_chain(db)
        deciders = _deciders(listed.carried)
        for one in sorted({(one.patient_id, one.erasure) for one in listed.carried.tombstones if one not in known}):
            # Who opens the file decided nothing: it is told that it went again, and who decided that it should go.
            decided = deciders.get(one[1], "")
            other = decided if decided != session.actor.staff_id else ""
            log(session, one[0], f"{_KIND}.recalled", event=EventType.ERASE, for_whom=other)
    connection.checkpoint(db)


def _deciders(carried: Carried) -> dict[str, str]:
    """Who had each erasure carried out, by its id; the first one, as in the hub's order."""
    ended = [one for one, *_ in carried.operations if one.kind == f"{_KIND}.destroyed"]
    return {one.record: one.author for one in reversed(ended)}


def to_forget(session: Session, space: str) -> tuple[bytes, ...]:
    """Ids of destroyed keys that the hub has not said it let go of."""
    if spaces.membership(session.db, space).member(session.device) is None:
        return ()
    return tuple(erasure.refused_keys(session.db, space, untold=True))[: wire.MAX_FORGET]


def forgotten(session: Session, space: str, ids: tuple[bytes, ...]) -> Changes:
    """The hub let these keys go."""
    with transaction(session.db):
        erasure.told(session.db, space, ids)
    return Changes(frozenset({_KIND}))


@dataclass(frozen=True, slots=True)
class Late:
    """What of a parcel somebody wrote who did not know yet that it was destroyed; it stays sealed, not applied.

    Attributes:
        stones: what was destroyed here, by dossier.
        seen_seq: how far the author had read the order when the parcel was packed.
    """

    stones: Mapping[str, Sequence[Tombstone]]
    seen_seq: int

    def whole(self, operation: Operation) -> bool:
        """Whether its dossier went as a whole."""
        stones = self.stones.get(operation.dossier or "", ())
        return any(not stone.parts and self.seen_seq < stone.seq for stone in stones)

    def __contains__(self, operation: Operation) -> bool:
        if operation.dossier not in self.stones:
            return False
        parts = {part for stone in self.stones.get(operation.dossier or "", ()) for part in stone.parts}
        own = f"{operation.kind.partition('.')[0]}:{operation.record}"
        return own in parts or about(operation) in parts or self.whole(operation)


def about(operation: Operation) -> str:
    """The record, ``<kind>:<id>``, that an addendum or a decision to keep something back is about; else empty."""
    body = operation.body
    if operation.kind.startswith("withholding."):
        return f"{body.get('kind', '')}:{body.get('record', '')}"
    return f"note:{body['note_id']}" if "note_id" in body else ""


def late(db: Database, seen_seq: int) -> Late:
    """What is late in a parcel whose author had read so far."""
    stones: dict[str, list[Tombstone]] = {}
    for stone in erasure.tombstones(db):
        stones.setdefault(stone.patient_id, []).append(stone)
    return Late(stones, seen_seq)


def _settle_one(session: Session, asked: Erasure) -> Changes:
    made = operations.of_record(session.db, _KIND, asked.id)
    # Two colleagues may both have destroyed it: the first in the hub's order that counts did, on every device.
    void = {one.op_id for one in conflicts.marked(session.db, kind=_KIND, record=asked.id)}
    destruction = next(one for one in made if one.kind == f"{_KIND}.destroyed" and one.op_id not in void)
    if session.team_space not in spaces.followed(session.db):
        return _carry_out(session, _Due(asked, destruction, 0))
    first, last = erasure.placed(session.db, made[0].op_id), erasure.placed(session.db, destruction.op_id)
    if last.seq is None or first.received_at is None or last.received_at is None:
        return Changes()
    wrong = ""
    if erasing.is_too_early(first.received_at, last.received_at):
        wrong = applying.ERASED_TOO_EARLY
    elif is_kept_from(session, asked.patient_id, destruction.author, until=last.seq):
        wrong = applying.NOT_ALLOWED
    elif destruction.author == made[0].author and _counted(session, asked, last.seq) > erasing.MOST_ALONE:
        wrong = applying.SECOND_PERSON
    if wrong:
        applying.mark(session.db, destruction, wrong)
        return applying.refold(session.db, KIND_OF[Erasure], asked.id)
    return _carry_out(session, _Due(asked, destruction, last.seq))


def is_kept_from(session: Session, patient_id: str, staff_id: str, *, until: int | None = None) -> bool:
    """Whether a dossier is kept from somebody, now or at a place of the hub's order; an emergency opens nothing here.

    The children are looked up in the operations, because what is asked to be erased is out of sight.
    """
    patient = restricting.known(session, patient_id, until=until)
    return patient is not None and patient.is_restricted_for(staff_id)


def _counted(session: Session, asked: Erasure, until: int) -> int:
    """How many records it takes by what stood in the order then, whatever number its author wrote."""
    if asked.parts:
        return len(asked.parts)
    made = operations.of_dossier(session.db, asked.patient_id)
    where = erasure.places(session.db, asked.patient_id)
    kinds = ((one.kind.partition(".")[0], one.record) for one in made if where.get(one.op_id, (until + 1,))[0] <= until)
    return len({(kind, record) for kind, record in kinds if kind in KINDS and kind not in NOT_COUNTED})


def _carry_out(session: Session, due: _Due) -> Changes:
    """Everything goes at once: rows, operations, drafts, index, keys. One transaction, so never half."""
    db, asked = session.db, due.erasure
    space, patient, parts = due.operation.space, asked.patient_id, _parts(session, asked)
    facts.take_back(session, patient, parts)
    waiting = erasure.waiting_in(db, patient, parts)
    keys = spaces.space_keys(db, space)
    ids = _old_keys(session, due, keys_of(keys, patient), _named(due.operation, keys, patient))
    at = hub_clock.now(session)
    stone = Tombstone(patient, str(asked.article), asked.requested_by, at, asked.id, parts, due.seq)
    erasure.destroy(db, stone)
    for op_id, kind, record in waiting:
        # What its author wrote and nobody else ever saw: they are told that it went along.
        author, made = session.actor.staff_id, session.now()
        conflicts.mark(db, conflicts.Marked(op_id, kind, record, LATE, author, made))
    erasure.refuse_keys(db, (RefusedKey(space, one, due.seq, not parts) for one in ids))
    _without(db, space, ids)
    changes = _rest(session, due) | _receipt(session, due)
    # A colleague decided it and this device only did as told: the family must not read that its owner erased.
    other = "" if due.operation.author == session.actor.staff_id else due.operation.author
    purpose = f"{_KIND}.carried_out" if other else f"{_KIND}.destroyed"
    log(session, patient, purpose, event=EventType.ERASE, for_whom=other)
    return changes | Changes(frozenset({DESTROYED, _KIND, "note_draft", "marked"}), frozenset({patient, asked.id}))


def _named(operation: Operation, keys: SpaceKeys, patient_id: str) -> frozenset[bytes]:
    """The keys that the destruction names, without those of another dossier: nobody can erase that by naming them."""
    try:
        found = [bytes.fromhex(one) for one in msgspec.convert(operation.body.get("keys", []), list[str])]
    except ValueError:
        return frozenset()
    held = {one: keys.dossiers[one].dossier for one in found if one in keys.dossiers}
    return frozenset(one for one in found if held.get(one, patient_id) == patient_id)


def _old_keys(session: Session, due: _Due, held: tuple[bytes, ...], named: frozenset[bytes]) -> frozenset[bytes]:
    """Keys of every generation before the destruction. What is in use after it may have come with the same stretch.

    Who destroyed it named all keys up to where they had read. What came between there and the destruction can be seen
    from the parcels; what this device made and could not send yet is older as well. Of part of a dossier, what remains
    may lie in the very parcel of the destruction, under its new key: a restored hub had forgotten both, and they were
    sent again together.
    """
    db, space = session.db, due.operation.space
    if named.issuperset(held) or not due.seq:
        return named.union(held)
    own = spaces.unshared(db, space)
    read = _read_by_author(session, due)
    between = parcels.received(db, space, read + 1, due.seq - read - bool(due.erasure.parts))
    membership, keys = spaces.membership(db, space), spaces.space_keys(db, space)
    used: set[bytes] = set()
    for item in between:
        with suppress(ParkedError, RefusedError):
            used |= opening.keys_in(item.envelope, item.seq, membership, keys)
    return named | {one for one in held if one in own or one in used}


def _read_by_author(session: Session, due: _Due) -> int:
    """How far the author of the destruction had read when it was packed."""
    (item,) = parcels.received(session.db, due.operation.space, due.seq, 1)
    return wire.decode_envelope(item.envelope)[1].header.seen_seq


def _parts(session: Session, asked: Erasure) -> tuple[str, ...]:
    """What was asked for, with what somebody wrote about any of it before they heard of it."""
    if not asked.parts:
        return ()
    made = operations.of_dossier(session.db, asked.patient_id)
    parts = asked.parts
    for kind in ("addendum", "withholding"):
        parts += tuple(
            f"{kind}:{one.record}" for one in made if one.kind.startswith(f"{kind}.") and about(one) in parts
        )
    return tuple(dict.fromkeys(parts))


def _rest(session: Session, due: _Due) -> Changes:
    """After part of a dossier: who destroyed it gathers what remains under a new key, for who comes later.

    Where they had done so before the order was cut, each adds what they made since.
    """
    asked = due.erasure
    if not asked.parts or not due.seq:
        return Changes()
    action, patient = Action(session), asked.patient_id
    if due.operation.device == session.device:
        batches = keeping_history.gather(session.db, patient)
    else:
        batches = keeping_history.missed(session.db, patient, asked.id, session.device, due.seq)
    for batch in batches:
        action.write(KeptHistory(session.new_id(), asked.patient_id, asked.id, batch), "gathered")
    return action.changes


def _receipt(session: Session, due: _Due) -> Changes:
    """This device says that it is done; a device that came in later had nothing to destroy and says nothing."""
    membership = spaces.membership(session.db, due.operation.space)
    seat = membership.seats.get(session.device)
    if seat is not None and seat.since > due.seq:
        return Changes()
    receipt_id = hashlib.sha256(f"{due.erasure.id}{session.device}".encode()).hexdigest()[:32]
    if rows.get(session.db, ErasureReceipt, receipt_id) is not None:
        return Changes()
    action = Action(session)
    action.write(ErasureReceipt(receipt_id, due.erasure.id, due.erasure.patient_id, session.device, session.now()))
    return action.changes


def _without(db: Database, space: str, ids: frozenset[bytes]) -> None:
    """These keys are nowhere in the file any more: not held, not waiting, not beside a parcel that was sent."""
    keys = spaces.space_keys(db, space)
    left = keys.without_keys(ids)
    if len(left.dossiers) != len(keys.dossiers):
        spaces.put_keys(db, left)
    wraps = spaces.waiting_wraps(db, space)
    if any(one.id in ids for one in wraps):
        spaces.put_waiting_wraps(db, space, tuple(one for one in wraps if one.id not in ids))
    spaces.put_unshared(db, space, spaces.unshared(db, space) - ids)
    for row, sent in parcels.sent_keys(db, space):
        beside = msgspec.msgpack.decode(sent, type=tuple[wire.WrappedKey, ...])
        if any(one.id in ids for one in beside):
            parcels.put_sent_keys(db, row, msgspec.msgpack.encode([one for one in beside if one.id not in ids]))


def forget(hub: Hub, space: str) -> Round:
    """The keys of what was erased go from the hub as well; asked in every round until it says that it did."""
    ids: tuple[bytes, ...] = yield FileStep(partial(to_forget, space=space))
    if not ids:
        return Changes()
    try:
        yield from asked(hub, partial(hub.forget, space, ids))
    except KnownError as error:
        # A hub of before this question keeps them, which the screen goes on saying; nothing else waits for it.
        if error.code not in {"hub.trouble", "hub.not_member"}:
            raise
        return Changes()
    done: Changes = yield FileStep(partial(forgotten, space=space, ids=ids))
    return done
