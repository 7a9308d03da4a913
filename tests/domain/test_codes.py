"""Code lists are read strictly and shown kindly."""

from typing import Any

import pytest

from gpconnect.domain.codes import parse_codes
from gpconnect.domain.errors import KnownError

ROWS = [{"key": "sleep", "nl": "slapen", "en": "sleep"}, {"key": "old", "nl": "oud", "en": "old", "retired": True}]


def test_a_retired_key_is_still_read_but_no_longer_chosen() -> None:
    codes = parse_codes({"codes": ROWS}, "reasons", "reasons.toml")

    assert codes.keys() == ("sleep",)
    assert [codes.label("old"), codes.label("sleep", "en"), codes.label("newer")] == ["oud", "sleep", "newer"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"code": []}, "form.unknown_key"),
        ({"codes": [{"sleutel": "x"}]}, "form.unknown_key"),
        ({"codes": [{"key": "x"}]}, "form.wrong"),
        ({"codes": [ROWS[0], ROWS[0]]}, "form.wrong"),
    ],
)
def test_a_wrong_list_is_refused(data: dict[str, Any], code: str) -> None:
    with pytest.raises(KnownError) as refused:
        parse_codes(data, "reasons", "reasons.toml")

    assert refused.value.code == code


@pytest.mark.parametrize("wrong", [None, 3, "text", ["text"], [[]]])
def test_what_is_no_list_of_tables_is_told_as_wrong(wrong: Any) -> None:
    with pytest.raises(KnownError, match=r"form\.wrong"):
        parse_codes({"codes": wrong}, "reasons", "codes.toml")
