"""Sealed parcels: kept before they are sent, resent unchanged, and kept as received.

To storage a parcel is opaque bytes with a number in its chain (per space and incarnation) and, once the hub
answered, a place in the order of its space.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlite_utils import Database

from gpconnect.storage.operations import place_operations

State = Literal["applied", "parked", "refused", "alarm"]
GENESIS = bytes(32)
WAITING = ("keys", "epoch.key_missing", "parcel.newer")
"""Reasons for which a parcel is parked while nothing is wrong with it."""
ERASED = "erased"
"""The reason of a parcel whose key was destroyed with what it held: nothing is wrong, and nothing will open it."""


@dataclass(frozen=True, slots=True)
class ParcelOut:
    """A parcel of ours, sealed and signed.

    Attributes:
        digest: SHA-256 of the envelope; the next parcel's `prev_hash`.
        keys: the wrapped keys that travel with it, as bytes of the caller's making.
    """

    space: str
    incarnation: bytes
    number: int
    envelope: bytes
    digest: bytes
    keys: bytes = b""


@dataclass(frozen=True, slots=True)
class Chain:
    """Where our chain in a space stands: the number that the next parcel gets, and the hash it names."""

    incarnation: bytes
    number: int
    prev_hash: bytes


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far we have read a space's order: the hub's incarnation, place, head, and place in its wrapped keys."""

    incarnation: bytes
    seq: int
    head: bytes
    key_cursor: int


@dataclass(frozen=True, slots=True)
class Received:
    """One place in a space's order as the hub gave it; `received_at` is the hub's receipt, ISO 8601 in UTC."""

    space: str
    seq: int
    digest: bytes
    envelope: bytes
    granted: tuple[bool, ...]
    code: str
    received_at: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A parcel that came in and was not right; `reason` is a code, `at` the hub's receipt."""

    space: str
    seq: int
    state: State
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Parked:
    """How many parcels of a space wait for something; `since` is the hub's receipt of the first of them."""

    space: str
    reason: str
    count: int
    since: datetime


def chain(db: Database, space: str) -> Chain | None:
    """Our chain in a space, or None before the first parcel."""
    row = db.execute("SELECT incarnation, number, prev_hash FROM chain WHERE space = ?", (space,)).fetchone()
    return Chain(*row) if row else None


def start_chain(db: Database, space: str, incarnation: bytes) -> Chain:
    """Begins a chain anew: a first time, or after this file was put back from a copy.

    Args:
        db: the open file, inside a transaction.
        space: the space.
        incarnation: 64 random bits, never used before.
    """
    fresh = Chain(incarnation, 1, GENESIS)
    db.execute(
        "INSERT OR REPLACE INTO chain (space, incarnation, number, prev_hash) VALUES (?, ?, ?, ?)",
        (space, incarnation, fresh.number, fresh.prev_hash),
    )
    return fresh


def store_parcel(db: Database, parcel: ParcelOut, op_ids: Sequence[str]) -> None:
    """Keeps a sealed parcel for sending, marks its operations as packed and moves the chain on.

    Args:
        db: the open file, inside a transaction.
        parcel: sealed under the chain's incarnation and number.
        op_ids: its operations, in the order in which they lie in it.

    Raises:
        RuntimeError: the number does not follow: sending it would fork our own chain.
    """
    now = chain(db, parcel.space)
    if now is None or (now.incarnation, now.number) != (parcel.incarnation, parcel.number):
        message = "the parcel does not follow in its chain"
        raise RuntimeError(message)
    db.execute(
        "INSERT INTO parcel_out (space, incarnation, number, envelope, digest, keys) VALUES (?, ?, ?, ?, ?, ?)",
        (parcel.space, parcel.incarnation, parcel.number, parcel.envelope, parcel.digest, parcel.keys),
    )
    db.conn.executemany(
        "UPDATE outbox SET incarnation = ?, number = ?, place = ? "
        "WHERE row = (SELECT row FROM operation WHERE op_id = ?)",
        [(parcel.incarnation, parcel.number, place, op_id) for place, op_id in enumerate(op_ids)],
    )
    db.execute(
        "UPDATE chain SET number = ?, prev_hash = ? WHERE space = ?",
        (parcel.number + 1, parcel.digest, parcel.space),
    )


def end_chain(db: Database, space: str = "") -> None:
    """Ends our chain in a space, or in all: the file was put back or copied, and its numbers may be in use elsewhere.

    What was packed and not answered stays packed until it is clear that the hub does not have it.
    """
    db.execute("DELETE FROM chain WHERE space = ? OR ? = ''", (space, space))


def packed(db: Database, space: str, incarnation: bytes, number: int) -> ParcelOut | None:
    """The parcel that we sealed under this number, whatever became of it; None when this file never did."""
    row = db.execute(
        "SELECT space, incarnation, number, envelope, digest, keys FROM parcel_out "
        "WHERE space = ? AND incarnation = ? AND number = ?",
        (space, incarnation, number),
    ).fetchone()
    return ParcelOut(*row) if row else None


def next_parcel(db: Database, space: str) -> ParcelOut | None:
    """The oldest parcel of a space that the hub has not answered; it is sent again exactly as it is."""
    found = next_parcels(db, space, 1)
    return found[0] if found else None


def next_parcels(db: Database, space: str, limit: int) -> list[ParcelOut]:
    """The oldest parcels of a space that the hub has not answered, in the order in which they were sealed."""
    rows = db.execute(
        "SELECT space, incarnation, number, envelope, digest, keys FROM parcel_out "
        "WHERE space = ? AND state = 'waiting' ORDER BY row LIMIT ?",
        (space, limit),
    )
    return [ParcelOut(*row) for row in rows.fetchall()]


def waiting_parcel(db: Database, space: str, digest: bytes) -> ParcelOut | None:
    """The parcel with this hash, when the hub has not answered it; those before it may have their place already."""
    row = db.execute(
        "SELECT space, incarnation, number, envelope, digest, keys FROM parcel_out "
        "WHERE space = ? AND state = 'waiting' AND digest = ?",
        (space, digest),
    ).fetchone()
    return ParcelOut(*row) if row else None


def unanswered(db: Database, space: str) -> tuple[int, int]:
    """How many parcels of a space the hub has not answered, and their bytes with the keys that they bring."""
    count, size = db.execute(
        "SELECT count(*), ifnull(sum(length(envelope) + length(keys)), 0) FROM parcel_out "
        "WHERE space = ? AND state = 'waiting'",
        (space,),
    ).fetchone()
    return count, size


def brings_entry(db: Database, space: str) -> bool:
    """Whether a parcel without operations is under way: a change in who belongs to the space."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM parcel_out p WHERE p.space = ? AND p.state = 'waiting' AND NOT EXISTS "
        "(SELECT 1 FROM outbox b WHERE b.space = p.space AND b.number = p.number AND b.incarnation = p.incarnation))"
    )
    return bool(db.execute(sql, (space,)).fetchone()[0])


def promise(db: Database, space: str) -> None:
    """Writes where our chain stands once more, so that the transaction around this waits for the disk.

    With it the disk has every parcel that was sealed before: none is sent that a lost power could take back.
    """
    db.execute("UPDATE chain SET number = number WHERE space = ?", (space,))


def sent_keys(db: Database, space: str) -> list[tuple[int, bytes]]:
    """Row and wrapped keys of every parcel of ours that brought any, sent or not."""
    rows = db.execute("SELECT row, keys FROM parcel_out WHERE space = ? AND length(keys) > 1", (space,))
    return [(row, keys) for row, keys in rows.fetchall()]


def put_sent_keys(db: Database, row: int, keys: bytes) -> None:
    """Keeps other wrapped keys beside a parcel of ours: those of an erased dossier must not lie there."""
    db.execute("UPDATE parcel_out SET keys = ? WHERE row = ?", (keys, row))


def acknowledge(db: Database, space: str, incarnation: bytes, number: int, seq: int) -> list[str]:
    """The hub has given our parcel place `seq`; its operations take that place. Twice changes nothing.

    What was destroyed while the parcel was under way still lies in it for everybody else: the others keep the places
    that they were sealed at.

    Returns:
        The ids of the operations that were acknowledged now.
    """
    packed_at = _packed(db, space, incarnation, number)
    op_ids = list(packed_at)
    place_operations(db, op_ids, seq, places=list(packed_at.values()))
    db.execute(
        "UPDATE parcel_out SET state = 'acknowledged', seq = ? WHERE space = ? AND incarnation = ? AND number = ?",
        (seq, space, incarnation, number),
    )
    return op_ids


def refuse(db: Database, space: str, incarnation: bytes, number: int, code: str, *, repack: bool) -> list[str]:
    """The hub has refused our parcel for good; its number is spent.

    Args:
        db: the open file, inside a transaction.
        space: the parcel's space.
        incarnation: of its chain.
        number: in its chain.
        code: the hub's reason.
        repack: True lets the operations wait for a next parcel (the epoch was stale); False keeps them in sight.

    Returns:
        The ids of its operations.
    """
    op_ids = list(_packed(db, space, incarnation, number))
    change = "incarnation = NULL, number = NULL, refused = NULL" if repack else "refused = :code"
    db.execute(
        f"UPDATE outbox SET {change} WHERE space = :space AND incarnation = :incarnation AND number = :number",  # noqa: S608 - one of two texts of ours
        {"code": code, "space": space, "incarnation": incarnation, "number": number},
    )
    db.execute(
        "UPDATE parcel_out SET state = 'refused', code = ? WHERE space = ? AND incarnation = ? AND number = ?",
        (code, space, incarnation, number),
    )
    return op_ids


def cursor(db: Database, space: str) -> Cursor | None:
    """How far we have read a space, or None before the first time."""
    row = db.execute("SELECT incarnation, seq, head, key_cursor FROM cursor WHERE space = ?", (space,)).fetchone()
    return Cursor(*row) if row else None


def set_cursor(db: Database, space: str, new: Cursor) -> None:
    """Keeps how far we have read; in the same transaction as what was read."""
    db.execute(
        "INSERT OR REPLACE INTO cursor (space, incarnation, seq, head, key_cursor) VALUES (?, ?, ?, ?, ?)",
        (space, new.incarnation, new.seq, new.head, new.key_cursor),
    )


def keep_received(db: Database, item: Received, state: State, reason: str = "") -> None:
    """Keeps a place of the order as it came; the same place again replaces nothing."""
    db.execute(
        "INSERT OR IGNORE INTO parcel_in (space, seq, digest, envelope, granted, code, received_at, state, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            item.space,
            item.seq,
            item.digest,
            item.envelope,
            msgspec.json.encode(item.granted).decode(),
            item.code,
            item.received_at,
            state,
            reason,
        ),
    )


def set_state(db: Database, space: str, seq: int, state: State, reason: str = "") -> None:
    """A parked parcel could be opened after all, or turned out to be wrong; an alarm about it keeps standing."""
    waited = ", ".join(f"'{one}'" for one in WAITING)
    db.execute(
        f"UPDATE parcel_in SET state = ?, reason = iif(reason IN ('', {waited}), ?, reason) "  # noqa: S608 - our own words
        "WHERE space = ? AND seq = ?",
        (state, reason, space, seq),
    )


def set_reason(db: Database, space: str, seq: int, reason: str) -> None:
    """Something turned out to be wrong with a place that was taken in before; an alarm about it keeps standing."""
    waited = ", ".join(f"'{one}'" for one in ("", *WAITING))
    db.execute(
        f"UPDATE parcel_in SET reason = ? WHERE space = ? AND seq = ? AND reason IN ({waited})",  # noqa: S608 - our own words
        (reason, space, seq),
    )


def brought(db: Database, space: str, first: int, last: int) -> bool:
    """Whether these places hold a parcel that a member made and that stood nowhere before; refusals are none."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM parcel_in WHERE space = ? AND seq BETWEEN ? AND ? AND length(envelope) > 0 "
        "AND state IN ('applied', 'parked') AND reason NOT IN ('chain.repeated', 'chain.fork'))"
    )
    return bool(db.execute(sql, (space, first, last)).fetchone()[0])


def received(db: Database, space: str, from_seq: int, limit: int) -> list[Received]:
    """Places of the order from `from_seq` on, for a hub that must heal."""
    return _received(db, "space = ? AND seq >= ? ORDER BY seq LIMIT ?", (space, from_seq, limit))


def parked(db: Database, space: str) -> list[int]:
    """Places of what could not be opened yet, in order."""
    rows = db.execute("SELECT seq FROM parcel_in WHERE space = ? AND state = 'parked' ORDER BY seq", (space,))
    return [seq for (seq,) in rows.fetchall()]


def parked_counts(db: Database) -> list[Parked]:
    """What could not be opened yet, counted per space and reason."""
    rows = db.execute(
        "SELECT space, reason, count(*), min(received_at) FROM parcel_in WHERE state = 'parked' "
        "GROUP BY space, reason ORDER BY space, reason"
    ).fetchall()
    return [Parked(space, reason, n, datetime.fromisoformat(at)) for space, reason, n, at in rows]


def lacks_keys(db: Database, space: str) -> bool:
    """Whether something waits for a dossier key; what waits for an epoch or a newer program does not."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM parcel_in WHERE space = ? AND state = 'parked' "
        "AND reason <> 'parcel.newer' AND reason NOT LIKE 'epoch.%')"
    )
    return bool(db.execute(sql, (space,)).fetchone()[0])


def troubles(db: Database) -> list[Trouble]:
    """What came in and was not right, newest first.

    A place of which the hub kept only a hash is left out: that was refused, and its own author is told.
    """
    fine = ", ".join(f"'{one}'" for one in ("", ERASED, *WAITING))
    rows = db.execute(
        "SELECT space, seq, state, reason, received_at FROM parcel_in "  # noqa: S608 - our own words
        f"WHERE code = '' AND (state IN ('refused', 'alarm') OR reason NOT IN ({fine})) "
        "ORDER BY received_at DESC, space, seq DESC"
    ).fetchall()
    return [Trouble(place, seq, state, reason, datetime.fromisoformat(at)) for place, seq, state, reason, at in rows]


def _received(db: Database, condition: str, params: tuple[Any, ...]) -> list[Received]:
    rows = db.execute(
        f"SELECT space, seq, digest, envelope, granted, code, received_at FROM parcel_in WHERE {condition}",  # noqa: S608 - our own text
        params,
    ).fetchall()
    return [
        Received(place, seq, digest, envelope, msgspec.json.decode(granted, type=tuple[bool, ...]), code, at)
        for place, seq, digest, envelope, granted, code, at in rows
    ]


def _packed(db: Database, space: str, incarnation: bytes, number: int) -> dict[str, int]:
    """The operations that were sealed under this number and are still here, in their order, with their places in it."""
    rows = db.execute(
        "SELECT o.op_id, b.place FROM outbox b JOIN operation o ON o.row = b.row "
        "WHERE b.space = ? AND b.incarnation = ? AND b.number = ? ORDER BY b.place",
        (space, incarnation, number),
    ).fetchall()
    return dict(rows)
