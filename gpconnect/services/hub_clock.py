"""How far this computer's clock is off. Nothing is refused for it; it is said.

Beside the hub's clock, by its last answer; and beside the file, which was written by this computer itself: a clock that
stands before the latest moment in the access log was set back, or lost its battery. The file knows it at once, also
without a network; the hub's next answer decides, also over what was written until then: a clock that ran ahead and was
set right is not behind.

A clock that stands far on from what was written last may be one that leapt, or a computer that was off for so long.
Nobody here can tell which. So that is asked, and nothing goes meanwhile because of its age.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.services.session import Session
from gpconnect.storage import access_log, meta
from gpconnect.storage.connection import transaction

_CLOCK = "clock_minutes"
_BEHIND = "clock_behind"
_DECIDED = "clock_decided"
"""Under this name the last row of the access log when the hub last answered: until there its word counts."""
_TOLD = timedelta(days=1)
"""Without a hub nobody knows which of two moments was wrong, that of then or that of now; so it is said for a day."""
_LEAP = "clock_leap"
LONG_OFF = timedelta(days=30)
"""Longer than a holiday: a clock this far on from the last line of the log is asked about."""
LEAST_MINUTES = 3
"""A clock that is less far off is not mentioned."""


@dataclass(frozen=True, slots=True)
class Leap:
    """The clock stood far on at an opening.

    Attributes:
        last: when something was last written here.
        noticed_at: what the clock said then.
    """

    last: datetime
    noticed_at: datetime


def minutes_off(ahead: float) -> int:
    """Seconds that a clock is ahead of the hub's in whole minutes, negative when behind; 0 when it hardly is."""
    off = round(ahead / 60)
    return off if abs(off) >= LEAST_MINUTES else 0


def keep(db: Database, ahead: float) -> None:
    """Keep what an answer of the hub said, inside a transaction; in seconds that this computer is ahead."""
    meta.put_meta(db, _CLOCK, minutes_off(ahead))
    meta.put_meta(db, _BEHIND, None)
    forget_leap(db)
    meta.put_meta(db, _DECIDED, access_log.last_row(db))


def look_back(session: Session) -> None:
    """Notice, at opening, that the clock stands before what this computer wrote last.

    A clock that ran ahead by the hub's last answer and was set right since has not gone back.
    """
    db, now = session.db, session.now()
    # The very line may stand on a bad page, or there is no room: what is said of a clock keeps nobody outside.
    with suppress(KnownError):
        written = access_log.latest_at(db)
        if written is not None:
            _look_for_leap(session, written)
        last = access_log.latest_at(db, meta.get_meta(db, _DECIDED) or 0)
        if last is None or now >= last - timedelta(minutes=max(0, _beside_hub(db)) + LEAST_MINUTES):
            return
        note = meta.get_meta(db, _BEHIND)
        if note is not None and note[0] == last.isoformat() and datetime.fromisoformat(note[1]) <= now:
            return  # noticed before: it is said for a day, and not for a day more at every opening
        with transaction(db, urgent=True):
            meta.put_meta(db, _BEHIND, [last.isoformat(), now.isoformat()])


def _look_for_leap(session: Session, last: datetime) -> None:
    now, known = session.now(), leap(session.db)
    if known is not None and now < known.noticed_at - LONG_OFF:
        # The clock was set right: what was asked is answered.
        with transaction(session.db, urgent=True):
            forget_leap(session.db)
    elif known is None and now - last >= LONG_OFF:
        with transaction(session.db, urgent=True):
            meta.put_meta(session.db, _LEAP, [last.isoformat(), now.isoformat()])


def leap(db: Database) -> Leap | None:
    """That the clock stood far on, while neither the hub nor a person has said whether it is right."""
    note = meta.get_meta(db, _LEAP)
    return None if note is None else Leap(*map(datetime.fromisoformat, note))


def forget_leap(db: Database) -> None:
    """The hub answered, or a person looked. Inside a transaction."""
    if meta.get_meta(db, _LEAP) is not None:
        meta.put_meta(db, _LEAP, None)


def minutes(session: Session) -> int:
    """By how many minutes this computer's clock is ahead as far as is known, negative when behind; 0 when it hardly is.

    By the hub's last answer, and when the clock was set back since, by at least how much.
    """
    note = meta.get_meta(session.db, _BEHIND)
    if note is not None:
        last, noticed = map(datetime.fromisoformat, note)
        off = minutes_off((session.now() - last).total_seconds())
        if off < 0 and session.now() < noticed + _TOLD:
            return off
    return _beside_hub(session.db)


def _beside_hub(db: Database) -> int:
    return meta.get_meta(db, _CLOCK) or 0


def ahead(session: Session) -> timedelta:
    """How far a clock that runs ahead was ahead at the last round.

    Of a clock that is behind it is nothing: what waits for a moment waits for both clocks.
    """
    return timedelta(minutes=max(0, _beside_hub(session.db)))


def now(session: Session) -> datetime:
    """The moment by the slower of the two clocks, for what the hub's clock decides as well."""
    return session.now() - ahead(session)
