"""Two people do something to the same thing without having heard of each other."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Placement, VisitKind
from gpconnect.services import dossiers, feedback, placing, rebooking, slots
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, keys, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PRACTICE, WALUWE
from tests.services.online import Wire, sync
from tests.services.visits_help import slots_of_today

Practice = tuple[Session, Session, Session]
LINES = {"S": "Slaapt slecht"}


def tell(worker: Session) -> str:
    """Feedback that the worker has just sent; gives its id."""
    duty = Feedback(worker.new_id(), WALUWE, worker.new_id(), worker.new_id(), FeedbackMoment.START, date(2026, 11, 25))
    with acting(worker, Intention.GIVE_FEEDBACK) as action:
        feedback.prepare(action, duty)
    send(worker, duty.id)
    return duty.id


def send(worker: Session, feedback_id: str) -> None:
    """Send it as `feedback.approve` does; who agreed is another story."""
    fields = {"soap": LINES, "sent_at": worker.now().isoformat(), "sent_how": "program"}
    with acting(worker, Intention.GIVE_FEEDBACK) as action:
        action.event("feedback", feedback_id, "sent", {"seen": "prepared", "fields": fields}, space=PRACTICE)


def told(session: Session, feedback_id: str) -> Feedback:
    return rows.require(session.db, Feedback, feedback_id)


def test_feedback_taken_back_before_it_was_seen_does_not_return(practice: Practice, wire: Wire) -> None:
    gp, _, worker = practice
    about = tell(worker)
    sync(worker, gp, wire=wire)
    feedback.take_back(worker, about)
    feedback.acknowledge(gp, about)

    sync(worker, *practice, wire=wire)

    for session in practice:
        found = told(session, about)
        assert (found.status, found.soap, found.acknowledged_by) == (FeedbackStatus.PREPARED, {}, "")
        (mark,) = conflicts.marked(session.db)
        assert (mark.author, mark.reason) == (gp.actor.staff_id, "state_moved_on")


def test_feedback_seen_before_it_was_taken_back_stays_and_the_worker_is_told(practice: Practice, wire: Wire) -> None:
    gp, _, worker = practice
    about = tell(worker)
    sync(worker, gp, wire=wire)
    feedback.take_back(worker, about)
    feedback.acknowledge(gp, about)

    sync(gp, *practice, wire=wire)

    for session in practice:
        found = told(session, about)
        assert (found.status, found.soap) == (FeedbackStatus.ACKNOWLEDGED, LINES)
        (mark,) = conflicts.marked(session.db)
        assert (mark.author, mark.reason) == (worker.actor.staff_id, "state_moved_on")


def a_booking(session: Session, slot_id: str) -> str:
    """A first talk in this slot."""
    slot = replace(slots_of_today(session)[0], id=slot_id)
    with acting(session, Intention.BOOK) as action:
        claim, token_hash = slots.take(session.db, slot)
        appointment = Appointment(
            id=session.new_id(),
            site_id=WALUWE,
            slot_id=slot_id,
            person_id=session.new_id(),
            visit=VisitKind.FIRST,
            reasons=("anxiety",),
            requested_on=session.today(),
            booked_by=session.actor.staff_id,
            booked_at=session.now(),
            claim_token_hash=token_hash,
        )
        action.start(appointment, "booked", claim=claim)
    return appointment.id


def the(session: Session, appointment_id: str) -> Appointment:
    return rows.require(session.db, Appointment, appointment_id)


def is_held(session: Session, slot_id: str) -> bool:
    return keys.holder(session.db, PRACTICE, placing.claim_id("slot", slot_id)) is not None


@pytest.fixture
def two_slots(practice: Practice) -> tuple[str, str]:
    """Two slots of next week that everybody in the practice knows."""
    first, second, *_ = slots.propose_slots(practice[0], WALUWE).slots
    return first.slot_id, second.slot_id


def test_a_move_that_was_too_late_leaves_the_old_slot_free_for_everybody(
    practice: Practice, two_slots: tuple[str, str], wire: Wire
) -> None:
    gp, assistant, worker = practice
    old, new = two_slots
    moved = a_booking(gp, old)
    sync(gp, assistant, worker, wire=wire)
    quicker = a_booking(assistant, new)
    rebooking.move(gp, moved, new)
    assert not rebooking.release_left_behind(gp).kinds, "the hub has not decided yet"

    sync(assistant, gp, worker, wire=wire)

    for session in practice:
        assert the(session, quicker).placement is Placement.CONFIRMED
        assert the(session, moved).placement is Placement.LOST
    sync(gp, assistant, worker, wire=wire)
    assert not any(is_held(session, old) for session in practice)

    rebooking.rebook(gp, moved, old)
    sync(gp, assistant, worker, wire=wire)
    assert {the(session, moved).placement for session in practice} == {Placement.CONFIRMED}


def test_a_booking_that_moved_before_its_slot_was_lost_gets_the_other_slot(
    practice: Practice, two_slots: tuple[str, str], wire: Wire
) -> None:
    gp, assistant, worker = practice
    old, new = two_slots
    hers, theirs = a_booking(assistant, old), a_booking(gp, old)
    rebooking.move(gp, theirs, new)

    sync(assistant, gp, worker, wire=wire)

    for session in practice:
        assert (the(session, hers).slot_id, the(session, hers).placement) == (old, Placement.CONFIRMED)
        assert (the(session, theirs).slot_id, the(session, theirs).placement) == (new, Placement.CONFIRMED)
        assert not conflicts.marked(session.db)


def test_a_booking_that_two_people_move_to_the_same_slot_has_it(
    practice: Practice, two_slots: tuple[str, str], wire: Wire
) -> None:
    gp, assistant, worker = practice
    old, new = two_slots
    moved = a_booking(assistant, old)
    sync(assistant, gp, worker, wire=wire)
    rebooking.move(assistant, moved, new)
    rebooking.move(gp, moved, new)

    sync(assistant, gp, worker, wire=wire)

    assert {the(session, moved).placement for session in practice} == {Placement.CONFIRMED}
    assert all(rebooking.lost_bookings(session) == [] for session in practice)
    rebooking.cancel(assistant, moved, "Ziek")
    sync(assistant, gp, worker, wire=wire)
    assert not any(is_held(session, new) for session in practice)


def test_a_booking_that_moved_before_anybody_heard_of_it_leaves_its_first_slot_free(
    practice: Practice, two_slots: tuple[str, str], wire: Wire
) -> None:
    gp, assistant, worker = practice
    old, new = two_slots
    moved = a_booking(gp, old)
    rebooking.move(gp, moved, new)

    sync(gp, assistant, worker, wire=wire)

    assert {the(session, moved).placement for session in practice} == {Placement.CONFIRMED}
    assert not any(is_held(session, old) for session in practice)


def test_a_slot_that_is_not_known_here_is_nothing_to_hold_again(gp: Session) -> None:
    unknown = a_booking(gp, "ab" * 16)
    rebooking.cancel(gp, unknown, "ziek")

    assert not rebooking.release_left_behind(gp).kinds


def test_two_workers_who_open_one_booking_begin_one_dossier_and_one_stretch_of_help(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    card = PersonCard(sanne.new_id(), WALUWE, "Noor", "Bos", date(2017, 3, 2), shared=True)
    appointment = Appointment(
        id=sanne.new_id(),
        site_id=WALUWE,
        slot_id="",
        person_id=card.id,
        visit=VisitKind.FIRST,
        reasons=("anxiety",),
        requested_on=sanne.today(),
        booked_by="d1" * 16,
        booked_at=sanne.now(),
    )
    for session in team:
        with transaction(session.db):
            rows.put(session.db, card)
            rows.put(session.db, appointment)
        dossiers.open_from_booking(session, appointment.id)

    sync(sanne, joris, wire=wire)

    for session in team:
        (episode,) = rows.where(session.db, EpisodeOfCare)
        patient = rows.require(session.db, Patient, card.id)
        assert episode.case_lead == patient.case_lead == sanne.actor.staff_id
        assert (conflicts.conflicts(session.db), conflicts.marked(session.db)) == ([], [])
