"""The agenda at somebody's desk, on a real file, and what happens there before a test begins."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.domain.records import KINDS
from gpconnect.domain.schedule import Appointment
from gpconnect.services import applying, booking, placing, slots, waiting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import keys, operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.agenda.page import AgendaPage
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.parts import PushButton
from tests.services.conftest import WALUWE
from tests.ui.workplace import Workplace, find

EMMA = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")


def book_emma(session: Session) -> str:
    """Emma, in the first free slot; sharing is still to be asked."""
    slot = slots.propose_slots(session, WALUWE).slots[0].slot_id
    _, result = booking.book(session, BookingRequest(WALUWE, slot, new=EMMA, reasons=("sleep",), words="“Moe.”"))
    assert isinstance(result, Booked)
    return result.appointment_id


def let_lotte_wait(session: Session) -> None:
    """Lotte waits since yesterday."""
    new = NewPerson("Lotte", "Smits", date(2014, 1, 1), "06 12345679")
    asked = session.today() - timedelta(days=1)
    request = BookingRequest(
        WALUWE, new=new, reasons=("mood",), sharing=Sharing.GIVEN, given_by="patient", requested_on=asked
    )
    waiting.add_to_waiting_list(session, request)


def let_teun_wait(session: Session) -> None:
    """Teun waits since today."""
    new = NewPerson("Teun", "Bakker", date(2015, 5, 1), "06 12345679")
    request = BookingRequest(WALUWE, new=new, reasons=("sleep",), sharing=Sharing.GIVEN, given_by="parent")
    waiting.add_to_waiting_list(session, request)


def lose(session: Session, appointment_id: str) -> None:
    """As after a round with the hub in which another device was first."""
    one = rows.require(session.db, Appointment, appointment_id)
    with transaction(session.db):
        mine = [op.op_id for op in operations.of_record(session.db, "appointment", one.id)]
        operations.place_operations(session.db, mine, 7)
        keys.set_holder(session.db, f"practice/{WALUWE}", placing.claim_id("slot", one.slot_id), b"x" * 32)
        applying.refold(session.db, KINDS["appointment"], one.id)


def all_of(session: Session, record: type[Any]) -> list[Any]:
    return rows.where(session.db, record)


def book_yusuf(session: Session, slot_id: str) -> None:
    """Yusuf, in this slot."""
    yusuf = NewPerson("Yusuf", "Yildirim", date(2012, 5, 6), "06 12345670")
    booking.book(session, BookingRequest(WALUWE, slot_id, new=yusuf, reasons=("sleep",)))


def close_half_day(session: Session, day: date) -> None:
    """Every half-day of a day."""
    with transaction(session.db):
        session.db.execute("UPDATE half_day_session SET status = 'closed' WHERE day = ?", (day.isoformat(),))


class Agenda:
    """A page at somebody's desk."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.page = AgendaPage(place.desk)

    def settle(self) -> None:
        """One answer makes the page ask the next question: wait until it asks nothing more."""
        quiet = 0
        for _ in range(40):
            quiet = quiet + 1 if self.place.tasks.idle() else 0
            QApplication.processEvents()
            if quiet > 1:
                return
        raise AssertionError

    def do(self, service: Callable[..., Any], *args: Any) -> Any:
        answer = self.place.do(service, *args)
        self.page.reload()
        self.settle()
        return answer

    def click(self, name: str, kind: type[QWidget] = PushButton) -> None:
        QTest.mouseClick(find(self.page, kind, name), Qt.MouseButton.LeftButton)
        self.settle()

    def open(self, appointment_id: str) -> None:
        slot = self.page.week.slot_of(appointment_id)
        assert slot is not None
        self.page.week.timeline.focus_on(slot.slot_id)
        self.page.open_slot(slot.slot_id)
        self.settle()

    def the(self, appointment_id: str) -> Appointment:
        found: Appointment = self.place.do(_one, appointment_id)
        return found


def _one(session: Session, appointment_id: str) -> Appointment:
    return rows.require(session.db, Appointment, appointment_id)


def press(*pressed: Qt.Key) -> None:
    """Keys to whatever has the focus."""
    for key in pressed:
        found = QApplication.focusWidget()
        assert found is not None
        QTest.keyClick(found, key)


def pieces(agenda: Agenda) -> list[Piece]:
    """The slots that are shown."""
    return [one for one in agenda.page.week.timeline.model.pieces() if one.slot]


def emma(agenda: Agenda) -> Piece:
    """Where the only booking stands."""
    return next(one for one in pieces(agenda) if one.slot and one.slot.appointment_id)


def free_one(agenda: Agenda, *, minutes: int = 45, kind: str = "regular") -> Piece:
    """The first slot of this kind that can still be given away."""
    return next(
        one
        for one in pieces(agenda)
        if one.slot
        and one.slot.can_be_taken(agenda.place.clock())
        and (one.slot.minutes, one.slot.kind) == (minutes, kind)
    )


Sits = Callable[[str], Agenda]
"""Opens the agenda of one of the people of the pilot."""
