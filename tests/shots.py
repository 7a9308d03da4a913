"""Photographs every page of the program in the demo pilot and has a machine look at each.

Run by ``build/shots OUT [--lang nl|en] [--theme light|dark] [--scale 100|150|200]``; the last line is one JSON object.
"""

import argparse
import os
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from gpconnect.app import Program
    from gpconnect.ui.robot import Robot

MORE: dict[str, dict[str, dict[str, object]]] = {
    "agenda": {"all": {"site": "*"}, "day": {"site": "*", "view": "day"}},
}
"""What an area shows besides what it opens with."""
PEOPLE = ("youth_worker", "gp", "practice_assistant", "coordinator")


def photograph(
    target: Path, folder: Path, *, language: str, theme: str, scale: float, months: int
) -> dict[str, object]:
    """Open everybody's window in turn, go through the areas, and keep picture and findings of each."""
    from gpconnect import app
    from gpconnect.demo import command, pilot
    from gpconnect.domain.staff import Role
    from gpconnect.ui.inspection import inspect
    from gpconnect.ui.robot import Robot
    from gpconnect.ui.settings import Settings

    made = pilot.make(folder, months=months, today=date(2026, 11, 24))
    choices = Settings(theme=theme, scale=scale, language=language, idle_minutes=0)
    app.make_application(choices)
    pictures, problems = 0, []
    for name in PEOPLE:
        person = made.person(Role(name))
        setup = app.Setup(person.folder, now=command.RunningClock(made.today), choices=choices, sync=False)
        program = app.Program(setup)
        program.start()
        robot = Robot(program.unlock)
        robot.grab(target / f"{name}-00-unlock.png")
        program.open(person.passphrase)
        robot.wait_for(partial(getattr, program, "window"), f"the window of {name}")
        window = program.window
        assert window is not None
        for place, button in enumerate(window.rail.buttons(), 1):
            area = button.area.key
            for look, params in {"": {}, **MORE.get(area, {})}.items():
                window.open(area, params)
                settle(program, Robot(window))
                shown = f"{place:02d}-{area}{look and '-'}{look}"
                Robot(window).grab(target / f"{name}-{shown}.png")
                pictures += 1
                problems += [
                    {"page": f"{name}/{area}", "kind": one.kind, "where": one.where, "detail": one.detail}
                    for one in inspect(window)
                ]
        program.close()
    return {"name": "shots", "pictures": pictures, "problems": problems}


def settle(program: "Program", robot: "Robot") -> None:
    """Until nothing is being loaded and the layout has come to rest."""
    for _ in range(3):
        program.tasks.idle()
        robot.breathe()


def main() -> int:
    """Take the pictures and print what the machine saw."""
    parser = argparse.ArgumentParser(description="Photographs every page of the demo pilot.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", choices=["nl", "en"], default="nl")
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--scale", choices=["100", "150", "200"], default="100")
    parser.add_argument("--data", type=Path, default=None, help="a demo pilot that is there already")
    parser.add_argument("--months", type=int, default=2)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        found = photograph(
            options.out,
            options.data or Path(folder) / "pilot",
            language=options.lang,
            theme=options.theme,
            scale=int(options.scale) / 100,
            months=options.months,
        )
    print(f"{time.monotonic() - begun:.0f} s")
    print(msgspec.json.encode(found).decode())
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main())
