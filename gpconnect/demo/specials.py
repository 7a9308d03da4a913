"""The children whom the story needs by name, because somebody who opens the demo meets them on its last day."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from gpconnect.demo import families, invented
from gpconnect.demo.courses import Course, Fate, Passage, Places, Question, Sharing, Step, Waiting
from gpconnect.demo.families import Child
from gpconnect.domain.care import Destination, Outcome
from gpconnect.domain.people import Gender
from gpconnect.domain.schedule import VisitKind

_FIRST, _AGAIN = VisitKind.FIRST, VisitKind.FOLLOW_UP
_HOUSEHOLD = 90_000
_SECONDARY_SCHOOL_FROM = 12
_BRAMS_HALF_DAYS = 3


class Specials:
    """The named courses of the first site, each with its places taken."""

    def __init__(self, rng: random.Random, places: Places, today: date) -> None:
        self._rng = rng
        self._places = places
        self._today = today
        self._past = [day for day in places.days if day <= today]
        self._households = iter(range(_HOUSEHOLD, _HOUSEHOLD + 100))

    def courses(self) -> tuple[Course, ...]:
        """Those of them for whom the pilot runs long enough."""
        made = (self._noor(), self._yusuf(), self._lotte(), *self._twins(), self._daan(), self._aisha(), self._bram())
        return tuple(course for course in made if course is not None)

    def question(self) -> Question:
        """The question that dr. Peters has today."""
        self._places.take(self._today, 3)
        return Question(0, self._today, 3, invented.PEER_QUESTIONS[1], Fate.EXPECTED)

    def waiting(self) -> Waiting:
        """Sem has waited twelve days, and the free place of today fits him. The walk-in place stays free as well."""
        self._places.take(self._today, 4)
        self._places.take(self._today, 5)
        child = self._child("Sem", "", "Bakker", Gender.MALE, 7)
        return Waiting(
            child,
            0,
            self._today - timedelta(days=12),
            ("sleep", "anxiety"),
            "Alleen slapen lukt niet sinds het onweer.",
        )

    def _noor(self) -> Course:
        child = self._child("Noor", "van den", "Berg", Gender.FEMALE, 9)
        words = "Elke nacht om drie uur staat ze naast ons bed, en buikpijn voor school."
        return self._course(
            "noor", child, ("sleep", "physical"), words, [(0, 0, _FIRST, Fate.SEEN)], Outcome.BRIEF_SUPPORT
        )

    def _yusuf(self) -> Course:
        child = self._child("Yusuf", "", "Demir", Gender.MALE, 14)
        words = "Spanning op school. Komt met moeder."
        steps = [(0, 1, _FIRST, Fate.IN_CONVERSATION)]
        return replace(self._course("yusuf", child, ("anxiety", "school"), words, steps), gp_joins=True)

    def _lotte(self) -> Course | None:
        child = replace(self._child("Lotte", "", "Verhoeven", Gender.FEMALE, 16), alone=True)
        words = "Ik vind niks meer leuk, ook voetbal niet."
        steps = [(2, 0, _FIRST, Fate.SEEN), (0, 2, _AGAIN, Fate.EXPECTED)]
        return self._if_long_enough(2, lambda: self._course("lotte", child, ("mood",), words, steps))

    def _twins(self) -> tuple[Course, ...]:
        mila = replace(self._child("Mila", "", "Jansen", Gender.FEMALE, 6), twin=True)
        finn = replace(mila, given_name="Finn", gender=Gender.MALE)
        words = "Sinds de scheiding slapen ze allebei slecht."
        first = self._course("mila", mila, ("family", "sleep"), words, [(0, 6, _FIRST, Fate.EXPECTED)])
        second = self._course("finn", finn, ("family",), words, [(-1, 0, _FIRST, Fate.EXPECTED)])
        return replace(first, sharing=Sharing.NOT_YET), second

    def _daan(self) -> Course | None:
        child = self._child("Daan", "", "Hendriks", Gender.MALE, 11)
        words = "Hij ligt elke zondagavond te piekeren over maandag."
        steps = [(4, 1, _FIRST, Fate.SEEN), (2, 5, _AGAIN, Fate.SEEN), (1, 6, _AGAIN, Fate.SEEN)]
        return self._if_long_enough(
            4,
            lambda: replace(
                self._course("daan", child, ("anxiety", "school"), words, steps, Outcome.HANDOVER),
                destination=Destination.SPECIALIST_MH_CARE,
                passage=Passage.ACCEPTED,
            ),
        )

    def _aisha(self) -> Course | None:
        child = self._child("Aisha", "", "El Amrani", Gender.FEMALE, 13)
        words = "Ik zit er steeds tussenin."
        steps = [(3, 0, _FIRST, Fate.SEEN), (1, 2, _AGAIN, Fate.SEEN), (-1, 2, _AGAIN, Fate.EXPECTED)]
        return self._if_long_enough(3, lambda: self._course("aisha", child, ("family", "friends"), words, steps))

    def _bram(self) -> Course | None:
        child = self._child("Bram", "de", "Graaf", Gender.MALE, 8)
        six_weeks_ago = self._today - timedelta(weeks=6)
        closing = [day for day in self._past if day <= six_weeks_ago]
        if len(closing) < _BRAMS_HALF_DAYS:
            return None
        back = len(self._past) - len(closing)
        steps = [(back + 2, 5, _FIRST, Fate.SEEN), (back, 5, _AGAIN, Fate.SEEN)]
        words = "Thuis ontploft hij om het minste of geringste."
        return self._course("bram", child, ("behaviour",), words, steps, Outcome.NO_FURTHER_HELP)

    def _if_long_enough(self, half_days: int, make: Callable[[], Course]) -> Course | None:
        return make() if len(self._past) > half_days else None

    def _course(
        self,
        name: str,
        child: Child,
        reasons: tuple[str, ...],
        words: str,
        steps: list[tuple[int, int, VisitKind, Fate]],
        ending: Outcome | None = None,
    ) -> Course:
        """A course whose steps are told in half-days before today; -1 is the next one."""
        taken = []
        for back, place, visit, fate in steps:
            day = self._past[-1 - back] if back >= 0 else self._places.days[len(self._past) - 1 - back]
            self._places.take(day, place)
            taken.append(Step(day, place, visit, fate))
        requested = min(taken[0].day, self._today) - timedelta(days=8)
        return Course(child, 0, requested, reasons, words, tuple(taken), name=name, ending=ending)

    def _child(self, given: str, prefix: str, family: str, gender: Gender, age: int) -> Child:
        made = families.make_child(self._rng, self._today, next(self._households))
        return replace(
            made,
            given_name=given,
            prefix=prefix,
            family_name=family,
            gender=gender,
            birth_date=families.born_at_age(self._rng, age, self._today),
            parent=f"Marloes {prefix} {family}".replace("  ", " "),
            other_parent=f"Peter {prefix} {family}".replace("  ", " "),
            school="Cambium College" if age >= _SECONDARY_SCHOOL_FROM else "De Walsprong",
            alone=False,
            interpreter="",
        )
