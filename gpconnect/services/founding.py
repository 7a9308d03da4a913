"""The first time: a profile for somebody who has a code, a pilot that begins, a space that is this person's to make.

On a computer without a hub everything works too; the spaces are founded here and wait to be sent.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services import acting, enrolling, joining, profiles, syncing
from gpconnect.services.session import Actor, Session
from gpconnect.storage import meta
from gpconnect.storage.connection import transaction


def new_profile(folder: Path, passphrase: str, now: Callable[[], datetime]) -> profiles.Profile:
    """A profile that is nobody's yet: a code, or a paper from the employer's safe, says whose it becomes.

    Raises:
        KnownError: see `profiles.create`.
    """
    return profiles.create(folder, passphrase, joining.NOBODY, now=now)


def new_pilot(
    folder: Path, passphrase: str, now: Callable[[], datetime], *, name: str, organization: str, hub: str
) -> profiles.Profile:
    """A profile for the coordinator, with a new pilot in it: what everybody reads, and the figures.

    Args:
        folder: of the profile.
        passphrase: of the coordinator.
        now: the clock, aware UTC.
        name: of the coordinator.
        organization: for example the municipality.
        hub: its address; empty to begin without one.

    Raises:
        KnownError: ``invitation.name_missing``, ``hub.address``, or see `profiles.create`.
    """
    name = clean_line(name)
    if not name:
        raise KnownError("invitation.name_missing")
    address = syncing.checked_address(hub)
    actor = Actor(
        profiles.random_id(), name, Role.COORDINATOR, profiles.random_id(), organization=clean_line(organization)
    )
    profile = profiles.create(folder, passphrase, actor, now=now)
    session = profile.session
    syncing.set_hub(session, address)
    for space in (session.common_space, session.pilot_space):
        enrolling.found(session, space)
    with acting.acting(session, Intention.ADMINISTER) as action:
        action.write(Staff(actor.staff_id, actor.name, actor.role, actor.organization))
    return profile


def found_own(session: Session, space: str) -> Changes:
    """The first of a team or practice makes its space; whoever comes after is invited.

    Raises:
        KnownError: ``space.not_yours``: it is not this person's to make; ``space.founded``.
    """
    acting.check(session, Intention.INVITE)
    founds = meta.get_meta(session.db, "founds") or []
    if space not in founds:
        raise KnownError("space.not_yours")
    changes = enrolling.found(session, space)
    with transaction(session.db):
        meta.put_meta(session.db, "founds", [one for one in founds if one != space])
    return changes


def move_hub(session: Session, hub: str) -> Changes:
    """The municipality's hub has this address from now on.

    Raises:
        KnownError: ``hub.address``.
    """
    acting.check(session, Intention.SYNC)
    return syncing.set_hub(session, syncing.checked_address(hub))


def who(session: Session) -> Actor:
    """Whose file this is by now."""
    acting.check(session, Intention.SYNC)
    return msgspec.convert(meta.get_meta(session.db, profiles.ACTOR), Actor)
