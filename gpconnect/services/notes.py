"""Notes: written in a draft that saves itself, signed once, and followed by addenda only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, ItemKind, Problem, check_answers, visible_items
from gpconnect.domain.notes import Addendum, Note, NoteDraft
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.typed import exact_text
from gpconnect.services import dossiers, draft_copies, resources, templates
from gpconnect.services.acting import acting, check, saw
from gpconnect.services.persons import Person, persons
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import drafts, erasure, rows
from gpconnect.storage.connection import transaction

NOTE_DRAFT = "note_draft"
"""What screens are told when a draft was kept or thrown away."""
EARLIER = 5
"""So many earlier notes stand beside a new one."""
_TEXTS = frozenset({ItemKind.TEXT, ItemKind.LONG_TEXT})


@dataclass(frozen=True, slots=True)
class SignedNote:
    """A signed note to read, with what was added later.

    Attributes:
        form: the version on which it was written; None when this program does not have it.
    """

    note: Note
    form: Form | None
    addenda: tuple[Addendum, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteView:
    """Everything the screen of one note needs.

    Attributes:
        draft: what is being written; kept only after something was typed.
        kept: whether the draft is in the file already.
        templates: forms to choose from, the one for this kind of talk first, and the version that the draft was
            written in.
        person: the child, or None for a peer consultation.
        appointment: the visit that it is about, or None.
        signed: notes about this visit that were signed.
        earlier: the last notes about this child.
    """

    draft: NoteDraft
    kept: bool
    templates: tuple[Form, ...]
    person: Person | None
    appointment: Appointment | None
    signed: tuple[SignedNote, ...] = ()
    earlier: tuple[SignedNote, ...] = ()
    episode_id: str = ""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in the list of what is still to be finished.

    Attributes:
        elsewhere: written on another device of this person, and left alone here.
        too_long: to go to another device; it stays on this one until it is shorter, or signed.
    """

    draft: NoteDraft
    title: str
    person: Person | None
    elsewhere: bool = False
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """What signing gave: the note's id, or what must be filled in first."""

    note_id: str = ""
    problems: tuple[Problem, ...] = field(default_factory=tuple)


def open_visit(session: Session, appointment_id: str) -> tuple[Changes, NoteView]:
    """The note of a visit: the draft where one is, a fresh one from the template of this kind of talk otherwise.

    Raises:
        KnownError: ``dossier.not_shared``, ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    changes, opened = dossiers.open_from_booking(session, appointment_id)
    appointment = rows.require(session.db, Appointment, appointment_id)
    return changes, _view(session, opened.patient_id, appointment, opened.episode_id)


def open_patient(session: Session, patient_id: str) -> tuple[Changes, NoteView]:
    """A note without a visit, for example after a phone call.

    Raises:
        KnownError: ``role.may_not``.
    """
    require_readable(session, patient_id, Intention.WRITE_NOTE)
    saw(session, patient_id, "write_note")
    episode = dossiers.open_episode(session, patient_id)
    return Changes(), _view(session, patient_id, None, episode.id if episode else "")


def open_draft(session: Session, draft_id: str) -> tuple[Changes, NoteView]:
    """Go on with a draft.

    Raises:
        KnownError: ``note.draft_missing`` when it was signed or thrown away, ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    draft = drafts.load(session.db, draft_id)
    if draft is None:
        raise KnownError("note.draft_missing")
    appointment = rows.get(session.db, Appointment, draft.appointment_id) if draft.appointment_id else None
    if draft.patient_id:
        require_readable(session, draft.patient_id, Intention.WRITE_NOTE)
        saw(session, draft.patient_id, "write_note")
    episode = dossiers.open_episode(session, draft.patient_id)
    return Changes(), _view(session, draft.patient_id, appointment, episode.id if episode else "", draft)


def my_drafts(session: Session) -> tuple[DraftLine, ...]:
    """The drafts of the person at work, the one last worked on first.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    found = drafts.of_author(session.db, session.actor.staff_id)
    known = persons(session, [draft.patient_id for draft in found])
    long = draft_copies.too_long(session, found)
    return tuple(
        DraftLine(
            one,
            _title(one),
            known.get(one.patient_id),
            elsewhere=one.device != session.device,
            too_long=one.id in long,
        )
        for one in found
    )


def save_draft(session: Session, draft: NoteDraft) -> tuple[Changes, datetime]:
    """Keep what is being written, on this device only; what it replaces is older by a pause in typing.

    Returns:
        What changed, and when it was kept.

    Raises:
        KnownError: ``role.may_not``, ``dossier.blocked``, ``erasure.gone`` (it was erased while the screen stood
            open), ``file.disk_full``.
    """
    check(session, Intention.WRITE_NOTE)
    if erasure.is_blocked(session.db, draft.patient_id):
        raise KnownError("dossier.blocked")
    if erasure.is_gone(session.db, draft.patient_id):
        raise KnownError("erasure.gone")
    at = session.now()
    with transaction(session.db, urgent=True):
        stands = rows.get(session.db, NoteDraft, draft.id)
        if stands is not None and stands.device != session.device and _is_older(draft, stands):
            draft_copies.put_beside(session, stands)
        drafts.save(session.db, replace(draft, saved_at=at, device=session.device))
    return Changes(frozenset({NOTE_DRAFT}), frozenset({draft.id})), at


def throw_away(session: Session, draft_id: str) -> Changes:
    """Throw a draft away; the screen keeps it for a moment to bring it back with `save_draft`.

    Raises:
        KnownError: ``role.may_not``.
    """
    with acting(session, Intention.WRITE_NOTE) as action:
        draft_copies.finish(action, draft_id)
        drafts.delete(session.db, draft_id)
        action.touch(NOTE_DRAFT)
    return action.changes | Changes(frozenset({NOTE_DRAFT}), frozenset({draft_id}))


def sign(session: Session, draft: NoteDraft) -> tuple[Changes, Signed]:
    """Sign a draft: it becomes a note that never changes, and the draft goes.

    Nothing is signed while a required question is open or an answer is wrong; the draft is then kept as it is. Text
    under a question that another answer hid afterwards stays in the note, and so does what another template asked:
    no sentence is lost.

    Raises:
        KnownError: ``form.missing`` (form), ``role.may_not``.
    """
    check(session, Intention.WRITE_NOTE)
    form = templates.of(draft)
    codes = {name: one.keys() for name, one in resources.load_codes().items()}
    clean, problems = check_answers(form, draft.answers, codes)
    if problems:
        changes, _ = save_draft(session, draft)
        return changes, Signed("", problems)
    answers = {**_hidden_texts(form, draft.answers), **clean}
    note = Note(
        id=session.new_id(),
        patient_id=draft.patient_id,
        appointment_id=draft.appointment_id,
        template=form.id,
        template_version=form.version,
        author=session.actor.staff_id,
        author_name=session.actor.name,
        signed_at=session.now(),
        answers=answers,
        third_party=tuple(item.id for item in form.items if item.third_party and item.id in answers),
    )
    with acting(session, Intention.WRITE_NOTE) as action:
        action.write(note, "signed")
        draft_copies.finish(action, draft.id)
        drafts.delete(session.db, draft.id)
        action.touch(NOTE_DRAFT)
    return action.changes, Signed(note.id)


def add_addendum(session: Session, note_id: str, text: str) -> Changes:
    """Add text to a signed note, under the name and the time of who adds it.

    Raises:
        KnownError: ``note.addendum_empty``, ``text.too_long`` (limit, length), ``text.control_character`` (half one),
            ``record.missing``, ``role.may_not``.
    """
    words = exact_text(text)
    if not words:
        raise KnownError("note.addendum_empty")
    with acting(session, Intention.WRITE_NOTE) as action:
        note = rows.require(session.db, Note, note_id)
        action.write(
            Addendum(
                id=session.new_id(),
                note_id=note.id,
                patient_id=note.patient_id,
                text=words,
                author=session.actor.staff_id,
                author_name=session.actor.name,
                made_at=session.now(),
            ),
            "added",
        )
    return action.changes


def of_visit(session: Session, appointment_id: str) -> tuple[SignedNote, ...]:
    """The signed notes about a visit, oldest first. Not logged: whoever asks has opened the dossier."""
    found = rows.where(session.db, Note, "appointment_id = ?", (appointment_id,), order="signed_at, id")
    return _readable(session, found)


def _view(
    session: Session, patient_id: str, appointment: Appointment | None, episode_id: str, draft: NoteDraft | None = None
) -> NoteView:
    if draft is None and appointment is not None:
        draft = drafts.of_appointment(session.db, appointment.id)
    visit = str(appointment.visit) if appointment is not None else templates.PHONE
    signed = of_visit(session, appointment.id) if appointment is not None else ()
    known = {one.note.id for one in signed}
    notes = rows.where(
        session.db, Note, "patient_id = ? AND patient_id <> ''", (patient_id,), order="signed_at DESC", limit=EARLIER
    )
    offered = templates.offered(visit, draft)
    return NoteView(
        draft=draft or _fresh(session, patient_id, appointment, offered[0]),
        kept=draft is not None,
        templates=offered,
        person=persons(session, [patient_id]).get(patient_id),
        appointment=appointment,
        signed=signed,
        earlier=_readable(session, [note for note in notes if note.id not in known]),
        episode_id=episode_id,
    )


def _fresh(session: Session, patient_id: str, appointment: Appointment | None, form: Form) -> NoteDraft:
    """A draft with what the booking said already filled in: nothing is asked twice."""
    said: dict[str, Any] = {}
    if appointment is not None and appointment.reasons and form.item("reasons") is not None:
        said["reasons"] = list(appointment.reasons)
    if appointment is not None and appointment.words and form.item("request") is not None:
        said["request"] = appointment.words
    at = session.now()
    return NoteDraft(
        id=session.new_id(),
        patient_id=patient_id,
        appointment_id=appointment.id if appointment is not None else "",
        template=form.id,
        template_version=form.version,
        author=session.actor.staff_id,
        device=session.device,
        started_at=at,
        saved_at=at,
        answers=said,
    )


def _readable(session: Session, notes: list[Note]) -> tuple[SignedNote, ...]:
    return tuple(
        SignedNote(
            note,
            templates.as_written(note),
            tuple(rows.where(session.db, Addendum, "note_id = ?", (note.id,), order="made_at, id")),
        )
        for note in notes
    )


def _hidden_texts(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    shown = {item.id for item in visible_items(form, answers)}
    return {
        item.id: answers[item.id]
        for item in form.items
        if item.kind in _TEXTS and item.id not in shown and str(answers.get(item.id) or "").strip()
    }


def _is_older(draft: NoteDraft, stands: NoteDraft) -> bool:
    """Whether somebody was typing here while another version came in from another device."""
    return draft.device != stands.device or draft.saved_at < stands.saved_at


def _title(draft: NoteDraft) -> str:
    form = resources.load_forms().get((draft.template, draft.template_version))
    return form.title if form is not None else draft.template
