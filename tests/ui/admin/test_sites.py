"""Places on screen: what a place is and who sits there, closing with a second look, and opening again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.schedule import Site, SiteKind
from gpconnect.domain.staff import Staff
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.inspection import inspect
from tests.services.conftest import PEOPLE, WALUWE
from tests.ui.admin.test_admin_page import errors, field, fill, lines, opened, press
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]
SANNE = PEOPLE["worker"].staff_id


def the_site(session: Session, site_id: str) -> Site:
    return rows.require(session.db, Site, site_id)


def sites_of_sanne(session: Session) -> tuple[str, ...]:
    return rows.require(session.db, Staff, SANNE).site_ids


def change_waluwe(page: AdminPage) -> None:
    """The form of De Waluwe, the first on the list."""
    press(page, "Wijzigen")
    assert field(page, "Naam van de plek").text() == "Praktijk De Waluwe"


def test_a_school_is_opened_with_who_sits_there(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    fill(page, Naam_van_de_plek="Cambium College", Plaats="Zaltbommel")
    press(page, "School")
    press(page, "Sanne de Vries")
    assert inspect(page) == []
    press(page, "Plek openen")
    assert place.settle()

    row = next(one for one in lines(page, "Plekken") if "Cambium" in one)
    assert "School" in row
    assert "Sanne de Vries" in row
    assert len(place.do(sites_of_sanne)) == 3
    assert not page.sites.card.workers.chosen()
    assert page.sites.card.form().kind is SiteKind.PRACTICE


def test_who_sits_there_already_is_not_offered_and_not_taken_away(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    change_waluwe(page)
    card = page.sites.card
    assert not card.workers.isVisible()
    press(page, "Consultatiebureau")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert place.settle()

    assert place.do(the_site, WALUWE).kind is SiteKind.CLINIC
    assert WALUWE in place.do(sites_of_sanne)


def test_closing_asks_once_more_says_what_comes_of_it_and_can_be_taken_back(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    change_waluwe(page)
    press(page, "Plek sluiten …")
    assert inspect(page) == []
    assert not place.do(the_site, WALUWE).archived
    press(page, "Ja, sluit deze plek")
    assert place.settle()
    assert place.do(the_site, WALUWE).archived
    assert any("Gesloten" in one for one in lines(page, "Plekken"))

    words, undo = place.toasts[-1]
    assert words.startswith("De plek is gesloten.")
    undo()
    assert place.settle()
    assert not place.do(the_site, WALUWE).archived


def test_a_closed_place_is_opened_again_from_the_list_and_others_do_not_see_it(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    change_waluwe(page)
    press(page, "Plek sluiten …")
    press(page, "Ja, sluit deze plek")
    assert place.settle()
    press(page, "Heropenen")
    assert place.settle()

    assert not place.do(the_site, WALUWE).archived
    assert place.toasts[-1][0] == "De plek is weer open."
    assert not errors(page)
