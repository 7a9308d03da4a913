"""A desk, what keeps its file and the hub together, and a hub."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gpconnect.hub import embedded
from gpconnect.ui.syncer import Syncer
from tests.services.conftest import Clock
from tests.ui.workplace import Workplace


@pytest.fixture
def place(app: QApplication, tmp_path: Path) -> Iterator[Workplace]:
    """Sanne's desk."""
    del app
    made = Workplace(tmp_path, "worker", Clock())
    yield made
    made.close()


@pytest.fixture
def syncer(place: Workplace) -> Iterator[Syncer]:
    """Keeps her file and the hub together; the test says when."""
    made = Syncer(place.desk, place.desk)
    yield made
    made.stop()
    assert place.settle()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A new hub on this machine."""
    with embedded.start(tmp_path / "hub") as hub:
        yield hub.url
