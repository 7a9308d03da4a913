"""Changing one half-day, this and later ones, or all: what stays, what goes, and who is told."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from gpconnect.domain import series as rules
from gpconnect.domain.calendar import AMSTERDAM, is_holding
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Closure,
    HalfDaySession,
    OfficeHours,
    SessionStatus,
    Slot,
    SlotKind,
)
from gpconnect.domain.series import Rhythm
from gpconnect.services import absences, booking, duties, planning, rebooking, series_edits
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.acting import acting
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.series_edits import EditPlan, Scope, Shape
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TUESDAY, WALUWE, Clock

JORIS = PEOPLE["colleague"].staff_id
FRIDAYS = [date(2026, 12, 4) + timedelta(weeks=week) for week in range(3)]
REQUEST = SeriesRequest(WALUWE, JORIS, FRIDAYS[0], FRIDAYS[-1], time(9), ("45", "45", "20w"), room="2")
TEN: dict[str, Any] = {"start": time(10)}


@pytest.fixture(autouse=True)
def series_id(gp: Session) -> str:
    """Three Fridays in December; the one after is Christmas."""
    return planning.plan_series(gp, REQUEST, dry_run=False)[1].series_id


def planned(session: Session) -> list[HalfDaySession]:
    """Everything that Joris holds, day by day."""
    return rows.where(session.db, HalfDaySession, "worker_id = ? AND status = 'open'", (JORIS,), order="day, start")


def slots_of(session: Session, half_day: HalfDaySession) -> list[Slot]:
    return rows.where(session.db, Slot, "session_id = ?", (half_day.id,), order="starts_at, id")


def clocks(session: Session, half_day: HalfDaySession) -> list[str]:
    return [f"{one.starts_at.astimezone(AMSTERDAM):%H:%M}" for one in slots_of(session, half_day)]


def book(session: Session, slot: Slot) -> str:
    """A child of its own in this slot."""
    number = rows.count(session.db, Appointment, "1")
    child = NewPerson("Emma", f"de Graaf {number}", date(2013, 2, 13) + timedelta(days=number), "06 12345678")
    return next(iter(booking.book(session, BookingRequest(WALUWE, slot.id, new=child, reasons=("sleep",)))[0].ids), "")


def change(session: Session, number: int, scope: Scope, *, dry_run: bool = False, **fields: Any) -> EditPlan:
    """Change the half-day with this number, as its form shows it but for what is named."""
    half_day = planned(session)[number]
    view = series_edits.opened(session, half_day.id)
    shape: Shape | None = view.now if scope is Scope.ONE else view.series
    assert shape is not None
    return series_edits.change(session, half_day.id, scope, replace(shape, **fields), dry_run=dry_run)[1]


def test_one_half_day_moves_by_itself_and_takes_its_slots_along(gp: Session, series_id: str) -> None:
    before = [slots_of(gp, one) for one in planned(gp)]
    plan = change(gp, 1, Scope.ONE, day=FRIDAYS[1] - timedelta(days=1), **TEN)
    half_day = planned(gp)[1]

    assert plan.dates == (date(2026, 12, 10),)
    assert (half_day.day, half_day.meant_on, half_day.own) == (date(2026, 12, 10), FRIDAYS[1], True)
    assert (half_day.start, half_day.end, half_day.office_hours_id) == (time(10), time(11, 50), series_id)
    assert [one.id for one in slots_of(gp, half_day)] == [one.id for one in before[1]]
    assert clocks(gp, half_day) == ["10:00", "10:45", "11:30"]
    assert [slots_of(gp, one) for one in (planned(gp)[0], planned(gp)[2])] == [before[0], before[2]]


def test_this_and_later_ones_split_the_series_and_leave_what_is_before(gp: Session, series_id: str) -> None:
    plan = change(gp, 1, Scope.LATER, room="3", **TEN)
    first, second, third = planned(gp)
    old, new = (rows.require(gp.db, OfficeHours, one.office_hours_id) for one in (first, second))

    assert plan.dates == tuple(FRIDAYS[1:])
    assert (first.start, first.room, old.id, old.last_day) == (time(9), "2", series_id, FRIDAYS[1] - timedelta(days=1))
    assert [(one.start, one.room) for one in (second, third)] == [(time(10), "3")] * 2
    assert (new.follows, new.first_day, third.office_hours_id) == (series_id, FRIDAYS[1], new.id)
    assert not any(one.own for one in (first, second, third))


def test_all_of_a_series_stays_the_same_series(gp: Session, series_id: str) -> None:
    change(gp, 2, Scope.ALL, **TEN)

    assert {(one.start, one.office_hours_id) for one in planned(gp)} == {(time(10), series_id)}
    assert rows.require(gp.db, OfficeHours, series_id).start == time(10)


def test_what_has_been_is_never_touched(gp: Session, series_id: str, clock: Clock) -> None:
    clock.move_to(FRIDAYS[0], time(9, 30))
    before = planned(gp)[0]
    plan = change(gp, 2, Scope.ALL, **TEN)

    assert plan.dates == tuple(FRIDAYS[1:])
    assert planned(gp)[0] == before
    assert rows.require(gp.db, OfficeHours, series_id).last_day < FRIDAYS[1]


def test_a_half_day_that_was_changed_by_itself_stays_so(gp: Session, series_id: str) -> None:
    change(gp, 1, Scope.ONE, room="9", start=time(13))
    before = planned(gp)[1]
    plan = change(gp, 0, Scope.ALL, **TEN)

    assert plan.kept_exceptions == (FRIDAYS[1],)
    assert [one.start for one in planned(gp)] == [time(10), time(13), time(10)]
    assert planned(gp)[1] == before
    split = change(gp, 0, Scope.LATER, start=time(11))
    assert split.kept_exceptions == (FRIDAYS[1],)
    assert planned(gp)[1] == before
    assert rows.require(gp.db, OfficeHours, series_id).start == time(11)


def test_an_exception_goes_along_when_the_series_is_split_before_it(gp: Session, series_id: str) -> None:
    change(gp, 2, Scope.ONE, start=time(13))
    change(gp, 1, Scope.LATER, day=FRIDAYS[1] - timedelta(days=1))
    second, third = planned(gp)[1:]

    assert (second.day, third.day, third.start) == (date(2026, 12, 10), FRIDAYS[2], time(13))
    assert second.office_hours_id == third.office_hours_id != series_id
    assert third.meant_on == FRIDAYS[2] - timedelta(days=1)


def test_what_somebody_called_off_is_not_planned_again(gp: Session) -> None:
    off = replace(planned(gp)[1], status=SessionStatus.CANCELLED, called_off_why="Geen kamer")
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        action.write(off, "called_off")
    plan = change(gp, 0, Scope.ALL, day=FRIDAYS[0] - timedelta(days=1))

    assert plan.kept_exceptions == (FRIDAYS[1],)
    assert [one.day for one in planned(gp)] == [date(2026, 12, 3), date(2026, 12, 17)]
    assert rows.require(gp.db, HalfDaySession, off.id) == off


def test_a_series_moves_to_another_weekday_and_says_what_falls_away(gp: Session) -> None:
    with transaction(gp.db):
        rows.put(gp.db, Closure("c" * 32, date(2026, 12, 10), date(2026, 12, 10), "Studiedag"))
    book(gp, slots_of(gp, planned(gp)[1])[0])
    plan = change(gp, 0, Scope.ALL, dry_run=True, day=date(2026, 12, 3))

    assert plan.dates == (date(2026, 12, 3), date(2026, 12, 17))
    assert [(one.day, one.name) for one in plan.dropped] == [(date(2026, 12, 10), "Studiedag")]
    assert plan.gone == (FRIDAYS[1],)
    assert [one.moves_to for one in plan.booked] == [None]
    assert [one.day for one in planned(gp)] == FRIDAYS


def test_what_was_in_the_way_before_is_no_reason_to_take_a_half_day_away(gp: Session) -> None:
    beside = replace(planned(gp)[1], id="be" * 16, office_hours_id="")
    with transaction(gp.db):
        rows.put(gp.db, beside)
        rows.put(gp.db, Closure("c" * 32, FRIDAYS[2], FRIDAYS[2], "Studiedag"))
    plan = change(gp, 0, Scope.ALL, room="7")

    assert (plan.dates, plan.gone, plan.dropped) == (tuple(FRIDAYS), (), ())
    assert change(gp, 0, Scope.ALL, dry_run=True, **TEN).gone == ()
    elsewhere = change(gp, 0, Scope.ALL, dry_run=True, day=FRIDAYS[0] - timedelta(days=1))
    assert elsewhere.dates == tuple(day - timedelta(days=1) for day in FRIDAYS)


def test_every_other_week_leaves_out_the_weeks_between(gp: Session) -> None:
    plan = change(gp, 0, Scope.ALL, interval_weeks=2)

    assert (plan.dates, plan.gone) == ((FRIDAYS[0], FRIDAYS[2]), (FRIDAYS[1],))
    back = change(gp, 0, Scope.ALL, interval_weeks=1)
    assert (back.dates, back.added) == (tuple(FRIDAYS), (FRIDAYS[1],))


def test_a_series_that_goes_on_longer_gets_new_half_days_with_slots(gp: Session) -> None:
    plan = change(gp, 0, Scope.ALL, last_day=date(2027, 1, 8))

    assert plan.added == (date(2027, 1, 8),)
    assert [one.name for one in plan.dropped] == ["Eerste kerstdag", "Nieuwjaarsdag"]
    assert clocks(gp, planned(gp)[-1]) == ["09:00", "09:45", "10:30"]
    shorter = change(gp, 0, Scope.ALL, last_day=FRIDAYS[0])
    assert shorter.gone == (*FRIDAYS[1:], date(2027, 1, 8))
    assert [one.day for one in planned(gp)] == FRIDAYS[:1]


def test_a_series_can_become_monthly_and_end_after_so_many_times(gp: Session, series_id: str) -> None:
    rule = rules.write(Rhythm(0, 1, 5, 3))
    plan = change(gp, 0, Scope.ALL, rule=rule, last_day=date.max)

    assert plan.dates == (FRIDAYS[0], date(2027, 2, 5))
    assert [one.day for one in plan.dropped] == [date(2027, 1, 1)]
    assert rows.require(gp.db, OfficeHours, series_id).last_day == date(2027, 2, 5)
    view = series_edits.opened(gp, planned(gp)[0].id)
    assert view.series is not None
    assert view.series.rule == "FREQ=MONTHLY;BYDAY=1FR"


def test_who_is_booked_in_a_half_day_that_moves_is_told_and_a_duty_until_then(gp: Session) -> None:
    slot = slots_of(gp, planned(gp)[0])[1]
    book(gp, slot)
    plan = change(gp, 0, Scope.ALL, **TEN)
    (visit,) = rows.where(gp.db, Appointment, "1")
    (there,) = plan.booked

    assert there.name == "Emma de Graaf 0"
    assert (there.starts_at, there.moves_to) == (slot.starts_at, slot.starts_at + timedelta(hours=1))
    assert (visit.slot_id, visit.status, visit.told_start) == (slot.id, AppointmentStatus.BOOKED, slot.starts_at)
    assert [one.appointment_id for one in to_tell(gp)] == [visit.id]
    rebooking.tell_time(gp, visit.id)
    assert to_tell(gp) == []
    rebooking.untell_time(gp, visit.id, slot.starts_at)
    assert len(to_tell(gp)) == 1
    series_edits.put_back(gp, plan.before)
    assert to_tell(gp) == []


def to_tell(session: Session) -> list[duties.DutyView]:
    return [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.TELL_NEW_TIME]


def test_a_booking_that_moves_on_its_own_is_told_its_new_time_unless_the_family_was_asked(gp: Session) -> None:
    here, there = (slots_of(gp, one)[0] for one in planned(gp)[:2])
    book(gp, here)
    (visit,) = rows.where(gp.db, Appointment, "1")
    rebooking.move(gp, visit.id, there.id)
    assert rows.require(gp.db, Appointment, visit.id).told_start == here.starts_at
    assert len(to_tell(gp)) == 1

    rebooking.move(gp, visit.id, here.id)
    rebooking.move(gp, visit.id, there.id, told=True)
    assert rows.require(gp.db, Appointment, visit.id).told_start == there.starts_at
    assert to_tell(gp) == []
    rebooking.cancel(gp, visit.id, "ziek")
    rebooking.book_again(gp, visit.id)
    assert rows.where(gp.db, Appointment, "status = 'booked'")[0].told_start == there.starts_at


def test_a_slot_that_goes_is_closed_and_who_loses_it_is_named(gp: Session) -> None:
    half_day = planned(gp)[0]
    for slot in slots_of(gp, half_day)[:2]:
        book(gp, slot)
    before = slots_of(gp, half_day)
    plan = change(gp, 0, Scope.ONE, pattern=("45", "20"))
    now = {one.id: one for one in slots_of(gp, planned(gp)[0])}

    assert [one.moves_to for one in plan.booked] == [None]
    assert [now[one.id].kind for one in before] == [SlotKind.REGULAR, SlotKind.CLOSED, SlotKind.CLOSED]
    assert [one.minutes for one in now.values() if one.kind is not SlotKind.CLOSED] == [45, 20]
    assert rows.count(gp.db, Appointment, "status = 'booked'") == 2


def test_looking_saves_nothing_and_undoing_brings_everything_back(gp: Session) -> None:
    book(gp, slots_of(gp, planned(gp)[2])[0])
    everything: dict[type[Any], list[Any]] = {
        kind: rows.where(gp.db, kind, "1", order="id") for kind in (HalfDaySession, Slot, OfficeHours)
    }
    change(gp, 0, Scope.ALL, dry_run=True, day=date(2026, 12, 3), pattern=("45", "20"), last_day=date(2027, 1, 29))
    assert all(rows.where(gp.db, kind, "1", order="id") == known for kind, known in everything.items())

    plan = change(gp, 1, Scope.LATER, pattern=("45", "20"), last_day=date(2027, 1, 29), **TEN)
    series_edits.put_back(gp, plan.before)
    for kind, known in everything.items():
        now = {one.id: one for one in rows.where(gp.db, kind, "1")}
        assert [now[one.id] for one in known] == known
    assert [one.day for one in planned(gp)] == FRIDAYS
    new = [one for one in rows.where(gp.db, Slot, "1") if one.id not in {old.id for old in everything[Slot]}]
    assert {one.kind for one in new} == {SlotKind.CLOSED}


def test_a_deputy_stays_with_what_they_took_over(gp: Session) -> None:
    sanne = PEOPLE["worker"].staff_id
    absences.report(gp, AbsenceRequest(JORIS, FRIDAYS[1], FRIDAYS[1], sanne), dry_run=False)
    half_day = rows.where(gp.db, HalfDaySession, "deputy_for = ?", (JORIS,))[0]
    change(gp, 0, Scope.ALL, **TEN)

    now = rows.require(gp.db, HalfDaySession, half_day.id)
    assert (now.worker_id, now.start, now.own) == (sanne, time(10), False)


@pytest.mark.parametrize(
    ("scope", "fields", "code"),
    [
        (Scope.ONE, {"worker_id": ""}, "schedule.worker_missing"),
        (Scope.ONE, {"day": TUESDAY - timedelta(days=1)}, "schedule.past"),
        (Scope.ONE, {"day": date(2026, 12, 25)}, "schedule.nothing_left"),
        (Scope.ONE, {"pattern": ("45", "30")}, "schedule.pattern.wrong"),
        (Scope.LATER, {"last_day": date(2026, 12, 1)}, "schedule.order"),
        (Scope.ALL, {"last_day": date(2032, 1, 1)}, "schedule.too_many"),
        (Scope.ALL, {"rule": "FREQ=DAILY"}, "schedule.rule.wrong"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_half_changed(
    gp: Session, scope: Scope, fields: dict[str, Any], code: str
) -> None:
    before = [rows.where(gp.db, kind, "1", order="id") for kind in (HalfDaySession, Slot, OfficeHours)]
    with pytest.raises(KnownError) as refused:
        change(gp, 0, scope, **fields)

    assert refused.value.code == code
    assert [rows.where(gp.db, kind, "1", order="id") for kind in (HalfDaySession, Slot, OfficeHours)] == before


def test_a_half_day_that_began_or_has_no_series_says_so(gp: Session, clock: Clock) -> None:
    loose = replace(planned(gp)[1], office_hours_id="")
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        action.write(loose, "changed")
    view = series_edits.opened(gp, loose.id)
    assert view.series is None
    with pytest.raises(KnownError, match=r"schedule\.no_series"):
        series_edits.change(gp, loose.id, Scope.LATER, view.now, dry_run=True)
    series_edits.change(gp, loose.id, Scope.ONE, replace(view.now, day=FRIDAYS[1] + timedelta(days=3)), dry_run=False)
    assert rows.require(gp.db, HalfDaySession, loose.id).meant_on is None

    first = planned(gp)[0]
    clock.move_to(FRIDAYS[0], time(9))
    with pytest.raises(KnownError, match=r"schedule\.over"):
        series_edits.opened(gp, first.id)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_each_booking_has_its_place_or_is_named(gp: Session, seed: int) -> None:
    chance = random.Random(seed)
    for half_day in planned(gp):
        for slot in slots_of(gp, half_day)[:2]:
            book(gp, slot)
    for _ in range(4):
        now = planned(gp)
        scope = chance.choice(list(Scope))
        fields: dict[str, Any] = {
            "day": now[0].day + timedelta(days=chance.randint(-2, 3)),
            "start": time(chance.randint(8, 13), chance.choice((0, 30))),
            "pattern": tuple(chance.choices(("45", "20", "20w", "45w"), k=chance.randint(1, 5))),
        }
        if scope is not Scope.ONE:
            fields["interval_weeks"] = chance.choice((1, 1, 2))
        before = places(gp)
        plan = try_to_change(gp, scope, fields)
        after, named = places(gp), {one.appointment_id: one.moves_to for one in plan.booked} if plan else {}
        assert after.keys() == before.keys(), "nobody's booking is gone"
        for visit, stands in after.items():
            assert named.get(visit, before[visit]) == stands
        assert on_duty(gp) == {
            visit: DutyKind.REPLAN if stands is None else DutyKind.TELL_NEW_TIME
            for visit, stands in after.items()
            if stands != rows.require(gp.db, Appointment, visit).told_start
        }
        assert not twice_at_once(gp)


def on_duty(session: Session) -> dict[str, DutyKind]:
    """Which bookings somebody must phone about, and why."""
    wanted = {DutyKind.REPLAN, DutyKind.TELL_NEW_TIME}
    return {one.appointment_id: one.duty.kind for one in duties.list_duties(session) if one.duty.kind in wanted}


def try_to_change(session: Session, scope: Scope, fields: dict[str, Any]) -> EditPlan | None:
    """What a change came to; None when there is nothing left to plan."""
    if not change(session, 0, scope, dry_run=True, **fields).dates:
        return None
    return change(session, 0, scope, **fields)


def places(session: Session) -> dict[str, datetime | None]:
    """When each booked child has a place, None for who has none any more."""
    found: dict[str, datetime | None] = {}
    for visit in rows.where(session.db, Appointment, "1"):
        assert is_holding(visit)
        slot = rows.require(session.db, Slot, visit.slot_id)
        half_day = rows.require(session.db, HalfDaySession, slot.session_id)
        stands = slot.kind is not SlotKind.CLOSED and half_day.status is SessionStatus.OPEN
        found[visit.id] = slot.starts_at if stands else None
    return found


def twice_at_once(session: Session) -> bool:
    """Whether two open slots of one half-day lie on top of each other, or one lies outside of it."""
    for half_day in planned(session):
        at = datetime.combine(half_day.day, half_day.start, AMSTERDAM).astimezone(UTC)
        for slot in (one for one in slots_of(session, half_day) if one.kind is not SlotKind.CLOSED):
            if slot.starts_at != at:
                return True
            at += timedelta(minutes=slot.minutes)
        if at.astimezone(AMSTERDAM).time() != half_day.end:
            return True
    return False
