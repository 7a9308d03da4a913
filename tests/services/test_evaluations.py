"""Four voices: asked on time, handed in once, kept half filled, typed over from paper, told by the practice."""

from datetime import date, timedelta

import pytest

from gpconnect.domain.care import FeedbackStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.roles import Intention
from gpconnect.services import evaluations, goals, gp_evaluations
from gpconnect.services.acting import acting
from gpconnect.services.evaluations import FormKey
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PASSPHRASE, TOLHUIS, WALUWE, Clock
from tests.services.evaluation_help import CHILD, EPISODE, a_closed_episode, a_closing_feedback

CHILD_AT_END = FormKey(EPISODE, Moment.END, Voice.CHILD)
HAPPY = {"moment": "end", "today": 5, "home": 4, "school": 3, "heard": 5}
CLICKS = {"gp_reach": 5, "gp_feedback": 4, "gp_lead": 4, "gp_time": 3}


def test_a_child_of_ten_and_a_parent_are_asked_twice_the_gp_and_the_worker_at_the_end(worker: Session) -> None:
    a_closed_episode(worker)

    (one,) = evaluations.overview(worker).episodes

    assert (one.name, one.age, one.given_name) == ("Noor van den Berg", 10, "Noor")
    asked = {moment: [form.key.voice for form in forms] for moment, forms in one.moments}
    assert asked == {
        Moment.START: [Voice.CHILD, Voice.PARENT],
        Moment.END: [Voice.CHILD, Voice.PARENT, Voice.GP, Voice.WORKER],
    }
    assert len(one.open) == 5, "the GP is asked at the practice"


def test_who_waits_longest_comes_first_and_a_year_later_nobody_asks_any_more(worker: Session, clock: Clock) -> None:
    a_closed_episode(worker)
    clock.forward(days=2 * evaluations.SHOWN_DAYS)

    assert evaluations.overview(worker).episodes == ()
    (one,) = evaluations.overview(worker, CHILD).episodes
    assert one.moments[-1][0] is Moment.FOLLOW_UP


def test_what_is_handed_in_stands_and_counts_in_the_response(worker: Session) -> None:
    a_closed_episode(worker)

    changes, given = evaluations.hand_in(worker, CHILD_AT_END, HAPPY, EnteredHow.KIOSK)

    assert "response" in changes.kinds
    response = rows.require(worker.db, Response, given.response_id)
    assert (response.form, response.answers, response.patient_id) == ("child_8_11", HAPPY, CHILD)
    view = evaluations.overview(worker)
    (form,) = [form for _, forms in view.episodes[0].moments for form in forms if form.handed_in_at]
    assert (form.key, form.how) == (CHILD_AT_END, "kiosk")
    assert [(rate.answered, rate.asked) for rate in view.rates if rate.voice is Voice.CHILD] == [(1, 2)]


def test_a_second_one_is_kept_and_counted_once(worker: Session, clock: Clock) -> None:
    a_closed_episode(worker)
    evaluations.hand_in(worker, CHILD_AT_END, HAPPY, EnteredHow.KIOSK)
    clock.forward(hours=1)
    evaluations.hand_in(worker, CHILD_AT_END, HAPPY | {"today": 1}, EnteredHow.PAPER)

    assert rows.count(worker.db, Response, "episode_id = ?", (EPISODE,)) == 2
    assert evaluations.read_answers(worker, CHILD_AT_END).answers["today"] == 5
    assert next(rate for rate in evaluations.overview(worker).rates if rate.voice is Voice.CHILD).answered == 1


def test_an_answer_that_cannot_be_is_named_and_nothing_is_kept(worker: Session) -> None:
    a_closed_episode(worker)

    _, given = evaluations.hand_in(worker, CHILD_AT_END, HAPPY | {"today": 9}, EnteredHow.PAPER)

    assert [(one.item, one.code) for one in given.problems] == [("today", "answer.range")]
    assert rows.count(worker.db, Response) == 0


def test_an_empty_form_is_not_handed_in(worker: Session) -> None:
    a_closed_episode(worker)
    with pytest.raises(KnownError, match=r"evaluation\.empty"):
        evaluations.hand_in(worker, CHILD_AT_END, {"moment": "end"}, EnteredHow.KIOSK)


@pytest.mark.parametrize(("moment", "voice"), [(Moment.FOLLOW_UP, Voice.CHILD), (Moment.END, Voice.GP)])
def test_a_form_that_is_not_asked_here_and_now_is_not_opened(worker: Session, moment: Moment, voice: Voice) -> None:
    a_closed_episode(worker)
    with pytest.raises(KnownError, match=r"evaluation\.not_due"):
        evaluations.open_form(worker, FormKey(EPISODE, moment, voice))


def test_half_filled_answers_wait_on_this_device_until_the_form_is_handed_in(worker: Session) -> None:
    a_closed_episode(worker)
    assert evaluations.open_form(worker, CHILD_AT_END).answers == {"moment": "end"}

    evaluations.save_half_filled(worker, CHILD_AT_END, {"moment": "end", "today": 2})

    assert evaluations.open_form(worker, CHILD_AT_END).answers == {"moment": "end", "today": 2}
    assert [form.key for form in evaluations.overview(worker).episodes[0].open if form.half] == [CHILD_AT_END]
    evaluations.hand_in(worker, CHILD_AT_END, HAPPY, EnteredHow.KIOSK)
    assert evaluations.open_form(worker, CHILD_AT_END).answers == {"moment": "end"}


def test_the_code_on_paper_leads_to_its_form_and_says_nothing_else(worker: Session) -> None:
    a_closed_episode(worker)

    assert evaluations.find_form(worker, f" {CHILD_AT_END.code.lower()} ") == CHILD_AT_END
    assert len(CHILD_AT_END.code) == 6
    with pytest.raises(KnownError, match=r"evaluation\.code_unknown"):
        evaluations.find_form(worker, "zzzzzz")


def test_answers_are_read_only_where_there_are_some(worker: Session) -> None:
    a_closed_episode(worker)
    with pytest.raises(KnownError, match=r"record\.missing"):
        evaluations.read_answers(worker, CHILD_AT_END)


def test_answers_on_a_form_this_program_does_not_know_are_not_guessed(worker: Session) -> None:
    a_closed_episode(worker)
    newer = Response("aa" * 16, EPISODE, "child_8_11", 99, Moment.END, Voice.CHILD, EnteredHow.PAPER, worker.now())
    with acting(worker, Intention.ASK_EVALUATION) as action:
        action.write(newer, "handed_in", space=worker.team_space)
    with pytest.raises(KnownError, match=r"form\.missing"):
        evaluations.read_answers(worker, CHILD_AT_END)


def test_only_the_worker_opens_the_locked_screen_again(worker: Session) -> None:
    evaluations.check_passphrase(worker, PASSPHRASE)
    with pytest.raises(KnownError, match=r"file\.passphrase_wrong"):
        evaluations.check_passphrase(worker, "iets anders dan dat")


def test_an_assistant_asks_nobody(assistant: Session) -> None:
    with pytest.raises(KnownError, match=r"role\.may_not"):
        evaluations.overview(assistant)


def test_the_practice_answers_in_four_clicks_without_a_dossier(gp: Session) -> None:
    a_closing_feedback(gp)
    view = gp_evaluations.gp_forms(gp)
    assert [(one.name, one.age, one.answered) for one in view.forms] == [("Noor van den Berg", 10, False)]
    assert view.open == 1

    gp_evaluations.answer_gp(gp, EPISODE, CLICKS)

    (response,) = rows.where(gp.db, Response)
    assert (response.patient_id, response.site_id, response.answers) == ("", WALUWE, CLICKS)
    (one,) = gp_evaluations.gp_forms(gp).forms
    assert (one.answered, dict(one.answers)) == (True, CLICKS)
    with pytest.raises(KnownError, match=r"evaluation\.answered"):
        gp_evaluations.answer_gp(gp, EPISODE, CLICKS)


@pytest.mark.parametrize(("answers", "code"), [({}, "evaluation.empty"), ({"gp_reach": 8}, "answer.range")])
def test_what_the_practice_cannot_mean_is_refused(gp: Session, answers: dict[str, int], code: str) -> None:
    a_closing_feedback(gp)
    with pytest.raises(KnownError) as refused:
        gp_evaluations.answer_gp(gp, EPISODE, answers)
    assert refused.value.code == code


def test_a_practice_that_was_told_nothing_is_asked_nothing(gp: Session) -> None:
    a_closing_feedback(gp, status=FeedbackStatus.PREPARED)

    assert gp_evaluations.gp_forms(gp).forms == ()
    with pytest.raises(KnownError, match=r"evaluation\.not_due"):
        gp_evaluations.answer_gp(gp, EPISODE, CLICKS)
    assert TOLHUIS not in gp.actor.site_ids


def test_a_goal_is_set_in_their_words_scored_taken_back_and_put_away(worker: Session) -> None:
    a_closed_episode(worker)
    _, goal_id = goals.add_goal(worker, CHILD, " weer slapen ", ("a", "b", "c", "d", "e", "f"))

    goals.score_goal(worker, goal_id, end=1)
    assert not goals.score_goal(worker, goal_id, end=1).kinds
    (goal,) = evaluations.overview(worker).episodes[0].goals
    assert (goal.words, goal.score_start, goal.score_end, goal.episode_id) == ("weer slapen", -2, 1, EPISODE)

    goals.clear_score(worker, goal_id)
    assert evaluations.overview(worker).episodes[0].goals[0].score_end is None
    goals.set_archived(worker, goal_id, archived=True)
    assert evaluations.overview(worker).episodes[0].goals == ()


def test_a_goal_needs_words_six_levels_or_none_and_a_score_on_the_scale(worker: Session) -> None:
    a_closed_episode(worker)
    for words, levels, code in ((" ", (), r"goal\.words_missing"), ("slapen", ("a",), r"goal\.levels")):
        with pytest.raises(KnownError, match=code):
            goals.add_goal(worker, CHILD, words, levels)
    _, goal_id = goals.add_goal(worker, CHILD, "slapen")
    with pytest.raises(KnownError, match=r"goal\.score"):
        goals.score_goal(worker, goal_id, end=3)


def test_without_an_episode_there_is_nothing_to_work_towards(worker: Session) -> None:
    a_closed_episode(worker)
    worker.db.execute("DELETE FROM episode_of_care")
    with pytest.raises(KnownError, match=r"goal\.no_episode"):
        goals.add_goal(worker, CHILD, "slapen")


def test_from_sixteen_no_parent_is_asked(worker: Session, clock: Clock) -> None:
    a_closed_episode(worker, birth_date=date(2009, 1, 1))
    clock.forward(days=timedelta(days=1).days)
    (one,) = evaluations.overview(worker).episodes
    assert Voice.PARENT not in {form.key.voice for _, forms in one.moments for form in forms}
