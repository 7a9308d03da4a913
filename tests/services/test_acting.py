"""One intention is one transaction: rows, operation, outbox, access log, or nothing at all."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, VisitKind
from gpconnect.services import reading
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import access_log, conflicts, operations, rows
from tests.services.conftest import WALUWE


def a_patient(session: Session) -> Patient:
    """Noor, nine years old."""
    return Patient(
        id=session.new_id(),
        given_name="Noor",
        prefix="van den",
        family_name="Berg",
        birth_date=date(2017, 3, 2),
        case_lead=session.actor.staff_id,
        opened_at=session.now(),
    )


def an_appointment(session: Session) -> Appointment:
    """A first talk that asks for no slot."""
    return Appointment(
        id=session.new_id(),
        site_id=WALUWE,
        slot_id="",
        person_id=session.new_id(),
        visit=VisitKind.FIRST,
        reasons=("sleep",),
        requested_on=session.today(),
        booked_by=session.actor.staff_id,
        booked_at=session.now(),
    )


def test_a_written_record_is_in_its_table_in_the_log_and_in_the_outbox(worker: Session) -> None:
    patient = a_patient(worker)
    before = operations.outbox_counts(worker.db).get(worker.team_space)

    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(patient)

    assert before is None
    assert rows.get(worker.db, Patient, patient.id) == patient
    assert operations.outbox_counts(worker.db)[worker.team_space].waiting == 1
    assert action.changes.kinds == {"patient"}


def write_and_fail(session: Session, patient: Patient) -> None:
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
        raise KnownError("person.birth_date.future")


def test_nothing_is_written_when_something_in_the_intention_fails(worker: Session) -> None:
    patient = a_patient(worker)

    with pytest.raises(KnownError, match=r"person\.birth_date\.future"):
        write_and_fail(worker, patient)

    assert rows.get(worker.db, Patient, patient.id) is None
    assert worker.team_space not in operations.outbox_counts(worker.db)


def test_a_role_that_may_not_is_refused_and_the_attempt_is_on_record(gp: Session) -> None:
    with pytest.raises(KnownError) as refusal, acting(gp, Intention.EDIT_DOSSIER) as action:
        action.write(a_patient(gp))

    assert refusal.value.code == "role.may_not"
    (row,) = access_log.between(gp.db, gp.now().replace(hour=0), gp.now().replace(hour=23))
    assert (row.user, row.outcome, row.purpose) == (gp.actor.staff_id, "role.may_not", "edit_dossier")


def test_a_role_that_may_not_read_a_dossier_is_on_record_with_whose_it_was(gp: Session) -> None:
    with pytest.raises(KnownError, match=r"role.may_not"):
        reading.require_readable(gp, "ab" * 16)

    (row,) = access_log.of_patient(gp.db, "ab" * 16)
    assert (row.user, row.outcome, row.purpose) == (gp.actor.staff_id, "role.may_not", "read_dossier")


def test_writing_in_a_dossier_leaves_a_row_in_the_access_log(worker: Session) -> None:
    patient = a_patient(worker)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(patient, school="De Walsprong"))

    log = access_log.of_patient(worker.db, patient.id)
    assert [row.type for row in log] == [access_log.EventType.CHANGE, access_log.EventType.CREATE]
    assert access_log.verify_chain(worker.db) is None


def test_changing_one_field_group_leaves_the_others_alone(worker: Session) -> None:
    patient = a_patient(worker)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(patient, phone="0418 000 123"))

    last = operations.of_record(worker.db, "patient", patient.id)[-1]
    assert set(last.body) == {"phone", "safe_contact"}
    assert rows.require(worker.db, Patient, patient.id).phone == "0418 000 123"
    assert conflicts.conflicts(worker.db) == []


def test_an_appointment_moves_through_its_states_by_events(worker: Session) -> None:
    appointment = an_appointment(worker)
    space = f"practice/{WALUWE}"
    with acting(worker, Intention.BOOK) as action:
        action.start(appointment, "booked")
    with acting(worker, Intention.RECEIVE) as action:
        action.event("appointment", appointment.id, "arrived", {"seen": "booked"}, space=space)

    assert rows.require(worker.db, Appointment, appointment.id).status is AppointmentStatus.ARRIVED


def test_a_step_that_is_no_longer_possible_is_kept_and_shown_not_applied(worker: Session) -> None:
    appointment = an_appointment(worker)
    space = f"practice/{WALUWE}"
    with acting(worker, Intention.BOOK) as action:
        action.start(appointment, "booked")
        action.event("appointment", appointment.id, "started", {"seen": "booked"}, space=space)

    assert rows.require(worker.db, Appointment, appointment.id).status is AppointmentStatus.BOOKED
    assert [one.reason for one in conflicts.marked(worker.db)] == ["no_such_step"]
