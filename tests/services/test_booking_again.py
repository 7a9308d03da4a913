"""Booking a child that the desk knows: who is meant, what is planned already, and which talk it will be."""

from dataclasses import replace
from datetime import date, time, timedelta

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, ReferrerType
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, SafetyTask, Slot, VisitKind
from gpconnect.services import booking, cards, rebooking, requests, visits
from gpconnect.services.acting import acting
from gpconnect.services.booking import Booked, Doubt
from gpconnect.services.cards import NewPerson
from gpconnect.services.session import Session
from gpconnect.services.slots import Wish
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


def test_a_second_no_show_weighs_safety_and_waiting_goes_on_since_the_day_of_asking(gp: Session, clock: Clock) -> None:
    first = booked(gp)
    visits.miss(gp, first.appointment_id)
    clock.move_to(date(2026, 12, 1))
    second = booked(gp, new=None, person_id=first.person_id)
    again = the_appointment(gp, second)
    assert (again.requested_on, again.request_id) == (TUESDAY, first.appointment_id)

    visits.miss(gp, second.appointment_id)
    kinds = [one.kind for one in rows.where(gp.db, SafetyTask, "about = ?", (second.appointment_id,), order="kind")]
    assert kinds == ["noshow_call", "noshow_tell_gp", "noshow_weigh_safety"]


def test_a_request_goes_on_after_calling_off_and_booking_again(gp: Session, clock: Clock) -> None:
    first = booked(gp)
    rebooking.cancel(gp, first.appointment_id, "ziek")
    rebooking.book_again(gp, first.appointment_id)
    (again,) = rows.where(gp.db, Appointment, "status = ?", (AppointmentStatus.BOOKED,))
    assert again.request_id == first.appointment_id

    rebooking.cancel(gp, again.id, "ziek")
    clock.move_to(date(2026, 12, 1))
    third = the_appointment(gp, booked(gp, new=None, person_id=first.person_id))
    assert (third.requested_on, third.request_id) == (TUESDAY, first.appointment_id)


def test_who_comes_back_half_a_year_later_asks_anew(gp: Session, clock: Clock, worker: Session) -> None:
    first = booked(gp)
    rebooking.cancel(gp, first.appointment_id, "niet meer nodig")
    clock.move_to(TUESDAY + timedelta(days=100))
    with acting(gp, Intention.PLAN_HALF_DAYS) as action:
        half_day = HalfDaySession("77" * 16, WALUWE, worker.actor.staff_id, date(2027, 5, 4), time(9), time(10))
        action.write(half_day)
        action.write(Slot("78" * 16, half_day.id, WALUWE, clock.at + timedelta(days=60), 45))
    later = the_appointment(gp, booked(gp, new=None, person_id=first.person_id, slot_id="78" * 16))

    assert (later.requested_on, later.request_id) == (gp.today(), later.id)


def test_the_choice_is_by_length_and_by_worker(gp: Session, worker: Session) -> None:
    both = requests.choices(gp, Wish((WALUWE,), 20))
    long = requests.choices(gp, Wish((WALUWE,), 45))
    assert [one.minutes for one in long.proposal.slots] == [45] * 4
    assert 20 in {one.minutes for one in both.proposal.slots}
    assert both.workers == ((worker.actor.staff_id, "Sanne de Vries"),)
    assert requests.choices(gp, Wish((WALUWE,), worker_id="00" * 16)).proposal.slots == ()


def test_whether_the_family_agrees_to_the_gp_joining_is_kept_only_with_the_joining(gp: Session) -> None:
    assert the_appointment(gp, booked(gp, gp_joins=True, family_agreed=True)).family_agreed
    assert not the_appointment(gp, booked(gp, family_agreed=True, confirmed=True)).family_agreed
