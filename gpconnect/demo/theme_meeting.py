"""What the coordinator adds: the theme meeting's actions, and what the figures mean, written with the partners."""

from datetime import date, time, timedelta
from functools import partial

from gpconnect.demo import invented
from gpconnect.demo.story import Story
from gpconnect.domain.calendar import add_working_days
from gpconnect.services import meaning, reporting

COORDINATOR = "marieke"
BEFORE_TODAY = timedelta(weeks=5)
AUTHORS = "Themabijeenkomst huisartsen, Buurtzorg Jong en gemeente"
RESULT = "Vier intern begeleiders waren erbij; twee scholen willen meedoen."


def put(story: Story) -> None:
    """The theme meeting of the half-year, and the evening on which the figures were talked over."""
    today = story.plan.today
    meeting = add_working_days(max(story.plan.first_day, today - BEFORE_TODAY), 0)
    story.timeline.put(meeting, time(16, 0), partial(_agree_on_actions, story, meeting))
    story.timeline.put(today - timedelta(days=1), time(16, 0), partial(_write_meanings, story))


def _agree_on_actions(story: Story, meeting: date) -> None:
    session = story.session(COORDINATOR)
    for number, (text, owner, days) in enumerate(invented.ACTIONS):
        done = number == len(invented.ACTIONS) - 1
        meaning.save_action(
            session,
            text,
            owner,
            meeting + timedelta(days=days),
            meeting_on=meeting,
            done_on=meeting if done else None,
            result=RESULT if done else "",
        )


def _write_meanings(story: Story) -> None:
    session = story.session(COORDINATOR)
    first_day, last_day = reporting.default_period(session.today())
    for indicator, text in invented.MEANINGS:
        meaning.save_narrative(session, indicator, first_day, last_day, text, author_name=AUTHORS)
