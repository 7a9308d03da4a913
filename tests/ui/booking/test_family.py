"""Somebody else of the family that was just booked: three actions, because nothing is asked twice."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.people import PersonCard
from gpconnect.domain.schedule import Appointment, Slot
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.booking.slots import SlotOption
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip, PushButton
from tests.ui.booking.desk import Key, Robot, Sits, all_of
from tests.ui.workplace import find


def book_sara(robot: Robot) -> None:
    """Sara, who may only be phoned at her grandmother's."""
    robot.begin(new=True)
    view = robot.page.booking
    view.person.fill_new("Sara de Vries 5-6-2017")
    view.person.phone.setText("06 12345678")
    robot.click(Chip, "bookReason_sleep").click(Chip, "bookSafe").fill("bookSafeContact", "alleen oma")
    robot.press(Key.Key_Return)


def starts(session: Session, slot_id: str) -> Slot:
    return rows.require(session.db, Slot, slot_id)


def test_the_second_of_a_family_is_booked_in_three_actions(robot_of: Sits) -> None:
    robot = robot_of("gp")
    book_sara(robot)
    robot.actions = 0
    robot.click(PushButton, "bookFamily").fill("bookGivenName", "Guus 3-4-2019").press(Key.Key_Return)
    assert robot.actions == 3

    cards = {one.given_name: one for one in robot.place.do(all_of, PersonCard)}
    sara, guus = cards["Sara"], cards["Guus"]
    assert (guus.prefix, guus.family_name, guus.phone, guus.safe_contact) == (
        sara.prefix, sara.family_name, sara.phone, "alleen oma",
    )  # fmt: skip
    assert guus.household_id == sara.household_id != ""
    assert (guus.birth_date.isoformat(), guus.shared) == ("2019-04-03", False)
    found = {one.person_id: one for one in robot.place.do(all_of, Appointment)}
    first, second = found[sara.id], found[guus.id]
    assert second.reasons == first.reasons == ("sleep",)
    before, after = (robot.place.do(starts, one.slot_id) for one in (first, second))
    assert (after.session_id, after.starts_at > before.starts_at) == (before.session_id, True)


def test_it_says_which_slot_lies_beside_and_another_can_be_chosen(robot_of: Sits) -> None:
    robot = robot_of("gp")
    book_sara(robot)
    robot.click(PushButton, "bookFamily")
    assert inspect(robot.page) == []
    view = robot.page.booking
    assert find(robot.page, SlotOption, "bookSlot0").isChecked()
    assert view.person.given.hasFocus()
    assert view.person.new_person() is None
    assert view.person.rows["bookGivenName"].error()

    view.person.start_again()
    assert view.family.person_id == ""


def test_who_was_booked_without_a_name_has_no_family_to_go_on_with(robot_of: Sits) -> None:
    robot = robot_of("assistant").begin(walk_in=True)
    robot.press(Key.Key_Return)

    assert robot.page.booking.done.family_button.isHidden()
    QTest.mouseClick(robot.page.booking.done.again_button, Qt.MouseButton.LeftButton)
    robot.settle()
    assert robot.page.booking.family.slot_id == ""
