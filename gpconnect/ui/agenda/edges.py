"""A booking that is held against a side of the agenda turns the week, as an arrow key at the end of it would."""

from PySide6.QtCore import QObject, QTimer, Signal

EDGE = 28
"""A booking that is dragged so near to the edge wants to go on."""
SIDE = 14
"""So near to the right side there is nothing left to put it down in."""
TURN_MS = 800
"""So long it is held there before the week turns, and again until it turns once more."""


class EdgeTurner(QTimer):
    """Waits as long as a booking is held against a side, so that passing by turns nothing."""

    turned = Signal(int)
    """To the week before (-1) or after (1)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(TURN_MS)
        self._by = 0
        self.timeout.connect(self._turn)

    def hold(self, by: int) -> None:
        """Held against the left (-1) or the right (1), or against neither (0)."""
        if by == self._by:
            return
        self._by = by
        if by:
            self.start()
        else:
            self.stop()

    def _turn(self) -> None:
        self.turned.emit(self._by)
