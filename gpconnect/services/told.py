"""What left this device for the municipality, fact by fact, in the sentences of the sharing rules.

Read from the log of what was sent, not from what would be sent today: what was taken back stays in sight as such.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gpconnect.domain.facts import Fact
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.sharing import municipality_lines
from gpconnect.domain.staff import Role
from gpconnect.services.acting import check
from gpconnect.services.reporting import load_sharing
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows


@dataclass(frozen=True, slots=True)
class ToldValue:
    """One value of a fact: its name, the sentence that says what it is, and what it is; a site by its name."""

    name: str
    sentence: str
    value: Any


@dataclass(frozen=True, slots=True)
class ToldFact:
    """One fact as the hub has it, or as it waits to go.

    Attributes:
        number: the random number that stands for what it is about.
        revision: how often it was told; the hub has every version, the highest counts.
        arrived: the hub has it; otherwise it is ready to go.
        withdrawn: taken back; it holds nothing any more.
    """

    number: str
    kind: str
    title: str
    month: date
    revision: int
    arrived: bool
    withdrawn: bool
    values: tuple[ToldValue, ...]


def told_facts(session: Session) -> tuple[ToldFact, ...]:
    """Everything that this device told the municipality, newest month first. Empty for who tells nothing.

    A reader of the pilot holds facts of everybody, row by row; those are shown to nobody.
    """
    check(session, Intention.SEE_SHARING)
    if session.actor.role is not Role.YOUTH_WORKER:
        return ()
    lines = municipality_lines(load_sharing())
    titles = {line.kind: line.title for line in lines}
    sites = {site.id: site.name for site in rows.where(session.db, Site)}
    found = []
    for fact in rows.where(session.db, Fact, order="month DESC, kind, id"):
        values = tuple(
            ToldValue(line.value, line.sentence, _named(line.value, fact.values[line.value], sites))
            for line in lines
            if line.kind == fact.kind and line.value in fact.values
        )
        arrived = not operations.is_pending(session.db, "fact", fact.id)
        about = (fact.id, fact.kind, titles[fact.kind], fact.month, fact.revision)
        found.append(ToldFact(*about, arrived=arrived, withdrawn=fact.withdrawn, values=values))
    return tuple(found)


def _named(name: str, value: Any, sites: dict[str, str]) -> Any:
    return sites.get(value, value) if name == "site" else value
