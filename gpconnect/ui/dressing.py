"""How the whole program looks and speaks: theme, text size and language, for every window at once."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gpconnect.domain.errors import KnownError
from gpconnect.ui import settings, text, theme


def translate(app: QApplication, language: str, folder: Path = theme.RESOURCES / "i18n") -> None:
    """Load the catalogue of a language other than the Dutch of the sources, and Qt's own words in that language.

    Args:
        app: the application, which keeps what is loaded.
        language: ``nl`` or ``en``.
        folder: where the compiled catalogues stand.
    """
    text.set_language(language)
    own, more, qt = QTranslator(app), QTranslator(app), QTranslator(app)
    if language != "nl" and own.load(str(folder / f"gpconnect_{language}.qm")):
        app.installTranslator(own)
    # A few words of its dialogs are missing from Qt's own Dutch; a dialog that is half English helps nobody.
    if more.load(str(folder / f"qt_{language}.qm")):
        app.installTranslator(more)
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
