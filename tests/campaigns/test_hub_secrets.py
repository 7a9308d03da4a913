"""What a hub keeps, searched; `build/test --long` plants ten thousand names and sentences."""

import pytest

from tests.campaigns.campaign import Outcome, alone
from tests.campaigns.hub_secrets import FULL, PLANTS


def clean(outcome: Outcome, rounds: int) -> None:
    assert outcome.violations == 0, outcome.details
    assert outcome.rounds >= 2 * rounds


@pytest.mark.postgresql
def test_neither_database_of_a_hub_holds_a_name_or_a_sentence() -> None:
    clean(alone("hub_secrets", "--rounds", "300"), 300)


@pytest.mark.long
@pytest.mark.postgresql
def test_neither_holds_one_of_ten_thousand() -> None:
    clean(alone("hub_secrets", "--rounds", str(FULL)), FULL)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_client_that_tells_the_hub_too_much_is_found(plant: str) -> None:
    outcome = alone("hub_secrets", "--rounds", "20", "--plant", plant)

    assert any("without its seal" in one and "words, such as" in one for one in outcome.details), outcome.details
