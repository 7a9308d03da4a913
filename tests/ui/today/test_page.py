"""Vandaag, as a worker and a practice use it."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, Outcome
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Placement,
    SafetyTask,
    VisitKind,
    WaitingEntry,
)
from gpconnect.services import booking, dossiers, feedback, outcomes, visits
from gpconnect.services.acting import acting
from gpconnect.services.cards import NewPerson
from gpconnect.services.purposes import HELP
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from gpconnect.ui.today.page import TodayPage
from tests.services.conftest import WALUWE, Clock
from tests.services.visits_help import a_booking, a_talk_with_note, slots_of_today
from tests.ui.workplace import Opens, Workplace, find


def opened(place: Workplace) -> TodayPage:
    page = TodayPage(place.desk)
    place.show(page)
    return page


def says(page: QWidget, key: str) -> tuple[str, str, str]:
    """Title, badge and action of a row."""
    assert isinstance(page, TodayPage)
    row = next(one.row for card in page.cards for one in card.rows.rows() if one.row.key == key)
    return row.title, row.badge, row.action


def press(place: Workplace, page: TodayPage, key: str) -> None:
    """The action of a row, by mouse."""
    row = next(one for card in page.cards for one in card.rows.rows() if one.row.key == key)
    QTest.mouseClick(find(row, QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()


def status(session: Session, key: str) -> AppointmentStatus:
    return rows.require(session.db, Appointment, key).status


def fact(session: Session, kind: type[Any], condition: str, *params: object) -> list[Any]:
    return rows.where(session.db, kind, condition, params)


def test_a_visit_goes_from_expected_to_talk_with_one_action_each(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking, 2)
    page = opened(place)
    assert says(page, visit) == ("Noor van den Berg", "Verwacht", "Aanwezig")

    press(place, page, visit)
    assert says(page, visit)[2] == "Gesprek starten"
    press(place, page, visit)
    assert says(page, visit)[1:] == ("In gesprek, 09:52", "Notitie openen")
    press(place, page, visit)
    assert place.went == [("note", {"appointment": visit})]
    assert inspect(page) == []


def test_a_place_that_the_server_did_not_confirm_is_called_provisional(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking, 2)
    page = opened(place)
    (row,) = [one.row for card in page.cards for one in card.rows.rows() if one.row.key == visit]
    assert "plek voorlopig" in row.detail

    place.do(the_hub_confirms, visit)
    page = opened(place)
    (row,) = [one.row for card in page.cards for one in card.rows.rows() if one.row.key == visit]
    assert "plek voorlopig" not in row.detail


def the_hub_confirms(session: Session, visit: str) -> None:
    """As a round leaves it in which this desk was the first."""
    with transaction(session.db):
        booked = rows.require(session.db, Appointment, visit)
        rows.put(session.db, replace(booked, placement=Placement.CONFIRMED))


def test_without_consent_only_age_and_reasons_are_seen(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking, 2, shared=False)
    page = opened(place)

    row = next(one.row for card in page.cards for one in card.rows.rows() if one.row.key == visit)
    assert (row.title, row.after, row.badge) == ("Jeugdige", "16 jaar", "Toestemming mist")
    assert row.detail.startswith("Slapen")


def test_a_question_between_colleagues_needs_no_arrival(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking, 2, visit=VisitKind.PEER_CONSULTATION)
    page = opened(place)
    assert says(page, visit)[2] == "Gesprek starten"

    press(place, page, visit)
    assert place.do(status, visit) is AppointmentStatus.IN_CONVERSATION


def test_a_practice_waits_for_a_colleague_without_receiving_anybody(desk_of: Opens) -> None:
    place = desk_of("gp")
    visit = place.do(a_booking, 2, visit=VisitKind.PEER_CONSULTATION)
    page = opened(place)
    assert says(page, visit)[2] == ""
    page._act(visit)
    assert place.settle()
    assert place.do(status, visit) is AppointmentStatus.BOOKED


def test_help_that_was_withdrawn_is_said_during_the_talk_as_well(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking, 2)
    place.do(help_is_withdrawn, visit)
    page = opened(place)
    for action in ("Aanwezig", "Gesprek starten", "Notitie openen"):
        assert says(page, visit)[1:] == ("Toestemming ingetrokken", action)
        press(place, page, visit)


def words_on(page: QWidget) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def help_is_withdrawn(session: Session, visit: str) -> None:
    _, dossier = dossiers.open_from_booking(session, visit)
    child, team, by = dossier.patient_id, session.actor.team_id, session.actor.staff_id
    no = Decision.WITHDRAWN
    said = Consent("cc" * 16, child, Scope.HELP, HELP, team, PATIENT, no, session.today(), by, session.now())
    rows.put(session.db, said)


def test_a_practice_asks_the_family_from_the_row_beside_it_and_from_what_waits(desk_of: Opens) -> None:
    place = desk_of("gp")
    visit = place.do(someone_is_still_to_be_asked)
    page = opened(place)
    assert says(page, visit)[1:] == ("Toestemming vragen", "Aanwezig")
    page._choose(visit)
    QTest.mouseClick(find(page, QPushButton, "todayAskSharing"), Qt.MouseButton.LeftButton)
    (duty,) = page.duties.rows.rows()
    assert duty.row.title == "Toestemming vragen voor Emma"
    QTest.mouseClick(find(duty, QPushButton, ""), Qt.MouseButton.LeftButton)
    press(place, page, visit)
    press(place, page, visit)

    assert place.went == [("agenda", {"appointment": visit})] * 3
    assert inspect(page) == []


def someone_is_still_to_be_asked(session: Session) -> str:
    slot = slots_of_today(session)[2].id
    child = NewPerson("Emma", "Bos", date(2013, 2, 13))
    _, made = booking.book(session, booking.BookingRequest(WALUWE, slot, new=child, reasons=("sleep",)))
    assert isinstance(made, booking.Booked)
    return made.appointment_id


def test_a_noshow_takes_two_actions_makes_a_call_and_can_be_undone(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_booking)
    page = opened(place)
    assert says(page, visit)[1] == "Nog niet binnen"

    row = next(one for card in page.cards for one in card.rows.rows() if one.row.key == visit)
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(page, QPushButton, "todayMissed"), Qt.MouseButton.LeftButton)
    assert place.settle()

    assert says(page, visit)[1] == "Niet verschenen"
    assert page.duties.rows.rows()[0].row.title == "Noor kwam niet: bel vandaag"
    words, undo = place.toasts[-1]
    assert words.startswith("Niet verschenen")
    undo()
    assert place.settle()
    assert place.do(status, visit) is AppointmentStatus.BOOKED
    assert page.duties.rows.rows() == []


def test_a_call_is_done_with_one_action_and_comes_back_by_undo(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(visits.miss, place.do(a_booking))
    page = opened(place)

    QTest.mouseClick(find(page.duties.rows.rows()[0], QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert place.do(fact, SafetyTask, "done_at IS NULL") == []

    place.toasts[-1][1]()
    assert place.settle()
    assert len(place.do(fact, SafetyTask, "done_at IS NULL")) == 1


def test_whoever_waits_longest_is_offered_a_free_slot(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(someone_waits)
    page = opened(place)
    free = place.do(slots_of_today)[2]
    assert says(page, free.id) == ("Vrij", "Aanbieden?", "Aanbieden")

    press(place, page, free.id)
    (entry,) = place.do(fact, WaitingEntry, "id = ?", "ee" * 16)
    assert entry.offered_slot_id == free.id
    assert says(page, free.id)[2] == "Inboeken"

    place.toasts[-1][1]()
    assert place.settle()
    assert says(page, free.id)[2] == "Aanbieden"


def someone_waits(session: Session) -> None:
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        action.write(WaitingEntry("ee" * 16, WALUWE, "", date(2026, 11, 12), ("sleep",), age=7, minutes=20))


def test_a_half_day_says_what_is_open_and_closes_with_a_way_back(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    page = opened(place)
    place.do(outcomes.finish, visit, Outcome.BRIEF_SUPPORT)
    assert says(page, visit)[1:] == ("Afgerond", "Terugkoppelen")

    button = next(one for one in page.findChildren(QPushButton, "todayClose"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert place.settle()
    assert find(page, QPushButton, "todayReopen")
    place.toasts[-1][1]()
    assert place.settle()
    assert find(page, QPushButton, "todayClose")


def test_without_a_half_day_today_the_next_one_is_shown_and_said(desk_of: Opens, clock: Clock) -> None:
    clock.move_to(date(2026, 11, 25))
    place = desk_of("worker")
    page = opened(place)

    assert page.header.title() == "Dinsdag 1 december"
    QTest.mouseClick(page.before, Qt.MouseButton.LeftButton)
    assert place.settle()
    assert page.header.title() == "Dinsdag 24 november"
    QTest.mouseClick(page.after, Qt.MouseButton.LeftButton)
    assert place.settle()
    assert page.header.title() == "Dinsdag 1 december"


def test_a_practice_receives_sees_feedback_and_the_waiting_list(desk_of: Opens) -> None:
    place = desk_of("gp")
    visit = place.do(a_booking, 2)
    place.do(someone_waits)
    place.do(feedback_arrives)
    page = opened(place)
    press(place, page, visit)
    assert says(page, visit)[1:] == ("Aanwezig, 09:52", "")
    assert page.waiting.isVisibleTo(page)

    QTest.mouseClick(find(page.received.rows.rows()[0], QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()
    (told,) = place.do(fact, Feedback, "id = ?", "fb" * 16)
    assert (told.status, told.acknowledged_by) == (FeedbackStatus.ACKNOWLEDGED, "d1" * 16)
    assert not page.received.isVisibleTo(page)
    assert inspect(page) == []


def feedback_arrives(session: Session) -> None:
    told = feedback.new_feedback(
        session, rows.where(session.db, Appointment)[0], FeedbackMoment.START, session.today(), "e0" * 16
    )
    told = replace(told, id="fb" * 16)
    lines = {"soap": {"S": "Slaapt beter"}, "sent_at": session.now().isoformat(), "sent_how": "program"}
    space = f"practice/{told.site_id}"
    with acting(session, Intention.SEE_AGENDA) as action:
        action.start(told, "prepared")
        action.event("feedback", told.id, "sent", {"seen": "prepared", "fields": lines}, space=space)


def test_the_rest_of_the_page_leads_elsewhere(desk_of: Opens) -> None:
    place = desk_of("worker")
    visit = place.do(a_talk_with_note)
    place.do(outcomes.finish, visit, Outcome.BRIEF_SUPPORT)
    page = opened(place)

    for name in ("todayWalkIn", "todayBook"):
        QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(page.duties.rows.rows()[0], QPushButton, ""), Qt.MouseButton.LeftButton)
    page.chosen.show_line(next(found for card in page.cards if (found := card.row(visit))))
    for name in ("todayNote", "todayDossier"):
        QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)

    assert [area for area, _ in place.went] == ["agenda", "agenda", "note", "note", "patients"]


def test_aftercare_is_done_with_one_action_and_can_be_undone(desk_of: Opens, clock: Clock) -> None:
    place = desk_of("worker")
    place.do(outcomes.finish, place.do(a_talk_with_note), Outcome.NO_FURTHER_HELP)
    clock.move_to(date(2027, 1, 6))
    page = opened(place)

    def aftercare() -> QWidget | None:
        found = (one for one in page.duties.rows.rows() if one.row.title == "Nazorg: hoe gaat het met Noor?")
        return next(found, None)

    waiting = aftercare()
    assert waiting is not None
    QTest.keyClick(waiting, Qt.Key.Key_Return)
    assert place.settle()
    assert place.went[-1][0] == "patients"

    waiting = aftercare()
    assert waiting is not None
    QTest.mouseClick(find(waiting, QPushButton, ""), Qt.MouseButton.LeftButton)
    assert place.settle()
    assert aftercare() is None
    (episode,) = place.do(fact, EpisodeOfCare, "aftercare_done = ?", date(2027, 1, 6))
    assert not episode.later_referral

    place.toasts[-1][1]()
    assert place.settle()
    assert aftercare() is not None
