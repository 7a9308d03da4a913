"""What cannot wait: a task for today, with what the family said where that may be known."""

from gpconnect.domain.consent import Decision
from gpconnect.domain.schedule import SafetyTask
from gpconnect.services import booking, duties, held_details
from gpconnect.services.booking import Booked
from gpconnect.services.cards import Sharing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.test_booking import WORDS, a_request


def test_what_the_family_said_goes_with_an_urgent_task_once_they_agree(gp: Session) -> None:
    _, result = booking.raise_urgent(gp, a_request(gp, slot_id=""))
    assert isinstance(result, Booked)
    (told,) = duties.list_duties(gp)
    assert told.about == f"spanning of angst, slapen – {WORDS}"
    assert rows.require(gp.db, SafetyTask, result.task_id).words == ""

    held_details.record_sharing(gp, result.person_id, "patient", Decision.GIVEN)
    assert rows.require(gp.db, SafetyTask, result.task_id).words == WORDS
    assert held_details.held(gp.db, result.task_id) == held_details.Details()

    (told,) = duties.list_duties(gp)
    assert told.about == f"spanning of angst, slapen – {WORDS}"


def test_with_consent_the_words_are_in_the_urgent_task_at_once(gp: Session) -> None:
    _, result = booking.raise_urgent(gp, a_request(gp, slot_id="", sharing=Sharing.GIVEN, given_by="patient"))
    assert isinstance(result, Booked)

    assert rows.require(gp.db, SafetyTask, result.task_id).words == WORDS
