"""While a family is phoned about a place nobody else gets it, and what they said no to is not offered to them again."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Slot
from gpconnect.services import booking, holds, rebooking, requests, schedule, sharing, slots, today, waiting
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.services.slots import Wish
from gpconnect.storage import rows
from tests.services.conftest import WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.test_waiting import a_slot, a_wait

Practice = tuple[Session, Session, Session]
TEUN = NewPerson("Teun", "Bakker", date(2014, 5, 1), "06 12345679")


def book(session: Session, slot_id: str, *, over_hold: bool = False) -> Booked:
    """Somebody who asks anew takes this place."""
    request = BookingRequest(WALUWE, slot_id, new=TEUN, reasons=("sleep",), confirmed=True, over_hold=over_hold)
    _, result = booking.book(session, request)
    assert isinstance(result, Booked)
    return result


def test_a_held_place_is_refused_to_another_booking_with_who_and_until_when(gp: Session) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    with pytest.raises(KnownError, match=r"slot\.held") as refusal:
        book(gp, slot)

    assert refusal.value.params == {"by": "dr. Peters", "until": "10:07"}
    assert rows.count(gp.db, Appointment) == 0
    assert a_slot(gp) != slot, "nor is it proposed to anybody else"


def test_somebody_who_saw_that_it_is_held_can_book_all_the_same(gp: Session) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    book(gp, slot, over_hold=True)

    (waits,) = waiting.waiting_list(gp, WALUWE)
    assert (waits.entry_id, waits.offer, waits.hold) == (lotte.id, None, None)


def test_no_booking_is_moved_into_a_held_place_and_the_family_itself_is_booked_there(gp: Session) -> None:
    lotte = a_wait(gp, "Lotte")
    slot, other, *_ = (one.slot_id for one in slots.propose_slots(gp, WALUWE).slots)
    stands = book(gp, other)
    waiting.offer_slot(gp, lotte.id, slot)
    with pytest.raises(KnownError, match=r"slot\.held"):
        rebooking.move(gp, stands.appointment_id, slot)

    _, made = waiting.accept_offer(gp, lotte.id)
    assert isinstance(made, Booked)
    assert made.slot_id == slot
    assert holds.known(gp).holds == {}


def test_a_hold_is_over_by_itself_and_can_be_made_anew(gp: Session, clock: Clock) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    clock.forward(minutes=14)
    assert holds.known(gp).holds[slot].entry_id == lotte.id
    clock.forward(minutes=1)
    assert holds.known(gp).holds == {}
    assert a_slot(gp) == slot

    waiting.offer_slot(gp, lotte.id, slot)
    assert holds.known(gp).holds[slot].until == clock.at + holds.HOLD


def test_a_hold_ends_when_it_is_let_go_which_is_no_no(gp: Session) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    waiting.let_go(gp, lotte.id)

    first = waiting.first_in_line(gp, slot)
    assert holds.known(gp).holds == {}
    assert first is not None
    assert first.entry_id == lotte.id


def test_a_hold_by_a_clock_that_runs_far_ahead_is_none(gp: Session, clock: Clock) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    clock.forward(hours=1)
    waiting.offer_slot(gp, lotte.id, slot)
    clock.forward(hours=-1)

    assert holds.known(gp).holds == {}


def test_both_desks_see_the_hold_and_by_whom(practice: Practice, wire: Wire) -> None:
    gp, assistant, worker = practice
    lotte, slot = a_wait(gp, "Lotte", Sharing.GIVEN), a_slot(gp)
    sync(*practice, wire=wire)
    waiting.offer_slot(assistant, lotte.id, slot)
    sync(*practice, wire=wire)

    for session in practice:
        hold = holds.known(session).holds[slot]
        assert (hold.entry_id, hold.by) == (lotte.id, "" if session is worker else "Wilma Kok")
        half_day = schedule.half_day(session, rows.require(gp.db, Slot, slot).session_id)
        assert [one.hold for one in half_day.slots if one.slot_id == slot] == [hold]
    with pytest.raises(KnownError, match=r"slot\.held$"):
        book(gp, slot)
    with pytest.raises(KnownError, match=r"slot\.held_elsewhere"):
        book(worker, slot)


def test_two_desks_that_hold_one_place_for_two_families_agree_whose_it_is(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    lotte, teun = a_wait(gp, "Lotte", Sharing.GIVEN), a_wait(gp, "Teun", Sharing.GIVEN)
    sync(*practice, wire=wire)
    slot = a_slot(gp)
    waiting.offer_slot(gp, teun.id, slot)
    waiting.offer_slot(assistant, lotte.id, slot)
    sync(assistant, *practice, wire=wire)

    assert [holds.known(one).holds[slot].entry_id for one in practice] == [lotte.id] * 3
    with pytest.raises(KnownError, match=r"slot\.held"):
        waiting.accept_offer(gp, teun.id, slot)


def test_two_desks_that_hold_two_places_for_one_family_ask_nobody_to_choose(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    lotte = a_wait(gp, "Lotte", Sharing.GIVEN)
    sync(*practice, wire=wire)
    first, second, *_ = (one.slot_id for one in slots.propose_slots(gp, WALUWE).slots)
    waiting.offer_slot(gp, lotte.id, first)
    waiting.offer_slot(assistant, lotte.id, second)
    sync(gp, *practice, wire=wire)

    assert [set(holds.known(one).holds) for one in practice] == [{second}] * 3
    assert [sharing.conflicts(one) for one in practice] == [()] * 3


def test_who_said_no_is_not_first_in_line_for_that_place_again_at_any_desk(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    lotte, teun = a_wait(gp, "Lotte", Sharing.GIVEN), a_wait(gp, "Teun", Sharing.GIVEN)
    slot = a_slot(gp)
    line = [one.entry_id for one in waiting.waiting_list(gp, WALUWE)]
    assert sorted(line) == sorted([lotte.id, teun.id])
    waiting.offer_slot(gp, line[0], slot)
    waiting.decline_offer(gp, line[0])
    sync(*practice, wire=wire)

    for session in practice:
        asked = waiting.first_in_line(session, slot)
        assert asked is not None
        assert asked.entry_id == line[1]
        _, first, _ = waiting.offer_for(session, line[0])
        assert first is not None
        assert first.slot_id != slot
    waiting.decline_offer(assistant, line[1], slot)
    assert waiting.first_in_line(assistant, slot) is None


def test_a_no_is_taken_back_by_asking_again(gp: Session) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    waiting.decline_offer(gp, lotte.id)
    assert holds.known(gp).declined == {(lotte.id, slot)}
    waiting.offer_slot(gp, lotte.id, slot)

    assert holds.known(gp).declined == frozenset()
    assert holds.known(gp).holds[slot].entry_id == lotte.id


def test_only_the_last_twenty_places_that_a_family_said_no_to_are_remembered(gp: Session) -> None:
    lotte = a_wait(gp, "Lotte")
    many = [f"{number:032x}" for number in range(21)]
    for slot in many:
        waiting.decline_offer(gp, lotte.id, slot)

    assert holds.known(gp).declined == {(lotte.id, slot) for slot in many[1:]}


def test_who_books_anew_is_offered_first_what_is_nobody_s_and_sees_whose_the_rest_is(gp: Session, clock: Clock) -> None:
    wish = Wish((WALUWE,), 45)
    early, second, third, *_ = requests.choices(gp, wish).proposal.slots
    lotte = a_wait(gp, "Lotte")
    clock.forward(minutes=1)
    teun = a_wait(gp, "Teun")
    waiting.offer_slot(gp, teun.id, second.slot_id)

    found = requests.choices(gp, wish).proposal.slots
    assert [one.slot_id for one in found[:1]] == [third.slot_id]
    assert [one.kept for one in found[:2]] == [None, None]
    kept = {one.slot_id: one.kept for one in found if one.kept is not None}
    assert set(kept) == {early.slot_id, second.slot_id}
    waits, held = kept[early.slot_id], kept[second.slot_id]
    assert waits is not None
    assert held is not None
    assert (waits.name, waits.until) == ("Lotte Smits", None)
    assert (held.name, held.by, held.until) == ("Teun Smits", "dr. Peters", gp.now() + holds.HOLD)
    assert lotte.id != teun.id


def test_the_half_day_shows_for_whom_a_place_is_held_and_until_when(gp: Session) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    (row,) = [
        row for half in today.day_view(gp, slot_day(gp, slot)).half_days for row in half.rows if row.slot_id == slot
    ]

    assert row.offer is not None
    assert row.offer.is_offered
    assert row.offer.hold == holds.known(gp).holds[slot]


def test_an_offer_that_says_its_place_in_the_entry_alone_holds_as_well(gp: Session) -> None:
    lotte, slot = a_wait(gp, "Lotte"), a_slot(gp)
    with acting(gp, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(lotte, offered_slot_id=slot), "offered")

    assert holds.known(gp).holds[slot].entry_id == lotte.id


def slot_day(session: Session, slot_id: str) -> date:
    """The day of a place."""
    return rows.require(session.db, Slot, slot_id).starts_at.date()


def test_the_slot_that_somebody_pointed_at_has_its_place_however_late_it_is(gp: Session) -> None:
    late = slots.earliest(gp, Wish((WALUWE,), 45), 12)[-1]
    a_wait(gp, "Lotte")
    shown = requests.choices(gp, Wish((WALUWE,), 45), "", late.slot_id).proposal.slots
    assert late.slot_id in [one.slot_id for one in shown]

    book(gp, late.slot_id)
    shown = requests.choices(gp, Wish((WALUWE,), 45), "", late.slot_id).proposal.slots
    assert late.slot_id not in [one.slot_id for one in shown]
