"""A damaged file from the first word to the last: told, mended or replaced, opened, and told what came back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.app import Program
from gpconnect.domain.people import Patient
from gpconnect.services import commands, keeping
from gpconnect.storage import checks, connection, files, rows, slots
from gpconnect.storage.pages import PAGE
from gpconnect.ui import text, theme
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.closed_work import ClosedWork
from gpconnect.ui.parts import Banner
from gpconnect.ui.settings import Settings
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.ui.admin.test_mending import hit
from tests.ui.program_help import enter, make_profile, passphrase_field, program, unlocked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile: a copy on a stick, a dossier since, a bad page, and a check that found it."""
    folder = make_profile(tmp_path, "worker", Clock())
    (tmp_path / "stick").mkdir()
    with commands.opened(folder, PASSPHRASE) as session:
        keeping.rebuild_search(session)
        keeping.back_up(session, tmp_path / "stick" / "gpconnect.kopie")
        a_dossier(session)
        hit(session)
        keeping.run(session, keeping.checking())
    return folder


@pytest.fixture
def running(qapp: QApplication, folder: Path) -> Iterator[Program]:
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    with program(folder, Clock(), Settings(theme="light")) as made:
        yield made


def turn(folder: Path, table: str) -> None:
    """One bit on the first page of a table, or of the file."""
    path, page = files.database_path(folder), 1
    if table:
        db = connection.open_beside(path, slots.unlock_with_passphrase(folder, PASSPHRASE))
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        connection.close(db)
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE + 1000] ^= 1
    path.write_bytes(data)


def said(within: QWidget) -> str:
    return "\n".join(one.text() for one in within.findChildren(QLabel) if one.isVisible())


def press(within: QWidget, words: str) -> None:
    button = next(one for one in within.findChildren(QAbstractButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def banner(running: Program, name: str) -> Banner | None:
    assert running.window is not None
    return running.window.findChild(Banner, name)


def settled(running: Program) -> None:
    assert running.tasks.idle(20_000)


def test_from_the_banner_to_a_mended_file(running: Program, qtbot: QtBot, folder: Path) -> None:
    window = unlocked(running, qtbot)
    told = banner(running, "troubleDamaged")
    assert told is not None
    press(told, "Herstellen …")
    settled(running)
    page = window.page
    assert isinstance(page, AdminPage)
    press(page.keeping.mending, "Herstellen …")
    settled(running)
    with qtbot.waitSignal(running.locked, timeout=20_000):
        press(page.keeping.mending, "Nu herstellen")
    qtbot.waitUntil(lambda: "Je bestand is hersteld." in said(running.unlock), timeout=20_000)

    unlocked(running, qtbot)
    assert not running.unlock.isVisible()
    assert banner(running, "troubleDamaged") is None
    back = banner(running, "troubleReturned")
    assert back is not None
    assert "de basis geworden" in back.accessibleName()
    press(back, "Gezien")
    settled(running)
    qtbot.waitUntil(lambda: banner(running, "troubleReturned") is None)
    running.lock()
    settled(running)
    assert "Je bestand is hersteld." not in said(running.unlock)
    key = slots.unlock_with_passphrase(folder, PASSPHRASE)
    assert checks.verify(files.database_path(folder), key).ok


@pytest.mark.parametrize(("table", "mended"), [("", False), ("meta", True)])
def test_a_file_that_does_not_open_offers_a_copy_and_keeps_what_can_be_read(
    running: Program, qtbot: QtBot, folder: Path, tmp_path: Path, table: str, *, mended: bool
) -> None:
    """Without its first page nothing can be read; without its settings all the rest can."""
    turn(folder, table)
    enter(running, PASSPHRASE)
    qtbot.waitUntil(lambda: "Dit bestand is beschadigd" in said(running.unlock), timeout=20_000)
    assert "Dit ligt niet aan je wachtwoordzin" in said(running.unlock)

    running.unlock.damaged.putting_back.take_copy(tmp_path / "stick" / "gpconnect.kopie")
    phrase = next(one for one in running.unlock.damaged.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(phrase, "niet die van de kopie")
    QTest.keyClick(phrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "wachtwoordzin klopt niet" in running.unlock.error(), timeout=20_000)
    phrase.clear()
    QTest.keyClicks(phrase, PASSPHRASE)
    QTest.keyClick(phrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "De kopie is teruggezet." in said(running.unlock), timeout=20_000)
    unlocked(running, qtbot)
    told = banner(running, "troubleReturned")
    assert told is not None
    assert ("Je bestand is hersteld" in told.accessibleName()) == mended
    running.lock()
    settled(running)
    with commands.opened(folder, PASSPHRASE) as session:
        assert rows.count(session.db, Patient) == mended


def test_somebody_tries_again_instead(running: Program, qtbot: QtBot, folder: Path) -> None:
    path = files.database_path(folder)
    away = path.rename(path.with_name("elsewhere"))
    path.write_bytes(b"geen database" * 1000)
    enter(running, PASSPHRASE)
    qtbot.waitUntil(running.unlock.damaged.isVisible, timeout=20_000)
    running.unlock.show_error("Er ging iets mis.", damaged=True)
    assert running.unlock.error() == "Er ging iets mis."
    away.rename(path)
    press(running.unlock, "Opnieuw proberen")
    assert passphrase_field(running).isVisible()
    assert running.unlock.error() == ""
    unlocked(running, qtbot)


def test_work_with_the_file_closed_shows_how_far_it_is_and_stops(running: Program, qtbot: QtBot) -> None:
    unlocked(running, qtbot)
    going: list[ClosedWork] = []

    def wait(watch: keeping.Watch) -> None:
        watch("rows", 25, 100)
        going[0].progress.stopped.wait(20)
        watch("rows", 26, 100)

    going.append(ClosedWork("Je bestand wordt hersteld", "Klaar", wait))
    running.work_closed(going[0])
    panel = running.unlock.working
    qtbot.waitUntil(lambda: "rijen · 25 %" in said(running.unlock), timeout=20_000)
    assert "Je bestand wordt hersteld" in said(running.unlock)
    press(panel, "Stoppen")
    qtbot.waitUntil(lambda: "gestopt" in running.unlock.error(), timeout=20_000)
    assert passphrase_field(running).isVisible()
    panel.ask()
    panel.follow("Bijna", Swapping())
    assert not panel._stop.isEnabled()


class Swapping:
    """Work that cannot be stopped any more."""

    at = ("swap", 0, 1)

    def stop(self) -> None:
        raise AssertionError
