"""The agenda of somebody in the pilot, shown and at rest."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.agenda.desk import Agenda, Sits
from tests.ui.workplace import Opens


@pytest.fixture
def agenda_of(desk_of: Opens, shown: Callable[..., QWidget]) -> Sits:
    def sit(name: str) -> Agenda:
        agenda = Agenda(desk_of(name))
        shown(agenda.page)
        agenda.settle()
        return agenda

    return sit
