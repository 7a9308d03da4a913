"""A robot at somebody's booking desk, and what happened there before a test begins."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from gpconnect.services import booking, rebooking, slots
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.agenda.page import AgendaPage
from tests.services.conftest import WALUWE
from tests.ui.workplace import Workplace, find

Show = Callable[..., QWidget]
Key = Qt.Key
EMMA = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")


def all_of(session: Session, record: type[Any]) -> list[Any]:
    """Every record of a kind, in the thread that owns the file."""
    return rows.where(session.db, record)


def know_emma(session: Session, sharing: Sharing = Sharing.TO_ASK, *, planned: bool = False) -> None:
    """Emma was booked before; that was called off, unless she is still `planned`."""
    slot = slots.propose_slots(session, WALUWE).slots[-1].slot_id
    by = "patient" if sharing is not Sharing.TO_ASK else ""
    request = BookingRequest(WALUWE, slot, new=EMMA, reasons=("sleep",), sharing=sharing, given_by=by)
    _, result = booking.book(session, request)
    if not planned:
        assert isinstance(result, booking.Booked)
        rebooking.cancel(session, result.appointment_id, "ziek")


class Robot:
    """Sits at a desk and counts what it does: a key chord, a click or a filled field is one action."""

    def __init__(self, place: Workplace, page: AgendaPage) -> None:
        self.place, self.page, self.actions = place, page, 0

    def settle(self) -> None:
        """One answer makes the page ask the next question: wait until it asks nothing more."""
        quiet = 0
        for _ in range(40):
            quiet = quiet + 1 if self.place.tasks.idle() else 0
            QApplication.processEvents()
            if quiet > 1:
                return
        raise AssertionError

    def begin(self, **params: object) -> "Robot":
        """Ctrl+N or Ctrl+I, which the window sends on as parameters."""
        self.actions += 1
        self.page.show_params(params)
        self.settle()
        return self

    def fill(self, name: str, words: str) -> "Robot":
        self.actions += 1
        field = find(self.page, QWidget, name)
        field.setFocus()
        # Quotation marks are typed with a dead key that QTest does not have.
        if isinstance(field, QPlainTextEdit):
            field.insertPlainText(words)
        else:
            QTest.keyClicks(field, words)
        return self

    def press(self, key: Qt.Key) -> "Robot":
        self.actions += 1
        QTest.keyClick(QApplication.focusWidget() or self.page, key)
        self.settle()
        return self

    def look_up(self) -> None:
        """Wait until the search field has its answer."""
        self.settle()

    def click(self, kind: type[QWidget], name: str) -> "Robot":
        self.actions += 1
        QTest.mouseClick(find(self.page, kind, name), Qt.MouseButton.LeftButton)
        self.settle()
        return self


Sits = Callable[[str], Robot]
