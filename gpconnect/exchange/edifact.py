"""EDIFACT as Dutch practices exchange it: segments of elements, parted by signs that a text may hold as well.

Character set UNOA, by which practices read plain ASCII: accents go, and what has no letters of its own is named, so
that whoever sends it knows what did not come along.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

END = "'"
"""Closes a segment."""
UNKNOWN = "[teken]"
"""What stands where something was written that this character set has no letters for."""
_RELEASE = "?"
_SIGNS = (_RELEASE, END, "+", ":")
"""What must be released inside a text; the release sign first, or it would release itself."""
_FIRST, _LAST = " ", "~"
_SPELLED = {
    "ß": "ss", "ẞ": "SS", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l",
    "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th", "Ħ": "H", "ħ": "h", "Ə": "E", "ə": "e",
    "€": "EUR", "£": "GBP", "°": " graden", "×": "x", "÷": "/", "±": "+/-", "…": "...", "•": "-", "·": "-",
    "→": "->", "←": "<-", "≥": ">=", "≤": "<=", "≈": "~",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{FRACTION SLASH}": "/", "\N{MICRO SIGN}": "u",
    **dict.fromkeys(map(chr, (*range(0x2010, 0x2016), 0x2212)), "-"),
    **dict.fromkeys(map(chr, (*range(0x2018, 0x201C), 0x2032, 0x02BC, 0x00B4)), "'"),
    **dict.fromkeys(map(chr, (*range(0x201C, 0x2020), 0x2033, 0x00AB, 0x00BB)), '"'),
}  # fmt: skip
"""Letters and signs that do not come apart into a letter and an accent: dashes and quotes by their code points."""
_SILENT = frozenset({"Cf", "Mn", "Me"})
"""Marks that say nothing by themselves: directions, joiners, accents that no letter carries."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text in the letters of this character set.

    Attributes:
        lost: the characters that have no letters here, each once, as they were written.
    """

    text: str
    lost: tuple[str, ...] = ()


def spelled(text: str) -> Spelled:
    """A text without accents, with words for signs; what has neither is one `UNKNOWN` for each run of it."""
    found = [(one, _letters(one)) for one in unicodedata.normalize("NFC", text)]
    parts = (
        UNKNOWN if unknown else "".join(letters or "" for _, letters in run)
        for unknown, run in groupby((pair for pair in found if pair[1] != ""), key=lambda pair: pair[1] is None)
    )
    return Spelled("".join(parts), tuple(dict.fromkeys(one for one, letters in found if letters is None)))


def segment(tag: str, *elements: str | tuple[str, ...]) -> str:
    """One segment: elements, or composites of components; what is empty at the end is left out."""
    written = [one if isinstance(one, tuple) else (one,) for one in elements]
    parts = [":".join(_trimmed([released(part) for part in one])) for one in written]
    return "+".join([tag, *_trimmed(parts)]) + END


def released(text: str) -> str:
    """A text that parts nothing, whatever it holds."""
    for sign in _SIGNS:
        text = text.replace(sign, _RELEASE + sign)
    return text


def _trimmed(parts: Iterable[str]) -> list[str]:
    found = list(parts)
    while found and not found[-1]:
        found.pop()
    return found


def _letters(one: str) -> str | None:
    """A character in ASCII; None where there are no letters for it."""
    if _FIRST <= one <= _LAST or one in _SPELLED:
        return _SPELLED.get(one, one)
    category = unicodedata.category(one)
    if one.isspace() or category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    if category in _SILENT:
        return ""
    plain = [part for part in unicodedata.normalize("NFKD", one) if not unicodedata.combining(part)]
    letters = "".join(_SPELLED.get(part, part) for part in plain)
    return letters if letters and all(_FIRST <= part <= _LAST for part in letters) else None
