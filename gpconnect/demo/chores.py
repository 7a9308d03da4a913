"""A worker's Friday: what the program says is waiting gets done, as far as a Friday goes."""

from datetime import timedelta

from gpconnect.demo import asking, dossier_work, invented
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.care import EpisodeOfCare, Feedback
from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.domain.evaluation import Moment
from gpconnect.services import closing, duties, facts, feedback, handovers, visits
from gpconnect.services.session import Session
from gpconnect.storage import rows

_LEFT_LYING = 0.35
_COMES_BACK_SHARE = 0.07
"""Families who need help again within a few months after closing."""


def work_through(story: Story, key: str) -> None:
    """Do the duties of this worker, one after the other; those of a colleague's children are left to the colleague."""
    worker = story.session(key)
    by_person = {journey.person_id: journey for journey in story.journeys}
    for view in duties.list_duties(worker):
        journey = by_person.get(view.duty.patient_id)
        if journey is None or story.worker(journey.course.site) == key:
            story.clock.forward(2)
            _do(story, worker, view.duty, journey)
    facts.derive(worker)


def _do(story: Story, worker: Session, duty: Duty, journey: Journey | None) -> None:
    if duty.kind is DutyKind.FEEDBACK_DUE:
        if duty.is_overdue(worker.today()) or story.rng.random() >= _LEFT_LYING:
            _tell_practice(worker, duty)
    elif duty.kind is DutyKind.AFTERCARE_DUE:
        _call_after(story, worker, duty, journey)
    elif duty.kind is DutyKind.BIRTHDAY_REVIEW and journey is not None:
        dossier_work.agree(story, journey)
    elif duty.kind is DutyKind.CALL_BACK:
        handovers.call_back(worker, duty.about, story.rng.choice(invented.CALL_RESULTS), made=True)
    elif duty.kind is DutyKind.BRIDGING_CONTACT:
        handovers.bridge(worker, duty.about)
    elif duty.kind in {DutyKind.NOSHOW_CALL, DutyKind.NOSHOW_WEIGH_SAFETY}:
        visits.finish_task(worker, duty.about, story.rng.choice(invented.NO_SHOW_RESULTS))


def _tell_practice(worker: Session, duty: Duty) -> None:
    """Send feedback that was left lying, where the family agreed."""
    found = rows.require(worker.db, Feedback, duty.about)
    view = feedback.prepared(worker, found.appointment_id)
    if view.lines and view.standing is not None and view.standing.is_given:
        feedback.approve(worker, found.id, view.lines)


def _call_after(story: Story, worker: Session, duty: Duty, journey: Journey | None) -> None:
    """Six weeks after closing somebody phones how it goes."""
    episode = rows.require(worker.db, EpisodeOfCare, duty.about)
    if episode.ended_on is None or worker.today() - episode.ended_on < timedelta(weeks=6):
        return
    came_back = story.rng.random() < _COMES_BACK_SHARE
    closing.record_aftercare(worker, episode.id, came_back=came_back)
    if journey is not None:
        asking.ask(story, journey, Moment.FOLLOW_UP)
