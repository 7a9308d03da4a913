"""What needs a person's eye: two values of one field group, and operations that do not count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.storage.rows import instant


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed the same thing without seeing each other's change; both values are kept.

    Attributes:
        kind: record kind.
        record: the record's id.
        group: the fields that are decided together, as the caller names them.
        heads: the values with op id, author and time, as plain values.
    """

    kind: str
    record: str
    group: str
    heads: Any


@dataclass(frozen=True, slots=True)
class Marked:
    """An operation that stays in the log and does not count (an illegal step, a second fixed version).

    Attributes:
        reason: a code; its sentence stands in the catalogue.
        author: staff id of who made it, to whom it is shown.
    """

    op_id: str
    kind: str
    record: str
    reason: str
    author: str
    at: datetime


def put_conflict(db: Database, conflict: Conflict) -> None:
    """Keeps a conflict, in place of the earlier one about the same group."""
    db.execute(
        "INSERT OR REPLACE INTO conflict (kind, record, field_group, heads) VALUES (?, ?, ?, ?)",
        (conflict.kind, conflict.record, conflict.group, msgspec.json.encode(conflict.heads).decode()),
    )


def conflicts(db: Database, kind: str | None = None, record: str | None = None) -> list[Conflict]:
    """Open conflicts, of one kind or one record when given."""
    rows = db.execute(
        "SELECT kind, record, field_group, heads FROM conflict "
        "WHERE kind = ifnull(?, kind) AND record = ifnull(?, record) ORDER BY kind, record, field_group",
        (kind, record),
    ).fetchall()
    return [Conflict(one_kind, one, group, msgspec.json.decode(heads)) for one_kind, one, group, heads in rows]


def clear_conflict(db: Database, kind: str, record: str, group: str) -> None:
    """Somebody chose: a later operation saw both values."""
    db.execute("DELETE FROM conflict WHERE kind = ? AND record = ? AND field_group = ?", (kind, record, group))


def clear_record(db: Database, kind: str, record: str) -> None:
    """Forgets conflicts and marks of one record, before it is folded anew."""
    db.execute("DELETE FROM conflict WHERE kind = ? AND record = ?", (kind, record))
    db.execute("DELETE FROM marked WHERE kind = ? AND record = ?", (kind, record))


def mark(db: Database, marked_op: Marked) -> None:
    """Notes that an operation does not count, and why."""
    db.execute(
        "INSERT INTO marked (op_id, kind, record, reason, author, at) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (op_id) DO UPDATE SET kind = excluded.kind, record = excluded.record, "
        "reason = excluded.reason, author = excluded.author, at = excluded.at",
        (
            marked_op.op_id,
            marked_op.kind,
            marked_op.record,
            marked_op.reason,
            marked_op.author,
            instant(marked_op.at),
        ),
    )


def marked(
    db: Database,
    *,
    author: str | None = None,
    kind: str | None = None,
    record: str | None = None,
    unseen: bool = False,
) -> list[Marked]:
    """Operations that do not count, oldest first: of one author, kind or record when given, or only what is unseen."""
    rows = db.execute(
        "SELECT op_id, kind, record, reason, author, at FROM marked WHERE author = ifnull(?, author) "
        "AND kind = ifnull(?, kind) AND record = ifnull(?, record) AND seen <= ? ORDER BY at, op_id",
        (author, kind, record, int(not unseen)),
    ).fetchall()
    names = ("op_id", "kind", "record", "reason", "author", "at")
    return msgspec.convert([dict(zip(names, row, strict=True)) for row in rows], list[Marked])


def clear_mark(db: Database, op_id: str) -> None:
    """Forgets one mark: the program was updated, and the operation is looked at again."""
    db.execute("DELETE FROM marked WHERE op_id = ?", (op_id,))


def clear_marks(db: Database, kind: str, record: str, *, keep: Iterable[str]) -> None:
    """Forgets the marks of one record before it is folded anew, except those whose reason is in `keep`."""
    db.execute(
        "DELETE FROM marked WHERE kind = ? AND record = ? AND reason NOT IN (SELECT value FROM json_each(?))",
        (kind, record, msgspec.json.encode(sorted(keep)).decode()),
    )


def see_mark(db: Database, op_id: str) -> None:
    """The author has seen it. The mark itself stays: without it a later fold would count the operation."""
    db.execute("UPDATE marked SET seen = 1 WHERE op_id = ?", (op_id,))
