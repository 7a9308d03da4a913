"""The passphrase that opens the file."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from gpconnect.services import admin
from gpconnect.ui import messages
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, label, line


class PassphraseCard(Card):
    """Take another passphrase."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Wachtwoordzin"))
        self.desk = desk
        self._opens = label("", "muted")
        self._old = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._new = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._old_row = FormRow(self.tr("Wachtwoordzin van nu"), self._old)
        help_text = self.tr("Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.")
        self._again_row = FormRow(self.tr("Nog een keer de nieuwe"), self._again)
        self.add(self._opens)
        self.add(self._old_row)
        self.add(FormRow(self.tr("Nieuwe wachtwoordzin"), self._new, help_text))
        self.add(self._again_row)
        buttons = line(PushButton(self.tr("Wachtwoordzin wijzigen"), self._change))
        buttons.addStretch(1)
        self.add(buttons)

    def show_view(self, view: admin.AdminView) -> None:
        """What opens the file."""
        names = {"passphrase": self.tr("je wachtwoordzin"), "keyring": self.tr("de sleutelbos van deze computer")}
        opens = ", ".join(names.get(one, one) for one in view.slots)
        self._opens.setText(self.tr("Dit bestand gaat open met: {what}.").format(what=opens))

    def _change(self) -> None:
        if self._new.text() != self._again.text():
            self._again_row.set_error(self.tr("De twee nieuwe wachtwoordzinnen zijn niet gelijk."))
            return
        self._again_row.set_error("")
        job = self.desk.tasks.run(admin.change_passphrase, self._old.text(), self._new.text())
        job.then(self._changed).otherwise(self._not_changed)

    @Slot(object)
    def _changed(self, _changes: object) -> None:
        for field in (self._old, self._new, self._again):
            field.clear()
        self._old_row.set_error("")
        self.desk.toast(self.tr("Je nieuwe wachtwoordzin geldt vanaf nu."))

    @Slot(object)
    def _not_changed(self, error: BaseException) -> None:
        self._old_row.set_error(messages.say(error))
