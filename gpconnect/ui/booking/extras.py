"""What is sometimes asked: an interpreter, safe contact, the GP who comes along, a line from the practice's system."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.staff import Role
from gpconnect.ui import theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import ChipGroup, FormRow, column

JOINS, INTERPRETER, SAFE, LINE, URGENT = "joins", "interpreter", "safe", "line", "urgent"
_PASTED = 8
_YES, _ASK = "yes", "ask"


class Extras(QWidget):
    """Chips that open their field."""

    changed = Signal()
    pasted = Signal(str)
    """The line from the practice's own system."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._is_doctor = desk.role == Role.GP
        joins = self._joins(own=True)
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
        self.agreed = ChipGroup(self.tr("Vindt het gezin dat goed?"), multi=False)
        self.agreed.set_options([(_YES, self.tr("Gezin vindt het goed")), (_ASK, self.tr("Nog vragen"))])
        self.agreed.setObjectName("bookFamilyAgreed")
        self._rows = {
            JOINS: FormRow(self.tr("Vindt het gezin goed dat de huisarts meeloopt?"), self.agreed),
            INTERPRETER: FormRow(self.tr("Welke taal?"), self.interpreter),
            SAFE: FormRow(
                self.tr("Hoe kunnen we veilig contact opnemen?"),
                self.safe,
                self.tr("Bijvoorbeeld: alleen het nummer van oma, geen voicemail, geen post."),
            ),
            LINE: FormRow(self.tr("Plak de regel uit het huisartssysteem"), self.line),
        }
        self.line.document().contentsChange.connect(self._line_changed)
        self.setLayout(column(self.chips, *self._rows.values(), spacing=1.5))
        self.clear()

    def say_who_joins(self, own: bool) -> None:  # noqa: FBT001 - comes with a signal
        """The doctor at the desk, or the one on whose behalf they book."""
        self.chips.chip(JOINS).setText(self._joins(own=own))
        self.chips.chip(JOINS).setAccessibleName(self._joins(own=own))
        self.chips.chip(JOINS).updateGeometry()

    def _joins(self, *, own: bool) -> str:
        if self._is_doctor and own:
            return self.tr("Ik loop de eerste minuten mee")
        return self.tr("Huisarts loopt even mee")

    def clear(self) -> None:
        """Nothing out of the ordinary."""
        self.chips.choose([])
        for field in (self.interpreter, self.safe, self.line):
            field.clear()
        self.agreed.choose([_ASK])
        self._rows[LINE].set_help(self.tr("Een BSN wordt niet bewaard."))
        self._show_fields()

    def suggest(self, interpreter: str, safe_contact: str) -> None:
        """What is already known of this jeugdige."""
        chosen = [key for key, words in ((INTERPRETER, interpreter), (SAFE, safe_contact)) if words]
        self.chips.choose({*self.chips.chosen(), *chosen})
        self.interpreter.setText(interpreter or self.interpreter.text())
        self.safe.setText(safe_contact or self.safe.text())
        self._show_fields()

    def say_taken_over(self, fields: list[str]) -> None:
        """What of the line was filled in elsewhere, to be checked."""
        taken = self.tr("Overgenomen: {fields}. Kijk het na. ").format(fields=", ".join(fields)) if fields else ""
        self._rows[LINE].set_help(taken + self.tr("Een BSN wordt niet bewaard."))

    def _line_changed(self, _at: int, _gone: int, come: int) -> None:
        """So much at once is pasted: who types is not read along with, letter by letter."""
        if come >= _PASTED and self.line.toPlainText().strip():
            self.pasted.emit(self.line.toPlainText())

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
        return texts.get(key, "asked").strip()

    def _show_fields(self) -> None:
        for key, row in self._rows.items():
            row.setVisible(self.has(key))

    def family_agreed(self) -> bool:
        """Whether the family finds it all right that the GP joins."""
        return self.has(JOINS) and self.agreed.chosen() == [_YES]

    def interpreter_needed(self) -> str:
        """Which language, or that it is still to be asked; empty when no interpreter is needed."""
        if not self.has(INTERPRETER):
            return ""
        return self._words(INTERPRETER) or self.tr("nodig, taal nog vragen")

    def safe_contact(self) -> str:
        return self._words(SAFE) if self.has(SAFE) else ""

    def patient_line(self) -> str:
        return self._words(LINE) if self.has(LINE) else ""
