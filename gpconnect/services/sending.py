"""What waits here goes out: sealed once, kept before it is sent, sent again unchanged until the hub has answered."""

from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.operations import Operation
from gpconnect.services import profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import operations, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import parcel, wire
from gpconnect.sync.keys import new_incarnation

REPACKED = frozenset({"stale_epoch"})
"""Refusals that mend themselves: the operations go out again in the next parcel."""


def outgoing(session: Session, space: str) -> wire.Push | None:
    """The next parcel for this space, made now or kept from an earlier try; None when nothing waits.

    Raises:
        ParkedError: this device has not yet received the key of the space.
    """
    db = session.db
    with transaction(db):
        waiting = parcels.next_parcel(db, space) or _pack(session, space)
    if waiting is None:
        return None
    return wire.Push(waiting.envelope, msgspec.msgpack.decode(waiting.keys, type=tuple[wire.WrappedKey, ...]))


def refused(session: Session, space: str, code: str) -> Changes:
    """The hub will never take the parcel that was under way: pack it again, or keep it in sight with the reason."""
    db = session.db
    with transaction(db):
        waiting = parcels.next_parcel(db, space)
        if waiting is not None:
            parcels.refuse(db, space, waiting.incarnation, waiting.number, code, repack=code in REPACKED)
    return Changes(frozenset({"outbox"}))


def _pack(session: Session, space: str) -> parcels.ParcelOut | None:
    db = session.db
    waiting = operations.waiting(db, space, wire.MAX_OPERATIONS)
    if not waiting:
        return None
    if parcels.chain(db, space) is None:
        parcels.start_chain(db, space, new_incarnation())
    batch = next(parcel.split(waiting))
    device = profiles.device_keys(db)
    membership = spaces.membership(db, space)
    member = membership.member(device.device)
    place = spaces.next_place(db, space)
    if member is not None and member.capacity == "contributor" and membership.epoch is not None:
        sealed = parcel.pack_contribution(batch, place=place, epoch=membership.epoch, device=device)
    else:
        keys = spaces.space_keys(db, space)
        sealed = parcel.pack(batch, place=place, keys=keys, device=device, claims=claims_of(batch))
        spaces.put_keys(db, sealed.space_keys)
    return spaces.store(db, space, sealed)


def claims_of(batch: tuple[Operation, ...]) -> tuple[wire.ClaimGroup, ...]:
    """The claim groups that the operations of a parcel ask for, in their order."""
    return tuple(_group(operation.body["claims"]) for operation in batch if operation.body.get("claims"))


def _group(body: dict[str, Any]) -> wire.ClaimGroup:
    return wire.ClaimGroup(
        tuple(wire.Claim(*one) for one in body["claims"]), tuple(wire.Release(*one) for one in body["releases"])
    )


def waits(db: Database) -> int:
    """How many operations have not arrived at the hub yet."""
    return sum(count.waiting + count.under_way for count in operations.outbox_counts(db).values())
