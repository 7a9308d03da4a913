"""A form to fill in: every kind of question, shown when it applies, with what is wrong beside it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gpconnect.domain.codes import CodeList
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, Item, Problem, too_long, visible_items, wording
from gpconnect.ui import messages, theme
from gpconnect.ui.forms.fields import Field, field_for
from gpconnect.ui.parts import FormRow, column, label

_BESIDE_FROM = 720


class FormView(QWidget):
    """Shows a form with its answers.

    Args:
        form: what is asked.
        answers: plain values by item id.
        codes: words of the code lists, pairs of key and words by list.
        voices: wording keys from most to least precise, for a form that speaks to a child.
    """

    changed = Signal()
    """An answer changed, after every key or click."""

    def __init__(
        self,
        form: Form,
        answers: Mapping[str, Any] | None = None,
        codes: Mapping[str, Sequence[tuple[str, str]]] | None = None,
        voices: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.form = form
        self._voices = tuple(voices)
        self._codes = codes or {}
        self._rows: dict[str, FormRow] = {}
        self._fields: dict[str, Field] = {}
        self._others: dict[str, Any] = {}
        self._too_long: set[str] = set()
        self._columns: QBoxLayout | None = None
        self.setAccessibleName(form.title)
        self._build()
        self.set_value(answers or {})

    def value(self) -> dict[str, Any]:
        """The answers as they stand, hidden ones too; empty ones are left out."""
        given = {key: field.value() for key, field in self._fields.items()}
        return self._others | {key: value for key, value in given.items() if value not in (None, "", [])}

    def set_value(self, answers: Mapping[str, Any]) -> None:
        """Show other answers, without a signal. What the form does not ask is kept as it is."""
        self._others = {key: value for key, value in answers.items() if key not in self._fields}
        for key, field in self._fields.items():
            field.set_value(answers.get(key))
        given = self.value()
        self._show_what_applies(given)
        self._say_too_long(given)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say beside each field what is wrong, and put the keyboard on the first; none takes them away."""
        wrong = {problem.item: problem for problem in problems}
        for key, row in self._rows.items():
            problem = wrong.get(key)
            row.set_error(messages.say(KnownError(problem.code, **problem.params)) if problem else "")
        first = next((key for key in self._rows if key in wrong), "")
        if first:
            self.focus_item(first)

    def focus_first(self) -> None:
        """Put the keyboard on the first question without an answer."""
        given = self.value()
        shown = [item.id for item in visible_items(self.form, given)]
        empty = next((key for key in shown if key not in given), shown[0])
        self.focus_item(empty)

    def focus_item(self, item_id: str) -> None:
        """Put the keyboard on one question."""
        self._fields[item_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, item_id: str) -> FormRow:
        return self._rows[item_id]

    def field(self, item_id: str) -> Field:
        return self._fields[item_id]

    def _build(self) -> None:
        layout = column(spacing=2)
        if self.form.intro:
            layout.addWidget(label(self.form.intro, "muted"))
        heads = {name: self._column(name) for name in self.form.columns}
        placed = False
        for item in self.form.items:
            row = self._row(item)
            if not item.column:
                layout.addWidget(row)
                continue
            if not placed:
                layout.addLayout(self._beside(list(heads.values())))
                placed = True
            heads[item.column].addWidget(row)
        for one in heads.values():
            one.addStretch(1)
        self.setLayout(layout)

    def _row(self, item: Item) -> FormRow:
        field = field_for(item, self._codes)
        field.setObjectName(f"form_{item.id}")
        words = wording(item, *self._voices)
        row = FormRow(words if item.required else self.tr("{label} (mag leeg)").format(label=words), field, item.help)
        field.setAccessibleName(words)
        field.answered.connect(self._answered)
        field.installEventFilter(self)
        self._rows[item.id] = row
        self._fields[item.id] = field
        return row

    def _column(self, name: str) -> QBoxLayout:
        made = column(spacing=2)
        made.addWidget(label(name, "h2"))
        return made

    def _beside(self, columns: list[QBoxLayout]) -> QBoxLayout:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.current().space(2))
        for one in columns:
            self._columns.addLayout(one, 1)
        return self._columns

    def _answered(self) -> None:
        given = self.value()
        self._show_what_applies(given)
        self._say_too_long(given)
        self.changed.emit()

    def _show_what_applies(self, given: Mapping[str, Any]) -> None:
        shown = {item.id for item in visible_items(self.form, given)}
        for key, row in self._rows.items():
            row.setVisible(key in shown)

    def _say_too_long(self, given: Mapping[str, Any]) -> None:
        """At once, not at the end: whoever pastes far too much can still undo it. Nothing is cut."""
        for item in self.form.items:
            problem = too_long(item, given.get(item.id))
            if problem is not None:
                self._rows[item.id].set_error(messages.say(KnownError(problem.code, **problem.params)))
                self._too_long.add(item.id)
            elif item.id in self._too_long:
                self._rows[item.id].set_error("")
                self._too_long.discard(item.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An error goes once its question is being answered again."""
        if event.type() == QEvent.Type.KeyPress:
            for key, field in self._fields.items():
                if field is watched and self._rows[key].error() and key not in self._too_long:
                    self._rows[key].set_error("")
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns is not None:
            wide = self.width() >= theme.current().px(_BESIDE_FROM)
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def code_words(lists: Mapping[str, CodeList]) -> dict[str, list[tuple[str, str]]]:
    """Code lists as the pairs of key and words that chips take."""
    return {
        name: [(code.key, code.nl[:1].upper() + code.nl[1:]) for code in one.codes if not code.retired]
        for name, one in lists.items()
    }
