"""The languages in which a family can take an appointment card home: those whose file is whole and can be printed."""

import tomllib
from functools import cache
from pathlib import Path

from gpconnect.documents import card_words
from gpconnect.documents.card_words import CardWords
from gpconnect.documents.layout import printable
from gpconnect.services.resources import RESOURCES

FOLDER = "cards"
FIRST = "nl"


@cache
def load_languages() -> dict[str, CardWords]:
    """The languages that come with the program, Dutch first, then by their own names."""
    return read_languages(RESOURCES / FOLDER)


def read_languages(folder: Path) -> dict[str, CardWords]:
    """The languages of a folder of ``<code>.toml``; a file that is not whole is passed over: no half card goes out."""
    found = [words for path in sorted(folder.glob("*.toml")) if (words := _read(path)) is not None]
    ordered = sorted(found, key=lambda one: (one.language != FIRST, one.name))
    return {one.language: one for one in ordered}


def missing(path: Path) -> tuple[str, ...]:
    """What keeps a translator's file from being offered: its lines, ``file``, ``language`` or ``letters``."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return ("file",)
    wrong = card_words.lacking(data)
    if wrong:
        return wrong
    if data["language"] != path.stem:
        return ("language",)
    words = [data["name"], *data["days"], *data["months"], *(data[key] for key in card_words.PLACES)]
    return () if {ord(sign) for one in words for sign in one} <= printable() else ("letters",)


def _read(path: Path) -> CardWords | None:
    return None if missing(path) else card_words.read(tomllib.loads(path.read_text(encoding="utf-8")))
