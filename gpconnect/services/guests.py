"""Who is invited: somebody whom the pilot knows, or somebody new with a place to work and perhaps a space to found."""

from collections.abc import Iterable
from dataclasses import dataclass

from gpconnect.domain.errors import KnownError
from gpconnect.domain.readership import may_belong
from gpconnect.domain.schedule import Site, SiteKind
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.sync import enrolment, wire


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom to invite.

    Attributes:
        name: as colleagues will see it.
        staff: of somebody whom the pilot knows already, for another device or another space; else empty.
        site_ids: the practices where this person will work; who is known keeps those they had.
        admin: whether they will administer these spaces too.
    """

    name: str
    role: Role
    organization: str = ""
    staff: str = ""
    site_ids: tuple[str, ...] = ()
    admin: bool = False


def capacity_of(space: str, role: str, *, admin: bool) -> wire.Capacity:
    """What a guest in this role will be in a space: who may never read it adds to it, if that.

    Raises:
        KnownError: ``space.not_yours``.
    """
    wanted: tuple[wire.Capacity, ...] = ("admin", "contributor") if admin else ("member", "contributor")
    found = next((one for one in wanted if may_belong(space, role, one)), None)
    if found is None:
        raise KnownError("space.not_yours")
    return found


def invited(session: Session, guest: Guest, name: str, under_way: Iterable[str]) -> enrolment.Invited:
    """The guest as the pilot will know them: as it does already, or as somebody new.

    Args:
        session: of the admin who invites.
        guest: as they were typed or chosen.
        name: cleaned.
        under_way: team ids in invitations that are open.
    """
    known = rows.get(session.db, Staff, guest.staff) if guest.staff else None
    actor = session.actor
    if guest.staff == actor.staff_id:
        known = Staff(actor.staff_id, actor.name, actor.role, actor.organization, actor.site_ids, actor.team_id)
    if known is not None:
        role, where = str(known.role), known.organization
        sites = tuple(dict.fromkeys((*known.site_ids, *guest.site_ids)))
        return enrolment.Invited(known.id, known.name, role, where, actor.pilot, team_id=known.team_id, site_ids=sites)
    team_id = _team_id(session, under_way) if guest.role is Role.YOUTH_WORKER else ""
    return enrolment.Invited(
        guest.staff or session.new_id(),
        name,
        str(guest.role),
        clean_line(guest.organization),
        actor.pilot,
        team_id,
        guest.site_ids,
        _founds(session, guest, team_id),
    )


def require_practice(guest: enrolment.Invited, wanted: Iterable[str]) -> None:
    """A GP or assistant works at a practice: without one their agenda and their patients would stay empty.

    Raises:
        KnownError: ``invitation.site_missing``.
    """
    inside = guest.site_ids or any(one.startswith("practice/") for one in wanted)
    if guest.role in {Role.GP, Role.PRACTICE_ASSISTANT} and not inside:
        raise KnownError("invitation.site_missing")


def _team_id(session: Session, under_way: Iterable[str]) -> str:
    """The pilot's team: the first worker's invitation names it, those after them are of the same."""
    workers = rows.where(session.db, Staff, "role = ? AND team_id != ''", (Role.YOUTH_WORKER,), order="id")
    known = (one.team_id for one in workers)
    return session.actor.team_id or next(known, "") or next(iter(under_way), "") or session.new_id()


def _founds(session: Session, guest: Guest, team_id: str) -> tuple[str, ...]:
    """What this person is the first of: the team of the first worker, the practice of its first GP or assistant.

    A school or a clinic has no desk: the first worker who sits there makes it (`gpconnect.services.workplaces`).
    """
    staff = rows.where(session.db, Staff, "archived = 0")
    without_desk = {one.id for one in rows.where(session.db, Site, "kind <> ?", (SiteKind.PRACTICE,))}
    sits = {site for one in staff if one.role is Role.YOUTH_WORKER for site in one.site_ids}
    if guest.role is Role.YOUTH_WORKER:
        team = () if any(one.team_id == team_id for one in staff) else (f"team/{team_id}",)
        return (*team, *(f"practice/{site}" for site in guest.site_ids if site in without_desk - sits))
    desk = {site for one in staff if one.role in {Role.GP, Role.PRACTICE_ASSISTANT} for site in one.site_ids}
    made = desk | (without_desk & sits)
    return tuple(f"practice/{site}" for site in guest.site_ids if site not in made)
