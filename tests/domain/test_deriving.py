"""Facts follow from the work, and everything derived passes the gate."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from gpconnect.domain.care import (
    Destination,
    Encounter,
    EndReason,
    EpisodeOfCare,
    Feedback,
    FeedbackMoment,
    FeedbackStatus,
    Goal,
    Outcome,
    ReferrerType,
)
from gpconnect.domain.deriving import (
    FactDraft,
    appointment_end_fact,
    band_on,
    encounter_fact,
    episode_fact,
    feedback_fact,
    goal_fact,
    half_day_fact,
    handover_fact,
    may_count,
    month_of,
    peer_consultation_fact,
    response_fact,
    used_slots,
    waiting_fact,
)
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.fact_kinds import Vocabulary, check
from gpconnect.domain.facts import Fact
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.moments import due_forms
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, AppointmentStatus, HalfDaySession, VisitKind, WaitingEntry

AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
DAY = date(2026, 5, 12)
RANDOM = "ab" * 32
WORDS = Vocabulary(frozenset({"s1"}), frozenset({"anxiety"}))
PATIENT = Patient("p1", "Noor", "Berg", date(2017, 3, 2), "w1", AT, site_id="s1")
EPISODE = EpisodeOfCare("e1", "p1", date(2026, 5, 4), ReferrerType.GP, "w1", ("anxiety",), "slapen", started_on=DAY)
CLOSED = replace(EPISODE, ended_on=date(2026, 9, 1), end_reason=EndReason.AS_PLANNED, destination=Destination.NONE)
TALK = Encounter("t1", "a1", "s1", DAY, 45, VisitKind.FIRST, "w1", "p1", "e1", Outcome.BRIEF_SUPPORT)
BOOKING = Appointment("a1", "s1", "l1", "p1", VisitKind.FIRST, ("anxiety",), date(2026, 5, 4), "g1", AT)
HANDOVER = Handover("h1", "p1", "e1", "v1", "GGZ", AccessRoute.GP_LETTER, AT, "w1", destination="basic_mh_care")
FEEDBACK = Feedback("f1", "s1", "p1", "a1", FeedbackMoment.START, date(2026, 5, 15))
GOAL = Goal("g1", "p1", "e1", "weer slapen", score_start=-2, score_end=0)


def passes(draft: FactDraft | None) -> dict[str, Any]:
    """The values, after the gate that everything passes on its way out; no record id may be among them."""
    assert draft is not None
    check(Fact(RANDOM, draft.kind, draft.month, 1, draft.values), WORDS)
    assert not {"p1", "e1", "w1", "v1", "h1", "Noor", "GGZ"} & {str(value) for value in draft.values.values()}
    return draft.values


def test_the_month_is_the_month_in_the_practice() -> None:
    assert month_of(datetime(2026, 5, 31, 22, 30, tzinfo=UTC)) == date(2026, 6, 1)


@pytest.mark.parametrize(("day", "band"), [(date(2021, 3, 1), "0-3"), (date(2021, 3, 2), "4-7"), (DAY, "8-11")])
def test_age_leaves_as_a_band(day: date, band: str) -> None:
    assert band_on(PATIENT.birth_date, day) == band


def test_after_an_objection_nothing_leaves() -> None:
    assert may_count(PATIENT)
    assert not may_count(replace(PATIENT, research_objection=True))


def test_a_half_day() -> None:
    session = HalfDaySession("d1", "s1", "w1", DAY, time(9), time(12))
    done = replace(BOOKING, status=AppointmentStatus.FULFILLED)
    used = used_slots([done, replace(BOOKING, slot_id="l2")], ["l1", "l2"])

    assert passes(half_day_fact(session, worker=RANDOM, capacity=6, used=used))["used"] == 1


def test_a_first_talk_tells_how_long_the_family_waited() -> None:
    assert passes(encounter_fact(TALK, PATIENT, child=RANDOM, requested_on=date(2026, 5, 4)))["waiting_days"] == 8
    later = encounter_fact(replace(TALK, outcome=None), PATIENT, child=RANDOM, requested_on=None)
    assert (passes(later)["waiting_days"], later.values["outcome"]) == (None, None)


def test_a_peer_consultation_has_no_child() -> None:
    assert passes(peer_consultation_fact(TALK)) == {"site": "s1"}


def test_an_appointment_counts_once_it_ended_and_only_for_a_family() -> None:
    ended = replace(BOOKING, status=AppointmentStatus.NOSHOW)

    assert appointment_end_fact(BOOKING, DAY) is None
    assert appointment_end_fact(replace(ended, visit=VisitKind.PEER_CONSULTATION), DAY) is None
    assert passes(appointment_end_fact(ended, DAY))["status"] == "noshow"


def test_waiting_is_a_fact_while_it_lasts() -> None:
    entry = WaitingEntry("x1", "s1", "p1", DAY)

    assert passes(waiting_fact(entry)) == {"site": "s1"}
    assert waiting_fact(replace(entry, ended_on=DAY)) is None


def test_an_open_episode_tells_no_end() -> None:
    values = passes(episode_fact(EPISODE, PATIENT, child=RANDOM, talks=2, lead_at_start="w1"))

    assert (values["status"], values["closed"], values["destination"], values["lead_kept"]) == (
        "open",
        None,
        None,
        None,
    )


def test_a_closed_episode_tells_how_and_whether_the_face_stayed() -> None:
    values = passes(episode_fact(CLOSED, PATIENT, child=RANDOM, talks=2, lead_at_start="w2"))

    assert (values["closed"], values["destination"], values["lead_kept"]) == ("2026-09", "none", False)
    bare = replace(CLOSED, destination=None, end_reason=None, started_on=None, site_id="s1")
    assert passes(episode_fact(bare, PATIENT, child=RANDOM, talks=0, lead_at_start="w1"))["destination"] == "none"


def test_a_handover_is_a_fact_once_it_left_the_house() -> None:
    sent = replace(HANDOVER, sent_at=AT, present=("ouder",), callback_due=DAY, status=HandoverStatus.ACCEPTED)
    values = passes(handover_fact(sent, accepted_at=datetime(2026, 5, 14, tzinfo=UTC)))

    assert handover_fact(HANDOVER, accepted_at=None) is None
    assert (values["met"], values["days_to_accept"], values["called_back"]) == (True, 2, False)
    assert passes(handover_fact(replace(sent, callback_due=None), accepted_at=None))["called_back"] is None


@pytest.mark.parametrize(
    ("sent_at", "today", "in_time"),
    [
        (AT, DAY, True),
        (datetime(2026, 5, 16, 9, tzinfo=UTC), date(2026, 5, 16), False),
        (None, date(2026, 5, 16), False),
    ],
)
def test_feedback_in_time_or_too_late(sent_at: datetime | None, today: date, in_time: object) -> None:
    status = FeedbackStatus.SENT if sent_at else FeedbackStatus.PREPARED

    assert passes(feedback_fact(replace(FEEDBACK, sent_at=sent_at, status=status), today))["in_time"] is in_time


def test_feedback_that_is_not_due_yet_is_no_fact_and_one_sent_early_counts_when_it_was_sent() -> None:
    waiting = replace(FEEDBACK, sent_at=None, status=FeedbackStatus.PREPARED, due_on=date(2026, 7, 1))
    early = replace(waiting, sent_at=AT, status=FeedbackStatus.SENT)

    assert feedback_fact(waiting, DAY) is None
    sent = feedback_fact(early, DAY)
    assert sent is not None
    assert (sent.month, passes(sent)["in_time"]) == (month_of(AT.date()), True)
    late = feedback_fact(waiting, date(2026, 8, 3))
    assert late is not None
    assert (late.month, passes(late)["in_time"]) == (date(2026, 7, 1), False)


def test_an_answer_leaves_without_its_open_text() -> None:
    due = next(
        form for form in due_forms(CLOSED, PATIENT.birth_date, DAY.replace(month=9)) if form.voice is Voice.PARENT
    )
    answers = {"usefulness": 9, "recommend": True, "without_help": "04", "open": "Meer avonden"}
    given = Response("r1", "e1", "parent", 1, Moment.END, Voice.PARENT, EnteredHow.PAPER, AT, answers)

    values = passes(response_fact(due, PATIENT.birth_date, given))
    assert (values["answered"], values["usefulness"], values["without_help"]) == (True, 9, "04")
    assert not {"open", "recommend"} & values.keys()
    assert passes(response_fact(due, PATIENT.birth_date, None))["answered"] is False


def test_from_twelve_the_child_counts_as_youth() -> None:
    due = next(form for form in due_forms(CLOSED, date(2010, 1, 1), DAY.replace(month=9)) if form.voice is Voice.CHILD)

    assert passes(response_fact(due, date(2010, 1, 1), None))["voice"] == "youth"


def test_a_goal_counts_when_the_episode_is_closed_and_both_scores_are_there() -> None:
    assert passes(goal_fact(GOAL, CLOSED)) == {"score_start": -2, "score_end": 0}
    assert goal_fact(GOAL, EPISODE) is None
    assert goal_fact(replace(GOAL, score_end=None), CLOSED) is None
