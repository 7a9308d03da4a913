"""How a result is drawn: what it is on one line, and under it the piece of text in which the words stand, marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gpconnect.ui import theme

EXCERPT = Qt.ItemDataRole.UserRole + 1
"""The words of the second line."""
MARKS = Qt.ItemDataRole.UserRole + 2
"""Start and end of each word that is marked in it."""
HIGH, HIGHER = 36, 58
"""Height of a row at 100 %, without and with a second line."""


class ResultRows(QStyledItemDelegate):
    """Draws a row that has a piece of text; one without is drawn as any other. Nothing in a text is markup."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words = index.data(EXCERPT)
        if not words:
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        title, whole.text = whole.text, ""
        style = whole.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        now = theme.current()
        rect = whole.rect.adjusted(now.px(8), now.px(6), -now.px(8), -now.px(6))
        upper = QRect(rect.topLeft(), QSize(rect.width(), rect.height() // 2))
        lower = QRect(rect.left(), upper.bottom(), rect.width(), rect.height() - upper.height())
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(whole.font)
        painter.setPen(now.color("text"))
        shown = QFontMetrics(whole.font).elidedText(title, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(now.color("muted"))
        _draw(painter, lower, words, index.data(MARKS) or ())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), theme.current().px(HIGHER)) if index.data(EXCERPT) else size


def _draw(painter: QPainter, where: QRect, words: str, marks: tuple[tuple[int, int], ...]) -> None:
    """One line with its marked words in the colour of text and heavier."""
    now = theme.current()
    font = now.font(14)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    formats = []
    for start, end in _in_units(words, marks):
        if end > _units(shown):
            break
        heavy = QTextCharFormat()
        heavy.setFontWeight(QFont.Weight.Bold)
        heavy.setForeground(now.color("text"))
        heavy.setBackground(now.color("attention_soft"))
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, heavy
        formats.append(one)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    if line.isValid():
        layout.draw(painter, QPoint(where.left(), where.top() + round((where.height() - line.height()) / 2)))


def _in_units(words: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Places counted as Qt does, in which an emoji is two."""
    return [(_units(words[:start]), _units(words[:end])) for start, end in marks]


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
