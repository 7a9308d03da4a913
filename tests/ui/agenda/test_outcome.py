"""What became of a visit can be said in the agenda as well as on Vandaag, on a real file."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.schedule import AppointmentStatus, SafetyTask
from gpconnect.services import visits
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import PushButton
from tests.services.visits_help import a_booking
from tests.ui.agenda.desk import Sits, all_of, book_emma, emma
from tests.ui.workplace import find


def test_who_is_late_is_seen_and_nobody_came_is_said_in_the_agenda(agenda_of: Sits) -> None:
    agenda = agenda_of("assistant")
    one = agenda.do(a_booking)
    agenda.open(one)
    detail = agenda.page.panels.detail
    assert detail._badge.text() == "Nog niet binnen"
    assert emma(agenda).detail.startswith("Nog niet binnen")
    assert inspect(agenda.page) == []
    agenda.click("detailMissed")
    assert agenda.the(one).status is AppointmentStatus.NOSHOW
    assert agenda.place.toasts[-1][0].startswith("Niet verschenen. Bel vandaag")

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert agenda.the(one).status is AppointmentStatus.BOOKED


def test_a_step_too_far_is_taken_back_in_the_agenda(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(a_booking)
    agenda.place.do(visits.receive, one)
    agenda.open(one)
    agenda.click("detailBack")

    assert agenda.the(one).status is AppointmentStatus.BOOKED


def test_nobody_is_missed_before_the_day_has_come(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.place.clock.forward(hours=5)
    one = agenda.do(book_emma)
    agenda.page.step(1)
    agenda.settle()
    agenda.open(one)

    outcome = agenda.page.panels.detail.outcome
    assert not any(button.isVisibleTo(agenda.page) for button in outcome.findChildren(PushButton))


def test_pressed_twice_it_is_said_once(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(a_booking)
    agenda.open(one)
    button = find(agenda.page, PushButton, "detailMissed")
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    agenda.settle()

    assert len(agenda.place.do(all_of, SafetyTask)) == 1
