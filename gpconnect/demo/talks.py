"""The worker's half-day: who comes is received and heard, the note is written and signed, the GP hears back."""

from dataclasses import replace
from datetime import date, time
from functools import partial

from gpconnect.demo import answers, asking, dossier_work, goals, invented, passages
from gpconnect.demo.cast import PATTERN
from gpconnect.demo.courses import Course, Fate, Question
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.care import Destination, EndReason, Outcome
from gpconnect.domain.evaluation import Moment
from gpconnect.domain.schedule import SafetyTask
from gpconnect.services import feedback, notes, outcomes, visits
from gpconnect.storage import rows

_NOTE_SHARE = 0.5
"""So much of a talk has passed when its note is signed."""
_LATE_FEEDBACK = 0.2
_BY_LETTER = 0.1


def talk(story: Story, journey: Journey, number: int) -> None:
    """A visit from the door to its outcome."""
    worker = story.session(story.worker(journey.course.site))
    appointment_id = journey.appointments[number]
    visits.begin(worker, appointment_id)
    write_note(story, journey, number)
    if dossier_work.is_first_talk(journey, number):
        dossier_work.complete(story, journey)
    outcome = outcome_of(journey.course, number)
    lines = None
    if story.rng.random() >= _LATE_FEEDBACK and journey.course.name != "noor":
        telling = feedback.prepared(worker, appointment_id)
        lines = telling.lines if telling.standing is not None and telling.standing.is_given else None
    _, finished = outcomes.finish(
        worker,
        appointment_id,
        outcome,
        next_slot(story, journey, number),
        lines or None,
        how="letter" if story.rng.random() < _BY_LETTER else "program",
        destination=Destination.NONE,
    )
    if finished.next_appointment_id:
        journey.appointments[number + 1] = finished.next_appointment_id
        journey.bookers[number + 1] = story.worker(journey.course.site)
    goals.score(story, journey, number)
    if dossier_work.is_first_talk(journey, number):
        asking.ask(story, journey, Moment.START)
    if outcome in outcomes.CLOSING:
        asking.ask(story, journey, Moment.END)
    if outcome is Outcome.HANDOVER and journey.course.passage is not None:
        passage = journey.course.passage
        story.later(0, time(13, 20), partial(passages.begin, story, journey, passage))


def write_note(story: Story, journey: Journey, number: int) -> None:
    """The note of a visit, from its template to the signature."""
    course = journey.course
    worker = story.session(story.worker(course.site))
    _, view = notes.open_visit(worker, journey.appointments[number])
    journey.episode_id = view.episode_id
    first = view.draft.template == "first_talk"
    talks_before = sum(step.fate is Fate.SEEN for step in course.steps[:number])
    written = (
        answers.first_talk(story.rng, course)
        if first
        else answers.follow_up(story.rng, course, min(10, 4 + talks_before + story.rng.randint(0, 2)))
    )
    story.clock.forward(_NOTE_SHARE * int(PATTERN[course.steps[number].place].rstrip("w")))
    _, signed = notes.sign(worker, replace(view.draft, answers=written))
    assert signed.note_id, f"the invented note has problems: {[one.code for one in signed.problems]}"


def miss(story: Story, journey: Journey, number: int) -> None:
    """Nobody came: somebody phones the same day, and writes down what they heard."""
    worker = story.session(story.worker(journey.course.site))
    visits.miss(worker, journey.appointments[number])
    story.clock.forward(4)
    for task in rows.where(worker.db, SafetyTask, "about = ?", (journey.appointments[number],)):
        visits.finish_task(worker, task.id, story.rng.choice(invented.NO_SHOW_RESULTS))
    if number + 1 == len(journey.course.steps) and journey.episode_id:
        stayed_away = partial(passages.end_episode, worker, journey.episode_id, EndReason.EARLY_CLIENT)
        story.later(14, time(11, 0), stayed_away)


def answer_colleague(story: Story, question: Question, appointment_id: str) -> None:
    """A question from the GP is answered and counted; no child is in it."""
    worker = story.session(story.worker(question.site))
    visits.begin(worker, appointment_id)
    _, view = notes.open_visit(worker, appointment_id)
    said = {"reasons": ["other"]} | answers.question(story.rng, question.words)
    story.clock.forward(6)
    _, signed = notes.sign(worker, replace(view.draft, answers=said))
    assert signed.note_id, "the invented note has problems"
    outcomes.finish(worker, appointment_id, Outcome.ADVICE_ONLY)


def outcome_of(course: Course, number: int) -> Outcome:
    """What a talk led to: the course's ending at the last one, help in between."""
    last = course.last_talk()
    if course.steps[number] is last and course.ending is not None:
        return course.ending
    before_handover = course.ending is Outcome.HANDOVER and number == len(course.steps) - 2
    return Outcome.BRIDGING if before_handover and number else Outcome.BRIEF_SUPPORT


def next_slot(story: Story, journey: Journey, number: int) -> str | None:
    """The slot of the next step, or None after the last one."""
    steps = journey.course.steps
    return story.slot(journey.course.site, steps[number + 1]) if number + 1 < len(steps) else None


def close(story: Story, site: int, day: date) -> None:
    """The half-day is closed when every visit has its outcome."""
    visits.close_half_day(story.session(story.worker(site)), story.half_day_ids[site, day])
