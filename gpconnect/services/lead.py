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
from gpconnect.services import feedback_duties, spaces
from gpconnect.services.acting import acting, check
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.session import Session
from gpconnect.storage import rows

_PAPER = "recovery"
"""What a recovery sheet is among the members: it is on paper, and leads nobody."""


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
        feedback_duties.tell_change(action, patient_id)
    return action.changes


def may_lead(session: Session) -> list[Staff]:
    """Who may be case lead: the youth workers of this team who are at work, by name."""
    team, left = {"", session.actor.team_id}, gone(session)
    found = rows.where(session.db, Staff, "role = ? AND NOT archived", (Role.YOUTH_WORKER,), order="name, id")
    return [one for one in found if one.team_id in team and one.id not in left]


def without_lead(session: Session) -> list[Patient]:
    """Children whose case lead is gone: somebody takes over."""
    left = (tuple(sorted(gone(session))),)
    return rows.where(session.db, Patient, f"NOT archived AND {AMONG.format(column='case_lead')}", left, order="id")


def gone(session: Session) -> frozenset[str]:
    """Staff ids of whoever can lead nobody now: their last device was put out of the team, or they do other work.

    Whoever only lost a laptop counts as well until they are back with another one: until then no family reaches them
    here. Of somebody whom this device does not know nothing is said.
    """
    team = spaces.membership(session.db, session.team_space)
    seated = {one.staff for one in team.members() if one.capacity != _PAPER}
    known = {one.member.staff for one in team.seats.values() if one.member.capacity != _PAPER}
    other = {one.id for one in rows.where(session.db, Staff, "archived OR role <> ?", (Role.YOUTH_WORKER,))}
    return frozenset((known - seated) | other) - {session.actor.staff_id}


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
