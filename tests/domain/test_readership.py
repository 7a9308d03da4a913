"""Which roles may be in which space, whoever admits them."""

import pytest

from gpconnect.domain.readership import may_belong, may_found, may_read
from gpconnect.domain.staff import Role

SPACES = ("common/x", "practice/x", "team/x", "pilot/x", "elsewhere/x", "")


@pytest.mark.parametrize("space", SPACES)
def test_the_municipality_is_never_in_a_practice_or_team(space: str) -> None:
    allowed = space.startswith(("common/", "pilot/"))
    for capacity in ("admin", "member", "contributor", "recovery"):
        assert may_belong(space, Role.COORDINATOR, capacity) is allowed
    assert may_found(space, Role.COORDINATOR) is allowed


def test_a_worker_adds_to_the_pilot_and_reads_nothing_of_it() -> None:
    assert may_belong("pilot/x", Role.YOUTH_WORKER, "contributor")
    assert not may_belong("pilot/x", Role.YOUTH_WORKER, "member")
    assert not may_belong("pilot/x", Role.GP, "contributor")


@pytest.mark.parametrize("space", SPACES)
def test_who_founds_a_space_reads_it(space: str) -> None:
    for role in (*Role, "mayor"):
        assert may_read(space, role) or not may_found(space, role)
