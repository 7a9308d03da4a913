"""When a practice hears, or that it does not; what changed since; and several notes of one visit."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import (
    EndReason,
    EpisodeOfCare,
    Feedback,
    FeedbackMoment,
    FeedbackStatus,
    Outcome,
)
from gpconnect.domain.consent import Consent, Decision, Ground, Scope
from gpconnect.domain.deriving import feedback_fact
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.rights import Ground as Withheld
from gpconnect.domain.rights import Withholding
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, VisitKind
from gpconnect.services import (
    closing,
    consents,
    duties,
    feedback,
    feedback_duties,
    handovers,
    lead,
    notes,
    outcomes,
    rights,
    timelines,
    visits,
)
from gpconnect.services.acting import acting
from gpconnect.services.consents import Question
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import FEEDBACK
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.services.conftest import Clock
from tests.services.dossier_help import MOZAIEK
from tests.services.visits_help import a_booking, a_talk_with_note

JORIS = "c2" * 16
FRIDAY = date(2026, 11, 27)


def waiting(session: Session) -> str:
    """The id of feedback that waits after a first talk."""
    visit = a_talk_with_note(session)
    return outcomes.finish(session, visit, Outcome.BRIEF_SUPPORT)[1].feedback_id


def due(session: Session) -> list[tuple[str, date]]:
    found = duties.list_duties(session)
    return [(one.duty.about, one.duty.due_on) for one in found if one.duty.kind is DutyKind.FEEDBACK_DUE]


def test_another_day_is_the_day_of_the_duty(worker: Session) -> None:
    told = waiting(worker)
    assert due(worker) == [(told, FRIDAY)]

    feedback_duties.set_due(worker, told, date(2026, 12, 8))
    feedback_duties.set_due(worker, told, date(2026, 12, 8))

    assert due(worker) == [(told, date(2026, 12, 8))]
    with pytest.raises(KnownError, match=r"feedback\.day_past"):
        feedback_duties.set_due(worker, told, date(2026, 11, 23))


def test_what_is_left_reminds_nobody_until_it_is_told_after_all(worker: Session, clock: Clock) -> None:
    told = waiting(worker)
    with pytest.raises(KnownError, match=r"feedback\.why"):
        feedback_duties.leave(worker, told, "no idea")
    with pytest.raises(KnownError, match=r"feedback\.already_sent"):
        feedback_duties.ask_again(worker, told)

    feedback_duties.leave(worker, told, "told_otherwise")

    left = rows.require(worker.db, Feedback, told)
    assert left.status is FeedbackStatus.NOT_TOLD
    clock.forward(days=60)
    assert due(worker) == []
    assert feedback_fact(left, worker.today()) is None, "nobody was late with what was not to be told"
    assert any(one.state == "not_told" for one in timelines.timeline(worker, left.person_id))
    with pytest.raises(KnownError, match=r"feedback\.already_sent"):
        feedback_duties.set_due(worker, told, date(2027, 3, 1))

    feedback_duties.ask_again(worker, told)
    assert rows.require(worker.db, Feedback, told).closed_why == ""
    assert due(worker) == [(told, FRIDAY)]


def test_an_ending_that_was_not_told_can_be_taken_back_and_is_told_at_the_next(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    told = outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)[1].feedback_id
    feedback_duties.leave(worker, told, "no_need")
    (episode,) = rows.where(worker.db, EpisodeOfCare)

    closing.reopen_episode(worker, episode.id)
    closing.end_episode(worker, episode.id, EndReason.AS_PLANNED)

    assert rows.require(worker.db, Feedback, told).status is FeedbackStatus.NOT_TOLD
    (again,) = due(worker)
    assert rows.require(worker.db, Feedback, again[0]).moment is FeedbackMoment.CLOSURE


def handed_over(session: Session, visit: str, ground: Ground = Ground.DIRECTLY_INVOLVED) -> str:
    child = rows.require(session.db, Appointment, visit).person_id
    content = Content(access_route=AccessRoute.DECISION, ground=ground, ground_reason="Zij helpen al mee")
    handover = handovers.create_handover(session, child, MOZAIEK, content)[1]
    handovers.send(session, handover, None, "phone")
    return handover


def test_a_handover_that_is_sent_or_refused_is_news_for_who_sent_the_child(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    feedback.allow(worker, visit, "patient")
    outcomes.finish(worker, visit, Outcome.HANDOVER, None, {"S": "Slaapt slecht"})
    assert due(worker) == []
    clock.forward(minutes=5)

    handover = handed_over(worker, visit)

    (news,) = due(worker)
    assert news[1] == FRIDAY
    view = feedback.prepared(worker, visit)
    assert view.lines == {"P": "Overdracht gevraagd aan Mozaïek jeugdhulp (24-11-2026)"}
    feedback.approve(worker, news[0], view.lines)
    assert feedback.prepared(worker, visit).lines == view.lines
    fact = feedback_fact(rows.require(worker.db, Feedback, news[0]), worker.today())
    assert fact is not None
    assert fact.values["moment"] == "progress"

    clock.forward(days=1)
    handovers.reject(worker, handover, "Geen plek")
    assert len(due(worker)) == 1
    assert feedback.prepared(worker, visit).lines == {
        "P": "Mozaïek jeugdhulp kan de hulp niet overnemen; wij blijven betrokken (25-11-2026)"
    }


def test_what_waits_already_is_told_sooner_and_says_both(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    told = outcomes.finish(worker, visit, Outcome.HANDOVER)[1].feedback_id
    feedback_duties.set_due(worker, told, date(2027, 1, 4))
    clock.forward(minutes=5)

    handover = handed_over(worker, visit)

    assert due(worker) == [(told, FRIDAY)]
    assert feedback.prepared(worker, visit).lines["P"].splitlines() == [
        "Sanne belt maandag",
        "Overdracht gevraagd aan Mozaïek jeugdhulp (24-11-2026)",
    ]
    handovers.reject(worker, handover, "Geen plek")
    assert due(worker) == [(told, FRIDAY)], "it waits for that day already"


def test_who_leads_now_is_news_and_a_child_without_a_talk_has_no_practice_to_tell(
    worker: Session, clock: Clock
) -> None:
    visit = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, visit).person_id
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        feedback_duties.tell_change(action, child)
    assert due(worker) == []

    feedback.allow(worker, visit, "patient")
    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, None, {"S": "Slaapt slecht"})
    clock.forward(minutes=5)
    lead.hand_over(worker, child, JORIS, "Met zwangerschapsverlof")
    (told,) = rows.where(worker.db, Feedback, "status = ?", (FeedbackStatus.PREPARED,))
    assert (told.moment, told.due_on) == (FeedbackMoment.CHANGE, FRIDAY)
    assert told.prepared_by == worker.actor.staff_id, "who hands over tells it"
    assert feedback.prepared(worker, visit).lines == {"P": "Casusregisseur is nu Joris Maas (24-11-2026)"}


def test_a_child_that_is_less_safe_is_news_between_two_tellings(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, visit).person_id
    feedback.allow(worker, visit, "patient")
    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, None, {"S": "Slaapt slecht"})
    clock.forward(days=7)

    for place, safety in enumerate(("no", "worse"), 1):
        following = a_booking(worker, place, person_id=child, visit=VisitKind.FOLLOW_UP)
        visits.begin(worker, following)
        _, view = notes.open_visit(worker, following)
        answers = {"since": "Ruzie", "safety_changed": safety, "weighing": "Zorgen thuis"}
        answers |= {"safety_action": "Bellen"} if safety == "worse" else {}
        assert not notes.sign(worker, replace(view.draft, answers=answers))[1].problems
        outcomes.finish(worker, following, Outcome.BRIEF_SUPPORT)
        assert len(due(worker)) == (safety == "worse")

    (found,) = due(worker)
    told = rows.require(worker.db, Feedback, found[0])
    assert told.moment is FeedbackMoment.CHANGE
    assert feedback.prepared(worker, told.appointment_id).lines["E"] == "Zorgen thuis"


def test_every_signed_note_of_a_visit_has_its_lines_each_once(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, visit).person_id
    (first,) = notes.of_visit(worker, visit)
    clock.forward(minutes=5)
    _, view = notes.open_visit(worker, visit)
    draft = replace(
        view.draft,
        id=worker.new_id(),
        answers={"request": "Ik wil naar buiten", "safety": "safe", "agreements": "Sanne belt maandag"},
    )
    assert not notes.sign(worker, draft)[1].problems

    lines = feedback.prepared(worker, visit).lines
    assert lines == {"S": "Ik wil weer slapen\nIk wil naar buiten", "P": "Sanne belt maandag"}

    kept = rights.NewWithholding("note", first.note.id, Withheld.PRIVACY_OF_ANOTHER, "Over Sanne")
    rights.withhold(worker, child, kept)
    assert feedback.prepared(worker, visit).lines["S"] == "Ik wil naar buiten"


@pytest.mark.parametrize("why", feedback_duties.WHY)
def test_the_practice_cannot_tell_one_reason_from_another(worker: Session, why: str) -> None:
    told = waiting(worker)

    feedback_duties.leave(worker, told, why)

    left = rows.require(worker.db, Feedback, told)
    assert (left.status, left.closed_why) == (FeedbackStatus.NOT_TOLD, "")
    of_practice = [one.body for one in operations.of_record(worker.db, "feedback", told)]
    assert of_practice[-1]["fields"] == {"closed_why": ""}, "this record lives in the space of the practice"
    assert due(worker) == []


def test_the_no_of_a_family_counts_for_what_comes_next_as_well(worker: Session, clock: Clock) -> None:
    told = waiting(worker)
    child = rows.require(worker.db, Feedback, told).person_id
    feedback_duties.leave(worker, told, "family_no")
    (said,) = rows.where(worker.db, Consent, "person_id = ? AND purpose = ?", (child, FEEDBACK))
    assert (said.given_by, said.decision, said.acted_on) == ("patient", Decision.REFUSED, worker.today())
    clock.forward(days=1)

    lead.hand_over(worker, child, JORIS, "Met zwangerschapsverlof")

    assert [one.id for one in rows.where(worker.db, Feedback)] == [told], "nor that anything changed"
    assert due(worker) == []
    feedback_duties.ask_again(worker, told)
    assert due(worker) == [], "telling it after all begins with a yes"
    feedback.allow(worker, rows.require(worker.db, Feedback, told).appointment_id, "patient")
    assert due(worker) == [(told, FRIDAY)]


def test_whose_no_it_is_is_asked_where_it_is_not_clear(worker: Session) -> None:
    told = waiting(worker)
    duty = rows.require(worker.db, Feedback, told)
    feedback.allow(worker, duty.appointment_id, "patient")

    with pytest.raises(KnownError, match=r"feedback\.who_said"):
        feedback_duties.leave(worker, told, "family_no")
    assert due(worker) == [(told, FRIDAY)], "a yes is not taken back in passing"

    consents.withdraw(worker, duty.person_id, Question(Scope.SHARE, FEEDBACK, duty.site_id), "patient")
    feedback_duties.leave(worker, told, "family_no")
    assert rows.require(worker.db, Feedback, told).status is FeedbackStatus.NOT_TOLD
    assert len(rows.where(worker.db, Consent, "purpose = ?", (FEEDBACK,))) == 2, "it was said once"


def test_news_keeps_its_line_beside_a_story_of_ten_lines(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, visit).person_id
    for place in range(10):
        clock.forward(minutes=5)
        _, view = notes.open_visit(worker, visit)
        answers = {"request": f"Vraag {place}", "safety": "safe", "agreements": "Sanne belt maandag"}
        assert not notes.sign(worker, replace(view.draft, id=worker.new_id(), answers=answers))[1].problems
    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    assert sum(len(own.splitlines()) for own in feedback.prepared(worker, visit).lines.values()) == 10
    clock.forward(minutes=5)

    lead.hand_over(worker, child, JORIS, "Met zwangerschapsverlof")

    lines = feedback.prepared(worker, visit).lines
    assert lines["P"].splitlines() == ["Sanne belt maandag", "Casusregisseur is nu Joris Maas (24-11-2026)"]
    assert len(lines["S"].splitlines()) == 8, "the rest of the story follows when there is room"


@pytest.mark.parametrize("ground", [Ground.SAFE_HOME, Ground.LEGAL_DUTY])
def test_a_report_is_no_news_for_a_practice(worker: Session, clock: Clock, ground: Ground) -> None:
    """What a practice hears stands in its own file, where a parent may read it."""
    visit = a_talk_with_note(worker)
    feedback.allow(worker, visit, "patient")
    outcomes.finish(worker, visit, Outcome.HANDOVER, None, {"S": "Slaapt slecht"})
    clock.forward(minutes=5)

    handover = handed_over(worker, visit, ground)
    clock.forward(days=1)
    handovers.reject(worker, handover, "Geen plek")

    assert due(worker) == []
    assert len(rows.where(worker.db, Feedback)) == 1, "nothing about it reaches the space of the practice"


def test_a_handover_that_is_kept_back_is_no_news_until_that_ends(worker: Session, clock: Clock) -> None:
    visit = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, visit).person_id
    told = outcomes.finish(worker, visit, Outcome.HANDOVER)[1].feedback_id
    clock.forward(minutes=5)
    handover = handed_over(worker, visit)
    assert "Mozaïek" in feedback.prepared(worker, visit).lines["P"]

    rights.withhold(worker, child, rights.NewWithholding("handover", handover, Withheld.GOOD_CARE, "Onveilig thuis"))

    assert feedback.prepared(worker, visit).lines["P"] == "Sanne belt maandag"
    handovers.reject(worker, handover, "Geen plek")
    assert feedback.prepared(worker, visit).lines["P"] == "Sanne belt maandag"
    assert [one.id for one in rows.where(worker.db, Feedback)] == [told]
    (kept,) = rows.where(worker.db, Withholding)
    rights.lift(worker, kept.id)
    assert "kan de hulp niet overnemen" in feedback.prepared(worker, visit).lines["P"]
