"""What may be shared is data, and the data is complete."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.fact_kinds import FACT_KINDS
from gpconnect.domain.records import KINDS, Family, RecordKind
from gpconnect.domain.sharing import families_of, municipality_lines, never_lines, parse_sharing

DATA = tomllib.loads(Path("resources/sharing.toml").read_text(encoding="utf-8"))
SHARING = parse_sharing(DATA, "sharing.toml")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_every_field_of_every_record_has_its_space_and_no_other(kind: RecordKind) -> None:
    for field in fields(kind.record):
        assert set(families_of(SHARING, kind.name, field.name)) == set(kind.families), field.name


def test_nothing_is_named_that_does_not_exist() -> None:
    assert set(SHARING.records) == set(KINDS)
    for name, spaces in SHARING.records.items():
        known = {field.name for field in fields(KINDS[name].record)}
        assert all(set(named) <= known for named in spaces.values())


def test_no_record_about_a_child_goes_to_the_municipality() -> None:
    to_pilot = {name for name, spaces in SHARING.records.items() if Family.PILOT in spaces}

    assert to_pilot == {"fact", "narrative", "improvement_action", "issued_report"}


def test_a_field_nobody_named_goes_nowhere() -> None:
    assert families_of(SHARING, "patient", "diary") == ()
    assert families_of(SHARING, "note_draft", "answers") == ()


def test_every_value_that_leaves_has_a_plain_sentence() -> None:
    lines = {(line.kind, line.value): line.sentence for line in municipality_lines(SHARING)}

    assert set(lines) == {(kind, value) for kind, values in FACT_KINDS.items() for value in values}
    assert all(sentence.endswith(".") for sentence in lines.values())
    assert any("Geen namen" in line for line in never_lines(SHARING))


@pytest.mark.parametrize(
    "wrong",
    [
        {"extra": 1},
        {"facts": {}},
        {"facts": {**DATA["facts"], "diary": {"title": "Dagboek", "values": {"text": "Alles."}}}},
        {"records": {"patient": {"nowhere": ["id"]}}},
    ],
)
def test_a_file_that_is_not_complete_or_too_generous_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(KnownError, match=r"sharing\.wrong"):
        parse_sharing(DATA | wrong, "sharing.toml")
