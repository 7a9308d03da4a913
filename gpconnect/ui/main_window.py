"""The window: areas at the left, one page, and a strip that says how things stand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.ui import messages, shortcuts, theme
from gpconnect.ui.desk import Area, Desk
from gpconnect.ui.page import Page
from gpconnect.ui.page_stack import PageStack
from gpconnect.ui.parts import Banner, Following, NoticeStrip, StandingBanners, clear, column, line
from gpconnect.ui.rail import Rail
from gpconnect.ui.search_box import SearchBox
from gpconnect.ui.shortcut_list import ShortcutList
from gpconnect.ui.status_strip import StatusStrip

_SLIM_BELOW = 900
LEAST = (760, 520)


class MainWindow(QMainWindow):
    """Shows one area's page at a time; pages are made on their first visit.

    `booking_area` is where Ctrl+N and Ctrl+I go, with ``{"new": True}`` and ``{"walk_in": True}``.
    """

    lock_requested = Signal()
    switch_requested = Signal()
    queried = Signal(str)

    def __init__(self, desk: Desk, areas: Sequence[Area], *, booking_area: str = "agenda") -> None:
        super().__init__()
        self.desk = desk
        self._areas = [area.key for area in areas]
        self._booking_area = booking_area
        self._help: ShortcutList | None = None
        self.setWindowTitle("GPConnect")
        self.setMinimumSize(*LEAST)
        self.resize(1360, 860)
        self.rail = Rail(areas, desk.actor)
        self.search = SearchBox(desk.role)
        self.stack = PageStack(desk, areas)
        self.strip = StatusStrip()
        self.strip.show_lock(desk.settings.idle_minutes)
        self.standing, self.notices = StandingBanners(), NoticeStrip()
        self._notices = column(spacing=1)
        self._build()
        self._connect()
        self._bind_keys()
        if desk.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(desk.settings.geometry.encode()))

    @property
    def page(self) -> Page | None:
        return self.stack.on_top()

    def geometry_text(self) -> str:
        """Where the window stands, for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    @Slot(str, dict)
    def open(self, area: str, params: dict[str, object] | None = None) -> None:
        """Show an area, making its page on the first visit."""
        if not self.stack.knows(area):
            return
        page = self.stack.page_of(area)
        page.header.take_search(self.search)
        self.setTabOrder(self.rail.person, self.search)
        self.rail.set_current(area)
        self.stack.setCurrentWidget(page)
        if shown := self.stack.take_place(area) if params is None else params:
            page.show_params(shown)

    def restyle(self) -> None:
        """Make the pages again after light, dark or text size changed; each comes back to what was open on it."""
        area = self.stack.area_on_top()
        self.search.setParent(None)
        self.stack.drop()
        self.strip.forget_unsaved()
        self.strip.show_lock(self.desk.settings.idle_minutes)
        self._arrange()
        if area:
            self.open(area)

    def empty(self, *, keep_pages: bool) -> None:
        """Locked, but something typed has to stay: let go of all the rest that can be read."""
        self.search.setParent(None)
        self.search.clear()
        if not keep_pages:
            self.stack.drop(but_typed=True)
        self.notices.clear()

    def _build(self) -> None:
        middle = QWidget()
        middle.setProperty("role", "surface")
        self._notice_box = QWidget()
        self._notice_box.setLayout(self._notices)
        edge = theme.current().space(3)
        self._notices.setContentsMargins(edge, theme.current().space(2), edge, 0)
        self._notice_box.hide()
        middle_column = column(self.standing, self._notice_box, self.stack, self.notices, spacing=0)
        middle_column.setStretch(2, 1)
        beside = line(self.rail, spacing=0)
        beside.addLayout(middle_column)
        beside.setStretch(1, 1)
        outer = column(spacing=0)
        outer.addLayout(beside, 1)
        outer.addWidget(self.strip)
        middle.setLayout(outer)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open)
        self.search.queried.connect(self.queried)
        self.search.opened.connect(self.open)
        self.desk.navigate.connect(self.open)
        self.desk.toasted.connect(self.show_toast)
        self.desk.troubled.connect(self.show_trouble)
        self.desk.badge_changed.connect(self.rail.set_waiting)
        self.desk.tasks.busy.connect(self.strip.show_busy)
        self.desk.unsaved_changed.connect(self.strip.show_unsaved)
        self.rail.person.lock_asked.connect(self.lock_requested)
        self.rail.person.switch_asked.connect(self.switch_requested)

    def _bind_keys(self) -> None:
        for name, method in (
            ("book", self._book),
            ("walk_in", self._walk_in),
            ("search", self.search.start),
            ("lock", self.lock_requested.emit),
            ("switch", self.switch_requested.emit),
            ("notice", self.notices.focus),
            ("help", self._show_help),
        ):
            shortcuts.bind(self, shortcuts.sequence(name), method)
        for place, area in enumerate(self._areas[: shortcuts.MOST_AREAS], 1):
            shortcuts.bind(self, f"Ctrl+{place}", partial(self.open, area))

    def _book(self) -> None:
        self.open(self._booking_area, {"new": True})

    def _walk_in(self) -> None:
        self.open(self._booking_area, {"walk_in": True})

    @Slot(str, object, object)
    def show_toast(self, text: str, undo: object = None, following: Following = None) -> None:
        self.notices.say(text, undo if callable(undo) else None, following)

    @Slot(object)
    def show_trouble(self, error: BaseException) -> None:
        """A banner above the page; a newer one takes the place of the older."""
        if not self.isVisible() and isinstance(error, KnownError) and error.code == "session.closed":
            return  # Locked: what still wanted to read the file may do so after unlocking.
        clear(self._notices)
        banner = Banner(messages.say(error))
        banner.closed.connect(self._notice_box.hide)
        self._notices.addWidget(banner)
        banner.show()
        self._notice_box.show()

    def _show_help(self) -> None:
        if self._help is None:
            self._help = ShortcutList(self)
        self._help.open_beside()

    def showEvent(self, event: QShowEvent) -> None:
        """Unlocked: what was in the way before is said again when it still is."""
        if not event.spontaneous():
            clear(self._notices)
            self._notice_box.hide()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.rail.set_slim(slim=self.width() < theme.current().px(_SLIM_BELOW))
