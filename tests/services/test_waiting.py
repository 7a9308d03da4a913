"""Whoever waits longest is offered the next slot that falls free."""

from datetime import date, timedelta

import pytest

from gpconnect.domain.consent import Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, WaitingEntry
from gpconnect.services import held_details, slots, waiting
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest, Doubt
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import rows
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
    assert (found[0].reasons, found[0].phone) == (("slapen",), "06 12345678")


def test_the_offer_goes_to_whoever_waits_longest_and_to_nobody_else(gp: Session, clock: Clock) -> None:
    lotte = a_wait(gp, "Lotte")
    clock.forward(days=1)
    teun = a_wait(gp, "Teun")
    slot = a_slot(gp)
    first = waiting.first_in_line(gp, slot)
    assert first is not None
    assert first.entry_id == lotte.id

    waiting.offer_slot(gp, lotte.id, slot)
    second = waiting.first_in_line(gp, slot)
    assert second is not None
    assert second.entry_id == teun.id
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


def test_a_family_that_no_longer_waits(gp: Session) -> None:
    entry = a_wait(gp, "Lotte")
    waiting.end_waiting(gp, entry.id, "helped_elsewhere")

    assert waiting.waiting_list(gp, WALUWE) == []
    assert held_details.held(gp.db, entry.id) == held_details.Details()


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
