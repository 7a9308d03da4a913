"""An operation becomes rows: the same way for what is done here and for what comes in from others.

A record is always the fold of all its operations in order (`gpconnect.sync.merge`). What the fold could not take,
because the state had moved on or two people chose differently, is kept beside it and shown to a person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.bounds import is_keepable
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Consent
from gpconnect.domain.erasure import Erasure, ErasureStatus, KeptHistory
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KIND_OF, KINDS, RecordKind, Rule
from gpconnect.domain.schedule import Absence, HalfDaySession
from gpconnect.services import deputising, keeping_history, machines, placing, withdrawals
from gpconnect.storage import conflicts, drafts, erasure, operations, rows, search
from gpconnect.storage.attempts import UnfitError, attempt
from gpconnect.sync import merge

OPENED_ELSEWHERE = "dossier.opened_elsewhere"
NOT_UNDERSTOOD = "operation.not_understood"
BROKEN = "operation.broken"
ERASED_TOO_EARLY = "erasure.too_early"
NOT_ALLOWED = "operation.not_allowed"
SECOND_PERSON = "erasure.second_person"
REFUSED = frozenset({NOT_ALLOWED, BROKEN, merge.UNKNOWN_KIND, merge.NEWER, ERASED_TOO_EARLY, SECOND_PERSON})
"""Why an operation from elsewhere never takes part in a fold: see `gpconnect.sync.merge.judge`."""
_FOR_GOOD = REFUSED | {"other_bytes"}
KEPT_MARKS = _FOR_GOOD | {withdrawals.SENT_MEANWHILE}
"""Marks that no fold made; a fold makes all the others again."""
_DEPUTISED = frozenset({Absence, HalfDaySession})
"""What decides who holds the half-days of a day."""


def apply(
    db: Database,
    operation: Operation,
    *,
    seq: int | None = None,
    place: int = 0,
    role: str = "",
    hidden: erasure.Hidden | None = None,
) -> Changes:
    """Take one operation in: the log, then the record it is about. Taking it twice changes nothing.

    Args:
        db: the file, inside a transaction.
        operation: made here, or opened from a parcel whose author the membership log vouches for.
        seq: place of its parcel in the hub's order; None for one that is made here and still has to be sent.
        place: its place within the parcel.
        role: of its author as the membership knows it; empty for what is made here, which was checked before.
        hidden: what is asked to be erased, where it was looked up for many operations at once.

    Returns:
        What screens must look at again; empty for what was already known or is not understood yet.
    """
    taken = operations.append(db, operation, seq=seq, place=place)
    if taken is operations.Appended.ALARM:
        mark(db, operation, "other_bytes")
        return Changes()
    name = operation.kind.partition(".")[0]
    kind = KINDS.get(name)
    verdict = merge.judge(operation, role) if role else ""
    if verdict:
        mark(db, operation, verdict)
    if kind is None or verdict:
        return Changes()
    return try_out(db, kind, operation, hidden=hidden) if role else refold(db, kind, operation.record, hidden=hidden)


def try_out(db: Database, kind: RecordKind, operation: Operation, *, hidden: erasure.Hidden | None = None) -> Changes:
    """Let an operation of somebody else count, or mark it when no record can take what it holds.

    One such operation must not keep everything after it from coming in, here or anywhere.
    """
    try:
        with attempt(db):
            return refold(db, kind, operation.record, hidden=hidden)
    except UnfitError:
        mark(db, operation, BROKEN)
        return Changes(frozenset({"marked"}))


def mark(db: Database, operation: Operation, reason: str) -> None:
    """Keep an operation out of the fold, visibly: it stays in the log and its author is told why."""
    conflicts.mark(
        db,
        conflicts.Marked(
            op_id=operation.op_id,
            kind=operation.kind.partition(".")[0],
            record=operation.record,
            reason=reason,
            author=operation.author,
            at=operation.made_at,
        ),
    )


def refold(db: Database, kind: RecordKind, record_id: str, *, hidden: erasure.Hidden | None = None) -> Changes:
    """Work a record out again from its operations, and put it, its conflicts and its search words in the file."""
    if kind.record is KeptHistory:
        return _put_back(db, record_id)
    conflicts.clear_marks(db, kind.name, record_id, keep=KEPT_MARKS)
    ops = _counted(db, kind, record_id)
    merged = merge.fold(_rule(kind), ops)
    by_id = {one.op_id: one for one in ops}
    for one in merged.marked:
        mark(db, by_id[one.op_id], one.code)
    if kind.record is Patient:
        for opening in ops:
            if placing.opened_elsewhere(db, record_id, opening):
                mark(db, opening, OPENED_ELSEWHERE)
    for group in {one.group for one in conflicts.conflicts(db, kind=kind.name, record=record_id)}:
        conflicts.clear_conflict(db, kind.name, record_id, group)
    for conflict in merged.conflicts:
        values = [msgspec.to_builtins(version) for version in conflict.versions]
        conflicts.put_conflict(db, conflicts.Conflict(kind.name, record_id, conflict.group, values))
    if merged.state is None:
        return Changes(frozenset({kind.name}), frozenset({record_id}))
    if ops[0].dossier:
        asked = erasure.hidden(db) if hidden is None else hidden
        if erasure.covers(asked, ops[0].dossier, f"{kind.name}:{record_id}"):
            _hide(db, ops[0].dossier, (f"{kind.name}:{record_id}",))
            return Changes(frozenset({kind.name}), frozenset({record_id}))
    before = rows.get(db, kind.record, record_id) if kind.record in _DEPUTISED else None
    _put(db, kind, record_id, merged.state, ops)
    changes = Changes(frozenset({kind.name}), frozenset({record_id})) | _follow_erasure(db, kind, record_id)
    if kind.record in _DEPUTISED:
        changes |= deputising.follow(db, before, rows.get(db, kind.record, record_id))
    return changes


def agrees(db: Database, name: str, record_id: str) -> bool:
    """Whether a record says what its operations say; for checking a file. Nothing is written.

    What this program does not understand, and what no operation made, agrees. So does a gathered history: it is
    unpacked into the records that it is about, and has no row of its own.
    """
    kind = KINDS.get(name)
    if kind is None or kind.record is KeptHistory:
        return True
    ops = _counted(db, kind, record_id)
    if ops and ops[0].dossier and erasure.covers(erasure.hidden(db), ops[0].dossier, f"{name}:{record_id}"):
        return True
    state = merge.fold(_rule(kind), ops).state
    record = _record(kind, record_id, state) if state is not None else None
    if isinstance(record, Consent) and withdrawals.overruling(db, record):
        return rows.get(db, Consent, record_id) is None
    return record is None or placing.placed(db, record, ops) == rows.get(db, kind.record, record_id)


def refold_all(db: Database, op_ids: Iterable[str]) -> Changes:
    """Work the records out again that these operations of ours are about."""
    changes = Changes()
    for op_id in op_ids:
        operation = operations.by_id(db, op_id)
        assert operation is not None, "what was packed is in the log"
        kind = KINDS.get(operation.kind.partition(".")[0])
        if kind is not None:
            changes |= refold(db, kind, operation.record)
    return changes


def refold_placed(db: Database, op_ids: Sequence[str]) -> Changes:
    """After operations of ours got their place in the order: only where that may have come between others.

    A record that one operation made is what it was, whatever its place; screens look again all the same.
    """
    kinds, records, changes = set(), set(), Changes()
    for full_kind, record, alone in operations.about(db, op_ids):
        name = full_kind.partition(".")[0]
        kind = KINDS.get(name)
        if alone and kind is not None and kind.by_itself:
            kinds.add(name)
            records.add(record)
        elif kind is not None:
            changes |= refold(db, kind, record)
    return changes | Changes(frozenset(kinds), frozenset(records))


def made_by(kind: RecordKind, operation: Operation) -> Any:
    """The record that this operation alone makes; None when a newer or a broken program made it.

    Only for kinds that stand by themselves (`RecordKind.by_itself`): of one operation there is then nothing to fold.
    """
    return _record(kind, operation.record, operation.body)


def folded(kind: RecordKind, ops: Sequence[Operation]) -> Any:
    """The record that these operations make, in this order; None when they make none."""
    state = merge.fold(_rule(kind), ops).state
    return _record(kind, ops[0].record, state) if state else None


def with_values(record: Any, values: Mapping[str, Any]) -> Any:
    """A record with some of its fields as the log has them."""
    plain = msgspec.to_builtins(record) | dict(values)
    return replace(record, **{name: getattr(msgspec.convert(plain, type(record)), name) for name in values})


def index(db: Database, record: Any) -> None:
    """Make a record findable, when its kind is one that people search."""
    search.index_record(db, record)


def heads(db: Database, kind: RecordKind, record_id: str) -> tuple[str, ...]:
    """The operations on a record that nobody has answered yet: what an edit made now has seen."""
    return merge.fold(_rule(kind), operations.of_record(db, kind.name, record_id)).heads


def state_of(db: Database, kind: RecordKind, record_id: str, *, until: int | None = None) -> dict[str, Any] | None:
    """What a record's operations make of it, also while it is out of sight; None when there are none.

    With `until`, only of those that have a place in the hub's order up to there: the same on every device.
    """
    made = operations.of_record(db, kind.name, record_id)
    if until is not None:
        made = [one for one in made if (erasure.placed(db, one.op_id).seq or until + 1) <= until]
    return merge.fold(_rule(kind), made).state if made else None


def _counted(db: Database, kind: RecordKind, record_id: str) -> list[Operation]:
    """The operations on a record that take part in its fold, in order."""
    refused = {one.op_id for one in conflicts.marked(db, kind=kind.name, record=record_id) if one.reason in REFUSED}
    ops = [one for one in operations.of_record(db, kind.name, record_id) if one.op_id not in refused]
    if not ops:
        # Nothing of it reached the hub and nothing will: what somebody wrote stays readable where it was written.
        known = operations.of_record(db, kind.name, record_id, refused=True)
        ops = [one for one in known if one.op_id not in refused]
    return ops


def _record(kind: RecordKind, record_id: str, state: dict[str, Any]) -> Any:
    """The folded state as a record, or None when a newer or a broken program made it."""
    body = {**state, "id": record_id}
    body.pop("claims", None)
    try:
        record = msgspec.convert(body, kind.record)
    except (msgspec.ValidationError, ArithmeticError, ValueError, RecursionError):
        return None
    return record if is_keepable(record) else None


def _put(db: Database, kind: RecordKind, record_id: str, state: dict[str, Any], ops: list[Operation]) -> None:
    record = _record(kind, record_id, state)
    if record is None:
        # Made by a newer or a broken program: it waits in the log, and the last good row stays.
        mark(db, ops[-1], NOT_UNDERSTOOD)
        return
    record = placing.placed(db, record, ops)
    if isinstance(record, Consent) and withdrawals.overruling(db, record):
        rows.delete(db, Consent, record_id)
        mark(db, ops[0], withdrawals.OVERRULED)
        return
    rows.put(db, record)
    if kind.name == "person_card":
        drafts.release_card(db, record_id)
    index(db, record)
    _follow_withdrawal(db, kind, record)


def _follow_withdrawal(db: Database, kind: RecordKind, record: Any) -> None:
    """What somebody wrote or sent without knowing that consent was taken back is looked at again."""
    if isinstance(record, Consent):
        for one in withdrawals.beside(db, record):
            refold(db, kind, one)
        for one in withdrawals.hold_back(db, record):
            refold(db, KINDS["feedback"], one)
        withdrawals.flag_sendings(db, record.person_id)
    elif kind.name in {"handover", "feedback"}:
        withdrawals.flag_sendings(db, withdrawals.person_of(db, kind.name, record.id))


def _follow_erasure(db: Database, kind: RecordKind, record_id: str) -> Changes:
    """What is asked to be erased is out of sight from here on; what is not any more comes back as it was."""
    asked = rows.get(db, Erasure, record_id) if kind.record is Erasure else None
    if asked is None:
        return Changes()
    if erasure.is_open(db, asked.id):
        _hide(db, asked.patient_id, asked.parts)
    elif asked.status in {ErasureStatus.UNDONE, ErasureStatus.REFUSED}:
        _refold_dossier(db, asked)
    seen = frozenset(one.name for one in KINDS.values() if one.dossier)
    return Changes(seen | {"note_draft"}, frozenset({asked.patient_id}))


def _hide(db: Database, patient_id: str, parts: Sequence[str]) -> None:
    """Out of sight, and with it what was told about it: that is worked out again when it comes back."""
    for name, record in erasure.records_of(db, patient_id, parts):
        conflicts.clear_marks(db, name, record, keep=_FOR_GOOD)
    erasure.hide(db, patient_id, parts)


def show_undone(db: Database) -> None:
    """What was asked to be erased and is not any more is worked out again: a copy of before hid it, and does so still.

    Inside a transaction, after `gpconnect.storage.erasure.carry`.
    """
    for asked in rows.where(db, Erasure, "status IN (?, ?)", (ErasureStatus.UNDONE, ErasureStatus.REFUSED)):
        _refold_dossier(db, asked)


def _refold_dossier(db: Database, asked: Erasure) -> None:
    for name, record in erasure.records_of(db, asked.patient_id, asked.parts):
        refold(db, KINDS[name], record)


def _put_back(db: Database, record_id: str) -> Changes:
    """What remained after part of a dossier was erased comes to who could not read it under its old key."""
    changes = Changes()
    history, forged = keeping_history.unpack(db, operations.of_record(db, KIND_OF[KeptHistory].name, record_id))
    for operation in forged:
        mark(db, operation, "erasure.other_history")
    for name, record in dict.fromkeys((one.kind.partition(".")[0], one.record) for one in history):
        if name in KINDS:
            changes |= refold(db, KINDS[name], record)
    return changes


def _rule(kind: RecordKind) -> merge.MergeRule:
    if kind.rule is Rule.FIXED:
        return merge.Fixed()
    if kind.rule is Rule.LATEST:
        return merge.Latest()
    if kind.rule is Rule.GROUPS:
        groups = {str(place): group for place, group in enumerate(kind.groups)}
        return merge.Groups(groups, frozenset(name for name, group in groups.items() if kind.unasked >= set(group)))
    return merge.Machine(machines.STEPS[kind.name])
