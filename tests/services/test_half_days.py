"""The half-day as a whole: how it stands, its note, one that is planned by itself, called off and taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.schedule import HalfDaySession, SlotKind
from gpconnect.services import booking, desk_prints, duties, half_days, schedule, slots, today, visits
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.half_day_views import HalfDayView
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.documents.test_glyphs import words_of
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, Clock
from tests.services.visits_help import a_booking, slots_of_today

WORKER, COLLEAGUE = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id


def today_at_waluwe(session: Session) -> HalfDayView:
    return schedule.half_day(session, half_day_id(session))


def half_day_id(session: Session) -> str:
    return slots_of_today(session)[0].session_id


def test_a_half_day_says_how_it_stands_from_open_to_closed(worker: Session, clock: Clock) -> None:
    assert today_at_waluwe(worker).state is HalfDayState.OPEN
    first, *others = [a_booking(worker, place) for place in range(len(slots_of_today(worker)))]
    assert today_at_waluwe(worker).state is HalfDayState.FULL

    clock.move_to(TUESDAY, time(17))
    for one in others:
        visits.miss(worker, one)
    over = today_at_waluwe(worker)
    assert (over.state, over.lacking) == (HalfDayState.CLOSING, (datetime(2026, 11, 24, 8, tzinfo=UTC),))
    visits.miss(worker, first)
    assert today_at_waluwe(worker).lacking == ()
    visits.close_half_day(worker, half_day_id(worker))
    assert today_at_waluwe(worker).state is HalfDayState.CLOSED


A_LOOSE_ONE = LooseRequest(WALUWE, WORKER, date(2026, 11, 26), time(13), ("45", "20W"), " kamer 2 ", "Toets om 15:00")


def test_the_note_of_the_day_is_kept_shown_printed_and_put_back(worker: Session) -> None:
    _, before = half_days.write_note(worker, half_day_id(worker), "Sleutel bij de balie")
    changes, again = half_days.write_note(worker, half_day_id(worker), " Sleutel bij de balie ")

    assert (before, again, changes.kinds) == ("", "Sleutel bij de balie", frozenset())
    assert today_at_waluwe(worker).note == "Sleutel bij de balie"
    assert "Sleutel bij de balie" in words_of(desk_prints.day_sheet(worker, half_day_id(worker)).pdf)
    assert {one.note for one in today.day_view(worker).half_days} == {"Sleutel bij de balie", ""}
    half_days.write_note(worker, half_day_id(worker), before)
    assert today_at_waluwe(worker).note == ""
    with pytest.raises(KnownError, match=r"text\.too_long"):
        half_days.write_note(worker, half_day_id(worker), "x" * (half_days.NOTE_LIMIT + 1))


def test_a_half_day_by_hand_stands_outside_any_series_and_can_be_booked(gp: Session) -> None:
    changes, seen = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=True)
    assert (changes.kinds, seen.end, seen.capacity.walk_in, seen.half_day_id) == (frozenset(), time(14, 5), 1, "")

    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    view = schedule.half_day(gp, plan.half_day_id)
    assert (view.room, view.note, view.free, view.walk_in_free) == ("kamer 2", "Toets om 15:00", 1, 1)
    assert rows.require(gp.db, HalfDaySession, plan.half_day_id).office_hours_id == ""
    offered = slots.earliest(gp, slots.Wish((WALUWE,), after=datetime(2026, 11, 25, tzinfo=UTC)), 1)
    assert [one.slot_id for one in offered] == [view.slots[0].slot_id]


def test_undone_it_is_out_of_sight_unless_somebody_booked_in_it(gp: Session) -> None:
    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    half_days.withdraw(gp, (plan.half_day_id,))
    assert plan.half_day_id not in shown(gp)

    _, plan = half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    child = NewPerson("Emma", "Jansen", date(2012, 5, 1), "06 12345678")
    slot = schedule.half_day(gp, plan.half_day_id).slots[0].slot_id
    booking.book(gp, BookingRequest(WALUWE, slot, new=child, reasons=("sleep",)))
    half_days.withdraw(gp, (plan.half_day_id,))
    assert plan.half_day_id in shown(gp)


def shown(session: Session) -> set[str]:
    (week,) = schedule.weeks(session, (WALUWE,), TUESDAY).sites
    return {one.id for one in week.half_days}


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(A_LOOSE_ONE, worker_id=""), "schedule.worker_missing"),
        (replace(A_LOOSE_ONE, site_id="elders"), "record.missing"),
        (replace(A_LOOSE_ONE, pattern=("30",)), "schedule.pattern.wrong"),
        (replace(A_LOOSE_ONE, day=date(2026, 11, 23)), "half_day.past"),
        (replace(A_LOOSE_ONE, day=date(2026, 12, 25)), "half_day.shut"),
        (replace(A_LOOSE_ONE, day=TUESDAY, start=time(12)), "half_day.worker_busy"),
        (replace(A_LOOSE_ONE, day=TUESDAY, start=time(13), pattern=("45",) * 5), "half_day.day_full"),
    ],
)
def test_a_half_day_that_cannot_be_is_refused_in_words_and_nothing_is_saved(
    gp: Session, request_: LooseRequest, code: str
) -> None:
    half_days.add_loose(gp, replace(A_LOOSE_ONE, day=TUESDAY, start=time(17), pattern=("45",)), dry_run=False)
    before = rows.count(gp.db, HalfDaySession, "1")
    with pytest.raises(KnownError) as refusal:
        half_days.add_loose(gp, request_, dry_run=False)
    assert (refusal.value.code, rows.count(gp.db, HalfDaySession, "1")) == (code, before)


def test_two_people_cannot_sit_in_one_room_at_once_but_may_beside_each_other(gp: Session) -> None:
    half_days.add_loose(gp, A_LOOSE_ONE, dry_run=False)
    beside = replace(A_LOOSE_ONE, worker_id=COLLEAGUE)
    with pytest.raises(KnownError) as refusal:
        half_days.add_loose(gp, replace(beside, room="KAMER 2", start=time(14)), dry_run=False)
    assert refusal.value.code == "half_day.room_busy"
    assert refusal.value.params == {"start": "13:00", "end": "14:05"}
    for fine in (replace(beside, room=""), replace(beside, start=time(14, 5))):
        assert half_days.add_loose(gp, fine, dry_run=True)[1].capacity.slots == 2


def test_who_knows_that_a_day_is_closed_may_plan_on_it_and_then_it_takes_place(gp: Session) -> None:
    christmas = replace(A_LOOSE_ONE, day=date(2026, 12, 25), open_anyway=True)
    _, plan = half_days.add_loose(gp, christmas, dry_run=False)
    slot = schedule.half_day(gp, plan.half_day_id).slots[0]

    assert slot.kind is SlotKind.REGULAR
    assert slots.require_free(gp, slot.slot_id).session_id == plan.half_day_id
    offered = slots.earliest(gp, slots.Wish((WALUWE,), after=datetime(2026, 12, 24, tzinfo=UTC)), 1)
    assert [one.slot_id for one in offered] == [slot.slot_id]
    child = NewPerson("Emma", "Jansen", date(2012, 5, 1), "06 12345678")
    booking.book(gp, BookingRequest(WALUWE, slot.slot_id, new=child, reasons=("sleep",)))
    assert [one for one in duties.list_duties(gp) if one.duty.kind is DutyKind.REPLAN] == []
