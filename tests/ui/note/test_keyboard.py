"""Notitie without a mouse: into the talk of now, along the questions, and signed; the keyboard stays where it is."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.domain.care import Outcome
from gpconnect.domain.changes import Changes
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.domain.schedule import VisitKind
from gpconnect.services import feedback, outcomes, visits
from gpconnect.ui.note.page import NotePage
from gpconnect.ui.robot import Robot
from tests.services.visits_help import a_booking, a_talk_with_note
from tests.ui.note.test_page import all_of, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens


def has_keyboard(page: NotePage, name: str) -> bool:
    return Robot(page).has_keyboard(name)


def press(page: NotePage, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(page), key, keys)


def focused(page: NotePage) -> QWidget:
    found = page.focusWidget()
    assert found is not None
    return found


def test_a_follow_up_is_written_and_signed_without_a_click(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_booking, 0, given_name="Eerder")
    now = place.do(a_booking, 1, visit=VisitKind.FOLLOW_UP, words="")
    place.do(visits.begin, now)
    page = opened(place)
    until(lambda: has_keyboard(page, "noteVisits"))

    press(page, Qt.Key.Key_Return)
    assert place.settle()
    until(lambda: has_keyboard(page, "form_present"))
    QTest.keyClicks(focused(page), "Noor")
    press(page, Qt.Key.Key_Tab)
    QTest.keyClicks(focused(page), "Ze sliep door")
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert place.settle()
    until(lambda: has_keyboard(page, "form_safety_changed"))
    QTest.keyClicks(focused(page), "n")
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert place.settle()

    (note,) = place.do(all_of, Note)
    assert note.appointment_id == now
    assert note.answers == {"present": "Noor", "since": "Ze sliep door", "safety_changed": "no"}
    until(lambda: has_keyboard(page, "afterOutcome"))


def test_saving_by_itself_and_news_of_others_leave_the_keyboard_in_place(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking))
    assert page.writing is not None
    field: Any = page.writing.form.field("request")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.Start)
    QTest.keyClicks(field, "Nu ")
    until(lambda: bool(place.do(all_of, NoteDraft)))
    place.desk.tasks.changed.emit(Changes(frozenset({"note_draft", "appointment", "note"}), frozenset()))
    assert place.settle()

    assert QApplication.focusWidget() == field
    QTest.keyClicks(focused(page), "wel: ")
    assert field.value() == "Nu wel: Ik slaap slecht"


def test_who_comes_back_after_rounding_off_is_with_the_next_talk(desk_of: Opens) -> None:
    place = desk_of("worker")
    done = place.do(a_talk_with_note)
    following = place.do(a_booking, 1, given_name="Daarna")
    place.do(feedback.allow, done, "patient")
    place.do(outcomes.finish, done, Outcome.ADVICE_ONLY, None, {"S": "Slaapt slecht"})
    place.do(visits.begin, following)
    page = opened(place, appointment=done)
    until(lambda: page.after is not None and page.after.is_done)

    page.hide()
    page.show()
    assert place.settle()

    until(lambda: has_keyboard(page, "noteVisits"))
    press(page, Qt.Key.Key_Return)
    assert place.settle()
    until(lambda: page.writing is not None)
    assert page.place() == {"appointment": following}


def test_a_note_that_waits_for_its_outcome_is_still_there(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place, appointment=visit)
    until(lambda: page.after is not None)

    page.hide()
    page.show()
    assert place.settle()

    assert page.after is not None
    assert page.place() == {"appointment": visit}


def test_without_a_talk_that_goes_on_the_keyboard_is_on_what_was_last_worked_on(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    page = opened(place, appointment=visit)
    assert page.writing is not None
    QTest.keyClicks(page.writing.form.field("wish"), "rust")
    page.show_params({})
    assert place.settle()

    until(lambda: has_keyboard(page, "noteDrafts"))
