"""The log of operations, and the outbox of those that the hub has not acknowledged.

Hub order is (`seq`, `place`): the parcel's place in the order of its space, and the place in the parcel. What this
device has made and not yet sent follows, in the order in which it was made.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.operations import Operation
from gpconnect.storage.meta import put_meta
from gpconnect.storage.rows import instant

COLUMNS = "op_id, space, dossier, kind, record, schema, made_at, author, device, action, seen, body"
_PREFIXED = ", ".join(f"o.{name}" for name in COLUMNS.split(", "))
_ORDER = "o.seq IS NULL, o.seq, o.place, o.row"
_NOTHING = "[]"
TOP = "operations.top"
"""Under this name the highest number that was given out before operations were erased."""
# Two lookups by key. `max` over both in one query would read the whole table.
_TOP_SQL = (
    "max(ifnull((SELECT max(row) FROM operation), 0), "  # noqa: S608 - our own names
    f"ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE name = '{TOP}'), 0))"
)
_REFUSED = "EXISTS (SELECT 1 FROM outbox b WHERE b.row = o.row AND b.refused IS NOT NULL)"


class Appended(Enum):
    """What became of an operation that was handed in."""

    NEW = "new"
    KNOWN = "known"
    ALARM = "alarm"
    """The same id with other bytes: somebody cheats or something is broken. Nothing was written."""


@dataclass(frozen=True, slots=True)
class OutboxCount:
    """What of one space has not arrived yet.

    Attributes:
        waiting: operations not yet in a parcel.
        under_way: operations in a parcel that the hub has not answered.
        refused: operations that the hub refused for good.
        oldest: when the oldest of the first two was made.
    """

    waiting: int
    under_way: int
    refused: int
    oldest: datetime | None


def append(db: Database, op: Operation, *, seq: int | None, place: int = 0) -> Appended:
    """Adds an operation to the log, once.

    Args:
        db: the open file, inside a transaction.
        op: the operation.
        seq: its parcel's place in the hub's order, or None for one made here, which also goes into the outbox.
        place: its place in the parcel.

    Returns:
        `KNOWN` when it was there already; a place in the order that it had not yet is then filled in.
    """
    written = db.execute(
        f"INSERT INTO operation (row, {COLUMNS}, seq, place) "  # noqa: S608 - our own column names
        f"VALUES ({_TOP_SQL} + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (op_id) DO NOTHING",
        (*_to_row(op), seq, place),
    )
    if written.rowcount == 0:
        known = _read(db, "WHERE o.op_id = ?", (op.op_id,))[0]
        if _content(known) != _content(op):
            return Appended.ALARM
        if seq is not None:
            place_operations(db, [op.op_id], seq, places=[place])
        return Appended.KNOWN
    if seq is None:
        db.execute("INSERT INTO outbox (row, space) VALUES (?, ?)", (written.lastrowid, op.space))
    return Appended.NEW


def from_columns(row: Mapping[str, Any]) -> Operation:
    """An operation out of a row that was read by itself: of a damaged file."""
    return _from_row([row[name] for name in COLUMNS.split(", ")])


def keep_refusal(db: Database, op_id: str, code: str) -> None:
    """The hub refused this operation for good, in the file that this one takes the place of."""
    db.execute("UPDATE outbox SET refused = ? WHERE row = (SELECT row FROM operation WHERE op_id = ?)", (code, op_id))


def hold_back(db: Database, op_id: str, code: str) -> bool:
    """Keeps an operation on this device for good, with the reason, when it is in no parcel yet; whether it was."""
    held = db.execute(
        "UPDATE outbox SET refused = ? WHERE number IS NULL AND refused IS NULL "
        "AND row = (SELECT row FROM operation WHERE op_id = ?)",
        (code, op_id),
    )
    return bool(held.rowcount)


def append_new(db: Database, placed: Sequence[tuple[int, Operation]], *, seq: int) -> None:
    """Adds many operations at once that are known not to be in the log.

    Args:
        db: the open file, inside a transaction.
        placed: each with its place in the parcel.
        seq: the parcel's place in the hub's order.
    """
    first = top(db) + 1
    marks = ", ".join("?" * 15)
    db.conn.executemany(
        f"INSERT INTO operation (row, {COLUMNS}, seq, place) VALUES ({marks})",  # noqa: S608 - our own column names
        [(row, *_to_row(op), seq, place) for row, (place, op) in enumerate(placed, start=first)],
    )


def unknown(db: Database, ops: Sequence[Operation]) -> list[Operation]:
    """Those that are not in the log, and about whose records nothing is, in the same order."""
    ids = msgspec.json.encode([op.op_id for op in ops]).decode()
    records = msgspec.json.encode([op.record for op in ops]).decode()
    known = db.execute("SELECT op_id FROM operation WHERE op_id IN (SELECT value FROM json_each(?))", (ids,))
    known_ids = {op_id for (op_id,) in known.fetchall()}
    touched = db.execute(
        "SELECT record FROM operation WHERE record IN (SELECT value FROM json_each(:records)) UNION ALL "
        "SELECT record FROM marked WHERE record IN (SELECT value FROM json_each(:records)) UNION ALL "
        "SELECT record FROM conflict WHERE record IN (SELECT value FROM json_each(:records))",
        {"records": records},
    )
    known_records = {record for (record,) in touched.fetchall()}
    return [op for op in ops if op.op_id not in known_ids and op.record not in known_records]


def about(db: Database, op_ids: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Kind and record of each of these, in this order, and whether it is the only operation on its record.

    The place of such a one in the hub's order changes nothing.
    """
    rows = db.execute(
        "SELECT o.kind, o.record, "
        "NOT EXISTS (SELECT 1 FROM operation p WHERE p.record = o.record AND p.row <> o.row) "
        "FROM json_each(?) j CROSS JOIN operation o ON o.op_id = j.value ORDER BY j.key",
        (msgspec.json.encode(op_ids).decode(),),
    )
    return [(kind, record, bool(alone)) for kind, record, alone in rows.fetchall()]


def top(db: Database) -> int:
    """The highest number that an operation in this file ever had; also when that one was erased."""
    return int(db.execute(f"SELECT {_TOP_SQL}").fetchone()[0])


def keep_top(db: Database) -> None:
    """Remembers the highest number before operations are erased, so that it is not given out a second time."""
    put_meta(db, TOP, top(db))


def place_operations(db: Database, op_ids: Sequence[str], seq: int, *, places: Sequence[int] = ()) -> None:
    """Gives operations of one parcel their place in the hub's order, and takes them out of the outbox.

    An operation that has a place keeps it: the same one in a second parcel changes nothing.

    Args:
        db: the open file, inside a transaction.
        op_ids: which.
        seq: of the parcel.
        places: where each stands in the parcel; one after the other when not given.
    """
    db.conn.executemany(
        "UPDATE operation SET seq = ?, place = ? WHERE op_id = ? AND seq IS NULL",
        [(seq, place, op_id) for place, op_id in zip(places or range(len(op_ids)), op_ids, strict=True)],
    )
    db.execute(
        "DELETE FROM outbox WHERE row IN "
        "(SELECT o.row FROM json_each(?) j CROSS JOIN operation o ON o.op_id = j.value)",
        (msgspec.json.encode(op_ids).decode(),),
    )


def by_id(db: Database, op_id: str) -> Operation | None:
    """The operation with this id, or None."""
    found = by_ids(db, (op_id,))
    return found[0] if found else None


def by_ids(db: Database, op_ids: Sequence[str]) -> list[Operation]:
    """The operations with these ids, in that order; those that are not here are left out."""
    return _read(
        db,
        "JOIN json_each(?) j ON j.value = o.op_id ORDER BY j.key",
        (msgspec.json.encode(op_ids).decode(),),
    )


def last_made(db: Database, *, besides: Sequence[str] = ()) -> dict[str, str]:
    """The instant of the last operation in every dossier, as ISO text.

    Args:
        db: the open file.
        besides: record kinds whose operations do not count.
    """
    counted = "".join(" AND kind NOT LIKE ? || '.%'" for _ in besides)
    sql = f"SELECT dossier, max(made_at) FROM operation WHERE dossier IS NOT NULL{counted} GROUP BY dossier"  # noqa: S608 - our own text
    return dict(db.execute(sql, list(besides)).fetchall())


def of_record(db: Database, record_kind: str, record: str, *, refused: bool = False) -> list[Operation]:
    """Everything done to one record, in the order in which it counts.

    Args:
        db: the open file.
        record_kind: a key of `gpconnect.domain.records.KINDS`; the first part of the operations' kinds.
        record: the record's id.
        refused: also what the hub refused for good, which nobody else will ever have.
    """
    # "." and "/" are neighbours, so this range is exactly the kinds that start with "<record_kind>.".
    counted = "" if refused else f"AND NOT {_REFUSED} "
    return _read(
        db,
        f"WHERE o.record = ? AND o.kind > ? AND o.kind < ? {counted}ORDER BY {_ORDER}",
        (record, f"{record_kind}.", f"{record_kind}/"),
    )


def of_kinds(db: Database, kinds: Sequence[str], records: Sequence[str]) -> list[Operation]:
    """What of these kinds was done to these records, in the order in which it counts over all of them.

    What the hub refused for good does not count, so that everybody who has the same order reads the same.
    """
    return _read(
        db,
        "WHERE o.record IN (SELECT value FROM json_each(?)) AND o.kind IN (SELECT value FROM json_each(?)) "  # noqa: S608 - our own text
        f"AND NOT {_REFUSED} ORDER BY {_ORDER}",
        (msgspec.json.encode(records).decode(), msgspec.json.encode(kinds).decode()),
    )


def histories(db: Database, record_kind: str, records: Sequence[str]) -> dict[str, tuple[int, datetime]]:
    """How often each of these records was written, and when last; records without operations are left out.

    What the hub refused for good does not count, so that everybody who has the same order counts the same.
    """
    rows = db.execute(
        "SELECT o.record, count(*), max(o.made_at) FROM json_each(?) j CROSS JOIN operation o ON o.record = j.value "  # noqa: S608 - our own text
        f"WHERE o.kind > ? AND o.kind < ? AND NOT {_REFUSED} GROUP BY o.record",
        (msgspec.json.encode(records).decode(), f"{record_kind}.", f"{record_kind}/"),
    ).fetchall()
    return {record: (count, datetime.fromisoformat(last)) for record, count, last in rows}


def of_dossier(db: Database, dossier: str) -> list[Operation]:
    """Everything in one dossier, in the order in which it counts."""
    return _read(db, f"WHERE o.dossier = ? ORDER BY {_ORDER}", (dossier,))


def waiting(db: Database, space: str, limit: int = 200) -> list[Operation]:
    """Operations of a space that are in no parcel yet, in the order in which they were made."""
    # CROSS JOIN keeps the outbox on the outside: its index delivers in this order, and nothing is read to be sorted.
    rows = db.execute(
        f"SELECT {_PREFIXED} FROM outbox b CROSS JOIN operation o ON o.row = b.row "  # noqa: S608 - our own column names
        "WHERE b.space = ? AND b.number IS NULL AND b.refused IS NULL ORDER BY b.row LIMIT ?",
        (space, limit),
    ).fetchall()
    return [_from_row(row) for row in rows]


def refused(db: Database) -> list[tuple[Operation, str]]:
    """Operations that the hub refused for good, with its code; they stay in sight."""
    rows = db.execute(
        f"SELECT {_PREFIXED}, b.refused FROM operation o JOIN outbox b ON b.row = o.row "  # noqa: S608 - our own column names
        "WHERE b.refused IS NOT NULL ORDER BY o.row"
    ).fetchall()
    return [(_from_row(row[:-1]), row[-1]) for row in rows]


def outbox_spaces(db: Database) -> list[str]:
    """Spaces with something still to be sent or answered."""
    rows = db.execute("SELECT DISTINCT space FROM outbox WHERE refused IS NULL ORDER BY space")
    return [space for (space,) in rows.fetchall()]


def outbox_counts(db: Database) -> dict[str, OutboxCount]:
    """Per space what has not arrived yet; spaces with nothing are left out."""
    rows = db.execute(
        """SELECT b.space,
                  sum(b.number IS NULL AND b.refused IS NULL), sum(b.number IS NOT NULL AND b.refused IS NULL),
                  sum(b.refused IS NOT NULL), min(iif(b.refused IS NULL, o.made_at, NULL))
           FROM outbox b JOIN operation o ON o.row = b.row GROUP BY b.space"""
    ).fetchall()
    return {
        space: OutboxCount(new, packed, turned_down, datetime.fromisoformat(oldest) if oldest else None)
        for space, new, packed, turned_down, oldest in rows
    }


def is_pending(db: Database, record_kind: str, record: str) -> bool:
    """Whether something done to this record here still waits for the hub; what it refused for good waits no more."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM operation o WHERE o.record = ? AND o.kind > ? AND o.kind < ? "  # noqa: S608 - our own text
        f"AND o.seq IS NULL AND NOT {_REFUSED})"
    )
    return bool(db.execute(sql, (record, f"{record_kind}.", f"{record_kind}/")).fetchone()[0])


def action_pending(db: Database, action: str) -> bool:
    """Whether an action, over all its spaces, still waits for an acknowledgement."""
    sql = "SELECT EXISTS (SELECT 1 FROM operation WHERE action = ? AND seq IS NULL)"
    return bool(db.execute(sql, (action,)).fetchone()[0])


def _content(op: Operation) -> tuple[Any, ...]:
    """What may not differ under one id. The action is left out where it never travels (``pilot``)."""
    action = "" if op.space.startswith("pilot/") else op.action
    return (*_to_row(op)[:9], action, *_to_row(op)[10:])


def _read(db: Database, rest: str, params: Iterable[Any]) -> list[Operation]:
    rows = db.execute(f"SELECT {_PREFIXED} FROM operation o {rest}", list(params)).fetchall()  # noqa: S608 - our own text; values are bound
    return [_from_row(row) for row in rows]


def _to_row(op: Operation) -> tuple[Any, ...]:
    return (
        op.op_id,
        op.space,
        op.dossier,
        op.kind,
        op.record,
        op.schema,
        instant(op.made_at),
        op.author,
        op.device,
        op.action,
        msgspec.json.encode(op.seen).decode() if op.seen else _NOTHING,
        msgspec.msgpack.encode(op.body, order="deterministic"),
    )


def _from_row(row: Sequence[Any]) -> Operation:
    *start, made_at, author, device, action, seen, body = row
    op_id, space, dossier, kind, record, schema = start
    return Operation(
        op_id=op_id,
        space=space,
        dossier=dossier,
        kind=kind,
        record=record,
        schema=schema,
        made_at=datetime.fromisoformat(made_at),
        author=author,
        device=device,
        action=action,
        seen=msgspec.json.decode(seen, type=tuple[str, ...]) if seen != _NOTHING else (),
        body=msgspec.msgpack.decode(body, type=dict[str, Any]),
    )
