"""When the practice hears, or that it does not: beside feedback that waits."""

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QWidget

from gpconnect.domain.care import Feedback, FeedbackMoment
from gpconnect.services import feedback_duties
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.note import words
from gpconnect.ui.parts import FormRow, PushButton, column, label


class LaterBox(QWidget):
    """The day of a duty, and three reasons not to tell."""

    changed = Signal(object, str, tuple)
    """The service that changes the duty, the feedback's id, and the day or the reason."""

    def __init__(self, told: Feedback) -> None:
        super().__init__()
        self._told = told
        until = self.tr("De praktijk hoort dit uiterlijk {day}.")
        if told.moment is FeedbackMoment.CHANGE:
            until = self.tr("Er is iets veranderd; de praktijk hoort dat uiterlijk {day}.")
        layout = column(label(until.format(day=text.full_date(told.due_on)), "muted"), spacing=1)
        self.day = QDateEdit(QDate(told.due_on.year, told.due_on.month, told.due_on.day))
        self.day.setObjectName("feedbackDay")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd-MM-yyyy")
        self.move_button = PushButton(self.tr("Andere dag"), self._move)
        self.move_button.setObjectName("feedbackMove")
        layout.addWidget(FormRow(self.tr("Op een andere dag"), self.day))
        layout.addWidget(flowing(self.move_button))
        layout.addWidget(label(self.tr("Of laat het, omdat:"), "label"))
        buttons = []
        for why in feedback_duties.WHY:
            words_shown = words.not_told(why)
            button = PushButton(words_shown, self._leave, name=self.tr("Niet vertellen: {why}").format(why=words_shown))
            button.setObjectName(f"feedbackLeave_{why}")
            button.setProperty("why", why)
            buttons.append(button)
        layout.addWidget(flowing(*buttons))
        self.setLayout(layout)

    @Slot()
    def _move(self) -> None:
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.changed.emit(feedback_duties.set_due, self._told.id, (day,))

    @Slot()
    def _leave(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.changed.emit(feedback_duties.leave, self._told.id, (str(sender.property("why")),))
