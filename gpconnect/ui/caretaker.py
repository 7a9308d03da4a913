"""Looks after the file while nobody needs it: the daily copy, the monthly check, copies whose time has come.

Copies and checks run in a thread of their own on connections of their own; what the file itself is asked for takes
milliseconds. So it does not matter when somebody comes back to work in the middle of one.
"""

import time
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from gpconnect.domain.errors import KnownError
from gpconnect.services import keeping, taking
from gpconnect.ui.desk import Desk

IDLE_S = 30.0
LOOK_EVERY_MS = 20_000
TELL_EVERY_MS = 100
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Progress:
    """How far some work is, written by the thread that does it and read by the one that draws."""

    def __init__(self) -> None:
        self.at: tuple[str, int, int] = ("", 0, 0)
        self.stopped = Event()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Keep how far it is.

        Raises:
            KnownError: ``work.stopped``, somebody wants it to stop.
        """
        if self.stopped.is_set():
            raise KnownError(keeping.STOPPED)
        self.at = (stage, done, total)

    def stop(self) -> None:
        """Somebody wants it to stop; it does at its next step."""
        self.stopped.set()


class Caretaker(QObject):
    """One copy or check at a time, by itself or because somebody asks."""

    began = Signal(str)
    """``copy``, ``check`` or ``tidy``."""
    progressed = Signal(str, int, int)
    """Stage, done, total; see `gpconnect.services.keeping.Watch`."""
    ended = Signal(str, object)
    """What ended, and the error it ended with, or None."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self.desk = desk
        self.running = ""
        self._progress = Progress()
        self._task: keeping.Task | None = None
        self._last_sign = time.monotonic()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_when_idle)
        self._teller = QTimer(self, interval=TELL_EVERY_MS)
        self._teller.timeout.connect(self._tell)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def start(self) -> None:
        """The desk is open: look now and then whether something is due."""
        self._last_sign = time.monotonic()
        self._timer.start()
        self._warn()
        self._make_findable(more=True)

    def stop(self) -> None:
        """The desk is being left: nothing new, and what runs ends at its next step and leaves nothing behind."""
        self._timer.stop()
        self.cancel()

    @Slot()
    def cancel(self) -> None:
        """Stop what runs; a copy that is not ready leaves nothing."""
        self._progress.stop()

    @Slot()
    def look(self) -> None:
        """Ask whether something is due, and do it."""
        if not self.running:
            self.desk.tasks.run(keeping.due).then(self._due)

    def copy(self, target: Path | None = None) -> bool:
        """Make a copy now; False when something else runs."""
        return self._begin("copy", lambda watch: keeping.copying(target, watch))

    def check(self, *, automatic: bool = False) -> bool:
        """Check the file now; False when something else runs."""
        return self._begin("check", lambda watch: keeping.checking(watch, automatic=automatic))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last_sign = time.monotonic()
        return super().eventFilter(watched, event)

    @Slot(object)
    def _make_findable(self, more: object) -> None:
        """What a round that broke off left unread is found after all, also where there is no hub any more."""
        if more:
            self.desk.tasks.run(taking.make_findable).then(self._make_findable).otherwise(self._not_now)

    @Slot(object)
    def _not_now(self, _error: BaseException) -> None:
        """The disk is full, or the file was closed meanwhile: the next opening does it."""

    @Slot()
    def _look_when_idle(self) -> None:
        if time.monotonic() - self._last_sign >= IDLE_S:
            self.look()

    @Slot(object)
    def _due(self, what: str) -> None:
        if what == "copy":
            self.copy()
        elif what == "check":
            self.check(automatic=True)
        elif what == "tidy":
            self._begin("tidy", lambda _watch: keeping.tidying())

    def _begin(self, name: str, make: keeping.MakeTask) -> bool:
        if self.running:
            return False
        self.running = name
        self._progress = Progress()
        self._task = make(self._progress)
        self.began.emit(name)
        self._teller.start()
        self._advance(None)
        return True

    @Slot(object)
    def _advance(self, result: object) -> None:
        if self._task is None:
            return
        try:
            step = self._task.send(result)
        except StopIteration:
            self._end(None)
        except KnownError as error:
            self._end(error)
        else:
            self._do(step)

    @Slot(object)
    def _step_failed(self, error: BaseException) -> None:
        if self._task is None:
            return
        try:
            step = self._task.throw(error)
        except StopIteration:
            self._end(None)
        except Exception as known:  # noqa: BLE001 - a bug was already reported by the queue; here the work just ends
            self._end(known)
        else:
            self._do(step)

    def _do(self, step: keeping.FileStep | keeping.AsideStep) -> None:
        tasks = self.desk.tasks
        job = tasks.run(step.work) if isinstance(step, keeping.FileStep) else tasks.aside(step.work)
        job.then(self._advance).otherwise(self._step_failed)

    def _end(self, error: BaseException | None) -> None:
        name, self.running, self._task = self.running, "", None
        self._teller.stop()
        self.ended.emit(name, error)
        if error is None and not self._progress.stopped.is_set():
            self._warn()

    def _warn(self) -> None:
        self.desk.tasks.run(keeping.warning).then(self._warned)

    @Slot(object)
    def _warned(self, warning: KnownError | None) -> None:
        if warning is not None:
            self.desk.trouble(warning)

    @Slot()
    def _tell(self) -> None:
        self.progressed.emit(*self._progress.at)
