"""A planned series that gets another rhythm halfway: where it begins anew."""

from dataclasses import replace
from datetime import date, time, timedelta

from gpconnect.domain import series as rules
from gpconnect.domain.schedule import HalfDaySession, SessionStatus
from gpconnect.domain.series import Rhythm
from gpconnect.services import half_days, planning, series_edits
from gpconnect.services.planning import SeriesRequest
from gpconnect.services.series_edits import Scope
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PEOPLE, WALUWE

JORIS = PEOPLE["colleague"].staff_id
TUESDAYS = SeriesRequest(WALUWE, JORIS, date(2026, 12, 1), date(2027, 3, 30), time(13), ("45",))


def days(session: Session) -> list[date]:
    """When Joris sits."""
    held = rows.where(session.db, HalfDaySession, "worker_id = ? AND status = 'open'", (JORIS,), order="day")
    return [one.day for one in held]


def change_from(session: Session, number: int, rhythm: Rhythm) -> None:
    """Give the half-day with this number, and later ones, another rhythm, later on the day."""
    day = days(session)[number]
    (half_day,) = rows.where(session.db, HalfDaySession, "worker_id = ? AND day = ? AND status = 'open'", (JORIS, day))
    view = series_edits.opened(session, half_day.id)
    assert view.series is not None
    shape = replace(view.series, rule=rules.write(rhythm), start=time(16), last_day=TUESDAYS.last_day)
    series_edits.change(session, half_day.id, Scope.LATER, shape, dry_run=False)


def test_a_series_that_becomes_monthly_begins_no_earlier_than_the_change(gp: Session) -> None:
    planning.plan_series(gp, TUESDAYS, dry_run=False)
    change_from(gp, 2, Rhythm(0, 1, 2))

    first = TUESDAYS.first_day
    assert days(gp) == [first, first + timedelta(weeks=1), date(2027, 1, 5), date(2027, 2, 2), date(2027, 3, 2)]


def test_undoing_a_change_leaves_what_was_said_of_a_half_day_since(gp: Session) -> None:
    planning.plan_series(gp, TUESDAYS, dry_run=False)
    first, second, *_ = rows.where(gp.db, HalfDaySession, "worker_id = ?", (JORIS,), order="day")
    view = series_edits.opened(gp, first.id)
    assert view.series is not None
    _, plan = series_edits.change(gp, first.id, Scope.ALL, replace(view.series, start=time(14)), dry_run=False)
    half_days.write_note(gp, first.id, "De lift is stuk")
    half_days.call_off(gp, second.id, "geen kamer vrij")
    series_edits.put_back(gp, plan.before)

    noted, off = (rows.require(gp.db, HalfDaySession, one.id) for one in (first, second))
    assert noted == replace(first, note="De lift is stuk")
    assert off == replace(second, status=SessionStatus.CANCELLED, called_off_why="geen kamer vrij")


def test_a_monthly_series_may_move_to_an_earlier_day_of_the_same_month(gp: Session) -> None:
    planning.plan_series(gp, replace(TUESDAYS, rule=rules.write(Rhythm(0, 2, 2))), dry_run=False)
    change_from(gp, 1, Rhythm(0, 1, 4))

    assert days(gp) == [date(2026, 12, 8), date(2027, 1, 7), date(2027, 2, 4), date(2027, 3, 4)]
