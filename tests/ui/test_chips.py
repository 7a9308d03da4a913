"""Questions answered by chips, by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gpconnect.ui.parts import ChipGroup, column

Show = Callable[..., QWidget]


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    """A key to whatever has the focus."""
    QTest.keyClick(focused(), key)


REASONS = [("fear", "Spanning of angst"), ("sleep", "Slapen"), ("busy", "Druk of concentratie"), ("drugs", "Drugs")]


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("sl", ["sleep"]),
        ("slapen", ["sleep"]),
        ("s", []),
        ("s ", ["fear"]),
        ("SP", ["fear"]),
        ("ang", ["fear"]),
        ("sl, ang", ["fear", "sleep"]),
        ("sl con", ["sleep", "busy"]),
        ("druk of", ["busy"]),
        ("sl  ", []),
        (" ", ["fear"]),
        ("x,sl", ["sleep"]),
    ],
)
def test_typing_the_beginning_of_an_answer_chooses_it_once_only_one_begins_so(
    shown: Show, typed: str, chosen: list[str]
) -> None:
    group = ChipGroup("Waar gaat het over?", REASONS)
    shown(group)
    group.setFocus()
    QTest.keyClicks(group.chip("fear"), typed[:1])
    for sign in typed[1:]:
        QTest.keyClicks(focused(), sign)

    assert group.chosen() == chosen


def test_whoever_comes_back_begins_another_word(shown: Show) -> None:
    page = QWidget()
    group, after = ChipGroup("Waar gaat het over?", REASONS), QLineEdit()
    page.setLayout(column(group, after))
    shown(page)
    group.setFocus()
    QTest.keyClicks(focused(), "sl")
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(Qt.Key.Key_Backtab)
    QTest.keyClicks(focused(), "con")

    assert group.chosen() == ["sleep", "busy"]


def test_a_question_is_one_stop_of_the_tab_key_where_one_was_last(shown: Show) -> None:
    page = QWidget()
    before, after = QLineEdit(), QLineEdit()
    group = ChipGroup("Waar gaat het over?", REASONS)
    page.setLayout(column(before, group, after))
    shown(page)
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert group.chip("fear").hasFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert group.chip("sleep").hasFocus()
    group.choose(["drugs"])
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert group.chip("drugs").hasFocus()


def test_a_letter_with_alt_answers_from_anywhere(shown: Show) -> None:
    page = QWidget()
    field = QLineEdit()
    group = ChipGroup("Mag dit?", multi=False)
    group.set_options([("yes", "Sam & Noor: goed"), ("ask", "Nog vragen")], {"yes": "g", "ask": "n"})
    page.setLayout(column(field, group))
    shown(page)
    field.setFocus()
    QTest.keySequence(field, QKeySequence("Alt+N"))
    assert group.chosen() == ["ask"]
    QTest.keySequence(field, QKeySequence("Alt+G"))
    assert group.chosen() == ["yes"]
    QTest.keySequence(field, QKeySequence("Alt+G"))
    assert group.chosen() == ["yes"], "said again it is the same answer, never its opposite"
    assert field.hasFocus()
    assert field.text() == ""


def test_of_what_cannot_go_without_the_chosen_one_stays_chosen(shown: Show) -> None:
    tabs = ChipGroup("Onderdeel", REASONS, always=True)
    shown(tabs)
    tabs.choose(["sleep"])
    tabs.chip("sleep").click()
    assert tabs.chosen() == ["sleep"]

    tabs.chip("busy").click()
    assert tabs.chosen() == ["busy"]
