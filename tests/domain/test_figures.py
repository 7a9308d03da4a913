"""Periods are whole months, and issued figures come back as they were."""

from datetime import date

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.figures import (
    Breakdown,
    Cell,
    Difference,
    Figures,
    Guard,
    Indicator,
    Unit,
    differences,
    from_plain,
    to_plain,
    whole_months,
)
from gpconnect.domain.suppression import protect

PERIOD = whole_months(date(2026, 5, 12), date(2026, 10, 3))


def figures(children: int, first: int) -> Figures:
    table = Breakdown("age_bands", (Cell("4-7", first), Cell("8-11", 40)), first + 40)
    return protect(Figures(PERIOD, (Indicator("children", Unit.COUNT, Guard.PEOPLE, children, children),), (table,)))


def test_a_period_widens_to_whole_months() -> None:
    assert (PERIOD.first_day, PERIOD.last_day) == (date(2026, 5, 1), date(2026, 10, 31))
    assert date(2026, 10, 1) in PERIOD
    assert date(2026, 11, 1) not in PERIOD
    assert "2026-05" not in PERIOD


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(KnownError, match=r"report\.period\.order"):
        whole_months(date(2026, 5, 2), date(2026, 5, 1))


def test_issued_figures_survive_being_pinned() -> None:
    issued = figures(112, 72)

    assert from_plain(to_plain(issued)) == issued


def test_running_an_issued_report_again_shows_what_differs() -> None:
    assert differences(figures(112, 72), figures(130, 90)) == [
        Difference("children", "", 112, 130),
        Difference("age_bands", "4-7", 72, 90),
    ]


def test_raw_figures_are_never_compared() -> None:
    raw = Figures(PERIOD, (), ())

    with pytest.raises(ValueError, match="protected"):
        differences(raw, raw)
