"""What a new handover starts from: the notes, an earlier handover, and who could take it on."""

from dataclasses import dataclass

from gpconnect.domain.ages import age_on
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.handing_over import CHECKLIST
from gpconnect.domain.handover import Handover, Safety
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Staff
from gpconnect.services.acting import check, saw
from gpconnect.services.directory import is_stale
from gpconnect.services.handover_views import PointView, sources_of
from gpconnect.services.reading import require_readable
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.storage import rows

_UNKNOWN_WAIT = 999


@dataclass(frozen=True, slots=True)
class ReceiverView:
    """A receiver to choose, with what decides the choice.

    Attributes:
        fits: whether age and reasons match.
        stale: the waiting time was asked too long ago to count on.
    """

    provider: Provider
    destination: str
    fits: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class StartView:
    """What a new handover starts from.

    Attributes:
        patient: None while the child is still to be chosen.
        points: the checklist as far as notes fill it.
        receivers: those that fit first.
    """

    patient: Patient | None
    name: str
    age: int
    points: tuple[PointView, ...]
    safety: Safety
    receivers: tuple[ReceiverView, ...]
    provider_id: str = ""


def start(session: Session, patient_id: str = "", provider_id: str = "", from_id: str = "") -> StartView:
    """What a new handover starts from: notes fill the checklist, and an earlier handover does where it said more.

    Args:
        session: of the worker.
        patient_id: the child, or empty while it is to be chosen.
        provider_id: the receiver when it was chosen in the sociale kaart.
        from_id: a handover that was refused, of which the content is used again.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.HAND_OVER)
    before = rows.require(session.db, Handover, from_id) if from_id else None
    wanted = before.patient_id if before else patient_id
    if not wanted:
        return StartView(None, "", 0, (), Safety.SAFE, receivers(session, None), provider_id)
    require_readable(session, wanted, Intention.HAND_OVER)
    patient = rows.require(session.db, Patient, wanted)
    saw(session, patient.id, "new_handover")
    sources = sources_of(session, patient.id)
    texts = load_codes()["checklist"]
    points = []
    for one in CHECKLIST:
        text, source, source_on = sources.get(one.key, (_agreed(session, patient, one.key), "", None))
        kept = before.checklist.get(one.key, "") if before and one.prefilled else ""
        points.append(
            PointView(one.key, texts.label(one.key), kept or text, one.required, source=source, source_on=source_on)
        )
    return StartView(
        patient=patient,
        name=full_name(patient.given_name, patient.prefix, patient.family_name),
        age=age_on(patient.birth_date, session.today()),
        points=tuple(points),
        safety=before.safety if before else _safety(session, patient.id),
        receivers=receivers(session, patient, without=before.provider_id if before else ""),
        provider_id=provider_id,
    )


def receivers(session: Session, patient: Patient | None, without: str = "") -> tuple[ReceiverView, ...]:
    """Everybody in the sociale kaart, who fits this child's age first, then by waiting time."""
    labels = load_codes()["destinations"]
    today = session.today()
    age = age_on(patient.birth_date, today) if patient else None
    found = [
        ReceiverView(
            one,
            labels.label(one.destination),
            age is None or one.age_from <= age <= one.age_to,
            is_stale(one, today),
        )
        for one in rows.where(session.db, Provider, "archived = 0 AND id <> ?", (without,), order="name")
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                not one.fits,
                _UNKNOWN_WAIT if one.provider.waiting_weeks is None else one.provider.waiting_weeks,
            ),
        )
    )


def first_route(provider: Provider) -> AccessRoute:
    """The usual way in at a receiver."""
    return provider.access_routes[0] if provider.access_routes else AccessRoute.FREELY_ACCESSIBLE


def _safety(session: Session, patient_id: str) -> Safety:
    """How safe the child was in the last note that says so."""
    known = {str(one): one for one in Safety}
    for note in rows.where(session.db, Note, "patient_id = ?", (patient_id,), order="signed_at DESC, id"):
        if note.answers.get("safety") in known:
            return known[note.answers["safety"]]
    return Safety.SAFE


def _agreed(session: Session, patient: Patient, key: str) -> str:
    """What we promise in every handover, so that it is not typed again."""
    lead = rows.get(session.db, Staff, patient.case_lead)
    if key == "case_lead":
        name = lead.name if lead else session.actor.name
        return f"{name} blijft casusregisseur en houdt elke week contact tot het eerste gesprek bij u is geweest."
    if key == "feedback_dates":
        return "De huisarts hoort van ons wanneer het eerste gesprek is geweest, hoe het loopt en hoe het eindigt."
    return ""
