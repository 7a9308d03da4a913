"""The columns of a week."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services.schedule import SlotView, WeekView
from gpconnect.ui import text, theme
from gpconnect.ui.agenda import model
from gpconnect.ui.parts import DayColumn, EmptyState, Scroller, clear, column, line


class WeekColumns(QWidget):
    """One column a day; arrows walk through slots and days, Enter opens."""

    opened = Signal(str)
    """A slot was chosen."""
    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[str, SlotView] = {}
        self._days: list[DayColumn] = []
        self._line = line(spacing=1.5)
        holder = QWidget()
        holder.setLayout(self._line)
        self._scroller = Scroller(holder)
        self.empty = EmptyState(
            self.tr("Nog geen spreekuur in deze week"),
            self.tr("Plan eerst een reeks dagdelen. Feestdagen en vakanties worden overgeslagen en genoemd."),
            self.tr("Plan een reeks"),
        )
        assert self.empty.button is not None, "it was given an action"
        self.empty.button.setObjectName("agendaPlanFirst")
        self.empty.button.clicked.connect(self.plan_asked)
        layout = column(self.empty)
        layout.addWidget(self._scroller, 1)
        self.setLayout(layout)

    def show_week(self, week: WeekView, now: datetime) -> None:
        """Draw the week; the keyboard stays near the slot it was on."""
        at = self._focused()
        clear(self._line)
        self._slots = {slot.slot_id: slot for day in week.days for half in day.half_days for slot in half.slots}
        self._days = []
        start, end = model.hours(week)
        for day in week.days:
            made = DayColumn(model.day_title(day), model.day_slots(day, now), start=start, end=end)
            # A day without half-day stays narrow, so that the others have room for names.
            made.setMinimumWidth(theme.current().px(170 if day.half_days else 88))
            made.slot_clicked.connect(self.opened)
            made.slot_activated.connect(self.opened)
            made.left_column.connect(self._go)
            if text.local(now).date() == day.day:
                minute = model.minute_of(now)
                made.set_now(minute if start <= minute <= end else None)
            self._line.addWidget(made, 3 if day.half_days else 1)
            self._days.append(made)
        self.empty.setVisible(not self._slots)
        self._scroller.setVisible(bool(self._slots))
        if at:
            self.focus_slot(at)

    def slot(self, slot_id: str) -> SlotView | None:
        return self._slots.get(slot_id)

    def slot_of(self, appointment_id: str) -> SlotView | None:
        """Where a booking stands in this week."""
        return next((one for one in self._slots.values() if one.appointment_id == appointment_id), None)

    def focus_slot(self, slot_id: str) -> None:
        """Put the keyboard on a slot."""
        for day in self._days:
            for button in day.buttons():
                if button.slot.key == slot_id:
                    button.setFocus()

    def days(self) -> list[DayColumn]:
        return list(self._days)

    def _focused(self) -> str:
        found = [b.slot.key for day in self._days for b in day.buttons() if b.hasFocus()]
        return found[0] if found else ""

    def _go(self, step: int, minute: int) -> None:
        at = next((i for i, day in enumerate(self._days) if day is self.sender()), 0) + step
        while 0 <= at < len(self._days):
            if self._days[at].buttons():
                self._days[at].focus_near(minute)
                return
            at += step
