"""Writing in a dossier: opening one without a booking, its fields per group, and the people around the child."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import Likeness
from gpconnect.domain.people import AuthorityBasis, Patient, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.typed import WORDS_LIMIT, clean_line, normal_phone
from gpconnect.services.acting import Action, acting, check
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.cards import NewPerson, PersonHit, duplicates, person_of
from gpconnect.services.dossier_fields import TYPED, cleaned, of_field, with_number
from gpconnect.services.dossiers import open_as_first, open_episode, way_in
from gpconnect.services.session import Session
from gpconnect.storage import rows

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
    fields = cleaned(
        session,
        {
            "given_name": new.given_name,
            "family_name": new.family_name,
            "birth_date": new.birth_date,
            "phone": new.phone,
        },
    )
    words = of_field("words", lambda: clean_line(new.words, WORDS_LIMIT))
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

    Raises:
        KnownError: with the param ``field``: see `add_dossier`, and ``person.postcode.invalid``,
            ``person.bsn.invalid`` and what else a citizen service number asks for
            (`gpconnect.services.dossier_fields.with_number`); ``dossier.not_case_lead``, ``record.missing`` or as
            `acting`.
        ValueError: a field that nobody types: who leads is handed over (`gpconnect.services.lead`), and when a dossier
            was opened stays so.
    """
    check(session, Intention.EDIT_DOSSIER)
    if "restricted_to" in typed:
        # Who may read it is for its case lead alone: `gpconnect.services.access.restrict`.
        raise KnownError("dossier.not_case_lead")
    fixed = sorted(typed.keys() - TYPED)
    if fixed:
        message = f"no field to type: {', '.join(fixed)}"
        raise ValueError(message)
    fields = cleaned(session, typed)
    with acting(session, Intention.EDIT_DOSSIER) as action:
        before = rows.require(session.db, Patient, patient_id)
        action.write(with_number(session, before, fields))
    return action.changes


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
    name = of_field("name", lambda: clean_line(typed.name))
    if not name:
        raise KnownError("person.name_missing", field="name")
    checked = typed.authority not in UNVERIFIED and typed.verified_how is not VerifiedHow.NOT
    on = _verified_on(session, typed.verified_on) if checked else None
    return {
        "name": name,
        "relation": typed.relation,
        "phone": of_field("phone", lambda: normal_phone(typed.phone)),
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
