"""Two desks that plan without having heard of each other: the same is planned once, two at one minute are a duty."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from gpconnect.domain.calendar import AMSTERDAM
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession, OfficeHours, SessionStatus, Slot, SlotKind
from gpconnect.services import booking, duties, half_days, planning, series_edits
from gpconnect.services import sharing as choices
from gpconnect.services.acting import acting
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.duties import DutyView
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PEOPLE, TOLHUIS, WALUWE, Clock, put_common
from tests.services.online import Wire, sync

Practice = tuple[Session, Session, Session]
SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
THURSDAY = date(2026, 12, 3)
NINE = LooseRequest(WALUWE, JORIS, THURSDAY, time(9), ("45", "45"))
SERIES = SeriesRequest(WALUWE, JORIS, THURSDAY, THURSDAY + timedelta(weeks=2), time(9), ("45", "45"))


@pytest.fixture(autouse=True)
def common(practice: Practice) -> None:
    for session in practice:
        put_common(session)


def plan(session: Session, request: LooseRequest) -> str:
    return half_days.add_loose(session, request, dry_run=False)[1].half_day_id


def told(session: Session, kind: DutyKind) -> list[DutyView]:
    return [one for one in duties.list_duties(session) if one.duty.kind is kind]


def held(session: Session) -> list[HalfDaySession]:
    return rows.where(session.db, HalfDaySession, "worker_id = ? AND status = 'open'", (JORIS,), order="day, start, id")


def slots_of(session: Session, half_day_id: str) -> list[Slot]:
    return rows.where(session.db, Slot, "session_id = ? AND kind <> 'closed'", (half_day_id,), order="starts_at, id")


def book(session: Session, half_day_id: str) -> None:
    child = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")
    slot = slots_of(session, half_day_id)[0]
    booking.book(session, BookingRequest(WALUWE, slot.id, new=child, reasons=("sleep",)))


def test_the_same_half_day_planned_at_two_desks_is_one_with_its_slots_and_no_question(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    assert plan(gp, NINE) == plan(assistant, NINE)

    sync(*practice, wire=wire)

    for session in practice:
        (one,) = held(session)
        assert len(slots_of(session, one.id)) == 2
        assert (choices.conflicts(session), told(session, DutyKind.HALF_DAYS_AT_ONCE)) == ((), [])


def test_the_same_series_planned_at_two_desks_is_one(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    made = {planning.plan_series(session, SERIES, dry_run=False)[1].series_id for session in (gp, assistant)}

    sync(*practice, wire=wire)

    assert len(made) == 1
    for session in practice:
        assert [one.day for one in held(session)] == [THURSDAY + timedelta(weeks=week) for week in range(3)]
        assert (choices.conflicts(session), told(session, DutyKind.HALF_DAYS_AT_ONCE)) == ((), [])


def test_what_one_desk_moved_and_another_planned_the_same_is_asked_about(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = plan(gp, NINE)
    series_edits.change(
        gp, half_day, Scope.ONE, replace(series_edits.opened(gp, half_day).now, start=time(10)), dry_run=False
    )
    plan(assistant, NINE)

    sync(*practice, wire=wire)

    for session in practice:
        (asked,) = choices.conflicts(session)
        assert {dict(one.values)["start"] for one in asked.versions} == {"09:00:00", "10:00:00"}


@pytest.mark.parametrize("first", [0, 1])
def test_what_one_desk_called_off_stays_so_while_it_is_asked_about_another_that_planned_the_same(
    practice: Practice, wire: Wire, first: int
) -> None:
    gp, assistant, worker = practice
    sync(*practice, wire=wire)
    half_day = plan(gp, NINE)
    half_days.call_off(gp, half_day, "Geen kamer")
    plan(assistant, NINE)

    sync(practice[first], practice[1 - first], worker, wire=wire)
    sync(*practice, wire=wire)

    for session in practice:
        (asked,) = choices.conflicts(session)
        assert dict(asked.versions[-1].values)["status"] == "cancelled"
        assert rows.require(session.db, HalfDaySession, half_day).status is SessionStatus.CANCELLED
        assert held(session) == []


@pytest.mark.parametrize("hour", [10, 11])
def test_a_half_day_that_two_desks_moved_is_one_question_and_the_answer_takes_its_slots_along(
    practice: Practice, wire: Wire, hour: int
) -> None:
    gp, assistant, worker = practice
    sync(*practice, wire=wire)
    half_day = plan(gp, replace(NINE, pattern=("45", "20", "45")))
    sync(*practice, wire=wire)
    for session, start, pattern in ((gp, 10, ("45", "20", "45")), (assistant, 11, ("45", "45", "45", "20"))):
        shape = replace(series_edits.opened(session, half_day).now, start=time(start), pattern=pattern)
        series_edits.change(session, half_day, Scope.ONE, shape, dry_run=False)
    book(assistant, half_day)
    sync(*practice, wire=wire)

    (asked,) = choices.conflicts(gp)
    assert (asked.kind, asked.record) == ("half_day_session", half_day)
    times = {dict(one.values)["start"]: one.op_id for one in asked.versions}
    choices.choose(gp, asked.kind, asked.record, asked.group, times[f"{hour}:00:00"])
    sync(*practice, wire=wire)
    for session in practice:
        assert choices.conflicts(session) == ()
        assert rows.require(session.db, HalfDaySession, half_day).start == time(hour)
        assert clocks(session, half_day) == wanted(hour)
        assert told(session, DutyKind.SLOTS_TANGLED) == []

    other = 21 - hour
    choices.choose(worker, asked.kind, asked.record, asked.group, times[f"{other}:00:00"])
    sync(worker, gp, assistant, wire=wire)
    assert [clocks(session, half_day) for session in practice] == [wanted(other)] * 3


def clocks(session: Session, half_day_id: str) -> list[str]:
    return [f"{one.starts_at.astimezone(AMSTERDAM):%H:%M} {one.minutes}" for one in slots_of(session, half_day_id)]


def wanted(hour: int) -> list[str]:
    if hour == 10:
        return ["10:00 45", "10:45 20", "11:05 45"]
    return ["11:00 45", "11:45 45", "12:30 45", "13:15 20"]


def test_what_was_withdrawn_and_is_planned_anew_is_a_half_day_of_its_own(gp: Session) -> None:
    first = plan(gp, NINE)
    half_days.withdraw(gp, (first,))
    second = plan(gp, NINE)

    assert first != second
    assert [one.id for one in held(gp)] == [second]


def test_one_worker_at_two_places_at_one_minute_is_a_duty_everywhere_until_one_is_called_off(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, worker = practice
    sync(*practice, wire=wire)
    early, late = plan(gp, NINE), plan(assistant, replace(NINE, start=time(10)))
    book(assistant, late)

    sync(*practice, wire=wire)

    for session in practice:
        (duty,) = told(session, DutyKind.HALF_DAYS_AT_ONCE)
        assert (duty.duty.about, duty.duty.site_id) == (early, WALUWE), "in the other a family would have to be phoned"
        assert {**duty.duty.params, "worker": ""} == {
            "day": "2026-12-03", "start": "09:00", "stays_at": "10:00", "stays_in": WALUWE, "booked": "0", "worker": "",
        }  # fmt: skip
        assert duty.about == "Joris Maas, Praktijk De Waluwe"
    half_days.call_off(worker, late, "Joris zit er al")
    sync(worker, gp, assistant, wire=wire)
    sync(*practice, wire=wire)
    for session in practice:
        assert told(session, DutyKind.HALF_DAYS_AT_ONCE) == []
        assert len(told(session, DutyKind.REPLAN)) == 1


def test_a_worker_sees_that_two_practices_expect_them_at_one_minute(worker: Session, clock: Clock) -> None:
    at_home = LooseRequest(WALUWE, SANNE, THURSDAY, time(9), ("45",))
    first = half_days.add_loose(worker, at_home, dry_run=False)[1].half_day_id
    other = half_days.add_loose(worker, replace(at_home, site_id=TOLHUIS, start=time(13)), dry_run=False)[1].half_day_id
    assert told(worker, DutyKind.HALF_DAYS_AT_ONCE) == []
    moved = rows.require(worker.db, HalfDaySession, other)
    rows.put(worker.db, replace(moved, start=time(9, 30), end=time(10, 15)))

    (duty,) = told(worker, DutyKind.HALF_DAYS_AT_ONCE)
    assert {duty.duty.site_id, duty.duty.params["stays_in"]} == {WALUWE, TOLHUIS}
    clock.move_to(THURSDAY + timedelta(days=1))
    assert told(worker, DutyKind.HALF_DAYS_AT_ONCE) == [], "what is over cannot be called off"
    assert first


def test_slots_that_lie_over_each_other_are_a_duty(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = plan(gp, replace(NINE, pattern=("45", "20", "20")))
    sync(*practice, wire=wire)
    for session, pattern in ((gp, ("20", "45", "20")), (assistant, ("20", "20", "45"))):
        shape = series_edits.opened(session, half_day).now
        series_edits.change(session, half_day, Scope.ONE, replace(shape, pattern=pattern), dry_run=False)

    sync(*practice, wire=wire)

    for session in practice:
        kinds = [one.duty.about for one in told(session, DutyKind.SLOTS_TANGLED)]
        assert kinds == [half_day] or choices.conflicts(session)
        assert {one.kind for one in slots_of(session, half_day)} == {SlotKind.REGULAR}


def test_slots_of_a_half_day_that_nobody_lays_out_any_more_are_asked_about(
    practice: Practice, wire: Wire, clock: Clock
) -> None:
    gp, assistant, _ = practice
    sync(*practice, wire=wire)
    half_day = plan(gp, replace(NINE, pattern=("45", "20", "20")))
    sync(*practice, wire=wire)
    first = slots_of(gp, half_day)[0]
    for session, minutes in ((gp, 60), (assistant, 90)):
        with acting(session, Intention.PLAN_HALF_DAYS) as action:
            action.write(replace(rows.require(session.db, Slot, first.id), minutes=minutes))
    sync(*practice, wire=wire)
    for session in practice:
        assert [one.duty.about for one in told(session, DutyKind.SLOTS_TANGLED)] == [half_day]
        assert choices.conflicts(session) == (), "the half-day is laid out anew, and its slots with it"

    clock.move_to(THURSDAY + timedelta(days=1))
    for session in practice:
        assert told(session, DutyKind.SLOTS_TANGLED) == []
        assert [(one.kind, one.record) for one in choices.conflicts(session)] == [("slot", first.id)]
    clock.move_to(THURSDAY - timedelta(days=1))
    half_days.call_off(gp, half_day, "Geen kamer")
    assert told(gp, DutyKind.SLOTS_TANGLED) == []
    assert [one.record for one in choices.conflicts(gp)] == [first.id]


def test_a_series_that_two_desks_change_from_the_same_day_on_goes_on_as_one(
    practice: Practice, wire: Wire, clock: Clock
) -> None:
    gp, assistant, _ = practice
    planning.plan_series(gp, SERIES, dry_run=False)
    sync(*practice, wire=wire)
    clock.move_to(THURSDAY + timedelta(days=1))
    for session, fields in ((gp, {"start": time(10)}), (assistant, {"room": "7"})):
        one = held(session)[1]
        view = series_edits.opened(session, one.id)
        assert view.series is not None
        series_edits.change(session, one.id, Scope.ALL, replace(view.series, **fields), dry_run=False)

    sync(*practice, wire=wire)

    for session in practice:
        later = held(session)[1:]
        (series,) = {one.office_hours_id for one in later}
        now = rows.require(session.db, OfficeHours, series)
        assert (now.start, now.room, now.archived) == (time(10), "7", False)
        assert {(one.start, one.room, one.status) for one in later} == {(time(10), "7", SessionStatus.OPEN)}
        assert choices.conflicts(session) == ()
