"""One line at the bottom that says in words whether all is saved and synced, and when the desk locks."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from gpconnect.ui import shortcuts, text, theme
from gpconnect.ui.parts.labels import KeyHint, StatusBadge, label


class StatusStrip(QFrame):
    """Saved, synced, locks; never only a colour or an icon."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        now = theme.current()
        self._saved = StatusBadge(ground=False)
        self._sync = label("", "small", wrap=False)
        self._lock = label("", "small", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.space(1), now.px(3), now.space(2), now.px(3))
        layout.setSpacing(now.space(1))
        layout.addWidget(self._saved)
        layout.addSpacing(now.space(1))
        layout.addWidget(self._sync)
        layout.addStretch(1)
        layout.addWidget(self._lock)
        layout.addWidget(KeyHint(shortcuts.sequence("lock")))
        self.show_saved(saved=True)
        self.show_sync(None, 0)
        self.show_lock(5)

    def show_saved(self, *, saved: bool) -> None:
        if saved:
            self._saved.set(self.tr("Alles opgeslagen"), "good")
        else:
            self._saved.set(self.tr("Bezig met opslaan"), "neutral")

    def show_sync(self, last: datetime | None, waiting: int, trouble: str = "") -> None:
        """When this device last spoke with the hub and how many items wait to be sent."""
        if last is None:
            spoken = self.tr("Nog niet gesynct")
        else:
            spoken = self.tr("Gesynct om {time}").format(time=text.clock(last))
        if waiting == 0:
            waits = self.tr("niets wacht")
        else:
            waits = text.count(waiting, self.tr("wijziging wacht"), self.tr("wijzigingen wachten"))
        self._sync.setText(text.join(trouble or spoken, waits))

    def show_lock(self, minutes: int) -> None:
        words = self.tr("Vergrendelt na {n} min").format(n=minutes) if minutes else self.tr("Vergrendelt met")
        self._lock.setText(words)

    def words(self) -> str:
        """All the strip says, for tests and screen readers."""
        return text.join(self._saved.text(), self._sync.text(), self._lock.text())
