"""A line pasted from the practice's own system: name, day of birth and phone number are read from it, nothing is kept.

Every system writes its line in another way, so what is found is shown to be checked. A citizen service number is taken
out before anything else happens: a booking has no ground to keep it (Jeugdwet 7.2.1 asks it of the help itself).
"""

import re
from dataclasses import dataclass
from datetime import date

from stdnum.nl import bsn

from gpconnect.domain.errors import KnownError
from gpconnect.domain.typed import normal_phone, readable_phone
from gpconnect.services.birth_dates import read_birth_date

_LABELLED = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer)\b[\s:.#]*(\d[\d. ]{6,11}\d)?", re.IGNORECASE)
_NINE = re.compile(r"(?<![\d+])\d(?:[. ]?\d){8}(?![\d])")
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{8})(?!\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+31|0031|0)[\d ().-]{8,14}\d(?!\d)")
_WORDS = frozenset(
    [
        "tel",
        "telefoon",
        "mob",
        "mobiel",
        "geb",
        "geboren",
        "gebdatum",
        "geboortedatum",
        "naam",
        "dhr",
        "mw",
        "mevr",
        "meisje",
        "jongen",
        "man",
        "vrouw",
        "m",
        "v",
        "de",
        "heer",
    ]
)
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class FoundInLine:
    """What a pasted line seems to say; empty or None where it does not."""

    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    phone: str = ""


def without_bsn(line: str) -> str:
    """The line without citizen service numbers: what is called one, and nine digits that pass the eleven test."""
    return _NINE.sub(_unless_bsn, _LABELLED.sub("", line)).strip()


def read_line(line: str, today: date) -> FoundInLine:
    """Name, day of birth and phone number of a pasted line.

    Args:
        line: as pasted; ``Berg, Noor van den``, ``Noor van den Berg`` and whatever stands around it.
        today: a day of birth lies before it.
    """
    rest = without_bsn(line)
    born: date | None = None
    for found in _DATE.finditer(rest):
        try:
            born = read_birth_date(found[0].replace(".", "-"), today)
        except KnownError:
            continue
        rest = f"{rest[: found.start()]} | {rest[found.end() :]}"
        break
    phone = ""
    for found in _PHONE.finditer(rest):
        try:
            phone = readable_phone(normal_phone(found[0]))
        except KnownError:
            continue
        rest = f"{rest[: found.start()]} | {rest[found.end() :]}"
        break
    return FoundInLine(*_name(rest), born, phone)


def _name(rest: str) -> tuple[str, str]:
    """Given and family name: the first piece without digits that holds two names or more."""
    for piece in re.split(r"[|;\t\n()]|\s{3,}", rest):
        before, comma, after = piece.partition(",")
        first, last = _names(before), _names(after)
        if comma and first and last:
            prefix = [one for one in last[1:] if one.islower()]
            return last[0], " ".join([*prefix, *first])
        if len(first) > 1:
            return first[0], " ".join(first[1:])
    return "", ""


def _names(piece: str) -> list[str]:
    if any(sign.isdigit() for sign in piece):
        return []
    return [one for one in _NAME.findall(piece) if one.casefold().strip(".") not in _WORDS or one in {"de", "van"}]


def _unless_bsn(found: re.Match[str]) -> str:
    return "" if bsn.is_valid(re.sub(r"\D", "", found[0])) else found[0]
