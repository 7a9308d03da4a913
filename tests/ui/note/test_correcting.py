"""Notitie: something in a signed note is put right where one reads it, with a reason; the old words stay."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gpconnect.domain.notes import Addendum, Note
from gpconnect.services import after_talk
from gpconnect.ui.inspection import inspect
from tests.services.visits_help import a_talk_with_note
from tests.ui.note.test_page import all_of, click, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens


def test_a_passage_is_put_right_with_a_reason_and_both_are_read(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    (before,) = place.do(all_of, Note)
    page = opened(place, appointment=visit)
    assert page.signed is not None
    old = page.signed.correcting
    click(page, "noteCorrect")
    assert old.words.value() == "Ik wil weer slapen", "one changes what stands there"
    QTest.keyClick(old.words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(old.words, "Ik wil later slapen")
    QTest.keyClicks(old.reason, "verkeerd gehoord")
    QTest.keyClicks(old.asked_by, "Noor")
    until(lambda: inspect(page) == [])
    click(page, "noteCorrectKeep")
    assert place.settle()
    until(lambda: page.signed is not None and page.signed.correcting is not old)

    (added,) = place.do(all_of, Addendum)
    assert (added.correction, added.part, added.reason, added.asked_by) == (
        True,
        "request",
        "verkeerd gehoord",
        "Noor",
    )
    assert place.do(all_of, Note) == [before], "the note itself stays as it was signed"
    said = [one.text() for one in page.signed.findChildren(QLabel)]
    assert "Ik wil weer slapen" in said
    assert any("Ik wil later slapen" in one and "verkeerd gehoord" in one for one in said)
    telling = place.do(after_talk.after_talk, visit).telling
    assert telling is None or "weer slapen" not in str(telling.lines)
    click(page, "noteCorrect")
    assert page.signed.correcting.words.value() == "Ik wil later slapen"


def test_without_a_change_or_a_reason_nothing_is_put_right(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_talk_with_note))
    assert page.signed is not None
    card = page.signed.correcting
    click(page, "noteCorrect")
    click(page, "noteCorrectKeep")
    assert card.error.text()
    assert card.error.isVisibleTo(page)

    QTest.keyClicks(card.words, "Niet: ")
    click(page, "noteCorrectKeep")
    assert place.settle()
    assert "reden" in card.error.text()
    assert card.words.value() == "Niet: Ik wil weer slapen"
    assert place.do(all_of, Addendum) == []


def test_what_was_chosen_is_put_right_in_words(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_talk_with_note))
    assert page.signed is not None
    card = page.signed.correcting
    click(page, "noteCorrect")

    card.passage.setCurrentIndex(card.passage.findText("Is de jeugdige nu veilig?"))

    assert card.words.value() == ""
