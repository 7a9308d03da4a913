"""A series by nth weekday or by count, what falls away and why, and taking back what was just planned."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from gpconnect.domain import series as rules
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import (
    Closure,
    HalfDaySession,
    OfficeHours,
    SessionStatus,
)
from gpconnect.domain.series import LAST, Rhythm
from gpconnect.services import booking, planning, slots
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TOLHUIS, WALUWE

JORIS, SANNE = PEOPLE["colleague"].staff_id, PEOPLE["worker"].staff_id
FRIDAYS = SeriesRequest(WALUWE, JORIS, date(2026, 12, 4), date(2027, 1, 15), time(9), ("45", "20w"), room="2")
EMMA = NewPerson("Emma", "de Graaf", date(2013, 2, 13), "06 12345678")


def by(rhythm: Rhythm, request: SeriesRequest = FRIDAYS) -> SeriesRequest:
    """The same series in another rhythm, for as long as it takes."""
    return replace(request, rule=rules.write(rhythm), last_day=date(2028, 1, 1))


def half_days(session: Session, series_id: str) -> list[HalfDaySession]:
    return rows.where(session.db, HalfDaySession, "office_hours_id = ?", (series_id,), order="day")


def test_the_second_friday_of_the_month_four_times(gp: Session) -> None:
    _, plan = planning.plan_series(gp, by(Rhythm(0, 2, 5, 4)), dry_run=False)
    series = rows.require(gp.db, OfficeHours, plan.series_id)

    assert plan.dates == (date(2026, 12, 11), date(2027, 1, 8), date(2027, 2, 12), date(2027, 3, 12))
    assert [one.day for one in half_days(gp, plan.series_id)] == list(plan.dates)
    assert (series.rule, series.last_day) == ("FREQ=MONTHLY;BYDAY=2FR;COUNT=4", date(2027, 3, 12))


def test_a_time_that_falls_away_counts_as_one_of_the_times(gp: Session) -> None:
    _, plan = planning.plan_series(gp, by(Rhythm(0, LAST, 5, 2)), dry_run=True)

    assert plan.dates == (date(2027, 1, 29),)
    assert [(one.day, one.reason) for one in plan.dropped] == [(date(2026, 12, 25), "holiday")]


def test_nothing_is_planned_at_a_practice_of_others(gp: Session) -> None:
    with pytest.raises(KnownError, match=r"record\.missing"):
        planning.plan_series(gp, replace(FRIDAYS, site_id=TOLHUIS), dry_run=True)


def test_what_falls_away_says_whether_the_day_the_worker_or_the_room_is_taken(gp: Session) -> None:
    planning.plan_series(gp, replace(FRIDAYS, last_day=date(2026, 12, 4)), dry_run=False)
    elsewhere = HalfDaySession("e" * 32, TOLHUIS, JORIS, date(2026, 12, 11), time(9), time(10, 5), room="9")
    with transaction(gp.db):
        rows.put(gp.db, elsewhere)
        rows.put(gp.db, Closure("c" * 32, date(2026, 12, 18), date(2026, 12, 18), "Studiedag", WALUWE))

    _, mine = planning.plan_series(gp, FRIDAYS, dry_run=True)
    _, of_sanne = planning.plan_series(gp, replace(FRIDAYS, worker_id=SANNE, start=time(9, 30)), dry_run=True)
    _, beside = planning.plan_series(gp, replace(FRIDAYS, worker_id=SANNE, room="3"), dry_run=True)

    first, second, third = date(2026, 12, 4), date(2026, 12, 11), date(2026, 12, 18)
    assert [(one.day, one.reason, one.name) for one in mine.dropped][:3] == [
        (first, "overlap", "Praktijk De Waluwe"),
        (second, "overlap", "Praktijk Het Tolhuis"),
        (third, "closure", "Studiedag"),
    ]
    assert [(one.day, one.reason, one.name) for one in of_sanne.dropped][:2] == [
        (first, "room", "2"),
        (third, "closure", "Studiedag"),
    ]
    assert first in beside.dates


def test_right_after_another_half_day_nobody_is_in_the_way(gp: Session) -> None:
    planning.plan_series(gp, FRIDAYS, dry_run=False)
    _, plan = planning.plan_series(gp, replace(FRIDAYS, start=time(10, 5)), dry_run=True)

    assert date(2026, 12, 4) in plan.dates


def test_on_a_day_that_is_shut_only_who_says_so_plans(gp: Session) -> None:
    christmas = replace(FRIDAYS, first_day=date(2026, 12, 18), last_day=date(2026, 12, 25))
    _, knowingly = planning.plan_series(gp, replace(christmas, open_anyway=True), dry_run=False)

    assert knowingly.dates == (date(2026, 12, 18), date(2026, 12, 25))
    assert [(one.day, one.name) for one in knowingly.shut] == [(date(2026, 12, 25), "Eerste kerstdag")]
    assert [one.open_anyway for one in half_days(gp, knowingly.series_id)] == [False, True]


def test_more_than_eight_hours_on_a_day_is_refused_and_nothing_is_half_planned(gp: Session) -> None:
    whole = ("45",) * 5
    planning.plan_series(gp, replace(FRIDAYS, start=time(8), pattern=whole), dry_run=False)
    planning.plan_series(gp, replace(FRIDAYS, start=time(12), pattern=whole), dry_run=False)
    before = rows.count(gp.db, HalfDaySession, "1")

    for dry_run in (True, False):
        with pytest.raises(KnownError) as refused:
            planning.plan_series(gp, replace(FRIDAYS, start=time(16), pattern=("45",)), dry_run=dry_run)
        assert (refused.value.code, refused.value.params) == (
            "schedule.day_full",
            {"day": "04-12-2026", "hours": 8},
        )
    assert rows.count(gp.db, HalfDaySession, "1") == before


def test_what_was_just_planned_is_taken_back_and_can_be_planned_again(gp: Session) -> None:
    _, plan = planning.plan_series(gp, FRIDAYS, dry_run=False)
    planning.withdraw_series(gp, plan.series_id)

    assert {one.status for one in half_days(gp, plan.series_id)} == {SessionStatus.CANCELLED}
    assert rows.require(gp.db, OfficeHours, plan.series_id).archived
    assert planning.plan_series(gp, FRIDAYS, dry_run=True)[1].dates == plan.dates


def test_a_series_in_which_somebody_is_booked_stays(gp: Session) -> None:
    _, plan = planning.plan_series(gp, replace(FRIDAYS, first_day=date(2026, 11, 27)), dry_run=False)
    (offer, *_) = slots.earliest(gp, slots.Wish((WALUWE,), worker_id=JORIS))
    booking.book(gp, BookingRequest(WALUWE, offer.slot_id, new=EMMA, reasons=("sleep",)))

    with pytest.raises(KnownError) as refused:
        planning.withdraw_series(gp, plan.series_id)
    assert (refused.value.code, refused.value.params) == ("schedule.series_booked", {"count": 1})
    assert {one.status for one in half_days(gp, plan.series_id)} == {SessionStatus.OPEN}


@pytest.mark.parametrize("wrong", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO"])
def test_a_rule_that_is_none_of_ours_is_refused(gp: Session, wrong: str) -> None:
    plan: Callable[..., object] = planning.plan_series
    with pytest.raises(KnownError, match=r"schedule\.rule\.wrong"):
        plan(gp, replace(FRIDAYS, rule=wrong), dry_run=False)
