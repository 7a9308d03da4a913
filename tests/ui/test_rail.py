"""The rail when there is little room, as with text twice as large."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from gpconnect.ui import theme
from gpconnect.ui.desk import Area
from gpconnect.ui.page import Page
from gpconnect.ui.rail import RailButton


@pytest.fixture(params=[1.0, 2.0])
def scale(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    """Ordinary text, and twice as large."""
    theme.apply(qapp, theme.Theme(scale=request.param))
    yield request.param
    theme.apply(qapp, theme.Theme())


@pytest.mark.parametrize("waiting", [1, 12, 120])
@pytest.mark.usefixtures("scale")
def test_what_waits_does_not_cover_the_icon_of_a_slim_rail(waiting: int) -> None:
    button = RailButton(Area("agenda", "Agenda", "calendar-blank", lambda desk: Page(desk, "Agenda")), "Ctrl+1")
    button.set_slim(slim=True)
    button.set_waiting(waiting)
    button.resize(button.sizeHint())
    button.grab()

    assert not button.waiting_box().intersects(QRectF(button.icon_box()))
    assert QRectF(button.rect()).contains(QRectF(button.icon_box()))
