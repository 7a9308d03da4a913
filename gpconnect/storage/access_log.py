"""Who saw or did what (NEN 7513): only ever added to, and chained, so that a change or a gap shows.

Details are codes: never the words of a search, never content. The log of an erased dossier stays (Jeugdwet 7.3.8;
retention at least five years under NEN 7513).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.storage.meta import get_meta, put_meta
from gpconnect.storage.rows import instant

_MAGIC = b"gpconnect access log 1\0"
_HEAD = "access_log.head"
_COLUMNS = "event_id, action, type, at, client, user, on_behalf_of, role, device, outcome, purpose, detail"


class ActionCode(StrEnum):
    """Action codes of the standard (as in FHIR AuditEvent.action)."""

    CREATE = "C"
    READ = "R"
    UPDATE = "U"
    DELETE = "D"
    EXECUTE = "E"


class EventType(StrEnum):
    """What kind of event it was."""

    CREATE = "create"
    READ = "read"
    CHANGE = "change"
    ERASE = "erase"
    SEARCH = "search"
    PRINT = "print"
    EXPORT = "export"
    EMERGENCY = "emergency"
    LOG_READ = "log_read"


@dataclass(frozen=True, slots=True)
class AccessEvent:
    """One line of the log.

    Attributes:
        event_id: 32 hex digits, random.
        client: id of the child, or empty when it was about nobody in particular.
        user: staff id of who did it.
        on_behalf_of: staff id of the responsible user, when that is somebody else.
        outcome: ``ok`` or the code of what went wrong.
        purpose: why, as a code (for example the kind of act).
        detail: codes only, for example ``"note"`` and an id.
    """

    event_id: str
    action: ActionCode
    type: EventType
    at: datetime
    client: str
    user: str
    role: str
    device: str
    on_behalf_of: str = ""
    outcome: str = "ok"
    purpose: str = ""
    detail: str = ""


def record(db: Database, event: AccessEvent) -> None:
    """Adds a line; in the same transaction as what it tells about."""
    values = _values(event)
    digest = _link(_head(db)[1], values)
    row = db.execute(
        f"INSERT INTO access_log ({_COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own column names
        (*values, digest),
    ).lastrowid
    put_meta(db, _HEAD, [row, digest.hex()])


def of_patient(db: Database, patient_id: str) -> list[AccessEvent]:
    """Who saw or did what with one child's data, newest first: also what the family may ask for."""
    return _read(db, "client = ? ORDER BY at DESC, row DESC", (patient_id,))


def between(db: Database, start: datetime, end: datetime) -> list[AccessEvent]:
    """The log of a stretch of time (`start` included, `end` not), newest first."""
    return _read(db, "at >= ? AND at < ? ORDER BY at DESC, row DESC", (instant(start), instant(end)))


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
    row, digest = get_meta(db, _HEAD) or (0, bytes(32).hex())
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


def _read(db: Database, condition: str, params: tuple[str, ...]) -> list[AccessEvent]:
    names = _COLUMNS.split(", ")
    rows = db.execute(f"SELECT {_COLUMNS} FROM access_log WHERE {condition}", params).fetchall()  # noqa: S608 - our own text
    return msgspec.convert([dict(zip(names, row, strict=True)) for row in rows], list[AccessEvent])
