"""A card that says in one sentence what the law gives, lists what there is, and opens a form in its own place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.ui.parts import Card, PushButton, Row, RowList, SentenceBox, label, line
from gpconnect.ui.patients.fields import Field, FieldsForm, framed


class AskCard(Card):
    """Base of the cards on the page with the family's rights; `name` begins the names of its widgets."""

    submitted = Signal(dict)
    """What was typed in the form."""
    chosen = Signal(str)
    """The action of a row."""
    turned = Signal()
    """A form came or went."""

    def __init__(self, name: str) -> None:
        super().__init__("")
        self._name = name
        self.law = SentenceBox(role="well")
        self.rows = RowList("")
        self.rows.setObjectName(f"{name}List")
        self.rows.action_clicked.connect(self.chosen)
        self.empty = label("", "muted")
        self.add_button = PushButton("", self.open_form)
        self.add_button.setObjectName(f"{name}Add")
        self.form: FieldsForm | None = None
        self._holder: QWidget | None = None
        self._buttons = QWidget()
        buttons = line(self.add_button)
        buttons.addStretch(1)
        self._buttons.setLayout(buttons)
        for part in (self.law, self.rows, self.empty, self._buttons):
            self.add(part)

    def describe(self, title: str, law: tuple[str, str], empty: str, add: str) -> None:
        """What the card is called, the law in a sentence, what it says when empty, and its button."""
        self.set_title(title)
        self.rows.setAccessibleName(title)
        self.law.set_sentences([law])
        self.empty.setText(empty)
        self.add_button.setText(add)
        self.add_button.setAccessibleName(add)

    def fields(self) -> Sequence[Field]:
        """What the form asks; every card has its own."""
        message = f"{type(self).__name__} asks nothing"
        raise NotImplementedError(message)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what there is, or what to do first."""
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def open_form(self) -> None:
        """Ask; what was typed stays until it is saved or cancelled."""
        if self.form is not None:
            return
        form = FieldsForm(self._name, self.fields(), self.tr("Vastleggen"), primary=False)
        form.submitted.connect(self._submit)
        form.cancelled.connect(self.close_form)
        self.form, self._holder = form, framed(self.add_button.text(), form)
        self.add(self._holder)
        self._buttons.hide()
        self._holder.show()
        self.opened(form)
        self.turned.emit()
        form.start()

    def opened(self, form: FieldsForm) -> None:
        """A form came; a card may tie its fields together."""

    def close_form(self) -> None:
        """Back to the list, and the keyboard to where it came from."""
        if self._holder is None:
            return
        self.form = None
        holder, self._holder = self._holder, None
        holder.hide()
        holder.deleteLater()
        self._buttons.show()
        self.add_button.setFocus()
        self.turned.emit()

    def show_error(self, error: BaseException) -> None:
        """Say what is wrong beside the field it is about."""
        if self.form is not None:
            self.form.show_error(error)

    def _submit(self, typed: dict[str, Any]) -> None:
        self.submitted.emit(typed)
