"""*Beheer*: people, places, copies, who looked, and how the program looks here; the keys have a page of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from gpconnect.services import admin, enrolling
from gpconnect.services.session import Session
from gpconnect.ui.admin.page import SECTIONS, AdminPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import FormRow, RowList
from gpconnect.ui.settings import Settings
from tests.services.conftest import PASSPHRASE
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


def errors(page: QWidget) -> list[str]:
    """What stands in red beside fields."""
    return [one.error() for one in page.findChildren(FormRow) if one.isVisible() and one.error()]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_named_and_whole(desk_of: Opens, section: str) -> None:
    page = opened(desk_of("worker"), section)

    assert page.stack.currentIndex() == SECTIONS.index(section)
    assert inspect(page) == []
    page.show_params({"section": "bestaat niet"})
    assert page.stack.currentIndex() == SECTIONS.index(section)


def test_people_and_the_spaces_of_this_device(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(_found_team)
    page = opened(place)

    assert any("Sanne de Vries" in one for one in lines(page, "Mensen in de pilot"))
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


def test_a_copy_is_made_with_the_right_passphrase(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    page = opened(place, "keeping")
    fill(page, Je_wachtwoordzin=PASSPHRASE)
    page.keeping.back_up(tmp_path / "kopie")
    assert place.settle()

    assert (tmp_path / "kopie").exists()
    assert field(page, "Je wachtwoordzin").text() == ""
    assert place.do(admin.overview).last_copy == place.clock()
    assert "nagelezen" in place.toasts[-1][0]


def test_a_copy_with_a_wrong_passphrase_is_not_made_and_what_was_typed_stays(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    page = opened(place, "keeping")
    fill(page, Je_wachtwoordzin="verkeerd")
    page.keeping.back_up(tmp_path / "kopie")
    assert place.settle()

    assert not (tmp_path / "kopie").exists()
    assert len(errors(page)) == 1
    assert field(page, "Je wachtwoordzin").text() == "verkeerd"


def test_who_looked_is_shown_and_reading_it_counts(desk_of: Opens) -> None:
    page = opened(desk_of("worker"), "access")

    assert any("las dit overzicht" in one for one in lines(page, "Wie keek er"))


def test_who_may_not_read_the_log_is_told_so(desk_of: Opens) -> None:
    page = opened(desk_of("assistant"), "access")

    said = [one.text() for one in page.access.findChildren(type(page.access._words)) if one.isVisible()]
    assert any("rol" in one for one in said)


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
