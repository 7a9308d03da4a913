"""What is typed, pasted or kept comes out of a field as it went in, whatever characters it is made of."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gpconnect.domain.notes import Note
from gpconnect.ui.forms.fields import LongField, TextField
from tests.services.test_hostile_notes import HOSTILE, a_note
from tests.ui.note.test_page import all_of, click, opened
from tests.ui.workplace import Opens

PARAGRAPHS = "\r\u2029\ufdd0\ufdd1"
"""What a text of paragraphs is itself made of: each begins a line, and comes out as a newline."""
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=PARAGRAPHS)
OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(words=st.text(CHARACTERS, max_size=200), before=st.text(CHARACTERS, max_size=20))
@OFTEN
def test_a_long_answer_is_exact_when_kept_and_when_pasted(qtbot: QtBot, words: str, before: str) -> None:
    field = LongField()
    qtbot.addWidget(field)
    field.set_value(words)
    assert field.value() == words

    field.set_value(before)
    field.moveCursor(field.textCursor().MoveOperation.End)
    data = QMimeData()
    data.setText(words)
    field.insertFromMimeData(data)
    assert field.value() == before + words


@given(words=st.text(CHARACTERS, max_size=200))
@OFTEN
def test_a_short_answer_is_exact(qtbot: QtBot, words: str) -> None:
    field = TextField()
    qtbot.addWidget(field)

    field.set_value(words)

    assert field.value() == words


@pytest.mark.parametrize("break_of", PARAGRAPHS)
def test_every_kind_of_new_paragraph_is_a_line_break(qtbot: QtBot, break_of: str) -> None:
    field = LongField()
    qtbot.addWidget(field)

    field.set_value(f"een{break_of}twee")

    assert field.value() == "een\ntwee"


@pytest.mark.parametrize("start", ["", "lang " * 5000])
def test_shift_and_enter_begin_a_line_as_enter_does(qtbot: QtBot, start: str) -> None:
    field = LongField()
    qtbot.addWidget(field)
    field.set_value(start)
    field.moveCursor(field.textCursor().MoveOperation.End)

    QTest.keyClicks(field, "een")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "twee")

    assert field.value() == f"{start}een\ntwee"


def test_a_megabyte_in_one_line_is_cut_nowhere(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    words = "x" * 1_000_000
    QApplication.clipboard().setText(words)
    field.paste()
    QApplication.clipboard().clear()

    assert field.value() == words


def test_a_hostile_note_reads_as_the_text_that_it_is(desk_of: Opens) -> None:
    place = desk_of("worker")
    note_id = place.do(a_note, HOSTILE)
    (note,) = place.do(all_of, Note)
    page = opened(place, appointment=note.appointment_id)
    field: Any = page.signed.field if page.signed is not None else None
    field.insertPlainText(HOSTILE)
    click(page, "noteAddendumAdd")
    assert place.settle()

    said = [one for one in page.findChildren(QLabel) if one.text() == HOSTILE]
    assert note_id == note.id
    assert len(said) == 2, "the note and its addendum, to the letter"
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in said)
