"""Everything behind the unlock screen: desk, window, rounds with the hub, and the search over it all.

Loaded late (see `gpconnect.ui.late`), so that the unlock screen is there before the rest of the program is.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from gpconnect.domain.changes import Changes
from gpconnect.services import badges, belonging
from gpconnect.services.belonging import BelongingView
from gpconnect.services.session import Actor as Person
from gpconnect.ui import messages, sync_words
from gpconnect.ui.areas import areas_of
from gpconnect.ui.caretaker import Caretaker
from gpconnect.ui.desk import Actor, Desk
from gpconnect.ui.feed_keeper import FeedKeeper
from gpconnect.ui.finding import Finder
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.settings import Settings
from gpconnect.ui.syncer import Standing, Syncer
from gpconnect.ui.tasks import Tasks
from gpconnect.ui.trouble import TroubleWatch

LOOK_AGAIN_MS = 500


class Workplace(QObject):
    """One person's window with what it needs; made at every unlocking, and gone after locking."""

    def __init__(
        self, who: Person, tasks: Tasks, now: Callable[[], datetime], choices: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        actor = Actor(who.name, str(who.role), who.organization, who.staff_id)
        self.desk = Desk(tasks, actor, now, choices, parent=self)
        self.window = MainWindow(self.desk, areas_of(who.role))
        self.syncer = Syncer(self.desk, self)
        self.desk.services = self.syncer
        self.caretaker = Caretaker(self.desk, self)
        self.desk.caretaker = self.caretaker
        self.feeds = FeedKeeper(self.desk, self)
        self.finder = Finder(self.desk, self.window.search, self)
        self.watch = TroubleWatch(self.desk, self)
        self.watch.told.connect(self.window.standing.show_banners)
        self.watch.read_only_changed.connect(self.window.strip.show_read_only)
        self.waiting = 0
        self._put_on: Callable[[], None] | None = None
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._try_look)
        self.syncer.stood.connect(self._tell)
        tasks.changed.connect(self._records_changed)

    def show(self, area: str, params: dict[str, object], *, sync: bool, new: bool = False) -> None:
        """Open the window where the person was, say how things stand, and begin a round with the hub when asked.

        Args:
            area: where the person was; empty for the first of the rail.
            params: what was open there.
            sync: begin a round.
            new: this profile just began, so the first thing to do is shown when there is one.
        """
        self.window.show()
        self.window.setFocus()  # nothing in particular: the first Tab goes to the first thing there is
        self.window.open(area or self.window.rail.first(), params)
        if self._put_on is not None:
            self._look_again.start()
        self._count()
        if new:
            self.desk.tasks.run(belonging.overview).then(self._begin_with)
        self.watch.begin()
        self.syncer.refresh()
        self.caretaker.start()
        self.feeds.start()
        if sync:
            self.syncer.sync()

    def leave(self) -> None:
        """No more rounds, nothing to see."""
        self.syncer.stop()
        self.caretaker.stop()
        self.feeds.stop()
        self.window.hide()
        self._look_again.stop()
        if self._put_on is not None:
            self._put_on()  # what comes next is made in the new look; a window that has to stay follows later

    def take_look(self, put_on: Callable[[], None], *, say: bool) -> None:
        """Show another look: now, or by itself once nothing half-typed stands open, because pages are made anew.

        Args:
            put_on: gives the program the look.
            say: tell the person when it has to wait; they asked for it.
        """
        self._put_on = put_on
        if not self._try_look() and say:
            self.desk.toast(self.tr("Er staat nog iets half ingevuld. Zodra dat klaar is, verandert het uiterlijk."))

    @Slot()
    def _try_look(self) -> bool:
        if self._put_on is None:
            return True
        if self.window.strip.has_unsaved() or self.window.stack.is_half_done():
            self._look_again.start()
            return False
        put_on, self._put_on = self._put_on, None
        self._look_again.stop()
        put_on()
        self.window.restyle()
        return True

    def whereabouts(self) -> tuple[str, dict[str, object]]:
        """The area that is open, and what in it; ids only."""
        page = self.window.page
        return self.window.rail.current(), page.place() if page is not None else {}

    def holds_typed(self) -> bool:
        """Whether something was typed here that is kept in no file yet."""
        return self.window.strip.has_unsaved() or self.window.stack.holds_typed()

    def let_go_the_rest(self) -> None:
        """Of a window that has to stay for what was typed in it: let go all that is not that."""
        self.window.empty(keep_pages=self.window.strip.has_unsaved())

    def _count(self) -> None:
        self.desk.tasks.run(badges.waiting_by_area).then(self._show_counts)

    @Slot(object)
    def _show_counts(self, waiting: dict[str, int]) -> None:
        for area, number in waiting.items():
            self.desk.badge_changed.emit(area, number)

    @Slot(object)
    def _begin_with(self, view: BelongingView) -> None:
        """Somebody who just founded, joined or recovered: *Beheer* says what comes next, with one button."""
        from gpconnect.ui.admin.next_step import next_step

        if next_step(view) is not None:
            self.window.open("admin", {"section": "people"})

    @Slot(object)
    def _records_changed(self, changes: Changes) -> None:
        if changes.kinds & badges.KINDS:
            self._count()

    @Slot(object)
    def _tell(self, standing: Standing) -> None:
        self.waiting = standing.state.waiting
        trouble = messages.say(standing.trouble) if standing.trouble is not None else ""
        self.window.strip.show_clock(standing.state.clock_minutes)
        state, special = standing.state, sync_words.special(standing.state)
        self.window.strip.show_sync(state.last, state.waiting, trouble, again=standing.next_try, now=special)
