"""Two desks give one waiting family a place without having heard of each other: somebody tells them which one stays."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, SafetyTask, WaitingEntry
from gpconnect.services import duties, rebooking, slots, visits, waiting
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.duties import DutyView
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE, Clock
from tests.services.online import Wire, sync
from tests.services.test_booking import booked
from tests.services.test_waiting import a_wait

Practice = tuple[Session, Session, Session]


def accept(session: Session, entry_id: str, slot_id: str) -> Booked:
    """Book a waiting family."""
    _, booked = waiting.accept_offer(session, entry_id, slot_id)
    assert isinstance(booked, Booked)
    return booked


def told(session: Session) -> list[DutyView]:
    """What this person must do about bookings that lost their slot or are double."""
    kinds = {DutyKind.BOOKED_TWICE, DutyKind.SLOT_LOST}
    return [one for one in duties.list_duties(session) if one.duty.kind in kinds]


@pytest.fixture
def lotte(practice: Practice, wire: Wire) -> WaitingEntry:
    """Lotte waits, and everybody in the practice knows."""
    entry = a_wait(practice[0], "Lotte", Sharing.GIVEN)
    sync(*practice, wire=wire)
    return entry


def test_two_desks_that_accept_one_family_offline_both_book_and_the_second_is_a_duty(
    practice: Practice, lotte: WaitingEntry, wire: Wire, clock: Clock
) -> None:
    gp, assistant, _ = practice
    earliest, second, *_ = slots.propose_slots(gp, WALUWE).slots
    stays = accept(gp, lotte.id, earliest.slot_id)
    clock.forward(minutes=1)
    extra = accept(assistant, lotte.id, second.slot_id)

    sync(*practice, wire=wire)

    for session in practice:
        (duty,) = told(session)
        assert duty.duty.kind is DutyKind.BOOKED_TWICE
        assert duty.appointment_id == extra.appointment_id != stays.appointment_id
        assert duty.duty.params == {"stays_at": earliest.starts_at.isoformat()}
    rebooking.cancel(gp, extra.appointment_id, "dubbel geboekt")
    sync(*practice, wire=wire)
    assert [told(session) for session in practice] == [[], [], []]


def test_two_desks_that_give_the_same_slot_leave_one_booking_and_no_search_for_another(
    practice: Practice, lotte: WaitingEntry, wire: Wire
) -> None:
    gp, assistant, _ = practice
    slot = slots.propose_slots(gp, WALUWE).slots[0].slot_id
    first, lost = accept(gp, lotte.id, slot), accept(assistant, lotte.id, slot)

    sync(*practice, wire=wire)

    for session in practice:
        placed = [rows.require(session.db, Appointment, one.appointment_id).placement for one in (first, lost)]
        assert placed == [Placement.CONFIRMED, Placement.LOST]
        (duty,) = told(session)
        assert (duty.duty.kind, duty.appointment_id) == (DutyKind.BOOKED_TWICE, lost.appointment_id)
        assert rebooking.lost_bookings(session) == []


def test_a_family_whose_earlier_booking_one_desk_cancelled_first_is_still_seen_as_booked_twice(
    practice: Practice, wire: Wire
) -> None:
    gp, assistant, _ = practice
    child = NewPerson("Lotte", "Smits", date(2020, 1, 1), "06 12345678")
    first = booked(gp, new=child, sharing=Sharing.GIVEN, given_by="parent")
    request = BookingRequest(WALUWE, person_id=first.person_id, reasons=("sleep",), confirmed=True)
    _, waits = waiting.add_to_waiting_list(gp, request)
    assert isinstance(waits, Booked)
    sync(*practice, wire=wire)
    earliest, second, *_ = slots.propose_slots(gp, WALUWE).slots
    rebooking.cancel(gp, first.appointment_id, "kan eerder")
    accept(gp, waits.waiting_id, earliest.slot_id)
    accept(assistant, waits.waiting_id, second.slot_id)

    sync(*practice, wire=wire)

    assert [[one.duty.kind for one in told(session)] for session in practice] == [[DutyKind.BOOKED_TWICE]] * 3


def test_who_did_not_come_and_then_waited_on_the_list_misses_a_second_time(gp: Session) -> None:
    first = booked(gp)
    visits.miss(gp, first.appointment_id)
    request = BookingRequest(WALUWE, person_id=first.person_id, reasons=("sleep",), confirmed=True)
    _, waits = waiting.add_to_waiting_list(gp, request)
    assert isinstance(waits, Booked)
    again = accept(gp, waits.waiting_id, slots.propose_slots(gp, WALUWE).slots[0].slot_id)
    visits.miss(gp, again.appointment_id)

    assert rows.count(gp.db, SafetyTask, "about = ? AND kind = ?", (again.appointment_id, "noshow_weigh_safety")) == 1


def test_for_other_words_it_is_still_the_request_that_they_waited_for(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    child = NewPerson("Lotte", "Smits", date(2020, 1, 1), "06 12345678")
    first = booked(gp, new=child, sharing=Sharing.GIVEN, given_by="parent")
    visits.miss(gp, first.appointment_id)
    request = BookingRequest(WALUWE, person_id=first.person_id, reasons=("school",), confirmed=True)
    _, waits = waiting.add_to_waiting_list(gp, request)
    assert isinstance(waits, Booked)
    sync(*practice, wire=wire)
    earliest, second, *_ = slots.propose_slots(gp, WALUWE).slots
    again = accept(gp, waits.waiting_id, earliest.slot_id)
    accept(assistant, waits.waiting_id, second.slot_id)
    sync(*practice, wire=wire)
    assert [[one.duty.kind for one in told(session)] for session in practice] == [[DutyKind.BOOKED_TWICE]] * 3

    visits.miss(gp, again.appointment_id)
    assert rows.count(gp.db, SafetyTask, "about = ? AND kind = ?", (again.appointment_id, "noshow_weigh_safety")) == 1


def test_two_requests_of_one_day_are_two(gp: Session) -> None:
    first = booked(gp)
    visits.miss(gp, first.appointment_id)
    later = rebooking_of_another_question(gp, first.person_id)
    visits.miss(gp, later)

    assert rows.count(gp.db, SafetyTask, "about = ? AND kind = ?", (later, "noshow_weigh_safety")) == 0


def rebooking_of_another_question(session: Session, person_id: str) -> str:
    """A second request of the same child on the same day, at a desk that knew nothing of the first."""
    other = replace(rows.where(session.db, Appointment, "person_id = ?", (person_id,))[0], id="ab" * 16)
    with acting(session, Intention.BOOK) as action:
        action.start(replace(other, request_id="cd" * 16, reasons=("school",), slot_id=""), "booked")
    return other.id


def test_who_is_booked_elsewhere_does_not_wait_again_when_one_booking_is_taken_back(
    practice: Practice, lotte: WaitingEntry, wire: Wire
) -> None:
    gp, assistant, _ = practice
    earliest, second, *_ = slots.propose_slots(gp, WALUWE).slots
    mine = accept(gp, lotte.id, earliest.slot_id)
    accept(assistant, lotte.id, second.slot_id)
    sync(*practice, wire=wire)
    rebooking.take_back(gp, mine.appointment_id, "vergissing", mine.waiting_id)

    assert waiting.waiting_list(gp, WALUWE) == []
    assert told(gp) == []


def test_a_place_that_was_taken_back_here_is_not_given_to_whom_another_desk_booked(
    practice: Practice, lotte: WaitingEntry, wire: Wire
) -> None:
    gp, assistant, _ = practice
    earliest, second, third, *_ = slots.propose_slots(gp, WALUWE).slots
    theirs = accept(assistant, lotte.id, second.slot_id)
    mine = accept(gp, lotte.id, earliest.slot_id)
    rebooking.take_back(gp, mine.appointment_id, "vergissing", mine.waiting_id)
    sync(assistant, *practice, wire=wire)
    assert [one.entry_id for one in waiting.waiting_list(gp, WALUWE)] == [lotte.id]
    with pytest.raises(KnownError, match=r"waiting\.booked"):
        waiting.accept_offer(gp, lotte.id, third.slot_id)

    rebooking.cancel(gp, theirs.appointment_id, "ziek")
    again = accept(gp, lotte.id, third.slot_id)
    assert rows.require(gp.db, Appointment, again.appointment_id).requested_on == lotte.since


def test_a_next_talk_and_one_that_was_missed_are_not_double(practice: Practice, lotte: WaitingEntry) -> None:
    gp, *_ = practice
    earliest, second, *_ = slots.propose_slots(gp, WALUWE).slots
    first = accept(gp, lotte.id, earliest.slot_id)
    visits.miss(gp, first.appointment_id)
    entry = a_wait(gp, "Teun")
    accept(gp, entry.id, second.slot_id)

    assert told(gp) == []
    assert rows.require(gp.db, Appointment, first.appointment_id).status is AppointmentStatus.NOSHOW
