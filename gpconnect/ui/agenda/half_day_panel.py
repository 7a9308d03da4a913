"""One half-day: who sits there, how much room is left, and its list to print."""

from datetime import date

from PySide6.QtCore import Signal

from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.schedule import SlotKind
from gpconnect.services.half_day_views import HalfDayView
from gpconnect.ui import text
from gpconnect.ui.agenda import model
from gpconnect.ui.agenda.calling_off import CallingOff
from gpconnect.ui.agenda.half_day_note import NotePart
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, StatusBadge, label


class HalfDayPanel(Card):
    """Opened from the head of a half-day on the timeline."""

    closed = Signal()
    sheet_asked = Signal(str)
    change_asked = Signal(str)
    absence_asked = Signal(str, object, str)
    """Site, day and staff id of the worker of this half-day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agendaHalfDay")
        self._desk = desk
        self._half_day_id = ""
        self._title, self._where, self._room = label("", "h2"), label("", "muted"), label("")
        self.badge, self.lacking = StatusBadge(), label("")
        self.lacking.setObjectName("halfDayLacking")
        self.sheet = PushButton(self.tr("Daglijst"), self._ask_sheet)
        self.sheet.setObjectName("halfDaySheet")
        self._away: tuple[str, date, str] | None = None
        self.away = PushButton(self.tr("Jeugdwerker afwezig"), self._ask_away)
        self.away.setObjectName("halfDayAway")
        self.change = PushButton(self.tr("Wijzigen"), self._ask_change, name=self.tr("Wijzigen: het dagdeel"))
        self.change.setObjectName("halfDayChange")
        self.paper = PaperView(desk, width=290, listed=True)
        self.note, self.calling_off = NotePart(desk), CallingOff(desk)
        self.close_button = PushButton(self.tr("Sluiten"), role="quiet", name=self.tr("Sluiten: het dagdeel"))
        self.close_button.setObjectName("halfDayClose")
        self.close_button.clicked.connect(self.closed)
        for part in (
            self._title,
            self._where,
            self.badge,
            self._room,
            self.lacking,
            self.note,
            self.calling_off,
            self.away,
            self.paper,
        ):
            self.add(part)
        self.body.addStretch(1)
        # The button of a question that is open stays in sight as well.
        self.pin(self.calling_off.sure, self.sheet, self.change, self.close_button)

    def show_half_day(self, head: Piece) -> None:
        """This half-day."""
        half_day = head.half_day
        if half_day.id != self._half_day_id:
            self.paper.hide()
        self._half_day_id = half_day.id
        hours = f"{text.clock(half_day.start)}–{text.clock(half_day.end)}"
        self._title.setText(text.join(text.day(head.day), hours))
        instead = self.tr("voor {name}").format(name=half_day.deputy_for) if half_day.deputy_for else ""
        self._where.setText(text.join(half_day.worker_name, instead, head.site.name, half_day.room))
        taken = sum(1 for one in half_day.slots if one.appointment_id)
        slots = sum(1 for one in half_day.slots if one.kind is not SlotKind.CLOSED)
        words = self.tr("{taken} van {slots} plekken bezet").format(taken=taken, slots=slots)
        if not slots:
            words = text.count(taken, self.tr("afspraak"), self.tr("afspraken"))
        self._room.setText(text.join(words, model.free_words(half_day)))
        self._away = (head.site.id, head.day, half_day.worker_id)
        self.calling_off.show_half_day(half_day)
        now = text.local(self._desk.clock())
        begun = (head.day, half_day.start) <= (now.date(), now.time())
        self.change.setVisible(not begun and half_day.state in {HalfDayState.OPEN, HalfDayState.FULL})
        self.note.show_note(half_day.id, half_day.note)
        self.badge.set(*model.state_words(half_day))
        waits = self._lacking_words(half_day)
        self.lacking.setText(waits)
        self.lacking.setVisible(bool(waits))

    def _lacking_words(self, half_day: HalfDayView) -> str:
        if half_day.state is not HalfDayState.CLOSING:
            return ""
        if half_day.lacking:
            times = ", ".join(text.clock(one) for one in half_day.lacking)
            return self.tr("Nog zonder uitkomst: {times}").format(times=times)
        return self.tr("Elke afspraak heeft een uitkomst; afsluiten kan op Vandaag.")

    def half_day_id(self) -> str:
        """Which one is open."""
        return self._half_day_id

    def _ask_away(self) -> None:
        if self._away is not None:
            self.absence_asked.emit(*self._away)

    def _ask_change(self) -> None:
        self.change_asked.emit(self._half_day_id)

    def _ask_sheet(self) -> None:
        self.sheet_asked.emit(self._half_day_id)
