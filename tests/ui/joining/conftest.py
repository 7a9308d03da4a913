"""A real hub on this computer, and programs on computers that are empty."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gpconnect.hub import embedded
from gpconnect.ui.settings import Settings
from tests.services.conftest import Clock
from tests.ui.joining.persons import Person, leave
from tests.ui.program_help import program


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
