"""A tour as a list of steps: what was done, how many actions it took, whether it worked, and a picture."""

import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.ui.robot import NotFoundError, Robot


@dataclass(slots=True)
class Step:
    """One step of a journey.

    Attributes:
        journey: ``J1`` to ``J7``.
        name: what is done, in a few Dutch words.
        budget: most actions that the product allows, 0 where it sets none.
        actions: actions that a person needed: key chords, clicks and filled fields.
        typed_fields: how many fields were filled in (part of `actions`, but for a budget besides typed text).
        seconds: how long the robot took, waiting for the program included.
        trouble: what went wrong; code places and what the robot looked for, never content.
    """

    journey: str
    name: str
    budget: int
    actions: int = 0
    typed_fields: int = 0
    seconds: float = 0.0
    passed: bool = False
    picture: str = ""
    trouble: str = ""


@dataclass(slots=True)
class TourReport:
    """All steps, as they stand in ``tour.json``."""

    steps: list[Step] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether every step worked within its budget."""
        return bool(self.steps) and all(step.passed for step in self.steps)

    def write(self, target: Path) -> None:
        """Write ``tour.json``."""
        journeys = {
            journey: {
                "actions": sum(step.actions for step in self.steps if step.journey == journey),
                "passed": all(step.passed for step in self.steps if step.journey == journey),
            }
            for journey in dict.fromkeys(step.journey for step in self.steps)
        }
        whole = {"passed": self.passed, "journeys": journeys, "steps": [asdict(step) for step in self.steps]}
        target.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2))


class Tour:
    """Keeps the report and the pictures while the journeys are walked."""

    def __init__(self, target: Path, say: Callable[[str], None]) -> None:
        self.target = target
        self.report = TourReport()
        self._say = say

    @contextmanager
    def step(
        self, journey: str, name: str, robot: Robot, *, budget: int = 0, besides_text: bool = False
    ) -> Iterator[Step]:
        """One step; what goes wrong inside is written down, and the tour goes on with the next.

        Args:
            journey: ``J1`` to ``J7``.
            name: what is done.
            robot: of the window in which it is done.
            budget: most actions, 0 for none.
            besides_text: whether the budget leaves typed text out, as the product says for J4.
        """
        made = Step(journey, name, budget)
        robot.restart()
        begun = time.monotonic()
        try:
            yield made
            counted = robot.actions - (robot.typed if besides_text else 0)
            made.passed = not budget or counted <= budget
            if not made.passed:
                made.trouble = f"{counted} actions, {budget} allowed"
        except (NotFoundError, AssertionError, KnownError) as error:
            made.trouble = f"{error} at {_place(error)}"
        made.actions = robot.actions - (robot.typed if besides_text else 0)
        made.typed_fields = robot.typed
        made.seconds = round(time.monotonic() - begun, 2)
        self.report.steps.append(made)
        made.picture = self._picture(robot, name)
        said = "goed" if made.passed else f"MIS: {made.trouble}"
        said_count = f"{made.actions} van {budget}" if budget else str(made.actions)
        self._say(f"{journey} {name}: {said_count} handelingen, {made.seconds:.1f} s, {said}")

    def finish(self) -> TourReport:
        """Write the report."""
        self.report.write(self.target / "tour.json")
        return self.report

    def _picture(self, robot: Robot, name: str) -> str:
        words = "-".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())
        file = f"{len(self.report.steps):02d}-{words}.png"
        robot.grab(self.target / file)
        return file


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "gpconnect" in frame.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
