"""The dossiers of the team: the list, and one dossier in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gpconnect.domain.access import EventType
from gpconnect.domain.ages import age_on
from gpconnect.domain.care import EpisodeOfCare, Goal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name, sort_key
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.staff import Staff
from gpconnect.services import doubles, lead, restricting, reviews
from gpconnect.services.acting import asked, check, saw
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.consents import ConsentLine, consent_lines
from gpconnect.services.doubles import Double
from gpconnect.services.reading import require_readable
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.services.timelines import Moment, timeline
from gpconnect.storage import erasure, rows, search

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A dossier in the list.

    Attributes:
        words: the request for help of the episode that is going on, in the family's own words.
        reasons: reason keys of that episode.
        last_on: the last talk, or the day the dossier was opened.
        twin: shares household and day of birth with another child.
        state: of the last episode: ``open``, ``ended``, or empty when none was begun.
        restricted: kept from the person at work: who it is about shows, and nothing of what is in it.
    """

    id: str
    name: str
    birth_date: date
    age: int
    case_lead: str
    words: str
    reasons: tuple[str, ...]
    last_on: date
    twin: bool
    state: str
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class DossierList:
    """Dossiers found, the most recent first, and how many there are in all.

    Attributes:
        blocked: ids of dossiers that are asked to be erased: they stand in the list without a name.
    """

    lines: tuple[DossierLine, ...]
    total: int
    blocked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierView:
    """One dossier in full.

    Attributes:
        patient: the fields that can be edited.
        lead: name of the case lead.
        leads: ids and names of whoever may be case lead.
        sites: ids and names of the practices.
        twins: names of children in the same household with the same day of birth.
        emergency_until: it is kept from the person at work, who reads it in an emergency until then.
        turned: an age reached since the dossier was opened at which others decide, with the day, until a colleague
            looked at it or the youth has answered about help (Jeugdwet 7.3.15).
        turning: such an age that is reached within a month, with the day.
        lead_left: the case lead can lead nobody now (`gpconnect.services.lead.gone`).
        doubles: other dossiers that are probably of this child.
    """

    patient: Patient
    name: str
    age: int
    lead: str
    site: str
    leads: tuple[tuple[str, str], ...]
    sites: tuple[tuple[str, str], ...]
    twins: tuple[str, ...]
    related: tuple[RelatedPerson, ...]
    consents: tuple[ConsentLine, ...]
    episodes: tuple[EpisodeOfCare, ...]
    goals: tuple[Goal, ...]
    moments: tuple[Moment, ...]
    turned: tuple[int, date] | None = None
    emergency_until: datetime | None = None
    turning: tuple[int, date] | None = None
    lead_left: bool = False
    doubles: tuple[Double, ...] = ()


def list_dossiers(session: Session, text: str = "") -> DossierList:
    """The team's dossiers by name or day of birth, which is on record; without a question the most recent first.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.READ_DOSSIER)
    total = rows.count(session.db, Patient, "NOT archived")
    patients = _found(session, text) if text.strip() else _recent(session)
    lines = [_dossier_line(session, one) for one in patients]
    if text.strip():
        asked(session, "dossiers", text, len(lines))
    else:
        lines.sort(key=lambda one: one.last_on, reverse=True)
    return DossierList(tuple(lines), total, () if text.strip() else tuple(erasure.blocked(session.db)))


def open_dossier(session: Session, patient_id: str, *, found: bool = False) -> DossierView:
    """Open a dossier; that is on record.

    Args:
        session: of the worker.
        patient_id: whose.
        found: it was opened from a search.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, ``dossier.restricted``.
    """
    view = look_again(session, patient_id)
    session.questions.clear()  # whoever searched found it
    for one in (patient_id, *_beside(view.doubles)):
        saw(session, one, "open_dossier", event=EventType.SEARCH if found else EventType.READ)
    return view


def look_again(session: Session, patient_id: str) -> DossierView:
    """A dossier that is open already, after something in it changed.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, ``dossier.restricted``, ``dossier.blocked``,
            ``dossier.erased``.
    """
    require_readable(session, patient_id)
    db = session.db
    patient = _still_there(session, patient_id)
    staff = {one.id: one for one in rows.where(db, Staff, order="name")}
    sites = rows.where(db, Site, "NOT archived OR id = ?", (patient.site_id,), order="name")
    leads_it = staff.get(patient.case_lead)
    same = doubles.doubles_of(session, patient)
    return DossierView(
        patient=patient,
        name=full_name(patient.given_name, patient.prefix, patient.family_name),
        age=age_on(patient.birth_date, session.today()),
        lead=leads_it.name if leads_it else "",
        site=next((one.name for one in sites if one.id == patient.site_id), ""),
        leads=tuple((one.id, one.name) for one in lead.may_lead(session)),
        lead_left=patient.case_lead in lead.gone(session),
        sites=tuple((one.id, one.name) for one in sites),
        twins=tuple(full_name(one.given_name, one.prefix, one.family_name) for one in _twins(session, patient)),
        related=tuple(
            rows.where(db, RelatedPerson, "patient_id = ? AND NOT archived", (patient_id,), order="relation, name")
        ),
        consents=consent_lines(session, patient),
        episodes=tuple(rows.where(db, EpisodeOfCare, "patient_id = ?", (patient_id,), order="requested_on DESC, id")),
        goals=tuple(rows.where(db, Goal, "patient_id = ? AND NOT archived", (patient_id,), order="id")),
        moments=timeline(session, patient_id, _beside(same)),
        turned=reviews.due(session, patient),
        turning=reviews.coming(session, patient),
        doubles=same,
        emergency_until=restricting.emergency_ends(session, patient),
    )


def _beside(same: Iterable[Double]) -> tuple[str, ...]:
    """The other dossiers of this child that stand on its time line: those that were taken off the list."""
    return tuple(one.patient_id for one in same if one.archived)


def _still_there(session: Session, patient_id: str) -> Patient:
    gone = [one for one in erasure.tombstones(session.db) if one.patient_id == patient_id and not one.parts]
    if gone:
        raise KnownError("dossier.erased", on=f"{gone[0].destroyed_at.astimezone(AMSTERDAM):%d-%m-%Y}")
    return rows.require(session.db, Patient, patient_id)


def _recent(session: Session) -> list[Patient]:
    return rows.where(session.db, Patient, "NOT archived", order="opened_at DESC, id", limit=MOST_SHOWN)


def _found(session: Session, text: str) -> list[Patient]:
    hits = search.find(session.db, text, ("patient",), limit=MOST_SHOWN)
    if not hits:
        try:
            day = read_birth_date(text, session.today())
        except KnownError:
            return []
        hits = search.find(session.db, day.isoformat(), ("patient",), limit=MOST_SHOWN)
    found = [one for hit in hits if (one := rows.get(session.db, Patient, hit.id)) is not None and not one.archived]
    return sorted(found, key=lambda one: sort_key(one.given_name, one.prefix, one.family_name))


def _dossier_line(session: Session, patient: Patient) -> DossierLine:
    db = session.db
    hidden = restricting.is_closed(session, patient)
    episodes = rows.where(
        db, EpisodeOfCare, "patient_id = ?", (patient.id,), order="ended_on IS NOT NULL, requested_on DESC", limit=1
    )
    episode = episodes[0] if episodes and not hidden else None
    return DossierLine(
        id=patient.id,
        name=full_name(patient.given_name, patient.prefix, patient.family_name),
        birth_date=patient.birth_date,
        age=age_on(patient.birth_date, session.today()),
        case_lead=lead.name_of(session, patient.case_lead),
        words=episode.request_for_help if episode else "",
        reasons=episode.reasons if episode else (),
        last_on=patient.opened_at.date() if hidden else _last_day(session, patient),
        twin=not hidden and bool(_twins(session, patient)),
        state="" if episode is None else "ended" if episode.ended_on else "open",
        restricted=hidden,
    )


def _last_day(session: Session, patient: Patient) -> date:
    (last,) = session.db.execute("SELECT max(day) FROM encounter WHERE patient_id = ?", (patient.id,)).fetchone()
    opened = patient.opened_at.date()
    return max(opened, date.fromisoformat(last)) if last else opened


def _twins(session: Session, patient: Patient) -> list[Patient]:
    if not patient.household_id:
        return []
    return rows.where(
        session.db,
        Patient,
        "household_id = ? AND birth_date = ? AND id <> ? AND NOT archived",
        (patient.household_id, patient.birth_date, patient.id),
        order="given_name",
    )
