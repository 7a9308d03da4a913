"""The words of the appointment card in one language: a file that a translator fills, used only when it is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any

PLACES: dict[str, frozenset[str]] = {
    "title": frozenset(),
    "for_whom": frozenset({"name"}),
    "when": frozenset({"day", "number", "month", "year", "time"}),
    "length": frozenset({"minutes"}),
    "room": frozenset({"room"}),
    "with_whom": frozenset({"worker"}),
    "doctor": frozenset({"doctor"}),
    "interpreter": frozenset({"interpreter"}),
    "cannot": frozenset({"phone"}),
    "wait": frozenset(),
    "danger": frozenset({"phone"}),
    "safe_home": frozenset({"phone"}),
    "suicide": frozenset({"phone"}),
    "adviser": frozenset({"phone"}),
    "complaint": frozenset({"phone"}),
}
"""Every sentence of the card, with what is filled in where the translator puts it."""
DAYS = 7
MONTHS = 12
_LISTS = {"days": DAYS, "months": MONTHS}
_ABOUT = ("language", "name")


@dataclass(frozen=True, slots=True)
class CardWords:
    """A whole language.

    Attributes:
        language: its code, such as ``nl``.
        name: what the language calls itself.
        sentences: by the keys of `PLACES`.
    """

    language: str
    name: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    sentences: Mapping[str, str]

    def say(self, key: str, **fields: object) -> str:
        """One sentence, filled in."""
        return self.sentences[key].format(**fields)

    def when(self, day: date, time: str) -> str:
        """Day and time."""
        return self.say(
            "when",
            day=self.days[day.weekday()],
            number=day.day,
            month=self.months[day.month - 1],
            year=day.year,
            time=time,
        )


def lacking(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines of a translator's file that are missing, empty, unknown, or ask for something else to be filled in."""
    wrong = [key for key in data if key not in PLACES and key not in _LISTS and key not in _ABOUT]
    wrong += [key for key in _ABOUT if not _is_text(data.get(key))]
    for key, length in _LISTS.items():
        values = data.get(key)
        if not isinstance(values, list) or len(values) != length or not all(_is_text(one) for one in values):
            wrong.append(key)
    wrong += [key for key, places in PLACES.items() if _places(data.get(key)) != places]
    return tuple(wrong)


def read(data: Mapping[str, Any]) -> CardWords:
    """The language of a file in which nothing is `lacking`."""
    sentences = {key: str(data[key]) for key in PLACES}
    return CardWords(data["language"], data["name"], tuple(data["days"]), tuple(data["months"]), sentences)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _places(value: Any) -> frozenset[str] | None:
    """What a sentence asks to be filled in; None when it is no sentence, or its braces do not fit."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        parts = [(name, how, turned) for _, name, how, turned in Formatter().parse(value) if name is not None]
    except ValueError:
        return None
    if any(how or turned for _, how, turned in parts):
        return None
    return frozenset(name for name, _, _ in parts)
