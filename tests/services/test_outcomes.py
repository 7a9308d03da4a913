"""What a talk led to: recorded once, in one go, with a way back."""

from datetime import timedelta

import pytest

from gpconnect.domain.care import (
    Encounter,
    EndReason,
    EpisodeOfCare,
    Feedback,
    FeedbackMoment,
    FeedbackStatus,
    Outcome,
    ReferrerType,
)
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, AppointmentStatus, VisitKind
from gpconnect.services import after_talk, dossiers, duties, feedback, notes, outcomes, visits
from gpconnect.services.session import Session
from gpconnect.storage import access_log, meta, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import WALUWE
from tests.services.visits_help import a_booking, a_talk_with_note, sign_note

LINES = {"S": "Slaapt slecht", "P": "Volgende week weer"}


def episode_of(session: Session) -> EpisodeOfCare:
    (episode,) = rows.where(session.db, EpisodeOfCare)
    return episode


def test_a_booking_opens_one_dossier_with_one_episode(worker: Session) -> None:
    visit = a_booking(worker)

    _, first = dossiers.open_from_booking(worker, visit)
    _, again = dossiers.open_from_booking(worker, visit)

    patient = rows.require(worker.db, Patient, first.patient_id)
    assert first == again
    assert (patient.given_name, patient.prefix, patient.case_lead) == ("Noor", "van den", worker.actor.staff_id)
    assert episode_of(worker).request_for_help == "Ik slaap slecht"
    assert "visit" in {row.purpose for row in access_log.of_patient(worker.db, patient.id)}


def test_a_community_team_counts_as_no_referrer_and_the_practice_stays_known(worker: Session) -> None:
    dossiers.open_from_booking(worker, a_booking(worker))

    assert (episode_of(worker).way_in, episode_of(worker).site_id) == (ReferrerType.NONE, WALUWE)


def test_a_team_that_is_no_community_team_counts_the_gp(worker: Session) -> None:
    with transaction(worker.db):
        meta.put_meta(worker.db, dossiers.COMMUNITY_TEAM, False)

    assert dossiers.way_in(worker, WALUWE) is ReferrerType.GP
    assert dossiers.way_in(worker, "unknown") is ReferrerType.NONE


def test_no_dossier_while_the_family_was_not_asked(worker: Session) -> None:
    visit = a_booking(worker, shared=False)

    with pytest.raises(KnownError, match=r"dossier\.not_shared"):
        dossiers.open_from_booking(worker, visit)


def test_brief_support_starts_the_episode_books_the_next_talk_and_tells_the_gp(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    feedback.allow(worker, visit, "patient")
    slot = outcomes.propose_next(worker, visit)[0]

    _, done = outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, slot.id, LINES)

    following = rows.require(worker.db, Appointment, done.next_appointment_id)
    told = rows.require(worker.db, Feedback, done.feedback_id)
    encounter = rows.require(worker.db, Encounter, done.encounter_id)
    assert (following.visit, following.slot_id) == (VisitKind.FOLLOW_UP, slot.id)
    assert (told.status, told.moment, told.soap) == (FeedbackStatus.SENT, FeedbackMoment.START, LINES)
    assert (told.episode_id, encounter.episode_id) == (episode_of(worker).id, episode_of(worker).id)
    assert (encounter.minutes, encounter.outcome) == (45, Outcome.BRIEF_SUPPORT)
    assert (episode_of(worker).started_on, episode_of(worker).ended_on) == (worker.today(), None)


def test_the_next_talk_is_proposed_on_the_same_weekday_from_next_week(worker: Session) -> None:
    visit = a_talk_with_note(worker)

    first = outcomes.propose_next(worker, visit)[0]

    assert first.starts_at.date() == worker.today() + timedelta(weeks=1)


def test_no_further_help_ends_the_episode_as_planned_with_aftercare(worker: Session) -> None:
    visit = a_talk_with_note(worker)

    _, done = outcomes.finish(worker, visit, Outcome.NO_FURTHER_HELP)

    episode = episode_of(worker)
    assert (episode.ended_on, episode.end_reason) == (worker.today(), EndReason.AS_PLANNED)
    assert episode.aftercare_due == worker.today() + timedelta(weeks=6)
    told = rows.require(worker.db, Feedback, done.feedback_id)
    assert (told.moment, told.status, told.soap) == (FeedbackMoment.CLOSURE, FeedbackStatus.PREPARED, {})


def test_nothing_is_told_without_consent_and_nothing_is_half_done(worker: Session) -> None:
    visit = a_talk_with_note(worker)

    with pytest.raises(KnownError, match=r"feedback\.consent_missing"):
        outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, None, LINES)

    assert rows.require(worker.db, Appointment, visit).status is AppointmentStatus.IN_CONVERSATION
    assert rows.count(worker.db, Encounter) == 0


def test_a_visit_has_one_outcome(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    outcomes.finish(worker, visit, Outcome.BRIDGING)

    with pytest.raises(KnownError, match=r"appointment\.state_moved_on"):
        outcomes.finish(worker, visit, Outcome.ADVICE_ONLY)


def test_taking_an_outcome_back_opens_all_it_closed(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    feedback.allow(worker, visit, "patient")
    slot = outcomes.propose_next(worker, visit)[0]
    _, done = outcomes.finish(worker, visit, Outcome.ADVICE_ONLY, slot.id, LINES)

    outcomes.undo_finish(worker, visit)

    assert rows.require(worker.db, Appointment, visit).status is AppointmentStatus.IN_CONVERSATION
    assert rows.require(worker.db, Appointment, done.next_appointment_id).status is AppointmentStatus.CANCELLED
    assert episode_of(worker).ended_on is None
    assert rows.require(worker.db, Feedback, done.feedback_id).soap == {}

    _, again = outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, slot.id)
    assert again.encounter_id == done.encounter_id
    assert again.feedback_id == done.feedback_id


def test_taking_the_first_outcome_back_leaves_no_start_and_nothing_to_tell(worker: Session) -> None:
    def to_tell() -> list[str]:
        return [one.duty.about for one in duties.list_duties(worker) if one.duty.kind is DutyKind.FEEDBACK_DUE]

    visit = a_talk_with_note(worker)
    _, done = outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    assert episode_of(worker).started_on == worker.today()
    assert to_tell() == [done.feedback_id]

    outcomes.undo_finish(worker, visit)
    assert episode_of(worker).started_on is None
    assert to_tell() == []

    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    child = rows.require(worker.db, Appointment, visit).person_id
    second = a_booking(worker, 1, person_id=child, visit=VisitKind.FOLLOW_UP)
    visits.begin(worker, second)
    outcomes.finish(worker, second, Outcome.BRIEF_SUPPORT)
    outcomes.undo_finish(worker, second)
    assert episode_of(worker).started_on == worker.today(), "the first talk stands"
    assert to_tell() == [done.feedback_id]


def test_what_the_practice_has_seen_is_not_taken_back(worker: Session) -> None:
    visit = a_talk_with_note(worker)
    feedback.allow(worker, visit, "patient")
    _, done = outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT, None, LINES)
    feedback.acknowledge(worker, done.feedback_id)

    with pytest.raises(KnownError, match=r"feedback\.acknowledged"):
        outcomes.undo_finish(worker, visit)


def test_progress_is_told_every_six_weeks_not_after_every_talk(worker: Session) -> None:
    first = a_talk_with_note(worker)
    child = rows.require(worker.db, Appointment, first).person_id
    outcomes.finish(worker, first, Outcome.BRIEF_SUPPORT)

    second = a_booking(worker, 1, person_id=child, visit=VisitKind.FOLLOW_UP)
    visits.begin(worker, second)
    _, done = outcomes.finish(worker, second, Outcome.BRIEF_SUPPORT)

    assert done.feedback_id == ""


def test_a_peer_consultation_has_an_encounter_and_nothing_else(worker: Session) -> None:
    visit = a_booking(worker, visit=VisitKind.PEER_CONSULTATION)

    _, done = outcomes.finish(worker, visit, Outcome.ADVICE_ONLY)

    encounter = rows.require(worker.db, Encounter, done.encounter_id)
    assert (encounter.patient_id, encounter.episode_id) == ("", "")
    assert rows.count(worker.db, Feedback) == 0
    assert after_talk.after_talk(worker, visit).telling is None


def test_after_the_talk_shows_lines_from_the_note_and_then_the_outcome(worker: Session) -> None:
    visit = a_talk_with_note(worker)

    before = after_talk.after_talk(worker, visit)
    assert before.outcome is None
    assert before.telling is not None
    assert before.telling.lines == {"S": "Ik wil weer slapen", "P": "Sanne belt maandag"}
    assert len(before.proposals) == 3

    outcomes.finish(worker, visit, Outcome.BRIEF_SUPPORT)
    after = after_talk.after_talk(worker, visit)
    assert (after.outcome, after.proposals) == (Outcome.BRIEF_SUPPORT, ())


def test_a_walk_in_without_a_note_can_be_finished(worker: Session) -> None:
    visit = a_booking(worker, 3, visit=VisitKind.WALK_IN)

    _, done = outcomes.finish(worker, visit, Outcome.ADVICE_ONLY)

    assert rows.require(worker.db, Encounter, done.encounter_id).visit == "walk_in"
    assert notes.of_visit(worker, visit) == ()
    assert sign_note(worker, visit)
