"""Age on a day, bands, and birthdays on which who decides changes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.ages import age_band, age_on, birthday, check_birth_date, next_turning_point, turning_point
from gpconnect.domain.errors import KnownError

TODAY = date(2026, 11, 24)


@given(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(0, 30))
def test_the_age_changes_on_the_birthday_and_not_a_day_early(birth: date, age: int) -> None:
    day = birthday(birth, age)

    assert age_on(birth, day) == age
    if age:
        assert age_on(birth, day - timedelta(days=1)) == age - 1


def test_a_leap_day_child_turns_twelve_on_the_29th_and_thirteen_on_1_march() -> None:
    birth = date(2012, 2, 29)

    assert birthday(birth, 12) == date(2024, 2, 29)
    assert birthday(birth, 13) == date(2025, 3, 1)
    assert age_on(birth, date(2025, 2, 28)) == 12


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(ValueError, match="before birth"):
        age_on(TODAY, TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("age", "band"),
    [(0, "0-3"), (3, "0-3"), (4, "4-7"), (11, "8-11"), (12, "12-15"), (16, "16-17"), (23, "18-23"), (25, "18-23")],
)
def test_ages_leave_the_house_in_bands(age: int, band: str) -> None:
    assert age_band(age) == band


def test_a_birth_date_in_the_future_or_120_years_ago_is_a_typing_error() -> None:
    with pytest.raises(KnownError, match=r"person\.birth_date\.future"):
        check_birth_date(TODAY + timedelta(days=1), TODAY)
    with pytest.raises(KnownError, match=r"person\.birth_date\.too_long_ago"):
        check_birth_date(date(1905, 1, 1), TODAY)


def test_somebody_of_24_is_warned_about_and_not_refused() -> None:
    assert check_birth_date(date(2002, 11, 24), TODAY) == "person.birth_date.outside_pilot"
    assert check_birth_date(date(2002, 11, 25), TODAY) == ""


def test_the_last_birthday_that_changes_who_decides_is_found() -> None:
    birth = date(2010, 5, 1)

    assert turning_point(birth, date(2022, 4, 30), date(2022, 5, 1)) == (12, date(2022, 5, 1))
    assert turning_point(birth, date(2022, 5, 1), date(2026, 4, 30)) is None
    assert turning_point(birth, date(2020, 1, 1), TODAY) == (16, date(2026, 5, 1))


@pytest.mark.parametrize(
    ("after", "coming"),
    [
        (date(2024, 2, 28), (12, date(2024, 2, 29))),
        (date(2024, 2, 29), None),
        (date(2028, 1, 30), (16, date(2028, 2, 29))),
        (date(2028, 1, 29), None),
        (date(2030, 2, 28), (18, date(2030, 3, 1))),
        (date(2031, 3, 1), None),
    ],
)
def test_a_birthday_on_which_others_decide_is_near_for_a_month(after: date, coming: tuple[int, date] | None) -> None:
    assert next_turning_point(date(2012, 2, 29), after, after + timedelta(days=30)) == coming
