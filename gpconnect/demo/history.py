"""The telling: every event of the plan at its moment, each by the person who would do it, with syncs in between."""

import random
from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import partial

from gpconnect.demo import asking, chores, desk, last_day, talks, theme_meeting
from gpconnect.demo.cast import PATTERN, START
from gpconnect.demo.courses import Course, Fate, Plan, Question, Sharing
from gpconnect.demo.network import Network
from gpconnect.demo.planning import AHEAD
from gpconnect.demo.repeatable import Clock
from gpconnect.demo.story import Journey, Story, starts
from gpconnect.demo.timeline import Progress, Timeline
from gpconnect.domain.calendar import is_working_day
from gpconnect.domain.schedule import VisitKind
from gpconnect.domain.staff import Role
from gpconnect.services import planning as schedule

FRIDAY = 4
MORNING, WEEK_END = time(8, 15), time(16, 30)
BEFORE_DOOR = time(8, 50)


def live(devices: Network, clock: Clock, plan: Plan, progress: Progress) -> None:
    """Tell the whole plan, and leave the story on its last day with a half-day in progress."""
    timeline = Timeline(clock)
    story = Story(devices, clock, plan, random.Random(f"story {len(plan.courses)}"), timeline)
    _plan_half_days(story)
    yesterday = plan.today - timedelta(days=1)
    for course in plan.courses:
        _begin(story, timeline, course)
    for number, days in enumerate(plan.days):
        for day in days:
            if day <= yesterday:
                _put_half_day(story, timeline, number, day)
    for question in plan.questions:
        _put_question(story, timeline, question)
    for family in plan.waiting:
        timeline.put(_desk_day(family.since), time(11, 5), partial(desk.let_wait, story, family))
    _put_week_ends(story, timeline)
    theme_meeting.put(story)
    timeline.run(plan.first_day, yesterday, progress)
    last_day.live(story)


def _plan_half_days(story: Story) -> None:
    """Each worker plans a series for the whole pilot, two months ahead of today."""
    for number, place in enumerate(story.cast.places):
        days = story.plan.days[number]
        request = schedule.SeriesRequest(
            site_id=place.site.id,
            worker_id=story.cast.actors[place.worker].staff_id,
            first_day=days[0],
            last_day=story.plan.today + AHEAD,
            start=START,
            pattern=PATTERN,
            room="Spreekkamer 3",
        )
        schedule.plan_series(story.session(place.worker), request, dry_run=False)
    story.devices.settle()
    story.learn_slots()


def _begin(story: Story, timeline: Timeline, course: Course) -> None:
    """A family asks for help: booked on the day it asks, unless it walks in."""
    journey = Journey(course, story.rng.choice(story.desk(course.site)))
    story.journeys.append(journey)
    if course.steps[0].visit is VisitKind.WALK_IN:
        return
    asked = max(_desk_day(course.requested_on), story.plan.first_day - timedelta(days=5))
    moment = time(story.rng.randint(9, 15), story.rng.randint(0, 59))
    if course.waited_since is None:
        timeline.put(asked, moment, partial(desk.book_first, story, journey))
        return
    timeline.put(asked, moment, partial(desk.join_waiting_list, story, journey))
    offered = min(max(course.steps[0].day - timedelta(days=4), asked), story.plan.today - timedelta(days=1))
    timeline.put(offered, time(16, 10), partial(desk.accept_place, story, journey))


def _put_half_day(story: Story, timeline: Timeline, number: int, day: date) -> None:
    """Desk and worker meet at the hub before the door opens, then everybody comes in turn."""
    desk_and_worker = (*story.desk(number), story.worker(number))
    timeline.put(day, MORNING, partial(_before_the_door, story, number, day))
    timeline.put(day, BEFORE_DOOR, partial(story.devices.sync, tuple(dict.fromkeys(desk_and_worker))))
    for place, start in enumerate(starts()):
        timeline.put(day, start, partial(_come_in, story, timeline, number, day, place))
    end = time(START.hour + sum(int(one.rstrip("w")) for one in PATTERN) // 60, 10)
    timeline.put(day, end, partial(talks.close, story, number, day))


def _before_the_door(story: Story, number: int, day: date) -> None:
    for journey, step in _coming(story, number, day):
        if step == 0 and journey.course.sharing is Sharing.LATER and 0 in journey.appointments:
            desk.ask_sharing(story, journey)
        if journey.course.steps[step].fate is Fate.CANCELLED:
            desk.call_off(story, journey, step)


def _come_in(story: Story, timeline: Timeline, number: int, day: date, place: int) -> None:
    """Whoever was planned in this place comes, or does not."""
    for journey, step in _coming(story, number, day):
        planned = journey.course.steps[step]
        if planned.place != place:
            continue
        if planned.visit is VisitKind.WALK_IN:
            desk.walk_in(story, journey)
        if planned.fate is Fate.SEEN:
            talks.talk(story, journey, step)
        elif planned.fate is Fate.MISSED:
            talks.miss(story, journey, step)
        if planned.fate is not Fate.SEEN and step + 1 < len(journey.course.steps):
            again = partial(desk.book_again, story, journey, step + 1)
            timeline.put(_desk_day(day + timedelta(days=1)), time(10, 20), again)


def _put_question(story: Story, timeline: Timeline, question: Question) -> None:
    asked: dict[str, str] = {}

    def ask() -> None:
        asked["id"] = desk.ask_colleague(story, question)

    timeline.put(_desk_day(question.day - timedelta(days=1)), time(12, 10), ask)

    def answer() -> None:
        talks.answer_colleague(story, question, asked["id"])

    if question.fate is Fate.SEEN:
        timeline.put(question.day, starts()[question.place], answer)


def _put_week_ends(story: Story, timeline: Timeline) -> None:
    day = story.plan.first_day
    while day < story.plan.today:
        if day.weekday() == FRIDAY:
            timeline.put(day, WEEK_END, partial(_end_week, story))
        day += timedelta(days=1)


def _end_week(story: Story) -> None:
    """The practices read what was written for them, and every device has been with the hub."""
    desks = [key for key, actor in story.cast.actors.items() if actor.role in {Role.GP, Role.PRACTICE_ASSISTANT}]
    for key in story.cast.workers():
        chores.work_through(story, key)
    story.devices.sync((*story.cast.workers(), *desks))
    for key in desks:
        desk.read_feedback(story, key)
        if story.cast.actors[key].role is Role.GP:
            asking.ask_gp(story, key)


def _coming(story: Story, number: int, day: date) -> Sequence[tuple[Journey, int]]:
    """Who was planned for this half-day, with the number of the step."""
    return [
        (journey, step)
        for journey in story.journeys
        if journey.course.site == number
        for step, planned in enumerate(journey.course.steps)
        if planned.day == day
    ]


def _desk_day(day: date) -> date:
    """The day itself, or the working day before it: a desk is not staffed in the weekend."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
