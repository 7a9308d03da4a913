"""Dates and durations as Dutch people read them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from gpconnect.ui import text

TUESDAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    text.set_language("nl")
    yield
    text.set_language("nl")


def test_dates() -> None:
    assert text.day(TUESDAY) == "di 24 nov"
    assert text.long_day(TUESDAY) == "dinsdag 24 november"
    assert text.full_date(TUESDAY) == "24 november 2026"
    assert text.birth_date(date(2013, 2, 3)) == "03-02-2013"


def test_moments_are_wall_time_in_winter_and_summer() -> None:
    assert text.moment(datetime(2026, 11, 24, 8, 20, tzinfo=UTC)) == "di 24 nov, 09:20"
    assert text.moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "do 2 jul, 00:30"
    assert text.clock(time(9, 5)) == "09:05"
    start = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert text.span(start, start + timedelta(hours=4)) == "09:00\N{EN DASH}13:00"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag"),
        (1, "morgen"),
        (-1, "gisteren"),
        (7, "over 7 dagen"),
        (-21, "3 weken geleden"),
        (35, "over 5 weken"),
    ],
)
def test_days_from_today(days: int, words: str) -> None:
    assert text.relative(TUESDAY + timedelta(days=days), TUESDAY) == words


@pytest.mark.parametrize(("days", "words"), [(1, "1 dag"), (13, "13 dagen"), (14, "2 weken"), (120, "4 maanden")])
def test_durations(days: int, words: str) -> None:
    assert text.duration(days) == words


def test_numbers() -> None:
    assert text.integer(2439) == "2.439"
    assert text.decimal(8.1) == "8,1"
    assert text.percent(52, 89) == "58%"
    assert text.percent(0, 0) == "-"
    assert text.count(1, "afspraak", "afspraken") == "1 afspraak"
    assert text.count(4, "afspraak", "afspraken") == "4 afspraken"
    assert text.age(9) == "9 jaar"
    assert text.minutes(45) == "45 min"
    assert text.join("a", "", "b") == "a · b"


def test_english_names() -> None:
    text.set_language("en")
    assert text.long_day(TUESDAY) == "Tuesday 24 November"
