"""What people do around a visit, at the practice or in the office: through the services that the screens use.

Each deed draws from what this device knows whom it is about; when there is nobody it says so with `NothingError`.
"""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import TypeVar

import msgspec

from gpconnect.demo import answers
from gpconnect.domain.consent import Decision
from gpconnect.domain.directory import Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import Moment, Voice
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.schedule import Appointment, AppointmentStatus, SafetyTask, Slot, WaitingEntry
from gpconnect.services import (
    applying,
    booking,
    directory,
    feedback,
    gp_evaluations,
    held_details,
    rebooking,
    reporting,
    slots,
    visits,
    waiting,
)
from gpconnect.services.booking import Booked, BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.directory import TypedProvider
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction

Deed = Callable[[Session, Random], object]
T = TypeVar("T")
CHILD = "Zwaluwstaart"
"""The family name of every child in a history: where it may not be read, it must not be found."""
NAMES = ("Noor", "Daan", "Sem", "Liv", "Mees", "Saar", "Finn", "Evi")
BORN = (date(2010, 3, 2), date(2014, 9, 30), date(2006, 1, 15), date(2017, 6, 1))
_PARENTS_DECIDE_SINCE = 2013
SHARED = 0.8
NEAR = 2
"""People choose among so many of the first free slots, so that they want the same one."""


class NothingError(Exception):
    """There is nobody and nothing to do this with."""


def one_of(dice: Random, found: Sequence[T]) -> T:
    if not found:
        raise NothingError
    return found[dice.randrange(len(found))]


def site_of(session: Session, dice: Random) -> str:
    return one_of(dice, session.actor.site_ids)


def visit(session: Session, dice: Random, *states: AppointmentStatus) -> Appointment:
    marks = ", ".join("?" * len(states))
    return one_of(dice, rows.where(session.db, Appointment, f"status IN ({marks})", states, order="booked_at, id"))


def book(session: Session, dice: Random) -> None:
    site = site_of(session, dice)
    booking.book(session, _request(site, dice, _free(session, dice, site).id, new=_new(dice)))


def book_known(session: Session, dice: Random) -> None:
    card = one_of(dice, rows.where(session.db, PersonCard, "shared", order="id"))
    booking.book(session, _request(card.site_id, dice, _free(session, dice, card.site_id).id, person_id=card.id))


def walk_in(session: Session, dice: Random) -> None:
    site = site_of(session, dice)
    free = slots.free(session, site, 20, walk_in=True)
    slot_id = free[0].id if free and dice.random() < 0.7 else ""
    booking.walk_in(session, _request(site, dice, slot_id, new=_new(dice)))


def ask_peer(session: Session, dice: Random) -> None:
    site = site_of(session, dice)
    booking.ask_peer(session, site, "Hoe lang mag dit duren?", _free(session, dice, site).id)


def urgent(session: Session, dice: Random) -> None:
    booking.raise_urgent(session, _request(site_of(session, dice), dice, "", new=_new(dice)))


def wait(session: Session, dice: Random) -> None:
    _, placed = waiting.add_to_waiting_list(session, _request(site_of(session, dice), dice, "", new=_new(dice)))
    assert isinstance(placed, Booked), "confirmed requests raise no doubt"


def offer(session: Session, dice: Random) -> None:
    entry = one_of(dice, rows.where(session.db, WaitingEntry, "ended_on IS NULL", order="id"))
    waiting.offer_slot(session, entry.id, _free(session, dice, entry.site_id).id)


def accept_offer(session: Session, dice: Random) -> None:
    """The slot that was offered, or another one that suits the family better."""
    entry = one_of(dice, rows.where(session.db, WaitingEntry, "ended_on IS NULL", order="offered_slot_id = '', id"))
    other = not entry.offered_slot_id or dice.random() < 0.2
    waiting.accept_offer(session, entry.id, _free(session, dice, entry.site_id).id if other else "")


def end_waiting(session: Session, dice: Random) -> None:
    entry = one_of(dice, rows.where(session.db, WaitingEntry, "ended_on IS NULL", order="id"))
    waiting.end_waiting(session, entry.id, "Hulp elders gevonden")


def cancel(session: Session, dice: Random) -> None:
    rebooking.cancel(session, visit(session, dice, AppointmentStatus.BOOKED).id, "Ziek")


def move(session: Session, dice: Random) -> None:
    one = visit(session, dice, AppointmentStatus.BOOKED)
    rebooking.move(session, one.id, _free(session, dice, one.site_id).id)


def book_again(session: Session, dice: Random) -> None:
    rebooking.book_again(session, visit(session, dice, AppointmentStatus.CANCELLED).id)


def rebook_lost(session: Session, dice: Random) -> None:
    lost = one_of(dice, rebooking.lost_bookings(session))
    rebooking.rebook(session, lost.appointment_id, one_of(dice, lost.offers).slot_id)


def acknowledge_loss(session: Session, dice: Random) -> None:
    rebooking.acknowledge_loss(session, one_of(dice, rebooking.lost_bookings(session)).appointment_id)


def receive(session: Session, dice: Random) -> None:
    visits.receive(session, visit(session, dice, AppointmentStatus.BOOKED).id)


def step_back(session: Session, dice: Random) -> None:
    visits.step_back(session, visit(session, dice, AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONVERSATION).id)


def finish_task(session: Session, dice: Random) -> None:
    visits.finish_task(session, one_of(dice, rows.where(session.db, SafetyTask, "done_at IS NULL", order="id")).id)


def share_card(session: Session, dice: Random) -> None:
    card = one_of(dice, rows.where(session.db, PersonCard, order="id"))
    held_details.record_sharing(session, card.id, "parent", dice.choice((Decision.GIVEN, Decision.WITHDRAWN)))


def read_feedback(session: Session, dice: Random) -> None:
    feedback.acknowledge(session, one_of(dice, feedback.received(session)).feedback.id)


def answer_gp(session: Session, dice: Random) -> None:
    form = one_of(dice, [one for one in gp_evaluations.gp_forms(session).forms if not one.answered])
    told = answers.evaluation(dice, Voice.GP, gp_evaluations.GP_FORM, Moment.END, helped=True)
    gp_evaluations.answer_gp(session, form.episode_id, told)


def save_provider(session: Session, dice: Random) -> None:
    known = one_of(dice, rows.where(session.db, Provider, order="id"))
    typed = TypedProvider(known.name, known.destination, known.helps_with, waiting_weeks=str(dice.randrange(9)))
    directory.save_provider(session, typed, known.id if dice.random() < 0.8 else "")


def archive_provider(session: Session, dice: Random) -> None:
    known = one_of(dice, rows.where(session.db, Provider, "length(id) = 32 AND id NOT LIKE '9%'", order="id"))
    directory.archive_provider(session, known.id)


def report(session: Session, dice: Random) -> None:
    first = date(2026, dice.randint(9, 11), 1)
    reporting.issue(session, "interim", first, date(2026, 12, 31))


def slip_in_wrong(session: Session, dice: Random) -> None:
    """A broken program at a practice makes what its role may not make, or what nobody knows yet."""
    space = f"practice/{site_of(session, dice)}"
    me, patient_id = session.actor.staff_id, session.new_id()
    made = Patient(patient_id, "Iemand", CHILD, BORN[0], me, session.now())
    kind = dice.choice(("patient.recorded", "tomorrow.recorded"))
    operation = Operation(
        op_id=session.new_id(),
        space=space,
        dossier=None,
        kind=kind,
        record=patient_id,
        schema=1,
        made_at=session.now(),
        author=me,
        device=session.device,
        action=session.new_id(),
        body=msgspec.to_builtins(made),
    )
    with transaction(session.db):
        applying.apply(session.db, operation)


def _free(session: Session, dice: Random, site: str) -> Slot:
    return one_of(dice, slots.free(session, site, dice.choice((20, 45)))[:NEAR])


def _new(dice: Random) -> NewPerson:
    return NewPerson(dice.choice(NAMES), f"van {CHILD}", dice.choice(BORN))


def _request(
    site: str, dice: Random, slot_id: str, *, new: NewPerson | None = None, person_id: str = ""
) -> BookingRequest:
    return BookingRequest(
        site,
        slot_id,
        person_id=person_id,
        new=new,
        reasons=("sleep",),
        words="Slaapt slecht",
        sharing=Sharing.GIVEN if dice.random() < SHARED else Sharing.TO_ASK,
        given_by="parent" if new is not None and new.birth_date.year > _PARENTS_DECIDE_SINCE else "patient",
        confirmed=True,
    )


DEEDS: dict[str, Deed] = {
    "book": book,
    "book_known": book_known,
    "walk_in": walk_in,
    "ask_peer": ask_peer,
    "urgent": urgent,
    "wait": wait,
    "offer": offer,
    "accept_offer": accept_offer,
    "end_waiting": end_waiting,
    "cancel": cancel,
    "move": move,
    "book_again": book_again,
    "rebook_lost": rebook_lost,
    "acknowledge_loss": acknowledge_loss,
    "receive": receive,
    "step_back": step_back,
    "finish_task": finish_task,
    "share_card": share_card,
    "read_feedback": read_feedback,
    "answer_gp": answer_gp,
    "save_provider": save_provider,
    "archive_provider": archive_provider,
    "report": report,
    "slip_in": slip_in_wrong,
}
ORDINARY = (KnownError, NothingError)
"""What a deed may say instead of being done."""
