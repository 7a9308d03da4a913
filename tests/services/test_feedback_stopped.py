"""A no stops what the practice was to hear: at once, on every path, however far it was on its way (Jeugdwet 7.3.11)."""

from dataclasses import replace

import pytest

from gpconnect.domain.access import EventType
from gpconnect.domain.care import Encounter, Feedback, FeedbackStatus, Outcome
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KINDS
from gpconnect.domain.schedule import Appointment
from gpconnect.services import (
    applying,
    consents,
    duties,
    enrolling,
    feedback,
    notes,
    outcomes,
    patients,
    rights,
    sending,
    sharing,
    syncing,
)
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.patients import TypedPerson
from gpconnect.services.purposes import FEEDBACK, HELP
from gpconnect.services.session import Session
from gpconnect.storage import access_log, operations, rows
from tests.services.conftest import TEAM, WALUWE, Clock, MakeSession, put_common, with_pilot
from tests.services.online import Wire, client, sync
from tests.services.visits_help import a_booking, a_talk_with_note

PRACTICE = f"practice/{WALUWE}"
TO_GP = Question(Scope.SHARE, FEEDBACK, WALUWE, "Praktijk De Waluwe")
SECRET = "Slaapt slecht sinds de scheiding"


@pytest.fixture
def apart(make_session: MakeSession, wire: Wire) -> tuple[Session, Session]:
    """A doctor and the worker of their practice, who share its space."""
    gp, worker = with_pilot(make_session("gp")), make_session("worker")
    put_common(worker)
    enrolling.found(gp, PRACTICE)
    syncing.sync_now(gp, client(gp, wire))
    enrolling.admit(gp, PRACTICE, [enrolling.device_card(worker)])
    enrolling.follow(worker, [PRACTICE])
    enrolling.found(worker, worker.team_space)
    sync(gp, worker, wire=wire)
    return gp, worker


def told(session: Session, visit: str) -> str:
    """The youth agrees, the worker rounds off and sends; gives the feedback's id."""
    feedback.allow(session, visit, "patient")
    return outcomes.finish(session, visit, Outcome.BRIEF_SUPPORT, None, {"S": SECRET})[1].feedback_id


def child_of(session: Session, visit: str) -> str:
    return rows.require(session.db, Appointment, visit).person_id


def read_at(session: Session) -> list[dict[str, str]]:
    return [one.feedback.soap for one in feedback.received(session)]


def everything(session: Session) -> str:
    """All that this file holds, as a person with its key reads it."""
    tables = [name for (name,) in session.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    return str([session.db.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables])  # noqa: S608 - own names


@pytest.mark.parametrize("decision", [Decision.WITHDRAWN, Decision.REFUSED])
def test_what_was_approved_offline_never_reaches_the_practice_after_a_no(
    apart: tuple[Session, Session], wire: Wire, decision: Decision
) -> None:
    gp, worker = apart
    visit = a_booking(gp)
    sync(gp, worker, wire=wire)
    about = told(worker, visit)

    consents.record_consent(worker, NewConsent(child_of(worker, visit), TO_GP, "patient", decision))
    sync(worker, gp, wire=wire)

    assert rows.require(worker.db, Feedback, about).status is FeedbackStatus.PREPARED
    assert SECRET in everything(worker), "what is sought is what the worker wrote"
    assert SECRET not in everything(gp)
    assert read_at(gp) == []
    assert [one.reason for one in sharing.overview(worker).items] == ["consent.held_back"]
    assert applying.agrees(worker.db, "feedback", about)


def test_what_was_packed_already_is_taken_back_behind_it(apart: tuple[Session, Session], wire: Wire) -> None:
    gp, worker = apart
    visit = a_booking(gp)
    sync(gp, worker, wire=wire)
    about = told(worker, visit)
    assert sending.outgoing(worker, PRACTICE) is not None

    consents.withdraw(worker, child_of(worker, visit), TO_GP, "patient")
    sync(worker, gp, wire=wire)

    assert read_at(gp) == []
    assert [rows.require(one.db, Feedback, about).status for one in apart] == [FeedbackStatus.PREPARED] * 2


def test_what_was_sent_and_not_seen_leaves_the_screen_and_what_was_seen_stays(
    apart: tuple[Session, Session], wire: Wire
) -> None:
    gp, worker = apart
    visits = [a_booking(gp), a_booking(gp, 1, given_name="Tim")]
    sync(gp, worker, wire=wire)
    unseen, seen = (told(worker, visit) for visit in visits)
    sync(worker, gp, wire=wire)
    feedback.acknowledge(gp, seen)
    sync(gp, worker, wire=wire)

    for visit in visits:
        consents.withdraw(worker, child_of(worker, visit), TO_GP, "patient")
    sync(worker, gp, wire=wire)

    assert rows.require(gp.db, Feedback, unseen).status is FeedbackStatus.PREPARED
    assert rows.require(gp.db, Feedback, seen).status is FeedbackStatus.ACKNOWLEDGED


def test_the_no_of_a_colleague_stops_what_waits_on_another_computer(team: tuple[Session, Session], wire: Wire) -> None:
    sanne, joris = (with_pilot(one) for one in team)
    visit = a_talk_with_note(sanne)
    sync(sanne, joris, wire=wire)
    about = told(sanne, visit)
    consents.withdraw(joris, child_of(sanne, visit), TO_GP, "patient")

    sync(joris, sanne, wire=wire)

    assert rows.require(sanne.db, Feedback, about).status is FeedbackStatus.PREPARED
    waiting = operations.waiting(sanne.db, PRACTICE)
    assert "feedback.sent" not in {one.kind for one in waiting}


def test_a_later_yes_lets_it_be_sent_and_an_older_no_does_not_stop_that(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    about, child = told(worker, visit), child_of(worker, visit)
    consents.withdraw(worker, child, TO_GP, "patient")
    clock.forward(days=1)
    feedback.allow(worker, visit, "patient")
    feedback.approve(worker, about, {"S": "Slaapt beter"})

    for one in rows.where(worker.db, Consent, "decision = ?", (Decision.WITHDRAWN,)):
        applying.refold(worker.db, KINDS["consent"], one.id)

    assert rows.require(worker.db, Feedback, about).soap == {"S": "Slaapt beter"}


def test_the_no_of_who_does_not_decide_stops_nothing(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    about, child = told(worker, visit), child_of(worker, visit)
    mother = patients.save_related(worker, child, TypedPerson("Elif"))[1]

    consents.withdraw(worker, child, TO_GP, mother)

    assert rows.require(worker.db, Feedback, about).status is FeedbackStatus.SENT


def test_help_that_was_taken_back_ends_and_a_talk_that_was_held_still_gets_its_outcome(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    by_help = Question(Scope.HELP, HELP, TEAM, "Buurtzorg Jong")
    consents.record_consent(worker, NewConsent(child_of(worker, visit), by_help, "patient"))
    consents.withdraw(worker, child_of(worker, visit), by_help, "patient")
    slot = outcomes.propose_next(worker, visit)[0].id

    for outcome, following in (
        (Outcome.BRIEF_SUPPORT, None),
        (Outcome.BRIDGING, None),
        (Outcome.ADVICE_ONLY, slot),
    ):
        with pytest.raises(KnownError, match=r"help\.withdrawn"):
            outcomes.finish(worker, visit, outcome, following)
    assert rows.count(worker.db, Encounter) == 0
    assert outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)[1].encounter_id


def test_a_refused_telling_waits_for_nobody_until_somebody_says_yes(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    child = child_of(worker, visit)
    consents.record_consent(worker, NewConsent(child, TO_GP, "patient", Decision.REFUSED))
    outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)
    clock.forward(days=60)
    assert DutyKind.FEEDBACK_DUE not in waiting_kinds(worker)

    consents.record_consent(worker, NewConsent(child, TO_GP, "patient"))
    assert DutyKind.FEEDBACK_DUE in waiting_kinds(worker)
    consents.withdraw(worker, child, TO_GP, "patient")
    assert DutyKind.FEEDBACK_DUE not in waiting_kinds(worker)


def waiting_kinds(session: Session) -> set[DutyKind]:
    return {one.duty.kind for one in duties.list_duties(session)}


def test_copying_needs_what_sending_needs_and_is_on_record(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    child = child_of(worker, visit)
    with pytest.raises(KnownError, match=r"feedback\.consent_missing"):
        feedback.copy(worker, visit, {"S": SECRET})
    assert copies_on_record(worker, child) == []

    feedback.allow(worker, visit, "patient")

    assert feedback.copy(worker, visit, {"P": "Bellen\nZien", "S": SECRET}) == f"S  {SECRET}\nP  Bellen\nP  Zien"
    assert copies_on_record(worker, child) == [EventType.EXPORT]
    with pytest.raises(KnownError, match=r"feedback\.empty"):
        feedback.copy(worker, visit, {"S": " "})


def copies_on_record(session: Session, child: str) -> list[EventType]:
    return [one.type for one in access_log.of_patient(session.db, child) if one.purpose == "feedback_copy"]


def test_a_correction_after_sending_says_that_the_practice_has_the_old_words(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    (signed,) = notes.of_visit(worker, visit)
    rights.correct(worker, signed.note.id, "request", "Slaapt soms slecht", "Te stellig", "Noor")
    clock.forward(minutes=1)
    sent = told(worker, visit)
    assert not feedback.prepared(worker, visit).corrected, "the practice was told the right words"

    clock.forward(minutes=1)
    notes.add_addendum(worker, signed.note.id, "Moeder belde")
    assert not feedback.prepared(worker, visit).corrected
    rights.correct(worker, signed.note.id, "request", "Slaapt weer goed", "Was niet zo", "Noor")

    assert feedback.prepared(worker, visit).corrected
    (about,) = [one.duty.about for one in duties.list_duties(worker) if one.duty.kind is DutyKind.FEEDBACK_DUE]
    assert about != sent
    rights.correct(worker, signed.note.id, "agreements", "Niemand belt", "Was niet zo", "Noor")
    lines = feedback.prepared(worker, visit).lines
    assert lines == {"S": "Slaapt weer goed", "P": "Niemand belt"}

    clock.forward(minutes=1)
    feedback.approve(worker, about, lines)
    assert not feedback.prepared(worker, visit).corrected, "they have the right words now"
    assert DutyKind.FEEDBACK_DUE not in waiting_kinds(worker)
    assert rows.require(worker.db, Feedback, sent).soap == {"S": SECRET}


def test_a_correction_of_what_nobody_was_told_is_nobodys_duty(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    (signed,) = notes.of_visit(worker, visit)
    rights.correct(worker, signed.note.id, "request", "Slaapt soms slecht", "Te stellig", "Noor")
    assert DutyKind.FEEDBACK_DUE not in waiting_kinds(worker)

    _, view = notes.open_patient(worker, child_of(worker, visit))
    answers = {"request": "Bellen", "safety": "safe"}
    loose = notes.sign(worker, replace(view.draft, template="first_talk", answers=answers))[1]
    assert not loose.problems
    rights.correct(worker, loose.note_id, "request", "Niet bellen", "Was niet zo", "Noor")
    assert DutyKind.FEEDBACK_DUE not in waiting_kinds(worker)
