"""Consent in the dossier: the age rule, one person at a time, and withdrawal at once."""

from datetime import date

import pytest

from gpconnect.domain.consent import Consent, Decision, Form, Scope
from gpconnect.domain.consenting import Party, StandingStatus, Why
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import AuthorityBasis, Patient, VerifiedHow
from gpconnect.services import consents, dossier_views, patients
from gpconnect.services.cards import SHARING
from gpconnect.services.consents import ConsentLine, NewConsent, Question, Stops
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.purposes import FEEDBACK, HELP
from gpconnect.services.session import Session
from gpconnect.storage import access_log, operations, rows
from tests.services.conftest import TEAM, WALUWE, Clock

BY_HELP = Question(Scope.HELP, HELP, TEAM, "Buurtzorg Jong")
TO_GP = Question(Scope.SHARE, FEEDBACK, WALUWE, "Praktijk De Waluwe")


def a_child(session: Session, birth_date: str) -> tuple[str, str]:
    _, opened = patients.add_dossier(session, NewDossier("Yusuf", "Demir", birth_date, site_id=WALUWE))
    mother = TypedPerson("Elif", authority=AuthorityBasis.REGISTER, verified_how=VerifiedHow.REGISTER)
    _, mother_id = patients.save_related(session, opened.patient_id, mother)
    return opened.patient_id, mother_id


def line(session: Session, patient_id: str, purpose: str) -> ConsentLine:
    found = consents.consent_lines(session, rows.require(session.db, Patient, patient_id))
    return next(one for one in found if one.question.purpose == purpose)


def test_at_fourteen_the_youth_and_the_parents_agree_to_help_and_the_youth_alone_to_sharing(worker: Session) -> None:
    patient_id, mother = a_child(worker, "3-4-2012")
    before = line(worker, patient_id, HELP)
    assert (before.parties, before.articles) == ((Party.YOUTH, Party.PARENTS), ("7.3.4",))
    assert [one.given_by for one in before.asked] == ["patient", mother]

    consents.record_consent(worker, NewConsent(patient_id, BY_HELP, "patient"))
    assert consents.standing_for(worker, patient_id, Scope.HELP, TEAM).status is StandingStatus.MISSING
    consents.record_consent(worker, NewConsent(patient_id, BY_HELP, mother, form=Form.WRITTEN))

    after = line(worker, patient_id, HELP)
    assert after.standing.is_given
    assert [(one.name, one.decision, one.form) for one in after.asked] == [
        ("", Decision.GIVEN, Form.ORAL),
        ("Elif", Decision.GIVEN, Form.WRITTEN),
    ]
    assert line(worker, patient_id, FEEDBACK).parties == (Party.YOUTH,)


def test_withdrawal_counts_at_once_and_says_what_it_stops(worker: Session) -> None:
    patient_id, _ = a_child(worker, "3-4-2012")
    consents.record_consent(worker, NewConsent(patient_id, TO_GP, "patient"))
    assert consents.standing_for(worker, patient_id, Scope.SHARE, WALUWE).is_given

    _, stops = consents.withdraw(worker, patient_id, TO_GP, "patient")

    after = line(worker, patient_id, FEEDBACK)
    assert stops is after.stops is Stops.FEEDBACK
    assert after.standing.status is StandingStatus.WITHDRAWN
    assert {one.decision for one in after.past} == {Decision.GIVEN, Decision.WITHDRAWN}


def test_help_without_the_parents_needs_a_written_reason_beside_the_own_yes(worker: Session) -> None:
    patient_id, _ = a_child(worker, "3-4-2012")
    reason = "Wil dit zelf, ook na bedenktijd"
    consents.record_consent(worker, NewConsent(patient_id, BY_HELP, "patient", reason=reason))

    after = line(worker, patient_id, HELP)
    assert after.standing.is_given
    assert (after.exception, after.articles, after.parties) == (reason, ("7.3.4 lid 2",), (Party.YOUTH,))


def test_a_yes_of_a_parent_to_sharing_ends_at_the_twelfth_birthday(worker: Session, clock: Clock) -> None:
    patient_id, mother = a_child(worker, "1-12-2014")
    consents.record_consent(worker, NewConsent(patient_id, TO_GP, mother))
    assert line(worker, patient_id, FEEDBACK).standing.is_given

    clock.move_to(date(2026, 12, 1))

    after = line(worker, patient_id, FEEDBACK)
    assert after.standing.status is StandingStatus.MISSING
    assert [(one.given_by, one.why) for one in after.asked] == [("patient", Why.NOT_ASKED)]
    assert dossier_views.look_again(worker, patient_id).turned == (12, date(2026, 12, 1))


def test_a_parent_whose_authority_nobody_checked_is_still_to_be_asked(worker: Session) -> None:
    _, opened = patients.add_dossier(worker, NewDossier("Bo", "Bos", "1-1-2020"))
    assert line(worker, opened.patient_id, HELP).asked[0].given_by == ""
    _, father = patients.save_related(worker, opened.patient_id, TypedPerson("Jan"))
    consents.record_consent(worker, NewConsent(opened.patient_id, BY_HELP, father))

    (asked,) = line(worker, opened.patient_id, HELP).asked
    assert (asked.why, asked.decision) == (Why.AUTHORITY_UNKNOWN, Decision.GIVEN)


def test_what_a_practice_asked_stays_in_its_space_and_the_rest_with_the_team(worker: Session) -> None:
    patient_id, _ = a_child(worker, "3-4-2012")
    desk = Question(Scope.SHARE, SHARING, WALUWE)
    consents.record_consent(worker, NewConsent(patient_id, desk, "patient"))
    consents.record_consent(worker, NewConsent(patient_id, TO_GP, "patient"))
    elsewhere = Question(Scope.SHARE, "handover", "99" * 16)
    consents.record_consent(worker, NewConsent(patient_id, elsewhere, "patient"))

    spaces = {
        one.purpose: operations.of_record(worker.db, "consent", one.id)[0].space
        for one in rows.where(worker.db, Consent)
    }
    assert spaces[SHARING] == f"practice/{WALUWE}"
    assert spaces[FEEDBACK] == worker.team_space
    names = {
        one.question.purpose: one.question.recipient_name
        for one in dossier_views.look_again(worker, patient_id).consents
    }
    assert (names["handover"], names[SHARING]) == ("Mozaïek jeugdhulp", "Praktijk De Waluwe")
    assert line(worker, patient_id, SHARING).stops is Stops.BOOKINGS
    assert line(worker, patient_id, "handover").stops is Stops.SENDING
    assert access_log.of_patient(worker.db, patient_id)[0].purpose == "consent.recorded"


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 11, 25), "consent.day_future"), (date(2000, 1, 1), "consent.day_before_birth")]
)
def test_a_day_that_cannot_be_is_refused(worker: Session, day: date, code: str) -> None:
    patient_id, _ = a_child(worker, "3-4-2012")
    with pytest.raises(KnownError) as refusal:
        consents.record_consent(worker, NewConsent(patient_id, TO_GP, "patient", acted_on=day))
    assert refusal.value.code == code
    assert rows.count(worker.db, Consent) == 0


def test_nobody_consents_for_a_child_of_somebody_else(worker: Session) -> None:
    patient_id, _ = a_child(worker, "3-4-2012")
    _, other = patients.add_dossier(worker, NewDossier("Bo", "Bos", "1-1-2020"))
    _, stranger = patients.save_related(worker, other.patient_id, TypedPerson("Jan"))
    with pytest.raises(KnownError) as refusal:
        consents.record_consent(worker, NewConsent(patient_id, TO_GP, stranger))
    assert refusal.value.code == "record.missing"
