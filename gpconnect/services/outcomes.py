"""What a talk led to: outcome, next appointment and feedback to the GP in one go, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gpconnect.domain.ages import age_on
from gpconnect.domain.booking import request_of
from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import (
    Destination,
    Encounter,
    EndReason,
    EpisodeOfCare,
    Feedback,
    FeedbackMoment,
    FeedbackStatus,
    Outcome,
)
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Scope
from gpconnect.domain.consenting import StandingStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Slot, VisitKind
from gpconnect.services import closing, consents, dossiers, notes, slots, visits
from gpconnect.services import feedback as telling
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows

CLOSING = frozenset({Outcome.ADVICE_ONLY, Outcome.NO_FURTHER_HELP})
"""Outcomes that end the stretch of help."""
TELL_EVERY = timedelta(weeks=6)
"""Between two tellings of how it goes."""
_GOES_ON = frozenset({Outcome.BRIEF_SUPPORT, Outcome.BRIDGING})
"""Outcomes after which we go on helping. A talk that took place always gets one of the others: it is on record."""
USUAL_MINUTES = 20
UNDONE = "outcome_undone"
"""Why a follow-up was called off when its outcome was taken back."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing a visit made; empty ids for what was not made."""

    encounter_id: str
    feedback_id: str = ""
    next_appointment_id: str = ""


def finish(
    session: Session,
    appointment_id: str,
    outcome: Outcome,
    next_slot_id: str | None = None,
    feedback_lines: Mapping[str, str] | None = None,
    *,
    how: str = "program",
    destination: Destination = Destination.NONE,
) -> tuple[Changes, Finished]:
    """Give a visit its outcome.

    The encounter is recorded, the visit is fulfilled, the episode starts or ends, the next talk is booked, and the
    GP hears back or it becomes a dated duty. Advice alone and "no further help" end the episode as planned, with
    aftercare after six weeks. A peer consultation has an encounter and nothing else.

    Args:
        session: of the worker.
        appointment_id: the visit.
        outcome: what it led to.
        next_slot_id: the slot of the next talk, or None.
        feedback_lines: SOEP lines that the worker approved, or None to tell the practice later.
        how: as in `gpconnect.services.feedback.approve`.
        destination: where the child goes on to, for a closing outcome.

    Raises:
        KnownError: ``appointment.state_moved_on`` when it has an outcome already or was called off, ``slot.taken``,
            ``slot.past``, ``slot.closed``, ``help.withdrawn`` when help would go on, ``feedback.consent_missing`` and
            others of `feedback.approve`, ``dossier.not_shared``, ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.TALK)
    if rows.require(session.db, Appointment, appointment_id).person_id:
        opened, _ = dossiers.open_from_booking(session, appointment_id)
    else:
        opened = Changes()
    with acting(session, Intention.TALK) as action:
        visits.lead_to_talk(action, appointment_id)
        appointment = visits.take_step(action, appointment_id, "fulfilled")
        encounter = _encounter(session, appointment, outcome)
        if not appointment.person_id:
            action.write(encounter)
            return opened | action.changes, Finished(encounter.id)
        patient = rows.require(session.db, Patient, appointment.person_id)
        _require_help(session, patient, goes_on=outcome in _GOES_ON or bool(next_slot_id))
        moment = _moment(session, encounter, outcome)
        action.write(encounter)
        _move_episode(action, encounter, outcome, destination)
        told = _tell(action, appointment, encounter, moment, feedback_lines, how)
        following = _book_next(action, appointment, patient, next_slot_id) if next_slot_id else ""
    return opened | action.changes, Finished(encounter.id, told, following)


def _require_help(session: Session, patient: Patient, *, goes_on: bool) -> None:
    """A no stops further help (Jeugdwet 7.3.4, 7.3.5); silence does not, because who comes to talk was asked there."""
    standing = consents.standing_for(session, patient.id, Scope.HELP, session.actor.team_id)
    if goes_on and standing.status in {StandingStatus.WITHDRAWN, StandingStatus.REFUSED}:
        raise KnownError("help.withdrawn")


def undo_finish(session: Session, appointment_id: str) -> Changes:
    """Take an outcome back: the visit is a talk again, what it closed is open, and its follow-up is called off.

    Raises:
        KnownError: ``feedback.acknowledged`` when the practice has seen the feedback, ``appointment.state_moved_on``,
            ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.TALK) as action:
        told = telling.of_appointment(session, appointment_id)
        if told is not None:
            telling.withdraw(action, told)
        visits.take_step(action, appointment_id, "reverted")
        for encounter in _encounters(session, appointment_id):
            action.write(replace(encounter, outcome=None), "taken_back")
            if encounter.episode_id:
                _move_back(action, encounter)
            _call_off_next(action, appointment_id)
    return action.changes


def propose_next(session: Session, appointment_id: str, most: int = 3) -> tuple[Slot, ...]:
    """Free slots for the next talk: the same weekday at this site first, from the next week on.

    Raises:
        KnownError: ``record.missing``.
    """
    appointment = rows.require(session.db, Appointment, appointment_id)
    here = rows.get(session.db, Slot, appointment.slot_id) if appointment.slot_id else None
    weekday = local_day(here.starts_at if here else session.now()).weekday()
    soonest = session.today() + timedelta(days=6)
    minutes = here.minutes if here else USUAL_MINUTES
    free = [one for one in slots.free(session, appointment.site_id, minutes) if local_day(one.starts_at) >= soonest]
    return tuple(sorted(free, key=lambda slot: (local_day(slot.starts_at).weekday() != weekday, slot.starts_at)))[:most]


def _encounters(session: Session, appointment_id: str) -> list[Encounter]:
    return rows.where(session.db, Encounter, "appointment_id = ?", (appointment_id,), order="day, id")


def _encounter(session: Session, appointment: Appointment, outcome: Outcome) -> Encounter:
    """The talk; an earlier outcome that was taken back is filled in again rather than counted twice."""
    slot = rows.get(session.db, Slot, appointment.slot_id) if appointment.slot_id else None
    episode = dossiers.open_episode(session, appointment.person_id) if appointment.person_id else None
    before = next(iter(_encounters(session, appointment.id)), None)
    day = min(local_day(slot.starts_at), session.today()) if slot else session.today()
    return Encounter(
        id=before.id if before else session.new_id(),
        appointment_id=appointment.id,
        site_id=appointment.site_id,
        day=day,
        minutes=slot.minutes if slot else USUAL_MINUTES,
        visit=str(appointment.visit),
        worker_id=session.actor.staff_id,
        patient_id=appointment.person_id,
        episode_id=episode.id if episode else "",
        outcome=outcome,
        gp_joined=appointment.gp_joins,
    )


def _moment(session: Session, encounter: Encounter, outcome: Outcome) -> FeedbackMoment:
    if outcome in CLOSING:
        return FeedbackMoment.CLOSURE
    earlier = rows.count(
        session.db,
        Encounter,
        "episode_id = ? AND id <> ? AND outcome IS NOT NULL",
        (encounter.episode_id, encounter.id),
    )
    return FeedbackMoment.PROGRESS if earlier else FeedbackMoment.START


def _move_episode(action: Action, encounter: Encounter, outcome: Outcome, destination: Destination) -> None:
    """An episode starts with its first real talk; a closing outcome ends it with aftercare planned."""
    before = rows.require(action.session.db, EpisodeOfCare, encounter.episode_id)
    after = replace(before, started_on=before.started_on or encounter.day)
    if outcome in CLOSING:
        after = closing.ended(after, encounter.day, EndReason.AS_PLANNED, destination)
    if after != before:
        action.write(after, "ended" if outcome in CLOSING else "started")


def _move_back(action: Action, encounter: Encounter) -> None:
    """What the outcome of a talk did to its episode is undone: an ending, and a start that no other talk made."""
    db = action.session.db
    before = rows.require(db, EpisodeOfCare, encounter.episode_id)
    after = before
    if encounter.outcome in CLOSING:
        after = replace(after, ended_on=None, end_reason=None, destination=None, aftercare_due=None)
    condition = "episode_id = ? AND id <> ? AND outcome IS NOT NULL"
    if before.started_on == encounter.day and not rows.count(db, Encounter, condition, (before.id, encounter.id)):
        after = replace(after, started_on=None)
    if after != before:
        action.write(after, "reopened")


def _tell(
    action: Action,
    appointment: Appointment,
    encounter: Encounter,
    moment: FeedbackMoment,
    lines: Mapping[str, str] | None,
    how: str,
) -> str:
    session = action.session
    since: date = session.today() if moment is FeedbackMoment.CLOSURE else encounter.day
    fresh = telling.new_feedback(session, appointment, moment, since, encounter.episode_id)
    before = telling.of_appointment(session, appointment.id)
    # What the practice has seen stays as they saw it; the new outcome is told anew.
    waits = before is not None and before.status is FeedbackStatus.PREPARED
    duty: Feedback = replace(fresh, id=before.id) if before is not None and waits else fresh
    if moment is FeedbackMoment.PROGRESS and before is None and lines is None and not _is_due(session, encounter):
        if not _is_safety_changed(session, appointment.id):
            return ""
        duty = telling.new_feedback(session, appointment, FeedbackMoment.CHANGE, session.today(), encounter.episode_id)
    telling.prepare(action, duty)
    if lines:
        telling.send(action, duty, lines, how)
    return duty.id


def _is_safety_changed(session: Session, appointment_id: str) -> bool:
    """A GP hears at once, and not after six weeks, that a child became less safe or safer."""
    told = {one.note.answers.get("safety_changed") for one in notes.of_visit(session, appointment_id)}
    return bool(told & {"better", "worse"})


def _is_due(session: Session, encounter: Encounter) -> bool:
    """Progress is told every six weeks: between two tellings a talk asks for none."""
    since = session.today() - TELL_EVERY
    return not rows.count(
        session.db,
        Feedback,
        "person_id = ? AND episode_id = ? AND due_on > ?",
        (encounter.patient_id, encounter.episode_id, since),
    )


def _book_next(action: Action, appointment: Appointment, patient: Patient, slot_id: str) -> str:
    session = action.session
    slot = slots.require_free(session, slot_id)
    group, token_hash = slots.take(session.db, slot)
    following = Appointment(
        id=session.new_id(),
        site_id=slot.site_id,
        slot_id=slot_id,
        person_id=patient.id,
        visit=VisitKind.FOLLOW_UP,
        reasons=appointment.reasons,
        requested_on=appointment.requested_on,
        booked_by=session.actor.staff_id,
        booked_at=session.now(),
        age=age_on(patient.birth_date, session.today()),
        interpreter=appointment.interpreter,
        practitioner=appointment.practitioner,
        claim_token_hash=token_hash,
        practitioner_id=appointment.practitioner_id,
        request_id=request_of(appointment),
        minutes=slot.minutes,
        told_start=slot.starts_at,
    )
    action.start(following, "booked", claim=group)
    return following.id


def _call_off_next(action: Action, appointment_id: str) -> None:
    """Call off the follow-up that was booked in the same act: one intention made both."""
    session = action.session
    ended = rows.require(session.db, Appointment, appointment_id)
    act = _act_of(session, appointment_id, "appointment.fulfilled")
    candidates = rows.where(
        session.db,
        Appointment,
        "person_id = ? AND status = ? AND visit = ? AND booked_by = ?",
        (ended.person_id, AppointmentStatus.BOOKED, VisitKind.FOLLOW_UP, session.actor.staff_id),
    )
    for following in candidates:
        if _act_of(session, following.id, "appointment.booked") != act:
            continue
        space = f"practice/{following.site_id}"
        group = slots.give_back(session.db, following)
        body = {"seen": str(following.status), "reason": UNDONE}
        action.event("appointment", following.id, "cancelled", body, space=space, claim=group)


def _act_of(session: Session, appointment_id: str, kind: str) -> str:
    """The intention in which this last happened to an appointment: one act may have done several things."""
    found = [one.action for one in operations.of_record(session.db, "appointment", appointment_id) if one.kind == kind]
    return found[-1] if found else ""
