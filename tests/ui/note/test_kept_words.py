"""Notitie: what was written stays in sight with its mark, and leaves only as the family agreed."""

from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gpconnect.domain.care import Outcome
from gpconnect.domain.notes import Note
from gpconnect.services import feedback, notes, outcomes, resources, rights, templates
from gpconnect.services.session import Session
from tests.services.visits_help import a_booking, a_talk_with_note
from tests.ui.note.test_page import all_of, click, opened, type_in
from tests.ui.workplace import Opens


def test_another_template_keeps_what_was_typed_in_sight_and_its_mark(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking))
    type_in(page, "about_others", "Vader drinkt")
    assert page.writing is not None
    combo = page.writing.template

    combo.setCurrentIndex(combo.findText(templates.form_of("advice", 1).title))
    combo.activated.emit(combo.currentIndex())
    assert place.settle()

    field: Any = page.writing.form.field("about_others")
    assert field.isVisibleTo(page)
    assert field.value() == "Vader drinkt"
    type_in(page, "advice", "Rust")
    QTest.mouseClick(cast("Any", page.writing.form.field("safe")).chip("yes"), Qt.MouseButton.LeftButton)
    click(page, "noteSign")
    assert place.settle()
    (note,) = place.do(all_of, Note)
    assert (note.template, note.third_party) == ("advice", ("about_others",))
    assert page.after is not None
    assert page.after.editor is not None
    assert "Vader" not in str(page.after.editor.lines())
    assert any("Vader drinkt" in one.text() for one in page.findChildren(QLabel))


def test_a_draft_opens_on_the_version_that_it_was_written_in(desk_of: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    place.do(a_draft, visit, "follow_up", {"since": "Het ging beter"})
    old = templates.form_of("follow_up", 1)
    forms = resources.load_forms() | {("follow_up", 2): replace(old, version=2, items=old.items[-1:])}
    monkeypatch.setattr(resources, "load_forms", lambda: forms)

    page = opened(place, appointment=visit)

    assert page.writing is not None
    assert (page.writing.form.form.id, page.writing.form.form.version) == ("follow_up", 1)
    assert cast("Any", page.writing.form.field("since")).value() == "Het ging beter"
    assert page.writing.template.currentText() == "Vervolggesprek (eerdere versie)"


def test_going_on_upon_a_newer_version_is_somebodys_own_choice_and_keeps_every_word(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    place.do(a_draft, visit, "first_talk", {"request": "Slaap", "about_others": "Vader drinkt"})
    page = opened(place, appointment=visit)
    assert page.writing is not None
    combo = page.writing.template
    assert combo.currentText() == "Eerste gesprek (eerdere versie)"
    assert page.writing.form.form.item("family_plan") is None

    combo.setCurrentIndex(combo.findText("Eerste gesprek"))
    combo.activated.emit(combo.currentIndex())
    QTest.mouseClick(cast("Any", page.writing.form.field("family_plan")).chip("yes"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(cast("Any", page.writing.form.field("safety")).chip("safe"), Qt.MouseButton.LeftButton)
    click(page, "noteSign")
    assert place.settle()

    (note,) = place.do(all_of, Note)
    assert (note.template_version, note.third_party) == (2, ("about_others",))
    said = {"request": "Slaap", "about_others": "Vader drinkt", "family_plan": "yes", "safety": "safe"}
    assert note.answers == said


def test_a_draft_of_a_newer_program_is_in_sight_and_signed_on_what_the_screen_shows(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    place.do(a_draft, visit, "of_tomorrow", {"request": "Slaap", "deep": "Deze zin", "safety": "safe"})

    page = opened(place, appointment=visit)

    assert page.writing is not None
    assert cast("Any", page.writing.form.field("deep")).value() == "Deze zin"
    click(page, "noteSign")
    assert place.settle()
    (note,) = place.do(all_of, Note)
    assert (note.template, note.answers["deep"]) == ("first_talk", "Deze zin")


def a_draft(session: Session, visit: str, template: str, answers: dict[str, Any]) -> None:
    """Somebody wrote this on another template than the talk's own."""
    _, view = notes.open_visit(session, visit)
    notes.save_draft(session, replace(view.draft, template=template, template_version=1, answers=answers))


def test_the_lines_are_copied_once_the_family_agreed(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    QApplication.clipboard().clear()
    page = opened(place, appointment=visit)
    click(page, "feedbackCopy")
    assert place.settle()
    assert QApplication.clipboard().text() == ""
    assert page.after is not None
    assert "toestemming" in page.after.error.text()

    click(page, "feedbackAllow")
    assert place.settle()
    click(page, "feedbackCopy")
    assert place.settle()

    assert QApplication.clipboard().text() == "S  Ik wil weer slapen\nP  Sanne belt maandag"


def test_a_correction_after_sending_is_said_beside_what_was_sent(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    place.do(feedback.allow, visit, "patient")
    place.do(outcomes.finish, visit, Outcome.BRIEF_SUPPORT, None, {"S": "Slaapt slecht"})
    place.clock.forward(minutes=1)
    (note,) = place.do(all_of, Note)
    place.do(rights.correct, note.id, "request", "Slaapt goed", "Was niet zo", "Noor")

    page = opened(place, appointment=visit)

    assert page.after is not None
    assert any("oude woorden" in one.text() for one in page.after.findChildren(QLabel))
