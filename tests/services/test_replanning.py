"""Families who were booked where nobody will sit: one desk phones them, each with times of their own."""

from datetime import UTC, date, datetime

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Absence, Appointment, HalfDaySession, Slot
from gpconnect.services import (
    absences,
    booking,
    desk_prints,
    duties,
    ended_absences,
    enrolling,
    half_days,
    rebooking,
    removing,
    replanning,
    schedule,
)
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, PRACTICE, TUESDAY, WALUWE, MakeSession, put_common, with_pilot
from tests.services.online import Wire, sync
from tests.services.test_booking import booked
from tests.services.test_half_days import half_day_id
from tests.services.visits_help import a_booking

Practice = tuple[Session, Session, Session]
BORN = date(2010, 5, 2)
SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id


@pytest.fixture
def worker_and_desk(make_session: MakeSession, wire: Wire) -> Practice:
    """Sanne, who administers the space of De Waluwe, with dr. Peters and Wilma in it."""
    worker, gp, assistant = with_pilot(make_session("worker")), make_session("gp"), make_session("assistant")
    enrolling.found(worker, PRACTICE)
    sync(worker, wire=wire)
    enrolling.admit(worker, PRACTICE, [enrolling.device_card(gp), enrolling.device_card(assistant)])
    for one in (gp, assistant):
        put_common(one)
        enrolling.follow(one, [PRACTICE])
    sync(worker, gp, assistant, wire=wire)
    return worker, gp, assistant


def called_off(session: Session, *places: int) -> list[str]:
    """Families in these places of today, which then does not take place."""
    made = [a_booking(session, place, given_name=f"Kind{chr(97 + place)}") for place in places]
    half_days.call_off(session, half_day_id(session), "geen kamer vrij")
    return made


def test_each_family_is_proposed_times_that_nobody_else_is(gp: Session) -> None:
    called_off(gp, 3, 4, 5)
    offers = [[one.slot_id for one in found.offers] for found in replanning.to_replan(gp)]

    assert [len(found) for found in offers] == [3, 3, 3]
    assert len({one for found in offers for one in found}) == 9
    assert {one.worker_name for found in replanning.to_replan(gp) for one in found.offers} == {"Sanne de Vries"}


def test_with_fewer_free_times_than_families_want_each_still_gets_some(gp: Session) -> None:
    called_off(gp, 3, 4, 5)
    free = [one.slot_id for found in replanning.to_replan(gp) for one in found.offers]
    keep = set(free[:4])
    with transaction(gp.db):
        for one in rows.where(gp.db, Slot, "starts_at > ? AND minutes = 45", (gp.now(),)):
            if one.id not in keep:
                gp.db.execute("UPDATE slot SET kind = 'closed' WHERE id = ?", (one.id,))
    offers = [[one.slot_id for one in found.offers] for found in replanning.to_replan(gp)]

    every = [one for found in offers for one in found]
    assert all(offers), "nobody is left without a time to propose"
    assert len(every) == len(set(every)) < 9


def test_the_desk_phones_and_the_worker_sees_that_it_does(worker: Session, gp: Session) -> None:
    for session in (worker, gp):
        called_off(session, 4)
    (seen,), (own,) = replanning.to_replan(worker), replanning.to_replan(gp)
    assert (seen.phoned_by, own.phoned_by) == ("Praktijk De Waluwe", "")


def test_when_the_last_of_the_desk_is_put_out_the_worker_phones(worker_and_desk: Practice, wire: Wire) -> None:
    worker, gp, assistant = worker_and_desk
    called_off(worker, 4)
    for one, phones in ((gp, "Praktijk De Waluwe"), (assistant, "")):
        removing.remove_person(worker, one.actor.staff_id)
        sync(worker, wire=wire)
        (seen,) = replanning.to_replan(worker)
        assert seen.phoned_by == phones


def test_who_keeps_the_card_of_a_family_phones_it(worker_and_desk: Practice, wire: Wire) -> None:
    worker, gp, assistant = worker_and_desk
    kept = [booked(worker, new=NewPerson("Bo", "Vos", BORN))]
    sync(worker, gp, wire=wire)
    kept += [booked(gp, new=NewPerson("Jip", "Vos", BORN))]
    shared = booked(gp, sharing=Sharing.GIVEN, given_by="patient", new=NewPerson("Mia", "Bos", BORN))
    sync(gp, wire=wire)
    for half_day in {rows.require(gp.db, Slot, one.slot_id).session_id for one in (*kept, shared)}:
        half_days.call_off(gp, half_day, "geen kamer vrij")
    sync(gp, worker, assistant, wire=wire)
    by = [{one.appointment_id: one.phoned_by for one in replanning.to_replan(it)} for it in (worker, gp, assistant)]
    of_worker, of_desk, of_both = ([phoned[one.appointment_id] for phoned in by] for one in (*kept, shared))

    assert of_worker == ["", "Sanne de Vries", "Sanne de Vries"], "at the desk nobody knows whom to phone"
    assert of_desk == of_both == ["Praktijk De Waluwe", "", ""]


def test_a_family_is_said_to_have_stood_where_it_was_told_to_come(gp: Session) -> None:
    (visit,) = called_off(gp, 4)
    told = datetime(2026, 11, 24, 8, 45, tzinfo=UTC)
    rebooking.untell_time(gp, visit, told)

    (one,) = replanning.to_replan(gp)
    assert one.starts_at == told
    assert one.slot_id == rows.require(gp.db, Appointment, visit).slot_id


def test_a_question_from_the_gp_is_no_family(gp: Session) -> None:
    free = next(one for one in schedule.half_day(gp, half_day_id(gp)).slots if one.can_be_taken(gp.now()))
    booking.ask_peer(gp, WALUWE, "Hoe lang mag dit duren?", free.slot_id)
    half_days.call_off(gp, half_day_id(gp), "geen kamer vrij")

    (one,) = replanning.to_replan(gp)
    assert (one.visit, one.person, one.phone) == ("peer_consultation", None, "")


def test_a_move_to_another_time_can_be_taken_back_and_then_they_are_phoned_again(gp: Session) -> None:
    (visit,) = called_off(gp, 4)
    (before,) = replanning.to_replan(gp)
    rebooking.move(gp, visit, before.offers[0].slot_id, told=True)
    assert replanning.to_replan(gp) == ()

    rebooking.move_back(gp, visit, before.slot_id, before.starts_at)
    assert [one.appointment_id for one in replanning.to_replan(gp)] == [visit]
    assert DutyKind.TELL_NEW_TIME not in {one.duty.kind for one in duties.list_duties(gp)}
    assert rows.require(gp.db, Appointment, visit).told_start == before.starts_at
    again = replanning.to_replan(gp)[0].offers[0].slot_id
    assert again == before.offers[0].slot_id, "the place is free once more"


def test_a_place_that_somebody_else_has_by_now_is_not_taken_back(gp: Session) -> None:
    (visit,) = called_off(gp, 4)
    (before,) = replanning.to_replan(gp)
    rebooking.move(gp, visit, before.offers[0].slot_id, told=True)
    half_days.take_back(gp, half_day_id(gp))
    other = a_booking(gp, 4, given_name="Ander")
    with pytest.raises(KnownError, match=r"slot\.taken"):
        rebooking.move_back(gp, visit, before.slot_id, None)

    assert rows.require(gp.db, Appointment, other).slot_id == before.slot_id


def test_a_booking_where_nobody_will_sit_says_so_and_has_no_card(gp: Session) -> None:
    (visit,) = called_off(gp, 4)
    rebooking.untell_time(gp, visit, datetime(2026, 11, 24, 8, 45, tzinfo=UTC))
    view = schedule.open_appointment(gp, visit)
    assert (view.is_shut, view.shut, view.told_start) == (True, "geen kamer vrij", None)
    for printed in (desk_prints.appointment_card, desk_prints.card_text):
        with pytest.raises(KnownError, match=r"card\.nobody_sits"):
            printed(gp, visit)

    half_days.take_back(gp, half_day_id(gp))
    assert not schedule.open_appointment(gp, visit).is_shut


def test_an_absence_that_was_ended_by_mistake_stands_again_with_its_deputy(gp: Session) -> None:
    request = AbsenceRequest(SANNE, TUESDAY, TUESDAY, JORIS)
    _, plan = absences.report(gp, request, dry_run=False)
    absences.end(gp, plan.absence_ids)
    assert absences.coming(gp) == ()
    ended_absences.put_back(gp, plan.absence_ids)

    (again,) = absences.coming(gp)
    assert (again.worker_name, again.deputy_name, again.first_day) == ("Sanne de Vries", "Joris Maas", TUESDAY)
    held = rows.where(gp.db, HalfDaySession, "day = ? AND site_id = ?", (TUESDAY, WALUWE))
    assert rows.count(gp.db, Absence, "archived = 0") == 1
    assert [one.id for one in held] == [one.id for one in plan.half_days]
