"""Bringing a part that appears, or grows, into sight: with large text its button would be below the edge."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.layout import Scroller


def reveal(part: QWidget) -> None:
    """Scroll until the whole part can be seen, or its beginning when it is higher than the window.

    What takes the next key is seen in any case. It waits for the layout; a part that has gone by then is left alone.
    """
    QTimer.singleShot(0, part, partial(_bring, part))


def _bring(part: QWidget) -> None:
    scroller = _around(part)
    inside = None if scroller is None else scroller.widget()
    if scroller is None or inside is None or not part.isVisible():
        return
    bar, view, edge = scroller.verticalScrollBar(), scroller.viewport().height(), theme.current().space(2)
    top = part.mapTo(inside, QPoint(0, 0)).y() - edge
    height = part.height() + 2 * edge
    if height > view or top < bar.value():
        bar.setValue(top)
    elif top + height > bar.value() + view:
        bar.setValue(top + height - view)
    typed = QApplication.focusWidget()
    if typed is not None and part.isAncestorOf(typed):
        scroller.ensureWidgetVisible(typed, 0, edge)


def _around(part: QWidget) -> Scroller | None:
    """The nearest thing that scrolls around it."""
    found = part.parentWidget()
    while found is not None and not isinstance(found, Scroller):
        found = found.parentWidget()
    return found
