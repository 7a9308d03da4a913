"""Spaces that this device was put out of: the hub denies what it let this device read before.

What had come in stays readable here, and work goes on; nothing goes to such a space any more and nothing comes from
it. A hub that merely forgot a space is no such thing: it is made whole first (`gpconnect.services.healing`).

And spaces that this device is in, of which an admin handed it a key that opens nothing: what it writes there waits.
It waits as well where a restored hub forgot that somebody else was put out, until they are out again.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.services import spaces
from gpconnect.services.session import Session
from gpconnect.storage import meta
from gpconnect.storage.connection import transaction
from gpconnect.sync.keys import SpaceKeys
from gpconnect.sync.membership import Membership

_OUT = "put_out"
_LOCKED = "locked"
_WENT = "went"


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


def is_locked(membership: Membership, keys: SpaceKeys, device: str) -> bool:
    """Whether this device reads a space of which it holds no key for what comes now: somebody handed out garbage."""
    me, epoch = membership.member(device), membership.epoch
    return me is not None and me.capacity != "contributor" and epoch is not None and epoch.key_id not in keys.epochs


def spaces_locked(session: Session) -> tuple[str, ...]:
    """The spaces in which everything waits until an admin hands out a new key."""
    db = session.db
    noted: list[str] = meta.get_meta(db, _LOCKED) or []
    return tuple(
        one for one in noted if is_locked(spaces.membership(db, one), spaces.space_keys(db, one), session.device)
    )


def note_locked(db: Database, space: str, *, locked: bool) -> None:
    """Keep whether a space waits for a key. Inside a transaction."""
    noted: list[str] = meta.get_meta(db, _LOCKED) or []
    if locked != (space in noted):
        meta.put_meta(db, _LOCKED, [one for one in noted if one != space] + [space] * locked)


def keep_out(db: Database, space: str, devices: Iterable[str]) -> None:
    """Keep who was put out of a space by a part of the order that is no more. Inside a transaction."""
    noted: dict[str, list[str]] = meta.get_meta(db, _WENT) or {}
    known = set(noted.get(space, ()))
    if not known.issuperset(devices):
        meta.put_meta(db, _WENT, noted | {space: sorted(known.union(devices))})


def is_back(db: Database, space: str) -> bool:
    """Whether somebody is in the space of whom this device knows that they were put out."""
    noted: dict[str, list[str]] = meta.get_meta(db, _WENT) or {}
    gone = noted.get(space, ())
    return bool(gone) and any(spaces.membership(db, space).member(one) is not None for one in gone)
