"""What becomes of a record that several people touched: the same on every device, because the order is the same.

`fold` gets the operations of one record, the hub's order first and then what waits to be sent, and says what the record
is now, which two versions a person has to choose between, and which operations could not count. Nothing is thrown away:
what does not count stays in the log and is marked for its author.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gpconnect.domain.operations import SCHEMA, Operation
from gpconnect.domain.records import CHANGED, KINDS

State = dict[str, Any]
CLAIMS = "claims"
"""What a body asks of the hub beside the record; no field of it."""
UNKNOWN_KIND = "operation.unknown_kind"
NEWER = "operation.newer"
OPENED = ".opened"
"""How a kind ends that begins a record under an id that somebody else may begin at the same time."""
PLANNED = ".planned"
"""How a kind ends that makes a record under an id that follows from what it says: two who plan the same make one."""
SPLIT = ".split"
"""How a kind ends that only copies what was there under an id that follows from it: it is nobody's wish to change."""


@dataclass(frozen=True, slots=True)
class Illegal:
    """A step that a state machine does not know from this state; `code` says why, for the author."""

    code: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """Written once. A second, different version is marked."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The last in order stands, as a whole; opening what exists already changes nothing."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Decided per group of fields; a field in no group is a group of its own.

    Attributes:
        groups: name of a group to its fields.
        unasked: names of groups in which the last in order stands without a question to anybody.
    """

    groups: Mapping[str, tuple[str, ...]]
    unasked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Machine:
    """A pure state machine: from the state so far and an operation to the next state, or `Illegal`."""

    transition: Callable[[State | None, Operation], State | Illegal]


@dataclass(frozen=True, slots=True)
class Withdrawable:
    """Entries about one question, where a withdrawal beats every yes that had not seen it, in any order.

    Attributes:
        field: the field of the body that tells.
        value: what it says in a withdrawal.
    """

    field: str = "decision"
    value: str = "withdrawn"


MergeRule = Fixed | Latest | Groups | Machine | Withdrawable


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that a person has to choose between."""

    op_id: str
    author: str
    made_at: datetime
    value: State


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more people changed the same group without having seen each other's change; what shows is last."""

    group: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An operation that is kept and shown, and does not count; `code` says why."""

    op_id: str
    code: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a record is now.

    Attributes:
        state: its fields, None when nothing counted.
        conflicts: groups with more than one value; `state` shows the last version meanwhile. That is the last in
            order, but a mere copy of a plan comes before what somebody made of it.
        marked: operations that do not count.
        heads: op ids that an author who looks at this has seen: the `seen` of their next operation.
    """

    state: State | None
    conflicts: tuple[Conflict, ...] = ()
    marked: tuple[Mark, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(slots=True)
class _Fold:
    state: State | None = None
    heads: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    conflicts: tuple[Conflict, ...] = ()


def fold(rule: MergeRule, ops: Iterable[Operation]) -> Merged:
    """What the operations of one record make of it.

    Args:
        rule: the record's rule.
        ops: in the hub's order, then those that wait, in the order they were made. One that comes twice counts once;
            the same id with other content is marked ``operation.other_content``.
    """
    result = _Fold()
    once = _without_duplicates(ops, result)
    match rule:
        case Fixed():
            _fold_fixed(once, result)
        case Latest():
            _fold_latest(once, result)
        case Machine(transition):
            _fold_machine(transition, once, result)
        case Withdrawable():
            _fold_withdrawable(rule, once, result)
        case _:
            _fold_groups(rule, once, result)
    return Merged(result.state, result.conflicts, tuple(result.marks), tuple(result.heads))


def judge(operation: Operation, role: str) -> str:
    """Whether somebody in this role may do this kind of thing in this kind of space (NEN 7510: access by role).

    Returns:
        ``""`` when they may; ``operation.unknown_kind`` for a kind of a newer version, ``operation.newer`` for a newer
        shape of a known one (both kept, shown as such, looked at again after an update); ``operation.not_allowed``
        (kept, marked, not applied).
    """
    kind = KINDS.get(operation.kind.partition(".")[0])
    if kind is None:
        return UNKNOWN_KIND
    if operation.schema > SCHEMA:
        return NEWER
    family = operation.space.partition("/")[0]
    return "" if role in kind.writers and family in kind.families else "operation.not_allowed"


def _without_duplicates(ops: Iterable[Operation], result: _Fold) -> list[Operation]:
    known: dict[str, Operation] = {}
    for op in ops:
        if known.setdefault(op.op_id, op) != op:
            result.marks.append(Mark(op.op_id, "operation.other_content"))
    return list(known.values())


def _fold_fixed(ops: list[Operation], result: _Fold) -> None:
    for op in ops:
        if result.state is None:
            result.state, result.heads = dict(op.body), [op.op_id]
        elif op.body != result.state:
            result.marks.append(Mark(op.op_id, "record.fixed"))


def _fold_latest(ops: list[Operation], result: _Fold) -> None:
    standing = [op for place, op in enumerate(ops) if not (place and op.kind.endswith(OPENED))]
    if standing:
        result.state, result.heads = dict(standing[-1].body), [standing[-1].op_id]


def _opening(op: Operation) -> tuple[str, ...]:
    """What the first to open this kind of record decides, see `gpconnect.domain.records.RecordKind`."""
    kind = KINDS.get(op.kind.partition(".")[0])
    return kind.opening if kind is not None else ()


def _fold_machine(
    transition: Callable[[State | None, Operation], State | Illegal], ops: list[Operation], result: _Fold
) -> None:
    for op in ops:
        after = transition(None if result.state is None else dict(result.state), op)
        if isinstance(after, Illegal):
            result.marks.append(Mark(op.op_id, after.code))
        else:
            result.state, result.heads = after, [op.op_id]


def _fold_withdrawable(rule: Withdrawable, ops: list[Operation], result: _Fold) -> None:
    """A yes stands only when it saw every withdrawal: withdrawing must be as easy as giving (GDPR article 7(3))."""
    saw = _closure(ops)
    withdrawals = [op for op in ops if op.body.get(rule.field) == rule.value]
    standing = withdrawals[-1] if withdrawals else None
    for op in ops:
        unseen = [other for other in withdrawals if other.op_id not in saw[op.op_id]]
        if not unseen:
            standing = op
        elif op not in withdrawals and any(op.op_id not in saw[other.op_id] for other in unseen):
            result.marks.append(Mark(op.op_id, "consent.withdrawn_meanwhile"))
    if standing is not None:
        answered = set().union(*saw.values())
        result.state, result.heads = dict(standing.body), [op.op_id for op in ops if op.op_id not in answered]


def _closure(ops: list[Operation]) -> dict[str, set[str]]:
    """For each operation everything that its author had seen, directly or through what they answered.

    A whole record that says nothing of it was written by a version that took the last one: it comes after all others.
    Who opened what was open already stands beside the first who did: whoever saw the one saw the other. Who plans what
    somebody else planned saw nothing of theirs; two copies of the same are one.
    """
    saw: dict[str, set[str]] = {}
    for place, op in enumerate(ops):
        seen = op.seen
        if not seen and op.kind.endswith(SPLIT):
            seen = tuple(one.op_id for one in ops[:place] if one.kind.endswith(SPLIT))
        elif place and _opens_again(op):
            seen = (ops[0].op_id,)
        elif not seen and _is_whole(op) and not op.kind.endswith(PLANNED):
            seen = tuple(saw)
        saw[op.op_id] = set(seen).union(*(saw.get(one, set()) for one in seen))
    return saw


def known_to(ops: Iterable[Operation], op_id: str) -> frozenset[str]:
    """The operations of one record that the author of one of them had seen when they made it, and that one itself."""
    return frozenset({op_id, *_closure(list(ops)).get(op_id, ())})


def _is_whole(op: Operation) -> bool:
    kind = KINDS.get(op.kind.partition(".")[0])
    return kind is not None and kind.whole


def _opens_again(op: Operation) -> bool:
    """Whether this opens a whole record under an id that somebody else opened before: then that stays as it was."""
    return not op.seen and op.kind.endswith(OPENED) and _is_whole(op)


@dataclass(frozen=True, slots=True)
class _Head:
    """A value of one group that nobody who saw it has replaced yet, with its place in the order."""

    place: int
    op: Operation
    value: State


def _fold_groups(rule: Groups, ops: list[Operation], result: _Fold) -> None:
    group_of = {name: group for group, names in rule.groups.items() for name in names}
    saw = _closure(ops)
    heads: dict[str, list[_Head]] = {}
    for place, op in enumerate(ops):
        if (place and _opens_again(op)) or (heads and op.kind.endswith(SPLIT)):
            continue
        touched: dict[str, State] = {}
        # Who saw nothing of what came before opened the same record: that is no change of what the first opener set.
        decided = _opening(op) if place and not op.seen else ()
        told = {name: value for name, value in op.body.items() if name not in {CLAIMS, CHANGED}}
        for name, value in told.items():
            if name not in op.body.get(CHANGED, told) or (name in decided and heads.get(group_of.get(name, name))):
                continue
            touched.setdefault(group_of.get(name, name), {})[name] = value
        for group, value in touched.items():
            _replace_heads(heads.setdefault(group, []), _Head(place, op, value), saw[op.op_id])
    if not ops:
        return
    result.state = {}
    for found in heads.values():
        result.state.update(found[-1].value)
    asked = sorted((group, found) for group, found in heads.items() if group not in rule.unasked and _differ(found))
    result.conflicts = tuple(_conflict(group, found) for group, found in asked)
    standing = {head.place: head.op.op_id for found in heads.values() for head in found}
    result.heads = [standing[place] for place in sorted(standing)]


def _replace_heads(heads: list[_Head], new: _Head, seen: set[str]) -> None:
    """Only what the author saw makes way; fields of the group that they left alone stay as they saw them."""
    replaced = [head for head in heads if head.op.op_id in seen]
    value: State = {}
    for head in replaced:
        value.update(head.value)
    heads[:] = [head for head in heads if head.op.op_id not in seen]
    heads.append(_Head(new.place, new.op, {**value, **new.value}))
    # Who plans what was planned already wants no more than that it is there: what was called off stays called off.
    heads.sort(key=lambda head: not _is_first_plan(head.op))


def _is_first_plan(op: Operation) -> bool:
    """Whether this planned without having seen anything; who plans anew what was called off saw that."""
    return not op.seen and op.kind.endswith(PLANNED)


def _differ(heads: list[_Head]) -> bool:
    return any(head.value != heads[0].value for head in heads)


def _conflict(group: str, heads: list[_Head]) -> Conflict:
    versions = (Version(head.op.op_id, head.op.author, head.op.made_at, head.value) for head in heads)
    return Conflict(group, tuple(versions))
