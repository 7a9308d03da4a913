"""A day of birth as people type it at a desk, read without guessing more than a century."""

import re
from datetime import date

from gpconnect.domain.ages import check_birth_date
from gpconnect.domain.errors import KnownError

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OTHER = {"mrt": 3, "mar": 3, "may": 5, "oct": 10}
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})[-/. ]+([a-zé]{3,9})\.?[-/. ]+(\d{4}|\d{2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_AT_END = re.compile(
    r"^(.*?)[\s,;]*(\d{1,2}[-/. ]+(?:\d{1,2}|[A-Za-zé]{3,9}\.?)[-/. ]+\d{2,4}|\d{8}|\d{4}-\d{2}-\d{2})$"
)
_SHORT_YEAR = 100


def read_birth_date(typed: str, today: date) -> date:
    """A day of birth from ``13-2-2013``, ``13/02/13``, ``13 februari 2013``, ``13022013`` or ``2013-02-13``.

    A year of two figures is the last one that has been: children are meant, not their great-grandparents.

    Raises:
        KnownError: ``person.birth_date.missing``, ``person.birth_date.unreadable`` (typed), or as
            `gpconnect.domain.ages.check_birth_date`.
    """
    text = " ".join(typed.strip().lower().split())
    if not text:
        raise KnownError("person.birth_date.missing")
    parts = _parts(text, today)
    if parts is None:
        raise KnownError("person.birth_date.unreadable", typed=typed.strip())
    try:
        found = date(*parts)
    except ValueError as error:
        raise KnownError("person.birth_date.unreadable", typed=typed.strip()) from error
    check_birth_date(found, today)
    return found


def split_birth_date(typed: str) -> tuple[str, str]:
    """Name and day of birth of what was typed in one field: ``Noor Bos 3-4-2015``; either may be empty."""
    found = _AT_END.match(typed.strip())
    return (found[1].strip(" ,;"), found[2]) if found else (typed.strip(), "")


def _parts(text: str, today: date) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(text) or _RUN.fullmatch(text):
        return _year(found[3], today), int(found[2]), int(found[1])
    if found := _WORDS.fullmatch(text):
        start = found[2][:3]
        month = _OTHER.get(start, _MONTHS.index(start) + 1 if start in _MONTHS else 0)
        return _year(found[3], today), month, int(found[1])
    return None


def _year(typed: str, today: date) -> int:
    year = int(typed)
    if len(typed) > 2:  # noqa: PLR2004 - two figures or four
        return year
    century = today.year - today.year % _SHORT_YEAR
    return century + year if century + year <= today.year else century - _SHORT_YEAR + year
