"""No profile here yet: what a person can do about that."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from gpconnect.ui.parts import FormRow, PushButton, column, label, line


class NobodyPanel(QWidget):
    """An empty computer: wait for the invitation, put a copy back, open a profile that lies elsewhere, look around."""

    folder_chosen = Signal(object)
    """The folder of a profile that lies elsewhere."""
    restore_asked = Signal(object, str)
    """A copy, and the passphrase that opened it when it was made."""
    begin_asked = Signal(str)
    """Somebody has a code or a paper (``code``), or begins a pilot (``pilot``)."""

    def __init__(self) -> None:
        super().__init__()
        self._copy = Path()
        self._error = label("", "error")
        self._error.hide()
        self._phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._phrase.returnPressed.connect(self._restore)
        self._row = FormRow(self.tr("Wachtwoordzin van de kopie"), self._phrase)
        self._put_back = PushButton(self.tr("Terugzetten"), self._restore, role="primary", key="Enter")
        self._restoring = QWidget()
        again = line(self._put_back)
        again.addStretch(1)
        inside = column(self._row, spacing=1.5)
        inside.addLayout(again)
        self._restoring.setLayout(inside)
        self._restoring.hide()
        self.first = PushButton(self.tr("Ik heb een code"), self._with_code, role="primary")
        self._paper = PushButton(self.tr("Ik heb een herstelblad van mijn werk"), self._with_code)
        self._pilot = PushButton(self.tr("Een pilot beginnen"), self._with_pilot)
        self._copy_button = PushButton(self.tr("Kopie terugzetten …"), self._choose_copy)
        self._elsewhere = PushButton(self.tr("Profiel op een andere plek …"), self._choose_folder)
        layout = column(
            label(self.tr("Op deze computer staat nog geen profiel"), "h2"),
            label(self.tr("Ga je meedoen? Vraag een code aan wie jouw team, praktijk of pilot beheert.")),
            self.first,
            self._paper,
            self._pilot,
            label(self.tr("Werkte je al met GPConnect? Zet dan je kopie terug, of wijs aan waar je profiel staat.")),
            self._copy_button,
            self._elsewhere,
            self._error,
            self._restoring,
            label(self.tr("Eerst rondkijken? De opdracht gpconnect demo maakt en opent een verzonnen pilot."), "muted"),
            spacing=1.5,
        )
        self.setLayout(layout)
        self.setFocusProxy(self.first)

    def show_error(self, words: str) -> None:
        """What went wrong, near what was being done."""
        self._put_back.setEnabled(True)
        if self._restoring.isVisibleTo(self):
            self._row.set_error(words)
        else:
            self._error.setText(words)
            self._error.setVisible(bool(words))

    def error(self) -> str:
        return self._row.error() or self._error.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._phrase.clear()
        self._row.set_error("")
        self._put_back.setEnabled(True)

    def take_copy(self, copy: Path) -> None:
        """Ask for the passphrase of this copy."""
        self._copy = copy
        self._error.hide()
        self._row.set_help(self.tr("Van {file}").format(file=copy.name))
        self._restoring.show()
        self._phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _with_code(self) -> None:
        self.begin_asked.emit("code")

    @Slot()
    def _with_pilot(self) -> None:
        self.begin_asked.emit("pilot")

    @Slot()
    def _choose_copy(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Kopie kiezen"))
        if name:
            self.take_copy(Path(name))

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Map van je profiel kiezen"))
        if name:
            self.folder_chosen.emit(Path(name))

    @Slot()
    def _restore(self) -> None:
        if not self._phrase.text():
            self._row.set_error(self.tr("Vul de wachtwoordzin in die gold toen je de kopie maakte."))
            return
        self._row.set_error("")
        self._put_back.setEnabled(False)
        self.restore_asked.emit(self._copy, self._phrase.text())
