"""One search over everything that this role may see, in groups.

A practice finds its own cards and bookings, a youth worker the team's dossiers and notes as well, a coordinator the
sociale kaart only. What was typed is never written down; that somebody searched is on record before they see anything.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from gpconnect.domain.ages import age_on
from gpconnect.domain.directory import Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.excerpts import Excerpt, excerpt
from gpconnect.domain.folding import words
from gpconnect.domain.forms import Form, ItemKind
from gpconnect.domain.handover import Handover
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Site, Slot
from gpconnect.domain.staff import Role
from gpconnect.services import restricting
from gpconnect.services.acting import asked, check
from gpconnect.services.birth_dates import read_birth_date
from gpconnect.services.resources import load_forms
from gpconnect.services.session import Session
from gpconnect.storage import rows, search
from gpconnect.storage.search_words import texts

MOST_PER_GROUP = 6
_DESK = frozenset({Role.GP, Role.PRACTICE_ASSISTANT})


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A child: by its dossier for the worker, by the practice's card for a desk.

    Attributes:
        restricted: the dossier is kept from this worker; only its name is shown.
    """

    id: str
    name: str
    birth_date: date
    age: int
    in_dossier: bool
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note or an addendum in which the words stand.

    Attributes:
        excerpt: the line in which they stand.
    """

    id: str
    patient_id: str
    name: str
    title: str
    author: str
    at: datetime
    excerpt: Excerpt = field(default_factory=Excerpt)


@dataclass(frozen=True, slots=True)
class FoundHandover:
    """A handover, found by its receiver, its child, or what stands in it."""

    id: str
    patient_id: str
    name: str
    provider: str
    status: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FoundVisit:
    """A booking of somebody who was found: what is to come first, then what was, the latest first.

    Attributes:
        been: its day is over.
    """

    id: str
    person_id: str
    name: str
    starts_at: datetime
    site: str
    visit: str
    been: bool = False


@dataclass(frozen=True, slots=True)
class FoundProvider:
    """A line of the sociale kaart."""

    id: str
    name: str
    destination: str
    waiting_weeks: int | None


@dataclass(frozen=True, slots=True)
class FoundView:
    """What was found for one question; empty groups stay out."""

    query: str
    people: tuple[FoundPerson, ...] = ()
    notes: tuple[FoundNote, ...] = ()
    visits: tuple[FoundVisit, ...] = ()
    providers: tuple[FoundProvider, ...] = ()
    handovers: tuple[FoundHandover, ...] = ()


def find(session: Session, text: str) -> FoundView:
    """Everything that matches each word, as far as this role may see it; the question is on record."""
    check(session, Intention.SEARCH)
    query = text.strip()
    role = session.actor.role
    people: tuple[FoundPerson, ...] = ()
    notes: tuple[FoundNote, ...] = ()
    visits: tuple[FoundVisit, ...] = ()
    if role in _DESK or role is Role.YOUTH_WORKER:
        people = _people(session, query)
        visits = _visits(session, people)
    handovers: tuple[FoundHandover, ...] = ()
    if role is Role.YOUTH_WORKER:
        closed = restricting.closed(session)
        notes = _notes(session, query, closed)
        handovers = _handovers(session, query, closed)
    providers = _providers(session, query)
    if query:
        asked(session, "search_box", query, sum(map(len, (people, notes, visits, providers, handovers))))
    return FoundView(query, people, notes, visits, providers, handovers)


def _people(session: Session, query: str) -> tuple[FoundPerson, ...]:
    worker = session.actor.role is Role.YOUTH_WORKER
    kinds = ("patient", "person_card") if worker else ("person_card",)
    hits = search.find(session.db, query, kinds, limit=4 * MOST_PER_GROUP)
    if not hits:
        try:
            day = read_birth_date(query, session.today())
        except KnownError:
            return ()
        hits = search.find(session.db, day.isoformat(), kinds, limit=4 * MOST_PER_GROUP)
    found: dict[str, FoundPerson] = {}
    for hit in hits:
        if len(found) == MOST_PER_GROUP:
            break
        one = rows.get(session.db, Patient, hit.id) if worker else None
        person: Patient | PersonCard | None = one or rows.get(session.db, PersonCard, hit.id)
        if person is not None and not (isinstance(person, Patient) and person.archived):
            found.setdefault(hit.id, _found_person(session, person))
    return tuple(found.values())


def _found_person(session: Session, person: Patient | PersonCard) -> FoundPerson:
    return FoundPerson(
        person.id,
        full_name(person.given_name, person.prefix, person.family_name),
        person.birth_date,
        age_on(person.birth_date, session.today()),
        isinstance(person, Patient),
        isinstance(person, Patient) and restricting.is_closed(session, person),
    )


def _notes(session: Session, query: str, closed: Collection[str]) -> tuple[FoundNote, ...]:
    forms = load_forms()
    asked_for = words(query)
    found: dict[str, FoundNote] = {}
    for hit in search.find(session.db, query, ("note", "addendum"), limit=2 * MOST_PER_GROUP, without=closed):
        added = rows.get(session.db, Addendum, hit.id) if hit.kind == "addendum" else None
        note = rows.get(session.db, Note, added.note_id if added else hit.id)
        patient = rows.get(session.db, Patient, hit.patient_id)
        if note is None or note.id in found or patient is None:
            continue
        form = forms.get((note.template, note.template_version))
        name = full_name(patient.given_name, patient.prefix, patient.family_name)
        title = form.title if form else note.template
        line = excerpt((added.text,) if added else _written(note, form), asked_for)
        found[note.id] = FoundNote(note.id, patient.id, name, title, note.author_name, note.signed_at, line)
        if len(found) == MOST_PER_GROUP:
            break
    return tuple(found.values())


def _written(note: Note, form: Form | None) -> Iterator[str]:
    """What somebody wrote in a note, in the order of its form; without it everything that is text."""
    if form is None:
        yield from texts(note.answers)
        return
    for item in form.items:
        if item.kind in {ItemKind.TEXT, ItemKind.LONG_TEXT}:
            yield from texts(note.answers.get(item.id))


def _handovers(session: Session, query: str, closed: Collection[str]) -> tuple[FoundHandover, ...]:
    found = []
    for hit in search.find(session.db, query, ("handover",), limit=MOST_PER_GROUP, without=closed):
        one = rows.get(session.db, Handover, hit.id)
        patient = rows.get(session.db, Patient, hit.patient_id)
        if one is not None and patient is not None:
            name = full_name(patient.given_name, patient.prefix, patient.family_name)
            at = one.status_at or one.created_at
            found.append(FoundHandover(one.id, patient.id, name, one.provider_name, str(one.status), at))
    return tuple(found)


def _visits(session: Session, people: Sequence[FoundPerson]) -> tuple[FoundVisit, ...]:
    if not people:
        return ()
    names = {one.id: one.name for one in people}
    sites = {one.id: one.name for one in rows.where(session.db, Site)}
    today = session.today()
    coming: list[FoundVisit] = []
    been: list[FoundVisit] = []
    for visit, slot in _placed(session, names):
        name, site = names[visit.person_id], sites.get(visit.site_id, "")
        over = slot.starts_at.date() < today
        one = FoundVisit(visit.id, visit.person_id, name, slot.starts_at, site, str(visit.visit), over)
        (been if over else coming).append(one)
    coming.sort(key=lambda one: one.starts_at)
    been.sort(key=lambda one: one.starts_at, reverse=True)
    return tuple((*coming, *been)[:MOST_PER_GROUP])


def _placed(session: Session, people: Iterable[str]) -> Iterator[tuple[Appointment, Slot]]:
    """Bookings of these people that stand, each with its slot."""
    held = rows.where(
        session.db,
        Appointment,
        "person_id IN (SELECT value FROM json_each(?)) AND status <> ? AND slot_id <> ''",
        (tuple(people), AppointmentStatus.CANCELLED),
    )
    known = rows.where(
        session.db, Slot, "id IN (SELECT value FROM json_each(?))", (tuple(visit.slot_id for visit in held),)
    )
    slots = {one.id: one for one in known}
    yield from ((visit, slots[visit.slot_id]) for visit in held if visit.slot_id in slots)


def _providers(session: Session, query: str) -> tuple[FoundProvider, ...]:
    hits = search.find(session.db, query, ("provider",), limit=MOST_PER_GROUP)
    found = [rows.get(session.db, Provider, hit.id) for hit in hits]
    return tuple(
        FoundProvider(one.id, one.name, one.destination, one.waiting_weeks)
        for one in found
        if one is not None and not one.archived
    )
