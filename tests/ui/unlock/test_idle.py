"""Nobody at the desk: noticed by two clocks, also after the computer slept."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gpconnect.ui.unlock import IdleWatch
from tests.ui.conftest import Heard


class Wall:
    """The clock on the wall, which a test can set."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def wall() -> Wall:
    return Wall()


def test_a_desk_left_alone_expires(app: QApplication, qtbot: QtBot) -> None:
    watch = IdleWatch(0.0005)
    with qtbot.waitSignal(watch.expired):
        app.sendEvent(watch, QEvent(QEvent.Type.MouseMove))
    assert not watch.is_watching()


def test_no_patience_given_means_never(app: QApplication) -> None:
    del app
    watch = IdleWatch(5)
    watch.set_minutes(0)
    assert not watch.is_watching()


def test_the_first_look_after_a_sleep_finds_out(app: QApplication, qtbot: QtBot, wall: Wall) -> None:
    del app
    watch = IdleWatch(5, wall=wall)
    wall.seconds += 3600
    with qtbot.waitSignal(watch.expired):
        watch._look()


def test_the_first_key_after_a_sleep_locks_and_is_written_nowhere(
    app: QApplication, qtbot: QtBot, wall: Wall, heard: Heard
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    watch = IdleWatch(5, wall=wall)
    watch.expired.connect(heard.hear)
    QTest.keyClick(field, Qt.Key.Key_A)
    wall.seconds += 3600
    QTest.keyClick(field, Qt.Key.Key_B)
    assert heard.items == [()]
    assert field.text() == "a"
    app.processEvents()
    QTest.keyClick(field, Qt.Key.Key_C)
    assert field.text() == "ac"


def test_a_clock_that_was_set_back_gives_nobody_more_time(app: QApplication, qtbot: QtBot, wall: Wall) -> None:
    del app
    watch = IdleWatch(0.0005, wall=wall)
    wall.seconds -= 7200
    with qtbot.waitSignal(watch.expired):
        pass


def test_the_key_for_locking_works_over_a_question_too(app: QApplication, qtbot: QtBot, heard: Heard) -> None:
    del app
    dialog = QDialog()
    qtbot.addWidget(dialog)
    watch = IdleWatch(5)
    watch.expired.connect(heard.hear)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert heard.items == []  # the window behind it hears this one itself
    dialog.hide()
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_L)
    assert heard.items == []
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert heard.items == [()]
