"""Which roles may ever belong to a space, whoever admits them.

The services ask before they admit, and every replica asks again of each entry that comes in: no admin, and no hub
that helps one, can put the municipality's device in a practice or a team.
"""

from collections.abc import Mapping

from gpconnect.domain.records import Family
from gpconnect.domain.staff import Role

READERS = {
    Family.COMMON: frozenset(Role),
    Family.PRACTICE: frozenset({Role.GP, Role.PRACTICE_ASSISTANT, Role.YOUTH_WORKER}),
    Family.TEAM: frozenset({Role.YOUTH_WORKER}),
    Family.PILOT: frozenset({Role.COORDINATOR}),
}
"""Which roles may ever read a family of spaces."""
CONTRIBUTORS = {Family.PILOT: frozenset({Role.YOUTH_WORKER})}
"""Which roles may add to a family of spaces that they never read."""
FOUNDERS = {
    Family.COMMON: frozenset({Role.COORDINATOR}),
    Family.PRACTICE: READERS[Family.PRACTICE],
    Family.TEAM: READERS[Family.TEAM],
    Family.PILOT: frozenset({Role.COORDINATOR}),
}
"""Who founds a space and hands out its keys: the coordinator what everybody reads, each practice and team its own."""


def may_read(space: str, role: str) -> bool:
    """Whether somebody in this role may hold the keys of this space."""
    return role in _of(READERS, space)


def may_belong(space: str, role: str, capacity: str) -> bool:
    """Whether a device of somebody in this role may be in this space in this capacity."""
    if capacity == "contributor":
        return may_read(space, role) or role in _of(CONTRIBUTORS, space)
    return may_read(space, role)


def may_found(space: str, role: str) -> bool:
    """Whether somebody in this role may make this space."""
    return role in _of(FOUNDERS, space)


def _of(table: Mapping[Family, frozenset[Role]], space: str) -> frozenset[Role]:
    name = space.partition("/")[0]
    return table.get(Family(name), frozenset()) if name in set(Family) else frozenset()
