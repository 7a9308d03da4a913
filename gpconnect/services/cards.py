"""The practice's card of a child: finding it, making it, and whether the office hours may know it.

While sharing is still to be asked (Jeugdwet 7.3.11, from 12 the youth itself, below 12 a parent: 7.3.15) the card
stays on this device: it is found and shown here and nowhere else, and what travels is age and reasons.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlite_utils import Database

from gpconnect.domain.ages import age_on, check_birth_date
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import Standing, StandingStatus, evaluate
from gpconnect.domain.errors import KnownError
from gpconnect.domain.folding import fold
from gpconnect.domain.names import Likeness, full_name, likely_duplicates, split_prefix
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Site
from gpconnect.domain.staff import Role
from gpconnect.domain.typed import clean_line, normal_phone
from gpconnect.services import restricting
from gpconnect.services.acting import asked, check, saw
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.session import Session
from gpconnect.storage import rows, search

SHARING = "booking"
"""`Consent.purpose` of sharing a booking between a practice and the youth workers there; recipient is the site."""
MOST_FOUND = 8
_WORD = re.compile(r"[^\W\d_]+")
_TO_ASK = frozenset({StandingStatus.MISSING, StandingStatus.EXPIRED})


class Sharing(StrEnum):
    """What was answered when somebody asked whether the office hours may know of a booking."""

    GIVEN = "given"
    REFUSED = "refused"
    TO_ASK = "to_ask"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A child as typed at the desk; the prefix is split off the family name."""

    given_name: str
    family_name: str
    birth_date: date
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A known child, as a search at the desk shows it.

    Attributes:
        in_dossier: known to the team with a dossier, otherwise by the practice's card.
        sharing: whether the office hours may know the booking today.
        given_on: the day on which sharing was agreed to, where it still holds.
        likeness: why it is shown beside a child that is being typed in.
    """

    id: str
    name: str
    given_name: str
    birth_date: date
    age: int
    in_dossier: bool = False
    phone: str = ""
    interpreter: str = ""
    safe_contact: str = ""
    sharing: Sharing = Sharing.TO_ASK
    given_on: date | None = None
    likeness: Likeness | None = None

    @property
    def family_name(self) -> str:
        """With what stands before it, as it is written behind the first name."""
        return self.name.removeprefix(self.given_name).strip()


def search_people(session: Session, text: str, site_id: str = "") -> list[PersonHit]:
    """Known children by name or day of birth: the practice's cards, and for a youth worker the dossiers as well.

    What was typed is never written down; that somebody searched is, and another line names the child that is chosen.
    """
    check(session, Intention.SEE_AGENDA)
    people = _known(session, text)
    if text.strip():
        asked(session, "booking", text, len(people))
    return [hit_of(session, person, site_id) for person in people]


def find_person(session: Session, person_id: str, site_id: str = "") -> PersonHit:
    """One known child, for a booking that starts from a dossier; that somebody looked is on record.

    Raises:
        KnownError: ``record.missing``.
    """
    check(session, Intention.SEE_AGENDA)
    person = person_of(session, person_id)
    if person is None:
        raise KnownError("record.missing", kind="person_card")
    saw(session, person_id, "booking")
    return hit_of(session, person, site_id)


def person_of(session: Session, person_id: str) -> Patient | PersonCard | None:
    """The dossier's person for a youth worker, otherwise the card; None when neither is here.

    Of a dossier that is kept from this worker only what finds the child again: who, and when born.
    """
    patient = rows.get(session.db, Patient, person_id) if session.actor.role is Role.YOUTH_WORKER else None
    if patient is None:
        return rows.get(session.db, PersonCard, person_id)
    if restricting.is_closed(session, patient):
        card = rows.get(session.db, PersonCard, person_id)
        return card or replace(patient, phone="", interpreter="", safe_contact="")
    return patient


def hit_of(
    session: Session, person: Patient | PersonCard, site_id: str = "", likeness: Likeness | None = None
) -> PersonHit:
    """A child as a search shows it."""
    site = site_id or person.site_id
    standing = sharing_standing(session, person.id, person.birth_date, site)
    answers = {"given": Sharing.GIVEN, "refused": Sharing.REFUSED, "withdrawn": Sharing.REFUSED}
    return PersonHit(
        id=person.id,
        name=full_name(person.given_name, person.prefix, person.family_name),
        given_name=person.given_name,
        birth_date=person.birth_date,
        age=age_on(person.birth_date, session.today()),
        in_dossier=isinstance(person, Patient),
        phone=person.phone,
        interpreter=person.interpreter,
        safe_contact=person.safe_contact,
        sharing=answers.get(str(standing.status), Sharing.TO_ASK),
        given_on=_given_on(session.db, person.id, site) if standing.is_given else None,
        likeness=likeness,
    )


def duplicates(session: Session, new: NewPerson) -> tuple[PersonHit, ...]:
    """Known children whom a new one resembles, strongest likeness first: a warning, never a refusal.

    Who types a child in gets to see children like it, so that is on record as a search is.
    """
    prefix, family = split_prefix(clean_line(new.family_name))
    born = new.birth_date
    days: list[date] = [born]
    if born.day <= 12:  # noqa: PLR2004 - day and month may have been turned round
        days.append(born.replace(month=born.day, day=born.month))
    condition = f"birth_date IN ({', '.join('?' * len(days))}) OR family_name = ? COLLATE NOCASE"
    known: dict[str, Patient | PersonCard] = {
        one.id: one for one in rows.where(session.db, PersonCard, condition, (*days, family))
    }
    if session.actor.role is Role.YOUTH_WORKER:
        known |= {one.id: one for one in rows.where(session.db, Patient, condition, (*days, family))}
    candidate = PersonCard("", "", clean_line(new.given_name), family, born, prefix=prefix)
    found = likely_duplicates(candidate, known.values())
    if found:
        asked(session, "new", f"{born.isoformat()} {family} {candidate.given_name}", len(found))
    return tuple(hit_of(session, known[one.id], likeness=one.likeness) for one in found)


def make_card(session: Session, site_id: str, new: NewPerson) -> PersonCard:
    """A card of a new child, not kept yet.

    Raises:
        KnownError: ``person.name_missing``, ``person.birth_date.future``, ``person.birth_date.too_long_ago``,
            ``person.phone.invalid``, ``text.too_long``, ``text.control_character``.
    """
    given = clean_line(new.given_name)
    prefix, family = split_prefix(clean_line(new.family_name))
    if not given or not family:
        raise KnownError("person.name_missing")
    check_birth_date(new.birth_date, session.today())
    return PersonCard(
        id=session.new_id(),
        site_id=site_id,
        given_name=given,
        family_name=family,
        birth_date=new.birth_date,
        prefix=prefix,
        phone=normal_phone(new.phone),
        recorded_at=session.now(),
    )


def card_for(session: Session, person_id: str, site_id: str) -> PersonCard:
    """The practice's card of a known child; made from the dossier where the practice has none yet.

    Raises:
        KnownError: ``record.missing``.
    """
    card = rows.get(session.db, PersonCard, person_id)
    if card is not None:
        return card
    person = person_of(session, person_id)
    if not isinstance(person, Patient):
        raise KnownError("record.missing", kind="person_card")
    return PersonCard(
        id=person.id,
        site_id=site_id,
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        prefix=person.prefix,
        gender=person.gender,
        phone=person.phone,
        safe_contact=person.safe_contact,
        interpreter=person.interpreter,
        household_id=person.household_id,
        recorded_at=session.now(),
    )


def sharing_standing(session: Session, person_id: str, birth_date: date, site_id: str) -> Standing:
    """Whether the office hours at a site may know this child's bookings, by the age rule of today."""
    consents = rows.where(session.db, Consent, "person_id = ? AND scope = ?", (person_id, Scope.SHARE))
    return evaluate(Scope.SHARE, SHARING, site_id, birth_date, None, consents, session.today())


def still_to_ask(session: Session, visits: Iterable[Appointment]) -> dict[str, Standing]:
    """Visits of children whose card is only here because sharing is still to be asked, by id of the visit.

    Whoever said no was asked, and is left alone (Jeugdwet 7.3.11).
    """
    found: dict[str, Standing] = {}
    for visit in visits:
        card = rows.get(session.db, PersonCard, visit.person_id) if visit.person_id else None
        if card is None or card.shared:
            continue
        standing = sharing_standing(session, card.id, card.birth_date, visit.site_id)
        if standing.status in _TO_ASK:
            found[visit.id] = standing
    return found


def sharing_consent(session: Session, card: PersonCard, given_by: str, decision: Decision, name: str = "") -> Consent:
    """The record of one answer, not written yet.

    Args:
        session: who records it.
        card: whose booking.
        given_by: ``patient`` or ``parent`` (`gpconnect.domain.consenting`).
        decision: what was said.
        name: of whoever said it; the child's own name for ``patient``.
    """
    site = rows.get(session.db, Site, card.site_id)
    return Consent(
        id=session.new_id(),
        person_id=card.id,
        scope=Scope.SHARE,
        purpose=SHARING,
        recipient=card.site_id,
        given_by=given_by,
        decision=decision,
        acted_on=session.today(),
        recorded_by=session.actor.staff_id,
        recorded_at=session.now(),
        given_by_name=clean_line(name),
        recipient_name=site.name if site else "",
    )


def _known(session: Session, text: str) -> list[Patient | PersonCard]:
    """Children by name, or else by day of birth."""
    found = _find(session, text)
    if not found:
        try:
            day = read_birth_date(text, session.today())
        except KnownError:
            return []
        found = _find(session, day.isoformat())
    people: dict[str, Patient | PersonCard] = {}
    for hit in found:
        person = person_of(session, hit.id)
        if person is None or (isinstance(person, Patient) and person.archived):
            continue
        if _fits_name(text, person):
            people.setdefault(hit.id, person)
    return list(people.values())[:MOST_FOUND]


def _find(session: Session, text: str) -> list[search.Hit]:
    kinds = ("person_card", "patient") if session.actor.role is Role.YOUTH_WORKER else ("person_card",)
    return search.find(session.db, text, kinds, limit=2 * MOST_FOUND)


def _fits_name(text: str, person: Patient | PersonCard) -> bool:
    """Whether every typed word has a part of the name of its own: "Jan Jansen" is not Finn Jansen.

    Words that are no beginning of any part (a number, a short form such as "v.d.") are left to the index.
    """
    whole = _WORD.findall(fold(f"{person.given_name} {person.prefix} {person.family_name}"))
    left = list(whole)
    for word in sorted(_WORD.findall(fold(text)), key=len, reverse=True):
        part = next((one for one in left if one.startswith(word)), "")
        if part:
            left.remove(part)
        elif any(one.startswith(word) for one in whole):
            return False
    return True


def _given_on(db: Database, person_id: str, site_id: str) -> date | None:
    given = rows.where(
        db,
        Consent,
        "person_id = ? AND scope = ? AND purpose = ? AND recipient = ? AND decision = ?",
        (person_id, Scope.SHARE, SHARING, site_id, Decision.GIVEN),
        order="acted_on DESC",
        limit=1,
    )
    return given[0].acted_on if given else None
