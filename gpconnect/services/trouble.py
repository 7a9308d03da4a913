"""Trouble with the disk, the file or the clock, as facts that a screen can put into words.

Nothing here stops the work that can go on: a full disk leaves reading and what is being typed, a lost end of the file
is fetched from the hub, a wrong clock is only said.
"""

import math
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import damaged, returned
from gpconnect.services.returned import Returned
from gpconnect.services.session import Session
from gpconnect.storage import guard, meta, parcels, place, reserve
from gpconnect.storage.connection import transaction

_GONE = "trouble.gone"
_LAST_SYNC = "last_sync"
TROUBLE = frozenset({"trouble"})
"""What `Changes` names when one of these facts changed."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What was missing at the end of the file when it was opened.

    Attributes:
        operations: how many; with 0 only lines of the access log are missing, or the file went another way.
        lines: of the access log; they were on this device only and do not come back.
        until: when the last of the missing operations was made, or None.
        other: the file is an older one in which somebody worked on.
        noticed_at: when it was opened.
        asked_hub: since then a whole round with the hub was completed: what the hub had is back.
    """

    operations: int
    lines: int
    until: datetime | None
    other: bool
    noticed_at: datetime
    asked_hub: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """How it stands with this file.

    Attributes:
        read_only: the disk was full; only what is being typed is still kept.
        free_mb: free on the disk, in megabytes; None when the system does not say.
        needed_mb: how much must be free before writing begins again.
        gone: what was missing at the end of the file, until somebody has seen it.
        in_cloud: the profile lies in a folder that a cloud program keeps equal with other computers.
        damaged: the last check found pages that cannot be read.
        returned: that the file was mended or a copy put back, until somebody has seen it.
    """

    read_only: bool
    free_mb: int | None
    needed_mb: int
    gone: Gone | None
    in_cloud: bool
    damaged: bool = False
    returned: Returned | None = None

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.read_only or self.gone or self.in_cloud or self.damaged or self.returned)


def begin(session: Session) -> Trouble:
    """The desk opens: keep room on the disk when there is room for it, and say how it stands."""
    beside = guard.of(session.db)
    if beside is not None:
        beside.try_again()
    return state(session)


def state(session: Session) -> Trouble:
    """How it stands with this file; reads only."""
    beside = guard.of(session.db)
    free = reserve.free_bytes(session.folder)
    return Trouble(
        read_only=beside is not None and beside.read_only,
        free_mb=None if free is None else free // reserve.MEGABYTE,
        needed_mb=math.ceil(reserve.ROOM / reserve.MEGABYTE),
        # What is told here can stand on a page that is damaged; that it is, is still told.
        gone=damaged.readable(lambda: _gone(session), None),
        in_cloud=place.kind_of(session.folder) is place.Place.CLOUD,
        damaged=damaged.readable(lambda: damaged.standing(session.db), default=True),
        returned=damaged.readable(lambda: returned.standing(session.db), None),
    )


def try_again(session: Session) -> tuple[Changes, Trouble]:
    """Somebody made room on the disk: go on writing when there is enough of it."""
    found = begin(session)
    return Changes() if found.read_only else Changes(TROUBLE), found


def look_back(session: Session) -> None:
    """Notice, at opening, that the end of the file is missing, and let the hub give back what it has.

    Our numbering in every space ends, because the numbers of what is missing may be in use at the hub; the next round
    fetches what it knows. How far the file was read is part of the file and was lost with it, so nothing is skipped.
    """
    beside = guard.of(session.db)
    if beside is None or beside.missing is None:
        return
    lost = beside.missing
    note = [lost.operations, lost.lines, lost.until, lost.other, session.now().isoformat()]
    # A disk that is full as well: the mark stays as it is, so it is noticed again at the next opening.
    with suppress(KnownError):
        with transaction(session.db, urgent=True):
            parcels.end_chain(session.db)
            meta.put_meta(session.db, _GONE, note)
        beside.noticed(session.db)


def seen(session: Session) -> Changes:
    """The person has read what was missing."""
    with transaction(session.db, urgent=True):
        meta.put_meta(session.db, _GONE, None)
    return Changes(TROUBLE)


def _gone(session: Session) -> Gone | None:
    note = meta.get_meta(session.db, _GONE)
    if note is None:
        return None
    operations, lines, until, other, noticed = note
    last = meta.get_meta(session.db, _LAST_SYNC)
    noticed_at = datetime.fromisoformat(noticed)
    return Gone(
        operations=operations,
        lines=lines,
        until=datetime.fromisoformat(until) if until else None,
        other=other,
        noticed_at=noticed_at,
        asked_hub=last is not None and datetime.fromisoformat(last) > noticed_at,
    )
