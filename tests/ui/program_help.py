"""The whole program around a real profile, and an end to it that leaves nothing behind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit

from gpconnect.app import Program, Setup
from gpconnect.services import profiles
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
    made = Program(Setup(folder, "Sanne", clock, choices, sync=False, hub=hub))
    made.start()
    yield made
    made.close()
    for widget in (made.window, made.unlock):
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def passphrase_field(of: Program) -> QLineEdit:
    """Where the passphrase is typed."""
    return next(one for one in of.unlock.findChildren(QLineEdit) if one.isVisible())
