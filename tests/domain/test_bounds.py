"""What every device can keep, and what none should."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

import pytest

from gpconnect.domain.bounds import MOST_DEEP, is_keepable


class Colour(StrEnum):
    """An invented field."""

    RED = "red"


@dataclass(frozen=True)
class Thing:
    """An invented record."""

    at: datetime
    parts: tuple[Any, ...] = ()


def deep(levels: int) -> list[Any]:
    """A list in a list, so many times."""
    made: list[Any] = []
    for _ in range(levels):
        made = [made]
    return made


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        b"x",
        True,
        2**63 - 1,
        -(2**63),
        1.5,
        date(1900, 1, 1),
        datetime(2200, 12, 31, tzinfo=UTC),
        time(8),
        Colour.RED,
        {"a": [1, (2, "b")]},
        deep(MOST_DEEP),
        Thing(datetime(2026, 11, 24, tzinfo=UTC), (1, Colour.RED)),
    ],
)
def test_what_a_practice_writes_can_be_kept(value: Any) -> None:
    assert is_keepable(value)


@pytest.mark.parametrize(
    "value",
    [
        2**63,
        -(2**63) - 1,
        float("nan"),
        float("inf"),
        date(1899, 12, 31),
        date(2201, 1, 1),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(2026, 11, 24),  # noqa: DTZ001 - a moment without a zone is what is refused
        {1: "a"},
        {"a": [2**63]},
        deep(MOST_DEEP + 2),
        object(),
        Thing(datetime(9999, 12, 31, tzinfo=UTC)),
        Thing(datetime(2026, 11, 24, tzinfo=UTC), (2**64,)),
    ],
)
def test_what_would_stop_a_later_reading_cannot(value: Any) -> None:
    assert not is_keepable(value)
