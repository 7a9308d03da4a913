"""What waits here goes out: sealed once, kept before it is sent, sent again unchanged until the hub has answered."""

from dataclasses import replace
from itertools import accumulate
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.operations import Operation
from gpconnect.services import applying, pending_entries, profiles, put_out, rollback, spaces
from gpconnect.services.session import Session
from gpconnect.storage import access_log, operations, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import parcel, wire
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import ParkedError
from gpconnect.sync.wraps import wrap_dossier_key

REPACKED = frozenset({"stale_epoch", "entry.removal_stale"})
"""Refusals that mend themselves: what was in it goes out again in the next parcel."""
AT_ONCE = 2 * wire.MAX_PARCEL - 64 * 1024
"""Bytes of parcels in one request: what a hub takes, less what stands around them."""


def outgoing(session: Session, space: str) -> wire.Push | None:
    """The next parcel for this space, made now or kept from an earlier try; None when nothing waits.

    Raises:
        ParkedError: this device has not yet received the key of the space.
    """
    db = session.db
    with transaction(db):
        _leave_old_chain(session, space)
        waiting = parcels.next_parcel(db, space) or pending_entries.next_parcel(session, space) or _pack(session, space)
    return _push(waiting) if waiting else None


def seal_ahead(session: Session, space: str) -> bool:
    """One more parcel, to go along with the one that waits; False when there is no more, or enough is ready.

    The disk is not waited for: nobody has seen the parcel, and `ready` waits before anybody does. While a change in who
    belongs to the space is under way or meant nothing is sealed: it goes first, and what comes after may need its key.
    """
    db = session.db
    count, size = parcels.unanswered(db, space)
    if count >= wire.MAX_PUSHES or size >= AT_ONCE or parcels.brings_entry(db, space):
        return False
    if any(not one.refused for one in pending_entries.under_way(db, space)):
        return False
    try:
        with transaction(db, lasting=False):
            return _pack(session, space) is not None
    except ParkedError:
        return False


def ready(session: Session, space: str) -> tuple[wire.Push, ...]:
    """What is sealed and not answered, in its order, as much as one request carries; the disk has all of it."""
    db = session.db
    with transaction(db):
        found = parcels.next_parcels(db, space, wire.MAX_PUSHES)
        if len(found) > 1:
            parcels.promise(db, space)
    sizes = accumulate(len(one.envelope) + len(one.keys) for one in found)
    fits = [one for one, size in zip(found, sizes, strict=True) if size <= AT_ONCE] or found[:1]
    return tuple(_push(one) for one in fits)


def _push(sealed: parcels.ParcelOut) -> wire.Push:
    return wire.Push(sealed.envelope, msgspec.msgpack.decode(sealed.keys, type=tuple[wire.WrappedKey, ...]))


def refused(session: Session, space: str, code: str, envelope: bytes = b"") -> Changes:
    """The hub will never take a parcel that was under way: pack it again, or keep it in sight with the reason.

    What it refused for good counts no longer: its records are worked out again without it. What an entry was meant to
    do is tried anew, or told.

    Args:
        session: at work.
        space: of the parcel.
        code: of the hub.
        envelope: which parcel; empty for the oldest that waits.
    """
    db = session.db
    with transaction(db):
        waiting = (
            parcels.waiting_parcel(db, space, wire.parcel_hash(envelope))
            if envelope
            else parcels.next_parcel(db, space)
        )
        return Changes(frozenset({"outbox"})) if waiting is None else give_up(session, waiting, code)


def give_up(session: Session, out: parcels.ParcelOut, code: str) -> Changes:
    """A parcel of ours will never count, by the hub or by the replicas. Inside a transaction."""
    changes, entry, repack = Changes(frozenset({"outbox"})), entry_in(out), code in REPACKED
    if entry is not None:
        pending_entries.refused(session, out.space, entry, code)
        changes |= Changes(frozenset({"membership", "alarm"}))
    op_ids = parcels.refuse(session.db, out.space, out.incarnation, out.number, code, repack=repack)
    return changes if repack else changes | applying.refold_all(session.db, op_ids)


def start_anew(session: Session, space: str) -> Changes:
    """Go on under numbers of our own: the hub knows our next number for other bytes, so this file has a twin."""
    with transaction(session.db):
        parcels.end_chain(session.db, space)
        access_log.ask(session.db)
        rollback.noticed_by_hub(session.db, session.now())
    return Changes(frozenset({"outbox", "copy"}))


def _leave_old_chain(session: Session, space: str) -> None:
    """What was packed in a chain that has ended is packed again; the hub has had its say about it before.

    Replicas take an operation once, so nothing counts twice when the hub turns out to have it after all.
    """
    db = session.db
    while (old := parcels.next_parcel(db, space)) is not None:
        chain = parcels.chain(db, space)
        if chain is not None and chain.incarnation == old.incarnation:
            return
        parcels.refuse(db, space, old.incarnation, old.number, "chain.ended", repack=True)
        entry = entry_in(old)
        if entry is None:
            continue
        if spaces.membership(db, space).seats:
            pending_entries.lost(session, space, entry)
        else:
            # The founding itself: nobody has it yet, so it can only be as it was.
            pending_entries.store(session, space, entry)


def entry_in(out: parcels.ParcelOut) -> wire.Entry | None:
    """The change in who belongs to a space that a parcel of ours carries, if any."""
    return wire.decode_envelope(out.envelope)[1].header.entry


def _pack(session: Session, space: str) -> parcels.ParcelOut | None:
    db = session.db
    waiting = operations.waiting(db, space, wire.MAX_OPERATIONS)
    if not waiting or put_out.is_back(db, space):
        return None
    batch = next(parcel.split(waiting))
    device = profiles.device_keys(db)
    membership = spaces.membership(db, space)
    member = membership.member(device.device)
    place = spaces.next_place(db, space)
    if member is not None and member.capacity == "contributor" and membership.epoch is not None:
        sealed = parcel.pack_contribution(batch, place=place, epoch=membership.epoch, device=device)
    else:
        keys = spaces.space_keys(db, space)
        if membership.epoch is not None and membership.epoch.key_id != keys.current:
            # Sealed in an epoch that is over it would only be refused; it waits until this device gets the new key.
            raise ParkedError("epoch.key_missing")
        sealed = parcel.pack(batch, place=place, keys=keys, device=device, claims=claims_of(batch))
        sealed = _with_unshared(db, sealed, batch, device)
        if sealed.space_keys != keys:
            spaces.put_keys(db, sealed.space_keys)
    return spaces.store(db, space, sealed)


def _with_unshared(
    db: Database, sealed: parcel.Sealed, batch: tuple[Operation, ...], device: DeviceKeys
) -> parcel.Sealed:
    """A dossier key that the hub has not taken goes along again: the parcel that brought it may have been refused."""
    keys, space = sealed.space_keys, batch[0].space
    waiting = spaces.unshared(db, space)
    spaces.put_unshared(db, space, waiting | {one.id for one in sealed.keys})
    epoch = keys.epoch
    assert epoch is not None, "a parcel was sealed with it"
    needed = {operation.dossier: keys.of_dossier(operation.dossier) for operation in batch if operation.dossier}
    again = (
        wrap_dossier_key(key, space, epoch, device)
        for key in needed.values()
        if key is not None and key.key_id in waiting
    )
    return replace(sealed, keys=(*sealed.keys, *again))


def claims_of(batch: tuple[Operation, ...]) -> tuple[wire.ClaimGroup, ...]:
    """The claim groups that the operations of a parcel ask for, in their order."""
    asked = (operation.body.get("claims") or [] for operation in batch)
    return tuple(_group(one) for body in asked for one in (body if isinstance(body, list) else [body]))


def _group(body: dict[str, Any]) -> wire.ClaimGroup:
    return wire.ClaimGroup(
        tuple(wire.Claim(*one) for one in body["claims"]), tuple(wire.Release(*one) for one in body["releases"])
    )


def waits(db: Database) -> int:
    """How many operations have not arrived at the hub yet."""
    return sum(count.waiting + count.under_way for count in operations.outbox_counts(db).values())
