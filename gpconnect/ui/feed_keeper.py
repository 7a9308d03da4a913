"""Writes the calendar files again after each change, a moment later and beside the work."""

from PySide6.QtCore import QObject, QTimer, Slot

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.staff import Role
from gpconnect.services import feeds
from gpconnect.ui.desk import Desk

PAUSE_MS = 800
_KINDS = frozenset({"half_day_session", "closure", "site_closure", "absence", "site", "feed"})


class FeedKeeper(QObject):
    """One per open desk; does nothing while nobody has chosen a folder."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self.desk = desk
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.write)
        self._said: BaseException | None = None
        self._is_open = False
        desk.tasks.changed.connect(self._changed)

    def start(self) -> None:
        """The desk is open: what changed elsewhere meanwhile is written too."""
        self._is_open = True
        if may(Role(self.desk.role), Intention.SEE_AGENDA):
            self._pause.start()

    def stop(self) -> None:
        """The desk is being left; it may be come back to."""
        self._is_open = False
        self._pause.stop()

    @Slot()
    def write(self) -> None:
        """Write them now."""
        self.desk.tasks.run(feeds.gather).then(self._put).otherwise(self._not_now)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if self._is_open and changes.kinds & _KINDS:
            self.start()

    @Slot(object)
    def _put(self, batch: feeds.Batch | None) -> None:
        if batch is not None:
            self.desk.tasks.aside(feeds.write, batch).then(self._wrote).otherwise(self._failed)

    @Slot(object)
    def _wrote(self, _count: int) -> None:
        self.desk.tasks.run(feeds.remember, "").otherwise(self._not_now)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        """Said once, above the page; *Beheer* goes on saying it until it works again."""
        if isinstance(error, KnownError):
            self._said = error
            self.desk.tasks.run(feeds.remember, error.code).then(self._remembered).otherwise(self._not_now)

    @Slot(object)
    def _remembered(self, changes: Changes) -> None:
        if changes.kinds and self._said is not None:
            self.desk.trouble(self._said)

    @Slot(object)
    def _not_now(self, _error: BaseException) -> None:
        """The file was closed meanwhile, or the disk is full: the next opening does it."""
