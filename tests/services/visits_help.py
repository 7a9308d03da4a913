"""Bookings to work with: one child, agreed to be known, in the first slot of today's half-day at De Waluwe."""

from dataclasses import replace
from datetime import date
from typing import Any

from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Slot, VisitKind
from gpconnect.services import notes, slots, visits
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE


def slots_of_today(session: Session, site_id: str = WALUWE) -> list[Slot]:
    """The slots of the half-day of 24 November, in order."""
    return rows.where(session.db, Slot, "site_id = ? AND starts_at < '2026-11-25'", (site_id,), order="starts_at")


def a_booking(
    session: Session,
    place: int = 0,
    *,
    given_name: str = "Noor",
    birth_date: date = date(2010, 3, 2),
    shared: bool = True,
    visit: VisitKind = VisitKind.FIRST,
    person_id: str = "",
    words: str = "Ik slaap slecht",
) -> str:
    """Book a child into a slot of today, past ones too; gives the appointment's id."""
    slot = slots_of_today(session)[place]
    peer = visit is VisitKind.PEER_CONSULTATION
    child = "" if peer else person_id or session.new_id()
    with acting(session, Intention.BOOK) as action:
        if not person_id and not peer and shared:
            action.write(PersonCard(child, WALUWE, given_name, "Berg", birth_date, "van den", shared=True), "recorded")
        claim, token_hash = slots.take(session.db, slot)
        appointment = Appointment(
            id=session.new_id(),
            site_id=WALUWE,
            slot_id=slot.id,
            person_id=child,
            visit=visit,
            reasons=("sleep",),
            requested_on=date(2026, 11, 10),
            booked_by="e1" * 16,
            booked_at=session.now(),
            told_start=slot.starts_at,
            words="" if peer or not shared else words,
            age=None if peer else 16,
            practitioner="dr. Peters",
            claim_token_hash=token_hash,
        )
        action.start(appointment, "booked", claim=claim)
    return appointment.id


def a_talk_with_note(session: Session, place: int = 0, **named: Any) -> str:
    """A child in conversation whose note is signed."""
    appointment_id = a_booking(session, place, **named)
    visits.begin(session, appointment_id)
    sign_note(session, appointment_id)
    return appointment_id


def sign_note(session: Session, appointment_id: str) -> str:
    """Write and sign the note of a first talk."""
    _, view = notes.open_visit(session, appointment_id)
    answers = {"request": "Ik wil weer slapen", "safety": "safe", "agreements": "Sanne belt maandag"}
    _, signed = notes.sign(session, replace(view.draft, answers=answers))
    assert not signed.problems
    return signed.note_id
