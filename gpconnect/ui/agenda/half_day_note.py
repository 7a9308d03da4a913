"""The note for the day of one half-day: read and written in one line, with a way back."""

from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import half_days
from gpconnect.ui import messages
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import FormRow, PushButton, column


class NotePart(QWidget):
    """What was typed stays while the agenda behind it is drawn anew, until another half-day is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._half_day_id = ""
        self._before = ""
        self.field = QLineEdit()
        self.field.setObjectName("halfDayNote")
        self.field.returnPressed.connect(self._save)
        self.save = PushButton(self.tr("Notitie bewaren"), self._save)
        self.save.setObjectName("halfDayNoteSave")
        help_text = self.tr(
            "Voor iedereen die deze dag opent, ook op de daglijst. Geen namen van jeugdigen of gezinnen."
        )
        self._row = FormRow(self.tr("Notitie voor deze dag"), self.field, help_text)
        self.setLayout(column(self._row, self.save, spacing=1))
        self.field.textEdited.connect(self._typed)
        self.save.hide()

    def show_note(self, half_day_id: str, note: str) -> None:
        """The note of this half-day."""
        if half_day_id == self._half_day_id and self.field.isModified():
            return
        self._half_day_id = half_day_id
        self.field.setText(note)
        self._row.set_error("")
        self.save.hide()

    def _typed(self) -> None:
        self.save.show()

    def _save(self) -> None:
        job = self._desk.tasks.run(half_days.write_note, self._half_day_id, self.field.text())
        job.then(self._saved).otherwise(self._refused)

    def _saved(self, outcome: tuple[Changes, str]) -> None:
        self.field.setModified(False)
        self.save.hide()
        self._row.set_error("")
        self._back = _Back(self._desk, self._half_day_id, outcome[1])
        self._desk.toast(self.tr("De notitie is bewaard."), self._back.put_back)

    def _refused(self, error: KnownError) -> None:
        self._row.set_error(messages.say(error))


class _Back:
    """What stood there before, for the half-day that was open then."""

    def __init__(self, desk: Desk, half_day_id: str, note: str) -> None:
        self._desk, self._half_day_id, self._note = desk, half_day_id, note

    def put_back(self) -> None:
        self._desk.tasks.run(half_days.write_note, self._half_day_id, self._note)
