"""Writing in a dossier: opening one without a booking, its fields per group, and the people around the child."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from stdnum.exceptions import ValidationError
from stdnum.nl import postcode as dutch_postcode

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import Likeness, split_prefix
from gpconnect.domain.people import AuthorityBasis, Gender, Patient, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import WORDS_LIMIT, check_bsn, clean_line, normal_phone
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.cards import NewPerson, PersonHit, duplicates, person_of
from gpconnect.services.dossiers import open_as_first, open_episode, way_in
from gpconnect.services.session import Session
from gpconnect.storage import rows

ADDRESS_LIMIT = 200
UNVERIFIED = frozenset({AuthorityBasis.UNKNOWN, AuthorityBasis.NONE})


@dataclass(frozen=True, slots=True)
class NewDossier:
    """A dossier as it is typed in, without a booking.

    Attributes:
        birth_date: as typed.
        words: the request for help in the family's own words, at most 200 characters; empty starts no episode.
        person_id: of a practice's card that this child already has, or empty.
        twin_of: a dossier of a child in the same household, or empty.
        despite: save although the child resembles one that is known.
    """

    given_name: str
    family_name: str
    birth_date: str
    phone: str = ""
    site_id: str = ""
    words: str = ""
    person_id: str = ""
    twin_of: str = ""
    despite: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of it: the id of the dossier, or the known children whom the new one resembles."""

    patient_id: str = ""
    resembles: tuple[PersonHit, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """A person around the child as typed in; `verified_on` as typed, empty means today."""

    name: str
    relation: Relation = Relation.PARENT
    phone: str = ""
    lives_with: bool = True
    authority: AuthorityBasis = AuthorityBasis.UNKNOWN
    verified_how: VerifiedHow = VerifiedHow.NOT
    verified_on: str = ""


def practices(session: Session) -> tuple[tuple[str, str], ...]:
    """Ids and names of the places that a dossier can belong to."""
    check(session, Intention.EDIT_DOSSIER)
    return tuple((one.id, one.name) for one in rows.where(session.db, Site, "NOT archived", order="name"))


def add_dossier(session: Session, new: NewDossier) -> tuple[Changes, Opened]:
    """Open a dossier without a booking. A child that is probably known already is asked about first.

    Raises:
        KnownError: with the param ``field`` for what was typed: ``person.name_missing``, ``person.birth_date.*``,
            ``person.phone.invalid``, ``text.too_long``, ``text.control_character``; otherwise as `acting`.
    """
    check(session, Intention.EDIT_DOSSIER)
    fields = _cleaned(
        session,
        {
            "given_name": new.given_name,
            "family_name": new.family_name,
            "birth_date": new.birth_date,
            "phone": new.phone,
        },
    )
    words = _of_field("words", lambda: clean_line(new.words, WORDS_LIMIT))
    if not (new.despite or new.person_id or new.twin_of):
        known = duplicates(session, NewPerson(new.given_name, new.family_name, fields["birth_date"]))
        resembling = tuple(one for one in known if one.likeness is not Likeness.NAMESAKE)
        if resembling:
            return Changes(), Opened(resembles=resembling)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        patient = Patient(
            id=new.person_id or session.new_id(),
            case_lead=session.actor.staff_id,
            opened_at=session.now(),
            site_id=new.site_id,
            household_id=_household(action, new.twin_of),
            **fields,
        )
        if new.person_id and rows.get(session.db, Patient, new.person_id) is None:
            open_as_first(action, patient)
        else:
            action.write(patient)
        _start_episode(action, patient, words)
    return action.changes, Opened(patient.id)


def open_from_card(session: Session, person_id: str) -> tuple[Changes, str]:
    """A dossier for a child whom a practice knows by its card; one that exists already is simply given.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        known = person_of(session, person_id)
        if known is None:
            raise KnownError("record.missing", kind="person_card")
        if not isinstance(known, Patient):
            patient = Patient(
                id=known.id,
                given_name=known.given_name,
                prefix=known.prefix,
                family_name=known.family_name,
                birth_date=known.birth_date,
                gender=known.gender,
                phone=known.phone,
                safe_contact=known.safe_contact,
                interpreter=known.interpreter,
                household_id=known.household_id,
                site_id=known.site_id,
                case_lead=session.actor.staff_id,
                opened_at=session.now(),
            )
            open_as_first(action, patient)
    return action.changes, person_id


def edit_patient(session: Session, patient_id: str, typed: Mapping[str, Any]) -> Changes:
    """Change fields of a dossier; what is not named stays. The family name is typed with its prefix.

    Another case lead also leads the help that goes on.

    Raises:
        KnownError: with the param ``field``: see `add_dossier`, and ``person.postcode.invalid``,
            ``person.bsn.invalid``, ``person.lead_missing``, ``person.lead_unknown``; ``record.missing`` or as `acting`.
    """
    check(session, Intention.EDIT_DOSSIER)
    if "restricted_to" in typed:
        # Who may read it is for its case lead alone: `gpconnect.services.access.restrict`.
        raise KnownError("dossier.not_case_lead")
    fields = _cleaned(session, typed)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        before = rows.require(session.db, Patient, patient_id)
        after = replace(before, **fields)
        action.write(after)
        if after.case_lead != before.case_lead:
            _hand_over(action, after)
    return action.changes


def _hand_over(action: Action, patient: Patient) -> None:
    """The new case lead is a colleague of this team at work, and leads the open episode from now on."""
    lead = rows.get(action.session.db, Staff, patient.case_lead)
    works = lead is not None and lead.role is Role.YOUTH_WORKER and not lead.archived
    if lead is None or not works or lead.team_id not in {"", action.session.actor.team_id}:
        raise KnownError("person.lead_unknown", field="case_lead")
    episode = open_episode(action.session, patient.id)
    if episode is not None:
        action.write(replace(episode, case_lead=patient.case_lead), "handed_over")


def archive_dossier(session: Session, patient_id: str) -> Changes:
    """Take a dossier off the list; nothing is erased, and `restore_dossier` brings it back.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _set_archived(session, patient_id, archived=True)


def restore_dossier(session: Session, patient_id: str) -> Changes:
    """Put a dossier back on the list.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _set_archived(session, patient_id, archived=False)


def join_household(session: Session, patient_id: str, other_id: str) -> Changes:
    """Say that two children live in one household, as twins do; each keeps an own dossier.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        patient = rows.require(session.db, Patient, patient_id)
        action.write(replace(patient, household_id=_household(action, other_id)))
    return action.changes


def save_related(session: Session, patient_id: str, typed: TypedPerson, person_id: str = "") -> tuple[Changes, str]:
    """Write down who is around the child and who holds parental authority (BW 1:245 ff.), and how that was checked.

    Args:
        session: of the worker.
        patient_id: the child.
        typed: what was typed.
        person_id: of somebody who is known already; empty adds somebody.

    Raises:
        KnownError: with the param ``field``: ``person.name_missing``, ``person.phone.invalid``,
            ``related.verified_unreadable``, ``related.verified_future``; ``record.missing`` or as `acting`.
    """
    check(session, Intention.EDIT_DOSSIER)
    fields = _related_fields(session, typed)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        rows.require(session.db, Patient, patient_id)
        if person_id:
            person = replace(rows.require(session.db, RelatedPerson, person_id), **fields)
        else:
            person = RelatedPerson(id=session.new_id(), patient_id=patient_id, **fields)
        action.write(person)
    return action.changes, person.id


def archive_related(session: Session, person_id: str) -> Changes:
    """Take somebody from around the child; what they consented to stays on record.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _archive_related(session, person_id, archived=True)


def restore_related(session: Session, person_id: str) -> Changes:
    """Put somebody back around the child.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    return _archive_related(session, person_id, archived=False)


def _archive_related(session: Session, person_id: str, *, archived: bool) -> Changes:
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(session.db, RelatedPerson, person_id), archived=archived))
    return action.changes


def _set_archived(session: Session, patient_id: str, *, archived: bool) -> Changes:
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(session.db, Patient, patient_id), archived=archived))
    return action.changes


def _household(action: Action, other_id: str) -> str:
    """The household of another child; one begins when there was none."""
    if not other_id:
        return ""
    other = rows.require(action.session.db, Patient, other_id)
    if other.household_id:
        return other.household_id
    household = action.session.new_id()
    action.write(replace(other, household_id=household))
    return household


def _start_episode(action: Action, patient: Patient, words: str) -> None:
    session = action.session
    if not words or open_episode(session, patient.id) is not None:
        return
    action.write(
        EpisodeOfCare(
            id=session.new_id(),
            patient_id=patient.id,
            requested_on=session.today(),
            way_in=way_in(session, patient.site_id),
            case_lead=patient.case_lead,
            request_for_help=words,
            site_id=patient.site_id,
        )
    )


def _related_fields(session: Session, typed: TypedPerson) -> dict[str, Any]:
    name = _of_field("name", lambda: clean_line(typed.name))
    if not name:
        raise KnownError("person.name_missing", field="name")
    checked = typed.authority not in UNVERIFIED and typed.verified_how is not VerifiedHow.NOT
    on = _verified_on(session, typed.verified_on) if checked else None
    return {
        "name": name,
        "relation": typed.relation,
        "phone": _of_field("phone", lambda: normal_phone(typed.phone)),
        "lives_with": typed.lives_with,
        "authority": typed.authority,
        "verified_how": typed.verified_how if checked else VerifiedHow.NOT,
        "verified_on": on,
        "archived": False,
    }


def _verified_on(session: Session, typed: str) -> Any:
    if not typed.strip():
        return session.today()
    try:
        return read_birth_date(typed, session.today())
    except KnownError as error:
        code = "related.verified_future" if error.code.endswith("future") else "related.verified_unreadable"
        raise KnownError(code, field="verified_on") from error


def _cleaned(session: Session, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields to keep, from what was typed.

    Raises:
        KnownError: with the param ``field``.
    """
    fields: dict[str, Any] = {}
    for name, value in typed.items():
        fields[name] = _of_field(name, partial(_clean, session, name, value))
    if "family_name" in fields:
        fields["prefix"], fields["family_name"] = split_prefix(fields["family_name"])
    return fields


def _clean(session: Session, name: str, value: Any) -> Any:
    if name == "birth_date":
        return read_birth_date(value, session.today())
    if name == "gender":
        return Gender(value) if value else None
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


_NEEDED = {
    "given_name": "person.name_missing",
    "family_name": "person.name_missing",
    "case_lead": "person.lead_missing",
}
_CLEANERS: dict[str, Callable[[str], str]] = {
    "phone": normal_phone,
    "postcode": _clean_postcode,
    "bsn": check_bsn,
    "address": _clean_long,
    "safe_contact": _clean_long,
    "accessibility": _clean_long,
}


def _of_field(name: str, clean: Callable[[], Any]) -> Any:
    """What a cleaner gives; its complaint names the field, so that the screen can say it there."""
    try:
        return clean()
    except KnownError as error:
        raise KnownError(error.code, **{**error.params, "field": name}) from error
