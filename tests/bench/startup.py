"""How soon the program is there: unlock screen against a bare PySide6 window, the ways in, then *Vandaag*, then pages.

Run by ``build/bench startup``; the last line is one JSON object.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from gpconnect.app import Program
    from gpconnect.ui.main_window import MainWindow

BARE = """
import time, sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv[:1])
window = QLabel("GPConnect"); window.resize(1360, 860); window.show()
app.processEvents()
print(time.time(), flush=True)
"""
UNLOCK = """
import time, sys, resource
from pathlib import Path
from gpconnect import app
from gpconnect.ui.settings import Settings
setup = app.Setup(Path(sys.argv[1]), choices=Settings())
application = app.make_application(setup.choices)
program = app.Program(setup)
program.start()
application.processEvents()
print(time.time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)
program.close()
"""
LIMITS = {
    "unlock_to_bare_window": 2.5,
    "resident_to_100_mb": 1.0,
    "today_to_0.3_s": 1.0,
    "page_to_50_ms": 1.0,
    "keyring_to_0.15_s": 1.0,
    "passphrase_to_argon2": 1.5,
}


def started(code: str, rounds: int, *arguments: str) -> tuple[float, int]:
    """Median seconds from starting the process until the window is up, and the most megabytes it took."""
    seconds, memory = [], 0
    for _ in range(rounds):
        begun = time.time()
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
        first, *rest = done.stdout.split()
        seconds.append(float(first) - begun)
        memory = max([memory, *map(int, rest)])
    return statistics.median(seconds), memory


def opened(folder: Path, months: int, rounds: int) -> dict[str, float]:
    """Seconds from the derived key to a filled *Vandaag*, the switches between pages made before, and the ways in."""
    from gpconnect import app
    from gpconnect.demo import command, pilot
    from gpconnect.domain.staff import Role
    from gpconnect.storage import slots
    from gpconnect.ui.robot import Robot
    from gpconnect.ui.settings import Settings

    made = pilot.make(folder, months=months, today=date(2026, 11, 24))
    person = made.person(Role.YOUTH_WORKER)
    clock = command.RunningClock(made.today)
    choices = Settings(theme="light", idle_minutes=0)
    app.make_application(choices)

    derived = time.perf_counter()
    slots.unlock_with_passphrase(person.folder, person.passphrase)
    key_seconds = time.perf_counter() - derived

    program = app.Program(app.Setup(person.folder, now=clock, choices=choices, sync=False))
    program.start()
    robot = Robot(program.unlock)
    robot.type_into(program.unlock, person.passphrase)
    robot.wait_for(lambda: program.is_loaded, "the rest of the program, which loads while a person types")
    begun = time.perf_counter()
    robot.press("Return")
    robot.wait_for(lambda: program.window is not None and "Yusuf" in " ".join(Robot(program.window).texts()), "Vandaag")
    filled = time.perf_counter() - begun
    window = program.window
    assert window is not None
    first, switches = switched(program, window)
    program.close()
    return ways_in(person.folder, person.passphrase, rounds) | {
        "unlock_with_key_s": round(filled, 3),
        "today_after_key_s": round(max(filled - key_seconds, 0.0), 3),
        "page_switch_median_ms": round(statistics.median(switches), 1),
        "page_switch_slowest_ms": round(max(switches), 1),
        "page_first_visit_slowest_ms": round(max(first), 1),
    }


class Ring:
    """A keyring that answers at once: how long the system's own takes is not ours."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept."""
        return self.held.get(service + username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.held[service + username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        del self.held[service + username]


def ways_in(folder: Path, old: str, rounds: int) -> dict[str, float]:
    """Seconds of work from a way in to an opened file, at the real cost of a passphrase, beside Argon2id alone."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    from gpconnect.services import profiles
    from gpconnect.storage import connection, files, folder_lock, slots

    ring, phrase = Ring(), "zeven blauwe fietsen bij de brug"
    slots.change_passphrase(folder, old, phrase)
    slots.add_keyring_slot(folder, slots.unlock_with_passphrase(folder, phrase), ring)
    cost = slots.COST

    def argon2() -> None:
        lanes, memory = cost.lanes, cost.memory_kib
        Argon2id(salt=bytes(16), length=32, iterations=cost.iterations, lanes=lanes, memory_cost=memory).derive(b"x")

    def opening(key_of: Callable[[], bytes]) -> Callable[[], None]:
        def work() -> None:
            with folder_lock.claim_folder(folder):
                db = connection.open_file(files.database_path(folder), key_of())
                profiles.device_keys(db)
                connection.close(db)

        return work

    works = {
        "argon2_s": argon2,
        "unlock_passphrase_s": opening(lambda: slots.unlock_with_passphrase(folder, phrase)),
        "unlock_keyring_s": opening(lambda: slots.unlock(folder, slots.KEYRING, "", ring)),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):  # in turn, so that a busy moment of the machine is shared by all
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - begun)
    return {name: round(statistics.median(seconds), 4) for name, seconds in taken.items()}


def switched(program: "Program", window: "MainWindow") -> tuple[list[float], list[float]]:
    """Milliseconds until a page shows what it has to show: the first visits, then three rounds along all areas."""
    areas = [button.area.key for button in window.rail.buttons()]
    return [switch(program, window, area) for area in areas], [switch(program, window, area) for area in areas * 3]


def switch(program: "Program", window: "MainWindow", area: str) -> float:
    """Milliseconds of one switch, its data included."""
    from PySide6.QtCore import QCoreApplication

    begun = time.perf_counter()
    window.open(area)
    QCoreApplication.processEvents()
    program.tasks.idle()
    QCoreApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def main() -> int:
    """Measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description="How soon the program is there.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and a smaller pilot")
    quick = parser.parse_args().quick
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rounds = 3 if quick else 9
    bare, _ = started(BARE, rounds)
    with TemporaryDirectory() as folder:
        for name in ("records.db", "slots.json"):  # the unlock screen asks whether they are there
            (Path(folder) / name).touch()
        unlock, memory = started(UNLOCK, rounds, folder)
        figures = opened(Path(folder) / "pilot", 1 if quick else 6, rounds)
    ratios = {
        "unlock_to_bare_window": round(unlock / bare, 2),
        "resident_to_100_mb": round(memory / 100, 2),
        "today_to_0.3_s": round(figures["today_after_key_s"] / 0.3, 2),
        "page_to_50_ms": round(figures["page_switch_slowest_ms"] / 50, 2),
        "keyring_to_0.15_s": round(figures["unlock_keyring_s"] / 0.15, 3),
        "passphrase_to_argon2": round(figures["unlock_passphrase_s"] / figures["argon2_s"], 2),
    }
    figures |= {
        "bare_window_s": round(bare, 3),
        "unlock_screen_s": round(unlock, 3),
        "unlock_resident_mb": memory,
        "whole_resident_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    held = all(ratios[name] <= limit for name, limit in LIMITS.items())
    print(msgspec.json.encode({"name": "startup", "ok": held, "ratios": ratios, "figures": figures}).decode())
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
