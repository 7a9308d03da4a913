"""Real desks for the pages of this area."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.services.conftest import Clock
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, 09:52 in Zaltbommel."""
    return Clock()


@pytest.fixture
def desk_of(app: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Opens]:
    """Opens the desk of one of the people of the pilot."""
    del app
    opened: list[Workplace] = []

    def make(name: str) -> Workplace:
        opened.append(Workplace(tmp_path, name, clock))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


SHOWN: list[QWidget] = []
"""Pages of the running test: Python must hold them as long as Qt paints them."""


@pytest.fixture(autouse=True)
def put_away(app: QApplication) -> Iterator[None]:
    """Close and free every page after its test."""
    yield
    while SHOWN:
        page = SHOWN.pop()
        page.close()
        page.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
