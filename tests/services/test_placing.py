"""Who has a slot: asked for with a secret, decided by the order, given back with the secret."""

from dataclasses import replace

import pytest

from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, VisitKind
from gpconnect.services import placing
from gpconnect.services.session import Session
from gpconnect.storage import keys
from gpconnect.storage.connection import transaction
from tests.services.conftest import PRACTICE, WALUWE

TOKEN = b"t" * 32
SLOT, OTHER = "a1" * 16, "b1" * 16


@pytest.fixture
def booked(worker: Session) -> Appointment:
    """A first talk in a slot that this device asked for."""
    with transaction(worker.db):
        group = placing.claim(worker.db, PRACTICE, "slot", SLOT, token=TOKEN)
    return Appointment(
        id=worker.new_id(),
        site_id=WALUWE,
        slot_id=SLOT,
        person_id=worker.new_id(),
        visit=VisitKind.FIRST,
        reasons=("anxiety",),
        requested_on=worker.today(),
        booked_by=worker.actor.staff_id,
        booked_at=worker.now(),
        claim_token_hash=group.claims[0].token_hash.hex(),
    )


def hold(session: Session, token_hash: bytes | None) -> None:
    """The order says who holds the slot."""
    with transaction(session.db):
        keys.set_holder(session.db, PRACTICE, placing.claim_id("slot", SLOT), token_hash)


def test_the_hub_sees_a_name_that_says_nothing_and_differs_per_kind_of_thing() -> None:
    assert len(placing.claim_id("slot", SLOT)) == 16
    assert placing.claim_id("slot", SLOT) != placing.claim_id("dossier", SLOT)
    assert bytes.fromhex(SLOT) != placing.claim_id("slot", SLOT)


def test_asking_keeps_the_secret_for_giving_back(worker: Session) -> None:
    with transaction(worker.db):
        placing.claim(worker.db, PRACTICE, "slot", SLOT, token=TOKEN)
        group = placing.give_back(worker.db, PRACTICE, "slot", SLOT)
        assert group is not None
        assert [(one.id, one.token) for one in group.releases] == [(placing.claim_id("slot", SLOT), TOKEN)]
        assert placing.give_back(worker.db, PRACTICE, "slot", SLOT) is None


def test_moving_gives_the_old_slot_back_in_the_same_breath(worker: Session) -> None:
    with transaction(worker.db):
        placing.claim(worker.db, PRACTICE, "slot", SLOT, token=TOKEN)
        group = placing.claim(worker.db, PRACTICE, "slot", OTHER, token=b"u" * 32, release=("slot", SLOT))

    assert [one.id for one in group.claims] == [placing.claim_id("slot", OTHER)]
    assert [one.token for one in group.releases] == [TOKEN]


def test_somebody_elses_slot_cannot_be_given_back_from_here(worker: Session) -> None:
    with transaction(worker.db):
        group = placing.claim(worker.db, PRACTICE, "slot", OTHER, token=TOKEN, release=("slot", SLOT))

    assert group.releases == ()


def test_a_booking_stands_where_the_order_puts_it(worker: Session, booked: Appointment) -> None:
    assert placing.placement(worker.db, booked, []) is Placement.TENTATIVE
    hold(worker, bytes.fromhex(booked.claim_token_hash))
    assert placing.placement(worker.db, booked, []) is Placement.CONFIRMED
    assert placing.placed(worker.db, booked, []).placement is Placement.CONFIRMED


def test_without_a_slot_or_when_cancelled_there_is_nothing_to_place(worker: Session, booked: Appointment) -> None:
    for other in (replace(booked, slot_id=""), replace(booked, status=AppointmentStatus.CANCELLED)):
        assert placing.placement(worker.db, other, []) is Placement.NONE
