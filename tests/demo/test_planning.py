"""The plan of the history can be believed before anything is written."""

from collections import Counter
from datetime import date, timedelta

import pytest

from gpconnect.demo import planning
from gpconnect.demo.cast import Cast, make_cast
from gpconnect.demo.common_data import closures
from gpconnect.demo.courses import Fate, Passage, Plan, Sharing
from gpconnect.demo.repeatable import Ids
from gpconnect.domain.ages import age_on
from gpconnect.domain.calendar import holiday_name
from gpconnect.domain.care import Outcome
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import VisitKind

TODAY = date(2026, 11, 24)
SHUT = closures(Ids(9))


def plan_of(seed: int = 1, months: int = 6, sites: int = 2) -> Plan:
    return planning.make_plan(seed, cast_of(sites), SHUT, planning.first_day(TODAY, months), TODAY)


def cast_of(sites: int) -> Cast:
    return make_cast(sites, Ids(1))


SEEDS = pytest.mark.parametrize("seed", [1, 2, 3, 17])


@SEEDS
def test_nobody_comes_on_a_holiday_or_in_a_closed_week_and_no_place_is_given_twice(seed: int) -> None:
    plan = plan_of(seed)
    taken: Counter[tuple[int, date, int]] = Counter()
    for course in plan.courses:
        for step in course.steps:
            taken[course.site, step.day, step.place] += 1
            assert not holiday_name(step.day)
            assert not any(one.first_day <= step.day <= one.last_day for one in SHUT)
            assert step.day in plan.days[course.site]
    taken.update((one.site, one.day, one.place) for one in plan.questions)
    assert max(taken.values()) == 1


@SEEDS
def test_children_are_0_to_23_and_mostly_4_to_16(seed: int) -> None:
    ages = [age_on(course.child.birth_date, TODAY) for course in plan_of(seed).courses]
    assert min(ages) >= 0
    assert max(ages) <= 23
    assert sum(4 <= age <= 16 for age in ages) / len(ages) > 0.7


@SEEDS
def test_twins_share_birthday_and_household(seed: int) -> None:
    twins = [course.child for course in plan_of(seed).courses if course.child.twin]
    assert {child.given_name for child in twins} >= {"Mila", "Finn"}
    for one in twins:
        others = [child for child in twins if child.household == one.household]
        assert {child.birth_date for child in others} == {one.birth_date}
        assert len({child.given_name for child in others}) == len(others)


@SEEDS
def test_half_a_year_holds_what_a_pilot_brings(seed: int) -> None:
    plan = plan_of(seed)
    fates = Counter(step.fate for course in plan.courses for step in course.steps)
    endings = Counter(course.ending for course in plan.courses)
    assert 100 <= len(plan.courses) <= 150
    assert 0.03 <= fates[Fate.MISSED] / fates[Fate.SEEN] <= 0.12
    assert fates[Fate.CANCELLED] > 0
    assert any(step.visit is VisitKind.WALK_IN for course in plan.courses for step in course.steps)
    assert endings[Outcome.HANDOVER]
    assert endings[Outcome.NO_FURTHER_HELP]
    assert endings[Outcome.ADVICE_ONLY]
    assert {Sharing.LATER, Sharing.NOT_YET} <= {course.sharing for course in plan.courses}
    assert plan.questions
    assert plan.waiting
    assert len({course.passage for course in plan.courses} - {None}) >= len(Passage) - 3


def test_the_usual_pilot_shows_a_handover_in_every_state() -> None:
    assert {course.passage for course in plan_of(1).courses} >= set(Passage)


@SEEDS
def test_who_was_not_asked_yet_has_not_been_seen(seed: int) -> None:
    for course in plan_of(seed).courses:
        if course.sharing is Sharing.NOT_YET:
            assert course.last_talk() is None


@SEEDS
def test_steps_come_one_after_the_other_and_only_the_last_lies_ahead(seed: int) -> None:
    for course in plan_of(seed).courses:
        days = [step.day for step in course.steps]
        assert days == sorted(set(days))
        assert all(step.fate is not Fate.EXPECTED for step in course.steps[:-1])
        assert course.requested_on <= days[0]


def test_the_same_seed_tells_the_same_story_and_another_seed_another() -> None:
    assert plan_of(1) == plan_of(1)
    assert plan_of(1).courses != plan_of(2).courses


def test_a_third_site_is_a_school_whose_worker_books() -> None:
    plan = plan_of(sites=3)
    assert {course.site for course in plan.courses} == {0, 1, 2}
    assert cast_of(3).places[2].desk == ()
    assert not any(question.site == 2 for question in plan.questions)


def test_a_month_is_told_without_those_who_need_a_longer_past() -> None:
    names = {course.name for course in plan_of(months=1).courses}
    assert {"noor", "yusuf", "mila", "finn"} <= names
    assert "bram" not in names


@pytest.mark.parametrize("sites", [0, 4])
def test_a_pilot_without_sites_or_with_more_than_the_story_has_people_for_is_refused(sites: int) -> None:
    with pytest.raises(KnownError, match=r"demo\.sites"):
        cast_of(sites)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 11, 22), date(2026, 11, 17)),
        (date(2026, 10, 22), date(2026, 10, 13)),
    ],
)
def test_the_last_day_is_a_tuesday_on_which_the_first_site_is_open(asked: date, found: date) -> None:
    assert planning.last_half_day(asked) == found


def test_half_days_are_planned_two_months_ahead() -> None:
    assert max(plan_of().days[0]) > TODAY + timedelta(weeks=3)
