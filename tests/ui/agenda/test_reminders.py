"""The list of families to phone: from the agenda, on the screen and on paper."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gpconnect.ui.agenda.page import AgendaPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.services.test_reminders import book
from tests.ui.workplace import Opens, Workplace, find


def press(place: Workplace, page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert place.settle()


def opened(place: Workplace) -> AgendaPage:
    page = AgendaPage(place.desk)
    place.show(page)
    press(place, page, "agendaReminders")
    return page


def test_who_comes_soon_stands_under_the_day_on_which_to_phone_and_can_be_printed(desk_of: Opens) -> None:
    place = desk_of("assistant")
    place.do(book, "Emma")
    place.do(book, "Bo", shared=False)
    page = opened(place)
    assert page.header.title() == "Bellijst"
    (rows,) = [one for one in page.reminders.findChildren(RowList) if one.isVisible()]
    assert rows.accessibleName() == "Bel uiterlijk ma 30 nov"

    assert [one.row.title for one in rows.rows()] == ["Emma Jansen", "Jeugdige"]
    words = " ".join(one.text() for one in page.reminders.findChildren(QLabel) if one.isVisible())
    assert "06-12 34 56 78" in words
    assert "Veilig bereiken: niets inspreken" in words
    assert "nummer niet gedeeld" in words
    assert not inspect(page)

    press(place, page, "remindersPrint")
    assert page.reminders.paper.isVisible()
    assert not inspect(page)
    press(place, page, "remindersClose")
    assert page.header.title() == "Agenda"


def test_an_empty_list_says_so_and_prints_nothing(desk_of: Opens) -> None:
    page = opened(desk_of("assistant"))

    words = " ".join(one.text() for one in page.reminders.findChildren(QLabel) if one.isVisible())
    assert "Niemand om te bellen" in words
    assert not page.reminders.print_button.isEnabled()
