"""What is written at a desk in somebody's own words and is about a child does not leave before the family agreed."""

from datetime import date

import pytest

from gpconnect.domain.consent import Decision
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, HalfDaySession, Slot
from gpconnect.services import half_days, held_details, rebooking, schedule, slots
from gpconnect.services.booking import Booked
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.services.conftest import WALUWE
from tests.services.online import Wire, sync
from tests.services.test_booking import WORDS, booked

Practice = tuple[Session, Session, Session]
WHY = "Emma is opgenomen"


def why_at(session: Session, one: Booked) -> tuple[str, str]:
    """Why it was cancelled: in the record, and as this desk reads it."""
    kept = rows.require(session.db, Appointment, one.appointment_id)
    return kept.status_reason, schedule.open_appointment(session, one.appointment_id).status_reason


def half_day_of(session: Session, one: Booked) -> HalfDaySession:
    slot = rows.require(session.db, Slot, one.slot_id)
    return rows.require(session.db, HalfDaySession, slot.session_id)


def test_why_in_own_words_stays_at_the_desk_until_the_family_agreed(practice: Practice, wire: Wire) -> None:
    gp, assistant, worker = practice
    one = booked(gp)
    rebooking.cancel(gp, one.appointment_id, WHY)
    sync(*practice, wire=wire)

    assert why_at(gp, one) == (held_details.KEPT_HERE, WHY)
    monday = half_day_of(gp, one).day
    assert [gone.reason for gone in schedule.cancelled_in_week(gp, WALUWE, monday)] == [WHY]
    for session in (assistant, worker):
        assert why_at(session, one) == (held_details.KEPT_HERE, held_details.KEPT_HERE)
        assert WHY not in str([op.body for op in operations.of_record(session.db, "appointment", one.appointment_id)])


def test_a_reason_from_the_list_and_that_of_who_agreed_are_known_everywhere(practice: Practice, wire: Wire) -> None:
    gp, assistant, _ = practice
    listed = booked(gp)
    rebooking.cancel(gp, listed.appointment_id, "ziek", listed=True)
    new = NewPerson("Teun", "Bakker", date(2009, 5, 1))
    agreed = booked(gp, new=new, sharing=Sharing.GIVEN, given_by="patient")
    rebooking.cancel(gp, agreed.appointment_id, "verhuisd")
    sync(*practice, wire=wire)

    assert [why_at(assistant, one)[0] for one in (listed, agreed)] == ["ziek", "verhuisd"]


def test_what_was_said_of_a_cancelled_booking_comes_back_with_it(gp: Session) -> None:
    one = booked(gp)
    rebooking.cancel(gp, one.appointment_id, WHY)
    rebooking.book_again(gp, one.appointment_id)
    (again,) = rows.where(gp.db, Appointment, "status = 'booked'")

    assert held_details.held(gp.db, again.id) == held_details.Details(words=WORDS)
    assert held_details.held(gp.db, one.appointment_id) == held_details.Details()


def test_after_a_yes_only_why_it_was_cancelled_stays_of_a_cancelled_booking(gp: Session) -> None:
    one = booked(gp)
    rebooking.cancel(gp, one.appointment_id, WHY)
    held_details.record_sharing(gp, one.person_id, "patient", Decision.GIVEN)
    held_details.record_sharing(gp, one.person_id, "parent", Decision.GIVEN)

    assert why_at(gp, one)[1] == WHY
    assert held_details.held(gp.db, one.appointment_id) == held_details.Details(cancelled_why=WHY)


@pytest.mark.parametrize("note", ["Emma komt eerst naar de balie", "bel emma de graaf", "mevrouw De GRAAF belt"])
def test_a_note_for_the_day_does_not_name_who_comes(gp: Session, note: str) -> None:
    half_day = half_day_of(gp, booked(gp))
    with pytest.raises(KnownError, match=r"half_day\.note_names"):
        half_days.write_note(gp, half_day.id, note)

    assert rows.require(gp.db, HalfDaySession, half_day.id).note == ""


def test_why_a_half_day_is_called_off_does_not_name_who_comes(gp: Session) -> None:
    half_day = half_day_of(gp, booked(gp))
    with pytest.raises(KnownError, match=r"half_day\.reason_names"):
        half_days.call_off(gp, half_day.id, "Emma is ziek")
    assert rows.require(gp.db, HalfDaySession, half_day.id) == half_day

    half_days.call_off(gp, half_day.id, "Sanne is ziek")
    assert rows.require(gp.db, HalfDaySession, half_day.id).called_off_why == "Sanne is ziek"


@pytest.mark.parametrize(
    "note",
    ["", "Kamer 3, de sleutel ligt bij de balie", "Sanne komt iets later", "Praktijk De Waluwe is verbouwd", "graaf 2"],
)
def test_what_names_nobody_is_kept_also_when_it_looks_like_it(gp: Session, note: str) -> None:
    one = booked(gp)
    booked(
        gp, new=NewPerson("Sanne", "Vos", date(2013, 1, 1)), slot_id=slots.propose_slots(gp, WALUWE).slots[0].slot_id
    )
    half_day = half_day_of(gp, one)
    half_days.write_note(gp, half_day.id, note)

    assert rows.require(gp.db, HalfDaySession, half_day.id).note == note


def test_who_comes_on_another_day_may_be_meant_by_nobody(gp: Session) -> None:
    first = half_day_of(gp, booked(gp))
    other = rows.where(gp.db, HalfDaySession, "day > ? AND site_id = ?", (first.day, WALUWE), order="day")[0]
    half_days.write_note(gp, other.id, "Emma brengt taart")

    assert rows.require(gp.db, HalfDaySession, other.id).note == "Emma brengt taart"
