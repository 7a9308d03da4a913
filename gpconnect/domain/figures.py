"""Figures of a period as plain data: what the screen, the PDF, the tables and an issued report all show.

Two denominators are never mixed: every share carries its own numerator, denominator and period.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import msgspec

from gpconnect.domain.errors import KnownError


class Unit(StrEnum):
    """What a value is measured in."""

    COUNT = "count"
    SHARE = "share"
    DAYS = "days"
    MARK = "mark"
    RATIO = "ratio"


class Guard(StrEnum):
    """How much a figure could say about one child, and so how strictly small numbers are hidden."""

    PEOPLE = "people"
    """About children or families: small numbers hide, and so does a small rest (all but a few)."""
    ANSWERS = "answers"
    """About answers or acts: small numbers hide."""
    WORK = "work"
    """About half-days or duties of professionals: numbers show, a share still needs a denominator."""


class Hidden(StrEnum):
    """Why something is not shown. Which cell of a table was the small one is deliberately not told."""

    NO = ""
    PROTECTED = "protected"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months, both ends included: facts carry months, never days."""

    first_day: date
    last_day: date

    def __contains__(self, month: object) -> bool:
        """Whether a month (its first day) lies in the period."""
        return isinstance(month, date) and self.first_day <= month <= self.last_day

    def overlaps(self, other: "Period") -> bool:
        """Whether at least one month is in both."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure with everything needed to judge it.

    Attributes:
        key: name of the definition; the words stand with the documents.
        value: share between 0 and 1, days, mark, ratio or count; None when there is none or it is hidden.
        low: lower end of the 95 % interval of a share (Wilson, 1927).
        high: upper end of it.
        n: how many observations are behind a mean, median or ratio.
        notes: codes of remarks that must be printed beside it.
    """

    key: str
    unit: Unit
    guard: Guard
    value: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    notes: tuple[str, ...] = ()
    hidden: Hidden = Hidden.NO


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table: a count, and its share of the table's total."""

    key: str
    count: int | None
    share: float | None = None
    hidden: Hidden = Hidden.NO


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A table of categories.

    Attributes:
        total: what the shares are shares of.
        exclusive: every unit is in exactly one row, so that the rows add up to the total.
        note: code of the remark under the table (for example that rows do not add up).
    """

    key: str
    cells: tuple[Cell, ...]
    total: int | None
    exclusive: bool = True
    guard: Guard = Guard.PEOPLE
    note: str = ""
    hidden: Hidden = Hidden.NO


@dataclass(frozen=True, slots=True)
class SiteFigures:
    """The part of one site; only made where enough workers and children stand behind it."""

    site_id: str
    half_days: int
    children: int
    talks: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that was counted over one period.

    Attributes:
        sites: parts per site; empty when too few workers or children stand behind each.
        protected: small cells have been hidden with this k; 0 means this never leaves the computation.
    """

    period: Period
    indicators: tuple[Indicator, ...]
    breakdowns: tuple[Breakdown, ...]
    sites: tuple[SiteFigures, ...] = ()
    protected: int = 0

    def indicator(self, key: str) -> Indicator:
        """The figure with this key; an unknown key is a bug."""
        return next(each for each in self.indicators if each.key == key)

    def breakdown(self, key: str) -> Breakdown:
        """The table with this key; an unknown key is a bug."""
        return next(each for each in self.breakdowns if each.key == key)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where running an issued report again gives something else. None means hidden or absent."""

    key: str
    cell: str
    issued: float | None
    now: float | None


def whole_months(first_day: date, last_day: date) -> Period:
    """The period of whole months around two days.

    Raises:
        KnownError: ``report.period.order`` when the last day comes before the first.
    """
    if last_day < first_day:
        raise KnownError("report.period.order", first=first_day, last=last_day)
    after = (last_day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return Period(first_day.replace(day=1), after - timedelta(days=1))


def to_plain(figures: Figures) -> dict[str, Any]:
    """Figures as plain data, to pin in an issued report."""
    plain: dict[str, Any] = msgspec.to_builtins(figures)
    return plain


def from_plain(plain: Mapping[str, Any]) -> Figures:
    """Figures back from an issued report."""
    return msgspec.convert(plain, Figures)


def differences(issued: Figures, now: Figures) -> list[Difference]:
    """What is not the same when an issued report is computed again; both must be protected figures.

    Comparing raw figures with an issued report would undo its hiding, so a bug is raised for those.
    """
    if not (issued.protected and now.protected):
        message = "only protected figures may be compared"
        raise ValueError(message)
    before, after = _flat(issued), _flat(now)
    return [
        Difference(key, cell, before.get((key, cell)), after.get((key, cell)))
        for key, cell in dict.fromkeys([*before, *after])
        if before.get((key, cell)) != after.get((key, cell))
    ]


def _flat(figures: Figures) -> dict[tuple[str, str], float | None]:
    """Every number by (key, cell)."""
    numbers: dict[tuple[str, str], float | None] = {(each.key, ""): each.value for each in figures.indicators}
    for table in figures.breakdowns:
        numbers |= {(table.key, cell.key): cell.count for cell in table.cells}
    return numbers
