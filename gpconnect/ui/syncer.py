"""Keeps the file and the hub together, in the background and in words.

A round is a sequence of small steps of the services; each runs in the thread that it belongs to, so a click never
waits for a sync. A failed round is tried again, ever later, and says when. Between rounds the hub is listened to: a
hint that a space grew starts one within a second. Where it cannot be heard, rounds go on by the clock.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import first_sync, hearing, meeting, syncing
from gpconnect.ui.desk import Desk
from gpconnect.ui.hints import Hints
from gpconnect.ui.tasks import Job

SOON_MS = 1500
HINT_MS = 600
"""After a hint, more or less: desks that heard the same do not all ask at once."""
ROUTINE_MS = 60_000
HEARING_MS = 300_000
"""Between rounds while the hub can be heard."""
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
    """Runs rounds with the hub: soon after a change here or a hint from there, now and then, and when asked."""

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
        self._known: syncing.Connection | None = None
        self._hinted: dict[str, int] = {}
        self._believed: dict[str, int] = {}
        self._trouble: KnownError | None = None
        self._again = False
        self._stopped = False
        self._step: Job | None = None
        self._told: object = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.sync)
        self.hints = Hints(self)
        self.hints.came.connect(self._heard)
        self.hints.turned.connect(self._turned)
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
        if self._step is not None:
            self._step.cancel()  # its answer must never go to a next round
            self._step = None
        self._hang_up()

    @Slot()
    def pause(self) -> None:
        """Put the first sync off; `resume` goes on where it was."""
        self.stop()
        self.desk.tasks.run(first_sync.pause).then(self._paused)

    @Slot()
    def resume(self) -> None:
        """Go on with the first sync."""
        self.desk.tasks.run(first_sync.resume).then(self._resumed)

    @Slot(object)
    def _paused(self, _changes: Changes) -> None:
        self.refresh()

    @Slot(object)
    def _resumed(self, _changes: Changes) -> None:
        self.sync()

    def _hang_up(self) -> None:
        self.hints.stop()
        self._hinted, self._believed = {}, {}
        line, self._line = self._line, None
        if line is not None:
            self.desk.tasks.part(line.close)

    @Slot(object)
    def _connected(self, known: syncing.Connection | None) -> None:
        if self._stopped:
            return
        if self.running:
            # Asked twice in one breath: the answers to one round's questions must never go to another.
            self._again = True
            return
        self._known = known
        if known is None:
            self._hang_up()
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
        self._told, self._step = result, None
        try:
            step = self._round.send(result)
        except StopIteration:
            self._succeeded()
        except KnownError as error:
            self._failed(error)
        except Exception as bug:
            self._failed(bug)
            raise
        else:
            self._do(step)

    @Slot(object)
    def _step_failed(self, error: BaseException) -> None:
        if self._round is None:
            return
        self._step = None
        try:
            step = self._round.throw(error)
        except StopIteration:
            self._succeeded()
        except KnownError as known:
            self._failed(known)
        except Exception as bug:
            self._failed(bug)
            if bug is not error:  # else the queue reported it already
                raise
        else:
            self._do(step)

    def _do(self, step: syncing.FileStep | syncing.NetworkStep) -> None:
        tasks = self.desk.tasks
        if isinstance(step, syncing.NetworkStep) and self.standing is not None and self.standing.state.first:
            self.refresh()
        job = tasks.give_way(step.work) if isinstance(step, syncing.FileStep) else tasks.fetch(step.work)
        self._step = job.then(self._advance).otherwise(self._step_failed)

    def _succeeded(self) -> None:
        self._round = None
        self._trouble = None
        self.failures = 0
        again, self._again = self._again, False
        self._timer.start(SOON_MS if again else self._pause())
        if self._known is not None:
            self.hints.listen(self._known)
        self._look_behind()
        self.refresh()
        self.round_finished.emit()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self._round = None
        if self._stopped:
            return
        self.failures += 1
        # A bug ends a round as a hub that is gone does: said in words, and tried again, ever later.
        self._trouble = error if isinstance(error, KnownError) else KnownError("hub.round_broke_off")
        self._timer.start(int(syncing.delay(self.failures, random.random()) * 1000))  # noqa: S311 - jitter, no secret
        self.refresh()
        self.round_finished.emit()

    def _pause(self) -> int:
        return _about(HEARING_MS if self.hints.hearing else ROUTINE_MS)

    @Slot(bool)
    def _turned(self, hearing: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """A hub that speaks again is there again; one that fell silent is asked by the clock."""
        if self.running:
            return
        if hearing and self.failures:
            self._timer.start(_about(HINT_MS))
        elif not hearing and self._timer.remainingTime() > ROUTINE_MS:
            self._timer.start(self._pause())

    @Slot(object)
    def _heard(self, heard: dict[str, int]) -> None:
        # A hub may say anything; the same place is a reason to ask once.
        self._hinted |= {space: seq for space, seq in heard.items() if seq > self._believed.get(space, 0)}
        if not self.running:
            self._look_behind()

    def _look_behind(self) -> None:
        hinted, self._hinted = self._hinted, {}
        if hinted:
            self._believed |= hinted
            self.desk.tasks.run(hearing.behind, hinted).then(self._told_behind).otherwise(self._not_told)

    @Slot(object)
    def _told_behind(self, behind: bool) -> None:  # noqa: FBT001 - a slot of a signal
        if behind and not self.running and self.hints.hearing:
            self._timer.start(_about(HINT_MS))

    @Slot(object)
    def _not_told(self, error: BaseException) -> None:
        """The file was closed in the meantime."""

    @Slot(object)
    def _records_changed(self, changes: Changes) -> None:
        if self._stopped:
            return
        news = bool(changes.kinds - {"outbox"})
        if self.running:
            # Somebody's own work may have come after its space was sent; what the round brought is no news to the hub.
            told = self._told[0] if isinstance(self._told, tuple) and self._told else self._told
            self._again = self._again or (news and changes is not told)
            return
        if news and (not self._timer.isActive() or self.failures == 0):
            self._timer.start(SOON_MS)
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


def _about(milliseconds: int) -> int:
    """That long, give or take half: desks do not come all at once."""
    return int(milliseconds * (0.5 + random.random()))  # noqa: S311 - jitter, no secret
