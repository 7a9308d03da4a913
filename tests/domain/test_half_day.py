"""How a half-day stands, and which of its slots still wait for an outcome."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.half_day import UNFINISHED, HalfDayState, lacking, state_of
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Placement,
    SessionStatus,
    Slot,
    SlotKind,
    VisitKind,
)

NINE = datetime(2026, 11, 24, 8, tzinfo=UTC)
SLOTS = (
    Slot("a", "h", "site", NINE, 45),
    Slot("b", "h", "site", NINE + timedelta(minutes=45), 45),
    Slot("w", "h", "site", NINE + timedelta(minutes=90), 20, SlotKind.WALK_IN),
)
END = NINE + timedelta(minutes=110)
VISIT = Appointment("v", "site", "a", "child", VisitKind.FIRST, (), date(2026, 11, 20), "gp", NINE)


@pytest.mark.parametrize(
    ("status", "taken", "now", "state"),
    [
        (SessionStatus.OPEN, set(), NINE, HalfDayState.OPEN),
        (SessionStatus.OPEN, {"a", "b"}, NINE, HalfDayState.OPEN),
        (SessionStatus.OPEN, {"a", "b", "w"}, NINE, HalfDayState.FULL),
        (SessionStatus.OPEN, {"a", "b", "w"}, END - timedelta(seconds=1), HalfDayState.FULL),
        (SessionStatus.OPEN, {"a", "b", "w"}, END, HalfDayState.CLOSING),
        (SessionStatus.OPEN, set(), END, HalfDayState.CLOSING),
        (SessionStatus.CLOSED, set(), NINE, HalfDayState.CLOSED),
        (SessionStatus.CANCELLED, {"a", "b", "w"}, END, HalfDayState.CALLED_OFF),
    ],
)
def test_a_half_day_is_open_until_it_is_full_over_closed_or_called_off(
    status: SessionStatus, taken: set[str], now: datetime, state: HalfDayState
) -> None:
    assert state_of(status, SLOTS, frozenset(taken), now) is state


def test_a_child_who_is_inside_keeps_what_was_closed_from_being_done() -> None:
    assert state_of(SessionStatus.CLOSED, SLOTS, frozenset(), END, inside=True) is HalfDayState.CLOSING


def test_a_slot_that_was_taken_out_neither_keeps_a_half_day_open_nor_fills_it() -> None:
    out = replace(SLOTS[2], kind=SlotKind.CLOSED)

    assert state_of(SessionStatus.OPEN, (*SLOTS[:2], out), frozenset("ab"), NINE) is HalfDayState.FULL
    assert state_of(SessionStatus.OPEN, (out,), frozenset(), END) is HalfDayState.OPEN
    assert state_of(SessionStatus.OPEN, (), frozenset(), END) is HalfDayState.OPEN


def test_the_slots_without_outcome_are_named_in_order_of_time() -> None:
    later = replace(VISIT, id="w", slot_id="w", status=AppointmentStatus.ARRIVED)
    lost = replace(VISIT, id="l", slot_id="b", placement=Placement.LOST)

    assert [one.id for one in lacking(reversed(SLOTS), (later, VISIT, lost))] == ["a", "w"]


@given(st.lists(st.tuples(st.sampled_from("abw"), st.sampled_from(AppointmentStatus)), max_size=6))
def test_a_half_day_lacks_an_outcome_exactly_where_a_visit_has_none(held: list[tuple[str, AppointmentStatus]]) -> None:
    visits = [replace(VISIT, id=str(n), slot_id=slot, status=status) for n, (slot, status) in enumerate(held)]
    unfinished = {"booked", "arrived", "in_conversation"}

    assert {str(one) for one in UNFINISHED} == unfinished
    assert {one.id for one in lacking(SLOTS, visits)} == {slot for slot, status in held if str(status) in unfinished}
