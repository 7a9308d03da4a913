"""From facts to figures: over closed episodes, per child once, never per worker."""

from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.facts import Fact
from gpconnect.domain.figures import Figures, Hidden, whole_months
from gpconnect.domain.indicators import compute, current, nearest_rank, wilson
from gpconnect.domain.suppression import protect

MAY, OCTOBER, NOVEMBER = date(2026, 5, 1), date(2026, 10, 1), date(2026, 11, 1)
PERIOD = whole_months(MAY, OCTOBER)
NUMBERS = count(1)


def random_id(number: int) -> str:
    return f"{number:064x}"


def fact(kind: str, month: date = MAY, **values: Any) -> Fact:
    return Fact(random_id(next(NUMBERS)), kind, month, 1, values)


def talk(child: int, month: date = MAY, **values: Any) -> Fact:
    base = {"child": random_id(child), "site": "a", "visit": "first", "age_band": "8-11", "gp_joined": False}
    return fact("encounter", month, **(base | values))


def episode(child: int, month: date = MAY, **values: Any) -> Fact:
    base = {
        "child": random_id(child), "site": "a", "age_band": "8-11", "way_in": "02", "reasons": ["anxiety"],
        "status": "closed", "started": "2026-05", "closed": "2026-06", "end_reason": "01", "destination": "none",
        "talks": 3, "lead_kept": True, "aftercare_planned": True, "aftercare_done": False, "later_referral": False,
    }  # fmt: skip
    return fact("episode", month, **(base | values))


def of(*facts: Fact) -> Figures:
    return compute(facts, PERIOD)


def test_the_highest_revision_counts_and_a_withdrawn_fact_does_not() -> None:
    first = Fact(random_id(1), "peer_consultation", MAY, 1, {"site": "a"})
    second = Fact(random_id(1), "peer_consultation", MAY, 2, {"site": "b"})
    gone = Fact(random_id(2), "peer_consultation", MAY, 3, {"site": "a"}, withdrawn=True)
    old = Fact(random_id(2), "peer_consultation", MAY, 1, {"site": "a"})

    assert current([second, first, gone, old]) == [second]


def test_a_child_with_three_talks_is_one_child_in_one_age_band() -> None:
    made = of(talk(1), talk(1, age_band="12-15"), talk(1), talk(2, NOVEMBER))

    assert made.indicator("children").value == 1
    assert made.indicator("talks").value == 3
    assert sum(cell.count or 0 for cell in made.breakdown("age_bands").cells) == 1


def test_without_referral_runs_over_closed_episodes_only_and_open_ones_stand_apart() -> None:
    made = of(
        episode(1),
        episode(2, destination="gp"),
        episode(3, destination="specialist_mh_care"),
        episode(4, closed=None, destination=None, end_reason=None, status="open"),
        episode(5, closed="2026-12"),
    )
    share = made.indicator("closed_without_referral")

    assert (share.numerator, share.denominator) == (2, 3)
    assert made.indicator("open").value == 2
    assert {cell.key: cell.count for cell in made.breakdown("destinations").cells if cell.count} == {
        "none": 2,
        "specialist_mh_care": 1,
    }


def test_only_what_started_by_the_last_day_and_was_not_over_by_then_still_runs() -> None:
    running: dict[str, Any] = {"closed": None, "destination": None, "end_reason": None, "status": "open"}
    made = of(
        episode(1),
        episode(2, **running),
        episode(3, closed="2026-11"),
        episode(4, started=None, **running),
        episode(5, started="2026-11", **running),
        episode(6, NOVEMBER, started="2026-11", **running),
    )

    assert made.indicator("closed").value == 1
    assert made.indicator("open").value == 2


def test_who_had_asked_and_was_not_seen_by_the_last_day_waited_like_the_waiting_list() -> None:
    waits: dict[str, Any] = {"closed": None, "destination": None, "end_reason": None, "status": "open"}
    made = of(
        fact("waiting", site="a"),
        fact("waiting", NOVEMBER, site="a"),
        episode(1, started=None, **waits),
        episode(2, OCTOBER, started="2026-11", **waits),
        episode(3, started=None, closed="2026-06"),
        episode(4, NOVEMBER, started=None, **waits),
        episode(5, **waits),
    )

    assert made.indicator("still_waiting").value == 3


def test_a_few_that_still_run_do_not_follow_from_how_many_started() -> None:
    """Thirty started and 28 were closed: the two in between may not be told by the ways in."""
    running: dict[str, Any] = {"closed": None, "destination": None, "end_reason": None, "status": "open"}
    closed = [episode(number) for number in range(28)]
    few = protect(of(*closed, episode(50, **running), episode(51, **running)))
    none = protect(of(*closed))

    assert few.breakdown("way_in").hidden is Hidden.PROTECTED
    assert few.breakdown("way_in").total is None
    assert {cell.count for cell in few.breakdown("way_in").cells} == {None}
    assert none.breakdown("way_in").total == 28


def test_dropout_is_stopping_early_and_not_an_external_reason() -> None:
    made = of(*(episode(number, end_reason=f"0{number}") for number in range(1, 6)))

    assert (made.indicator("dropout").numerator, made.indicator("dropout").denominator) == (3, 5)


def test_an_episode_keeps_its_case_lead_and_is_followed_up() -> None:
    made = of(episode(1, aftercare_done=True), episode(2, aftercare_done=True, later_referral=True), episode(3))

    assert made.indicator("lead_kept").value == 1
    assert made.indicator("aftercare_done").numerator == 2
    assert made.indicator("no_new_start").value == 0.5
    assert made.indicator("talks_per_closed").value == 3


def test_waiting_days_are_a_median_and_nine_out_of_ten() -> None:
    made = of(*(talk(number, waiting_days=number) for number in range(1, 11)), fact("waiting", site="a"))

    assert (made.indicator("waiting_median").value, made.indicator("waiting_p90").value) == (5.5, 9)
    assert made.indicator("waiting_median").n == 10
    assert made.indicator("still_waiting").value == 1


def test_not_appearing_is_a_share_of_came_and_did_not_come() -> None:
    made = of(*(fact("appointment_end", site="a", status=each) for each in ("fulfilled", "noshow", "cancelled")))

    assert (made.indicator("no_show").numerator, made.indicator("no_show").denominator) == (1, 2)


def test_a_child_with_two_requests_counts_in_both_rows() -> None:
    made = of(talk(1), talk(2), episode(1, reasons=["anxiety", "sleep"]), episode(9, reasons=["school"]))
    reasons = made.breakdown("reasons")

    assert [(cell.key, cell.count) for cell in reasons.cells] == [("anxiety", 1), ("sleep", 1)]
    assert reasons.total == 2
    assert reasons.note == "more_than_one"


def test_parents_and_youths_are_never_added_up() -> None:
    made = of(
        fact("response", voice="parent", moment="end", answered=True, usefulness=9, without_help="04"),
        fact("response", voice="youth", moment="end", answered=True, usefulness=7),
        fact("response", voice="youth", moment="end", answered=False),
        fact("response", voice="gp", moment="end", answered=True, gp_reach=4),
        fact("response", voice="parent", moment="start", answered=True, usefulness=1),
    )

    assert made.indicator("usefulness_parent").value == 9
    assert made.indicator("usefulness_youth").value == 7
    assert made.indicator("response_youth").value == 0.5
    assert made.indicator("gp_reach").value == 4
    assert made.breakdown("without_help_parent").total == 1


@pytest.mark.parametrize(
    ("start", "end", "row"),
    [(-2, -3, "worse"), (-2, -2, "same"), (-2, -1, "closer"), (-2, 0, "reached"), (-2, 2, "beyond")],
)
def test_where_a_goal_ended(start: int, end: int, row: str) -> None:
    made = of(fact("goal", score_start=start, score_end=end)).breakdown("goals")

    assert {cell.key: cell.count for cell in made.cells}[row] == 1


def test_handovers_and_feedback() -> None:
    made = of(
        fact("handover", destination="youth_care", status="completed", met=True, days_to_accept=4, called_back=True),
        fact("handover", destination="school", status="requested", met=False, days_to_accept=None, called_back=None),
        fact("feedback", site="a", moment="start", in_time=True),
        fact("feedback", site="a", moment="start", in_time=None),
    )

    assert made.indicator("handovers").value == 2
    assert made.indicator("handovers_completed").value == 0.5
    assert made.indicator("handover_accept_days").n == 1
    assert made.indicator("handovers_called_back").denominator == 1
    assert made.indicator("feedback_in_time").denominator == 1


def half_days(site: str, workers: int) -> list[Fact]:
    rows = (random_id(number) for number in range(workers))
    return [fact("half_day", site=site, worker=worker, capacity=6, used=3) for worker in rows]


def test_a_site_has_its_own_part_only_with_three_workers_and_ten_children() -> None:
    enough = [*half_days("a", 3), *(talk(number) for number in range(10))]

    assert [part.site_id for part in of(*enough).sites] == ["a"]
    assert of(*enough[1:]).sites == ()
    assert of(*enough[:-1]).sites == ()


def test_a_site_that_is_left_out_does_not_follow_by_subtraction() -> None:
    """With 12 children in all and 10 at the only site shown, the other site's two would be known."""
    facts = [*half_days("a", 3), *(talk(number) for number in range(10)), talk(20, site="b"), talk(21, site="b")]

    assert of(*facts).sites == ()


def test_an_empty_period_gives_figures_without_values() -> None:
    made = of()

    assert made.indicator("children").value == 0
    assert made.indicator("closed_without_referral").value is None
    assert made.indicator("waiting_median").value is None


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_within_its_interval(one: int, other: int) -> None:
    low, high = wilson(one, one + other)

    assert 0 <= low <= (one / (one + other) if one + other else 0.5) + 1e-12
    assert low <= high <= 1
    assert high + 1e-12 >= (one / (one + other) if one + other else 0.5)


def test_wilson_gives_the_published_example() -> None:
    """Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662."""
    assert [round(end, 4) for end in wilson(81, 263)] == [0.2553, 0.3662]


@given(st.lists(st.integers(0, 400), min_size=1))
def test_nine_out_of_ten_wait_at_most_the_90th_percentile(days: list[int]) -> None:
    limit = nearest_rank(days, 0.9)

    assert sum(day <= limit for day in days) >= 0.9 * len(days)
    assert limit in days
