"""People at a program: they type, click and look, and what they had to do is counted."""

from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt import exceptions
from pytestqt.qtbot import QtBot

from gpconnect.app import Program
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.joining.digits import DigitsView
from gpconnect.ui.parts.rows import RowWidget
from tests.services.conftest import PASSPHRASE

ESTABLISHED, CLOSED_THERE_ALONE = "01", "08"
LONG = 60_000
"""How long a person waits for a machine that is busy with other things as well."""


class Person:
    """Somebody at a program: types, clicks, looks; counts what they had to do."""

    def __init__(self, running: Program, qtbot: QtBot) -> None:
        self.running, self.qtbot = running, qtbot
        self.actions = 0

    @property
    def screen(self) -> QWidget:
        return self.running.window or self.running.unlock

    def press(self, words: str) -> None:
        self.actions += 1
        self.qtbot.waitUntil(lambda: self.button(words) is not None, timeout=LONG)
        found = self.button(words)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton | None:
        shown = (one for one in self.screen.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled())
        return next((one for one in shown if one.text() == words), None)

    def type(self, name: str, words: str, *, enter: bool = False) -> None:
        self.actions += 1
        self.qtbot.waitUntil(lambda: self.field(name) is not None, timeout=LONG)
        found = self.field(name)
        assert found is not None
        QTest.keyClicks(found, words + ("\r" if enter else ""))

    def field(self, name: str) -> QLineEdit | None:
        shown = (one for one in self.screen.findChildren(QLineEdit) if one.isVisible())
        return next((one for one in shown if one.accessibleName() == name), None)

    def reads(self, words: str) -> bool:
        return any(words in one.text() for one in self.screen.findChildren(QLabel) if one.isVisible())

    def sees(self, words: str) -> None:
        try:
            self.qtbot.waitUntil(lambda: self.reads(words), timeout=LONG)
        except exceptions.TimeoutError as error:
            shown = (one.text() for one in self.screen.findChildren(QLabel) if one.isVisible())
            read = " | ".join(dict.fromkeys(filter(None, shown)))
            message = f"{words!r} did not come; the screen reads: {read}"
            raise AssertionError(message) from error

    def sees_at(self, title: str, *words: str) -> None:
        """Wait until the row of this title says one of these."""

        def says() -> bool:
            rows = (one for one in self.screen.findChildren(RowWidget) if one.isVisible())
            said = [one.accessibleName() for one in rows if one.row.title == title]
            return any(one in name for name in said for one in words)

        self.qtbot.waitUntil(says, timeout=LONG)

    def digits(self) -> str:
        shown = [one for one in self.screen.findChildren(DigitsView) if one.isVisible()]
        return shown[0].digits() if shown else ""

    def opened(self) -> None:
        self.qtbot.waitUntil(lambda: self.running.window is not None, timeout=LONG)


def leave(running: Program) -> None:
    """Lock first: then the line to the hub is hung up."""
    running.lock()
    assert running.tasks.idle(LONG)


def sync(person: Person) -> None:
    """A round with the hub, now."""
    syncer = person.running.syncer
    assert syncer is not None, "the window is open"
    syncer.sync()


def lines_to(hub: str) -> int:
    """How many connections to a hub on this computer are not closed from the side of who asks; as Linux counts them."""
    rows = [row.split() for row in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    there = f":{urlsplit(hub).port:04X}"
    return sum(row[2].endswith(there) and row[3] in {ESTABLISHED, CLOSED_THERE_ALONE} for row in rows)


def begun_pilot(marieke: Person, hub: str) -> AdminPage:
    """From an empty computer to *Mensen en apparaten*."""
    marieke.press("Een pilot beginnen")
    marieke.type("Je naam", "Marieke Blom")
    marieke.type("Organisatie", "Gemeente Zaltbommel")
    marieke.type("Adres van de server", hub)
    marieke.type("Kies een wachtwoordzin", PASSPHRASE)
    marieke.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    marieke.opened()
    window = marieke.running.window
    assert window is not None
    window.open("admin", {"section": "people"})
    assert isinstance(window.page, AdminPage)
    sync(marieke)
    marieke.qtbot.waitUntil(lambda: marieke.button("Iemand uitnodigen") is not None, timeout=LONG)
    return window.page


def shown_code(marieke: Person, page: AdminPage) -> str:
    """The code on the screen of who invites."""
    found: list[str] = []

    def is_shown() -> bool:
        shown = page.people.invitations.findChild(QLabel, "inviteCode")
        found[:] = [shown.text()] if isinstance(shown, QLabel) and shown.text() else []
        return bool(found)

    marieke.qtbot.waitUntil(is_shown, timeout=LONG)
    return found[0]
