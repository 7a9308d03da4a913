"""Giving members what they have not seen yet, with the hub's signed word about where the order ends."""

from typing import Any

import sqlalchemy as sa

from gpconnect.hub import emptying, ledger, restored
from gpconnect.hub.database import reading
from gpconnect.hub.doors import Device, RejectedError, instant
from gpconnect.hub.identity import Identity
from gpconnect.hub.schema import ENROLMENT, HEAD, PARCEL, WRAPPED_KEY
from gpconnect.sync import wire

MAX_LIMIT = 500
MAX_ANSWER = 8 * 1024 * 1024
MAX_KEYS = 2000


def pull(
    engine: sa.Engine, identity: Identity, device: Device, space: str, asked: tuple[int, int, int]
) -> wire.PullAnswer:
    """The next stretch of a space's order for one of its devices.

    A contributor gets the membership entries whole (it needs the epoch's public key) and of everything else the hash
    with code ``sealed`` (`wire.SEALED`), so that it can follow the order it cannot read.

    Args:
        engine: database of the hub.
        identity: of the hub.
        device: who asks.
        space: whose order.
        asked: cursor (last place seen), key cursor (last wrapped key seen) and how many places at most.

    Raises:
        RejectedError: 403 ``not_member``, also when there is no such space; 410 ``emptied``.
    """
    cursor, key_cursor, limit = asked
    with reading(engine) as connection:
        capacity = ledger.capacity(connection, space, device.id)
        if capacity is None:
            emptying.refuse_emptied(connection, space)
            raise RejectedError(403, "not_member")
        head = connection.execute(sa.select(HEAD).where(HEAD.c.space == space)).one()
        items = _items(connection, space, cursor, min(limit, MAX_LIMIT), whole=capacity != "contributor")
        reached = items[-1].seq if items else head.seq
        keys = () if capacity == "contributor" else _keys(connection, space, key_cursor, reached)
        healing = restored.is_open(connection, identity, space)
    more = reached < head.seq or len(keys) == MAX_KEYS
    proof = identity.prove(space, head.seq, bytes(head.head))
    last_key = keys[-1].number if keys else key_cursor
    wrapped = tuple(_wrapped(row) for row in keys)
    return wire.PullAnswer(proof, tuple(items), wrapped, last_key, more, healing, head.let_go)


def heads_for(connection: sa.Connection, device: str) -> dict[str, int]:
    """How far the order of each space is that a device is in now."""
    query = (
        sa.select(HEAD.c.space, HEAD.c.seq)
        .join(ENROLMENT, ENROLMENT.c.space == HEAD.c.space)
        .where(ENROLMENT.c.device == device, ENROLMENT.c.left == 0)
    )
    return {row.space: row.seq for row in connection.execute(query)}


def _items(connection: sa.Connection, space: str, cursor: int, limit: int, *, whole: bool) -> list[wire.Item]:
    query = sa.select(PARCEL).where(PARCEL.c.space == space, PARCEL.c.seq > cursor)
    items: list[wire.Item] = []
    size = 0
    # The answer ends before it grows too large for one request, but always holds at least one parcel.
    with connection.execute(query.order_by(PARCEL.c.seq).limit(limit)) as rows:
        for row in rows:
            size += len(row.envelope)
            if items and size > MAX_ANSWER:
                break
            items.append(_item(row, whole=whole or row.is_entry))
    return items


def _item(row: sa.Row[Any], *, whole: bool) -> wire.Item:
    envelope, code = (bytes(row.envelope), row.code) if whole else (b"", row.code or wire.SEALED)
    granted = tuple(map(bool, bytes(row.granted)))
    received = instant(row.received_at).isoformat()
    return wire.Item(row.seq, bytes(row.digest), envelope, granted, code, received)


def _keys(connection: sa.Connection, space: str, cursor: int, reached: int) -> tuple[sa.Row[Any], ...]:
    query = sa.select(WRAPPED_KEY).where(
        WRAPPED_KEY.c.space == space, WRAPPED_KEY.c.number > cursor, WRAPPED_KEY.c.seq <= reached
    )
    return tuple(connection.execute(query.order_by(WRAPPED_KEY.c.number).limit(MAX_KEYS)))


def _wrapped(row: sa.Row[Any]) -> wire.WrappedKey:
    return wire.WrappedKey(
        bytes(row.id), row.space, bytes(row.epoch), row.device, bytes(row.sealed), bytes(row.signature)
    )
