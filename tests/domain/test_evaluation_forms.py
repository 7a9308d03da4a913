"""The forms of the four voices: complete, own wording, and fitting what a fact may hold."""

import tomllib
from pathlib import Path

import pytest

from gpconnect.domain.fact_kinds import FACT_KINDS
from gpconnect.domain.forms import Form, ItemKind, check_answers, parse_form, visible_items

VOICES = ("child_8_11", "youth_12", "parent", "gp", "worker")


def load(name: str) -> Form:
    path = Path(f"resources/forms/{name}/1.toml")
    return parse_form(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


@pytest.mark.parametrize("name", VOICES)
def test_what_a_form_asks_fits_what_a_fact_may_hold(name: str) -> None:
    for item in load(name).items:
        allowed = FACT_KINDS["response"].get(item.id)
        if allowed is not None and item.kind in {ItemKind.SCALE, ItemKind.SCORE}:
            assert (item.minimum, item.maximum) == (allowed.low, allowed.high)
        elif allowed is not None and item.kind is ItemKind.CHOICE:
            assert {option.value for option in item.options} == allowed.choices


@pytest.mark.parametrize("name", ["parent", "youth_12"])
def test_the_national_outcome_set_is_asked_at_the_end_only(name: str) -> None:
    """CBS, Informatieprotocol beleidsinformatie jeugd v7, paragraph 4."""
    form = load(name)
    end = {item.id for item in visible_items(form, {"moment": "end"})}
    start = {item.id for item in visible_items(form, {"moment": "start"})}

    assert {"usefulness", "without_help"} <= end
    assert not {"usefulness", "without_help"} & start
    useful, without = form.item("usefulness"), form.item("without_help")
    assert useful is not None
    assert without is not None
    assert "1 = volkomen nutteloos, ik had er niets aan; 10 = uitstekend, ik had er heel veel aan" in useful.label
    assert without.options[0].label == "Ik heb eenzelfde soort of zwaardere hulp nodig"


def test_a_gp_answers_in_four_clicks() -> None:
    assert len(load("gp").items) == 4
    answers = {"gp_reach": 4, "gp_feedback": 5, "gp_lead": 3, "gp_time": 4}
    assert check_answers(load("gp"), answers) == (answers, ())


def test_young_children_read_few_words_and_choose_faces() -> None:
    scales = [item for item in load("child_8_11").items if item.kind is ItemKind.SCALE]

    assert all(item.faces and len(item.label.split()) <= 8 for item in scales)
