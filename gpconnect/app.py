"""The desktop program put together: the only place that constructs and wires.

One profile, one window. The file is opened in the thread that owns it; the window comes when the key fits, and goes
when the desk is left alone.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from gpconnect.domain.errors import KnownError
from gpconnect.ui import messages, settings, text, theme
from gpconnect.ui.errors import ErrorReporter, log_folder
from gpconnect.ui.tasks import Tasks
from gpconnect.ui.unlock import UnlockScreen

if TYPE_CHECKING:
    from gpconnect.services.profiles import Profile
    from gpconnect.services.session import Session
    from gpconnect.ui.desk import Desk
    from gpconnect.ui.main_window import MainWindow
    from gpconnect.ui.syncer import Syncer
    from gpconnect.ui.workplace import Workplace

LATE_CORE = ("gpconnect.services.profiles", "gpconnect.services.syncing")
LATE_WINDOW = ("gpconnect.ui.workplace", "qtawesome", "gpconnect.ui.today.page")
"""Loaded while somebody types the passphrase: the unlock screen needs none of it. The core loads in the background,
what uses Qt in the thread that draws, because Qt's types must not be made in two threads at once.

Other heavy libraries that load on first use: reportlab and pypdfium2 (papers and the report), XlsxWriter (tables),
httpx (the network), keyring (slots), SQLAlchemy, uvicorn and Starlette (the hub)."""


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Setup:
    """How the program is started.

    Attributes:
        folder: of the profile.
        title: what the unlock screen calls it; no more than the folder's name.
        now: the clock, aware UTC.
        choices: what this machine remembers; None reads and keeps the account's own.
        sync: whether rounds with the hub start by themselves.
        hub: where the hub is now, when that is another address than the profile remembers (a demo's own hub).
    """

    folder: Path
    title: str = ""
    now: Callable[[], datetime] = utc_now
    choices: settings.Settings | None = None
    sync: bool = True
    hub: str = ""


def load_late() -> None:
    """Load all that the unlock screen does without, at once; for programs that open windows one after the other."""
    for name in (*LATE_CORE, *LATE_WINDOW):
        import_module(name)


def load_core() -> None:
    """Load what does not know Qt; in any thread."""
    for name in LATE_CORE:
        import_module(name)


class Program(QObject):
    """The program around one profile: unlocking, the window, rounds with the hub, locking again."""

    opened = Signal()
    locked = Signal()

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self.setup = setup
        self.choices = setup.choices or settings.load(settings.default_path())
        self.tasks = Tasks(self)
        self.unlock = UnlockScreen(setup.title or setup.folder.name)
        self.unlock.typing_began.connect(self._load_late)
        self.unlock.passphrase_entered.connect(self.open)
        self.place: Workplace | None = None
        self._profile: Profile | None = None
        self._area = ""
        self._to_load = list(LATE_WINDOW)

    @property
    def is_loaded(self) -> bool:
        """Whether the rest of the program has been loaded."""
        return not self._to_load

    @property
    def window(self) -> "MainWindow | None":
        """The window, once the file has been opened."""
        return self.place.window if self.place else None

    @property
    def desk(self) -> "Desk | None":
        """What the pages work with, once the file has been opened."""
        return self.place.desk if self.place else None

    @property
    def syncer(self) -> "Syncer | None":
        """Rounds with the hub, once the file has been opened."""
        return self.place.syncer if self.place else None

    def start(self) -> None:
        """Show the unlock screen."""
        self.unlock.resize(1360, 860)
        self.unlock.show()

    @Slot(str)
    def open(self, passphrase: str) -> None:
        """Try this passphrase; what was typed stays when it is wrong."""
        self.unlock.set_busy(busy=True)
        job = self.tasks.open(lambda: self._open_profile(passphrase), self._close_profile)
        job.then(self._show_window).otherwise(self._refused)

    @Slot()
    def lock(self) -> None:
        """Cover what can be seen, save what is being typed, close the file, forget the key."""
        if self.place is None:
            return
        self._area = self.place.window.rail.current()
        self.unlock.clear()
        self.unlock.show_waiting(self.place.waiting)
        self.unlock.setGeometry(self.place.window.geometry())
        self.unlock.show()
        self.place.leave()
        self.tasks.lock().then(self._locked)

    def close(self) -> None:
        """End: save, close the file, forget the key, keep the choices of this machine."""
        if self.place is not None:
            if self.setup.choices is None:
                kept = self.choices.with_geometry(self.place.window.geometry_text())
                settings.save(settings.default_path(), kept)
            self.place.leave()
        self.tasks.close()

    @Slot(Qt.ColorScheme)
    def restyle(self, _scheme: Qt.ColorScheme) -> None:
        """The system went light or dark: follow it."""
        self._dress()

    @Slot(object)
    def choose(self, choices: settings.Settings) -> None:
        """The person wants it otherwise: show it so at once, and remember it on this machine."""
        self.choices = choices
        if self.desk is not None:
            self.desk.settings = choices
        if self.setup.choices is None:
            settings.save(settings.default_path(), choices)
        self._dress()

    @Slot()
    def _load_late(self) -> None:
        self.tasks.fetch(load_core).then(self._load_next)

    @Slot()
    def _load_next(self, _nothing: object = None) -> None:
        """One module at a time, so that every key that is typed meanwhile is seen."""
        if self._to_load:
            import_module(self._to_load.pop(0))
            QTimer.singleShot(0, self._load_next)

    def _open_profile(self, passphrase: str) -> "Session":
        """Runs in the thread that owns the file."""
        from gpconnect.services import profiles, syncing

        self._profile = profiles.open_profile(self.setup.folder, passphrase, now=self.setup.now)
        if self.setup.hub:
            syncing.set_hub(self._profile.session, self.setup.hub)
        return self._profile.session

    def _close_profile(self, _session: object) -> None:
        if self._profile is not None:
            self._profile.close()
            self._profile = None

    @Slot(object)
    def _show_window(self, session: "Session") -> None:
        from gpconnect.ui.workplace import Workplace

        self.unlock.set_busy(busy=False)
        self.unlock.clear()
        if self.place is None:
            self.place = Workplace(session, self.tasks, self.setup.now, self.choices, self)
            self.place.window.lock_requested.connect(self.lock)
            self.place.desk.settings_changed.connect(self.choose)
        self.place.show(self._area, sync=self.setup.sync)
        self.unlock.hide()
        self.opened.emit()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.unlock.set_busy(busy=False)
        self.unlock.show_error(messages.say(error))

    @Slot(object)
    def _locked(self, _nothing: object) -> None:
        self.locked.emit()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window means an application"
        dress(app, self.choices)
        if self.place is not None:
            self.place.window.restyle()


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


def make_application(choices: settings.Settings) -> QApplication:
    """The Qt application with theme, fonts and language; one per process."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("GPConnect")
    translate(app, choices.language)
    dress(app, choices)
    return app


def require_screen() -> None:
    """Say it plainly when this machine has no screen; Qt itself would only abort.

    Raises:
        KnownError: ``screen.missing``.
    """
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise KnownError("screen.missing")


def run(setup: Setup) -> int:
    """Open the window and stay until it is closed; gives the exit code of the process.

    Raises:
        KnownError: ``screen.missing``, there is nothing to show a window on.
    """
    require_screen()
    choices = setup.choices or settings.load(settings.default_path())
    app = make_application(choices)
    reporter = ErrorReporter(log_folder(), app)
    reporter.install()
    program = Program(setup)
    if choices.theme == "system":
        theme.follow_system(app, program.restyle)
    program.start()
    try:
        return app.exec()
    finally:
        program.close()
        reporter.uninstall()
