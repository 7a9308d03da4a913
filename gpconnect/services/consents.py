"""Consent in the dossier: who must agree to what today, what they said, and what a withdrawal stops.

Help (Jeugdwet 7.3.4, 7.3.5) and sharing (7.3.11) are two questions with two rules; both are judged by age on the day
of the act (7.3.15). What a practice asked when it booked lives in the practice's space, everything else with the team.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gpconnect.domain.access import EventType
from gpconnect.domain.ages import age_on
from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackStatus
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Consent, Decision, Form, Scope
from gpconnect.domain.consenting import (
    PATIENT,
    YOUTH_DECIDES_FROM,
    YOUTH_JOINS_FROM,
    Party,
    Standing,
    Why,
    ending_by,
    evaluate,
    who_decides,
)
from gpconnect.domain.directory import Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import HandoverStatus
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.typed import REASON_LIMIT, clean_text
from gpconnect.services import feedback as telling
from gpconnect.services.acting import Action, acting
from gpconnect.services.cards import SHARING
from gpconnect.services.purposes import FEEDBACK, HANDOVER, HELP
from gpconnect.services.session import Session
from gpconnect.storage import rows

AHEAD = timedelta(days=14)
"""So long before a yes ends it is asked again: there is a talk in between."""


class Stops(StrEnum):
    """What a withdrawal ends, to be said in words before and after."""

    HELP = "help"
    BOOKINGS = "bookings"
    FEEDBACK = "feedback"
    SENDING = "sending"


@dataclass(frozen=True, slots=True)
class Question:
    """What consent is asked for: one purpose and one recipient."""

    scope: Scope
    purpose: str
    recipient: str
    recipient_name: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whose answer counts today.

    Attributes:
        given_by: ``patient``, the id of a related person, or empty while nobody is recorded.
        name: of a related person.
        decision: their last answer; None while they were not asked.
        acted_on: the day of that answer.
        why: why they are still to be asked, None once they agreed.
    """

    party: Party
    given_by: str
    name: str = ""
    decision: Decision | None = None
    acted_on: date | None = None
    form: Form = Form.ORAL
    why: Why | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One question of consent as the dossier shows it.

    Attributes:
        standing: the answer today; only ``given`` is a yes.
        parties: who decides at this age.
        articles: of the Jeugdwet, as the standing used them.
        exception: why the parents were left out at 12 to 15 (7.3.4 lid 2), or empty.
        past: every answer that was ever recorded, newest first.
    """

    question: Question
    standing: Standing
    age: int
    parties: tuple[Party, ...]
    articles: tuple[str, ...]
    asked: tuple[Asked, ...]
    stops: Stops
    exception: str = ""
    past: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True)
class NewConsent:
    """An answer as it is typed in.

    Attributes:
        given_by: ``patient`` or the id of a related person.
        acted_on: the day it was said; None is today.
        reason: why it was refused, or at 12 to 15 why help goes on without the parents.
        expires_on: the last day on which a yes counts; None until it is taken back.
    """

    patient_id: str
    question: Question
    given_by: str
    decision: Decision = Decision.GIVEN
    form: Form = Form.ORAL
    acted_on: date | None = None
    reason: str = ""
    expires_on: date | None = None


def standing_for(session: Session, patient_id: str, scope: Scope, recipient: str, purpose: str = "") -> Standing:
    """Whether something is agreed to today.

    Args:
        session: of the worker.
        patient_id: the child's dossier.
        scope: help or sharing.
        recipient: id of a team, site or provider.
        purpose: empty takes help for help and feedback for sharing.

    Raises:
        KnownError: ``record.missing``.
    """
    patient = rows.require(session.db, Patient, patient_id)
    question = Question(scope, purpose or (HELP if scope is Scope.HELP else FEEDBACK), recipient)
    related, consents = _known(session, patient_id)
    return _judge(question, patient, related, consents, session.today())


def consent_lines(session: Session, patient: Patient) -> tuple[ConsentLine, ...]:
    """Every question that matters for a child: help first, then feedback to the practice, then what was ever asked."""
    related, consents = _known(session, patient.id)
    return tuple(
        _line(question, patient, related, consents, session.today())
        for question in _questions(session, patient, consents)
    )


def consent_line(session: Session, patient: Patient, question: Question) -> ConsentLine:
    """One question of consent, also when nobody was ever asked it."""
    related, consents = _known(session, patient.id)
    return _line(question, patient, related, consents, session.today())


def record_consent(session: Session, new: NewConsent) -> Changes:
    """Write down what somebody said.

    Raises:
        KnownError: ``consent.day_future``, ``consent.day_before_birth``, ``consent.ends_before``,
            ``text.too_long``, ``text.control_character``, ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.RECORD_HELP_CONSENT) as action:
        patient = rows.require(session.db, Patient, new.patient_id)
        day = new.acted_on or session.today()
        if day > session.today():
            raise KnownError("consent.day_future")
        if day < patient.birth_date:
            raise KnownError("consent.day_before_birth")
        if new.expires_on is not None and new.expires_on < max(day, session.today()):
            raise KnownError("consent.ends_before")
        _write(action, patient, new, day)
    return action.changes


def withdraw(session: Session, patient_id: str, question: Question, given_by: str) -> tuple[Changes, Stops]:
    """Take consent back: at once, without a reason asked.

    What was seen stays seen; feedback that is not is taken back, and nothing new goes out.

    Raises:
        KnownError: ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.RECORD_HELP_CONSENT) as action:
        patient = rows.require(session.db, Patient, patient_id)
        new = NewConsent(patient_id, question, given_by, Decision.WITHDRAWN)
        _write(action, patient, new, session.today())
    return action.changes, _stops(question)


def refuse(action: Action, patient: Patient, question: Question, given_by: str) -> None:
    """Write down today's no beside something else that is done, inside an intention. Raises as `record_consent`."""
    new = NewConsent(patient.id, question, given_by, Decision.REFUSED)
    _write(action, patient, new, action.session.today())


def expiring(session: Session, patient_ids: Collection[str]) -> tuple[Consent, ...]:
    """Yeses of these children that end within `AHEAD`, or have ended, while help goes on: to be asked again.

    Only of those who still decide; what somebody took back, or a colleague asked anew, is no longer waited for. A yes
    to a handover is waited for until that has left.
    """
    condition = (
        "person_id IN (SELECT value FROM json_each(?)) AND (purpose IN (?, ?) OR purpose = ? AND EXISTS (SELECT 1 FROM"
        " handover h WHERE h.patient_id = consent.person_id AND h.provider_id = consent.recipient"
        " AND h.sent_at IS NULL AND h.status <> ?))"
    )
    asked = (tuple(sorted(patient_ids)), HELP, FEEDBACK, HANDOVER, HandoverStatus.CANCELLED)
    found = rows.where(session.db, Consent, condition, asked)
    ending = ending_by(found, session.today() + AHEAD)
    return tuple(one for one in ending if _is_waited_for(session, one))


def _is_waited_for(session: Session, consent: Consent) -> bool:
    open_ones = "patient_id = ? AND ended_on IS NULL"
    if not rows.count(session.db, EpisodeOfCare, open_ones, (consent.person_id,)):
        return False
    standing = standing_for(session, consent.person_id, consent.scope, consent.recipient, consent.purpose)
    return consent.given_by in {*standing.decided_by, *(one.person_id for one in standing.missing)}


def _write(action: Action, patient: Patient, new: NewConsent, day: date) -> None:
    session, question = action.session, new.question
    related = None if new.given_by == PATIENT else rows.require(session.db, RelatedPerson, new.given_by)
    if related is not None and related.patient_id != patient.id:
        raise KnownError("record.missing", kind="related_person")
    consent = Consent(
        id=session.new_id(),
        person_id=patient.id,
        scope=question.scope,
        purpose=question.purpose,
        recipient=question.recipient,
        given_by=new.given_by,
        decision=new.decision,
        acted_on=day,
        recorded_by=session.actor.staff_id,
        recorded_at=session.now(),
        given_by_name=related.name if related else "",
        recipient_name=question.recipient_name,
        form=new.form,
        reason=clean_text(new.reason, REASON_LIMIT),
        expires_on=new.expires_on if new.decision is Decision.GIVEN else None,
    )
    at_practice = question.purpose == SHARING
    action.write(consent, space=f"practice/{question.recipient}" if at_practice else session.team_space)
    action.saw(patient.id, "consent.recorded", event=EventType.CHANGE)
    if question.purpose == FEEDBACK and new.decision is not Decision.GIVEN:
        _take_back(action, patient, question)


def _take_back(action: Action, patient: Patient, question: Question) -> None:
    """What the practice was told and has not seen leaves its screen; what never left stays here (`withdrawals`)."""
    action.touch("feedback")
    if telling.standing_for(action.session, patient, question.recipient).is_given:
        return
    where = "person_id = ? AND site_id = ? AND status = ?"
    for one in rows.where(
        action.session.db, Feedback, where, (patient.id, question.recipient, FeedbackStatus.SENT), order="id"
    ):
        telling.withdraw(action, one)


def _known(session: Session, patient_id: str) -> tuple[list[RelatedPerson], list[Consent]]:
    related = rows.where(session.db, RelatedPerson, "patient_id = ? AND NOT archived", (patient_id,), order="name")
    consents = rows.where(session.db, Consent, "person_id = ?", (patient_id,), order="acted_on, recorded_at")
    return related, consents


def _questions(session: Session, patient: Patient, consents: Iterable[Consent]) -> list[Question]:
    db, actor = session.db, session.actor
    found = {(HELP, actor.team_id): Question(Scope.HELP, HELP, actor.team_id, actor.organization)}
    site = rows.get(db, Site, patient.site_id) if patient.site_id else None
    if site is not None:
        found[FEEDBACK, site.id] = Question(Scope.SHARE, FEEDBACK, site.id, site.name)
    for one in consents:
        key = (one.purpose, one.recipient)
        found.setdefault(key, Question(one.scope, one.purpose, one.recipient, _name(session, one)))
    return list(found.values())


def _name(session: Session, consent: Consent) -> str:
    if consent.recipient_name:
        return consent.recipient_name
    known = rows.get(session.db, Provider, consent.recipient) or rows.get(session.db, Site, consent.recipient)
    return known.name if known else ""


def _judge(
    question: Question, patient: Patient, related: Sequence[RelatedPerson], consents: Sequence[Consent], day: date
) -> Standing:
    # A practice asks whoever stands at its desk and knows no family: its own question is judged by its own rule.
    people = None if question.purpose == SHARING else related
    return evaluate(
        question.scope,
        question.purpose,
        question.recipient,
        patient.birth_date,
        people,
        consents,
        day,
        exception_reason=_exception(question, patient, consents, day),
    )


def _exception(question: Question, patient: Patient, consents: Iterable[Consent], day: date) -> str:
    """Why help goes on without the parents at 12 to 15: the reason beside the youth's own yes (7.3.4 lid 2)."""
    if question.scope is not Scope.HELP or not YOUTH_JOINS_FROM <= age_on(patient.birth_date, day) < YOUTH_DECIDES_FROM:
        return ""
    own = [
        one
        for one in consents
        if (one.purpose, one.recipient, one.given_by) == (question.purpose, question.recipient, PATIENT)
        and one.decision is Decision.GIVEN
    ]
    return own[-1].reason if own else ""


def _line(
    question: Question, patient: Patient, related: Sequence[RelatedPerson], consents: Sequence[Consent], day: date
) -> ConsentLine:
    standing = _judge(question, patient, related, consents, day)
    exception = _exception(question, patient, consents, day)
    age = age_on(patient.birth_date, day)
    about = [one for one in consents if (one.purpose, one.recipient) == (question.purpose, question.recipient)]
    names = {one.id: one.name for one in related}
    deciders = who_decides(question.scope, age, exception=bool(exception))
    return ConsentLine(
        question=question,
        standing=standing,
        age=age,
        parties=deciders.parties,
        articles=standing.articles,
        asked=_asked(standing, about, names),
        stops=_stops(question),
        exception=exception,
        past=tuple(sorted(about, key=lambda one: (one.acted_on, one.recorded_at), reverse=True)),
    )


def _asked(standing: Standing, about: Sequence[Consent], names: dict[str, str]) -> tuple[Asked, ...]:
    """Everybody who decides: those who did first, then those who are still to be asked."""
    last = {one.given_by: one for one in about}
    open_ones = {one.person_id: one for one in standing.missing}
    done = [one for one in standing.decided_by if one not in open_ones]
    found = [
        _answered(Party.YOUTH if one == PATIENT else Party.PARENTS, one, names.get(one, ""), last, None) for one in done
    ]
    found += [_answered(one.party, one.person_id, one.name, last, one.why) for one in open_ones.values()]
    return tuple(found)


def _answered(party: Party, given_by: str, name: str, last: dict[str, Consent], why: Why | None) -> Asked:
    consent = last.get(given_by)
    if consent is None:
        return Asked(party, given_by, name, why=why)
    said = (name or consent.given_by_name, consent.decision, consent.acted_on, consent.form, why, consent.expires_on)
    return Asked(party, given_by, *said)


def _stops(question: Question) -> Stops:
    if question.scope is Scope.HELP:
        return Stops.HELP
    return {SHARING: Stops.BOOKINGS, FEEDBACK: Stops.FEEDBACK}.get(question.purpose, Stops.SENDING)
