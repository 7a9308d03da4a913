"""Founding a space and admitting people to it, from inside the space.

The coordinator founds the pilot and what everybody reads; each practice and the team found their own space and admit
their own people. Nobody can let themselves in elsewhere: only an admin's signed entry does (GDPR article 32, and the
promise that no coordinator's key is ever in a practice or team).
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.readership import may_belong, may_found, may_read
from gpconnect.domain.roles import Intention
from gpconnect.services import acting, pending_entries, profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """What somebody who wants in hands to the admin: public keys, and whose device it is. Holds no secret."""

    member: wire.Member
    name: str


def device_card(session: Session) -> DeviceCard:
    """This device as it asks to be admitted."""
    device = profiles.device_keys(session.db)
    actor = session.actor
    return DeviceCard(entries.as_member(device, actor.staff_id, str(actor.role), "member"), actor.name)


def found(session: Session, space: str) -> Changes:
    """Make a space with this device as its first admin; the founding parcel waits to be sent.

    Raises:
        KnownError: ``space.not_yours``, this role never founds such a space; ``space.founded``, it is there already.
    """
    acting.check(session, Intention.INVITE)
    if not may_found(space, session.actor.role):
        raise KnownError("space.not_yours")
    if spaces.space_keys(session.db, space).epoch is not None or spaces.membership(session.db, space).seats:
        raise KnownError("space.founded")
    device = profiles.device_keys(session.db)
    entry, key = entries.found_space(device, session.actor.staff_id, str(session.actor.role), space)
    with transaction(session.db):
        keys = spaces.space_keys(session.db, space).with_epoch(key)
        parcels.start_chain(session.db, space, secrets.token_bytes(8))
        sealed = parcel.pack((), place=spaces.next_place(session.db, space), keys=keys, device=device, entry=entry)
        spaces.put_keys(session.db, keys)
        spaces.store(session.db, space, sealed)
        spaces.join(session.db, space)
    return Changes(frozenset({"membership"}), frozenset({space}))


def admit(session: Session, space: str, cards: Sequence[DeviceCard]) -> Changes:
    """Let devices into a space that this device administers; it is sent until it stands in the order.

    Youth workers come into the pilot's space as contributors: they can add facts and read none.

    Raises:
        KnownError: ``space.not_yours`` (somebody's role never reads this), ``space.not_an_admin``.
    """
    acting.check(session, Intention.INVITE)
    require_admin(session, space)
    members = tuple(seated(space, card.member, card.member.capacity) for card in cards)
    with transaction(session.db):
        pending_entries.admit(session, space, members)
    return Changes(frozenset({"membership"}), frozenset({space}))


def follow(session: Session, wanted: Sequence[str]) -> None:
    """Start following spaces that this device has been admitted to; the next sync brings what they hold."""
    with transaction(session.db):
        for space in wanted:
            spaces.join(session.db, space)


def seated(space: str, member: wire.Member, capacity: wire.Capacity = "member") -> wire.Member:
    """A device in the capacity that its owner may have in this space: who may add and never read, adds.

    Raises:
        KnownError: ``space.not_yours``.
    """
    wanted: wire.Capacity = capacity if may_read(space, member.role) else "contributor"
    if not may_belong(space, member.role, wanted):
        raise KnownError("space.not_yours")
    return wire.Member(member.device, member.staff, member.role, wanted, member.sign_key, member.seal_key)


def require_admin(session: Session, space: str) -> None:
    """Only a device that administers a space changes who belongs to it.

    Raises:
        KnownError: ``space.not_an_admin``.
    """
    if not spaces.membership(session.db, space).may_push(session.device, entry=True):
        raise KnownError("space.not_an_admin")
