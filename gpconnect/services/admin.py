"""*Beheer*: who takes part, which spaces this device is in, which forms there are, and copies."""

from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import known_copies, spaces
from gpconnect.services.acting import check
from gpconnect.services.resources import load_forms
from gpconnect.services.session import Session
from gpconnect.storage import rows, slots


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
    """All that *Beheer* shows at once.

    Attributes:
        sites: the open places by name, then the closed ones.
        workers: youth workers, each with where they sit.
    """

    people: tuple[PersonView, ...]
    sites: tuple[Site, ...]
    spaces: tuple[SpaceView, ...]
    forms: tuple[FormView, ...]
    slots: tuple[str, ...]
    last_copy: datetime | None
    may_edit_pilot: bool
    workers: tuple[Staff, ...] = ()


def overview(session: Session) -> AdminView:
    """People, sites, spaces, forms, key slots and the last copy."""
    check(session, Intention.SEE_PILOT)
    db = session.db
    known = [spaces.membership(db, space) for space in spaces.followed(db)]
    devices = {member.device: member.staff for membership in known for member in membership.members()}
    people = tuple(
        PersonView(one.name, str(one.role), one.organization, sum(owner == one.id for owner in devices.values()))
        for one in rows.where(db, Staff, "archived = 0", order="name")
    )
    sites = tuple(rows.where(db, Site, order="archived, name, id"))
    names = {f"practice/{site.id}": site.name for site in sites}
    views = []
    for membership in known:
        own = membership.member(session.device)
        family = membership.space.partition("/")[0]
        capacity = own.capacity if own else ""
        name = names.get(membership.space, "")
        views.append(SpaceView(family, name, len(membership.members()), capacity, membership.root.hex()[:12]))
    return AdminView(
        people=people,
        sites=sites,
        spaces=tuple(views),
        forms=tuple(FormView(one.id, one.version, one.title, one.purpose) for one in load_forms().values()),
        slots=tuple(str(slot.kind) for slot in slots.slots(session.folder)),
        last_copy=max((one.made_at for one in known_copies.known(session).copies), default=None),
        may_edit_pilot=may(session.actor.role, Intention.ADMINISTER),
        workers=tuple(rows.where(db, Staff, "archived = 0 AND role = ?", (Role.YOUTH_WORKER,), order="name, id")),
    )
