"""Lives of the hub that are over: a hub that was put back goes on in a new one, and never in one of before.

Every copy that is put back gives the hub another name for its life. Who serves a database of a life that is over could
show an old order, with an admin's old word that it goes on from there, and who was put out since would be in again. So
a device remembers each life that it left, and every change in who belongs to a space tells those who come later.
"""

import msgspec
from sqlite_utils import Database

from gpconnect.services import spaces
from gpconnect.storage import keys as key_store
from gpconnect.storage import parcels
from gpconnect.sync import wire

_LEFT = "lives:"


def is_over(db: Database, space: str, life: bytes) -> bool:
    """Whether the hub was in this life before, for this device or for who changed who belongs to the space."""
    return life in _left(db, space) or life in spaces.membership(db, space).lives


def seen(db: Database, space: str) -> tuple[bytes, ...]:
    """Every life of the hub that is known here; as many as go into one message.

    This one first, then those that this device followed itself, the last one first: what others told comes after.
    """
    known = parcels.cursor(db, space)
    followed = (known.incarnation,) if known else ()
    told = sorted(spaces.membership(db, space).lives)
    return tuple(dict.fromkeys((*followed, *_left(db, space), *told)))[: wire.MAX_LIVES]


def leave(db: Database, space: str) -> None:
    """The hub goes on in another life: all that is known by now is over. Inside a transaction.

    What entries told is kept beside them, for the new order may not have those entries.
    """
    _put(db, space, (*seen(db, space), *_left(db, space)))


def keep(db: Database, space: str, lives: frozenset[bytes]) -> None:
    """Keep that these lives, of which others told, are over. Inside a transaction."""
    _put(db, space, (*_left(db, space), *sorted(lives)))


def _left(db: Database, space: str) -> list[bytes]:
    stored = key_store.secret_blob(db, f"{_LEFT}{space}")
    return msgspec.msgpack.decode(stored, type=list[bytes]) if stored else []


def _put(db: Database, space: str, lives: tuple[bytes, ...]) -> None:
    key_store.put_secret_blob(db, f"{_LEFT}{space}", msgspec.msgpack.encode(list(dict.fromkeys(lives))))
