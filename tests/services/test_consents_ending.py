"""A yes that counts until a day: it ends by itself, and is asked again before that."""

from datetime import date

import pytest

from gpconnect.domain.care import Outcome
from gpconnect.domain.consent import Consent, Decision, Ground, Scope
from gpconnect.domain.consenting import StandingStatus, ending_by
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment
from gpconnect.services import consents, duties, handovers, outcomes
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import FEEDBACK, HANDOVER
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import WALUWE, Clock
from tests.services.dossier_help import MOZAIEK, OLD_ENOUGH, a_dossier
from tests.services.visits_help import a_talk_with_note

TO_GP = Question(Scope.SHARE, FEEDBACK, WALUWE, "Praktijk De Waluwe")
LAST = date(2026, 12, 31)


@pytest.fixture
def child(worker: Session) -> str:
    """A girl of sixteen in care."""
    visit = a_talk_with_note(worker)
    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    return rows.require(worker.db, Appointment, visit).person_id


def status(session: Session, child: str) -> StandingStatus:
    return consents.standing_for(session, child, Scope.SHARE, WALUWE, FEEDBACK).status


def asked_again(session: Session) -> list[Duty]:
    return [one.duty for one in duties.list_duties(session) if one.duty.kind is DutyKind.CONSENT_EXPIRES]


def test_a_yes_counts_through_its_last_day(worker: Session, clock: Clock, child: str) -> None:
    consents.record_consent(worker, NewConsent(child, TO_GP, "patient", expires_on=LAST))
    (line,) = [
        one
        for one in consents.consent_lines(worker, rows.require(worker.db, Patient, child))
        if one.question.purpose == FEEDBACK
    ]
    assert line.asked[0].expires_on == LAST

    clock.forward(days=37)
    assert (worker.today(), status(worker, child)) == (LAST, StandingStatus.GIVEN)
    clock.forward(days=1)
    assert status(worker, child) is StandingStatus.EXPIRED


def test_it_is_a_duty_from_two_weeks_before_until_somebody_answers(worker: Session, clock: Clock, child: str) -> None:
    consents.record_consent(worker, NewConsent(child, TO_GP, "patient", expires_on=LAST))
    clock.forward(days=22)
    assert asked_again(worker) == []
    clock.forward(days=1)
    (duty,) = asked_again(worker)
    assert (duty.due_on, duty.patient_id, duty.params) == (LAST, child, {"purpose": FEEDBACK})
    clock.forward(days=30)
    assert [one.is_overdue(worker.today()) for one in asked_again(worker)] == [True]

    consents.record_consent(worker, NewConsent(child, TO_GP, "patient"))
    assert asked_again(worker) == []
    assert status(worker, child) is StandingStatus.GIVEN


@pytest.mark.parametrize("decision", [Decision.REFUSED, Decision.WITHDRAWN])
def test_a_no_ends_the_asking(worker: Session, child: str, decision: Decision) -> None:
    consents.record_consent(worker, NewConsent(child, TO_GP, "patient", expires_on=worker.today()))
    assert len(asked_again(worker)) == 1

    consents.record_consent(worker, NewConsent(child, TO_GP, "patient", decision, expires_on=LAST))

    assert asked_again(worker) == []
    last = rows.where(worker.db, Consent, "decision = ?", (decision,))
    assert [one.expires_on for one in last] == [None]


def test_nobody_asks_again_when_help_has_ended_or_who_does_not_decide(worker: Session, child: str) -> None:
    consents.record_consent(worker, NewConsent(child, TO_GP, "patient", expires_on=worker.today()))
    assert len(asked_again(worker)) == 1
    mother = consents_of_a_mother(worker, child)
    assert [one.about for one in asked_again(worker)] != [mother]
    assert len(asked_again(worker)) == 1, "a mother does not decide about sharing for somebody of sixteen"

    visit = a_talk_with_note(worker, 1, person_id=child)
    outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)
    assert asked_again(worker) == []


def consents_of_a_mother(session: Session, child: str) -> str:
    from gpconnect.services import patients
    from gpconnect.services.patients import TypedPerson

    mother = patients.save_related(session, child, TypedPerson("Elif"))[1]
    consents.record_consent(session, NewConsent(child, TO_GP, mother, expires_on=session.today()))
    return mother


def test_a_last_day_before_today_is_refused(worker: Session, child: str) -> None:
    for ends in (date(2026, 11, 23), date(2026, 1, 1)):
        with pytest.raises(KnownError, match=r"consent\.ends_before"):
            consents.record_consent(worker, NewConsent(child, TO_GP, "patient", expires_on=ends))
    assert ending_by(rows.where(worker.db, Consent), LAST) == ()


def test_a_yes_to_a_handover_is_asked_again_until_that_has_left(worker: Session) -> None:
    child = a_dossier(worker, birth_date=OLD_ENOUGH)
    question = Question(Scope.SHARE, HANDOVER, MOZAIEK, "Mozaïek jeugdhulp")
    consents.record_consent(worker, NewConsent(child, question, "patient", expires_on=worker.today()))
    assert asked_again(worker) == [], "nothing is to leave for Mozaïek"

    content = Content(access_route=AccessRoute.DECISION, ground=Ground.DIRECTLY_INVOLVED, ground_reason="Helpt al mee")
    handover = handovers.create_handover(worker, child, MOZAIEK, content)[1]
    (duty,) = asked_again(worker)
    assert (duty.patient_id, duty.params) == (child, {"purpose": HANDOVER})

    handovers.cancel(worker, handover, "Te vroeg")
    assert asked_again(worker) == []
    handovers.send(worker, handovers.create_handover(worker, child, MOZAIEK, content)[1], None, "phone")
    assert asked_again(worker) == []
