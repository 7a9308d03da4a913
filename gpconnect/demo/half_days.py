"""What is out of the ordinary in the coming weeks: a note for today, a half-day that is called off, and a deputy."""

from datetime import date

from gpconnect.demo.story import Story
from gpconnect.domain.schedule import AppointmentStatus
from gpconnect.services import absences, half_days, schedule
from gpconnect.services.absences import AbsenceRequest

NOTE = "Sleutel van spreekkamer 3 ligt bij de balie"


def live(story: Story) -> None:
    """Tell it on the last morning, by who would have done it."""
    story.devices.settle()
    today, last = story.plan.today, len(story.cast.places) - 1
    half_days.write_note(story.session(story.desk(0)[0]), story.half_day_ids[0, today], NOTE)
    coming = [day for day in story.plan.days[last] if day > today]
    worker = story.worker(last)
    if off := _with_somebody(story, last, coming):
        half_days.call_off(story.session(worker), story.half_day_ids[last, off], "geen kamer vrij")
    deputies = [one for one in story.cast.workers() if one != worker]
    away = [day for day in coming if day != off]
    if deputies and away:
        who, deputy = (story.cast.actors[one].staff_id for one in (worker, deputies[0]))
        absences.report(story.session(worker), AbsenceRequest(who, away[-1], away[-1], deputy), dry_run=False)


def _with_somebody(story: Story, number: int, coming: list[date]) -> date | None:
    """The coming half-day with the fewest families in it, but not none: somebody is to be phoned."""
    session = story.session(story.worker(number))
    booked = {
        day: sum(
            one.status is AppointmentStatus.BOOKED
            for one in schedule.half_day(session, story.half_day_ids[number, day]).slots
        )
        for day in coming
    }
    return min((day for day in coming if booked[day]), key=lambda day: (booked[day], day), default=None)
