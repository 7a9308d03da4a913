"""The half-day as a whole: how it stands, its note, one that is planned by itself, called off and taken back."""

from datetime import UTC, datetime, time

from gpconnect.domain.half_day import HalfDayState
from gpconnect.services import schedule, visits
from gpconnect.services.half_day_views import HalfDayView
from gpconnect.services.session import Session
from tests.services.conftest import TUESDAY, Clock
from tests.services.visits_help import a_booking, slots_of_today


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
