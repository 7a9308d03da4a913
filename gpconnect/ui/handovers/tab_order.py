"""The way of the Tab key follows the page, also after a part of it was made anew."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gpconnect.ui.search_box import SearchBox


def follow_reading(*roots: QWidget) -> None:
    """Tab through what is seen now, root by root, in the order in which it was built.

    What is hidden may be on its way out, and must not be woven in again; the search box has its place in the window.
    """
    stops = [one for root in roots for one in root.findChildren(QWidget) if _stops(one, root)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(one: QWidget, root: QWidget) -> bool:
    reached = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return reached and one.isVisibleTo(root) and not isinstance(one, SearchBox)
