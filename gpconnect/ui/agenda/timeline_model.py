"""Weeks as a table: a column for every lane of a day at a site, a row for every place in it.

A lane holds half-days that do not overlap; two workers at one hour get two. First comes the head of a half-day,
which says how much room there is, then its slots.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gpconnect.domain.booking import events_from
from gpconnect.services.half_day_views import HalfDayView, SlotView
from gpconnect.services.schedule import SiteOption, WeeksView
from gpconnect.ui import text
from gpconnect.ui.agenda import model
from gpconnect.ui.marked import translate

_USER = int(Qt.ItemDataRole.UserRole)
_MORNING = (9 * 60, 13 * 60)


class Role(IntEnum):
    """What the table tells of a place."""

    PIECE = _USER
    DAY = _USER + 1
    SITE = _USER + 2
    WORKER = _USER + 3
    START = _USER + 4
    MINUTES = _USER + 5
    STATE = _USER + 6
    WORDS = _USER + 7


@dataclass(frozen=True, slots=True)
class Piece:
    """One place: a slot, or without one the head of a half-day. Times are minutes after midnight, wall time."""

    lane: int
    row: int
    day: date
    site: SiteOption
    half_day: HalfDayView
    slot: SlotView | None
    start: int
    end: int
    title: str
    detail: str
    tone: str = "neutral"

    @property
    def key(self) -> str:
        """Id of the slot, or of the half-day."""
        return self.slot.slot_id if self.slot else self.half_day.id

    @property
    def is_empty(self) -> bool:
        """A slot with nobody in it: drawn with dashes, so that emptiness is a shape and not a colour."""
        return self.slot is not None and not self.slot.appointment_id

    @property
    def can_move(self) -> bool:
        """Whether there is a booking here that may go to another slot."""
        status = self.slot.status if self.slot else None
        return status is not None and "moved" in events_from(status)

    def spoken(self) -> str:
        """Everything there is to know here, for who cannot see where it stands."""
        where = (text.long_day(self.day), text.clock(self.half_day.start), self.site.name, self.half_day.worker_name)
        if self.slot is None:
            until = translate("agenda", "tot {time}").format(time=text.clock(self.half_day.end))
            return _listed(
                translate("agenda", "Dagdeel"), *where[:2], until, *where[2:], self.half_day.room, self.title
            )
        length = translate("agenda", "{n} minuten").format(n=self.slot.minutes)
        return _listed(where[0], text.clock(self.slot.starts_at), length, *where[2:], self.title, self.detail)

    def keys(self) -> str:
        """What the keyboard does here."""
        if self.can_move:
            return translate("agenda", "Enter opent, M verplaatst.")
        return translate("agenda", "Enter opent.")


@dataclass(frozen=True, slots=True)
class Lane:
    """A column: a day at a site, or a day on which nobody sits anywhere; `closed` says why when that is known."""

    day: date
    site: SiteOption | None
    closed: str
    pieces: tuple[Piece, ...] = ()

    @property
    def heads(self) -> tuple[Piece, ...]:
        """The half-days in it."""
        return tuple(one for one in self.pieces if one.slot is None)


class TimelineModel(QAbstractTableModel):
    """What the timeline draws, and the words to it."""

    def __init__(self) -> None:
        super().__init__()
        self.lanes: tuple[Lane, ...] = ()
        self.hours = _MORNING
        self.many_sites = False
        self._at: dict[str, Piece] = {}

    def show_weeks(self, weeks: WeeksView, now: datetime, day: date | None = None) -> None:
        """Show these weeks, or one day of them."""
        self.beginResetModel()
        made = [lane for each in _days(weeks, day) for lane in _lanes_of(weeks, each)]
        self.lanes = tuple(_filled(place, *one, now) for place, one in enumerate(made))
        self.many_sites = len(weeks.sites) > 1
        self._at = {piece.key: piece for lane in self.lanes for piece in lane.pieces}
        self.hours = _hours(self._at.values())
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        del parent
        return max((len(lane.pieces) for lane in self.lanes), default=0)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        del parent
        return len(self.lanes)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lanes[index.column()].pieces):
            return None
        piece = self.lanes[index.column()].pieces[index.row()]
        told = {
            int(Role.PIECE): piece,
            int(Role.DAY): piece.day,
            int(Role.SITE): piece.site.name,
            int(Role.WORKER): piece.half_day.worker_name,
            int(Role.START): piece.start,
            int(Role.MINUTES): piece.end - piece.start,
            int(Role.STATE): piece.detail or piece.title,
            int(Role.WORDS): piece.spoken(),
            int(Qt.ItemDataRole.DisplayRole): piece.title,
            int(Qt.ItemDataRole.AccessibleTextRole): piece.spoken(),
        }
        return told.get(int(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        lane = self.lanes[section]
        site = lane.site.name if lane.site and self.many_sites else ""
        return text.join(text.day(lane.day), site, *(one.title for one in lane.heads), lane.closed)

    def days(self) -> set[date]:
        """The days that are shown, also those on which nobody sits."""
        return {lane.day for lane in self.lanes}

    def titles(self) -> list[str]:
        """What stands above the lanes, from left to right."""
        return [self.headerData(place, Qt.Orientation.Horizontal) or "" for place in range(len(self.lanes))]

    def piece(self, key: str) -> Piece | None:
        """The place of a slot or half-day, or None when it is not shown."""
        return self._at.get(key)

    def pieces(self) -> list[Piece]:
        """Every place, lane by lane."""
        return list(self._at.values())

    def slots(self) -> list[SlotView]:
        """Every slot that is shown, lane by lane."""
        return [piece.slot for piece in self._at.values() if piece.slot]

    def beside(self, piece: Piece, right: int, down: int) -> Piece:
        """Where an arrow leads: along the lane, or to the nearest hour in the next lane that has something."""
        pieces = self.lanes[piece.lane].pieces
        if down:
            return pieces[max(0, min(piece.row + down, len(pieces) - 1))]
        at = piece.lane + right
        while 0 <= at < len(self.lanes):
            alike = [one for one in self.lanes[at].pieces if (one.slot is None) is (piece.slot is None)]
            if alike:
                return min(alike, key=lambda one: abs(one.start - piece.start))
            at += right
        return piece

    def first(self, today: date) -> Piece | None:
        """Where the keyboard begins: the first slot of today, or of the first day after it, or of all."""
        slots = [piece for piece in self._at.values() if piece.slot]
        return next((piece for piece in slots if piece.day >= today), slots[0] if slots else None)


def _days(weeks: WeeksView, day: date | None) -> list[date]:
    return [day] if day else sorted({one.day for week in weeks.sites for one in week.days})


def _lanes_of(weeks: WeeksView, day: date) -> list[tuple[date, SiteOption | None, str, list[HalfDayView]]]:
    """The lanes of one day from site to site; a day without any gets one that says why."""
    found = [(week.site, one) for week in weeks.sites for one in week.days if one.day == day]
    reasons = {one.closed for _, one in found if one.closed}
    everywhere = next(iter(reasons), "") if len(reasons) == 1 and all(one.closed for _, one in found) else ""
    lanes: list[tuple[date, SiteOption | None, str, list[HalfDayView]]] = []
    for site, one in found:
        lanes += [(day, site, one.closed, half_days) for half_days in _apart(one.half_days)]
        if not one.half_days and one.closed and not everywhere:
            lanes.append((day, site, one.closed, []))
    return lanes or [(day, None, everywhere, [])]


def _apart(half_days: Sequence[HalfDayView]) -> list[list[HalfDayView]]:
    """Half-days in as few lanes as keep them from lying over each other, a worker in one lane where that can be."""
    lanes: list[list[HalfDayView]] = []
    for one in sorted(half_days, key=lambda each: (each.start, each.id)):
        room = [lane for lane in lanes if lane[-1].end <= one.start]
        same = [lane for lane in room if lane[-1].worker_name == one.worker_name]
        if room:
            (same or room)[0].append(one)
        else:
            lanes.append([one])
    return lanes


def _filled(
    place: int, day: date, site: SiteOption | None, closed: str, half_days: list[HalfDayView], now: datetime
) -> Lane:
    if site is None:
        return Lane(day, None, closed)
    found = (one for half_day in half_days for one in _parts(half_day, now))
    pieces = (
        Piece(place, row, day, site, half_day, slot, start, end, words.title, words.detail, words.tone)
        for row, (half_day, slot, start, end, words) in enumerate(found)
    )
    return Lane(day, site, closed, tuple(pieces))


def _parts(
    half_day: HalfDayView, now: datetime
) -> Iterator[tuple[HalfDayView, SlotView | None, int, int, model.SlotWords]]:
    start, end = model.minute_of(half_day.start), model.minute_of(half_day.end)
    yield half_day, None, start, end, model.SlotWords(model.free_words(half_day), half_day.worker_name)
    for slot in half_day.slots:
        begins = model.minute_of(slot.starts_at)
        yield half_day, slot, begins, begins + slot.minutes, model.slot_words(slot, half_day, now)


def _hours(pieces: Iterable[Piece]) -> tuple[int, int]:
    """From which minute to which the lanes run: whole hours around what is planned, at least a morning."""
    found = list(pieces)
    start = min([*(one.start for one in found), _MORNING[0]]) // 60 * 60
    end = max([*(one.end for one in found), _MORNING[1]])
    return start, max(-(-end // 60) * 60, start + 240)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
