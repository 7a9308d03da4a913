"""Buttons for small hands: at least 64 px high, words that wrap, faces for young children."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy

from gpconnect.ui import theme
from gpconnect.ui.parts import PushButton

LEAST_HEIGHT = 64
_STEP_WIDTH = 88
_TEXT_SIZE = 20
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class BigButton(QAbstractButton):
    """One answer that can be chosen; a thick border, bold words and a filled ground say that it is."""

    def __init__(self, value: str, words: str, *, wide: bool = False) -> None:
        super().__init__()
        self.value = value
        self._wide = wide
        self.setText(words)
        self.setAccessibleName(words)
        self.setObjectName(f"kioskAnswer_{value}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wide)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(320 if self._wide else _STEP_WIDTH), now.px(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(200 if self._wide else LEAST_HEIGHT), now.px(LEAST_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        now = theme.current()
        metrics = QFontMetrics(now.font(_TEXT_SIZE, weight=600))
        box = metrics.boundingRect(0, 0, max(1, width - now.px(48)), 10_000, int(_WORDS), self.text())
        return max(now.px(LEAST_HEIGHT), box.height() + now.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_answer(painter)

    def _draw_ground(self, painter: QPainter) -> None:
        now = theme.current()
        chosen = self.isChecked()
        strong = chosen or self.hasFocus()
        width = now.px(3 if strong else 1.5)
        painter.setPen(QPen(now.color("accent" if strong else "field"), width))
        lit = "raised" if self.underMouse() else "panel"
        painter.setBrush(now.color("accent_soft" if chosen else lit))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, now.px(12), now.px(12))

    def _draw_answer(self, painter: QPainter) -> None:
        now = theme.current()
        painter.setPen(now.color("accent" if self.isChecked() else "text"))
        size = _TEXT_SIZE if self._wide else 26
        painter.setFont(now.font(size, weight=600 if self.isChecked() or not self._wide else 400))
        area = self.rect().adjusted(now.px(24), 0, -now.px(24), 0) if self._wide else self.rect()
        flags = _WORDS | (Qt.AlignmentFlag.AlignLeft if self._wide else Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(area, int(flags), self.text())


class FaceButton(BigButton):
    """A step of a scale as a face, from sad to glad, with its number under it."""

    def __init__(self, value: str, words: str, *, gladness: float) -> None:
        """`gladness` from −1 (sad) to 1 (glad)."""
        super().__init__(value, words)
        self._gladness = gladness

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(132), now.px(148))

    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(LEAST_HEIGHT), now.px(120))

    def _draw_answer(self, painter: QPainter) -> None:
        now = theme.current()
        color = now.color("accent" if self.isChecked() else "text")
        below = now.px(32)
        size = min(self.width() - now.px(16), self.height() - below - now.px(16))
        face = QRectF((self.width() - size) / 2, now.px(12), size, size)
        painter.setPen(QPen(color, now.px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(face)
        self._draw_mouth(painter, face)
        painter.setBrush(color)
        for side in (0.34, 0.66):
            painter.drawEllipse(QPointF(face.x() + size * side, face.y() + size * 0.38), size * 0.035, size * 0.035)
        painter.setFont(now.font(16, weight=600 if self.isChecked() else 400))
        area = QRect(0, self.height() - below - now.px(4), self.width(), below)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.value)

    def _draw_mouth(self, painter: QPainter, face: QRectF) -> None:
        size = face.width()
        middle = face.y() + size * 0.68
        mouth = QPainterPath(QPointF(face.x() + size * 0.28, middle - self._gladness * size * 0.06))
        bend = QPointF(face.center().x(), middle + self._gladness * size * 0.24)
        mouth.quadTo(bend, QPointF(face.x() + size * 0.72, middle - self._gladness * size * 0.06))
        painter.drawPath(mouth)


class BigPush(PushButton):
    """An ordinary button of at least 64 px; the style sheet alone would make it 36."""

    def sizeHint(self) -> QSize:
        now = theme.current()
        return super().sizeHint().expandedTo(QSize(now.px(180), now.px(LEAST_HEIGHT)))


class BigLine(QLineEdit):
    """A field of at least 64 px."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme.current().px(LEAST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, theme.current().px(LEAST_HEIGHT)))
