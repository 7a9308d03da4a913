"""After the talk: by letter, by a message, on another day, or not at all."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDateEdit, QPlainTextEdit, QPushButton

from gpconnect.domain.care import Feedback, FeedbackStatus
from gpconnect.domain.people import BsnStatus, Patient
from gpconnect.services import feedback
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from tests.exchange.edifact_reader import read
from tests.services.visits_help import a_talk_with_note
from tests.ui.note.test_page import all_of, choose, click, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens, find


def test_a_practice_is_told_by_letter_or_by_a_message_for_its_own_system(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place, appointment=visit)
    click(page, "feedbackLetter")
    assert place.settle()
    assert page.after is not None
    assert page.after.error.text(), "nobody agreed yet"
    click(page, "feedbackAllow")
    assert place.settle()

    click(page, "feedbackLetter")
    assert place.settle()
    assert page.papers is not None
    page.papers.folder = tmp_path / "uit"
    until(lambda: page.after is not None and page.after.how.chosen() == ["letter"])
    assert find(page, QPushButton, "paperSave").isVisible()
    until(lambda: inspect(page) == [])

    click(page, "feedbackMessage")
    assert place.settle()
    assert page.after.how.chosen() == ["message"]
    assert not any(one.isVisible() for one in page.findChildren(QPushButton, "paperSave"))
    until(lambda: inspect(page) == [])
    assert not any(one.isVisible() for one in page.findChildren(QCheckBox, "messageNumber")), "nobody checked a number"
    click(page, "messageSave")
    assert place.settle()
    (path,) = (tmp_path / "uit").iterdir()
    assert read(path.read_bytes()).lines[1] == "S Ik wil weer slapen"
    assert path.name in place.toasts[-1][0]

    choose(page, "advice_only")
    click(page, "afterFinish")
    assert place.settle()
    assert [(one.status, one.sent_how) for one in place.do(all_of, Feedback)] == [(FeedbackStatus.SENT, "message")]
    assert not page.papers.isVisible()


def test_a_letter_of_other_lines_than_these_goes(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    place.do(feedback.allow, visit, "patient")
    page = opened(place, appointment=visit)
    click(page, "feedbackMessage")
    assert place.settle()
    assert page.after is not None
    assert page.after.editor is not None
    assert page.papers is not None
    assert page.papers.isVisible()

    QTest.keyClicks(find(page, QPlainTextEdit, "feedbackO"), "Rustig")

    assert not page.papers.isVisible()


def test_a_duty_gets_another_day_or_a_reason_not_to_tell(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place, appointment=visit)
    choose(page, "brief_support")
    click(page, "afterFinish")
    assert place.settle()
    day = find(page, QDateEdit, "feedbackDay")
    assert day.date() == QDate(2026, 11, 27)
    until(lambda: inspect(page) == [])

    day.setDate(QDate(2026, 11, 20))
    click(page, "feedbackMove")
    assert place.settle()
    assert page.after is not None
    assert page.after.error.text()
    day.setDate(QDate(2026, 12, 1))
    click(page, "feedbackMove")
    assert place.settle()
    assert [one.due_on.day for one in place.do(all_of, Feedback)] == [1]

    click(page, "feedbackLeave_no_need")
    assert place.settle()
    assert [one.status for one in place.do(all_of, Feedback)] == [FeedbackStatus.NOT_TOLD]
    until(lambda: inspect(page) == [])
    click(page, "feedbackAgain")
    assert place.settle()
    assert [one.status for one in place.do(all_of, Feedback)] == [FeedbackStatus.PREPARED]
    assert find(page, QPushButton, "feedbackSend").isEnabled()


def test_a_checked_number_goes_along_when_the_worker_says_so(desk_of: Opens, tmp_path: Path) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    place.do(feedback.allow, visit, "patient")
    place.do(check_number)
    page = opened(place, appointment=visit)
    click(page, "feedbackMessage")
    assert place.settle()
    assert page.papers is not None
    page.papers.folder = tmp_path / "uit"
    until(lambda: inspect(page) == [])

    find(page, QCheckBox, "messageNumber").click()
    click(page, "messageSave")
    assert place.settle()

    (path,) = (tmp_path / "uit").iterdir()
    assert read(path.read_bytes()).references[-1] == "BSN999990019"


def check_number(session: Session) -> None:
    (child,) = rows.where(session.db, Patient)
    with transaction(session.db):
        rows.put(session.db, replace(child, bsn="999990019", bsn_status=BsnStatus.CHECKED))
