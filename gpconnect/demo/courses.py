"""The shapes of the plan: one child's course through the office hours, step by step."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gpconnect.demo.families import Child
from gpconnect.domain.care import Destination, Outcome
from gpconnect.domain.schedule import VisitKind


class Fate(StrEnum):
    """What becomes of one appointment."""

    SEEN = "seen"
    MISSED = "missed"
    CANCELLED = "cancelled"
    IN_CONVERSATION = "in_conversation"
    EXPECTED = "expected"


class Sharing(StrEnum):
    """What the family said at the desk about sharing the booking with the worker."""

    AT_ONCE = "at_once"
    LATER = "later"
    NOT_YET = "not_yet"


class Passage(StrEnum):
    """How far a warm handover came."""

    COMPLETED = "completed"
    IN_PROGRESS = "in_progress"
    ACCEPTED = "accepted"
    SENT = "sent"
    REQUESTED = "requested"
    ON_HOLD = "on_hold"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Step:
    """One appointment: which place of which half-day, and what becomes of it."""

    day: date
    place: int
    visit: VisitKind
    fate: Fate


@dataclass(frozen=True, slots=True)
class Course:
    """One child's way through the office hours.

    Attributes:
        name: of a child that the story needs; empty for the others.
        site: number of the place.
        waited_since: the family stood on the waiting list from this day, or None.
        ending: outcome of the last talk that was held; None while help goes on.
        passage: how far the handover came, or None without one.
    """

    child: Child
    site: int
    requested_on: date
    reasons: tuple[str, ...]
    words: str
    steps: tuple[Step, ...]
    name: str = ""
    sharing: Sharing = Sharing.AT_ONCE
    gp_joins: bool = False
    waited_since: date | None = None
    ending: Outcome | None = None
    destination: Destination = Destination.NONE
    passage: Passage | None = None
    talkative: bool = True

    def last_talk(self) -> Step | None:
        """The last talk that was held."""
        return next((step for step in reversed(self.steps) if step.fate is Fate.SEEN), None)


@dataclass(frozen=True, slots=True)
class Question:
    """A colleague's question from the GP: no child in it."""

    site: int
    day: date
    place: int
    words: str
    fate: Fate = Fate.SEEN


@dataclass(frozen=True, slots=True)
class Waiting:
    """A family that is still on the waiting list when the story stands still."""

    child: Child
    site: int
    since: date
    reasons: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that happens, and on which days there are office hours.

    Attributes:
        days: half-days of each site, past and to come.
    """

    today: date
    first_day: date
    days: tuple[tuple[date, ...], ...]
    courses: tuple[Course, ...]
    questions: tuple[Question, ...]
    waiting: tuple[Waiting, ...]


KEPT_FREE = frozenset({6})
"""The place that every half-day after the last day still has to offer, so that somebody who tries the demo can book."""


@dataclass(slots=True)
class Places:
    """Which places of a site's half-days are still to be given away."""

    days: tuple[date, ...]
    today: date = date.max
    free: dict[date, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.free = {day: set(range(7)) - (KEPT_FREE if day > self.today else set()) for day in self.days}

    def take(self, day: date, place: int) -> None:
        """Give this place away."""
        self.free[day].discard(place)

    def first(self, since: date, wanted: tuple[int, ...]) -> tuple[date, int] | None:
        """Take the first free place of these from a day on, in the order in which they are wanted."""
        for day in self.days:
            if day < since:
                continue
            for place in wanted:
                if place in self.free[day]:
                    self.take(day, place)
                    return day, place
        return None
