"""Sociale kaart: filtering, reading, adding and handing over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from gpconnect.domain.directory import Provider
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.directory.page import DirectoryPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import ChipGroup, RowList, StatusBadge
from tests.services.conftest import Clock
from tests.ui.waiting import until
from tests.ui.workplace import SHOWN, Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")

MOZAIEK = "99" * 16


def opened(place: Workplace, **params: object) -> DirectoryPage:
    page = DirectoryPage(place.desk)
    SHOWN.append(page)
    page.resize(1360, 860)
    page.show()
    if params:
        page.show_params(params)
    assert place.settle()
    return page


def click(place: Workplace, page: DirectoryPage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def titles(page: DirectoryPage) -> list[str]:
    return [row.row.title for row in find(page, RowList, "directoryList").rows()]


def everything(session: Session) -> list[Provider]:
    return rows.where(session.db, Provider)


def nobody_there(session: Session) -> None:
    for one in rows.where(session.db, Provider):
        rows.delete(session.db, Provider, one.id)


def test_a_chip_leaves_only_who_helps_with_that(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place)
    assert titles(page) == ["Mozaïek jeugdhulp", "Jeugdarts GGD"]
    assert inspect(page) == []

    QTest.mouseClick(find(page, ChipGroup, "directoryNeeds").chip("sleep"), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert titles(page) == ["Jeugdarts GGD"]

    QTest.mouseClick(find(page, ChipGroup, "directoryNeeds").chip("sleep"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(find(page, QLineEdit, "directoryText"), "zzz")
    until(page.unfit.isVisible)


def test_a_worker_hands_over_from_here(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, provider=MOZAIEK)
    assert page.card.isVisible()
    click(place, page, "directoryHandOver")
    assert place.went == [("handovers", {"provider": MOZAIEK})]


def test_an_old_waiting_time_says_so_in_words(desk_of: Opens, clock: Clock) -> None:
    clock.move_to(date(2027, 3, 1))
    page = opened(desk_of("worker"), provider=MOZAIEK)
    shown = [badge.text() for badge in page.findChildren(StatusBadge) if badge.isVisibleTo(page)]
    assert "5 weken wachten, verouderd" in shown
    assert "Wachttijd is ouder dan 3 maanden: vraag opnieuw" in shown


def test_a_coordinator_adds_a_provider_with_errors_beside_the_field(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)
    click(place, page, "directoryNew")
    QTest.keyClicks(find(page, QLineEdit, "providerName"), "Buurtmaatje")
    click(place, page, "providerSave")
    assert page.form is not None
    assert page.form.row("destination").error()

    box = find(page, QComboBox, "providerDestination")
    box.setCurrentIndex(box.findData("freely_accessible"))
    QTest.keyClicks(find(page, QLineEdit, "providerWaitingWeeks"), "1")
    QTest.keyClick(find(page, QLineEdit, "providerWaitingWeeks"), Qt.Key.Key_Return)
    assert place.settle()

    assert titles(page)[0] == "Buurtmaatje"
    assert page.card.isVisible()
    assert not page.card.over.isVisible()
    assert inspect(page) == []


def test_a_new_waiting_time_gets_the_day_of_today(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, provider=MOZAIEK)
    click(place, page, "directoryEdit")
    find(page, QLineEdit, "providerWaitingWeeks").setText("7")
    click(place, page, "providerSave")
    after = next(one for one in place.do(everything) if one.id == MOZAIEK)
    assert (after.waiting_weeks, after.waiting_measured_on) == (7, date(2026, 11, 24))

    click(place, page, "directoryEdit")
    click(place, page, "providerCancel")
    assert page.card.isVisible()


def test_taken_away_comes_back_by_undo(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, provider=MOZAIEK)
    click(place, page, "directoryArchive")
    assert titles(page) == ["Jeugdarts GGD"]
    place.toasts[-1][1]()
    assert place.settle()
    assert "Mozaïek jeugdhulp" in titles(page)


def test_an_empty_map_says_what_to_do_first(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(nobody_there)
    page = opened(place)
    assert page.none.isVisible()
    page.show_params({"new": True})
    assert page.form is not None
