"""Slots of a half-day that changes: each stays with its booking, or goes and is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.calendar import PlannedSlot
from gpconnect.domain.schedule import Slot, SlotKind
from gpconnect.domain.slot_layout import lay

NINE = datetime(2026, 12, 1, 8, tzinfo=UTC)
ENTRIES = st.lists(st.sampled_from(("20", "20w", "45", "45w")), max_size=6).map(tuple)


def planned(pattern: tuple[str, ...], begins: datetime = NINE) -> list[PlannedSlot]:
    made, at = [], begins
    for entry in pattern:
        kind = SlotKind.WALK_IN if entry.endswith("w") else SlotKind.REGULAR
        made.append(PlannedSlot(at, int(entry.rstrip("w")), kind))
        at += timedelta(minutes=made[-1].minutes)
    return made


def there(pattern: tuple[str, ...]) -> list[Slot]:
    return [
        Slot(str(number), "half_day", "site", one.starts_at, one.minutes, one.kind)
        for number, one in enumerate(planned(pattern))
    ]


def test_a_half_day_that_moves_takes_every_slot_along() -> None:
    slots, later = there(("45", "20w", "20")), NINE + timedelta(days=2, minutes=30)
    layout = lay(slots, NINE, {"2": 20}, planned(("45", "20w", "20"), later))

    assert [one.id for one in layout.kept] == ["0", "1", "2"]
    assert [one.starts_at - later for one in layout.kept] == [one.starts_at - NINE for one in slots]
    assert (layout.closed, layout.added) == ((), ())


def test_who_is_booked_keeps_a_place_before_a_free_slot_does() -> None:
    layout = lay(there(("45", "45")), NINE, {"1": 45}, planned(("20", "45")))

    assert [(one.id, one.starts_at) for one in layout.kept] == [("1", NINE + timedelta(minutes=20))]
    assert [(one.id, one.kind) for one in layout.closed] == [("0", SlotKind.CLOSED)]
    assert [one.minutes for one in layout.added] == [20]


def test_a_talk_that_is_too_long_for_what_is_left_loses_its_place() -> None:
    layout = lay(there(("45",)), NINE, {"0": 45}, planned(("20", "20w")))

    assert [one.id for one in layout.closed] == ["0"]
    assert len(layout.added) == 2


def test_a_slot_that_was_closed_stays_so() -> None:
    slots = [replace(there(("45",))[0], kind=SlotKind.CLOSED)]

    assert lay(slots, NINE, {}, planned(("45",))).kept == ()
    assert lay(slots, NINE, {}, ()).closed == ()


@given(ENTRIES, ENTRIES, st.sets(st.integers(0, 5)), st.integers(0, 600))
def test_every_slot_stays_or_goes_and_what_is_planned_is_there_once(
    before: tuple[str, ...], after: tuple[str, ...], booked: set[int], shift: int
) -> None:
    slots, wanted = there(before), planned(after, NINE + timedelta(minutes=shift))
    needed = {one.id: one.minutes for number, one in enumerate(slots) if number in booked}
    layout = lay(slots, NINE, needed, wanted)

    assert sorted(one.id for one in (*layout.kept, *layout.closed)) == [one.id for one in slots]
    stands = [PlannedSlot(one.starts_at, one.minutes, one.kind) for one in layout.kept]
    assert sorted((*stands, *layout.added), key=lambda one: one.starts_at) == wanted
    lengths = {one.id: one.minutes for one in slots}
    assert all(one.minutes >= lengths[one.id] for one in layout.kept)
    assert all(one.minutes == lengths[one.id] for one in layout.kept if one.id not in needed)
    assert {one.kind for one in layout.closed} <= {SlotKind.CLOSED}


@given(ENTRIES, st.sets(st.integers(0, 5)), st.integers(-600, 600))
def test_moving_a_half_day_alone_costs_nobody_a_place(pattern: tuple[str, ...], booked: set[int], shift: int) -> None:
    slots = there(pattern)
    needed = {one.id: one.minutes for number, one in enumerate(slots) if number in booked}
    layout = lay(slots, NINE, needed, planned(pattern, NINE + timedelta(minutes=shift)))

    assert [one.id for one in layout.kept] == [one.id for one in slots]
    assert (layout.closed, layout.added) == ((), ())
