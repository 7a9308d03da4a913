"""The clock and the ids of an invented pilot: a moment that is set, and ids that come out the same every time."""

import random
from datetime import UTC, date, datetime, time, timedelta

from gpconnect.services.session import AMSTERDAM

OPENING = time(8, 0)


class Clock:
    """A clock that stands still until the story moves on. Never goes back."""

    def __init__(self, start: date) -> None:
        self.at = datetime.combine(start, OPENING, AMSTERDAM).astimezone(UTC)

    def __call__(self) -> datetime:
        """The moment it is, aware UTC."""
        return self.at

    def day(self) -> date:
        """The day it is in the practice."""
        return self.at.astimezone(AMSTERDAM).date()

    def move_to(self, day: date, at: time) -> None:
        """To a wall-clock moment in Europe/Amsterdam; an earlier moment leaves the clock as it is."""
        self.at = max(self.at, datetime.combine(day, at, AMSTERDAM).astimezone(UTC))

    def forward(self, minutes: float) -> None:
        """On by so many minutes."""
        self.at += timedelta(minutes=minutes)


class Ids:
    """Ids that look random and are the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(f"ids {seed}")

    def __call__(self) -> str:
        """32 hex digits."""
        return f"{self._random.getrandbits(128):032x}"
