"""Ways to put parts beside and under each other that keep working when the text doubles in size."""

from typing import TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gpconnect.ui import theme

L = TypeVar("L", bound=QBoxLayout)


def column(*widgets: QWidget, spacing: float = 1, margin: float = 0) -> QVBoxLayout:
    """Widgets under each other; spacing and margin in units of 8 px."""
    return _filled(QVBoxLayout(), widgets, spacing, margin)


def line(*widgets: QWidget, spacing: float = 1, margin: float = 0) -> QHBoxLayout:
    """Widgets beside each other; spacing and margin in units of 8 px."""
    return _filled(QHBoxLayout(), widgets, spacing, margin)


def _filled(layout: L, widgets: tuple[QWidget, ...], spacing: float, margin: float) -> L:
    now = theme.current()
    layout.setSpacing(round(now.space() * spacing))
    edge = round(now.space() * margin)
    layout.setContentsMargins(edge, edge, edge, edge)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


class FlowLayout(QLayout):
    """Items beside each other, wrapping to the next line like words."""

    def __init__(self, spacing: float = 1) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(round(theme.current().space() * spacing))
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(rect.width(), item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height - rect.y()


class Scroller(QScrollArea):
    """Content that scrolls down and never sideways, unless it truly cannot be narrower."""

    def __init__(self, content: QWidget | QLayout) -> None:
        super().__init__()
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setAutoFillBackground(False)
        if isinstance(content, QLayout):
            inner.setLayout(content)
        else:
            box = QVBoxLayout(inner)
            box.setContentsMargins(0, 0, 0, 0)
            box.addWidget(content)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)


class Pages(QWidget):
    """Shows one of its widgets and is as high as that one; what is hidden asks for no room."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._current = 0
        self._box = column(spacing=0)
        self.setLayout(self._box)

    def addWidget(self, page: QWidget) -> None:
        self._box.addWidget(page)
        if self._pages:
            page.hide()
        self._pages.append(page)

    def put(self, index: int, page: QWidget) -> None:
        """Let this be the page of that place."""
        before = self._pages[index]
        shown = not before.isHidden()
        self._pages[index] = page
        page.setVisible(False)
        self._box.insertWidget(index, page)
        self._box.removeWidget(before)
        before.hide()
        before.deleteLater()
        if shown:
            page.show()

    def currentIndex(self) -> int:
        return self._current

    def setCurrentIndex(self, index: int) -> None:
        self._pages[self._current].hide()
        self._current = index
        self._pages[index].show()


class Sheet(QWidget):
    """A wide and a narrow column that become one when there is no room, as at 200 % text."""

    def __init__(
        self, main: QWidget, side: QWidget, *, side_width: int = 340, turn_below: int = 800, side_first: bool = False
    ) -> None:
        """Put them side by side; `side_first` for a narrow column that stands on top when there is one column."""
        super().__init__()
        self._main, self._side = main, side
        self._one_column = QBoxLayout.Direction.BottomToTop if side_first else QBoxLayout.Direction.TopToBottom
        self._side_width, self._turn_below = side_width, turn_below
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.current().px(20))
        self._layout.addWidget(main, 1)
        self._layout.addWidget(side)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        return self._layout.direction() != QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        now = theme.current()
        narrow = self.width() < now.px(self._turn_below)
        width = now.px(self._side_width)
        self._layout.setDirection(self._one_column if narrow else QBoxLayout.Direction.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else width)
        self._side.setMaximumWidth(16_777_215 if narrow else width)
