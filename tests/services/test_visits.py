"""A visit on the day itself."""

import pytest

from gpconnect.domain.care import Outcome
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, SafetyTask, SessionStatus, Slot
from gpconnect.services import duties, outcomes, visits
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.visits_help import a_booking, a_talk_with_note, slots_of_today


def status_of(session: Session, appointment_id: str) -> AppointmentStatus:
    return rows.require(session.db, Appointment, appointment_id).status


def test_a_child_arrives_and_the_talk_begins(worker: Session) -> None:
    visit = a_booking(worker)

    visits.receive(worker, visit)
    assert status_of(worker, visit) is AppointmentStatus.ARRIVED

    visits.begin(worker, visit)
    assert status_of(worker, visit) is AppointmentStatus.IN_CONVERSATION


def test_beginning_at_once_lets_the_child_arrive_first_and_twice_changes_nothing(worker: Session) -> None:
    visit = a_booking(worker)

    visits.begin(worker, visit)
    visits.begin(worker, visit)

    assert status_of(worker, visit) is AppointmentStatus.IN_CONVERSATION


def test_an_assistant_receives_but_does_not_begin_the_talk(assistant: Session) -> None:
    visit = a_booking(assistant)
    visits.receive(assistant, visit)

    with pytest.raises(KnownError, match=r"role\.may_not"):
        visits.begin(assistant, visit)


def test_a_noshow_asks_for_a_call_today_and_undo_takes_both_back(worker: Session) -> None:
    visit = a_booking(worker)

    changes = visits.miss(worker, visit)

    (task,) = rows.where(worker.db, SafetyTask, "done_at IS NULL")
    assert (task.kind, task.about, task.due_on) == ("noshow_call", visit, worker.today())
    assert changes.kinds >= {"appointment", "safety_task"}

    visits.step_back(worker, visit)
    assert status_of(worker, visit) is AppointmentStatus.BOOKED
    assert rows.require(worker.db, SafetyTask, task.id).result == visits.TAKEN_BACK


def test_the_second_noshow_within_a_request_weighs_safety(worker: Session) -> None:
    first = a_booking(worker)
    visits.miss(worker, first)
    child = rows.require(worker.db, Appointment, first).person_id

    visits.miss(worker, a_booking(worker, 1, person_id=child))

    kinds = sorted(task.kind for task in rows.where(worker.db, SafetyTask))
    assert kinds == ["noshow_call", "noshow_call", "noshow_tell_gp", "noshow_weigh_safety"]


def test_missed_at_two_desks_is_one_call_and_taken_back_and_missed_again_as_well(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, _ = practice
    visit = a_booking(gp)
    sync(*practice, wire=wire)
    for session in (gp, assistant):
        visits.miss(session, visit)
    sync(*practice, wire=wire)
    assert [calls(session) for session in practice] == [[visit]] * 3

    visits.step_back(assistant, visit)
    assert calls(assistant) == []
    visits.miss(assistant, visit)
    sync(*practice, wire=wire)
    assert [calls(session) for session in practice] == [[visit]] * 3


def test_nobody_calls_after_a_child_who_turned_out_to_have_come(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, _ = practice
    visit = a_booking(gp)
    sync(*practice, wire=wire)
    visits.receive(gp, visit)
    visits.miss(assistant, visit)
    sync(*practice, wire=wire)

    assert {status_of(session, visit) for session in practice} == {AppointmentStatus.ARRIVED}
    assert [calls(session) for session in practice] == [[], [], []]


def calls(session: Session) -> list[str]:
    """The visits after which a family is still to be phoned."""
    return [one.appointment_id for one in duties.list_duties(session) if one.duty.kind is DutyKind.NOSHOW_CALL]


def test_a_task_is_finished_and_opened_again(worker: Session) -> None:
    visits.miss(worker, a_booking(worker))
    (task,) = rows.where(worker.db, SafetyTask)

    visits.finish_task(worker, task.id)
    assert rows.require(worker.db, SafetyTask, task.id).done_by == worker.actor.staff_id

    visits.reopen_task(worker, task.id)
    assert rows.require(worker.db, SafetyTask, task.id).done_at is None


def test_somebody_else_was_first(worker: Session) -> None:
    visit = a_booking(worker)
    visits.miss(worker, visit)

    with pytest.raises(KnownError, match=r"appointment\.state_moved_on"):
        visits.receive(worker, visit)
    with pytest.raises(KnownError, match=r"appointment\.state_moved_on"):
        visits.begin(worker, visit)


def test_a_half_day_that_is_still_to_come_is_not_closed(worker: Session, clock: Clock) -> None:
    next_week = "site_id = ? AND starts_at BETWEEN '2026-12-01' AND '2026-12-02'"
    slot = rows.where(worker.db, Slot, next_week, (WALUWE,), order="starts_at")[0]

    with pytest.raises(KnownError) as refusal:
        visits.close_half_day(worker, slot.session_id)
    assert (refusal.value.code, refusal.value.params) == (
        "half_day.not_begun",
        {"day": "01-12-2026", "start": "09:00"},
    )
    assert rows.require(worker.db, HalfDaySession, slot.session_id).status is SessionStatus.OPEN
    clock.forward(days=7)
    visits.close_half_day(worker, slot.session_id)
    assert rows.require(worker.db, HalfDaySession, slot.session_id).status is SessionStatus.CLOSED


def test_a_half_day_closes_once_every_visit_has_an_outcome(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    half_day = slots_of_today(worker)[0].session_id

    with pytest.raises(KnownError) as refusal:
        visits.close_half_day(worker, half_day)
    assert (refusal.value.code, refusal.value.params) == ("half_day.unfinished", {"count": 1, "times": "09:00"})

    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    visits.close_half_day(worker, half_day)
    assert rows.require(worker.db, HalfDaySession, half_day).status is SessionStatus.CLOSED

    visits.reopen_half_day(worker, half_day)
    assert rows.require(worker.db, HalfDaySession, half_day).status is SessionStatus.OPEN
