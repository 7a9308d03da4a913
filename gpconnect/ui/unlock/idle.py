"""Notices that nobody has touched keyboard or mouse for a while, also when the computer slept meanwhile."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog

from gpconnect.ui import shortcuts

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_LOOK_EVERY_S = 2.0
"""A timer stands still while the computer sleeps, so the clocks are compared at least this often."""


class IdleWatch(QObject):
    """Says `expired` after so many minutes without a sign of life; 0 minutes never does.

    Two clocks are asked, and the longer time counts: the steady one, which nobody can set, and that of the wall, which
    goes on while the computer sleeps. The first key or mouse after a long sleep finds out as well, before it does
    anything else. Over a dialog that waits for an answer, where the window hears no keys, the key for locking counts
    as going away at once.
    """

    expired = Signal()

    def __init__(self, minutes: float, parent: QObject | None = None, *, wall: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._wall = wall
        self._allowed = 0.0
        self._swallows = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: float) -> None:
        """Watch from now on with this patience; 0 stops watching."""
        self._allowed = minutes * 60
        self.stop()
        if minutes:
            self._live()
            self._wait(self._allowed)
            # Only now: every event of the program passes through here.
            if (app := QApplication.instance()) is not None:
                app.installEventFilter(self)

    def stop(self) -> None:
        """There is nothing to watch over: the file is closed."""
        self._timer.stop()
        if (app := QApplication.instance()) is not None and not self._swallows:
            app.removeEventFilter(self)

    def is_watching(self) -> bool:
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            if self._swallows:
                return True
            if self._timer.isActive():
                if self._left() <= 0 or _locks_over_a_dialog(event):
                    self._expire()
                    return True
                self._live()
        return super().eventFilter(watched, event)

    @Slot()
    def _look(self) -> None:
        left = self._left()
        if left > 0:
            self._wait(left)
        else:
            self._expire()

    def _expire(self) -> None:
        # What woke the computer was meant for a screen that nobody had seen yet: it ends here.
        self._swallows = True
        QTimer.singleShot(0, self._rest)
        self._timer.stop()
        self.expired.emit()

    @Slot()
    def _rest(self) -> None:
        self._swallows = False
        if not self._timer.isActive():
            self.stop()

    def _live(self) -> None:
        self._seen = (time.monotonic(), self._wall())

    def _left(self) -> float:
        """Seconds of patience that are left."""
        steady, wall = self._seen
        return self._allowed - max(time.monotonic() - steady, self._wall() - wall)

    def _wait(self, seconds: float) -> None:
        self._timer.start(max(1, round(min(seconds, _LOOK_EVERY_S) * 1000)))


def _locks_over_a_dialog(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or not isinstance(QApplication.activeModalWidget(), QDialog):
        return False
    return QKeySequence(event.keyCombination()) == QKeySequence(shortcuts.sequence("lock"))
