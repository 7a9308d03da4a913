"""The line that shows where in the day we are."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gpconnect.ui import theme

_TAG_FROM = 220
"""A narrower slot needs all its room for the name."""


class NowLine(QWidget):
    """The line of this moment with its time in a tag; lets every click through."""

    def __init__(self, parent: QWidget, *, at_right: bool = False) -> None:
        super().__init__(parent)
        self._at_right = at_right
        self._time = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_time(self, time: str) -> None:
        self._time = time
        self.setVisible(bool(time))
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(60), now.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        middle = self.height() // 2
        font = now.font(13, weight=600)
        width = self._tag_width()
        left = self.width() - width - now.px(6) if self._at_right else now.px(6)
        tag = QRectF(left, 0, width, self.height())
        for start, end in self._strokes(tag):
            painter.fillRect(QRect(start, middle - 1, end - start, 2), now.color("danger"))
        if self._is_narrow():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("danger"))
        painter.drawRoundedRect(tag, now.px(3), now.px(3))
        painter.setFont(font)
        painter.setPen(now.color("panel"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._time)

    def _strokes(self, tag: QRectF) -> list[tuple[int, int]]:
        """Between rows the line runs through; over a slot it leaves the words alone."""
        if not self._at_right:
            return [(0, self.width())]
        now = theme.current()
        if self._is_narrow():
            return [(0, now.px(8)), (self.width() - now.px(6), self.width())]
        return [(0, now.px(8)), (int(tag.left()) - now.px(12), self.width())]

    def reserved(self) -> int:
        """The width at the right that words must leave free where this line passes."""
        return 0 if self._is_narrow() else self._tag_width() + theme.current().px(20)

    def _tag_width(self) -> int:
        now = theme.current()
        return QFontMetrics(now.font(13, weight=600)).horizontalAdvance(self._time) + now.px(12)

    def _is_narrow(self) -> bool:
        """Beside a name there is no room for the time; two strokes at the edges stay."""
        return self._at_right and self.width() < theme.current().px(_TAG_FROM)
