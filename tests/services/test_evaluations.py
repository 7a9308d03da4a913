"""Four voices at fixed moments: what is due, handing in, half-filled forms, goals, and the GP's four clicks."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, FeedbackStatus, Goal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.services import evaluations, goals, gp_evaluations
from gpconnect.services.acting import acting
from gpconnect.services.evaluations import FormKey
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.services.conftest import PASSPHRASE, WALUWE, Clock
from tests.services.dossier_help import a_dossier

ENDED = date(2026, 11, 20)


def the_key(session: Session, moment: Moment = Moment.START, voice: Voice = Voice.CHILD) -> FormKey:
    """The form of the only episode."""
    (episode,) = rows.where(session.db, EpisodeOfCare)
    return FormKey(episode.id, moment, voice)


def code_of(refusal: pytest.ExceptionInfo[KnownError]) -> str:
    return refusal.value.code


def test_at_the_start_child_and_parent_are_asked_in_the_childs_own_wording(worker: Session) -> None:
    a_dossier(worker)
    (one,) = evaluations.overview(worker).episodes

    assert [(moment, [form.form for form in forms]) for moment, forms in one.moments] == [
        (Moment.START, ["child_8_11", "parent"])
    ]
    assert (one.name, one.age, len(one.open)) == ("Daan Willems", 11, 2)


def test_at_the_end_all_four_voices_are_asked_and_the_gp_answers_elsewhere(worker: Session) -> None:
    a_dossier(worker, ended_on=ENDED)
    (one,) = evaluations.overview(worker).episodes

    assert [len(forms) for _, forms in one.moments] == [2, 4]
    assert Voice.GP not in {form.key.voice for form in one.open}


def test_a_form_opens_with_its_moment_filled_in(worker: Session) -> None:
    a_dossier(worker)
    opened = evaluations.open_form(worker, the_key(worker))

    assert opened.form.id == "child_8_11"
    assert opened.answers == {"moment": "start"}
    assert opened.given_name == "Daan"


def test_what_is_half_filled_is_kept_here_and_travels_nowhere(worker: Session) -> None:
    a_dossier(worker)
    key = the_key(worker)
    waiting = operations.outbox_counts(worker.db)[worker.team_space].waiting
    evaluations.save_half_filled(worker, key, {"moment": "start", "today": 4})

    assert evaluations.open_form(worker, key).answers == {"moment": "start", "today": 4}
    assert evaluations.overview(worker).episodes[0].open[0].half
    assert operations.outbox_counts(worker.db)[worker.team_space].waiting == waiting


def test_a_form_handed_in_is_answered_and_its_draft_is_gone(worker: Session) -> None:
    a_dossier(worker)
    key = the_key(worker)
    evaluations.save_half_filled(worker, key, {"today": 4})
    _, handed = evaluations.hand_in(worker, key, {"moment": "start", "today": 4, "home": 5}, EnteredHow.KIOSK)

    response = rows.require(worker.db, Response, handed.response_id)
    assert (response.form_version, response.answers["home"], response.entered_how) == (1, 5, EnteredHow.KIOSK)
    view = evaluations.overview(worker)
    assert [form.half for form in view.episodes[0].open] == [False]
    assert [(rate.voice, rate.answered, rate.asked) for rate in view.rates][0] == (Voice.CHILD, 1, 1)


def test_what_is_wrong_is_named_and_an_empty_form_is_not_handed_in(worker: Session) -> None:
    a_dossier(worker)
    key = the_key(worker)
    _, handed = evaluations.hand_in(worker, key, {"moment": "start", "today": 9}, EnteredHow.PAPER)
    assert [problem.item for problem in handed.problems] == ["today"]
    with pytest.raises(KnownError) as refusal:
        evaluations.hand_in(worker, key, {"moment": "start"}, EnteredHow.PAPER)
    assert code_of(refusal) == "evaluation.empty"
    assert not rows.where(worker.db, Response)


def test_a_moment_that_has_not_come_is_not_asked(worker: Session) -> None:
    a_dossier(worker)
    with pytest.raises(KnownError) as refusal:
        evaluations.open_form(worker, the_key(worker, Moment.END))
    assert code_of(refusal) == "evaluation.not_due"


def test_the_code_on_paper_finds_its_form(worker: Session) -> None:
    a_dossier(worker)
    key = the_key(worker, voice=Voice.PARENT)

    assert evaluations.find_form(worker, f" {key.code.lower()} ") == key
    with pytest.raises(KnownError) as refusal:
        evaluations.find_form(worker, "XXXXXX")
    assert code_of(refusal) == "evaluation.code_unknown"


def test_episodes_with_something_open_come_first_and_old_ones_leave(worker: Session, clock: Clock) -> None:
    a_dossier(worker, "Zoë")
    for voice in (Voice.CHILD, Voice.PARENT):
        item = {"today": 3} if voice is Voice.CHILD else {"going": 3}
        evaluations.hand_in(worker, the_key(worker, voice=voice), {"moment": "start", **item}, EnteredHow.PAPER)
    later = a_dossier(worker, "Daan")
    archived = a_dossier(worker, "Weg")
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(worker.db, Patient, archived), archived=True))

    assert [one.given_name for one in evaluations.overview(worker).episodes] == ["Daan", "Zoë"]
    clock.forward(days=400)
    assert not evaluations.overview(worker).episodes
    assert [one.patient_id for one in evaluations.overview(worker, later).episodes] == [later]


def test_only_the_worker_gets_out_of_the_locked_screen(worker: Session) -> None:
    evaluations.check_passphrase(worker, PASSPHRASE)
    with pytest.raises(KnownError) as refusal:
        evaluations.check_passphrase(worker, "van het kind")
    assert code_of(refusal) == "file.passphrase_wrong"


def test_a_goal_is_set_scored_taken_back_and_put_away(worker: Session) -> None:
    patient_id = a_dossier(worker)
    levels = ("slechter", "nu", "een dag", "drie dagen", "vier dagen", "alle dagen")
    _, goal_id = goals.add_goal(worker, patient_id, "Weer naar school", levels)
    goals.score_goal(worker, goal_id, end=0)
    assert not goals.score_goal(worker, goal_id, end=0).ids
    goal = rows.require(worker.db, Goal, goal_id)
    assert (goal.score_start, goal.score_end) == (-2, 0)
    assert evaluations.overview(worker).episodes[0].goals == (goal,)

    goals.clear_score(worker, goal_id)
    assert rows.require(worker.db, Goal, goal_id).score_end is None
    goals.set_archived(worker, goal_id, archived=True)
    assert not evaluations.overview(worker).episodes[0].goals


@pytest.mark.parametrize(
    ("words", "levels", "code"), [(" ", (), "goal.words_missing"), ("Slapen", ("een", "twee"), "goal.levels")]
)
def test_a_goal_needs_words_and_six_levels_or_none(
    worker: Session, words: str, levels: tuple[str, ...], code: str
) -> None:
    patient_id = a_dossier(worker)
    with pytest.raises(KnownError) as refusal:
        goals.add_goal(worker, patient_id, words, levels)
    assert code_of(refusal) == code


def test_a_goal_belongs_to_a_stretch_of_help_and_scores_have_ends(worker: Session) -> None:
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        bare = Patient("ab" * 16, "Kim", "Los", date(2014, 1, 1), worker.actor.staff_id, worker.now())
        action.write(bare)
    with pytest.raises(KnownError) as refusal:
        goals.add_goal(worker, bare.id, "Slapen")
    assert code_of(refusal) == "goal.no_episode"
    with pytest.raises(KnownError) as refusal:
        goals.score_goal(worker, "00" * 16, end=3)
    assert code_of(refusal) == "goal.score"


def closed_help(session: Session, episode_id: str, status: FeedbackStatus = FeedbackStatus.SENT) -> None:
    """The practice received the closing feedback about a stretch of help."""
    card = PersonCard("cd" * 16, WALUWE, "Noor", "Berg", date(2017, 3, 2), "van den", shared=True)
    feedback = Feedback(
        session.new_id(),
        WALUWE,
        card.id,
        "",
        FeedbackMoment.CLOSURE,
        ENDED,
        status=status,
        sent_at=session.now() if status is FeedbackStatus.SENT else None,
        episode_id=episode_id,
    )
    with acting(session, Intention.BOOK) as action:
        action.write(card)
        action.write(feedback)


def test_the_gp_answers_in_four_clicks_and_only_once(gp: Session) -> None:
    closed_help(gp, "e1" * 16)
    closed_help(gp, "e2" * 16, FeedbackStatus.PREPARED)
    closed_help(gp, "e3" * 16, FeedbackStatus.ACKNOWLEDGED)
    view = gp_evaluations.gp_forms(gp)
    assert [(one.episode_id, one.name, one.age) for one in view.forms] == [
        ("e1" * 16, "Noor van den Berg", 9),
        ("e3" * 16, "Noor van den Berg", 9),
    ]
    answers = {"gp_reach": 4, "gp_feedback": 5, "gp_lead": 4, "gp_time": 3}
    gp_evaluations.answer_gp(gp, "e1" * 16, answers)

    (response,) = rows.where(gp.db, Response)
    assert (response.patient_id, response.site_id, response.voice) == ("", WALUWE, Voice.GP)
    assert operations.of_record(gp.db, "response", response.id)[0].space == f"practice/{WALUWE}"
    after = gp_evaluations.gp_forms(gp)
    assert (after.open, [one.answered for one in after.forms]) == (1, [False, True])
    with pytest.raises(KnownError) as refusal:
        gp_evaluations.answer_gp(gp, "e1" * 16, answers)
    assert code_of(refusal) == "evaluation.answered"


@pytest.mark.parametrize(
    ("episode", "answers", "code"),
    [
        ("00" * 16, {"gp_reach": 4}, "evaluation.not_due"),
        ("e1" * 16, {}, "evaluation.empty"),
        ("e1" * 16, {"gp_reach": 9}, "answer.range"),
    ],
)
def test_what_the_gp_cannot_hand_in(gp: Session, episode: str, answers: dict[str, int], code: str) -> None:
    closed_help(gp, "e1" * 16)
    with pytest.raises(KnownError) as refusal:
        gp_evaluations.answer_gp(gp, episode, answers)
    assert code_of(refusal) == code


def test_an_assistant_is_not_asked(assistant: Session) -> None:
    with pytest.raises(KnownError) as refusal:
        gp_evaluations.gp_forms(assistant)
    assert code_of(refusal) == "role.may_not"
