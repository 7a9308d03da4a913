"""Goals in the family's own words, set at the first talk and scored together at the last one."""

from dataclasses import replace

from gpconnect.demo import invented
from gpconnect.demo.story import Journey, Story
from gpconnect.domain.care import Goal
from gpconnect.domain.roles import Intention
from gpconnect.services.acting import acting
from gpconnect.storage import rows

_SHARE = 0.45
_AT_START = -2
_AT_END = (-2, -1, -1, 0, 0, 0, 1, 2)


def set_goal(story: Story, journey: Journey) -> None:
    """Often a goal is set at once."""
    if story.rng.random() >= _SHARE:
        return
    worker = story.session(story.worker(journey.course.site))
    words, levels = story.rng.choice(invented.GOALS)
    goal = Goal(worker.new_id(), journey.person_id, journey.episode_id, words, levels, score_start=_AT_START)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(goal, "set")
    journey.goal_id = goal.id


def score(story: Story, journey: Journey, number: int) -> None:
    """At the last talk the family says how far they came."""
    course = journey.course
    if not journey.goal_id or course.ending is None or course.steps[number] is not course.last_talk():
        return
    worker = story.session(story.worker(course.site))
    goal = rows.require(worker.db, Goal, journey.goal_id)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(goal, score_end=story.rng.choice(_AT_END)), "scored")
