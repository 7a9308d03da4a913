"""What every journey has at hand: the desks, the hub, and where pictures go."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from gpconnect.demo.desks import Desk, SwitchableHub
from gpconnect.demo.steps import Tour


@dataclass(frozen=True, slots=True)
class Stage:
    """The tour's surroundings.

    Attributes:
        desks: by ``worker``, ``gp``, ``assistant`` and ``coordinator``.
        today: the day on which the demo stands still.
    """

    tour: Tour
    hub: SwitchableHub
    desks: dict[str, Desk]
    target: Path
    today: date

    def day(self, ahead: int) -> str:
        """A day so many days ahead, as people type it."""
        day = self.today + timedelta(days=ahead)
        return f"{day.day}-{day.month}"

    @property
    def worker(self) -> Desk:
        """Sanne's desk."""
        return self.desks["worker"]

    @property
    def gp(self) -> Desk:
        """Dr. Peters' desk."""
        return self.desks["gp"]

    @property
    def assistant(self) -> Desk:
        """Wilma's desk."""
        return self.desks["assistant"]

    @property
    def coordinator(self) -> Desk:
        """Marieke's desk."""
        return self.desks["coordinator"]

    def sync_all(self) -> None:
        """Everybody does a round, twice, so that everybody has heard of everybody."""
        for _ in range(2):
            for desk in self.desks.values():
                desk.sync()
