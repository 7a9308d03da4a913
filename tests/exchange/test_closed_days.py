"""Calendars of others: closed days in, and whatever is odd is named and left out."""

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.exchange import closed_days
from gpconnect.exchange.closed_days import Found, FoundClosure, Skipped

FIRST, LAST = date(2026, 11, 22), date(2029, 11, 22)


def calendar(*events: str) -> bytes:
    """A calendar file with these events; each is the lines of one event."""
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def read(*events: str) -> Found:
    return closed_days.read(calendar(*events), FIRST, LAST)


def days(*events: str) -> list[tuple[date, date]]:
    found = read(*events)
    assert not found.skipped
    return [(one.first_day, one.last_day) for one in found.closures]


CHRISTMAS = "UID:kerst\nSUMMARY:Kerstvakantie\nDTSTART;VALUE=DATE:20261219\nDTEND;VALUE=DATE:20270104"


def test_the_end_of_a_whole_day_event_is_the_first_open_day() -> None:
    assert read(CHRISTMAS).closures == (FoundClosure(date(2026, 12, 19), date(2027, 1, 3), "Kerstvakantie", "kerst"),)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("DTSTART;VALUE=DATE:20261224", (date(2026, 12, 24), date(2026, 12, 24))),
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224", (date(2026, 12, 24), date(2026, 12, 24))),
        ("DTSTART;VALUE=DATE:20261224\nDURATION:P3D", (date(2026, 12, 24), date(2026, 12, 26))),
        ("DTSTART:20261224T000000\nDTEND:20261226T000000", (date(2026, 12, 24), date(2026, 12, 25))),
        ("DTSTART:20261224T000000\nDTEND:20261224T235900", (date(2026, 12, 24), date(2026, 12, 24))),
        ("DTSTART:20261223T230000Z\nDTEND:20261224T230000Z", (date(2026, 12, 24), date(2026, 12, 24))),
        (
            "DTSTART;TZID=Europe/Amsterdam:20270327T170000\nDTEND;TZID=Europe/Amsterdam:20270329T080000",
            (date(2027, 3, 28), date(2027, 3, 28)),
        ),
    ],
)
def test_days_are_closed_that_an_event_covers_wholly_on_the_wall_clock_here(
    times: str, expected: tuple[date, date]
) -> None:
    assert days(f"UID:a\nSUMMARY:Dicht\n{times}") == [expected]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("DTSTART;VALUE=DATE:20261224\nSTATUS:cancelled", "cancelled"),
        ("DTSTART:20261224T090000\nDTEND:20261224T120000", "part_of_day"),
        ("DTSTART:20261224T000000", "part_of_day"),
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20281224", "too_long"),
        ("LOCATION:ergens", "no_start"),
        ("DTSTART:onzin", "wrong"),
        ("DTSTART;VALUE=DATE:20261224\nDTSTART;VALUE=DATE:20261225", "wrong"),
        ("DTSTART;VALUE=DATE:18990101", "wrong"),
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261220", "wrong"),
        ("DTSTART:20261224T000000\nDTEND:20261220T000000", "wrong"),
        ("DTSTART;VALUE=DATE:20261224\nDTEND:20261226T120000", "wrong"),
        ("DTSTART;VALUE=DATE:20261224\nDURATION:-P3D", "wrong"),
        ("DTSTART:20261224T000000Z\nDTEND:20261226T000000", "wrong"),
        ("DTSTART;VALUE=DATE:20261224\nDURATION:P999999999D", "wrong"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=SECONDLY", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=FOO", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=DAILY;INTERVAL=0", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=DAILY;BYHOUR=1", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=MONTHLY;BYDAY=5MO", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=WEEKLY;BYDAY=1MO", "rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY;BYMONTH=13", "rule"),
        ("DTSTART;VALUE=DATE:20261231\nRRULE:FREQ=YEARLY;BYMONTH=2", "rule"),
        ("DTSTART:20261224T120000\nDTEND:20261226T120000\nRRULE:FREQ=YEARLY", "rule"),
    ],
)
def test_what_closes_nothing_is_named_with_why_and_the_rest_still_counts(lines: str, why: str) -> None:
    found = read(f"UID:a\nSUMMARY:Raar ding\n{lines}", CHRISTMAS)

    assert found.skipped == (Skipped("Raar ding", why),)
    assert [one.uid for one in found.closures] == ["kerst"]


def test_what_is_over_or_far_away_is_passed_over_without_a_word() -> None:
    assert days("UID:a\nDTSTART;VALUE=DATE:20261101", "UID:b\nDTSTART;VALUE=DATE:20291224") == []
    assert days("UID:a\nDTSTART;VALUE=DATE:20261101\nDTEND;VALUE=DATE:20261123") == [(date(2026, 11, 1), FIRST)]


def test_what_repeats_is_followed_until_the_last_day_and_each_time_has_a_name_of_its_own() -> None:
    found = read("UID:tweede\nDTSTART;VALUE=DATE:20201226\nRRULE:FREQ=YEARLY").closures

    assert [one.first_day for one in found] == [date(year, 12, 26) for year in (2026, 2027, 2028)]
    assert len({one.uid for one in found}) == 3


def test_exceptions_moved_times_and_extra_days_hold() -> None:
    weekly = (
        "UID:studie\nSUMMARY:Studiedag\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;COUNT=5\n"
        "EXDATE;VALUE=DATE:20261208\nRDATE;VALUE=DATE:20270301"
    )
    moved = "UID:studie\nSUMMARY:Verzet\nRECURRENCE-ID;VALUE=DATE:20261215\nDTSTART;VALUE=DATE:20261217"
    off = "UID:studie\nSTATUS:CANCELLED\nRECURRENCE-ID;VALUE=DATE:20261222\nDTSTART;VALUE=DATE:20261222"
    found = read(weekly, moved, off)

    assert [(one.first_day, one.reason) for one in found.closures] == [
        (date(2026, 12, 1), "Studiedag"),
        (date(2026, 12, 17), "Verzet"),
        (date(2026, 12, 29), "Studiedag"),
        (date(2027, 3, 1), "Studiedag"),
    ]


def test_the_end_of_time_in_a_file_hurts_nobody() -> None:
    far = "99991231T235959Z"
    lines = f"DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;UNTIL={far}\nEXDATE:{far}"
    late = f"UID:b\nRECURRENCE-ID:{far}\nDTSTART;VALUE=DATE:20261202"

    assert days(f"UID:a\n{lines}", late)[:2] == [(date(2026, 12, 1),) * 2, (date(2026, 12, 2),) * 2]
    assert read(f"UID:c\nSUMMARY:Ver\nDTSTART:{far}\nDURATION:P2D").skipped == (Skipped("Ver", "wrong"),)


def test_extra_days_without_a_rule_count_beside_the_first() -> None:
    assert [one[0] for one in days("UID:a\nDTSTART;VALUE=DATE:20261201\nRDATE;VALUE=DATE:20261203")] == [
        date(2026, 12, 1),
        date(2026, 12, 3),
    ]


def test_the_later_version_of_the_same_event_stands_wherever_it_is_in_the_file() -> None:
    newer = "UID:a\nSEQUENCE:2\nDTSTART;VALUE=DATE:20261203"
    older = "UID:a\nSEQUENCE:1\nDTSTART;VALUE=DATE:20261201"

    assert days(newer, older) == days(older, newer) == [(date(2026, 12, 3), date(2026, 12, 3))]


@pytest.mark.parametrize("now", ["DTSTART;VALUE=DATE:20261201\nSTATUS:CANCELLED", "DTSTART;VALUE=DATE:20251201"])
def test_what_was_cancelled_or_moved_out_of_sight_by_a_later_version_closes_nothing(now: str) -> None:
    before = "UID:a\nSEQUENCE:0\nDTSTART;VALUE=DATE:20261201"
    newer = f"UID:a\nSEQUENCE:1\n{now}"

    assert read(before, newer).closures == read(newer, before).closures == ()


def test_words_lose_what_cannot_be_seen_and_an_event_without_a_name_keeps_its_days() -> None:
    (one,) = read("DTSTART;VALUE=DATE:20261201\nSUMMARY:Team\\n\u202edag " + "x" * 200).closures

    assert one.reason.startswith("Team dag x")
    assert len(one.reason) == 80
    assert read("DTSTART;VALUE=DATE:20261201").closures[0].uid


@pytest.mark.parametrize("data", [b"", b"hallo", b"BEGIN:VCALENDAR", b"\x00\xff", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"])
def test_a_file_that_is_no_calendar_is_refused_whole(data: bytes) -> None:
    with pytest.raises(KnownError, match=r"calendar\.broken"):
        closed_days.read(data, FIRST, LAST)


def test_a_file_with_too_much_in_it_is_refused_whole() -> None:
    with pytest.raises(KnownError, match=r"calendar\.too_large"):
        closed_days.read(b"x" * (closed_days.MOST_BYTES + 1), FIRST, LAST)
    with pytest.raises(KnownError, match=r"calendar\.too_many"):
        read("UID:a\nDTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY")
    with pytest.raises(KnownError, match=r"calendar\.too_many"):
        read("UID:a\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY")


PARTS = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(0, 5).map(str),
        "COUNT": st.integers(1, 30).map(str),
        "BYDAY": st.lists(st.sampled_from(["MO", "TH", "2TU", "-1FR", "5SU"]), min_size=1, max_size=2).map(",".join),
        "BYMONTH": st.sampled_from(["2", "3,10", "12"]),
        "BYMONTHDAY": st.sampled_from(["1", "-1", "28", "31"]),
        "UNTIL": st.sampled_from(["20270301", "20270301T120000Z"]),
    },
)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), PARTS)
def test_a_rule_that_is_followed_gives_the_days_that_another_reader_finds(start: date, parts: dict[str, str]) -> None:
    """The oracle reads the rule as it stands, with its own end; ours takes the rule apart first."""
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    last = FIRST + timedelta(days=400)
    found = closed_days.read(calendar(f"UID:a\nDTSTART;VALUE=DATE:{start:%Y%m%d}\nRRULE:{rule}"), FIRST, last)
    if found.skipped:
        assert [one.why for one in found.skipped] == ["rule"]
        return
    until = parts.get("UNTIL", "")[:8]
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    theirs = rrulestr(text + (f";UNTIL={until}" if until else ""), dtstart=datetime(start.year, start.month, start.day))  # noqa: DTZ001 - a wall date
    begin, end = (datetime(one.year, one.month, one.day) for one in (FIRST, last))  # noqa: DTZ001 - same

    assert [one.first_day for one in found.closures] == [one.date() for one in theirs.between(begin, end, inc=True)]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(calendar))
def test_whatever_comes_is_read_or_refused_in_words(data: bytes) -> None:
    found = Found((), ())
    with suppress(KnownError):
        found = closed_days.read(data, FIRST, LAST)
    assert all(one.last_day >= FIRST and one.first_day <= LAST for one in found.closures)
