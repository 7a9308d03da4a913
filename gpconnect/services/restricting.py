"""Dossiers that their case lead keeps from some colleagues, and the hour in which an emergency opens one.

The program holds members of the team to it, on every device; it is not cryptography. Whoever may not read it can still
look in an emergency, with a written reason that the case lead and the family see (NEN 7513).
"""

from datetime import datetime, timedelta

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KIND_OF
from gpconnect.services import applying
from gpconnect.services.session import Session
from gpconnect.storage import access_log, meta, rows

EMERGENCY_LASTS = timedelta(hours=1)
"""How long a dossier stays open on this device after an emergency."""
_ENDED = "emergencies_ended"


def is_closed(session: Session, patient: Patient) -> bool:
    """Whether this person may not read this dossier now."""
    return patient.is_restricted_for(session.actor.staff_id) and emergency_ends(session, patient) is None


def emergency_ends(session: Session, patient: Patient) -> datetime | None:
    """Until when an emergency keeps this dossier open for reading; None when none does, or none is needed."""
    own = session.actor.staff_id
    if not patient.is_restricted_for(own):
        return None
    if patient.id in _ended_early(session):
        return None
    begun = access_log.emergency_since(session.db, patient.id, own, session.now() - EMERGENCY_LASTS)
    return begun + EMERGENCY_LASTS if begun is not None else None


def end_emergency(session: Session, patient_id: str) -> None:
    """Whoever looked is done: the dossier closes before the hour is over. Inside a transaction."""
    meta.put_meta(session.db, _ENDED, _ended_early(session) | {patient_id: session.now().isoformat()})


def begin_emergency(session: Session, patient_id: str) -> None:
    """A new reason was given: what was ended before no longer counts. Inside a transaction."""
    meta.put_meta(session.db, _ENDED, {one: at for one, at in _ended_early(session).items() if one != patient_id})


def _ended_early(session: Session) -> dict[str, str]:
    """By dossier, when reading it in an emergency was ended; those of which the hour is over as well are left out."""
    start = session.now() - EMERGENCY_LASTS
    kept = meta.get_meta(session.db, _ENDED) or {}
    return {one: at for one, at in kept.items() if datetime.fromisoformat(at) > start}


def closed(session: Session) -> frozenset[str]:
    """Ids of the dossiers that this person may not read now: for lists, which leave their content out."""
    found = rows.where(session.db, Patient, "restricted_to <> '[]'")
    return frozenset(one.id for one in found if is_closed(session, one))


def refuse(session: Session, patient_id: str) -> None:
    """Refuse what is done with a dossier that is kept from this person.

    Raises:
        KnownError: ``dossier.restricted``.
    """
    patient = known(session, patient_id)
    if patient is not None and is_closed(session, patient):
        raise KnownError("dossier.restricted")


def refuse_writing(session: Session, patient_id: str) -> None:
    """Refuse what changes a dossier that is kept from this person; an emergency opens it for reading only.

    Raises:
        KnownError: ``dossier.restricted``, ``dossier.emergency``.
    """
    patient = known(session, patient_id)
    if patient is None or not patient.is_restricted_for(session.actor.staff_id):
        return
    raise KnownError("dossier.restricted" if is_closed(session, patient) else "dossier.emergency")


def known(session: Session, patient_id: str, *, until: int | None = None) -> Patient | None:
    """The child of a dossier, also while it is out of sight because it is asked to be erased; None when it is gone.

    Args:
        session: at work.
        patient_id: whose dossier.
        until: as it stood at this place of the hub's order; None for as it stands here.
    """
    row = rows.get(session.db, Patient, patient_id)
    if row is not None and until is None:
        return row
    state = applying.state_of(session.db, KIND_OF[Patient], patient_id, until=until)
    return msgspec.convert({**state, "id": patient_id}, Patient) if state is not None else None
