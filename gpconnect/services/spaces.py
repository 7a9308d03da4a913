"""What this device knows of each space: who is in it, its keys, and where its own chain stands."""

import msgspec
from sqlite_utils import Database

from gpconnect.storage import keys as key_store
from gpconnect.storage import meta, parcels
from gpconnect.sync import parcel, wire
from gpconnect.sync.keys import SpaceKeys, new_incarnation
from gpconnect.sync.membership import Membership

_SPACES = "spaces"
HEADS_PER_ROW = 50
HEAD_ROWS = 20
"""The heads of the last thousand places are kept, in small rows so that each place writes little."""
MARK_EVERY = 1000
"""Of older places every thousandth head stays: any of them is worked out from a stretch, and not from the first."""


def followed(db: Database) -> tuple[str, ...]:
    """The spaces that this device syncs, in the order in which it came to know them."""
    return tuple(meta.get_meta(db, _SPACES) or ())


def join(db: Database, space: str) -> None:
    """Sync this space from now on. Inside a transaction."""
    known = followed(db)
    if space not in known:
        meta.put_meta(db, _SPACES, [*known, space])


def membership(db: Database, space: str) -> Membership:
    """Who is in the space as far as this device has heard; empty before the founding parcel came in."""
    stored = key_store.secret_blob(db, f"membership:{space}")
    return Membership.from_bytes(stored) if stored else Membership(space)


def put_membership(db: Database, known: Membership) -> None:
    """Keep who is in the space. Inside a transaction."""
    key_store.put_secret_blob(db, f"membership:{known.space}", known.to_bytes())


def space_keys(db: Database, space: str) -> SpaceKeys:
    """The keys of the space that this device holds."""
    stored = key_store.secret_blob(db, f"keys:{space}")
    return SpaceKeys.from_bytes(stored) if stored else SpaceKeys(space)


def put_keys(db: Database, held: SpaceKeys) -> None:
    """Keep the keys of a space. Inside a transaction."""
    key_store.put_secret_blob(db, f"keys:{held.space}", held.to_bytes())


def first_key(db: Database, space: str) -> bytes | None:
    """The first key that a space ever had, or None before this device was let in.

    What follows from it is the same on every device of the space, after a change of keys too, and nobody outside can
    work it out.
    """
    reigns, held = membership(db, space).reigns, space_keys(db, space).epochs
    # Who founded the space holds its first key before the founding parcel has come back from the hub.
    first = held.get(reigns[0].epoch.key_id) if reigns else next(iter(held.values()), None)
    return first.secret if first else None


def waiting_wraps(db: Database, space: str) -> tuple[wire.WrappedKey, ...]:
    """Wrapped dossier keys that could not be opened yet."""
    stored = key_store.secret_blob(db, f"wraps:{space}")
    return msgspec.msgpack.decode(stored, type=tuple[wire.WrappedKey, ...]) if stored else ()


def put_waiting_wraps(db: Database, space: str, wraps: tuple[wire.WrappedKey, ...]) -> None:
    """Keep wrapped dossier keys for a later try. Inside a transaction."""
    key_store.put_secret_blob(db, f"wraps:{space}", msgspec.msgpack.encode(wraps))


def unshared(db: Database, space: str) -> frozenset[bytes]:
    """Ids of dossier keys made here that the hub has not taken yet: they travel with every parcel that needs them."""
    stored = key_store.secret_blob(db, f"unshared:{space}")
    return frozenset(msgspec.msgpack.decode(stored, type=tuple[bytes, ...])) if stored else frozenset()


def put_unshared(db: Database, space: str, ids: frozenset[bytes]) -> None:
    """Keep which dossier keys the hub has not taken yet. Inside a transaction."""
    if ids != unshared(db, space):
        key_store.put_secret_blob(db, f"unshared:{space}", msgspec.msgpack.encode(sorted(ids)))


def keep_head(db: Database, space: str, seq: int, head: bytes) -> None:
    """Keep the head of the order at a place, to check what others say they saw. Inside a transaction."""
    row = seq // HEADS_PER_ROW
    heads = _heads(db, space, row) | {seq: head}
    key_store.put_secret_blob(db, _heads_name(space, row), msgspec.msgpack.encode(heads))
    if len(heads) == 1:
        key_store.remove_secret_blob(db, _heads_name(space, row - HEAD_ROWS))
    if seq % MARK_EVERY == 0:
        key_store.put_secret_blob(db, _marks_name(space), msgspec.msgpack.encode(_marks(db, space) | {seq: head}))


def head_at(db: Database, space: str, seq: int) -> bytes | None:
    """The head of the order at a place, None when it is no longer kept."""
    return _heads(db, space, seq // HEADS_PER_ROW).get(seq)


def mark_before(db: Database, space: str, seq: int) -> tuple[int, bytes]:
    """The last place up to this one whose head stays kept, with that head; the beginning when there is none.

    Of a place that this device has read: after an order was cut, later marks are of an order that is over.
    """
    marks = {place: head for place, head in _marks(db, space).items() if place <= seq}
    return max(marks.items(), default=(0, wire.ZERO_HASH))


def _marks(db: Database, space: str) -> dict[int, bytes]:
    stored = key_store.secret_blob(db, _marks_name(space))
    return msgspec.msgpack.decode(stored, type=dict[int, bytes]) if stored else {}


def _marks_name(space: str) -> str:
    return f"heads:{space}:marks"


def _heads(db: Database, space: str, row: int) -> dict[int, bytes]:
    stored = key_store.secret_blob(db, _heads_name(space, row))
    return msgspec.msgpack.decode(stored, type=dict[int, bytes]) if stored else {}


def _heads_name(space: str, row: int) -> str:
    return f"heads:{space}:{row}"


def next_place(db: Database, space: str) -> parcel.Place:
    """Where this device's next parcel comes in its chain, which begins here if need be. Inside a transaction."""
    chain = parcels.chain(db, space) or parcels.start_chain(db, space, new_incarnation())
    seen = parcels.cursor(db, space)
    if seen is None:
        return parcel.Place(space, chain.incarnation, chain.number, chain.prev_hash)
    return parcel.Place(space, chain.incarnation, chain.number, chain.prev_hash, seen.seq, seen.head)


def store(db: Database, space: str, sealed: parcel.Sealed) -> parcels.ParcelOut:
    """Keep a sealed parcel before it is sent, with the keys it brings. Inside a transaction."""
    chain = parcels.chain(db, space)
    assert chain is not None, "a chain is started before the first parcel"
    out = parcels.ParcelOut(
        space, chain.incarnation, sealed.number, sealed.envelope, sealed.hash, msgspec.msgpack.encode(sealed.keys)
    )
    parcels.store_parcel(db, out, sealed.op_ids)
    return out
