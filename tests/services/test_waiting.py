"""Whoever waits longest is offered the next slot that falls free."""

from datetime import date, timedelta

import pytest

from gpconnect.domain.consent import Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Slot, WaitingEntry
from gpconnect.services import booking, held_details, rebooking, slots, waiting
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest, Doubt
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.services.waiting import WaitingWish
from gpconnect.storage import operations, rows
from tests.services.conftest import TUESDAY, WALUWE, Clock

WORDS = "“Hij slaapt zo slecht.”"


def a_wait(session: Session, given_name: str, sharing: Sharing = Sharing.TO_ASK) -> WaitingEntry:
    """A family that waits from now on."""
    new = NewPerson(given_name, "Smits", date(2014, 1, 1), "06 12345678")
    by = "patient" if sharing is Sharing.GIVEN else ""
    request = BookingRequest(
        WALUWE, new=new, reasons=("sleep",), words=WORDS, sharing=sharing, given_by=by, confirmed=True
    )
    _, result = waiting.add_to_waiting_list(session, request)
    assert isinstance(result, Booked)
    (entry,) = rows.where(session.db, WaitingEntry, "person_id = ?", (result.person_id,))
    return entry


def a_slot(session: Session) -> str:
    return slots.propose_slots(session, WALUWE).slots[0].slot_id


def test_who_waits_is_counted_and_listed_the_longest_first(gp: Session, clock: Clock) -> None:
    first = a_wait(gp, "Lotte", Sharing.GIVEN)
    clock.forward(days=3)
    a_wait(gp, "Teun")
    found = waiting.waiting_list(gp, WALUWE)

    assert [(one.name, one.days) for one in found] == [("Lotte Smits", 3), ("Teun Smits", 0)]
    assert [one.words for one in found] == [WORDS, WORDS]
    assert (first.words, rows.where(gp.db, WaitingEntry, order="since DESC")[0].words) == (WORDS, "")
    assert slots.propose_slots(gp, WALUWE).waiting_count == 2
    assert (found[0].reasons, found[0].phone) == (("slapen",), "06-12 34 56 78")


def test_the_offer_goes_to_whoever_waits_longest_and_to_nobody_else(gp: Session, clock: Clock) -> None:
    lotte = a_wait(gp, "Lotte")
    clock.forward(days=1)
    teun = a_wait(gp, "Teun")
    slot = a_slot(gp)
    first = waiting.first_in_line(gp, slot)
    assert first is not None
    assert first.entry_id == lotte.id

    waiting.offer_slot(gp, lotte.id, slot)
    held = waiting.first_in_line(gp, slot)
    other = waiting.first_in_line(gp, a_slot(gp))
    assert held is not None
    assert other is not None
    assert (held.entry_id, other.entry_id) == (lotte.id, teun.id)
    offer = waiting.waiting_list(gp, WALUWE)[0].offer
    assert offer is not None
    assert offer.slot_id == slot
    waiting.decline_offer(gp, lotte.id)
    assert waiting.waiting_list(gp, WALUWE)[0].offer is None


def test_an_accepted_offer_counts_its_waiting_from_the_day_of_asking(gp: Session, clock: Clock) -> None:
    entry = a_wait(gp, "Lotte")
    clock.forward(days=10)
    slot = a_slot(gp)
    waiting.offer_slot(gp, entry.id, slot)
    _, result = waiting.accept_offer(gp, entry.id)
    assert isinstance(result, Booked)
    appointment = rows.require(gp.db, Appointment, result.appointment_id)

    assert (appointment.requested_on, appointment.slot_id) == (TUESDAY, slot)
    assert held_details.held(gp.db, appointment.id).words == WORDS
    assert rows.require(gp.db, WaitingEntry, entry.id).ended_why == "booked"
    assert waiting.first_in_line(gp, slot) is None
    with pytest.raises(KnownError, match=r"waiting\.ended"):
        waiting.offer_slot(gp, entry.id, slot)


def test_the_words_follow_once_sharing_is_agreed(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    held_details.record_sharing(gp, entry.person_id, "patient", Decision.GIVEN)

    assert rows.require(gp.db, WaitingEntry, entry.id).words == WORDS


def test_a_yes_of_who_no_longer_waits_sends_nothing_until_they_wait_again(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    waiting.end_waiting(gp, entry.id, "unreachable")
    held_details.record_sharing(gp, entry.person_id, "patient", Decision.GIVEN)
    assert WORDS not in str([one.body for one in operations.of_record(gp.db, "waiting_entry", entry.id)])

    waiting.wait_again(gp, entry.id)
    assert rows.require(gp.db, WaitingEntry, entry.id).words == WORDS
    assert held_details.held(gp.db, entry.id) == held_details.Details()


def test_a_booking_that_is_taken_back_after_a_yes_leaves_a_family_that_every_desk_knows(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    _, result = waiting.accept_offer(gp, entry.id, a_slot(gp))
    assert isinstance(result, Booked)
    held_details.record_sharing(gp, entry.person_id, "patient", Decision.GIVEN)
    assert rows.require(gp.db, WaitingEntry, entry.id).words == "", "the booking took them along"

    rebooking.take_back(gp, result.appointment_id, "toch niet", entry.id)
    assert rows.require(gp.db, WaitingEntry, entry.id).words == WORDS


def test_a_family_that_no_longer_waits(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    waiting.end_waiting(gp, entry.id, "helped_elsewhere")

    assert waiting.waiting_list(gp, WALUWE) == []


def test_who_no_longer_waits_can_wait_again_on_the_same_place(gp: Session, clock: Clock) -> None:
    entry = a_wait(gp, "Lotte")
    clock.forward(days=3)
    a_wait(gp, "Teun")
    waiting.end_waiting(gp, entry.id, "unreachable")
    waiting.wait_again(gp, entry.id)

    first, _ = waiting.waiting_list(gp, WALUWE)
    assert (first.entry_id, first.words) == (entry.id, WORDS)
    waiting.accept_offer(gp, entry.id, a_slot(gp))
    with pytest.raises(KnownError, match=r"waiting\.booked"):
        waiting.wait_again(gp, entry.id)


def test_an_offered_slot_that_somebody_else_books_does_not_hold_the_family_back(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    slot = a_slot(gp)
    waiting.offer_slot(gp, entry.id, slot)
    assert waiting.first_in_line(gp, slots.propose_slots(gp, WALUWE).slots[1].slot_id) is None
    new = NewPerson("Teun", "Bakker", date(2014, 5, 1))
    booking.book(gp, BookingRequest(WALUWE, slot, new=new, reasons=("sleep",), over_hold=True))

    first = waiting.first_in_line(gp, a_slot(gp))
    assert first is not None
    assert first.entry_id == entry.id
    assert waiting.waiting_list(gp, WALUWE)[0].offer is None


def test_an_offer_that_is_past_is_none(gp: Session, clock: Clock) -> None:
    entry = a_wait(gp, "Lotte")
    waiting.offer_slot(gp, entry.id, a_slot(gp))
    clock.forward(days=1)

    first = waiting.first_in_line(gp, a_slot(gp))
    assert first is not None
    assert first.entry_id == entry.id


def test_a_place_is_offered_to_this_family_and_not_one_that_another_is_asked_for(gp: Session, clock: Clock) -> None:
    lotte = a_wait(gp, "Lotte")
    clock.forward(days=1)
    teun = a_wait(gp, "Teun")
    earliest, second, *_ = slots.propose_slots(gp, WALUWE).slots
    view, offer, workers = waiting.offer_for(gp, teun.id)
    assert (view.entry_id, offer) == (teun.id, earliest)
    assert [name for _, name in workers] == ["Sanne de Vries"]

    waiting.offer_slot(gp, lotte.id, earliest.slot_id)
    assert waiting.offer_for(gp, teun.id)[1] == second
    clock.move_to(date(2027, 1, 1))
    assert waiting.offer_for(gp, teun.id)[1] is None


def test_undoing_a_booking_from_the_list_gives_the_place_back(gp: Session, clock: Clock) -> None:
    entry = a_wait(gp, "Lotte")
    clock.forward(days=10)
    slot = a_slot(gp)
    _, result = waiting.accept_offer(gp, entry.id, slot)
    assert isinstance(result, Booked)
    assert waiting.waiting_list(gp, WALUWE) == []
    rebooking.take_back(gp, result.appointment_id, "vergissing", result.waiting_id)

    (waits,) = waiting.waiting_list(gp, WALUWE)
    assert (waits.entry_id, waits.days, waits.words) == (entry.id, 10, WORDS)
    assert a_slot(gp) == slot


def test_undoing_another_booking_leaves_the_list_alone(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    waiting.end_waiting(gp, entry.id, "no_longer")
    new = NewPerson("Teun", "Bakker", date(2014, 5, 1))
    _, result = booking.book(gp, BookingRequest(WALUWE, a_slot(gp), new=new, reasons=("sleep",), waiting_id=entry.id))
    assert isinstance(result, Booked)
    assert result.waiting_id == ""
    rebooking.take_back(gp, result.appointment_id, "vergissing", entry.id)

    assert waiting.waiting_list(gp, WALUWE) == []


def test_a_card_on_another_device_is_said_not_guessed(gp: Session) -> None:
    with acting(gp, Intention.MANAGE_WAITING_LIST) as action:
        action.write(WaitingEntry("aa" * 16, WALUWE, "bb" * 16, TUESDAY - timedelta(days=2), ("sleep",), age=12))

    assert waiting.waiting_list(gp, WALUWE)[0].name == ""
    with pytest.raises(KnownError, match=r"sharing\.card_elsewhere"):
        waiting.accept_offer(gp, "aa" * 16, a_slot(gp))


def test_waiting_needs_a_reason_and_asks_about_likely_duplicates(gp: Session) -> None:
    a_wait(gp, "Lotte")
    request = BookingRequest(WALUWE, new=NewPerson("Lotte", "Smits", date(2014, 1, 1)), reasons=("sleep",))
    _, doubt = waiting.add_to_waiting_list(gp, request)

    assert isinstance(doubt, Doubt)
    with pytest.raises(KnownError, match=r"booking\.reasons_missing"):
        waiting.add_to_waiting_list(gp, BookingRequest(WALUWE))


def test_a_wish_says_who_is_asked_and_which_slot_they_are_offered(gp: Session, clock: Clock) -> None:
    lotte = a_wait(gp, "Lotte")
    clock.forward(days=1)
    teun = a_wait(gp, "Teun")
    waiting.change_wish(gp, teun.id, WaitingWish(first=True, priority_why="Gaat niet meer naar school"))
    assert [one.entry_id for one in waiting.waiting_list(gp, WALUWE)] == [teun.id, lotte.id]
    first = waiting.first_in_line(gp, a_slot(gp))
    assert first is not None
    assert first.entry_id == teun.id
    assert first.wish.priority_why == "Gaat niet meer naar school"

    waiting.change_wish(gp, teun.id, WaitingWish(days=(5, 1, 5), part="afternoon", worker_id="00" * 16))
    kept = rows.require(gp.db, WaitingEntry, teun.id)
    assert (kept.priority, kept.priority_why, kept.wish_days) == (0, "", (1, 5))
    assert waiting.offer_for(gp, teun.id)[1] is None
    second = waiting.first_in_line(gp, a_slot(gp))
    assert second is not None
    assert second.entry_id == lotte.id


def test_who_goes_first_needs_a_reason(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    with pytest.raises(KnownError, match=r"waiting\.priority_why"):
        waiting.change_wish(gp, entry.id, WaitingWish(first=True, priority_why=" "))

    assert rows.require(gp.db, WaitingEntry, entry.id).priority == 0


def test_a_family_is_booked_for_as_long_as_they_wait_for_and_in_no_shorter_slot(gp: Session) -> None:
    lotte = a_wait(gp, "Lotte")
    kind = "site_id = ? AND minutes = 20 AND kind = 'regular' AND starts_at > ?"
    short = rows.where(gp.db, Slot, kind, (WALUWE, gp.now()), order="starts_at")[0]
    with pytest.raises(KnownError, match=r"slot\.too_short"):
        waiting.accept_offer(gp, lotte.id, short.id)
    assert waiting.waiting_list(gp, WALUWE) != []

    new = NewPerson("Teun", "Bakker", date(2014, 1, 1), "06 12345678")
    _, waits = waiting.add_to_waiting_list(gp, BookingRequest(WALUWE, new=new, reasons=("sleep",), minutes=20))
    assert isinstance(waits, Booked)
    _, made = waiting.accept_offer(gp, waits.waiting_id, slots.propose_slots(gp, WALUWE).slots[0].slot_id)
    assert isinstance(made, Booked)
    assert rows.require(gp.db, Appointment, made.appointment_id).minutes == 20


def test_one_family_at_a_time_is_asked_for_a_slot(gp: Session) -> None:
    lotte, teun = a_wait(gp, "Lotte"), a_wait(gp, "Teun")
    slot = a_slot(gp)
    waiting.offer_slot(gp, lotte.id, slot)
    with pytest.raises(KnownError, match=r"slot\.held"):
        waiting.offer_slot(gp, teun.id, slot)

    waiting.decline_offer(gp, lotte.id)
    waiting.offer_slot(gp, teun.id, slot)
    assert [one.offer is not None for one in waiting.waiting_list(gp, WALUWE) if one.entry_id == teun.id] == [True]


def test_why_a_family_goes_first_leaves_the_desk_with_their_words_and_not_before(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    waiting.change_wish(gp, entry.id, WaitingWish(first=True, priority_why="slaapt niet meer"))
    kept = rows.require(gp.db, WaitingEntry, entry.id)
    assert (kept.priority, kept.priority_why) == (1, "")
    assert waiting.waiting_list(gp, WALUWE)[0].wish.priority_why == "slaapt niet meer"

    held_details.record_sharing(gp, entry.person_id, "patient", Decision.GIVEN)
    held_details.record_sharing(gp, entry.person_id, "parent", Decision.GIVEN)
    kept = rows.require(gp.db, WaitingEntry, entry.id)
    assert (kept.priority, kept.priority_why, kept.words) == (1, "slaapt niet meer", WORDS)
