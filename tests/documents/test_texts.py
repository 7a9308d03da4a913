"""How figures are said in Dutch."""

from datetime import date

import pytest

from gpconnect.documents import texts
from gpconnect.domain.figures import Breakdown, Cell, Guard, Hidden, Indicator, Unit


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Indicator("x", Unit.COUNT, Guard.PEOPLE, 2439.0, 2439), "2.439"),
        (Indicator("x", Unit.DAYS, Guard.PEOPLE, 1.0, n=40), "1 dag (n = 40)"),
        (Indicator("x", Unit.DAYS, Guard.PEOPLE, 5.5, n=40), "5,5 dagen (n = 40)"),
        (Indicator("x", Unit.MARK, Guard.PEOPLE, None), "– (nog geen)"),
        (
            Indicator("x", Unit.SHARE, Guard.PEOPLE, 0.58, 52, 89, 0.48, 0.68),
            "58% (52 van 89, marge 48–68%)",
        ),
        (
            Indicator("x", Unit.SHARE, Guard.PEOPLE, None, 12, 24, hidden=Hidden.FEW),
            "– (12 van 24; te weinig voor een percentage)",
        ),
        (Indicator("x", Unit.SHARE, Guard.PEOPLE, hidden=Hidden.PROTECTED), "· (niet getoond ter bescherming)"),
    ],
)
def test_a_figure_always_says_what_it_rests_on(figure: Indicator, words: str) -> None:
    assert texts.figure_text(figure) == words


def test_a_period_names_a_year_once_when_it_can() -> None:
    assert texts.period_text(date(2026, 5, 1), date(2026, 10, 31)) == "1 mei tot en met 31 oktober 2026"
    assert texts.period_text(date(2025, 11, 1), date(2026, 4, 30)) == "1 november 2025 tot en met 30 april 2026"


def test_a_table_without_percentages_says_why() -> None:
    table = Breakdown("age_bands", (Cell("4-7", 14), Cell("8-11", 12)), 26)

    assert texts.table_note(table, 10) == "Onder de 30 staat er geen percentage."


def test_labels_are_words_and_an_unknown_key_reads_as_itself() -> None:
    assert texts.label("age_bands", "8-11", {}) == "8–11 jaar"
    assert texts.label("without_help_youth", "04", {}) == "Geen hulp meer nodig"
    assert texts.label("reasons", "new_reason", {}) == "new reason"
    assert texts.label("way_in", "99", {}) == "99"
