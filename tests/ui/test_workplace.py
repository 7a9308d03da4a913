"""The rail says what waits before any area was opened, and again after every change."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect.domain.care import Outcome
from gpconnect.services import outcomes, profiles
from gpconnect.ui import text, theme
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.settings import Settings
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock, with_pilot
from tests.services.visits_help import a_talk_with_note
from tests.ui.program_help import passphrase_field, program


def test_the_rail_counts_what_waits_from_the_start_and_after_a_change(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    profile = profiles.create(tmp_path / "worker", PASSPHRASE, PEOPLE["worker"], now=Clock(), cost=CHEAP)
    first, second = with_two_talks(profile)
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    with program(tmp_path / "worker", Clock(), Settings(theme="light")) as running:
        QTest.keyClicks(passphrase_field(running), PASSPHRASE)
        with qtbot.waitSignal(running.opened, timeout=20_000):
            QTest.keyClick(passphrase_field(running), Qt.Key.Key_Return)
        window = running.window
        assert window is not None
        qtbot.waitUntil(lambda: "wacht" in evaluation_says(window))
        before = evaluation_says(window)

        running.tasks.run(outcomes.finish, second, Outcome.BRIEF_SUPPORT)
        qtbot.waitUntil(lambda: evaluation_says(window) != before)
        assert first != second
        assert running.tasks.idle(20_000)


def with_two_talks(profile: profiles.Profile) -> tuple[str, str]:
    """One talk that is finished and one that waits for its outcome; the profile is closed."""
    session = with_pilot(profile.session)
    first, second = a_talk_with_note(session), a_talk_with_note(session, 1, given_name="Daan")
    outcomes.finish(session, first, Outcome.BRIEF_SUPPORT)
    profile.close()
    return first, second


def evaluation_says(window: MainWindow) -> str:
    button = next(one for one in window.rail.buttons() if one.area.key == "evaluation")
    return button.accessibleName()
