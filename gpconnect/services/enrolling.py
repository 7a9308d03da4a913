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
from gpconnect.domain.records import Family
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role
from gpconnect.services import acting, profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import entries, parcel, wire

READERS = {
    Family.COMMON: frozenset(Role),
    Family.PRACTICE: frozenset({Role.GP, Role.PRACTICE_ASSISTANT, Role.YOUTH_WORKER}),
    Family.TEAM: frozenset({Role.YOUTH_WORKER}),
    Family.PILOT: frozenset({Role.COORDINATOR}),
}
"""Which roles may ever read a family of spaces, whoever admits them."""


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
        KnownError: ``space.not_yours``, this role never reads such a space.
    """
    acting.check(session, Intention.INVITE)
    _check_reader(space, session.actor.role)
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
    """Let devices into a space that this device administers; the entry waits to be sent.

    Youth workers come into the pilot's space as contributors: they can add facts and read none.

    Raises:
        KnownError: ``space.not_yours`` (somebody's role never reads this), ``space.not_an_admin``.
    """
    acting.check(session, Intention.INVITE)
    device = profiles.device_keys(session.db)
    membership = spaces.membership(session.db, space)
    if not membership.may_push(device.device, entry=True):
        raise KnownError("space.not_an_admin")
    members = tuple(_seated(space, card.member) for card in cards)
    with transaction(session.db):
        keys = spaces.space_keys(session.db, space)
        entry = entries.add_members(membership, keys, members)
        sealed = parcel.pack((), place=spaces.next_place(session.db, space), keys=keys, device=device, entry=entry)
        spaces.store(session.db, space, sealed)
    return Changes(frozenset({"membership"}), frozenset({space}))


def follow(session: Session, wanted: Sequence[str]) -> None:
    """Start following spaces that this device has been admitted to; the next sync brings what they hold."""
    with transaction(session.db):
        for space in wanted:
            spaces.join(session.db, space)


def _seated(space: str, member: wire.Member) -> wire.Member:
    role = Role(member.role)
    family = Family(space.partition("/")[0])
    if family is Family.PILOT and role is Role.YOUTH_WORKER:
        return wire.Member(member.device, member.staff, member.role, "contributor", member.sign_key, member.seal_key)
    _check_reader(space, role)
    return member


def _check_reader(space: str, role: Role) -> None:
    if role not in READERS[Family(space.partition("/")[0])]:
        raise KnownError("space.not_yours")
