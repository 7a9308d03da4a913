"""Real desks, as everywhere: a page, its services and an encrypted file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gpconnect.ui import text, theme
from tests.services.conftest import Clock, make_session
from tests.ui.workplace import Workplace

__all__ = ["make_session"]

Opens = Callable[[str], Workplace]


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, 09:52 in Zaltbommel."""
    return Clock()


@pytest.fixture
def desk_of(qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Opens]:
    """Opens the desk of one of the people of the pilot."""
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    opened: list[Workplace] = []

    def make(name: str) -> Workplace:
        opened.append(Workplace(tmp_path, name, clock))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
