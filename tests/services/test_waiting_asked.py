"""What a family asked for besides a place comes along when they get one, wherever that is done."""

from datetime import date

import pytest

from gpconnect.domain.consent import Decision
from gpconnect.domain.people import PersonCard
from gpconnect.domain.schedule import Appointment, WaitingEntry
from gpconnect.services import asked_with, held_details, schedule, slots, waiting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.services.conftest import PEOPLE, WALUWE, put_common
from tests.services.online import Wire, sync
from tests.services.test_booked_twice import accept

Practice = tuple[Session, Session, Session]
LINE = "Smits, Lotte, 01-01-2014"
DOCTOR = PEOPLE["gp"].staff_id


def a_full_wait(session: Session, sharing: Sharing = Sharing.GIVEN) -> Booked:
    """A family that waits and asked for all that can be asked for."""
    request = BookingRequest(
        WALUWE,
        new=NewPerson("Lotte", "Smits", date(2010, 1, 1), "06 12345678"),
        reasons=("sleep",),
        words="Slaapt slecht",
        sharing=sharing,
        given_by="patient",
        gp_joins=True,
        family_agreed=True,
        interpreter="Pools",
        safe_contact="alleen moeder bellen",
        patient_line=LINE,
        minutes=20,
        practitioner_id=DOCTOR,
        confirmed=True,
    )
    _, result = waiting.add_to_waiting_list(session, request)
    assert isinstance(result, Booked)
    return result


def came_along(session: Session, booked: Booked) -> tuple[object, ...]:
    """Of a booking what was asked for when the family began to wait."""
    one = schedule.open_appointment(session, booked.appointment_id)
    kept = rows.require(session.db, Appointment, booked.appointment_id)
    asked = (one.words, one.interpreter, one.patient_line, one.safe_contact, one.gp_joins, one.family_agreed)
    return (*asked, kept.practitioner_id, kept.minutes)


ALL = ("Slaapt slecht", "Pools", LINE, "alleen moeder bellen", True, True, DOCTOR, 20)


@pytest.mark.parametrize("sharing", [Sharing.GIVEN, Sharing.TO_ASK])
def test_all_that_was_asked_for_comes_along_with_the_place(gp: Session, sharing: Sharing) -> None:
    waits = a_full_wait(gp, sharing)
    (view,) = waiting.waiting_list(gp, WALUWE)
    assert (view.interpreter, view.safe_contact, view.gp_joins) == ("Pools", "alleen moeder bellen", True)

    made = accept(gp, waits.waiting_id, slots.propose_slots(gp, WALUWE, 20).slots[0].slot_id)
    assert came_along(gp, made) == ALL


def test_it_comes_along_at_a_desk_that_did_not_write_it_down(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    put_common(assistant)
    waits = a_full_wait(gp)
    sync(*practice, wire=wire)

    made = accept(assistant, waits.waiting_id, slots.propose_slots(assistant, WALUWE, 20).slots[0].slot_id)
    assert came_along(assistant, made) == ALL


def test_before_sharing_only_what_says_nothing_of_the_child_leaves_the_desk(practice: Practice, wire: Wire) -> None:
    gp, assistant, worker = practice
    waits = a_full_wait(gp, Sharing.TO_ASK)
    sync(*practice, wire=wire)
    for session in (assistant, worker):
        known = asked_with.read(session.db, waits.waiting_id)
        assert known == asked_with.AskedWith(gp_joins=True, family_agreed=True, practitioner_id=DOCTOR)
        said = [one.body for one in operations.of_record(session.db, "waiting_entry", waits.waiting_id)]
        assert "Pools" not in str(said)
        assert LINE not in str(said)
        assert rows.count(session.db, PersonCard) == 0

    held_details.record_sharing(gp, waits.person_id, "patient", Decision.GIVEN)
    sync(*practice, wire=wire)
    for session in (assistant, worker):
        known = asked_with.read(session.db, waits.waiting_id)
        assert (known.interpreter, known.patient_line, known.gp_joins) == ("Pools", LINE, True)
        assert rows.require(session.db, WaitingEntry, waits.waiting_id).words == "Slaapt slecht"
