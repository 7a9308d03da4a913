"""How a half-day stands: room left, full, over but not yet closed, closed, or called off; worked out, never kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations, pairwise

from gpconnect.domain.calendar import is_holding, meet, span
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    SessionStatus,
    Slot,
    SlotKind,
)

UNFINISHED = frozenset({AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONVERSATION})
"""A visit in one of these states still waits for an outcome."""
INSIDE = frozenset({AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONVERSATION})
"""The child is in the building."""


class HalfDayState(StrEnum):
    """Where a half-day stands, from planned to done."""

    OPEN = "open"
    FULL = "full"
    """Somebody stands in every slot."""
    CLOSING = "closing"
    """Its last slot is over and nobody closed it yet, or somebody did who did not know of a child that is inside;
    `lacking` says what it waits for."""
    CLOSED = "closed"
    CALLED_OFF = "called_off"


def state_of(
    status: SessionStatus, slots: Iterable[Slot], taken: frozenset[str], now: datetime, *, inside: bool = False
) -> HalfDayState:
    """How a half-day stands.

    Args:
        status: as somebody set it.
        slots: of this half-day; a slot that was taken out (kind closed) counts for nothing.
        taken: ids of the slots in which somebody stands.
        now: aware.
        inside: a child is in the building for it, and its visit has no outcome yet.
    """
    if status is SessionStatus.CANCELLED:
        return HalfDayState.CALLED_OFF
    if status is SessionStatus.CLOSED:
        return HalfDayState.CLOSING if inside else HalfDayState.CLOSED
    real = [one for one in slots if one.kind is not SlotKind.CLOSED]
    if not real:
        return HalfDayState.OPEN
    if max(one.starts_at + timedelta(minutes=one.minutes) for one in real) <= now:
        return HalfDayState.CLOSING
    return HalfDayState.FULL if all(one.id in taken for one in real) else HalfDayState.OPEN


def lacking(slots: Iterable[Slot], appointments: Iterable[Appointment]) -> tuple[Slot, ...]:
    """The slots whose visit still waits for an outcome, in order of time; an empty slot needs none.

    Args:
        slots: of one half-day, also those that were taken out: who stands there was not seen either.
        appointments: all that might stand in them.
    """
    waiting = {one.slot_id for one in appointments if is_holding(one) and one.status in UNFINISHED}
    found = (one for one in slots if one.id in waiting)
    return tuple(sorted(found, key=lambda slot: (slot.starts_at, slot.id)))


def at_once(half_days: Iterable[HalfDaySession]) -> tuple[tuple[HalfDaySession, HalfDaySession], ...]:
    """The half-days that one worker would hold at the same time, two by two; the one that begins first comes first.

    No desk plans that knowingly: two desks did that had not heard of each other.

    Args:
        half_days: that take place.
    """
    ordered = sorted(half_days, key=lambda one: (one.day, one.start, one.id))
    pairs = combinations(ordered, 2)
    return tuple((one, other) for one, other in pairs if one.worker_id == other.worker_id and meet(one, other))


def is_tangled(half_day: HalfDaySession, slots: Sequence[Slot]) -> bool:
    """Whether its slots lie over each other, or outside it: two desks gave it another pattern or time.

    Args:
        half_day: that takes place.
        slots: all of its own; those that were taken out count for nothing.
    """
    times = sorted(
        (one.starts_at, one.starts_at + timedelta(minutes=one.minutes))
        for one in slots
        if one.kind is not SlotKind.CLOSED
    )
    start, end = span(half_day)
    outside = any(since < start or until > end for since, until in times)
    return outside or any(one[1] > other[0] for one, other in pairwise(times))
