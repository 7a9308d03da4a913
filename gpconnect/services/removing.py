"""Putting a device out: a lost laptop, a colleague who leaves.

Each space that this device administers gets an entry that names the last parcel of the other that counts, and a new key
that it does not get. The hub denies it from then on. What it has read cannot be unread: its own file stays on its disk,
behind its own passphrase, and the screen says so.
"""

import msgspec
from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import acting, enrolling, spaces
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import chain, entries

_PREFIX = "removing:"
_CHANGED = Changes(frozenset({"membership"}))


def remove_device(session: Session, device: str) -> Changes:
    """Put one device out of every space that this device administers, for example because it is lost.

    Raises:
        KnownError: ``space.not_an_admin`` (in none of its spaces); ``remove.own_device``: another
            admin does that, so that no space is ever left without one.
    """
    acting.check(session, Intention.INVITE)
    return _remove(session, (device,))


def remove_person(session: Session, staff: str) -> Changes:
    """Put every device of somebody out, because they leave. Raises as `remove_device`."""
    acting.check(session, Intention.INVITE)
    devices = {
        member.device
        for space in _administered(session)
        for member in spaces.membership(session.db, space).members()
        if member.staff == staff and member.capacity != "recovery"
    }
    return _remove(session, tuple(sorted(devices)))


def under_way(session: Session) -> frozenset[str]:
    """Devices that were put out here and that not everybody can have heard of yet."""
    acting.check(session, Intention.INVITE)
    return frozenset(name.removeprefix(_PREFIX) for name in key_store.secret_blobs(session.db, _PREFIX))


def follow_up(session: Session) -> Changes:
    """Send again what was lost on the way, such as a removal that crossed another admin's; forget what arrived."""
    changes = Changes()
    for name, stored in key_store.secret_blobs(session.db, _PREFIX).items():
        device = name.removeprefix(_PREFIX)
        wanted = msgspec.msgpack.decode(stored, type=tuple[str, ...])
        left = tuple(one for one in wanted if spaces.membership(session.db, one).member(device) is not None)
        with transaction(session.db):
            for space in left:
                _send(session, space, device)
            if not left:
                key_store.remove_secret_blob(session.db, name)
                changes |= _CHANGED
    return changes


def again(db: Database, space: str, device: str) -> None:
    """The hub forgot that this device was put out of a space: it is put out once more. In a transaction."""
    stored = key_store.secret_blob(db, _PREFIX + device)
    wanted = msgspec.msgpack.decode(stored, type=tuple[str, ...]) if stored else ()
    key_store.put_secret_blob(db, _PREFIX + device, msgspec.msgpack.encode(tuple(dict.fromkeys((*wanted, space)))))


def _remove(session: Session, devices: tuple[str, ...]) -> Changes:
    if session.device in devices:
        raise KnownError("remove.own_device")
    wanted = {
        device: tuple(
            space for space in _administered(session) if spaces.membership(session.db, space).member(device) is not None
        )
        for device in devices
    }
    if not any(wanted.values()):
        raise KnownError("space.not_an_admin")
    with transaction(session.db):
        for device, where in wanted.items():
            key_store.put_secret_blob(session.db, _PREFIX + device, msgspec.msgpack.encode(where))
    return _CHANGED | follow_up(session)


def _send(session: Session, space: str, device: str) -> None:
    """One removal at a time in a space: each begins an epoch, and the next needs its key."""
    if parcels.next_parcel(session.db, space) is not None:
        return
    membership, keys = spaces.membership(session.db, space), spaces.space_keys(session.db, space)
    entry, _ = entries.remove_device(membership, keys, device, last_numbers(session, space, device))
    enrolling.send_entry(session, space, entry)


def last_numbers(session: Session, space: str, device: str) -> dict[bytes, int]:
    """The last parcel of each life of a device's file, as far as this device has read the order: up to there it counts.

    For a step of another service.
    """
    stored = key_store.secret_blob(session.db, f"chains:{space}")
    links = chain.Chains.from_bytes(stored).links if stored else {}
    return {incarnation: link.number for (one, incarnation), link in links.items() if one == device}


def _administered(session: Session) -> tuple[str, ...]:
    known = (spaces.membership(session.db, space) for space in spaces.followed(session.db))
    return tuple(one.space for one in known if one.may_push(session.device, entry=True))
