"""Feedback to the GP goes from duty to sent to seen, and back to duty as long as nobody saw it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.booking import Illegal
from gpconnect.domain.care import Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.feedback import STEPS, transition

SENT_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DUTY = Feedback("f" * 32, "site", "child", "visit", FeedbackMoment.START, date(2026, 11, 25))
TOLD = replace(DUTY, soap={"S": "Slaapt slecht"}, sent_at=SENT_AT, sent_how="program")
SENT = replace(TOLD, status=FeedbackStatus.SENT)
SEEN = replace(SENT, status=FeedbackStatus.ACKNOWLEDGED, acknowledged_at=SENT_AT, acknowledged_by="gp")
PREPARED = FeedbackStatus.PREPARED


def reason(after: Feedback | Illegal) -> str:
    assert isinstance(after, Illegal)
    return after.reason


def test_a_duty_begins_without_text_whatever_its_author_put_in() -> None:
    assert transition(None, "prepared", None, SEEN) == DUTY


def test_a_duty_changes_what_it_is_about_and_keeps_its_child() -> None:
    closing = replace(DUTY, moment=FeedbackMoment.CLOSURE, person_id="somebody else")
    assert transition(DUTY, "prepared", PREPARED, closing) == replace(DUTY, moment=FeedbackMoment.CLOSURE)


def test_it_is_sent_and_seen_and_seeing_changes_nothing_but_who_and_when() -> None:
    assert transition(DUTY, "sent", PREPARED, TOLD) == SENT
    changed = replace(SEEN, soap={"S": "anders"})
    assert transition(SENT, "acknowledged", FeedbackStatus.SENT, changed, SENT_AT) == SEEN


def test_what_is_taken_back_is_a_duty_without_text_and_cannot_be_seen_any_more() -> None:
    back = transition(SENT, "taken_back", FeedbackStatus.SENT, SENT, SENT_AT)
    assert back == DUTY
    assert reason(transition(DUTY, "acknowledged", FeedbackStatus.SENT, SEEN, SENT_AT)) == "state_moved_on"


def test_what_was_seen_cannot_be_taken_back() -> None:
    assert reason(transition(SEEN, "taken_back", FeedbackStatus.SENT, SENT, SENT_AT)) == "state_moved_on"


def test_two_people_who_saw_it_are_no_conflict_and_the_first_of_them_stands() -> None:
    second = replace(SEEN, acknowledged_by="somebody else")
    assert transition(SEEN, "acknowledged", FeedbackStatus.SENT, second, SENT_AT) == SEEN


def test_seeing_an_earlier_sending_says_nothing_of_a_later_one() -> None:
    again = replace(SENT, sent_at=SENT_AT + timedelta(hours=1))
    assert reason(transition(again, "acknowledged", FeedbackStatus.SENT, SEEN, SENT_AT)) == "state_moved_on"


@pytest.mark.parametrize(
    ("before", "event", "seen", "asked", "expected"),
    [
        (DUTY, "prepared", None, DUTY, "exists"),
        (None, "sent", None, TOLD, "missing"),
        (None, "prepared", None, None, "missing"),
        (None, "sent", PREPARED, TOLD, "missing"),
        (None, "prepared", PREPARED, DUTY, "missing"),
        (DUTY, "forgotten", PREPARED, DUTY, "no_such_step"),
        (DUTY, "sent", PREPARED, None, "incomplete"),
        (SENT, "sent", PREPARED, TOLD, "state_moved_on"),
    ],
)
def test_what_is_no_step_does_not_count(
    before: Feedback | None, event: str, seen: FeedbackStatus | None, asked: Feedback | None, expected: str
) -> None:
    assert reason(transition(before, event, seen, asked)) == expected


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(FeedbackStatus))))
def test_in_any_order_only_sent_feedback_holds_text(events: list[tuple[str, FeedbackStatus]]) -> None:
    state = DUTY
    for event, seen in events:
        after = transition(state, event, seen, replace(SEEN, soap=TOLD.soap), SENT_AT)
        state = state if isinstance(after, Illegal) else after
    holds = state.status in {FeedbackStatus.SENT, FeedbackStatus.ACKNOWLEDGED}
    assert bool(state.soap) is holds is (state.sent_at is not None)


def test_what_is_not_told_says_why_until_it_is_asked_again() -> None:
    untold = FeedbackStatus.NOT_TOLD
    left = transition(DUTY, "not_told", PREPARED, replace(DUTY, closed_why="no_need", soap={"S": "toch"}))
    assert left == replace(DUTY, status=untold, closed_why="no_need")
    assert isinstance(left, Feedback)
    assert reason(transition(left, "sent", PREPARED, TOLD)) == "state_moved_on"
    assert reason(transition(SENT, "not_told", PREPARED, DUTY)) == "state_moved_on"
    assert transition(left, "asked_again", untold, DUTY) == DUTY
