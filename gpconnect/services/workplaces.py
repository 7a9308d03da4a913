"""A worker whom the coordinator gave another place to work finds it in the agenda after the next round with the hub.

A school or a clinic has no desk of its own: the worker who sits there makes its space, as the first of a practice does.
A practice keeps its own door: its desk lets the worker in, and nobody else can.
"""

from dataclasses import replace

import msgspec

from gpconnect.domain.changes import Changes
from gpconnect.domain.schedule import Site, SiteKind
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import enrolling, profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import meta, rows
from gpconnect.storage.connection import transaction


def take_up(session: Session) -> Changes:
    """Work from now on where the pilot says that this worker works, too."""
    actor = session.actor
    known = rows.get(session.db, Staff, actor.staff_id) if actor.role is Role.YOUTH_WORKER else None
    given = [one for one in known.site_ids if one not in actor.site_ids] if known else []
    found = [site for one in given if (site := rows.get(session.db, Site, one)) is not None and not site.archived]
    if not found:
        return Changes()
    there = replace(actor, site_ids=(*actor.site_ids, *(site.id for site in found)))
    founds = [f"practice/{site.id}" for site in found if site.kind is not SiteKind.PRACTICE]
    with transaction(session.db):
        meta.put_meta(session.db, profiles.ACTOR, msgspec.to_builtins(there))
        before = meta.get_meta(session.db, "founds") or ()
        meta.put_meta(session.db, "founds", sorted({*before, *founds}))
    session.become(there)
    changes = Changes(frozenset({"membership", "site"}), frozenset(site.id for site in found))
    for site in found:
        if f"practice/{site.id}" in founds and _is_first(session, site.id):
            changes |= _make(session, f"practice/{site.id}")
    return changes


def _is_first(session: Session, site_id: str) -> bool:
    """Whether nobody else works there, and this is the one computer of this worker that makes the space.

    With two workers at once, a person presses *Richt op*: two foundings of one space are one too many.
    """
    staff = rows.where(session.db, Staff, "archived = 0")
    alone = [one.id for one in staff if site_id in one.site_ids] == [session.actor.staff_id]
    common = spaces.membership(session.db, session.common_space)
    own = [one.device for one in common.members() if one.staff == session.actor.staff_id]
    return alone and min(own, default=session.device) == session.device


def _make(session: Session, space: str) -> Changes:
    if spaces.membership(session.db, space).seats or spaces.space_keys(session.db, space).epoch is not None:
        return Changes()
    changes = enrolling.found(session, space)
    with transaction(session.db):
        founds = meta.get_meta(session.db, "founds") or ()
        meta.put_meta(session.db, "founds", [one for one in founds if one != space])
    return changes
