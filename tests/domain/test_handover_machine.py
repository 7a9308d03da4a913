"""A handover over any number of steps, against the published workflow of eOverdracht and against the clock.

The workflow is the state diagram of the eOverdracht Task (Nictiz, Verpleegkundige overdracht 4.0); its arrows stand in
`PUBLISHED` as facts, and are read from the diagram itself where that lies beside the project.
"""

import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from gpconnect.domain import handing_over as rules
from gpconnect.domain.booking import Illegal
from gpconnect.domain.consent import Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import Handover, HandoverStatus

STANDARDS = Path(os.environ.get("GPCONNECT_STANDARDS", "standards"))
DIAGRAM = STANDARDS / "nuts-eoverdracht" / "state.puml"
S = HandoverStatus
Arrow = tuple[HandoverStatus, HandoverStatus]
PUBLISHED: frozenset[Arrow] = frozenset(
    {
        (S.REQUESTED, S.ACCEPTED),
        (S.REQUESTED, S.ON_HOLD),
        (S.REQUESTED, S.REJECTED),
        (S.ON_HOLD, S.REQUESTED),
        (S.ON_HOLD, S.CANCELLED),
        (S.ACCEPTED, S.IN_PROGRESS),
        (S.ACCEPTED, S.CANCELLED),
        (S.IN_PROGRESS, S.COMPLETED),
    }
)
DIFFERENCES: dict[Arrow, str] = {
    (S.REQUESTED, S.CANCELLED): "a family that withdraws before anybody answered must be able to stop it",
}
"""Arrows of ours that the diagram lacks, and why.

The diagram's dotted second arrow from InProgress to Completed ("time elapsed") is none of ours: nobody is responsible
because time went by, so the receiver confirms and the sender asks after it when that takes long.
"""
ENDED = frozenset({S.REJECTED, S.COMPLETED, S.CANCELLED})


def test_our_arrows_are_those_of_the_published_workflow_but_for_what_is_named() -> None:
    ours = {(before, after) for steps in rules.STEPS.values() for before, after in steps.items()}
    assert ours == PUBLISHED | set(DIFFERENCES)


@pytest.mark.skipif(not DIAGRAM.exists(), reason="GPCONNECT_STANDARDS names no folder with the diagram")
def test_the_arrows_named_here_are_those_of_the_diagram() -> None:
    names = {"Requested": S.REQUESTED, "Accepted": S.ACCEPTED, "OnHold": S.ON_HOLD, "Rejected": S.REJECTED}
    names |= {"InProgress": S.IN_PROGRESS, "Completed": S.COMPLETED, "Cancelled": S.CANCELLED}
    drawn = set()
    for line in DIAGRAM.read_text(encoding="utf-8").splitlines():
        arrow = re.match(r"(\w+) -(?:[\w\[\]]*-)?> (\w+)", line)
        if arrow and not line.startswith("'"):
            drawn.add((names[arrow[1]], names[arrow[2]]))
    assert drawn == PUBLISHED


NEW = Handover(
    "h", "child", "episode", "provider", "Praktijk Linde", AccessRoute.GP_LETTER,
    datetime(2026, 11, 24, 9, tzinfo=UTC), "worker", ground=Ground.CONSENT,
)  # fmt: skip
EVENTS = st.sampled_from([*rules.STEPS, *rules.EVENTS, "created", "unheard_of"])
TEXT = st.sampled_from(["", "  ", "Vol", "Praktijk Linde"])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "alternative_date": st.dates(date(2026, 11, 24), date(2027, 12, 31)),
    "first_contact_on": st.dates(date(2026, 11, 24), date(2027, 12, 31)),
    "callback_result": TEXT,
    "agreements": TEXT,
    "checklist": st.dictionaries(st.sampled_from(["reason", "question"]), TEXT),
    "next_contact_on": st.none() | st.dates(date(2026, 11, 24), date(2027, 12, 31)),
    "status": st.sampled_from(S),
    "sent_at": st.just(NEW.created_at),
    "id": TEXT,
}
"""What an event might carry, also what none may."""


class Handing(RuleBasedStateMachine):
    """Whatever is recorded, by whoever, in whichever order: one history that the workflow allows."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NEW.created_at
        self.handover = NEW
        self.path: list[HandoverStatus] = []

    @initialize()
    def begin(self) -> None:
        made = rules.transition(None, "created", None, self.now, created=NEW)
        assert isinstance(made, Handover)
        self.handover, self.path = made, [made.status]

    @rule(days=st.integers(1, 40))
    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)

    @precondition(lambda self: self.handover.sent_at is None and self.handover.status is S.REQUESTED)
    @rule()
    def send(self) -> None:
        fields = {"sent_at": self.now, "sent_how": "letter", **rules.deadlines(self.now.date())}
        after = rules.transition(self.handover, "sent", self.handover.status, self.now, fields=fields)
        assert isinstance(after, Handover)
        self.handover = after

    @rule(
        event=EVENTS,
        seen=st.sampled_from(S),
        honest=st.booleans(),
        by=TEXT,
        reason=TEXT,
        fields=st.dictionaries(st.sampled_from(sorted(FIELDS)), st.none(), max_size=4),
        data=st.data(),
    )
    def record(
        self,
        event: str,
        seen: HandoverStatus,
        by: str,
        reason: str,
        fields: dict[str, None],
        data: st.DataObject,
        *,
        honest: bool,
    ) -> None:
        before = self.handover
        carried = {name: data.draw(FIELDS[name]) for name in fields}
        saw = before.status if honest else seen
        after = rules.transition(before, event, saw, self.now, performed_by=by, reason=reason, fields=carried)
        if isinstance(after, Illegal):
            return
        assert saw is before.status, "a step counts only for who saw the state that it leaves"
        if after.status is not before.status:
            assert (before.status, after.status) in PUBLISHED | set(DIFFERENCES)
            assert after.status is not S.COMPLETED or after.performed_by.strip(), "the receiver confirmed"
            assert after.status not in {S.REJECTED, S.CANCELLED} or after.reason.strip(), "no without a reason"
            self.path.append(after.status)
        assert (after.id, after.patient_id, after.provider_id) == (before.id, before.patient_id, before.provider_id)
        if before.sent_at is not None:
            assert after.sent_at == before.sent_at, "what left has left once"
            kept = replace(after, checklist=before.checklist)
            changed = {name for name in rules._CONTENT if getattr(kept, name) != getattr(before, name)}
            assert event != "edited" or not changed, "what the receiver holds stays what was sent"
        self.handover = after

    @invariant()
    def nothing_comes_after_the_end(self) -> None:
        assert not set(self.path[:-1]) & ENDED

    @invariant()
    def somebody_has_the_next_step_until_it_ends(self) -> None:
        step = rules.next_step(self.handover, self.now.date())
        if self.handover.status not in ENDED:
            assert step is not None
            assert step.who in {"sender", "receiver", "process_lead"}

    @invariant()
    def the_child_is_named_to_the_receiver_only_while_help_runs(self) -> None:
        full = rules.readable(self.handover.status) is rules.Readable.FULL
        assert full is (self.handover.status is S.IN_PROGRESS)


def test_any_history_is_one_that_the_workflow_allows(request: pytest.FixtureRequest) -> None:
    """100,000 steps with ``--long``."""
    runs = 1_000 if request.config.getoption("--long") else 40
    run_state_machine_as_test(
        Handing,
        settings=settings(
            max_examples=runs, stateful_step_count=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
