"""What somebody has read on *Delen* and ticked off: who did, and when. Nothing goes away by it but the alarm."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlite_utils import Database

from gpconnect.services.session import Session
from gpconnect.storage import meta

_TICKED = "ticked"


@dataclass(frozen=True, slots=True)
class Tick:
    """Who has seen it, and when."""

    by: str
    at: datetime


def tick(session: Session, item: str) -> None:
    """This person has seen it. Inside a transaction; who was first stays."""
    known = meta.get_meta(session.db, _TICKED) or {}
    fresh = msgspec.to_builtins(Tick(session.actor.name, session.now()))
    meta.put_meta(session.db, _TICKED, {item: fresh} | known)


def ticks(db: Database) -> dict[str, Tick]:
    """Everything that was ticked off, by the id of the item."""
    return msgspec.convert(meta.get_meta(db, _TICKED) or {}, dict[str, Tick])


def unticked(db: Database, items: Iterable[str]) -> int:
    """How many of these nobody has seen yet."""
    seen = ticks(db)
    return sum(1 for one in items if one not in seen)
