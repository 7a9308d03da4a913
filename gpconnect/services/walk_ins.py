"""The slots kept for who walks in: claimed beforehand by the worker's own device, so that a booking in one is certain.

A booking made without a network is *voorlopig*, because a desk may have given the slot away meanwhile. A walk-in is
received on the spot and cannot wait for the hub, so the device of whoever holds the half-day claims those slots
before anybody comes. The hub sees claims like any other. Of two devices of one person the first at the hub keeps them;
the other, and every desk, is told whose they are, and receives who walks in without a slot.
"""

import hashlib
from datetime import timedelta

from gpconnect.domain.calendar import is_holding
from gpconnect.domain.changes import Changes
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import Appointment, HalfDaySession, SessionStatus, Slot, SlotKind
from gpconnect.services import placing, slots, spaces
from gpconnect.services.acting import Action, acting
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import operations, rows
from gpconnect.storage.connection import transaction

AHEAD = timedelta(days=14)
"""How far ahead slots are kept: longer than anybody works without the hub."""


def keep(session: Session) -> Changes:
    """Claim the free walk-in slots of this person's half-days of the coming two weeks. At the beginning of a round."""
    if not may(session.actor.role, Intention.TALK):
        return Changes()
    db, now = session.db, session.now()
    _forget_lost(session)
    found = rows.where(
        db,
        Slot,
        "kind = ? AND starts_at > ? AND starts_at < ? AND id NOT IN (SELECT about FROM claim_token) AND session_id IN "
        "(SELECT id FROM half_day_session WHERE status = ? AND worker_id = ?)",
        (SlotKind.WALK_IN, now, now + AHEAD, SessionStatus.OPEN, session.actor.staff_id),
        order="starts_at, id",
    )
    wanted = [one for one in found if _can_be_kept(session, one)]
    if not wanted:
        return Changes()
    with acting(session, Intention.TALK) as action:
        for slot in wanted:
            claim, _ = slots.take(db, slot)
            action.write(slot, "kept", claim=claim)
    return action.changes


def let_go(action: Action, half_day: HalfDaySession) -> None:
    """Give back what was kept in a half-day that closes, and that nobody came for. Inside an intention."""
    db = action.session.db
    for slot in rows.where(db, Slot, "session_id = ? AND kind = ?", (half_day.id, SlotKind.WALK_IN), order="id"):
        if slots.kept_token(db, slot) is not None and not _has_visit(action.session, slot):
            action.write(slot, "released", claim=slots.free_at_hub(db, slot))


def _can_be_kept(session: Session, slot: Slot) -> bool:
    """Nobody has it, and this device may send to its practice."""
    space = f"practice/{slot.site_id}"
    if session.device not in spaces.membership(session.db, space).seats:
        return False
    holder = key_store.holder(session.db, space, placing.claim_id("slot", slot.id))
    return holder is None and not _has_visit(session, slot)


def _has_visit(session: Session, slot: Slot) -> bool:
    return any(is_holding(one) for one in rows.where(session.db, Appointment, "slot_id = ?", (slot.id,)))


def _forget_lost(session: Session) -> None:
    """The secrets of walk-in slots that somebody else turned out to have asked for first.

    The order is asked only once nothing waits in the space: until then our asking may still be under way.
    """
    db = session.db
    waiting = operations.outbox_counts(db)
    with transaction(db):
        for slot in rows.where(db, Slot, "kind = ? AND id IN (SELECT about FROM claim_token)", (SlotKind.WALK_IN,)):
            space, thing = f"practice/{slot.site_id}", placing.claim_id("slot", slot.id)
            held, count = key_store.claim_token(db, space, thing), waiting.get(space)
            if held is None or (count is not None and (count.waiting or count.under_way)):
                continue
            if key_store.holder(db, space, thing) != hashlib.sha256(held.token).digest():
                key_store.remove_claim_token(db, space, thing)
