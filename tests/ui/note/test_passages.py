"""Notitie: words about somebody else go under the question that nobody else reads, from any template."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gpconnect.domain.leftovers import ABOUT_ANOTHER
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.services import after_talk
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.inspection import inspect
from gpconnect.ui.note.page import NotePage
from tests.services.visits_help import a_booking
from tests.ui.note.test_page import all_of, click, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens

SECRET = "vader drinkt 😕 te veel"


def choose_template(page: NotePage, title: str) -> None:
    assert page.writing is not None
    combo = page.writing.template
    combo.setCurrentIndex(combo.findText(title))
    combo.activated.emit(combo.currentIndex())


def select(page: NotePage, item: str, words: str) -> Any:
    """As with the mouse: the words in this field."""
    assert page.writing is not None
    field: Any = page.writing.form.field(item)
    field.setFocus()
    if isinstance(field, LongField):
        found = field.document().find(words)
        assert found.hasSelection()
        field.setTextCursor(found)
    else:
        field.setSelection(field.text().index(words), len(words.encode("utf-16-le")) // 2)
    return field


def press_about(page: NotePage) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    field = page.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_D, keys)


@pytest.mark.parametrize(
    ("title", "item", "key"),
    [
        ("Eerste gesprek", "request", "about_others"),
        ("Eerste gesprek", "wish", "about_others"),
        ("Adviesgesprek", "request", ABOUT_ANOTHER),
        ("Familiegroepsplan", "opinion", ABOUT_ANOTHER),
    ],
)
def test_selected_words_go_under_the_question_about_another_and_are_kept_there(
    desk_of: Opens, title: str, item: str, key: str
) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking, words=""))
    choose_template(page, title)
    assert page.writing is not None
    page.writing.form.set_value({item: f"Ze slaapt slecht, {SECRET}, dat helpt niet"})
    field = select(page, item, SECRET)

    press_about(page)

    assert page.writing.form.form.item(key) is not None
    assert page.writing.answers() == {item: "Ze slaapt slecht, , dat helpt niet", key: SECRET}
    assert page.focusWidget() is (field if key == "about_others" else page.writing.form.field(item))
    assert page.writing.form.field(key).isVisibleTo(page)
    QTest.keyClicks(page.focusWidget(), "en")
    assert page.writing.answers()[item] == "Ze slaapt slecht, en, dat helpt niet"
    page.hide()
    assert place.settle()
    assert [one.answers[key] for one in place.do(all_of, NoteDraft)] == [SECRET]


def test_it_is_taken_back_until_somebody_types_on(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking, words=f"Slaap. {SECRET}"))
    assert page.writing is not None
    before = page.writing.answers()
    select(page, "request", SECRET)
    press_about(page)
    assert place.toasts[-1][0].startswith("Staat nu bij: Wat vertelden anderen")
    assert page.writing.answers() != before
    place.toasts[-1][1]()
    assert page.writing.answers() == before

    field = select(page, "request", SECRET)
    click(page, "noteAboutAnother")
    undo = place.toasts[-1][1]
    QTest.keyClicks(field, " en verder")
    typed = page.writing.answers()
    undo()

    assert page.writing.answers() == typed
    assert place.toasts[-1][0].startswith("Er is niets verplaatst")


def test_without_a_selection_or_where_it_stands_already_nothing_moves(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking))
    assert page.writing is not None
    page.writing.form.set_value({"request": "Slaap", "about_others": SECRET})
    page.writing.form.field("request").setFocus()
    press_about(page)
    select(page, "about_others", SECRET)
    press_about(page)

    assert page.writing.answers() == {"request": "Slaap", "about_others": SECRET}
    assert [words[:22] for words, _undo in place.toasts] == ["Er is niets verplaatst"] * 2
    until(lambda: inspect(page) == [])


def test_what_was_moved_is_in_no_line_for_the_gp(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking, words=f"Slaap. {SECRET}")
    page = opened(place, appointment=visit)
    assert page.writing is not None
    chips: Any = page.writing.form.field("safety")
    QTest.mouseClick(chips.chip("safe"), Qt.MouseButton.LeftButton)
    select(page, "request", SECRET)
    press_about(page)
    click(page, "noteSign")
    assert place.settle()

    (note,) = place.do(all_of, Note)
    assert (note.answers["about_others"], note.third_party) == (SECRET, ("about_others",))
    telling = place.do(after_talk.after_talk, visit).telling
    assert SECRET not in str(telling)


def test_a_selection_over_the_pieces_of_a_long_paragraph_is_exact() -> None:
    field = LongField()
    words = "Een zin over school en thuis 😕. " * 700
    field.set_value(f"kop\n{words}\nstaart")

    field.selectAll()

    assert field.selected() == f"kop\n{words}\nstaart"
    field.deleteLater()
