"""How a half-day stands: room left, full, over but not yet closed, closed, or called off; worked out, never kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from gpconnect.domain.calendar import is_holding
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    SessionStatus,
    Slot,
    SlotKind,
)

UNFINISHED = frozenset({AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONVERSATION})
"""A visit in one of these states still waits for an outcome."""


class HalfDayState(StrEnum):
    """Where a half-day stands, from planned to done."""

    OPEN = "open"
    FULL = "full"
    """Somebody stands in every slot."""
    CLOSING = "closing"
    """Its last slot is over and nobody closed it yet; `lacking` says what it waits for."""
    CLOSED = "closed"
    CALLED_OFF = "called_off"


def state_of(status: SessionStatus, slots: Iterable[Slot], taken: frozenset[str], now: datetime) -> HalfDayState:
    """How a half-day stands.

    Args:
        status: as somebody set it.
        slots: of this half-day; a slot that was taken out (kind closed) counts for nothing.
        taken: ids of the slots in which somebody stands.
        now: aware.
    """
    if status is SessionStatus.CANCELLED:
        return HalfDayState.CALLED_OFF
    if status is SessionStatus.CLOSED:
        return HalfDayState.CLOSED
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
