"""The crash campaign, short; `build/test --long` strikes every write point twenty times and 2,000 random moments."""

from pathlib import Path

import pytest

from gpconnect.domain.notes import NoteDraft
from gpconnect.storage import erasure, rows
from gpconnect.storage.connection import transaction
from tests.campaigns.campaign import alone
from tests.campaigns.crash import EVERY, FULL
from tests.campaigns.crashing import proof, world
from tests.campaigns.crashing.day import DEEDS, Day
from tests.campaigns.crashing.living import prepare
from tests.campaigns.faults import AVAILABLE, WHY_NOT

pytestmark = pytest.mark.skipif(not AVAILABLE, reason=WHY_NOT)


def test_killed_anywhere_the_file_opens_whole_and_nothing_that_was_saved_is_lost() -> None:
    outcome = alone("crash", "--rounds", "12")

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == 12 + 5 * 12


def test_every_planted_bug_is_found() -> None:
    outcome = alone("crash", "--rounds", "4", "--plant", EVERY)

    assert outcome.violations == 0, outcome.details


def test_the_day_ends_with_a_dossier_destroyed_and_half_of_that_would_be_seen(tmp_path: Path) -> None:
    day = Day(world.build(tmp_path))
    day.unlock()
    for number, deed in enumerate(DEEDS):
        prepare(day, number)
        deed(day)
    db = day.session.db
    (stone,) = erasure.tombstones(db)
    assert stone.patient_id == day.facts["child"]
    assert list(proof.half_destroyed(db)) == []

    with transaction(db):
        rows.put(db, NoteDraft("aa" * 16, stone.patient_id, "", "first_talk", 1, "x", "y", day.now(), day.now()))

    assert [one.startswith("half destroyed") for one in proof.half_destroyed(db)] == [True]
    day.end()


@pytest.mark.long
def test_killed_at_every_write_point_twenty_times_and_two_thousand_times_anywhere() -> None:
    outcome = alone("crash", "--rounds", str(FULL))

    assert outcome.violations == 0, outcome.details
