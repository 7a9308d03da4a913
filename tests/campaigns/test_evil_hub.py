"""The evil hub, with few headers; `build/test --long` changes a hundred thousand."""

import random

import pytest

from gpconnect.sync import wire
from tests.campaigns.campaign import Options, Tally, alone
from tests.campaigns.evil import mutations
from tests.campaigns.evil.plants import PLANTS
from tests.campaigns.evil_hub import ATTACKS, FULL, evil_hub


def test_no_attack_is_taken_for_the_truth_and_each_is_told_in_the_right_words() -> None:
    outcome = alone("evil_hub", "--rounds", "300")

    assert outcome.violations == 0, outcome.details


@pytest.mark.long
def test_a_hundred_thousand_changed_headers_are_refused() -> None:
    outcome = alone("evil_hub", "--rounds", str(FULL), "--seed", "2")

    assert outcome.violations == 0, outcome.details


@pytest.mark.parametrize("plant", PLANTS)
def test_a_check_that_is_switched_off_is_noticed(plant: str) -> None:
    tally = Tally(quiet=True)
    evil_hub(Options(rounds=0, plant=plant), tally)

    assert tally.violations


def test_there_are_forty_attacks_and_more_each_under_its_own_name() -> None:
    names = [attack.name for attack in ATTACKS]

    assert len(set(names)) == len(names) >= 40
    assert {plant.noticed_by for plant in PLANTS.values()} <= set(names)


def test_a_changed_header_is_changed() -> None:
    """Headers that come out the same would prove nothing."""
    chance = random.Random(1)
    values = (1, 0, b"12345678", b"", "team/noord", "", (), None, wire.Entry())
    assert not [value for value in values for _ in range(50) if mutations.other(value, chance) == value]
