"""Moving a booking: into which slots a talk fits."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Slot
from gpconnect.services import rebooking
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE
from tests.services.test_booking import booked, the_appointment


def test_a_talk_does_not_move_into_a_shorter_slot(gp: Session) -> None:
    result = booked(gp)
    short = rows.where(gp.db, Slot, "site_id = ? AND minutes = 20 AND kind = 'regular'", (WALUWE,), order="starts_at")
    with pytest.raises(KnownError) as refusal:
        rebooking.move(gp, result.appointment_id, short[1].id)

    assert (refusal.value.code, refusal.value.params) == ("slot.too_short", {"minutes": 20, "needed": 45})
    assert the_appointment(gp, result).slot_id not in {one.id for one in short}


def test_a_short_talk_in_a_long_slot_still_fits_a_short_one(gp: Session) -> None:
    result = booked(gp, minutes=20)
    short = rows.where(gp.db, Slot, "site_id = ? AND minutes = 20 AND kind = 'regular'", (WALUWE,), order="starts_at")
    rebooking.move(gp, result.appointment_id, short[1].id)

    assert (the_appointment(gp, result).slot_id, the_appointment(gp, result).minutes) == (short[1].id, 20)
