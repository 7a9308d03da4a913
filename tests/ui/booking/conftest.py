"""Somebody sits at the booking desk."""

from collections.abc import Callable

import pytest

from gpconnect.ui.agenda.page import AgendaPage
from tests.ui.booking.desk import Robot, Show
from tests.ui.workplace import Opens


@pytest.fixture
def robot_of(desk_of: Opens, shown: Show) -> Callable[[str], Robot]:
    """A robot at somebody's agenda."""

    def sit(name: str) -> Robot:
        place = desk_of(name)
        page = AgendaPage(place.desk)
        shown(page)
        robot = Robot(place, page)
        robot.settle()
        return robot

    return sit
