"""Warm handovers as they are lived: asked, agreed, sent, answered, and followed until the receiver confirms."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial

from gpconnect.demo import asking, dossier_work, invented
from gpconnect.demo.courses import Passage
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.ages import age_on
from gpconnect.domain.care import EndReason, EpisodeOfCare
from gpconnect.domain.consent import Scope
from gpconnect.domain.directory import Provider
from gpconnect.domain.evaluation import Moment
from gpconnect.services import closing, consents, handover_starts, handovers
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import HANDOVER
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows

AFTERNOON = time(14, 30)
_ANSWERED = {
    Passage.COMPLETED,
    Passage.IN_PROGRESS,
    Passage.ACCEPTED,
}
_SECOND_TRY_AFTER = 5


@dataclass(frozen=True, slots=True)
class Road:
    """One handover of one child to one receiver."""

    story: Story
    journey: Journey
    provider: Provider
    passage: Passage
    handover_id: str = ""

    @property
    def worker(self) -> Session:
        """Whose child it is."""
        return self.story.session(self.story.worker(self.journey.course.site))

    @property
    def contact(self) -> str:
        """Who answers at the receiver."""
        return self.provider.contact or self.provider.name


def begin(story: Story, journey: Journey, passage: Passage, *, without: str = "") -> None:
    """Make the handover on the day of the talk that led to it, and let the rest follow in its own time.

    Args:
        story: the telling.
        journey: whose.
        passage: how far it comes.
        without: a receiver that said no before.
    """
    provider = pick_provider(story, journey, without)
    road = Road(story, journey, provider, passage)
    worker = road.worker
    view = handover_starts.start(worker, journey.person_id, provider.id)
    content = Content(
        {point.key: point.text for point in view.points},
        safety=view.safety,
        access_route=handover_starts.first_route(provider),
    )
    _, handover_id = handovers.create_handover(worker, journey.person_id, provider.id, content)
    road = replace(road, handover_id=handover_id)
    journey.handover_id = handover_id
    if passage is Passage.REQUESTED:
        return
    _agree(road)
    if passage is Passage.WITHDRAWN:
        story.later(1, time(10, 0), partial(_withdraw, road))
        return
    handovers.send(worker, handover_id, how=story.rng.choice(("letter", "letter", "mail", "phone")))
    _answer_later(road)


def pick_provider(story: Story, journey: Journey, without: str = "") -> Provider:
    """A receiver of the planned kind that takes children of this age; the best known one first."""
    worker = story.session(story.worker(journey.course.site))
    age = age_on(journey.course.child.birth_date, worker.today())
    known = [one for one in rows.where(worker.db, Provider, "archived = 0", order="name, id") if one.id != without]
    fitting = [one for one in known if one.age_from <= age <= one.age_to]
    wanted = [one for one in fitting if one.destination == str(journey.course.destination)]
    if journey.course.name == "daan":
        return next(one for one in known if one.name.startswith("Mozaïek"))
    return story.rng.choice(wanted or fitting)


def _agree(road: Road) -> None:
    """Whoever decides about sharing says yes to this receiver (Jeugdwet 7.3.11)."""
    age = age_on(road.journey.course.child.birth_date, road.worker.today())
    for given_by in dossier_work.deciders(road.journey, Scope.SHARE, age):
        consents.record_consent(road.worker, NewConsent(road.journey.person_id, _question(road), given_by))


def _withdraw(road: Road) -> None:
    """The family thinks better of it before anything left."""
    age = age_on(road.journey.course.child.birth_date, road.worker.today())
    given_by = dossier_work.deciders(road.journey, Scope.SHARE, age)[0]
    consents.withdraw(road.worker, road.journey.person_id, _question(road), given_by)
    road.story.later(42, AFTERNOON, partial(_stop, road))


def _stop(road: Road) -> None:
    """Nothing was sent and nothing will be; the family knows where to find us."""
    handovers.cancel(road.worker, road.handover_id, "Toestemming ingetrokken, gezin wil zelf verder.")
    _end_episode(road, EndReason.EARLY_CLIENT)


def _question(road: Road) -> Question:
    return Question(Scope.SHARE, HANDOVER, road.provider.id, road.provider.name)


def _answer_later(road: Road) -> None:
    story, rng = road.story, road.story.rng
    if road.passage in _ANSWERED:
        story.later(rng.randint(1, 4), AFTERNOON, partial(_accept, road))
        if road.passage is not Passage.ACCEPTED:
            story.later(rng.randint(11, 18), AFTERNOON, partial(_start, road))
        if road.passage is Passage.COMPLETED:
            story.later(rng.randint(24, 34), AFTERNOON, partial(_complete, road))
        return
    after: dict[Passage, Callable[[Road], None]] = {
        Passage.ON_HOLD: _postpone,
        Passage.REJECTED: _reject,
        Passage.CANCELLED: _cancel,
    }
    if road.passage in after:
        story.later(rng.randint(2, 5), AFTERNOON, partial(after[road.passage], road))


def _accept(road: Road) -> None:
    """The receiver takes it on and says back what was understood; the three-way talk is a week later."""
    worker, story = road.worker, road.story
    first_talk = worker.today() + timedelta(days=10)
    read_back = story.rng.choice(invented.READ_BACKS)
    handovers.accept(worker, road.handover_id, first_talk, by=road.contact, read_back=read_back)
    meeting_day = worker.today() + timedelta(days=story.rng.randint(4, 6))
    meeting = datetime.combine(meeting_day, time(15, 0), AMSTERDAM)
    handovers.plan_talk(worker, road.handover_id, meeting)
    story.later((meeting_day - worker.today()).days, time(15, 45), partial(_meet, road, meeting))


def _meet(road: Road, meeting: datetime) -> None:
    child = road.journey.course.child
    family = (child.given_name,) if child.alone else (child.given_name, child.parent)
    agreements = road.story.rng.choice(invented.MEETING_AGREEMENTS)
    handovers.plan_talk(
        road.worker,
        road.handover_id,
        meeting,
        present=(*family, road.worker.actor.name, road.contact),
        agreements=agreements,
    )


def _start(road: Road) -> None:
    handovers.begin(road.worker, road.handover_id, by=road.contact)


def _complete(road: Road) -> None:
    """Only the receiver's word ends a handover; our own episode ends with it, and somebody phones after six weeks."""
    handovers.complete(road.worker, road.handover_id, road.contact)
    asking.ask(road.story, road.journey, Moment.END)


def _postpone(road: Road) -> None:
    handovers.postpone(road.worker, road.handover_id, road.worker.today() + timedelta(days=35), by=road.contact)


def _reject(road: Road) -> None:
    """No room, or not the right place: another receiver is asked, when there is time for it in the story."""
    handovers.reject(road.worker, road.handover_id, road.story.rng.choice(invented.REJECTIONS), by=road.contact)
    again = partial(begin, road.story, road.journey, Passage.COMPLETED, without=road.provider.id)
    road.story.later(_SECOND_TRY_AFTER + 9, AFTERNOON, again)


def _cancel(road: Road) -> None:
    handovers.cancel(road.worker, road.handover_id, "Gezin wil toch eerst bij ons verder; het gaat beter thuis.")
    _end_episode(road, EndReason.EARLY_AGREED)


def _end_episode(road: Road, reason: EndReason) -> None:
    end_episode(road.worker, road.journey.episode_id, reason)
    asking.ask(road.story, road.journey, Moment.END)


def end_episode(worker: Session, episode_id: str, reason: EndReason) -> None:
    """A stretch of help ends outside a talk because the family goes its own way, unless it has ended already."""
    episode = rows.get(worker.db, EpisodeOfCare, episode_id)
    if episode is not None and episode.ended_on is None:
        closing.end_episode(worker, episode_id, reason)
