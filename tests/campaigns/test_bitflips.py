"""The bit-flip campaign, short; and its plants, each of which it must find."""

import pytest

from tests.campaigns.bitflips import FULL, PLANTS, SHORT, bitflips
from tests.campaigns.campaign import Options, run


def test_every_flipped_bit_is_noticed_and_the_dossiers_are_named() -> None:
    outcome = run("bitflips", bitflips, Options(SHORT))

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == SHORT


@pytest.mark.long
def test_a_thousand_flips() -> None:
    """A thousand in the file itself; those in the log come on top of them."""
    outcome = run("bitflips", bitflips, Options(FULL))

    assert outcome.violations == 0, outcome.details
    assert "1000 bits flipped in the file, 100 in the log beside it" in outcome.details


@pytest.mark.parametrize("plant", sorted(set(PLANTS) - {""}))
def test_a_planted_bug_is_found(plant: str) -> None:
    assert run("bitflips", bitflips, Options(30, plant=plant)).violations > 0
