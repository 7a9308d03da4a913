"""The crash campaign, short; `build/test --long` strikes every write point twenty times and 2,000 random moments."""

import pytest

from tests.campaigns.campaign import alone
from tests.campaigns.crash import EVERY, FULL
from tests.campaigns.faults import AVAILABLE, WHY_NOT

pytestmark = pytest.mark.skipif(not AVAILABLE, reason=WHY_NOT)


def test_killed_anywhere_the_file_opens_whole_and_nothing_that_was_saved_is_lost() -> None:
    outcome = alone("crash", "--rounds", "12")

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == 12 + 5 * 12


def test_every_planted_bug_is_found() -> None:
    outcome = alone("crash", "--rounds", "4", "--plant", EVERY)

    assert outcome.violations == 0, outcome.details


@pytest.mark.long
def test_killed_at_every_write_point_twenty_times_and_two_thousand_times_anywhere() -> None:
    outcome = alone("crash", "--rounds", str(FULL))

    assert outcome.violations == 0, outcome.details
