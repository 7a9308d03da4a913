"""A person at the window while many notes come in: how long a click waits for what it asked.

python -m tests.bench.syncing.window FOLDER URL; prints one JSON object.
"""

import argparse
import statistics
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop

from gpconnect import app
from gpconnect.app import Program
from gpconnect.domain.notes import Note
from gpconnect.services import syncing
from gpconnect.storage import rows
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.robot import Robot
from gpconnect.ui.settings import Settings
from tests.bench.syncing import written

CLICKS_ALONE = 20


class Finger:
    """Goes from page to page, and waits each time until the file has answered all that the page asked of it."""

    def __init__(self, program: Program, window: MainWindow) -> None:
        self.program = program
        self.window = window
        self.areas = [button.area.key for button in window.rail.buttons()]
        self.count = 0
        self._answered = False

    def click(self) -> float:
        """Milliseconds from the click until the page has what it asked, drawing included."""
        self._answered = False
        begun = time.perf_counter()
        self.window.open(self.areas[self.count % len(self.areas)])
        # The queue answers in order: this comes after everything that the page asked.
        self.program.tasks.run(syncing.state).then(self._has_answered)
        while not self._answered:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QCoreApplication.processEvents()
        self.count += 1
        return (time.perf_counter() - begun) * 1000

    def _has_answered(self, _state: object) -> None:
        self._answered = True


def main() -> None:
    """Unlock, visit every page once, click while nothing happens, then click while the notes come in."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("url")
    asked = parser.parse_args()
    with written.opened(asked.folder) as session:
        syncing.set_hub(session, asked.url)
    choices = Settings(theme="light", idle_minutes=0)
    app.make_application(choices)
    program = app.Program(app.Setup(asked.folder, now=written.clock, choices=choices, sync=False))
    program.start()
    robot = Robot(program.unlock)
    robot.type_into(program.unlock, written.WORDS)
    robot.wait_for(lambda: program.is_loaded, "the rest of the program")
    robot.press("Return")
    robot.wait_for(lambda: program.window is not None, "the window")
    assert program.window is not None
    assert program.syncer is not None
    program.tasks.idle()
    finger = Finger(program, program.window)
    for _ in range(2 * len(finger.areas)):
        finger.click()
    alone = [finger.click() for _ in range(CLICKS_ALONE)]
    program.syncer.sync()
    beside: list[float] = []
    until = time.monotonic() + 60
    begun = time.perf_counter()
    while (program.syncer.running or not beside) and time.monotonic() < until:
        beside.append(finger.click())
    seconds = time.perf_counter() - begun
    program.tasks.idle()
    program.close()
    with written.opened(asked.folder) as session:
        notes = rows.count(session.db, Note)
    said = {
        "clicks": len(beside),
        "alone_slowest_ms": max(alone),
        "beside_median_ms": statistics.median(beside),
        "beside_slowest_ms": max(beside),
        "seconds": seconds,
        "notes": notes,
    }
    print(msgspec.json.encode(said).decode())


if __name__ == "__main__":
    main()
