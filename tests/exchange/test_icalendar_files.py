"""Our calendars read back by another program: the same instants on both nights of the clock, and nothing lost."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from gpconnect.exchange import icalendar_files
from gpconnect.exchange.icalendar_files import Event

HERE = ZoneInfo("Europe/Amsterdam")
STAMP = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)


def event(day: date, at: time = time(9), uid: str = "a@gpconnect", **more: object) -> Event:
    start = datetime.combine(day, at, HERE)
    end = start.astimezone(UTC) + timedelta(hours=3)
    named: dict[str, object] = {"summary": "Bezet – spreekuur jeugd", "location": "Praktijk De Waluwe", **more}
    return Event(uid, 0, start, end, str(named["summary"]), str(named["location"]), STAMP, bool(named.get("off")))


def read(data: bytes) -> Any:
    calendar: Any
    (calendar,) = Calendar.from_ical(data, multiple=True)
    assert not calendar.errors
    return calendar


def test_another_reader_finds_every_instant_also_around_both_changes_of_the_clock() -> None:
    days = [date(2026, 3, day) for day in (28, 29, 30)] + [date(2026, 10, day) for day in (24, 25, 26)]
    days += [date(2028, 2, 29), date(2026, 12, 31)]
    events = [event(day, uid=f"{day}@gpconnect") for day in days]
    calendar = read(icalendar_files.write(events, "Spreekuur"))

    found = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
    assert set(found) == {one.uid for one in events}
    for one in events:
        assert found[one.uid]["DTSTART"].dt.astimezone(UTC) == one.starts_at.astimezone(UTC)
        assert found[one.uid]["DTEND"].dt.astimezone(UTC) == one.ends_at.astimezone(UTC)


def test_the_clock_itself_is_in_the_file_by_rule_and_says_what_the_clock_here_says() -> None:
    """Read from the table in the file alone, not from what the reader knows of Amsterdam."""
    (zone,) = read(icalendar_files.write([], "Spreekuur")).walk("VTIMEZONE")
    clock = zone.to_tz(lookup_tzid=False)
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25), date(2031, 7, 1)):
        for hour in (0, 1, 4, 12, 23):
            moment = datetime.combine(day, time(hour))
            assert moment.replace(tzinfo=clock).utcoffset() == moment.replace(tzinfo=HERE).utcoffset(), moment
    assert zone["TZID"] == "Europe/Amsterdam"
    assert {str(rule["RRULE"].to_ical(), "ascii") for rule in zone.subcomponents} == {
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    }


def test_a_half_day_that_is_off_stays_and_is_struck_out() -> None:
    (one,) = read(icalendar_files.write([event(date(2026, 12, 1), off=True)], "Spreekuur")).walk("VEVENT")

    assert (one["STATUS"], one["TRANSP"], one["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 0)
    assert one["DTSTAMP"].dt == STAMP


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=150), st.text(min_size=1, max_size=150))
def test_whatever_a_site_is_called_every_line_is_short_and_reads_back(name: str, place: str) -> None:
    data = icalendar_files.write([event(date(2026, 12, 1), location=place)], name)
    lines = data.split(b"\r\n")

    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert [line.decode() for line in lines], "no character is cut in two"
    (one,) = read(data).walk("VEVENT")
    assert str(one["LOCATION"]) == "".join(sign for sign in place if sign.isprintable() or sign == "\n")
