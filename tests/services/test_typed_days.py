"""Days and moments as people type them."""

from datetime import UTC, date, datetime

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services.typed_days import read_day, read_moment

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("27-11", date(2026, 11, 27)),
        ("5/1", date(2027, 1, 5)),
        ("27-11-2025", date(2025, 11, 27)),
        ("vandaag", TODAY),
        (" ", None),
    ],
)
def test_a_day_without_a_year_is_the_nearest(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


def test_in_january_december_is_last_month() -> None:
    assert read_day("20-12", date(2027, 1, 4)) == date(2026, 12, 20)


@pytest.mark.parametrize("typed", ["morgen", "31-2", "31-2-2026"])
def test_what_is_no_day_is_said_so(typed: str) -> None:
    with pytest.raises(KnownError, match=r"day\.unreadable"):
        read_day(typed, TODAY)


def test_a_moment_is_wall_time_in_the_netherlands() -> None:
    assert read_moment("27-11 13:30", TODAY) == datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
    assert read_moment("27-11-2026, 9.05", TODAY) == datetime(2026, 11, 27, 8, 5, tzinfo=UTC)
    assert read_moment("", TODAY) is None


@pytest.mark.parametrize("typed", ["27-11", "27-11 25:00", "straks 13:30", "13:30"])
def test_what_is_no_moment_is_said_so(typed: str) -> None:
    with pytest.raises(KnownError, match=r"moment\.unreadable"):
        read_moment(typed, TODAY)
