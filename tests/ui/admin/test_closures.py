"""*Beheer > Gesloten dagen*: the coordinator closes days by hand or out of a calendar, and takes it back."""

from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget

from gpconnect.domain.schedule import HalfDaySession
from gpconnect.services import closures
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.exchange.test_closed_days import CHRISTMAS, calendar
from tests.services.conftest import WALUWE
from tests.ui.workplace import Opens, Workplace, find


def opened(place: Workplace) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "closures"})
    assert place.settle()
    return page


def press(place: Workplace, page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def shown(page: QWidget, name: str) -> list[tuple[str, str]]:
    """The rows of a list: what stands first, and the line under it."""
    return [(one.row.title, one.row.detail) for one in find(page, RowList, name).rows()]


def words(page: AdminPage) -> str:
    """What the card of the import says."""
    return " ".join(one.text() for one in page.closures.importing.findChildren(QLabel) if one.isVisible())


def undo(place: Workplace) -> None:
    _, way_back = place.toasts[-1]
    way_back()
    assert place.settle()


def test_days_are_closed_by_hand_shown_and_opened_again_and_each_step_goes_back(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place)
    find(page, QDateEdit, "closureFirst").setDate(QDate(2026, 12, 21))
    assert find(page, QDateEdit, "closureLast").date() == QDate(2026, 12, 21), "never before the first day"
    find(page, QDateEdit, "closureLast").setDate(QDate(2026, 12, 24))
    press(place, page, "closureEnter")
    assert "Er is nog niets gesloten" in page.closures._why.error()

    QTest.keyClicks(find(page, QLineEdit, "closureReason"), "Studieweek")
    site = find(page, QComboBox, "closureSite")
    site.setCurrentIndex(site.findText("Praktijk De Waluwe"))
    press(place, page, "closureEnter")
    assert shown(page, "closures") == [("ma 21 dec – do 24 dec 2026", "Studieweek · Praktijk De Waluwe")]
    assert not inspect(page)

    row = find(page, RowList, "closures").rows()[0]
    QTest.mouseClick(find(row, QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert not place.do(closures.overview).closures
    undo(place)
    assert [one.reason for one in place.do(closures.overview).closures] == ["Studieweek"]


def test_a_calendar_is_looked_at_before_it_closes_anything(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("coordinator")
    page = opened(place)
    file = tmp_path / "vakanties.ics"
    file.write_bytes(calendar(CHRISTMAS, "UID:b\nSUMMARY:Borrel\nDTSTART:20261224T160000\nDTEND:20261224T180000"))
    page.closures.read(file)
    assert "Het bestand wordt gelezen" in words(page)
    assert place.settle()

    assert "Het bestand wordt gelezen" not in words(page)
    assert shown(page, "importLines") == [("za 19 dec – zo 3 jan 2027", "Kerstvakantie")]
    assert "Borrel: duurt geen hele dag" in words(page)
    assert "als taak" in words(page)
    assert not place.do(closures.overview).closures
    assert not inspect(page)

    press(place, page, "importConfirm")
    (one,) = place.do(closures.overview).closures
    assert (one.first_day, one.last_day) == (date(2026, 12, 19), date(2027, 1, 3))
    assert place.toasts[-1][0] == "1 sluiting overgenomen."
    undo(place)
    assert not place.do(closures.overview).closures


def a_half_day(session: Session) -> None:
    """Known here, as at a desk that may close its own site."""
    with transaction(session.db):
        rows.put(session.db, HalfDaySession("hd" * 16, WALUWE, "c1" * 16, date(2026, 12, 22), time(9), time(12)))


def test_half_days_that_fall_away_are_named_before_anything_is_closed(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("coordinator")
    place.do(a_half_day)
    page = opened(place)
    file = tmp_path / "vakanties.ics"
    file.write_bytes(calendar(CHRISTMAS))
    page.closures.read(file)
    assert place.settle()

    assert "Vervalt:\ndi 22 dec · 09:00 · Praktijk De Waluwe · 0 afspraken" in words(page)


def test_a_file_that_is_no_calendar_is_refused_in_words_and_cancelling_closes_nothing(
    desk_of: Opens, tmp_path: Path
) -> None:
    place = desk_of("coordinator")
    page = opened(place)
    file = tmp_path / "brief.ics"
    file.write_bytes(b"hallo")
    page.closures.read(file)
    assert place.settle()
    assert "Dit is geen agendabestand" in words(page)

    file.write_bytes(calendar(CHRISTMAS))
    page.closures.read(file)
    assert place.settle()
    press(place, page, "importCancel")
    assert not place.do(closures.overview).closures
    assert not page.closures.importing.confirm.isVisible()


def test_only_the_coordinator_is_offered_the_closed_days(desk_of: Opens) -> None:
    page = opened(desk_of("assistant"))

    assert not page.closures.isVisible()
