"""Fuzzing, briefly; `build/test --long` gives each decoder twenty thousand things."""

import pytest

from tests.campaigns.campaign import alone
from tests.campaigns.fuzz import FULL, PLANTS


def test_every_decoder_says_no_in_words() -> None:
    outcome = alone("fuzz", "--rounds", "40")

    assert outcome.violations == 0, outcome.details


@pytest.mark.long
def test_every_decoder_says_no_in_words_to_everything() -> None:
    outcome = alone("fuzz", "--rounds", str(FULL), "--seed", "2")

    assert outcome.violations == 0, outcome.details


@pytest.mark.parametrize("plant", PLANTS)
def test_a_decoder_that_dies_or_eats_memory_is_found(plant: str) -> None:
    outcome = alone("fuzz", "--rounds", "20", "--plant", plant)

    assert outcome.violations == 1
