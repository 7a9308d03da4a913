"""What the practice hears back."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import Feedback, FeedbackStatus, Outcome
from gpconnect.domain.consenting import StandingStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.domain.people import AuthorityBasis, RelatedPerson, Relation, VerifiedHow
from gpconnect.domain.rights import Ground
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment
from gpconnect.services import feedback, handover_views, outcomes, patients, rights
from gpconnect.services.acting import acting
from gpconnect.services.patients import TypedPerson
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.visits_help import a_talk_with_note

LINES = {"S": "Slaapt slecht"}
CHILD_OF_NINE = date(2017, 3, 2)


def prepared_feedback(session: Session, visit: str) -> str:
    return outcomes.finish(session, visit, Outcome.BRIEF_SUPPORT)[1].feedback_id


def test_from_twelve_the_youth_is_asked_and_then_it_is_sent_and_seen(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    told = prepared_feedback(worker, visit)
    assert feedback.prepared(worker, visit).may_say == (("patient", "Noor"),)

    feedback.allow(worker, visit, "patient")
    feedback.approve(worker, told, LINES, "copied")

    sent = rows.require(worker.db, Feedback, told)
    assert (sent.status, sent.sent_how, sent.soap) == (FeedbackStatus.SENT, "copied", LINES)
    (line,) = feedback.received(worker)
    assert (line.worker_name, line.feedback.id) == ("Sanne de Vries", told)

    feedback.acknowledge(worker, told)
    feedback.acknowledge(worker, told)
    assert rows.require(worker.db, Feedback, told).acknowledged_by == worker.actor.staff_id
    assert feedback.received(worker) == ()
    assert feedback.prepared(worker, visit).lines == LINES


def test_lines_are_read_in_the_order_of_doctors_however_they_were_kept(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    told = prepared_feedback(worker, visit)
    feedback.allow(worker, visit, "patient")
    with transaction(worker.db):
        lines = {"E": "Spanning", "O": "Rustig", "P": "Vijf gesprekken", "S": "Slaapt slecht"}
        prepared = rows.require(worker.db, Feedback, told)
        rows.put(worker.db, replace(prepared, soap=lines, status=FeedbackStatus.SENT, sent_at=worker.now()))

    (received,) = feedback.received(worker)
    assert list(received.feedback.soap) == ["S", "O", "E", "P"]
    assert list(feedback.prepared(worker, visit).lines) == ["S", "O", "E", "P"]


def test_below_twelve_a_parents_yes_counts_once_their_authority_was_looked_up(worker: Session) -> None:
    visit = a_talk_with_note(worker, birth_date=CHILD_OF_NINE)
    child = rows.require(worker.db, Appointment, visit).person_id
    assert feedback.prepared(worker, visit).may_say == ()
    typed = TypedPerson("Elif", authority=AuthorityBasis.REGISTER)
    mother = patients.save_related(worker, child, typed)[1]
    assert feedback.prepared(worker, visit).may_say == ()
    feedback.allow(worker, visit, mother)
    assert standing_of(worker, visit) is StandingStatus.MISSING

    patients.save_related(worker, child, replace(typed, verified_how=VerifiedHow.REGISTER), mother)

    assert standing_of(worker, visit) is StandingStatus.GIVEN


def standing_of(session: Session, visit: str) -> StandingStatus | None:
    standing = feedback.prepared(session, visit).standing
    return standing.status if standing else None


def test_both_parents_with_authority_are_asked_by_name(worker: Session) -> None:
    visit = a_talk_with_note(worker, birth_date=CHILD_OF_NINE)
    child = rows.require(worker.db, Appointment, visit).person_id
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        for place, name in enumerate(("Anna", "Bas")):
            action.write(
                RelatedPerson(
                    f"{place}{place}" * 16,
                    child,
                    name,
                    Relation.PARENT,
                    authority=AuthorityBasis.BY_BIRTH,
                    verified_how=VerifiedHow.DOCUMENT,
                )
            )

    feedback.allow(worker, visit, "00" * 16)

    view = feedback.prepared(worker, visit)
    assert view.standing is not None
    assert view.standing.status is StandingStatus.MISSING
    assert view.may_say == (("11" * 16, "Bas"),)


def test_what_was_not_agreed_is_not_sent(worker: Session) -> None:
    told = prepared_feedback(worker, a_talk_with_note(worker))

    with pytest.raises(KnownError, match=r"feedback\.consent_missing"):
        feedback.approve(worker, told, LINES)
    with pytest.raises(KnownError, match=r"feedback\.empty"):
        feedback.approve(worker, told, {"S": " "})
    with pytest.raises(KnownError, match=r"feedback\.not_sent"):
        feedback.acknowledge(worker, told)


def test_sent_feedback_is_taken_back_until_it_was_seen(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    told = prepared_feedback(worker, visit)
    feedback.allow(worker, visit, "patient")
    feedback.approve(worker, told, LINES)
    with pytest.raises(KnownError, match=r"feedback\.already_sent"):
        feedback.approve(worker, told, LINES)

    feedback.take_back(worker, told)

    assert rows.require(worker.db, Feedback, told).soap == {}


def test_what_was_marked_as_about_another_later_is_not_prepared_for_the_doctor(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, visit).person_id
    (note,) = rows.where(worker.db, Note)
    assert feedback.prepared(worker, visit).lines["P"] == "Sanne belt maandag"
    assert handover_views.sources_of(worker, child)["actions"][0] == "Sanne belt maandag"

    rights.withhold(
        worker, child, NewWithholding("note", note.id, Ground.PRIVACY_OF_ANOTHER, "Over Sanne", "agreements")
    )
    assert "P" not in feedback.prepared(worker, visit).lines
    assert "actions" not in handover_views.sources_of(worker, child)
    assert feedback.prepared(worker, visit).lines["S"] == "Ik wil weer slapen"

    rights.withhold(worker, child, NewWithholding("note", note.id, Ground.PRIVACY_OF_ANOTHER, "Alles"))
    assert feedback.prepared(worker, visit).lines == {}
    for one in rights.overview(worker, child).kept:
        rights.lift(worker, one.withholding.id)
    assert feedback.prepared(worker, visit).lines["P"] == "Sanne belt maandag"
