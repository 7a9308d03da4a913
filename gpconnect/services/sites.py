"""Places with office hours are data: opened, changed, closed and opened again by the coordinator, with who sits there.

A place that closes takes nobody by surprise: it is shut from that day on, so who was booked there becomes a duty at
the desk (`gpconnect.services.closures`), and stays in sight there until they have another time.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gpconnect.domain.bounds import YEARS
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Closure, Site, SiteKind
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_line
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.session import Session
from gpconnect.storage import rows

FOR_GOOD = date(YEARS[-1], 12, 31)
"""Last day of a place that closed: it may be opened again any day."""


@dataclass(frozen=True, slots=True)
class SiteForm:
    """What a coordinator fills in about a place.

    Attributes:
        workers: staff ids of youth workers who sit there from now on; those who did already go on.
    """

    name: str
    kind: SiteKind = SiteKind.PRACTICE
    address: str = ""
    city: str = ""
    phone: str = ""
    workers: tuple[str, ...] = ()


def open_site(session: Session, form: SiteForm) -> Changes:
    """Open a place for office hours: a practice, clinic or school is data, not code.

    Raises:
        KnownError: ``role.may_not``, ``site.name_missing``, ``site.worker_unknown``, or what `clean_line` finds wrong.
    """
    check(session, Intention.ADMINISTER)
    site = _filled(Site(session.new_id(), ""), form)
    with acting(session, Intention.ADMINISTER) as action:
        action.write(site)
        _add_workers(action, site.id, form.workers)
    return action.changes


def edit_site(session: Session, site_id: str, form: SiteForm) -> Changes:
    """Change what stands about a place. Two coordinators may do so at once: another field stays, the same one is asked.

    Raises:
        KnownError: ``record.missing``, or as `open_site`.
    """
    check(session, Intention.ADMINISTER)
    site = _filled(rows.require(session.db, Site, site_id), form)
    with acting(session, Intention.ADMINISTER) as action:
        action.write(site)
        _add_workers(action, site_id, form.workers)
    return action.changes


def close_site(session: Session, site_id: str, reason: str) -> Changes:
    """Close a place for good: nothing is offered there from today on; bookings that stand become duties of its desk.

    Args:
        session: of the coordinator.
        site_id: which place.
        reason: what its desk reads beside those bookings.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.ADMINISTER)
    site = rows.require(session.db, Site, site_id)
    shut = Closure(_closure_id(site_id), session.today(), FOR_GOOD, clean_line(reason), site_id)
    with acting(session, Intention.ADMINISTER) as action:
        action.write(replace(site, archived=True))
        action.write(shut, "entered")
    return action.changes


def reopen_site(session: Session, site_id: str) -> Changes:
    """Open a place again that was closed; what stood there stands there still.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.ADMINISTER)
    site = rows.require(session.db, Site, site_id)
    shut = rows.get(session.db, Closure, _closure_id(site_id))
    with acting(session, Intention.ADMINISTER) as action:
        action.write(replace(site, archived=False))
        if shut is not None:
            action.write(replace(shut, archived=True), "archived")
    return action.changes


def _filled(site: Site, form: SiteForm) -> Site:
    name = clean_line(form.name)
    if not name:
        raise KnownError("site.name_missing")
    return replace(
        site,
        name=name,
        kind=form.kind,
        address=clean_line(form.address),
        city=clean_line(form.city),
        phone=clean_line(form.phone),
    )


def _add_workers(action: Action, site_id: str, workers: Iterable[str]) -> None:
    for worker_id in workers:
        staff = rows.get(action.session.db, Staff, worker_id)
        if staff is None or staff.role is not Role.YOUTH_WORKER:
            raise KnownError("site.worker_unknown")
        if site_id not in staff.site_ids:
            action.write(replace(staff, site_ids=(*staff.site_ids, site_id)))


def _closure_id(site_id: str) -> str:
    """One for each place, so that two coordinators who close it make one closure."""
    return hashlib.sha256(f"gpconnect site closed\n{site_id}".encode()).hexdigest()[:32]
