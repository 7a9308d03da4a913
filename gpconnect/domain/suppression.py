"""Small cells: what may be shown so that no child can be recognised, also not by subtracting.

One function for screen, PDF, spreadsheet and text file. The rule: k = 10 (never below 5), no percentage below a
denominator of 30, and whoever knows this rule and sees the whole table still cannot work out a hidden cell. That is
our proposal; Statistics Netherlands and HRS publish rules of the same shape. Zeros may show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gpconnect.domain.figures import Breakdown, Cell, Figures, Guard, Hidden, Indicator, Unit

DEFAULT_K = 10
FLOOR_K = 5
MIN_DENOMINATOR = 30
_DERIVED = {
    "closed_without_referral": ("destinations", ("none",)),
    "advice_only": ("talk_outcomes", ("advice_only",)),
    "no_show": ("appointment_ends", ("noshow", "fulfilled")),
}
"""Figures that repeat a cell of a table: when the cell hides, so do they."""


def protect(figures: Figures, k: int = DEFAULT_K, earlier: Sequence[Figures] = ()) -> Figures:
    """Figures that may be shown.

    Args:
        figures: as computed, never shown to anybody.
        k: smallest count of children that shows; raised to `FLOOR_K` when lower.
        earlier: figures of reports issued before, as they were printed; subtracting two reports over overlapping
            months must not give a small number either.
    """
    k = max(k, FLOOR_K)
    overlapping = [each for each in earlier if each.period.overlaps(figures.period)]
    tables = tuple(
        protect_table(table, k, [old for each in overlapping for old in each.breakdowns if old.key == table.key])
        for table in figures.breakdowns
    )
    hidden_cells = {(table.key, cell.key) for table in tables for cell in table.cells if cell.hidden}
    indicators = tuple(
        _protect_indicator(
            each, k, [old for past in overlapping for old in past.indicators if old.key == each.key], hidden_cells
        )
        for each in figures.indicators
    )
    moved = any(_site_moved(figures, each, k) for each in overlapping)
    return replace(figures, indicators=indicators, breakdowns=tables, sites=() if moved else figures.sites, protected=k)


def _site_moved(now: Figures, before: Figures, k: int) -> bool:
    """Whether some site's number of children differs a little from what an earlier report printed."""
    printed = {part.site_id: part.children for part in before.sites}
    return any(_differs_little(part.children, [printed.get(part.site_id)], k) for part in now.sites)


def is_small(count: int | None, k: int) -> bool:
    """Whether a count points at a few people. Nobody is not a few."""
    return count is not None and 0 < count < k


def _differs_little(now: int | None, before: Iterable[int | None], k: int) -> bool:
    """Whether subtracting an earlier printed number leaves a small one."""
    return now is not None and any(old is not None and is_small(abs(now - old), k) for old in before)


def protect_table(table: Breakdown, k: int, earlier: Sequence[Breakdown] = ()) -> Breakdown:
    """A table in which no hidden cell can be worked out from what is shown."""
    if table.guard is Guard.WORK:
        return _with_shares(table, frozenset())
    if is_small(table.total, k) or _differs_little(table.total, [old.total for old in earlier], k):
        return _all_hidden(table, keep_total=False)
    first = {cell.key for cell in table.cells if _cell_is_small(cell, table, k) or _moved_little(cell, earlier, k)}
    if not table.exclusive:
        return _hidden_last(_with_shares(table, frozenset(first)))
    chosen = _complete(table, first, k)
    return _all_hidden(table, keep_total=True) if chosen is None else _with_shares(table, chosen)


def _cell_is_small(cell: Cell, table: Breakdown, k: int) -> bool:
    """A few, or, where rows do not add up, all but a few."""
    if is_small(cell.count, k):
        return True
    return not table.exclusive and cell.count is not None and is_small((table.total or 0) - cell.count, k)


def _moved_little(cell: Cell, earlier: Sequence[Breakdown], k: int) -> bool:
    return _differs_little(
        cell.count, [old.count for table in earlier for old in table.cells if old.key == cell.key], k
    )


def _complete(table: Breakdown, first: set[str], k: int) -> frozenset[str] | None:
    """Adds rows to the hidden ones, smallest first, until what they can be is wide enough; None when it never is."""
    if not first:
        return frozenset()
    hidden = [cell.count for cell in table.cells if cell.key in first and cell.count]
    keys = set(first)
    shown = sorted((cell for cell in table.cells if cell.key not in first and cell.count), key=lambda c: c.count or 0)
    while _possible(hidden, shown[0].count if shown else None, k) < k:
        if not shown:
            return None
        cell = shown.pop(0)
        keys.add(cell.key)
        hidden.append(cell.count or 0)
    return frozenset(keys)


def _possible(hidden: Sequence[int], smallest_shown: int | None, k: int) -> int:
    """How many numbers a hidden row can be, for who knows the rule.

    Zeros show, so each hidden row is at least 1. Rows hide smallest first, so none is as large as the smallest row
    that shows (on equal numbers the order of rows could tell). At least one is below k, or nothing would have been
    hidden. And together they are what the total leaves.
    """
    rest, others = sum(hidden), len(hidden) - 1
    most = rest if smallest_shown is None else min(rest, smallest_shown - 1)

    def fits(number: int) -> bool:
        left = rest - number
        if number < k:
            return others <= left <= others * most
        return others > 0 and others <= left <= min(k - 1, most) + (others - 1) * most

    return sum(map(fits, range(1, most + 1)))


def _all_hidden(table: Breakdown, *, keep_total: bool) -> Breakdown:
    """The whole table hidden, zeros too: with so few, an empty row already tells."""
    cells = tuple(Cell(cell.key, None, hidden=Hidden.PROTECTED) for cell in table.cells)
    total = table.total if keep_total and len(cells) > 1 else None
    return replace(table, cells=cells, total=total, hidden=Hidden.PROTECTED)


def _with_shares(table: Breakdown, hidden: frozenset[str]) -> Breakdown:
    """The rows that may show, with a share where the denominator allows one."""
    enough = table.total is not None and table.total >= MIN_DENOMINATOR
    cells = tuple(
        Cell(cell.key, None, hidden=Hidden.PROTECTED)
        if cell.key in hidden
        else replace(cell, share=(cell.count or 0) / (table.total or 1) if enough else None)
        for cell in table.cells
    )
    return replace(table, cells=cells)


def _hidden_last(table: Breakdown) -> Breakdown:
    """Hidden rows below the others, by name: a place between two numbers would tell what hides there."""
    shown = [cell for cell in table.cells if not cell.hidden]
    hidden = sorted((cell for cell in table.cells if cell.hidden), key=lambda cell: cell.key)
    return replace(table, cells=(*shown, *hidden))


def _protect_indicator(
    each: Indicator, k: int, earlier: Sequence[Indicator], hidden_cells: set[tuple[str, str]]
) -> Indicator:
    """One figure as it may be shown."""
    table, rows = _DERIVED.get(each.key, ("", ()))
    if any((table, row) in hidden_cells for row in rows) or _must_hide(each, k, earlier):
        return _blank(each, Hidden.PROTECTED)
    if each.unit is Unit.SHARE and (each.denominator or 0) < MIN_DENOMINATOR:
        return replace(each, value=None, low=None, high=None, hidden=Hidden.FEW if each.denominator else Hidden.NO)
    return each


def _must_hide(each: Indicator, k: int, earlier: Sequence[Indicator]) -> bool:
    if each.guard is Guard.WORK:
        return False
    counts = [each.numerator, each.denominator, each.n]
    if each.guard is Guard.PEOPLE and each.unit is Unit.SHARE and each.numerator is not None:
        counts.append((each.denominator or 0) - each.numerator)
    if any(is_small(count, k) for count in counts):
        return True
    return (
        _differs_little(each.numerator, [old.numerator for old in earlier], k)
        or _differs_little(each.denominator, [old.denominator for old in earlier], k)
        or _differs_little(each.n, [old.n for old in earlier], k)
    )


def _blank(each: Indicator, why: Hidden) -> Indicator:
    """The figure without any of its numbers."""
    return Indicator(each.key, each.unit, each.guard, notes=each.notes, hidden=why)
