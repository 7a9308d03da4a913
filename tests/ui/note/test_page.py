"""Notitie: writing, signing, and what happens after the talk."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from gpconnect.domain.care import Encounter, Feedback, FeedbackStatus, Outcome
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Addendum, Note, NoteDraft
from gpconnect.domain.schedule import Appointment, VisitKind
from gpconnect.services import after_talk, feedback, profiles, visits
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.inspection import inspect
from gpconnect.ui.note.after import AfterCard
from gpconnect.ui.note.page import NotePage
from gpconnect.ui.note.saver import LONGEST_MS, PAUSE_MS
from gpconnect.ui.parts import StatusBadge
from tests.services.conftest import PASSPHRASE
from tests.services.visits_help import a_booking, a_talk_with_note
from tests.ui.conftest import Heard
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find


def opened(place: Workplace, **params: object) -> NotePage:
    page = NotePage(place.desk)
    place.show(page)
    if params:
        page.show_params(params)
    assert place.settle()
    return page


def click(page: NotePage, name: str) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)


def choose(page: NotePage, outcome: str) -> None:
    """A click on one outcome."""
    assert page.after is not None
    assert page.after.outcome is not None
    QTest.mouseClick(page.after.outcome.chip(outcome), Qt.MouseButton.LeftButton)


def type_in(page: NotePage, item: str, words: str) -> None:
    assert page.writing is not None
    QTest.keyClicks(page.writing.form.field(item), words)


def all_of(session: Session, kind: type[Any]) -> list[Any]:
    return rows.where(session.db, kind)


def test_what_is_typed_is_kept_at_a_pause_and_the_page_says_so(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    page = opened(place, appointment=visit)
    assert place.do(all_of, NoteDraft) == []

    waits: list[bool] = []
    place.desk.unsaved_changed.connect(lambda _key, is_waiting: waits.append(is_waiting))
    type_in(page, "wish", "weer slapen")
    assert waits == [True], "the strip says it from the first key"
    until(lambda: waits[-1] is False)
    assert place.settle()

    assert waits[-1] is False
    (draft,) = place.do(all_of, NoteDraft)
    assert (draft.answers["wish"], draft.answers["request"]) == ("weer slapen", "Ik slaap slecht")
    assert find(page, StatusBadge, "noteState").text() == "Opgeslagen om 09:52:00"
    assert PAUSE_MS <= LONGEST_MS <= 1000
    assert inspect(page) == []


def test_leaving_the_page_keeps_what_was_typed_at_once(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking))
    type_in(page, "wish", "rust")

    page.hide()
    assert place.settle()

    assert [one.answers["wish"] for one in place.do(all_of, NoteDraft)] == ["rust"]


def test_signing_asks_for_what_is_missing_and_keeps_what_was_typed(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking))
    type_in(page, "wish", "rust")

    click(page, "noteSign")
    assert place.settle()

    assert page.writing is not None
    assert page.writing.form.row("safety").error() == "Vul dit nog in."
    assert page.writing.answers()["wish"] == "rust"
    assert place.do(all_of, Note) == []


def test_a_talk_is_finished_in_three_actions_once_the_note_is_written(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    place.do(visits.begin, visit)
    page = opened(place, appointment=visit)
    assert page.writing is not None
    chips: Any = page.writing.form.field("safety")
    QTest.mouseClick(chips.chip("safe"), Qt.MouseButton.LeftButton)
    QTest.keyClick(page.writing.form.field("request"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert place.settle()
    (note,) = place.do(all_of, Note)
    assert (note.answers["safety"], place.do(all_of, NoteDraft)) == ("safe", [])
    assert page.after is not None

    click(page, "feedbackAllow")
    assert place.settle()
    choose(page, "brief_support")
    click(page, "afterFinish")
    assert place.settle()

    (encounter,) = place.do(all_of, Encounter)
    (told,) = place.do(all_of, Feedback)
    following = [one for one in place.do(all_of, Appointment) if one.visit is VisitKind.FOLLOW_UP]
    assert encounter.outcome is Outcome.BRIEF_SUPPORT
    assert (told.status, told.soap["S"]) == (FeedbackStatus.SENT, "slapen\nIk slaap slecht")
    assert len(following) == 1
    assert inspect(page) == []

    place.toasts[-1][1]()
    assert place.settle()
    assert [one.outcome for one in place.do(all_of, Encounter)] == [None]


def test_who_rounds_off_before_the_yes_is_kept_still_sends_the_feedback(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place, appointment=visit)

    click(page, "feedbackAllow")
    choose(page, "advice_only")
    click(page, "afterFinish")  # three clicks in one breath, nothing answered in between
    assert place.settle()

    assert [one.outcome for one in place.do(all_of, Encounter)] == [Outcome.ADVICE_ONLY]
    assert [one.status for one in place.do(all_of, Feedback)] == [FeedbackStatus.SENT]


def test_who_rounds_off_when_the_yes_is_kept_but_not_seen_yet_still_sends_the_feedback(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    card, asked = AfterCard(place.do(after_talk.after_talk, visit)), Heard()
    card.finish_asked.connect(asked.hear)
    place.show(card)
    assert card.editor is not None
    assert card.outcome is not None
    card.editor.allowed.emit("patient")
    place.do(feedback.allow, visit, "patient")
    card.keep_yes()
    card.outcome.choose(["advice_only"])

    card.button.click()
    assert asked.items == []
    card.show_view(place.do(after_talk.after_talk, visit))

    assert [(outcome, how) for outcome, _slot, _lines, how in asked.items] == [("advice_only", "program")]
    assert [lines["S"] for _outcome, _slot, lines, _how in asked.items] == ["Ik wil weer slapen"]


def test_a_yes_that_could_not_be_kept_leaves_the_rounding_off_to_the_next_click(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_talk_with_note))
    card, asked = page.after, Heard()
    assert card is not None
    assert card.editor is not None
    card.finish_asked.connect(asked.hear)
    choose(page, "advice_only")

    card.editor.allowed.emit("patient")
    click(page, "afterFinish")
    card.show_error(KnownError("disk.full"))
    assert place.settle()
    assert asked.items == []
    click(page, "afterFinish")

    assert len(asked.items) == 1


def test_without_consent_the_gp_hears_later_and_sending_follows_here(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place, appointment=visit)
    assert page.after is not None
    click(page, "afterFinish")
    assert page.after.error.text()

    choose(page, "no_further_help")
    click(page, "afterFinish")
    assert place.settle()
    assert [one.status for one in place.do(all_of, Feedback)] == [FeedbackStatus.PREPARED]

    click(page, "feedbackSend")
    assert place.settle()
    assert page.after.error.text()
    click(page, "feedbackAllow")
    assert place.settle()
    click(page, "feedbackCopy")
    assert place.settle()
    assert QApplication.clipboard().text().startswith("S  Ik wil weer slapen")
    click(page, "feedbackSend")
    assert place.settle()
    assert [one.status for one in place.do(all_of, Feedback)] == [FeedbackStatus.SENT]


def test_a_handover_goes_on_in_its_own_area(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place, appointment=visit)
    assert page.after is not None
    choose(page, "handover")
    click(page, "afterFinish")
    assert place.settle()

    assert place.went[-1][0] == "handovers"


def test_a_signed_note_takes_an_addendum_never_a_change(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_talk_with_note))
    assert page.signed is not None
    click(page, "noteAddendumAdd")
    assert place.settle()
    assert page.signed.row.error()

    QTest.keyClicks(page.signed.field, "Moeder belde terug")
    click(page, "noteAddendumAdd")
    assert place.settle()

    (added,) = place.do(all_of, Addendum)
    assert (added.text, added.author_name) == ("Moeder belde terug", "Sanne de Vries")


def test_another_template_keeps_what_was_typed(desk_of: Opens) -> None:
    place = desk_of("worker")
    page = opened(place, appointment=place.do(a_booking))
    type_in(page, "wish", "rust")
    box = find(page, QComboBox, "noteTemplate")
    place_of = next(one for one in range(box.count()) if box.itemText(one) == "Zorgen, kracht en volgende stap")

    box.setCurrentIndex(place_of)
    box.activated.emit(place_of)
    page.hide()
    assert place.settle()

    (draft,) = place.do(all_of, NoteDraft)
    assert draft.template == "signs_of_safety"
    assert draft.answers["wish"] == "rust"


def test_without_a_note_the_drafts_and_visits_are_listed_and_a_thrown_one_comes_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    page = opened(place)
    assert page.overview is not None
    assert [one.row.key for one in page.overview.visits.rows()] == [visit]
    page.overview.visits.activated.emit(visit)
    assert place.settle()
    type_in(page, "wish", "rust")
    click(page, "noteAll")
    assert place.settle()
    assert page.overview is not None
    (line,) = page.overview.drafts.rows()
    assert line.row.title == "Noor van den Berg"

    page.overview.drafts.activated.emit(line.row.key)
    assert place.settle()
    click(page, "noteThrow")
    assert place.settle()
    assert place.do(all_of, NoteDraft) == []
    place.toasts[-1][1]()
    assert place.settle()
    assert [one.answers["wish"] for one in place.do(all_of, NoteDraft)] == ["rust"]


def test_a_pulled_plug_loses_the_last_second_at_most(tmp_path: Path) -> None:
    """A program of its own types without a pause and is killed; the file holds all but the last moments."""
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.note.typist", str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert typist.stdout is not None
    typed = 0
    for line in typist.stdout:
        typed = int(line)
        if typed == 60:
            typist.kill()
            break
    typist.stdout.close()
    typist.wait()

    profile = profiles.open_profile(tmp_path / "worker", PASSPHRASE)
    try:
        (draft,) = rows.where(profile.session.db, NoteDraft)
    finally:
        profile.close()
    assert len(draft.answers["request"]) >= typed - 1000 // 50
