"""A half-day that does not take place: why, what becomes of who was booked, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.schedule import AppointmentStatus
from gpconnect.services import half_days
from gpconnect.services.half_day_views import HalfDayView
from gpconnect.ui import messages, text
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import ChipGroup, FormRow, PushButton, column, label


class CallingOff(QWidget):
    """A reason that is chosen calls off at once; it can be undone from the toast, and later from here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._half_day_id = ""
        self._why = label("")
        self.call_off = PushButton(self.tr("Gaat niet door"), self._ask)
        self.call_off.setObjectName("halfDayCallOff")
        self.take_back = PushButton(self.tr("Laat toch doorgaan"), self._take_back)
        self.take_back.setObjectName("halfDayTakeBack")
        self._build_question()
        self._error = label("", "error")
        self.setLayout(column(self._why, self.call_off, self.take_back, self._question_box, self._error, spacing=1))

    def _build_question(self) -> None:
        question = self.tr("Waarom gaat dit dagdeel niet door?")
        reasons = [
            ("worker", self.tr("jeugdwerker afwezig")),
            ("room", self.tr("geen kamer vrij")),
            ("practice", self.tr("praktijk dicht")),
        ]
        self.reasons = ChipGroup(question, reasons, multi=False)
        self.reasons.changed.connect(self._chosen)
        for key, _ in reasons:
            self.reasons.chip(key).setObjectName(f"callOffReason_{key}")
        self.reason = QLineEdit()
        self.reason.setObjectName("callOffReason")
        self.reason.returnPressed.connect(self._call_off)
        self._booked = label("", "small")
        self._reason_row = FormRow(
            self.tr("Of in eigen woorden"), self.reason, self.tr("Enter zegt het dagdeel af. Iedereen leest dit.")
        )
        self._question_box = QWidget()
        self._question_box.setLayout(
            column(label(question, "label"), self._booked, self.reasons, self._reason_row, spacing=1)
        )
        self._question_box.hide()

    def show_half_day(self, half_day: HalfDayView) -> None:
        """What can be done with this one."""
        if half_day.id != self._half_day_id:
            self._question_box.hide()
        self._half_day_id = half_day.id
        off = half_day.state is HalfDayState.CALLED_OFF
        self._why.setText(self.tr("Gaat niet door: {why}").format(why=half_day.called_off_why))
        self._why.setVisible(off and bool(half_day.called_off_why))
        self.call_off.setVisible(not off and half_day.state is not HalfDayState.CLOSED)
        self.take_back.setVisible(off)
        if off:
            self._question_box.hide()
        booked = sum(1 for one in half_day.slots if one.status is AppointmentStatus.BOOKED)
        count = text.count(booked, self.tr("afspraak"), self.tr("afspraken"))
        hit = self.tr("{count} komt als taak op Vandaag: bellen voor een andere tijd.").format(count=count)
        if booked > 1:
            hit = self.tr("{count} komen als taak op Vandaag: bellen voor een andere tijd.").format(count=count)
        self._booked.setText(hit if booked else self.tr("Er staat nog niemand in dit dagdeel."))
        self._say("")

    def _ask(self) -> None:
        self.reason.clear()
        self.reasons.choose([])
        self._reason_row.set_error("")
        self._question_box.show()
        follow_reading(self)
        self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, keys: list[str]) -> None:
        if keys:
            self.reason.setText(self.reasons.chip(keys[0]).text())
            self._call_off()

    def _call_off(self) -> None:
        job = self._desk.tasks.run(half_days.call_off, self._half_day_id, self.reason.text())
        job.then(self._called_off).otherwise(self._refused)

    def _called_off(self, _changes: Changes) -> None:
        self._back = _Back(self._desk, self._half_day_id)
        words = self.tr("Het dagdeel gaat niet door. Wie een afspraak had, staat op Vandaag.")
        self._desk.toast(words, self._back.take_back)

    def _take_back(self) -> None:
        job = self._desk.tasks.run(half_days.take_back, self._half_day_id)
        job.then(self._taken_back).otherwise(self._refused)

    def _taken_back(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("Het dagdeel gaat toch door."))

    def _refused(self, error: KnownError) -> None:
        if getattr(error, "code", "") == "text.reason_missing":
            self._reason_row.set_error(messages.say(error))
        else:
            self._say(messages.say(error))

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


class _Back:
    """Lets the half-day take place that was called off just now."""

    def __init__(self, desk: Desk, half_day_id: str) -> None:
        self._desk, self._half_day_id = desk, half_day_id

    def take_back(self) -> None:
        self._desk.tasks.run(half_days.take_back, self._half_day_id)
