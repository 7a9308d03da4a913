"""Keeps the file and the hub together, in the background and in words.

A round is a sequence of small steps of the services; each runs in the thread that it belongs to, so a click never
waits for a sync. A failed round is tried again, ever later, and says when.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import meeting, syncing
from gpconnect.ui.desk import Desk

SOON_MS = 1500
ROUTINE_MS = 60_000
SAID_AFTER = 3
"""Failures in a row before the status strip says why: a short hiccup is nobody's business."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status strip and *Delen* show: the state of the file, and what is wrong when something is."""

    state: syncing.SyncState
    running: bool
    trouble: KnownError | None = None
    next_try: datetime | None = None


class Syncer(QObject):
    """Runs rounds with the hub: soon after a change, every minute, and when asked."""

    stood = Signal(object)
    """A `Standing`, after every change of it."""
    round_finished = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.failures = 0
        self.standing: Standing | None = None
        self._round: syncing.Round | None = None
        self._line: syncing.Line | None = None
        self._trouble: KnownError | None = None
        self._again = False
        self._stopped = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.sync)
        desk.tasks.changed.connect(self._records_changed)

    @property
    def running(self) -> bool:
        return self._round is not None

    @Slot()
    def sync(self) -> None:
        """Start a round now; while one runs, another follows it."""
        self._timer.stop()
        self._stopped = False
        if self.running:
            self._again = True
            return
        self.desk.tasks.run(syncing.connection).then(self._connected).otherwise(self._failed)

    def stop(self) -> None:
        """No more rounds, for example because the program is being locked."""
        self._stopped = True
        self._timer.stop()
        self._round = None
        self._hang_up()

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            self.desk.tasks.fetch(line.close)

    @Slot(object)
    def _connected(self, known: syncing.Connection | None) -> None:
        if self._stopped:
            return
        if self.running:
            # Asked twice in one breath: the answers to one round's questions must never go to another.
            self._again = True
            return
        if known is None:
            self.refresh()
            return
        try:
            line = self._dial(known)
        except KnownError as error:
            self._failed(error)
            return
        self._round = meeting.steps(line.hub, known.spaces)
        self.refresh()
        self._advance(None)

    def _dial(self, known: syncing.Connection) -> syncing.Line:
        """The line that is open, or a new one when the hub has moved."""
        if self._line is not None and self._line.url != known.url:
            self._hang_up()
        if self._line is None:
            self._line = syncing.line_to(known)
        return self._line

    @Slot(object)
    def _advance(self, result: object) -> None:
        if self._round is None:
            return
        try:
            step = self._round.send(result)
        except StopIteration:
            self._succeeded()
        except KnownError as error:
            self._failed(error)
        else:
            self._do(step)

    @Slot(object)
    def _step_failed(self, error: BaseException) -> None:
        if self._round is None:
            return
        try:
            step = self._round.throw(error)
        except StopIteration:
            self._succeeded()
        except KnownError as known:
            self._failed(known)
        else:
            self._do(step)

    def _do(self, step: syncing.FileStep | syncing.NetworkStep) -> None:
        tasks = self.desk.tasks
        job = tasks.run(step.work) if isinstance(step, syncing.FileStep) else tasks.fetch(step.work)
        job.then(self._advance).otherwise(self._step_failed)

    def _succeeded(self) -> None:
        self._round = None
        self._trouble = None
        self.failures = 0
        again, self._again = self._again, False
        self._timer.start(SOON_MS if again else ROUTINE_MS)
        self.refresh()
        self.round_finished.emit()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self._round = None
        if self._stopped or not isinstance(error, KnownError):
            return
        self.failures += 1
        self._trouble = error
        self._timer.start(int(syncing.delay(self.failures, random.random()) * 1000))  # noqa: S311 - jitter, no secret
        self.refresh()
        self.round_finished.emit()

    @Slot(object)
    def _records_changed(self, changes: Changes) -> None:
        if self._stopped:
            return
        if not self.running and changes.kinds - {"outbox"} and (not self._timer.isActive() or self.failures == 0):
            self._timer.start(SOON_MS)
        if not self.running:
            self.refresh()

    def refresh(self) -> None:
        """Ask how it stands, and say so."""
        self.desk.tasks.run(syncing.state).then(self._show)

    @Slot(object)
    def _show(self, state: syncing.SyncState) -> None:
        said = self._trouble if self.failures >= SAID_AFTER else None
        next_try = None
        if said is not None and self._timer.isActive():
            next_try = self.desk.clock() + timedelta(milliseconds=self._timer.remainingTime())
        self.standing = Standing(state, self.running, said, next_try)
        self.stood.emit(self.standing)
