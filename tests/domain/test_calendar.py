"""From office hours to slots, on the practice's own clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain import calendar
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Closure,
    HalfDaySession,
    OfficeHours,
    Placement,
    Slot,
    SlotKind,
    VisitKind,
    WaitingEntry,
)

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
PATTERN = ("45", "45", "20", "20w")


def office_hours(first: date, last: date, weeks: int = 1) -> OfficeHours:
    return OfficeHours("series", "site", "worker", first, last, time(9), PATTERN, weeks)


def session(day: date, start: time = time(9), end: time = time(13)) -> HalfDaySession:
    return HalfDaySession("session", "site", "worker", day, start, end)


def slot(name: str, at: datetime, minutes: int = 45, kind: SlotKind = SlotKind.REGULAR) -> Slot:
    return Slot(name, "session", "site", at, minutes, kind)


def booked(
    slot_id: str, status: AppointmentStatus = AppointmentStatus.BOOKED, placement: Placement = Placement.CONFIRMED
) -> Appointment:
    new = Appointment("a", "site", slot_id, "child", VisitKind.FIRST, (), NOW.date(), "gp", NOW)
    return replace(new, status=status, placement=placement)


def test_a_series_skips_holidays_and_closures_and_names_what_it_dropped() -> None:
    closures = [
        Closure("1", date(2026, 4, 20), date(2026, 5, 3), "meivakantie", "site"),
        Closure("2", date(2026, 4, 13), date(2026, 4, 13), "elders", "other"),
        Closure("3", date(2026, 4, 13), date(2026, 4, 13), "vervallen", archived=True),
    ]
    dates, dropped = calendar.half_days(office_hours(date(2026, 3, 30), date(2026, 6, 1)), closures, date(2026, 5, 11))

    assert dates == (date(2026, 3, 30), date(2026, 4, 13), date(2026, 5, 4), date(2026, 5, 11))
    assert [(one.day.day, one.reason, one.name) for one in dropped] == [
        (6, "holiday", "Tweede paasdag"), (20, "closure", "meivakantie"), (27, "holiday", "Koningsdag")
    ]  # fmt: skip


def test_every_other_week_and_never_past_the_last_day() -> None:
    dates, _ = calendar.half_days(office_hours(date(2026, 9, 1), date(2026, 9, 29), 2), [], date(2027, 1, 1))

    assert dates == (date(2026, 9, 1), date(2026, 9, 15), date(2026, 9, 29))
    with pytest.raises(KnownError, match=r"schedule\.interval\.wrong"):
        calendar.half_days(office_hours(date(2026, 9, 1), date(2026, 9, 29), 0), [], date(2027, 1, 1))


def test_liberation_day_is_a_day_off_once_in_five_years() -> None:
    assert calendar.holiday_name(date(2025, 5, 5)) == "Bevrijdingsdag"
    assert calendar.holiday_name(date(2026, 5, 5)) == ""


def test_working_days_step_over_weekends_and_christmas() -> None:
    assert calendar.add_working_days(date(2026, 12, 23), 3) == date(2026, 12, 29)
    assert calendar.add_working_days(date(2026, 12, 26), 0) == date(2026, 12, 28)
    assert calendar.add_working_days(date(2026, 12, 28), 0) == date(2026, 12, 28)


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 30))
def test_a_term_always_ends_on_a_working_day_after_at_least_so_many_days(day: date, count: int) -> None:
    due = calendar.add_working_days(day, count)

    assert calendar.is_working_day(due)
    assert (due - day).days >= count
    between = [day + timedelta(days=one) for one in range(1, (due - day).days + 1)]
    assert sum(map(calendar.is_working_day, between)) == max(count, 0 if calendar.is_working_day(day) else 1)


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 3, 28), 8), (date(2026, 3, 30), 7), (date(2026, 10, 26), 8)])
def test_nine_oclock_stays_nine_oclock_through_both_clock_changes(day: date, hour: int) -> None:
    slots = calendar.make_slots(session(day), PATTERN)

    assert slots[0].starts_at == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert [one.minutes for one in slots] == [45, 45, 20, 20]
    assert slots[-1].kind is SlotKind.WALK_IN
    assert slots[-1].starts_at - slots[0].starts_at == timedelta(minutes=110)
    assert calendar.local_day(slots[0].starts_at) == day


def test_what_a_half_day_can_hold() -> None:
    assert calendar.capacity(PATTERN) == calendar.Capacity(slots=4, walk_in=1, minutes=130)
    assert calendar.end_of(time(9), PATTERN) == time(11, 10)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ((), "schedule.pattern.empty"),
        (("30",), "schedule.pattern.wrong"),
        (("45",) * 6, "schedule.pattern.too_long"),
        (("45", "20x"), "schedule.pattern.wrong"),
    ],
)
def test_an_impossible_pattern_is_refused(pattern: tuple[str, ...], code: str) -> None:
    with pytest.raises(KnownError) as refused:
        calendar.parse_pattern(pattern)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (time(13), time(9), "schedule.session.backwards"),
        (time(9), time(13, 1), "schedule.session.too_long"),
        (time(9), time(11), "schedule.slots_past_end"),
    ],
)
def test_a_half_day_lasts_four_hours_at_most_and_holds_its_slots(start: time, end: time, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        calendar.make_slots(session(date(2026, 11, 24), start, end), PATTERN)

    assert refused.value.code == code


def test_no_half_day_runs_past_midnight() -> None:
    with pytest.raises(KnownError, match=r"schedule\.past_midnight"):
        calendar.end_of(time(23), PATTERN)


def test_the_earliest_free_slots_are_proposed_and_a_lost_or_cancelled_booking_holds_none() -> None:
    slots = [slot(str(hours), NOW + timedelta(hours=hours)) for hours in (5, 3, 1, 2, 4, 0, -1)]
    taken = [
        booked("1"),
        booked("2", AppointmentStatus.CANCELLED),
        booked("3", placement=Placement.LOST),
        booked("", placement=Placement.NONE),
    ]

    assert [one.id for one in calendar.propose(slots, taken, NOW, 20)] == ["2", "3", "4", "5"]
    assert calendar.propose(slots, [], NOW, 60) == ()


def test_a_walk_in_goes_into_a_slot_kept_for_it_even_when_that_has_begun() -> None:
    slots = [
        slot("over", NOW - timedelta(minutes=20), 20, SlotKind.WALK_IN),
        slot("now", NOW - timedelta(minutes=19), 20, SlotKind.WALK_IN),
        slot("closed", NOW + timedelta(hours=1), 20, SlotKind.CLOSED),
        slot("regular", NOW + timedelta(hours=1), 20),
    ]

    assert [one.id for one in calendar.free_slots(slots, [], NOW, 20, walk_in=True)] == ["now"]


def test_whoever_waits_longest_and_fits_is_asked_first() -> None:
    free = slot("free", NOW, 20)
    entries = [
        WaitingEntry("long", "site", "1", date(2026, 10, 1), minutes=45),
        WaitingEntry("offered", "site", "2", date(2026, 10, 2), minutes=20, offered_slot_id="x"),
        WaitingEntry("elsewhere", "other", "3", date(2026, 10, 3), minutes=20),
        WaitingEntry("ended", "site", "4", date(2026, 10, 4), minutes=20, ended_on=date(2026, 11, 1)),
        WaitingEntry("later", "site", "5", date(2026, 10, 6), minutes=20),
        WaitingEntry("first", "site", "6", date(2026, 10, 5), minutes=20),
    ]
    found = calendar.next_waiting(entries, free, {"x"})

    assert found is not None
    assert found.id == "first"
    freed = calendar.next_waiting(entries, free)
    assert freed is not None
    assert freed.id == "offered", "somebody else has the slot that was offered"
    assert calendar.next_waiting([], free) is None


@pytest.mark.parametrize(
    ("wish", "suited"),
    [
        ({}, True),
        ({"wish_days": (2,)}, True),
        ({"wish_days": (1, 3)}, False),
        ({"wish_part": "morning"}, True),
        ({"wish_part": "afternoon"}, False),
        ({"wish_worker": "sanne"}, True),
        ({"wish_worker": "joris"}, False),
        ({"minutes": 20}, True),
        ({"minutes": 60}, False),
    ],
)
def test_a_slot_suits_a_family_when_length_day_part_and_worker_do(wish: dict[str, Any], *, suited: bool) -> None:
    tuesday_half_past_eleven = slot("s", datetime(2026, 11, 24, 10, 30, tzinfo=UTC), 45)
    entry = replace(WaitingEntry("w", "site", "1", date(2026, 10, 1)), **wish)

    assert calendar.suits(entry, tuesday_half_past_eleven, "sanne") is suited
    found = calendar.next_waiting([entry], tuesday_half_past_eleven, (), "sanne")
    assert (found == entry) is suited


def test_who_goes_first_is_asked_before_who_waits_longer() -> None:
    longest = WaitingEntry("long", "site", "1", date(2026, 10, 1))
    first = WaitingEntry("first", "site", "2", date(2026, 11, 1), priority=1, priority_why="niet naar school")
    no = WaitingEntry("no", "site", "3", date(2026, 9, 1), priority=1, wish_part="afternoon")

    assert calendar.next_waiting([longest, first, no], slot("s", NOW, 45)) == first
    assert sorted([longest, first], key=calendar.place_in_line) == [first, longest]


def test_noon_on_the_practices_clock_parts_the_day() -> None:
    summer, winter = datetime(2026, 7, 1, 10, tzinfo=UTC), datetime(2026, 12, 1, 11, tzinfo=UTC)
    assert [calendar.part_of_day(at) for at in (summer, winter)] == ["afternoon", "afternoon"]
    assert calendar.part_of_day(winter - timedelta(minutes=1)) == "morning"


def test_a_day_is_shut_by_a_holiday_or_by_a_closure_of_the_site_or_of_the_pilot() -> None:
    week = Closure("c", date(2026, 12, 21), date(2026, 12, 23), "Studieweek", "site")
    everywhere = replace(week, first_day=date(2026, 12, 28), last_day=date(2026, 12, 28), reason="", site_id="")

    def why(day: int, *closures: Closure, site_id: str = "site") -> str:
        return calendar.why_shut(date(2026, 12, day), site_id, closures)

    assert [why(day, week) for day in (20, 21, 23, 24)] == ["", "Studieweek", "Studieweek", ""]
    assert why(21, week, site_id="other") == why(21, replace(week, archived=True)) == ""
    assert why(28, week, everywhere) == why(28, everywhere, site_id="other") == "gesloten"
    assert why(25) == "Eerste kerstdag"
