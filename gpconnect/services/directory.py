"""The sociale kaart: who can help further, how soon according to whom, and keeping that up to date together."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from gpconnect.domain.care import Destination
from gpconnect.domain.changes import Changes
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import folded
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import clean_line, normal_phone
from gpconnect.services.acting import acting, check
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.storage import rows

STALE_AFTER_MONTHS = 3
"""A waiting time that was asked longer ago is shown as old: it may have doubled since."""
OLDEST_AGE = 23
MOST_WEEKS = 200
_MAIL_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+")
"""What may stand before the at sign without quotes (RFC 5322, dot-atom)."""
_MAIL_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for.

    Attributes:
        needs: reason keys; a provider that helps with one of them fits.
        age: in whole years; None for any.
        area: part of a place or municipality; a provider without an area works everywhere.
        text: part of the name.
    """

    needs: tuple[str, ...] = ()
    age: int | None = None
    area: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """A provider as the list shows it.

    Attributes:
        destination: Dutch label of what kind of help it is.
        helps_with: Dutch labels of the reasons.
        stale: its waiting time was asked more than three months ago, or on an unknown day.
    """

    provider: Provider
    destination: str
    helps_with: tuple[str, ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """The providers that fit, the shortest known waiting time first, and how many there are in all."""

    lines: tuple[ProviderLine, ...]
    total: int
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedProvider:
    """A provider as it is typed in; numbers and days as typed.

    Attributes:
        waiting_weeks: empty means unknown.
        measured_on: day on which the waiting time was asked; empty means today.
    """

    name: str
    destination: str
    helps_with: tuple[str, ...] = ()
    age_from: str = "0"
    age_to: str = "23"
    area: str = ""
    access_routes: tuple[str, ...] = (AccessRoute.FREELY_ACCESSIBLE.value,)
    open_house: bool = False
    waiting_weeks: str = ""
    measured_on: str = ""
    waiting_source: str = ""
    contact: str = ""
    phone: str = ""
    secure_mail: str = ""


def list_providers(session: Session, wish: Wish | None = None) -> DirectoryView:
    """The providers that fit a wish. Everybody in the pilot reads the same list."""
    check(session, Intention.SEE_DIRECTORY)
    asked = wish or Wish()
    known = rows.where(session.db, Provider, "NOT archived", order="name COLLATE NOCASE")
    fitting = [_line(one, session.today()) for one in known if _fits(one, asked)]
    fitting.sort(key=lambda line: (line.provider.waiting_weeks is None, line.provider.waiting_weeks or 0))
    areas = sorted({one.area for one in known if one.area}, key=folded)
    return DirectoryView(tuple(fitting), len(known), tuple(areas))


def is_stale(provider: Provider, today: date) -> bool:
    """Whether a waiting time is too old to promise anybody; false where none is known."""
    if provider.waiting_weeks is None:
        return False
    measured = provider.waiting_measured_on
    return measured is None or measured + relativedelta(months=STALE_AFTER_MONTHS) < today


def save_provider(session: Session, typed: TypedProvider, provider_id: str = "") -> tuple[Changes, str]:
    """Add a provider or change one.

    Raises:
        KnownError: with the param ``field``: ``directory.name_missing``, ``directory.destination_missing``,
            ``directory.ages_wrong``, ``directory.weeks_wrong``, ``directory.day_wrong``, ``directory.route_missing``,
            ``directory.mail_wrong``, ``person.phone.invalid``, ``text.too_long``, ``text.control_character``;
            ``record.missing`` or as `acting`.
    """
    fields = checked(session, typed)
    with acting(session, Intention.EDIT_DIRECTORY) as action:
        if provider_id:
            provider = replace(rows.require(session.db, Provider, provider_id), **fields)
        else:
            provider = Provider(id=session.new_id(), **fields)
        action.write(provider)
    return action.changes, provider.id


def archive_provider(session: Session, provider_id: str) -> Changes:
    """Take a provider off the sociale kaart; handovers to it stay as they are.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _set_archived(session, provider_id, archived=True)


def restore_provider(session: Session, provider_id: str) -> Changes:
    """Put a provider back on the sociale kaart.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _set_archived(session, provider_id, archived=False)


def _set_archived(session: Session, provider_id: str, *, archived: bool) -> Changes:
    with acting(session, Intention.EDIT_DIRECTORY) as action:
        action.write(replace(rows.require(session.db, Provider, provider_id), archived=archived))
    return action.changes


def _line(provider: Provider, today: date) -> ProviderLine:
    codes = load_codes()
    return ProviderLine(
        provider,
        codes["destinations"].label(provider.destination),
        tuple(codes["reasons"].label(one) for one in provider.helps_with),
        is_stale(provider, today),
    )


def _fits(provider: Provider, wish: Wish) -> bool:
    needs = not wish.needs or bool(set(wish.needs) & set(provider.helps_with))
    age = wish.age is None or provider.age_from <= wish.age <= provider.age_to
    area = not wish.area.strip() or not provider.area or folded(wish.area) in folded(provider.area)
    text = not wish.text.strip() or folded(wish.text) in folded(f"{provider.name} {provider.contact}")
    return needs and age and area and text


def checked(session: Session, typed: TypedProvider) -> dict[str, Any]:
    """The fields to keep, from what was typed.

    Raises:
        KnownError: with the param ``field``, as `save_provider`.
    """
    lines = {name: _line_of(typed, name) for name in ("name", "area", "waiting_source", "contact")}
    if not lines["name"]:
        raise KnownError("directory.name_missing", field="name")
    if typed.destination not in set(Destination) - {Destination.NONE}:
        raise KnownError("directory.destination_missing", field="destination")
    if not typed.access_routes:
        raise KnownError("directory.route_missing", field="access_routes")
    age_from, age_to = _ages(typed)
    weeks = _weeks(typed.waiting_weeks)
    reasons = load_codes()["reasons"].keys()
    return {
        **lines,
        "destination": typed.destination,
        "helps_with": tuple(one for one in typed.helps_with if one in reasons),
        "age_from": age_from,
        "age_to": age_to,
        "access_routes": tuple(AccessRoute(one) for one in typed.access_routes),
        "open_house": typed.open_house,
        "waiting_weeks": weeks,
        "waiting_measured_on": None if weeks is None else _measured_on(session, typed.measured_on),
        "phone": _phone(typed.phone),
        "secure_mail": _mail(typed.secure_mail),
    }


def _line_of(typed: TypedProvider, name: str) -> str:
    try:
        return clean_line(getattr(typed, name))
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": name}) from error


def _phone(typed: str) -> str:
    try:
        return normal_phone(typed)
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": "phone"}) from error


def _ages(typed: TypedProvider) -> tuple[int, int]:
    low, high = typed.age_from.strip() or "0", typed.age_to.strip() or str(OLDEST_AGE)
    if not (low.isdecimal() and high.isdecimal() and int(low) <= int(high) <= OLDEST_AGE):
        raise KnownError("directory.ages_wrong", field="age_to", limit=OLDEST_AGE)
    return int(low), int(high)


def _weeks(typed: str) -> int | None:
    weeks = typed.strip()
    if not weeks:
        return None
    if not weeks.isdecimal() or int(weeks) > MOST_WEEKS:
        raise KnownError("directory.weeks_wrong", field="waiting_weeks", limit=MOST_WEEKS)
    return int(weeks)


def _measured_on(session: Session, typed: str) -> date:
    if not typed.strip():
        return session.today()
    try:
        return read_birth_date(typed, session.today())
    except KnownError as error:
        raise KnownError("directory.day_wrong", field="measured_on") from error


def _mail(typed: str) -> str:
    mail = clean_line(typed)
    if not mail:
        return ""
    name, _, host = mail.partition("@")
    try:
        # A name with accents travels in its own notation; anything else would go to an address that is not there.
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if not _MAIL_NAME.fullmatch(name) or not _MAIL_HOST.fullmatch(host):
        raise KnownError("directory.mail_wrong", field="secure_mail")
    return f"{name}@{host}"
