"""Days on which a site is shut: public holidays, and the closures that the pilot entered."""

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from gpconnect.domain.calendar import why_shut
from gpconnect.domain.schedule import Closure
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class ShutDays:
    """What this device knows of closures."""

    closures: tuple[Closure, ...]

    def why(self, day: date, site_id: str) -> str:
        """Why this site is shut then; empty when it is open."""
        return why_shut(day, site_id, self.closures)


def known(db: Database, since: date) -> ShutDays:
    """The closures that end on this day or later, the first to begin first."""
    found = rows.where(db, Closure, "archived = 0 AND last_day >= ?", (since,), order="first_day, id")
    return ShutDays(tuple(found))
