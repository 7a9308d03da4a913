"""What a youth worker's device tells the pilot, when, and what it takes back."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import EpisodeOfCare, Goal, Outcome
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import Fact
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession, SessionStatus, VisitKind, WaitingEntry
from gpconnect.services import enrolling, facts, outcomes, spaces, visits
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync.keys import EpochKey
from tests.services.conftest import TUESDAY, WALUWE, Clock
from tests.services.visits_help import a_booking, a_talk_with_note

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def team(worker: Session) -> Session:
    """Sanne, whose team exists."""
    enrolling.found(worker, worker.team_space)
    return worker


def told(session: Session, kind: str) -> list[Fact]:
    return rows.where(session.db, Fact, "kind = ? AND withdrawn = 0", (kind,))


def a_finished_talk(session: Session, outcome: Outcome = Outcome.BRIEF_SUPPORT) -> str:
    visit = a_talk_with_note(session)
    outcomes.finish(session, visit, outcome)
    return visit


def test_without_a_team_key_nothing_is_told(worker: Session) -> None:
    a_finished_talk(worker)

    assert not facts.derive(worker).kinds
    assert told(worker, "encounter") == []


def test_only_a_youth_worker_tells(coordinator: Session) -> None:
    with pytest.raises(KnownError) as refusal:
        facts.derive(coordinator)
    assert refusal.value.code == "role.may_not"


def test_a_talk_becomes_facts_that_name_nobody(team: Session) -> None:
    a_finished_talk(team)
    patient = rows.where(team.db, Patient)[0]

    changes = facts.derive(team)

    (talk,) = told(team, "encounter")
    assert changes.kinds == {"fact"}
    assert (talk.month, talk.values["site"], talk.values["waiting_days"]) == (date(2026, 11, 1), WALUWE, 14)
    assert patient.id not in str(rows.where(team.db, Fact))
    assert [one.values["reasons"] for one in told(team, "episode")] == [["sleep"]]
    assert {one.values["status"] for one in told(team, "appointment_end")} == {"fulfilled"}
    assert told(team, "feedback") or told(team, "response")
    assert operations.outbox_counts(team.db)[team.pilot_space].waiting == rows.count(team.db, Fact)


def test_it_happens_once_a_day_and_only_what_changed_leaves_again(team: Session, clock: Clock) -> None:
    a_finished_talk(team)
    facts.derive(team)

    assert not facts.derive(team).kinds
    assert not facts.derive(team, force=True).kinds

    with acting(team, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.where(team.db, EpisodeOfCare)[0], reasons=("mood",)))
    clock.move_to(THURSDAY)
    facts.derive(team)

    assert [(one.revision, one.values["reasons"]) for one in told(team, "episode")] == [(2, ["mood"])]
    assert {one.revision for one in told(team, "encounter")} == {1}


def test_after_an_objection_everything_about_the_child_is_taken_back(team: Session) -> None:
    a_finished_talk(team)
    facts.derive(team)
    with acting(team, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.where(team.db, Patient)[0], research_objection=True))

    facts.derive(team, force=True)
    facts.derive(team, force=True)

    left = rows.where(team.db, Fact, "withdrawn = 0")
    gone = rows.where(team.db, Fact, "withdrawn = 1")
    assert {one.kind for one in left} <= {"half_day"}
    assert {(one.revision, bool(one.values)) for one in gone} == {(2, False)}


def test_a_talk_whose_outcome_is_taken_back_no_longer_counts(team: Session) -> None:
    visit = a_finished_talk(team)
    facts.derive(team)

    outcomes.undo_finish(team, visit)
    facts.derive(team, force=True)

    assert told(team, "encounter") == []


def test_a_question_of_the_gp_counts_without_a_child(team: Session) -> None:
    visit = a_booking(team, visit=VisitKind.PEER_CONSULTATION)
    visits.begin(team, visit)
    outcomes.finish(team, visit, Outcome.ADVICE_ONLY)

    facts.derive(team)

    assert [one.values for one in told(team, "peer_consultation")] == [{"site": WALUWE}]
    assert told(team, "appointment_end") == []


def test_a_half_day_is_told_when_it_is_over_and_taken_back_when_called_off(team: Session, clock: Clock) -> None:
    facts.derive(team)
    assert told(team, "half_day") == []

    clock.move_to(THURSDAY)
    facts.derive(team)
    assert [(one.values["capacity"], one.values["used"]) for one in told(team, "half_day")] == [(6, 0), (6, 0)]

    half_day = rows.where(team.db, HalfDaySession, "day = ? AND site_id = ?", (TUESDAY, WALUWE))[0]
    with acting(team, Intention.PLAN_HALF_DAYS) as action:
        action.write(replace(half_day, status=SessionStatus.CANCELLED))
    facts.derive(team, force=True)
    assert len(told(team, "half_day")) == 1


def test_waiting_is_told_by_who_comes_next_and_taken_back_when_it_ends(team: Session) -> None:
    entry = WaitingEntry(team.new_id(), WALUWE, team.new_id(), TUESDAY)
    with acting(team, Intention.MANAGE_WAITING_LIST) as action:
        action.write(entry)
    facts.derive(team)
    assert len(told(team, "waiting")) == 1

    with acting(team, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(entry, ended_on=TUESDAY))
    facts.derive(team, force=True)
    assert told(team, "waiting") == []


def test_a_handover_and_a_goal_are_told_by_the_case_lead(team: Session) -> None:
    a_finished_talk(team, Outcome.NO_FURTHER_HELP)
    episode = rows.where(team.db, EpisodeOfCare)[0]
    handover = Handover(
        team.new_id(),
        episode.patient_id,
        episode.id,
        "99" * 16,
        "GGZ",
        AccessRoute.GP_LETTER,
        team.now(),
        "c2" * 16,
        destination="basic_mh_care",
    )
    with acting(team, Intention.HAND_OVER) as action:
        action.start(handover, "created")
        for verb, extra in (("sent", {"fields": {"sent_at": team.now(), "sent_how": "mail"}}), ("accepted", {})):
            body = {"seen": HandoverStatus.REQUESTED, "performed_by": "Iris Blok", **extra}
            action.event("handover", handover.id, verb, body, space=team.team_space, dossier=episode.patient_id)
        action.write(Goal(team.new_id(), episode.patient_id, episode.id, "weer slapen", score_start=-2, score_end=0))

    facts.derive(team)

    (fact,) = told(team, "handover")
    assert (fact.values["status"], fact.values["days_to_accept"]) == ("accepted", 0)
    assert [one.values for one in told(team, "goal")] == [{"score_start": -2, "score_end": 0}]


def test_a_colleague_leaves_the_telling_to_whose_work_it_is(team: Session, clock: Clock) -> None:
    a_finished_talk(team)
    clock.move_to(THURSDAY)
    actor = replace(team.actor, staff_id="c2" * 16, name="Joris Maas")

    facts.derive(replace(team, actor=actor))

    assert rows.count(team.db, Fact) == 0


def test_every_device_of_the_team_makes_the_same_pseudonyms_after_new_keys_too(team: Session) -> None:
    before = facts.pseudonym_key(team)
    with transaction(team.db):
        held = spaces.space_keys(team.db, team.team_space)
        spaces.put_keys(team.db, held.with_epoch(EpochKey.generate()))

    assert before is not None
    assert facts.pseudonym_key(team) == before
    assert facts.pseudonym(before, "child", "p1") == facts.pseudonym(before, "child", "p1")
    assert facts.pseudonym(before, "child", "p1") != facts.pseudonym(before, "encounter", "p1")


def test_a_record_that_does_not_fit_keeps_nothing_else_from_being_told(
    team: Session, caplog: pytest.LogCaptureFixture
) -> None:
    a_finished_talk(team)
    with acting(team, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.where(team.db, EpisodeOfCare)[0], reasons=("a code of next year",)))

    facts.derive(team)

    assert told(team, "episode") == []
    assert len(told(team, "encounter")) == 1
    assert "next year" not in caplog.text
