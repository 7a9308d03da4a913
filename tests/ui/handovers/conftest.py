"""The page of handovers on a real file."""

from pathlib import Path

import pytest

from tests.ui.handovers.driver import Driver, Shown
from tests.ui.workplace import Opens


@pytest.fixture
def driver(desk_of: Opens, shown: Shown, tmp_path: Path) -> Driver:
    return Driver(desk_of("worker"), shown, tmp_path / "brieven")
