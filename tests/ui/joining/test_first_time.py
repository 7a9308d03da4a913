"""The first time, through the windows and a real hub: a pilot begins, a worker comes in with a code."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.app import Program
from gpconnect.hub import embedded
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.joining.digits import DigitsView
from gpconnect.ui.joining.entrance import Entrance
from gpconnect.ui.settings import Settings
from tests.services.conftest import PASSPHRASE, Clock
from tests.ui.program_help import enter, program

LONG = 30_000


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
        self.qtbot.waitUntil(lambda: self.reads(words), timeout=LONG)

    def digits(self) -> str:
        shown = [one for one in self.screen.findChildren(DigitsView) if one.isVisible()]
        return shown[0].digits() if shown else ""

    def opened(self) -> None:
        self.qtbot.waitUntil(lambda: self.running.window is not None, timeout=LONG)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[embedded.RunningHub]:
    """A real hub on this computer."""
    with embedded.start(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def start(app: object, tmp_path: Path, clock: Clock, qtbot: QtBot) -> Iterator[Callable[[str], Person]]:
    """Starts the program on an empty computer, or once more on the same one."""
    del app
    with ExitStack() as ends:

        def begin(name: str) -> Person:
            running = ends.enter_context(program(tmp_path / name / "profile", clock, Settings(theme="light")))
            ends.callback(leave, running)
            return Person(running, qtbot)

        yield begin


def leave(running: Program) -> None:
    """Lock first: then the line to the hub is hung up."""
    running.lock()
    assert running.tasks.idle(LONG)


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
    marieke.running.syncer.sync()  # type: ignore[union-attr]
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


def test_a_coordinator_begins_and_a_worker_comes_in_within_ten_actions(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, joris = start("marieke"), start("joris")
    page = begun_pilot(marieke, hub.url)
    assert inspect(page) == []
    marieke.press("Iemand uitnodigen")
    marieke.type("Naam", "Joris Maas")
    assert inspect(page) == []
    marieke.press("Maak een code")
    code = shown_code(marieke, page)
    marieke.qtbot.waitUntil(lambda: marieke.reads("Lees deze twee regels voor"), timeout=LONG)

    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.type("Adres van de server", hub.url)
    joris.type("Code van je uitnodiging", code.lower().replace(" ", "-"), enter=True)
    joris.sees("Vergelijk de cijfers")
    marieke.qtbot.waitUntil(lambda: bool(marieke.digits()), timeout=LONG)
    assert joris.digits() == marieke.digits() != ""
    assert joris.reads("Joris Maas")
    assert inspect(joris.screen) == []
    joris.press("Ze zijn gelijk")
    joris.sees("Wacht tot de ander")
    assert joris.running.window is None
    marieke.press("Ze zijn gelijk")
    joris.opened()

    assert joris.actions <= 10
    assert joris.running.seat.who is not None
    assert joris.running.seat.who.name == "Joris Maas"
    marieke.qtbot.waitUntil(lambda: marieke.reads("Doet mee") or "Joris Maas" in _names(page), timeout=LONG)


def _names(page: AdminPage) -> str:
    return " ".join(one.accessibleName() for one in page.people.findChildren(QWidget))


def test_who_closes_while_the_admin_is_away_goes_on_later(
    start: Callable[[str], Person], hub: embedded.RunningHub
) -> None:
    marieke, joris = start("marieke"), start("joris")
    page = begun_pilot(marieke, hub.url)
    marieke.press("Iemand uitnodigen")
    marieke.type("Naam", "Joris Maas")
    marieke.press("Maak een code")
    code = shown_code(marieke, page)
    window = marieke.running.window
    assert window is not None
    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.type("Adres van de server", hub.url)
    joris.type("Code van je uitnodiging", code, enter=True)
    joris.sees("Vergelijk de cijfers")
    before = joris.digits()
    joris.press("Vergrendelen")
    joris.qtbot.waitUntil(lambda: joris.field("Wachtwoordzin") is not None, timeout=LONG)
    enter(joris.running, PASSPHRASE)
    joris.sees("Vergelijk de cijfers")
    assert joris.digits() == before
    joris.press("Niet gelijk")
    joris.sees("Dit lukte niet")
    joris.press("Andere code")
    joris.sees("Meedoen met een code")


def test_what_is_wrong_with_a_code_is_said_where_it_was_typed(start: Callable[[str], Person]) -> None:
    joris = start("joris")
    joris.press("Ik heb een code")
    joris.press("Terug")
    joris.press("Ik heb een code")
    joris.press("Verder")
    joris.sees("Kies een wachtwoordzin.")
    joris.type("Kies een wachtwoordzin", PASSPHRASE)
    joris.press("Verder")
    joris.sees("niet gelijk")
    joris.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    joris.type("Adres van de server", "gemeente")
    joris.type("Code van je uitnodiging", "0123", enter=True)
    joris.sees("Dit is geen bruikbaar adres voor de server")
    entrance = joris.screen.findChild(Entrance)
    assert entrance is not None
    entrance.join.form.hub.clear()
    joris.type("Adres van de server", "https://hub.example", enter=True)
    joris.sees("Een code heeft 16 tekens; je typte er 4.")


def test_a_weak_passphrase_is_refused_before_anything_is_made(start: Callable[[str], Person], tmp_path: Path) -> None:
    joris = start("joris")
    joris.press("Ik heb een code")
    joris.type("Kies een wachtwoordzin", "kort")
    joris.type("Nog een keer dezelfde", "kort", enter=True)
    joris.sees("12")
    assert not (tmp_path / "joris" / "profile").exists()


def test_somebody_new_on_a_computer_where_others_work(start: Callable[[str], Person], hub: embedded.RunningHub) -> None:
    marieke = start("marieke")
    begun_pilot(marieke, hub.url)
    marieke.running.lock()
    marieke.qtbot.waitUntil(lambda: marieke.running.window is None, timeout=LONG)
    marieke.press("Ik ben nieuw op deze computer")
    marieke.press("Ik heb een code")
    marieke.type("Kies een wachtwoordzin", PASSPHRASE)
    marieke.type("Nog een keer dezelfde", PASSPHRASE, enter=True)
    marieke.sees("Meedoen met een code")
    assert marieke.running.seat.folder.name == "profiel-2"
