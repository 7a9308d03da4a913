"""What happens to a booking later: moved, cancelled, or its slot lost to somebody who reached the hub first."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from gpconnect.domain import booking as machine
from gpconnect.domain.calendar import is_holding
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Placement,
    SafetyTask,
    Slot,
    VisitKind,
    WaitingEntry,
)
from gpconnect.domain.typed import clean_reason
from gpconnect.services import asked_with, held_details, new_workers, requests, slots
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.session import Session
from gpconnect.services.slots import SlotOffer
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction

OFFERED = 3
"""Free slots that whoever lost one may choose from."""
BOOKED = "booked"
"""Why a place on the waiting list ended: this family has an appointment."""
_LOST = "slot_lost"
_SETTLED = "acknowledged"


@dataclass(frozen=True, slots=True)
class LostBooking:
    """A booking whose slot went to somebody else, with free slots to choose from; nothing of it is lost.

    `name` is empty where only age and reasons are known.
    """

    appointment_id: str
    person_id: str
    name: str
    age: int | None
    starts_at: datetime | None
    offers: tuple[SlotOffer, ...]


def move(session: Session, appointment_id: str, slot_id: str, *, told: bool = False) -> Changes:
    """Put a booking in another slot of the same site; the old one is given back in the same breath.

    Args:
        session: at work.
        appointment_id: the booking.
        slot_id: where it goes.
        told: the family knows, because they were asked. Otherwise somebody must still tell them the new time.

    Raises:
        KnownError: ``appointment.other_site``, ``appointment.state_moved_on``, ``slot.too_short`` (minutes, needed),
            or as `slots.require_free` and `slots.require_regular`.
    """
    check(session, Intention.MOVE)
    appointment = rows.require(session.db, Appointment, appointment_id)
    slot = slots.require_free(session, slot_id)
    if slot.site_id != appointment.site_id:
        raise KnownError("appointment.other_site")
    if appointment.visit is not VisitKind.WALK_IN:
        slots.require_regular(slot)
    slots.require_fit(slot, _minutes(session, appointment))
    with acting(session, Intention.MOVE) as action:
        # The claim is made first of all: asking for it also says what is given back.
        claim, token_hash = slots.take(session.db, slot, instead_of=appointment)
        fields = {"slot_id": slot.id, "claim_token_hash": token_hash}
        if known := slot.starts_at if told else _told(session, appointment):
            fields["told_start"] = msgspec.to_builtins(known)
        who = new_workers.said(new_workers.sits(session.db, slot)) if told else {}
        _event(action, appointment, "moved", {"fields": fields, **who}, claim=claim)
        _finish_lost_task(action, appointment_id, "moved")
    return action.changes


def move_back(session: Session, appointment_id: str, slot_id: str, told_start: datetime | None) -> Changes:
    """Take a move back, also to where nobody will sit: then the family is to be phoned again.

    Of who speaks to them they know what they knew before the move.

    Args:
        session: at work.
        appointment_id: the booking.
        slot_id: where it stood.
        told_start: what the family knew before (aware).

    Raises:
        KnownError: ``slot.taken``, ``appointment.state_moved_on``, ``record.missing``.
    """
    check(session, Intention.MOVE)
    appointment = rows.require(session.db, Appointment, appointment_id)
    slot = rows.require(session.db, Slot, slot_id)
    if any(is_holding(one) for one in rows.where(session.db, Appointment, "slot_id = ?", (slot_id,))):
        raise KnownError("slot.taken")
    with acting(session, Intention.MOVE) as action:
        claim, token_hash = slots.take(session.db, slot, instead_of=appointment)
        fields = {"slot_id": slot.id, "claim_token_hash": token_hash}
        if told_start is not None:
            fields["told_start"] = msgspec.to_builtins(told_start)
        who = new_workers.said(new_workers.told_before(session.db, appointment_id, slot))
        _event(action, appointment, "moved", {"fields": fields, **who}, claim=claim)
    return action.changes


def tell_time(session: Session, appointment_id: str) -> Changes:
    """Say that a family was told when their talk begins now, and with whom.

    Raises:
        KnownError: ``appointment.state_moved_on``, ``record.missing``.
    """
    check(session, Intention.MOVE)
    appointment = rows.require(session.db, Appointment, appointment_id)
    slot = rows.require(session.db, Slot, appointment.slot_id)
    return _write_told(session, appointment, slot.starts_at, new_workers.sits(session.db, slot))


def tell_worker(session: Session, appointment_id: str, worker_id: str = "") -> Changes:
    """Say that a family was told who speaks to them.

    Args:
        session: at work.
        appointment_id: the booking.
        worker_id: staff id of whom they were told; empty for who sits there now.

    Raises:
        KnownError: ``appointment.state_moved_on``, ``record.missing``.
    """
    check(session, Intention.MOVE)
    appointment = rows.require(session.db, Appointment, appointment_id)
    slot = rows.require(session.db, Slot, appointment.slot_id)
    known = appointment.told_start or slot.starts_at
    return _write_told(session, appointment, known, worker_id or new_workers.sits(session.db, slot))


def untell_time(session: Session, appointment_id: str, before: datetime) -> Changes:
    """Take that back: the family knows no other time than `before` (aware).

    Raises:
        KnownError: ``appointment.state_moved_on``, ``record.missing``.
    """
    check(session, Intention.MOVE)
    return _write_told(session, rows.require(session.db, Appointment, appointment_id), before)


def cancel(session: Session, appointment_id: str, reason: str, *, listed: bool = False) -> Changes:
    """Cancel a booking; it is kept with its reason, and its slot is free again.

    Until the family agreed to sharing, a reason in somebody's own words stays on this device (Jeugdwet 7.3.11), as
    their request for help does: elsewhere it is known that it was cancelled.

    Args:
        session: at work.
        appointment_id: the booking.
        reason: why.
        listed: it was chosen from a list, so it says nothing of this child.

    Raises:
        KnownError: ``text.reason_missing``, ``appointment.state_moved_on``.
    """
    check(session, Intention.CANCEL)
    appointment = rows.require(session.db, Appointment, appointment_id)
    why = clean_reason(reason)
    card = rows.get(session.db, PersonCard, appointment.person_id) if appointment.person_id else None
    is_open = listed or not appointment.person_id or (card is not None and card.shared)
    with acting(session, Intention.CANCEL) as action:
        claim = slots.give_back(session.db, appointment)
        _event(action, appointment, "cancelled", {"reason": why if is_open else held_details.KEPT_HERE}, claim=claim)
        if not is_open:
            details = held_details.held(session.db, appointment.id)
            held_details.hold(session.db, appointment.id, replace(details, cancelled_why=why))
        _finish_lost_task(action, appointment_id, "cancelled")
    return action.changes


def take_back(session: Session, appointment_id: str, reason: str, waiting_id: str = "") -> Changes:
    """Undo a booking that was just made; a family that was on the waiting list is there again, on the same place.

    Args:
        session: at work.
        appointment_id: the booking.
        reason: why it is called off.
        waiting_id: the place on the waiting list that it ended, as `Booked` names it.

    Raises:
        KnownError: as `cancel`.
    """
    check(session, Intention.CANCEL)
    appointment = rows.require(session.db, Appointment, appointment_id)
    with acting(session, Intention.CANCEL) as action:
        claim = slots.give_back(session.db, appointment)
        _event(action, appointment, "cancelled", {"reason": clean_reason(reason)}, claim=claim)
        entry = rows.get(session.db, WaitingEntry, waiting_id) if waiting_id else None
        # Another desk gave them a place as well: then they wait for none.
        request_id = asked_with.request_of(session.db, waiting_id)
        if entry is not None and entry.ended_why == BOOKED and not requests.is_booked(session, request_id):
            again = replace(entry, ended_on=None, ended_why="")
            action.write(again, "reopened")
            held_details.send_waiting(action, again)
    return action.changes


def book_again(session: Session, appointment_id: str) -> Changes:
    """Take a cancellation back: the same booking in the same slot, as a new appointment.

    The family knows what it was told before; who still had to hear of a new time still has to.

    Raises:
        KnownError: ``appointment.not_cancelled``, or as `slots.require_free` when somebody was quicker.
    """
    check(session, Intention.BOOK)
    db = session.db
    before = rows.require(db, Appointment, appointment_id)
    if before.status is not AppointmentStatus.CANCELLED:
        raise KnownError("appointment.not_cancelled")
    slot = slots.require_free(session, before.slot_id) if before.slot_id else None
    with acting(session, Intention.BOOK) as action:
        claim, token_hash = slots.take(db, slot) if slot else (None, "")
        again = replace(
            before,
            id=session.new_id(),
            status=AppointmentStatus.BOOKED,
            booked_by=session.actor.staff_id,
            booked_at=session.now(),
            placement=Placement.TENTATIVE,
            claim_token_hash=token_hash,
            request_id=machine.request_of(before),
            told_start=_told(session, before),
        )
        known = new_workers.told(db, (before.id,)).get(before.id, "")
        action.start(again, "booked", claim=claim, beside=new_workers.said(known))
        held_details.hold(db, again.id, replace(held_details.held(db, before.id), cancelled_why=""))
        held_details.forget(db, before.id)
    return action.changes


def lost_bookings(session: Session) -> list[LostBooking]:
    """Bookings that have to be given another slot, each with three free ones.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    db = session.db
    lost = rows.where(
        db,
        Appointment,
        "placement = ? AND status = ? AND loss_acknowledged = 0",
        (Placement.LOST, AppointmentStatus.BOOKED),
        order="booked_at, id",
    )
    # A family that another desk booked for the same request needs no other slot.
    twice = {one.id for one, _ in requests.booked_twice(session, session.actor.site_ids)}
    found = []
    for one in lost:
        if one.id in twice:
            continue
        slot = rows.get(db, Slot, one.slot_id)
        card = rows.get(db, PersonCard, one.person_id)
        free = slots.free(session, one.site_id, slot.minutes if slot else slots.FIRST_TALK_MINUTES)
        found.append(
            LostBooking(
                one.id,
                one.person_id,
                " ".join(filter(None, (card.given_name, card.prefix, card.family_name))) if card else "",
                one.age,
                slot.starts_at if slot else None,
                slots.offers(db, free[:OFFERED]),
            )
        )
    return found


def rebook(session: Session, appointment_id: str, slot_id: str) -> Changes:
    """Give a booking that lost its slot another one. Raises as `move`."""
    check(session, Intention.MOVE)
    return move(session, appointment_id, slot_id)


def acknowledge_loss(session: Session, appointment_id: str) -> Changes:
    """Say that somebody saw the loss and settles it in another way, for example by phone.

    Raises:
        KnownError: ``appointment.state_moved_on``.
    """
    check(session, Intention.BOOK)
    appointment = rows.require(session.db, Appointment, appointment_id)
    with acting(session, Intention.BOOK) as action:
        _event(action, appointment, "placed", {"fields": {"loss_acknowledged": True}})
        _finish_lost_task(action, appointment_id, _SETTLED)
    return action.changes


def reopen_loss(session: Session, appointment_id: str) -> Changes:
    """Take back that a loss was settled in another way: the booking asks for another slot again.

    Raises:
        KnownError: ``appointment.state_moved_on`` when it was moved or cancelled since.
    """
    check(session, Intention.BOOK)
    appointment = rows.require(session.db, Appointment, appointment_id)
    with acting(session, Intention.BOOK) as action:
        _event(action, appointment, "placed", {"fields": {"loss_acknowledged": False}})
        about = "about = ? AND kind = ? AND result = ?"
        for task in rows.where(session.db, SafetyTask, about, (appointment_id, _LOST, _SETTLED)):
            action.write(replace(task, done_at=None, done_by="", result=""), "reopened")
    return action.changes


def release_left_behind(session: Session) -> Changes:
    """Give back the slots of bookings made here that somebody cancelled or moved on another device, or here in vain.

    Only the device that claimed a slot can free it at the hub; until then nobody is offered it. To be done after
    every round with the hub.
    """
    check(session, Intention.CANCEL)
    with transaction(session.db):
        slots.take_again(session.db)
    left = slots.left_behind(session)
    if not left:
        return Changes()
    with acting(session, Intention.CANCEL) as action:
        for slot in left:
            action.write(slot, "released", claim=slots.free_at_hub(session.db, slot))
    return action.changes


def _told(session: Session, appointment: Appointment) -> datetime | None:
    """What the family was told; of a booking by an older program, when its slot began."""
    slot = rows.get(session.db, Slot, appointment.slot_id) if appointment.slot_id else None
    return appointment.told_start or (slot.starts_at if slot else None)


def _write_told(session: Session, appointment: Appointment, at: datetime, worker_id: str = "") -> Changes:
    body = {"fields": {"told_start": msgspec.to_builtins(at)}, **new_workers.said(worker_id)}
    with acting(session, Intention.MOVE) as action:
        _event(action, appointment, "told", body)
    return action.changes


def _minutes(session: Session, appointment: Appointment) -> int:
    """How long a talk takes: as it was booked, or as long as its slot where an older program booked it."""
    slot = rows.get(session.db, Slot, appointment.slot_id) if appointment.slot_id else None
    return appointment.minutes or (slot.minutes if slot else 0)


def _event(action: Action, appointment: Appointment, verb: str, body: dict[str, Any], *, claim: Any = None) -> None:
    """Let it happen, when it still can; replicas decide again in the hub's order."""
    after = machine.transition(
        appointment,
        verb,
        appointment.status,
        action.session.now(),
        reason=body.get("reason", ""),
        fields=body.get("fields"),
    )
    if isinstance(after, machine.Illegal):
        raise KnownError("appointment.state_moved_on")
    action.event(
        "appointment",
        appointment.id,
        verb,
        {"seen": str(appointment.status), **body},
        space=f"practice/{appointment.site_id}",
        claim=claim,
    )


def _finish_lost_task(action: Action, appointment_id: str, result: str) -> None:
    session = action.session
    for task in rows.where(
        session.db, SafetyTask, "about = ? AND kind = ? AND done_at IS NULL", (appointment_id, _LOST)
    ):
        done = replace(task, done_at=session.now(), done_by=session.actor.staff_id, result=result)
        action.write(done, "finished")
