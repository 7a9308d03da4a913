"""When a half-day returns, held against plain date arithmetic, against `dateutil`, and against `holidays`."""

import calendar as months
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import holidays
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain import calendar, series
from gpconnect.domain.calendar import AMSTERDAM
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import HalfDaySession, OfficeHours, SlotKind
from gpconnect.domain.series import LAST, Rhythm

BEGINS = st.dates(date(2024, 1, 1), date(2035, 1, 1))
SPANS = st.integers(0, 1200).map(lambda days: timedelta(days=days))
COUNTS = st.sampled_from((0, 0, 1, 2, 10, 52))
WEEKLY = st.builds(Rhythm, st.integers(1, 8), count=COUNTS)
MONTHLY = st.builds(Rhythm, st.just(0), st.sampled_from((1, 2, 3, 4, 5, LAST)), st.integers(1, 7), COUNTS)
FOREVER = date(2040, 12, 31)


def a_series(rhythm: Rhythm, first: date, last: date = FOREVER) -> OfficeHours:
    rule = series.write(rhythm)
    weeks = 1 if rule else rhythm.weeks
    return OfficeHours("series", "site", "worker", first, last, time(9), ("45",), weeks, rule=rule)


def by_hand(rhythm: Rhythm, first: date, last: date) -> list[date]:
    """The days by counting them off on a calendar on the wall."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return list(islice((day for day in days if is_meant(rhythm, first, day)), rhythm.count or None))


def is_meant(rhythm: Rhythm, first: date, day: date) -> bool:
    if not rhythm.nth:
        return (day - first).days % (7 * rhythm.weeks) == 0
    if day.isoweekday() != rhythm.weekday:
        return False
    if rhythm.nth == LAST:
        return (day + timedelta(days=7)).month != day.month
    return 7 * (rhythm.nth - 1) < day.day <= 7 * rhythm.nth


def by_library(rhythm: Rhythm, first: date, last: date) -> Iterator[date]:
    """The days by the library, asked in another way: with its own DTSTART and UNTIL where there is no count."""
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    rule = f"FREQ=MONTHLY;BYDAY={rhythm.nth}{names[rhythm.weekday - 1]}" if rhythm.nth else "FREQ=WEEKLY"
    rule += f";INTERVAL={rhythm.weeks}" if not rhythm.nth else ""
    rule += f";COUNT={rhythm.count}" if rhythm.count else f";UNTIL={last:%Y%m%d}T000000"
    found = rrulestr(f"DTSTART:{first:%Y%m%d}T000000\nRRULE:{rule}")
    return (one.date() for one in found if one.date() <= last)


@given(WEEKLY | MONTHLY, BEGINS, SPANS)
def test_the_days_are_those_counted_off_on_a_calendar_and_those_of_the_library(
    rhythm: Rhythm, first: date, span: timedelta
) -> None:
    last = first + span
    found = list(series.days(a_series(rhythm, first, last), FOREVER))

    assert found == by_hand(rhythm, first, last)
    assert found == list(by_library(rhythm, first, last))


@given(WEEKLY | MONTHLY, BEGINS, SPANS, SPANS)
def test_nothing_is_planned_after_the_day_that_was_asked_for(
    rhythm: Rhythm, first: date, span: timedelta, asked: timedelta
) -> None:
    whole = a_series(rhythm, first, first + span)
    until = first + asked

    assert list(series.days(whole, until)) == [day for day in series.days(whole, FOREVER) if day <= until]


@given(WEEKLY | MONTHLY)
def test_a_rhythm_is_read_back_as_it_was_written(rhythm: Rhythm) -> None:
    assert series.rhythm_of(a_series(rhythm, date(2026, 9, 1))) == rhythm


@pytest.mark.parametrize(
    ("rhythm", "first", "expected"),
    [
        (Rhythm(0, 2, 2, 3), date(2026, 9, 1), [date(2026, 9, 8), date(2026, 10, 13), date(2026, 11, 10)]),
        (Rhythm(0, LAST, 2, 3), date(2026, 9, 1), [date(2026, 9, 29), date(2026, 10, 27), date(2026, 11, 24)]),
        (Rhythm(0, 5, 2, 3), date(2026, 9, 1), [date(2026, 9, 29), date(2026, 12, 29), date(2027, 3, 30)]),
        (Rhythm(0, 5, 4, 1), date(2024, 2, 1), [date(2024, 2, 29)]),
        (Rhythm(4, count=2), date(2024, 2, 1), [date(2024, 2, 1), date(2024, 2, 29)]),
        (Rhythm(52, count=2), date(2024, 2, 29), [date(2024, 2, 29), date(2025, 2, 27)]),
        (Rhythm(1, count=3), date(2026, 12, 24), [date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 7)]),
        (Rhythm(2, count=3), date(2026, 12, 24), [date(2026, 12, 24), date(2027, 1, 7), date(2027, 1, 21)]),
    ],
)
def test_leap_day_week_53_and_the_fifth_of_a_weekday(rhythm: Rhythm, first: date, expected: list[date]) -> None:
    assert list(series.days(a_series(rhythm, first), FOREVER)) == expected


def test_2026_has_a_week_53_and_every_other_week_goes_on_through_it() -> None:
    found = list(series.days(a_series(Rhythm(2), date(2026, 12, 15), date(2027, 1, 31)), FOREVER))

    assert [day.isocalendar().week for day in found] == [51, 53, 2, 4]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;BYDAY=MO,TU",
        "FREQ=MONTHLY;BYDAY=6TU",
        "FREQ=MONTHLY;BYDAY=0TU",
        "FREQ=SECONDLY;COUNT=9999999",
        "FREQ=WEEKLY;COUNT=2\nEXDATE:20260101",
        "dinsdag",
    ],
)
def test_a_rule_that_no_form_makes_is_refused(rule: str) -> None:
    with pytest.raises(KnownError, match=r"schedule\.rule\.wrong"):
        list(series.days(replace(a_series(Rhythm(), date(2026, 9, 1)), rule=rule), FOREVER))


@pytest.mark.parametrize(
    ("rhythm", "code"),
    [
        (Rhythm(0), "schedule.interval.wrong"),
        (Rhythm(0, 2, 8), "schedule.rule.wrong"),
        (Rhythm(0, 2), "schedule.rule.wrong"),
        (Rhythm(0, 6, 2), "schedule.rule.wrong"),
        (Rhythm(100, count=3), "schedule.rule.wrong"),
    ],
)
def test_a_rhythm_that_cannot_be_is_refused(rhythm: Rhythm, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        series.write(rhythm)
    assert refused.value.code == code


def test_a_series_without_a_rule_returns_every_one_or_more_weeks() -> None:
    with pytest.raises(KnownError, match=r"schedule\.interval\.wrong"):
        series.rhythm_of(replace(a_series(Rhythm(), date(2026, 9, 1)), interval_weeks=0))


def test_more_than_two_years_of_weeks_is_refused() -> None:
    first = date(2026, 9, 1)
    most = first + timedelta(weeks=series.MOST_DATES - 1)
    series.require_few(a_series(Rhythm(), first, most))
    with pytest.raises(KnownError) as refused:
        series.require_few(a_series(Rhythm(), first, most + timedelta(weeks=1)))
    assert (refused.value.code, refused.value.params) == ("schedule.too_many", {"limit": 120})


def test_a_series_by_count_is_over_on_the_day_it_means_last() -> None:
    ten = a_series(Rhythm(0, 2, 2, 10), date(2026, 9, 1))
    never = a_series(Rhythm(0, 5, 2), date(2026, 9, 1), date(2026, 9, 3))

    assert series.last_of(ten) == date(2027, 6, 8)
    assert series.last_of(never) == date(2026, 9, 1)


def follow(old: Rhythm, new: Rhythm, first: date, count: int = 3) -> list[tuple[date, date]]:
    """The first few days of a series that began in September, and what follows each from October on."""
    before = a_series(old, date(2026, 9, 1), date(2026, 12, 31))
    found = series.successors(before, a_series(new, first, date(2026, 12, 31)), date(2026, 10, 6))
    return list(found.items())[:count]


def test_a_series_that_moves_to_another_weekday_moves_week_by_week() -> None:
    assert follow(Rhythm(1), Rhythm(1), date(2026, 10, 8), 2) == [
        (date(2026, 10, 6), date(2026, 10, 8)),
        (date(2026, 10, 13), date(2026, 10, 15)),
    ]


def test_a_monthly_series_moves_within_its_months() -> None:
    assert follow(Rhythm(0, 2, 2), Rhythm(0, LAST, 4), date(2026, 10, 1)) == [
        (date(2026, 10, 13), date(2026, 10, 29)),
        (date(2026, 11, 10), date(2026, 11, 26)),
        (date(2026, 12, 8), date(2026, 12, 31)),
    ]
    fifth = follow(Rhythm(0, 1, 2), Rhythm(0, 5, 2), date(2026, 10, 1))
    assert fifth == [(date(2026, 12, 1), date(2026, 12, 29))]


def test_in_another_rhythm_only_the_days_that_both_mean_stay() -> None:
    assert follow(Rhythm(1), Rhythm(2), date(2026, 10, 6)) == [
        (date(2026, 10, day), date(2026, 10, day)) for day in (6, 20)
    ] + [(date(2026, 11, 3), date(2026, 11, 3))]


@given(BEGINS)
def test_a_day_is_the_nth_of_its_weekday(day: date) -> None:
    same = [one for one in month_of(day) if one.weekday() == day.weekday()]
    assert same[series.nth_of(day) - 1] == day


def month_of(day: date) -> list[date]:
    return [date(day.year, day.month, number + 1) for number in range(months.monthrange(day.year, day.month)[1])]


def test_a_series_of_every_day_of_the_week_drops_exactly_the_public_holidays_of_twelve_years() -> None:
    known = holidays.country_holidays("NL", years=range(2024, 2036), language="nl")
    first, last = date(2024, 1, 1), date(2035, 12, 31)
    kept: set[date] = set()
    gone: dict[date, str] = {}
    for weekday in range(7):
        weekly = a_series(Rhythm(), first + timedelta(days=weekday), last)
        dates, dropped = calendar.half_days(weekly, (), last)
        kept |= set(dates)
        gone |= {one.day: one.name for one in dropped}

    assert gone == dict(known.items())
    assert kept == {first + timedelta(days=number) for number in range((last - first).days + 1)} - set(known)


NIGHTS = (date(2026, 3, 29), date(2026, 10, 25))
QUARTERS = st.integers(0, 4 * 12 - 1).map(lambda number: time(number // 4, number % 4 * 15))
PATTERNS = st.lists(st.sampled_from(("20", "20w", "45")), min_size=1, max_size=5)


@given(st.sampled_from(NIGHTS), QUARTERS, PATTERNS)
def test_on_the_nights_that_the_clock_changes_slots_take_the_minutes_that_pass(
    night: date, start: time, pattern: list[str]
) -> None:
    end = calendar.end_of(start, pattern, night)
    half_day = HalfDaySession("h", "site", "worker", night, start, end)
    slots = calendar.make_slots(half_day, pattern)

    at = datetime.combine(night, start, AMSTERDAM).astimezone(UTC)
    for slot, entry in zip(slots, pattern, strict=True):
        assert (slot.starts_at, slot.minutes) == (at, int(entry.rstrip("w")))
        assert (slot.kind is SlotKind.WALK_IN) == entry.endswith("w")
        at += timedelta(minutes=slot.minutes)
    assert at.astimezone(AMSTERDAM).time() == end
    assert {calendar.local_day(slot.starts_at) for slot in slots} == {night}


@pytest.mark.parametrize(
    ("night", "start", "end"),
    [
        (date(2026, 3, 29), time(1, 45), time(4, 15)),
        (date(2026, 10, 25), time(1, 45), time(2, 15)),
        (date(2026, 3, 28), time(1, 45), time(3, 15)),
        (date(2026, 10, 26), time(1, 45), time(3, 15)),
    ],
)
def test_a_half_day_of_an_hour_and_a_half_ends_when_the_clock_on_the_wall_says_so(
    night: date, start: time, end: time
) -> None:
    assert calendar.end_of(start, ("45", "45"), night) == end


@pytest.mark.parametrize("rhythm", [Rhythm(1), Rhythm(0, LAST, 7)])
def test_a_series_through_both_nights_begins_at_nine_every_time(rhythm: Rhythm) -> None:
    first = date(2026, 3, 22)
    for day in series.days(a_series(rhythm, first, date(2026, 11, 8)), FOREVER):
        half_day = HalfDaySession("h", "site", "worker", day, time(9), time(9, 45))
        (slot,) = calendar.make_slots(half_day, ("45",))
        assert slot.starts_at.astimezone(AMSTERDAM).time() == time(9)
