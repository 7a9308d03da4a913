"""Pseudonymised facts: the only thing about children that leaves for the municipality.

Closed types only: enums, integers, scores, age band, month and random ids. Pseudonymous facts remain personal data;
row level is never shown to anybody.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about one half-day, talk, episode, handover, feedback or form.

    Attributes:
        id: HMAC of what it is about under the team's pseudonym key; says nothing without that key.
        kind: a key of `FACT_KINDS`.
        month: first day of the month it belongs to; never finer.
        revision: the highest counts.
        values: closed types only, checked by the kind's definition.
    """

    id: str
    kind: str
    month: date
    revision: int
    values: dict[str, Any] = field(default_factory=dict)
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Narrative:
    """What a figure means, written together with partners for a period (first day, last day, both included)."""

    id: str
    indicator: str
    first_day: date
    last_day: date
    text: str
    written_at: datetime
    author_name: str


@dataclass(frozen=True, slots=True)
class ImprovementAction:
    """An action of a theme meeting, with owner and date, and what became of it."""

    id: str
    text: str
    owner: str
    due_on: date
    meeting_on: date
    done_on: date | None = None
    result: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A report as it was issued: figures, text and query pinned, so that running it again shows what differs."""

    id: str
    kind: str
    first_day: date
    last_day: date
    issued_at: datetime
    issued_by: str
    facts_digest: str
    figures: dict[str, Any] = field(default_factory=dict)
