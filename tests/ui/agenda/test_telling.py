"""The new time of a moved booking is given to the family: at the move, in the opened booking, or on Vandaag."""

from typing import Any

from gpconnect.domain.duties import DutyKind
from gpconnect.services import duties, rebooking, slots
from gpconnect.services.session import Session
from gpconnect.ui.booking.slots import SlotOption
from gpconnect.ui.inspection import inspect
from gpconnect.ui.today.page import TodayPage
from tests.services.conftest import WALUWE
from tests.ui.agenda.desk import Agenda, Sits, book_emma


def move_emma(session: Session) -> str:
    """Emma, booked and then moved, and not told."""
    one = book_emma(session)
    rebooking.move(session, one, slots.propose_slots(session, WALUWE).slots[1].slot_id)
    return one


def to_tell(session: Session) -> list[str]:
    """Bookings whose family knows another time."""
    found = duties.list_duties(session)
    return [one.appointment_id for one in found if one.duty.kind is DutyKind.TELL_NEW_TIME]


def told(agenda: Agenda) -> list[str]:
    found: list[str] = agenda.place.do(to_tell)
    return found


def test_whoever_moves_a_booking_says_in_the_same_notice_that_the_family_knows(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    one = agenda.do(book_emma)
    agenda.open(one)
    agenda.click("detailMove")
    agenda.click("moveSlot1", SlotOption)
    assert told(agenda) == [one]
    following = agenda.place.followings[-1]
    assert following is not None
    assert following[0] == "Is doorgegeven"
    following[1]()
    agenda.settle()

    assert told(agenda) == []


def test_an_opened_booking_says_what_the_family_knows_and_takes_that_it_was_told(agenda_of: Sits) -> None:
    agenda = agenda_of("assistant")
    one = agenda.do(move_emma)
    agenda.page.show_params({"appointment": one})
    agenda.settle()
    assert inspect(agenda.page) == []
    agenda.click("detailTold")
    assert told(agenda) == []
    assert agenda.page.panels.detail.told_button.isHidden()

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert told(agenda) == [one]


def test_on_vandaag_it_is_a_line_with_the_number_to_phone_and_one_press(agenda_of: Sits) -> None:
    agenda = agenda_of("assistant")
    agenda.do(move_emma)
    page = TodayPage(agenda.place.desk)
    agenda.place.show(page)
    rows: list[Any] = [one for one in page.duties.rows.rows() if "nieuwe tijd" in one.row.title]
    (line,) = rows
    assert line.row.title == "Geef Emma de nieuwe tijd door"
    assert "06-12 34 56 78" in line.row.detail
    assert inspect(page) == []
    page.duties.rows.action_clicked.emit(line.row.key)
    agenda.settle()
    assert told(agenda) == []

    agenda.place.toasts[-1][1]()
    agenda.settle()
    assert len(told(agenda)) == 1
