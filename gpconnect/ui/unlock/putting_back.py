"""A copy and what opened it then, a passphrase or a code from paper, asked on the screen before the file is open."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from gpconnect.services import profile_list
from gpconnect.ui import theme
from gpconnect.ui.parts import ChipGroup, FormRow, PushButton, column, line

_LINES = 3


class PuttingBack(QWidget):
    """Says `asked` with the copy and what opens it; that is asked once there is a copy."""

    asked = Signal(object, str, str)
    """A copy, a way in that it has, and the secret of that way."""
    chosen = Signal()
    """There is a copy now."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._copy = Path()
        self.first = PushButton(words, self._choose_copy)
        ways = [
            (profile_list.PASSPHRASE, self.tr("Wachtwoordzin")),
            (profile_list.RECOVERY, self.tr("Mijn herstelblad")),
            (profile_list.EMPLOYER, self.tr("Sleutelblad van mijn werk")),
        ]
        self._ways = ChipGroup(self.tr("Waarmee open je deze kopie?"), ways, always=True)
        self._ways.choose([profile_list.PASSPHRASE])
        self._ways.changed.connect(self._way_chosen)
        self._ways_row = FormRow(self.tr("Waarmee open je deze kopie?"), self._ways)
        self._phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._phrase.returnPressed.connect(self._restore)
        self._code = QPlainTextEdit(tabChangesFocus=True)
        self._code.setFixedHeight(self._code.fontMetrics().lineSpacing() * _LINES + theme.current().space(3))
        self._phrase_row = FormRow(
            self.tr("Wachtwoordzin van de kopie"), self._phrase, self.tr("Die je had toen de kopie werd gemaakt.")
        )
        self._code_row = FormRow(
            self.tr("Code"),
            self._code,
            self.tr("Van het blad dat gold toen de kopie werd gemaakt. Daarna kies je een nieuwe wachtwoordzin."),
        )
        self._put_back = PushButton(self.tr("Terugzetten"), self._restore, role="primary", key="Enter")
        self.asking = QWidget()
        again = line(self._put_back)
        again.addStretch(1)
        inside = column(self._ways_row, self._phrase_row, self._code_row, spacing=1.5)
        inside.addLayout(again)
        self.asking.setLayout(inside)
        self.asking.hide()
        self._way_chosen()

    def show_error(self, words: str) -> bool:
        """Say what went wrong below what was typed; False when there is no place for it yet."""
        self._put_back.setEnabled(True)
        if self.asking.isHidden():
            return False
        self._row().set_error(words)
        return True

    def error(self) -> str:
        return self._row().error()

    def clear(self) -> None:
        """Forget what was typed, also what could be brought back by undoing."""
        self._phrase.clear()
        self._code.clear()
        self._code.document().clearUndoRedoStacks()
        self._row().set_error("")
        self._put_back.setEnabled(True)

    def take_copy(self, copy: Path) -> None:
        """Ask for what opens this copy."""
        self._copy = copy
        self._ways_row.set_help(self.tr("Van {file}").format(file=copy.name))
        self.asking.show()
        self._row().setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def way(self) -> str:
        """What the copy is to be opened with."""
        return next(iter(self._ways.chosen()), profile_list.PASSPHRASE)

    def _row(self) -> FormRow:
        return self._phrase_row if self.way() == profile_list.PASSPHRASE else self._code_row

    @Slot()
    def _way_chosen(self, *_what: object) -> None:
        for one in (self._phrase_row, self._code_row):
            one.set_error("")
            one.setVisible(one is self._row())

    @Slot()
    def _choose_copy(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Kopie kiezen"))
        if name:
            self.take_copy(Path(name))

    @Slot()
    def _restore(self) -> None:
        by_phrase = self.way() == profile_list.PASSPHRASE
        secret = self._phrase.text() if by_phrase else self._code.toPlainText().strip()
        if not secret:
            self._row().set_error(
                self.tr("Vul de wachtwoordzin in die gold toen je de kopie maakte.")
                if by_phrase
                else self.tr("Typ de code die op het blad staat.")
            )
            return
        self._row().set_error("")
        self._put_back.setEnabled(False)
        self.asked.emit(self._copy, self.way(), secret)
