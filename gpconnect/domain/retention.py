"""How long a dossier is kept: twenty years after its last change (Jeugdwet 7.3.8 lid 3), or longer with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gpconnect.domain.ages import birthday
from gpconnect.domain.errors import KnownError

YEARS = 20
"""Jeugdwet 7.3.8 lid 3; the term of the WGBO is the same."""


@dataclass(frozen=True, slots=True)
class Retention:
    """A decision to keep a dossier longer, "as follows from the care of a good worker" (7.3.8 lid 3).

    It is no change of the dossier itself, so it does not start the twenty years again.

    Attributes:
        until: the day on which somebody looks again.
    """

    id: str
    patient_id: str
    until: date
    reason: str
    decided_by: str
    decided_by_name: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Term:
    """When a dossier may go.

    Attributes:
        last_change: the last day on which something in it changed.
        due_on: the first day on which it is to be destroyed.
        longer: the decision that keeps it beyond the twenty years, or None.
    """

    patient_id: str
    last_change: date
    due_on: date
    longer: Retention | None = None


def twenty_years_after(last_change: date) -> date:
    """The day on which the term has passed (1 March for a 29 February that does not come round)."""
    return birthday(last_change, YEARS)


def term(patient_id: str, last_change: date, decisions: Iterable[Retention]) -> Term:
    """When one dossier may go: twenty years after its last change, or the last decision to keep it longer.

    Args:
        patient_id: whose.
        last_change: of anything in the dossier.
        decisions: to keep this dossier longer; the one made last counts, and it never shortens the term.
    """
    plain = twenty_years_after(last_change)
    last = max(decisions, key=lambda one: (one.decided_at, one.id), default=None)
    if last is None or last.until <= plain:
        return Term(patient_id, last_change, plain)
    return Term(patient_id, last_change, last.until, last)


def due_by(terms: Iterable[Term], day: date) -> tuple[Term, ...]:
    """The dossiers whose term has passed on a day, the longest overdue first."""
    return tuple(sorted((one for one in terms if one.due_on <= day), key=lambda one: (one.due_on, one.patient_id)))


def check_longer(until: date, current: Term, today: date) -> None:
    """Refuse a day that keeps nothing longer.

    Raises:
        KnownError: ``retention.not_longer`` when the day lies before the term or today.
    """
    if until <= max(current.due_on, today):
        raise KnownError("retention.not_longer", field="until")
