"""One question of the locked screen, large enough to read from a chair's distance."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gpconnect.domain.forms import Item, ItemKind, wording
from gpconnect.ui import theme
from gpconnect.ui.evaluation.kiosk_buttons import BigButton, BigLine, FaceButton
from gpconnect.ui.parts import column, label, line

_TEXTS = {ItemKind.TEXT, ItemKind.LONG_TEXT, ItemKind.NUMBER, ItemKind.DATE}
_STEPS = {ItemKind.SCALE, ItemKind.SCORE}
_MOST_BESIDE = 7


class Question(QWidget):
    """Asks one thing. Digits choose a step, Enter goes on."""

    answered = Signal()
    entered = Signal()

    def __init__(self, item: Item, voices: Sequence[str]) -> None:
        super().__init__()
        self.item = item
        self.buttons: list[BigButton] = []
        self._field: QLineEdit | QPlainTextEdit | None = None
        words = label(wording(item, *voices))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.text())
        words.setFont(theme.current().font(26, weight=600))
        self._layout = column(words, spacing=3)
        if item.help:
            self._layout.addWidget(label(item.help, "muted"))
        self._layout.addLayout(self._answer(words.text()))
        self.setLayout(self._layout)

    def value(self) -> Any:
        """The answer as the form keeps it, or None."""
        if self._field is not None:
            written = self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()
            return written.strip() or None
        chosen = next((button.value for button in self.buttons if button.isChecked()), None)
        if chosen is None or self.item.kind not in _STEPS:
            return chosen
        return int(chosen)

    def set_value(self, value: Any) -> None:
        """Show what was answered before."""
        if isinstance(self._field, QLineEdit):
            self._field.setText(str(value or ""))
        elif self._field is not None:
            self._field.setPlainText(str(value or ""))
        for button in self.buttons:
            button.setChecked(value is not None and button.value == str(value))

    def focus_answer(self) -> None:
        """Put the keyboard where the answer is given."""
        # Not on the first button: a ring around it would look like an answer.
        (self._field or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def last_stop(self) -> QWidget:
        """Where Tab leaves the question."""
        return self._field or (self.buttons[-1] if self.buttons else self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        typed = event.text()
        button = next((one for one in self.buttons if typed and one.value == typed), None)
        if button is None:
            super().keyPressEvent(event)
        else:
            button.click()
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, name: str) -> QVBoxLayout:
        if self.item.kind in _TEXTS:
            return self._writing(name)
        if self.item.kind in _STEPS:
            return self._steps()
        options = [BigButton(option.value, option.label, wide=True) for option in self.item.options]
        self._add(options)
        return column(*options, spacing=1.5)

    def _writing(self, name: str) -> QVBoxLayout:
        field: QLineEdit | QPlainTextEdit
        if self.item.kind is ItemKind.LONG_TEXT:
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            field.setFixedHeight(theme.current().px(200))
            field.textChanged.connect(self.answered)
        else:
            field = BigLine()
            field.setMaxLength(self.item.max_length or 200)
            field.textEdited.connect(self.answered)
            field.returnPressed.connect(self.entered)
        field.setFont(theme.current().font(20))
        field.setObjectName("kioskText")
        field.setAccessibleName(name)
        self._field = field
        return column(field)

    def _steps(self) -> QVBoxLayout:
        low, high = self.item.minimum or 0, self.item.maximum or 10
        buttons = [self._step(step, low, high) for step in range(low, high + 1)]
        self._add(buttons)
        # Two even rows when one would make the steps too narrow, as for 0 to 10.
        rows = 1 if len(buttons) <= _MOST_BESIDE else 2
        per_row = -(-len(buttons) // rows)
        grid = QGridLayout()
        grid.setSpacing(theme.current().space(1.5))
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // per_row, place % per_row)
            grid.setColumnStretch(place % per_row, 1)
        layout = column(spacing=1.5)
        layout.addLayout(grid)
        if self.item.low_label or self.item.high_label:
            high_end = label(self.item.high_label, "muted")
            high_end.setAlignment(Qt.AlignmentFlag.AlignRight)
            layout.addLayout(line(label(self.item.low_label, "muted"), high_end))
        return layout

    def _step(self, step: int, low: int, high: int) -> BigButton:
        ends = {low: self.item.low_label, high: self.item.high_label}
        button: BigButton
        if self.item.faces:
            button = FaceButton(str(step), str(step), gladness=2 * (step - low) / (high - low) - 1)
        else:
            button = BigButton(str(step), str(step))
        said = self.tr("{step} van {high}").format(step=step, high=high)
        button.setAccessibleName(", ".join(filter(None, (said, ends.get(step, "")))))
        return button

    def _add(self, buttons: Sequence[BigButton]) -> None:
        self.buttons = list(buttons)
        for button in buttons:
            button.clicked.connect(self.answered)
