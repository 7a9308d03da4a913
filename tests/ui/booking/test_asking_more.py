"""What a booking may say besides: how long, with whom, who joins, and a line from the practice's own system."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.people import PersonCard
from gpconnect.domain.schedule import Appointment
from gpconnect.ui.booking.slots import SlotOption
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip
from tests.ui.booking.desk import Key, Sits, all_of, know_emma
from tests.ui.workplace import find


def test_a_short_talk_is_chosen_beside_the_slots_and_an_interpreter_asks_for_a_longer_one(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    view = robot.page.booking
    QTest.mouseClick(view.wishes.length.chip("20"), Qt.MouseButton.LeftButton)
    robot.settle()
    assert "20 min" in find(robot.page, SlotOption, "bookSlot0").accessibleName()
    assert inspect(robot.page) == []
    robot.click(Chip, "bookInterpreter")
    assert view.wishes.minutes() == 45
    assert "45 min" in find(robot.page, SlotOption, "bookSlot0").accessibleName()


def test_a_short_talk_says_how_long_it_takes_and_that_the_family_agrees(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    view = robot.page.booking
    view.person.fill_new("Sara de Vries 5-6-2017")
    QTest.mouseClick(view.wishes.length.chip("20"), Qt.MouseButton.LeftButton)
    robot.settle()
    robot.click(Chip, "bookReason_sleep").click(Chip, "bookJoins")
    QTest.mouseClick(view.extras.agreed.chip("yes"), Qt.MouseButton.LeftButton)
    robot.press(Key.Key_Return)

    (one,) = robot.place.do(all_of, Appointment)
    assert (one.minutes, one.gp_joins, one.family_agreed) == (20, True, True)


def test_a_pasted_line_fills_what_nobody_typed(robot_of: Sits) -> None:
    robot = robot_of("gp").begin(new=True)
    view = robot.page.booking
    robot.click(Chip, "bookLine").fill("bookPatientLine", "Berg, Noor van den 13-02-2013 tel 06-12345678 BSN 999990019")
    robot.settle()
    fields = (view.person.given, view.person.family, view.person.born, view.person.phone)
    assert [one.text() for one in fields] == ["Noor", "van den Berg", "13-02-2013", "06-12 34 56 78"]
    assert view.consent.answers.isEnabled(), "the birth date says who decides"
    assert inspect(robot.page) == []

    view.extras.line.setPlainText("Bakker, Daan 01-01-2015")
    assert view.person.family.text() == "van den Berg", "what stands is not written over"
    robot.click(Chip, "bookReason_sleep").press(Key.Key_Return)
    (card,) = robot.place.do(all_of, PersonCard)
    assert (card.given_name, card.prefix, card.family_name) == ("Noor", "van den", "Berg")


def test_a_pasted_line_leaves_a_chosen_jeugdige_alone(robot_of: Sits) -> None:
    robot = robot_of("gp")
    robot.place.do(know_emma)
    robot.begin(new=True).fill("bookSearch", "emm").press(Key.Key_Return)
    robot.look_up()
    robot.click(Chip, "bookLine").fill("bookPatientLine", "Bakker, Daan 01-01-2015")

    assert robot.page.booking.person.hit is not None
    assert not robot.page.booking.person.is_new
