"""Days and moments as people type them: ``27-11``, ``27-11-2026``, ``27-11 13:30``."""

import re
from datetime import UTC, date, datetime, time

from gpconnect.domain.errors import KnownError
from gpconnect.services.session import AMSTERDAM

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}))?")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_HALF_YEAR = 183


def read_day(typed: str, today: date) -> date | None:
    """A day; without a year the one nearest to today. None for an empty field.

    Raises:
        KnownError: ``day.unreadable`` (typed).
    """
    text = typed.strip().lower()
    if not text:
        return None
    if text == "vandaag":
        return today
    found = _DAY.fullmatch(text)
    if found is None:
        raise KnownError("day.unreadable", typed=typed.strip())
    day, month, year = found.groups()
    try:
        if year:
            return date(int(year), int(month), int(day))
        return _nearest(int(day), int(month), today)
    except ValueError as error:
        raise KnownError("day.unreadable", typed=typed.strip()) from error


def read_moment(typed: str, today: date) -> datetime | None:
    """A day with a time in the Netherlands, as an instant (aware, UTC). None for an empty field.

    Raises:
        KnownError: ``moment.unreadable`` (typed).
    """
    text = typed.strip()
    if not text:
        return None
    day_part, _, time_part = text.replace(",", " ").rpartition(" ")
    clock = _TIME.fullmatch(time_part)
    try:
        day = read_day(day_part, today)
        at = time(int(clock.group(1)), int(clock.group(2))) if clock else None
    except (KnownError, ValueError) as error:
        raise KnownError("moment.unreadable", typed=text) from error
    if day is None or at is None:
        raise KnownError("moment.unreadable", typed=text)
    return datetime.combine(day, at, AMSTERDAM).astimezone(UTC)


def _nearest(day: int, month: int, today: date) -> date:
    found = date(today.year, month, day)
    if (found - today).days > _HALF_YEAR:
        return date(today.year - 1, month, day)
    if (today - found).days > _HALF_YEAR:
        return date(today.year + 1, month, day)
    return found
