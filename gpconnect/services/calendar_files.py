"""A calendar file that somebody chose, read beside the file's thread: five megabytes take seconds."""

from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta

from gpconnect.domain.errors import KnownError
from gpconnect.exchange import closed_days
from gpconnect.exchange.closed_days import Found

__all__ = ["Found", "read_closures"]

YEARS_AHEAD = 3


def read_closures(path: Path, today: date) -> Found:
    """The closed days of a calendar from today on, three years ahead. Nothing is saved.

    Raises:
        KnownError: ``calendar.unreadable``, or as `gpconnect.exchange.closed_days.read`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(closed_days.MOST_BYTES + 1)
    except OSError as error:
        raise KnownError("calendar.unreadable") from error
    return closed_days.read(data, today, today + relativedelta(years=YEARS_AHEAD))
