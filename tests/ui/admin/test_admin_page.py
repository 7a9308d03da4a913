"""*Beheer*: people, places, copies, who looked, and how the program looks here; the keys have a page of their own."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPushButton, QWidget

from gpconnect.domain.access import AccessEvent
from gpconnect.services import enrolling
from gpconnect.services.access import BrokenLog, Checked
from gpconnect.services.acting import saw
from gpconnect.services.session import Session
from gpconnect.storage import access_log
from gpconnect.ui.admin.page import SECTIONS, AdminPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import FormRow, RowList
from gpconnect.ui.settings import Settings
from tests.ui.conftest import Heard
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]


def opened(place: Workplace, section: str = "people") -> AdminPage:
    """The page on one of its sections, loaded."""
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": section})
    assert place.settle()
    return page


def field(page: QWidget, name: str) -> QLineEdit:
    """The field with this accessible name."""
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def fill(page: QWidget, **words: str) -> None:
    """Type into fields, by their names with underscores for spaces."""
    for name, typed in words.items():
        QTest.keyClicks(field(page, name.replace("_", " ")), typed)


def press(page: QWidget, words: str) -> None:
    """Click the button that says this."""
    button = next(one for one in page.findChildren(QAbstractButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(page: QWidget, name: str) -> list[str]:
    """What the rows of a list say."""
    rows = next(one for one in page.findChildren(RowList) if one.accessibleName() == name)
    return [one.accessibleName() for one in rows.findChildren(QWidget) if one.accessibleName()]


WORDS = {
    "people": "Mensen en apparaten", "sites": "Plekken en formulieren", "closures": "Gesloten dagen",
    "site_closures": "Onze gesloten dagen", "feed": "Agendabestand",
    "keys": "Sleutels", "keeping": "Kopieën",
    "retention": "Bewaren", "access": "Wie keek er", "look": "Dit programma",
}  # fmt: skip


def find_chip(page: AdminPage, section: str) -> QAbstractButton | None:
    """The chip of a section, where it is offered."""
    chips = [one for one in page.choice.findChildren(QAbstractButton) if one.isVisible()]
    return next((one for one in chips if one.text() == WORDS[section]), None)


def everything_logged(session: Session) -> list[AccessEvent]:
    """The whole access log of this file."""
    return access_log.between(session.db, session.now() - timedelta(days=1), session.now() + timedelta(days=1))


def errors(page: QWidget) -> list[str]:
    """What stands in red beside fields."""
    return [one.error() for one in page.findChildren(FormRow) if one.isVisible() and one.error()]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_named_and_whole(desk_of: Opens, section: str) -> None:
    page = opened(desk_of("coordinator" if section == "closures" else "worker"), section)

    assert page.stack.currentIndex() == SECTIONS.index(section)
    assert inspect(page) == []
    page.show_params({"section": "bestaat niet"})
    assert page.stack.currentIndex() == SECTIONS.index(section)


def test_people_and_the_spaces_of_this_device(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(_found_team)
    page = opened(place)

    assert any("Sanne de Vries" in one for one in lines(page, "Mensen en apparaten"))
    assert any("Buurtzorg Jong" in one for one in lines(page, "Ruimten van dit apparaat"))


def _found_team(session: Session) -> object:
    return enrolling.found(session, session.team_space)


def test_a_coordinator_opens_a_place(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    fill(page, Naam_van_de_plek="De Walsprong", Adres="Schoolstraat 1", Plaats="Zaltbommel", Telefoon="0418 000 009")
    press(page, "Plek openen")
    assert place.settle()

    assert any("De Walsprong" in one for one in lines(page, "Plekken"))
    assert field(page, "Naam van de plek").text() == ""
    assert place.toasts[-1][0].startswith("De plek staat open")


def test_a_coordinator_changes_a_place(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    press(page, "Wijzigen")
    assert field(page, "Naam van de plek").text() == "Praktijk De Waluwe"
    field(page, "Adres").clear()
    fill(page, Adres="Waalkade 9")
    assert inspect(page) == []
    press(page, "Bewaren")
    assert place.settle()

    assert any("Waalkade 9" in one for one in lines(page, "Plekken"))
    assert place.toasts[-1][0].startswith("Bewaard")
    press(page, "Wijzigen")
    press(page, "Annuleren")
    assert field(page, "Naam van de plek").text() == ""


def test_a_place_without_a_name_is_not_opened_and_what_was_typed_stays(desk_of: Opens) -> None:
    place = desk_of("coordinator")
    page = opened(place, "sites")
    fill(page, Plaats="Zaltbommel")
    press(page, "Plek openen")
    assert place.settle()

    assert len(errors(page)) == 1
    assert field(page, "Plaats").text() == "Zaltbommel"


def test_who_may_not_open_a_place_sees_no_form_for_it(desk_of: Opens) -> None:
    page = opened(desk_of("worker"), "sites")

    assert "Naam van de plek" not in [one.accessibleName() for one in page.findChildren(QLineEdit) if one.isVisible()]


def test_who_looked_is_shown_and_reading_it_counts(desk_of: Opens) -> None:
    page = opened(desk_of("worker"), "access")

    days = page.findChildren(RowList, "accessDay")
    assert days[0].accessibleName() == "dinsdag 24 november 2026"
    assert any("bekeek wie er in dossiers keek" in one.accessibleName() for one in days[0].rows())


def searched_often(session: Session) -> None:
    for place in range(130):
        saw(session, "", ("copy.preview", "retention.list")[place % 2])


def test_who_looked_goes_on_page_by_page(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(searched_often)
    page = opened(place, "access")
    (day,) = page.findChildren(RowList, "accessDay")
    assert len(day.rows()) <= 100
    (more,) = page.findChildren(QPushButton, "accessMore")
    assert more.isVisible()
    more.click()
    assert place.settle()
    day = page.findChildren(RowList, "accessDay")[-1]
    assert len(day.rows()) > 100
    assert not more.isVisible()


def test_who_may_not_read_the_log_is_not_offered_it(desk_of: Opens) -> None:
    page = opened(desk_of("assistant"), "access")

    assert page.stack.currentIndex() == SECTIONS.index("people")
    assert "Wie keek er" not in [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]


@pytest.mark.parametrize(
    ("who", "not_offered"),
    [
        ("worker", {"closures"}),
        ("gp", {"retention", "closures"}),
        ("assistant", {"retention", "access", "closures"}),
        ("coordinator", {"retention", "access", "feed", "site_closures"}),
    ],
)
def test_each_role_is_offered_what_it_may_and_is_refused_nothing(
    desk_of: Opens, who: str, not_offered: set[str]
) -> None:
    place = desk_of(who)
    page = opened(place)
    offered = [key for key in SECTIONS if find_chip(page, key) is not None]

    assert set(SECTIONS) - set(offered) == not_offered
    for key in SECTIONS:
        page.show_params({"section": key})
        assert place.settle()
        assert (page.stack.currentIndex() == SECTIONS.index(key)) == (key in offered)
    assert [one.purpose for one in place.do(everything_logged) if one.outcome == "role.may_not"] == []


def test_choices_of_look_are_told_to_the_program_once(desk_of: Opens, heard: Heard) -> None:
    place = desk_of("worker")
    place.desk.settings_changed.connect(heard.hear)
    page = opened(place, "look")
    press(page, "Donker")
    place.desk.settings = heard.items[-1]
    scale = next(one for one in page.look.findChildren(QComboBox) if one.accessibleName() == "Tekstgrootte")
    scale.setFocus()
    QTest.keyClick(scale, Qt.Key.Key_End)

    assert heard.items[0] == Settings(theme="dark")
    assert [one.scale for one in heard.items] in ([1.0], [1.0, 2.0])


def test_the_log_is_narrowed_checked_and_taken_along(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    page = opened(place, "access")
    part = page.access
    part.kind.setCurrentIndex(part.kind.findData("print"))
    press(page, "Tonen")
    assert place.settle()
    assert [one for one in page.findChildren(RowList, "accessDay") if one.isVisibleTo(page)] == []
    assert part._empty.isVisible()
    assert part.person.count() == 2

    press(page, "Nakijken of er niets aan veranderd is")
    assert place.settle()
    assert part._found.text().startswith("Alles klopt")
    assert inspect(page) == []
    part.export(tmp_path / "log.json")
    assert place.settle()
    assert (tmp_path / "log.json").exists()
    assert place.toasts[-1][0].startswith("Bewaard: ")
    part.export(tmp_path / "bestaat" / "niet" / "log.json")
    assert place.settle()


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (BrokenLog(4, "changed", own_device=True), "Regel 4 van dit apparaat is veranderd of verdwenen."),
        (BrokenLog(4, "contradiction", own_device=True), "Regel 4 van dit apparaat is anders"),
        (BrokenLog(4, "gap", own_device=True), "Regel 4 van dit apparaat klopt niet."),
        (BrokenLog(4, "gap", False, "ab12", "Joris Maas"), "Van Joris Maas (apparaat ab12) ontbreken regels"),
        (BrokenLog(4, "contradiction", False, "ab12"), "Regel 4 van iemand die hier niet meer bekend"),
        (BrokenLog(4, "other_device", False, "ab12", "Joris Maas"), "Regel 4 op naam van Joris Maas"),
    ],
)  # fmt: skip
def test_a_broken_log_is_named_with_what_to_do(desk_of: Opens, broken: BrokenLog, words: str) -> None:
    page = opened(desk_of("worker"), "access")
    page.access._checked(Checked(7, 1, (broken,)))

    assert page.access._found.text().startswith(words)
    assert "Wis niets" in page.access._found.text()


def test_what_other_devices_told_is_checked_as_well(desk_of: Opens) -> None:
    page = opened(desk_of("gp"), "access")
    page.access._checked(Checked(7, 2, ()))
    assert page.access._found.text().endswith("Wat 2 andere apparaten doorgaven ook.")
