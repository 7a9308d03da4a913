"""What two desks made of half-days, and who is told."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from gpconnect.domain.duties import Duty, DutyKind, Records, duties
from gpconnect.domain.half_day import at_once, is_tangled
from gpconnect.domain.half_day_duties import from_closed, from_double, from_slots
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, Slot, SlotKind, VisitKind

DAY = date(2026, 12, 1)
NINE = datetime(2026, 12, 1, 8, tzinfo=UTC)
MORNING = HalfDaySession("a", "site", "sanne", DAY, time(9), time(12))
LATER = replace(MORNING, id="b", site_id="other", start=time(11), end=time(14))
SLOT = Slot("s", "a", "site", NINE, 45)
NEXT = replace(SLOT, id="t", starts_at=NINE + timedelta(minutes=45))


def test_one_worker_cannot_be_at_two_places_but_two_workers_can() -> None:
    assert at_once((LATER, MORNING)) == ((MORNING, LATER),)
    assert at_once((MORNING, replace(LATER, start=time(12)))) == ()
    assert at_once((MORNING, replace(LATER, worker_id="joris"))) == ()
    assert at_once((MORNING, replace(LATER, day=DAY + timedelta(days=1)))) == ()


def test_the_one_to_call_off_is_the_one_with_the_fewest_families() -> None:
    (duty,) = from_double((MORNING, LATER), {"a": 1}, DAY)
    assert (duty.about, duty.site_id, duty.due_on) == ("b", "other", DAY)
    (duty,) = from_double((MORNING, LATER), {"a": 1, "b": 2}, DAY)
    assert (duty.about, duty.params["stays_in"], duty.params["booked"]) == ("a", "other", "1")
    third = replace(MORNING, id="c")
    assert [one.about for one in from_double((MORNING, LATER, third), {}, DAY)] == ["c", "b"]


def test_slots_over_each_other_or_outside_their_half_day_are_a_duty() -> None:
    assert not is_tangled(MORNING, (SLOT, NEXT))
    over, early = (
        replace(NEXT, starts_at=NINE + timedelta(minutes=44)),
        replace(SLOT, starts_at=NINE - timedelta(minutes=1)),
    )
    late = replace(SLOT, starts_at=NINE + timedelta(hours=2, minutes=16))
    for wrong in (over, early, late):
        assert is_tangled(MORNING, (wrong, SLOT) if wrong is over else (wrong,))
        assert not is_tangled(MORNING, (replace(wrong, kind=SlotKind.CLOSED), SLOT))
    assert [one.about for one in from_slots((MORNING, LATER), {"a": (SLOT, over)}, DAY)] == ["a"]


def test_a_child_who_is_inside_while_the_half_day_was_closed_is_a_duty() -> None:
    visit = Appointment("v", "site", "s", "child", VisitKind.FIRST, (), DAY, "gp", NINE)
    inside = replace(visit, status=AppointmentStatus.ARRIVED)
    assert from_closed([(visit, DAY)]) == []
    (duty,) = from_closed([(inside, DAY)])
    assert duty == Duty(DutyKind.VISIT_UNFINISHED, "v", DAY, "child", "site")
    assert duties(Records(half_days=(duty,)), NINE) == (duty,)
