"""A child with a closed stretch of help: everybody is asked at the start and at the end."""

from datetime import date, timedelta

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, ReferrerType
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import TUESDAY, WALUWE

EPISODE = "ab" * 16
CHILD = "cd" * 16
CHILD_OF_TEN = date(2016, 3, 2)


def a_closed_episode(session: Session, *, birth_date: date = CHILD_OF_TEN) -> str:
    """Noor came on 3 November and was helped; closed a week ago. Gives the episode's id."""
    lead = session.actor.staff_id
    episode = EpisodeOfCare(
        EPISODE,
        CHILD,
        date(2026, 10, 27),
        ReferrerType.GP,
        lead,
        site_id=WALUWE,
        started_on=date(2026, 11, 3),
        ended_on=TUESDAY - timedelta(days=7),
    )
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(Patient(CHILD, "Noor", "Berg", birth_date, lead, session.now(), "van den", site_id=WALUWE))
        action.write(episode)
    return EPISODE


def a_closing_feedback(session: Session, *, status: FeedbackStatus = FeedbackStatus.SENT) -> Feedback:
    """What the practice of De Waluwe received when it was closed, as a sync would have brought it."""
    told = Feedback(
        "ef" * 16,
        WALUWE,
        CHILD,
        "",
        FeedbackMoment.CLOSURE,
        TUESDAY,
        status=status,
        sent_at=session.now() if status is FeedbackStatus.SENT else None,
        episode_id=EPISODE,
    )
    with transaction(session.db):
        rows.put(session.db, told)
        rows.put(session.db, PersonCard(CHILD, WALUWE, "Noor", "Berg", CHILD_OF_TEN, "van den", shared=True))
    return told
