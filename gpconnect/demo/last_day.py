"""The day on which the story stands still: a half-day in progress at eight to ten."""

from dataclasses import replace
from datetime import time, timedelta

from gpconnect.demo import answers, half_days, talks
from gpconnect.demo.courses import Fate
from gpconnect.demo.story import Journey, Story, starts
from gpconnect.services import notes, visits

NOW = time(9, 52)


def live(story: Story) -> None:
    """Tell the last morning at the first site."""
    story.devices.settle()
    _leave_a_draft(story)
    today = story.plan.today
    for journey, number in _expected_today(story):
        step = journey.course.steps[number]
        if step.fate is Fate.SEEN:
            story.clock.move_to(today, starts()[step.place])
            talks.talk(story, journey, number)
        elif step.fate is Fate.IN_CONVERSATION:
            story.clock.move_to(today, time(9, 44))
            worker = story.session(story.worker(0))
            visits.receive(worker, journey.appointments[number])
            story.clock.move_to(today, time(9, 47))
            visits.begin(worker, journey.appointments[number])
    story.clock.move_to(today, NOW)
    half_days.live(story)
    story.devices.settle()


def _leave_a_draft(story: Story) -> None:
    """Yesterday Sanne was called away while she wrote down what Aisha's mother said on the phone."""
    journey = next((one for one in story.journeys if one.course.name == "aisha"), None)
    if journey is None:
        return
    worker = story.session(story.worker(0))
    story.clock.move_to(story.plan.today - timedelta(days=1), time(11, 52))
    _, view = notes.open_patient(worker, journey.person_id)
    notes.save_draft(worker, replace(view.draft, answers=answers.phone_call()))


def _expected_today(story: Story) -> list[tuple[Journey, int]]:
    found = [
        (journey, number)
        for journey in story.journeys
        if journey.course.site == 0
        for number, step in enumerate(journey.course.steps)
        if step.day == story.plan.today
    ]
    return sorted(found, key=lambda one: one[0].course.steps[one[1]].place)
