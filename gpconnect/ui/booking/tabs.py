"""Small things of this area: buttons that wrap, and a Tab key that follows reading order."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gpconnect.ui.parts import Chip, FlowLayout


def follow_reading(root: QWidget) -> None:
    """Visit everything in `root` in the order in which it was put there, part by part.

    Also the answers of a question that the Tab key passes over now: it may stop there the next time.
    """
    window = root.window()
    stops = [
        one
        for one in root.findChildren(QWidget)
        if (isinstance(one, Chip) or one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.window() is window
    ]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def flowing(*parts: QWidget) -> QWidget:
    """Buttons beside each other that wrap to the next line when the text is large."""
    flow = FlowLayout()
    for part in parts:
        flow.addWidget(part)
    box = QWidget()
    box.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box
