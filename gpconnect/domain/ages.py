"""Age on a day, and what a birthday changes.

Every age rule of the Jeugdwet (7.3.4, 7.3.5, 7.3.11, 7.3.15) is judged on the day of the act, so these functions take
that day. Days are days in Europe/Amsterdam.
"""

from datetime import date

from gpconnect.domain.errors import KnownError

OLDEST_IN_PILOT = 23
"""The pilot is for children and young people from 0 up to and including 23 years."""
OLDEST_LIVING = 120
TURNING_POINTS = (12, 16, 18)
"""Birthdays on which who decides changes: 12 and 16 (Jeugdwet 7.3.4, 7.3.5, 7.3.11), 18 (majority, BW 1:233)."""

_BANDS = ((0, 3), (4, 7), (8, 11), (12, 15), (16, 17), (18, 23))


def age_on(birth: date, day: date) -> int:
    """Age in whole years on a day.

    Somebody born on 29 February becomes a year older on 1 March where there is no 29th: a right that comes with an
    age is not given a day early.

    Raises:
        ValueError: the day lies before the birth.
    """
    if day < birth:
        message = "an age before birth"
        raise ValueError(message)
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birthday(birth: date, age: int) -> date:
    """The day on which somebody reaches an age (1 March for a leap-day birth in an ordinary year)."""
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:
        return date(birth.year + age, 3, 1)


def age_band(age: int) -> str:
    """The band in which an age leaves the house: never finer than this, so that a cell stays large.

    Ages above 23 count in the last band; the pilot sees them only when somebody stays a little longer.
    """
    return next((f"{low}-{high}" for low, high in _BANDS if low <= age <= high), "18-23")


def check_birth_date(birth: date, today: date) -> str:
    """Whether somebody can be born on this day.

    Returns:
        A warning to show beside the field, empty when all is well: ``person.birth_date.outside_pilot`` for somebody
        older than 23. It never blocks: a worker may see somebody's older brother.

    Raises:
        KnownError: ``person.birth_date.future``, or ``person.birth_date.too_long_ago`` (limit) beyond 120 years.
    """
    if birth > today:
        raise KnownError("person.birth_date.future")
    age = age_on(birth, today)
    if age > OLDEST_LIVING:
        raise KnownError("person.birth_date.too_long_ago", limit=OLDEST_LIVING)
    return "person.birth_date.outside_pilot" if age > OLDEST_IN_PILOT else ""


def next_turning_point(birth: date, after: date, until: date) -> tuple[int, date] | None:
    """The first birthday after a day on which who decides changes, as age and day; None when it is not near.

    Args:
        birth: day of birth.
        after: today, usually; a birthday on that day itself has come.
        until: the last day that is near enough to say so.
    """
    coming = [(age, birthday(birth, age)) for age in TURNING_POINTS]
    return next(((age, day) for age, day in coming if after < day <= until), None)


def turning_point(birth: date, since: date, until: date) -> tuple[int, date] | None:
    """The last birthday in a period on which who decides changed, as age and day; None when there was none.

    Args:
        birth: day of birth.
        since: the day after which it counts, for example of the last consent.
        until: the last day that counts, usually today.
    """
    reached = [(age, birthday(birth, age)) for age in TURNING_POINTS]
    within = [(age, day) for age, day in reached if since < day <= until]
    return within[-1] if within else None
