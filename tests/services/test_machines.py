"""Steps of bookings and handovers as they come in from others: illegal and malformed ones never count."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from gpconnect.domain.operations import Operation
from gpconnect.services.machines import MALFORMED, STEPS
from gpconnect.sync.merge import Illegal


def step(name: str, verb: str, body: dict[str, Any]) -> Any:
    """What this operation makes of a record that does not exist yet."""
    operation = Operation(
        op_id="0" * 32,
        space="practice/x",
        dossier=None,
        kind=f"{name}.{verb}",
        record="1" * 32,
        schema=1,
        made_at=datetime(2026, 11, 24, 8, 52, tzinfo=UTC),
        author="c1" * 16,
        device="d" * 32,
        action="2" * 32,
    )
    return STEPS[name](None, replace(operation, body=body))


@pytest.mark.parametrize("name", sorted(STEPS))
@pytest.mark.parametrize("body", [{"record": {"id": 7}}, {"seen": "never heard of"}, {"record": "no record"}])
def test_what_is_no_step_at_all_is_marked_as_such(name: str, body: dict[str, Any]) -> None:
    assert step(name, "booked", body) == MALFORMED


@pytest.mark.parametrize("name", sorted(STEPS))
def test_a_step_on_what_was_never_begun_is_illegal(name: str) -> None:
    after = step(name, "cancelled", {})

    assert isinstance(after, Illegal)
    assert after.code
