"""A half-day that one desk closes while a child is inside at another: somebody ends that visit."""

from datetime import date

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession
from gpconnect.services import booking, duties, schedule, visits
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import TUESDAY, WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.test_half_days import half_day_id
from tests.services.visits_help import a_booking

Practice = tuple[Session, Session, Session]


def unfinished(session: Session) -> list[str]:
    found = duties.list_duties(session)
    return [one.appointment_id for one in found if one.duty.kind is DutyKind.VISIT_UNFINISHED]


def test_a_child_who_is_inside_keeps_a_half_day_that_was_closed_elsewhere_unfinished(
    practice: Practice, wire: Wire, clock: Clock
) -> None:
    gp, assistant, worker = practice
    visit = a_booking(gp, 0)
    sync(*practice, wire=wire)
    visits.receive(assistant, visit)
    visits.miss(worker, visit)
    visits.close_half_day(worker, half_day_id(worker))
    sync(assistant, worker, gp, wire=wire)
    sync(*practice, wire=wire)

    half_day = half_day_id(gp)
    for session in practice:
        assert rows.require(session.db, Appointment, visit).status is AppointmentStatus.ARRIVED
        assert schedule.half_day(session, half_day).state is HalfDayState.CLOSING
        assert unfinished(session) == [visit]
    clock.forward(days=1)
    assert unfinished(worker) == [visit], "the day after as well"
    visits.miss(worker, visit)
    assert schedule.half_day(worker, half_day).state is HalfDayState.CLOSED
    assert unfinished(worker) == []


def test_a_child_who_walks_in_where_another_desk_closed_the_half_day_is_a_duty_also_without_a_slot(
    practice: Practice, wire: Wire
) -> None:
    _, assistant, worker = practice
    sync(*practice, wire=wire)
    child = NewPerson("Emma", "Bos", date(2014, 1, 1), "06 12345678")
    made = booking.walk_in(assistant, BookingRequest(WALUWE, "", new=child))[1]
    assert isinstance(made, Booked)
    assert unfinished(assistant) == []
    visits.close_half_day(worker, half_day_id(worker))

    sync(*practice, wire=wire)

    assert [unfinished(session) for session in practice] == [[made.appointment_id]] * 3


def test_the_half_day_of_next_week_is_not_closed(worker: Session) -> None:
    later = rows.where(worker.db, HalfDaySession, "day > ?", (TUESDAY,), order="day")[0]
    with pytest.raises(KnownError, match=r"half_day\.not_begun"):
        visits.close_half_day(worker, later.id)
