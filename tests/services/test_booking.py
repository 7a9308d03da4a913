"""J1 and J2 in the service: who may know what, from the first question at the desk to the cancelled booking."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from gpconnect.domain.consent import Consent, Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import Likeness
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.records import KINDS
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, SafetyTask, Slot, VisitKind
from gpconnect.domain.staff import Staff
from gpconnect.services import (
    applying,
    booking,
    cards,
    held_details,
    phone_list,
    placing,
    rebooking,
    sending,
    slots,
)
from gpconnect.services.acting import acting
from gpconnect.services.birth_dates import read_birth_date, split_birth_date
from gpconnect.services.booking import Booked, BookingRequest, Doubt
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import access_log, keys, operations, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import TOLHUIS, TUESDAY, WALUWE, Clock

EMMA = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")
SPACE = f"practice/{WALUWE}"
WORDS = "“Ze durft sinds de herfst niet meer naar gym.”"


def a_request(session: Session, **changes: Any) -> BookingRequest:
    """Emma, for tension, in the earliest free slot."""
    slot = slots.propose_slots(session, WALUWE).slots[0]
    plain = BookingRequest(WALUWE, slot.slot_id, new=EMMA, reasons=("anxiety", "sleep"), words=WORDS)
    return replace(plain, **changes)


def booked(session: Session, **changes: Any) -> Booked:
    """The booking that came of it."""
    _, result = booking.book(session, a_request(session, **changes))
    assert isinstance(result, Booked)
    return result


def the_appointment(session: Session, result: Booked) -> Appointment:
    return rows.require(session.db, Appointment, result.appointment_id)


def kinds_sent(session: Session) -> list[str]:
    return [one.kind for one in operations.waiting(session.db, SPACE, 2000)]


def test_the_earliest_free_slot_comes_with_three_alternatives(gp: Session, clock: Clock) -> None:
    clock.move_to(TUESDAY, time(9, 50))
    proposal = slots.propose_slots(gp, WALUWE)

    assert [one.minutes for one in proposal.slots] == [45, 45, 45, 45]
    assert proposal.slots[0].worker_name == "Sanne de Vries"
    assert proposal.slots[0].starts_at < proposal.slots[1].starts_at
    assert proposal.waiting_count == 0


def test_with_consent_the_card_and_the_words_travel_with_the_booking(gp: Session) -> None:
    result = booked(gp, sharing=Sharing.GIVEN, given_by="patient")
    appointment = the_appointment(gp, result)

    assert (appointment.words, appointment.age, appointment.practitioner) == (WORDS, 13, "dr. Peters")
    assert rows.require(gp.db, PersonCard, result.person_id).shared
    assert result.shared
    assert "person_card.recorded" in kinds_sent(gp)
    (consent,) = rows.where(gp.db, Consent)
    assert (consent.given_by, consent.recipient, consent.purpose) == ("patient", WALUWE, cards.SHARING)


def test_while_sharing_is_asked_only_age_and_reasons_leave_the_device(gp: Session) -> None:
    result = booked(gp, interpreter="Tigrinya", patient_line="dd 24-11 angst")
    appointment = the_appointment(gp, result)

    assert (appointment.words, appointment.interpreter, appointment.patient_line) == ("", "", "")
    assert (appointment.age, appointment.reasons) == (13, ("anxiety", "sleep"))
    assert "person_card.recorded" not in kinds_sent(gp)
    assert held_details.held(gp.db, appointment.id).words == WORDS
    assert cards.search_people(gp, "graaf")[0].name == "Emma de Graaf"


def test_once_the_youth_agrees_card_and_words_follow(gp: Session) -> None:
    result = booked(gp)
    held_details.record_sharing(gp, result.person_id, "patient", Decision.GIVEN, "Emma")

    assert the_appointment(gp, result).words == WORDS
    assert rows.require(gp.db, PersonCard, result.person_id).shared
    assert kinds_sent(gp)[-3:] == ["consent.recorded", "person_card.recorded", "appointment.detailed"]
    assert held_details.held(gp.db, result.appointment_id) == held_details.Details()


def test_a_yes_of_an_eight_year_old_does_not_share_a_parent_does(gp: Session) -> None:
    young = replace(EMMA, birth_date=date(2018, 5, 1))
    result = booked(gp, new=young, sharing=Sharing.GIVEN, given_by="patient")
    assert not rows.require(gp.db, PersonCard, result.person_id).shared

    held_details.record_sharing(gp, result.person_id, "parent", Decision.GIVEN)
    assert rows.require(gp.db, PersonCard, result.person_id).shared


def test_a_no_is_recorded_and_the_booking_stands(gp: Session) -> None:
    result = booked(gp, sharing=Sharing.REFUSED, given_by="patient")

    assert the_appointment(gp, result).status is AppointmentStatus.BOOKED
    assert not rows.require(gp.db, PersonCard, result.person_id).shared
    assert cards.search_people(gp, "Emma")[0].sharing is Sharing.REFUSED


def test_a_known_child_is_found_by_name_or_birth_date_and_keeps_one_card(gp: Session) -> None:
    first = booked(gp, sharing=Sharing.GIVEN, given_by="patient")
    for typed in ("emm", "graaf", "13-2-2013", "13022013", "13 februari 2013"):
        (hit,) = cards.search_people(gp, typed)
        assert (hit.id, hit.sharing, hit.age) == (first.person_id, Sharing.GIVEN, 13)
    assert cards.search_people(gp, "niemand") == []

    second = booked(gp, new=None, person_id=first.person_id, confirmed=True)
    assert second.person_id == first.person_id
    assert second.shared
    assert rows.count(gp.db, PersonCard) == 1
    assert rows.count(gp.db, Consent) == 1
    found, *_ = (row for row in access_log.of_patient(gp.db, first.person_id) if row.purpose == "booking")
    assert found.type is access_log.EventType.READ
    assert cards.find_person(gp, first.person_id).given_on == TUESDAY


def test_a_worker_finds_dossiers_and_a_practice_does_not(worker: Session, gp: Session) -> None:
    patient = Patient(
        "ab" * 16, "Noor", "Berg", date(2017, 3, 2), worker.actor.staff_id, worker.now(), prefix="van den"
    )
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    (hit,) = cards.search_people(worker, "noor")
    result = booked(worker, new=None, person_id=patient.id)

    assert (hit.in_dossier, hit.name) == (True, "Noor van den Berg")
    assert result.person_id == patient.id
    assert rows.require(worker.db, PersonCard, patient.id).prefix == "van den"
    assert cards.search_people(gp, "noor") == []
    assert (
        cards.duplicates(worker, NewPerson("Noor", "van den Berg", date(2017, 2, 3)))[0].likeness
        is Likeness.TYPING_ERROR
    )
    with pytest.raises(KnownError, match=r"record\.missing"):
        cards.find_person(gp, patient.id)
    with pytest.raises(KnownError, match=r"record\.missing"):
        booked(gp, new=None, person_id=patient.id)


def test_a_likely_duplicate_asks_once_and_then_gives_way(gp: Session) -> None:
    booked(gp)
    changes, doubt = booking.book(gp, a_request(gp))

    assert isinstance(doubt, Doubt)
    assert doubt.people[0].likeness is Likeness.SAME
    assert not changes.kinds
    assert booked(gp, confirmed=True).appointment_id


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"slot_id": ""}, "booking.slot_missing"),
        ({"reasons": ()}, "booking.reasons_missing"),
        ({"reasons": ("magic",)}, "booking.reason_unknown"),
        ({"new": None}, "booking.person_missing"),
        ({"words": "x" * 201}, "text.too_long"),
        ({"new": NewPerson("Emma", "", EMMA.birth_date)}, "person.name_missing"),
        ({"new": replace(EMMA, birth_date=date(2027, 1, 1))}, "person.birth_date.future"),
        ({"new": replace(EMMA, phone="bel maar")}, "person.phone.invalid"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(gp: Session, changes: dict[str, Any], code: str) -> None:
    before = kinds_sent(gp)
    with pytest.raises(KnownError) as refusal:
        booked(gp, **changes)

    assert refusal.value.code == code
    assert kinds_sent(gp) == before
    assert rows.count(gp.db, Appointment) == 0


def test_a_slot_is_given_once_and_not_after_it_is_over(gp: Session, clock: Clock) -> None:
    slot = slots.propose_slots(gp, WALUWE).slots[0].slot_id
    booked(gp, slot_id=slot)
    with pytest.raises(KnownError, match=r"slot\.taken"):
        booked(gp, slot_id=slot, confirmed=True)
    clock.move_to(date(2026, 12, 25))
    with pytest.raises(KnownError, match=r"slot\.past"):
        slots.require_free(gp, slot)
    assert slots.propose_slots(gp, WALUWE).slots == ()


def test_a_walk_in_is_present_at_once_in_the_slot_kept_for_it(assistant: Session) -> None:
    (kept,) = slots.propose_slots(assistant, WALUWE, 20, walk_in=True, most=1).slots
    _, result = booking.walk_in(assistant, BookingRequest(WALUWE, kept.slot_id))
    assert isinstance(result, Booked)
    appointment = the_appointment(assistant, result)

    assert (appointment.visit, appointment.status) == (VisitKind.WALK_IN, AppointmentStatus.ARRIVED)
    assert appointment.age is None
    _, second = booking.walk_in(assistant, BookingRequest(WALUWE, new=EMMA))
    assert isinstance(second, Booked)
    assert the_appointment(assistant, second).slot_id == ""
    _, doubt = booking.walk_in(assistant, BookingRequest(WALUWE, new=EMMA))
    assert isinstance(doubt, Doubt)


def test_a_question_between_colleagues_registers_no_child(gp: Session, assistant: Session) -> None:
    _, result = booking.ask_peer(gp, WALUWE, "Wat doe je bij schoolweigering?")
    appointment = the_appointment(gp, result)

    assert (appointment.person_id, appointment.visit) == ("", VisitKind.PEER_CONSULTATION)
    assert rows.count(gp.db, PersonCard) == 0
    with pytest.raises(KnownError, match=r"role\.may_not"):
        booking.ask_peer(assistant, WALUWE)


def test_urgent_help_gets_a_task_today_and_numbers_to_phone_instead_of_a_slot(gp: Session) -> None:
    _, result = booking.raise_urgent(gp, a_request(gp, slot_id=""))
    assert isinstance(result, Booked)
    (task,) = rows.where(gp.db, SafetyTask)

    assert (task.kind, task.due_on, task.person_id) == ("urgent", TUESDAY, result.person_id)
    assert rows.count(gp.db, Appointment) == 0
    _, doubt = booking.raise_urgent(gp, a_request(gp, slot_id=""))
    assert isinstance(doubt, Doubt)
    with transaction(gp.db):
        sanne = rows.where(gp.db, Staff, "role = 'youth_worker'", order="name DESC")[0]
        rows.put(gp.db, replace(sanne, phone="+31612345678"))
    calls = phone_list.whom_to_phone(gp, WALUWE)
    assert [one.phone for one in calls] == ["112", "06-12 34 56 78", "0800-2000"]


def test_moving_what_has_its_slot_frees_that_and_claims_the_new_one_in_one_group(gp: Session) -> None:
    result = booked(gp)
    before = the_appointment(gp, result)
    old, holder = before.slot_id, bytes.fromhex(before.claim_token_hash)
    with transaction(gp.db):
        keys.set_holder(gp.db, SPACE, placing.claim_id("slot", old), holder)
        applying.refold(gp.db, KINDS["appointment"], before.id)
    new = slots.propose_slots(gp, WALUWE).slots[0].slot_id
    rebooking.move(gp, result.appointment_id, new)
    last = operations.of_record(gp.db, "appointment", result.appointment_id)[-1]

    assert the_appointment(gp, result).slot_id == new
    assert len(last.body["claims"]["claims"]) == len(last.body["claims"]["releases"]) == 1
    assert old in {one.slot_id for one in slots.propose_slots(gp, WALUWE).slots}


def test_moving_what_may_not_have_its_slot_asks_for_the_new_one_whatever_becomes_of_the_old(gp: Session) -> None:
    result = booked(gp)
    rebooking.move(gp, result.appointment_id, slots.propose_slots(gp, WALUWE).slots[0].slot_id)
    last = operations.of_record(gp.db, "appointment", result.appointment_id)[-1]

    asked, given_back = sending.claims_of((last,))
    assert (len(asked.claims), asked.releases) == (1, ())
    assert (given_back.claims, len(given_back.releases)) == ((), 1)


def test_a_booking_stays_at_its_site(worker: Session) -> None:
    result = booked(worker)
    elsewhere = slots.propose_slots(worker, TOLHUIS).slots[0].slot_id
    with pytest.raises(KnownError, match=r"appointment\.other_site"):
        rebooking.move(worker, result.appointment_id, elsewhere)


def test_a_cancelled_booking_is_kept_with_its_reason_and_can_be_booked_again(gp: Session) -> None:
    result = booked(gp)
    rebooking.cancel(gp, result.appointment_id, "ziek", listed=True)
    gone = the_appointment(gp, result)
    assert (gone.status, gone.status_reason) == (AppointmentStatus.CANCELLED, "ziek")
    with pytest.raises(KnownError, match=r"appointment\.state_moved_on"):
        rebooking.cancel(gp, result.appointment_id, "nog eens")
    with pytest.raises(KnownError, match=r"text\.reason_missing"):
        rebooking.cancel(gp, result.appointment_id, " ")

    rebooking.book_again(gp, result.appointment_id)
    (again,) = rows.where(gp.db, Appointment, "status = ?", (AppointmentStatus.BOOKED,))
    assert (again.slot_id, again.person_id) == (gone.slot_id, gone.person_id)
    assert held_details.held(gp.db, again.id).words == WORDS
    with pytest.raises(KnownError, match=r"appointment\.not_cancelled"):
        rebooking.book_again(gp, again.id)


def lose(session: Session, appointment: Appointment) -> None:
    """As after a round with the hub in which another device was first."""
    with transaction(session.db):
        mine = [one.op_id for one in operations.of_record(session.db, "appointment", appointment.id)]
        operations.place_operations(session.db, mine, 7)
        keys.set_holder(session.db, SPACE, placing.claim_id("slot", appointment.slot_id), b"x" * 32)
        applying.refold(session.db, KINDS["appointment"], appointment.id)


def test_who_loses_a_slot_chooses_from_three_others_and_keeps_everything(gp: Session) -> None:
    result = booked(gp, sharing=Sharing.GIVEN, given_by="patient")
    before = the_appointment(gp, result)
    lose(gp, before)
    (lost,) = rebooking.lost_bookings(gp)

    assert (lost.name, lost.age, len(lost.offers)) == ("Emma de Graaf", 13, 3)
    assert before.slot_id not in {one.slot_id for one in lost.offers}
    rebooking.rebook(gp, result.appointment_id, lost.offers[1].slot_id)
    after = the_appointment(gp, result)
    assert (after.slot_id, after.placement, after.words) == (lost.offers[1].slot_id, Placement.TENTATIVE, WORDS)
    last = operations.of_record(gp.db, "appointment", after.id)[-1]
    assert last.body["claims"]["releases"] == []
    assert rebooking.lost_bookings(gp) == []


def test_a_loss_that_is_settled_by_phone_is_acknowledged(gp: Session) -> None:
    result = booked(gp)
    lose(gp, the_appointment(gp, result))
    with acting(gp, Intention.BOOK) as action:
        action.write(
            SafetyTask("77" * 16, WALUWE, "slot_lost", result.appointment_id, TUESDAY, gp.now(), result.person_id)
        )
    rebooking.acknowledge_loss(gp, result.appointment_id)

    assert rebooking.lost_bookings(gp) == []
    assert rows.require(gp.db, SafetyTask, "77" * 16).result == "acknowledged"


def test_a_slot_that_only_its_device_can_free_is_freed_there_after_syncing(gp: Session) -> None:
    result = booked(gp)
    appointment = the_appointment(gp, result)
    assert rebooking.release_left_behind(gp).kinds == frozenset()
    with acting(gp, Intention.CANCEL) as action:
        action.event(
            "appointment", appointment.id, "cancelled", {"seen": "booked", "reason": "elders afgezegd"}, space=SPACE
        )
    with transaction(gp.db):
        holder = bytes.fromhex(appointment.claim_token_hash)
        keys.set_holder(gp.db, SPACE, placing.claim_id("slot", appointment.slot_id), holder)

    with pytest.raises(KnownError, match=r"slot\.taken"):
        slots.require_free(gp, appointment.slot_id)
    assert rebooking.release_left_behind(gp).kinds == {"slot"}
    assert slots.require_free(gp, appointment.slot_id).id == appointment.slot_id
    assert operations.of_record(gp.db, "slot", appointment.slot_id)[-1].body["claims"]["releases"]
    assert rows.require(gp.db, Slot, appointment.slot_id).minutes == 45


def test_without_a_card_nobody_records_sharing(gp: Session) -> None:
    with pytest.raises(KnownError, match=r"sharing\.card_elsewhere"):
        held_details.record_sharing(gp, "00" * 16, "patient", Decision.GIVEN)


@pytest.mark.parametrize(
    "typed",
    ["13-2-2013", "13/02/2013", "13.2.13", "13 2 2013", "13022013", "2013-02-13", "13 feb 2013", "13 februari 13"],
)
def test_a_birth_date_is_read_as_people_type_it(typed: str) -> None:
    assert read_birth_date(typed, TUESDAY) == date(2013, 2, 13)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "missing"),
        ("gisteren", "unreadable"),
        ("31-2-2013", "unreadable"),
        ("13 foo 2013", "unreadable"),
        ("1-1-2027", "future"),
    ],
)
def test_what_is_no_birth_date_is_said(typed: str, code: str) -> None:
    with pytest.raises(KnownError) as refusal:
        read_birth_date(typed, TUESDAY)
    assert refusal.value.code == f"person.birth_date.{code}"


def test_a_short_year_is_the_last_one_that_has_been() -> None:
    assert read_birth_date("1-3-99", TUESDAY).year == 1999
    assert read_birth_date("1-3-26", TUESDAY).year == 2026


def test_name_and_birth_date_in_one_field() -> None:
    assert split_birth_date("Noor van den Berg 2-3-2017") == ("Noor van den Berg", "2-3-2017")
    assert split_birth_date("Noor") == ("Noor", "")
    assert split_birth_date("13022013") == ("", "13022013")
