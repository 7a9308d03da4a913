"""What is said after booking stands close together."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gpconnect.services.booking import Booked
from gpconnect.ui.booking.done import DonePanel
from gpconnect.ui.desk import Desk
from tests.ui.conftest import TODAY

Show = Callable[..., QWidget]


def test_the_lines_stand_together_at_the_top(desk: Desk, shown: Show) -> None:
    panel = DonePanel(desk)
    shown(panel, 1100, 780)
    panel.show_booked(Booked("a", "p", "Emma de Graaf", TODAY, 45, "Sanne de Vries", "Praktijk De Waluwe"))
    layout = panel.layout()
    assert layout is not None
    layout.activate()
    assert panel.print_button.mapTo(panel, panel.print_button.rect().bottomLeft()).y() < 250
