"""Opening a dossier from a booking: the child becomes a `Patient`, and a stretch of help begins."""

import hashlib
from dataclasses import dataclass

from gpconnect.domain.care import EpisodeOfCare, ReferrerType
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Site, SiteKind
from gpconnect.services import placing
from gpconnect.services.acting import Action, acting
from gpconnect.services.session import Session
from gpconnect.storage import drafts, meta, rows
from gpconnect.sync import keys

COMMUNITY_TEAM = "team.is_community_team"
"""Setting of the file: whether the team counts as wijk- or buurtteam; the municipality says so."""

_WAYS_IN = {
    SiteKind.PRACTICE: ReferrerType.GP,
    SiteKind.CLINIC: ReferrerType.YOUTH_PHYSICIAN,
    SiteKind.SCHOOL: ReferrerType.NONE,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier with the episode that is going on; both empty for a peer consultation, which has no child."""

    patient_id: str
    episode_id: str


def open_from_booking(session: Session, appointment_id: str) -> tuple[Changes, Opened]:
    """Find or open the dossier of the child of a booking, with an episode that is going on.

    The dossier's id is the id of the child in the booking, so that nobody has to be matched by name.

    Raises:
        KnownError: ``dossier.not_shared`` while the family was not asked yet whether the team may know who it is
            (Jeugdwet 7.3.11), ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        appointment = rows.require(session.db, Appointment, appointment_id)
        if not appointment.person_id:
            return action.changes, Opened("", "")
        patient = rows.get(session.db, Patient, appointment.person_id)
        if patient is None:
            patient = _patient_of(session, appointment)
            open_as_first(action, patient)
        episode = find_or_start_episode(action, patient, appointment)
        action.saw(patient.id, "visit")
    return action.changes, Opened(patient.id, episode.id)


def open_as_first(action: Action, patient: Patient) -> None:
    """Open the dossier of a child whom a practice knows already. Inside an intention.

    Two workers may do so at once, from a booking or from the card: the hub's order says whose dossier it is.
    """
    session = action.session
    claim = placing.claim(session.db, session.team_space, "dossier", patient.id, token=keys.new_token())
    action.write(patient, "opened", claim=claim)


def find_or_start_episode(action: Action, patient: Patient, appointment: Appointment) -> EpisodeOfCare:
    """The episode that is going on for a child, or a new one that begins with this request. Inside an intention."""
    session = action.session
    going_on = open_episode(session, patient.id)
    if going_on is not None:
        return going_on
    # Two workers who open the same booking at once begin one stretch of help; a later one is another.
    derived = hashlib.sha256(f"episode{appointment.id}".encode()).hexdigest()[:32]
    episode = EpisodeOfCare(
        id=session.new_id() if rows.get(session.db, EpisodeOfCare, derived) else derived,
        patient_id=patient.id,
        requested_on=appointment.requested_on,
        way_in=way_in(session, appointment.site_id),
        case_lead=patient.case_lead,
        reasons=appointment.reasons,
        request_for_help=appointment.words,
        site_id=appointment.site_id,
    )
    action.write(episode, "opened")
    return episode


def open_episode(session: Session, patient_id: str) -> EpisodeOfCare | None:
    """The episode of a child that has not ended, or None."""
    found = rows.where(
        session.db,
        EpisodeOfCare,
        "patient_id = ? AND ended_on IS NULL",
        (patient_id,),
        order="requested_on DESC, id",
        limit=1,
    )
    return found[0] if found else None


def last_episode(session: Session, patient_id: str) -> EpisodeOfCare | None:
    """The episode of a child that is going on, or else the last one; None without any."""
    order = "ended_on IS NOT NULL, requested_on DESC, id"
    found = rows.where(session.db, EpisodeOfCare, "patient_id = ?", (patient_id,), order=order, limit=1)
    return found[0] if found else None


def way_in(session: Session, site_id: str) -> ReferrerType:
    """Through whom a child came in, as Statistics Netherlands counts it (Informatieprotocol v7, verwijzer).

    Help by a community team counts as "no referrer" (06), also when the GP pointed the family there; the practice
    itself stays known as the site of the episode.
    """
    if meta.get_meta(session.db, COMMUNITY_TEAM) is not False:
        return ReferrerType.NONE
    site = rows.get(session.db, Site, site_id)
    return _WAYS_IN[site.kind] if site is not None else ReferrerType.NONE


def _patient_of(session: Session, appointment: Appointment) -> Patient:
    """A dossier from the practice's card; nothing is asked twice."""
    card = rows.get(session.db, PersonCard, appointment.person_id) or drafts.held_card(
        session.db, appointment.person_id
    )
    # Whoever booked the child personally was told the name by the family itself.
    if card is None or not (card.shared or appointment.booked_by == session.actor.staff_id):
        raise KnownError("dossier.not_shared")
    return Patient(
        id=card.id,
        given_name=card.given_name,
        prefix=card.prefix,
        family_name=card.family_name,
        birth_date=card.birth_date,
        gender=card.gender,
        phone=card.phone,
        safe_contact=card.safe_contact,
        interpreter=card.interpreter or appointment.interpreter,
        household_id=card.household_id,
        site_id=appointment.site_id,
        practitioner_name=appointment.practitioner,
        case_lead=session.actor.staff_id,
        opened_at=session.now(),
    )
