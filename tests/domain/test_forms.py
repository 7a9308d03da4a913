"""Forms are data: read strictly, shown by answers, checked item by item."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Problem, Score, check_answers, parse_form, score, visible_items, wording

OPTIONS = [{"value": "yes", "label": "Ja"}, {"value": "no", "label": "Nee"}]
ITEMS: list[dict[str, Any]] = [
    {"id": "name", "kind": "text", "label": "Naam", "required": True, "wording": {"child": "Hoe heet jij?"}},
    {"id": "safe", "kind": "choice", "label": "Veilig?", "options": OPTIONS},
    {"id": "why", "kind": "long_text", "label": "Waarom?", "required": True, "max_length": 5,
     "show_when": {"item": "safe", "equals": "no"}},
    {"id": "deeper", "kind": "text", "label": "En?", "show_when": {"item": "why", "equals": "x"}},
    {"id": "about", "kind": "several", "label": "Waarover?", "codes": "reasons"},
    {"id": "sleepless", "kind": "text", "label": "Sinds?", "show_when": {"item": "about", "equals": "sleep"}},
    {"id": "when", "kind": "date", "label": "Wanneer?"},
    {"id": "times", "kind": "number", "label": "Hoe vaak?", "minimum": 1, "maximum": 9},
    {"id": "going", "kind": "scale", "label": "Hoe gaat het?", "minimum": 1, "maximum": 5, "counts": True},
    {"id": "mark", "kind": "score", "label": "Cijfer", "minimum": 1, "maximum": 10, "counts": True},
]  # fmt: skip
DATA: dict[str, Any] = {"id": "try", "version": 1, "purpose": "note", "title": "Proef", "items": ITEMS}
FORM = parse_form(DATA, "try/1.toml")


def with_item(**changes: Any) -> dict[str, Any]:
    return {**DATA, "items": [{"id": "one", "kind": "text", "label": "Een", **changes}]}


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({**DATA, "titel": "x"}, "titel"),
        (with_item(requierd=True), "items[0].requierd"),
        (with_item(show_when={"item": "x", "is": 1}), "items[0].show_when.is"),
        (with_item(kind="choice", options=[{"waarde": "x"}]), "items[0].options.waarde"),
    ],
)
def test_a_misspelt_key_is_named_with_its_file(data: dict[str, Any], field: str) -> None:
    with pytest.raises(KnownError) as refused:
        parse_form(data, "try/1.toml")

    assert (refused.value.code, refused.value.params) == ("form.unknown_key", {"file": "try/1.toml", "field": field})


@pytest.mark.parametrize(
    "data",
    [
        {**DATA, "version": 0},
        {**DATA, "items": []},
        {**DATA, "items": [ITEMS[0], ITEMS[0]]},
        with_item(kind="slider"),
        with_item(kind="choice"),
        with_item(options=OPTIONS),
        with_item(kind="scale", minimum=1),
        with_item(kind="score", minimum=5, maximum=5),
        with_item(counts=True),
        with_item(soap="X"),
        with_item(column="links"),
        with_item(show_when={"item": "later", "equals": 1}),
    ],
)
def test_an_impossible_form_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(KnownError, match=r"form\.wrong"):
        parse_form(data, "try/1.toml")


def test_a_question_is_asked_only_where_its_condition_holds() -> None:
    def shown(answers: dict[str, Any]) -> set[str]:
        return {item.id for item in visible_items(FORM, answers)} & {"why", "deeper", "sleepless"}

    assert shown({}) == set()
    assert shown({"safe": "no"}) == {"why"}
    assert shown({"about": ["mood", "sleep"]}) == {"sleepless"}
    assert shown({"safe": "yes", "why": "x"}) == set()


def test_clean_answers_leave_out_what_was_hidden_empty_or_unknown() -> None:
    given_answers = {
        "name": "  Bo \n", "safe": "yes", "why": "oud", "about": ("sleep",), "sleepless": "", "when": "2026-11-24",
        "times": 3, "going": 4, "mark": 8, "stray": 1,
    }  # fmt: skip

    clean, problems = check_answers(FORM, given_answers, {"reasons": ("sleep", "mood")})

    assert problems == ()
    assert clean == {
        "name": "  Bo ", "safe": "yes", "about": ["sleep"], "when": "2026-11-24", "times": 3, "going": 4, "mark": 8
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"name": ""}, Problem("name", "answer.required")),
        ({"name": 3}, Problem("name", "answer.kind")),
        ({"name": "x" * 201}, Problem("name", "answer.too_long", {"limit": 200, "length": 201})),
        ({"safe": "no", "why": "langer"}, Problem("why", "answer.too_long", {"limit": 5, "length": 6})),
        ({"safe": "maybe"}, Problem("safe", "answer.option")),
        ({"safe": ["yes"]}, Problem("safe", "answer.kind")),
        ({"about": "sleep"}, Problem("about", "answer.kind")),
        ({"about": ["unheard"]}, Problem("about", "answer.option")),
        ({"when": "24-11-2026"}, Problem("when", "answer.date")),
        ({"when": 20261124}, Problem("when", "answer.date")),
        ({"times": "3"}, Problem("times", "answer.kind")),
        ({"times": True}, Problem("times", "answer.kind")),
        ({"times": 10}, Problem("times", "answer.range", {"minimum": 1, "maximum": 9})),
        ({"going": 2.5}, Problem("going", "answer.kind")),
        ({"mark": 0}, Problem("mark", "answer.range", {"minimum": 1, "maximum": 10})),
    ],
)
def test_each_wrong_answer_is_named(answers: dict[str, Any], problem: Problem) -> None:
    clean, problems = check_answers(FORM, {"name": "Bo", **answers}, {"reasons": ("sleep",)})

    assert problems == (problem,)
    assert problem.item not in clean


def test_a_code_list_that_is_not_at_hand_accepts_any_key() -> None:
    assert check_answers(FORM, {"name": "Bo", "about": ["newer"]})[0]["about"] == ["newer"]


def test_only_what_was_answered_counts() -> None:
    assert score(FORM, {"going": 4}) == Score(total=4, answered=1, of=2)
    assert score(FORM, {}) == Score(total=0, answered=0, of=2)


def test_a_child_reads_its_own_words() -> None:
    name, safe = FORM.items[:2]

    assert (wording(name, "child_8_11", "child"), wording(name, "gp"), wording(safe, "child")) == (
        "Hoe heet jij?", "Naam", "Veilig?"
    )  # fmt: skip
    assert FORM.item("name") is name
    assert FORM.item("nothing") is None


ANSWER = st.one_of(st.none(), st.text(max_size=8), st.integers(-3, 12), st.lists(st.text(max_size=3), max_size=2))


@given(st.dictionaries(st.sampled_from([item["id"] for item in ITEMS]), ANSWER))
def test_clean_answers_are_clean_the_second_time(answers: dict[str, Any]) -> None:
    clean, _ = check_answers(FORM, answers)
    again, problems = check_answers(FORM, clean)

    assert set(again) <= set(clean)
    assert all(problem.code == "answer.required" for problem in problems)


@pytest.mark.parametrize("wrong", [None, 3, "text", ["text"], [[]], {"id": "a"}])
def test_what_is_no_table_where_one_belongs_is_told_as_wrong(wrong: Any) -> None:
    for data in (
        {**with_item(), "items": wrong},
        with_item(show_when=[wrong]),
        with_item(options=wrong),
    ):
        with pytest.raises(KnownError, match=r"form\.(wrong|unknown_key)"):
            parse_form(data, "form.toml")
