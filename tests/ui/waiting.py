"""Waiting for a condition, never for a while."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

PATIENCE_MS = 5000


def until(condition: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
    """Handle events until the condition holds; fails when that takes too long."""
    deadline = QDeadlineTimer(patience_ms)
    while not condition():
        assert not deadline.hasExpired(), "the condition did not come to hold in time"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
