"""Everything behind the unlock screen: desk, window, rounds with the hub, and the search over it all.

Loaded late (see `gpconnect.app.LATE`), so that the unlock screen is there before the rest of the program is.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from gpconnect.domain.changes import Changes
from gpconnect.services import badges
from gpconnect.services.session import Session
from gpconnect.ui import messages
from gpconnect.ui.areas import areas_of
from gpconnect.ui.desk import Actor, Desk
from gpconnect.ui.finding import Finder
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.settings import Settings
from gpconnect.ui.syncer import Standing, Syncer
from gpconnect.ui.tasks import Tasks
from gpconnect.ui.trouble import TroubleWatch


class Workplace(QObject):
    """One person's window with what it needs; lives as long as the program, also while it is locked."""

    def __init__(
        self, session: Session, tasks: Tasks, now: Callable[[], datetime], choices: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        who = session.actor
        actor = Actor(who.name, str(who.role), who.organization, who.staff_id)
        self.desk = Desk(tasks, actor, now, choices, parent=self)
        self.window = MainWindow(self.desk, areas_of(who.role))
        self.syncer = Syncer(self.desk, self)
        self.desk.services = self.syncer
        self.finder = Finder(self.desk, self.window.search, self)
        self.watch = TroubleWatch(self.desk, self)
        self.watch.told.connect(self.window.standing.show_banners)
        self.waiting = 0
        self.syncer.stood.connect(self._tell)
        tasks.changed.connect(self._records_changed)

    def show(self, area: str, *, sync: bool) -> None:
        """Open the window on an area, say how things stand, and begin a round with the hub when asked."""
        self.window.show()
        self.window.open(area or self.window.rail.first())
        self.window.setFocus()  # nothing in particular: the first Tab goes to the first thing there is
        self._count()
        self.watch.begin()
        self.syncer.refresh()
        if sync:
            self.syncer.sync()

    def leave(self) -> None:
        """No more rounds, nothing to see."""
        self.syncer.stop()
        self.window.hide()

    def _count(self) -> None:
        self.desk.tasks.run(badges.waiting_by_area).then(self._show_counts)

    @Slot(object)
    def _show_counts(self, waiting: dict[str, int]) -> None:
        for area, number in waiting.items():
            self.desk.badge_changed.emit(area, number)

    @Slot(object)
    def _records_changed(self, changes: Changes) -> None:
        if changes.kinds & badges.KINDS:
            self._count()

    @Slot(object)
    def _tell(self, standing: Standing) -> None:
        self.waiting = standing.state.waiting
        trouble = messages.say(standing.trouble) if standing.trouble is not None else ""
        self.window.strip.show_clock(standing.state.clock_minutes)
        self.window.strip.show_sync(standing.state.last, standing.state.waiting, trouble)
