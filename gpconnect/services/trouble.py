"""Trouble with the disk, the file or the clock, as facts that a screen can put into words.

Nothing here stops the work that can go on: a full disk leaves reading and what is being typed, a lost end of the file
is fetched from the hub, a wrong clock is only said.
"""

import math
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.access import LOST, EventType, Gap
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import damaged, hub_clock, returned
from gpconnect.services.acting import log
from gpconnect.services.hub_clock import Leap
from gpconnect.services.returned import Returned
from gpconnect.services.session import Session
from gpconnect.storage import access_log, beside, guard, meta, parcels, place, reserve
from gpconnect.storage.connection import transaction

_GONE = "trouble.gone"
_LIST, _LISTS_TOLD = "trouble.list", "trouble.lists_told"
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
class Unlisted:
    """The list of what was erased could not be read, so nobody can tell whether this file knows of all of it.

    Attributes:
        since: the last change that this file holds; what was erased after it may be here again. None in an empty file.
        noticed_at: when it was opened.
        hub: this profile works with a hub, which tells of erasures again.
        asked_hub: since then a whole round with the hub was completed.
        gone: there is no list at all, and the mark beside the file says that it should know of more.
    """

    since: datetime | None
    noticed_at: datetime
    hub: bool
    asked_hub: bool
    gone: bool = False


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
        unlisted: the list of what was erased could not be read, until somebody has seen it.
        leap: the clock stands so far on that it may be wrong, until the hub or somebody says that it is not.
    """

    read_only: bool
    free_mb: int | None
    needed_mb: int
    gone: Gone | None
    in_cloud: bool
    damaged: bool = False
    returned: Returned | None = None
    unlisted: Unlisted | None = None
    leap: Leap | None = None

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        told = self.gone or self.returned or self.unlisted or self.leap
        return bool(self.read_only or self.in_cloud or self.damaged or told)


def begin(session: Session) -> Trouble:
    """The desk opens: keep room on the disk when there is room for it, and say how it stands."""
    watch = guard.of(session.db)
    if watch is not None:
        watch.try_again()
    return state(session)


def state(session: Session) -> Trouble:
    """How it stands with this file; reads only."""
    watch = guard.of(session.db)
    free = reserve.free_bytes(session.folder)
    return Trouble(
        read_only=watch is not None and watch.read_only,
        free_mb=None if free is None else free // reserve.MEGABYTE,
        needed_mb=math.ceil(reserve.ROOM / reserve.MEGABYTE),
        # What is told here can stand on a page that is damaged; that it is, is still told.
        gone=damaged.readable(lambda: _gone(session), None),
        in_cloud=place.kind_of(session.folder) is place.Place.CLOUD,
        damaged=damaged.readable(lambda: damaged.standing(session.db), default=True),
        returned=damaged.readable(lambda: returned.standing(session.db), None),
        unlisted=damaged.readable(lambda: _unlisted(session), None),
        leap=damaged.readable(lambda: hub_clock.leap(session.db), None),
    )


def try_again(session: Session) -> tuple[Changes, Trouble]:
    """Somebody made room on the disk: go on writing when there is enough of it."""
    found = begin(session)
    return Changes() if found.read_only else Changes(TROUBLE), found


def look_back(session: Session) -> None:
    """Notice, at opening, what this file should know and does not."""
    # The lists first: while nobody has noticed that the end is gone, the mark still tells of them after a crash.
    _look_for_lists(session)
    _look_for_end(session)


def _look_for_end(session: Session) -> None:
    """Notice that the end of the file is missing, and let the hub give back what it has.

    Our numbering in every space ends, because the numbers of what is missing may be in use at the hub; the next round
    fetches what it knows. How far the file was read is part of the file and was lost with it, so nothing is skipped.
    """
    watch = guard.of(session.db)
    if watch is None or watch.missing is None:
        return
    lost = watch.missing
    note = [lost.operations, lost.lines, lost.until, lost.other, session.now().isoformat()]
    # A disk that is full as well: the mark stays as it is, so it is noticed again at the next opening.
    with suppress(KnownError):
        with transaction(session.db, urgent=True):
            parcels.end_chain(session.db)
            access_log.ask(session.db, "file" if lost.other else "end")
            if lost.lines:
                gap = Gap(lost.last_line + 1, lost.last_line + lost.lines, "end")
                log(session, "", LOST, event=EventType.CHANGE, detail=gap.detail)
            meta.put_meta(session.db, _GONE, note)
        watch.noticed(session.db)


def _look_for_lists(session: Session) -> None:
    """Notice that a list of what was erased cannot be read, or is gone where an older file stands now.

    Refusing to open would take every dossier away for a list that one bit spoilt. So it opens and says so, and the
    hub, which knows of every erasure, is asked from where this file had read; our numbering ends, as it may be older.
    """
    names = [one.name for one in beside.unreadable(session.folder)]
    with suppress(KnownError):
        told = meta.get_meta(session.db, _LISTS_TOLD) or []
        watch = guard.of(session.db)
        gone = watch is not None and watch.unlisted
        if not gone and not set(names) - set(told):
            return
        (since,) = session.db.execute("SELECT max(made_at) FROM operation").fetchone()
        with transaction(session.db, urgent=True):
            parcels.end_chain(session.db)
            access_log.ask(session.db)
            meta.put_meta(session.db, _LISTS_TOLD, names)
            meta.put_meta(session.db, _LIST, [since or "", session.now().isoformat(), gone])


def seen(session: Session) -> Changes:
    """The person has read what was missing."""
    return _put_away(session, _GONE)


def seen_unlisted(session: Session) -> Changes:
    """The person has read that the list of what was erased could not be read; the list itself stays."""
    return _put_away(session, _LIST)


def date_is_right(session: Session) -> Changes:
    """The person looked at the date of this computer, and it is right."""
    with transaction(session.db, urgent=True):
        hub_clock.forget_leap(session.db)
    return Changes(TROUBLE)


def _put_away(session: Session, name: str) -> Changes:
    with transaction(session.db, urgent=True):
        meta.put_meta(session.db, name, None)
    return Changes(TROUBLE)


def _unlisted(session: Session) -> Unlisted | None:
    note = meta.get_meta(session.db, _LIST)
    if note is None:
        return None
    since, noticed, *gone = note
    noticed_at = datetime.fromisoformat(noticed)
    return Unlisted(
        since=datetime.fromisoformat(since) if since else None,
        noticed_at=noticed_at,
        hub=bool(meta.get_meta(session.db, "hub")),
        asked_hub=_asked_hub(session, noticed_at),
        gone=bool(gone and gone[0]),
    )


def _asked_hub(session: Session, since: datetime) -> bool:
    last = meta.get_meta(session.db, _LAST_SYNC)
    return last is not None and datetime.fromisoformat(last) > since


def _gone(session: Session) -> Gone | None:
    note = meta.get_meta(session.db, _GONE)
    if note is None:
        return None
    operations, lines, until, other, noticed = note
    noticed_at = datetime.fromisoformat(noticed)
    return Gone(
        operations=operations,
        lines=lines,
        until=datetime.fromisoformat(until) if until else None,
        other=other,
        noticed_at=noticed_at,
        asked_hub=_asked_hub(session, noticed_at),
    )
