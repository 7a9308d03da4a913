"""Who sits where already: what keeps a half-day from being planned beside another one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gpconnect.domain.calendar import Dropped, meet, span
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import HalfDaySession, SessionStatus, Site
from gpconnect.services.session import Session
from gpconnect.storage import rows

OVERLAP = "overlap"
"""The worker sits somewhere else then; the name is that of the site."""
ROOM = "room"
"""Somebody else has the room then; the name is that of the room."""
MOST_HOURS = 8
"""A worker who holds office hours longer than this on one day was planned by mistake."""


@dataclass(frozen=True, slots=True)
class Occupied:
    """The half-days that take place, by day, as far as this device knows of them."""

    by_day: Mapping[date, tuple[HalfDaySession, ...]]
    site_names: Mapping[str, str]

    def clash(self, wanted: HalfDaySession) -> Dropped | None:
        """Why this half-day cannot be: its worker or its room is taken at the same hour. None when it can."""
        beside = [one for one in self.by_day.get(wanted.day, ()) if meet(one, wanted)]
        for one in beside:
            if one.worker_id == wanted.worker_id:
                return Dropped(wanted.day, OVERLAP, self.site_names.get(one.site_id, ""))
        for one in beside:
            if wanted.room and one.site_id == wanted.site_id and one.room.casefold() == wanted.room.casefold():
                return Dropped(wanted.day, ROOM, one.room)
        return None

    def require_bearable(self, wanted: HalfDaySession) -> None:
        """Refuse a day on which this worker would sit for more than eight hours.

        Raises:
            KnownError: ``schedule.day_full`` (day, hours).
        """
        own = [one for one in self.by_day.get(wanted.day, ()) if one.worker_id == wanted.worker_id]
        if sum((_length(one) for one in (*own, wanted)), timedelta()) > timedelta(hours=MOST_HOURS):
            raise KnownError("schedule.day_full", day=f"{wanted.day:%d-%m-%Y}", hours=MOST_HOURS)


def known(session: Session, first: date, last: date, *, without: Iterable[str] = ()) -> Occupied:
    """What is planned on these days, both ends included, at every site that this device knows.

    Args:
        session: whose file.
        first: the first day.
        last: the last one.
        without: ids of half-days that are about to make room.
    """
    left_out, by_day = frozenset(without), defaultdict(list)
    condition = "day BETWEEN ? AND ? AND status <> ?"
    for one in rows.where(session.db, HalfDaySession, condition, (first, last, SessionStatus.CANCELLED), order="start"):
        if one.id not in left_out:
            by_day[one.day].append(one)
    names = {one.id: one.name for one in rows.where(session.db, Site, "1")}
    return Occupied({day: tuple(found) for day, found in by_day.items()}, names)


def _length(one: HalfDaySession) -> timedelta:
    start, end = span(one)
    return end - start
