"""The secrets campaign, short; `build/test --long` plants ten thousand names and sentences."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.campaigns.campaign import alone
from tests.campaigns.secrecy.plants import LIVING, PLANTS
from tests.campaigns.secrecy.words import Words, found_in, leaks_under
from tests.campaigns.secrets import FULL

CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-be", "latin-1")


def test_after_a_day_and_a_crash_no_file_holds_a_name_or_a_sentence() -> None:
    outcome = alone("secrets", "--rounds", "300")

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds >= 300


@pytest.mark.long
def test_ten_thousand_names_and_sentences_are_in_no_file() -> None:
    outcome = alone("secrets", "--rounds", str(FULL))

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds >= FULL


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_a_leak_is_found_wherever_it_is(plant: Callable[[Path, Words], None], tmp_path: Path) -> None:
    (tmp_path / "sealed").write_bytes(random.Random(1).randbytes(1_000_000))
    assert list(leaks_under(tmp_path)) == []
    plant(tmp_path, Words())

    (leak,) = leaks_under(tmp_path)
    assert leak.words


@pytest.mark.parametrize(("plant", "where"), [("error_text", "gpconnect.log"), ("draft_file", "tmp/draft-")])
def test_a_leak_of_the_running_program_is_found_by_the_whole_campaign(plant: str, where: str) -> None:
    assert plant in LIVING
    outcome = alone("secrets", "--rounds", "20", "--plant", plant)

    assert outcome.violations > 0
    assert any(where in one for one in outcome.details), outcome.details
    assert not any("did not end" in one for one in outcome.details), outcome.details


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("before", range(4))
def test_a_word_is_found_in_every_coding_at_every_place(coding: str, before: int) -> None:
    text = Words().name().encode(coding)

    assert found_in(b"\xff" * before + text + b"\xff")
    assert found_in(text.upper())


def test_what_a_person_saved_for_themselves_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "own.txt").write_text(Words().sentence(), encoding="utf-8")

    assert list(leaks_under(tmp_path, besides=(tmp_path / "exports",))) == []
    assert [leak.path for leak in leaks_under(tmp_path)] == [Path("exports/own.txt")]


def test_each_name_and_sentence_is_another_one() -> None:
    words = Words()
    coined = {words.name() for _ in range(200)} | {words.sentence() for _ in range(200)}

    assert len(coined) == words.planted == 400
