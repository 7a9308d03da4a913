"""What a family was told: a booking that was moved is a duty until somebody gave them the new time."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Slot
from gpconnect.services import duties, rebooking, schedule, slots
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked
from gpconnect.services.duties import DutyView
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import TUESDAY, WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.test_booking import booked, the_appointment


def to_tell(session: Session) -> list[DutyView]:
    """Families at this person's sites who know another time."""
    return [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.TELL_NEW_TIME]


def starts(session: Session, booking: Booked) -> datetime:
    return rows.require(session.db, Slot, the_appointment(session, booking).slot_id).starts_at


def later_slot(session: Session) -> str:
    return slots.propose_slots(session, WALUWE).slots[-1].slot_id


def test_who_is_booked_knows_when(gp: Session) -> None:
    made = booked(gp)

    assert the_appointment(gp, made).told_start == made.starts_at
    assert to_tell(gp) == []


def test_a_moved_booking_is_a_duty_until_the_family_was_told_or_it_is_back(gp: Session) -> None:
    made = booked(gp)
    target = later_slot(gp)
    rebooking.move(gp, made.appointment_id, target)
    (duty,) = to_tell(gp)
    assert duty.appointment_id == made.appointment_id
    assert duty.duty.params["starts_at"] == starts(gp, made).isoformat()
    assert schedule.open_appointment(gp, made.appointment_id).told_start == made.starts_at

    rebooking.tell_time(gp, made.appointment_id)
    assert to_tell(gp) == []
    assert schedule.open_appointment(gp, made.appointment_id).told_start is None
    assert made.starts_at is not None
    rebooking.untell_time(gp, made.appointment_id, made.starts_at)
    assert len(to_tell(gp)) == 1
    rebooking.move(gp, made.appointment_id, made.slot_id)
    assert to_tell(gp) == []


def test_who_was_asked_on_the_phone_knows_the_new_time_at_once(gp: Session) -> None:
    made = booked(gp)
    rebooking.move(gp, made.appointment_id, later_slot(gp), told=True)

    assert to_tell(gp) == []
    assert the_appointment(gp, made).told_start == starts(gp, made) != made.starts_at


def test_a_booking_of_an_older_program_counts_from_where_it_stood(gp: Session) -> None:
    made = booked(gp)
    with transaction(gp.db):
        rows.put(gp.db, replace(the_appointment(gp, made), told_start=None))
    assert to_tell(gp) == []
    rebooking.move(gp, made.appointment_id, later_slot(gp))

    assert the_appointment(gp, made).told_start == made.starts_at


def test_a_half_day_that_moves_in_time_is_told_to_everybody_who_is_booked_in_it(gp: Session, clock: Clock) -> None:
    made = booked(gp)
    slot = rows.require(gp.db, Slot, made.slot_id)
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(slot, starts_at=slot.starts_at + timedelta(minutes=30)))
    (duty,) = to_tell(gp)
    assert duty.appointment_id == made.appointment_id

    clock.forward(days=1)
    assert to_tell(gp) == [], "what is over is told to nobody"


def test_every_desk_sees_that_a_family_is_to_be_told_and_that_it_was(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, worker = practice
    made = booked(gp)
    rebooking.move(gp, made.appointment_id, later_slot(gp))
    sync(*practice, wire=wire)
    assert [len(to_tell(one)) for one in practice] == [1, 1, 1]

    rebooking.tell_time(assistant, made.appointment_id)
    sync(*practice, wire=wire)
    assert [to_tell(one) for one in practice] == [[], [], []]
    assert rows.require(worker.db, Appointment, made.appointment_id).told_start == starts(gp, made)


def test_of_a_cancelled_booking_nobody_is_told_a_time(gp: Session) -> None:
    made = booked(gp)
    rebooking.cancel(gp, made.appointment_id, "ziek")

    with pytest.raises(KnownError, match=r"appointment\.state_moved_on"):
        rebooking.tell_time(gp, made.appointment_id)


def test_who_had_to_hear_a_new_time_still_has_to_when_a_cancellation_is_taken_back(gp: Session) -> None:
    made = booked(gp)
    rebooking.move(gp, made.appointment_id, later_slot(gp))
    rebooking.cancel(gp, made.appointment_id, "vergissing")
    rebooking.book_again(gp, made.appointment_id)

    (duty,) = to_tell(gp)
    assert made.starts_at is not None
    assert duty.duty.params["told"] == made.starts_at.isoformat()


def test_who_was_moved_to_earlier_today_is_to_be_told_until_the_time_that_they_know(gp: Session, clock: Clock) -> None:
    clock.move_to(TUESDAY, time(8))
    earlier, *_, known = slots.propose_slots(gp, WALUWE, most=3).slots
    made = booked(gp, slot_id=known.slot_id)
    rebooking.move(gp, made.appointment_id, earlier.slot_id)

    clock.at = earlier.starts_at + timedelta(minutes=20)
    assert [one.appointment_id for one in to_tell(gp)] == [made.appointment_id]
    clock.at = known.starts_at + timedelta(minutes=1)
    assert to_tell(gp) == []
