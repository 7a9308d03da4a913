"""*Beheer > Onze gesloten dagen*: a practice shuts its own site, sees whom that concerns first, and takes it back."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget

from gpconnect.services import replanning
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.services.visits_help import a_booking
from tests.ui.workplace import Opens, Workplace, find


def opened(place: Workplace) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": "site_closures"})
    assert place.settle()
    return page


def press(place: Workplace, page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def listed(page: AdminPage) -> list[tuple[str, str]]:
    return [(one.row.title, one.row.detail) for one in find(page, RowList, "siteClosures").rows()]


def test_a_practice_sees_who_was_booked_before_it_shuts_its_site(desk_of: Opens) -> None:
    place = desk_of("gp")
    place.do(a_booking, 5)
    page = opened(place)
    hit = find(page, QLabel, "siteClosureHit")
    assert hit.text().split("\n") == [
        "Dan vervalt: 1 dagdeel.",
        "Deze gezinnen worden een taak op Vandaag: bellen voor een andere tijd.",
        "di 24 nov, 11:55 · Noor van den Berg",
    ]
    assert not page.site_closures.where.isVisibleTo(page), "there is only one site to choose"
    find(page, QDateEdit, "siteClosureLast").setDate(QDate(2026, 12, 3))
    assert place.settle()
    assert hit.text().startswith("Dan vervalt: 2 dagdelen.")
    press(place, page, "siteClosureEnter")
    assert "Er is nog niets gesloten" in page.site_closures._why.error()
    assert listed(page) == []

    find(page, QLineEdit, "siteClosureReason").setText("Verbouwing")
    press(place, page, "siteClosureEnter")
    assert listed(page) == [("di 24 nov – do 3 dec 2026", "Verbouwing · Praktijk De Waluwe")]
    assert len(place.do(replanning.to_replan)) == 1
    assert inspect(page) == []
    place.toasts[-1][1]()
    assert place.settle()
    assert listed(page) == []
    assert place.do(replanning.to_replan) == ()


def test_closed_days_are_opened_again_and_that_goes_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place)
    assert find(page, QComboBox, "siteClosureSite").count() == 2
    find(page, QDateEdit, "siteClosureFirst").setDate(QDate(2026, 11, 26))
    assert place.settle()
    assert find(page, QLabel, "siteClosureHit").text() == "Er is dan geen spreekuur gepland."
    find(page, QLineEdit, "siteClosureReason").setText("Verbouwing")
    press(place, page, "siteClosureEnter")
    row = find(page, RowList, "siteClosures").rows()[0]
    QTest.mouseClick(find(row, QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert listed(page) == []
    place.toasts[-1][1]()
    assert place.settle()
    assert len(listed(page)) == 1
