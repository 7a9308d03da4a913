"""The typing campaign: briefly here, in full with ``--long``."""

import pytest

from tests.campaigns.campaign import alone
from tests.campaigns.typed import FULL
from tests.campaigns.typed_hand import PLANTS


def test_a_pulled_plug_takes_less_than_the_last_second_at_whatever_key() -> None:
    outcome = alone("typed", "--rounds", "20")

    assert (outcome.rounds, outcome.violations) == (20, 0), outcome.details


@pytest.mark.parametrize("plant", sorted(set(PLANTS) - {""}))
def test_it_finds_what_was_planted(plant: str) -> None:
    assert alone("typed", "--rounds", "6", "--plant", plant).violations > 0


@pytest.mark.long
def test_a_thousand_times() -> None:
    outcome = alone("typed", "--rounds", str(FULL))

    assert outcome.violations == 0, outcome.details
