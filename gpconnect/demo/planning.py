"""The plan of the history: who comes when with what. Pure data, made before anything is written."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from gpconnect.demo import families, invented
from gpconnect.demo.cast import PATTERN, START, Cast
from gpconnect.demo.common_data import CLOSED_WEEKS
from gpconnect.demo.courses import Course, Fate, Passage, Places, Plan, Question, Sharing, Step, Waiting
from gpconnect.demo.families import Child
from gpconnect.demo.specials import Specials
from gpconnect.domain.ages import age_on
from gpconnect.domain.calendar import half_days, is_working_day
from gpconnect.domain.care import Destination, Outcome
from gpconnect.domain.schedule import Closure, OfficeHours, VisitKind

AHEAD = timedelta(weeks=8)
"""So far ahead half-days are planned."""
DAYS_PER_MONTH = 30.44
TUESDAY = 1
LONG, SHORT, WALK_IN = (0, 1, 5, 6), (2, 3), (4,)
"""Places of a half-day by what they are for (`gpconnect.demo.cast.PATTERN`)."""

_ARRIVALS = (2, 2, 2, 2, 3, 3)
_TALKS = {1: 32, 2: 32, 3: 21, 4: 10, 5: 5}
_NO_SHOW, _CALLED_OFF = 0.065, 0.045
_WALK_IN, _QUESTION = 0.35, 0.3
_LATER, _NOT_YET, _GP_JOINS, _WAITED = 0.12, 0.2, 0.14, 0.06
_TALKATIVE = 0.62
"""So many families fill in a form when they are asked."""
_SHORT_FOLLOW_UP = 0.5
_LONG_TALKS_UNTIL = 12
_ADVICE_ALONE, _CLOSED_HERE = 0.35, 0.42
"""How a course ends; published pilots closed between 41 and 60 per cent without sending anybody on."""
_SHOWN = {
    Passage.REQUESTED: (1, 20),
    Passage.SENT: (1, 27),
    Passage.ON_HOLD: (7, 34),
    Passage.REJECTED: (7, 40),
    Passage.WITHDRAWN: (3, 38),
    Passage.CANCELLED: (7, 60),
    Passage.IN_PROGRESS: (22, 80),
}
"""Days since the last talk at which a handover is found in such a state."""
_LONG_AGO, _SOME_TIME_AGO = 6, 3
"""Weeks since the last talk."""
_DESTINATIONS = (
    (Destination.SPECIALIST_MH_CARE, 30),
    (Destination.BASIC_MH_CARE, 24),
    (Destination.YOUTH_CARE, 16),
    (Destination.YOUTH_HEALTH_SERVICE, 8),
    (Destination.SCHOOL, 9),
    (Destination.FREELY_ACCESSIBLE, 9),
    (Destination.SOCIAL_SUPPORT, 4),
)


def last_half_day(day: date) -> date:
    """The last half-day of the first site on or before a day: a Tuesday on which nothing is closed."""
    found = day - timedelta(days=(day.weekday() - TUESDAY) % 7)
    shut = any(first <= found <= last for first, last, _ in CLOSED_WEEKS)
    return last_half_day(found - timedelta(days=1)) if shut or not is_working_day(found) else found


def first_day(today: date, months: int) -> date:
    """The day on which the pilot began."""
    return today - timedelta(days=round(months * DAYS_PER_MONTH))


def series_of(cast: Cast, number: int, first: date) -> OfficeHours:
    """The weekly half-day of a site, with its first day on its own weekday."""
    place = cast.places[number]
    worker = cast.actors[place.worker].staff_id
    begin = first + timedelta(days=(place.weekday - first.weekday()) % 7)
    return OfficeHours("", place.site.id, worker, begin, date.max, START, PATTERN, room="spreekkamer 3")


def make_plan(seed: int, cast: Cast, closures: Sequence[Closure], first: date, today: date) -> Plan:
    """The whole history of a pilot, the same for the same seed."""
    rng = random.Random(f"plan {seed}")
    days: list[tuple[date, ...]] = []
    courses: list[Course] = []
    questions: list[Question] = []
    waiting: list[Waiting] = []
    for number in range(len(cast.places)):
        open_days, _ = half_days(series_of(cast, number, first), closures, today + AHEAD)
        days.append(open_days)
        places = Places(open_days, today)
        if number == 0:
            special = Specials(rng, places, today)
            courses += special.courses()
            questions.append(special.question())
            waiting.append(special.waiting())
        site = _SitePlan(rng, places, number, today, has_desk=bool(cast.places[number].desk))
        site.fill()
        courses += site.courses
        questions += site.questions
        waiting += site.waiting
    shown = _show_every_passage(courses, today)
    return Plan(today, first, tuple(days), tuple(shown), tuple(questions), tuple(waiting))


def _show_every_passage(courses: Sequence[Course], today: date) -> list[Course]:
    """Let every state of a warm handover be seen on the last day, as far as there are young handovers enough."""
    found = list(courses)
    talks = {number: course.last_talk() for number, course in enumerate(found) if course.passage and not course.name}
    ages = {number: (today - talk.day).days for number, talk in talks.items() if talk is not None}
    youngest_first = sorted(ages, key=lambda number: (ages[number], number))
    kept: set[int] = set()
    for passage, (least, most) in _SHOWN.items():
        fitting = [number for number in youngest_first if least <= ages[number] <= most and number not in kept]
        number = next((one for one in fitting if found[one].passage is passage), fitting[0] if fitting else None)
        if number is not None:
            found[number] = replace(found[number], passage=passage)
            kept.add(number)
    return found


class _SitePlan:
    """Fills the half-days of one site, week after week, as requests come in."""

    def __init__(self, rng: random.Random, places: Places, number: int, today: date, *, has_desk: bool) -> None:
        self.courses: list[Course] = []
        self.questions: list[Question] = []
        self.waiting: list[Waiting] = []
        self._rng = rng
        self._places = places
        self._number = number
        self._today = today
        self._has_desk = has_desk
        self._children = iter(self._make_children())

    def fill(self) -> None:
        """Requests of every week up to today, then those that are still waiting."""
        for day in self._places.days:
            if day > self._today:
                break
            self._ask_colleague(day)
            self._walk_in(day)
            for _ in range(self._rng.choice(_ARRIVALS)):
                self._request(day)
        child = next(self._children)
        reasons = families.pick_reasons(self._rng)
        since = self._today - timedelta(days=self._rng.randint(4, 9))
        self.waiting.append(Waiting(child, self._number, since, reasons, families.pick_words(self._rng, reasons)))

    def _make_children(self) -> Iterable[Child]:
        count = 4 * len(self._places.days) + 10
        first = 1 + 2000 * self._number
        return families.make_children(self._rng, count, self._today, first_household=first)

    def _request(self, day: date) -> None:
        """A family asks for help some days before a half-day, and gets the first long place that is free."""
        rng = self._rng
        requested = day - timedelta(days=rng.randint(1, 5))
        waited = rng.random() < _WAITED
        found = self._places.first(day + timedelta(weeks=2 if waited else 0), LONG)
        if found is None:
            return
        child = next(self._children)
        steps = self._follow(Step(*found, VisitKind.FIRST, Fate.SEEN), child)
        self._keep(child, requested, steps, waited_since=requested if waited else None)

    def _walk_in(self, day: date) -> None:
        if day >= self._today or self._rng.random() >= _WALK_IN:
            return
        self._places.take(day, WALK_IN[0])
        child = next(self._children)
        steps = self._follow(Step(day, WALK_IN[0], VisitKind.WALK_IN, Fate.SEEN), child)
        self._keep(child, day, steps)

    def _ask_colleague(self, day: date) -> None:
        if not self._has_desk or day >= self._today or self._rng.random() >= _QUESTION:
            return
        found = next((place for place in SHORT if place in self._places.free[day]), None)
        if found is not None:
            self._places.take(day, found)
            words = self._rng.choice(invented.PEER_QUESTIONS)
            self.questions.append(Question(self._number, day, found, words))

    def _follow(self, first: Step, child: Child) -> tuple[Step, ...]:
        """The talks after the first one; who does not come twice, does not come again."""
        rng = self._rng
        wanted = rng.choices(tuple(_TALKS), tuple(_TALKS.values()))[0]
        steps = [self._happens(first)]
        while steps[-1].day < self._today:
            fates = [step.fate for step in steps]
            if fates.count(Fate.SEEN) >= wanted or fates.count(Fate.MISSED) > 1:
                break
            again = steps[-1].fate is not Fate.SEEN
            gap = 1 if again else rng.choice((2, 2, 3))
            young = age_on(child.birth_date, self._today) < _LONG_TALKS_UNTIL
            preferred = LONG + SHORT if young or rng.random() >= _SHORT_FOLLOW_UP else SHORT + LONG
            found = self._places.first(steps[-1].day + timedelta(weeks=gap), preferred)
            if found is None:
                break
            unseen = Fate.SEEN not in fates
            visit = steps[0].visit if unseen and steps[0].visit is VisitKind.FIRST else VisitKind.FOLLOW_UP
            steps.append(self._happens(Step(*found, visit, Fate.SEEN)))
        return tuple(steps)

    def _happens(self, step: Step) -> Step:
        chance = self._rng.random()
        if step.day >= self._today:
            fate = Fate.EXPECTED
        elif step.visit is VisitKind.WALK_IN or chance >= _NO_SHOW + _CALLED_OFF:
            fate = Fate.SEEN
        else:
            fate = Fate.MISSED if chance < _NO_SHOW else Fate.CANCELLED
        return Step(step.day, step.place, step.visit, fate)

    def _keep(self, child: Child, requested: date, steps: tuple[Step, ...], waited_since: date | None = None) -> None:
        rng = self._rng
        reasons = families.pick_reasons(rng)
        ending, destination, passage = self._end(steps)
        self.courses.append(
            Course(
                child=child,
                site=self._number,
                requested_on=requested,
                reasons=reasons,
                words=families.pick_words(rng, reasons),
                steps=steps,
                sharing=self._sharing(steps),
                gp_joins=self._has_desk and rng.random() < _GP_JOINS,
                waited_since=waited_since,
                ending=ending,
                destination=destination,
                passage=passage,
                talkative=rng.random() < _TALKATIVE,
            )
        )

    def _sharing(self, steps: Sequence[Step]) -> Sharing:
        if not self._has_desk or steps[0].visit is VisitKind.WALK_IN:
            return Sharing.AT_ONCE
        chance = self._rng.random()
        if steps[0].fate is Fate.EXPECTED and chance < _NOT_YET:
            return Sharing.NOT_YET
        return Sharing.LATER if chance < _LATER else Sharing.AT_ONCE

    def _end(self, steps: Sequence[Step]) -> tuple[Outcome | None, Destination, Passage | None]:
        """How help ended, once there is no next appointment."""
        rng = self._rng
        talks = [step for step in steps if step.fate is Fate.SEEN]
        if not talks or steps[-1].fate is Fate.EXPECTED:
            return None, Destination.NONE, None
        chance = rng.random()
        if len(talks) == 1 and chance < _ADVICE_ALONE:
            return Outcome.ADVICE_ONLY, Destination.NONE, None
        if chance < _CLOSED_HERE:
            return Outcome.NO_FURTHER_HELP, Destination.NONE, None
        destination = rng.choices([one for one, _ in _DESTINATIONS], [share for _, share in _DESTINATIONS])[0]
        return Outcome.HANDOVER, destination, self._passage(talks[-1].day)

    def _passage(self, last_talk: date) -> Passage:
        """How far a handover came: an old one ended somehow, a young one is under way."""
        rng = self._rng
        weeks = (self._today - last_talk).days // 7
        if weeks >= _LONG_AGO:
            kinds, shares = tuple(Passage), (80, 4, 0, 0, 0, 0, 8, 4, 4)
        elif weeks >= _SOME_TIME_AGO:
            kinds, shares = tuple(Passage), (15, 35, 20, 0, 0, 12, 12, 0, 6)
        else:
            kinds, shares = tuple(Passage), (0, 8, 22, 30, 22, 10, 8, 0, 0)
        return rng.choices(kinds, shares)[0]
