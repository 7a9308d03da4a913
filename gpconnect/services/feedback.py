"""What the practice hears back: prepared from the note, approved by the worker, seen by the GP."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec

from gpconnect.domain import soap
from gpconnect.domain.access import EventType
from gpconnect.domain.ages import age_on
from gpconnect.domain.care import Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import PATIENT, Standing, StandingStatus, Why, evaluate
from gpconnect.domain.errors import KnownError
from gpconnect.domain.feedback import CARRIES
from gpconnect.domain.notes import as_corrected
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Site
from gpconnect.services import news, notes, resources
from gpconnect.services.acting import Action, acting, check, looked
from gpconnect.services.persons import Person, persons
from gpconnect.services.purposes import FEEDBACK
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.services.third_parties import about_another
from gpconnect.storage import rows

HOW = ("program", "copied", "letter", "message")
"""Ways to tell the practice: in this program, copied into their own system, as a letter, or as a MEDVRI message."""


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """Feedback about one visit, for the worker to approve.

    Attributes:
        lines: prepared from the note, or as they were sent.
        standing: whether the family agreed that this practice hears it, judged today; None without a child.
        feedback: the record, when the visit has its outcome already.
        may_say: who can be asked now, as pairs of id and name; the child's own id is ``patient``.
        corrected: the note was corrected after this was sent, so the practice read what is wrong (GDPR article 19).
    """

    appointment_id: str
    site_id: str
    site_name: str
    practitioner: str
    lines: dict[str, str]
    standing: Standing | None
    age: int | None
    feedback: Feedback | None
    may_say: tuple[tuple[str, str], ...]
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class ReceivedFeedback:
    """Feedback as the practice reads it."""

    feedback: Feedback
    person: Person | None
    worker_name: str


def prepared(session: Session, appointment_id: str) -> FeedbackView:
    """What the practice may hear about a visit, from its signed note.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.GIVE_FEEDBACK)
    appointment = rows.require(session.db, Appointment, appointment_id)
    require_readable(session, appointment.person_id, Intention.GIVE_FEEDBACK)
    if appointment.person_id:
        looked(session, appointment.person_id, "feedback")
    site = rows.get(session.db, Site, appointment.site_id)
    patient = rows.get(session.db, Patient, appointment.person_id) if appointment.person_id else None
    found = to_tell(session, appointment_id)
    standing = standing_for(session, patient, appointment.site_id) if patient else None
    sent = found is not None and found.status is not FeedbackStatus.PREPARED
    age = age_on(patient.birth_date, session.today()) if patient else None
    return FeedbackView(
        appointment_id=appointment_id,
        site_id=appointment.site_id,
        site_name=site.name if site else "",
        practitioner=appointment.practitioner,
        lines=_in_order(found.soap) if found is not None and sent else _lines(session, appointment_id, standing, found),
        standing=standing,
        age=age,
        feedback=found,
        may_say=_may_say(patient, standing) if patient is not None and standing is not None else (),
        corrected=_is_corrected(session, appointment_id),
    )


def allow(session: Session, appointment_id: str, given_by: str) -> Changes:
    """Record that somebody agrees that the practice hears how it goes (Jeugdwet 7.3.11).

    Args:
        session: of the worker.
        appointment_id: the visit at which it was said.
        given_by: ``patient``, or the id of a related person.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.RECORD_HELP_CONSENT) as action:
        appointment = rows.require(session.db, Appointment, appointment_id)
        related = rows.get(session.db, RelatedPerson, given_by)
        site = rows.get(session.db, Site, appointment.site_id)
        action.write(
            Consent(
                id=session.new_id(),
                person_id=appointment.person_id,
                scope=Scope.SHARE,
                purpose=FEEDBACK,
                recipient=appointment.site_id,
                given_by=given_by,
                decision=Decision.GIVEN,
                acted_on=session.today(),
                recorded_by=session.actor.staff_id,
                recorded_at=session.now(),
                given_by_name=related.name if related else "",
                recipient_name=site.name if site else "",
            ),
            space=session.team_space,
        )
    return action.changes


def approve(session: Session, feedback_id: str, lines: Mapping[str, str], how: str = "program") -> Changes:
    """Send the approved lines to the practice, and write down how.

    Raises:
        KnownError: ``feedback.already_sent``, ``feedback.empty``, ``feedback.consent_missing``, ``soap.letter``,
            ``soap.too_many_lines``, ``soap.line_too_long``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        before = rows.require(session.db, Feedback, feedback_id)
        if before.status is not FeedbackStatus.PREPARED:
            raise KnownError("feedback.already_sent")
        send(action, before, lines, how)
    return action.changes


def copy(session: Session, appointment_id: str, lines: Mapping[str, str]) -> str:
    """The lines as they are pasted into the practice's own system, letter before each; on record as an export.

    What is copied has left the program, so it needs what sending needs.

    Raises:
        KnownError: as `approve`.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        appointment = rows.require(session.db, Appointment, appointment_id)
        require_readable(session, appointment.person_id, Intention.GIVE_FEEDBACK)
        checked = sayable(session, appointment.person_id, appointment.site_id, lines)
        action.saw(appointment.person_id, "feedback_copy", event=EventType.EXPORT)
    return "\n".join(f"{letter}  {line}" for letter, own in checked.items() for line in own.splitlines())


def is_refused(session: Session, feedback: Feedback) -> bool:
    """Whether the family said no to this practice hearing it: then it is nobody's duty, until they say yes."""
    patient = rows.get(session.db, Patient, feedback.person_id)
    status = standing_for(session, patient, feedback.site_id).status if patient else StandingStatus.MISSING
    return status in {StandingStatus.REFUSED, StandingStatus.WITHDRAWN}


def take_back(session: Session, feedback_id: str) -> Changes:
    """Take feedback back that the practice has not seen yet; its lines leave the practice's screen.

    Raises:
        KnownError: ``feedback.acknowledged`` when they have, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        withdraw(action, rows.require(session.db, Feedback, feedback_id))
    return action.changes


def acknowledge(session: Session, feedback_id: str) -> Changes:
    """Say that the practice has seen the feedback; twice changes nothing.

    Raises:
        KnownError: ``feedback.not_sent``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.READ_FEEDBACK) as action:
        before = rows.require(session.db, Feedback, feedback_id)
        if before.status is FeedbackStatus.PREPARED:
            raise KnownError("feedback.not_sent")
        if before.status is FeedbackStatus.SENT:
            seen = replace(before, acknowledged_at=session.now(), acknowledged_by=session.actor.staff_id)
            step(action, seen, "acknowledged", FeedbackStatus.SENT)
            action.saw(before.person_id, "feedback_read")
    return action.changes


def received(session: Session) -> tuple[ReceivedFeedback, ...]:
    """Feedback for the practices of the person at work that nobody there has seen, oldest first.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.READ_FEEDBACK)
    sites = session.actor.site_ids
    marks = ", ".join("?" * len(sites))
    found = rows.where(
        session.db,
        Feedback,
        f"status = ? AND site_id IN ({marks})",
        (FeedbackStatus.SENT, *sites),
        order="sent_at, id",
    )
    known = persons(session, [one.person_id for one in found])
    names = staff_names(session)
    return tuple(
        ReceivedFeedback(
            replace(one, soap=_in_order(one.soap)), known.get(one.person_id), names.get(one.prepared_by, "")
        )
        for one in found
    )


def new_feedback(
    session: Session, appointment: Appointment, moment: FeedbackMoment, since: date, episode_id: str
) -> Feedback:
    """The dated duty that a visit brings; it holds no text until the worker approves it."""
    return Feedback(
        id=session.new_id(),
        site_id=appointment.site_id,
        person_id=appointment.person_id,
        appointment_id=appointment.id,
        moment=moment,
        due_on=soap.feedback_due(moment, since),
        practitioner=appointment.practitioner,
        prepared_by=session.actor.staff_id,
        episode_id=episode_id,
    )


def prepare(action: Action, duty: Feedback) -> None:
    """Write a duty down, inside an intention: a new one, or what a waiting one is about from now on."""
    if rows.get(action.session.db, Feedback, duty.id) is None:
        action.start(duty, "prepared")
    else:
        step(action, duty, "prepared", FeedbackStatus.PREPARED)


def send(action: Action, feedback: Feedback, lines: Mapping[str, str], how: str) -> None:
    """Send a duty with its checked lines, inside an intention, while consent stands. Raises as `approve` does."""
    session = action.session
    checked = sayable(session, feedback.person_id, feedback.site_id, lines)
    at: datetime = session.now()
    told = replace(feedback, soap=checked, sent_at=at, sent_how=how if how in HOW else HOW[0])
    step(action, told, "sent", FeedbackStatus.PREPARED)


def withdraw(action: Action, feedback: Feedback) -> None:
    """Bring sent feedback back to a duty without text, inside an intention. Raises as `take_back` does."""
    if feedback.status is FeedbackStatus.ACKNOWLEDGED:
        raise KnownError("feedback.acknowledged")
    if feedback.status is FeedbackStatus.SENT:
        step(action, feedback, "taken_back", FeedbackStatus.SENT)


def step(action: Action, asked: Feedback, verb: str, seen: FeedbackStatus) -> None:
    """Let it happen, inside an intention; replicas decide again in the hub's order. Only its own fields travel."""
    whole = msgspec.to_builtins(asked)
    body: dict[str, Any] = {"seen": str(seen), "fields": {name: whole[name] for name in sorted(CARRIES[verb])}}
    if seen is FeedbackStatus.SENT:
        body["sending"] = whole["sent_at"]
    action.event("feedback", asked.id, verb, body, space=f"practice/{asked.site_id}")


def to_tell(session: Session, appointment_id: str) -> Feedback | None:
    """What the practice is still to hear from this visit, or else the last that it heard."""
    found = _about(session, appointment_id)[::-1]
    waiting = (one for one in found if one.status is FeedbackStatus.PREPARED)
    return next(waiting, next(iter(found), None))


def of_appointment(session: Session, appointment_id: str) -> Feedback | None:
    """The feedback that a visit itself brought, or None while it has no outcome."""
    return next(iter(_about(session, appointment_id)), None)


def standing_for(session: Session, patient: Patient, site_id: str) -> Standing:
    """Whether this practice may hear about this child today (Jeugdwet 7.3.11)."""
    related = rows.where(session.db, RelatedPerson, "patient_id = ? AND archived = 0", (patient.id,))
    consents = rows.where(session.db, Consent, "person_id = ?", (patient.id,))
    return evaluate(Scope.SHARE, FEEDBACK, site_id, patient.birth_date, related, consents, session.today())


def sayable(session: Session, person_id: str, site_id: str, lines: Mapping[str, str]) -> dict[str, str]:
    """The checked lines, when they are any and this practice may hear them. Raises as `approve` does."""
    checked = soap.check_soap(lines)
    if not checked:
        raise KnownError("feedback.empty")
    patient = rows.get(session.db, Patient, person_id)
    if patient is None or not standing_for(session, patient, site_id).is_given:
        raise KnownError("feedback.consent_missing")
    return checked


def staff_names(session: Session) -> dict[str, str]:
    """Names of colleagues by id."""
    return {str(row[0]): str(row[1]) for row in session.db.execute("SELECT id, name FROM staff").fetchall()}


def _about(session: Session, appointment_id: str) -> list[Feedback]:
    """Everything told from one visit: how the talk went, what changed since, and then perhaps how the help ended."""
    order = "moment = 'closure', moment = 'change', due_on, sent_at, id"
    return rows.where(session.db, Feedback, "appointment_id = ?", (appointment_id,), order=order)


def _lines(session: Session, appointment_id: str, standing: Standing | None, found: Feedback | None) -> dict[str, str]:
    """What may be told now: what all that was signed about this visit says, and what changed since they last heard."""
    if standing is None:
        return {}
    about = [one.status for one in _about(session, appointment_id)]
    heard = {FeedbackStatus.SENT, FeedbackStatus.ACKNOWLEDGED} & set(about)
    changed = found is not None and found.moment is FeedbackMoment.CHANGE
    knows = heard and not _is_corrected(session, appointment_id)
    fresh = news.lines(session, found.person_id, found.site_id)[-soap.MAX_LINES :] if found is not None else ()
    # News is told once, and a note can be read again: so the news keeps its lines, and the note has the others.
    room = soap.MAX_LINES - len(fresh)
    lines = {} if changed and knows else _of_notes(session, appointment_id, standing, room)
    if fresh:
        lines["P"] = "\n".join(filter(None, (lines.get("P", ""), *fresh)))
    return {letter: own for letter, own in _in_order(lines).items() if own}


def _of_notes(session: Session, appointment_id: str, standing: Standing, room: int) -> dict[str, str]:
    # Shown to the worker, who may read it all; sending asks for consent again.
    agreed = replace(standing, status=StandingStatus.GIVEN)
    found = [
        soap.prepare(
            one.form,
            as_corrected(one.note.answers, one.addenda),
            agreed,
            withheld=about_another(session, one.note),
            codes=resources.load_codes(),
        )
        for one in notes.of_visit(session, appointment_id)
        if one.form is not None
    ]
    return soap.together(found, limit=room)


def _is_corrected(session: Session, appointment_id: str) -> bool:
    """Whether a note of this visit was put right after the last time that the practice heard of it."""
    heard = max((one.sent_at for one in _about(session, appointment_id) if one.sent_at is not None), default=None)
    added = (one for signed in notes.of_visit(session, appointment_id) for one in signed.addenda)
    return heard is not None and any(one.correction and one.made_at > heard for one in added)


def _in_order(lines: Mapping[str, str]) -> dict[str, str]:
    """As a doctor reads them: S, O, E, P; a file or a message does not keep the order of letters."""
    return {letter: lines[letter] for letter in soap.LETTERS if letter in lines}


def _may_say(patient: Patient, standing: Standing) -> tuple[tuple[str, str], ...]:
    """Who can be asked now; nobody whose authority is still to be looked up, because that yes would not count."""
    if standing.is_given:
        return ()
    return tuple(
        (one.person_id, patient.given_name if one.person_id == PATIENT else one.name)
        for one in standing.missing
        if one.why not in {Why.AUTHORITY_UNKNOWN, Why.SECOND_UNKNOWN}
    )
