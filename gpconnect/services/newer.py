"""What a newer version of the program made: kept, passed on, shown as such, and taken in after an update."""

from sqlite_utils import Database

from gpconnect import __version__
from gpconnect.domain.changes import Changes
from gpconnect.domain.operations import SCHEMA, Operation
from gpconnect.domain.records import KINDS
from gpconnect.services import applying, spaces
from gpconnect.storage import conflicts, meta, operations
from gpconnect.storage.connection import transaction
from gpconnect.sync import merge

REASONS = frozenset({merge.UNKNOWN_KIND, merge.NEWER, applying.NOT_UNDERSTOOD, applying.BROKEN})
"""Marks of operations that a newer version may understand."""
_LOOKED = "newer.looked"


def look_again(db: Database) -> Changes:
    """After an update, once: take in what the version before did not understand."""
    known = [__version__, SCHEMA, len(KINDS)]
    if meta.get_meta(db, _LOOKED) == known:
        return Changes()
    changes = Changes()
    with transaction(db):
        for marked in conflicts.marked(db):
            if marked.reason in REASONS:
                changes |= _again(db, marked)
        meta.put_meta(db, _LOOKED, known)
    return changes


def _again(db: Database, marked: conflicts.Marked) -> Changes:
    operation = operations.by_id(db, marked.op_id)
    kind = KINDS.get(marked.kind)
    if operation is None or kind is None:
        return Changes()
    conflicts.clear_mark(db, marked.op_id)
    role = _role(db, operation)
    verdict = merge.judge(operation, role) if role else ""
    if verdict:
        applying.mark(db, operation, verdict)
        return Changes(frozenset({"marked"}))
    return Changes(frozenset({"marked"})) | applying.try_out(db, kind, operation)


def _role(db: Database, operation: Operation) -> str:
    """The role in which its author is in the space, as the membership has it."""
    seat = spaces.membership(db, operation.space).seats.get(operation.device)
    return seat.member.role if seat is not None else ""
