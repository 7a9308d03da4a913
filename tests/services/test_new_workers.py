"""Another worker sits there than the family was told: the desk says so to them, once."""

from datetime import date, time, timedelta

import pytest

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.schedule import HalfDaySession
from gpconnect.services import absences, duties, half_days, new_workers, rebooking, slots
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.booking import Booked
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.duties import DutyView
from gpconnect.services.half_days import LooseRequest
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, TOLHUIS, TUESDAY, WALUWE, Clock
from tests.services.test_booking import booked
from tests.services.visits_help import a_booking, slots_of_today

SANNE, JORIS = PEOPLE["worker"].staff_id, PEOPLE["colleague"].staff_id
BORN = date(2010, 5, 2)
NEXT = TUESDAY + timedelta(weeks=1)


def tells(session: Session) -> list[DutyView]:
    """Whom to tell who speaks to them."""
    return [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.TELL_NEW_WORKER]


def taken_over(session: Session) -> tuple[str, ...]:
    """Joris takes over from Sanne next week."""
    _, plan = absences.report(session, AbsenceRequest(SANNE, NEXT, NEXT, JORIS), dry_run=False)
    assert [one.taken_over for one in plan.half_days] == [True]
    return plan.absence_ids


@pytest.fixture
def lotte(gp: Session) -> Booked:
    """Booked next week with Sanne."""
    one = booked(gp, slot_id=next(o.slot_id for o in slots.propose_slots(gp, WALUWE, most=9).slots if on(o, NEXT)))
    assert tells(gp) == []
    return one


def on(offer: slots.SlotOffer, day: date) -> bool:
    return offer.starts_at.date() == day


def test_when_a_deputy_takes_over_the_family_is_told_and_that_can_be_taken_back(gp: Session, lotte: Booked) -> None:
    taken_over(gp)
    (duty,) = tells(gp)
    assert (duty.appointment_id, duty.about) == (lotte.appointment_id, "Joris Maas")
    assert duty.duty.params["before"] == SANNE

    rebooking.tell_worker(gp, lotte.appointment_id)
    assert tells(gp) == []
    rebooking.tell_worker(gp, lotte.appointment_id, SANNE)
    assert [one.appointment_id for one in tells(gp)] == [lotte.appointment_id]


def test_who_is_back_is_told_of_only_to_families_that_know_the_deputy(gp: Session, lotte: Booked) -> None:
    ends = taken_over(gp)
    absences.end(gp, ends)
    assert tells(gp) == []

    ends = taken_over(gp)
    rebooking.tell_worker(gp, lotte.appointment_id)
    absences.end(gp, ends)
    assert [one.about for one in tells(gp)] == ["Sanne de Vries"]


def test_who_is_booked_with_the_deputy_knows(gp: Session) -> None:
    taken_over(gp)
    one = booked(gp, slot_id=next(o.slot_id for o in slots.propose_slots(gp, WALUWE, most=9).slots if on(o, NEXT)))

    assert one.worker_name == "Joris Maas"
    assert tells(gp) == []


def test_a_booking_of_an_older_program_was_told_whoever_it_was_meant_for(gp: Session, lotte: Booked) -> None:
    with transaction(gp.db):
        gp.db.execute("DELETE FROM operation WHERE record = ?", (lotte.appointment_id,))
    assert tells(gp) == []
    taken_over(gp)

    assert [one.duty.params["before"] for one in tells(gp)] == [SANNE]


def test_who_hears_another_time_hears_the_worker_with_it_and_is_one_duty(gp: Session, lotte: Booked) -> None:
    day = NEXT + timedelta(days=1)
    request = LooseRequest(WALUWE, JORIS, day, time(9), ("45",), room="Kamer 9")
    half_days.add_loose(gp, request, dry_run=False)
    (there,) = [one for one in slots.propose_slots(gp, WALUWE, most=20).slots if on(one, day)]
    rebooking.move(gp, lotte.appointment_id, there.slot_id)
    kinds = [one.duty.kind for one in duties.list_duties(gp) if one.appointment_id == lotte.appointment_id]
    assert DutyKind.TELL_NEW_TIME in kinds
    assert DutyKind.TELL_NEW_WORKER not in kinds

    rebooking.tell_time(gp, lotte.appointment_id)
    assert tells(gp) == []


def test_what_is_over_and_what_was_cancelled_is_told_to_nobody(gp: Session, lotte: Booked, clock: Clock) -> None:
    taken_over(gp)
    clock.move_to(NEXT, time(18))
    assert tells(gp) == []
    clock.move_to(TUESDAY)
    rebooking.cancel(gp, lotte.appointment_id, "ziek")
    assert tells(gp) == []

    rebooking.book_again(gp, lotte.appointment_id)
    assert [one.duty.params["before"] for one in tells(gp)] == [SANNE], "they still think that it is Sanne"


def test_a_worker_tells_only_where_no_desk_takes_part(worker: Session) -> None:
    offer = next(o for o in slots.propose_slots(worker, TOLHUIS, most=9).slots if o.starts_at.date() > TUESDAY)
    booked(worker, site_id=TOLHUIS, slot_id=offer.slot_id, sharing=Sharing.GIVEN, given_by="patient")
    half_day = rows.where(worker.db, HalfDaySession, "site_id = ? AND day = ?", (TOLHUIS, offer.starts_at.date()))[0]
    other = JORIS if half_day.worker_id == SANNE else SANNE
    with transaction(worker.db):
        worker.db.execute("UPDATE half_day_session SET worker_id = ? WHERE id = ?", (other, half_day.id))
    assert len(tells(worker)) == 1, "nobody is at the desk of Het Tolhuis"


def test_a_worker_tells_the_family_whose_card_no_desk_has(worker: Session) -> None:
    offers = [one for one in slots.propose_slots(worker, WALUWE, most=9).slots if on(one, NEXT)]
    mia, bo = NewPerson("Mia", "Vos", BORN), NewPerson("Bo", "Jansen", date(2011, 1, 9))
    booked(worker, slot_id=offers[0].slot_id, sharing=Sharing.GIVEN, given_by="patient", new=mia)
    kept = booked(worker, slot_id=offers[1].slot_id, new=bo)
    absences.report(worker, AbsenceRequest(SANNE, NEXT, NEXT, JORIS), dry_run=False)

    assert [one.appointment_id for one in tells(worker)] == [kept.appointment_id]


def test_who_was_told_of_a_move_that_is_taken_back_still_thinks_of_the_first(gp: Session, lotte: Booked) -> None:
    taken_over(gp)
    later = next(one for one in slots.propose_slots(gp, WALUWE, most=20).slots if on(one, NEXT))
    rebooking.move(gp, lotte.appointment_id, later.slot_id, told=True)
    assert tells(gp) == [], "on the phone they heard that it is Joris"

    rebooking.move_back(gp, lotte.appointment_id, lotte.slot_id, lotte.starts_at)
    assert [one.duty.params["before"] for one in tells(gp)] == [SANNE]


def test_a_family_of_an_older_program_thinks_of_whom_the_half_day_was_meant_for(gp: Session) -> None:
    visit = a_booking(gp, 4)
    absences.report(gp, AbsenceRequest(SANNE, TUESDAY, TUESDAY, JORIS), dry_run=False)
    before, later = slots_of_today(gp)[4:6]
    rebooking.move(gp, visit, later.id, told=True)
    assert tells(gp) == []

    rebooking.move_back(gp, visit, before.id, before.starts_at)
    assert [one.duty.params["before"] for one in tells(gp)] == [SANNE]


def test_a_move_that_said_nothing_leaves_what_they_know(gp: Session, lotte: Booked) -> None:
    taken_over(gp)
    rebooking.tell_worker(gp, lotte.appointment_id)
    later = next(one for one in slots.propose_slots(gp, WALUWE, most=20).slots if on(one, NEXT))
    rebooking.move(gp, lotte.appointment_id, later.slot_id)
    rebooking.move_back(gp, lotte.appointment_id, lotte.slot_id, lotte.starts_at)

    assert new_workers.told(gp.db, (lotte.appointment_id,)) == {lotte.appointment_id: JORIS}
    assert tells(gp) == []
