"""Slots that can be given away, and what it takes to have one or to give one back.

The hub knows a slot as opaque bytes and gives it to the first who claims it; what this device knows of that decides
what it offers, never who has it. A slot that somebody holds at the hub is not offered until it was given back there.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sqlite_utils import Database

from gpconnect.domain.calendar import AMSTERDAM, PROPOSED, free_slots, is_holding
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    Site,
    Slot,
    SlotKind,
    WaitingEntry,
)
from gpconnect.domain.staff import Staff
from gpconnect.services import holds, placing, shut_days
from gpconnect.services.acting import check
from gpconnect.services.half_day_views import AMONG, worker_names
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import operations, rows
from gpconnect.sync import keys
from gpconnect.sync.wire import ClaimGroup

FIRST_TALK_MINUTES = 45
_GIVEN_BACK = "given_back:"
_LONGEST = timedelta(hours=1)
_AT_ONCE = 40
_NOON = 12


@dataclass(frozen=True, slots=True)
class SlotOffer:
    """A free slot as a screen offers it; `kept` when somebody on the waiting list comes first."""

    slot_id: str
    starts_at: datetime
    minutes: int
    kind: SlotKind
    worker_name: str
    site_id: str = ""
    site_name: str = ""
    worker_id: str = ""
    kept: holds.Kept | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for in a slot; what is left empty does not matter.

    Attributes:
        site_ids: the sites that will do.
        minutes: how long the talk takes; a longer slot will do.
        worker_id: with this worker only.
        walk_in: the slots kept for walk-in instead of the ordinary ones.
        days: days of the week, Monday is 1.
        part: ``morning`` (begins before noon) or ``afternoon``.
        after: not before this moment (aware); from now on when empty.
    """

    site_ids: tuple[str, ...]
    minutes: int = FIRST_TALK_MINUTES
    worker_id: str = ""
    walk_in: bool = False
    days: tuple[int, ...] = ()
    part: str = ""
    after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The earliest free slots of a site, and how many families wait for one."""

    slots: tuple[SlotOffer, ...]
    waiting_count: int


def propose_slots(
    session: Session, site_id: str, minutes: int = FIRST_TALK_MINUTES, *, walk_in: bool = False, most: int = PROPOSED
) -> Proposal:
    """The earliest free slot of a site and its alternatives.

    Args:
        session: whose file.
        site_id: the practice.
        minutes: how long the talk takes; a longer slot will do.
        walk_in: the slots kept for walk-in instead of the ordinary ones.
        most: how many to offer.
    """
    found = earliest(session, Wish((site_id,), minutes, walk_in=walk_in), most)
    waiting = rows.count(session.db, WaitingEntry, "site_id = ? AND ended_on IS NULL", (site_id,))
    return Proposal(found, waiting)


def free(session: Session, site_id: str, minutes: int, *, walk_in: bool = False) -> tuple[Slot, ...]:
    """Every slot of a site that can still be given away, earliest first; none on a day on which it is shut.

    What is held for a family that is being phoned is left out.
    """
    db, since = session.db, session.now() - _LONGEST
    slots = rows.where(
        db,
        Slot,
        "site_id = ? AND starts_at > ? AND session_id IN (SELECT id FROM half_day_session WHERE status = ?)",
        (site_id, since, SessionStatus.OPEN),
        order="starts_at, id",
    )
    appointments = rows.where(
        db, Appointment, "slot_id IN (SELECT id FROM slot WHERE site_id = ? AND starts_at > ?)", (site_id, since)
    )
    found = free_slots(slots, appointments, session.now(), minutes, walk_in=walk_in)
    shut = shut_days.known(db, session.today())
    held = holds.known(session, (site_id,)).holds
    still = (slot for slot in found if not shut.of_slot(slot) and slot.id not in held)
    return tuple(slot for slot in still if not _held_elsewhere(db, slot))


def earliest(
    session: Session, wish: Wish, most: int = PROPOSED, *, without: Collection[str] | None = None
) -> tuple[SlotOffer, ...]:
    """The earliest free slots that meet a wish, over as many sites as it names; none on a day that a site is shut.

    The file is asked for a handful at a time, so that years of slots and many sites cost no more than a few.

    Args:
        session: at work.
        wish: what is looked for.
        most: how many.
        without: ids of slots to leave out; those that are held for a family that is being phoned when not given.
    """
    check(session, Intention.SEE_AGENDA)
    db = session.db
    left_out = holds.known(session, wish.site_ids).holds if without is None else without
    shut = shut_days.known(db, session.today())
    free_now = (
        slot
        for slot in _candidates(session, wish)
        if _meets(slot, wish) and slot.id not in left_out and not shut.of_slot(slot) and not _held_elsewhere(db, slot)
    )
    return offers(db, islice(free_now, most))


def _candidates(session: Session, wish: Wish) -> Iterator[Slot]:
    """Slots of open half-days in which nobody is booked, in order of time."""
    since = max(wish.after or session.now(), session.now())
    at, last_id = (since - _LONGEST if wish.walk_in else since), "~"
    kind = SlotKind.WALK_IN if wish.walk_in else SlotKind.REGULAR
    fixed = (kind, wish.minutes, wish.site_ids, SessionStatus.OPEN, wish.worker_id)
    held = (AppointmentStatus.CANCELLED, Placement.LOST)
    condition = (
        "(starts_at, id) > (?, ?) AND kind = ? AND minutes >= ? AND site_id IN (SELECT value FROM json_each(?)) "
        "AND EXISTS (SELECT 1 FROM half_day_session h "
        "WHERE h.id = slot.session_id AND h.status = ? AND ? IN ('', h.worker_id)) "
        "AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.slot_id = slot.id AND a.status <> ? AND a.placement <> ?)"
    )
    while found := rows.where(
        session.db, Slot, condition, (at, last_id, *fixed, *held), order="starts_at, id", limit=_AT_ONCE
    ):
        # One that is kept for walk-in can be given away until it is over, another one until it begins.
        yield from (one for one in found if not wish.walk_in or one.starts_at + timedelta(minutes=one.minutes) > since)
        at, last_id = found[-1].starts_at, found[-1].id


def _meets(slot: Slot, wish: Wish) -> bool:
    at = slot.starts_at.astimezone(AMSTERDAM)
    part = "morning" if at.hour < _NOON else "afternoon"
    return (not wish.days or at.isoweekday() in wish.days) and wish.part in {"", part}


def offers(db: Database, slots: Iterable[Slot]) -> tuple[SlotOffer, ...]:
    """Slots with the names of whoever sits there and of the site."""
    found = tuple(slots)
    half_days = {
        one.id: one
        for one in rows.where(
            db, HalfDaySession, AMONG.format(column="id"), (tuple({slot.session_id for slot in found}),)
        )
    }
    workers = worker_names(db, (one.worker_id for one in half_days.values()))
    sites = rows.where(db, Site, AMONG.format(column="id"), (tuple({slot.site_id for slot in found}),))
    names = {one.id: one.name for one in sites}
    made = []
    for slot in found:
        half_day = half_days.get(slot.session_id)
        worker = half_day.worker_id if half_day else ""
        made.append(
            SlotOffer(
                slot_id=slot.id,
                starts_at=slot.starts_at,
                minutes=slot.minutes,
                kind=slot.kind,
                worker_name=workers.get(worker, ""),
                site_id=slot.site_id,
                site_name=names.get(slot.site_id, ""),
                worker_id=worker,
            )
        )
    return tuple(made)


def worker_name(db: Database, half_day_id: str) -> str:
    """Who holds this half-day; empty when that is not known here yet."""
    half_day = rows.get(db, HalfDaySession, half_day_id)
    worker = rows.get(db, Staff, half_day.worker_id) if half_day else None
    return worker.name if worker else ""


def require_free(session: Session, slot_id: str, entry_id: str = "", *, over_hold: bool = False) -> Slot:
    """The slot, when it can still be given away as far as this device knows.

    Args:
        session: at work.
        slot_id: which.
        entry_id: the family on the waiting list that it is for; empty for anybody else.
        over_hold: somebody saw that it is held for another family, and takes it all the same.

    Raises:
        KnownError: ``slot.taken``, ``slot.kept`` (for a walk-in, by the worker's own device), ``slot.past``,
            ``slot.closed``, ``slot.shut`` (why), ``slot.held`` (by, until), or ``record.missing``.
    """
    db = session.db
    slot = rows.require(db, Slot, slot_id)
    half_day = rows.require(db, HalfDaySession, slot.session_id)
    if half_day.status is not SessionStatus.OPEN or slot.kind is SlotKind.CLOSED:
        raise KnownError("slot.closed")
    if slot.starts_at + timedelta(minutes=slot.minutes) <= session.now():
        raise KnownError("slot.past")
    if why := shut_days.known(db, half_day.day).of(half_day):
        raise KnownError("slot.shut", why=why)
    if any(is_holding(one) for one in rows.where(db, Appointment, "slot_id = ?", (slot_id,))):
        raise KnownError("slot.taken")
    if _held_elsewhere(db, slot):
        raise KnownError("slot.kept" if slot.kind is SlotKind.WALK_IN else "slot.taken")
    if not over_hold:
        holds.require_not_held(session, slot_id, slot.site_id, entry_id)
    return slot


def is_free(session: Session, slot_id: str) -> bool:
    """Whether a slot can still be given away, also while it is held for a family; an empty id is none."""
    try:
        return bool(slot_id) and bool(require_free(session, slot_id, over_hold=True))
    except KnownError:
        return False


def require_regular(slot: Slot) -> None:
    """Keep the reserve for walk-ins, or raise ``slot.for_walk_in``: nobody is put there who could come another day."""
    if slot.kind is SlotKind.WALK_IN:
        raise KnownError("slot.for_walk_in")


def require_fit(slot: Slot, needed: int) -> None:
    """See that a talk of so many minutes fits in a slot.

    Raises:
        KnownError: ``slot.too_short`` (minutes, needed).
    """
    if slot.minutes < needed:
        raise KnownError("slot.too_short", minutes=slot.minutes, needed=needed)


def take(
    db: Database, slot: Slot, *, instead_of: Appointment | None = None
) -> tuple[tuple[ClaimGroup, ...] | None, str]:
    """What claims a slot, and the hash that its booking carries. Inside a transaction.

    A walk-in slot that this device keeps (`gpconnect.services.walk_ins`) is ours: the booking carries the secret that
    holds it already, and asks for nothing while the hub's order says so. Before that it asks once more with the same
    secret, so that it stands or falls with the first.

    Args:
        db: the file.
        slot: a free one.
        instead_of: the appointment that moves here. Its slot is given back in the same group when it surely has it:
            then it keeps the old one if it does not get the new one. Otherwise the two do not depend on each other.
    """
    space = f"practice/{slot.site_id}"
    kept = kept_token(db, slot)
    token = kept or keys.new_token()
    old = _to_give_back(db, instead_of) if instead_of is not None else ""
    confirmed = instead_of is not None and instead_of.placement is Placement.CONFIRMED
    surely = _is_held_with(db, slot, kept)
    together = ("slot", old) if old and confirmed and not surely else None
    apart = placing.give_back(db, space, "slot", old) if old and together is None else None
    if surely:
        return (apart,) if apart else None, hashlib.sha256(token).hexdigest()
    claim = placing.claim(db, space, "slot", slot.id, token=token, release=together)
    key_store.remove_secret_blob(db, _given_back(slot.id))
    return (claim, apart) if apart else (claim,), hashlib.sha256(token).hexdigest()


def give_back(db: Database, appointment: Appointment) -> ClaimGroup | None:
    """What gives an appointment's slot back, or None when only another device can. Inside a transaction."""
    old = _to_give_back(db, appointment)
    return placing.give_back(db, f"practice/{appointment.site_id}", "slot", old) if old else None


def left_behind(session: Session) -> list[Slot]:
    """Coming slots that this device holds for a booking that is no longer in them, or keeps for nobody any more.

    What is kept for a walk-in is no slot left behind as long as its half-day is open and this person's own.
    """
    db = session.db
    condition = (
        "starts_at > ? AND id NOT IN (SELECT slot_id FROM appointment WHERE status <> ?) "
        "AND id IN (SELECT about FROM claim_token) AND NOT (kind = ? AND session_id IN "
        "(SELECT id FROM half_day_session WHERE status = ? AND worker_id = ?))"
    )
    own = (SlotKind.WALK_IN, SessionStatus.OPEN, session.actor.staff_id)
    return rows.where(db, Slot, condition, (session.now(), AppointmentStatus.CANCELLED, *own))


def take_again(db: Database) -> None:
    """Hold again what was given back in vain, such as in a move that the hub did not grant. Inside a transaction.

    The order is asked only once nothing waits in the space: until then giving back may still be under way.
    """
    waiting = operations.outbox_counts(db)
    for name, token in key_store.secret_blobs(db, _GIVEN_BACK).items():
        slot = rows.get(db, Slot, name.removeprefix(_GIVEN_BACK))
        if slot is None:
            continue
        space, thing = f"practice/{slot.site_id}", placing.claim_id("slot", slot.id)
        count = waiting.get(space)
        if count is not None and (count.waiting or count.under_way):
            continue
        if key_store.holder(db, space, thing) == hashlib.sha256(token).digest():
            key_store.put_claim_token(db, key_store.ClaimToken(space, thing, token, slot.id))
        key_store.remove_secret_blob(db, name)


def free_at_hub(db: Database, slot: Slot) -> ClaimGroup | None:
    """What gives back a slot that this device holds, whatever it was for. Inside a transaction."""
    space = f"practice/{slot.site_id}"
    held = key_store.claim_token(db, space, placing.claim_id("slot", slot.id))
    if held is not None:
        key_store.put_secret_blob(db, _given_back(slot.id), held.token)
    return placing.give_back(db, space, "slot", slot.id)


def kept_token(db: Database, slot: Slot) -> bytes | None:
    """The secret with which this device keeps a walk-in slot, or asked to; None when it does not, or lost it."""
    if slot.kind is not SlotKind.WALK_IN:
        return None
    space, thing = f"practice/{slot.site_id}", placing.claim_id("slot", slot.id)
    held = key_store.claim_token(db, space, thing)
    if held is None or key_store.holder(db, space, thing) not in {None, hashlib.sha256(held.token).digest()}:
        return None
    return held.token


def _is_held_with(db: Database, slot: Slot, token: bytes | None) -> bool:
    holder = key_store.holder(db, f"practice/{slot.site_id}", placing.claim_id("slot", slot.id))
    return token is not None and holder == hashlib.sha256(token).digest()


def _to_give_back(db: Database, appointment: Appointment) -> str:
    """The slot that this device may give back. A lost one never was ours: showing its token would refuse the rest."""
    if not appointment.slot_id:
        return ""
    space, thing = f"practice/{appointment.site_id}", placing.claim_id("slot", appointment.slot_id)
    held = key_store.claim_token(db, space, thing)
    if held is None or hashlib.sha256(held.token).hexdigest() != appointment.claim_token_hash:
        return ""
    if appointment.placement is Placement.LOST:
        key_store.remove_claim_token(db, space, thing)
        return ""
    key_store.put_secret_blob(db, _given_back(appointment.slot_id), held.token)
    return appointment.slot_id


def _held_elsewhere(db: Database, slot: Slot) -> bool:
    """Whether the hub's order says that somebody has it, other than this device's own keeping or giving back."""
    if _is_held_with(db, slot, kept_token(db, slot)):
        return False
    holder = key_store.holder(db, f"practice/{slot.site_id}", placing.claim_id("slot", slot.id))
    given_back = key_store.secret_blob(db, _given_back(slot.id))
    return holder is not None and (given_back is None or holder != hashlib.sha256(given_back).digest())


def _given_back(slot_id: str) -> str:
    return f"{_GIVEN_BACK}{slot_id}"
