"""Short messages: done with a way back, or in trouble with what to do. Neither stops the work."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.buttons import PushButton
from gpconnect.ui.parts.labels import label
from gpconnect.ui.parts.layout import clear, column

STAYS_MS = 8000


class Toast(QFrame):
    """Says at the bottom of the window that something is done; stays while it is read or has the focus."""

    undone = Signal()
    closed = Signal()

    def __init__(
        self, parent: QWidget, text: str, undo: Callable[[], object] | None = None, *, stays_ms: int = STAYS_MS
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._undo = undo
        self.window_part = parent
        now = theme.current()
        words = label(text)
        words.setMinimumWidth(min(QFontMetrics(now.font()).horizontalAdvance(text) + 2, now.px(420)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.space(2), now.space(1), now.space(1), now.space(1))
        layout.setSpacing(now.space(2))
        layout.addWidget(words, 1)
        self.undo_button = PushButton(self.tr("Ongedaan maken"), self.take_back)
        self.undo_button.setVisible(undo is not None)
        self.close_button = PushButton(self.tr("Sluit"), self.dismiss, name=self.tr("Sluit melding"))
        layout.addWidget(self.undo_button)
        layout.addWidget(self.close_button)
        self.setAccessibleName(text)
        self._timer = QTimer(self, singleShot=True, interval=stays_ms)
        self._timer.timeout.connect(self.dismiss)
        for button in (self.undo_button, self.close_button):
            button.installEventFilter(self)
        parent.installEventFilter(self)
        self._timer.start()
        # In its place before it is seen: at the corner it could land under a resting mouse and never leave.
        self.place()
        self.show()

    def take_back(self) -> None:
        """Undo, and go."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
            self.undone.emit()
        self.dismiss()

    def dismiss(self) -> None:
        """Go without undoing."""
        self._timer.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def focus(self) -> None:
        """Put the keyboard on what can be done here."""
        target = self.close_button if self._undo is None else self.undo_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stand at the bottom middle of the parent, above the strip."""
        parent = self.window_part
        now = theme.current()
        width = min(max(self.sizeHint().width(), now.px(320)), parent.width() - now.space(4))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - now.space(6), width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window_part:
            if event.type() == QEvent.Type.Resize:
                self.place()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._timer.start()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


class Banner(QFrame):
    """Above a page: what happened, what is safe, what to do."""

    closed = Signal()

    def __init__(
        self,
        text: str,
        *,
        tone: str = "danger",
        title: str = "",
        action: str = "",
        clicked: Callable[..., object] | None = None,
        closable: bool = True,
    ) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        now = theme.current()
        words = column(spacing=0.25)
        if title:
            heading = label(title)
            heading.setFont(now.font(16, weight=600))
            words.addWidget(heading)
        words.addWidget(label(text))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.space(2), now.space(1.25), now.space(1), now.space(1.25))
        layout.setSpacing(now.space(2))
        layout.addLayout(words, 1)
        if action:
            layout.addWidget(PushButton(action, clicked))
        if closable:
            layout.addWidget(PushButton(self.tr("Sluit"), self._close, role="quiet", name=self.tr("Sluit melding")))
        self.setAccessibleName(" ".join(filter(None, (title, text))))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()


class StandingBanners(QWidget):
    """Banners above every page that stay as long as what they tell does; hidden without any."""

    def __init__(self) -> None:
        super().__init__()
        now = theme.current()
        self._banners = column(spacing=1)
        self._banners.setContentsMargins(now.space(3), now.space(2), now.space(3), 0)
        self.setLayout(self._banners)
        self.hide()

    def show_banners(self, banners: list[Banner]) -> None:
        """These in the place of those that were there."""
        clear(self._banners)
        for banner in banners:
            self._banners.addWidget(banner)
        self.setVisible(bool(banners))
