"""The whole program around a real profile, and an end to it that leaves nothing behind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gpconnect.app import Program, Setup
from gpconnect.services import profiles
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.settings import Settings
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock, with_pilot


def make_profile(folder: Path, name: str, clock: Clock) -> Path:
    """A closed profile of one of the people of the pilot, with the pilot in it."""
    profile = profiles.create(folder / name, PASSPHRASE, PEOPLE[name], now=clock, cost=CHEAP)
    with_pilot(profile.session)
    profile.close()
    return folder / name


@contextmanager
def program(folder: Path, clock: Clock, choices: Settings | None = None, *, hub: str = "") -> Iterator[Program]:
    """The program, showing its unlock screen."""
    made = Program(Setup(folder, "Sanne", clock, choices, sync=False, hub=hub, remembers=choices is None))
    made.start()
    yield made
    made.close()
    windows = [seat.place.window for seat in made._seats.values() if seat.place is not None]
    for widget in (*windows, made.unlock):
        widget.hide()
        widget.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def passphrase_field(of: Program) -> QLineEdit:
    """Where the passphrase is typed."""
    return next(one for one in of.unlock.findChildren(QLineEdit) if one.isVisible())


def enter(running: Program, words: str) -> None:
    """Type a passphrase and press Enter."""
    field = passphrase_field(running)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def unlocked(running: Program, qtbot: QtBot) -> MainWindow:
    """The window, once the right passphrase was typed and everything was loaded."""
    with qtbot.waitSignal(running.opened, timeout=20_000):
        enter(running, PASSPHRASE)
    assert running.tasks.idle(20_000)
    assert running.window is not None
    return running.window
