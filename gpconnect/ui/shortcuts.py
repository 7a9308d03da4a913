"""Every key of the program in one list, so that the help on F1 can never be wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

MOST_AREAS = 9


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does, in words for the list on F1."""

    name: str
    sequence: str
    meaning: str


KEYS = (
    Key("book", "Ctrl+N", QT_TRANSLATE_NOOP("shortcuts", "Nieuwe afspraak")),
    Key("walk_in", "Ctrl+I", QT_TRANSLATE_NOOP("shortcuts", "Inloop: jeugdige zonder afspraak")),
    Key("search", "Ctrl+K", QT_TRANSLATE_NOOP("shortcuts", "Zoeken")),
    Key("sign", "Ctrl+Enter", QT_TRANSLATE_NOOP("shortcuts", "Notitie ondertekenen")),
    Key("about_another", "Ctrl+Shift+D", QT_TRANSLATE_NOOP("shortcuts", "In een notitie: dit gaat over een ander")),
    Key("lock", "Ctrl+L", QT_TRANSLATE_NOOP("shortcuts", "Vergrendelen")),
    Key("switch", "Ctrl+Shift+L", QT_TRANSLATE_NOOP("shortcuts", "Wisselen van profiel")),
    Key("notice", "F6", QT_TRANSLATE_NOOP("shortcuts", "Naar de melding, bijvoorbeeld om ongedaan te maken")),
    Key("help", "F1", QT_TRANSLATE_NOOP("shortcuts", "Deze lijst")),
)
AREAS_MEANING = QT_TRANSLATE_NOOP("shortcuts", "Naar het eerste, tweede, … onderdeel")


def sequence(name: str) -> str:
    """The key of an action by its name, for a hint beside a button."""
    return next(key.sequence for key in KEYS if key.name == name)


def listed() -> list[tuple[str, str]]:
    """Keys with their translated meaning, in the order of the list."""
    rows = [(key.sequence, QCoreApplication.translate("shortcuts", key.meaning)) for key in KEYS]
    areas = QCoreApplication.translate("shortcuts", AREAS_MEANING)
    return [*rows, (f"Ctrl+1 … Ctrl+{MOST_AREAS}", areas)]


def bind(window: QWidget, keys: str, method: Callable[..., object]) -> QShortcut:
    """A key that works anywhere in the window."""
    shortcut = QShortcut(QKeySequence(keys), window)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(method)
    return shortcut
