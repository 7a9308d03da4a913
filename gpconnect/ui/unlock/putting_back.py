"""A copy and the passphrase of then, asked on the screen before the file is open."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from gpconnect.ui.parts import FormRow, PushButton, column, line


class PuttingBack(QWidget):
    """Says `asked` with the copy and the passphrase; the passphrase is asked once there is a copy."""

    asked = Signal(object, str)
    """A copy, and the passphrase that opened it when it was made."""
    chosen = Signal()
    """There is a copy now."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._copy = Path()
        self.first = PushButton(words, self._choose_copy)
        self._phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._phrase.returnPressed.connect(self._restore)
        self._row = FormRow(self.tr("Wachtwoordzin van de kopie"), self._phrase)
        self._put_back = PushButton(self.tr("Terugzetten"), self._restore, role="primary", key="Enter")
        self.asking = QWidget()
        again = line(self._put_back)
        again.addStretch(1)
        inside = column(self._row, spacing=1.5)
        inside.addLayout(again)
        self.asking.setLayout(inside)
        self.asking.hide()

    def show_error(self, words: str) -> bool:
        """Say what went wrong below the passphrase; False when there is no place for it yet."""
        self._put_back.setEnabled(True)
        if self.asking.isHidden():
            return False
        self._row.set_error(words)
        return True

    def error(self) -> str:
        return self._row.error()

    def clear(self) -> None:
        """Forget what was typed."""
        self._phrase.clear()
        self._row.set_error("")
        self._put_back.setEnabled(True)

    def take_copy(self, copy: Path) -> None:
        """Ask for the passphrase of this copy."""
        self._copy = copy
        self._row.set_help(self.tr("Van {file}").format(file=copy.name))
        self.asking.show()
        self._phrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    @Slot()
    def _choose_copy(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Kopie kiezen"))
        if name:
            self.take_copy(Path(name))

    @Slot()
    def _restore(self) -> None:
        if not self._phrase.text():
            self._row.set_error(self.tr("Vul de wachtwoordzin in die gold toen je de kopie maakte."))
            return
        self._row.set_error("")
        self._put_back.setEnabled(False)
        self.asked.emit(self._copy, self._phrase.text())
