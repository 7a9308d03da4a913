"""The agenda's campaign, short; `build/test --long` lives through a hundred thousand histories."""

import pytest

from tests.campaigns.agenda import INVARIANTS, PLANTS
from tests.campaigns.campaign import alone

SEEN_BY = {
    "arriving_counts_every_other_time": "all equal",
    "closed_door_not_told": "nobody dropped",
    "granted_to_second": "one holder",
    "loser_not_told": "losers told",
    "confirmed_is_forgotten": "given is kept",
    "double_not_told": "one place",
    "tangle_not_told": "slots inside",
    "deputies_stay": "right hands",
}


def test_two_desks_that_were_apart_give_no_place_twice_and_drop_nobody() -> None:
    outcome = alone("agenda")

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == 400


@pytest.mark.parametrize(("plant", "invariant"), SEEN_BY.items())
def test_a_planted_bug_is_found(plant: str, invariant: str) -> None:
    outcome = alone("agenda", "--rounds", "600", "--plant", plant)

    assert any(f": {invariant}: " in line for line in outcome.details), outcome.details


def test_each_invariant_sees_a_bug_of_its_own() -> None:
    assert set(SEEN_BY.values()) == INVARIANTS.keys()
    assert SEEN_BY.keys() == PLANTS.keys()


@pytest.mark.long
def test_a_hundred_thousand_histories() -> None:
    outcome = alone("agenda", "--rounds", "100000", "--seed", "5")

    assert outcome.violations == 0, outcome.details
