"""Goals in the family's own words, set at the first talk and scored together at the last one."""

from gpconnect.demo import invented
from gpconnect.demo.story import Journey, Story
from gpconnect.services import goals as scaling

_SHARE = 0.45
_AT_END = (-2, -1, -1, 0, 0, 0, 1, 2)


def set_goal(story: Story, journey: Journey) -> None:
    """Often a goal is set at once."""
    if story.rng.random() < _SHARE:
        worker = story.session(story.worker(journey.course.site))
        words, levels = story.rng.choice(invented.GOALS)
        _, journey.goal_id = scaling.add_goal(worker, journey.person_id, words, levels)


def score(story: Story, journey: Journey, number: int) -> None:
    """At the last talk the family says how far they came."""
    course = journey.course
    if journey.goal_id and course.ending is not None and course.steps[number] is course.last_talk():
        worker = story.session(story.worker(course.site))
        scaling.score_goal(worker, journey.goal_id, end=story.rng.choice(_AT_END))
