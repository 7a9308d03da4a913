"""The slots that are kept for walk-ins stay free for who stands at the desk."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, Placement, Slot
from gpconnect.services import booking, rebooking, slots
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE
from tests.services.test_booking import booked


def kept_for_walk_ins(session: Session) -> list[Slot]:
    """The coming ones."""
    condition = "site_id = ? AND kind = 'walk_in' AND starts_at > ?"
    return rows.where(session.db, Slot, condition, (WALUWE, session.now()), order="starts_at")


def test_nobody_is_booked_or_moved_into_the_reserve(gp: Session) -> None:
    reserve = kept_for_walk_ins(gp)[0]
    with pytest.raises(KnownError, match=r"slot\.for_walk_in"):
        booked(gp, slot_id=reserve.id, minutes=20)
    short = slots.propose_slots(gp, WALUWE, 20).slots[0]
    stands = booked(gp, slot_id=short.slot_id, minutes=20)
    with pytest.raises(KnownError, match=r"slot\.for_walk_in"):
        rebooking.move(gp, stands.appointment_id, reserve.id)

    assert rows.require(gp.db, Appointment, stands.appointment_id).slot_id == short.slot_id


def test_a_walk_in_is_received_there_and_can_be_put_in_another_one(gp: Session) -> None:
    first = kept_for_walk_ins(gp)[0]
    _, came = booking.walk_in(gp, BookingRequest(WALUWE, first.id))
    assert isinstance(came, Booked)
    kept = rows.require(gp.db, Appointment, came.appointment_id)

    assert (kept.slot_id, kept.placement) == (first.id, Placement.TENTATIVE)
