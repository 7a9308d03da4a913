"""The agenda on a laptop and with the text at 200 %: what can be done next is in sight, and the keyboard is there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts import PushButton
from tests.ui.agenda.desk import Agenda, Sits, book_emma, emma, press
from tests.ui.waiting import until
from tests.ui.workplace import find

LAPTOP = (1150, 640)
"""What is left for a page of a window of 1366 by 768."""
WIDE = (1480, 900)
"""The same of 1920 by 1080, where text at 200 % is read."""


@pytest.fixture(params=[(1.0, LAPTOP), (2.0, WIDE)], ids=["laptop", "large"])
def agenda(request: pytest.FixtureRequest, app: QApplication, agenda_of: Sits) -> Iterator[Agenda]:
    scale, size = request.param
    theme.apply(app, theme.Theme(scale=scale))
    one = agenda_of("gp")
    one.page.resize(*size)
    one.settle()
    yield one
    theme.apply(app, theme.Theme())


def is_whole(page: QWidget, part: QWidget) -> bool:
    """Whether all of it can be seen."""
    seen = part.visibleRegion().boundingRect()
    return seen.size() == part.size() and page.rect().contains(QRect(part.mapTo(page, QPoint()), part.size()))


def shows(agenda: Agenda, *names: str) -> None:
    for name in names:
        button = find(agenda.page, PushButton, name)
        until(lambda button=button: is_whole(agenda.page, button))  # type: ignore[misc]  # bound in this turn


def has_keyboard(agenda: Agenda) -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    assert agenda.page.isAncestorOf(at)
    until(at.isVisible)
    return at


def test_what_can_be_done_with_a_booking_is_in_sight(agenda: Agenda) -> None:
    one = agenda.do(book_emma)
    agenda.open(one)
    shows(agenda, "detailAllow", "detailMove", "detailCancel", "detailClose")
    agenda.click("detailMove")
    first = find(agenda.page, QWidget, "moveSlot0")
    until(lambda: is_whole(agenda.page, first))
    assert has_keyboard(agenda) is first
    shows(agenda, "detailMove")


def test_a_half_day_can_be_changed_without_scrolling_and_the_keyboard_goes_along(agenda: Agenda) -> None:
    agenda.do(book_emma)
    agenda.page.step(1)
    agenda.settle()
    head = next(one for one in agenda.page.week.timeline.model.pieces() if one.slot is None)
    agenda.page.open_half_day(head.key)
    shows(agenda, "halfDaySheet", "halfDayChange", "halfDayClose")
    agenda.click("halfDayChange")
    shows(agenda, "editConfirm", "editCancel")
    assert agenda.page.panels.edit.isAncestorOf(has_keyboard(agenda))


def test_calling_off_is_confirmed_without_scrolling(agenda: Agenda) -> None:
    agenda.do(book_emma)
    head = next(one for one in agenda.page.week.timeline.model.pieces() if one.slot is None)
    agenda.page.open_half_day(head.key)
    sure = agenda.page.panels.half_day.calling_off.sure
    assert not sure.isVisible()
    agenda.click("halfDayCallOff")
    shows(agenda, "callOffSure")
    agenda.click("callOffLeave")
    assert not sure.isVisible()


def test_escape_brings_the_keyboard_back_to_the_week(agenda: Agenda) -> None:
    one = agenda.do(book_emma)
    agenda.open(one)
    agenda.click("detailMove")
    press(Qt.Key.Key_Escape)
    agenda.settle()

    assert agenda.page.panels.side.isVisibleTo(agenda.page)
    assert has_keyboard(agenda) is agenda.page.week.timeline.spot()
    current = agenda.page.week.timeline.current()
    assert current is not None
    assert current.key == emma(agenda).key


def test_a_series_can_be_planned_without_scrolling(agenda: Agenda) -> None:
    agenda.click("agendaPlan")
    shows(agenda, "seriesConfirm", "seriesCancel")
