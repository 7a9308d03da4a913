"""What this device knows of each space: who is in it, its keys, and where its own chain stands."""

import msgspec
from sqlite_utils import Database

from gpconnect.storage import keys as key_store
from gpconnect.storage import meta, parcels
from gpconnect.sync import parcel, wire
from gpconnect.sync.keys import SpaceKeys
from gpconnect.sync.membership import Membership

_SPACES = "spaces"


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


def waiting_wraps(db: Database, space: str) -> tuple[wire.WrappedKey, ...]:
    """Wrapped dossier keys that could not be opened yet."""
    stored = key_store.secret_blob(db, f"wraps:{space}")
    return msgspec.msgpack.decode(stored, type=tuple[wire.WrappedKey, ...]) if stored else ()


def put_waiting_wraps(db: Database, space: str, wraps: tuple[wire.WrappedKey, ...]) -> None:
    """Keep wrapped dossier keys for a later try. Inside a transaction."""
    key_store.put_secret_blob(db, f"wraps:{space}", msgspec.msgpack.encode(wraps))


def next_place(db: Database, space: str) -> parcel.Place:
    """Where this device's next parcel comes in its chain; the chain has been started."""
    chain = parcels.chain(db, space)
    assert chain is not None, "a chain is started before the first parcel"
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
