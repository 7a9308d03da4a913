"""Who works with the program, and in which role."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles of the pilot; each sees only what its work needs."""

    YOUTH_WORKER = "youth_worker"
    GP = "gp"
    PRACTICE_ASSISTANT = "practice_assistant"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Staff:
    """A colleague as everybody in the pilot knows them (space ``common``)."""

    id: str
    name: str
    role: Role
    organization: str
    site_ids: tuple[str, ...] = ()
    team_id: str = ""
    phone: str = ""
    archived: bool = False
