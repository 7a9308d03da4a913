"""Work that may take longer than a blink runs here, never in the thread that draws.

Two queues of one thread each: `records` opens the one connection to the file and alone uses it, `network` has
no connection at all. Outcomes come back as signals in the thread that draws, to bound methods, so that a
page that has gone simply hears nothing.
"""

import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError

P = ParamSpec("P")
LET_IN_FRONT = 20
"""How many answers to others a piece of work that gives way lets go first."""


class Job(QObject):
    """One piece of work under way."""

    done = Signal(object)
    failed = Signal(object)
    never_ran = Signal()
    """It was cancelled before its turn came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.has_own_handler = False
        self.cancelled = False
        self.future: Future[Any] | None = None

    def then(self, method: Callable[..., object]) -> "Job":
        """Call a bound method with the result."""
        self.done.connect(method)
        return self

    def otherwise(self, method: Callable[..., object]) -> "Job":
        """Call a bound method with the error, instead of showing the usual banner."""
        self.has_own_handler = True
        self.failed.connect(method)
        return self

    def cancel(self) -> None:
        """Do not start it if it has not started, and say nothing of the outcome if it has."""
        self.cancelled = True
        if self.future is not None and self.future.cancel():
            self.never_ran.emit()


class Tasks(QObject):
    """The two queues, and the one place that says what has changed."""

    changed = Signal(object)
    """A `Changes`, once per committed write."""
    troubled = Signal(object)
    """A `KnownError` for which the page had no answer of its own."""
    refused = Signal(object)
    """Every `KnownError`, also one that a page answers itself; for who watches the file."""
    busy = Signal(bool)
    _settled = Signal(object, object, object)
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records = ThreadPoolExecutor(1, thread_name_prefix="records")
        self._network = ThreadPoolExecutor(1, thread_name_prefix="network")
        self._copies = ThreadPoolExecutor(1, thread_name_prefix="copies")
        self._pending: set[Job] = set()
        self._aside: set[Job] = set()
        self._asked: set[Job] = set()
        self._partings: dict[Job, Callable[[], object]] = {}
        self._giving_way: deque[tuple[Job, Callable[[Any], object], int]] = deque()
        self._session: Any = None
        self._closer: Callable[[Any], object] | None = None
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def open(self, opener: Callable[[], Any], closer: Callable[[Any], object]) -> Job:
        """Open the file in the records thread; `done` carries the session so that its facts can be read."""
        self._closer = closer
        return self._submit(self._records, self._open, opener)

    def run(self, fn: Callable[Concatenate[Any, P], object], /, *args: P.args, **kwargs: P.kwargs) -> Job:
        """Run ``fn(session, …)`` in the records thread."""
        return self._submit(self._records, self._with_session, fn, *args, **kwargs)

    def give_way(self, fn: Callable[[Any], object]) -> Job:
        """Run ``fn(session)`` in the records thread when nobody waits there; a few may go first, not everybody.

        For long work in small pieces: who clicks waits for one piece at most, however much their page asks.
        """
        job = self._entered()
        self._giving_way.append((job, fn, LET_IN_FRONT))
        self._take_turns()
        return job

    def fetch(self, fn: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Job:
        """Run ``fn(…)`` in the network thread, without the file."""
        return self._submit(self._network, fn, *args, **kwargs)

    def part(self, fn: Callable[[], object]) -> Job:
        """Run ``fn()`` in the network thread as a farewell: it is said as well when everything ends before its turn."""
        job = self.fetch(fn)
        self._partings[job] = fn
        return job

    def aside(self, fn: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Job:
        """Run ``fn(…)`` in the thread for copies and checks: it may take minutes, and nobody is busy meanwhile."""
        job = self._made()
        self._aside.add(job)
        job.future = self._copies.submit(self._work, job, fn, args, kwargs)
        return job

    def lock(self) -> Job:
        """Close the file and forget the key; a next `open` goes on with the same queues."""
        return self._submit(self._records, self._close_session)

    def closed(self, fn: Callable[[], object]) -> Job:
        """Run ``fn()`` where the file is owned, once it is closed and nothing beside reads it: after `lock`."""
        return self._submit(self._records, self._closed, fn)

    def idle(self, timeout_ms: int = 5000) -> bool:
        """Handle events until both queues are empty, also of what an answer starts; False when that took too long."""
        guard = QTimer(singleShot=True)
        guard.start(timeout_ms)
        while (self._pending or self._aside) and guard.isActive():
            loop = QEventLoop()
            guard.timeout.connect(loop.quit)
            self.busy.connect(loop.quit)
            self._ended.connect(loop.quit)
            loop.exec()
            self._ended.disconnect(loop.quit)
            self.busy.disconnect(loop.quit)
            guard.timeout.disconnect(loop.quit)
        return not self._pending and not self._aside

    def close(self) -> None:
        """Finish what is running, drop what waits, close the file."""
        self._network.shutdown(wait=False, cancel_futures=True)
        self._records.submit(self._close_session)
        self._records.shutdown(wait=True)
        self._network.shutdown(wait=True)
        for job, part in self._partings.items():
            if job.future is not None and job.future.cancelled():
                part()
        self._copies.shutdown(wait=True, cancel_futures=True)
        self._pending.clear()
        self._aside.clear()
        self._asked.clear()
        self._partings.clear()
        self._giving_way.clear()

    def _submit(self, queue: ThreadPoolExecutor, fn: Callable[..., object], /, *args: object, **kwargs: object) -> Job:
        job = self._entered()
        if queue is self._records:
            self._asked.add(job)
        job.future = queue.submit(self._work, job, fn, args, kwargs)
        return job

    def _entered(self) -> Job:
        job = self._made()
        self._pending.add(job)
        if len(self._pending) == 1:
            self.busy.emit(True)
        return job

    def _take_turns(self) -> None:
        """The first that gives way has its turn, when nobody waits or enough went in front of it."""
        if not self._giving_way:
            return
        job, fn, patience = self._giving_way.popleft()
        if self._asked and patience and not job.cancelled:
            self._giving_way.appendleft((job, fn, patience - 1))
        elif job.cancelled:
            self._settled.emit(job, None, None)
        else:
            self._asked.add(job)
            job.future = self._records.submit(self._work, job, self._with_session, (fn,), {})

    def _made(self) -> Job:
        job = Job(self)
        job.never_ran.connect(self._forget)
        return job

    def _work(self, job: Job, fn: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
        """Runs in a queue's thread: whatever happens is carried back, because nobody waits for the future."""
        try:
            result = fn(*args, **kwargs)
        except BaseException as error:  # noqa: BLE001 - the thread that draws decides what an error means
            self._settled.emit(job, None, error)
        else:
            self._settled.emit(job, result, None)

    def _open(self, opener: Callable[[], Any]) -> Any:
        self._close_session()
        self._session = opener()
        return self._session

    def _with_session(self, fn: Callable[..., object], /, *args: object, **kwargs: object) -> object:
        if self._session is None:
            raise KnownError("session.closed")
        return fn(self._session, *args, **kwargs)

    def _closed(self, fn: Callable[[], object]) -> object:
        self._close_session()
        self._copies.submit(int).result()  # one thread: when this had its turn, the last copy or check has ended
        return fn()

    def _close_session(self) -> None:
        session, self._session = self._session, None
        if session is not None and self._closer is not None:
            self._closer(session)

    def _settle(self, job: Job, result: object, error: BaseException | None) -> None:
        beside = job in self._aside
        self._aside.discard(job)
        self._pending.discard(job)
        self._asked.discard(job)
        self._partings.pop(job, None)
        if not job.cancelled:
            if error is None:
                job.done.emit(result)
            else:
                self._fail(job, error)
        # A write counts even when the page that asked for it has cancelled or gone.
        if (changes := _changes_in(result)) is not None:
            self.changed.emit(changes)
        job.deleteLater()
        self._take_turns()
        if not self._pending and not beside:
            self.busy.emit(False)
        self._ended.emit()

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._settled.emit(job, None, None)

    def _fail(self, job: Job, error: BaseException) -> None:
        job.failed.emit(error)
        if not isinstance(error, KnownError):
            sys.excepthook(type(error), error, error.__traceback__)
            return
        self.refused.emit(error)
        if not job.has_own_handler:
            self.troubled.emit(error)


def _changes_in(result: object) -> Changes | None:
    first = result[0] if isinstance(result, tuple) and result else result
    return first if isinstance(first, Changes) and first.kinds else None
