"""Who leads: handing a dossier over to another case lead (casusregisseur), which is a step of its own with a reason.

Whoever leads is the one face of the family and has the dossier's birthdays, aftercare and handovers to do, so a dossier
is never without one: when the case lead has left, every colleague sees that somebody must take over.
"""

from dataclasses import replace

from gpconnect.domain.care import EpisodeOfCare, LeadChange
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services.acting import acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows

_GONE = "EXISTS (SELECT 1 FROM staff s WHERE s.id = patient.case_lead AND (s.archived OR s.role <> ?))"


def hand_over(session: Session, patient_id: str, to_id: str, reason: str) -> Changes:
    """Another colleague leads this dossier from now on, with every stretch of help that goes on in it.

    Giving it back is the way to undo it; both stay on record. To who leads already it changes nothing.

    Args:
        session: of the worker.
        patient_id: whose dossier.
        to_id: staff id of who leads from now on.
        reason: why, in a line.

    Raises:
        KnownError: with the param ``field``: ``person.lead_missing``, ``person.lead_unknown`` for who is no youth
            worker of this team at work, ``lead.kept_from`` for whom the dossier is kept from, ``lead.reason_missing``,
            ``text.too_long``; ``record.missing`` or as `acting`.
    """
    check(session, Intention.EDIT_DOSSIER)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        before = rows.require(session.db, Patient, patient_id)
        after = _next_lead(session, before, to_id)
        why = _reason(reason)
        if after.id == before.case_lead:
            return action.changes
        action.write(replace(before, case_lead=after.id), "handed_over")
        condition = "patient_id = ? AND ended_on IS NULL AND case_lead <> ?"
        for episode in rows.where(session.db, EpisodeOfCare, condition, (patient_id, after.id), order="id"):
            action.write(replace(episode, case_lead=after.id), "handed_over")
        action.write(
            LeadChange(
                id=session.new_id(),
                patient_id=patient_id,
                before=before.case_lead,
                before_name=name_of(session, before.case_lead),
                after=after.id,
                after_name=after.name,
                reason=why,
                made_by=session.actor.staff_id,
                made_by_name=session.actor.name,
                made_at=session.now(),
            )
        )
    return action.changes


def may_lead(session: Session) -> list[Staff]:
    """Who may be case lead: the youth workers of this team who are at work, by name."""
    team = {"", session.actor.team_id}
    found = rows.where(session.db, Staff, "role = ? AND NOT archived", (Role.YOUTH_WORKER,), order="name, id")
    return [one for one in found if one.team_id in team]


def without_lead(session: Session) -> list[Patient]:
    """Children whose case lead is known to have left, or to do other work: somebody takes over."""
    return rows.where(session.db, Patient, f"NOT archived AND {_GONE}", (Role.YOUTH_WORKER,), order="id")


def has_left(session: Session, staff_id: str) -> bool:
    """Whether this colleague is known to lead nobody any more."""
    known = rows.get(session.db, Staff, staff_id)
    return known is not None and (known.archived or known.role is not Role.YOUTH_WORKER)


def name_of(session: Session, staff_id: str) -> str:
    """The name of a colleague, or empty where this device does not know them."""
    known = rows.get(session.db, Staff, staff_id)
    return known.name if known is not None else ""


def _next_lead(session: Session, patient: Patient, to_id: str) -> Staff:
    if not to_id.strip():
        raise KnownError("person.lead_missing", field="case_lead")
    found = next((one for one in may_lead(session) if one.id == to_id), None)
    if found is None:
        raise KnownError("person.lead_unknown", field="case_lead")
    if patient.is_restricted_for(to_id):
        raise KnownError("lead.kept_from", field="case_lead")
    return found


def _reason(typed: str) -> str:
    try:
        why = clean_line(typed)
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": "reason"}) from error
    if not why:
        raise KnownError("lead.reason_missing", field="reason")
    return why
