"""What a youth worker does: talks and notes, dossiers, consent, handovers, evaluation, and the rights of a family."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from gpconnect.demo import answers
from gpconnect.domain import moments
from gpconnect.domain.care import EndReason, EpisodeOfCare, Feedback, Outcome
from gpconnect.domain.consent import Decision, Scope
from gpconnect.domain.consenting import PATIENT, Why
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.erasure import Article, Erasure, ErasureStatus
from gpconnect.domain.evaluation import EnteredHow, Voice
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.domain.people import AuthorityBasis, Patient, RelatedPerson, VerifiedHow
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession
from gpconnect.services import (
    access,
    closing,
    consents,
    dossiers,
    erasing,
    evaluations,
    feedback,
    goals,
    handovers,
    notes,
    outcomes,
    patients,
    sharing,
    visits,
)
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.erasing import NewErasure
from gpconnect.services.evaluations import FormKey
from gpconnect.services.handovers import Content
from gpconnect.services.notes import NoteView
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.purposes import FEEDBACK, HANDOVER, HELP
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.campaigns.simulation.at_desk import BORN, CHILD, NAMES, Deed, NothingError, one_of, visit
from tests.campaigns.simulation.world import MOZAIEK, words_of
from tests.services.conftest import WALUWE

DRAFT = "krabbelkrabbel"
"""Stands in every draft and in no note: a draft is for the one who writes it."""
WITHIN = "pimpelmees"
"""Stands in every note: it is for the team."""
_WRITTEN = {"safety": "safe", "safety_changed": "no", "reasons": ["sleep"], "reached": "yes", "safe": "yes"}
_ASKED = 0.8
"""How often those who decide are asked before something leaves; otherwise what they said before must do."""
_S = AppointmentStatus
_H = HandoverStatus


def child(session: Session, dice: Random) -> Patient:
    """A dossier on this device; most often one of the first, so that colleagues meet in it."""
    known = rows.where(session.db, Patient, "NOT archived", order="opened_at, id")
    return one_of(dice, known[:2] if dice.random() < 0.6 else known)


def said(patient_id: str) -> str:
    """What a note about this child says; when the dossier is destroyed it must be nowhere."""
    return f"{WITHIN} {words_of(patient_id)}"


def talk(session: Session, dice: Random) -> None:
    visits.begin(session, visit(session, dice, _S.BOOKED, _S.ARRIVED).id)


def miss(session: Session, dice: Random) -> None:
    visits.miss(session, visit(session, dice, _S.BOOKED).id)


def type_on(session: Session, dice: Random) -> None:
    if dice.random() < 0.5:
        _, view = notes.open_visit(session, visit(session, dice, _S.IN_CONVERSATION).id)
    else:
        _, view = notes.open_patient(session, child(session, dice).id)
    text = f"{DRAFT} {words_of(session.actor.staff_id)} {dice.randrange(99)}"
    notes.save_draft(session, replace(view.draft, answers={"request": text}))


def sign(session: Session, dice: Random) -> None:
    drafts = rows.where(session.db, NoteDraft, "patient_id <> ''", order="started_at, id")
    if drafts and dice.random() < 0.8:
        _, view = notes.open_draft(session, one_of(dice, drafts).id)
    elif dice.random() < 0.5:
        _, view = notes.open_visit(session, visit(session, dice, _S.IN_CONVERSATION).id)
    else:
        _, view = notes.open_patient(session, child(session, dice).id)
    _sign(session, view)


def _sign(session: Session, view: NoteView) -> None:
    words = said(view.draft.patient_id)
    written = _WRITTEN | dict.fromkeys(("request", "wish", "agreements", "since", "with_whom"), words)
    _, signed = notes.sign(session, replace(view.draft, answers=written))
    if signed.problems:
        raise NothingError


def add(session: Session, dice: Random) -> None:
    note = one_of(dice, rows.where(session.db, Note, order="signed_at, id"))
    notes.add_addendum(session, note.id, said(note.patient_id))


def finish(session: Session, dice: Random) -> None:
    one = visit(session, dice, _S.IN_CONVERSATION)
    _, view = notes.open_visit(session, one.id)
    if not view.signed and dice.random() < 0.7:
        _sign(session, view)
    following = outcomes.propose_next(session, one.id)
    next_id = following[0].id if following and dice.random() < 0.4 else None
    outcomes.finish(session, one.id, dice.choice((Outcome.BRIEF_SUPPORT, Outcome.NO_FURTHER_HELP)), next_id)


def undo_finish(session: Session, dice: Random) -> None:
    outcomes.undo_finish(session, visit(session, dice, _S.FULFILLED).id)


def new_dossier(session: Session, dice: Random) -> None:
    """From a visit when there is one with a child: two workers may do that for the same child."""
    known = rows.where(session.db, Appointment, "person_id <> ''", order="booked_at, id")
    if known and dice.random() < 0.5:
        dossiers.open_from_booking(session, one_of(dice, known).id)
        return
    born = dice.choice(BORN)
    words = dice.choice(("", "Slaapt slecht"))
    new = NewDossier(dice.choice(NAMES), CHILD, f"{born:%d-%m-%Y}", site_id=WALUWE, words=words, despite=True)
    patients.add_dossier(session, new)


def edit_person(session: Session, dice: Random) -> None:
    phone, school = f"06 1234{dice.randrange(1000, 9999)}", f"School {dice.randrange(99)}"
    typed = {"phone": phone} if dice.random() < 0.7 else {"school": school}
    patients.edit_patient(session, child(session, dice).id, typed)


def save_related(session: Session, dice: Random) -> None:
    patient = child(session, dice)
    known = rows.where(session.db, RelatedPerson, "patient_id = ?", (patient.id,), order="id")
    person_id = one_of(dice, known).id if known and dice.random() < 0.7 else ""
    basis = dice.choice((AuthorityBasis.REGISTER, AuthorityBasis.UNKNOWN))
    how = VerifiedHow.REGISTER if basis is AuthorityBasis.REGISTER else VerifiedHow.NOT
    typed = TypedPerson(
        f"Karin {CHILD}", phone=f"06 1234{dice.randrange(1000, 9999)}", authority=basis, verified_how=how
    )
    patients.save_related(session, patient.id, typed, person_id)


def archive(session: Session, dice: Random) -> None:
    patients.archive_dossier(session, child(session, dice).id)


def questions(session: Session) -> tuple[Question, ...]:
    return (
        Question(Scope.HELP, HELP, session.actor.team_id, session.actor.organization),
        Question(Scope.SHARE, FEEDBACK, WALUWE, "Praktijk De Waluwe"),
        Question(Scope.SHARE, HANDOVER, MOZAIEK, "Mozaïek jeugdhulp"),
    )


def consent(session: Session, dice: Random) -> None:
    patient = child(session, dice)
    day = session.today() - timedelta(days=dice.choice((0, 0, 0, 1)))
    new = NewConsent(patient.id, dice.choice(questions(session)), _giver(session, dice, patient), acted_on=day)
    consents.record_consent(session, new)


def withdraw(session: Session, dice: Random) -> None:
    patient = child(session, dice)
    consents.withdraw(session, patient.id, dice.choice(questions(session)), _giver(session, dice, patient))


def _giver(session: Session, dice: Random, patient: Patient) -> str:
    known = rows.where(session.db, RelatedPerson, "patient_id = ?", (patient.id,), order="id")
    return dice.choice((PATIENT, *(one.id for one in known)))


def hand_over(session: Session, dice: Random) -> None:
    patient = child(session, dice)
    words = said(patient.id)
    points = dict.fromkeys(("reason", "assessment", "question", "case_lead", "consent"), words)
    content = Content(points, access_route=AccessRoute.DECISION)
    for question in questions(session)[2:]:
        consents.record_consent(session, NewConsent(patient.id, question, PATIENT, Decision.GIVEN))
    handovers.create_handover(session, patient.id, MOZAIEK, content)


def _all_agree(session: Session, patient_id: str, question: Question) -> None:
    """Whose authority nobody looked up is looked up, and everybody who decides is asked and says yes."""
    for _ in range(2):
        standing = consents.standing_for(session, patient_id, question.scope, question.recipient, question.purpose)
        for one in standing.missing:
            if one.why is not Why.AUTHORITY_UNKNOWN:
                given_by = one.person_id
                consents.record_consent(session, NewConsent(patient_id, question, given_by, Decision.GIVEN))
                continue
            looked_up = TypedPerson(
                one.name or f"Karin {CHILD}",
                authority=AuthorityBasis.REGISTER,
                verified_how=VerifiedHow.REGISTER,
            )
            patients.save_related(session, patient_id, looked_up, one.person_id)


def hand_over_on(session: Session, dice: Random) -> None:
    """The next step of a handover, or one that somebody took meanwhile."""
    one = one_of(dice, rows.where(session.db, Handover, order="created_at, id"))
    today = session.today()
    if one.status is _H.REQUESTED and one.sent_at is None:
        if dice.random() < _ASKED:
            _all_agree(session, one.patient_id, questions(session)[2])
        handovers.send(session, one.id, how="phone")
    elif dice.random() < 0.2:
        handovers.cancel(session, one.id, "Gezin wil niet meer")
    elif one.status is _H.REQUESTED:
        choice = dice.randrange(3)
        if choice == 0:
            handovers.accept(session, one.id, today, by="Iris Blok")
        elif choice == 1:
            handovers.postpone(session, one.id, today + timedelta(days=9), by="Iris Blok")
        else:
            handovers.reject(session, one.id, "Wachtlijst vol", by="Iris Blok")
    elif one.status is _H.ON_HOLD:
        handovers.agree_to_date(session, one.id)
    elif one.status is _H.ACCEPTED:
        handovers.begin(session, one.id, today)
    else:
        handovers.complete(session, one.id, "Iris Blok")


def evaluate(session: Session, dice: Random) -> None:
    episode = one_of(dice, rows.where(session.db, EpisodeOfCare, "started_on IS NOT NULL", order="id"))
    patient = rows.require(session.db, Patient, episode.patient_id)
    due = [one for one in moments.due_forms(episode, patient.birth_date, session.today()) if one.voice is not Voice.GP]
    asked = one_of(dice, due)
    told = answers.evaluation(dice, asked.voice, asked.form, asked.moment, helped=True)
    key = FormKey(episode.id, asked.moment, asked.voice)
    _, handed = evaluations.hand_in(session, key, told, EnteredHow.SCREEN)
    if handed.problems:
        raise NothingError


def set_goal(session: Session, dice: Random) -> None:
    patient = child(session, dice)
    goals.add_goal(session, patient.id, said(patient.id))


def allow_feedback(session: Session, dice: Random) -> None:
    one = one_of(dice, rows.where(session.db, Appointment, "person_id <> ''", order="booked_at, id"))
    feedback.allow(session, one.id, PATIENT)


def tell(session: Session, dice: Random) -> None:
    one = one_of(dice, rows.where(session.db, Feedback, "status = 'prepared'", order="id"))
    if dice.random() < _ASKED:
        _all_agree(session, one.person_id, Question(Scope.SHARE, FEEDBACK, one.site_id, "De praktijk"))
    feedback.approve(session, one.id, {"S": "Het gaat beter"})


def take_back(session: Session, dice: Random) -> None:
    feedback.take_back(session, one_of(dice, rows.where(session.db, Feedback, "status = 'sent'", order="id")).id)


def ask_to_erase(session: Session, dice: Random) -> None:
    erasing.request(session, NewErasure(child(session, dice).id, Article.ON_REQUEST, erasing.LEGAL))


def erase_part(session: Session, dice: Random) -> None:
    note = one_of(dice, rows.where(session.db, Note, order="signed_at, id"))
    erasing.request(session, NewErasure(note.patient_id, Article.ON_REQUEST, erasing.LEGAL, (f"note:{note.id}",)))


def undo_erasure(session: Session, dice: Random) -> None:
    asked = rows.where(session.db, Erasure, "status = ?", (ErasureStatus.REQUESTED,), order="requested_at, id")
    erasing.undo(session, one_of(dice, asked).id)


def destroy(session: Session, dice: Random) -> None:
    erasing.destroy(session, one_of(dice, erasing.due(session))[0].id)


def choose(session: Session, dice: Random) -> None:
    found = one_of(dice, sharing.conflicts(session))
    sharing.choose(session, found.kind, found.record, found.group, one_of(dice, found.versions).op_id)


def close_half_day(session: Session, dice: Random) -> None:
    half_days = rows.where(session.db, HalfDaySession, order="day, id")
    visits.close_half_day(session, one_of(dice, half_days).id)


def reopen_half_day(session: Session, dice: Random) -> None:
    closed = rows.where(session.db, HalfDaySession, "status <> 'open'", order="day, id")
    visits.reopen_half_day(session, one_of(dice, closed).id)


def end_episode(session: Session, dice: Random) -> None:
    going = rows.where(session.db, EpisodeOfCare, "ended_on IS NULL", order="id")
    closing.end_episode(session, one_of(dice, going).id, EndReason.EARLY_CLIENT)


def restrict(session: Session, dice: Random) -> None:
    mine = rows.where(session.db, Patient, "case_lead = ?", (session.actor.staff_id,), order="opened_at, id")
    one = one_of(dice, mine)
    access.restrict(session, one.id, None if one.restricted_to else ())


DEEDS: dict[str, Deed] = {
    "talk": talk,
    "miss": miss,
    "type": type_on,
    "sign": sign,
    "add": add,
    "finish": finish,
    "undo_finish": undo_finish,
    "new_dossier": new_dossier,
    "edit_person": edit_person,
    "save_related": save_related,
    "archive": archive,
    "consent": consent,
    "withdraw": withdraw,
    "hand_over": hand_over,
    "hand_over_on": hand_over_on,
    "evaluate": evaluate,
    "set_goal": set_goal,
    "allow_feedback": allow_feedback,
    "tell": tell,
    "take_back": take_back,
    "ask_to_erase": ask_to_erase,
    "erase_part": erase_part,
    "undo_erasure": undo_erasure,
    "destroy": destroy,
    "choose": choose,
    "close_half_day": close_half_day,
    "reopen_half_day": reopen_half_day,
    "end_episode": end_episode,
    "restrict": restrict,
}
