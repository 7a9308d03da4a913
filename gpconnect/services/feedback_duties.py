"""When a practice hears, whether it hears, and what makes it hear again: the dated duty behind every feedback."""

from dataclasses import replace
from datetime import date

from gpconnect.domain.care import Encounter, Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.soap import feedback_due
from gpconnect.services import feedback, news
from gpconnect.services.acting import Action, acting
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
    """Decide that the practice is not told this, and why; nobody is reminded of it any more.

    Raises:
        KnownError: ``feedback.why`` when that is none of `WHY`, ``feedback.already_sent``, ``record.missing``,
            ``role.may_not``.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        if why not in WHY:
            raise KnownError("feedback.why")
        before = _waiting(session, feedback_id)
        # The practice keeps this record too, and what a family does not want it to hear is not for the practice.
        told = "" if why == FAMILY_NO else why
        feedback.step(action, replace(before, closed_why=told), "not_told", FeedbackStatus.PREPARED)
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
    no practice to tell.
    """
    session = action.session
    condition = "patient_id = ? AND appointment_id <> '' AND outcome IS NOT NULL"
    last = rows.where(session.db, Encounter, condition, (patient_id,), order="day DESC, id DESC", limit=1)
    appointment = rows.get(session.db, Appointment, last[0].appointment_id) if last else None
    if appointment is None:
        return
    due = feedback_due(FeedbackMoment.CHANGE, session.today())
    waiting = rows.where(
        session.db,
        Feedback,
        "person_id = ? AND site_id = ? AND status = ?",
        (patient_id, appointment.site_id, FeedbackStatus.PREPARED),
        order="due_on, id",
    )
    if not waiting:
        fresh = feedback.new_feedback(session, appointment, FeedbackMoment.CHANGE, session.today(), last[0].episode_id)
        feedback.prepare(action, fresh)
    elif waiting[0].due_on > due:
        feedback.prepare(action, replace(waiting[0], due_on=due))


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


def _waiting(session: Session, feedback_id: str) -> Feedback:
    found = rows.require(session.db, Feedback, feedback_id)
    if found.status is not FeedbackStatus.PREPARED:
        raise KnownError("feedback.already_sent")
    return found
