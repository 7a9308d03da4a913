"""Signs that become sentences while one types a note, and the card that lists them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gpconnect.services import snippets
from gpconnect.services.session import Session
from gpconnect.services.snippets import Snippet
from gpconnect.ui import messages
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.forms.view import FormView
from gpconnect.ui.parts import Card, FormRow, PushButton, clear, column, label, line

_LONGEST = 21
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SnippetKeys(QObject):
    """Turns a sign into its sentence at the blank or Tab after it; Esc right after that takes it back.

    Only what was typed key by key counts: dictation and pasting bring many characters at once, and mean them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts: dict[str, str] = {}
        self._typed = ""
        self._before: tuple[QWidget, str, str] | None = None

    def take(self, texts: Mapping[str, str]) -> None:
        """The sentence of each sign."""
        self._texts = dict(texts)

    def follow(self, form: FormView) -> None:
        """Listen in the fields of this form."""
        for kind in (QLineEdit, QPlainTextEdit):
            for field in form.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if isinstance(watched, QLineEdit | QPlainTextEdit):
                return self._pressed(watched, event)
        elif event.type() in {QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn}:
            self._typed, self._before = "", None
        elif event.type() == QEvent.Type.ShortcutOverride and self._is_taking_back(watched, event):
            event.accept()
        return super().eventFilter(watched, event)

    def _is_taking_back(self, watched: QObject, event: QEvent) -> bool:
        """Esc is for this field now, and for no shortcut of the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return escape and self._before is not None and self._before[0] is watched

    def _pressed(self, field: QLineEdit | QPlainTextEdit, event: QKeyEvent) -> bool:
        before, self._before = self._before, None
        if event.key() == Qt.Key.Key_Escape and before is not None and before[0] is field:
            _put(field, len(before[2]), before[1])
            return True
        ends = event.key() == Qt.Key.Key_Tab or event.text() == " "
        if ends and not event.modifiers() & _OTHER_KEYS and (sign := self._sign(field)):
            blank = "" if event.key() == Qt.Key.Key_Tab else " "
            self._typed = ""
            sentence = self._texts[sign]
            sentence += blank if not sentence[-1].isspace() else ""
            _put(field, len(sign), sentence)
            self._before = (field, f"{sign}{blank}", sentence)
            return True
        self._remember(event)
        return False

    def _remember(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
        elif len(event.text()) == 1 and event.text().isprintable() and not event.modifiers() & _OTHER_KEYS:
            self._typed = (self._typed + event.text())[-_LONGEST - 1 :]
        elif event.text() or event.key() in _MOVING:
            self._typed = ""

    def _sign(self, field: QLineEdit | QPlainTextEdit) -> str:
        """The sign right before the cursor, when it was typed and stands by itself."""
        sign = next((one for one in self._texts if self._typed.endswith(one)), "")
        before = _before_cursor(field)
        alone = before[: len(before) - len(sign)]
        if not sign or not before.endswith(sign) or (alone and not alone[-1].isspace()):
            return ""
        return sign


_MOVING = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Delete,
}


def _before_cursor(field: QLineEdit | QPlainTextEdit) -> str:
    """What stands on this line before the cursor; nothing while something is selected."""
    if isinstance(field, QLineEdit):
        return "" if field.hasSelectedText() else field.text()[: field.cursorPosition()]
    cursor = field.textCursor()
    if cursor.hasSelection():
        return ""
    cursor.movePosition(cursor.MoveOperation.StartOfBlock, cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _put(field: QLineEdit | QPlainTextEdit, size: int, words: str) -> None:
    """Words in place of the last characters before the cursor; one step for Ctrl+Z."""
    if isinstance(field, QLineEdit):
        at = field.cursorPosition()
        field.setSelection(at - size, size)
        field.insert(words.replace("\n", " "))
        return
    cursor = field.textCursor()
    cursor.beginEditBlock()
    cursor.movePosition(cursor.MoveOperation.PreviousCharacter, cursor.MoveMode.KeepAnchor, size)
    cursor.insertText(words)
    cursor.endEditBlock()
    field.setTextCursor(cursor)


class SnippetCard(Card):
    """The signs that mean something here, and one's own to add or take away; folded until somebody asks."""

    changed = Signal(dict)
    """The sentence of each sign, once they were read and after each change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Vaste zinnen"))
        self._desk = desk
        self.opener = PushButton(self.tr("Bekijken en toevoegen"), self._toggle, role="quiet")
        self.opener.setObjectName("snippetsOpen")
        self.add(label(self.tr("Typ een teken zoals .vt en een spatie. Esc haalt de zin weer weg."), "small"))
        self._list = column(spacing=1)
        lines = QWidget()
        lines.setLayout(self._list)
        self._inside = QWidget()
        self.keyword = QLineEdit()
        self.keyword.setObjectName("snippetKeyword")
        self.words = LongField()
        self.words.setObjectName("snippetText")
        self.row = FormRow(self.tr("Teken"), self.keyword, self.tr("Een punt en een paar letters."))
        self.text_row = FormRow(self.tr("Zin"), self.words, self.tr("Blijft op deze computer. Zet er geen namen in."))
        self.button = PushButton(self.tr("Zin bewaren"), self._keep)
        self.button.setObjectName("snippetKeep")
        own = column(self.row, self.text_row, _left(self.button), spacing=1)
        box = column(lines, spacing=2)
        box.addLayout(own)
        self._inside.setLayout(box)
        self._inside.hide()
        self.add(_left(self.opener))
        self.add(self._inside)
        self._read()

    def holds(self, field: QWidget) -> bool:
        """Whether this field is one of the card's own: what stands in it is no part of a note."""
        return field in {self.keyword, self.words}

    def _read(self) -> None:
        self._desk.tasks.run(snippets.listed).then(self._show)

    @Slot(object)
    def _show(self, found: Sequence[Snippet]) -> None:
        clear(self._list)
        for one in found:
            self._list.addWidget(self._line(one))
        follow_reading(self)
        self.changed.emit({one.keyword: one.text for one in found})

    def _line(self, one: Snippet) -> QWidget:
        head = line(label(one.keyword, "label", wrap=False))
        head.addStretch(1)
        if one.is_own:
            away = PushButton(
                self.tr("Weghalen"),
                self._remove,
                role="quiet",
                name=self.tr("Weghalen: {name}").format(name=one.keyword),
            )
            away.setProperty("keyword", one.keyword)
            head.addWidget(away)
        box = QWidget()
        inside = column(spacing=0.25)
        inside.addLayout(head)
        inside.addWidget(label(one.text.strip()))
        box.setLayout(inside)
        return box

    @Slot()
    def _toggle(self) -> None:
        opens = self._inside.isHidden()
        self._inside.setVisible(opens)
        self.opener.setText(self.tr("Inklappen") if opens else self.tr("Bekijken en toevoegen"))

    @Slot()
    def _keep(self) -> None:
        job = self._desk.tasks.run(snippets.keep, self.keyword.text(), self.words.value())
        job.then(self._kept).otherwise(self._not_kept)

    @Slot(object)
    def _kept(self, _nothing: object) -> None:
        self.row.set_error("")
        self.keyword.clear()
        self.words.set_value("")
        self._read()

    @Slot(object)
    def _not_kept(self, error: BaseException) -> None:
        self.row.set_error(messages.say(error))

    @Slot()
    def _remove(self) -> None:
        keyword = str(self.sender().property("keyword"))
        self._desk.tasks.run(_take_away, keyword).then(self._removed)

    @Slot(object)
    def _removed(self, gone: Snippet | None) -> None:
        self._read()
        if gone is not None:
            self._gone = gone
            self._desk.toast(self.tr("Zin weggehaald: {name}").format(name=gone.keyword), self._bring_back)

    def _bring_back(self) -> None:
        self._desk.tasks.run(snippets.keep, self._gone.keyword, self._gone.text).then(self._kept)


def _left(button: QWidget) -> QWidget:
    """A button no wider than its words."""
    box = QWidget()
    inside = line(button)
    inside.addStretch(1)
    box.setLayout(inside)
    return box


def _take_away(session: Session, keyword: str) -> Snippet | None:
    """Remove an own one, and give what it was, to bring it back."""
    own = next((one for one in snippets.listed(session) if one.keyword == keyword and one.is_own), None)
    snippets.remove(session, keyword)
    return own
