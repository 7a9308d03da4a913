"""A desk, a theme and a shown widget for every test of what people see."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.ui import text, theme
from gpconnect.ui.desk import Actor, Desk
from gpconnect.ui.tasks import Tasks
from tests.services.conftest import Clock
from tests.ui.workplace import SHOWN, Opens, Workplace

TODAY = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)


class Heard(QObject):
    """Remembers what signals brought; its bound methods can be connected."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Any] = []

    def hear(self, *values: object) -> None:
        self.items.append(values[0] if len(values) == 1 else values)


def _today() -> datetime:
    return TODAY


def _open() -> dict[str, object]:
    return {}


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """The light theme at 100 %, in Dutch."""
    theme.apply(qapp, theme.Theme())
    text.set_language("nl")
    return qapp


@pytest.fixture
def tasks(app: QApplication) -> Iterator[Tasks]:
    """Both queues, with a plain dict in the place of the open file."""
    del app
    made = Tasks()
    made.open(_open, dict.clear)
    assert made.idle()
    yield made
    made.close()


@pytest.fixture
def desk(tasks: Tasks) -> Desk:
    """Sanne's desk on Tuesday 24 November 2026 at 09:52."""
    return Desk(tasks, Actor("Sanne", "youth_worker", "Buurtzorg Jong"), _today)


@pytest.fixture
def shown(qtbot: QtBot, app: QApplication) -> Callable[..., QWidget]:
    """Shows a widget at a size and gives it back."""

    def show(widget: QWidget, width: int = 1360, height: int = 860) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        app.processEvents()
        return widget

    return show


@pytest.fixture
def clock() -> Clock:
    """Tuesday 24 November 2026, 09:52 in Zaltbommel."""
    return Clock()


@pytest.fixture
def desk_of(app: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Opens]:
    """Opens desks on real files; closed after the test."""
    del app
    opened: list[Workplace] = []

    def make(name: str) -> Workplace:
        opened.append(Workplace(tmp_path, name, clock))
        return opened[-1]

    yield make
    # A page that is left may still have to say so to its file.
    for page in SHOWN:
        page.hide()
    for one in opened:
        assert one.settle()
        one.close()


@pytest.fixture
def put_away(app: QApplication) -> Iterator[None]:
    """Close and free every page in `SHOWN` after its test."""
    yield
    while SHOWN:
        page = SHOWN.pop()
        page.close()
        page.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
