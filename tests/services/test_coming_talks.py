"""After a no to help nobody is expected any more: what is still booked is called off in one act."""

import pytest

from gpconnect.domain.care import Outcome
from gpconnect.domain.consent import Decision, Scope
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, WaitingEntry
from gpconnect.services import coming_talks, consents, outcomes, patients, slots
from gpconnect.services.acting import acting
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.purposes import HELP
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import TEAM, WALUWE
from tests.services.visits_help import a_booking, a_talk_with_note

OUR_HELP = Question(Scope.HELP, HELP, TEAM, "Buurtzorg Jong")


@pytest.fixture
def child(worker: Session) -> str:
    """A girl of sixteen with a talk behind her and two to come."""
    visit = a_talk_with_note(worker)
    slot = outcomes.propose_next(worker, visit)[0].id
    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, slot)
    found = rows.require(worker.db, Appointment, visit).person_id
    a_booking(worker, 4, person_id=found)
    return found


def booked(session: Session, child: str) -> list[str]:
    found = rows.where(session.db, Appointment, "person_id = ? AND status = ?", (child, AppointmentStatus.BOOKED))
    return [one.id for one in found]


def test_nothing_is_listed_while_help_goes_on(worker: Session, child: str) -> None:
    assert coming_talks.after_no(worker, child) == ()
    consents.record_consent(worker, NewConsent(child, OUR_HELP, "patient"))
    assert coming_talks.after_no(worker, child) == ()
    assert coming_talks.call_off(worker, child)[1] == ()
    assert len(booked(worker, child)) == 2


@pytest.mark.parametrize("decision", [Decision.REFUSED, Decision.WITHDRAWN])
def test_after_a_no_all_that_is_to_come_is_called_off_and_its_slots_are_free(
    worker: Session, child: str, decision: Decision
) -> None:
    consents.record_consent(worker, NewConsent(child, OUR_HELP, "patient", decision))
    talks = coming_talks.after_no(worker, child)
    moments = [one.starts_at for one in talks if one.starts_at is not None]
    assert len(moments) == 2
    assert moments == sorted(moments)
    assert {one.appointment_id for one in talks} == set(booked(worker, child))
    assert {one.site_name for one in talks} == {"Praktijk De Waluwe"}
    taken = [rows.require(worker.db, Appointment, one.appointment_id).slot_id for one in talks]

    _, ended = coming_talks.call_off(worker, child)

    assert booked(worker, child) == []
    assert coming_talks.after_no(worker, child) == ()
    assert set(taken) <= {one.id for one in slots.free(worker, WALUWE, 20)}
    assert {rows.require(worker.db, Appointment, one).status for one in ended} == {AppointmentStatus.CANCELLED}

    coming_talks.take_back(worker, ended)
    assert len(coming_talks.after_no(worker, child)) == 2


@pytest.mark.parametrize("backwards", [False, True])
def test_a_slot_that_was_given_away_meanwhile_is_said_and_the_others_stand_again(
    worker: Session, child: str, *, backwards: bool
) -> None:
    consents.withdraw(worker, child, OUR_HELP, "patient")
    _, ended = coming_talks.call_off(worker, child)
    a_booking(worker, 4, given_name="Tim")

    with pytest.raises(KnownError, match=r"slot\.taken"):
        coming_talks.take_back(worker, ended[::-1] if backwards else ended)

    assert len(booked(worker, child)) == 1


def test_the_no_of_who_does_not_decide_calls_nothing_off(worker: Session, child: str) -> None:
    mother = patients.save_related(worker, child, patients.TypedPerson("Elif"))[1]
    consents.withdraw(worker, child, OUR_HELP, mother)

    assert coming_talks.after_no(worker, child) == ()


def test_a_place_on_the_waiting_list_ends_with_it_and_comes_back_with_it(worker: Session, child: str) -> None:
    entry, other = (
        WaitingEntry(letter * 32, WALUWE, person, worker.today(), ("sleep",), age=16, offered_slot_id=slot)
        for letter, person, slot in (("a", child, "some slot"), ("b", "f0" * 16, ""))
    )
    with acting(worker, Intention.MANAGE_WAITING_LIST) as action:
        action.write(entry, "added")
        action.write(other, "added")
    consents.withdraw(worker, child, OUR_HELP, "patient")
    last = coming_talks.after_no(worker, child)[-1]
    assert (last.appointment_id, last.starts_at, last.site_name) == (entry.id, None, "Praktijk De Waluwe")

    _, ended = coming_talks.call_off(worker, child)

    gone = rows.require(worker.db, WaitingEntry, entry.id)
    assert (gone.ended_on, gone.ended_why, gone.offered_slot_id) == (worker.today(), "no_longer", "")
    assert rows.require(worker.db, WaitingEntry, other.id).ended_on is None
    assert coming_talks.after_no(worker, child) == ()

    coming_talks.take_back(worker, ended)
    back = rows.require(worker.db, WaitingEntry, entry.id)
    assert (back.ended_on, back.ended_why) == (None, "")
    assert len(coming_talks.after_no(worker, child)) == 3
