"""Five steps of the reporting code: what each must say, which count, and when the next one is expected."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gpconnect.domain import meldcode
from gpconnect.domain.errors import KnownError
from gpconnect.domain.meldcode import MeldcodeStep, check_step, next_due, next_step, standing

TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
FIRST = MeldcodeStep("s1", "p1", 1, TODAY, "Blauwe plekken gezien", "w1", "Sanne", AT)
ALL = dict.fromkeys(meldcode.WEIGHING, "yes")


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"step": 2, "consulted": ("colleague", "safe_home")},
        {"step": 3},
        {"step": 4, "weighing": ALL},
        {"step": 5, "decision": "both", "reported_on": TODAY},
        {"step": 5, "decision": "report"},
        {"step": 5, "decision": "none"},
    ],
)
def test_a_step_that_says_what_it_must_is_taken(change: dict[str, Any]) -> None:
    check_step(replace(FIRST, **change), TODAY)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"step": 0}, "meldcode.step"),
        ({"step": 6}, "meldcode.step"),
        ({"day": date(2026, 11, 25)}, "meldcode.day"),
        ({"words": ""}, "meldcode.words"),
        ({"step": 2}, "meldcode.consulted"),
        ({"step": 2, "consulted": ("neighbour",)}, "meldcode.consulted"),
        ({"step": 4}, "meldcode.weighing"),
        ({"step": 4, "weighing": {"suspicion": "yes"}}, "meldcode.weighing"),
        ({"step": 4, "weighing": ALL | {"able": "perhaps"}}, "meldcode.weighing"),
        ({"step": 5}, "meldcode.decision"),
        ({"step": 5, "decision": "help", "reported_on": TODAY}, "meldcode.reported_on"),
        ({"step": 5, "decision": "report", "reported_on": date(2026, 11, 25)}, "meldcode.reported_on"),
    ],
)
def test_one_that_does_not_is_refused_at_its_field(change: dict[str, Any], code: str) -> None:
    with pytest.raises(KnownError) as refused:
        check_step(replace(FIRST, **change), TODAY)
    assert refused.value.code == code
    assert refused.value.params["field"] == code.removeprefix("meldcode.")


def test_a_corrected_step_no_longer_counts_and_the_rest_stands_by_its_day() -> None:
    third = replace(FIRST, id="s3", step=3, day=date(2026, 11, 20))
    better = replace(FIRST, id="s2", corrects="s1", words="Twee blauwe plekken gezien")
    assert standing([FIRST, better, third]) == (third, better)


def test_the_next_step_is_expected_within_five_working_days_until_there_is_a_decision() -> None:
    assert (next_due(()), next_step(())) == (None, 1)
    assert (next_due((FIRST,)), next_step((FIRST,))) == (date(2026, 12, 1), 2)
    decided = replace(FIRST, step=5, decision="help")
    assert (next_due((FIRST, decided)), next_step((FIRST, decided))) == (None, 1)
