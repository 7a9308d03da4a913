"""The statements of a push: small functions on one connection, inside the one transaction of `pushing`."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa

from gpconnect.domain.claims import decide
from gpconnect.hub.doors import micros
from gpconnect.hub.schema import CLAIM, ENROLMENT, HEAD, PARCEL, SPACE, WRAPPED_KEY
from gpconnect.sync import admission, wire


@dataclass(frozen=True, slots=True)
class Arrived:
    """A parcel as it came: its bytes, what the header says, its hash, its wrapped keys and the time of receipt."""

    envelope: bytes
    header: wire.Header
    digest: bytes
    keys: tuple[wire.WrappedKey, ...]
    at: datetime

    @property
    def size(self) -> int:
        """Bytes that storing it takes, wrapped keys included."""
        return len(self.envelope) + sum(len(key.sealed) for key in self.keys)


@dataclass(frozen=True, slots=True)
class Head:
    """How far the order of a space is: last place, hash over all of it, wrapped keys and bytes so far."""

    seq: int
    head: bytes
    keys: int
    bytes: int


def capacity(connection: sa.Connection, space: str, device: str) -> str | None:
    """In what capacity a device is in a space now, or None."""
    query = sa.select(ENROLMENT.c.capacity).where(
        ENROLMENT.c.space == space, ENROLMENT.c.device == device, ENROLMENT.c.left == 0
    )
    return connection.execute(query).scalar()


def is_out(connection: sa.Connection, space: str, device: str) -> bool:
    """Whether a device was put out of a space; not of one that was never in, as far as is known here."""
    query = sa.select(ENROLMENT.c.left).where(ENROLMENT.c.space == space, ENROLMENT.c.device == device)
    return bool(connection.execute(query).scalar())


def standing(connection: sa.Connection, space: str) -> admission.Standing:
    """How a space stands now: its epoch, and every device that is or was in it."""
    now = space_row(connection, space)
    query = sa.select(ENROLMENT.c.device, ENROLMENT.c.capacity, ENROLMENT.c.left).where(ENROLMENT.c.space == space)
    capacities = {row.device: None if row.left else row.capacity for row in connection.execute(query)}
    was_one = partial(was_epoch, connection, space)
    return admission.Standing(space, bytes(now.epoch), bytes(now.public_key), capacities, was_one)


def space_row(connection: sa.Connection, space: str) -> sa.Row[Any]:
    """The space with its current epoch."""
    return connection.execute(sa.select(SPACE).where(SPACE.c.space == space)).one()


def was_epoch(connection: sa.Connection, space: str, key_id: bytes) -> bool:
    """Whether a key id was ever an epoch of this space."""
    query = sa.select(PARCEL.c.seq).where(
        PARCEL.c.space == space, PARCEL.c.is_entry.is_(True), PARCEL.c.starts_epoch == key_id
    )
    return connection.execute(query.limit(1)).first() is not None


def last_of_chain(connection: sa.Connection, header: wire.Header) -> tuple[int, bytes]:
    """Number and hash of the last parcel in this device's chain; (0, zeroes) when it is the first."""
    query = sa.select(PARCEL.c.number, PARCEL.c.digest).where(
        PARCEL.c.space == header.space,
        PARCEL.c.device == header.device,
        PARCEL.c.incarnation == header.incarnation,
    )
    row = connection.execute(query.order_by(PARCEL.c.number.desc()).limit(1)).first()
    return (row.number, bytes(row.digest)) if row else (0, wire.ZERO_HASH)


def last_numbers(connection: sa.Connection, space: str, devices: Collection[str]) -> dict[tuple[str, bytes], int]:
    """The last parcel of these devices that was not refused, by device and incarnation."""
    query = (
        sa.select(PARCEL.c.device, PARCEL.c.incarnation, sa.func.max(PARCEL.c.number).label("number"))
        .where(PARCEL.c.space == space, PARCEL.c.device.in_(devices), PARCEL.c.code == "")
        .group_by(PARCEL.c.device, PARCEL.c.incarnation)
    )
    return {(row.device, bytes(row.incarnation)): row.number for row in connection.execute(query)}


def lives(connection: sa.Connection, space: str, device: str) -> int:
    """How many chains a device has in a space: one for each life of its file."""
    query = sa.select(sa.func.count(sa.distinct(PARCEL.c.incarnation))).where(
        PARCEL.c.space == space, PARCEL.c.device == device
    )
    return int(connection.execute(query).scalar_one())


def is_unowned(connection: sa.Connection, space: str, digest: bytes) -> bool:
    """Whether this is the hash of a refused parcel that came back after a restore, of which only the hash is known."""
    query = sa.select(PARCEL.c.seq).where(PARCEL.c.space == space, PARCEL.c.device == "", PARCEL.c.digest == digest)
    return connection.execute(query.limit(1)).first() is not None


def traffic(connection: sa.Connection, header: wire.Header, since: int) -> tuple[int, int]:
    """How many bytes a device pushed to a space after `since` (µs), and when the first of them came (µs)."""
    query = sa.select(
        sa.func.coalesce(sa.func.sum(PARCEL.c.size), 0), sa.func.coalesce(sa.func.min(PARCEL.c.received_at), since)
    ).where(PARCEL.c.space == header.space, PARCEL.c.device == header.device, PARCEL.c.received_at > since)
    size, first = connection.execute(query).one()
    return int(size), int(first)


def open_space(connection: sa.Connection, arrived: Arrived) -> None:
    """Makes a space that has no parcels yet. `apply_entry` of its founding parcel fills it."""
    space = arrived.header.space
    connection.execute(sa.insert(HEAD).values(space=space, seq=0, head=wire.ZERO_HASH, keys=0, bytes=0))
    row = {"founder": arrived.header.device, "epoch": b"", "public_key": b"", "since": micros(arrived.at)}
    connection.execute(sa.insert(SPACE).values(space=space, **row))


def settle_claims(connection: sa.Connection, header: wire.Header) -> tuple[bool, ...]:
    """Decides each claim group against who holds what now, and keeps the outcome. Losing refuses nothing."""
    if not header.claims:
        return ()
    asked = {claim.id for group in header.claims for claim in group.claims}
    asked |= {release.id for group in header.claims for release in group.releases}
    query = sa.select(CLAIM.c.id, CLAIM.c.token_hash).where(CLAIM.c.space == header.space, CLAIM.c.id.in_(asked))
    before = {bytes(row.id): bytes(row.token_hash) for row in connection.execute(query)}
    holders: dict[bytes, bytes | None] = dict(before)
    granted = decide_groups(header.claims, holders)
    changed = [key for key, holder in holders.items() if holder != before.get(key)]
    if changed:
        connection.execute(sa.delete(CLAIM).where(CLAIM.c.space == header.space, CLAIM.c.id.in_(changed)))
    rows = [{"space": header.space, "id": key, "token_hash": holders[key]} for key in changed if holders[key]]
    if rows:
        connection.execute(sa.insert(CLAIM), rows)
    return granted


def decide_groups(groups: tuple[wire.ClaimGroup, ...], holders: dict[bytes, bytes | None]) -> tuple[bool, ...]:
    """Decides the groups of one parcel in order and changes `holders` accordingly; one truth value per group."""
    granted = []
    lookup: Callable[[bytes], bytes | None] = holders.get
    for group in groups:
        changes = decide(group, lookup)
        holders.update(changes or {})
        granted.append(changes is not None)
    return tuple(granted)


@dataclass(frozen=True, slots=True)
class Placed:
    """A parcel and the place that it gets; `code` is why it was refused, empty when it was not."""

    arrived: Arrived
    seq: int
    head: bytes
    granted: tuple[bool, ...] = ()
    code: str = ""


def store_parcels(connection: sa.Connection, parcels: Sequence[Placed]) -> None:
    """Writes places of the order; of a refused parcel only the hash and why."""
    connection.execute(sa.insert(PARCEL), [_row(one) for one in parcels])


def _row(placed: Placed) -> dict[str, Any]:
    arrived, code = placed.arrived, placed.code
    header = arrived.header
    entry = None if code else header.entry
    return {
        "space": header.space,
        "seq": placed.seq,
        "device": header.device,
        "incarnation": header.incarnation,
        "number": header.number,
        "digest": arrived.digest,
        "head": placed.head,
        "envelope": b"" if code else arrived.envelope,
        "granted": bytes(placed.granted),
        "code": code,
        "is_entry": entry is not None,
        "starts_epoch": entry.epoch.key_id if entry and entry.epoch else b"",
        "size": arrived.size,
        "received_at": micros(arrived.at),
    }


def store_unowned(connection: sa.Connection, space: str, item: wire.Item, head: bytes, received_at: int) -> None:
    """Writes a place of which only the hash and the refusal are known: it was refused before the hub was restored."""
    place = {"space": space, "seq": item.seq, "digest": item.parcel_hash, "head": head, "code": item.code}
    nobody = {"device": "", "incarnation": item.parcel_hash, "number": 0, "envelope": b"", "granted": b""}
    rest = {"is_entry": False, "starts_epoch": b"", "size": 0, "received_at": received_at}
    connection.execute(sa.insert(PARCEL).values(**place, **nobody, **rest))


def store_keys(connection: sa.Connection, parcels: Sequence[Placed], last: int) -> int:
    """Keeps the wrapped keys that came along, numbered on from `last`; returns how many there were."""
    brought = [(placed.seq, key) for placed in parcels for key in placed.arrived.keys]
    rows = [
        {
            "space": key.space,
            "number": number,
            "seq": seq,
            "id": key.id,
            "epoch": key.epoch,
            "device": key.device,
            "sealed": key.sealed,
            "signature": key.signature,
        }
        for number, (seq, key) in enumerate(brought, start=last + 1)
    ]
    if rows:
        connection.execute(sa.insert(WRAPPED_KEY), rows)
    return len(rows)


def move_head(connection: sa.Connection, space: str, head: Head) -> None:
    """How far the order of a space is now."""
    update = sa.update(HEAD).where(HEAD.c.space == space)
    connection.execute(update.values(seq=head.seq, head=head.head, keys=head.keys, bytes=head.bytes))


def apply_entry(connection: sa.Connection, header: wire.Header, seq: int) -> None:
    """Changes who is in the space, and its epoch, as a checked entry says. From here on a removed device is out."""
    entry = header.entry
    if entry is None:
        return
    gone = {removal.device for removal in entry.remove}
    if gone:
        leave = sa.update(ENROLMENT).where(ENROLMENT.c.space == header.space, ENROLMENT.c.device.in_(gone))
        connection.execute(leave.values(left=seq))
    rows = [
        {"space": header.space, "device": member.device, "capacity": member.capacity, "since": seq, "left": 0}
        for member in entry.add
    ]
    if rows:
        connection.execute(sa.insert(ENROLMENT), rows)
    if entry.epoch:
        values = {"epoch": entry.epoch.key_id, "public_key": entry.epoch.public_key}
        connection.execute(sa.update(SPACE).where(SPACE.c.space == header.space).values(values))
