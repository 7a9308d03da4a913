"""What everybody who acts in the story shares: the devices, the clock, the plan, and what came of it so far."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from gpconnect.demo.cast import PATTERN, START, Cast
from gpconnect.demo.courses import Course, Plan, Step
from gpconnect.demo.families import Child
from gpconnect.demo.network import Network
from gpconnect.demo.repeatable import Clock
from gpconnect.demo.timeline import Deed, Timeline
from gpconnect.domain.ages import age_on
from gpconnect.domain.calendar import add_working_days
from gpconnect.domain.consenting import PARENT_AT_DESK, PATIENT
from gpconnect.domain.schedule import HalfDaySession, Slot
from gpconnect.domain.staff import Role
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows

YOUTH_DECIDES_SHARING = 12
"""Below this age a parent says whether a booking may be shared (Jeugdwet 7.3.11 with 7.3.15)."""


@dataclass(slots=True)
class Journey:
    """One child's course as it is being lived.

    Attributes:
        appointments: by number of the step.
        bookers: who booked each step; only that device holds the token of its slot.
    """

    course: Course
    desk: str
    person_id: str = ""
    episode_id: str = ""
    waiting_id: str = ""
    appointments: dict[int, str] = field(default_factory=dict)
    bookers: dict[int, str] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    goal_id: str = ""
    handover_id: str = ""


@dataclass(slots=True)
class Story:
    """The state of the telling."""

    devices: Network
    clock: Clock
    plan: Plan
    rng: random.Random
    timeline: Timeline
    journeys: list[Journey] = field(default_factory=list)
    slot_ids: dict[tuple[int, date, int], str] = field(default_factory=dict)
    half_day_ids: dict[tuple[int, date], str] = field(default_factory=dict)

    @property
    def cast(self) -> Cast:
        """Who plays."""
        return self.devices.cast

    def session(self, key: str) -> Session:
        """Somebody's opened file."""
        return self.devices.session(key)

    def worker(self, site: int) -> str:
        """Who holds the office hours at a site."""
        return self.cast.places[site].worker

    def desk(self, site: int) -> tuple[str, ...]:
        """Who books at a site; the worker where there is no desk."""
        place = self.cast.places[site]
        return place.desk or (place.worker,)

    def gp(self, site: int) -> str:
        """The GP of a site, empty at a school."""
        return next((key for key in self.desk(site) if self.cast.actors[key].role is Role.GP), "")

    def site_id(self, site: int) -> str:
        """The id of a site."""
        return self.cast.places[site].site.id

    def slot(self, site: int, step: Step) -> str:
        """The slot of a step."""
        return self.slot_ids[site, step.day, step.place]

    def later(self, days: int, at: time, deed: Deed) -> None:
        """Let something happen so many days from now, on a working day."""
        self.timeline.put(add_working_days(self.clock.day() + timedelta(days=days), 0), at, deed)

    def learn_slots(self) -> None:
        """Look up which slot is which place of which half-day, once they are planned."""
        for number in range(len(self.cast.places)):
            db = self.session(self.worker(number)).db
            site = self.site_id(number)
            for half_day in rows.where(db, HalfDaySession, "site_id = ?", (site,)):
                self.half_day_ids[number, half_day.day] = half_day.id
            ids = {half_day: day for (site_number, day), half_day in self.half_day_ids.items() if site_number == number}
            places = {start: place for place, start in enumerate(starts())}
            for slot in rows.where(db, Slot, "site_id = ?", (site,)):
                place = places[slot.starts_at.astimezone(AMSTERDAM).time()]
                self.slot_ids[number, ids[slot.session_id], place] = slot.id


def starts() -> tuple[time, ...]:
    """Wall time at which each place of a half-day begins."""
    at = datetime.combine(date.min, START)
    found = []
    for entry in PATTERN:
        found.append(at.time())
        at += timedelta(minutes=int(entry.rstrip("w")))
    return tuple(found)


def speaker(child: Child, day: date) -> str:
    """Who says at the desk whether a booking may be shared."""
    return PATIENT if age_on(child.birth_date, day) >= YOUTH_DECIDES_SHARING else PARENT_AT_DESK
