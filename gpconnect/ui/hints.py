"""What the hub whispers between rounds, brought from the listening thread to the one that draws."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from gpconnect.services import hearing, syncing


class Hints(QObject):
    """Listens to one hub at a time, from `listen` to `stop`."""

    came = Signal(object)
    """How far spaces are, by space; from a hub that nobody has to believe."""
    turned = Signal(bool)
    """The hub can be heard from now on, or no longer."""
    _called = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hearing = False
        self._ear: hearing.Ear | None = None
        self._called.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def listen(self, known: syncing.Connection) -> None:
        """Listen to this hub, and to no other."""
        if self._ear is not None and self._ear.url == known.url:
            return
        self.stop()
        self._ear = hearing.Ear(known, self._called.emit)
        self.destroyed.connect(self._ear.stop)
        self._ear.start()

    def stop(self) -> None:
        """Hang up; nothing is said of it any more."""
        ear, self._ear = self._ear, None
        self.hearing = False
        if ear is not None:
            ear.stop()

    @Slot()
    def _take(self) -> None:
        if self._ear is None:
            return
        before = self.hearing
        self.hearing, heard = self._ear.take()
        if before != self.hearing:
            self.turned.emit(self.hearing)
        if heard:
            self.came.emit(heard)
