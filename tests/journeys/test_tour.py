"""The whole program: the tour of all journeys, as the command line walks it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

BUDGETS = {"J1": 11, "J2": 2, "J4": 14, "J6": 3}
OF_STEPS = {
    "bekende jeugdige boeken": 8,
    "nieuwe jeugdige boeken": 11,
    "afspraak verplaatsen": 3,
    "afspraak afzeggen": 3,
    "vervolgnotitie met alleen het toetsenbord": 6,
}
"""Steps with a figure of their own."""


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tour through a pilot of one month, in a process of its own."""
    folder = tmp_path_factory.mktemp("tour")
    command = [sys.executable, "-m", "gpconnect", "demo", "--tour", str(folder / "out")]
    wishes = ["--data", str(folder / "pilot"), "--months", "1", "--today", "2026-11-24"]
    done = subprocess.run(
        command + wishes,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return folder / "out"


def steps(tour: Path) -> list[dict[str, Any]]:
    """The steps as ``tour.json`` tells them."""
    report = msgspec.json.decode((tour / "tour.json").read_bytes())
    return list(report["steps"])


@pytest.mark.journey
def test_every_step_of_every_journey_passes(tour: Path) -> None:
    assert {step["journey"] for step in steps(tour)} >= {"J1", "J2", "J3", "J4", "J5", "J6", "J7"}
    assert [step for step in steps(tour) if not step["passed"]] == []


@pytest.mark.journey
def test_no_journey_takes_more_actions_than_the_product_allows(tour: Path) -> None:
    for step in steps(tour):
        if step["budget"]:
            assert 0 < step["actions"] <= step["budget"] <= BUDGETS.get(step["journey"], step["budget"])


@pytest.mark.journey
def test_booking_moving_and_calling_off_stay_within_their_own_budget(tour: Path) -> None:
    found = {step["name"]: step for step in steps(tour)}

    for name, budget in OF_STEPS.items():
        assert 0 < found[name]["actions"] <= budget, name
        assert found[name]["budget"] == budget


@pytest.mark.journey
def test_a_third_place_is_opened_within_a_minute(tour: Path) -> None:
    (opening,) = (step for step in steps(tour) if step["name"] == "derde plek openen")

    assert opening["passed"], opening["trouble"]
    assert 0 < opening["actions"] <= 5
    assert 0 < opening["seconds"] < 60


@pytest.mark.journey
def test_it_leaves_a_picture_of_each_step_and_the_printed_evaluation(tour: Path) -> None:
    assert all((tour / step["picture"]).stat().st_size for step in steps(tour))
    assert (tour / "evaluatie.pdf").read_bytes().startswith(b"%PDF-")
