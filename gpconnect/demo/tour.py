"""The tour: all journeys through the real windows, without a screen, with every action counted."""

from collections.abc import Callable
from pathlib import Path

from gpconnect import app
from gpconnect.demo import pilot
from gpconnect.demo.command import RunningClock
from gpconnect.demo.desks import Desk, SwitchableHub
from gpconnect.demo.journeys import (
    booking,
    evaluating,
    follow_up,
    handing_over,
    opening,
    printing,
    talking,
    without_network,
)
from gpconnect.demo.journeys.stage import Stage
from gpconnect.demo.steps import Tour, TourReport
from gpconnect.domain.staff import Role
from gpconnect.ui.settings import Settings

JOURNEYS = (booking, talking, follow_up, handing_over, evaluating, without_network, printing, opening)


def run(made: pilot.DemoPilot, target: Path, say: Callable[[str], None]) -> TourReport:
    """Walk J1 to J7 in the pilot; pictures, ``evaluatie.pdf`` and ``tour.json`` go to `target`."""
    choices = Settings(theme="light", idle_minutes=0)
    app.make_application(choices)
    hub = SwitchableHub(made)
    clock = RunningClock(made.today)
    tour = Tour(target, say)
    people = {
        "worker": made.person(Role.YOUTH_WORKER),
        "gp": made.person(Role.GP),
        "assistant": made.person(Role.PRACTICE_ASSISTANT),
        "coordinator": made.person(Role.COORDINATOR),
    }
    desks = {name: Desk(person, clock, hub.url, choices) for name, person in people.items()}
    stage = Stage(tour, hub, desks, target, made.today)
    try:
        for name, desk in desks.items():
            with tour.step("J0", f"openen als {name}", desk.robot) as step:
                desk.open()
            desk.robot.grab(target / step.picture)  # the window that came, not the screen that went
        for journey in JOURNEYS:
            journey.walk(stage)
    finally:
        for desk in desks.values():
            desk.close()
        hub.off()
    return tour.finish()
