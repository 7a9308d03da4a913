"""Two people do something to the same thing without having heard of each other."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.erasure import KeptHistory
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Placement, VisitKind
from gpconnect.services import (
    dossiers,
    feedback,
    keeping_history,
    patients,
    placing,
    rebooking,
    sharing,
    slots,
)
from gpconnect.services.acting import acting
from gpconnect.services.applying import OPENED_ELSEWHERE
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


def opened_from_booking(*sessions: Session) -> str:
    """The dossier of Noor, opened by each of these from the same booking; gives its id."""
    one = sessions[0]
    card = PersonCard(one.new_id(), WALUWE, "Noor", "Bos", date(2017, 3, 2), shared=True)
    appointment = Appointment(
        id=one.new_id(),
        site_id=WALUWE,
        slot_id="",
        person_id=card.id,
        visit=VisitKind.FIRST,
        reasons=("anxiety",),
        requested_on=one.today(),
        booked_by="d1" * 16,
        booked_at=one.now(),
    )
    for session in sessions:
        with transaction(session.db):
            rows.put(session.db, card)
            rows.put(session.db, appointment)
        dossiers.open_from_booking(session, appointment.id)
    return card.id


def test_two_workers_who_open_one_booking_begin_one_dossier_and_one_stretch_of_help(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    card = opened_from_booking(sanne, joris)

    sync(sanne, joris, wire=wire)

    for session in team:
        (episode,) = rows.where(session.db, EpisodeOfCare)
        patient = rows.require(session.db, Patient, card)
        assert episode.case_lead == patient.case_lead == sanne.actor.staff_id
        assert conflicts.conflicts(session.db) == []
        (told,) = conflicts.marked(session.db)
        assert (told.reason, told.author, told.record) == (OPENED_ELSEWHERE, joris.actor.staff_id, patient.id)
        thing = placing.claim_id("dossier", patient.id)
        held = keys.claim_token(sanne.db, sanne.team_space, thing)
        assert held is not None
        assert keys.holder(session.db, sanne.team_space, thing) == hashlib.sha256(held.token).digest()


def test_two_workers_who_open_one_child_from_its_card_begin_one_dossier(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    card = PersonCard("ad" * 16, WALUWE, "Noor", "Berg", date(2010, 3, 2), "van den", shared=True)
    for session in team:
        with transaction(session.db):
            rows.put(session.db, card)
    patients.open_from_card(sanne, card.id)
    asked = patients.NewDossier("Noor", "van den Berg", "2-3-2010", person_id=card.id)
    patients.add_dossier(joris, asked)

    sync(sanne, joris, wire=wire)

    thing = placing.claim_id("dossier", card.id)
    held = keys.claim_token(sanne.db, sanne.team_space, thing)
    assert held is not None
    for session in team:
        assert rows.require(session.db, Patient, card.id).case_lead == sanne.actor.staff_id
        assert keys.holder(session.db, session.team_space, thing) == hashlib.sha256(held.token).digest()
        (told,) = conflicts.marked(session.db)
        assert (told.reason, told.author) == (OPENED_ELSEWHERE, joris.actor.staff_id)


def test_what_a_dossier_asked_of_the_hub_survives_being_gathered_after_an_erasure_of_part(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    opened = opened_from_booking(sanne)
    sync(sanne, joris, wire=wire)
    carried = KeptHistory(sanne.new_id(), opened, "e1" * 16, next(keeping_history.gather(sanne.db, opened)))
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        action.write(carried)

    sync(sanne, joris, wire=wire)

    assert rows.require(joris.db, Patient, opened).given_name == "Noor"
    assert conflicts.marked(joris.db) == [], "the operation that came so is the one that Joris has"


def test_two_desks_that_change_other_things_of_one_card_both_count(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    card = a_card(gp)
    sync(*practice, wire=wire)
    change(gp, replace(card, phone="+31418000111"))
    change(assistant, replace(card, interpreter="Pools"))

    sync(*practice, wire=wire)

    for session in practice:
        found = rows.require(session.db, PersonCard, card.id)
        assert (found.phone, found.interpreter) == ("+31418000111", "Pools")
        assert conflicts.conflicts(session.db) == []


def test_two_desks_that_change_the_same_of_a_card_keep_both_until_a_person_chooses_and_can_take_it_back(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, _ = practice
    card = a_card(gp)
    sync(*practice, wire=wire)
    change(gp, replace(card, phone="+31418000111"))
    change(assistant, replace(card, phone="+31418000222", contact_name="Karin"))

    sync(*practice, wire=wire)

    asked = [conflicts.conflicts(session.db) for session in practice]
    assert asked[0] == asked[1] == asked[2]
    (question,) = sharing.conflicts(gp)
    assert (question.kind, question.about) == ("person_card", "Noor Bos")
    assert [(one.author, dict(one.values)["phone"]) for one in question.versions] == [
        ("dr. Peters", "+31418000111"),
        ("Wilma Kok", "+31418000222"),
    ]
    mine, hers = question.versions
    for chosen, phone, name in ((mine, "+31418000111", ""), (hers, "+31418000222", "Karin")):
        sharing.choose(assistant, question.kind, question.record, question.group, chosen.op_id)
        sync(assistant, *practice, wire=wire)
        for session in practice:
            found = rows.require(session.db, PersonCard, card.id)
            assert (found.phone, found.contact_name) == (phone, name)
            assert sharing.conflicts(session) == ()


def test_a_card_that_waited_for_consent_leaves_whole(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    card = PersonCard(gp.new_id(), WALUWE, "Noor", "Bos", date(2017, 3, 2))
    with acting(gp, Intention.BOOK) as action:
        action.keep_here(card)
    change(gp, replace(card, shared=True))

    sync(*practice, wire=wire)

    assert rows.require(assistant.db, PersonCard, card.id) == replace(card, shared=True)


def a_card(session: Session) -> PersonCard:
    card = PersonCard(session.new_id(), WALUWE, "Noor", "Bos", date(2017, 3, 2), shared=True)
    change(session, card)
    return card


def change(session: Session, card: PersonCard) -> None:
    with acting(session, Intention.BOOK) as action:
        action.write(card)
