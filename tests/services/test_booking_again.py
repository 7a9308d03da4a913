"""Booking a child that the desk knows: who is meant, what is planned already, and which talk it will be."""

from dataclasses import replace
from datetime import date

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, ReferrerType
from gpconnect.domain.schedule import Appointment, AppointmentStatus, VisitKind
from gpconnect.services import booking, cards, rebooking
from gpconnect.services.booking import Booked, Doubt
from gpconnect.services.cards import NewPerson
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import TUESDAY, WALUWE, Clock
from tests.services.test_booking import a_request, booked, the_appointment


def test_a_child_with_an_appointment_raises_a_doubt_that_can_be_confirmed(gp: Session, clock: Clock) -> None:
    first = booked(gp)
    again = a_request(gp, new=None, person_id=first.person_id)

    for doubt in (booking.book(gp, again)[1], booking.walk_in(gp, replace(again, slot_id=""))[1]):
        assert isinstance(doubt, Doubt)
        assert doubt.planned is not None
        assert (doubt.planned.id, doubt.planned_at) == (first.appointment_id, first.starts_at)
    _, urgent = booking.raise_urgent(gp, replace(again, slot_id=""))
    assert isinstance(urgent, Booked)
    assert booked(gp, new=None, person_id=first.person_id, confirmed=True).appointment_id

    for one in rows.where(gp.db, Appointment):
        rebooking.cancel(gp, one.id, "ziek")
    clock.move_to(date(2026, 12, 1))
    assert booking.doubt_about(gp, again) is None


def test_who_was_seen_here_and_is_still_in_care_gets_a_next_talk(gp: Session, clock: Clock) -> None:
    first = the_appointment(gp, booked(gp))
    rows.put(gp.db, replace(first, status=AppointmentStatus.FULFILLED, status_at=gp.now()))
    assert booking.doubt_about(gp, a_request(gp, new=None, person_id=first.person_id)) is not None

    clock.move_to(date(2026, 12, 1))
    again = booked(gp, new=None, person_id=first.person_id)
    assert the_appointment(gp, again).visit is VisitKind.FOLLOW_UP

    rebooking.cancel(gp, again.appointment_id, "ziek")
    told = Feedback("fb" * 16, WALUWE, first.person_id, first.id, FeedbackMoment.CLOSURE, gp.today())
    rows.put(gp.db, replace(told, status=FeedbackStatus.SENT, sent_at=gp.now()))
    assert the_appointment(gp, booked(gp, new=None, person_id=first.person_id)).visit is VisitKind.FIRST


def test_a_worker_reads_from_the_episode_whether_it_is_a_next_talk(worker: Session) -> None:
    first = the_appointment(worker, booked(worker))
    rows.put(worker.db, replace(first, status=AppointmentStatus.FULFILLED, status_at=worker.now()))
    book = {"new": None, "person_id": first.person_id, "confirmed": True}
    assert the_appointment(worker, booked(worker, **book)).visit is VisitKind.FIRST

    going = EpisodeOfCare(
        "ec" * 16, first.person_id, TUESDAY, ReferrerType.GP, worker.actor.staff_id, started_on=TUESDAY
    )
    rows.put(worker.db, going)
    assert the_appointment(worker, booked(worker, **book)).visit is VisitKind.FOLLOW_UP


def test_every_typed_word_has_a_part_of_the_name_of_its_own(gp: Session) -> None:
    booked(gp, new=NewPerson("Finn", "Jansen", date(2012, 5, 1)))
    booked(gp, new=NewPerson("Jan", "van den Jansen", date(2014, 5, 1)))

    assert [one.given_name for one in cards.search_people(gp, "Jan Jansen")] == ["Jan"]
    assert [one.given_name for one in cards.search_people(gp, "jans v.d. jan")] == ["Jan"]
    assert {one.given_name for one in cards.search_people(gp, "jan")} == {"Finn", "Jan"}
