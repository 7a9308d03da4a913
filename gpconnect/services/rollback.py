"""The hub knows this file in a newer state: somebody put a copy or a snapshot of the machine back by hand.

The mark beside the file tells of most such swaps (`gpconnect.services.trouble`), but a whole machine that was put back
brings its old mark along. Then the hub still knows, by numbers that this device had used already. Nothing is lost that
the hub has: this device goes on under new numbers and takes in what it lacks. A person is told, because what was not
sent yet is only in the newer file.
"""

from datetime import datetime

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services.session import Session
from gpconnect.storage import meta
from gpconnect.storage.connection import transaction

_NOTE = "rollback"


def noticed_by_hub(db: Database, now: datetime) -> None:
    """The hub knows numbers of ours for other bytes. Inside a transaction."""
    meta.put_meta(db, _NOTE, now.isoformat())


def standing(db: Database) -> datetime | None:
    """When the hub noticed, or None when it never did or somebody has read it."""
    note = meta.get_meta(db, _NOTE)
    return datetime.fromisoformat(note) if note else None


def put_away(session: Session) -> Changes:
    """Somebody has read it."""
    with transaction(session.db):
        meta.put_meta(session.db, _NOTE, None)
    return Changes(frozenset({"copy"}))
