"""A push button that can show its key and its icon."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from gpconnect.ui import text as said
from gpconnect.ui import theme


class PushButton(QPushButton):
    """A button: `role` is "" (plain), "primary" (one per screen), "quiet" (text only) or "danger".

    `key` is shown as a small tag, "Ctrl I", and made the button's shortcut only when `bind_key` says so: the
    window's own keys are bound in one place.
    """

    def __init__(
        self,
        text: str,
        clicked: Callable[..., object] | None = None,
        *,
        role: str = "",
        key: str = "",
        name: str = "",
        bind_key: bool = False,
    ) -> None:
        super().__init__(text)
        self._key = key
        self.setProperty("role", role)
        self.setAccessibleName(name or text.replace("&", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if key:
            self.setAccessibleDescription(said.spoken_keys(key))
        if key and bind_key:
            self.setShortcut(key)
        if clicked is not None:
            self.clicked.connect(clicked)

    def setText(self, text: str) -> None:
        """Other words; a name of its own stays, one that followed the words follows them."""
        if self.accessibleName() == self.text().replace("&", ""):
            self.setAccessibleName(text.replace("&", ""))
        super().setText(text)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._key:
            size.setWidth(size.width() + self._tag_width() + theme.current().space(0.5))
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._key:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        shift = self._tag_width() + theme.current().space(0.5)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = self.rect().adjusted(0, 0, -shift, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        text_width = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        left = (self.width() - shift + text_width) // 2 + theme.current().space(0.75)
        self._draw_tag(painter, left)

    def _tag_width(self) -> int:
        now = theme.current()
        return QFontMetrics(now.font(12)).horizontalAdvance(self._shown_key()) + now.px(12)

    def _shown_key(self) -> str:
        return said.keys(self._key)

    def _draw_tag(self, painter: QPainter, left: int) -> None:
        now = theme.current()
        height = now.px(18)
        tag = QRect(left, (self.height() - height) // 2, self._tag_width(), height)
        primary = self.property("role") == "primary" and self.isEnabled()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.color("on_accent" if primary else "line"))
        painter.setBrush(now.color("accent" if primary else "raised"))
        painter.drawRoundedRect(tag.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), now.px(4), now.px(4))
        painter.setFont(now.font(12))
        painter.setPen(now.color("on_accent" if primary else "muted"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._shown_key())
