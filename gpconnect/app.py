"""The desktop program put together: the only place that constructs and wires.

One window at a time, of one profile. The file is opened in the thread that owns it; the window comes when the key fits,
and goes when the desk is left alone.
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from gpconnect.domain.errors import KnownError
from gpconnect.services import profile_list
from gpconnect.ui import clipboard, late, messages, settings, theme
from gpconnect.ui.dressing import dress, require_screen, translate
from gpconnect.ui.errors import ErrorReporter, log_folder
from gpconnect.ui.seat import PutBack, Seat
from gpconnect.ui.setup import Setup
from gpconnect.ui.tasks import Job, Tasks
from gpconnect.ui.unlock import IdleWatch, UnlockScreen
from gpconnect.ui.unlock.cover import cover

if TYPE_CHECKING:
    from gpconnect.services.session import Actor, Session
    from gpconnect.ui.closed_work import ClosedWork
    from gpconnect.ui.desk import Desk
    from gpconnect.ui.joining.begin import Wish
    from gpconnect.ui.main_window import MainWindow
    from gpconnect.ui.syncer import Syncer
    from gpconnect.ui.unlock.system import SystemWatch
    from gpconnect.ui.workplace import Workplace


__all__ = ["Program", "Setup", "make_application", "run"]


class Program(QObject):
    """The program at one computer: unlocking, the window, locking again, and one person after the other."""

    opened = Signal()
    locked = Signal()

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self.setup = setup
        self.choices = setup.choices or settings.load(settings.default_path())
        self._seats: dict[Path, Seat] = {}
        self.seat = self._seat_at(setup.folder)
        self.unlock = UnlockScreen("")
        self.idle = IdleWatch(0, self)
        self.idle.expired.connect(self.lock)
        self.system: SystemWatch | None = None
        self._is_open = False
        self._trying: Job | None = None
        self._to_load = list(late.WINDOW)
        self._connect()

    @property
    def is_loaded(self) -> bool:
        """Whether the rest of the program has been loaded."""
        return not self._to_load

    @property
    def tasks(self) -> Tasks:
        """The queues of the profile that is open or being opened."""
        return self.seat.tasks

    @property
    def place(self) -> "Workplace | None":
        """Everything behind the unlock screen, while the file is open."""
        return self.seat.place

    @property
    def window(self) -> "MainWindow | None":
        """The window, while the file is open."""
        return self.place.window if self.place else None

    @property
    def desk(self) -> "Desk | None":
        """What the pages work with, while the file is open."""
        return self.place.desk if self.place else None

    @property
    def syncer(self) -> "Syncer | None":
        """Rounds with the hub, while the file is open."""
        return self.place.syncer if self.place else None

    def start(self) -> None:
        """Show the unlock screen; a profile with a slot in the keyring opens by itself, unless it was locked."""
        self._introduce()
        self.unlock.resize(1360, 860)
        self.unlock.show()
        folder = self.seat.folder
        if profile_list.KEYRING in profile_list.ways(folder) and not profile_list.is_locked(folder):
            self.unlock.show_keyring()
            self._load_late()
            self.enter(profile_list.KEYRING, "")

    @Slot(str)
    def open(self, passphrase: str) -> None:
        """Try this passphrase; what was typed stays when it is wrong."""
        self.enter(profile_list.PASSPHRASE, passphrase)

    @Slot(str, str)
    def enter(self, way: str, secret: str) -> None:
        """Try a way in; after a paper a new passphrase comes first."""
        self.unlock.set_busy(busy=True)
        beside = self.seat.folder.parent == self.setup.folder.absolute().parent
        job = self.seat.open(way, secret, self.setup.now, self.setup.hub if beside else "")
        from_paper = way in (profile_list.RECOVERY, profile_list.EMPLOYER)
        self._trying = job.then(self._ask_passphrase if from_paper else self._show_window).otherwise(self._refused)

    @Slot()
    def lock(self) -> None:
        """Cover what can be seen, save what is being typed, close the file, forget the key."""
        if self._is_open or self._trying is not None:
            profile_list.mark_locked(self.seat.folder)
        if not self._is_open:
            self._give_up()
            return
        self._is_open = False
        self.idle.stop()
        place = self.place
        self.unlock.ask_passphrase()
        if place is not None:
            self.choices = self.choices.with_geometry(place.window.geometry_text())
            self.unlock.restoreGeometry(place.window.saveGeometry())
            self.unlock.show_waiting(place.waiting)
        minimized = place is not None and place.window.isMinimized()
        self.unlock.showMinimized() if minimized else self.unlock.show()
        cover(self.unlock)
        clipboard.forget()
        self.unlock.activateWindow()
        self.seat.lock()
        self._introduce()

    @Slot()
    def switch(self) -> None:
        """Lock, and put the keyboard on the names of the others."""
        self.lock()
        self.unlock.people.focus_first()

    @Slot(object)
    def choose_profile(self, folder: Path) -> None:
        """Somebody else wants in: their profile, their passphrase; nothing of the one before."""
        if not profile_list.is_profile(folder):
            self.unlock.show_error(messages.say(KnownError("profile.none_here")))
            return
        self._sit_at(folder)

    def close(self) -> None:
        """End: save, close the file, forget the key, keep the choices of this machine."""
        if self.place is not None:
            self.choices = self.choices.with_geometry(self.place.window.geometry_text())
        if self.setup.choices is None:
            settings.save(settings.default_path(), self.choices)
        clipboard.forget()
        for seat in self._seats.values():
            seat.close()

    @Slot(Qt.ColorScheme)
    def restyle(self, _scheme: Qt.ColorScheme) -> None:
        """The system went light or dark: follow it."""
        self._dress(say=False)

    @Slot(object)
    def choose(self, choices: settings.Settings) -> None:
        """The person wants it otherwise: show it so at once, and remember it on this machine."""
        self.choices = choices
        if self.desk is not None:
            self.desk.settings = choices
        if self._is_open:
            self.idle.set_minutes(choices.idle_minutes)
        if self.setup.choices is None:
            settings.save(settings.default_path(), choices)
        self._dress(say=True)

    def _connect(self) -> None:
        self.unlock.typing_began.connect(self._load_late)
        self.unlock.entered.connect(self.enter)
        self.unlock.other_wanted.connect(self._give_up)
        self.unlock.renewed.connect(self._renew)
        self.unlock.lock_asked.connect(self.lock)
        self.unlock.profile_chosen.connect(self.choose_profile)
        self.unlock.restore_asked.connect(self._restore)
        self.unlock.begin_asked.connect(self._begin_profile)
        self.unlock.joined.connect(self._joined)
        self.unlock.new_wanted.connect(self._new_person)

    def _seat_at(self, folder: Path) -> Seat:
        """The seat of a profile; it stays while the program runs, because something typed may wait there."""
        folder = folder.absolute()
        if folder not in self._seats:
            self._seats[folder] = Seat(folder, self)
            self._seats[folder].emptied.connect(self._emptied)
        return self._seats[folder]

    def _introduce(self) -> None:
        """Say on the unlock screen whose profile opens here, and who else has one."""
        folder = self.seat.folder
        own = folder == self.setup.folder.absolute() and self.setup.title
        name = own or profile_list.shown_name(folder)
        others = tuple(one for one in profile_list.siblings(folder) if one.folder != folder)
        self.unlock.show_profile(name, profile_list.ways(folder), others, exists=profile_list.is_profile(folder))

    @Slot()
    def _load_late(self) -> None:
        self.tasks.fetch(late.load_core).then(self._load_next)

    @Slot()
    def _load_next(self, _nothing: object = None) -> None:
        """One module at a time, so that every key that is typed meanwhile is seen."""
        if self._to_load:
            late.load(self._to_load.pop(0))
            QTimer.singleShot(0, self._load_next)

    @Slot()
    def _give_up(self) -> None:
        """Not this person, or nobody any more: a file that is still being opened is closed at once."""
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None
            self.tasks.lock()
            self.unlock.ask_passphrase()

    @Slot(object)
    def _ask_passphrase(self, session: "Session") -> None:
        self._begin(session)
        self.unlock.ask_new_passphrase()

    @Slot(str)
    def _renew(self, passphrase: str) -> None:
        from gpconnect.services import ways_in

        job = self.tasks.run(ways_in.choose_passphrase, passphrase)
        job.then(self._renewed).otherwise(self._refused)

    @Slot(object)
    def _renewed(self, _changes: object) -> None:
        if self._is_open:
            self._enter_window()

    @Slot(object)
    def _show_window(self, session: "Session") -> None:
        self._begin(session)
        if session.actor.pilot:
            self._enter_window()
        else:
            self.unlock.show_entrance(self.tasks, self.setup.now)

    @Slot(object)
    def _joined(self, actor: "Actor") -> None:
        self.seat.who, self.seat.is_new = actor, True
        self._enter_window()

    @Slot(object)
    def _begin_profile(self, wish: "Wish") -> None:
        self._trying = self.seat.begin(wish, self.setup.now).then(self._show_window).otherwise(self._refused)

    @Slot()
    def _new_person(self) -> None:
        self._sit_at(profile_list.unused(self.seat.folder))

    def _sit_at(self, folder: Path) -> None:
        self.seat = self._seat_at(folder)
        self._introduce()
        self.unlock.show_waiting(0)
        self.unlock.take_keyboard()

    def _begin(self, session: "Session") -> None:
        """The file is open: from now on somebody has to be there."""
        from gpconnect.ui.unlock.system import SystemWatch

        self._trying = None
        self._is_open = True
        # Not in the keyring's own hands: it is not asked while the mark is there.
        profile_list.mark_opened(self.seat.folder)
        self.seat.who = session.actor
        self.idle.set_minutes(self.choices.idle_minutes)
        if self.system is None:
            self.system = SystemWatch(self)
            self.system.away.connect(self.lock)
        self.system.hold_sleep()

    def _enter_window(self) -> None:
        from gpconnect.ui.workplace import Workplace

        self.unlock.clear()
        self.unlock.show_news("")
        seat = self.seat
        params: dict[str, object] = {}
        if seat.place is None:
            assert seat.who is not None, "the file is open, so somebody's it is"
            seat.place = Workplace(seat.who, seat.tasks, self.setup.now, self.choices, self)
            seat.place.window.lock_requested.connect(self.lock)
            seat.place.window.switch_requested.connect(self.switch)
            seat.place.desk.settings_changed.connect(self.choose)
            seat.place.desk.closed_work.connect(self.work_closed)
            params = seat.params
        seat.place.show(seat.area, params, sync=self.setup.sync, new=seat.is_new)
        seat.is_new = False
        self.unlock.hide()
        self._remember()
        self.opened.emit()

    def _remember(self) -> None:
        """Which of the profiles on this computer was opened last: the name of its folder, nothing more."""
        if self.setup.remembers and self.seat.folder.name != self.choices.last_profile:
            self.choices = replace(self.choices, last_profile=self.seat.folder.name)
            settings.save(settings.default_path(), self.choices)

    @Slot(object)
    def work_closed(self, work: "ClosedWork") -> None:
        """Lock, do this with the file closed, and say on the unlock screen how it went."""
        self.lock()
        self.unlock.set_busy(busy=True)
        self.unlock.show_work(work.title, work.progress)
        self.tasks.closed(work).then(self._restored).otherwise(self._refused)

    @Slot(object, str, str)
    def _restore(self, copy: Path, way: str, secret: str) -> None:
        self.seat.restore(copy, way, secret).then(self._put_back).otherwise(self._refused)

    @Slot(object)
    def _put_back(self, done: PutBack) -> None:
        """A copy that opened with a paper opens with it at once: its passphrase was forgotten, so choose a new one."""
        self._restored(done.words)
        if done.way != profile_list.PASSPHRASE:
            self.enter(done.way, done.secret)

    @Slot(object)
    def _restored(self, words: str) -> None:
        self.unlock.set_busy(busy=False)
        self._introduce()
        self.unlock.show_news(words)
        self.unlock.take_keyboard()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._trying = None
        damaged = getattr(error, "code", "") in {"file.damaged", "file.unreadable"}
        self.unlock.show_error(messages.say(error), damaged=damaged)

    @Slot()
    def _emptied(self) -> None:
        if self.system is not None:
            self.system.covered()
        self.locked.emit()

    def _dress(self, *, say: bool) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window means an application"
        put_on = partial(dress, app, self.choices)
        if self._is_open and self.place is not None:
            self.place.take_look(put_on, say=say)
        else:
            put_on()


def make_application(choices: settings.Settings) -> QApplication:
    """The Qt application with theme, fonts and language; one per process."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("GPConnect")
    # A file dialog of the system is not ours: it would stay readable over the lock screen.
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    translate(app, choices.language)
    dress(app, choices)
    return app


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
