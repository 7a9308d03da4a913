"""Short messages: done with a way back, or in trouble with what to do. Neither stops the work."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.buttons import PushButton
from gpconnect.ui.parts.labels import label
from gpconnect.ui.parts.layout import FlowLayout, clear, column
from gpconnect.ui.parts.revealing import reveal

Following = tuple[str, Callable[[], object]] | None
"""What may well be done next: its words on a button, and what it does."""
STAYS_MS = 8000
CALL_MS = 60_000
"""What is to be done next often takes a phone call first: that notice stays a minute."""
_WORDS = 420
"""So much of the words of a notice stands on one line at least."""
_WIDEST = 16_777_215
_MOST_OF_WINDOW = 0.25
"""So much of the window's height may be banners; above it they fold."""


class Toast(QFrame):
    """Says below the page that something is done; stays while it is read or has the focus."""

    undone = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        text: str,
        undo: Callable[[], object] | None = None,
        following: Following = None,
        *,
        stays_ms: int = STAYS_MS,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self._undo = undo
        self._before: QWidget | None = None
        self._text = text
        self._words = label(text)
        self.undo_button = PushButton(self.tr("Ongedaan maken"), self.take_back)
        self.undo_button.setVisible(undo is not None)
        self.close_button = PushButton(self.tr("Sluiten"), self.dismiss, name=self.tr("Sluiten: melding"))
        self._following = following[1] if following is not None else None
        self.following_button = PushButton(following[0] if following is not None else "", self._go_on)
        self.following_button.setVisible(following is not None)
        self.following_button.setObjectName("toastFollowing")
        self._arrange()
        self.setAccessibleName(text)
        self._timer = QTimer(self, singleShot=True, interval=stays_ms if following is None else CALL_MS)
        self._timer.timeout.connect(self.dismiss)
        for button in (self.following_button, self.undo_button, self.close_button):
            button.installEventFilter(self)
        self._timer.start()
        self.show()

    def _arrange(self) -> None:
        """What can be done stands beside the words, and under them where the window is narrow or the text large."""
        now = theme.current()
        self._buttons = QWidget()
        flow = FlowLayout()
        for button in (self.following_button, self.undo_button, self.close_button):
            flow.addWidget(button)
        self._buttons.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(now.space(2), now.space(1), now.space(1), now.space(1))
        self._layout.setSpacing(now.space(1))
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        now = theme.current()
        words = min(QFontMetrics(now.font()).horizontalAdvance(self._text), now.px(_WORDS))
        beside = words + self._buttons.sizeHint().width() + now.space(4) <= self.width()
        needed = self._buttons.sizeHint().width()
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._buttons.setMinimumWidth(needed if beside else 0)
        self._buttons.setMaximumWidth(needed if beside else _WIDEST)

    def take_back(self) -> None:
        """Undo, and go."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
            self.undone.emit()
        self.dismiss()

    def _go_on(self) -> None:
        """Do what comes next, once, and go."""
        following, self._following = self._following, None
        self.dismiss()
        if following is not None:
            following()

    def dismiss(self) -> None:
        """Go without undoing; the keyboard goes back to where it came from."""
        self._timer.stop()
        at = QApplication.focusWidget()
        within = at is not None and self.isAncestorOf(at)
        self.hide()
        # A part of a page that went meanwhile is no longer among those of the window.
        back = next((one for one in self.window().findChildren(QWidget) if one is self._before), None)
        if within and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def focus(self) -> None:
        """Put the keyboard on what can be done here."""
        self._before = QApplication.focusWidget()
        target = self.close_button if self._undo is None else self.undo_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._timer.start()
        return super().eventFilter(watched, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Somebody points at it; a mouse that only rested where it came keeps nothing."""
        self._timer.stop()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


class NoticeStrip(QWidget):
    """Room of its own below the page: what is said there covers nothing that can be pressed or read.

    One notice at a time: the newest is about what was done last.
    """

    def __init__(self) -> None:
        super().__init__()
        now = theme.current()
        self._toast: Toast | None = None
        self._box = column(spacing=0)
        self._box.setContentsMargins(now.space(3), 0, now.space(3), now.space(1))
        self.setLayout(self._box)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None, following: Following) -> None:
        """Say that something is done, with its way back and what may well come next."""
        self.clear()
        toast = Toast(self, text, undo, following)
        toast.closed.connect(self._forget)
        self._box.addWidget(toast)
        self._toast = toast
        self.show()
        # The page became lower: what the keyboard is at stays in sight.
        if (at := QApplication.focusWidget()) is not None and not self.isAncestorOf(at):
            reveal(at)

    def clear(self) -> None:
        """Nothing is said any more."""
        if self._toast is not None:
            self._toast.dismiss()

    def focus(self) -> None:
        """Put the keyboard on what can be done about it."""
        if self._toast is not None:
            self._toast.focus()

    def _forget(self) -> None:
        if self.sender() in {None, self._toast}:
            self._toast = None
            self.hide()


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
        self._more: PushButton | None = None
        self._heading = label(title or f"{text.partition('. ')[0].rstrip('.')}.")
        self._heading.setFont(now.font(16, weight=600))
        self._heading.setVisible(bool(title))
        self._titled = bool(title)
        self._words = label(text)
        words.addWidget(self._heading)
        words.addWidget(self._words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.space(2), now.space(1.25), now.space(1), now.space(1.25))
        layout.setSpacing(now.space(2))
        layout.addLayout(words, 1)
        if action:
            layout.addWidget(PushButton(action, clicked))
        if closable:
            layout.addWidget(
                PushButton(self.tr("Sluiten"), self._close, role="quiet", name=self.tr("Sluiten: melding"))
            )
        self.setAccessibleName(" ".join(filter(None, (title, text))))

    def needs(self, width: int) -> int:
        """How high it is at this width with all of its words, in pixels."""
        now = theme.current()
        beside = sum(
            one.sizeHint().width() + now.space(2) for one in self.findChildren(PushButton) if one is not self._more
        )
        room_for_words = max(width - beside - now.space(3), now.px(120))
        lines = (self._heading, self._words) if self._titled else (self._words,)
        return sum(one.heightForWidth(room_for_words) for one in lines) + now.space(2.75)

    @property
    def folded(self) -> bool:
        """Whether only the first line shows."""
        return self._more is not None and self._words.isHidden()

    def fold(self, *, folded: bool) -> None:
        """Show the first line alone, with a button for the rest; or all of it again, without the button."""
        if self._more is None:
            if not folded:
                return
            self._more = PushButton("", self._turn, role="quiet")
            layout = self.layout()
            assert isinstance(layout, QHBoxLayout), "it was given one"
            layout.insertWidget(1, self._more)
        self._more.setVisible(folded)
        self._show_words(shown=not folded)

    def _turn(self) -> None:
        self._show_words(shown=self.folded)

    def _show_words(self, *, shown: bool) -> None:
        assert self._more is not None, "only what folds turns"
        self._words.setVisible(shown)
        self._heading.setVisible(self._titled or not shown)
        said = self.tr("Minder") if shown else self.tr("Meer")
        self._more.setText(said)
        self._more.setAccessibleName(f"{said}: {self._heading.text()}")

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()


class StandingBanners(QWidget):
    """Banners above every page that stay as long as what they tell does; hidden without any.

    Together they take at most a part of the window: with large text they fold to a line each, with a button for more.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Banner] = []
        self._folds = False
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
        self._shown, self._folds = banners, False
        self.setVisible(bool(banners))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Fold when all of it would leave the page too little room; what somebody opened stays open until then."""
        width = self.width() - 2 * theme.current().space(3)
        needed = sum(one.needs(width) for one in self._shown)
        folds = needed > _MOST_OF_WINDOW * self.window().height()
        if folds == self._folds:
            return
        self._folds = folds
        for one in self._shown:
            one.fold(folded=folds)
