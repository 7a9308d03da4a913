"""Hands and eyes for a tour without a screen: real events into real windows, and every action counted.

An action is what a person counts: a key chord, a click, or one filled field. Looking and waiting cost nothing.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from gpconnect.ui.parts import ChipGroup

W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 15_000
LOOK_EVERY_MS = 10


class NotFoundError(Exception):
    """What the robot looks for is not in the window, or is not what a person could use now."""


class Robot:
    """Drives one window.

    Attributes:
        actions: how many actions it took since `restart`.
        typed: how many of those were filled fields.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.actions = 0
        self.typed = 0

    def restart(self) -> None:
        """Count from zero: a next task begins."""
        self.actions = 0
        self.typed = 0

    def press(self, chord: str) -> None:
        """One key chord, for example ``"Ctrl+N"``, to whatever has the focus."""
        self.actions += 1
        self._come_forward()
        target = _focused(self.window) or self.window
        QTest.keySequence(target, QKeySequence(chord))
        self.breathe()

    def click(self, name: str) -> None:
        """One click on the widget with this object name."""
        self.actions += 1
        self._click(self.find(name))

    def click_text(self, words: str, *, within: str = "") -> None:
        """One click on the button that shows these words."""
        self.actions += 1
        self._click(self.button(words, within=within))

    def fill(self, name: str, words: str) -> None:
        """Fill one field: go there, type over what stands. Counts as one action, as it does for a person."""
        self.actions += 1
        self.typed += 1
        field = self._typing_place(self.find(name))
        self._bring_into_view(field)
        field.setFocus()
        field.selectAll()
        self._type(field, words)

    def fill_form(self, answers: Mapping[str, str]) -> None:
        """Fill fields of a form by the id of their question."""
        for key, words in answers.items():
            self.fill(f"form_{key}", words)

    def type(self, words: str) -> None:
        """Type into the field that has the focus already: one filled field."""
        self.actions += 1
        self.typed += 1
        self._come_forward()
        field = _focused(self.window)
        if field is None:
            message = "nothing has the focus"
            raise NotFoundError(message)
        self._type(field, words)

    def click_chip(self, group: str, key: str) -> None:
        """One click on the chip with this key in a group of chips."""
        self.actions += 1
        found = self.find(group)
        assert isinstance(found, ChipGroup), "the name is that of a group of chips"
        self._click(found.chip(key))

    def chosen(self, group: str) -> str:
        """The key of what is chosen in a group of chips; empty for nothing."""
        found = self.find(group)
        assert isinstance(found, ChipGroup), "the name is that of a group of chips"
        return next(iter(found.chosen()), "")

    def save_as(self, name: str, target: Path) -> None:
        """Click a button that asks where to save, type the file's name and press Enter: three actions."""
        self.actions += 3
        answer = QTimer(interval=LOOK_EVERY_MS)
        clock = QElapsedTimer()
        clock.start()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                answer.stop()
                field = dialog.findChild(QLineEdit, "fileNameEdit")
                assert field is not None, "Qt's own file dialog has a field for the name"
                field.setText(str(target))
                QTest.keyClick(field, Qt.Key.Key_Return)
            elif clock.elapsed() > PATIENCE_MS:
                answer.stop()

        answer.timeout.connect(look)
        answer.start()
        self._click(self.find(name))
        self.wait_for(target.exists, f"{target.name} to be written")

    def hits(self, name: str) -> int:
        """How many lines a list offers now."""
        found = self.find(name)
        return found.count() if isinstance(found, QListWidget) else 0

    def type_into(self, root: QWidget, words: str) -> None:
        """Type into the field that a screen offers first: one filled field."""
        self.actions += 1
        field = next(one for one in root.findChildren(QLineEdit) if one.isVisible())
        field.setFocus()
        self._type(field, words)

    def find(self, name: str) -> QWidget:
        """The visible, enabled widget with this object name; waits for it to come."""
        found = self.wait_for(lambda: self._visible(name), f"a widget named {name}")
        assert found is not None, "wait_for gives what it found"
        return found

    def button(self, words: str, *, within: str = "") -> QAbstractButton:
        """The visible button with these words; waits for it to come."""
        found = self.wait_for(lambda: self._button(words, within), f"a button that says {words}")
        assert isinstance(found, QAbstractButton), "wait_for gives what it found"
        return found

    def count(self, words: str) -> int:
        """How many buttons that can be used say these words now."""
        buttons = self.window.findChildren(QAbstractButton)
        return sum(one.text() == words and one.isVisible() and one.isEnabled() for one in buttons)

    def shows(self, words: str) -> bool:
        """Whether the window shows these words now."""
        return any(words in text for text in self.texts())

    def is_there(self, name: str) -> bool:
        """Whether a widget with this object name can be used now."""
        return self._visible(name) is not None

    def has_keyboard(self, name: str) -> bool:
        """Whether the widget with this object name, or something in it, has the focus now."""
        found, focused = self._visible(name), _focused(self.window)
        return found is not None and focused is not None and (found is focused or found.isAncestorOf(focused))

    def first_named(self, start: str) -> str:
        """The object name of the first widget that can be used and whose name begins so; empty when there is none."""
        widgets = self.window.findChildren(QWidget)
        names = (one.objectName() for one in widgets if one.isVisible() and one.isEnabled())
        return next((name for name in names if name.startswith(start)), "")

    def texts(self) -> list[str]:
        """Everything the window says, in no order: labels, buttons, fields."""
        said = []
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible():
                for attribute in ("text", "toPlainText", "title", "words"):
                    read = getattr(widget, attribute, None)
                    if callable(read):
                        said.append(str(read()))
                        break
                said.append(widget.accessibleName())
        return said

    def wait_for(self, condition: Callable[[], object], what: str, patience_ms: int = PATIENCE_MS) -> "QWidget | None":
        """Handle events until the condition gives something true, and give that.

        Raises:
            NotFoundError: it did not come in time.
        """
        clock = QElapsedTimer()
        clock.start()
        while not (found := condition()):
            if clock.elapsed() > patience_ms:
                message = f"waited {patience_ms // 1000} s for {what}"
                raise NotFoundError(message)
            self.breathe()
        return found if isinstance(found, QWidget) else None

    def breathe(self) -> None:
        """Let the program do what it has to do."""
        loop = QEventLoop()
        QTimer.singleShot(LOOK_EVERY_MS, loop.quit)
        loop.exec()

    def grab(self, target: Path) -> None:
        """A picture of the window as it is."""
        self.breathe()
        self.window.grab().save(str(target))

    def _typing_place(self, named: QWidget) -> "QLineEdit | QPlainTextEdit":
        for one in (named, named.focusProxy(), *named.findChildren(QWidget)):
            if isinstance(one, QLineEdit | QPlainTextEdit):
                return one
        message = f"{named.objectName()} is not a field to type in"
        raise NotFoundError(message)

    def _visible(self, name: str) -> QWidget | None:
        found = self.window.findChildren(QWidget, name)
        return next((one for one in found if one.isVisible() and one.isEnabled()), None)

    def _button(self, words: str, within: str) -> QAbstractButton | None:
        root = self.find(within) if within else self.window
        for button in root.findChildren(QAbstractButton):
            said = button.text().replace("&", "")
            if button.isVisible() and button.isEnabled() and (said == words or button.accessibleName() == words):
                return button
        return None

    def _click(self, target: QWidget) -> None:
        self._come_forward()
        self._bring_into_view(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(target))
        self.breathe()

    def _type(self, field: QWidget, words: str) -> None:
        """Key by key, with the sign each key gives: people type accents and quotation marks as well."""
        for sign in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))
        self.breathe()

    def _come_forward(self) -> None:
        """Keys go to the window in front, and several windows may be open."""
        self.window.activateWindow()
        self.wait_for(self.window.isActiveWindow, "the window to come forward")

    def _bring_into_view(self, target: QWidget) -> None:
        parent = target.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(target)
            parent = parent.parentWidget()


def _middle(target: QWidget) -> QPoint:
    return target.rect().center()


def _focused(window: QWidget) -> QWidget | None:
    """What has the focus; Qt's own types forget that it may be nothing."""
    return window.focusWidget()
