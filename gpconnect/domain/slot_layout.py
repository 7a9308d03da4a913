"""What becomes of the slots of a half-day that moves or gets another pattern: nobody's place is taken silently.

A slot that stays keeps its id, so that a booking in it and what was claimed for it at the hub go along to the new
time. One that goes is closed, and whoever is booked in it becomes a duty; nothing is deleted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gpconnect.domain.calendar import PlannedSlot
from gpconnect.domain.schedule import Slot, SlotKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The slots of a half-day after a change.

    Attributes:
        kept: with the time and length that they get.
        closed: those that go.
        added: planned ones that no slot of before could be.
    """

    kept: tuple[Slot, ...]
    closed: tuple[Slot, ...]
    added: tuple[PlannedSlot, ...]


def lay(slots: Iterable[Slot], begins: datetime, needed: Mapping[str, int], planned: Sequence[PlannedSlot]) -> Layout:
    """Lay new slots over those that are there.

    First what lies at the same distance from the beginning and lasts as long, then in order: who is booked gets the
    first that is long enough, and a free slot stays only when it keeps its length, because somebody may be booking it
    on a computer that has not heard of this.

    Args:
        slots: of the half-day, those that were closed before as well.
        begins: when the half-day began before the change (aware).
        needed: minutes that the booking in a slot takes, by slot id; a free one is not in it.
        planned: what the half-day is to hold, in order of time.
    """
    old = sorted((one for one in slots if one.kind is not SlotKind.CLOSED), key=lambda one: (one.starts_at, one.id))
    left, found = list(planned), dict[str, PlannedSlot]()
    for slot in old:
        same = _at_same_place(slot, begins, planned)
        if same in left:
            found[slot.id] = left.pop(left.index(same))
    for slot in sorted(old, key=lambda one: one.id not in needed):
        fitting = (one for one in left if _can_be(slot, needed.get(slot.id), one))
        if slot.id not in found and (one := next(fitting, None)) is not None:
            found[slot.id] = left.pop(left.index(one))
    kept = (
        replace(slot, starts_at=found[slot.id].starts_at, minutes=found[slot.id].minutes, kind=found[slot.id].kind)
        for slot in old
        if slot.id in found
    )
    closed = (replace(slot, kind=SlotKind.CLOSED) for slot in old if slot.id not in found)
    return Layout(tuple(kept), tuple(closed), tuple(left))


def _at_same_place(slot: Slot, begins: datetime, planned: Sequence[PlannedSlot]) -> PlannedSlot | None:
    after = slot.starts_at - begins
    same = (one for one in planned if one.starts_at - planned[0].starts_at == after and one.minutes == slot.minutes)
    return next(same, None)


def _can_be(slot: Slot, needed: int | None, planned: PlannedSlot) -> bool:
    if needed is None:
        return planned.minutes == slot.minutes and planned.kind is slot.kind
    return planned.minutes >= needed
