"""Copies of the file."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QWidget

from gpconnect.services import admin
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, StatusBadge, column, label, line


class KeepingSection(QWidget):
    """Make a copy now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        layout = column(self._copy_card())
        layout.addStretch(1)
        self.setLayout(layout)

    def show_view(self, view: admin.AdminView) -> None:
        """When the last copy was made."""
        if view.last_copy is None:
            self._last.set(self.tr("Nog geen kopie gemaakt"), "attention")
        else:
            self._last.set(self.tr("Laatste kopie {when}").format(when=text.moment(view.last_copy)), "good")

    def _copy_card(self) -> Card:
        card = Card(self.tr("Kopie"))
        self._last = StatusBadge("")
        card.add(self._last)
        card.add(
            label(
                self.tr(
                    "Een kopie is net zo versleuteld als het bestand zelf en wordt na het maken nagelezen. "
                    "Bewaar hem op een andere plek dan deze computer."
                ),
                "muted",
            )
        )
        self._copy_phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._copy_row = FormRow(self.tr("Je wachtwoordzin"), self._copy_phrase)
        self._make = PushButton(self.tr("Kopie maken …"), self._choose_target)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(self.tr("De kopie wordt gemaakt en nagelezen"))
        self._busy.hide()
        card.add(self._copy_row)
        buttons = line(self._make)
        buttons.addStretch(1)
        card.add(buttons)
        card.add(self._busy)
        return card

    def _choose_target(self) -> None:
        proposed = f"gpconnect-{self.desk.clock():%Y-%m-%d}.kopie"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Kopie bewaren"), proposed)
        if name:
            self.back_up(Path(name))

    def back_up(self, target: Path) -> None:
        """Make the copy there; the button rests until it is read back."""
        self._make.setEnabled(False)
        self._busy.show()
        job = self.desk.tasks.run(admin.back_up, self._copy_phrase.text(), target)
        job.then(self._copied).otherwise(self._not_copied)

    @Slot(object)
    def _copied(self, _changes: object) -> None:
        self._rest()
        self._copy_phrase.clear()
        self._copy_row.set_error("")
        self.desk.toast(self.tr("De kopie is gemaakt en nagelezen."))

    @Slot(object)
    def _not_copied(self, error: BaseException) -> None:
        self._rest()
        self._copy_row.set_error(messages.say(error))

    def _rest(self) -> None:
        self._make.setEnabled(True)
        self._busy.hide()
