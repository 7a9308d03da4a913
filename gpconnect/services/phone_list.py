"""Whom to phone now, when help cannot wait for a slot: from the pilot's own data, and the national numbers."""

from dataclasses import dataclass
from enum import StrEnum

from gpconnect.domain.directory import Provider
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import readable_phone
from gpconnect.services.acting import check
from gpconnect.services.numbers import load_numbers
from gpconnect.services.session import Session
from gpconnect.storage import rows


class CallKind(StrEnum):
    """What somebody is phoned for."""

    DANGER = "danger"
    WORKER = "worker"
    PROVIDER = "provider"
    SAFE_HOME = "safe_home"


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to phone. `name` is empty for the national numbers, which the screen has its own words for."""

    kind: CallKind
    phone: str
    name: str = ""


_CRISIS = "crisis"


def whom_to_phone(session: Session, site_id: str) -> tuple[Call, ...]:
    """112 first, then the youth workers of the site, the crisis services of the sociale kaart, and Veilig Thuis.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.URGENT)
    db = session.db
    staff = rows.where(db, Staff, "role = ? AND archived = 0", (Role.YOUTH_WORKER,), order="name, id")
    workers = [one for one in staff if site_id in one.site_ids and one.phone]
    crisis = [
        one
        for one in rows.where(db, Provider, "archived = 0 AND phone <> ''", order="name, id")
        if _CRISIS in one.name.lower() or _CRISIS in one.helps_with
    ]
    numbers = load_numbers()
    return (
        Call(CallKind.DANGER, numbers["danger"].phone),
        *(Call(CallKind.WORKER, readable_phone(one.phone), one.name) for one in workers),
        *(Call(CallKind.PROVIDER, readable_phone(one.phone), one.name) for one in crisis),
        Call(CallKind.SAFE_HOME, readable_phone(numbers["safe_home"].phone)),
    )
