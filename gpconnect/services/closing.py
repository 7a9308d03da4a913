"""The end of a stretch of help outside a talk, the word to the GP that goes with it, and the aftercare that follows.

A talk that closes ends its episode itself (`gpconnect.services.outcomes`). Here it ends because a receiver took over,
or because the family stays away.
"""

from dataclasses import replace
from datetime import date, timedelta

from gpconnect.domain.care import (
    Destination,
    Encounter,
    EndReason,
    EpisodeOfCare,
    Feedback,
    FeedbackMoment,
    FeedbackStatus,
)
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.soap import feedback_due
from gpconnect.services import dossiers, feedback
from gpconnect.services.acting import Action, acting
from gpconnect.services.session import Session
from gpconnect.storage import rows

AFTERCARE = timedelta(weeks=6)
"""First aftercare after closing; no published interval exists, so this is our own choice (6 weeks, then the family)."""
_DESTINATIONS = {str(one): one for one in Destination}


def end_episode(
    session: Session, episode_id: str, reason: EndReason, destination: Destination = Destination.NONE
) -> Changes:
    """End a stretch of help outside a talk, such as after a family stayed away more than once.

    Aftercare is due six weeks on, and the GP is to hear that it ended. Who is case lead stays so: the family can
    always come back to the same face.

    Raises:
        KnownError: ``episode.ended`` when it has ended already, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        episode = rows.require(session.db, EpisodeOfCare, episode_id)
        if episode.ended_on is not None:
            raise KnownError("episode.ended")
        _end(action, episode, reason, destination)
    return action.changes


def end_with_handover(action: Action, handover: Handover) -> None:
    """End the episode of a handover that its receiver confirmed, inside that intention; an ended one stays as it is."""
    db = action.session.db
    found = rows.get(db, EpisodeOfCare, handover.episode_id) if handover.episode_id else None
    episode = found or dossiers.open_episode(action.session, handover.patient_id)
    if episode is not None and episode.ended_on is None:
        destination = _DESTINATIONS.get(handover.destination, Destination.NONE)
        _end(action, episode, EndReason.AS_PLANNED, destination)


def ended(episode: EpisodeOfCare, day: date, reason: EndReason, destination: Destination) -> EpisodeOfCare:
    """An episode as it stands after ending on this day, with its aftercare planned."""
    return replace(episode, ended_on=day, end_reason=reason, destination=destination, aftercare_due=day + AFTERCARE)


def reopen_episode(session: Session, episode_id: str) -> Changes:
    """Take the ending of an episode back, as long as nobody outside the team was told and nothing followed on it.

    Raises:
        KnownError: ``episode.handed_over`` when a receiver confirmed, ``episode.closing_told`` when the GP was told,
            ``episode.aftercare_done``, ``episode.other_open`` when another stretch of help began,
            ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        episode = rows.require(session.db, EpisodeOfCare, episode_id)
        if episode.ended_on is None:
            return action.changes
        _may_reopen(session, episode)
        for duty in _closures(session, episode_id, FeedbackStatus.PREPARED):
            # Help goes on, so the GP hears how it goes rather than how it ended.
            due = feedback_due(FeedbackMoment.PROGRESS, session.today())
            feedback.prepare(action, replace(duty, moment=FeedbackMoment.PROGRESS, due_on=due))
        action.write(replace(episode, ended_on=None, end_reason=None, destination=None, aftercare_due=None), "reopened")
    return action.changes


def record_aftercare(session: Session, episode_id: str, *, came_back: bool = False) -> Changes:
    """Write down that somebody asked the family how it goes now; twice changes nothing.

    Args:
        session: of the worker.
        episode_id: an episode that has ended.
        came_back: the family needs help again.

    Raises:
        KnownError: ``episode.still_open``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        episode = rows.require(session.db, EpisodeOfCare, episode_id)
        if episode.ended_on is None:
            raise KnownError("episode.still_open")
        if episode.aftercare_done is None:
            done = replace(episode, aftercare_done=session.today(), later_referral=came_back)
            action.write(done, "aftercare_done")
    return action.changes


def undo_aftercare(session: Session, episode_id: str) -> Changes:
    """Take back that aftercare was given; it is due again on the day it was.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        episode = rows.require(session.db, EpisodeOfCare, episode_id)
        action.write(replace(episode, aftercare_done=None, later_referral=False), "aftercare_undone")
    return action.changes


def _end(action: Action, episode: EpisodeOfCare, reason: EndReason, destination: Destination) -> None:
    action.write(ended(episode, action.session.today(), reason, destination), "ended")
    _tell_the_practice(action, episode)


def _tell_the_practice(action: Action, episode: EpisodeOfCare) -> None:
    """The GP hears how it ended (Landelijke samenwerkingsafspraken jeugd-ggz): a dated duty, when there is none yet.

    It is told from the last talk. A child with whom nobody talked leaves nothing to tell; that nobody came is a task
    of its own on the day of the appointment.
    """
    session = action.session
    if _closures(session, episode.id, FeedbackStatus.PREPARED, FeedbackStatus.SENT, FeedbackStatus.ACKNOWLEDGED):
        return
    condition = "episode_id = ? AND outcome IS NOT NULL"
    last = rows.where(session.db, Encounter, condition, (episode.id,), order="day DESC, id", limit=1)
    appointment = rows.get(session.db, Appointment, last[0].appointment_id) if last else None
    if appointment is None:
        return
    fresh = feedback.new_feedback(session, appointment, FeedbackMoment.CLOSURE, session.today(), episode.id)
    condition = "episode_id = ? AND moment = ? AND status = ?"
    waiting = rows.where(
        session.db, Feedback, condition, (episode.id, FeedbackMoment.PROGRESS, FeedbackStatus.PREPARED), limit=1
    )
    # How it went and how it ended are told in one message; two would each say half.
    feedback.prepare(action, replace(fresh, id=waiting[0].id) if waiting else fresh)


def _may_reopen(session: Session, episode: EpisodeOfCare) -> None:
    if rows.count(session.db, Handover, "episode_id = ? AND status = ?", (episode.id, HandoverStatus.COMPLETED)):
        raise KnownError("episode.handed_over")
    if _closures(session, episode.id, FeedbackStatus.SENT, FeedbackStatus.ACKNOWLEDGED):
        raise KnownError("episode.closing_told")
    if episode.aftercare_done is not None:
        raise KnownError("episode.aftercare_done")
    if dossiers.open_episode(session, episode.patient_id) is not None:
        raise KnownError("episode.other_open")


def _closures(session: Session, episode_id: str, *states: FeedbackStatus) -> list[Feedback]:
    found = rows.where(session.db, Feedback, "episode_id = ? AND moment = ?", (episode_id, FeedbackMoment.CLOSURE))
    return [one for one in found if one.status in states]
