"""The forms and code lists that come with the program."""

from pathlib import Path

import pytest

from gpconnect.domain.care import Destination, Outcome
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import ItemKind
from gpconnect.domain.handing_over import CHECKLIST
from gpconnect.services.resources import latest_form, load_codes, load_forms, read_forms

PLANS = {"family_plan", "six_week_plan", "safety_plan"}
NOTES = PLANS | {"first_talk", "follow_up", "advice", "signs_of_safety", "four_steps", "peer_consultation"}
NOTES |= {"phone_call", "three_way"}


def test_the_note_templates_are_there() -> None:
    assert {form.id for form in load_forms().values() if form.purpose == "note"} >= NOTES
    assert latest_form("first_talk").version >= 1
    with pytest.raises(KnownError, match=r"form\.missing"):
        latest_form("nothing")


@pytest.mark.parametrize("form_id", sorted(NOTES))
def test_a_template_asks_in_words_and_names_only_lists_and_points_that_exist(form_id: str) -> None:
    form = latest_form(form_id)
    points = {point.key for point in CHECKLIST if point.prefilled}

    assert all(item.label and item.label_en for item in form.items)
    assert {item.codes for item in form.items} <= {"", *load_codes()}
    assert {item.topic for item in form.items} <= {"", *points}
    assert all(option.label_en for item in form.items for option in item.options)


def test_a_peer_consultation_holds_nothing_for_a_record_of_a_child() -> None:
    form = latest_form("peer_consultation")

    assert not any(item.soap or item.topic or item.kind is ItemKind.DATE for item in form.items)


def test_code_lists_cover_the_records_they_label() -> None:
    codes = load_codes()

    assert set(codes["destinations"].keys()) == set(Destination)
    assert set(codes["outcomes"].keys()) == set(Outcome)
    assert list(codes["checklist"].keys()) == [point.key for point in CHECKLIST]
    assert codes["reasons"].keys()[-1] == "other"


def test_a_form_in_the_wrong_place_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "other" / "1.toml"
    place.parent.mkdir()
    lines = ['id = "try"', "version = 1", 'purpose = "note"', 'title = "T"']
    place.write_text("\n".join([*lines, "[[items]]", 'id = "a"', 'kind = "text"', 'label = "A"']), encoding="utf-8")

    with pytest.raises(KnownError) as refused:
        read_forms(tmp_path)

    assert refused.value.params["file"] == "other/1.toml"
