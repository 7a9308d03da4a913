"""Records to rows and back: the columns of a table are the fields of its dataclass.

Text columns hold text, ISO dates, ISO instants in UTC with six decimals (so that the order of the text is the order
in time), or JSON for tuples and mappings; yes and no are 1 and 0.
"""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from itertools import groupby
from operator import attrgetter
from types import GenericAlias, NoneType
from typing import Any, TypeVar

import msgspec
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.records import KIND_OF

R = TypeVar("R")
_PLAIN = frozenset({NoneType, str, int, bytes, float})
"""Types that SQLite keeps as they are."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mapping:
    """How one dataclass lies in its table; worked out once.

    Attributes:
        select: the start of every query for it.
        upsert: writes one whole record.
        packed: columns that hold JSON.
        flags: columns that hold yes or no.
        many: the type of a list of them, for the decoder.
    """

    table: str
    columns: tuple[str, ...]
    select: str
    upsert: str
    packed: tuple[str, ...]
    flags: tuple[str, ...]
    many: Any


def instant(at: datetime) -> str:
    """An aware datetime as the text that sorts in time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def to_column(value: Any) -> Any:
    """A field's value as SQLite keeps it; also for the parameters of a query."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    write = _WRITERS.get(kind)
    if write is not None:
        return write(value)
    return value.value if isinstance(value, Enum) else _as_json(value)


def _as_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


_WRITERS: dict[type[Any], Callable[[Any], Any]] = {
    bool: int,
    datetime: instant,
    date: date.isoformat,
    time: time.isoformat,
    dict: _as_json,
    tuple: _as_json,
}


def _work_out(record: type[Any], table: str) -> Mapping:
    """The mapping of a dataclass onto a table."""
    hints = typing.get_type_hints(record)
    columns = tuple(field.name for field in dataclasses.fields(record))
    names = ", ".join(f'"{name}"' for name in columns)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != "id")
    marks = ", ".join("?" * len(columns))
    return Mapping(
        table=table,
        columns=columns,
        select=f'SELECT {names} FROM "{table}"',  # noqa: S608 - names come from our own dataclasses
        upsert=f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}',  # noqa: S608 - same
        packed=tuple(name for name in columns if typing.get_origin(bare(hints[name])) in (tuple, dict)),
        flags=tuple(name for name in columns if bare(hints[name]) is bool),
        many=GenericAlias(list, (record,)),
    )


def bare(hint: Any) -> Any:
    """A field's type without "or nothing"."""
    kinds = [kind for kind in typing.get_args(hint) if kind is not NoneType]
    return kinds[0] if NoneType in typing.get_args(hint) else hint


MAPPINGS: dict[type[Any], Mapping] = {
    NoteDraft: _work_out(NoteDraft, "note_draft"),
    **{record: _work_out(record, kind.name) for record, kind in KIND_OF.items()},
}


def mapping_of(record: type[Any]) -> Mapping:
    """The mapping of a record's dataclass.

    Raises:
        KeyError: the class is not a kind of record.
    """
    return MAPPINGS[record]


def put(db: Database, record: Any) -> None:
    """Writes a record, in place of the one with the same id."""
    put_many(db, (record,))


def put_many(db: Database, records: Iterable[Any]) -> None:
    """Writes records, each in place of the one with the same id."""
    for kind, same in groupby(records, key=type):
        mapping = mapping_of(kind)
        values = attrgetter(*mapping.columns)
        db.conn.executemany(
            mapping.upsert,
            [[value if type(value) in _PLAIN else to_column(value) for value in values(record)] for record in same],
        )


def get(db: Database, record: type[R], identity: str) -> R | None:
    """The record with this id, or None."""
    found = where(db, record, "id = ?", (identity,))
    return found[0] if found else None


def require(db: Database, record: type[R], identity: str) -> R:
    """The record with this id.

    Raises:
        KnownError: ``record.missing`` with `kind`: not here (yet).
    """
    found = get(db, record, identity)
    if found is None:
        raise KnownError("record.missing", kind=mapping_of(record).table)
    return found


def where(
    db: Database,
    record: type[R],
    condition: str = "",
    params: Sequence[Any] = (),
    *,
    order: str = "",
    limit: int | None = None,
) -> list[R]:
    """Records that meet a condition.

    Args:
        db: the open file.
        record: the dataclass.
        condition: what follows WHERE, with question marks; our own text, never a user's.
        params: values for the question marks; dates, instants and enums are converted as in columns.
        order: what follows ORDER BY.
        limit: at most so many.
    """
    mapping = mapping_of(record)
    sql = mapping.select + _clauses(condition, order, limit)
    rows = db.execute(sql, [to_column(value) for value in params]).fetchall()
    found: list[R] = msgspec.convert(_fields(mapping, rows), mapping.many)
    return found


def count(db: Database, record: type[Any], condition: str = "", params: Sequence[Any] = ()) -> int:
    """How many records meet a condition."""
    sql = f'SELECT count(*) FROM "{mapping_of(record).table}"' + _clauses(condition, "", None)  # noqa: S608 - our own names
    return int(db.execute(sql, [to_column(value) for value in params]).fetchone()[0])


def delete(db: Database, record: type[Any], identity: str) -> None:
    """Takes a row away: for erasure and for folding a record anew. Everything else is archived instead."""
    db.execute(f'DELETE FROM "{mapping_of(record).table}" WHERE id = ?', (identity,))  # noqa: S608 - our own names


def _clauses(condition: str, order: str, limit: int | None) -> str:
    return (
        (f" WHERE {condition}" if condition else "")
        + (f" ORDER BY {order}" if order else "")
        + (f" LIMIT {int(limit)}" if limit is not None else "")
    )


def _fields(mapping: Mapping, rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """Rows as the plain values that the decoder takes."""
    columns = mapping.columns
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    for name in mapping.packed:
        for fields in found:
            fields[name] = msgspec.json.decode(fields[name])
    for name in mapping.flags:
        for fields in found:
            fields[name] = fields[name] == 1
    return found
