"""When a practice hears, whether it hears, and what makes it hear again: the dated duty behind every feedback."""

from dataclasses import replace
from datetime import date

from gpconnect.domain.care import Encounter, Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Scope
from gpconnect.domain.consenting import Why
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Site
from gpconnect.services import consents, feedback, news
from gpconnect.services.acting import Action, acting
from gpconnect.services.consents import Question
from gpconnect.services.purposes import FEEDBACK
from gpconnect.services.session import Session
from gpconnect.storage import rows

FAMILY_NO = "family_no"
WHY = (FAMILY_NO, "told_otherwise", "no_need")
"""Why a practice is not told: the family does not want it, it knows already, or there is nothing to tell."""


def set_due(session: Session, feedback_id: str, day: date) -> Changes:
    """Choose another day on which the practice must have heard.

    Raises:
        KnownError: ``feedback.day_past``, ``feedback.already_sent`` when it no longer waits, ``record.missing``,
            ``role.may_not``.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        before = _waiting(session, feedback_id)
        if day < session.today():
            raise KnownError("feedback.day_past")
        if day != before.due_on:
            feedback.prepare(action, replace(before, due_on=day))
    return action.changes


def leave(session: Session, feedback_id: str, why: str) -> Changes:
    """Decide that the practice is not told this; nobody is reminded of it any more.

    That a family does not want it is their no to telling this practice, so that the next duty does not ask again.

    Raises:
        KnownError: ``feedback.why`` when that is none of `WHY`, ``feedback.who_said`` when it is not clear whose no it
            is, or somebody's yes still stands; ``feedback.already_sent``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        if why not in WHY:
            raise KnownError("feedback.why")
        before = _waiting(session, feedback_id)
        if why == FAMILY_NO and not feedback.is_refused(session, before):
            _refuse(action, before)
        # The practice keeps this record too. It holds no reason at all: where the others have one, none tells as well.
        feedback.step(action, replace(before, closed_why=""), "not_told", FeedbackStatus.PREPARED)
    return action.changes


def ask_again(session: Session, feedback_id: str) -> Changes:
    """Tell it after all: the duty stands again, on the day that it had.

    Raises:
        KnownError: ``feedback.already_sent`` when it waits or was sent, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        before = rows.require(session.db, Feedback, feedback_id)
        if before.status is not FeedbackStatus.NOT_TOLD:
            raise KnownError("feedback.already_sent")
        feedback.step(action, replace(before, closed_why=""), "asked_again", FeedbackStatus.NOT_TOLD)
    return action.changes


def tell_change(action: Action, patient_id: str) -> None:
    """Something changed that whoever sent the child should know, inside an intention: a duty of three working days.

    What waits already is told sooner instead: one message says both. A child with whom nobody talked in a practice has
    no practice to tell, and of whom the family said no nothing is told.
    """
    session = action.session
    condition = "patient_id = ? AND appointment_id <> '' AND outcome IS NOT NULL"
    last = rows.where(session.db, Encounter, condition, (patient_id,), order="day DESC, id DESC", limit=1)
    appointment = rows.get(session.db, Appointment, last[0].appointment_id) if last else None
    if appointment is None:
        return
    fresh = feedback.new_feedback(session, appointment, FeedbackMoment.CHANGE, session.today(), last[0].episode_id)
    if feedback.is_refused(session, fresh):
        return  # The duty itself lives in the space of the practice, and would say that something changed.
    waiting = rows.where(
        session.db,
        Feedback,
        "person_id = ? AND site_id = ? AND status = ?",
        (patient_id, appointment.site_id, FeedbackStatus.PREPARED),
        order="due_on, id",
    )
    if not waiting:
        feedback.prepare(action, fresh)
    elif waiting[0].due_on > fresh.due_on:
        feedback.prepare(action, replace(waiting[0], due_on=fresh.due_on))


def tell_handover(action: Action, handover: Handover) -> None:
    """A handover left or was refused, inside an intention: news for whoever sent the child, unless it is kept back."""
    if news.is_for_practice(action.session, handover):
        tell_change(action, handover.patient_id)


def tell_correction(action: Action, appointment_id: str) -> None:
    """A note was put right, inside an intention: who read its old words hears the right ones (GDPR article 19).

    A duty of three working days, unless one of this visit waits already: that tells the right words.
    """
    session = action.session
    appointment = rows.get(session.db, Appointment, appointment_id) if appointment_id else None
    if appointment is None:
        return
    about = rows.where(session.db, Feedback, "appointment_id = ?", (appointment_id,), order="due_on, id")
    heard = [one for one in about if one.sent_at is not None]
    if heard and all(one.status is not FeedbackStatus.PREPARED for one in about):
        today, moment = session.today(), FeedbackMoment.CHANGE
        feedback.prepare(action, feedback.new_feedback(session, appointment, moment, today, heard[-1].episode_id))


def _refuse(action: Action, told: Feedback) -> None:
    """Write down the family's no with the team, where only one person can have said it."""
    session = action.session
    patient = rows.require(session.db, Patient, told.person_id)
    standing, site = feedback.standing_for(session, patient, told.site_id), rows.get(session.db, Site, told.site_id)
    unclear = {Why.AUTHORITY_UNKNOWN, Why.SECOND_UNKNOWN}
    may_say = {one.person_id for one in standing.missing if one.why not in unclear} | set(standing.decided_by)
    if standing.is_given or len(may_say) != 1:
        raise KnownError("feedback.who_said")
    question = Question(Scope.SHARE, FEEDBACK, told.site_id, site.name if site else "")
    consents.refuse(action, patient, question, may_say.pop())


def _waiting(session: Session, feedback_id: str) -> Feedback:
    found = rows.require(session.db, Feedback, feedback_id)
    if found.status is not FeedbackStatus.PREPARED:
        raise KnownError("feedback.already_sent")
    return found
