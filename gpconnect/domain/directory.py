"""The sociale kaart: who can help further, with what, how soon, and how to reach them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AccessRoute(StrEnum):
    """How a family gets in. Without it specialised help cannot start (Jeugdwet 2.3 and 2.6 lid 1 onder g)."""

    FREELY_ACCESSIBLE = "freely_accessible"
    GP_LETTER = "gp_letter"
    DECISION = "decision"
    CERTIFIED_INSTITUTION = "certified_institution"


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation or service to hand over to (space ``common``).

    `destination` is the `gpconnect.domain.care.Destination` under which a handover to it counts.
    """

    id: str
    name: str
    destination: str
    helps_with: tuple[str, ...] = ()
    age_from: int = 0
    age_to: int = 23
    area: str = ""
    access_routes: tuple[AccessRoute, ...] = (AccessRoute.FREELY_ACCESSIBLE,)
    open_house: bool = False
    waiting_weeks: int | None = None
    waiting_measured_on: date | None = None
    waiting_source: str = ""
    contact: str = ""
    phone: str = ""
    secure_mail: str = ""
    archived: bool = False
