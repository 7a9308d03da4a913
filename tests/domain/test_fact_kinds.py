"""Nothing but closed types leaves: everything else is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.fact_kinds import FACT_KINDS, FactRefusedError, Shape, Vocabulary, check, fact_subject
from gpconnect.domain.facts import Fact

WORDS = Vocabulary(frozenset({"waluwe"}), frozenset({"anxiety", "sleep"}))
CHILD = "ab" * 32
EPISODE = Fact(
    "cd" * 32,
    "episode",
    date(2026, 5, 1),
    1,
    {
        "child": CHILD, "site": "waluwe", "age_band": "8-11", "way_in": "02", "reasons": ["anxiety"], "status": "open",
        "started": "2026-05", "talks": 2, "aftercare_planned": False, "aftercare_done": False, "later_referral": False,
    },
)  # fmt: skip


def changed(**values: Any) -> Fact:
    return replace(EPISODE, values=EPISODE.values | values)


def test_a_proper_fact_passes_and_optional_values_may_be_absent() -> None:
    assert check(EPISODE, WORDS) is EPISODE
    assert check(changed(closed=None), WORDS).values["closed"] is None


@pytest.mark.parametrize(
    "values",
    [
        {"note": "Noor slaapt slecht"},
        {"child": "Noor"},
        {"site": "elders"},
        {"age_band": "9"},
        {"reasons": ["anna"]},
        {"reasons": ["anxiety", "anxiety"]},
        {"reasons": "anxiety"},
        {"reasons": [["anxiety"]]},
        {"started": "2026-05-12"},
        {"talks": True},
        {"talks": 501},
        {"talks": 2.0},
        {"later_referral": 1},
        {"way_in": "07"},
        {"status": None},
        {"status": 3},
    ],
)
def test_anything_outside_its_closed_type_is_refused_without_repeating_it(values: dict[str, Any]) -> None:
    with pytest.raises(FactRefusedError) as refusal:
        check(changed(**values), WORDS)

    assert not any(str(value) in str(refusal.value) for value in values.values() if isinstance(value, str))


@pytest.mark.parametrize(
    "fact",
    [
        replace(EPISODE, kind="diary"),
        replace(EPISODE, month=date(2026, 5, 12)),
        replace(EPISODE, id="patient-1"),
    ],
)
def test_an_unknown_kind_a_day_or_a_telling_id_is_refused(fact: Fact) -> None:
    with pytest.raises(FactRefusedError):
        check(fact, WORDS)


@given(st.text(min_size=1))
def test_free_text_fits_nowhere(text: str) -> None:
    for key, allowed in FACT_KINDS["episode"].items():
        if allowed.shape is not Shape.CHOICE or text not in allowed.choices:
            with pytest.raises(FactRefusedError):
                check(changed(**{key: f"{text} "}), WORDS)


def test_what_a_fact_is_about_differs_per_kind_and_record() -> None:
    subjects = {fact_subject(kind, record) for kind in ("child", "episode") for record in ("a", "b")}

    assert len(subjects) == 4
