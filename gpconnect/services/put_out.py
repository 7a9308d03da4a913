"""Spaces that this device was put out of: the hub denies what it let this device read before.

What had come in stays readable here, and work goes on; nothing goes to such a space any more and nothing comes from
it. A hub that merely forgot a space is no such thing: it is made whole first (`gpconnect.services.healing`).
"""

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services.session import Session
from gpconnect.storage import meta
from gpconnect.storage.connection import transaction

_OUT = "put_out"


def spaces_out(db: Database) -> tuple[str, ...]:
    """The spaces that this device does not belong to any more, in the order in which it heard so."""
    return tuple(meta.get_meta(db, _OUT) or ())


def denied(session: Session, space: str) -> Changes:
    """The hub denies a space that it gave before. A step of a round with the hub."""
    known = spaces_out(session.db)
    if space in known:
        return Changes()
    with transaction(session.db):
        meta.put_meta(session.db, _OUT, [*known, space])
    return Changes(frozenset({"membership"}))


def let_in(session: Session, space: str) -> None:
    """The hub gives the space, perhaps again. A step of a round with the hub."""
    known = spaces_out(session.db)
    if space in known:
        with transaction(session.db):
            meta.put_meta(session.db, _OUT, [one for one in known if one != space])
