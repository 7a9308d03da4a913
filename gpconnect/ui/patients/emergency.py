"""A dossier that is read in an emergency: how long it stays open, and that it is for reading only."""

import math
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from gpconnect.ui import theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import PushButton, StatusBadge, column, label, line

_TICK_MS = 10_000


class EmergencyBar(QFrame):
    """Stands above the dossier for as long as the emergency lasts; says so when it is over."""

    ended = Signal()
    """The hour is over, or who looked says that they are done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "attention")
        self.setObjectName("emergencyBar")
        self._desk = desk
        self._until: datetime | None = None
        self.badge = StatusBadge("", "attention", ground=False)
        self.badge.setObjectName("emergencyLeft")
        why = label(
            self.tr(
                "Je kunt alleen lezen. Je reden staat in de lijst van wie er keek: de casusregisseur beoordeelt die en "
                "het gezin mag hem lezen."
            )
        )
        self.done = PushButton(self.tr("Klaar met lezen"), self._end)
        self.done.setObjectName("emergencyDone")
        now = theme.current()
        words = QWidget()
        words.setLayout(column(self.badge, why, spacing=0.5))
        layout = line(words, self.done)
        layout.setStretch(0, 1)
        layout.setContentsMargins(now.space(2), now.space(1.25), now.space(2), now.space(1.25))
        self.setLayout(layout)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.hide()

    def show_until(self, until: datetime | None) -> None:
        """Count down to this moment; None for a dossier that needs no emergency."""
        self._until = until
        self.setVisible(until is not None)
        if until is None:
            self._timer.stop()
            return
        self._timer.start()
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Say how long it is still, and end when it is over."""
        if self._until is None:
            return
        left = math.ceil((self._until - self._desk.clock()).total_seconds() / 60)
        if left <= 0:
            self._end()
            return
        words = (
            self.tr("Met spoed geopend, nog 1 minuut")
            if left == 1
            else self.tr("Met spoed geopend, nog {n} minuten").format(n=left)
        )
        if words != self.badge.text():
            self.badge.set(words, "attention")

    @Slot()
    def _end(self) -> None:
        self.show_until(None)
        self.ended.emit()
