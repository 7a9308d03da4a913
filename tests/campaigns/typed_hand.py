"""The hand of the typing campaign: the real page over the real file, and somebody who types until the plug is out."""

import os
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gpconnect.services.session import Session
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.note import saver
from gpconnect.ui.note.page import NotePage
from tests.services.conftest import Clock
from tests.ui.workplace import Workplace

FIELDS = ("request", "home")
SIGNS = "abcdefghij klmno pqrst é😕\n"
QUICKEST_MS, SLOWEST_MS = 15, 180
REST_MS = 700
"""A hand rests now and then; without rests (`steady`) no pause ever comes to save at."""


class RunningClock(Clock):
    """The time that it is."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


class Again(Workplace):
    """A desk over a profile that is there already."""

    def _open(self) -> Session:
        return self._open_again()


class Hand:
    """Types one sign after the other and says each, before it goes into the window, on a pipe.

    A line is the number of the field, the code point of the sign, and the moment (ns of the monotonic clock).
    """

    def __init__(self, page: NotePage, chance: random.Random, out: int, *, steady: bool) -> None:
        self._page, self._chance, self._out, self._steady = page, chance, out, steady
        self._at = 0
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._type)
        self._timer.start(0)

    def _type(self) -> None:
        chance = self._chance
        if chance.random() < 0.05:
            self._at = 1 - self._at
        assert self._page.writing is not None
        field: Any = self._page.writing.form.field(FIELDS[self._at])
        sign = chance.choice(SIGNS)
        if not field.hasFocus():
            field.setFocus()
        os.write(self._out, f"{self._at} {ord(sign)} {time.monotonic_ns()}\n".encode())
        if sign == "\n":
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
        rests = not self._steady and chance.random() < 0.04
        self._timer.start(REST_MS if rests else chance.randint(QUICKEST_MS, SLOWEST_MS))


def type_until_killed(folder: Path, visit: str, chance: random.Random, out: int, plant: str) -> None:
    """Open the file in `folder`, open the note of the visit, and type until this process is ended from outside."""
    PLANTS[plant]()
    app = QApplication([])
    place = Again(folder, "worker", RunningClock())
    page = NotePage(place.desk)
    page.resize(1200, 800)
    page.show()
    page.show_params({"appointment": visit})
    assert place.settle()
    hand = Hand(page, chance, out, steady=bool(plant) or chance.random() < 0.5)
    app.exec()
    del hand


def _late() -> None:
    patch.object(saver, "LONGEST_MS", 3_000).start()


def _only_the_first_field() -> None:
    before = saver.DraftSaver.typed

    def typed(self: saver.DraftSaver, answers: dict[str, Any]) -> None:
        before(self, {key: value for key, value in answers.items() if key != FIELDS[1]})

    patch.object(saver.DraftSaver, "typed", typed).start()


def _a_sign_short() -> None:
    before = LongField.value
    patch.object(LongField, "value", lambda self: str(before(self)).replace("j", "")).start()


PLANTS: dict[str, Callable[[], object]] = {
    "": lambda: None,
    "late": _late,
    "one_field": _only_the_first_field,
    "sign_lost": _a_sign_short,
}
"""Bugs to put in on purpose: it saves after three seconds; what is in another field is not kept; a sign is dropped."""
