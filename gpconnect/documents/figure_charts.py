"""Which chart belongs to which figure: one definition for paper and screen."""

from gpconnect.documents import texts
from gpconnect.documents.charts import Bar, Chart, nice_top
from gpconnect.documents.report import Report
from gpconnect.domain.benchmarks import COMPARABLE
from gpconnect.domain.figures import Cell, Hidden
from gpconnect.domain.indicators import GP_ITEMS, wilson

CHART_KEYS = (COMPARABLE, "gp_items", *texts.BREAKDOWNS)
"""Everything that can be drawn."""


def figure_chart(report: Report, key: str) -> Chart | None:
    """The chart of a figure or table, or None when there is nothing that may be drawn."""
    if key == COMPARABLE:
        return comparison(report)
    if key == "gp_items":
        return gp_items(report)
    table = report.figures.breakdown(key)
    if table.hidden or not table.total or not table.cells:
        return None
    bars = tuple(
        Bar(texts.label(key, cell.key, report.reason_labels), _length(cell), cell_text(cell), own=True)
        for cell in table.cells
    )
    return Chart(texts.BREAKDOWNS[key][0], bars, nice_top([bar.value for bar in bars]))


def _length(cell: Cell) -> float | None:
    return None if cell.count is None else float(cell.count)


def cell_text(cell: Cell) -> str:
    """A count with its share, or why it does not show."""
    if cell.hidden or cell.count is None:
        return texts.PROTECTED_SHORT
    share = f" ({texts.percent(cell.share)})" if cell.share is not None else ""
    return f"{texts.number(cell.count)}{share}"


def comparison(report: Report) -> Chart | None:
    """Closed without referral beside the pilots that count the same thing; None when ours may not show.

    The intervals of other pilots are computed from their own published percentage and denominator.
    """
    own = report.figures.indicator(COMPARABLE)
    if own.hidden is not Hidden.NO or own.value is None:
        return None
    year = report.figures.period.last_day.year
    text = f"{texts.percent(own.value)} van {texts.number(own.denominator or 0)} afgesloten"
    bars = [Bar(f"Deze pilot, {year}", own.value, text, own.low, own.high, own=True)]
    for each in report.benchmarks.comparable():
        low, high = wilson(round(each.percent * each.denominator / 100), each.denominator)
        words = f"{each.percent}% van {texts.number(each.denominator)} {each.unit}"
        bars.append(Bar(f"{each.name}, {each.years}", each.percent / 100, words, low, high))
    return Chart("Afgesloten zonder verwijzing", tuple(bars), 1.0, percent=True)


def gp_items(report: Report) -> Chart | None:
    """The four questions to GPs, 1 to 5; None while too few have answered."""
    rows = [report.figures.indicator(key) for key in GP_ITEMS]
    if all(row.value is None for row in rows):
        return None
    bars = tuple(
        Bar(texts.INDICATORS[row.key][0], row.value, f"{texts.value_text(row)}, {texts.basis_text(row)}", own=True)
        for row in rows
    )
    return Chart("Wat huisartsen vinden (1–5)", bars, 5.0)
