"""A long answer with far too much in it: exact, and every key as quick as ever."""

from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gpconnect.ui.forms.fields import LongField

MEGABYTE = "Een zin van zeven woorden over school 😕. " * 25_000
SHAPES = [MEGABYTE, f"Kop\n\n{MEGABYTE}\nStaart", "é\n" * 30_000, "x" * 20_001, "y" * 8_001, ""]


def a_field(qtbot: QtBot) -> LongField:
    field = LongField()
    qtbot.addWidget(field)
    field.resize(600, 100)
    field.show()
    return field


def paste(field: LongField, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    field.insertFromMimeData(data)


@pytest.mark.parametrize("words", SHAPES, ids=["one paragraph", "between", "lines", "long", "just", "nothing"])
def test_what_is_pasted_or_kept_is_exact(qtbot: QtBot, words: str) -> None:
    field = a_field(qtbot)
    answers: list[bool] = []
    field.answered.connect(lambda: answers.append(True))
    paste(field, words)
    assert field.value() == words
    assert len(answers) == (1 if words else 0)

    other = a_field(qtbot)
    other.set_value(words)
    assert other.value() == words
    other.set_value("kort")
    assert other.value() == "kort"


def test_it_goes_where_the_cursor_stands_and_enter_begins_a_paragraph(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.set_value("voor na")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    paste(field, MEGABYTE)
    assert field.value() == f"voor {MEGABYTE}na"

    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == f"voor {MEGABYTE}\nna"
    cursor = field.document().find("woorden", 10_000)
    cursor.clearSelection()
    field.setTextCursor(cursor)
    before = str(field.value())
    QTest.keyClick(field, Qt.Key.Key_Return)
    after = str(field.value())
    assert (len(after), after.replace("\n", "")) == (len(before) + 1, before.replace("\n", ""))
    paste(field, "een\ntwee")
    assert str(field.value()).count("\n") == after.count("\n") + 1
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.value() == ""


@pytest.mark.parametrize(
    ("words", "most"),
    [(MEGABYTE, 0.1), (MEGABYTE[:200_000], 0.016), ("Een zin van zeven woorden over school.\n" * 5_000, 0.016)],
    ids=["a megabyte", "one paragraph", "lines"],
)
def test_a_key_in_far_too_much_is_quick(qtbot: QtBot, words: str, most: float) -> None:
    """Seconds of the quickest of some keys: what else this machine does is no fault of the field."""
    field = a_field(qtbot)
    paste(field, words)
    QApplication.processEvents()
    took = []
    for _ in range(8):
        began = perf_counter()
        QTest.keyClicks(field, "x")
        field.value()
        QApplication.processEvents()
        took.append(perf_counter() - began)

    assert min(took) < most, "as one paragraph it takes half a second and more"
    assert str(field.value()).endswith("xxxxx")
