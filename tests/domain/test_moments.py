"""Which voice is asked when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from gpconnect.domain.care import EpisodeOfCare, ReferrerType
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.moments import (
    FOLLOW_UP_AFTER,
    Rate,
    child_form,
    due_forms,
    has_lapsed,
    moments_of,
    open_forms,
    response_rate,
    unique_responses,
    voices_at,
)

TODAY = date(2026, 11, 22)
BORN = date(2017, 3, 2)


def episode(**values: Any) -> EpisodeOfCare:
    base: dict[str, Any] = {
        "id": "e1", "patient_id": "p1", "requested_on": date(2026, 5, 1), "way_in": ReferrerType.GP, "case_lead": "w1",
        "started_on": date(2026, 5, 8), "ended_on": date(2026, 9, 1),
    }  # fmt: skip
    return EpisodeOfCare(**(base | values))


def response(number: int, voice: Voice, moment: Moment = Moment.END) -> Response:
    handed_in = datetime(2026, 9, 2, tzinfo=UTC) + timedelta(hours=number)
    return Response(f"r{number}", "e1", voice.value, 1, moment, voice, EnteredHow.KIOSK, handed_in)


def test_the_wording_follows_the_age_on_the_day() -> None:
    assert child_form(BORN, date(2025, 3, 1)) is None
    assert child_form(BORN, date(2025, 3, 2)) == "child_8_11"
    assert child_form(BORN, date(2029, 3, 1)) == "child_8_11"
    assert child_form(BORN, date(2029, 3, 2)) == "youth_12"


def test_from_sixteen_the_parent_is_no_longer_asked() -> None:
    """From 16 a youth decides about help alone (Jeugdwet art. 7.3.5)."""
    assert Voice.PARENT in dict(voices_at(Moment.START, BORN, date(2033, 3, 1)))
    assert Voice.PARENT not in dict(voices_at(Moment.START, BORN, date(2033, 3, 2)))


def test_professionals_are_asked_once_at_the_end() -> None:
    assert list(dict(voices_at(Moment.START, date(2020, 1, 1), TODAY))) == [Voice.PARENT]
    assert list(dict(voices_at(Moment.START, BORN, TODAY))) == [Voice.CHILD, Voice.PARENT]
    assert set(dict(voices_at(Moment.END, BORN, TODAY))) == set(Voice)


def test_a_moment_comes_on_its_day_and_the_follow_up_after_three_months_or_on_the_agreed_day() -> None:
    ended = date(2026, 9, 1)

    assert [moment for moment, _day in moments_of(episode(), TODAY)] == [Moment.START, Moment.END]
    assert moments_of(episode(), ended + FOLLOW_UP_AFTER)[-1] == (Moment.FOLLOW_UP, ended + FOLLOW_UP_AFTER)
    assert moments_of(episode(aftercare_due=date(2026, 10, 1)), TODAY)[-1] == (Moment.FOLLOW_UP, date(2026, 10, 1))
    assert moments_of(episode(started_on=None, ended_on=None), TODAY) == []


def test_a_second_answer_of_the_same_voice_is_kept_and_counted_once() -> None:
    first, second = response(1, Voice.PARENT), response(2, Voice.PARENT)

    assert unique_responses([second, first]) == ([first], [second])


def test_what_is_open_and_how_many_answered() -> None:
    due = due_forms(episode(), BORN, TODAY)
    given = [response(1, Voice.PARENT), response(2, Voice.GP)]

    assert len(due) == 6
    assert [(form.moment, form.voice) for form in open_forms(due, given)] == [
        (Moment.START, Voice.CHILD),
        (Moment.START, Voice.PARENT),
        (Moment.END, Voice.CHILD),
        (Moment.END, Voice.WORKER),
    ]
    assert response_rate(due, given) == [
        Rate(Voice.CHILD, 0, 2),
        Rate(Voice.PARENT, 1, 2),
        Rate(Voice.GP, 1, 1),
        Rate(Voice.WORKER, 0, 1),
    ]


def test_a_form_lapses_after_six_weeks_so_that_nobody_keeps_asking() -> None:
    due = date(2026, 9, 1)

    assert not has_lapsed(due, date(2026, 10, 13))
    assert has_lapsed(due, date(2026, 10, 14))
