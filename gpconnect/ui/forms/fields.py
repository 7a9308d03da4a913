"""One field per kind of question; each gives and takes the plain value that a form keeps."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.forms import Item, ItemKind
from gpconnect.ui import theme
from gpconnect.ui.parts import ChipGroup, column, label, line

_LINE = 24
_ROOM = 26
_LEAST_LINES = 2
_MOST_LINES = 14
_LONG = 8_000
"""A paragraph of more characters is laid out in pieces: as one, each key would take as long as all of it."""
_PIECE = 4_000
_UNCUT = 2_000_000
_BEGINS, _GOES_ON = -1, 1
"""State of a block: a paragraph of its own, or more of the one in the block before it."""


class TextField(QLineEdit):
    """A short answer."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_UNCUT)  # Qt's own limit cuts what is pasted, and says nothing
        self.textEdited.connect(self.answered)

    def value(self) -> Any:
        return self.text()

    def set_value(self, value: Any) -> None:
        self.setText("" if value is None else str(value))


class NumberField(TextField):
    """A number as people type it, with a comma or a point; what is no number is kept and named as wrong."""

    def value(self) -> Any:
        typed = self.text().strip().replace(",", ".")
        try:
            number = float(typed)
        except ValueError:
            return typed
        return int(number) if number.is_integer() else number


class LongField(QPlainTextEdit):
    """A long answer that grows with its text, so that nothing scrolls inside something that scrolls."""

    answered = Signal()

    def __init__(self, *, least_lines: int = _LEAST_LINES) -> None:
        super().__init__()
        self._least = least_lines
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._grown)
        self._quiet = self._in_pieces = False
        self._fit()

    def value(self) -> Any:
        """What was written, to the letter; the pieces of a long paragraph are no paragraphs.

        Not `toPlainText`: that takes blanks that do not break, and breaks within a paragraph, for something else.
        """
        if not self._in_pieces:
            return self.document().toRawText().replace("\u2029", "\n")
        found: list[str] = []
        block = self.document().begin()
        while block.isValid():
            found += [] if block.userState() == _GOES_ON or not found else ["\n"]
            found.append(block.text())
            block = block.next()
        return "".join(found)

    def selected(self) -> str:
        """What is selected, to the letter as in `value`."""
        chosen, words = self.textCursor(), ""
        block = self.document().findBlock(chosen.selectionStart())
        while block.isValid() and block.position() <= chosen.selectionEnd():
            goes_on = self._in_pieces and block.userState() == _GOES_ON
            part = QTextCursor(block)
            part.setPosition(max(chosen.selectionStart(), block.position()))
            end = min(chosen.selectionEnd(), block.position() + block.length() - 1)
            part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            begins = block.position() > chosen.selectionStart() and not goes_on
            words += ("\n" if begins else "") + part.selectedText()
            block = block.next()
        return words

    def set_value(self, value: Any) -> None:
        words = "" if value is None else str(value)
        self._quiet, self._in_pieces = True, False
        self.setPlainText("" if _is_long(words) else words)
        if _is_long(words):
            self._insert(words)
        self._quiet = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() and (self._in_pieces or _is_long(source.text())):
            self._insert(source.text())
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self._insert("\n", in_pieces=self._in_pieces)  # Shift+Enter is a line break like any other
        elif self._in_pieces and event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self._insert("\n")
        else:
            super().keyPressEvent(event)

    def _insert(self, words: str, *, in_pieces: bool = True) -> None:
        """Long paragraphs in pieces, in one step that can be taken back."""
        self._in_pieces = in_pieces
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, paragraph in enumerate(words.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                _part(cursor, _BEGINS)
            for start in range(0, len(paragraph), _PIECE):
                if start:
                    _part(cursor, _GOES_ON)
                cursor.insertText(paragraph[start : start + _PIECE])
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _grown(self) -> None:
        self._fit()
        if not self._quiet:
            self.answered.emit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        now = theme.current()
        lines = round(self.document().size().height())
        over = lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        wanted = now.px(_ROOM + _LINE * max(self._least, min(_MOST_LINES, lines)))
        if wanted != self.height():
            self.setFixedHeight(wanted)


def _part(cursor: QTextCursor, state: int) -> None:
    """Begin a block here; Qt gives both halves the state of the whole, and only the second is new."""
    before = cursor.block().userState()
    cursor.insertBlock()
    cursor.block().previous().setUserState(before)
    cursor.block().setUserState(state)


def _is_long(words: str) -> bool:
    """Whether it holds a paragraph that is laid out in pieces."""
    return len(words) > _LONG and any(len(one) > _LONG for one in words.splitlines())


class DateField(QWidget):
    """A day; empty until somebody chooses one."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._edit = QDateEdit()
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat("dd-MM-yyyy")
        self._edit.setSpecialValueText(QCoreApplication.translate("forms", "Nog geen dag"))
        self._edit.setMinimumDate(QDate(1900, 1, 1))
        self._edit.setDate(self._edit.minimumDate())
        self._edit.dateChanged.connect(self.answered)
        self.setFocusProxy(self._edit)
        layout = line(self._edit)
        layout.addStretch(1)
        self.setLayout(layout)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def value(self) -> Any:
        chosen = self._edit.date()
        return "" if chosen == self._edit.minimumDate() else chosen.toString("yyyy-MM-dd")

    def set_value(self, value: Any) -> None:
        day = QDate.fromString(str(value or ""), "yyyy-MM-dd")
        self._edit.blockSignals(True)
        self._edit.setDate(day if day.isValid() else self._edit.minimumDate())
        self._edit.blockSignals(False)


class ChipField(ChipGroup):
    """A choice of one, or of several."""

    answered = Signal()

    def __init__(self, name: str, options: Sequence[tuple[str, str]], *, multi: bool) -> None:
        super().__init__(name, options, multi=multi)
        self._many = multi
        self.changed.connect(self._chosen)

    def value(self) -> Any:
        return self.chosen() if self._many else next(iter(self.chosen()), "")

    def set_value(self, value: Any) -> None:
        if isinstance(value, list | tuple):
            self.choose([str(one) for one in value])
        else:
            self.choose([str(value)] if value not in {None, ""} else [])

    def _chosen(self, _keys: list[str]) -> None:
        self.answered.emit()


class StepField(QWidget):
    """A scale or a mark: one chip per step, with what its ends mean in words."""

    answered = Signal()

    def __init__(self, item: Item) -> None:
        super().__init__()
        low, high = item.minimum or 0, item.maximum or 10
        self._chips = ChipField(item.label, [(str(step), str(step)) for step in range(low, high + 1)], multi=False)
        self._chips.answered.connect(self.answered)
        self.setFocusProxy(self._chips)
        layout = column(self._chips, spacing=0.5)
        if item.low_label or item.high_label:
            ends = line(label(f"{low}: {item.low_label}", "small"), label(f"{high}: {item.high_label}", "small"))
            layout.addLayout(ends)
        self.setLayout(layout)

    def value(self) -> Any:
        chosen = self._chips.value()
        return int(chosen) if chosen else None

    def set_value(self, value: Any) -> None:
        self._chips.set_value(value)


Field = TextField | NumberField | LongField | DateField | ChipField | StepField


def field_for(item: Item, codes: Mapping[str, Sequence[tuple[str, str]]]) -> Field:
    """The field in which this question is answered."""
    if item.kind is ItemKind.LONG_TEXT:
        return LongField()
    if item.kind is ItemKind.NUMBER:
        return NumberField()
    if item.kind is ItemKind.DATE:
        return DateField()
    if item.kind in {ItemKind.SCALE, ItemKind.SCORE}:
        return StepField(item)
    if item.kind is ItemKind.TEXT:
        return TextField()
    options = [(one.value, one.label) for one in item.options] or list(codes.get(item.codes, ()))
    return ChipField(item.label, options, multi=item.kind is ItemKind.SEVERAL)
