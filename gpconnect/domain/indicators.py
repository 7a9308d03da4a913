"""From facts to the figures of the evaluation: what happened, for whom, how soon, and what it led to.

Percentages run over closed episodes only and open ones are reported apart, as published pilots do. No figure is ever
computed per worker or per GP. What comes out is not yet fit to be shown: `gpconnect.domain.suppression.protect` first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from statistics import NormalDist, fmean, median
from typing import Any

from gpconnect.domain.care import Destination, EndReason, Outcome, ReferrerType
from gpconnect.domain.evaluation import Moment
from gpconnect.domain.fact_kinds import AGE_BANDS, FACT_VOICES
from gpconnect.domain.facts import Fact
from gpconnect.domain.figures import Breakdown, Cell, Figures, Guard, Hidden, Indicator, Period, SiteFigures, Unit
from gpconnect.domain.suppression import DEFAULT_K, is_small

SITE_WORKERS = 3
SITE_CHILDREN = 10
_Z = NormalDist().inv_cdf(0.975)
_STAYED = frozenset({Destination.NONE.value, Destination.GP.value})
_DROPOUT = frozenset({EndReason.EARLY_AGREED.value, EndReason.EARLY_CLIENT.value, EndReason.EARLY_PROVIDER.value})
_WITHOUT_HELP = ("01", "02", "03", "04")
_GOALS = ("worse", "same", "closer", "reached", "beyond")
GP_ITEMS = ("gp_reach", "gp_feedback", "gp_lead", "gp_time")


@dataclass(frozen=True, slots=True)
class _Book:
    """The facts that count, by kind, in and around the period."""

    period: Period
    by_kind: dict[str, list[Fact]]

    def inside(self, kind: str) -> list[dict[str, Any]]:
        """Values of the facts of a kind whose month lies in the period."""
        return [fact.values for fact in self.by_kind.get(kind, ()) if fact.month in self.period]

    def until(self, kind: str) -> list[dict[str, Any]]:
        """Values of the facts of a kind up to and including the last month."""
        return [fact.values for fact in self.by_kind.get(kind, ()) if fact.month <= self.period.last_day]

    def closed(self) -> list[dict[str, Any]]:
        """Episodes that were closed in the period."""
        return [v for v in self.until("episode") if v.get("closed") and _first(v["closed"]) in self.period]

    def open(self) -> list[dict[str, Any]]:
        """Episodes that had started and were not over when the period ended."""
        return [v for v in self._going_on() if self._has_started(v)]

    def unseen(self) -> list[dict[str, Any]]:
        """Episodes that were asked for, of which the first talk had not been when the period ended."""
        return [v for v in self._going_on() if not self._has_started(v)]

    def _going_on(self) -> list[dict[str, Any]]:
        return [v for v in self.until("episode") if not v.get("closed") or _first(v["closed"]) > self.period.last_day]

    def _has_started(self, values: dict[str, Any]) -> bool:
        return bool(values.get("started")) and _first(values["started"]) <= self.period.last_day


def current(facts: Iterable[Fact]) -> list[Fact]:
    """Per id the fact with the highest revision, without what was withdrawn."""
    latest: dict[str, Fact] = {}
    for fact in facts:
        known = latest.get(fact.id)
        if known is None or fact.revision > known.revision:
            latest[fact.id] = fact
    return sorted((fact for fact in latest.values() if not fact.withdrawn), key=lambda fact: fact.id)


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson score interval, 1927); ``(0, 1)`` when there is nothing to divide."""
    if denominator == 0:
        return 0.0, 1.0
    share, z2 = numerator / denominator, _Z * _Z
    middle = share + z2 / (2 * denominator)
    reach = _Z * sqrt(share * (1 - share) / denominator + z2 / (4 * denominator**2))
    scale = 1 + z2 / denominator
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def nearest_rank(values: Sequence[int], part: float) -> int:
    """The smallest value within which at least `part` of all values lie (nearest-rank percentile)."""
    return sorted(values)[max(0, ceil(part * len(values)) - 1)]


def compute(facts: Iterable[Fact], period: Period) -> Figures:
    """All figures of the evaluation over one period, unprotected."""
    by_kind: dict[str, list[Fact]] = defaultdict(list)
    for fact in current(facts):
        by_kind[fact.kind].append(fact)
    book = _Book(period, dict(by_kind))
    indicators = [*_volume(book), *_waiting(book), *_outcomes(book), *_handovers(book), *_voices(book)]
    return Figures(period, tuple(indicators), tuple(_tables(book)), _sites(book))


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _count(key: str, value: int, guard: Guard = Guard.PEOPLE, notes: tuple[str, ...] = ()) -> Indicator:
    return Indicator(key, Unit.COUNT, guard, float(value), value, notes=notes)


def _share(
    key: str, numerator: int, denominator: int, guard: Guard = Guard.PEOPLE, notes: tuple[str, ...] = ()
) -> Indicator:
    low, high = wilson(numerator, denominator)
    value = numerator / denominator if denominator else None
    return Indicator(key, Unit.SHARE, guard, value, numerator, denominator, low, high, notes=notes)


def _over(
    key: str, unit: Unit, values: Sequence[int], how: Callable[[Sequence[int]], float], guard: Guard = Guard.PEOPLE
) -> Indicator:
    """A median, percentile or mean with its n; no value without observations."""
    return Indicator(key, unit, guard, float(how(values)) if values else None, n=len(values))


def _known(rows: Iterable[dict[str, Any]], key: str) -> list[Any]:
    return [row[key] for row in rows if row.get(key) is not None]


def _volume(book: _Book) -> list[Indicator]:
    half_days, talks, closed = book.inside("half_day"), book.inside("encounter"), book.closed()
    ends = Counter(row["status"] for row in book.inside("appointment_end"))
    outcomes = Counter(_known(talks, "outcome"))
    return [
        _count("half_days", len(half_days), Guard.WORK),
        _share("half_days_used", _sum(half_days, "used"), _sum(half_days, "capacity"), Guard.WORK),
        _count("children", len({row["child"] for row in talks})),
        _count("talks", len(talks)),
        _over("talks_per_closed", Unit.RATIO, _known(closed, "talks"), fmean),
        _share("gp_joined", sum(row["gp_joined"] for row in talks), len(talks), Guard.ANSWERS),
        _share("no_show", ends["noshow"], ends["noshow"] + ends["fulfilled"], Guard.ANSWERS),
        _share("advice_only", outcomes[Outcome.ADVICE_ONLY.value], outcomes.total()),
        _count("peer_consultations", len(book.inside("peer_consultation")), Guard.WORK),
    ]


def _sum(rows: Iterable[dict[str, Any]], key: str) -> int:
    return sum(row[key] for row in rows)


def _waiting(book: _Book) -> list[Indicator]:
    """How long the first talk took; who still waits is on the waiting list, or asked and was not seen yet."""
    waiting = len(book.until("waiting")) + len(book.unseen())
    days = _known(book.inside("encounter"), "waiting_days")
    return [
        _over("waiting_median", Unit.DAYS, days, median),
        _over("waiting_p90", Unit.DAYS, days, lambda values: nearest_rank(values, 0.9)),
        _count("still_waiting", waiting, notes=("as_known_now",)),
    ]


def _outcomes(book: _Book) -> list[Indicator]:
    closed = book.closed()
    stayed = sum(each in _STAYED for each in _destinations(closed))
    dropped = sum(row.get("end_reason") in _DROPOUT for row in closed)
    followed = [row for row in closed if row["aftercare_done"]]
    goals = book.inside("goal")
    kept = _known(closed, "lead_kept")
    return [
        _count("closed", len(closed)),
        _count("open", len(book.open())),
        _share("closed_without_referral", stayed, len(closed), notes=("not_savings",)),
        _share("dropout", dropped, len(closed)),
        _share("lead_kept", sum(kept), len(kept), Guard.ANSWERS),
        _share("aftercare_done", len(followed), sum(row["aftercare_planned"] for row in closed), Guard.ANSWERS),
        _share("no_new_start", sum(not row["later_referral"] for row in followed), len(followed)),
        _share("goals_reached", sum(row["score_end"] >= 0 for row in goals), len(goals)),
    ]


def _handovers(book: _Book) -> list[Indicator]:
    rows = book.inside("handover")
    called, told = _known(rows, "called_back"), _known(book.inside("feedback"), "in_time")
    return [
        _count("handovers", len(rows)),
        _share("handovers_met", sum(row["met"] for row in rows), len(rows), Guard.ANSWERS),
        _share("handovers_completed", sum(row["status"] == "completed" for row in rows), len(rows), Guard.ANSWERS),
        _over("handover_accept_days", Unit.DAYS, _known(rows, "days_to_accept"), median),
        _over("handover_contact_days", Unit.DAYS, _known(rows, "days_to_first_contact"), median),
        _share("handovers_called_back", sum(called), len(called), Guard.ANSWERS),
        _share("feedback_in_time", sum(told), len(told), Guard.WORK),
    ]


def _voices(book: _Book) -> list[Indicator]:
    rows = book.inside("response")
    figures: list[Indicator] = []
    for voice in FACT_VOICES:
        own = [row for row in rows if row["voice"] == voice]
        figures.append(_share(f"response_{voice}", sum(row["answered"] for row in own), len(own), Guard.ANSWERS))
        ended = [row for row in own if row["moment"] == Moment.END.value]
        if voice in {"youth", "parent"}:
            figures.append(_over(f"usefulness_{voice}", Unit.MARK, _known(ended, "usefulness"), fmean))
            figures.append(_over(f"recommend_{voice}", Unit.MARK, _known(ended, "recommend"), fmean))
        if voice in {"child", "youth", "parent"}:
            figures.append(_over(f"heard_{voice}", Unit.MARK, _known(own, "heard"), fmean))
        if voice == "gp":
            figures += [_over(item, Unit.MARK, _known(own, item), fmean) for item in GP_ITEMS]
        if voice == "worker":
            figures.append(_over("worker_fit", Unit.MARK, _known(own, "worker_fit"), fmean))
    return figures


def _tables(book: _Book) -> list[Breakdown]:
    talks, closed = book.inside("encounter"), book.closed()
    first_band: dict[str, str] = {}
    for row in talks:
        first_band.setdefault(row["child"], row["age_band"])
    started = [v for v in book.until("episode") if v.get("started") and _first(v["started"]) in book.period]
    gone = [Destination.NONE.value if each in _STAYED else each for each in _destinations(closed)]
    onward = [each.value for each in Destination if each is not Destination.GP]
    answers = [row for row in book.inside("response") if row["moment"] == Moment.END.value]
    return [
        _table("age_bands", AGE_BANDS, first_band.values()),
        _ways_in(book, [row["way_in"] for row in started]),
        _reasons(book, set(first_band)),
        _table("talk_outcomes", [each.value for each in Outcome], _known(talks, "outcome")),
        _table(
            "appointment_ends",
            ("fulfilled", "noshow", "cancelled"),
            (row["status"] for row in book.inside("appointment_end")),
        ),
        _table("destinations", onward, gone, note="gp_counts_as_none"),
        _table("goals", _GOALS, (_goal(row) for row in book.inside("goal"))),
        *(
            _table(
                f"without_help_{voice}",
                _WITHOUT_HELP,
                _known([row for row in answers if row["voice"] == voice], "without_help"),
            )
            for voice in ("parent", "youth")
        ),
    ]


def _destinations(closed: Iterable[dict[str, Any]]) -> list[str]:
    return [row.get("destination") or Destination.NONE.value for row in closed]


def _table(key: str, keys: Sequence[str], values: Iterable[str], note: str = "") -> Breakdown:
    """Counts per category, in the order of the definition, adding up to the total."""
    counts = Counter(values)
    return Breakdown(key, tuple(Cell(each, counts[each]) for each in keys), counts.total(), note=note)


def _ways_in(book: _Book, ways: Sequence[str]) -> Breakdown:
    """Through whom children came, over the episodes that started in the period.

    Started less closed is what still runs, so while only a few run this table does not show either.
    """
    keys, note = [each.value for each in ReferrerType], "community_team_is_none"
    if is_small(len(book.open()), DEFAULT_K):
        cells = tuple(Cell(key, None, hidden=Hidden.PROTECTED) for key in keys)
        return Breakdown("way_in", cells, None, note=note, hidden=Hidden.PROTECTED)
    return _table("way_in", keys, ways, note=note)


def _reasons(book: _Book, children: set[str]) -> Breakdown:
    """Requests for help per child seen; a child may have more than one, so rows do not add up."""
    asked: dict[str, set[str]] = defaultdict(set)
    for row in book.until("episode"):
        if row["child"] in children:
            asked[row["child"]] |= set(row["reasons"])
    counts = Counter(reason for reasons in asked.values() for reason in reasons)
    cells = tuple(Cell(key, count) for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return Breakdown("reasons", cells, len(children), exclusive=False, note="more_than_one")


def _goal(row: dict[str, Any]) -> str:
    """Where a goal ended on the scale −3 … +2, in the words of the table."""
    start, end = row["score_start"], row["score_end"]
    if end > 0:
        return "beyond"
    if end == 0:
        return "reached"
    return "worse" if end < start else "same" if end == start else "closer"


def _sites(book: _Book) -> tuple[SiteFigures, ...]:
    """A part per site, only where at least three workers and ten children stand behind it.

    A site that is left out must not follow by subtraction: the parts left out hold enough children together, or no
    part is made at all.
    """
    talks, half_days = book.inside("encounter"), book.inside("half_day")
    parts = {
        site: SiteFigures(
            site,
            sum(row["site"] == site for row in half_days),
            len({row["child"] for row in talks if row["site"] == site}),
            sum(row["site"] == site for row in talks),
        )
        for site in sorted({row["site"] for row in [*talks, *half_days]})
    }
    workers = {site: {row["worker"] for row in half_days if row["site"] == site} for site in parts}
    good = [p for p in parts.values() if p.children >= SITE_CHILDREN and len(workers[p.site_id]) >= SITE_WORKERS]
    kept = {part.site_id for part in good}
    behind = {row["child"] for row in talks if row["site"] not in kept}
    if 0 < len(behind) < DEFAULT_K:
        return ()
    return tuple(good)
