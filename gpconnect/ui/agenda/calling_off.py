"""A half-day that does not take place: why, what becomes of who was booked, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.schedule import AppointmentStatus
from gpconnect.services import half_days
from gpconnect.services.half_day_views import HalfDayView, SlotView
from gpconnect.ui import text
from gpconnect.ui.agenda import model
from gpconnect.ui.agenda.failure import Failure
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import ChipGroup, FormRow, PushButton, column, label, reveal

_MOST_NAMED = 8


class CallingOff(QWidget):
    """Names whom it touches and asks why; one button does it. It can be undone from the notice, and later from here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._half_day_id = ""
        self._why = label("")
        self.call_off = PushButton(self.tr("Dagdeel afzeggen"), self._ask)
        self.call_off.setObjectName("halfDayCallOff")
        self.take_back = PushButton(self.tr("Laat toch doorgaan"), self._take_back)
        self.take_back.setObjectName("halfDayTakeBack")
        self._build_question()
        self._failure = Failure(self._reason_row)
        self.setLayout(column(self._why, self.call_off, self.take_back, self._question_box, self._failure, spacing=1))

    def _build_question(self) -> None:
        question = self.tr("Waarom gaat dit dagdeel niet door?")
        reasons = [
            ("worker", self.tr("jeugdwerker afwezig")),
            ("room", self.tr("geen kamer vrij")),
            ("practice", self.tr("praktijk dicht")),
        ]
        self.reasons = ChipGroup(question, reasons, multi=False)
        self.reasons.changed.connect(self._chosen)
        self.sure = PushButton(self.tr("Zeg dit dagdeel af"), self._call_off, role="danger")
        self.sure.setObjectName("callOffSure")
        self.leave = PushButton(self.tr("Laat staan"), self._leave, role="quiet")
        self.leave.setObjectName("callOffLeave")
        for key, _ in reasons:
            self.reasons.chip(key).setObjectName(f"callOffReason_{key}")
        self.reason = QLineEdit()
        self.reason.setObjectName("callOffReason")
        self.reason.returnPressed.connect(self._call_off)
        self._booked = label("")
        self._booked.setObjectName("callOffBooked")
        self._reason_row = FormRow(
            self.tr("Of in eigen woorden"), self.reason, self.tr("Enter zegt het dagdeel af. Iedereen leest dit.")
        )
        self._question_box = QWidget()
        self._question_box.setLayout(
            column(
                self._booked,
                label(question, "label"),
                self.reasons,
                self._reason_row,
                self.leave,
                spacing=1,
            )
        )
        self._close()

    def show_half_day(self, half_day: HalfDayView) -> None:
        """What can be done with this one."""
        if half_day.id != self._half_day_id:
            self._close()
        self._half_day_id = half_day.id
        off = half_day.state is HalfDayState.CALLED_OFF
        self._why.setText(self.tr("Gaat niet door: {why}").format(why=half_day.called_off_why))
        self._why.setVisible(off and bool(half_day.called_off_why))
        self.call_off.setVisible(not off and half_day.state is not HalfDayState.CLOSED)
        self.take_back.setVisible(off)
        if off:
            self._close()
        booked = [one for one in half_day.slots if one.status is AppointmentStatus.BOOKED]
        self._booked.setText(self._whom(booked))
        count = text.count(len(booked), self.tr("afspraak"), self.tr("afspraken"))
        words = self.tr("Zeg af: {count}").format(count=count) if booked else self.tr("Zeg dit dagdeel af")
        self.sure.setText(words)
        self.sure.setAccessibleName(words)
        self._failure.clear()

    def _whom(self, booked: Sequence[SlotView]) -> str:
        """Everybody who has to hear another time."""
        if not booked:
            return self.tr("Er staat nog niemand in dit dagdeel.")
        count = text.count(len(booked), self.tr("afspraak"), self.tr("afspraken"))
        lines = [self.tr("Dit raakt {count}; bellen voor een andere tijd komt op Vandaag:").format(count=count)]
        lines += [
            text.join(text.clock(one.starts_at), model.who(one.name, one.age, one.visit))
            for one in booked[:_MOST_NAMED]
        ]
        if len(booked) > _MOST_NAMED:
            lines.append(self.tr("en nog {n}").format(n=len(booked) - _MOST_NAMED))
        return "\n".join(lines)

    def _leave(self) -> None:
        self._close()
        self.call_off.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._question_box.hide()
        self.sure.hide()

    def _ask(self) -> None:
        self.reason.clear()
        self.reasons.choose([])
        self._reason_row.set_error("")
        self._question_box.show()
        self.sure.show()
        follow_reading(self)
        reveal(self._question_box)
        self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, keys: list[str]) -> None:
        if keys:
            self.reason.setText(self.reasons.chip(keys[0]).text())
            self._reason_row.set_error("")

    def _call_off(self) -> None:
        job = self._desk.tasks.run(half_days.call_off, self._half_day_id, self.reason.text())
        job.then(self._called_off).otherwise(self._failure.tell)

    def _called_off(self, _changes: Changes) -> None:
        self._back = _Back(self._desk, self._half_day_id)
        words = self.tr("Het dagdeel gaat niet door. Wie een afspraak had, staat op Vandaag.")
        self._desk.toast(words, self._back.take_back)

    def _take_back(self) -> None:
        job = self._desk.tasks.run(half_days.take_back, self._half_day_id)
        job.then(self._taken_back).otherwise(self._failure.tell)

    def _taken_back(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("Het dagdeel gaat toch door."))


class _Back:
    """Lets the half-day take place that was called off just now."""

    def __init__(self, desk: Desk, half_day_id: str) -> None:
        self._desk, self._half_day_id = desk, half_day_id

    def take_back(self) -> None:
        self._desk.tasks.run(half_days.take_back, self._half_day_id)
