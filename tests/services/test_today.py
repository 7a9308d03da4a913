"""The half-day as it goes, and what waits."""

from dataclasses import replace
from datetime import date, time

import pytest

from gpconnect.domain.care import Outcome
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, VisitKind, WaitingEntry
from gpconnect.services import booking, dossiers, duties, held_details, notes, outcomes, today, visits
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.purposes import HELP
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import TOLHUIS, WALUWE, Clock
from tests.services.visits_help import a_booking, a_talk_with_note, slots_of_today


def row_of(session: Session, key: str) -> today.DayRow:
    return next(row for half in today.day_view(session).half_days for row in half.rows if row.key == key)


def test_a_worker_sees_the_own_half_days_with_every_place(worker: Session) -> None:
    visit = a_booking(worker)

    view = today.day_view(worker)

    waluwe = next(one for one in view.half_days if one.site_id == WALUWE)
    assert (view.day, view.today) == (date(2026, 11, 24), date(2026, 11, 24))
    assert [len(one.rows) for one in view.half_days] == [6, 6]
    assert (waluwe.taken, waluwe.unfinished, waluwe.is_own) == (1, 1, True)
    assert waluwe.rows[0].key == visit
    assert waluwe.rows[0].person is not None


def test_a_practice_sees_its_own_site_only_and_no_dossier_facts(gp: Session) -> None:
    view = today.day_view(gp)

    assert [one.site_id for one in view.half_days] == [WALUWE]
    assert TOLHUIS not in {one.site_id for one in view.half_days}


def test_a_coordinator_has_no_half_day(coordinator: Session) -> None:
    with pytest.raises(KnownError, match=r"role\.may_not"):
        today.day_view(coordinator)


def test_on_another_day_the_next_half_day_is_shown_and_after_the_last_the_last(worker: Session, clock: Clock) -> None:
    clock.move_to(date(2026, 11, 26))
    view = today.day_view(worker)
    assert (view.day, view.before, view.after) == (date(2026, 12, 1), date(2026, 11, 24), date(2026, 12, 8))

    clock.move_to(date(2027, 3, 1))
    assert today.day_view(worker).day == date(2026, 12, 15)


def test_a_visit_without_a_place_stands_at_the_time_it_came(worker: Session) -> None:
    loose = Appointment(
        worker.new_id(), WALUWE, "", "", VisitKind.WALK_IN, ("sleep",), worker.today(), "e1" * 16, worker.now(), age=9
    )
    with acting(worker, Intention.WALK_IN) as action:
        action.start(loose, "booked")

    assert row_of(worker, loose.id).starts_at == worker.now()


def test_who_must_still_agree_to_help_is_named(worker: Session) -> None:
    visit = a_booking(worker, 2, birth_date=date(2017, 3, 2))
    _, opened = dossiers.open_from_booking(worker, visit)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(
            RelatedPerson("33" * 16, opened.patient_id, "Vader", Relation.PARENT, authority=AuthorityBasis.REGISTER)
        )

    assert [one.name for one in row_of(worker, visit).missing] == ["Vader"]


@pytest.mark.parametrize(("decision", "said"), [("withdrawn", "withdrawn"), ("refused", "refused"), ("given", "")])
def test_a_no_to_help_is_told_apart_from_a_question_that_was_not_asked(
    worker: Session, decision: str, said: str
) -> None:
    visit = a_booking(worker, 2, birth_date=date(2009, 3, 2))
    _, opened = dossiers.open_from_booking(worker, visit)
    answer = Consent(
        "cc" * 16,
        opened.patient_id,
        Scope.HELP,
        HELP,
        worker.actor.team_id,
        PATIENT,
        Decision(decision),
        worker.today(),
        worker.actor.staff_id,
        worker.now(),
    )
    rows.put(worker.db, answer)
    visits.begin(worker, visit)

    assert row_of(worker, visit).help_denied == said


def test_a_practice_is_told_whom_to_ask_about_sharing_until_there_is_an_answer(gp: Session) -> None:
    slot = slots_of_today(gp)[2]
    request = BookingRequest(WALUWE, slot.id, new=NewPerson("Emma", "Bos", date(2013, 2, 13)), reasons=("sleep",))
    _, made = booking.book(gp, request)
    assert isinstance(made, Booked)
    assert row_of(gp, made.appointment_id).ask_sharing
    (duty,) = duties.list_duties(gp)
    assert (duty.duty.kind, duty.appointment_id) == (DutyKind.CONSENT_MISSING, made.appointment_id)
    assert duty.person is not None

    held_details.record_sharing(gp, made.person_id, PATIENT, Decision.REFUSED, "Emma")
    assert not row_of(gp, made.appointment_id).ask_sharing
    assert duties.list_duties(gp) == ()


def test_nobody_is_offered_two_places_and_an_offer_stays_in_its_place(worker: Session) -> None:
    with acting(worker, Intention.MANAGE_WAITING_LIST) as action:
        entry = WaitingEntry("ee" * 16, WALUWE, "", date(2026, 11, 12), age=7, minutes=20)
        action.write(entry)
    free = slots_of_today(worker)[2:]
    offers = [row_of(worker, slot.id).offer for slot in free]
    assert [one.days for one in offers if one is not None] == [12]

    with acting(worker, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(entry, offered_slot_id=free[2].id), "offered")
    offered = row_of(worker, free[2].id).offer
    assert offered is not None
    assert offered.is_offered


def test_duties_come_from_the_records_and_go_by_being_done(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)
    missed = a_booking(worker, 1, given_name="Daan")
    visits.miss(worker, missed)
    _, view = notes.open_visit(worker, a_booking(worker, 2, given_name="Aisha"))
    notes.save_draft(worker, view.draft)

    found = {one.duty.kind: one for one in duties.list_duties(worker)}
    assert set(found) == {DutyKind.NOSHOW_CALL, DutyKind.DRAFT_UNSIGNED, DutyKind.FEEDBACK_DUE}
    assert found[DutyKind.NOSHOW_CALL].appointment_id == missed
    assert found[DutyKind.FEEDBACK_DUE].appointment_id == visit
    assert found[DutyKind.DRAFT_UNSIGNED].about == "Eerste gesprek"
    assert found[DutyKind.FEEDBACK_DUE].about == "dr. Peters"

    clock.move_to(date(2027, 1, 6), time(9))
    later = {one.duty.kind: one for one in duties.list_duties(worker)}
    assert later[DutyKind.AFTERCARE_DUE].overdue


def test_a_practice_has_its_tasks_and_lost_bookings(assistant: Session) -> None:
    visits.miss(assistant, a_booking(assistant))
    lost = rows.require(assistant.db, Appointment, a_booking(assistant, 1))
    with transaction(assistant.db):
        assistant.db.execute("UPDATE appointment SET placement = 'lost' WHERE id = ?", (lost.id,))

    found = duties.list_duties(assistant)

    assert [one.duty.kind for one in found] == [DutyKind.NOSHOW_CALL, DutyKind.SLOT_LOST]
    assert found[1].appointment_id == lost.id
    assert row_of(assistant, lost.id).visit is not None
