"""Two people who changed the same thing, and a step that came too late, in one file."""

from dataclasses import replace
from datetime import date, timedelta

from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import applying
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import operations
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, WALUWE
from tests.services.visits_help import a_booking

JORIS = PEOPLE["colleague"].staff_id


def two_phones(session: Session) -> str:
    """Sanne and Joris both noted another phone number for Noor; gives the dossier's id."""
    patient = Patient(
        session.new_id(), "Noor", "Berg", date(2017, 3, 2), session.actor.staff_id, session.now(), prefix="van den"
    )
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(replace(patient, phone="+31687654321"))
    first = operations.of_record(session.db, "patient", patient.id)[0]
    of_joris = Operation(
        op_id=session.new_id(),
        space=session.team_space,
        dossier=patient.id,
        kind="patient.recorded",
        record=patient.id,
        schema=1,
        made_at=session.now() + timedelta(minutes=5),
        author=JORIS,
        device="99" * 8,
        action="",
        seen=(first.op_id,),
        body={"phone": "+31611112222", "safe_contact": "alleen na 16 uur"},
    )
    with transaction(session.db):
        applying.apply(session.db, of_joris, seq=7)
    return patient.id


def a_step_too_late(session: Session) -> str:
    """A talk was begun for a visit that was booked and has been received meanwhile; gives the appointment's id."""
    visit = a_booking(session)
    space = f"practice/{WALUWE}"
    with acting(session, Intention.RECEIVE) as action:
        action.event("appointment", visit, "arrived", {"seen": "booked"}, space=space)
        action.event("appointment", visit, "arrived", {"seen": "booked"}, space=space)
    return visit
