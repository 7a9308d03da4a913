"""Asking the four voices: at the start, at the end and at a follow-up; not everybody answers."""

from datetime import timedelta

from gpconnect.demo import answers
from gpconnect.demo.story import Journey, Story
from gpconnect.domain import moments
from gpconnect.domain.care import EndReason, EpisodeOfCare
from gpconnect.domain.evaluation import EnteredHow, Moment, Voice
from gpconnect.services import evaluations, gp_evaluations
from gpconnect.services.evaluations import FormKey
from gpconnect.storage import rows

_WORKER_ANSWERS, _FAMILY_ANSWERS, _GP_ANSWERS = 0.9, 0.85, 0.55
_ON_PAPER = 0.25
_MINUTES_PER_FORM = 1
_A_WEEK = timedelta(days=7)


def ask(story: Story, journey: Journey, moment: Moment) -> None:
    """Ask everybody whose turn it is at this moment, except the GP, who is asked in the practice."""
    worker = story.session(story.worker(journey.course.site))
    episode = rows.get(worker.db, EpisodeOfCare, journey.episode_id)
    if episode is None:
        return
    helped = episode.end_reason in {None, EndReason.AS_PLANNED}
    for due in moments.due_forms(episode, journey.course.child.birth_date, worker.today()):
        if due.moment is not moment or due.voice is Voice.GP or not _answers(story, journey, due.voice):
            continue
        story.clock.forward(_MINUTES_PER_FORM)
        said = answers.evaluation(story.rng, due.voice, due.form, moment, helped=helped)
        how = EnteredHow.SCREEN
        if due.voice is not Voice.WORKER:
            how = EnteredHow.PAPER if story.rng.random() < _ON_PAPER else EnteredHow.KIOSK
        _, handed = evaluations.hand_in(worker, FormKey(episode.id, moment, due.voice), said, how)
        assert handed.response_id, f"the invented answers have problems: {[one.code for one in handed.problems]}"


def ask_gp(story: Story, key: str) -> None:
    """The GP ticks four answers about what was closed this week, or lets it go."""
    gp = story.session(key)
    for form in gp_evaluations.gp_forms(gp).forms:
        if form.answered or form.closed_on < gp.today() - _A_WEEK or story.rng.random() >= _GP_ANSWERS:
            continue
        story.clock.forward(1)
        said = answers.evaluation(story.rng, Voice.GP, gp_evaluations.GP_FORM, Moment.END, helped=True)
        gp_evaluations.answer_gp(gp, form.episode_id, said)


def _answers(story: Story, journey: Journey, voice: Voice) -> bool:
    if voice is Voice.WORKER:
        return story.rng.random() < _WORKER_ANSWERS
    return journey.course.talkative and story.rng.random() < _FAMILY_ANSWERS
