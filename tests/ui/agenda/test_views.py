"""Week and day, one site and all of them, and moving from place to place, on a real file."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gpconnect.domain.schedule import HalfDaySession, Slot
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.agenda.toolbar import ALL, Toolbar
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import Chip
from tests.services.conftest import PEOPLE, TOLHUIS, TUESDAY, WALUWE
from tests.ui.agenda.desk import (
    Agenda,
    Sits,
    book_emma,
    book_yusuf,
    close_half_day,
    emma,
    free_one,
    pieces,
    press,
)
from tests.ui.agenda.weeks import crowded
from tests.ui.conftest import Heard

SATURDAY = TUESDAY + timedelta(days=4)
COLLEAGUE = PEOPLE["colleague"].staff_id


def sit_on_saturday(session: Session) -> None:
    """Joris, at Het Tolhuis, with one slot of 45 minutes and one of 20."""
    one = HalfDaySession("77" * 16, TOLHUIS, COLLEAGUE, SATURDAY, time(9), time(11))
    with transaction(session.db):
        rows.put(session.db, one)
        for name, minutes, at in (("70", 45, 9), ("71", 20, 10)):
            starts = session.now().replace(day=SATURDAY.day, hour=at - 1, minute=0)
            rows.put(session.db, Slot(name * 16, one.id, TOLHUIS, starts, minutes))


def header(agenda: Agenda) -> str:
    return " ".join(one.text() for one in agenda.page.header.findChildren(QLabel))


def days_gone(agenda: Agenda, *clicks: str) -> list[int]:
    """How many days from Tuesday each click brings us."""
    went = []
    for name in clicks:
        agenda.click(name)
        went.append((agenda.page.day - TUESDAY).days)
    return went


def test_all_sites_stand_side_by_side_with_the_room_of_each(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    agenda.do(sit_on_saturday)
    QTest.mouseClick(agenda.page.tools.sites.chip(ALL), Qt.MouseButton.LeftButton)
    agenda.settle()
    model = agenda.page.week.timeline.model

    assert model.titles() == [
        "ma 23 nov",
        "di 24 nov · Praktijk De Waluwe · 3 vrij, 1 inloop",
        "di 24 nov · Praktijk Het Tolhuis · 5 vrij, 1 inloop",
        "wo 25 nov",
        "do 26 nov",
        "vr 27 nov",
        "za 28 nov · Praktijk Het Tolhuis · 2 vrij",
    ]
    chips = agenda.page.tools.sites.findChildren(Chip)
    assert [one.text() for one in chips if not one.isHidden()] == [
        "Praktijk De Waluwe · 3 vrij",
        "Praktijk Het Tolhuis · 7 vrij",
        "Alle locaties",
    ]
    rows_of_sites = [(one.row.title, one.row.detail) for one in agenda.page.panels.side._sites.rows()]
    assert rows_of_sites == [
        ("Praktijk De Waluwe", "1 dagdeel · 3 vrij, 1 inloop"),
        ("Praktijk Het Tolhuis", "2 dagdelen · 7 vrij, 1 inloop"),
    ]
    assert "alle locaties" in header(agenda)
    assert inspect(agenda.page) == []
    agenda.page.panels.side._sites.action_clicked.emit(TOLHUIS)
    agenda.settle()
    assert {one.site.id for one in pieces(agenda)} == {TOLHUIS}
    assert agenda.page.tools.sites.chosen() == [TOLHUIS]


def test_many_sites_are_chosen_from_a_list(shown: Callable[..., QWidget], heard: Heard) -> None:
    """As chips they would take the room of the week."""
    tools, view = Toolbar(), crowded(20)
    tools.site_chosen.connect(heard.hear)
    shown(tools, 900, 200)
    tools.show_sites(view, ALL)
    assert not tools.sites.isVisibleTo(tools)
    assert (tools.pick.count(), tools.pick.currentText()) == (21, "Alle locaties")
    assert inspect(tools) == []
    tools.pick.setFocus()
    press(Qt.Key.Key_Home)

    assert heard.items == [view.sites[0].site.id]


def test_from_all_sites_a_slot_is_booked_at_its_own(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    agenda.page.choose_site(ALL)
    agenda.settle()
    there = [one for one in pieces(agenda) if one.site.id == TOLHUIS and one.title == "Vrij"][-1]
    agenda.page.open_slot(there.key)
    agenda.settle()
    agenda.click("freeBook")

    assert agenda.page.booking.site_id == TOLHUIS
    assert agenda.page.booking.slots.chosen() == there.key


def test_the_day_view_shows_one_day_and_goes_by_working_days(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    agenda.do(sit_on_saturday)
    QTest.mouseClick(agenda.page.tools.view.chip("day"), Qt.MouseButton.LeftButton)
    agenda.settle()
    model = agenda.page.week.timeline.model
    assert model.titles() == ["di 24 nov · 3 vrij, 1 inloop"]
    assert "dinsdag 24 november" in header(agenda)
    assert inspect(agenda.page) == []
    assert days_gone(agenda, *["weekAfter"] * 5) == [1, 2, 3, 6, 7]
    assert days_gone(agenda, *["weekBefore"] * 2) == [6, 3]
    agenda.page.choose_site(TOLHUIS)
    agenda.settle()
    assert days_gone(agenda, *["weekAfter"] * 2) == [4, 6], "on Saturday Joris sits here"
    assert days_gone(agenda, *["weekBefore"] * 2) == [4, 3]
    agenda.page.choose_site(WALUWE)
    agenda.click("weekToday")
    assert agenda.page.day == TUESDAY
    QTest.mouseClick(agenda.page.tools.view.chip("day"), Qt.MouseButton.LeftButton)
    assert agenda.page.tools.view.chosen() == ["day"]
    QTest.mouseClick(agenda.page.tools.view.chip("week"), Qt.MouseButton.LeftButton)
    agenda.settle()
    assert len(model.titles()) == 5


def test_a_day_is_the_one_that_the_keyboard_is_at(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    agenda.do(sit_on_saturday)
    agenda.page.choose_site(TOLHUIS)
    agenda.settle()
    agenda.page.week.timeline.focus_on("70" * 16)
    agenda.page.choose_view("day")

    assert agenda.page.week.timeline.model.titles() == ["za 28 nov · 2 vrij"]


def test_who_comes_back_finds_the_same_days_and_sites(agenda_of: Sits) -> None:
    """After another look was chosen every page is made agenda."""
    agenda = agenda_of("worker")
    assert agenda.page.place() == {"site": WALUWE, "view": "week"}
    agenda.page.choose_site(ALL)
    agenda.settle()
    agenda.page.choose_view("day")
    agenda.click("weekAfter")
    place = agenda.page.place()
    agenda.page.choose_view("week")
    agenda.page.choose_site(WALUWE)
    agenda.page.step(1)
    agenda.settle()
    agenda.page.show_params(place)
    agenda.settle()

    assert agenda.page.place() == place
    assert agenda.page.tools.view.chosen() == ["day"]
    assert agenda.page.tools.sites.chosen() == [ALL]
    assert agenda.page.week.timeline.model.titles() == ["wo 25 nov"]


def test_keys_and_buttons_zoom(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    places = agenda.page.week.timeline.places
    agenda.page.week.timeline.focus_on(free_one(agenda).key)
    found = QApplication.focusWidget()
    assert found is not None
    zooms = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_0, Qt.Key.Key_Minus):
        QTest.keyClick(found, key, Qt.KeyboardModifier.ControlModifier)
        zooms.append(places.zoom)
    agenda.click("agendaLarger")
    agenda.click("agendaLarger")
    zooms.append(places.zoom)
    assert agenda.page.tools.full.text() == "125%"
    agenda.click("agendaSmaller")
    agenda.click("agendaSmaller")
    agenda.click("agendaSize")

    assert [*zooms, places.zoom] == [1.25, 1.5, 1.0, 0.8, 1.25, 1.0]


def test_the_line_of_this_moment_goes_on_with_the_minute(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    assert agenda.page.clock.isActive()
    before = [one.title for one in pieces(agenda)]
    agenda.place.clock.forward(minutes=40)
    agenda.page.clock.timeout.emit()

    timeline = agenda.page.week.timeline
    assert timeline._now == agenda.place.clock()
    assert [one.title for one in pieces(agenda)] != before, "what has begun can no longer be given away"
    assert 0 < agenda.page.clock.remainingTime() <= 60_000
    agenda.page.hide()
    assert not agenda.page.clock.isActive()
    agenda.page.show()
    assert agenda.page.clock.isActive()


def test_the_first_free_slot_is_found_wherever_it_is(agenda_of: Sits) -> None:
    agenda = agenda_of("worker")
    agenda.page.step(-3)
    agenda.settle()
    agenda.click("agendaFirstFree")
    first = agenda.page.week.timeline.current()
    assert first is not None
    assert (first.day, first.title, first.slot and first.slot.minutes) == (TUESDAY, "Vrij", 45)
    assert QApplication.focusWidget() is agenda.page.week.timeline.spot()
    for week in range(4):
        agenda.do(close_half_day, TUESDAY + timedelta(weeks=week))
    agenda.click("agendaFirstFree")
    assert agenda.place.toasts[-1][0] == "Er is geen vrije plek gepland."


def test_the_head_of_a_half_day_opens_it_and_prints_its_list(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(book_emma)
    timeline = agenda.page.week.timeline
    timeline.focus_on(emma(agenda).half_day.id)
    press(Qt.Key.Key_Return)
    agenda.settle()
    panel = agenda.page.panels.half_day

    assert panel._title.text() == "di 24 nov · 09:00–12:40"
    assert panel._room.text() == "1 van 6 plekken bezet · 2 vrij, 1 inloop"
    agenda.click("halfDaySheet")
    assert panel.paper.isVisibleTo(agenda.page)
    assert inspect(agenda.page) == []
    agenda.do(book_yusuf, free_one(agenda).key)
    assert panel._room.text().startswith("2 van 6")
    agenda.click("halfDayClose")
    assert agenda.page.panels.side.isVisibleTo(agenda.page)


def test_the_keys_of_the_moment_stand_under_the_week(agenda_of: Sits) -> None:
    agenda = agenda_of("gp")
    agenda.do(book_emma)
    keys_shown = agenda.page.week.keys
    assert "M of slepen verplaatst" in keys_shown.text()
    agenda.page.week.timeline.focus_on(emma(agenda).key)
    press(Qt.Key.Key_M)
    assert "Pijltjes kiezen een plek" in keys_shown.text()
    press(Qt.Key.Key_Escape)
    assert "M of slepen verplaatst" in keys_shown.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_page_keys_go_to_another_week_from_a_slot_too(agenda_of: Sits, key: Qt.Key) -> None:
    agenda = agenda_of("gp")
    before = agenda.page.monday
    agenda.page.week.timeline.focus_on(free_one(agenda).key)
    press(key)
    agenda.settle()

    assert abs((agenda.page.monday - before).days) == 7
