"""Days on which a site is shut: public holidays, and the closures that the pilot or the site itself entered."""

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from gpconnect.domain.calendar import local_day, why_shut
from gpconnect.domain.schedule import Closure, HalfDaySession, SiteClosure, Slot
from gpconnect.storage import rows

_COMING = "archived = 0 AND last_day >= ?"


@dataclass(frozen=True, slots=True)
class ShutDays:
    """What this device knows of closures.

    Attributes:
        closures: of the pilot and of single sites, whoever entered them.
        anyway: ids of the half-days that were planned knowingly on such a day, and take place.
    """

    closures: tuple[Closure, ...]
    anyway: frozenset[str] = frozenset()

    def why(self, day: date, site_id: str) -> str:
        """Why this site is shut then; empty when it is open."""
        return why_shut(day, site_id, self.closures)

    def of(self, half_day: HalfDaySession) -> str:
        """Why nobody finds this half-day's door open; empty when it takes place."""
        return "" if half_day.open_anyway else self.why(half_day.day, half_day.site_id)

    def of_slot(self, slot: Slot) -> str:
        """The same for one slot, from whichever half-day it is."""
        return "" if slot.session_id in self.anyway else self.why(local_day(slot.starts_at), slot.site_id)


def known(db: Database, since: date) -> ShutDays:
    """The closures that end on this day or later, the first to begin first."""
    found = rows.where(db, Closure, _COMING, (since,))
    found += [as_closure(one) for one in rows.where(db, SiteClosure, _COMING, (since,))]
    anyway = rows.where(db, HalfDaySession, "day >= ? AND open_anyway = 1", (since,))
    ordered = sorted(found, key=lambda one: (one.first_day, one.id))
    return ShutDays(tuple(ordered), frozenset(one.id for one in anyway))


def as_closure(one: SiteClosure) -> Closure:
    """What a practice closed itself shuts its site as what the coordinator closed."""
    return Closure(one.id, one.first_day, one.last_day, one.reason, one.site_id, one.archived)
