"""Whether a space of a restored hub still waits for what the hub forgot.

A hub that was put back from a copy does not know what it forgot. Until every device of a space has told how far the
order was, and that much is back, a new parcel could take a place that was taken before: a slot would be given twice.
So it takes nothing new until then, or until an admin of the space says to go on without the rest.
"""

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from gpconnect.hub.identity import Identity
from gpconnect.hub.schema import ENROLMENT, HEALING
from gpconnect.sync import wire

NOBODY = ""
"""In the column of the device: the row that says that a space is healed."""


@dataclass(frozen=True, slots=True)
class End:
    """Up to where a space was healed; signed by a device when an admin of the space said to go on from there."""

    seq: int
    head: bytes
    signer: str = NOBODY
    signature: bytes = b""
    answers: tuple[bytes, ...] = ()


def is_open(connection: sa.Connection, identity: Identity, space: str) -> bool:
    """Whether something of this space may still be missing. Costs nothing in a hub that was never restored."""
    return identity.restored and end(connection, space) is None


def end(connection: sa.Connection, space: str) -> End | None:
    """Where healing of this space ended, None while it has not."""
    row = connection.execute(sa.select(HEALING).where(_is(space, NOBODY))).first()
    if row is None:
        return None
    answers = wire.decode(bytes(row.answers), tuple[bytes, ...]) if row.answers else ()
    return End(row.seq, bytes(row.head), row.signer, bytes(row.signature), answers)


def may_grow(connection: sa.Connection, space: str) -> bool:
    """Whether healing ended by itself: what the hub had forgotten altogether may still come where it fits."""
    ended = end(connection, space)
    return ended is not None and not ended.signature


def go(connection: sa.Connection, identity: Identity, space: str) -> wire.Go | None:
    """The admin's word by which healing ended, for devices that come later with more than is here."""
    ended = end(connection, space)
    if ended is None or not ended.signature:
        return None
    return wire.Go(identity.incarnation, ended.seq, ended.head, ended.signer, ended.signature, ended.answers)


def told(connection: sa.Connection, space: str, device: str, reached: int) -> None:
    """Keeps how far a device said that the order was.

    Its word is enough: who had read half of a stretch holds no proof of the places in it, and those must not be given
    out a second time. Who makes a place up keeps the space shut until an admin of it says to go on, and no longer.
    """
    connection.execute(sa.delete(HEALING).where(_is(space, device)))
    empty = {"head": b"", "signer": NOBODY, "signature": b"", "answers": b""}
    connection.execute(sa.insert(HEALING).values(space=space, device=device, seq=reached, **empty))


def silent(connection: sa.Connection, space: str) -> tuple[str, ...]:
    """The devices of this space that have not told yet. A recovery member is paper, and never tells."""
    told_already = sa.select(HEALING.c.device).where(HEALING.c.space == space)
    query = sa.select(ENROLMENT.c.device).where(
        ENROLMENT.c.space == space,
        ENROLMENT.c.left == 0,
        ENROLMENT.c.capacity != "recovery",
        ENROLMENT.c.device.not_in(told_already),
    )
    return tuple(connection.execute(query.order_by(ENROLMENT.c.device)).scalars())


def furthest(connection: sa.Connection, space: str) -> int:
    """The last place that anybody in the space said there was; who is out of it cannot hold the others up."""
    inside = sa.select(ENROLMENT.c.device).where(ENROLMENT.c.space == space, ENROLMENT.c.left == 0)
    told_by = HEALING.c.space == space, HEALING.c.device.in_(inside)
    query = sa.select(sa.func.coalesce(sa.func.max(HEALING.c.seq), 0)).where(*told_by)
    return int(connection.execute(query).scalar_one())


def close(connection: sa.Connection, space: str, at: End) -> None:
    """A space is healed: from here on it takes new parcels."""
    values = {"seq": at.seq, "head": at.head, "signer": at.signer, "signature": at.signature}
    values["answers"] = msgspec.msgpack.encode(at.answers)
    connection.execute(sa.insert(HEALING).values(space=space, device=NOBODY, **values))


def _is(space: str, device: str) -> sa.ColumnElement[bool]:
    return sa.and_(HEALING.c.space == space, HEALING.c.device == device)
