"""On whose behalf a practice books: asked where more than one doctor works, known where it is always the same."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.schedule import Appointment
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip
from tests.services.conftest import PEOPLE
from tests.services.test_on_behalf import JANSEN, know_jansen
from tests.ui.booking.desk import Key, Sits, all_of


def test_the_only_doctor_of_a_practice_stands_on_its_bookings_without_being_asked(robot_of: Sits) -> None:
    robot = robot_of("assistant").begin(new=True)
    robot.page.booking.person.fill_new("Sara de Vries 5-6-2017")
    robot.click(Chip, "bookReason_sleep").press(Key.Key_Return)
    (booked,) = robot.place.do(all_of, Appointment)

    assert booked.practitioner_id == PEOPLE["gp"].staff_id
    assert robot_of("gp").begin(new=True).page.booking.behalf.isHidden()


def test_an_assistant_chooses_a_doctor_once_and_the_next_family_begins_with_the_same(robot_of: Sits) -> None:
    robot = robot_of("assistant")
    robot.place.do(know_jansen)
    behalf = robot.begin(new=True).page.booking.behalf
    assert behalf.doctor_id() == ""
    assert inspect(robot.page) == []
    QTest.mouseClick(behalf.doctors.chip(JANSEN), Qt.MouseButton.LeftButton)
    robot.page.booking.reload_slots()
    robot.settle()
    assert behalf.doctor_id() == JANSEN, "asking for other slots asks nothing else anew"
    robot.page.booking.person.fill_new("Sara de Vries 5-6-2017")
    robot.click(Chip, "bookReason_sleep").press(Key.Key_Return)
    (booked,) = robot.place.do(all_of, Appointment)

    assert booked.practitioner == "dr. Jansen"
    assert robot.begin(new=True).page.booking.behalf.doctor_id() == JANSEN


def test_a_doctor_books_for_themselves_and_says_so_when_a_colleague_joins(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_jansen)
    view = robot.begin(new=True).page.booking
    assert view.behalf.doctor_id() == PEOPLE["gp"].staff_id
    joins = view.extras.chips.chip("joins")
    assert joins.text() == "Ik loop de eerste minuten mee"
    QTest.mouseClick(view.behalf.doctors.chip(JANSEN), Qt.MouseButton.LeftButton)

    assert joins.text() == joins.accessibleName() == "Huisarts loopt even mee"
    assert view.behalf.doctor_id() == JANSEN


def test_a_walk_in_says_nothing_of_a_doctor_that_nobody_named(robot_of: Sits) -> None:
    robot = robot_of("assistant").begin(walk_in=True)
    robot.press(Key.Key_Return)

    (booked,) = robot.place.do(all_of, Appointment)
    assert (booked.practitioner_id, booked.practitioner) == ("", "")
