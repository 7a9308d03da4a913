"""Nobody who sees a table, and knows the rule, can work out what it hides."""

from collections import defaultdict
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.figures import (
    Breakdown,
    Cell,
    Figures,
    Guard,
    Hidden,
    Indicator,
    Period,
    SiteFigures,
    Unit,
)
from gpconnect.domain.suppression import DEFAULT_K, FLOOR_K, is_small, protect, protect_table

PERIOD = Period(date(2026, 5, 1), date(2026, 10, 31))
LATER = Period(date(2026, 9, 1), date(2026, 12, 31))
counts = st.lists(st.integers(0, 60), min_size=1, max_size=7)


def table(*numbers: int, exclusive: bool = True, total: int | None = None, guard: Guard = Guard.PEOPLE) -> Breakdown:
    cells = tuple(Cell(f"c{place}", number) for place, number in enumerate(numbers))
    return Breakdown("table", cells, sum(numbers) if total is None else total, exclusive=exclusive, guard=guard)


def figures(*indicators: Indicator, tables: tuple[Breakdown, ...] = (), period: Period = PERIOD) -> Figures:
    return Figures(period, indicators, tables)


def share(numerator: int, denominator: int, key: str = "x", guard: Guard = Guard.PEOPLE) -> Indicator:
    return Indicator(key, Unit.SHARE, guard, numerator / denominator, numerator, denominator, 0.1, 0.9)


@pytest.mark.parametrize(("k", "largest", "rows"), [(3, 8, 4), (4, 11, 3), (5, 6, 4)])
def test_someone_who_knows_the_rule_and_sees_the_table_recovers_no_hidden_cell(k: int, largest: int, rows: int) -> None:
    """Every table up to a size: each published picture fits several originals for every hidden cell."""
    originals: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for numbers in product(range(largest + 1), repeat=rows):
        made = protect_table(table(*numbers), k)
        originals[made.total, made.hidden, *(cell.count for cell in made.cells)].append(numbers)

    for picture, fitting in originals.items():
        hidden = [place for place, count in enumerate(picture[2:]) if count is None]
        assert all(len({numbers[place] for numbers in fitting}) > 1 for place in hidden), (picture, fitting)


@given(counts)
def test_no_small_number_is_ever_shown(numbers: list[int]) -> None:
    made = protect_table(table(*numbers), DEFAULT_K)

    assert not any(is_small(cell.count, DEFAULT_K) for cell in made.cells)
    assert not is_small(made.total, DEFAULT_K)


@given(counts)
def test_what_is_hidden_in_a_table_that_adds_up_spans_at_least_k_numbers(numbers: list[int]) -> None:
    made = protect_table(table(*numbers), DEFAULT_K)
    hidden = [cell for cell in made.cells if cell.count is None]

    if hidden and made.total is not None and not made.hidden:
        rest = made.total - sum(cell.count or 0 for cell in made.cells)
        assert len(hidden) >= 2
        assert rest - len(hidden) + 1 >= DEFAULT_K


@given(counts)
def test_which_cell_was_the_small_one_is_not_told(numbers: list[int]) -> None:
    made = protect_table(table(*numbers), DEFAULT_K)

    assert {cell.hidden for cell in made.cells if cell.count is None} <= {Hidden.PROTECTED}


def test_a_neighbour_hides_with_a_small_cell() -> None:
    made = protect_table(table(39, 28, 24, 6), DEFAULT_K)

    assert [cell.count for cell in made.cells] == [39, 28, None, None]


def test_zero_may_show_and_a_large_table_shows_whole_with_shares() -> None:
    made = protect_table(table(40, 60, 0), DEFAULT_K)

    assert [cell.share for cell in made.cells] == [0.4, 0.6, 0.0]


def test_a_table_that_cannot_be_protected_row_by_row_hides_whole_but_keeps_its_total() -> None:
    made = protect_table(table(3, 3, 4, 0), DEFAULT_K)

    assert made.hidden is Hidden.PROTECTED
    assert made.total == 10
    assert all(cell.count is None for cell in made.cells)


def test_one_child_in_the_whole_period_shows_nothing() -> None:
    made = protect_table(table(1, 0, 0), DEFAULT_K)

    assert made.total is None
    assert all(cell.count is None for cell in made.cells)


def test_rows_that_do_not_add_up_also_hide_all_but_a_few() -> None:
    """95 of 100 children with a request says something about the other five."""
    made = protect_table(table(95, 40, 5, exclusive=False, total=100), DEFAULT_K)

    assert [(cell.key, cell.count) for cell in made.cells] == [("c1", 40), ("c0", None), ("c2", None)]


def test_below_thirty_there_is_no_percentage() -> None:
    made = protect_table(table(14, 15), DEFAULT_K)

    assert [cell.share for cell in made.cells] == [None, None]


def test_work_of_professionals_shows_small_numbers() -> None:
    assert [cell.count for cell in protect_table(table(2, 50, guard=Guard.WORK), DEFAULT_K).cells] == [2, 50]


@pytest.mark.parametrize(("numerator", "denominator"), [(3, 100), (97, 100), (4, 9)])
def test_a_share_of_children_hides_when_few_do_or_few_do_not(numerator: int, denominator: int) -> None:
    made = protect(figures(share(numerator, denominator))).indicator("x")

    assert (made.value, made.numerator, made.denominator, made.low) == (None, None, None, None)
    assert made.hidden is Hidden.PROTECTED


def test_a_share_of_answers_may_be_nearly_all() -> None:
    assert protect(figures(share(97, 100, guard=Guard.ANSWERS))).indicator("x").value == 0.97


def test_a_share_over_fewer_than_thirty_keeps_its_numbers_but_no_percentage() -> None:
    made = protect(figures(share(12, 24))).indicator("x")

    assert (made.value, made.numerator, made.denominator, made.hidden) == (None, 12, 24, Hidden.FEW)


def test_nothing_to_divide_is_not_a_secret() -> None:
    made = protect(figures(Indicator("x", Unit.SHARE, Guard.PEOPLE, None, 0, 0, 0.0, 1.0))).indicator("x")

    assert (made.value, made.hidden) == (None, Hidden.NO)


def test_work_figures_show_however_small() -> None:
    made = protect(figures(Indicator("x", Unit.COUNT, Guard.WORK, 3.0, 3)))

    assert made.indicator("x").value == 3


def test_k_is_never_below_the_floor() -> None:
    assert protect(figures(), k=1).protected == FLOOR_K


def test_a_headline_hides_with_the_cell_it_repeats() -> None:
    destinations = Breakdown("destinations", (Cell("none", 20), Cell("youth_care", 3), Cell("school", 60)), 83)
    made = protect(figures(share(20, 83, "closed_without_referral"), tables=(destinations,)))

    assert made.indicator("closed_without_referral").hidden is Hidden.PROTECTED


def test_subtracting_an_earlier_report_gives_no_small_number() -> None:
    earlier = protect(figures(share(50, 90), tables=(table(40, 60, 50),)))
    now = figures(share(53, 95), tables=(table(45, 60, 50, total=155),), period=LATER)

    made = protect(now, earlier=[earlier])

    assert made.indicator("x").hidden is Hidden.PROTECTED
    assert made.breakdown("table").total is None


def test_a_moved_cell_hides_with_a_neighbour() -> None:
    earlier = protect(figures(tables=(table(40, 60, 50),)))
    made = protect(figures(tables=(table(43, 97, 50),), period=LATER), earlier=[earlier])

    assert [cell.count for cell in made.breakdown("table").cells] == [None, 97, None]


def test_an_earlier_report_over_other_months_does_not_matter() -> None:
    earlier = protect(figures(share(50, 90), period=Period(date(2025, 1, 1), date(2025, 6, 30))))

    assert protect(figures(share(53, 95)), earlier=[earlier]).indicator("x").hidden is Hidden.NO


def test_parts_per_site_vanish_when_they_moved_a_little() -> None:
    before = protect(Figures(PERIOD, (), (), (SiteFigures("a", 20, 40, 90),)))
    now = Figures(LATER, (), (), (SiteFigures("a", 21, 43, 95),))

    assert protect(now, earlier=[before]).sites == ()
    assert protect(now).sites == now.sites
