"""A dossier with a family, a note and an episode, to hand over and to evaluate."""

from dataclasses import replace
from datetime import date

from gpconnect.domain.care import EpisodeOfCare, ReferrerType
from gpconnect.domain.consent import Decision, Scope
from gpconnect.domain.notes import Note
from gpconnect.domain.people import AuthorityBasis, Patient, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.roles import Intention
from gpconnect.services import consents
from gpconnect.services.acting import acting
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.purposes import HANDOVER
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, WALUWE

MOZAIEK = "99" * 16
DOCTOR = "98" * 16
OLD_ENOUGH = date(2012, 1, 5)
"""Birth date of somebody of 14, who decides about their own dossier (Jeugdwet 7.3.15)."""


ANSWERS = {
    "request": "Ik durf niet meer naar school",
    "wish": "Weer een dag naar school",
    "safety": "concerns_with_agreements",
    "safety_agreements": "Karin belt Sanne als het misgaat",
    "weighing": "Angst staat voorop",
}


def a_dossier(
    session: Session,
    given_name: str = "Daan",
    birth_date: date = date(2015, 4, 3),
    *,
    started_on: date | None = date(2026, 11, 3),
    ended_on: date | None = None,
) -> str:
    """A child with a mother who holds authority, one signed note and an episode; gives the dossier's id."""
    child, me = session.new_id(), session.actor
    patient = Patient(child, given_name, "Willems", birth_date, me.staff_id, session.now(), site_id=WALUWE)
    mother = RelatedPerson(
        session.new_id(),
        child,
        f"Karin van {given_name}",
        Relation.PARENT,
        authority=AuthorityBasis.REGISTER,
        verified_on=date(2026, 11, 3),
        verified_how=VerifiedHow.REGISTER,
    )
    episode = EpisodeOfCare(
        session.new_id(),
        child,
        date(2026, 10, 27),
        ReferrerType.NONE,
        me.staff_id,
        site_id=WALUWE,
        started_on=started_on,
        ended_on=ended_on,
    )
    note = Note(session.new_id(), child, "", "first_talk", 1, me.staff_id, me.name, session.now(), ANSWERS)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        for record in (replace(patient, practitioner_name="dr. Peters"), mother, episode, note):
            action.write(record)
    return child


def agree_to_share(session: Session, patient_id: str, decision: Decision = Decision.GIVEN) -> None:
    """Everybody who decides says the same about sharing with Mozaïek."""
    question = Question(Scope.SHARE, HANDOVER, MOZAIEK, "Mozaïek jeugdhulp")
    from_whom = _askers(session, patient_id)
    for given_by in from_whom:
        consents.record_consent(session, NewConsent(patient_id, question, given_by, decision))


def _askers(session: Session, patient_id: str) -> list[str]:
    standing = consents.standing_for(session, patient_id, Scope.SHARE, MOZAIEK, HANDOVER)
    return [one.person_id for one in standing.missing] or list(standing.decided_by)


def kept_from(session: Session, patient_id: str) -> None:
    """A colleague leads this dossier now and keeps it from this person, who has it on this device all the same."""
    joris = PEOPLE["colleague"].staff_id
    with acting(session, Intention.RESTRICT_DOSSIER) as action:
        patient = rows.require(session.db, Patient, patient_id)
        action.write(replace(patient, case_lead=joris, restricted_to=(joris,)))


def open_again(session: Session, patient_id: str) -> None:
    """It is kept from nobody any more, as when the colleague's word came in."""
    with transaction(session.db):
        rows.put(session.db, replace(rows.require(session.db, Patient, patient_id), restricted_to=()))
