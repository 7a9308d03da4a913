"""Closed days out of somebody else's calendar file: a pure function with limits, that says what it left out and why.

Only whole days close a practice, so a meeting of an hour in a team's calendar closes nothing. The end of an event is
the first day that it no longer covers (RFC 5545, 3.6.1). Of rules that repeat, only those are followed whose next
time is surely near: a rule that never comes true (30 February) would be sought until the year 9999.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

from gpconnect.domain.errors import KnownError
from gpconnect.exchange.vtimezone import TZID

MOST_BYTES = 5 * 1024 * 1024
MOST_CLOSURES = 500
MOST_STEPS = 20_000
"""Times that the rules of one file may come round, before the days that are asked for as well."""
MOST_DAYS = 366
_REASON_LIMIT = 80
_DAY = timedelta(days=1)
_HERE = ZoneInfo(TZID)
_NAMED = 60
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"})
_SURE_DAY = 28
_SURE_WEEK = 4
_MOST_INTERVAL = 99
_MONTHS = 12
_EARLIEST = 1900
_ORDINAL = re.compile(r"([+-]?[0-9]{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class FoundClosure:
    """Days that a calendar says are closed, both ends included; `uid` tells the same event from another."""

    first_day: date
    last_day: date
    reason: str
    uid: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An event that closes nothing here.

    Attributes:
        name: what the calendar calls it, shortened.
        why: ``cancelled``, ``part_of_day``, ``too_long``, ``no_start``, ``wrong`` or ``rule``.
    """

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a calendar holds: closed days in order, and what was left out."""

    closures: tuple[FoundClosure, ...]
    skipped: tuple[Skipped, ...]


class _SkipError(Exception):
    """This event closes nothing here; its only argument is why."""


class _Steps:
    """How often the rules of one file may still come round."""

    def __init__(self) -> None:
        self.left = MOST_STEPS

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise KnownError("calendar.too_many", limit=MOST_CLOSURES)


def read(data: bytes, first: date, last: date) -> Found:
    """The closed days of a calendar that touch the days asked for.

    An event whose last day lies before `first`, or that begins after `last`, is passed over without a word.

    Args:
        data: the file as it came.
        first: the first day that matters.
        last: the last one; what repeats without end is followed until there.

    Raises:
        KnownError: ``calendar.too_large`` (limit, in MB), ``calendar.broken``, or ``calendar.too_many`` (limit). The
            file is then refused whole.
    """
    if len(data) > MOST_BYTES:
        raise KnownError("calendar.too_large", limit=MOST_BYTES // 1024 // 1024)
    events = _newest(_events(data))
    moved: dict[str, set[date]] = {}
    for one in events:
        if (day := _recurrence(one)) is not None:
            moved.setdefault(_uid(one), set()).add(day)
    found: dict[str, FoundClosure] = {}
    skipped: list[Skipped] = []
    steps = _Steps()
    for event in events:
        try:
            for closure in _closures(event, first, last, moved, steps):
                found[closure.uid] = closure
                if len(found) > MOST_CLOSURES:
                    raise KnownError("calendar.too_many", limit=MOST_CLOSURES)
        except _SkipError as skip:
            skipped.append(Skipped(_name(event)[:_NAMED], str(skip)))
    ordered = sorted(found.values(), key=lambda one: (one.first_day, one.last_day, one.uid))
    return Found(tuple(ordered), tuple(skipped))


def _events(data: bytes) -> list[Any]:
    from icalendar import Calendar

    try:
        calendars = [one for one in Calendar.from_ical(data, multiple=True) if one.name == "VCALENDAR"]
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except Exception as error:  # whatever the library chokes on is not a calendar
        raise KnownError("calendar.broken") from error
    if not calendars:
        raise KnownError("calendar.broken")
    return events


def _closures(
    event: Any, first: date, last: date, moved: dict[str, set[date]], steps: _Steps
) -> Iterator[FoundClosure]:
    """What one event closes; nothing when it lies outside the days asked for.

    Raises:
        _SkipError: it closes nothing here, with why.
    """
    if str(event.get("STATUS", "")).strip().upper() == "CANCELLED":
        raise _SkipError("cancelled")
    start, end = _span(event)
    length, uid, reason = end - start, _uid(event), _name(event)[:_REASON_LIMIT]
    if length.days >= MOST_DAYS:
        raise _SkipError("too_long")
    if (mine := _recurrence(event)) is not None:
        times = {start: f"{uid}\n{mine}"}
    elif event.get("RRULE") is None and event.get("RDATE") is None:
        times = {start: uid}
    else:
        without = {*_days(event, "EXDATE"), *moved.get(uid, ())}
        days = _repeated(event, start, last, steps)
        times = {day: f"{uid}\n{day}" for day in days if day not in without}
    for day, key in times.items():
        if day <= last and day + length >= first:
            yield FoundClosure(day, day + length, reason, key)


def _span(event: Any) -> tuple[date, date]:
    """First and last day that an event covers wholly."""
    start = _moment(event, "DTSTART")
    if start is None:
        raise _SkipError("no_start")
    end = _moment(event, "DTEND")
    try:
        if end is None:
            end = start + _duration(event, start)
        if isinstance(start, datetime) and isinstance(end, datetime):
            if end < start:
                raise _SkipError("wrong")
            return _whole_days(_local(start), _local(end))
        if isinstance(start, datetime) or isinstance(end, datetime) or end < start:
            raise _SkipError("wrong")
        return start, max(start, end - _DAY)
    except (ValueError, OverflowError, TypeError) as error:
        raise _SkipError("wrong") from error


def _whole_days(start: datetime, end: datetime) -> tuple[date, date]:
    """The days between two moments of the wall clock that are covered from midnight to midnight."""
    first = start.date() if start.time() == time() else start.date() + _DAY
    # Some calendars end a day one minute or second before midnight.
    last = end.date() if end.time() >= time(23, 59) else end.date() - _DAY
    if last < first:
        raise _SkipError("part_of_day")
    return first, last


def _duration(event: Any, start: date) -> timedelta:
    """How long an event without an end lasts: as it says, or one whole day, or no time at all (RFC 5545, 3.6.1)."""
    stated = event.get("DURATION")
    if stated is None:
        return timedelta() if isinstance(start, datetime) else _DAY
    length = _held(stated, "dt")
    if not isinstance(length, timedelta) or length < timedelta():
        raise _SkipError("wrong")
    return length


def _moment(event: Any, name: str) -> date | None:
    """A date or a moment of an event; None when it is not there."""
    value = event.get(name)
    if value is None:
        return None
    moment = _held(value, "dt")
    if not isinstance(moment, date) or moment.year < _EARLIEST:
        raise _SkipError("wrong")
    return moment


def _held(value: Any, name: str) -> Any:
    """What the library made of a value; None when it is not of that kind, or could not be read at all."""
    try:
        return getattr(value, name, None)
    except ValueError:
        return None


def _local(moment: datetime) -> datetime:
    """Wall time here; a moment that floats is meant wherever it is read (RFC 5545, 3.3.5)."""
    return (moment if moment.tzinfo is None else moment.astimezone(_HERE)).replace(tzinfo=None)


def _repeated(event: Any, start: date, last: date, steps: _Steps) -> Iterator[date]:
    """The first day of each time an event comes round, until the last day that matters.

    Raises:
        _SkipError: ``rule``, one that is not followed here.
        KnownError: ``calendar.too_many``, the file has no end.
    """
    yield from (day for day in _days(event, "RDATE") if day != start)
    rule = event.get("RRULE")
    if rule is None:
        yield start
        return
    if isinstance(_moment(event, "DTSTART"), datetime) and _local_day(event["DTSTART"].dt) != start:
        raise _SkipError("rule")
    for moment in _rule(rule, start):
        steps.take()
        if moment.date() > last:
            return
        yield moment.date()


def _rule(rule: Any, start: date) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr

    try:
        parts = dict(part.split("=", 1) for part in rule.to_ical().decode().upper().split(";"))
        until = _until(rule)
        if not _is_sure(parts, start):
            raise _SkipError("rule")
        text = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
        found = rrulestr(text, dtstart=datetime.combine(start, time()))
    except (ValueError, AttributeError, TypeError, OverflowError) as error:
        raise _SkipError("rule") from error
    return takewhile(lambda one: until is None or one.date() <= until, found)


def _until(rule: Any) -> date | None:
    """The last day on which a rule may come round."""
    values = rule.get("UNTIL")
    if not values:
        return None
    until = values[0] if isinstance(values, list) else values
    return _local_day(until)


def _is_sure(parts: dict[str, str], start: date) -> bool:
    """Whether the next time of this rule is surely near; see the top of this file."""
    frequency, interval = parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))
    months, days = parts.get("BYMONTH"), parts.get("BYMONTHDAY")
    weekdays = [_ORDINAL.fullmatch(one) for one in parts.get("BYDAY", "").split(",") if one]
    if not parts.keys() <= _PARTS or frequency not in _FREQUENCIES or not 1 <= interval <= _MOST_INTERVAL:
        return False
    both_ends = {"COUNT", "UNTIL"} <= parts.keys()  # which of the two holds, nobody knows (RFC 5545, 3.3.10)
    odd_day = days and (weekdays or any(not 1 <= abs(int(one)) <= _SURE_DAY for one in days.split(",")))
    odd_month = months and any(not 1 <= int(one) <= _MONTHS for one in months.split(","))
    odd_weekday = any(one is None or not _is_sure_weekday(one[1], frequency) for one in weekdays)
    if both_ends or odd_day or odd_month or odd_weekday:
        return False
    if interval > 1 and (months or days or weekdays):
        # With leaps over months or days, what is asked for may be leapt over for ever.
        return frequency == "YEARLY" or (frequency in {"WEEKLY", "MONTHLY"} and not months)
    return not (months and not days and not weekdays and frequency in {"MONTHLY", "YEARLY"} and start.day > _SURE_DAY)


def _is_sure_weekday(ordinal: str | None, frequency: str) -> bool:
    if ordinal is None:
        return True
    return frequency in {"MONTHLY", "YEARLY"} and 1 <= abs(int(ordinal)) <= _SURE_WEEK


def _days(event: Any, name: str) -> tuple[date, ...]:
    """The days in a list of dates or moments, of which an event may have several."""
    value = event.get(name)
    lists = value if isinstance(value, list) else [] if value is None else [value]
    moments = (_held(one, "dt") for each in lists for one in _held(each, "dts") or ())
    return tuple(_local_day(one) for one in moments if isinstance(one, date))


def _local_day(moment: date) -> date:
    if not isinstance(moment, datetime):
        return moment
    try:
        return _local(moment).date()
    except OverflowError:  # the last hour of the year 9999 has no other day
        return moment.date()


def _recurrence(event: Any) -> date | None:
    """Which time of a repeated event this one stands for, if it stands for one."""
    moment = _held(event.get("RECURRENCE-ID"), "dt")
    return _local_day(moment) if isinstance(moment, date) else None


def _newest(events: list[Any]) -> list[Any]:
    """Of each event its latest version, or each time it is changed by itself: also one that closes nothing any more."""
    latest: dict[tuple[str, date | None], int] = {}
    for one in events:
        key = _uid(one), _recurrence(one)
        latest[key] = max(latest.get(key, 0), _sequence(one))
    return [one for one in events if _sequence(one) >= latest[_uid(one), _recurrence(one)]]


def _sequence(event: Any) -> int:
    """Which version of an event this is (RFC 5545, 3.8.7.4)."""
    value = event.get("SEQUENCE", 0)
    return int(value) if isinstance(value, int) else 0


def _uid(event: Any) -> str:
    """What tells this event from another; one without is told by what it says."""
    stated = str(event.get("UID", "")).strip()
    start = _held(event.get("DTSTART"), "dt")
    return stated or f"{start}\n{_name(event)}"


def _name(event: Any) -> str:
    """What it is called, without what cannot be seen."""
    stated = event.get("SUMMARY", "")
    words = str(stated[0] if isinstance(stated, list) and stated else stated)
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())
