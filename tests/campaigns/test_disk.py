"""The disk campaign, short; and its plants, each of which it must find."""

import pytest

from tests.campaigns import faults
from tests.campaigns.campaign import Options, run
from tests.campaigns.disk import FULL, PLANTS, SHORT, disk

pytestmark = pytest.mark.skipif(not faults.AVAILABLE, reason=faults.WHY_NOT)


def test_on_a_disk_that_fails_nothing_acknowledged_is_lost_and_everything_is_told() -> None:
    outcome = run("disk", disk, Options(SHORT))

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == 3 * SHORT


@pytest.mark.long
def test_a_thousand_of_each_fault() -> None:
    assert run("disk", disk, Options(FULL)).violations == 0


@pytest.mark.parametrize("plant", sorted(set(PLANTS) - {""}))
def test_a_planted_bug_is_found(plant: str) -> None:
    assert run("disk", disk, Options(6, plant=plant)).violations > 0
