"""When a half-day returns: every so many weeks, or on the second or last Tuesday of the month, by date or by count.

A series is kept as a rule of RFC 5545 (section 3.3.10), and the library ``dateutil`` says which days that makes. Only
the few rules that the agenda offers are understood; a rule out of somebody else's parcel is read as strictly as a form.
Days are days on the practice's wall calendar, so no clock change touches them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import OfficeHours

MOST_DATES = 120
"""A series of more half-days than this, over two years of weeks, is a slip of the year that was typed."""
LAST = -1
"""The last of its weekday in the month."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_WEEKLY = re.compile(r"FREQ=WEEKLY(?:;INTERVAL=([1-9]\d?))?(?:;COUNT=([1-9]\d{0,3}))?")
_MONTHLY = re.compile(r"FREQ=MONTHLY;BYDAY=([1-5]|-1)(MO|TU|WE|TH|FR|SA|SU)(?:;COUNT=([1-9]\d{0,3}))?")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a half-day returns.

    Attributes:
        weeks: every so many weeks, on the weekday of the first day; 0 for once a month.
        nth: which of its weekday in the month, 1 to 5, or `LAST`; 0 for weekly.
        weekday: of a monthly rhythm, Monday is 1 (ISO 8601); 0 for weekly.
        count: how many times at most, those that fall away counted as well; 0 for until the last day.
    """

    weeks: int = 1
    nth: int = 0
    weekday: int = 0
    count: int = 0


def write(rhythm: Rhythm) -> str:
    """A rhythm as the rule that a series keeps; empty for one that `OfficeHours.interval_weeks` says already.

    Raises:
        KnownError: ``schedule.interval.wrong`` for fewer than one week, or ``schedule.rule.wrong``.
    """
    if not rhythm.nth and rhythm.weeks < 1:
        raise KnownError("schedule.interval.wrong")
    count = f";COUNT={rhythm.count}" if rhythm.count else ""
    if not rhythm.nth:
        rule = f"FREQ=WEEKLY;INTERVAL={rhythm.weeks}{count}" if count else ""
    elif 1 <= rhythm.weekday <= len(WEEKDAYS):
        rule = f"FREQ=MONTHLY;BYDAY={rhythm.nth}{WEEKDAYS[rhythm.weekday - 1]}{count}"
    else:
        raise KnownError("schedule.rule.wrong")
    if rule:
        read(rule)
    return rule


def read(rule: str, interval_weeks: int = 1) -> Rhythm:
    """The rhythm of a series.

    Args:
        rule: as `write` gives it.
        interval_weeks: what counts where there is no rule.

    Raises:
        KnownError: ``schedule.interval.wrong`` when it is not repeated every one or more weeks;
            ``schedule.rule.wrong`` for a rule that this program does not plan by.
    """
    if not rule:
        if interval_weeks < 1:
            raise KnownError("schedule.interval.wrong")
        return Rhythm(interval_weeks)
    if weekly := _WEEKLY.fullmatch(rule):
        return Rhythm(int(weekly[1] or 1), count=int(weekly[2] or 0))
    if monthly := _MONTHLY.fullmatch(rule):
        return Rhythm(0, int(monthly[1]), WEEKDAYS.index(monthly[2]) + 1, int(monthly[3] or 0))
    raise KnownError("schedule.rule.wrong")


def rhythm_of(series: OfficeHours) -> Rhythm:
    """How often a series returns. Raises as `read`."""
    return read(series.rule, series.interval_weeks)


def days(series: OfficeHours, until: date) -> Iterator[date]:
    """The days that a series means, in order, whatever is shut on them.

    Args:
        series: begins on its first day, or on the first day after it that its rule allows.
        until: last day to tell, included; the series' own last day holds as well.

    Raises:
        KnownError: as `read`.
    """
    rhythm, last = rhythm_of(series), min(until, series.last_day)
    rule = series.rule or f"FREQ=WEEKLY;INTERVAL={rhythm.weeks}"
    for at in rrulestr(rule, dtstart=datetime.combine(series.first_day, time())):
        if at.date() > last:
            return
        yield at.date()


def successors(old: OfficeHours, new: OfficeHours, since: date) -> dict[date, date]:
    """Which day of a changed series takes the place of which day of the old one.

    In the same rhythm the first follows the first, and within the month the one the other; in another rhythm a day
    stays only where both series mean it.

    Args:
        old: the series as it was.
        new: what becomes of it.
        since: the first day of the old one that changes.

    Raises:
        KnownError: as `read`.
    """
    before = list(islice((day for day in days(old, old.last_day) if day >= since), MOST_DATES))
    after = list(islice(days(new, new.last_day), MOST_DATES))
    one, other = rhythm_of(old), rhythm_of(new)
    if one.weeks and one.weeks == other.weeks:
        return dict(zip(before, after, strict=False))
    if one.nth and other.nth:
        in_month = {(day.year, day.month): day for day in after}
        return {day: in_month[day.year, day.month] for day in before if (day.year, day.month) in in_month}
    return {day: day for day in before if day in set(after)}


def last_of(series: OfficeHours) -> date:
    """The last day that a series means; its first day where its rule allows none. Raises as `require_few`."""
    require_few(series)
    return max(days(series, series.last_day), default=series.first_day)


def require_few(series: OfficeHours) -> None:
    """Refuse a series of more half-days than anybody means.

    Raises:
        KnownError: ``schedule.too_many`` (limit), or as `read`.
    """
    if next(islice(days(series, series.last_day), MOST_DATES, None), None) is not None:
        raise KnownError("schedule.too_many", limit=MOST_DATES)


def nth_of(day: date) -> int:
    """Which of its weekday in its month a day is, 1 to 5."""
    return (day.day - 1) // 7 + 1
