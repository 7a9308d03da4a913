"""Taking a parcel: everything about it is decided and stored in one transaction, or nothing is.

The row of `head` is the lock of a space. Under it places are given out without gaps, claims are decided, and what
a device sent twice is recognised. A final refusal of a member's parcel takes a place too, as hash and code, so that
the chain of that device goes on without an unexplained hole.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from gpconnect.hub import emptying, founders, ledger, restored, rules
from gpconnect.hub.database import writing
from gpconnect.hub.doors import Device, instant, micros
from gpconnect.hub.identity import Identity
from gpconnect.hub.ledger import Arrived
from gpconnect.hub.limits import WINDOW, Limits
from gpconnect.hub.schema import AUDIT, HEAD, PARCEL, SPACE
from gpconnect.sync import admission, wire

DISK_SECONDS = 3600
HEALING = "healing"
HEALING_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """What taking a parcel needs besides the parcel: the hub, its limits and the time of receipt."""

    engine: sa.Engine
    identity: Identity
    limits: Limits
    now: datetime


def push(desk: Desk, device: Device, request: wire.Push) -> wire.PushAnswer:
    """Takes a parcel into the order of its space, or says why not.

    Refusals with ``seq == 0`` left no trace and took no number: ``too_large``, ``malformed``, ``other_device``,
    ``other_bytes``, ``signature``, ``unknown_space``, ``not_member``, ``reads_only``, ``gap``, ``fork``, ``lives``
    (too many chains), ``emptied``, ``founding_code`` and a founding that does not count. Others (``stale_epoch``,
    ``protocol``, ``bad_claim``, ``bad_key``, ``entry.…``) took the number and stand in the order.

    Args:
        desk: of this hub, now.
        device: who showed a token.
        request: the parcel and the wrapped keys it needs.
    """
    offer = look(desk, device, request)
    if isinstance(offer, wire.PushAnswer):
        return offer
    try:
        return _in_transaction(desk, device, offer)
    except IntegrityError:
        # Two devices founded the same space in the same instant; now one of them finds it there.
        return _in_transaction(desk, device, offer)


@dataclass(frozen=True, slots=True)
class Offer:
    """A parcel that can be looked at, and whether its device signed it."""

    arrived: Arrived
    signed: bool


def look(desk: Desk, device: Device, request: wire.Push) -> Offer | wire.PushAnswer:
    """What can be said of a parcel without the database: a refusal, or that it may be decided."""
    if len(request.envelope) > wire.MAX_PARCEL:
        return _refused("too_large")
    try:
        envelope, payload = wire.decode_envelope(request.envelope)
    except msgspec.DecodeError:
        return _refused("malformed")
    header = payload.header
    if code := rules.shape_trouble(header):
        return _refused(code)
    if header.device != device.id:
        return _refused("other_device")
    signed = wire.verify(device.sign_key, envelope.signature, wire.PARCEL_MAGIC + envelope.payload)
    arrived = Arrived(request.envelope, header, wire.parcel_hash(request.envelope), request.keys, desk.now)
    return Offer(arrived, signed)


def _in_transaction(desk: Desk, device: Device, offer: Offer) -> wire.PushAnswer:
    with writing(desk.engine) as connection:
        return decide(desk, connection, device, offer)


def decide(desk: Desk, connection: sa.Connection, device: Device, offer: Offer) -> wire.PushAnswer:
    """Takes a parcel into the order, or says why not; on a connection that writes."""
    arrived = offer.arrived
    space = arrived.header.space
    head = connection.execute(sa.select(HEAD).where(HEAD.c.space == space).with_for_update()).first()
    known = head and _known(desk, connection, arrived, head)
    if known:
        return known
    if not offer.signed:
        return _refused("signature")
    if head is None:
        return _found(desk, connection, device, arrived)
    if restored.is_open(connection, desk.identity, space):
        # What would take a place now, could be what was there before the hub was restored.
        return wire.PushAnswer("later", code=HEALING, seconds=HEALING_SECONDS)
    code = _door_trouble(connection, desk.limits, arrived)
    if code:
        return _refused(code)
    later = _over_quota(desk, connection, arrived, head.bytes)
    return later or place(desk, connection, arrived, head, final_trouble(connection, device.sign_key, arrived))


def _known(desk: Desk, connection: sa.Connection, arrived: Arrived, head: sa.Row[Any]) -> wire.PushAnswer | None:
    """The answer given before, when this number was used before; an alarm when it was for other bytes."""
    header = arrived.header
    query = sa.select(PARCEL.c.seq, PARCEL.c.digest, PARCEL.c.head, PARCEL.c.granted, PARCEL.c.code).where(
        PARCEL.c.space == header.space,
        PARCEL.c.device == header.device,
        PARCEL.c.incarnation == header.incarnation,
        PARCEL.c.number == header.number,
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    if bytes(row.digest) != arrived.digest:
        alarm = {"at": micros(desk.now), "device": header.device, "space": header.space}
        connection.execute(sa.insert(AUDIT).values(**alarm, code="other_bytes", digest=arrived.digest))
        return _refused("other_bytes")
    proof = desk.identity.prove(header.space, head.seq, bytes(head.head))
    granted = tuple(map(bool, bytes(row.granted)))
    status: wire.PushStatus = "refused" if row.code else "duplicate"
    return wire.PushAnswer(status, row.seq, bytes(row.head), granted, row.code, proof=proof)


def _found(desk: Desk, connection: sa.Connection, device: Device, arrived: Arrived) -> wire.PushAnswer:
    header = arrived.header
    if header.entry is None:
        return _refused("unknown_space")
    gone = emptying.EMPTIED if emptying.is_emptied(connection, header.space) else ""
    code = gone or admission.founding_trouble(header) or content_trouble(arrived, device.sign_key)
    if code:
        return _refused(code)
    allowed = desk.limits.anybody or founders.may_found(
        connection, desk.now, device.id, header.space, restored=desk.identity.restored
    )
    if not allowed:
        return _refused(founders.REFUSED)
    count = sa.select(sa.func.count()).where(SPACE.c.founder == header.device)
    if connection.execute(count).scalar_one() >= desk.limits.spaces:
        return wire.PushAnswer("later", code="quota.spaces", seconds=DISK_SECONDS)
    later = _over_quota(desk, connection, arrived, 0)
    if later:
        return later
    ledger.open_space(connection, arrived)
    if desk.identity.restored:
        restored.close(connection, header.space, restored.End(0, wire.ZERO_HASH))
    head = connection.execute(sa.select(HEAD).where(HEAD.c.space == header.space)).one()
    return place(desk, connection, arrived, head, "")


def _door_trouble(connection: sa.Connection, limits: Limits, arrived: Arrived) -> str:
    """What leaves no trace: strangers, readers, and parcels that do not continue the device's own chain."""
    capacity = ledger.capacity(connection, arrived.header.space, arrived.header.device)
    if capacity is None:
        return "not_member"
    if capacity == "recovery" and arrived.header.entry is None:
        return "reads_only"
    number, digest = ledger.last_of_chain(connection, arrived.header)
    before = arrived.header.prev_hash
    if arrived.header.number > number and ledger.is_unowned(connection, arrived.header.space, before):
        return ""
    if arrived.header.number != number + 1:
        return "gap"
    if before != digest:
        return "fork"
    lives = 0 if number else ledger.lives(connection, arrived.header.space, arrived.header.device)
    return "lives" if lives >= limits.lives else ""


def final_trouble(connection: sa.Connection, sign_key: bytes, arrived: Arrived) -> str:
    """What refuses a member's parcel for good."""
    code = content_trouble(arrived, sign_key)
    if code:
        return code
    header, space = arrived.header, ledger.space_row(connection, arrived.header.space)
    if header.epoch != bytes(space.epoch):
        return "stale_epoch"
    if header.entry is None:
        return ""
    standing = ledger.standing(connection, header.space)
    code = admission.entry_trouble(header.entry, standing.capacities.get(header.device), standing)
    if code or not header.entry.remove:
        return code
    gone = {one.device for one in header.entry.remove}
    return rules.removal_trouble(header.entry, ledger.last_numbers(connection, header.space, gone))


def content_trouble(arrived: Arrived, sign_key: bytes) -> str:
    """What refuses a parcel for good by itself, whatever the space looks like."""
    header = arrived.header
    return (
        rules.suite_trouble(header)
        or rules.claims_trouble(header)
        or rules.keys_trouble(arrived.keys, header, sign_key)
    )


def _over_quota(desk: Desk, connection: sa.Connection, arrived: Arrived, held: int) -> wire.PushAnswer | None:
    """When to come back. A quota never stops a removal, and always lets one parcel through in an hour."""
    entry = arrived.header.entry
    if entry is not None and entry.remove:
        return None
    if held + arrived.size > desk.limits.space_bytes:
        return wire.PushAnswer("later", code="quota.space", seconds=DISK_SECONDS)
    since = micros(desk.now - WINDOW)
    size, first = ledger.traffic(connection, arrived.header, since)
    if not size or size + arrived.size <= desk.limits.device_bytes:
        return None
    seconds = max(1, math.ceil((first - since) / 1_000_000))
    return wire.PushAnswer("later", code="quota.device", seconds=seconds)


def place(desk: Desk, connection: sa.Connection, arrived: Arrived, head: sa.Row[Any], code: str) -> wire.PushAnswer:
    """Gives the parcel (or, refused, its hash) the next place in the order."""
    seq = head.seq + 1
    digest = wire.next_head(bytes(head.head), seq, arrived.digest, code)
    granted = () if code else ledger.settle_claims(connection, arrived.header)
    placed = ledger.Placed(arrived, seq, digest, granted, code)
    ledger.store_parcels(connection, (placed,))
    keys = head.keys
    if not code:
        keys += ledger.store_keys(connection, (placed,), head.keys)
        ledger.apply_entry(connection, arrived.header, seq)
    held = head.bytes + (0 if code else arrived.size)
    ledger.move_head(connection, arrived.header.space, ledger.Head(seq, digest, keys, held))
    return answered(desk, placed)


def answered(desk: Desk, placed: ledger.Placed) -> wire.PushAnswer:
    """What its device hears of a parcel that has a place."""
    arrived = placed.arrived
    proof = desk.identity.prove(arrived.header.space, placed.seq, placed.head)
    received = instant(micros(arrived.at)).isoformat()
    status: wire.PushStatus = "refused" if placed.code else "ok"
    return wire.PushAnswer(
        status, placed.seq, placed.head, placed.granted, placed.code, proof=proof, received_at=received
    )


def _refused(code: str) -> wire.PushAnswer:
    return wire.PushAnswer("refused", code=code)
