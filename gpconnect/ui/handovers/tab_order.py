"""The way of the Tab key follows the page, also after a part of it was made anew."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


def follow_reading(header: QWidget, body: QWidget) -> None:
    """Tab through what is seen now: the buttons of the header first, then the body in the order it was built.

    What is hidden may be on its way out, and must not be woven in again.
    """
    layout = header.layout()
    first = [one for one in header.findChildren(QPushButton) if layout is not None and one.isVisibleTo(header)][-2:]
    stops = [one for one in body.findChildren(QWidget) if _stops(one, body)]
    for before, after in pairwise([*first[:0], *stops]):
        QWidget.setTabOrder(before, after)


def _stops(one: QWidget, body: QWidget) -> bool:
    reached = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return reached and one.isVisibleTo(body)
