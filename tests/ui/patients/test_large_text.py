"""A dossier with the text at 200 %: it is read from its beginning, however it was opened."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gpconnect.ui import theme
from gpconnect.ui.inspection import inspect
from gpconnect.ui.patients.page import PatientsPage
from tests.ui.patients.test_page import a_child, opened
from tests.ui.workplace import Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")


@pytest.fixture(autouse=True)
def large(app: QApplication) -> Iterator[None]:
    """Text twice as large, in a window of an ordinary laptop."""
    theme.apply(app, theme.Theme(scale=2.0))
    yield
    theme.apply(app, theme.Theme())


def scrolled(page: PatientsPage) -> int:
    for _ in range(3):
        QApplication.processEvents()
    assert page._scroller is not None
    return page._scroller.verticalScrollBar().value()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_dossier_opens_at_its_beginning(desk_of: Opens, *, by_key: bool) -> None:
    place: Workplace = desk_of("worker")
    child = a_child(place)
    page = opened(place)
    page.activateWindow()
    (row,) = page.listing.rows.rows()
    if by_key:
        button = row.findChildren(QPushButton)
        target = button[0] if button else row
        target.setFocus()
        QTest.keyClick(target, Qt.Key.Key_Return)
    else:
        page.open(child)
    assert place.settle()
    assert page.dossier.isVisible()
    assert scrolled(page) == 0
    assert page.focusWidget() is find(page, QPushButton, "dossierBack")


def test_tab_goes_through_the_rights_as_people_read_them(desk_of: Opens) -> None:
    """The card about erasing fills itself after the others: it is not the last that Tab comes to for that."""
    place = desk_of("worker")
    page = opened(place, rights=a_child(place))
    place.settle()

    assert page.rights.isVisible()
    assert [one.detail for one in inspect(page) if one.kind == "order"] == []
