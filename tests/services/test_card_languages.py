"""Cards in other languages are files of a translator: offered when whole, and only then."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from gpconnect.documents.card_words import PLACES
from gpconnect.domain.errors import KnownError
from gpconnect.services import numbers
from gpconnect.services.card_languages import FOLDER, load_languages, missing, read_languages
from gpconnect.services.resources import RESOURCES

FILES = sorted((RESOURCES / FOLDER).glob("*.toml"))
DUTCH: dict[str, Any] = tomllib.loads((RESOURCES / FOLDER / "nl.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_that_comes_with_the_program_is_whole(path: Path) -> None:
    assert missing(path) == ()


def test_dutch_comes_first_and_english_is_there() -> None:
    assert next(iter(load_languages())) == "nl"
    assert "en" in load_languages()


def translated(folder: Path, **changes: Any) -> Path:
    """A file of a translator who left something out, or changed it; None takes a line away."""
    data = {key: value for key, value in {**DUTCH, "language": "pl", **changes}.items() if value is not None}
    path = folder / "pl.toml"
    lines = (f"{key} = {msgspec.json.encode(value).decode()}" for key, value in data.items())
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("key", [*PLACES, "name", "days", "months"])
def test_a_language_with_a_line_missing_is_not_offered_and_the_line_is_named(key: str, tmp_path: Path) -> None:
    path = translated(tmp_path, **{key: None})

    assert missing(path) == (key,)
    assert read_languages(tmp_path) == {}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"danger": "Bel snel"}, ("danger",)),
        ({"danger": "Bel {telefoon}"}, ("danger",)),
        ({"danger": "Bel {phone!r}"}, ("danger",)),
        ({"danger": "Bel {phone:>9999}"}, ("danger",)),
        ({"danger": "Bel {phone"}, ("danger",)),
        ({"wait": "  "}, ("wait",)),
        ({"wait": 3}, ("wait",)),
        ({"days": ["ma", "di"]}, ("days",)),
        ({"months": ["x"] * 11 + [""]}, ("months",)),
        ({"reason": "Waarom u komt"}, ("reason",)),
        ({"language": "de"}, ("language",)),
        ({"wait": "እባክዎ ይደውሉ"}, ("letters",)),
    ],
)
def test_what_was_lost_in_translation_is_found(changes: dict[str, Any], wrong: tuple[str, ...], tmp_path: Path) -> None:
    path = translated(tmp_path, **changes)

    assert missing(path) == wrong
    assert read_languages(tmp_path) == {}


def test_a_whole_translation_is_offered_and_a_file_that_is_none_is_passed_over(tmp_path: Path) -> None:
    translated(tmp_path, name="Polski")
    (tmp_path / "xx.toml").write_text("dit is [geen toml", encoding="utf-8")

    assert [one.name for one in read_languages(tmp_path).values()] == ["Polski"]
    assert missing(tmp_path / "xx.toml") == ("file",)


def test_every_number_says_where_it_was_read_and_when() -> None:
    found = numbers.load_numbers()

    assert set(found) >= set(numbers.NEEDED)
    assert all(one.source.startswith("https://") and one.read_on.year >= 2026 for one in found.values())


@pytest.mark.parametrize(
    "text",
    ["numbers = 3\n", '[[numbers]]\nkey = "danger"\nphone = "112"\nsource = "https://x"\nread_on = 2026-11-22\n'],
)
def test_a_list_of_numbers_that_lacks_one_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "numbers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=r"form\.wrong"):
        numbers.read_numbers(path)
