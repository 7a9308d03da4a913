"""One drawing for paper and screen; what is hidden has no length."""

from collections.abc import Callable

import pytest

from gpconnect.documents.charts import Bar, Chart, chart_svg, nice_top
from gpconnect.documents.figure_charts import CHART_KEYS, figure_chart
from gpconnect.documents.report import Report

MakeReport = Callable[..., Report]


def test_a_chart_is_an_svg_that_says_in_words_what_it_shows() -> None:
    chart = Chart("Leeftijd", (Bar("4–7 & jonger", 12, "12"), Bar("8–11", None, "niet getoond")), 20)

    assert "<title>Leeftijd: 4–7 &amp; jonger 12; 8–11 niet getoond.</title>" in chart_svg(chart)
    assert "Source Sans Pro" in chart_svg(chart)


def test_the_comparison_holds_only_what_counts_the_same(make_report: MakeReport) -> None:
    chart = figure_chart(make_report(), "closed_without_referral")

    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["Deze pilot, 2026", "Den Haag, 2019–20", "Groningen, 10 maanden"]
    assert chart.top == 1
    assert all(bar.low is not None and bar.value is not None and bar.low < bar.value for bar in chart.bars)


@pytest.mark.parametrize("key", CHART_KEYS)
def test_every_figure_that_can_be_drawn_is_drawn_or_left_out(make_report: MakeReport, key: str) -> None:
    drawn = figure_chart(make_report(), key)

    assert drawn is None or chart_svg(drawn).startswith("<?xml")
    assert figure_chart(make_report(0), key) is None


@pytest.mark.parametrize(("values", "top"), [([None], 4), ([7, None], 8), ([81], 100), ([3_100], 4_000)])
def test_an_axis_ends_on_a_round_number(values: list[float | None], top: float) -> None:
    assert nice_top(values) == top
