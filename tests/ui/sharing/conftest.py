"""What the tests of *Delen* share."""

import pytest
from pytestqt.qtbot import QtBot

from gpconnect.ui.sharing.page import SharingPage
from tests.ui.sharing.page_help import OpensPage, settle
from tests.ui.workplace import Workplace


@pytest.fixture
def opened(qtbot: QtBot) -> OpensPage:
    """Shows the page of a workplace, loaded; it goes when the test ends."""

    def show(place: Workplace) -> SharingPage:
        page = SharingPage(place.desk)
        qtbot.addWidget(page)
        page.resize(1360, 860)
        page.show()
        settle(place)
        return page

    return show
