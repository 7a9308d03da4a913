"""*Beheer*: who takes part, which spaces this device is in, which forms there are, copies, and who looked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services import spaces
from gpconnect.services.acting import acting, check, saw
from gpconnect.services.resources import load_forms
from gpconnect.services.session import Session
from gpconnect.storage import access_log, copies, meta, rows, slots
from gpconnect.storage.connection import transaction

_LAST_COPY = "last_copy"
LOG_DAYS = 30


@dataclass(frozen=True, slots=True)
class PersonView:
    """A colleague in the pilot."""

    name: str
    role: str
    organization: str
    devices: int


@dataclass(frozen=True, slots=True)
class SpaceView:
    """A space this device is in.

    Attributes:
        family: ``common``, ``practice``, ``team`` or ``pilot``.
        name: of the site for a practice, else empty.
        members: devices that are in.
        capacity: what this device may do there, empty before it was admitted.
        root: the first twelve hex digits of the founding parcel, to compare aloud.
    """

    family: str
    name: str
    members: int
    capacity: str
    root: str


@dataclass(frozen=True, slots=True)
class FormView:
    """A form that the program knows, with its version."""

    id: str
    version: int
    title: str
    purpose: str


@dataclass(frozen=True, slots=True)
class AdminView:
    """All that *Beheer* shows at once."""

    people: tuple[PersonView, ...]
    sites: tuple[Site, ...]
    spaces: tuple[SpaceView, ...]
    forms: tuple[FormView, ...]
    slots: tuple[str, ...]
    last_copy: datetime | None
    may_edit_pilot: bool


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the access log: when, who, what kind of event, in which role, and why, as codes."""

    at: datetime
    name: str
    event: str
    purpose: str
    outcome: str
    about_somebody: bool


def overview(session: Session) -> AdminView:
    """People, sites, spaces, forms, key slots and the last copy."""
    db = session.db
    known = [spaces.membership(db, space) for space in spaces.followed(db)]
    devices = {member.device: member.staff for membership in known for member in membership.members()}
    people = tuple(
        PersonView(one.name, str(one.role), one.organization, sum(owner == one.id for owner in devices.values()))
        for one in rows.where(db, Staff, "archived = 0", order="name")
    )
    sites = tuple(rows.where(db, Site, "archived = 0", order="name"))
    names = {f"practice/{site.id}": site.name for site in sites}
    views = []
    for membership in known:
        own = membership.member(session.device)
        family = membership.space.partition("/")[0]
        capacity = own.capacity if own else ""
        name = names.get(membership.space, "")
        views.append(SpaceView(family, name, len(membership.members()), capacity, membership.root.hex()[:12]))
    last = meta.get_meta(db, _LAST_COPY)
    return AdminView(
        people=people,
        sites=sites,
        spaces=tuple(views),
        forms=tuple(FormView(one.id, one.version, one.title, one.purpose) for one in load_forms().values()),
        slots=tuple(str(slot.kind) for slot in slots.slots(session.folder)),
        last_copy=datetime.fromisoformat(last) if last else None,
        may_edit_pilot=may(session.actor.role, Intention.ADMINISTER),
    )


def add_site(session: Session, name: str, address: str, city: str, phone: str) -> Changes:
    """Open a place for office hours: a practice, clinic or school is data, not code.

    Raises:
        KnownError: ``role.may_not``, ``site.name_missing``, or what `clean_line` finds wrong with the text.
    """
    clean = clean_line(name)
    if not clean:
        raise KnownError("site.name_missing")
    site = Site(session.new_id(), clean, address=clean_line(address), city=clean_line(city), phone=clean_line(phone))
    with acting(session, Intention.ADMINISTER) as action:
        action.write(site)
    return action.changes


def back_up(
    session: Session, passphrase: str, target: Path, progress: Callable[[int, int], None] | None = None
) -> Changes:
    """Make an encrypted copy and read it back before it gets its name.

    Raises:
        KnownError: ``file.passphrase_wrong``, ``file.exists``, ``file.disk_full``, ``copy.broken``.
    """
    check(session, Intention.BACK_UP)
    key = slots.unlock_with_passphrase(session.folder, passphrase)
    copies.backup(session.db, key, session.folder, target, progress)
    with transaction(session.db):
        meta.put_meta(session.db, _LAST_COPY, session.now().isoformat())
    return Changes(frozenset({"copy"}))


def recent_access(session: Session) -> tuple[LogLine, ...]:
    """Who did what in this file in the last thirty days, newest first. Reading it is itself on record (NEN 7513)."""
    check(session, Intention.READ_ACCESS_LOG)
    saw(session, "", "access_log", event=access_log.EventType.LOG_READ)
    names = {one.id: one.name for one in rows.where(session.db, Staff)}
    until = session.now() + timedelta(seconds=1)
    found = access_log.between(session.db, until - timedelta(days=LOG_DAYS), until)
    return tuple(
        LogLine(one.at, names.get(one.user, ""), str(one.type), one.purpose, one.outcome, bool(one.client))
        for one in found
    )
