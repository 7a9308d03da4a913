"""A passage about somebody else: out of the story of the child, and under the question that goes to nobody.

Who asks for a copy, and the GP who hears back, read nothing that stands there (Jeugdwet 7.3.10, 7.3.11).
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.leftovers import ABOUT_ANOTHER
from gpconnect.ui.forms.fields import LongField, TextField
from gpconnect.ui.forms.view import FormView

QUESTIONS = ("about_others", ABOUT_ANOTHER)
"""Where it goes: the template's own question, or one that is asked at the end when the template has none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is selected in one field."""

    item: str
    words: str


class Selecting(QObject):
    """Knows which field of a form was last in use: a click on a button takes the keyboard away from it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._form: FormView | None = None
        self._last = ""

    def follow(self, form: FormView) -> None:
        """Listen in the fields of this form."""
        self._form, self._last = form, ""
        for item in form.form.items:
            form.field(item.id).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._form is not None:
            for item in self._form.form.items:
                if self._form.field(item.id) is watched:
                    self._last = item.id
        return super().eventFilter(watched, event)

    def passage(self) -> Passage | None:
        """What is selected now; None when nothing is, or it stands where it belongs already."""
        item = self._form.form.item(self._last) if self._form is not None else None
        if self._form is None or item is None or item.third_party:
            return None
        words = _selected(self._form.field(item.id))
        return Passage(item.id, words) if words.strip() else None


def move(form: FormView, passage: Passage) -> dict[str, Any]:
    """Take the selected words out of their field.

    Returns:
        The answers with those words under the question about another, which this form may not ask yet.
    """
    field = form.field(passage.item)
    if isinstance(field, LongField):
        field.textCursor().removeSelectedText()
    elif isinstance(field, TextField):
        field.insert("")
    answers = form.value()
    key = question(form)
    answers[key] = "\n".join(filter(None, (str(answers.get(key) or ""), passage.words.strip())))
    return answers


def cursor_in(field: QWidget) -> int:
    """Where one types on in this field."""
    if isinstance(field, LongField):
        return field.textCursor().position()
    return field.cursorPosition() if isinstance(field, QLineEdit) else 0


def put_cursor(field: QWidget, at: int) -> None:
    """Type on there."""
    if isinstance(field, LongField):
        cursor = field.textCursor()
        cursor.setPosition(at)
        field.setTextCursor(cursor)
    elif isinstance(field, QLineEdit):
        field.setCursorPosition(at)


def question(form: FormView) -> str:
    """Id of the question about another."""
    return next((one for one in QUESTIONS if form.form.item(one) is not None), ABOUT_ANOTHER)


def _selected(field: QWidget) -> str:
    if isinstance(field, LongField):
        return field.selected()
    return field.selectedText() if isinstance(field, QLineEdit) else ""
