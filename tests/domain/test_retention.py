"""Twenty years after the last change, or longer with a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.domain.retention import Retention, Term, check_longer, due_by, term, twenty_years_after

LONGER = Retention("r", "c", date(2050, 1, 1), "loopt nog", "s", "Sanne", datetime(2046, 1, 1, tzinfo=UTC))
DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))


@given(DAYS)
def test_the_term_is_twenty_years_and_never_shorter(day: date) -> None:
    due = twenty_years_after(day)
    assert due.year == day.year + 20
    assert (due.month, due.day) == (day.month, day.day) or (day.month, day.day) == (2, 29)


def test_a_leap_day_ends_on_the_first_of_march_when_there_is_none() -> None:
    assert twenty_years_after(date(2080, 2, 29)) == date(2100, 3, 1)
    assert twenty_years_after(date(2024, 2, 29)) == date(2044, 2, 29)


def test_the_last_decision_counts_and_never_shortens() -> None:
    last = date(2026, 11, 24)
    assert term("c", last, ()) == Term("c", last, date(2046, 11, 24))
    assert term("c", last, [LONGER]) == Term("c", last, date(2050, 1, 1), LONGER)
    sooner = replace(LONGER, id="s", until=date(2048, 1, 1), decided_at=LONGER.decided_at + timedelta(days=1))
    assert term("c", last, [sooner, LONGER]).due_on == date(2048, 1, 1)
    assert term("c", last, [replace(LONGER, until=date(2040, 1, 1))]).longer is None


@given(st.lists(DAYS, max_size=8), DAYS)
def test_what_is_due_is_exactly_what_has_passed(days: list[date], day: date) -> None:
    terms = [Term(str(place), one, one) for place, one in enumerate(days)]
    found = due_by(terms, day)
    assert {one.patient_id for one in found} == {str(place) for place, one in enumerate(days) if one <= day}
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)


@pytest.mark.parametrize("until", [date(2046, 11, 24), date(2026, 1, 1)])
def test_keeping_longer_is_longer(until: date) -> None:
    current = Term("c", date(2026, 11, 24), date(2046, 11, 24))
    with pytest.raises(KnownError, match=r"retention\.not_longer"):
        check_longer(until, current, date(2046, 1, 1))
    check_longer(date(2046, 11, 25), current, date(2046, 1, 1))
