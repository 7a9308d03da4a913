"""Locking: what can be read goes first, nothing typed is lost, nothing of a dossier stays, one person at a time."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from gpconnect.app import Program
from gpconnect.services import patients
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.ui import clipboard, text, theme
from gpconnect.ui.directory.page import DirectoryPage
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.note.page import NotePage
from gpconnect.ui.patients.page import PatientsPage
from gpconnect.ui.settings import Settings
from gpconnect.ui.unlock.system import SystemWatch
from tests.services.conftest import WALUWE, Clock
from tests.services.visits_help import a_booking
from tests.ui.program_help import make_profile, program, unlocked

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing")

CHILD = "Yusufina"
WORDS = "Buikpijn voor school"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile, closed, beside that of the GP."""
    make_profile(tmp_path, "gp", Clock())
    return make_profile(tmp_path, "worker", Clock())


@pytest.fixture
def running(qapp: QApplication, folder: Path) -> Iterator[Program]:
    """The program, asking for the passphrase."""
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    with program(folder, Clock(), Settings(theme="light")) as made:
        yield made


@pytest.fixture
def window(running: Program, qtbot: QtBot) -> MainWindow:
    """Sanne's window."""
    return unlocked(running, qtbot)


def do(running: Program, service: Callable[..., Any], *arguments: object) -> Any:
    """Run a service in the open file and give its answer."""
    answers: list[Any] = []
    running.tasks.run(service, *arguments).then(answers.append)
    assert running.tasks.idle()
    return answers[0]


def a_child(running: Program) -> str:
    """A dossier; gives its id."""
    new = NewDossier(CHILD, "Demir", "3-4-2012", site_id=WALUWE, words=WORDS)
    patient_id: str = do(running, patients.add_dossier, new)[1].patient_id
    return patient_id


def locked(running: Program, qtbot: QtBot) -> None:
    """Lock, and wait until the file is closed and the window gone."""
    with qtbot.waitSignal(running.locked, timeout=20_000):
        running.lock()


def settle(running: Program) -> None:
    """Until nothing is under way."""
    for _ in range(3):
        assert running.tasks.idle()
        QApplication.processEvents()


def note_of(window: MainWindow) -> NotePage:
    """The note page, which is open."""
    assert isinstance(window.page, NotePage)
    return window.page


def said_anywhere(words: str) -> list[str]:
    """Widgets of the program that hold these words, seen or unseen."""
    found = []
    for widget in QApplication.allWidgets():
        for attribute in ("text", "toPlainText", "windowTitle", "accessibleName", "toolTip", "words"):
            read = getattr(widget, attribute, None)
            if callable(read) and words in str(read()):
                found.append(f"{type(widget).__name__}.{attribute}")
    return found


def test_when_the_file_closes_nothing_can_be_seen_any_more_and_the_key_is_gone(
    running: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, bool]] = []
    keys: list[bytearray] = []
    close_file = running.seat._close_file

    def spy(session: Session) -> None:
        keys.append(session.key)
        assert any(session.key)
        seen.append((shown.isVisible(), running.unlock.isVisible()))
        close_file(session)

    monkeypatch.setattr(running.seat, "_close_file", spy)
    shown = unlocked(running, qtbot)
    locked(running, qtbot)

    assert seen == [(False, True)]
    assert not any(keys[0])


def test_everything_over_the_window_goes_with_it(running: Program, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Vraag", CHILD, parent=window)
    box.open()
    loose = QLabel(CHILD)
    loose.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
    loose.show()
    menu = QMenu(window)
    under = menu.addMenu(CHILD)
    under.addAction(CHILD)
    menu.popup(QPoint(10, 10))
    QToolTip.showText(QPoint(10, 10), CHILD, window)
    window.desk.toast(CHILD)
    assert any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets())

    locked(running, qtbot)

    tooltip = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible()]
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in tooltip))  # Qt lets a tooltip fade
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [running.unlock]
    assert loose.isHidden()
    loose.deleteLater()


def test_a_note_survives_the_desk_left_alone_under_a_question_where_to_save(
    running: Program, window: MainWindow, qtbot: QtBot
) -> None:
    window.open("note", {"appointment": do(running, a_booking)})
    settle(running)
    page = note_of(window)
    assert page.writing is not None
    field = page.writing.form.field("request")
    QTest.keyClicks(field, "Ze slaapt slecht")

    # The desk is left alone while the question waits for its answer.
    QTimer.singleShot(100, running.idle.expired.emit)
    with qtbot.waitSignal(running.locked, timeout=20_000):
        name, _ = QFileDialog.getSaveFileName(window, "Opslaan")
    assert name == ""
    assert said_anywhere("Ze slaapt slecht") == []

    again = note_of(unlocked(running, qtbot))
    settle(running)
    assert again.writing is not None
    assert "Ze slaapt slecht" in str(again.writing.answers()["request"])


def test_no_widget_keeps_a_word_of_a_dossier(running: Program, window: MainWindow, qtbot: QtBot) -> None:
    child = a_child(running)
    for area in ("today", "note", "patients"):
        window.open(area, {"patient": child})
        settle(running)
    QTest.keyClicks(window.search, CHILD)
    assert said_anywhere(CHILD)
    del window
    locked(running, qtbot)

    assert said_anywhere(CHILD) == []
    assert said_anywhere(WORDS) == []

    again = unlocked(running, qtbot)
    settle(running)
    assert isinstance(again.page, PatientsPage)
    assert again.page.patient_id == child
    assert said_anywhere(CHILD)


def test_what_no_draft_keeps_waits_unseen_for_its_own_person(
    running: Program, window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.open("patients", {"patient": a_child(running)})
    settle(running)
    window.open("directory", {"new": True})
    settle(running)
    assert isinstance(window.page, DirectoryPage)
    assert window.page.form is not None
    field = next(one for one in window.page.form.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(window.search, CHILD)
    QTest.keyClicks(field, "De Waluwe")
    locked(running, qtbot)
    assert said_anywhere(CHILD) == []

    running.choose_profile(folder.with_name("gp"))
    gp = unlocked(running, qtbot)
    assert "Sanne" not in gp.rail.person.text()
    locked(running, qtbot)

    running.choose_profile(folder)
    assert unlocked(running, qtbot) is window
    assert field.text() == "De Waluwe"
    assert window.rail.current() == "directory"


def test_a_draft_that_could_not_be_kept_is_kept_after_unlocking(
    running: Program, window: MainWindow, qtbot: QtBot
) -> None:
    window.open("note", {"appointment": do(running, a_booking)})
    settle(running)
    writing = note_of(window).writing
    assert writing is not None
    running.tasks.lock()  # the file is gone, for whatever reason
    QTest.keyClicks(writing.form.field("request"), "Ze slaapt slecht")
    locked(running, qtbot)
    assert said_anywhere("Ze slaapt slecht")  # nowhere else yet

    unlocked(running, qtbot)
    qtbot.waitUntil(lambda: not window.strip.has_unsaved(), timeout=20_000)
    locked(running, qtbot)
    assert said_anywhere("Ze slaapt slecht") == []


def test_what_the_program_copied_leaves_the_clipboard(running: Program, window: MainWindow, qtbot: QtBot) -> None:
    assert window.isVisible()
    clipboard.copy(CHILD)
    assert QGuiApplication.clipboard().text() == CHILD
    locked(running, qtbot)
    assert QGuiApplication.clipboard().text() == ""

    QGuiApplication.clipboard().setText("Van een ander programma")
    clipboard.forget()
    assert QGuiApplication.clipboard().text() == "Van een ander programma"


def test_somebody_else_needs_two_actions_and_a_passphrase_and_sees_nothing_of_the_first(
    running: Program, window: MainWindow, qtbot: QtBot
) -> None:
    window.open("patients", {"patient": a_child(running)})
    settle(running)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    del window
    shown = running.window
    assert shown is not None
    with qtbot.waitSignal(running.locked, timeout=20_000):
        QTest.keyClick(shown, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    del shown
    gp = running.unlock.people.buttons()[0]
    assert gp.text() == "Gp"
    assert running.unlock.focusWidget() is gp
    QTest.keyClick(gp, Qt.Key.Key_Space)

    theirs = unlocked(running, qtbot)
    settle(running)
    assert theirs.rail.person.text() != "Sanne de Vries"
    assert "patients" not in [button.area.key for button in theirs.rail.buttons()]
    assert said_anywhere(CHILD) == []


def test_the_name_at_the_foot_of_the_rail_is_the_way_out(running: Program, window: MainWindow, qtbot: QtBot) -> None:
    menu = window.rail.person.menu()
    lock, switch = menu.actions()
    assert "Ctrl+L" in lock.text()
    assert "Ctrl+Shift+L" in switch.text()
    with qtbot.waitSignal(running.locked, timeout=20_000):
        lock.trigger()


def test_the_last_profile_is_remembered_by_the_name_of_its_folder(
    qapp: QApplication, folder: Path, qtbot: QtBot
) -> None:
    theme.apply(qapp, theme.Theme())
    with program(folder, Clock()) as made:
        unlocked(made, qtbot)
        assert made.choices.last_profile == "worker"


def test_going_away_is_heard_only_while_the_file_is_open(running: Program, qtbot: QtBot) -> None:
    assert running.findChildren(SystemWatch) == []  # no bus before there is something to lock
    assert not running.idle.is_watching()
    unlocked(running, qtbot)
    [system] = running.findChildren(SystemWatch)
    assert running.idle.is_watching()
    with qtbot.waitSignal(running.locked, timeout=20_000):
        system.away.emit()
    system.away.emit()
    assert not running.idle.is_watching()
    assert running.unlock.isVisible()


def test_an_empty_computer_says_what_to_do(qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, theme.Theme())
    with program(tmp_path / "nobody" / "profile", Clock(), Settings(theme="light")) as made:
        words = " ".join(one.text() for one in made.unlock.findChildren(QLabel) if one.isVisible())
        assert "nog geen profiel" in words
        assert "Vraag een code" in words
        made.choose_profile(tmp_path)
        assert "geen profiel van GPConnect" in made.unlock.error()
