"""Only what counts the same thing shares an axis."""

import tomllib
from pathlib import Path

import pytest

from gpconnect.domain.benchmarks import parse_benchmarks
from gpconnect.domain.errors import KnownError

DATA = tomllib.loads(Path("resources/codes/benchmarks.toml").read_text(encoding="utf-8"))


def test_only_pilots_over_closed_episodes_are_comparable() -> None:
    published = parse_benchmarks(DATA, "benchmarks.toml")

    assert [(each.name, each.percent, each.denominator) for each in published.comparable()] == [
        ("Den Haag", 56, 343),
        ("Groningen", 54, 642),
    ]
    assert "Jeugdhulp bij de Huisarts" in {each.name for each in published.in_words()}
    assert "Centraal Planbureau" in published.counter_evidence


@pytest.mark.parametrize("wrong", [{"savings": "1 mln"}, {"pilots": [{"nmae": "x"}]}, {"pilots": [{"name": "x"}]}])
def test_a_misspelt_or_missing_key_is_named(wrong: dict[str, object]) -> None:
    with pytest.raises(KnownError, match=r"benchmarks\.wrong"):
        parse_benchmarks(DATA | wrong, "benchmarks.toml")
