"""A calendar file that several computers write: no number in it goes back, and who knows less undoes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from gpconnect.exchange import event_sequences
from gpconnect.exchange.icalendar_files import Event, write

NINE = datetime(2026, 11, 24, 8, tzinfo=UTC)
MORNING = NINE - timedelta(hours=1)


def follow(before: bytes, after: bytes, now: datetime = MORNING) -> bytes:
    return event_sequences.follow(before, after, now)


def event(known: int, room: str = "", uid: str = "a@gpconnect", days: int = 0) -> Event:
    at, start = NINE + timedelta(minutes=known), NINE + timedelta(days=days)
    return Event(uid, known, start, start + timedelta(hours=3), "Bezet", room, at)


def calendar(*events: Event) -> bytes:
    return write(events, "Spreekuur")


def told(data: bytes) -> list[tuple[int, str]]:
    found: Any = Calendar.from_ical(data)
    return [(int(one["SEQUENCE"]), str(one["LOCATION"])) for one in found.walk("VEVENT")]


def test_who_knows_more_writes_and_who_knows_less_leaves_it() -> None:
    newer, older = calendar(event(5, "kamer 2")), calendar(event(3, "kamer 1"))
    assert follow(older, newer) == newer
    assert follow(newer, older) == newer


def test_two_who_know_as_many_other_things_count_on() -> None:
    one, other = calendar(event(5, "kamer 1")), calendar(event(5, "kamer 2"))
    assert told(follow(one, other)) == [(6, "kamer 2")]
    assert told(follow(follow(one, other), one)) == [(7, "kamer 1")]
    assert told(follow(follow(one, other), calendar(event(6, "kamer 2")))) == [(6, "kamer 2")]


def test_a_half_day_that_this_desk_never_heard_of_stays_where_it_is_until_it_is_over() -> None:
    known, unheard = event(1, uid="b@gpconnect", days=7), event(1)
    both = calendar(unheard, known)
    assert follow(both, calendar(known)) == both
    assert follow(both, calendar()) == both
    assert follow(both, calendar(known), NINE + timedelta(hours=3)) == calendar(known)
    assert follow(follow(both, calendar(known)), both) == both, "the two of them do not write in turns for ever"


def test_what_is_new_or_over_and_what_is_not_ours_is_left_to_who_writes() -> None:
    mine = calendar(event(1), event(2, uid="b@gpconnect"))
    for before in (b"", b"\xff\xfe", b"BEGIN:VEVENT\r\nUID:a@gpconnect\r\nEND:VEVENT\r\n", calendar(event(0, uid="c"))):
        assert follow(before, mine) == mine
    older = calendar(event(4)).replace(b"X-GPCONNECT-KNOWN:4\r\n", b"")
    assert told(follow(older, mine))[0][0] == 4
    assert follow(b"", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n") == b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(("kamer 1", "kamer 2"))), min_size=1, max_size=12))
def test_whoever_writes_in_whatever_order_no_number_goes_back_and_other_words_have_a_higher_one(
    writes: list[tuple[int, str]],
) -> None:
    file, before = b"", (-1, "")
    for known, room in writes:
        file = follow(file, calendar(event(known, room)))
        (now,) = told(file)
        assert now[0] >= before[0]
        assert now[1] == before[1] or now[0] > before[0]
        before = now
    assert follow(file, calendar(replace(event(99), location="kamer 3"))) == calendar(event(99, "kamer 3"))
