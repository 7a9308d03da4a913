"""What may happen to an appointment."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gpconnect.domain.booking import (
    SAME_REQUEST,
    STEPS,
    Illegal,
    TaskPlan,
    booked_twice,
    continued,
    events_from,
    is_late,
    is_same_request,
    is_untold,
    noshow_tasks,
    request_of,
    transition,
    waiting_days,
)
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, VisitKind

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
NEW = Appointment("a", "site", "slot", "child", VisitKind.FIRST, ("sleep",), AT.date(), "gp", AT)
S = AppointmentStatus
FIELDS: dict[str, dict[str, Any]] = {
    "moved": {"slot_id": "other", "claim_token_hash": "h"},
    "placed": {"placement": Placement.LOST},
    "detailed": {"words": "“Ik slaap slecht.”"},
    "told": {"told_start": AT},
}
LEGAL = {
    ("arrived", S.BOOKED): S.ARRIVED,
    ("started", S.ARRIVED): S.IN_CONVERSATION,
    ("fulfilled", S.IN_CONVERSATION): S.FULFILLED,
    ("missed", S.BOOKED): S.NOSHOW,
    ("missed", S.ARRIVED): S.NOSHOW,
    ("cancelled", S.BOOKED): S.CANCELLED,
    ("cancelled", S.ARRIVED): S.CANCELLED,
    ("cancelled", S.IN_CONVERSATION): S.CANCELLED,
    ("moved", S.BOOKED): S.BOOKED,
    ("told", S.BOOKED): S.BOOKED,
    ("reverted", S.ARRIVED): S.BOOKED,
    ("reverted", S.IN_CONVERSATION): S.ARRIVED,
    ("reverted", S.FULFILLED): S.IN_CONVERSATION,
    ("reverted", S.NOSHOW): S.BOOKED,
} | {(event, status): status for event in ("placed", "detailed", "told") for status in S if status is not S.CANCELLED}


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("event", [*STEPS, "unheard_of"])
def test_exactly_the_legal_steps_can_be_taken(event: str, status: AppointmentStatus) -> None:
    before = replace(NEW, status=status)
    after = transition(before, event, status, AT, reason="ziek", fields=FIELDS.get(event))

    if (event, status) in LEGAL:
        assert isinstance(after, Appointment)
        assert after.status is LEGAL[event, status]
    else:
        assert after == Illegal("no_such_step")


def test_booking_starts_an_appointment_once() -> None:
    after = transition(None, "booked", None, AT, booking=replace(NEW, status=S.NOSHOW))

    assert after == replace(NEW, status=S.BOOKED, status_at=AT)
    assert transition(NEW, "booked", None, AT, booking=NEW) == Illegal("exists")
    assert transition(None, "booked", None, AT) == Illegal("incomplete")


def test_nothing_happens_to_what_was_never_booked() -> None:
    assert transition(None, "arrived", S.BOOKED, AT) == Illegal("missing")


def test_a_step_from_a_state_that_moved_on_is_kept_apart() -> None:
    assert transition(replace(NEW, status=S.CANCELLED), "arrived", S.BOOKED, AT) == Illegal("state_moved_on")


def test_cancelling_says_why() -> None:
    assert transition(NEW, "cancelled", S.BOOKED, AT, reason=" ") == Illegal("reason_missing")
    after = transition(NEW, "cancelled", S.BOOKED, AT, reason=" verhuisd ")

    assert isinstance(after, Appointment)
    assert after.status_reason == "verhuisd"


def test_moving_takes_another_slot_that_still_has_to_be_granted() -> None:
    lost = replace(NEW, placement=Placement.LOST, loss_acknowledged=True)
    fields = {"slot_id": "other", "claim_token_hash": "h", "person_id": "somebody else"}
    after = transition(lost, "moved", S.BOOKED, AT, fields=fields)

    assert isinstance(after, Appointment)
    assert (after.slot_id, after.placement, after.loss_acknowledged) == ("other", Placement.TENTATIVE, False)
    assert after.person_id == "child"
    assert transition(NEW, "moved", S.BOOKED, AT) == Illegal("incomplete")


def test_being_told_about_the_slot_leaves_the_status_alone() -> None:
    after = transition(NEW, "placed", S.BOOKED, AT, fields={"loss_acknowledged": True})

    assert after == replace(NEW, loss_acknowledged=True)


def test_once_sharing_is_agreed_the_words_of_the_family_follow() -> None:
    details = {"words": "“Ik slaap slecht.”", "interpreter": "Tigrinya", "reasons": ("mood",)}
    after = transition(replace(NEW, status=S.ARRIVED), "detailed", S.ARRIVED, AT, fields=details)

    assert after == replace(NEW, status=S.ARRIVED, words="“Ik slaap slecht.”", interpreter="Tigrinya")


def test_a_screen_offers_only_what_can_happen() -> None:
    assert events_from(S.BOOKED) == {"arrived", "missed", "cancelled", "moved"}
    assert events_from(S.CANCELLED) == frozenset()


def test_the_second_time_a_child_does_not_come_safety_is_weighed() -> None:
    today = AT.date()
    first = noshow_tasks(NEW, 0, today)

    assert first == (TaskPlan("noshow_call", "a", today, "child", "site"),)
    assert [one.kind for one in noshow_tasks(NEW, 1, today)] == [
        "noshow_call",
        "noshow_tell_gp",
        "noshow_weigh_safety",
    ]
    assert noshow_tasks(replace(NEW, person_id=""), 1, today) == ()


def test_a_booking_goes_on_with_the_last_one_that_fell_through_not_long_ago() -> None:
    today = AT.date()
    missed = replace(NEW, id="b", booked_at=AT + timedelta(days=1), status=S.NOSHOW, status_at=AT, request_id="a")

    assert continued([NEW, missed], today) == missed
    assert request_of(missed) == request_of(NEW) == "a"
    assert continued([replace(missed, status=S.CANCELLED)], today) is not None
    assert continued([missed, replace(NEW, booked_at=AT + timedelta(days=2))], today) is None
    assert continued([missed], today + SAME_REQUEST) == missed
    assert continued([missed], today + SAME_REQUEST + timedelta(days=1)) is None
    assert continued([], today) is None


def test_one_request_is_told_by_its_first_booking_or_by_the_day_and_the_reasons_of_asking() -> None:
    other, later = replace(NEW, id="b"), replace(NEW, id="b", requested_on=date(2026, 1, 5))

    assert is_same_request(replace(later, request_id="a"), NEW)
    assert is_same_request(other, NEW)
    assert is_same_request(replace(other, request_id="wait"), replace(NEW, request_id="a"))
    assert not is_same_request(replace(later, request_id="b"), replace(NEW, request_id="a"))
    assert not is_same_request(later, NEW)
    assert not is_same_request(replace(other, request_id="b", reasons=("school",)), replace(NEW, request_id="a"))
    turned = replace(other, reasons=tuple(reversed(("mood", *NEW.reasons))))
    assert is_same_request(turned, replace(NEW, reasons=("mood", *NEW.reasons)))


def test_of_two_bookings_for_one_request_the_one_that_has_its_slot_stays() -> None:
    first = replace(NEW, request_id="wait")
    second = replace(first, id="b", booked_at=AT + timedelta(minutes=1))
    sure = replace(second, placement=Placement.CONFIRMED)

    assert booked_twice([second, first]) == ((second, first),)
    assert booked_twice([sure, first]) == ((first, sure),)
    third = replace(second, id="c", placement=Placement.LOST)
    assert booked_twice([third, first, sure]) == ((first, sure), (third, sure))


def test_another_request_what_is_over_and_a_next_talk_are_not_booked_twice() -> None:
    first = replace(NEW, request_id="wait")
    second = replace(first, id="b")

    assert booked_twice([first, replace(second, request_id="other")]) == ()
    assert booked_twice([first, replace(second, person_id="another child")]) == ()
    assert booked_twice([replace(first, person_id=""), replace(second, person_id="")]) == ()
    for over in (S.CANCELLED, S.NOSHOW):
        assert booked_twice([first, replace(second, status=over)]) == ()
    held = replace(first, id="c", status=S.FULFILLED)
    assert booked_twice([held, first, second]) == ()


def test_who_is_expected_is_late_ten_minutes_after_the_start_and_only_on_that_day() -> None:
    ten = timedelta(minutes=10)

    assert not is_late(S.BOOKED, AT, AT + ten)
    assert is_late(S.BOOKED, AT, AT + ten + timedelta(seconds=1))
    assert not is_late(S.ARRIVED, AT, AT + 2 * ten)
    assert not is_late(S.BOOKED, AT, AT + timedelta(days=1))


def test_a_family_is_to_be_told_when_its_talk_begins_at_another_time_than_it_knows() -> None:
    later = AT + timedelta(days=7)
    knows = replace(NEW, told_start=AT)

    assert is_untold(knows, later)
    assert not is_untold(knows, AT)
    assert not is_untold(NEW, later), "what an older program booked says nothing"
    assert not is_untold(replace(knows, status=S.CANCELLED), later)
    assert not is_untold(replace(knows, placement=Placement.LOST), later)
    told = transition(knows, "told", S.BOOKED, later, fields={"told_start": later})
    assert isinstance(told, Appointment)
    assert (told.told_start, told.status_at, told.placement) == (later, None, knows.placement)


def test_waiting_days_count_from_asking_to_the_first_talk() -> None:
    assert waiting_days(date(2026, 11, 24), date(2026, 11, 24)) == 0
    assert waiting_days(date(2026, 2, 20), date(2026, 3, 2)) == 10
    with pytest.raises(KnownError, match=r"appointment\.requested_after_talk"):
        waiting_days(date(2026, 3, 2), date(2026, 3, 1))
