"""What a restored hub asks of the file: our own parcels once more, and places that are as they were no longer."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from gpconnect.storage.parcels import Received, received

AT_ONCE = 16
"""Places of an order in memory at once when it is gone through: each may hold a mebibyte."""
LINKS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Done:
    """An operation that has its place: on which device, in which action, of what kind and about which record."""

    device: str
    action: str
    kind: str
    record: str


def done_after(db: Database, space: str, seq: int) -> list[Done]:
    """What was done after a place in the order, as far as it could be opened here."""
    sql = "SELECT device, action, kind, record FROM operation WHERE space = ? AND seq > ? ORDER BY seq, place"
    return [Done(*row) for row in db.execute(sql, (space, seq)).fetchall()]


def in_turn(db: Database, space: str, until: int) -> Iterator[Received]:
    """Every place of an order up to one, a few in memory at a time."""
    reached = 0
    while reached < until:
        found = received(db, space, reached + 1, min(AT_ONCE, until - reached))
        yield from found
        reached = found[-1].seq if found else until


def links(db: Database, space: str, after: int, until: int) -> list[tuple[int, bytes, str]]:
    """Place, hash and code of what follows a place of an order: what heads are made of; `LINKS_AT_ONCE` at most."""
    sql = "SELECT seq, digest, code FROM parcel_in WHERE space = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
    return list(db.execute(sql, (space, after, until, LINKS_AT_ONCE)).fetchall())


def sent(db: Database, space: str, digest: bytes) -> bytes:
    """The parcel of ours with this hash, as it was sent; empty when it is not ours."""
    row = db.execute("SELECT envelope FROM parcel_out WHERE space = ? AND digest = ?", (space, digest)).fetchone()
    return row[0] if row else b""


def unplace(db: Database, space: str, after: int, device: str) -> list[str]:
    """The hub goes on without what stood after this place: it has no place any more, and ours waits to be sent again.

    What others made stays in the log; it takes its new place when they have sent it again. What this device made before
    its file was put back from a copy is ours as well: the parcel is no longer here, so it goes out in a new one.

    Args:
        db: the open file, inside a transaction.
        space: whose order.
        after: the last place that is as it was.
        device: this device, whose operations are ours.

    Returns:
        The ids of the operations that lost their place.
    """
    gone = (space, after)
    rows = db.execute("SELECT op_id FROM operation WHERE space = ? AND seq > ? ORDER BY seq, place", gone).fetchall()
    db.execute(
        "INSERT OR IGNORE INTO outbox (row, space, incarnation, number, place) "
        "SELECT o.row, o.space, p.incarnation, p.number, o.place FROM operation o "
        "JOIN parcel_out p ON p.space = o.space AND p.seq = o.seq WHERE o.space = ? AND o.seq > ?",
        gone,
    )
    db.execute(
        "INSERT OR IGNORE INTO outbox (row, space) "
        "SELECT row, space FROM operation WHERE space = ? AND seq > ? AND device = ? ORDER BY seq, place",
        (*gone, device),
    )
    db.execute("UPDATE parcel_out SET state = 'waiting', seq = NULL WHERE space = ? AND seq > ?", gone)
    db.execute("UPDATE operation SET seq = NULL, place = 0 WHERE space = ? AND seq > ?", gone)
    db.execute("DELETE FROM parcel_in WHERE space = ? AND seq > ?", gone)
    db.execute("DELETE FROM claim_holder WHERE space = ?", (space,))
    return [op_id for (op_id,) in rows]
