"""The other ways into a profile, through the whole program: a recovery sheet, the keyring, a copy put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gpconnect.app import Program
from gpconnect.services import commands, keyholding, profile_list, profiles
from gpconnect.storage import keyring_access, slots
from gpconnect.ui import text, theme
from gpconnect.ui.parts import Chip, PushButton
from gpconnect.ui.settings import Settings
from tests.services.conftest import PASSPHRASE, Clock
from tests.ui.program_help import enter, make_profile, passphrase_field, program

NEW = "zeven blauwe fietsen bij de brug"


class FakeKeyring:
    """A keyring that holds what it is given."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get(service + username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service + username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service + username]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile, closed."""
    return make_profile(tmp_path, "worker", Clock())


@pytest.fixture
def look(qapp: QApplication) -> Settings:
    """Light, in Dutch."""
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    return Settings(theme="light")


def click(running: Program, words: str) -> None:
    """Click the visible button of the unlock screen that says this."""
    button = next(one for one in running.unlock.findChildren(PushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def with_keyring(folder: Path, monkeypatch: pytest.MonkeyPatch) -> FakeKeyring:
    """Let a keyring open the profile too."""
    ring = FakeKeyring()
    slots.add_keyring_slot(folder, slots.unlock_with_passphrase(folder, PASSPHRASE), ring)
    monkeypatch.setattr(keyring_access, "system_keyring", lambda: ring)
    return ring


def test_a_recovery_sheet_opens_and_a_new_passphrase_comes_first(folder: Path, look: Settings, qtbot: QtBot) -> None:
    profile = profiles.open_profile(folder, PASSPHRASE, now=Clock())
    sheet = keyholding.begin_recovery(profile.session)
    keyholding.finish_recovery(profile.session, sheet, sheet.code, PASSPHRASE)
    profile.close()
    with program(folder, Clock(), look) as running:
        click(running, "Kom je er niet in?")
        QTest.keyClicks(running.unlock.paper.field, sheet.code[:-1])
        click(running, "Openen")
        qtbot.waitUntil(lambda: bool(running.unlock.error()), timeout=20_000)
        QTest.keyClicks(running.unlock.paper.field, sheet.code[-1])
        click(running, "Openen")
        qtbot.waitUntil(running.unlock.renewing.isVisible, timeout=20_000)
        assert running.window is None  # nothing to see before the passphrase is new
        assert running.idle.is_watching()

        new, again = running.unlock.renewing.findChildren(QLineEdit)
        for words in ("kort", NEW):
            for one in (new, again):
                one.clear()
                QTest.keyClicks(one, words)
            with qtbot.waitSignals([running.tasks.busy], timeout=20_000):
                QTest.keyClick(again, Qt.Key.Key_Return)
            assert running.tasks.idle(20_000)
        qtbot.waitUntil(lambda: running.window is not None, timeout=20_000)
    profiles.open_profile(folder, NEW).close()


def test_locked_before_a_new_passphrase_was_chosen_the_file_is_closed(
    folder: Path, look: Settings, qtbot: QtBot
) -> None:
    profile = profiles.open_profile(folder, PASSPHRASE, now=Clock())
    sheet = keyholding.begin_recovery(profile.session)
    keyholding.finish_recovery(profile.session, sheet, sheet.code, PASSPHRASE)
    profile.close()
    with program(folder, Clock(), look) as running:
        running.enter(profile_list.RECOVERY, sheet.code)
        qtbot.waitUntil(running.unlock.renewing.isVisible, timeout=20_000)
        with qtbot.waitSignal(running.locked, timeout=20_000):
            click(running, "Vergrendelen")
        assert passphrase_field(running).isVisible()
        profiles.open_profile(folder, PASSPHRASE).close()


def test_the_keyring_opens_the_program_once_and_after_locking_the_passphrase_does(
    folder: Path, look: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_keyring(folder, monkeypatch)
    with program(folder, Clock(), look) as running:
        assert not running.unlock.passphrase.isVisible()
        qtbot.waitUntil(lambda: running.window is not None, timeout=20_000)
        with qtbot.waitSignal(running.locked, timeout=20_000):
            running.lock()
        assert passphrase_field(running).isVisible()
        with qtbot.waitSignal(running.opened, timeout=20_000):
            enter(running, PASSPHRASE)


def test_after_locking_a_new_start_asks_the_passphrase_too(
    folder: Path, look: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_keyring(folder, monkeypatch)
    with program(folder, Clock(), look) as running:
        qtbot.waitUntil(lambda: running.window is not None, timeout=20_000)
        with qtbot.waitSignal(running.locked, timeout=20_000):
            running.lock()
    for opens in (False, True):
        with program(folder, Clock(), look) as running:
            assert running.unlock.passphrase.isVisible()
            assert running.tasks.idle(20_000)
            assert running.window is None
            if opens:
                with qtbot.waitSignal(running.opened, timeout=20_000):
                    enter(running, PASSPHRASE)
    with program(folder, Clock(), look) as running:
        qtbot.waitUntil(lambda: running.window is not None, timeout=20_000)


def test_locked_while_the_keyring_opens_a_new_start_asks_the_passphrase(
    folder: Path, look: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_keyring(folder, monkeypatch)
    with program(folder, Clock(), look) as running:
        running.lock()
        assert running.tasks.idle(20_000)
        assert running.window is None
    assert profile_list.is_locked(folder)


def test_somebody_else_stops_the_keyring_and_the_file_is_closed(
    folder: Path, look: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_keyring(folder, monkeypatch)
    with program(folder, Clock(), look) as running:
        click(running, "Een ander")
        assert running.tasks.idle(20_000)
        assert running.window is None
        assert passphrase_field(running).isVisible()
        profiles.open_profile(folder, PASSPHRASE).close()
        with qtbot.waitSignal(running.opened, timeout=20_000):
            enter(running, PASSPHRASE)


def test_a_keyring_that_has_forgotten_leaves_the_passphrase(
    folder: Path, look: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_keyring(folder, monkeypatch).held.clear()
    with program(folder, Clock(), look) as running:
        qtbot.waitUntil(lambda: bool(running.unlock.error()), timeout=20_000)
        assert "sleutelbos" in running.unlock.error()
        assert passphrase_field(running).isVisible()


def test_a_copy_is_put_back_where_no_profile_is(folder: Path, look: Settings, qtbot: QtBot, tmp_path: Path) -> None:
    commands.back_up(folder, PASSPHRASE, tmp_path / "gpconnect.kopie")
    new = tmp_path / "new" / "profile"
    with program(new, Clock(), look) as running:
        running.unlock.nobody.take_copy(tmp_path / "gpconnect.kopie")
        phrase = passphrase_field(running)
        QTest.keyClicks(phrase, "niet die van de kopie")
        QTest.keyClick(phrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "wachtwoordzin" in running.unlock.error(), timeout=20_000)
        phrase.clear()
        QTest.keyClicks(phrase, PASSPHRASE)
        QTest.keyClick(phrase, Qt.Key.Key_Return)
        qtbot.waitUntil(running.unlock.passphrase.isVisible, timeout=20_000)
        with qtbot.waitSignal(running.opened, timeout=20_000):
            enter(running, PASSPHRASE)


@pytest.mark.parametrize("way", ["recovery", "employer"])
def test_laptop_and_passphrase_both_gone_a_sheet_and_a_copy_are_enough(
    folder: Path, look: Settings, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    code = with_paper(folder, way)
    commands.back_up(folder, PASSPHRASE, tmp_path / "gpconnect.kopie")
    new = tmp_path / "new" / "profile"
    with program(new, Clock(), look) as running:
        running.unlock.nobody.take_copy(tmp_path / "gpconnect.kopie")
        words = "Mijn herstelblad" if way == "recovery" else "Sleutelblad van mijn werk"
        chip = next(one for one in running.unlock.nobody.findChildren(Chip) if one.text() == words)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        typed = running.unlock.nobody.findChildren(QPlainTextEdit)[0]
        typed.setPlainText(code)
        click(running, "Terugzetten")
        qtbot.waitUntil(running.unlock.renewing.isVisible, timeout=20_000)
        assert not typed.toPlainText()
        for one in running.unlock.renewing.findChildren(QLineEdit):
            QTest.keyClicks(one, NEW)
        with qtbot.waitSignal(running.opened, timeout=20_000):
            click(running, "Deze zin gebruiken")
    profiles.open_profile(new, NEW).close()


def with_paper(folder: Path, way: str) -> str:
    """A sheet that opens this profile, the person's own or the one in the employer's safe; gives its code."""
    with commands.opened(folder, PASSPHRASE) as session:
        if way == "recovery":
            sheet = keyholding.begin_recovery(session)
            keyholding.finish_recovery(session, sheet, sheet.code, PASSPHRASE)
            return sheet.code
        code, public, fingerprint = keyholding.make_employer_key("Jeugdhulp Voorbeeld", session.today())
        keyholding.add_employer(session, public, fingerprint, PASSPHRASE)
        return code
