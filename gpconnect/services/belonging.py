"""*Mensen en apparaten*: who is in which space since when, with which devices, and what this person may do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.readership import may_belong, may_found
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import acting, own_devices, pending_entries, put_out, removing, rooms, spaces
from gpconnect.services.rooms import Waiting
from gpconnect.services.session import Session
from gpconnect.storage import meta, parcels, rows
from gpconnect.sync.membership import Membership

ORDER = ("team", "practice", "common", "pilot")


@dataclass(frozen=True, slots=True)
class DeviceView:
    """One device of somebody.

    Attributes:
        device: its id.
        spaces: where it is in.
        capacity: the most that it may do in one of them.
        since: when the hub received its first admission; None when that is not known.
        own: whether it is this one.
        removable: whether this device may put it out.
        leaving: whether it was put out here and the hub has not heard it yet.
        code: to compare with what that device shows of itself.
        unconfirmed: it came in under this person's name, and they have not said yet that it is theirs.
    """

    device: str
    spaces: tuple[str, ...]
    capacity: str
    since: datetime | None
    own: bool
    removable: bool
    leaving: bool
    code: str = ""
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody in the pilot, with their devices as far as this device knows them; known by name or by role alone.

    Attributes:
        gone: every device of theirs was put out.
    """

    staff: str
    name: str
    role: str
    organization: str
    devices: tuple[DeviceView, ...]
    own: bool
    gone: bool = False


@dataclass(frozen=True, slots=True)
class SpaceView:
    """A space of this device.

    Attributes:
        space: its id.
        family: ``common``, ``practice``, ``team`` or ``pilot``.
        name: of the site for a practice, else empty.
        state: ``in``, ``to_found`` (it is this person's to make), ``waiting`` (nobody let this device in yet),
            ``sending`` (founded here, and not at the hub yet), or ``out`` (this device was put out).
        people: how many people are in, without the recovery key.
        capacity: what this device may do.
        root: the first twelve hex digits of the founding, to compare aloud.
        recovery: when the recovery key was made, None without one.
        has_recovery: whether there is one.
        recovery_under_way: whether one was typed back here that does not count yet; an earlier paper is to be kept.
        renew_recovery: whether somebody left since it was made.
        hosts: for a space that waits, the names of colleagues who can let this device in.
    """

    space: str
    family: str
    name: str
    state: str
    people: int = 0
    capacity: str = ""
    root: str = ""
    recovery: datetime | None = None
    has_recovery: bool = False
    renew_recovery: bool = False
    recovery_under_way: bool = False
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BelongingView:
    """All that the section shows.

    Attributes:
        hub: address, empty without one.
        invites: per role whom this device may invite, the spaces for it.
        sites: id and name of every practice, to say where somebody works.
        waiting: devices that wait until somebody here lets them in.
        device: this one.
    """

    people: tuple[PersonView, ...]
    spaces: tuple[SpaceView, ...]
    hub: str
    invites: dict[str, tuple[str, ...]]
    sites: tuple[tuple[str, str], ...]
    waiting: tuple[Waiting, ...] = ()
    device: str = ""


def overview(session: Session) -> BelongingView:
    """Who is where, as this device has heard it.

    Raises:
        KnownError: ``role.may_not``.
    """
    acting.check(session, Intention.SEE_PILOT)
    known = [spaces.membership(session.db, space) for space in spaces.followed(session.db)]
    sites = {one.id: one.name for one in rows.where(session.db, Site, "archived = 0", order="name")}
    return BelongingView(
        people=_people(session, known),
        spaces=_spaces(session, known, sites),
        hub=meta.get_meta(session.db, "hub") or "",
        invites=invites(session),
        sites=tuple(sites.items()),
        waiting=rooms.waiting(session),
        device=session.device,
    )


def invites(session: Session) -> dict[str, tuple[str, ...]]:
    """The spaces for which this device may invite somebody, by their role."""
    acting.check(session, Intention.SEE_PILOT)
    mine = [
        space
        for space in spaces.followed(session.db)
        if spaces.membership(session.db, space).may_push(session.device, entry=True)
    ]
    found = {
        str(role): tuple(one for one in mine if may_belong(one, role, "member") or may_belong(one, role, "contributor"))
        for role in Role
    }
    return {role: where for role, where in found.items() if where}


def _people(session: Session, known: Iterable[Membership]) -> tuple[PersonView, ...]:
    devices = _devices(session, known)
    once = {seat.member.staff for one in known for seat in one.seats.values() if seat.member.capacity != "recovery"}
    staff = {one.id: one for one in rows.where(session.db, Staff, "archived = 0")}
    actor = session.actor
    made = []
    for one in {**dict.fromkeys(staff), **dict.fromkeys(devices), actor.staff_id: None}:
        theirs, role = devices.get(one, ((), ""))
        who = staff.get(one)
        own = one == actor.staff_id
        name = actor.name if own else who.name if who else ""
        role = str(actor.role) if own else str(who.role) if who else role
        where = actor.organization if own else who.organization if who else ""
        made.append(PersonView(one, name, role, where, theirs, own, not theirs and one in once))
    return tuple(sorted(made, key=lambda one: (not one.own, one.name.casefold(), one.staff)))


def _devices(session: Session, known: Iterable[Membership]) -> dict[str, tuple[tuple[DeviceView, ...], str]]:
    leaving, confirmed = removing.under_way(session), own_devices.vouched(session)
    found: dict[str, dict[str, DeviceView]] = {}
    roles: dict[str, str] = {}
    for membership in known:
        admin = membership.may_push(session.device, entry=True)
        for seat in membership.seats.values():
            member = seat.member
            if seat.left or member.capacity == "recovery":
                continue
            roles[member.staff] = member.role
            theirs = found.setdefault(member.staff, {})
            before = theirs.get(member.device)
            own = member.device == session.device
            since = _received_at(session, membership.space, seat.since)
            theirs[member.device] = DeviceView(
                member.device,
                (*(before.spaces if before else ()), membership.space),
                "admin" if "admin" in {member.capacity, before.capacity if before else ""} else member.capacity,
                min((one for one in (since, before.since if before else None) if one), default=None),
                own,
                (admin and not own) or (before is not None and before.removable),
                member.device in leaving,
                own_devices.code(member.device),
                member.staff == session.actor.staff_id and not own and member.device not in confirmed,
            )
    return {staff: (tuple(theirs.values()), roles[staff]) for staff, theirs in found.items()}


def _spaces(session: Session, known: Iterable[Membership], sites: dict[str, str]) -> tuple[SpaceView, ...]:
    closed = {one.space: one.hosts for one in rooms.missing(session)}
    made = [_space(session, one, sites, closed.get(one.space, ())) for one in known]
    there = {one.space for one in made}
    actor = session.actor
    own = [f"practice/{site}" for site in actor.site_ids] + ([session.team_space] if actor.team_id else [])
    expected = dict.fromkeys((*own, *closed))
    founds = set(meta.get_meta(session.db, "founds") or ())
    for space in expected:
        if space not in there and (space in closed or may_belong(space, actor.role, "member")):
            state = "to_found" if space in founds and may_found(space, actor.role) else "waiting"
            made.append(SpaceView(space, _family(space), _name(space, sites), state, hosts=closed.get(space, ())))
    return tuple(sorted(made, key=lambda one: (ORDER.index(one.family), one.name)))


def _space(session: Session, membership: Membership, sites: dict[str, str], hosts: tuple[str, ...]) -> SpaceView:
    space = membership.space
    own = membership.member(session.device)
    state = _state(session, space, inside=own is not None)
    keys = [seat for seat in membership.seats.values() if seat.member.capacity == "recovery" and not seat.left]
    since = max((seat.since for seat in keys), default=0)
    gone = max((seat.left for seat in membership.seats.values() if seat.member.capacity != "recovery"), default=0)
    return SpaceView(
        space,
        _family(space),
        _name(space, sites),
        state,
        len({one.staff for one in membership.members() if one.capacity != "recovery"}),
        own.capacity if own else "",
        membership.root.hex()[:12],
        _received_at(session, space, since),
        bool(keys),
        bool(keys) and gone > since,
        any(one.kind == "recovery" and not one.refused for one in pending_entries.under_way(session.db, space)),
        hosts,
    )


def _state(session: Session, space: str, *, inside: bool) -> str:
    if space in put_out.spaces_out(session.db):
        return "out"
    if inside:
        return "in"
    return "sending" if spaces.space_keys(session.db, space).epoch else "waiting"


def _received_at(session: Session, space: str, seq: int) -> datetime | None:
    """When the hub received what stands at this place of the order."""
    found = parcels.received(session.db, space, seq, 1) if seq else []
    return datetime.fromisoformat(found[0].received_at) if found and found[0].seq == seq else None


def _family(space: str) -> str:
    return space.partition("/")[0]


def _name(space: str, sites: dict[str, str]) -> str:
    return sites.get(space.partition("/")[2], "") if space.startswith("practice/") else ""
