"""Putting a device out: a lost laptop, a colleague who leaves.

Each space that this device administers gets an entry that puts the other out, and a new key that it does not get. What
the hub took before that entry counts; from then on it denies the other. What was read cannot be unread: the other's own
file stays on its disk, behind its own passphrase, and the screen says so.
"""

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import acting, pending_entries, spaces
from gpconnect.services.session import Session
from gpconnect.storage.connection import transaction

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
    return frozenset(one.remove for one in pending_entries.under_way(session.db) if one.remove)


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
            for space in where:
                pending_entries.remove(session, space, device)
    return _CHANGED


def _administered(session: Session) -> tuple[str, ...]:
    known = (spaces.membership(session.db, space) for space in spaces.followed(session.db))
    return tuple(one.space for one in known if one.may_push(session.device, entry=True))
