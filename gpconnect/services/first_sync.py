"""The first sync of a device: a name of its own, how far it is, and a way to put it off.

It may take a while on a slow line, so it says how many places of how many are in. It goes on where it was after the
program was closed, because each place is kept with the cursor; somebody who needs the line for a call can pause it.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.roles import Intention
from gpconnect.services import spaces
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import meta, parcels
from gpconnect.storage.connection import transaction

_ENDS = "first_sync.ends"
_PAUSED = "first_sync.paused"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the first sync is: places taken in, of how many the hub has told; and whether it was paused."""

    done: int
    total: int
    paused: bool


def note_end(db: Database, space: str, seq: int) -> None:
    """The hub told how far the order of a space is."""
    ends: dict[str, int] = meta.get_meta(db, _ENDS) or {}
    if ends.get(space) != seq:
        with transaction(db):
            meta.put_meta(db, _ENDS, ends | {space: seq})


def progress(db: Database) -> Progress:
    """How far the first sync is."""
    ends: dict[str, int] = meta.get_meta(db, _ENDS) or {}
    reached = {space: parcels.cursor(db, space) for space in spaces.followed(db)}
    done = sum(min(one.seq, ends[space]) for space, one in reached.items() if one is not None and space in ends)
    return Progress(done, sum(ends.values()), bool(meta.get_meta(db, _PAUSED)))


def end(db: Database) -> None:
    """Everything is in. Inside a transaction."""
    meta.put_meta(db, _ENDS, None)
    meta.put_meta(db, _PAUSED, None)


def pause(session: Session) -> Changes:
    """Put the first sync off until somebody says to go on; what is in stays in."""
    return _set(session, paused=True)


def resume(session: Session) -> Changes:
    """Go on with the first sync where it was."""
    return _set(session, paused=False)


def _set(session: Session, *, paused: bool) -> Changes:
    check(session, Intention.SYNC)
    with transaction(session.db):
        meta.put_meta(session.db, _PAUSED, paused or None)
    return Changes(frozenset({"outbox"}))
