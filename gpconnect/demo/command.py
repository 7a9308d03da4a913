"""The command `gpconnect demo`: make the invented pilot once, open it with its hub, or walk through it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from gpconnect.demo import pilot
from gpconnect.domain.staff import Role
from gpconnect.hub import embedded
from gpconnect.services.session import AMSTERDAM

OPENS_AT = time(9, 52)
"""The moment of the last half-day at which the demo opens: one talk done, one going on."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What demo is asked for; see `gpconnect demo --help`."""

    folder: Path
    role: Role = Role.YOUTH_WORKER
    seed: int = 1
    months: int = 6
    sites: int = 2
    today: date | None = None


class RunningClock:
    """A clock that starts at a moment of the demo's last day and runs on as fast as a real one."""

    def __init__(self, day: date, at: time = OPENS_AT) -> None:
        self._begin = datetime.combine(day, at, AMSTERDAM).astimezone(UTC)
        self._real = datetime.now(UTC)

    def __call__(self) -> datetime:
        """The moment in the demo, aware UTC."""
        return self._begin + (datetime.now(UTC) - self._real)


def prepare(wish: Wish, say: Say) -> int:
    """Make the pilot when it is not there yet, and say who is in it."""
    _introduce(_made(wish, say), say)
    return 0


def open_demo(wish: Wish, say: Say) -> int:
    """Open one person's window, with the pilot's hub running behind it."""
    from gpconnect import app

    made = _made(wish, say)
    _introduce(made, say)
    person = made.person(wish.role)
    with hub_of(made) as hub:
        setup = app.Setup(person.folder, title=f"{person.name} (demo)", now=RunningClock(made.today), hub=hub.url)
        return app.run(setup)


def tour(wish: Wish, target: Path, say: Say) -> int:
    """Walk the journeys through the real windows; 1 when a step fails. A copy is walked: the pilot stays as it is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gpconnect.demo import tour as walk

    made = _made(wish, say)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(made.folder, Path(folder) / "pilot"))
        report = walk.run(made.at(copied), target, say)
    say(f"Beelden, evaluatie.pdf en tour.json staan in {target}.")
    return 0 if report.passed else 1


def _made(wish: Wish, say: Say) -> pilot.DemoPilot:
    def tell(done: int, of: int) -> None:
        say(f"De pilot wordt gemaakt: {done} van {of} weken")

    return pilot.make(
        wish.folder, seed=wish.seed, months=wish.months, sites=wish.sites, today=wish.today, progress=tell
    )


def hub_of(made: pilot.DemoPilot) -> embedded.RunningHub:
    """The pilot's hub, running again on this machine; on another port when its own is taken."""
    return embedded.start(made.hub_data)


def _introduce(made: pilot.DemoPilot, say: Say) -> None:
    say(f"De verzonnen pilot staat in {made.folder}. Het is er {made.today:%d-%m-%Y}.")
    for person in made.people:
        say(f"  {person.role:20} {person.name:18} wachtwoordzin: {person.passphrase}")
