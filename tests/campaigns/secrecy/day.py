"""A day through the real windows, without a screen, that ends in a crash.

    python -m tests.campaigns.secrecy.day HOME N [PLANT]

It runs in a process of its own, with all its folders under HOME. The last line it prints is how many names and
sentences were planted; then it is killed while somebody types.
"""

import os
import signal
import sys
import traceback
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer

from gpconnect import app
from gpconnect.demo import pilot
from gpconnect.demo.command import RunningClock
from gpconnect.demo.desks import Desk, SwitchableHub
from gpconnect.demo.pilot import DemoPilot
from gpconnect.domain.staff import Role
from gpconnect.services import profiles, syncing
from gpconnect.sync.client import HubClient, http_send
from gpconnect.ui.errors import ErrorReporter, log_folder
from gpconnect.ui.settings import Settings
from tests.campaigns.secrecy.planting import plant
from tests.campaigns.secrecy.plants import LIVING
from tests.campaigns.secrecy.words import Words

TODAY = date(2026, 11, 24)
BARE = 3
"""Arguments without a plant."""
PILOT, COPIES, EXPORTS, SAID = "pilot", "copies", "exports", "said"


class Bug:
    """A bug whose text quotes what was typed, as those of libraries do."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def happen(self) -> None:
        """Raises in the thread that draws, with nobody to catch it."""
        message = f"cannot read {self._words.sentence()!r} of {self._words.name()}"
        raise ValueError(message)


def live(home: Path, wanted: int) -> None:
    """The day, to its end."""
    made = pilot.make(home / PILOT, months=1, sites=1, today=TODAY)
    words, hub = Words(), SwitchableHub(made)
    _through_services(made, hub.url, words, wanted)
    choices = Settings(theme="light")
    application = app.make_application(choices)
    reporter = ErrorReporter(log_folder(), application)
    reporter.install()
    clock = RunningClock(made.today)
    assistant = _opened(Desk(made.person(Role.PRACTICE_ASSISTANT), clock, hub.url, choices))
    _book(assistant, words)
    assistant.sync()
    assistant.close()  # the end of a day as it should be: the choices of this machine are written
    worker = _opened(Desk(made.person(Role.YOUTH_WORKER), clock, hub.url, choices))
    _open_a_dossier(worker, words)
    _search(worker, words)
    worker.sync()
    QTimer.singleShot(0, Bug(words).happen)
    worker.robot.wait_for(lambda: reporter.dialog, "the dialog about a bug")
    assert reporter.dialog is not None
    reporter.dialog.close()
    _type_a_note(worker, words)
    _lock_and_unlock(worker)
    worker.go("today")
    worker.robot.click_text("Notitie openen")
    worker.robot.find("noteSign")
    print(words.planted + 1, flush=True)
    worker.robot.fill_form({"agreements": words.sentence()})
    os.kill(os.getpid(), signal.SIGKILL)


def _through_services(made: DemoPilot, url: str, words: Words, wanted: int) -> None:
    clock = RunningClock(made.today)
    opened = [
        profiles.open_profile(made.person(role).folder, made.person(role).passphrase, now=clock)
        for role in (Role.YOUTH_WORKER, Role.PRACTICE_ASSISTANT)
    ]
    plant(opened[0].session, opened[1].session, words, wanted)
    for profile in opened:
        line = http_send(url)
        hub = HubClient(line, profiles.device_keys(profile.session.db))
        syncing.sync_now(profile.session, hub)
        line.close()
        profile.close()


def _opened(desk: Desk) -> Desk:
    """As started from the desktop: with the choices that this machine keeps, not with those of a tour."""
    setup = desk.program.setup
    desk.program.setup = app.Setup(setup.folder, setup.title, setup.now, None, sync=False, hub=setup.hub)
    desk.open()
    return desk


def _book(desk: Desk, words: Words) -> None:
    """A new child by phone, and the card to take home, looked at before printing."""
    robot = desk.robot
    robot.press("Ctrl+N")
    robot.find("bookSearch")
    robot.type(f"{words.name()} {words.name()} 13-2-2013")
    robot.wait_for(lambda: robot.hits("bookHits"), "the offer to add a new child")
    robot.press("Return")
    robot.fill("bookPhone", "0418 000 321")
    robot.click("bookReason_anxiety")
    robot.fill("bookWords", words.sentence())
    robot.click("bookConsentGiven")
    robot.click("bookSlot0")
    robot.click("bookConfirm")
    robot.click("bookPrintCard")
    robot.find("paperSave")
    desk.settle()


def _open_a_dossier(desk: Desk, words: Words) -> None:
    robot = desk.robot
    desk.go("patients")
    robot.click("patientsNew")
    robot.fill("newGivenName", words.name())
    robot.fill("newFamilyName", words.name())
    robot.fill("newBirthDate", "3-4-2015")
    robot.fill("newWords", words.sentence())
    robot.click("newConfirm")
    desk.settle()


def _search(desk: Desk, words: Words) -> None:
    """In the list, and everywhere; names that are there and names that are not."""
    desk.robot.click("dossierBack")
    desk.robot.fill("patientsSearch", words.name())
    desk.robot.press("Ctrl+K")
    desk.robot.type(words.name())
    desk.settle()
    desk.robot.press("Escape")


def _type_a_note(desk: Desk, words: Words) -> None:
    """Half a note; leaving the page keeps it."""
    desk.go("today")
    desk.robot.click_text("Notitie openen")
    desk.robot.find("noteSign")
    desk.robot.fill_form({"present": words.name(), "request": words.sentence()})
    desk.go("today")
    desk.settle()


def _lock_and_unlock(desk: Desk) -> None:
    locked: list[bool] = []
    desk.program.locked.connect(lambda: locked.append(True))
    desk.program.lock()
    desk.robot.wait_for(lambda: locked, "the desk to lock")
    desk.robot = type(desk.robot)(desk.program.unlock)
    desk.open()


if __name__ == "__main__":
    try:
        if len(sys.argv) > BARE:
            LIVING[sys.argv[BARE]]()
        live(Path(sys.argv[1]), int(sys.argv[2]))
    except Exception:  # noqa: BLE001 - the program's own reporter says where, and never what
        traceback.print_exc()
