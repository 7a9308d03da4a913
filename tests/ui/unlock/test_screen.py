"""The passphrase screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QWidget

from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import PushButton
from gpconnect.ui.unlock import UnlockScreen
from tests.ui.conftest import Heard


@pytest.fixture
def screen(shown: Callable[..., QWidget]) -> UnlockScreen:
    made = UnlockScreen("Sanne")
    shown(made)
    return made


def field(screen: UnlockScreen) -> QLineEdit:
    found = screen.findChild(QLineEdit)
    assert found is not None
    return found


def test_enter_sends_what_was_typed_once(screen: UnlockScreen, heard: Heard) -> None:
    screen.entered.connect(heard.hear)
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert "wachtwoordzin" in screen.error()
    QTest.keyClicks(field(screen), "vier losse woorden")
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert heard.items == [("passphrase", "vier losse woorden")]
    bar = screen.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()


def test_wrong_passphrase_keeps_what_was_typed(screen: UnlockScreen) -> None:
    QTest.keyClicks(field(screen), "fout")
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    screen.show_error("Deze wachtwoordzin past niet.")
    assert field(screen).text() == "fout"
    assert field(screen).accessibleDescription() == "Deze wachtwoordzin past niet."
    screen.clear()
    assert (field(screen).text(), screen.error()) == ("", "")


def test_show_toggle(screen: UnlockScreen) -> None:
    toggle = screen.findChildren(PushButton)[0]
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert field(screen).echoMode() == QLineEdit.EchoMode.Normal
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert field(screen).echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_while_typing(screen: UnlockScreen) -> None:
    hint = next(found for found in screen.findChildren(QLabel) if "Caps" in found.text())
    QTest.keyClick(field(screen), Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert hint.isVisible()
    QTest.keyClick(field(screen), Qt.Key.Key_A)
    assert not hint.isVisible()


def test_lock_screen_says_what_waits(screen: UnlockScreen) -> None:
    screen.show_waiting(3)
    assert any("3 wijzigingen wachten" in found.text() for found in screen.findChildren(QLabel))
    assert inspect(screen) == []
