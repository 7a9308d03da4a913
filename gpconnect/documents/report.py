"""What goes into a printed evaluation: figures that may be shown, and the words of people around them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gpconnect.documents import texts
from gpconnect.domain.benchmarks import Benchmarks
from gpconnect.domain.facts import ImprovementAction, Narrative
from gpconnect.domain.figures import Figures
from gpconnect.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation of the pilot.

    Attributes:
        figures: protected figures; raw ones are refused, whoever asks.
        partners: the organisations that wrote the meaning together.
        site_names: name per site id.
        reason_labels: Dutch words per request-for-help key.
        made_on: the day it was made.
        number: number of the issue, for example ``2026-2``; empty for a draft.
        issued_on: the day it was issued, or None for a draft.
    """

    kind: Literal["interim", "final"]
    figures: Figures
    pilot: str
    municipality: str
    partners: tuple[str, ...]
    site_names: dict[str, str]
    reason_labels: dict[str, str]
    narratives: tuple[Narrative, ...]
    actions: tuple[ImprovementAction, ...]
    benchmarks: Benchmarks
    sharing: Sharing
    made_on: date
    number: str = ""
    issued_on: date | None = None

    def __post_init__(self) -> None:
        """Refuses figures in which small numbers still show: that is a bug of the caller."""
        if not self.figures.protected:
            message = "a report is made from protected figures only"
            raise ValueError(message)

    @property
    def period(self) -> str:
        """The period in words."""
        return texts.period_text(self.figures.period.first_day, self.figures.period.last_day)

    @property
    def title(self) -> str:
        """Kind and pilot."""
        return f"{texts.KINDS[self.kind]} · {self.pilot}"

    @property
    def edition(self) -> str:
        """Which issue this is, or that it is a draft."""
        if self.number and self.issued_on:
            return f"uitgave {self.number}, vastgesteld op {texts.day_text(self.issued_on)}"
        return f"concept, gemaakt op {texts.day_text(self.made_on)}"

    def meaning(self, indicator: str) -> tuple[Narrative, ...]:
        """What was written about an indicator for months of this period, oldest first."""
        period = self.figures.period
        found = [
            each
            for each in self.narratives
            if each.indicator == indicator and each.first_day <= period.last_day and period.first_day <= each.last_day
        ]
        return tuple(sorted(found, key=lambda each: each.written_at))
