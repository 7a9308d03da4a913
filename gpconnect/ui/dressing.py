"""How the whole program looks and speaks: theme, text size and language, for every window at once."""

import os
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gpconnect.domain.errors import KnownError
from gpconnect.ui import settings, text, theme


def translate(app: QApplication, language: str) -> None:
    """Load the catalogue of a language other than the Dutch of the sources, and Qt's own words in that language."""
    text.set_language(language)
    own, qt = QTranslator(app), QTranslator(app)
    if language != "nl" and own.load(str(theme.RESOURCES / "i18n" / f"gpconnect_{language}.qm")):
        app.installTranslator(own)
    if qt.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)


def dress(app: QApplication, choices: settings.Settings) -> None:
    """Light or dark and text size, as chosen."""
    theme.apply(app, theme.choose(app, choices.theme, choices.scale))


def require_screen() -> None:
    """Say it plainly when this machine has no screen; Qt itself would only abort.

    Raises:
        KnownError: ``screen.missing``.
    """
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise KnownError("screen.missing")
