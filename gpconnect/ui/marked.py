"""Words outside a widget: marked for the catalogue, or translated at once. `lupdate` finds both by their names."""

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:
    """Give the sentence back; `lupdate` finds it by this name. Qt's own one is typed as a plain object."""
    return sentence


def translate(context: str, sentence: str) -> str:
    """The sentence in the language of the program; `context` is the area that says it."""
    return QCoreApplication.translate(context, sentence)
