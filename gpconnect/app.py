"""The desktop program put together: the only place that constructs and wires.

One profile, one window. The file is opened in the thread that owns it; the window comes when the key fits, and goes
when the desk is left alone.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from gpconnect.services import profiles, syncing
from gpconnect.services.resources import RESOURCES
from gpconnect.services.session import Session
from gpconnect.ui import messages, settings, text, theme
from gpconnect.ui.areas import areas_of
from gpconnect.ui.desk import Actor, Desk
from gpconnect.ui.errors import ErrorReporter, log_folder
from gpconnect.ui.finding import Finder
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.syncer import Standing, Syncer
from gpconnect.ui.tasks import Tasks
from gpconnect.ui.unlock import UnlockScreen


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
    now: Callable[[], datetime] = profiles.utc_now
    choices: settings.Settings | None = None
    sync: bool = True
    hub: str = ""


@dataclass(slots=True)
class _Open:
    profile: profiles.Profile | None = field(default=None)


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
        self.unlock.passphrase_entered.connect(self.open)
        self.window: MainWindow | None = None
        self.desk: Desk | None = None
        self.syncer: Syncer | None = None
        self._open = _Open()
        self._waiting = 0
        self._area = ""

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
        if self.window is None:
            return
        self._area = self.window.rail.current()
        self.unlock.clear()
        self.unlock.show_waiting(self._waiting)
        self.unlock.setGeometry(self.window.geometry())
        self.unlock.show()
        self.window.hide()
        if self.syncer is not None:
            self.syncer.stop()
        self.tasks.lock().then(self._locked)

    def close(self) -> None:
        """End: save, close the file, forget the key, keep the choices of this machine."""
        if self.syncer is not None:
            self.syncer.stop()
        if self.window is not None:
            self._keep_choices(self.window)
            self.window.hide()
        self.tasks.close()

    @Slot(Qt.ColorScheme)
    def restyle(self, _scheme: Qt.ColorScheme) -> None:
        """The system went light or dark: follow it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window means an application"
        dress(app, self.choices)
        if self.window is not None:
            self.window.restyle()

    def _open_profile(self, passphrase: str) -> Session:
        """Runs in the thread that owns the file."""
        self._open.profile = profiles.open_profile(self.setup.folder, passphrase, now=self.setup.now)
        if self.setup.hub:
            syncing.set_hub(self._open.profile.session, self.setup.hub)
        return self._open.profile.session

    def _close_profile(self, _session: object) -> None:
        if self._open.profile is not None:
            self._open.profile.close()
            self._open.profile = None

    @Slot(object)
    def _show_window(self, session: Session) -> None:
        self.unlock.set_busy(busy=False)
        self.unlock.clear()
        if self.window is None:
            self._build(session)
        assert self.window is not None
        self.window.show()
        self.unlock.hide()
        self.window.open(self._area or self.window.rail.first())
        if self.syncer is not None:
            self.syncer.refresh()
            if self.setup.sync:
                self.syncer.sync()
        self.opened.emit()

    def _build(self, session: Session) -> None:
        who = session.actor
        actor = Actor(who.name, str(who.role), who.organization, who.staff_id)
        self.desk = Desk(self.tasks, actor, self.setup.now, self.choices, parent=self)
        self.window = MainWindow(self.desk, areas_of(who.role))
        self.window.lock_requested.connect(self.lock)
        self.desk.settings_changed.connect(self.choose)
        self.syncer = Syncer(self.desk, self)
        self.desk.services = self.syncer
        self.syncer.stood.connect(self._tell)
        self.finder = Finder(self.desk, self.window.search, self)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.unlock.set_busy(busy=False)
        self.unlock.show_error(messages.say(error))

    @Slot(object)
    def _locked(self, _nothing: object) -> None:
        self.locked.emit()

    @Slot(object)
    def _tell(self, standing: Standing) -> None:
        if self.window is None:
            return
        state: syncing.SyncState = standing.state
        self._waiting = state.waiting
        trouble = messages.say(standing.trouble) if standing.trouble is not None else ""
        self.window.strip.show_sync(state.last, state.waiting, trouble)

    @Slot(object)
    def choose(self, choices: settings.Settings) -> None:
        """The person wants it otherwise: show it so at once, and remember it on this machine."""
        self.choices = choices
        if self.desk is not None:
            self.desk.settings = choices
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window means an application"
        dress(app, choices)
        if self.setup.choices is None:
            settings.save(settings.default_path(), choices)
        if self.window is not None:
            self.window.restyle()

    def _keep_choices(self, window: MainWindow) -> None:
        if self.setup.choices is None:
            kept = self.choices.with_geometry(window.geometry_text())
            settings.save(settings.default_path(), kept)


def translate(app: QApplication, language: str) -> None:
    """Load the catalogue of a language other than the Dutch of the sources, and Qt's own words in that language."""
    text.set_language(language)
    own, qt = QTranslator(app), QTranslator(app)
    if language != "nl" and own.load(str(RESOURCES / "i18n" / f"gpconnect_{language}.qm")):
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


def run(setup: Setup) -> int:
    """Open the window and stay until it is closed; gives the exit code of the process."""
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
