"""An erasure: seven days, a second person where much would go, and no step that is not there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gpconnect.domain import erasing as rules
from gpconnect.domain.booking import Illegal
from gpconnect.domain.erasure import Article, Erasure, ErasureStatus, Refusal

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
WEEK = timedelta(days=7)
S = ErasureStatus
NEW = Erasure("e", "child", Article.ON_REQUEST, "patient", AT, "sanne", 3)
ASKED = replace(NEW, status_at=AT, decided_by="sanne")


def step(before: Erasure | None, event: str, at: datetime = AT + WEEK, by: str = "joris", **parts: Any) -> Any:
    return rules.transition(before, event, before.status if before else None, at, by, **parts)


def test_it_is_asked_once_under_the_name_of_who_wrote_it_down() -> None:
    claimed = replace(NEW, recorded_by="somebody else", requested_at=AT - WEEK, status=S.DESTROYED, reason="x")
    assert step(None, "requested", AT, "sanne", created=claimed) == ASKED
    assert step(ASKED, "requested", created=NEW) == Illegal("exists")
    assert step(None, "requested") == Illegal("incomplete")


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("event", [*rules.STEPS, "forgotten"])
def test_every_step_is_from_requested_only(event: str, status: ErasureStatus) -> None:
    after = step(replace(ASKED, status=status), event, reason=str(Refusal.LAW))
    if status is S.REQUESTED and event in rules.STEPS:
        assert (after.status, after.decided_by) == (rules.STEPS[event], "joris")
        assert after.reason == ("law" if event == "refused" else "")
    else:
        assert after == Illegal("no_such_step")


def test_what_the_author_did_not_see_does_not_count() -> None:
    assert rules.transition(ASKED, "undone", S.UNDONE, AT, "joris") == Illegal("state_moved_on")
    assert step(None, "undone") == Illegal("missing")


def test_a_refusal_needs_one_of_two_reasons() -> None:
    assert step(ASKED, "refused") == Illegal("reason_missing")
    assert step(ASKED, "refused", reason="geen zin") == Illegal("reason_missing")


@given(after=some.timedeltas(timedelta(0), timedelta(days=30)), records=some.integers(1, 60), same=some.booleans())
def test_nothing_goes_within_seven_days_and_not_much_by_one_person(
    after: timedelta, records: int, *, same: bool
) -> None:
    by = "sanne" if same else "joris"
    done = step(replace(ASKED, records=records), "destroyed", AT + after, by)
    if after < WEEK:
        assert done == Illegal("erasure.too_early")
    elif same and records > rules.MOST_ALONE:
        assert done == Illegal("erasure.second_person")
    else:
        assert done.status is S.DESTROYED


@given(steps=some.lists(some.tuples(some.sampled_from([*rules.STEPS, "requested"]), some.integers(0, 20)), max_size=12))
def test_whatever_happens_it_is_asked_first_and_ends_once(steps: list[tuple[str, int]]) -> None:
    state: Erasure | None = None
    ends = 0
    for event, days in steps:
        after = step(state, event, AT + timedelta(days=days), created=NEW, reason="law")
        if isinstance(after, Illegal):
            continue
        ends += after.status is not S.REQUESTED
        state = after
    assert ends <= 1
    assert state is None or state.patient_id == "child"


def test_the_week_counts_from_the_hubs_receipt_and_from_the_own_clock_whichever_is_later() -> None:
    assert rules.due_at(AT, None) is None
    assert rules.due_at(AT, AT + WEEK) == AT + 2 * WEEK
    assert rules.due_at(AT, AT - WEEK) == AT + WEEK
    assert rules.is_too_early(AT, AT + WEEK - timedelta(seconds=1))
    assert not rules.is_too_early(AT, AT + WEEK)


def test_small_requests_within_a_week_of_each_other_count_together() -> None:
    others = [
        replace(ASKED, id="near", records=18, requested_at=AT + WEEK),
        replace(ASKED, id="far", records=50, requested_at=AT + WEEK + timedelta(seconds=1)),
        replace(ASKED, id="undone", records=50, status=S.UNDONE),
        replace(ASKED, id="refused", records=50, status=S.REFUSED),
    ]
    assert rules.needs_second(ASKED, [ASKED, *others])
    assert not rules.needs_second(ASKED, [ASKED, *others[1:]])
    assert rules.needs_second(ASKED, [replace(others[0], status=S.DESTROYED)])
