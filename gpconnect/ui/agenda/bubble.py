"""Words beside a place on the timeline: why something cannot be put down there."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from gpconnect.ui import theme


class Bubble(QLabel):
    """Stands under the place it is about, or above it where there is no room, and is told aloud."""

    def __init__(self, glass: QWidget) -> None:
        super().__init__(glass)
        self.setProperty("role", "refused")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName("agendaRefused")
        self._glass = glass
        self.hide()

    def say(self, words: str, box: QRect, listener: QWidget) -> None:
        """Say this about the place in `box`, to a screen reader at `listener`."""
        now, glass = theme.current(), self._glass
        self.setText(words)
        self.setFixedWidth(min(now.px(300), glass.width() - now.px(16)))
        self.adjustSize()
        left = min(box.left(), glass.width() - self.width() - now.px(8))
        below = box.bottom() + now.px(4)
        fits = below + self.height() <= glass.height()
        self.move(max(0, left), below if fits else max(0, box.top() - self.height()))
        self.show()
        self.raise_()
        said = QAccessibleAnnouncementEvent(listener, words)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)
