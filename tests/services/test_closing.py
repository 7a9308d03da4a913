"""The end of a stretch of help outside a talk, what the GP hears of it, and the aftercare six weeks on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import (
    Destination,
    EndReason,
    EpisodeOfCare,
    Feedback,
    FeedbackMoment,
    FeedbackStatus,
    Outcome,
)
from gpconnect.domain.consent import Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import closing, duties, feedback, handovers, outcomes
from gpconnect.services.acting import acting
from gpconnect.services.handovers import Content
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import Clock
from tests.services.dossier_help import MOZAIEK, a_dossier
from tests.services.visits_help import a_talk_with_note

CONTENT = Content(
    access_route=AccessRoute.DECISION,
    ground=Ground.DIRECTLY_INVOLVED,
    ground_reason="Zelfde behandelteam",
    bridging=False,
)


def refused(act: Callable[..., object], *args: object) -> str:
    """The code with which something is refused."""
    with pytest.raises(KnownError) as refusal:
        act(*args)
    return refusal.value.code


def the_episode(session: Session) -> EpisodeOfCare:
    """The only episode of the file."""
    (found,) = rows.where(session.db, EpisodeOfCare)
    return found


def closures(session: Session) -> list[Feedback]:
    return rows.where(session.db, Feedback, "moment = ?", (FeedbackMoment.CLOSURE,))


def a_helped_child(session: Session, outcome: Outcome = Outcome.BRIEF_SUPPORT) -> EpisodeOfCare:
    """Noor, after her first talk."""
    outcomes.finish(session, a_talk_with_note(session), outcome)
    return the_episode(session)


def handed_over(session: Session, patient_id: str) -> str:
    """A handover to Mozaïek where help has begun; all that is missing is that the receiver confirms."""
    _, made = handovers.create_handover(session, patient_id, MOZAIEK, CONTENT)
    handovers.send(session, made, how="phone")
    handovers.accept(session, made, session.today())
    handovers.begin(session, made)
    return made


def kinds(session: Session) -> set[DutyKind]:
    return {one.duty.kind for one in duties.list_duties(session)}


def test_a_confirmed_handover_ends_our_own_episode_with_aftercare_and_a_word_to_the_gp(worker: Session) -> None:
    episode = a_helped_child(worker, Outcome.HANDOVER)
    made = handed_over(worker, episode.patient_id)

    changes = handovers.complete(worker, made, "Fatima")

    after = the_episode(worker)
    assert (after.ended_on, after.end_reason) == (date(2026, 11, 24), EndReason.AS_PLANNED)
    assert after.destination == rows.require(worker.db, Handover, made).destination
    assert after.destination is not Destination.NONE
    assert after.aftercare_due == date(2027, 1, 5)
    assert after.case_lead == worker.actor.staff_id
    assert {"episode_of_care", "handover", "feedback"} <= changes.kinds
    (duty,) = closures(worker)
    assert (duty.episode_id, duty.status, duty.practitioner) == (episode.id, FeedbackStatus.PREPARED, "dr. Peters")
    assert refused(closing.reopen_episode, worker, episode.id) == "episode.handed_over"


def test_a_handover_after_the_episode_ended_leaves_it_as_it_is(worker: Session) -> None:
    patient_id = a_dossier(worker)
    made = handed_over(worker, patient_id)
    closing.end_episode(worker, the_episode(worker).id, EndReason.EXTERNAL)

    handovers.complete(worker, made, "Fatima")

    assert the_episode(worker).end_reason is EndReason.EXTERNAL
    assert closures(worker) == []


def test_a_handover_of_before_an_episode_ends_the_open_one_and_an_unknown_destination_counts_as_none(
    worker: Session,
) -> None:
    made = handed_over(worker, a_dossier(worker))
    with transaction(worker.db):
        worker.db.execute("UPDATE handover SET destination = 'elders', episode_id = ''")

    handovers.complete(worker, made, "Fatima")

    assert the_episode(worker).destination is Destination.NONE
    assert the_episode(worker).ended_on == date(2026, 11, 24)


def test_a_family_that_stays_away_ends_early_and_only_once(worker: Session) -> None:
    episode = a_helped_child(worker)
    closing.end_episode(worker, episode.id, EndReason.EARLY_CLIENT)

    after = the_episode(worker)
    assert (after.end_reason, after.destination) == (EndReason.EARLY_CLIENT, Destination.NONE)
    assert refused(closing.end_episode, worker, episode.id, EndReason.AS_PLANNED) == "episode.ended"
    assert len(closures(worker)) == 1


def test_the_gp_hears_the_ending_from_the_last_talk_although_its_start_was_told(worker: Session) -> None:
    """One visit then has two tellings: what waits comes first on the screen, and afterwards the last that was sent."""
    visit = a_talk_with_note(worker)
    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    start = feedback.of_appointment(worker, visit)
    assert start is not None
    with transaction(worker.db):
        rows.put(worker.db, replace(start, status=FeedbackStatus.SENT, soap={"S": "Slaapt slecht"}))
    closing.end_episode(worker, the_episode(worker).id, EndReason.AS_PLANNED)

    waiting = feedback.prepared(worker, visit).feedback
    assert waiting is not None
    assert waiting.moment is FeedbackMoment.CLOSURE
    assert DutyKind.FEEDBACK_DUE in kinds(worker)

    with transaction(worker.db):
        rows.put(worker.db, replace(waiting, status=FeedbackStatus.SENT))
    assert feedback.to_tell(worker, visit) == replace(waiting, status=FeedbackStatus.SENT)
    assert refused(closing.reopen_episode, worker, the_episode(worker).id) == "episode.closing_told"


def test_taking_an_ending_back_turns_the_word_to_the_gp_into_progress_and_ending_again_back_into_closure(
    worker: Session,
) -> None:
    episode = a_helped_child(worker)
    closing.end_episode(worker, episode.id, EndReason.EARLY_CLIENT)
    (closure,) = closures(worker)

    closing.reopen_episode(worker, episode.id)
    closing.reopen_episode(worker, episode.id)

    assert the_episode(worker) == episode
    assert rows.require(worker.db, Feedback, closure.id).moment is FeedbackMoment.PROGRESS

    closing.end_episode(worker, episode.id, EndReason.AS_PLANNED)
    assert closures(worker) == [closure]


def test_an_ending_told_by_the_closing_talk_is_not_told_twice(worker: Session) -> None:
    episode = a_helped_child(worker, Outcome.NO_FURTHER_HELP)
    closing.reopen_episode(worker, episode.id)
    (told,) = rows.where(worker.db, Feedback)
    with transaction(worker.db):
        rows.put(worker.db, replace(told, moment=FeedbackMoment.CLOSURE))

    closing.end_episode(worker, episode.id, EndReason.AS_PLANNED)

    assert [one.id for one in rows.where(worker.db, Feedback)] == [told.id]


def test_an_ending_stands_when_another_stretch_of_help_began(worker: Session) -> None:
    episode = a_helped_child(worker)
    closing.end_episode(worker, episode.id, EndReason.AS_PLANNED)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(episode, id=worker.new_id()))

    assert refused(closing.reopen_episode, worker, episode.id) == "episode.other_open"


def test_aftercare_is_a_duty_until_it_was_given_and_can_be_taken_back(worker: Session, clock: Clock) -> None:
    patient_id = a_dossier(worker)
    episode = the_episode(worker)
    assert refused(closing.record_aftercare, worker, episode.id) == "episode.still_open"
    closing.end_episode(worker, episode.id, EndReason.AS_PLANNED)
    clock.move_to(date(2027, 1, 6))
    assert DutyKind.AFTERCARE_DUE in kinds(worker)

    closing.record_aftercare(worker, episode.id, came_back=True)
    closing.record_aftercare(worker, episode.id)

    done = the_episode(worker)
    assert (done.aftercare_done, done.later_referral) == (date(2027, 1, 6), True)
    assert done.patient_id == patient_id
    assert DutyKind.AFTERCARE_DUE not in kinds(worker)
    assert refused(closing.reopen_episode, worker, episode.id) == "episode.aftercare_done"

    closing.undo_aftercare(worker, episode.id)
    assert (the_episode(worker).aftercare_done, the_episode(worker).later_referral) == (None, False)
    assert DutyKind.AFTERCARE_DUE in kinds(worker)


def test_a_handover_waits_for_the_case_lead_and_for_whoever_began_it_only(worker: Session, clock: Clock) -> None:
    """Two colleagues read the same file; only one of them is asked to phone."""
    patient_id = a_dossier(worker)
    handovers.send(worker, handovers.create_handover(worker, patient_id, MOZAIEK, CONTENT)[1], how="phone")
    clock.move_to(date(2026, 12, 10))
    assert DutyKind.HANDOVER_ANSWER_OVERDUE in kinds(worker)

    other = replace(worker, actor=replace(worker.actor, staff_id="c2" * 16))
    assert kinds(other) == set()

    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(worker.db, Patient, patient_id), case_lead="c2" * 16))
    assert DutyKind.HANDOVER_ANSWER_OVERDUE in kinds(other)


def test_a_practice_may_not_end_help(assistant: Session) -> None:
    assert refused(closing.end_episode, assistant, "00" * 16, EndReason.EXTERNAL) == "role.may_not"
