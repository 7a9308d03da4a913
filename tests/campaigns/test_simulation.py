"""The simulation, short; `build/test --long` lives through 2,000 histories and seeks every planted bug."""

import tomllib

import pytest

from tests.campaigns.campaign import alone
from tests.campaigns.simulation import chance, history, kept
from tests.campaigns.simulation.history import Step
from tests.campaigns.simulation.invariants import AT_ONCE, INVARIANTS
from tests.campaigns.simulation.living import EVERY
from tests.campaigns.simulation.planted import PLANTS
from tests.campaigns.simulation.shrinking import shrink


def test_two_hundred_histories_end_with_everybody_equal_and_nothing_lost() -> None:
    outcome = alone("simulation")

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == 200


def test_a_seed_decides_everything() -> None:
    assert history.draw(1, 5) == history.draw(1, 5)
    assert history.draw(1, 5) != history.draw(2, 5)
    assert chance.is_seeded()


def test_the_same_history_is_answered_the_same_on_both_databases() -> None:
    here, there = (alone("simulation", "--rounds", "12", "--hub", hub) for hub in ("sqlite", "postgresql"))

    assert (here.violations, there.violations) == (0, 0), here.details + there.details
    assert here.details[-1].startswith("answers ")
    assert here.details[-1] == there.details[-1]


def test_a_story_is_shrunk_to_the_steps_that_matter() -> None:
    one = history.draw(1, 3)
    needed = {one.steps[4], one.steps[17]}

    short = shrink(one, lambda shorter: needed <= set(shorter.steps))

    assert set(short.steps) == needed
    assert set(short.present) >= {step.who for step in needed}


def test_a_kept_history_is_read_as_it_was_written() -> None:
    one = history.draw(1, 3)

    (again,) = tomllib.loads(kept.as_text(one, "an example"))["history"]

    assert tuple(map(Step.read, again["steps"])) == one.steps
    assert (again["seed"], tuple(again["present"]), tuple(again["skews"])) == (one.seed, one.present, one.skews)


def test_twenty_five_bugs_have_a_history_of_their_own() -> None:
    assert kept.planted().keys() <= PLANTS.keys()
    assert len(kept.planted()) >= 25


def test_every_invariant_sees_a_planted_bug() -> None:
    seen = frozenset().union(*(by for _, by in kept.planted().values()))

    assert set(INVARIANTS) <= seen <= {*INVARIANTS, *AT_ONCE}
    assert "recalled is gone" in seen


def test_who_is_needed_for_a_scene_is_there_or_it_is_left_out() -> None:
    for name, scene in history.REHEARSED.items():
        assert {deed for _, deed in (line.split(":") for line in scene.split())} <= EVERY, name
    drawn = [history.draw(1, number) for number in range(100)]
    assert {step.name for one in drawn for step in one.steps} <= set(history.EVERYBODY)
    assert all(step.name in one.present for one in drawn for step in one.steps)


def test_every_planted_bug_is_seen_in_its_history() -> None:
    outcome = alone("plants", "--rounds", "0")

    assert outcome.violations == 0, outcome.details
    assert outcome.rounds == len(kept.planted())


@pytest.mark.long
def test_two_thousand_histories() -> None:
    outcome = alone("simulation", "--rounds", "2000", "--seed", "2")

    assert outcome.violations == 0, outcome.details


@pytest.mark.long
def test_every_planted_bug_is_found_within_two_thousand_histories() -> None:
    outcome = alone("plants")

    assert outcome.violations == 0, outcome.details
