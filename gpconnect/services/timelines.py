"""Everything that happened around one child, newest first: what the team did, what was said, what was sent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import Encounter, Feedback, FeedbackStatus, LeadChange
from gpconnect.domain.consent import Consent, Review
from gpconnect.domain.erasure import Erasure, ErasureRefusal, ErasureStatus
from gpconnect.domain.evaluation import Response
from gpconnect.domain.handover import Handover
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.rights import Statement
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Site, Slot
from gpconnect.domain.soap import in_words
from gpconnect.domain.staff import Staff
from gpconnect.services.acting import check, saw
from gpconnect.services.reading import require_readable
from gpconnect.services.resources import load_codes, load_forms
from gpconnect.services.session import Session
from gpconnect.services.templates import as_written
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the time line.

    Attributes:
        kind: record kind: appointment, encounter, note, addendum, statement, erasure_refusal, handover, consent,
            feedback, response, lead_change or review.
        day: in Europe/Amsterdam.
        at: the instant, where there is one.
        what: a code that says which (kind of talk, decision, moment), or the title of a form.
        state: a code that says how it stands, or empty; of a change of case lead the name of who led before.
        who: name of the colleague or the family member.
        where: name of a site or receiver.
        words: text of people themselves.
        about: id of what it belongs to (the note of an addendum, the appointment of a talk).
        elsewhere: it stands in another dossier of this child, which was taken off the list.
    """

    kind: str
    id: str
    day: date
    at: datetime | None = None
    what: str = ""
    state: str = ""
    who: str = ""
    where: str = ""
    words: str = ""
    about: str = ""
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class NoteText:
    """A signed note to read, with what was added later; `parts` names the item of each answer, for its corrections."""

    id: str
    patient_id: str
    title: str
    author: str
    signed_at: datetime
    answers: tuple[tuple[str, str], ...]
    addenda: tuple[Addendum, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    sites: dict[str, str]
    staff: dict[str, str]


def timeline(session: Session, patient_id: str, others: Iterable[str] = ()) -> tuple[Moment, ...]:
    """Everything around one child, newest first; what is planned stands on top.

    Args:
        session: of the worker.
        patient_id: whose dossier.
        others: other dossiers of this child, which were taken off the list and which this person may read.
    """
    found = _moments(session, patient_id)
    found += [replace(one, elsewhere=True) for other in others for one in _moments(session, other)]
    return tuple(sorted(found, key=_newest_first, reverse=True))


def _moments(session: Session, patient_id: str) -> list[Moment]:
    names = _Names(
        {one.id: one.name for one in rows.where(session.db, Site)},
        {one.id: one.name for one in rows.where(session.db, Staff)},
    )
    return [
        *_visits(session, patient_id, names),
        *_writing(session, patient_id),
        *_handovers(session, patient_id, names),
        *_consents(session, patient_id, names),
        *_feedback(session, patient_id, names),
        *_responses(session, patient_id),
        *_leading(session, patient_id),
    ]


def read_note(session: Session, note_id: str) -> NoteText:
    """A signed note in the words of its form; opening it is on record.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, ``dossier.restricted``.
    """
    check(session, Intention.READ_DOSSIER)
    note = rows.require(session.db, Note, note_id)
    require_readable(session, note.patient_id)
    saw(session, note.patient_id, "open_note")
    addenda = rows.where(session.db, Addendum, "note_id = ?", (note_id,), order="made_at, id")
    form = as_written(note)
    said: list[tuple[str, str, str]] = []
    if form is None:
        said = [(key, key, str(value)) for key, value in note.answers.items() if value not in {"", None}]
    else:
        codes = load_codes()
        said = [(item.id, item.label, in_words(item, note.answers.get(item.id), codes)) for item in form.items]
    kept = [one for one in said if one[2]]
    return NoteText(
        id=note.id,
        patient_id=note.patient_id,
        title=form.title if form else note.template,
        author=note.author_name,
        signed_at=note.signed_at,
        answers=tuple((question, words) for _, question, words in kept),
        addenda=tuple(addenda),
        parts=tuple(part for part, _, _ in kept),
    )


def _newest_first(moment: Moment) -> tuple[date, float, str]:
    return moment.day, moment.at.timestamp() if moment.at else 0.0, moment.id


def _visits(session: Session, patient_id: str, names: _Names) -> list[Moment]:
    db = session.db
    found = [
        Moment(
            "encounter",
            talk.id,
            talk.day,
            what=talk.visit,
            state=str(talk.outcome or ""),
            who=names.staff.get(talk.worker_id, ""),
            where=names.sites.get(talk.site_id, ""),
            about=talk.appointment_id,
        )
        for talk in rows.where(db, Encounter, "patient_id = ?", (patient_id,))
    ]
    held = {one.about for one in found}
    booked = [one for one in rows.where(db, Appointment, "person_id = ?", (patient_id,)) if one.id not in held]
    # All at once: a child who comes for years has hundreds.
    wanted = (tuple(one.slot_id for one in booked if one.slot_id),)
    taken = {one.id: one for one in rows.where(db, Slot, "id IN (SELECT value FROM json_each(?))", wanted)}
    for visit in booked:
        slot = taken.get(visit.slot_id)
        at = slot.starts_at if slot else visit.status_at or visit.booked_at
        found.append(
            Moment(
                "appointment",
                visit.id,
                local_day(at),
                at,
                str(visit.visit),
                str(visit.status),
                names.staff.get(visit.booked_by, ""),
                names.sites.get(visit.site_id, ""),
                visit.words,
            )
        )
    return found


def _writing(session: Session, patient_id: str) -> list[Moment]:
    forms = load_forms()
    found = []
    for note in rows.where(session.db, Note, "patient_id = ?", (patient_id,)):
        form = forms.get((note.template, note.template_version))
        title = form.title if form else note.template
        found.append(Moment("note", note.id, local_day(note.signed_at), note.signed_at, title, who=note.author_name))
    found += [
        Moment(
            "addendum",
            one.id,
            local_day(one.made_at),
            one.made_at,
            state="correction" if one.correction else "",
            who=one.author_name,
            words=one.text,
            about=one.note_id,
        )
        for one in rows.where(session.db, Addendum, "patient_id = ?", (patient_id,))
    ]
    found += [
        Moment("statement", one.id, one.said_on, who=one.said_by_name, words=one.text)
        for one in rows.where(session.db, Statement, "patient_id = ?", (patient_id,))
    ]
    found += [
        Moment(
            "erasure_refusal",
            one.id,
            local_day(one.decided_at),
            one.decided_at,
            str(one.ground),
            "" if one.told_at else "untold",
            one.decided_by_name,
            words=one.reason,
        )
        for one in rows.where(session.db, ErasureRefusal, "patient_id = ?", (patient_id,))
        if _is_refused(session, one)
    ]
    return found


def _is_refused(session: Session, one: ErasureRefusal) -> bool:
    """Whether the request was refused: a colleague may have undone it first."""
    asked = rows.get(session.db, Erasure, one.erasure_id)
    return asked is not None and asked.status is ErasureStatus.REFUSED


def _handovers(session: Session, patient_id: str, names: _Names) -> list[Moment]:
    found = []
    for one in rows.where(session.db, Handover, "patient_id = ?", (patient_id,)):
        at = one.status_at or one.sent_at or one.created_at
        who = one.performed_by or names.staff.get(one.recorded_by, "")
        found.append(
            Moment("handover", one.id, local_day(at), at, state=str(one.status), who=who, where=one.provider_name)
        )
    return found


def _consents(session: Session, patient_id: str, names: _Names) -> list[Moment]:
    return [
        Moment(
            "consent",
            one.id,
            one.acted_on,
            one.recorded_at if local_day(one.recorded_at) == one.acted_on else None,
            one.purpose,
            str(one.decision),
            one.given_by_name or one.given_by,
            one.recipient_name or names.sites.get(one.recipient, ""),
            one.reason,
        )
        for one in rows.where(session.db, Consent, "person_id = ?", (patient_id,))
    ]


def _feedback(session: Session, patient_id: str, names: _Names) -> list[Moment]:
    found = []
    for one in rows.where(session.db, Feedback, "person_id = ?", (patient_id,)):
        at = one.acknowledged_at or one.sent_at
        late = one.status is FeedbackStatus.PREPARED and one.due_on < session.today()
        found.append(
            Moment(
                "feedback",
                one.id,
                local_day(at) if at else one.due_on,
                at,
                str(one.moment),
                "late" if late else str(one.status),
                one.practitioner,
                names.sites.get(one.site_id, ""),
            )
        )
    return found


def _responses(session: Session, patient_id: str) -> list[Moment]:
    return [
        Moment("response", one.id, local_day(one.handed_in_at), one.handed_in_at, str(one.moment), str(one.voice))
        for one in rows.where(session.db, Response, "patient_id = ?", (patient_id,))
    ]


def _leading(session: Session, patient_id: str) -> list[Moment]:
    """Who came to lead, and at which birthday it was looked at who decides."""
    found = [
        Moment(
            "lead_change",
            one.id,
            local_day(one.made_at),
            one.made_at,
            one.after_name,
            one.before_name,
            one.made_by_name,
            words=one.reason,
        )
        for one in rows.where(session.db, LeadChange, "patient_id = ?", (patient_id,))
    ]
    found += [
        Moment("review", one.id, local_day(one.made_at), one.made_at, str(one.age), "", one.made_by_name, "", one.words)
        for one in rows.where(session.db, Review, "patient_id = ?", (patient_id,))
    ]
    return found
