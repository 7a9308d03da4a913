"""That a file was mended, or that a copy took its place: told after opening until somebody has read it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services.session import Session
from gpconnect.storage import meta, operations, rows
from gpconnect.storage.connection import in_transaction, transaction

_NOTE = "file.returned"
_LESS = (0, False, False, 0, "", 0)
"""What a note of an older version leaves out."""
_LAST_SYNC, _HUB = "last_sync", "hub"


@dataclass(frozen=True, slots=True)
class Returned:
    """What took the place of the file, and what is still to come.

    Attributes:
        mended: what a damaged file still held was put into the copy; otherwise it is the copy alone.
        at: when.
        copy_at: the moment that the copy shows, or None when nobody knows.
        kept: operations of after the copy that the damaged file still held.
        from_hub: operations that were sent and have to come back from the hub.
        lost: operations that stand nowhere any more.
        drafts: notes being written that could not be read; of those there is what the copy had, or nothing.
        untold: more may be lost, and nobody can say what.
        unread: the file that stood there gave nothing, so what it had more than the copy is lost where it was not sent.
        behind: so many operations more than the copy that file held, by the mark beside it.
        until: when the last of those was made, or None when nobody knows.
        back: how many of before this moment came in since, from the hub.
        hub: this profile works with a hub.
        asked_hub: since then a whole round with the hub was completed: what the hub had is back.
    """

    mended: bool
    at: datetime
    copy_at: datetime | None
    kept: int = 0
    from_hub: int = 0
    lost: int = 0
    drafts: int = 0
    untold: bool = False
    unread: bool = False
    behind: int = 0
    until: datetime | None = None
    back: int = 0
    hub: bool = False
    asked_hub: bool = False


def keep(db: Database, what: Returned) -> None:
    """Keep that it happened, in the file that takes the place. Inside a transaction."""
    assert in_transaction(db), "it stands together with what it tells of"
    copy_at = what.copy_at.isoformat() if what.copy_at else ""
    counted = (what.kept, what.from_hub, what.lost, what.drafts)
    until = what.until.isoformat() if what.until else ""
    more = (what.untold, what.unread, what.behind, until, operations.top(db))
    meta.put_meta(db, _NOTE, [what.mended, what.at.isoformat(), copy_at, *counted, *more])


def standing(db: Database) -> Returned | None:
    """What happened and nobody has put away yet, or None."""
    note = meta.get_meta(db, _NOTE)
    if note is None:
        return None
    mended, at, copy_at, kept, from_hub, lost, *more = note
    # A file that was mended by an older version says less.
    filled: list[Any] = [*more, *_LESS[len(more) :]]
    drafts, untold, unread, behind, until, top = filled
    last, done = meta.get_meta(db, _LAST_SYNC), datetime.fromisoformat(at)
    return Returned(
        mended=mended,
        at=done,
        copy_at=datetime.fromisoformat(copy_at) if copy_at else None,
        kept=kept,
        from_hub=from_hub,
        lost=lost,
        drafts=drafts,
        untold=untold,
        unread=unread,
        behind=behind,
        until=datetime.fromisoformat(until) if until else None,
        back=_came_back(db, top, done) if behind else 0,
        hub=bool(meta.get_meta(db, _HUB)),
        asked_hub=last is not None and datetime.fromisoformat(last) > done,
    )


def _came_back(db: Database, top: int, at: datetime) -> int:
    """Operations of before this moment that the file did not have then."""
    found = db.execute("SELECT count(*) FROM operation WHERE row > ? AND made_at <= ?", (top, rows.instant(at)))
    return int(found.fetchone()[0])


def put_away(session: Session) -> Changes:
    """Somebody has read it."""
    with transaction(session.db, urgent=True):
        meta.put_meta(session.db, _NOTE, None)
    return Changes(frozenset({"trouble"}))
