"""Says when a new minute begins, as long as somebody looks."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

_MINUTE_MS = 60_000


class MinuteClock(QTimer):
    """Moves the line of this moment; stands still while the page is hidden."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.timeout.connect(self._tick)

    def start(self) -> None:  # type: ignore[override]  # without an interval of the caller's
        """Wait for the next whole minute."""
        at = datetime.now(UTC)
        super().start(_MINUTE_MS - at.second * 1000 - at.microsecond // 1000)

    def _tick(self) -> None:
        self.ticked.emit()
        self.start()
