"""The line that shows where in the day we are."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gpconnect.ui import theme


class NowLine(QWidget):
    """The line of this moment between two rows, with its time in a tag; lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        font = now.font(13, weight=600)
        width = QFontMetrics(font).horizontalAdvance(self._time) + now.px(12)
        painter.fillRect(QRect(0, self.height() // 2 - 1, self.width(), 2), now.color("danger"))
        tag = QRectF(now.px(6), 0, width, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("danger"))
        painter.drawRoundedRect(tag, now.px(3), now.px(3))
        painter.setFont(font)
        painter.setPen(now.color("panel"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._time)
