"""One line at the bottom that says in words whether all is saved and synced, and when the desk locks."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from gpconnect.ui import shortcuts, sync_words, text, theme
from gpconnect.ui.parts.labels import KeyHint, StatusBadge, label


class _OneLine(QLabel):
    """Words on one line that give way when there is no room: shortened to the eye, whole to who listens."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class StatusStrip(QFrame):
    """Saved, synced, locks; never only a colour or an icon."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        now = theme.current()
        self._unsaved: set[str] = set()
        self._read_only = False
        self._saved = StatusBadge(ground=False)
        self._sync = _OneLine()
        self._clock = label("", "small", wrap=False)
        self._lock = label("", "small", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.space(1), now.px(3), now.space(2), now.px(3))
        layout.setSpacing(now.space(1))
        layout.addWidget(self._saved)
        layout.addSpacing(now.space(1))
        layout.addWidget(self._sync)
        layout.addSpacing(now.space(1))
        layout.addWidget(self._clock)
        layout.addStretch(1)
        layout.addWidget(self._lock)
        layout.addWidget(KeyHint(shortcuts.sequence("lock")))
        self.show_saved(saved=True)
        self.show_sync(None, 0)
        self.show_clock(0)
        self.show_lock(5)

    @Slot(bool)
    def show_busy(self, busy: bool) -> None:  # noqa: FBT001 - the signal brings a plain boolean
        """Whether something is under way."""
        self.show_saved(saved=not busy)

    @Slot(str, bool)
    def show_unsaved(self, key: str, waits: bool) -> None:  # noqa: FBT001 - the signal brings a plain boolean
        """Something typed under this key waits to be kept, or has been."""
        (self._unsaved.add if waits else self._unsaved.discard)(key)
        self.show_saved(saved=self._all_saved)

    def has_unsaved(self) -> bool:
        """Whether something typed still waits to be kept."""
        return bool(self._unsaved)

    def forget_unsaved(self) -> None:
        """The pages that would say that it is kept have gone."""
        self._unsaved.clear()
        self.show_saved(saved=self._all_saved)

    @Slot(bool)
    def show_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - the signal brings a plain boolean
        """Whether the disk is full, so that nothing new is kept but what is being typed."""
        self._read_only = read_only
        self.show_saved(saved=self._all_saved)

    def show_saved(self, *, saved: bool) -> None:
        """All is kept, or something is under way; what is being typed comes before both, and a full disk before it."""
        self._all_saved = saved
        if self._unsaved:
            self._saved.set(self.tr("Wordt bewaard …"), "neutral")
        elif self._read_only:
            self._saved.set(self.tr("Alleen lezen"), "attention")
        elif saved:
            self._saved.set(self.tr("Alles opgeslagen"), "good")
        else:
            self._saved.set(self.tr("Bezig met opslaan"), "neutral")
        # Always on one line: a badge may wrap, but here there is no second line to see.
        self._saved.setMinimumWidth(self._saved.sizeHint().width())

    def show_sync(
        self, last: datetime | None, waiting: int, trouble: str = "", *, again: datetime | None = None, now: str = ""
    ) -> None:
        """When this device last spoke with the hub and how many items wait to be sent.

        Args:
            last: when that was.
            waiting: how many.
            trouble: a whole sentence: the strip says what happened, and the rest to who points at it or listens.
            again: when it is tried again by itself.
            now: what is going on that is no ordinary round, in a few words.
        """
        if now:
            spoken = now
        elif last is None:
            spoken = self.tr("Nog niet gesynct")
        else:
            spoken = self.tr("Gesynct om {time}").format(time=text.clock(last))
        if waiting == 0:
            waits = self.tr("niets wacht")
        elif trouble:
            waits = text.count(waiting, self.tr("wacht"), self.tr("wachten"))
        else:
            waits = text.count(waiting, self.tr("wijziging wacht"), self.tr("wijzigingen wachten"))
        why = sync_words.shortly(trouble)
        retry = self.tr("opnieuw om {time}").format(time=text.clock(again)) if again else ""
        self._sync.setText(text.join(self.tr("Synchroniseren lukt niet") if trouble else spoken, waits, why, retry))
        self._sync.setToolTip(trouble)
        self._sync.setAccessibleDescription(trouble)

    def show_clock(self, minutes: int) -> None:
        """How many minutes this computer's clock is ahead of the hub's, or behind when negative."""
        if minutes > 0:
            self._clock.setText(self.tr("De klok van deze computer loopt {n} min voor").format(n=minutes))
        else:
            self._clock.setText(self.tr("De klok van deze computer loopt {n} min achter").format(n=-minutes))
        self._clock.setVisible(minutes != 0)

    def show_lock(self, minutes: int) -> None:
        words = self.tr("Vergrendelt na {n} min").format(n=minutes) if minutes else self.tr("Vergrendelt met")
        self._lock.setText(words)

    def words(self) -> str:
        """All the strip says, for tests and screen readers."""
        clock = self._clock.text() if not self._clock.isHidden() else ""
        return text.join(self._saved.text(), self._sync.text(), clock, self._lock.text())
