"""Words on the screen: plain lines, badges, persons, figures and sentences with their article."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from gpconnect.ui import text as said
from gpconnect.ui import theme
from gpconnect.ui.parts.layout import column


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """A line of text; `role` is "", h1, h2, muted, small, label, error, good, figure or brand."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class KeyHint(QLabel):
    """The tag that shows a key where it can be used."""

    def __init__(self, keys: str) -> None:
        super().__init__(said.keys(keys))
        self.setProperty("role", "key")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class StatusBadge(QWidget):
    """A state in a word and a shape: tick for good, dot for now, triangle for waiting, mark for missing."""

    def __init__(self, text: str = "", tone: str = "neutral", *, ground: bool = True) -> None:
        super().__init__()
        self._text, self._tone, self._ground = text, tone, ground
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set(text, tone)

    def text(self) -> str:
        return self._text

    def set(self, text: str, tone: str) -> None:
        """Show another state."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        # Shown before it has a parent it would be a window of its own for a moment, and take the keyboard away.
        if not text or self.parentWidget() is not None:
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        width = QFontMetrics(now.font(14)).horizontalAdvance(self._text) + self._before() + now.px(9) + 1
        return QSize(width, now.px(24))

    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        metrics = QFontMetrics(now.font(14))
        words = [metrics.horizontalAdvance(word) for word in self._text.split()]
        return QSize(max(words, default=0) + self._before() + now.px(9) + 1, now.px(24))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        now = theme.current()
        room = max(1, width - self._before() - now.px(9))
        metrics = QFontMetrics(now.font(14))
        box = metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, self._text)
        return max(now.px(24), box.height() + now.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.current()
        front, back = now.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width(), self.sizeHint().width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        tall = min(self.height(), self.heightForWidth(self.width()))
        if self._ground:
            painter.drawRoundedRect(QRectF(0, 0, wide, tall), now.px(4), now.px(4))
        self._draw_shape(painter)
        painter.setPen(front)
        painter.setFont(now.font(14))
        area = QRect(self._before(), 0, wide - self._before() - now.px(8), tall)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._text)

    def _before(self) -> int:
        return theme.current().px(9 if self._tone == "neutral" else 25)

    def _draw_shape(self, painter: QPainter) -> None:
        now = theme.current()
        front, _ = now.tone(self._tone)
        size = now.px(9)
        x, y = now.px(9), min(self.height(), now.px(24)) / 2
        pen = QPen(front, now.px(1.8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self._tone == "accent":
            painter.setBrush(front)
            painter.drawEllipse(QRectF(x, y - size / 2, size, size))
        elif self._tone == "good":
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                [QPointF(x, y), QPointF(x + size * 0.36, y + size * 0.38), QPointF(x + size, y - size * 0.42)]
            )
        elif self._tone == "attention":
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(x - 0.5, y - size / 2 - 0.5, size + 1, size + 1))
            middle = QPointF(x + size / 2, y)
            painter.drawPolyline([QPointF(middle.x(), y - size * 0.28), middle, QPointF(x + size * 0.7, y)])
        elif self._tone == "danger":
            painter.setPen(pen)
            painter.drawLine(QPointF(x + size / 2, y - size * 0.55), QPointF(x + size / 2, y + size * 0.12))
            painter.drawPoint(QPointF(x + size / 2, y + size * 0.55))


class PersonLine(QWidget):
    """A bold name with what follows it, and under it what the family asks, in their words."""

    def __init__(self, name: str, after: str = "", second: str = "", *, muted: bool = False, bold: bool = True) -> None:
        super().__init__()
        first = QLabel()
        first.setTextFormat(Qt.TextFormat.RichText)
        first.setWordWrap(True)
        weight = "600" if bold and not muted else "normal"
        joint = "" if not after or after.startswith((",", " ")) else ", "
        first.setText(f'<span style="font-weight:{weight}">{escape(name)}</span>{escape(joint + after)}')
        first.setProperty("role", "muted" if muted else "")
        self.setAccessibleName(f"{name}{joint}{after}")
        layout = column(first, spacing=0)
        if second:
            layout.addWidget(label(second, "small"))
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class Stat(QFrame):
    """A big figure, what it counts, and the denominator it stands on."""

    def __init__(self, figure: str, what: str, denominator: str) -> None:
        super().__init__()
        self.setProperty("role", "stat")
        layout = column(label(figure, "figure"), label(what), label(denominator, "small"), spacing=0.25)
        layout.setContentsMargins(0, theme.current().space(1), 0, 0)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setAccessibleName(f"{figure} {what}, {denominator}")


class SentenceBox(QFrame):
    """A decision in plain sentences, each with its article muted behind it, and the answers below.

    `sentences` are pairs of sentence and article, for example ``("Emma (13) beslist zelf.", "Jeugdwet 7.3.11")``.
    """

    def __init__(
        self, sentences: Sequence[tuple[str, str]] = (), answers: QWidget | None = None, *, role: str = "box"
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        layout = column(self._words, spacing=1, margin=1.5)
        if answers is not None:
            layout.addWidget(answers)
        self.setLayout(layout)
        self.set_sentences(sentences)

    def set_sentences(self, sentences: Sequence[tuple[str, str]]) -> None:
        """Show other sentences, when an answer changes what the rule says."""
        muted = theme.current().tokens.muted
        spans = [
            f'{escape(text)} <span style="color:{muted}">{escape(article)}</span>'.strip()
            for text, article in sentences
        ]
        self._words.setText(" ".join(spans))
        self.setAccessibleName(" ".join(f"{text} {article}".strip() for text, article in sentences))
