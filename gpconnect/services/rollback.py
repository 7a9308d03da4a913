"""An older file stands where a newer one stood: somebody put a copy or a snapshot of the machine back by hand.

Nothing is lost that the hub has: this device goes on under new numbers, so that it never gives one out twice, and
takes in again what the file lacks. A person is told, because what was not sent yet is only in the newer file.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services.session import Session
from gpconnect.storage import meta, parcels
from gpconnect.storage.connection import transaction
from gpconnect.storage.watermark import Missing

_NOTE = "rollback"


@dataclass(frozen=True, slots=True)
class Rollback:
    """That this file is older than it should be.

    Attributes:
        at: when it was noticed.
        operations: how many operations it lacks, as far as is known; 0 when only the hub noticed.
        lines: how many lines of the access log it lacks, as far as is known.
        until: when the last of the missing operations was made, or None.
        by_hub: the hub noticed, by numbers that this device had used already.
    """

    at: datetime
    operations: int
    lines: int
    until: datetime | None
    by_hub: bool


def noticed(db: Database, now: datetime, missing: Missing) -> None:
    """The mark beside the file tells of more than the file holds: begin new chains, and say so. At opening."""
    with transaction(db):
        parcels.end_chain(db)
        _keep(db, now, missing.operations, missing.lines, missing.until, by_hub=False)


def noticed_by_hub(db: Database, now: datetime) -> None:
    """The hub knows numbers of ours for other bytes; what the mark told before stays standing. In a transaction."""
    if standing(db) is None:
        _keep(db, now, 0, 0, "", by_hub=True)


def standing(db: Database) -> Rollback | None:
    """What a person has not put away yet, or None."""
    note = meta.get_meta(db, _NOTE)
    if not note:
        return None
    at, operations, lines, until, by_hub = note
    ended = datetime.fromisoformat(until) if until else None
    return Rollback(datetime.fromisoformat(at), operations, lines, ended, by_hub)


def put_away(session: Session) -> Changes:
    """Somebody has read it."""
    with transaction(session.db):
        meta.put_meta(session.db, _NOTE, None)
    return Changes(frozenset({"copy"}))


def _keep(db: Database, now: datetime, operations: int, lines: int, until: str, *, by_hub: bool) -> None:
    meta.put_meta(db, _NOTE, [now.isoformat(), operations, lines, until, by_hub])
