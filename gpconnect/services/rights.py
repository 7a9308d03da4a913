"""What a family can ask besides a copy and erasure: an own statement, a correction, and not to be counted.

And what a worker decides to keep back from copies. Each is one intention, on record, and sealed with the dossier.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.rights import FIELD, Ground, Statement, Withholding, check_withholding, in_force
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import NAME_LIMIT, clean_line, clean_reason, exact_text
from gpconnect.services import feedback_duties, inspection_content
from gpconnect.services.acting import acting, check, looked
from gpconnect.services.inspection_words import FIELDS
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.services.templates import as_written
from gpconnect.storage import operations, rows


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be corrected or kept back: all of a record, or one passage of it.

    Attributes:
        title: of the form or kind of record; empty for a field of the person.
        label: of the passage or the field; empty for all of a record.
        at: when it was written.
    """

    kind: str
    record: str
    part: str
    title: str
    label: str
    at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept back now, with the words for what it is."""

    withholding: Withholding
    what: Part | None
    towards_name: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was made, with the note that it is about."""

    addendum: Addendum
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class Objection:
    """Whether this child is counted in figures, and since when (Jeugdwet 7.3.12 lid 2 onder c).

    Attributes:
        since: the day on which it was last said, None when nobody ever objected.
    """

    objects: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class RightsView:
    """Everything of the page with the family's rights, apart from the copy itself.

    Attributes:
        name: of the child.
        people: who can say something: id (``patient`` for the child) and name.
        passages: what can be corrected, newest note first.
        holdable: what can be kept back.
    """

    patient_id: str
    name: str
    given_name: str
    people: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    corrections: tuple[Corrected, ...]
    passages: tuple[Part, ...]
    holdable: tuple[Part, ...]
    kept: tuple[Kept, ...]
    objection: Objection


@dataclass(frozen=True, slots=True)
class NewWithholding:
    """A decision as it is typed in; `until` is the last day, None for until it is lifted."""

    kind: str
    record: str
    ground: Ground
    reason: str
    part: str = ""
    towards: str = ""
    until: date | None = None


def overview(session: Session, patient_id: str) -> RightsView:
    """The page of a dossier that is open already.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, or what closes this dossier.
    """
    check(session, Intention.GIVE_INSPECTION)
    require_readable(session, patient_id)
    patient = rows.require(session.db, Patient, patient_id)
    looked(session, patient_id, "rights")
    related = _related(session, patient_id)
    named = {PATIENT: patient.given_name} | {one.id: one.name for one in related}
    passages = tuple(_passages(session, patient_id))
    holdable = (*(Part(FIELD, name, "", "", FIELDS[name]) for name in _HOLDABLE), *_records(session, patient))
    known = {(one.kind, one.record, one.part): one for one in (*holdable, *passages)}
    withheld = rows.where(session.db, Withholding, "patient_id = ?", (patient_id,), order="decided_at DESC, id")
    return RightsView(
        patient_id=patient_id,
        name=full_name(patient.given_name, patient.prefix, patient.family_name),
        given_name=patient.given_name,
        people=tuple(named.items()),
        statements=tuple(
            rows.where(session.db, Statement, "patient_id = ?", (patient_id,), order="said_on DESC, recorded_at DESC")
        ),
        corrections=tuple(_corrections(session, patient_id, passages)),
        passages=passages,
        holdable=holdable + passages,
        kept=tuple(
            Kept(one, known.get((one.kind, one.record, one.part)), named.get(one.towards, ""))
            for one in withheld
            if in_force(one, session.today())
        ),
        objection=objection(session, patient),
    )


def add_statement(session: Session, patient_id: str, text: str, said_by: str, said_on: date | None = None) -> Changes:
    """Put what somebody of the family states in the dossier, word for word (Jeugdwet 7.3.8 lid 2).

    Args:
        session: of the worker.
        patient_id: whose dossier.
        text: as it was written or said; nothing in it is changed.
        said_by: ``patient`` or the id of a related person.
        said_on: the day; None is today.

    Raises:
        KnownError: ``rights.statement_empty``, ``rights.day_future``, ``text.too_long``, ``text.control_character``,
            ``record.missing`` or as `acting`.
    """
    check(session, Intention.EDIT_DOSSIER)
    words = exact_text(text)
    if not words:
        raise KnownError("rights.statement_empty", field="text")
    day = said_on or session.today()
    if day > session.today():
        raise KnownError("rights.day_future", field="said_on")
    with acting(session, Intention.EDIT_DOSSIER) as action:
        patient = rows.require(session.db, Patient, patient_id)
        statement = Statement(
            id=session.new_id(),
            patient_id=patient_id,
            text=words,
            said_by=said_by,
            said_by_name=_name(session, patient, said_by),
            said_on=day,
            recorded_by=session.actor.staff_id,
            recorded_by_name=session.actor.name,
            recorded_at=session.now(),
        )
        action.write(statement)
    return action.changes


def correct(session: Session, note_id: str, part: str, text: str, reason: str, asked_by: str = "") -> Changes:
    """Put something right in a signed note (GDPR article 16): beside what stands there, never in its place.

    Args:
        session: of the worker.
        note_id: the note.
        part: the item of its form that is wrong; empty for the note as a whole.
        text: what it should say.
        reason: why.
        asked_by: who of the family asked, as a name; empty when the worker saw it.

    Raises:
        KnownError: ``rights.correction_empty``, ``rights.no_passage``, ``text.reason_missing``, ``text.too_long``,
            ``text.control_character``, ``record.missing`` or as `acting`.
    """
    check(session, Intention.WRITE_NOTE)
    words, why, asked = exact_text(text), clean_reason(reason), clean_line(asked_by, NAME_LIMIT)
    if not words:
        raise KnownError("rights.correction_empty", field="text")
    with acting(session, Intention.WRITE_NOTE) as action:
        note = rows.require(session.db, Note, note_id)
        if part and part not in note.answers:
            raise KnownError("rights.no_passage")
        addendum = Addendum(
            id=session.new_id(),
            note_id=note_id,
            patient_id=note.patient_id,
            text=words,
            author=session.actor.staff_id,
            author_name=session.actor.name,
            made_at=session.now(),
            correction=True,
            part=part,
            reason=why,
            asked_by=asked,
        )
        action.write(addendum, "corrected")
        feedback_duties.tell_correction(action, note.appointment_id)
    return action.changes


def withhold(session: Session, patient_id: str, new: NewWithholding) -> Changes:
    """Keep something back from copies, with a reason; a family's copy never shows this decision.

    Raises:
        KnownError: ``rights.not_from_youth``, ``rights.until_past``, ``rights.nothing_chosen``,
            ``text.reason_missing``, ``text.too_long``, ``text.control_character``, ``record.missing`` or as `acting`.
    """
    check(session, Intention.GIVE_INSPECTION)
    reason = clean_reason(new.reason)
    if not new.record:
        raise KnownError("rights.nothing_chosen", field="what")
    with acting(session, Intention.GIVE_INSPECTION) as action:
        patient = rows.require(session.db, Patient, patient_id)
        if new.towards:
            _name(session, patient, new.towards)
        withholding = Withholding(
            id=session.new_id(),
            patient_id=patient_id,
            kind=new.kind,
            record=new.record,
            ground=new.ground,
            reason=reason,
            decided_by=session.actor.staff_id,
            decided_by_name=session.actor.name,
            decided_at=session.now(),
            part=new.part,
            towards=new.towards,
            until=new.until,
        )
        check_withholding(withholding, session.today())
        action.write(withholding)
    return action.changes


def lift(session: Session, withholding_id: str) -> Changes:
    """No longer keep something back.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.GIVE_INSPECTION) as action:
        known = rows.require(session.db, Withholding, withholding_id)
        action.write(replace(known, lifted_at=session.now(), lifted_by=session.actor.staff_id), "lifted")
    return action.changes


def keep_back_again(session: Session, withholding_id: str) -> Changes:
    """Undo `lift`.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.GIVE_INSPECTION) as action:
        known = rows.require(session.db, Withholding, withholding_id)
        action.write(replace(known, lifted_at=None, lifted_by=""), "restored")
    return action.changes


def set_objection(session: Session, patient_id: str, *, objects: bool) -> Changes:
    """The family does not want to be counted, or does again (Jeugdwet 7.3.12 lid 2 onder c).

    What was told to the pilot is taken back when facts next leave (`gpconnect.services.facts`): once a day, so that
    the moment of taking back does not tell who objected.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(session.db, Patient, patient_id), research_objection=objects))
    return action.changes


def objection(session: Session, patient: Patient) -> Objection:
    """Where the objection stands, and since when."""
    said = [one for one in operations.of_record(session.db, "patient", patient.id) if "research_objection" in one.body]
    changed: date | None = None
    before = False
    for one in said:
        now = bool(one.body["research_objection"])
        changed, before = (local_day(one.made_at), now) if now != before else (changed, before)
    return Objection(patient.research_objection, changed)


_HOLDABLE = ("phone", "safe_contact", "address", "postcode", "city", "school", "practitioner_name")
_KINDS = frozenset(
    {"statements", "consents", "episodes", "goals", "talks", "notes", "handovers", "evaluation", "feedback", "refusals"}
    | {"meldcode"}
)


def _related(session: Session, patient_id: str) -> list[RelatedPerson]:
    return rows.where(session.db, RelatedPerson, "patient_id = ? AND NOT archived", (patient_id,), order="name, id")


def _name(session: Session, patient: Patient, who: str) -> str:
    """The name of the child or of somebody around this child."""
    if who == PATIENT:
        return patient.given_name
    person = rows.require(session.db, RelatedPerson, who)
    if person.patient_id != patient.id:
        raise KnownError("record.missing", kind="related_person")
    return person.name


def _passages(session: Session, patient_id: str) -> Iterator[Part]:
    for note in rows.where(session.db, Note, "patient_id = ?", (patient_id,), order="signed_at DESC, id"):
        form = as_written(note)
        title = form.title if form else note.template
        for key, given in note.answers.items():
            item = form.item(key) if form else None
            if given not in (None, "", []):
                yield Part("note", note.id, key, title, item.label if item else key, note.signed_at)


def _records(session: Session, patient: Patient) -> Iterator[Part]:
    """Everything that can be kept back as a whole, in the order of the paper, the newest first in each kind."""
    for section in inspection_content.parts(session, patient):
        if section.key not in _KINDS:
            continue
        for item in reversed(section.items):
            kind, record, _ = item.keys[0]
            entry = item.entry
            at = datetime.fromisoformat(entry.at) if "T" in entry.at else None
            day = date.fromisoformat(entry.at) if entry.at and at is None else None
            yield Part(kind, record, "", entry.title, "", at or day)


def _corrections(session: Session, patient_id: str, passages: tuple[Part, ...]) -> Iterator[Corrected]:
    known = {(one.record, one.part): one for one in passages}
    titles = {one.record: one.title for one in passages}
    found = rows.where(session.db, Addendum, "patient_id = ? AND correction", (patient_id,), order="made_at DESC, id")
    for one in found:
        passage = known.get((one.note_id, one.part))
        yield Corrected(one, titles.get(one.note_id, ""), passage.label if passage else "")
