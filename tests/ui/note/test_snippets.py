"""Notitie: a sign becomes a sentence at a blank or Tab, Esc takes it back, and dictation is left alone."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gpconnect.domain.notes import NoteDraft
from gpconnect.services import snippets
from gpconnect.ui.inspection import inspect
from gpconnect.ui.note.page import NotePage
from tests.services.visits_help import a_booking
from tests.ui.note.test_page import all_of, click, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find

SAFE = "Veiligheid besproken met "


def writing(place: Workplace) -> NotePage:
    page = opened(place, appointment=place.do(a_booking, words=""))
    until(lambda: bool(page.writing and page.writing.snippets._texts))
    return page


def field_of(page: NotePage, item: str) -> Any:
    assert page.writing is not None
    field: Any = page.writing.form.field(item)
    field.setFocus()
    return field


@pytest.mark.parametrize("item", ["request", "wish"])
def test_a_sign_becomes_its_sentence_at_a_blank_or_tab_and_is_kept(desk_of: Opens, item: str) -> None:
    place = desk_of("worker")
    page = writing(place)
    field = field_of(page, item)

    QTest.keyClicks(field, "Goed. .vt moeder, .tel")
    QTest.keyClick(field, Qt.Key.Key_Tab)

    said = f"Goed. {SAFE}moeder, Telefonisch gesproken met "
    assert field.value() == said
    assert QApplication.focusWidget() == field, "this Tab was for the sign"
    page.hide()
    assert place.settle()
    assert [one.answers[item] for one in place.do(all_of, NoteDraft)] == [said]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() != field


@pytest.mark.parametrize("item", ["request", "wish"])
def test_esc_right_after_it_takes_the_sentence_back(desk_of: Opens, item: str) -> None:
    place = desk_of("worker")
    field = field_of(writing(place), item)

    QTest.keyClicks(field, "Zie .vt ")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.value() == "Zie .vt "
    QTest.keyClicks(field, "dus")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert field.value() == "Zie .vt dus"


@pytest.mark.parametrize("typed", ["x.vt ", ".vtx ", ".vt. ", "www.vt ", ".v t "])
def test_what_only_looks_like_a_sign_stays(desk_of: Opens, typed: str) -> None:
    field = field_of(writing(desk_of("worker")), "request")

    QTest.keyClicks(field, typed)

    assert field.value() == typed


def test_dictation_and_pasting_mean_what_they_bring(desk_of: Opens) -> None:
    field = field_of(writing(desk_of("worker")), "request")
    spoken = QInputMethodEvent()
    spoken.setCommitString("Punt .vt")
    QApplication.sendEvent(field, spoken)
    QTest.keyClicks(field, " ")
    assert field.value() == "Punt .vt "

    whole = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "en .tel ")
    QApplication.sendEvent(field, whole)
    QApplication.clipboard().setText("plak .vt")
    field.paste()
    QApplication.clipboard().clear()
    QTest.keyClicks(field, " ")

    assert field.value() == "Punt .vt en .tel plak .vt "


def test_signs_go_on_upon_another_template(desk_of: Opens) -> None:
    page = writing(desk_of("worker"))
    assert page.writing is not None
    combo = page.writing.template
    combo.setCurrentIndex(combo.findText("Adviesgesprek"))
    combo.activated.emit(combo.currentIndex())

    field = field_of(page, "advice")
    QTest.keyClicks(field, ".vt ")

    assert field.value() == SAFE


def test_an_own_sentence_is_added_used_and_taken_away_with_a_way_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = writing(place)
    field = field_of(page, "request")
    click(page, "snippetsOpen")
    click(page, "snippetKeep")
    assert place.settle()
    assert "Er is niets veranderd" in page.phrases.row.error()
    QTest.keyClicks(page.phrases.keyword, "eer")
    QTest.keyClicks(page.phrases.words, "Eerder gedaan:")
    click(page, "snippetKeep")
    assert place.settle()
    until(lambda: page.phrases.keyword.text() == "")
    until(lambda: inspect(page) == [])

    field.setFocus()
    QTest.keyClicks(field, ".eer school")
    assert field.value() == "Eerder gedaan: school"

    away = next(one for one in page.phrases.findChildren(QPushButton) if one.accessibleName() == "Weghalen: .eer")
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    assert place.settle()
    assert ".eer" not in [one.keyword for one in place.do(snippets.listed)]
    place.toasts[-1][1]()
    assert place.settle()
    assert ".eer" in [one.keyword for one in place.do(snippets.listed)]
    assert find(page, QPushButton, "snippetsOpen").text() == "Inklappen"
