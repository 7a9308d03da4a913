"""One profile's place at this computer: its queues, its file while that is open, and where the person was.

A computer may have several people. Each has a seat of their own, so nothing of one is ever in the hands of another:
what still has to be written when a file closes waits at its own seat until its own file opens.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer, Signal, Slot

from gpconnect.services import profile_list
from gpconnect.ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from gpconnect.services.profiles import Profile
    from gpconnect.services.session import Actor, Session
    from gpconnect.ui.workplace import Workplace

_ASK_AGAIN_MS = 50


@dataclass(frozen=True, slots=True)
class PutBack:
    """A copy stands in its place: what to say of it, and what opened it, for who has to choose a passphrase now."""

    words: str
    way: str
    secret: str = field(repr=False)


class Seat(QObject):
    """Opens and closes one profile's file, and lets its window go when that is closed."""

    emptied = Signal()
    """The file is closed, and what stood on the screen has gone."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self.tasks = Tasks(self)
        self.place: Workplace | None = None
        self.area = ""
        self.params: dict[str, object] = {}
        self.who: Actor | None = None
        self.is_new = False
        """Whether this profile began here just now: its window opens at what there is to do first."""
        self._profile: Profile | None = None
        self._leaving: Workplace | None = None

    def open(self, way: str, secret: str, now: Callable[[], datetime], hub: str) -> Job:
        """Try a way in; `done` carries the session."""

        def opener() -> "Session":
            from gpconnect.services import syncing, ways_in

            self._profile = ways_in.open_by(self.folder, secret, way, now)
            if hub:
                syncing.set_hub(self._profile.session, hub)
            return self._profile.session

        return self.tasks.open(opener, self._close_file)

    def begin(self, wish: Callable[[Path, Callable[[], datetime]], "Profile"], now: Callable[[], datetime]) -> Job:
        """Make the profile that is wished for, where none is; `done` carries the session."""

        def opener() -> "Session":
            self._profile = wish(self.folder, now)
            self.is_new = True
            return self._profile.session

        return self.tasks.open(opener, self._close_file)

    def restore(self, copy: Path, way: str, secret: str) -> Job:
        """Put a copy where no profile is, or in the place of a file that does not open; gives a `PutBack`."""
        words = self.tr("De kopie is teruggezet. Open hem met de wachtwoordzin van die kopie.")
        if way != profile_list.PASSPHRASE:
            words = self.tr("De kopie is teruggezet.")

        def put_back() -> PutBack:
            from gpconnect.services import commands, mending

            if profile_list.is_profile(self.folder):
                mending.rescue(self.folder, copy, secret, way)
            else:
                commands.restore(self.folder, copy, secret, way=way)
            return PutBack(words, way, secret)

        return self.tasks.fetch(put_back)

    def lock(self) -> None:
        """Keep what is being typed, close the file, forget the key, and then let the window go."""
        place, self.place = self.place, None
        if place is not None:
            self.area, self.params = place.whereabouts()
            place.leave()
        self._leaving = place
        self.tasks.lock().then(self._let_go)

    def close(self) -> None:
        """The program ends."""
        if self.place is not None:
            self.place.leave()
        self.tasks.close()

    def _close_file(self, _session: Any) -> None:
        """Runs in the thread that owns the file."""
        if self._profile is not None:
            self._profile.close()
            self._profile = None

    @Slot(object)
    def _let_go(self, _nothing: object = None) -> None:
        if QThread.currentThread().loopLevel() > 1:
            # A dialog over the window was told "no" and has not returned yet: its holder must not go under it.
            QTimer.singleShot(_ASK_AGAIN_MS, self._let_go)
            return
        place, self._leaving = self._leaving, None
        if place is not None and place.holds_typed():
            # Typed, and kept in no file yet: it waits unseen for its own person, and only it.
            place.let_go_the_rest()
            self.place = place
        elif place is not None:
            place.window.deleteLater()
            place.deleteLater()
        del place
        # Now, in the thread that draws: what is left of widgets must not be collected in another one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        self.emptied.emit()
