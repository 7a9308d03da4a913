"""*Beheer* with the text at 200 %: the next thing to press or to type is never below the edge of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.services import keeping
from gpconnect.ui import theme
from gpconnect.ui.admin.page import AdminPage
from gpconnect.ui.parts import PushButton, Scroller, column, reveal
from tests.services.conftest import PASSPHRASE
from tests.ui.workplace import Workplace

Opens = Callable[[str], Workplace]


@pytest.fixture(autouse=True)
def large(app: QApplication) -> Iterator[None]:
    """Text twice as large, in a window of an ordinary laptop."""
    theme.apply(app, theme.Theme(scale=2.0))
    yield
    theme.apply(app, theme.Theme())


def opened(place: Workplace, section: str) -> AdminPage:
    page = AdminPage(place.desk)
    place.show(page)
    page.show_params({"section": section})
    assert place.settle()
    return page


def settle(place: Workplace) -> None:
    """Until what was asked is there, it has been laid out, and what waits for the layout is done."""
    assert place.settle()
    for _ in range(3):
        QApplication.processEvents()


def button(page: QWidget, words: str) -> PushButton:
    return next(one for one in page.findChildren(PushButton) if one.text() == words and one.isVisible())


def is_seen(widget: QWidget) -> bool:
    """Whether all of it lies within what scrolls around it."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    assert around is not None, "it stands on a page that scrolls"
    view = around.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()


@pytest.mark.parametrize(
    ("opens", "primary"),
    [
        ("Wijzigen", "Wachtwoordzin wijzigen"),
        ("Herstelblad maken", "Ik heb de code op papier"),
        ("Vernieuwen …", "Versleuteling vernieuwen"),
        ("Werkgever toevoegen …", "Bestand kiezen …"),
    ],
)
def test_a_step_at_the_keys_opens_with_its_button_in_sight(desk_of: Opens, opens: str, primary: str) -> None:
    place = desk_of("worker")
    page = opened(place, "keys")
    button(page, opens).click()
    settle(place)

    assert is_seen(button(page, primary))
    typed = QApplication.focusWidget()
    assert typed is not None
    assert is_seen(typed)


def test_the_next_question_of_a_step_is_in_sight_as_well(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, "keys")
    button(page, "Herstelblad maken").click()
    settle(place)
    button(page, "Ik heb de code op papier").click()
    settle(place)

    assert is_seen(button(page, "Klaar"))
    assert is_seen(page.findChildren(QLineEdit, "recoveryTyped")[0])


def test_what_is_wrong_pushes_no_button_out_of_sight(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, "keys")
    button(page, "Wijzigen").click()
    settle(place)
    for field in (one for one in page.findChildren(QLineEdit) if one.isVisible()):
        field.setText("kort")
    button(page, "Wachtwoordzin wijzigen").click()
    settle(place)

    assert is_seen(button(page, "Wachtwoordzin wijzigen"))


def test_putting_a_copy_back_shows_each_time_what_comes_next(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    copy = tmp_path / "een.kopie"
    place.do(keeping.back_up, copy)
    page = opened(place, "keeping")
    page.keeping.restoring.choose(copy)
    settle(place)
    assert is_seen(button(page, "Laten zien wat erin zit"))

    typed = next(one for one in page.keeping.restoring.findChildren(QLineEdit) if one.isVisible())
    typed.setText("een andere wachtzin")
    button(page, "Laten zien wat erin zit").click()
    settle(place)
    assert is_seen(button(page, "Laten zien wat erin zit"))

    typed.setText(PASSPHRASE)
    button(page, "Laten zien wat erin zit").click()
    settle(place)
    assert is_seen(button(page, "Deze kopie terugzetten"))
    assert is_seen(button(page, "Toch niet"))


def test_a_part_higher_than_the_window_shows_its_beginning_or_what_takes_the_keyboard(qtbot: QtBot) -> None:
    first, last = QLineEdit(), QLineEdit()
    tall, between = QWidget(), QLabel()
    between.setFixedHeight(2000)
    tall.setLayout(column(first, between, last))
    above = QLabel()
    above.setFixedHeight(900)
    page = Scroller(column(above, tall))
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    page.activateWindow()
    QApplication.processEvents()

    reveal(tall)
    QApplication.processEvents()
    assert is_seen(first)
    last.setFocus(Qt.FocusReason.OtherFocusReason)
    reveal(tall)
    QApplication.processEvents()
    assert is_seen(last)


def test_a_part_that_nothing_scrolls_stays_where_it_is(qtbot: QtBot) -> None:
    alone = QLabel("hier")
    qtbot.addWidget(alone)
    alone.show()
    before = alone.pos()
    reveal(alone)
    QApplication.processEvents()

    assert alone.pos() == before
