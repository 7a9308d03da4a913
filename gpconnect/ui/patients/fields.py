"""A small form in place: labelled fields, errors beside them, and what was typed stays until it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QCheckBox, QComboBox, QLineEdit, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.ui import messages
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.parts import ChipGroup, FlowLayout, FormRow, PushButton, column, label


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        name: of the field in the service, which also names it in errors.
        kind: line, long, choice, check or chips.
        options: keys and words of a choice or chips.
    """

    name: str
    label: str
    value: Any = ""
    kind: str = "line"
    options: tuple[tuple[str, str], ...] = ()
    help_text: str = ""
    limit: int = 0


class FieldsForm(QWidget):
    """Fields with save and cancel. Enter saves, Escape cancels."""

    submitted = Signal(dict)
    """Field names with what was typed."""
    cancelled = Signal()

    def __init__(self, prefix: str, fields: Sequence[Field], save: str, *, primary: bool = True) -> None:
        super().__init__()
        self._fields: dict[str, QWidget] = {}
        self._rows: dict[str, FormRow] = {}
        self._error = label("", "error")
        self._error.hide()
        self.form = column(spacing=1.5)
        for field in fields:
            self._add(prefix, field)
        self.save = PushButton(save, self.submit, role="primary" if primary else "")
        self.cancel = PushButton(self.tr("Annuleren"), self._cancel)
        self.save.setObjectName(f"{prefix}Save")
        self.cancel.setObjectName(f"{prefix}Cancel")
        self.buttons = FlowLayout()
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.cancel)
        self.form.addWidget(self._error)
        self.form.addLayout(self.buttons)
        self.setLayout(self.form)

    def field(self, name: str) -> QWidget:
        """The widget of a field."""
        return self._fields[name]

    def row(self, name: str) -> FormRow:
        """The labelled row of a field."""
        return self._rows[name]

    def typed(self) -> dict[str, Any]:
        """What stands in the fields now."""
        return {name: _value(widget) for name, widget in self._fields.items()}

    def clear(self) -> None:
        """Empty lines and no errors, for another question."""
        self._clear_errors()
        for widget in self._fields.values():
            if isinstance(widget, QLineEdit):
                widget.clear()

    def start(self) -> None:
        """Put the keyboard in the first field."""
        first = next(iter(self._fields.values()))
        (first.focusProxy() or first).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Send what was typed; errors of before are gone."""
        self._clear_errors()
        self.submitted.emit(self.typed())

    def show_error(self, error: BaseException) -> None:
        """Say what is wrong beside the field it is about, or under the form."""
        self._clear_errors()
        words = messages.say(error)
        name = str(error.params.get("field", "")) if isinstance(error, KnownError) else ""
        if name in self._rows:
            self._rows[name].set_error(words)
            target = self._fields[name]
            (target.focusProxy() or target).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._error.setText(words)
            self._error.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _add(self, prefix: str, field: Field) -> None:
        widget = self._made(field)
        widget.setObjectName(prefix + "".join(part.capitalize() for part in field.name.split("_")))
        self._fields[field.name] = widget
        if isinstance(widget, QCheckBox):
            widget.setAccessibleName(field.label)
            self.form.addWidget(widget)
            return
        row = FormRow(field.label, widget, field.help_text)
        self._rows[field.name] = row
        self.form.addWidget(row)

    def _made(self, field: Field) -> QWidget:
        if field.kind == "check":
            box = QCheckBox(field.label)
            box.setChecked(bool(field.value))
            return box
        if field.kind == "choice":
            choice = QComboBox()
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for key, words in field.options:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(str(field.value))))
            return choice
        if field.kind in {"chips", "chip"}:
            chips = ChipGroup(field.label, field.options, multi=field.kind == "chips")
            chips.choose(field.value)
            return chips
        if field.kind == "long":
            return LongField()
        line = QLineEdit(str(field.value))
        if field.limit:
            line.setMaxLength(field.limit)
        line.returnPressed.connect(self.submit)
        return line

    def _cancel(self) -> None:
        self.cancelled.emit()

    def _clear_errors(self) -> None:
        self._error.hide()
        for row in self._rows.values():
            row.set_error("")


def framed(title: str, form: FieldsForm) -> QWidget:
    """A form inside a card, under its own heading."""
    holder = QWidget()
    holder.setLayout(column(label(title, "h2"), form, spacing=1.5, margin=2))
    return holder


def tab_through(*roots: QWidget) -> None:
    """Let Tab go through everything inside these as it stands on the screen; what is made later would come last."""
    stops = [stop for root in roots for stop in _stops(root)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> list[QWidget]:
    """Where Tab stops; children stand in the order in which they were put on the screen."""
    own = [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None else []
    if isinstance(widget, QAbstractScrollArea | QComboBox):
        return own
    inner = [stop for child in widget.children() if isinstance(child, QWidget) for stop in _stops(child)]
    return own + inner


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, ChipGroup):
        return tuple(widget.chosen())
    if isinstance(widget, LongField):
        return widget.value()
    assert isinstance(widget, QLineEdit), "a form has lines, long texts, choices, checks and chips"
    return widget.text()
