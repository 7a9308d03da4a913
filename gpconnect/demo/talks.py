"""The worker's half-day: who comes is received and heard, the note is written and signed, the GP hears back."""

from dataclasses import replace
from datetime import date

from gpconnect.demo import answers, dossier_work
from gpconnect.demo.courses import Course, Fate, Question, Step
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.care import Destination, Outcome
from gpconnect.domain.schedule import SafetyTask, VisitKind
from gpconnect.services import feedback, notes, outcomes, visits
from gpconnect.storage import rows

from gpconnect.demo import invented

_LATE_FEEDBACK = 0.12
_BY_LETTER = 0.1


def talk(story: Story, journey: Journey, number: int) -> None:
    """A visit from the door to its outcome."""
    worker = story.session(story.worker(journey.course.site))
    appointment_id = journey.appointments[number]
    visits.begin(worker, appointment_id)
    write_note(story, journey, number)
    first = _is_first_talk(journey.course, number)
    if first:
        dossier_work.complete(story, journey, appointment_id)
    outcome = outcome_of(journey.course, number)
    lines = None
    if story.rng.random() >= _LATE_FEEDBACK and journey.course.name != "noor":
        lines = feedback.prepared(worker, appointment_id).lines or None
    _, finished = outcomes.finish(
        worker,
        appointment_id,
        outcome,
        next_slot(story, journey, number),
        lines,
        how="letter" if story.rng.random() < _BY_LETTER else "program",
        destination=Destination.NONE,
    )
    if finished.next_appointment_id:
        journey.appointments[number + 1] = finished.next_appointment_id
        journey.bookers[number + 1] = story.worker(journey.course.site)
    dossier_work.score_goal(story, journey, number)


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
    story.clock.forward(25)
    _, signed = notes.sign(worker, replace(view.draft, answers=written))
    assert signed.note_id, f"the invented note has problems: {[one.code for one in signed.problems]}"


def miss(story: Story, journey: Journey, number: int) -> None:
    """Nobody came: somebody phones the same day, and writes down what they heard."""
    worker = story.session(story.worker(journey.course.site))
    visits.miss(worker, journey.appointments[number])
    story.clock.forward(10)
    for task in rows.where(worker.db, SafetyTask, "about = ?", (journey.appointments[number],)):
        visits.finish_task(worker, task.id, story.rng.choice(invented.NO_SHOW_RESULTS))


def answer_colleague(story: Story, question: Question, appointment_id: str) -> None:
    """A question from the GP is answered and counted; no child is in it."""
    worker = story.session(story.worker(question.site))
    visits.begin(worker, appointment_id)
    _, view = notes.open_visit(worker, appointment_id)
    said = {"reasons": ["other"]} | answers.question(story.rng, question.words)
    story.clock.forward(10)
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


def _is_first_talk(course: Course, number: int) -> bool:
    return not any(step.fate is Fate.SEEN for step in course.steps[:number])


def is_walk_in(step: Step) -> bool:
    """Whether this appointment is made on the spot."""
    return step.visit is VisitKind.WALK_IN
