"""Days on which nobody sits: public holidays, closures of the pilot or the site itself, and workers who are away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from gpconnect.domain.calendar import local_day, why_closed, why_shut
from gpconnect.domain.schedule import Closure, HalfDaySession, SessionStatus, SiteClosure, Slot
from gpconnect.services.sites import FOR_GOOD
from gpconnect.storage import operations, rows

DESPITE = "despite"
"""In the log of a half-day that takes place on a shut day: ids of the closures that whoever planned it knew of."""
AWAY = "jeugdwerker afwezig"
"""What is said of a half-day whose worker is away; never why."""
_COMING = "archived = 0 AND last_day >= ?"
_AWAY = (
    "day >= ? AND status = ? AND EXISTS (SELECT 1 FROM absence a WHERE a.site_id = half_day_session.site_id "
    "AND a.worker_id = half_day_session.worker_id AND a.archived = 0 AND day BETWEEN a.first_day AND a.last_day)"
)


@dataclass(frozen=True, slots=True)
class ShutDays:
    """What this device knows of closures.

    Attributes:
        closures: of the pilot and of single sites, whoever entered them.
        anyway: the half-days that were planned knowingly on such a day, with the ids of the closures that were known
            then; None where an older program did not say, and then all are meant. One that came later shuts them too:
            who plans at Christmas knows nothing of a burst pipe.
        away: ids of the half-days whose worker is away then, and that nobody took over.
    """

    closures: tuple[Closure, ...]
    anyway: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    away: frozenset[str] = frozenset()

    def why(self, day: date, site_id: str) -> str:
        """Why this site is shut then; empty when it is open."""
        return why_shut(day, site_id, self.closures)

    def gone(self, day: date, site_id: str) -> str:
        """Why this site was closed for good by then; empty while it was not."""
        for_good = (one for one in self.closures if one.site_id == site_id and one.last_day >= FOR_GOOD)
        return why_closed(day, site_id, for_good)

    def known_on(self, day: date, site_id: str) -> tuple[str, ...]:
        """Ids of the closures that shut this site then; who plans all the same says that they do not count."""
        return tuple(sorted(one.id for one in self.closures if why_closed(day, site_id, (one,))))

    def of(self, half_day: HalfDaySession) -> str:
        """Why nobody finds this half-day's door open; empty when it takes place."""
        return self._why_not(half_day.id, half_day.day, half_day.site_id, anyway=half_day.open_anyway)

    def of_slot(self, slot: Slot) -> str:
        """The same for one slot, from whichever half-day it is."""
        return self._why_not(slot.session_id, local_day(slot.starts_at), slot.site_id)

    def _why_not(self, half_day_id: str, day: date, site_id: str, *, anyway: bool = False) -> str:
        if half_day_id in self.away:
            return AWAY
        if anyway or half_day_id in self.anyway:
            # Whoever planned knowingly has the key of that day's door, but not of a place that is gone.
            despite = self.anyway.get(half_day_id)
            unheard = () if despite is None else (one for one in self.closures if one.id not in despite)
            return self.gone(day, site_id) or why_closed(day, site_id, unheard)
        return self.why(day, site_id)


def known(db: Database, since: date) -> ShutDays:
    """The closures that end on this day or later, the first to begin first."""
    found = rows.where(db, Closure, _COMING, (since,))
    found += [as_closure(one) for one in rows.where(db, SiteClosure, _COMING, (since,))]
    anyway = rows.where(db, HalfDaySession, "day >= ? AND open_anyway = 1", (since,))
    ordered = sorted(found, key=lambda one: (one.first_day, one.id))
    away = rows.where(db, HalfDaySession, _AWAY, (since, SessionStatus.OPEN))
    despite = {one.id: _despite(db, one.id) for one in anyway}
    return ShutDays(tuple(ordered), despite, frozenset(one.id for one in away))


def _despite(db: Database, half_day_id: str) -> frozenset[str] | None:
    """The closures that whoever planned this half-day knew of; None where nothing says so."""
    told = [
        one.body[DESPITE] for one in operations.of_record(db, "half_day_session", half_day_id) if DESPITE in one.body
    ]
    return frozenset(str(one) for one in told[-1]) if told and isinstance(told[-1], list) else None


def as_closure(one: SiteClosure) -> Closure:
    """What a practice closed itself shuts its site as what the coordinator closed."""
    return Closure(one.id, one.first_day, one.last_day, one.reason, one.site_id, one.archived)
