"""Light becomes dark at dusk, in the middle of work: nothing half-typed is lost, and what was open comes back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect.app import Program
from gpconnect.ui import text, theme
from gpconnect.ui.agenda.page import AgendaPage
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.settings import Settings
from tests.services.conftest import Clock
from tests.ui.program_help import make_profile, program, unlocked


@pytest.fixture
def running(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Sanne's program."""
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    with program(make_profile(tmp_path, "worker", Clock()), Clock(), Settings(theme="light")) as made:
        yield made


def at_dusk(running: Program) -> None:
    """The system goes dark."""
    running.choices = replace(running.choices, theme="dark")
    running.restyle(Qt.ColorScheme.Dark)


def booking(running: Program, window: MainWindow) -> AgendaPage:
    """The agenda with a new booking begun."""
    window.open("agenda", {"new": True})
    assert running.tasks.idle()
    page = window.page
    assert isinstance(page, AgendaPage)
    return page


def test_a_half_typed_booking_keeps_the_old_look_until_it_is_closed(running: Program, qtbot: QtBot) -> None:
    window = unlocked(running, qtbot)
    page = booking(running, window)
    QTest.keyClicks(page.booking.person.search, "Emma de Gr")
    at_dusk(running)

    assert window.page is page
    assert page.booking.person.search.text() == "Emma de Gr"
    assert not theme.current().dark
    page.booking.person.search.clear()
    page.booking.closed.emit()
    qtbot.waitUntil(lambda: theme.current().dark, timeout=10_000)
    assert window.page is not page
    assert running.tasks.idle()


def test_what_was_only_chosen_counts_as_well(running: Program, qtbot: QtBot) -> None:
    window = unlocked(running, qtbot)
    page = booking(running, window)
    page.booking.reasons.choose(["sleep"])
    assert page.booking.reasons.chosen()
    assert running.desk is not None
    said: list[str] = []
    running.desk.toasted.connect(lambda words, _undo: said.append(words))
    running.desk.settings_changed.emit(replace(running.choices, theme="dark"))

    assert window.page is page
    assert any("half ingevuld" in one for one in said)


def test_locking_in_between_brings_the_new_look(running: Program, qtbot: QtBot) -> None:
    page = booking(running, unlocked(running, qtbot))
    QTest.keyClicks(page.booking.person.search, "Emma de Gr")
    at_dusk(running)
    with qtbot.waitSignal(running.locked, timeout=20_000):
        running.lock()
    assert theme.current().dark

    again = unlocked(running, qtbot)
    assert again.page is page
    assert page.booking.person.search.text() == "Emma de Gr"
    page.booking.person.search.clear()
    page.booking.closed.emit()
    qtbot.waitUntil(lambda: again.page is not page, timeout=10_000)
    assert running.tasks.idle()


def test_every_page_comes_back_to_what_was_open_on_it(running: Program, qtbot: QtBot) -> None:
    window = unlocked(running, qtbot)
    window.open("agenda", {"view": "day"})
    assert running.tasks.idle()
    agenda = window.page
    assert agenda is not None
    before = agenda.place()
    window.open("today")
    at_dusk(running)
    assert running.tasks.idle()
    window.open("agenda")
    assert running.tasks.idle()

    assert before["view"] == "day"
    assert window.page is not agenda
    assert window.page is not None
    assert window.page.place() == before
