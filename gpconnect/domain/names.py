"""Names as Dutch people write and sort them, and children who may be the same child."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Protocol

_PREFIXES = frozenset(
    (
        *("aan", "af", "al", "bij", "d'", "da", "das", "de", "dei", "del", "della", "den", "der", "des", "di", "do"),
        *("dos", "du", "el", "en", "het", "in", "la", "las", "le", "les", "los", "op", "over", "'s", "'t", "te", "ten"),
        *("ter", "tot", "uit", "uijt", "van", "ver", "vom", "von", "voor", "zu", "zum", "zur"),
    )
)
_CLOSE = 0.85
"""From this likeness on two given names may be one name typed twice (Sanne and Sane: 0.89)."""


class Named(Protocol):
    """Whoever has a name and a day of birth: a practice's card or a dossier."""

    @property
    def id(self) -> str:
        """The child's id."""
        ...

    @property
    def given_name(self) -> str:
        """First names or calling name."""
        ...

    @property
    def prefix(self) -> str:
        """Voorvoegsel, such as van, de or van der."""
        ...

    @property
    def family_name(self) -> str:
        """Family name without prefix."""
        ...

    @property
    def birth_date(self) -> date:
        """Day of birth."""
        ...


class Likeness(StrEnum):
    """How two cards resemble each other, strongest first. All of them warn, none refuses."""

    SAME = "same"
    """Same names and day of birth: probably the same child."""
    TYPING_ERROR = "typing_error"
    """Nearly the same given name with the same day of birth, or day and month turned round."""
    TWIN = "twin"
    """Same family name and day of birth, another given name: a twin is another child."""
    NAMESAKE = "namesake"
    """Same names, another day of birth: another child until somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A known child whom the new one resembles."""

    id: str
    likeness: Likeness


def full_name(given_name: str, prefix: str, family_name: str) -> str:
    """The name as one says it: ``Sanne van den Berg``. Missing parts leave no double blanks."""
    return " ".join(part for part in (given_name, prefix, family_name) if part)


def sort_name(given_name: str, prefix: str, family_name: str) -> str:
    """The name as it stands in a list: ``Berg, Sanne van den``. Dutch lists sort without the prefix."""
    before = " ".join(part for part in (given_name, prefix) if part)
    return f"{family_name}, {before}" if family_name and before else family_name or before


def sort_key(given_name: str, prefix: str, family_name: str) -> tuple[str, str, str]:
    """What a list is sorted by: family name, given name, prefix; accents and capitals do not matter, ij is y."""
    return folded(family_name), folded(given_name), folded(prefix)


def split_prefix(family_name: str) -> tuple[str, str]:
    """Prefix and family name of what was typed as one: ``van den Berg`` is ``("van den", "Berg")``.

    The last word is always the family name, so that a child called ``De`` keeps a name.
    """
    words = family_name.split()
    count = 0
    while count < len(words) - 1 and words[count].lower().replace("’", "'") in _PREFIXES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def folded(name: str) -> str:
    """A name for comparing only: without accents, capitals, dashes or double blanks; ij and y are one."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return " ".join(re.sub(r"[-'’.]", " ", plain.casefold().replace("ij", "y")).split())


def likely_duplicates(candidate: Named, known: Iterable[Named]) -> tuple[Duplicate, ...]:
    """Known children whom a new one resembles, strongest likeness first.

    Only a warning comes of it: twins and namesakes exist, and a child is never refused for a name.
    """
    found = [Duplicate(other.id, likeness) for other in known if (likeness := _likeness(candidate, other)) is not None]
    order = list(Likeness)
    return tuple(sorted(found, key=lambda duplicate: order.index(duplicate.likeness)))


def same_children(known: Iterable[Named]) -> tuple[tuple[str, str], ...]:
    """Ids of those who are probably one child, two by two: same names and day of birth."""
    by_day: dict[date, list[Named]] = {}
    for one in known:
        by_day.setdefault(one.birth_date, []).append(one)
    return tuple(
        (one.id, other.id)
        for born in by_day.values()
        for place, one in enumerate(born)
        for other in born[place + 1 :]
        if _likeness(one, other) is Likeness.SAME
    )


def _likeness(one: Named, other: Named) -> Likeness | None:
    if one.id == other.id or _family(one) != _family(other):
        return None
    given, given_other = folded(one.given_name), folded(other.given_name)
    same_name = given == given_other
    if one.birth_date == other.birth_date:
        if same_name:
            return Likeness.SAME
        close = SequenceMatcher(None, given, given_other).ratio() >= _CLOSE
        return Likeness.TYPING_ERROR if close else Likeness.TWIN
    if not same_name:
        return None
    return Likeness.TYPING_ERROR if _turned_round(one.birth_date, other.birth_date) else Likeness.NAMESAKE


def _family(person: Named) -> str:
    """Prefix or no prefix, typed apart or together: compared without it."""
    return folded(split_prefix(person.family_name)[1])


def _turned_round(one: date, other: date) -> bool:
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)
