"""What a family that waits asked for besides a place: said once, and with them when they get one, at every desk.

A place on the waiting list is no booking yet, so these stand in the log beside the entry until a booking takes them
along. Who needs an interpreter and the line from the practice's own system leave the desk with the family's words
(Jeugdwet 7.3.11); that the doctor comes along and for whom was booked say nothing of the child, as in a booking.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlite_utils import Database

from gpconnect.storage import operations

_REQUEST = "request"
_JOINS, _AGREED, _DOCTOR, _INTERPRETER, _LINE = (
    "gp_joins",
    "family_agreed",
    "practitioner_id",
    "interpreter",
    "patient_line",
)


class Told(Protocol):
    """What is held back until sharing is agreed to (`gpconnect.services.held_details.Details`)."""

    @property
    def interpreter(self) -> str:
        """Which interpreter."""

    @property
    def patient_line(self) -> str:
        """The line from the practice's own system."""


@dataclass(frozen=True, slots=True)
class AskedWith:
    """What was asked for besides a place.

    Attributes:
        gp_joins: the GP comes along for the first minutes, and `family_agreed` says whether the family knows.
        practitioner_id: the doctor on whose behalf.
    """

    gp_joins: bool = False
    family_agreed: bool = False
    practitioner_id: str = ""
    interpreter: str = ""
    patient_line: str = ""


def asked(*, gp_joins: bool, family_agreed: bool, practitioner_id: str) -> dict[str, Any]:
    """What stands beside a new entry, whether or not sharing was agreed to."""
    found: dict[str, Any] = {}
    if gp_joins:
        found |= {_JOINS: True, _AGREED: family_agreed}
    return found | ({_DOCTOR: practitioner_id} if practitioner_id else {})


def continues(request_id: str) -> dict[str, Any]:
    """What stands beside a new entry of a family whose booking fell through: the request that it goes on with."""
    return {_REQUEST: request_id} if request_id else {}


def request_of(db: Database, entry_id: str) -> str:
    """The request for help of a place on the waiting list, alike at every desk: a new one, or one that fell through."""
    said = (one.body.get(_REQUEST) for one in operations.of_record(db, "waiting_entry", entry_id))
    return next((one for one in said if isinstance(one, str) and one), entry_id)


def told(details: Told) -> dict[str, Any]:
    """What stands beside an entry once sharing is agreed to."""
    found = {_INTERPRETER: details.interpreter, _LINE: details.patient_line}
    return {name: value for name, value in found.items() if value}


def read(db: Database, entry_id: str) -> AskedWith:
    """What this family asked for besides a place, as far as it may be known here."""
    said: dict[str, Any] = {}
    for one in operations.of_record(db, "waiting_entry", entry_id):
        said |= {name: one.body[name] for name in (_JOINS, _AGREED, _DOCTOR, _INTERPRETER, _LINE) if name in one.body}
    return AskedWith(
        gp_joins=said.get(_JOINS) is True,
        family_agreed=said.get(_AGREED) is True,
        practitioner_id=_text(said, _DOCTOR),
        interpreter=_text(said, _INTERPRETER),
        patient_line=_text(said, _LINE),
    )


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name, "")
    return value if isinstance(value, str) else ""
