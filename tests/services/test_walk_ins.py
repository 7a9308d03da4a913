"""Slots kept for walk-in: claimed by the worker's device beforehand, so that a booking without a network is certain."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, HalfDaySession, Placement, Slot, SlotKind
from gpconnect.services import booking, enrolling, placing, profiles, rebooking, slots, visits, walk_ins
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.session import Session
from gpconnect.storage import keys, operations, rows
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, PRACTICE, TUESDAY, WALUWE, Clock
from tests.services.online import Wire, sync

Practice = tuple[Session, Session, Session]


def walk_in_slots(session: Session) -> list[Slot]:
    """Of the four half-days, in order."""
    return rows.where(session.db, Slot, "site_id = ? AND kind = ?", (WALUWE, SlotKind.WALK_IN), order="starts_at")


def is_held(session: Session, slot: Slot) -> bool:
    return keys.holder(session.db, PRACTICE, placing.claim_id("slot", slot.id)) is not None


def come_in(session: Session, slot: Slot | None = None) -> Appointment:
    """Somebody walks in, and nobody asks who yet."""
    _, booked = booking.walk_in(session, BookingRequest(WALUWE, slot.id if slot else ""))
    assert isinstance(booked, Booked)
    return the(session, booked.appointment_id)


def the(session: Session, appointment_id: str) -> Appointment:
    return rows.require(session.db, Appointment, appointment_id)


def waiting(session: Session) -> int:
    count = operations.outbox_counts(session.db).get(PRACTICE)
    return count.waiting if count else 0


@pytest.fixture
def kept(practice: Practice, wire: Wire) -> tuple[Slot, ...]:
    """The walk-in slots of today and of next week, which everybody knows to be kept; those of later are not yet."""
    sync(*practice, wire=wire)
    return tuple(slot for slot in walk_in_slots(practice[0]) if is_held(practice[0], slot))


def test_the_slots_of_the_coming_two_weeks_are_kept_and_no_others(
    practice: Practice, kept: tuple[Slot, ...], wire: Wire
) -> None:
    _, _, worker = practice
    assert kept == tuple(walk_in_slots(worker)[:2])
    sync(*practice, wire=wire)
    assert waiting(worker) == 0, "kept once, and not asked for again"


def test_a_walk_in_without_a_network_is_certain_at_once(practice: Practice, kept: tuple[Slot, ...], wire: Wire) -> None:
    gp, assistant, worker = practice
    wire.cut = True
    assert slots.propose_slots(worker, WALUWE, 20, walk_in=True).slots[0].slot_id == kept[0].id

    made = come_in(worker, kept[0])

    assert made.placement is Placement.CONFIRMED
    with pytest.raises(KnownError, match=r"slot\.taken"):
        slots.require_free(worker, kept[0].id)
    wire.cut = False
    sync(worker, gp, assistant, worker, wire=wire)
    assert {the(session, made.id).placement for session in practice} == {Placement.CONFIRMED}


def test_a_desk_is_told_that_the_slot_is_kept_and_receives_who_comes_without_one(
    practice: Practice, kept: tuple[Slot, ...]
) -> None:
    _, assistant, _ = practice
    with pytest.raises(KnownError, match=r"slot\.kept"):
        come_in(assistant, kept[0])
    assert kept[0].id not in {one.slot_id for one in slots.propose_slots(assistant, WALUWE, 20, walk_in=True).slots}
    assert come_in(assistant).placement is Placement.NONE


def asked_for(worker: Session, clock: Clock) -> Slot:
    """A slot whose time to be kept has come: the worker's device asks for it, and the hub has not heard."""
    clock.forward(days=7)
    walk_ins.keep(worker)
    assert waiting(worker) == 1
    return walk_in_slots(worker)[2]


def test_a_desk_that_had_not_heard_and_took_the_slot_meanwhile_loses_it(
    practice: Practice, wire: Wire, clock: Clock
) -> None:
    gp, assistant, worker = practice
    slot = asked_for(worker, clock)
    theirs, ours = come_in(assistant, slot), come_in(worker, slot)
    assert (theirs.placement, ours.placement) == (Placement.TENTATIVE, Placement.TENTATIVE)

    sync(worker, assistant, gp, worker, wire=wire)

    for session in practice:
        assert the(session, ours.id).placement is Placement.CONFIRMED
        assert the(session, theirs.id).placement is Placement.LOST


def test_who_was_too_late_to_keep_a_slot_says_so_and_asks_again_when_it_falls_free(
    practice: Practice, wire: Wire, clock: Clock
) -> None:
    gp, assistant, worker = practice
    slot = asked_for(worker, clock)
    theirs = come_in(assistant, slot)
    sync(assistant, wire=wire)
    ours = come_in(worker, slot)

    sync(worker, gp, assistant, wire=wire)

    assert the(worker, ours.id).placement is Placement.LOST
    assert the(worker, theirs.id).placement is Placement.CONFIRMED
    rebooking.cancel(assistant, theirs.id, "toch niet")
    rebooking.cancel(worker, ours.id, "toch niet")
    sync(assistant, worker, gp, assistant, wire=wire)
    assert slots.kept_token(worker.db, slot) is not None
    assert come_in(worker, slot).placement is Placement.CONFIRMED


def test_a_kept_slot_whose_visit_was_cancelled_at_a_desk_is_still_kept(
    practice: Practice, kept: tuple[Slot, ...], wire: Wire
) -> None:
    gp, assistant, worker = practice
    made = come_in(worker, kept[0])
    sync(worker, assistant, wire=wire)
    rebooking.cancel(assistant, made.id, "toch weer weg")
    sync(assistant, worker, gp, wire=wire)

    assert is_held(gp, kept[0])
    assert come_in(worker, kept[0]).placement is Placement.CONFIRMED


def test_a_booking_moves_into_a_kept_slot_and_gives_its_own_back(
    practice: Practice, kept: tuple[Slot, ...], wire: Wire
) -> None:
    gp, _, worker = practice
    made = come_in(worker, kept[0])
    visits.step_back(worker, made.id)
    sync(worker, gp, wire=wire)

    rebooking.move(worker, made.id, kept[1].id)

    assert the(worker, made.id).placement is Placement.CONFIRMED
    sync(worker, gp, worker, gp, wire=wire)
    assert the(gp, made.id).placement is Placement.CONFIRMED
    assert is_held(gp, kept[1])
    assert slots.kept_token(worker.db, kept[0]) is not None, "and its first slot is kept again"


def test_what_nobody_came_for_is_given_back_when_the_half_day_closes(
    practice: Practice, kept: tuple[Slot, ...], wire: Wire
) -> None:
    gp, assistant, worker = practice
    visits.close_half_day(worker, kept[0].session_id)
    sync(worker, gp, assistant, wire=wire)
    for session in practice:
        assert not is_held(session, kept[0])
        assert is_held(session, kept[1])

    visits.reopen_half_day(worker, kept[0].session_id)
    sync(worker, gp, assistant, wire=wire)
    assert is_held(gp, kept[0]), "kept once more"


def test_a_slot_that_was_used_stays_with_its_visit_when_the_half_day_closes(
    practice: Practice, kept: tuple[Slot, ...], wire: Wire, clock: Clock
) -> None:
    gp, _, worker = practice
    made = come_in(worker, kept[0])
    visits.miss(worker, made.id)
    clock.move_to(TUESDAY, time(13))
    visits.close_half_day(worker, kept[0].session_id)
    sync(worker, gp, wire=wire)
    assert the(gp, made.id).placement is Placement.CONFIRMED


def test_of_two_devices_of_one_worker_one_keeps_the_slots_and_the_other_is_told(
    practice: Practice, wire: Wire, tmp_path: Path, clock: Clock
) -> None:
    gp, assistant, first = practice
    profile = profiles.create(tmp_path / "second", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    second = profile.session
    enrolling.admit(gp, PRACTICE, [enrolling.device_card(second)])
    enrolling.follow(second, [PRACTICE])
    sync(gp, wire=wire)
    sync(second, first, second, gp, assistant, wire=wire)
    slot = walk_in_slots(gp)[0]

    holds = [slots.kept_token(session.db, slot) is not None for session in (first, second)]
    assert sorted(holds) == [False, True]
    with_it, without = (first, second) if holds[0] else (second, first)
    wire.cut = True
    assert come_in(with_it, slot).placement is Placement.CONFIRMED
    with pytest.raises(KnownError, match=r"slot\.kept"):
        come_in(without, slot)
    assert come_in(without).placement is Placement.NONE
    profile.close()


def test_a_half_day_that_went_to_a_colleague_is_given_back(
    practice: Practice, kept: tuple[Slot, ...], wire: Wire
) -> None:
    gp, _, worker = practice
    half_day = rows.require(gp.db, HalfDaySession, kept[1].session_id)
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, worker_id=PEOPLE["colleague"].staff_id), "planned")
    sync(gp, worker, gp, worker, gp, wire=wire)
    assert not is_held(gp, kept[1])
    assert is_held(gp, kept[0])


def test_later_weeks_are_kept_when_their_time_comes(practice: Practice, wire: Wire, clock: Clock) -> None:
    gp, _, worker = practice
    clock.forward(days=7)
    sync(worker, gp, wire=wire)
    assert [is_held(gp, slot) for slot in walk_in_slots(gp)] == [True, True, True, False]
    assert clock.at + timedelta(days=14) > walk_in_slots(gp)[2].starts_at
