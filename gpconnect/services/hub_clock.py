"""How far this computer's clock is off beside the hub's, by the last answer. Nothing is refused for it; it is said."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from gpconnect.services.session import Session
from gpconnect.storage import meta

_CLOCK = "clock_minutes"
LEAST_MINUTES = 3
"""A clock that is less far off is not mentioned."""


def minutes_off(ahead: float) -> int:
    """Seconds that a clock is ahead of the hub's in whole minutes, negative when behind; 0 when it hardly is."""
    off = round(ahead / 60)
    return off if abs(off) >= LEAST_MINUTES else 0


def keep(db: Database, ahead: float) -> None:
    """Keep what an answer of the hub said, inside a transaction; in seconds that this computer is ahead."""
    meta.put_meta(db, _CLOCK, minutes_off(ahead))


def minutes(db: Database) -> int:
    """By how many minutes this computer was ahead at the last round, negative when behind; 0 when it hardly was."""
    return meta.get_meta(db, _CLOCK) or 0


def ahead(session: Session) -> timedelta:
    """How far a clock that runs ahead was ahead at the last round.

    Of a clock that is behind it is nothing: what waits for a moment waits for both clocks.
    """
    return timedelta(minutes=max(0, minutes(session.db)))


def now(session: Session) -> datetime:
    """The moment by the slower of the two clocks, for what the hub's clock decides as well."""
    return session.now() - ahead(session)
