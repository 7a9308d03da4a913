"""Not by the passphrase: a code from paper, and then a passphrase that is new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gpconnect.services import profile_list
from gpconnect.ui import theme
from gpconnect.ui.parts import ChipGroup, FormRow, PushButton, column, label, line

_LINES = 3


class PaperPanel(QWidget):
    """Which paper there is, and the code that stands on it."""

    entered = Signal(str, str)
    """The way in and what was typed."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds = {
            profile_list.RECOVERY: self.tr("Mijn herstelblad"),
            profile_list.EMPLOYER: self.tr("Sleutelblad van mijn werk"),
        }
        self._words = label("")
        self._choice = ChipGroup(self.tr("Wat heb je bij de hand?"), list(self._kinds.items()), always=True)
        self._choice.changed.connect(self._chosen)
        self._choice_row = FormRow(self.tr("Wat heb je bij de hand?"), self._choice)
        self.field = QPlainTextEdit(tabChangesFocus=True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + theme.current().space(3))
        self._row = FormRow(self.tr("Code"), self.field)
        self._open = PushButton(self.tr("Openen"), self._enter, role="primary")
        self._back = PushButton(self.tr("Terug"), self.left.emit, role="quiet")
        buttons = line(self._open, self._back)
        buttons.addStretch(1)
        layout = column(
            label(self.tr("Kom je er niet in?"), "h2"), self._words, self._choice_row, self._row, spacing=1.5
        )
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.setFocusProxy(self.field)

    def offer(self, ways: Sequence[str]) -> None:
        """Show the papers that would open this profile; without one, say what is left."""
        kinds = [kind for kind in self._kinds if kind in ways]
        self._words.setText(
            self.tr("Met een code van papier kom je er wel in. Daarna kies je een nieuwe wachtwoordzin.")
            if kinds
            else self.tr(
                "Dit profiel heeft geen herstelblad en geen sleutelblad van je werkgever. Zonder je wachtwoordzin of "
                "een kopie gaat het niet open. Wat je deelde, staat nog bij je team; wie het team beheert kan je "
                "opnieuw toelaten."
            )
        )
        self._choice.choose(kinds[:1])
        self._choice_row.setVisible(len(kinds) > 1)
        self._row.setVisible(bool(kinds))
        self._open.setVisible(bool(kinds))
        self.clear()
        self._chosen()
        (self.field if kinds else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """While the code is tried it cannot be changed."""
        self.field.setReadOnly(busy)
        self._open.setEnabled(not busy)

    def show_error(self, words: str) -> None:
        """Say below the field what is wrong; what was typed stays."""
        self.set_busy(busy=False)
        self._row.set_error(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self) -> str:
        return self._row.error()

    def clear(self) -> None:
        """Forget what was typed, also what could be brought back by undoing."""
        self.field.clear()
        self.field.document().clearUndoRedoStacks()
        self._row.set_error("")
        self.set_busy(busy=False)

    def way(self) -> str:
        """Which paper was chosen."""
        return next(iter(self._choice.chosen()), profile_list.RECOVERY)

    @Slot()
    def _chosen(self, *_what: object) -> None:
        self._row.set_help(
            self.tr("Typ alle regels van de code over zoals op het blad. Streepjes en hoofdletters maken niet uit.")
            if self.way() == profile_list.EMPLOYER
            else self.tr("Typ de code over zoals hij op papier staat. Streepjes en hoofdletters maken niet uit.")
        )
        self._row.set_error("")

    @Slot()
    def _enter(self) -> None:
        typed = self.field.toPlainText().strip()
        if not typed:
            self.show_error(self.tr("Typ de code die op het blad staat."))
            return
        self._row.set_error("")
        self.set_busy(busy=True)
        self.entered.emit(self.way(), typed)


class NewPassphrasePanel(QWidget):
    """After a paper opened the file: the passphrase from now on, twice."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._new = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        help_text = self.tr("Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.")
        self._new_row = FormRow(self.tr("Nieuwe wachtwoordzin"), self._new, help_text)
        self._again_row = FormRow(self.tr("Nog een keer de nieuwe"), self._again)
        self._again.returnPressed.connect(self._enter)
        self._use = PushButton(self.tr("Deze zin gebruiken"), self._enter, role="primary", key="Enter")
        self._later = PushButton(self.tr("Vergrendelen"), self.lock_asked.emit, role="quiet")
        layout = column(
            label(self.tr("De code klopt"), "h2"),
            label(self.tr("Kies nu een nieuwe wachtwoordzin. De oude werkt daarna niet meer.")),
            self._new_row,
            self._again_row,
            self._use,
            spacing=1.5,
        )
        layout.addWidget(self._later, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        self.setFocusProxy(self._new)

    def show_error(self, words: str) -> None:
        """Say why it cannot be this one."""
        self._use.setEnabled(True)
        self._new_row.set_error(words)
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)
        self._new.selectAll()

    def error(self) -> str:
        return self._new_row.error() or self._again_row.error()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self._new, self._again):
            field.clear()
        self._use.setEnabled(True)
        self._new_row.set_error("")
        self._again_row.set_error("")

    @Slot()
    def _enter(self) -> None:
        self._new_row.set_error("")
        self._again_row.set_error("")
        if not self._new.text():
            self.show_error(self.tr("Kies een nieuwe wachtwoordzin."))
        elif self._new.text() != self._again.text():
            self._again_row.set_error(self.tr("De twee nieuwe wachtwoordzinnen zijn niet gelijk."))
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._use.setEnabled(False)
            self.chosen.emit(self._new.text())
