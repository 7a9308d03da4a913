"""The program in English: on no page of any role is a sentence of the program still Dutch."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from build import strings
from build.figures import ROOT
from gpconnect.demo.pilot import DemoPilot
from gpconnect.domain.roles import AREAS
from gpconnect.domain.staff import Role
from gpconnect.ui import theme
from tests.demo.conftest import demo
from tests.ui.english_tour import shown_words

__all__ = ["demo"]

CATALOGUE = theme.RESOURCES / "i18n" / "gpconnect_en.ts"
DATA = {
    "Eerste gesprek",
    "Vervolggesprek",
    "Collegiale vraag",
    "Driegesprek",
    "Ja",
    "Nee",
    "Waar gaat het over?",
    "Veiligheid",
    "Zorgen, met afspraken",
    "anders",
    "Terugkoppeling aan de huisarts",
}
"""Words of forms, code lists and the sharing list: they come from those files, in Dutch, and not from the catalogue."""
MESSAGE = re.compile(r"<source>(.*?)</source>.*?<translation[^>]*>(.*?)</translation>", re.DOTALL)
FORM = re.compile(r"<numerusform>(.*?)</numerusform>", re.DOTALL)
PLACE = re.compile(r"\{[^}]*\}|%n|%\d")
LETTERS = 8
"""A pattern with fewer letters of its own ("{a} in {b}") says nothing about its language."""


@dataclass(frozen=True)
class Catalogue:
    """Dutch sentences with an English one that differs."""

    pairs: dict[str, set[str]]

    @cached_property
    def english(self) -> set[str]:
        """Everything that is English, also where it happens to be Dutch elsewhere."""
        return {one for several in self.pairs.values() for one in several}

    @cached_property
    def patterns(self) -> list[re.Pattern[str]]:
        """Sentences with something to fill in."""
        return [_pattern(dutch) for dutch in self.pairs if _holds_place(dutch) and _letters(dutch) >= LETTERS]

    def is_dutch(self, said: str) -> bool:
        """Whether the program says this in Dutch while it has English for it."""
        if said in self.english:
            return False
        return said in self.pairs or any(one.fullmatch(said) for one in self.patterns)


def _holds_place(sentence: str) -> bool:
    return PLACE.search(sentence) is not None


def _letters(sentence: str) -> int:
    return sum(one.isalpha() for one in PLACE.sub("", sentence))


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(".+".join(re.escape(part) for part in PLACE.split(sentence)))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Every sentence whose English differs from its Dutch."""
    pairs: dict[str, set[str]] = {}
    for dutch, translation in MESSAGE.findall(CATALOGUE.read_text(encoding="utf-8")):
        forms = FORM.findall(translation) or [translation]
        pairs.setdefault(html.unescape(dutch), set()).update(html.unescape(form) for form in forms)
    return Catalogue({dutch: forms for dutch, forms in pairs.items() if dutch not in forms})


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The English catalogue as the program loads it."""
    target = tmp_path_factory.mktemp("i18n") / "gpconnect_en.qm"
    strings.run("pyside6-lrelease", "-silent", str(CATALOGUE), "-qm", str(target))
    return str(target)


def dutch_in(said: Iterable[str], catalogue: Catalogue) -> set[str]:
    """Sentences of the program that are Dutch among these."""
    return {words for words in said if catalogue.is_dutch(words)}


@pytest.mark.journey
@pytest.mark.parametrize("role", Role)
def test_no_page_says_in_dutch_what_it_can_say_in_english(
    role: Role, demo: DemoPilot, compiled: str, catalogue: Catalogue
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.english_tour", str(demo.folder), compiled, str(role)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    seen = msgspec.json.decode(done.stdout, type=dict[str, list[str]])
    assert len(seen) > len(AREAS[role])
    assert min(len(said) for said in seen.values()) > 1
    found: dict[str, str] = {}
    for where, said in seen.items():
        for words in dutch_in(said, catalogue) - DATA:
            found.setdefault(words, where)
    assert not found, "\n".join(f"{words!r} on {where}" for words, where in found.items())


def test_a_dutch_sentence_is_noticed(shown: Callable[..., QWidget], catalogue: Catalogue) -> None:
    """As a label, as a button, as a hint, and with something filled in; what somebody typed is not the program's."""
    room = QWidget()
    outer = QVBoxLayout(room)
    for widget in (QLabel("<b>Wie keek er</b>"), QPushButton("&Jeugdigen"), QLabel("3 van 12 regels"), QLabel("Day")):
        outer.addWidget(widget)
    outer.addWidget(QLineEdit("Overdrachten", placeholderText="Beheer"))

    assert dutch_in(shown_words(shown(room)), catalogue) == {"Wie keek er", "Jeugdigen", "3 van 12 regels", "Beheer"}
