"""Published figures of comparable pilots: each with its own denominator, year and source, and the counter-evidence.

Two percentages with different denominators never share an axis. Only what counts the same thing is comparable; the
rest is told in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from gpconnect.domain.errors import KnownError

COMPARABLE = "closed_without_referral"
"""The one measure that other pilots publish over the same denominator: closed episodes."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What one pilot published.

    Attributes:
        measure: `COMPARABLE`, or ``other`` when it counts something else.
        percent: as published, whole percent.
        denominator: what it is a percentage of; 0 when not published.
        unit: what the denominator counts.
        words: one sentence for the text.
        caution: where even a comparable pilot counts differently; printed under the chart.
    """

    name: str
    years: str
    measure: str
    percent: int
    unit: str
    words: str
    source: str
    denominator: int = 0
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """All published figures, and what must be printed beside them."""

    pilots: tuple[Benchmark, ...]
    counter_evidence: str
    national: str
    local: str

    def comparable(self) -> tuple[Benchmark, ...]:
        """Pilots that may stand on one axis with ours: same measure, denominator known."""
        return tuple(each for each in self.pilots if each.measure == COMPARABLE and each.denominator)

    def in_words(self) -> tuple[Benchmark, ...]:
        """Pilots whose denominator differs: told, never drawn."""
        return tuple(each for each in self.pilots if each not in self.comparable())


def parse_benchmarks(data: Mapping[str, Any], source: str) -> Benchmarks:
    """Published figures from decoded TOML (``resources/codes/benchmarks.toml``).

    Raises:
        KnownError: ``benchmarks.wrong`` (file, detail) for an unknown key or an impossible value.
    """
    rows = data.get("pilots", ())
    for table, shape in ((data, Benchmarks), *((row, Benchmark) for row in rows)):
        unknown = set(table) - {each.name for each in fields(shape)}
        if unknown:
            raise KnownError("benchmarks.wrong", file=source, detail=", ".join(sorted(unknown)))
    try:
        return msgspec.convert(dict(data), Benchmarks)
    except msgspec.ValidationError as error:
        raise KnownError("benchmarks.wrong", file=source, detail=str(error)) from error
