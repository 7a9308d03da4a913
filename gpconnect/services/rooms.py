"""Which spaces somebody belongs in and is not in yet: whom to ask, and for who may let them in, who waits.

Nobody can let themselves in, and a second computer comes in with the one space that the first may open. What is still
closed follows from where somebody works, as the pilot knows them; so an admin sees who waits as soon as one shared
space tells of the device, without anybody asking.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gpconnect.domain.readership import may_belong
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import acting, pending_entries, put_out, spaces
from gpconnect.services.session import Actor, Session
from gpconnect.storage import meta, rows
from gpconnect.sync.membership import Membership

DESK = frozenset({Role.GP, Role.PRACTICE_ASSISTANT})


@dataclass(frozen=True, slots=True)
class Missing:
    """A space that this device should be in and nobody let it into.

    Attributes:
        space: its id.
        hosts: names of colleagues who can let it in, as far as this device knows them.
    """

    space: str
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A device of somebody who belongs in spaces that this device administers, and is not in them.

    Attributes:
        staff: whose it is.
        name: of that person; empty when nobody here knows.
        spaces: where this device can let it in.
        own: it is another device of whoever works here.
    """

    device: str
    staff: str
    name: str
    role: str
    spaces: tuple[str, ...]
    own: bool


def missing(session: Session) -> tuple[Missing, ...]:
    """The spaces that are still closed for this device; none when the program works alone."""
    acting.check(session, Intention.SEE_PILOT)
    if not meta.get_meta(session.db, "hub"):
        return ()
    own = _myself(session)
    # Founded here or to be founded, and what this device was put out of, is told in other words.
    known = {*(meta.get_meta(session.db, "founds") or ()), *put_out.spaces_out(session.db)}
    closed = [
        space
        for space in _rooms_of(own, session.actor.pilot)
        if space not in known
        and spaces.membership(session.db, space).member(session.device) is None
        and not spaces.space_keys(session.db, space).epoch
    ]
    staff = [one for one in rows.where(session.db, Staff, "archived = 0", order="name") if one.id != own.id]
    return tuple(Missing(space, tuple(one.name for one in staff if _lets_in(one, space))) for space in closed)


def waiting(session: Session) -> tuple[Waiting, ...]:
    """The devices that wait until somebody at this device lets them in."""
    acting.check(session, Intention.SEE_PILOT)
    known = [spaces.membership(session.db, space) for space in spaces.followed(session.db)]
    mine = [one for one in known if one.may_push(session.device, entry=True)]
    staff = {one.id: one for one in rows.where(session.db, Staff, "archived = 0")}
    staff[session.actor.staff_id] = _myself(session)
    under_way = {(one.space, member.device) for one in pending_entries.under_way(session.db) for member in one.add}
    made = []
    for device, member_of in _devices(known).items():
        who = staff.get(member_of)
        wanted = _rooms_of(who, session.actor.pilot) if who else ()
        # Who was in once and was put out does not wait.
        closed = tuple(
            one.space
            for one in mine
            if one.space in wanted and device not in one.seats and (one.space, device) not in under_way
        )
        if who is not None and closed and device != session.device:
            own = who.id == session.actor.staff_id
            made.append(Waiting(device, who.id, who.name, str(who.role), closed, own))
    return tuple(sorted(made, key=lambda one: (one.name.casefold(), one.device)))


def _myself(session: Session) -> Staff:
    """Who works here, with every practice that either this file or the pilot names."""
    actor: Actor = session.actor
    known = rows.get(session.db, Staff, actor.staff_id)
    sites = dict.fromkeys((*actor.site_ids, *(known.site_ids if known else ())))
    team = actor.team_id or (known.team_id if known else "")
    return Staff(actor.staff_id, actor.name, actor.role, actor.organization, tuple(sites), team)


def _rooms_of(who: Staff, pilot: str) -> tuple[str, ...]:
    """Where somebody with this role, team and practices belongs."""
    wanted: Sequence[str] = (
        f"common/{pilot}",
        *([f"team/{who.team_id}"] if who.team_id else []),
        *(f"practice/{site}" for site in who.site_ids),
        f"pilot/{pilot}",
    )
    return tuple(one for one in wanted if may_belong(one, who.role, "contributor"))


def _lets_in(who: Staff, space: str) -> bool:
    """Whether this colleague is one of those who made a space like this, and so can open it."""
    family, _, number = space.partition("/")
    if family == "team":
        return who.team_id == number
    if family == "practice":
        return who.role in DESK and number in who.site_ids
    return who.role is Role.COORDINATOR


def _devices(known: Iterable[Membership]) -> dict[str, str]:
    """Whose each device is that is in any of these spaces today; a recovery key is paper."""
    return {
        member.device: member.staff
        for membership in known
        for member in membership.members()
        if member.capacity != "recovery"
    }
