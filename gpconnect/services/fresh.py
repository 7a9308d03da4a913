"""What comes in about records that nobody here knew: a whole parcel in a few statements, where each took a dozen.

The outcome is that of `applying.apply`, one by one. Only what stands by itself goes this way: one operation that makes
one record, in no dossier that is asked to be erased, and read by no other record.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.erasure import Erasure, KeptHistory
from gpconnect.domain.operations import Operation
from gpconnect.domain.records import KINDS
from gpconnect.services import applying
from gpconnect.storage import erasure, operations, rows, search
from gpconnect.storage.attempts import UnfitError, attempt
from gpconnect.sync import merge
from gpconnect.sync.contents import Placed

_MOVE_OTHERS = frozenset(kind.name for kind in KINDS.values() if kind.record in {Erasure, KeptHistory})
"""What comes after one of these in a parcel may be meant for a file in which it has been carried out."""


def apply(
    db: Database, placed: Sequence[Placed], *, seq: int, role: str, hidden: erasure.Hidden
) -> tuple[Changes, list[Placed]]:
    """Take in what makes new records.

    Args:
        db: the file, inside a transaction.
        placed: the operations of one parcel, in their order.
        seq: place of the parcel in the hub's order.
        role: of its author as the membership knows it.
        hidden: what is asked to be erased.

    Returns:
        What changed, and what has to be taken in one by one, in the same order.
    """
    kinds = {one.operation.kind: name(one.operation) for one in placed}
    if any(known not in KINDS or known in _MOVE_OTHERS for known in kinds.values()):
        return Changes(), list(placed)
    made = _made(db, placed, role, hidden)
    if not made:
        return Changes(), list(placed)
    taken = [one for one in placed if one.operation.op_id in made]
    records = list(made.values())
    try:
        with attempt(db):
            operations.append_new(db, taken, seq=seq)
            rows.put_many(db, records)
            search.list_new(db, records)
    except UnfitError:
        # One by one it shows which of them it is.
        return Changes(), list(placed)
    changes = Changes(
        frozenset(kinds[one.operation.kind] for one in taken), frozenset(one.operation.record for one in taken)
    )
    return changes, [one for one in placed if one.operation.op_id not in made]


def name(operation: Operation) -> str:
    """The kind of record that an operation is about."""
    return operation.kind.partition(".")[0]


def _made(db: Database, placed: Sequence[Placed], role: str, hidden: erasure.Hidden) -> dict[str, Any]:
    """The new records by operation, in the order of the parcel."""
    ids, about = Counter(one.operation.op_id for one in placed), Counter(one.operation.record for one in placed)
    may = {
        (one.operation.kind, one.operation.schema): KINDS[name(one.operation)].by_itself
        and not merge.judge(one.operation, role)
        for one in {(one.operation.kind, one.operation.schema): one for one in placed}.values()
    }
    wanted = [
        one.operation
        for one in placed
        if may[one.operation.kind, one.operation.schema]
        and ids[one.operation.op_id] == about[one.operation.record] == 1
        and not (one.operation.dossier and one.operation.dossier in hidden)
    ]
    made = {}
    for operation in operations.unknown(db, wanted):
        record = applying.made_by(KINDS[name(operation)], operation)
        if record is not None:
            made[operation.op_id] = record
    return made
