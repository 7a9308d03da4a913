"""What takes the whole page of the agenda, one at a time: the week, a booking, a series, whom to phone."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gpconnect.ui.agenda.reminders import RemindersPanel
from gpconnect.ui.agenda.series import SeriesPanel
from gpconnect.ui.booking.view import BookingView
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Scroller

WEEK, BOOKING, SERIES, REMINDERS = range(4)


class AgendaStack(QStackedWidget):
    """The week is there at once; the others are made when they are first asked for, so that the week comes sooner."""

    closed = Signal()
    titled = Signal(str)
    booked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        for _ in (WEEK, BOOKING, SERIES, REMINDERS):
            self.addWidget(QWidget())

    def put(self, place: int, part: QWidget) -> None:
        """Let this stand there."""
        if (empty := self.widget(place)) is not None:
            self.removeWidget(empty)
            empty.deleteLater()
        self.insertWidget(place, part)

    @cached_property
    def booking(self) -> BookingView:
        made = BookingView(self._desk)
        made.titled.connect(self.titled)
        made.booked.connect(self.booked)
        made.closed.connect(self.closed)
        self.put(BOOKING, made)
        return made

    @cached_property
    def series(self) -> SeriesPanel:
        made = SeriesPanel(self._desk)
        made.closed.connect(self.closed)
        self.put(SERIES, made)
        return made

    @cached_property
    def reminders(self) -> RemindersPanel:
        made = RemindersPanel(self._desk)
        made.closed.connect(self.closed)
        self.put(REMINDERS, Scroller(made))
        return made


class StackedParts:
    """A page that holds an `AgendaStack`, with its parts by name."""

    _stack: AgendaStack

    @property
    def booking(self) -> BookingView:
        """What an appointment is made in."""
        return self._stack.booking

    @property
    def series(self) -> SeriesPanel:
        """What a series is planned in."""
        return self._stack.series

    @property
    def reminders(self) -> RemindersPanel:
        """Whom to phone before they come."""
        return self._stack.reminders
