"""Who saw or did what (NEN 7513): only ever added to, and chained, so that a change or a gap shows.

Details are codes: never the words of a search, never content; only the written reason of an emergency is text. The log
of an erased dossier stays (Jeugdwet 7.3.8; retention at least five years under NEN 7513): nothing here deletes a line.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.access import AccessEvent, ActionCode, EventType, SharedLine
from gpconnect.storage.meta import get_meta, put_meta
from gpconnect.storage.rows import instant

__all__ = [
    "AccessEvent",
    "ActionCode",
    "EventType",
    "Log",
    "after_row",
    "answer",
    "ask",
    "asked",
    "between",
    "carry",
    "emergency_since",
    "fits",
    "from_columns",
    "head_at",
    "keep_reached",
    "last_row",
    "latest_at",
    "of_patient",
    "reached",
    "record",
    "to_carry",
    "verify_chain",
]

_MAGIC = b"gpconnect access log 1\0"
HEAD = "access_log.head"
"""Under this name the number and the hash of the last line, apart from the lines."""
SHARED = "access_shared"
"""Under this name and a space: the last row that the space was told of, and the last that was looked at for it."""
_ASK = "access_log.ask"
_COLUMNS = "event_id, action, type, at, client, user, on_behalf_of, role, device, outcome, purpose, detail"


@dataclass(frozen=True, slots=True)
class Log:
    """The log of one file.

    Attributes:
        lines: all of them, in order.
        reached: per space the last row of which the hub has been told.
    """

    lines: tuple[SharedLine, ...]
    reached: dict[str, int]


def record(db: Database, event: AccessEvent) -> None:
    """Adds a line; in the same transaction as what it tells about."""
    values = _values(event)
    digest = _link(_head(db)[1], values)
    row = db.execute(
        f"INSERT INTO access_log ({_COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own column names
        (*values, digest),
    ).lastrowid
    put_meta(db, HEAD, [row, digest.hex()])


def of_patient(db: Database, patient_id: str) -> list[AccessEvent]:
    """Who saw or did what with one child's data, newest first: also what the family may ask for."""
    return _read(db, "client = ? ORDER BY at DESC, row DESC", (patient_id,))


def between(db: Database, start: datetime, end: datetime) -> list[AccessEvent]:
    """The log of a stretch of time (`start` included, `end` not), newest first."""
    return _read(db, "at >= ? AND at < ? ORDER BY at DESC, row DESC", (instant(start), instant(end)))


def emergency_since(db: Database, patient_id: str, user: str, start: datetime) -> datetime | None:
    """When this user last gave a reason for looking at this child in an emergency, since then; None when never."""
    condition = "client = ? AND user = ? AND type = ? AND outcome = 'ok' AND at > ? ORDER BY at DESC LIMIT 1"
    found = _read(db, condition, (patient_id, user, EventType.EMERGENCY.value, instant(start)))
    return found[0].at if found else None


def last_row(db: Database) -> int:
    """The number of the last line, 0 when there is none."""
    return _head(db)[0]


def latest_at(db: Database, after: int = 0) -> datetime | None:
    """The latest moment at which a line after this row was written, by this computer's own clock; None without one.

    That is not always the last line: whoever went on with a clock that was set back wrote behind it.
    """
    (found,) = db.execute("SELECT max(at) FROM access_log WHERE row > ?", (after,)).fetchone()
    return datetime.fromisoformat(found) if found else None


def after_row(db: Database, row: int) -> Iterator[SharedLine]:
    """The lines after a row, each with the head of the chain before and with it, in order."""
    (before,) = db.execute("SELECT hash FROM access_log WHERE row = ?", (row,)).fetchone() or (bytes(32),)
    for number, *values, digest in db.execute(
        f"SELECT row, {_COLUMNS}, hash FROM access_log WHERE row > ? ORDER BY row",  # noqa: S608 - our own column names
        (row,),
    ):
        yield SharedLine(number, before.hex(), digest.hex(), _event(values))
        before = digest


def to_carry(db: Database) -> Log:
    """The whole log of a file, for an older copy of it that takes its place."""
    lines = tuple(after_row(db, 0))
    return Log(lines, reached(db, lines[-1].event.device if lines else ""))


def reached(db: Database, device: str) -> dict[str, int]:
    """Per space the last row of this device's log of which the hub has been told."""
    told = db.execute(
        "SELECT o.space, max(a.last_row) FROM operation o JOIN access_lines a ON a.id = o.record "
        "WHERE o.kind = 'access_lines.told' AND o.seq IS NOT NULL AND a.device = ? GROUP BY o.space",
        (device,),
    )
    return dict(told.fetchall())


def carry(db: Database, log: Log) -> None:
    """Adds the lines that this copy lacks, inside a transaction; a log of another device stays with its own file.

    In their own order they make the very same chain again, so what other devices were told of it still holds, and is
    not told twice.
    """
    if not log.lines or log.lines[0].head != head_at(db, 1):
        return
    known = {one for (one,) in db.execute("SELECT event_id FROM access_log").fetchall()}
    for line in log.lines:
        if line.event.event_id not in known:
            record(db, line.event)
    keep_reached(db, log.reached)


def keep_reached(db: Database, reached: Mapping[str, int]) -> None:
    """These rows have been told to these spaces, and are not told twice. Inside a transaction."""
    for space, row in reached.items():
        told, looked = get_meta(db, f"{SHARED}:{space}") or (0, 0)
        put_meta(db, f"{SHARED}:{space}", [max(told, row), max(looked, row)])


def ask(db: Database, why: str = "file") -> None:
    """This file may be older than what was told of its log; the next rounds with the hub show it. In a transaction.

    Args:
        db: the file.
        why: as of `gpconnect.domain.access.Gap`.
    """
    put_meta(db, _ASK, [why, False])


def asked(db: Database) -> tuple[str, bool] | None:
    """Why what was told has to be compared, and whether a round ended since; None when it has not."""
    found = get_meta(db, _ASK)
    return None if found is None else (str(found[0]), bool(found[1]))


def answer(db: Database, why: str, *, whole: bool) -> None:
    """A round ended, and what it gave was compared; after a whole one there is nothing left to compare."""
    put_meta(db, _ASK, None if whole else [why, True])


def from_columns(row: Mapping[str, Any]) -> AccessEvent:
    """A line out of a row that was read by itself: of a damaged file."""
    return _event([row[name] for name in _COLUMNS.split(", ")])


def head_at(db: Database, row: int) -> str:
    """The head of the chain at a row (hex), of the empty log at row 0."""
    (digest,) = db.execute("SELECT hash FROM access_log WHERE row = ?", (row,)).fetchone() or (bytes(32),)
    return bytes(digest).hex()


def fits(line: SharedLine) -> bool:
    """Whether a line that another device told has the head that it says."""
    return _link(bytes.fromhex(line.before), _values(line.event)).hex() == line.head


def verify_chain(db: Database) -> int | None:
    """The first line that does not follow from the one before it, or None when all do.

    Lines cut off at the end are noticed as well: the answer is then the line that should have been there.
    """
    digest = bytes(32)
    expected = 1
    for row, *values, kept in db.execute(f"SELECT row, {_COLUMNS}, hash FROM access_log ORDER BY row"):  # noqa: S608 - our own column names
        digest = _link(digest, values)
        if row != expected or digest != kept:
            return expected
        expected += 1
    return None if _head(db) == (expected - 1, digest) else expected


def _head(db: Database) -> tuple[int, bytes]:
    """The last line's number and hash, as kept apart from the lines."""
    row, digest = get_meta(db, HEAD) or (0, bytes(32).hex())
    return int(row), bytes.fromhex(digest)


def _link(before: bytes, values: Sequence[Any]) -> bytes:
    return hashlib.sha256(_MAGIC + before + msgspec.msgpack.encode(list(values))).digest()


def _values(event: AccessEvent) -> tuple[str, ...]:
    return (
        event.event_id,
        event.action.value,
        event.type.value,
        instant(event.at),
        event.client,
        event.user,
        event.on_behalf_of,
        event.role,
        event.device,
        event.outcome,
        event.purpose,
        event.detail,
    )


def _event(values: Sequence[Any]) -> AccessEvent:
    return msgspec.convert(dict(zip(_COLUMNS.split(", "), values, strict=True)), AccessEvent)


def _read(db: Database, condition: str, params: tuple[str, ...]) -> list[AccessEvent]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM access_log WHERE {condition}", params).fetchall()  # noqa: S608 - our own text
    return [_event(row) for row in rows]
