"""On whose behalf somebody works: NEN 7513 asks beside the user for the user who is responsible."""

from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.staff import Role, Staff
from gpconnect.services.session import Session
from gpconnect.storage import rows


def user(session: Session, patient_id: str) -> str:
    """Staff id of whoever is responsible, when that is somebody else; otherwise empty.

    For a youth worker the case lead of the dossier. For a practice assistant the GP of the child's last appointment,
    else the practice's only GP; with several GPs and none named it stays empty: the practice is then responsible.
    """
    if not patient_id:
        return ""
    if session.actor.role is Role.YOUTH_WORKER:
        patient = rows.get(session.db, Patient, patient_id)
        return patient.case_lead if patient and patient.case_lead != session.actor.staff_id else ""
    return _gp(session, patient_id) if session.actor.role is Role.PRACTICE_ASSISTANT else ""


def _is_of(visit: Appointment, doctor: Staff) -> bool:
    """Whether a booking is this doctor's; one that an older program made only says a name."""
    return (visit.practitioner_id or doctor.id) == doctor.id and doctor.name == visit.practitioner


def _gp(session: Session, person_id: str) -> str:
    visits = rows.where(
        session.db, Appointment, "person_id = ? AND practitioner <> ''", (person_id,), order="booked_at DESC", limit=1
    )
    card = rows.get(session.db, PersonCard, person_id)
    site_id = visits[0].site_id if visits else card.site_id if card else ""
    doctors = [
        one for one in rows.where(session.db, Staff, "role = ? AND archived = 0", (Role.GP,)) if site_id in one.site_ids
    ]
    named = [one.id for one in doctors if visits and _is_of(visits[0], one)]
    if named:
        return named[0]
    return doctors[0].id if len(doctors) == 1 else ""
