"""What people type: cleaned without changing what they mean.

A sentence is kept exactly as it was written, emoji and right-to-left script included. Refused is only what cannot be
seen and can do harm: control characters, and halves of characters. What belongs to a dossier for good (a note, what is
added to it, a correction, a statement) is kept to the letter, control characters too; it is shown as text.
"""

import re
import unicodedata

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as dutch_bsn

from gpconnect.domain.errors import KnownError

WORDS_LIMIT = 200
"""Most characters of the request for help as the family says it at booking."""
NAME_LIMIT = 100
REASON_LIMIT = 500
"""Most characters of the reason that some acts ask for (refusal, cancellation, exception, legal ground)."""
NOTE_LIMIT = 20_000

_LINE_BREAKS = frozenset("\n\t")
_SEPARATORS = re.compile(r"[\s().\-/]+")
_DUTCH = re.compile(r"0[1-9][0-9]{8}")
_SHORT = re.compile(r"0(?:800|900|906|909)(?:[0-9]{4}|[0-9]{7})|14[0-9]{3,4}|11[0-9]{1,4}")
_SERVICE = re.compile(r"0(?:800|900|906|909)[0-9]+")
_SHORT_CODE = re.compile(r"0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[4578])")
"""Area and service codes of three digits; every other one has four (national numbering plan)."""
_WORLD = re.compile(r"\+[1-9][0-9]{6,14}")


def clean_line(text: str, limit: int = NAME_LIMIT) -> str:
    """One line: outer blanks gone, a line break is a blank, everything else exactly as typed.

    Raises:
        KnownError: ``text.control_character``, or ``text.too_long`` (limit, length).
    """
    return _checked(text.replace("\r", " ").replace("\n", " ").replace("\t", " ").strip(), limit, frozenset())


def clean_text(text: str, limit: int = NOTE_LIMIT) -> str:
    """Running text: line breaks as one newline, outer blanks gone, everything else exactly as typed.

    Raises:
        KnownError: ``text.control_character``, or ``text.too_long`` (limit, length).
    """
    return _checked(text.replace("\r\n", "\n").replace("\r", "\n").strip(), limit, _LINE_BREAKS)


def exact_text(text: str, limit: int = NOTE_LIMIT) -> str:
    """Words for a dossier, to the letter: only line breaks before and after them go; nothing but blanks is empty.

    Raises:
        KnownError: ``text.control_character`` for half a character, or ``text.too_long`` (limit, length).
    """
    words = text.strip("\r\n") if text.strip() else ""
    if any(unicodedata.category(one) == "Cs" for one in words):
        raise KnownError("text.control_character")
    if len(words) > limit:
        raise KnownError("text.too_long", limit=limit, length=len(words))
    return words


def clean_reason(text: str) -> str:
    """A reason that an act cannot do without.

    Raises:
        KnownError: ``text.reason_missing``, ``text.control_character`` or ``text.too_long`` (limit, length).
    """
    reason = clean_text(text, REASON_LIMIT)
    if not reason:
        raise KnownError("text.reason_missing")
    return reason


def normal_phone(typed: str) -> str:
    """A phone number to keep: E.164 (``+31612345678``); Dutch short and service numbers as digits (``08002000``).

    Empty stays empty. Blanks, dots, dashes, slashes and brackets are how people group digits and are dropped.

    Raises:
        KnownError: ``person.phone.invalid`` (typed).
    """
    digits = _SEPARATORS.sub("", typed.replace("(0)", ""))
    if not digits:
        return ""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if _SHORT.fullmatch(digits):
        return digits
    if _DUTCH.fullmatch(digits):
        return f"+31{digits[1:]}"
    if digits.startswith("+31") and not _DUTCH.fullmatch(f"0{digits[3:]}"):
        raise KnownError("person.phone.invalid", typed=typed)
    if not _WORLD.fullmatch(digits):
        raise KnownError("person.phone.invalid", typed=typed)
    return digits


def readable_phone(phone: str) -> str:
    """A number as Dutch people read it: ``06-12 34 56 78``, ``0418-51 23 45``, ``020-123 45 67``, ``0800-2000``.

    Kept numbers and those that stand in the common data as somebody wrote them read alike; a foreign number and what
    is no number at all stay as they are.
    """
    try:
        kept = normal_phone(phone)
    except KnownError:
        return phone
    if _SERVICE.fullmatch(kept):
        return f"{kept[:4]}-{kept[4:]}"
    if not kept.startswith("+31"):
        return phone
    number = f"0{kept[3:]}"
    if number.startswith("06"):
        return f"06-{_in_pairs(number[2:])}"
    code = 3 if _SHORT_CODE.match(number) else 4
    rest = number[code:]
    odd = len(rest) % 2
    # Seven digits are said as three and two pairs.
    said = f"{rest[:3]} {_in_pairs(rest[3:])}" if odd else _in_pairs(rest)
    return f"{number[:code]}-{said}"


def _in_pairs(digits: str) -> str:
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def check_bsn(typed: str) -> str:
    """A citizen service number in nine digits, checked with the eleven test; empty stays empty.

    Its use is mandatory where it is known (Jeugdwet 7.2.1 ff.); it never goes into a file name, a log or a calendar.

    Raises:
        KnownError: ``person.bsn.invalid``, without the number.
    """
    if not typed.strip():
        return ""
    try:
        return str(dutch_bsn.validate(typed))
    except ValidationError as error:
        raise KnownError("person.bsn.invalid") from error


def _checked(text: str, limit: int, allowed: frozenset[str]) -> str:
    if any(unicodedata.category(one) in {"Cc", "Cs"} and one not in allowed for one in text):
        raise KnownError("text.control_character")
    if len(text) > limit:
        raise KnownError("text.too_long", limit=limit, length=len(text))
    return text
