"""What is sometimes asked: an interpreter, safe contact, the GP who comes along, a line from the practice's system."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.staff import Role
from gpconnect.ui import theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import ChipGroup, FormRow, column

JOINS, INTERPRETER, SAFE, LINE, URGENT = "joins", "interpreter", "safe", "line", "urgent"


class Extras(QWidget):
    """Chips that open their field."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        joins = self.tr("Ik loop de eerste minuten mee")
        if desk.role != Role.GP:
            joins = self.tr("Huisarts loopt even mee")
        self.chips = ChipGroup(
            self.tr("Bijzonderheden"),
            [
                (JOINS, joins),
                (INTERPRETER, self.tr("Tolk nodig")),
                (SAFE, self.tr("Veilig contact")),
                (LINE, self.tr("Regel uit eigen systeem")),
                (URGENT, self.tr("Spoed: bel nu")),
            ],
        )
        for key in (JOINS, INTERPRETER, SAFE, LINE, URGENT):
            self.chips.chip(key).setObjectName(f"book{key.capitalize()}")
        self.chips.changed.connect(self._chosen)
        self.interpreter, self.safe, self.line = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.interpreter.setObjectName("bookInterpreterLanguage")
        self.safe.setObjectName("bookSafeContact")
        self.line.setObjectName("bookPatientLine")
        self.line.setTabChangesFocus(True)
        self.line.setFixedHeight(theme.current().px(76))
        self._rows = {
            INTERPRETER: FormRow(self.tr("Welke taal?"), self.interpreter),
            SAFE: FormRow(
                self.tr("Hoe kunnen we veilig contact opnemen?"),
                self.safe,
                self.tr("Bijvoorbeeld: alleen het nummer van oma, geen voicemail, geen post."),
            ),
            LINE: FormRow(self.tr("Plak de regel uit het huisartssysteem"), self.line),
        }
        self.setLayout(column(self.chips, *self._rows.values(), spacing=1.5))
        self.clear()

    def clear(self) -> None:
        """Nothing out of the ordinary."""
        self.chips.choose([])
        for field in (self.interpreter, self.safe, self.line):
            field.clear()
        self._show_fields()

    def suggest(self, interpreter: str, safe_contact: str) -> None:
        """What is already known of this jeugdige."""
        chosen = [key for key, words in ((INTERPRETER, interpreter), (SAFE, safe_contact)) if words]
        self.chips.choose({*self.chips.chosen(), *chosen})
        self.interpreter.setText(interpreter or self.interpreter.text())
        self.safe.setText(safe_contact or self.safe.text())
        self._show_fields()

    def has(self, key: str) -> bool:
        return key in self.chips.chosen()

    def _chosen(self, keys: list[str]) -> None:
        self._show_fields()
        for key, row in self._rows.items():
            if key in keys and not self._words(key):
                row.field.setFocus()
        self.changed.emit()

    def _words(self, key: str) -> str:
        texts = {INTERPRETER: self.interpreter.text(), SAFE: self.safe.text(), LINE: self.line.toPlainText()}
        return texts[key].strip()

    def _show_fields(self) -> None:
        for key, row in self._rows.items():
            row.setVisible(self.has(key))

    def interpreter_needed(self) -> str:
        """Which language, or that it is still to be asked; empty when no interpreter is needed."""
        if not self.has(INTERPRETER):
            return ""
        return self._words(INTERPRETER) or self.tr("nodig, taal nog vragen")

    def safe_contact(self) -> str:
        return self._words(SAFE) if self.has(SAFE) else ""

    def patient_line(self) -> str:
        return self._words(LINE) if self.has(LINE) else ""
