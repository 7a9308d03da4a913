"""The fields of a dossier from what was typed: cleaned one by one, and a complaint that names its field."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from stdnum.exceptions import ValidationError
from stdnum.nl import postcode as dutch_postcode

from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import split_prefix
from gpconnect.domain.people import BsnCheck, BsnStatus, Gender, Patient
from gpconnect.domain.typed import check_bsn, clean_line, normal_phone
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.session import Session

ADDRESS_LIMIT = 200
TYPED = frozenset(
    (
        *("given_name", "family_name", "birth_date", "gender", "phone", "safe_contact", "school", "site_id"),
        *("address", "postcode", "city", "address_confidential", "practitioner_name", "interpreter", "accessibility"),
        *("research_objection", "bsn", "bsn_status", "bsn_checked_on", "bsn_checked_how"),
    )
)
"""The fields of a dossier that somebody types; the prefix comes with the family name."""


def cleaned(session: Session, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields to keep, from what was typed.

    Raises:
        KnownError: with the param ``field``.
    """
    fields: dict[str, Any] = {}
    for name, value in typed.items():
        fields[name] = of_field(name, partial(_clean, session, name, value))
    if "family_name" in fields:
        fields["prefix"], fields["family_name"] = split_prefix(fields["family_name"])
    return fields


def _clean(session: Session, name: str, value: Any) -> Any:
    if name == "birth_date":
        return read_birth_date(value, session.today())
    if name == "gender":
        return Gender(value) if value else None
    if name in _CODES:
        return _CODES[name](value)
    if name == "bsn_checked_on":
        return _checked_on(session, value)
    if isinstance(value, bool):
        return value
    made = _CLEANERS.get(name, clean_line)(value)
    if not made and name in _NEEDED:
        raise KnownError(_NEEDED[name])
    return made


def _clean_postcode(typed: str) -> str:
    if not typed.strip():
        return ""
    try:
        return str(dutch_postcode.validate(typed))
    except ValidationError as error:
        raise KnownError("person.postcode.invalid", typed=typed.strip()) from error


def _clean_long(typed: str) -> str:
    return clean_line(typed, ADDRESS_LIMIT)


def _checked_on(session: Session, typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return read_birth_date(typed, session.today())
    except KnownError as error:
        code = "person.bsn.day_future" if error.code.endswith("future") else "related.verified_unreadable"
        raise KnownError(code) from error


def with_number(session: Session, before: Patient, fields: Mapping[str, Any]) -> Patient:
    """A dossier with other fields, in which a citizen service number and how it stands agree (Jeugdwet 7.2.1-7.2.4).

    A number of which nobody says more was told, and so was another number than the one that was checked. Without a
    day, a check was made today; without a number there is nothing to check.

    Raises:
        KnownError: with the param ``field``: ``person.bsn.missing`` for a check of no number,
            ``person.bsn.contradicts`` for a number where none is said to be, ``person.bsn.how_missing`` for a check
            without saying against what.
    """
    after = replace(before, **fields)
    if not fields.keys() & _NUMBER:
        return after
    status = after.bsn_status
    if after.bsn != before.bsn and _check_of(after) == _check_of(before):
        # What was said is about another number; a number that was taken out leaves nothing said.
        status = BsnStatus.TOLD if after.bsn else BsnStatus.UNKNOWN
    if after.bsn and status is BsnStatus.UNKNOWN:
        status = BsnStatus.TOLD
    if after.bsn and status in {BsnStatus.NONE, BsnStatus.REFUSED}:
        raise KnownError("person.bsn.contradicts", field="bsn")
    if not after.bsn and status in {BsnStatus.TOLD, BsnStatus.CHECKED}:
        raise KnownError("person.bsn.missing", field="bsn")
    if status is not BsnStatus.CHECKED:
        return replace(after, bsn_status=status, bsn_checked_on=None, bsn_checked_how=BsnCheck.NOT)
    if after.bsn_checked_how is BsnCheck.NOT:
        raise KnownError("person.bsn.how_missing", field="bsn_checked_how")
    return replace(after, bsn_checked_on=after.bsn_checked_on or session.today())


def _check_of(patient: Patient) -> tuple[BsnStatus, date | None, BsnCheck]:
    return patient.bsn_status, patient.bsn_checked_on, patient.bsn_checked_how


_NUMBER = frozenset({"bsn", "bsn_status", "bsn_checked_on", "bsn_checked_how"})
_CODES: dict[str, Callable[[str], Any]] = {"bsn_status": BsnStatus, "bsn_checked_how": BsnCheck}
_NEEDED = {"given_name": "person.name_missing", "family_name": "person.name_missing"}
_CLEANERS: dict[str, Callable[[str], str]] = {
    "phone": normal_phone,
    "postcode": _clean_postcode,
    "bsn": check_bsn,
    "address": _clean_long,
    "safe_contact": _clean_long,
    "accessibility": _clean_long,
}


def of_field(name: str, clean: Callable[[], Any]) -> Any:
    """What a cleaner gives; its complaint names the field, so that the screen can say it there."""
    try:
        return clean()
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": name}) from error
