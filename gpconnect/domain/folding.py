"""One spelling of many: what people type for a name, a word or a telephone number meets what was kept.

Accents fall away and so do letters that Unicode does not take apart (``ł ø đ æ``); "ij" and "y" are one; "v.d.",
"v/d" and "vd" meet; "D'Hondt" is found as "dhondt" and "El Amrani" as "elamrani"; a Dutch number is the same with 06,
+31 6 and 0031 6. The index and the question are folded alike.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

MAX_WORDS = 12
"""Most words of one question that count."""

_APART = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h"}
)
"""Letters of which Unicode knows no base letter, as people without that key type them."""
_SHORT_PREFIX = re.compile(r"\b(?:v\s?[./]\s?d\b\.?|vd\b)\s*")
_LONG_PREFIX = re.compile(r"\bvan (?:der|den|de)\b")
_BEFORE = frozenset(
    (
        *("van", "vd", "de", "der", "den", "het", "ter", "ten", "te", "d", "t", "l", "la", "le", "du", "da", "di"),
        *("el", "al", "ben", "ait", "bin", "abu", "mac", "mc", "o", "st"),
    )
)
"""What stands before a family name, folded; some write it as one with the name."""
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"(?<![^\W_])[^\W_]++(?:['\u2018\u2019`\u00b4-][^\W_]++)+")
"""From the beginning of a word only and without going back: a page without a blank would otherwise take hours."""
_MARKS = re.compile(r"['\u2018\u2019`\u00b4-]")
_NUMBER = re.compile(r"(?:\+\s?)?\(?\d(?:[ \-./()]*\d){5,}")
_BEGUN = re.compile(r"(?:\+|\b00)\s?\d[\d \-./()]*")
"""A number with its country, also when only its first digits were typed."""
_NOT_A_DIGIT = re.compile(r"\D")
_HOME = re.compile(r"(?:31|0031)0?(?=[1-9])")
_AREAS_OF_THREE = frozenset(
    (
        *("010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043", "045"),
        *("046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078", "079"),
        *("085", "088"),
    )
)
"""Dutch area codes of three digits (numbering plan for telephone and ISDN services); the others have four."""
_DUTCH_DIGITS = 10


def fold(text: str) -> str:
    """Small letters without accents, ``ij`` as ``y``, ``v.d.`` as ``vd``."""
    return _SHORT_PREFIX.sub("vd ", fold_letters(text))


def fold_letters(text: str) -> str:
    """Small letters without accents, ``ij`` as ``y``; everything between the letters stays."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.translate(_APART))
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold().translate(_APART)
    return plain.replace("ij", "y")


def indexed(text: str) -> str:
    """A text as an index keeps it: folded, with the other spellings of numbers, prefixes and joined words added."""
    folded = fold(text)
    extra = [other for number in _NUMBER.findall(folded) for other in _spellings(number)]
    if "vd " in folded or _LONG_PREFIX.search(folded):
        extra.append("vd van der den de")
    extra += [_MARKS.sub("", joined) for joined in _JOINED.findall(folded)]
    return " ".join((folded, *extra))


def indexed_name(name: str) -> str:
    """A name as an index keeps it: as `indexed`, and as one word from each of its parts on (``elamrani``)."""
    parts = _WORD.findall(fold(name))
    joined = ["".join(parts[place:]) for place in range(len(parts) - 1)]
    joined += ["".join(pair) for pair in pairwise(parts)]
    return " ".join((indexed(name), *joined))


def words(question: str) -> list[str]:
    """The words of a question; a telephone number or a date typed with gaps is one word."""
    folded = _BEGUN.sub(_national, fold(question))
    return _WORD.findall(_NUMBER.sub(_national, folded))[:MAX_WORDS]


def glued(asked: list[str]) -> list[str]:
    """The words of a question with what stands before a family name written as one with it; the same when nothing does.

    ``noor el amrani`` asks for ``noor elamrani`` as well, in case it was kept so.
    """
    found: list[str] = []
    open_word = ""
    for word in asked:
        open_word += word
        if word not in _BEFORE:
            found.append(open_word)
            open_word = ""
    return [*found, open_word] if open_word else found


def marks(original: str, asked: list[str]) -> tuple[tuple[int, int], ...]:
    """Where words that begin with one of the asked words stand in a text as it was written: start and end of each."""
    found = []
    for start, end in _word_places(original):
        folded = fold_letters(original[start:end])
        if any(part.startswith(word) for part in (folded, *_WORD.findall(folded)) for word in asked):
            found.append((start, end))
    return tuple(found)


def _word_places(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word; an accent that is written as a mark of its own belongs to its letter."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        yield from (word.span() for word in _WORD.finditer(text))
        return
    start = -1
    for place, letter in enumerate(f"{text} "):
        inside = bool(_WORD.match(letter)) or (start >= 0 and unicodedata.combining(letter) > 0)
        if inside and start < 0:
            start = place
        elif not inside and start >= 0:
            yield start, place
            start = -1


def _spellings(number: str) -> list[str]:
    """A number in one piece: as it is dialled here, with its country, and without its area where it has one."""
    digits = _NOT_A_DIGIT.sub("", number)
    home = _dialled(number)
    found = [home]
    if len(home) == _DUTCH_DIGITS and home.startswith("0"):
        found.append(f"31{home[1:]}")
        area = 2 if home.startswith("06") else 3 if home[:3] in _AREAS_OF_THREE else 4
        found.append(home[area:])
    return found if digits in found else [*found, digits]


def _national(number: re.Match[str]) -> str:
    """A number of a question as one word, as it is dialled here."""
    return f" {_dialled(number.group())} "


def _dialled(number: str) -> str:
    """A number without its signs: one of this country with its 0, another one with its country."""
    digits = _NOT_A_DIGIT.sub("", number)
    if "+" in number or digits.startswith("00"):
        home = _HOME.match(digits)
        return f"0{digits[home.end() :]}" if home else digits.removeprefix("00")
    return digits
