"""Deeds by moment: what will happen in the story, in the order in which it happens."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from itertools import count

from gpconnect.demo.repeatable import Clock

Deed = Callable[[], object]
Progress = Callable[[int, int], None]
"""Told how many weeks of the pilot are made, of how many."""


@dataclass(slots=True)
class Timeline:
    """Deeds of one moment happen in the order in which they were put in; a deed may put in later ones."""

    clock: Clock
    _heap: list[tuple[date, time, int, Deed]] = field(default_factory=list)
    _order: "count[int]" = field(default_factory=count)

    def put(self, day: date, at: time, deed: Deed) -> None:
        """Let something happen at this moment."""
        heapq.heappush(self._heap, (day, at, next(self._order), deed))

    def run(self, first: date, until: date, progress: Progress) -> None:
        """Everything up to and including a day; `progress` is told after every week since the first day."""
        weeks, told = max(1, (until - first).days // 7), 0
        while self._heap and self._heap[0][0] <= until:
            day, at, _, deed = heapq.heappop(self._heap)
            self.clock.move_to(day, at)
            deed()
            week = min(weeks, (day - first).days // 7)
            if week > told:
                told = week
                progress(week, weeks)
