"""The program on a real profile: opening, locking, opening again, and what a person chooses."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect import app as program_module
from gpconnect.app import Program
from gpconnect.domain.staff import Role
from gpconnect.services import profiles
from gpconnect.ui import settings, text, theme
from gpconnect.ui.areas import areas_of
from gpconnect.ui.parts import PushButton
from gpconnect.ui.settings import Settings
from tests.services.conftest import PASSPHRASE, Clock
from tests.ui.program_help import enter, make_profile, passphrase_field, program, unlocked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sanne's profile, closed."""
    return make_profile(tmp_path, "worker", Clock())


@pytest.fixture
def running(qapp: QApplication, folder: Path) -> Iterator[Program]:
    """The program, asking for the passphrase."""
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    with program(folder, Clock(), Settings(theme="light")) as made:
        yield made


def test_a_wrong_passphrase_says_so_and_what_was_typed_stays(running: Program, qtbot: QtBot) -> None:
    enter(running, "een verkeerde wachtzin")
    qtbot.waitUntil(lambda: bool(running.unlock.error()), timeout=20_000)

    assert "wachtwoordzin" in running.unlock.error()
    assert passphrase_field(running).text() == "een verkeerde wachtzin"
    assert running.window is None


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("records.db", b"geen database" * 1000, "Dit bestand is beschadigd"),
        ("slots.json", b'{"version": 99}', "nieuwere versie"),
        ("slots.json", b"{}", "Dit bestand is beschadigd"),
    ],
)
def test_damage_and_a_newer_file_are_told_apart_from_a_wrong_passphrase(
    running: Program, qtbot: QtBot, folder: Path, name: str, data: bytes, words: str
) -> None:
    (folder / name).write_bytes(data)
    enter(running, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(running.unlock.error()), timeout=20_000)

    assert words in running.unlock.error()
    offers = [one for one in running.unlock.findChildren(PushButton) if one.text() == "Zet een kopie terug …"]
    assert any(one.isVisible() for one in offers) == ("beschadigd" in words)
    assert (folder / name).read_bytes() == data


def test_the_right_passphrase_opens_the_first_area_and_forgets_what_was_typed(running: Program, qtbot: QtBot) -> None:
    window = unlocked(running, qtbot)

    assert window.isVisible()
    assert not running.unlock.isVisible()
    assert window.rail.current() == "today"
    assert running.desk is not None
    assert running.desk.actor.name == "Sanne de Vries"
    assert "niets wacht" not in window.strip.words()
    running.unlock.show()
    assert passphrase_field(running).text() == ""


def test_locking_covers_the_desk_and_closes_the_file_and_the_same_area_comes_back(
    running: Program, qtbot: QtBot, folder: Path
) -> None:
    window = unlocked(running, qtbot)
    window.open("agenda")
    assert running.tasks.idle()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(running.locked, timeout=20_000):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert running.unlock.isVisible()
    assert running.window is None
    profiles.open_profile(folder, PASSPHRASE).close()  # nobody holds the file any more

    again = unlocked(running, qtbot)
    assert again.rail.current() == "agenda"
    assert again.isVisible()


def test_locking_what_is_not_open_does_nothing(running: Program) -> None:
    running.lock()

    assert running.unlock.isVisible()


def test_going_away_while_the_file_is_being_opened_closes_it(running: Program, folder: Path) -> None:
    enter(running, PASSPHRASE)
    running.lock()
    assert running.tasks.idle(20_000)

    assert running.window is None
    assert passphrase_field(running).text() == ""
    profiles.open_profile(folder, PASSPHRASE).close()


def test_another_look_shows_at_once(running: Program, qtbot: QtBot, qapp: QApplication) -> None:
    window = unlocked(running, qtbot)
    before = window.page
    assert running.desk is not None
    running.desk.settings_changed.emit(replace(running.choices, theme="dark", scale=1.5, idle_minutes=10))
    assert running.tasks.idle()

    assert theme.current().dark
    assert theme.current().scale == 1.5
    assert window.page is not before
    assert "10 min" in window.strip.words()
    assert running.desk.settings.theme == "dark"
    running.choose(Settings(theme="light"))
    running.restyle(Qt.ColorScheme.Light)
    assert not theme.current().dark
    assert running.tasks.idle()
    qapp.processEvents()


def test_choices_are_kept_on_this_machine_and_say_nothing_about_a_person(
    qapp: QApplication, folder: Path, qtbot: QtBot
) -> None:
    theme.apply(qapp, theme.Theme())
    with program(folder, Clock()) as made:
        unlocked(made, qtbot)
        made.choose(Settings(theme="light", idle_minutes=10))
        assert made.tasks.idle()
    kept = settings.load(settings.default_path())

    assert kept.idle_minutes == 10
    assert kept.geometry
    assert "Sanne" not in settings.default_path().read_text(encoding="utf-8")


def test_an_address_of_a_hub_is_taken_over_at_the_start(qapp: QApplication, folder: Path, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Theme())
    with program(folder, Clock(), Settings(theme="light"), hub="http://127.0.0.1:9") as made:
        unlocked(made, qtbot)
        assert made.syncer is not None
        assert made.syncer.standing is not None
        assert made.syncer.standing.state.hub == "http://127.0.0.1:9"


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_its_areas(role: Role) -> None:
    keys = [area.key for area in areas_of(role)]

    assert ("patients" in keys) == (role is Role.YOUTH_WORKER)
    assert ("report" in keys) == (role is Role.COORDINATOR)
    assert keys[-1] == "admin"


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[QApplication]:
    """The application, without the translations that a test loads once the test is over."""
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    text.set_language("nl")


@pytest.mark.parametrize(("language", "known"), [("nl", QLocale.Language.Dutch), ("en", QLocale.Language.English)])
def test_the_application_speaks_the_language_that_was_chosen(
    plain: QApplication, language: str, known: QLocale.Language
) -> None:
    assert program_module.make_application(Settings(theme="light", language=language)) is plain

    assert QCoreApplication.applicationName() == "GPConnect"
    assert QLocale().language() is known
