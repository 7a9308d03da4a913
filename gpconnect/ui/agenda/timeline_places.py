"""Where everything on the timeline lies: lanes from left to right, time from top to bottom, heads that stand still."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from PySide6.QtCore import QPoint, QRect

from gpconnect.ui import theme
from gpconnect.ui.agenda.timeline_model import Lane, Piece, TimelineModel

ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0)
_PX_A_MINUTE = 1.9
"""A walk-in of 20 minutes is 38 px: one line of text, and more than the least target of 36."""
_LANE, _BARE_LANE = 152, 92
_GAP, _DAY_GAP = 6, 16
_HEAD, _ROW = 46, 26


@dataclass
class Places:
    """The measures of one look at a model; `width` and `height` are those of what can be seen.

    Attributes:
        x, y: how far it is scrolled.
        lefts, widths: of every lane, before scrolling.
        axis: the width that the hours take.
        row: the height of the line with the days.
        heads_top: where the first head of a half-day begins: under the day, and under the site when there are several.
        top: the height of everything that stands still above the hours.
    """

    model: TimelineModel
    zoom: float = 1.0
    width: int = 0
    height: int = 0
    x: int = 0
    y: int = 0
    lefts: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    axis: int = 0
    row: int = 0
    heads_top: int = 0
    top: int = 0
    _minute: float = 1.0
    _head: int = 0

    def measure(self, width: int, height: int) -> None:
        """Lay the lanes out anew; room that is left goes to lanes in which somebody sits."""
        now = theme.current()
        self.width, self.height = width, height
        lanes = self.model.lanes
        self.axis, self.row, self._head = now.px(54), now.px(_ROW), now.px(_HEAD)
        self.heads_top = self.row * (2 if self.model.many_sites else 1)
        most = max((len(lane.heads) for lane in lanes), default=0)
        self.top = self.heads_top + most * self._head + now.px(6)
        self._minute = _PX_A_MINUTE * self.zoom * now.scale
        least = [now.px((_LANE if lane.pieces else _BARE_LANE) * self.zoom) for lane in lanes]
        gaps = [now.px(_DAY_GAP if one.day != other.day else _GAP) for one, other in pairwise(lanes)]
        busy = sum(1 for lane in lanes if lane.pieces)
        over = max(0, width - self.axis - sum(least) - sum(gaps) - now.px(2))
        self.widths = [w + (over // busy if lane.pieces else 0) for w, lane in zip(least, lanes, strict=True)]
        self.lefts, at = [], 0
        for w, gap in zip_longest(self.widths, gaps, fillvalue=0):
            self.lefts.append(at)
            at += w + gap
        self.x = min(self.x, self.most_x)
        self.y = min(self.y, self.most_y)

    @property
    def most_x(self) -> int:
        """How far it can be scrolled to the right."""
        wide = self.lefts[-1] + self.widths[-1] if self.lefts else 0
        return max(0, wide + self.axis - self.width)

    @property
    def most_y(self) -> int:
        """How far it can be scrolled down."""
        start, end = self.model.hours
        return max(0, self.top + self._high(end - start) + theme.current().px(8) - self.height)

    def left_of(self, lane: int) -> int:
        """Where a lane begins on the glass."""
        return self.axis + self.lefts[lane] - self.x

    def y_of(self, minute: int) -> int:
        """Where a minute after midnight is on the glass."""
        return self.top + self._high(minute - self.model.hours[0]) - self.y

    def rect(self, piece: Piece) -> QRect:
        """Where a place is on the glass."""
        left, width = self.left_of(piece.lane), self.widths[piece.lane]
        if piece.slot is None:
            order = self.model.lanes[piece.lane].heads.index(piece)
            return QRect(left, self.heads_top + order * self._head, width, self._head - theme.current().px(4))
        top, bottom = self.y_of(piece.start), self.y_of(piece.end)
        return QRect(left, top + 1, width, max(bottom - top - 2, 1))

    def in_sight(self) -> Iterator[tuple[int, Lane]]:
        """The lanes of which something can be seen."""
        first = max(0, bisect_right(self.lefts, self.x) - 1)
        for place in range(first, len(self.lefts)):
            if self.left_of(place) > self.width:
                return
            yield place, self.model.lanes[place]

    def days_in_sight(self) -> Iterator[tuple[Lane, int, int]]:
        """A lane of every day in sight, with where that day begins and ends on the glass."""
        lanes = self.model.lanes
        seen = None
        for place, lane in self.in_sight():
            if lane.day == seen:
                continue
            seen = lane.day
            same = [at for at, one in enumerate(lanes) if one.day == lane.day]
            del place
            yield lane, self.left_of(same[0]), self.left_of(same[-1]) + self.widths[same[-1]]

    def piece_at(self, at: QPoint) -> Piece | None:
        """What lies under a point of the glass."""
        if at.x() < self.axis:
            return None
        for place, lane in self.in_sight():
            if not self.left_of(place) <= at.x() <= self.left_of(place) + self.widths[place]:
                continue
            within = lane.heads if at.y() < self.top else [one for one in lane.pieces if one.slot]
            return next((one for one in within if self.rect(one).contains(at)), None)
        return None

    def reveal(self, piece: Piece) -> None:
        """Scroll as little as brings a place into sight."""
        box = self.rect(piece)
        margin = theme.current().px(8)
        self.x = _moved(self.x, box.left() - self.axis, box.right() - self.width, margin, self.most_x)
        if piece.slot is not None:
            self.y = _moved(self.y, box.top() - self.top, box.bottom() - self.height, margin, self.most_y)

    def _high(self, minutes: int) -> int:
        return round(minutes * self._minute)


def _moved(now: int, before: int, after: int, margin: int, most: int) -> int:
    """A scroll position from which nothing sticks out: `before` under zero is cut off there, `after` over zero."""
    if after > -margin:
        now, before = now + after + margin, before - after - margin
    if before < 0:
        now += before
    return max(0, min(now, most))
