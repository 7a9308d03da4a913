"""*Delen* in a window of its own, loaded and laid out, and what stands on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from gpconnect.ui.sharing.page import SharingPage
from tests.ui.workplace import Workplace, find

OpensPage = Callable[[Workplace], SharingPage]


def settle(place: Workplace) -> None:
    """Until all is loaded and laid out."""
    assert place.tasks.idle()
    QApplication.processEvents()


def press(page: SharingPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert page.desk.tasks.idle()
    QApplication.processEvents()


def all_words(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))
