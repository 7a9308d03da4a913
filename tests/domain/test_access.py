"""What one device told of its log holds together, or the first break is named."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gpconnect.domain.access import AccessEvent, AccessLines, ActionCode, Break, EventType, SharedLine, first_break

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROOT = "00" * 32


def head(row: int) -> str:
    return f"{row:064x}" if row else ROOT


def line(row: int) -> SharedLine:
    event = AccessEvent(f"{row:032x}", ActionCode.READ, EventType.READ, NOW, "p1", "w1", "youth_worker", "d1")
    return SharedLine(row, head(row - 1), head(row), event)


def batch(first: int, *rows: int) -> AccessLines:
    lines = tuple(line(row) for row in rows)
    return AccessLines(f"b{first}", "d1", first, rows[-1], head(first - 1), head(rows[-1]), NOW, NOW, lines)


def test_batches_that_join_have_no_break_in_any_order() -> None:
    told = [batch(1, 1, 2), batch(3, 5, 6, 9), batch(10, 10)]
    assert first_break(told) is None
    assert first_break(reversed(told)) is None
    assert first_break([]) is None


def test_rows_that_were_never_told_are_a_gap() -> None:
    assert first_break([batch(1, 1), batch(4, 4)]) == Break("d1", 2, "gap")
    assert first_break([batch(2, 2)]) == Break("d1", 1, "gap")


SECOND = batch(3, 3, 4)


@pytest.mark.parametrize(
    "wrong",
    [
        batch(2, 2, 3),
        replace(SECOND, before=head(9)),
        replace(SECOND, after=head(9)),
        replace(SECOND, last_row=5),
        replace(SECOND, lines=()),
        replace(SECOND, lines=SECOND.lines[::-1]),
        replace(SECOND, lines=(line(2), line(4))),
        replace(SECOND, lines=(replace(line(3), before=head(9)), line(4))),
        replace(SECOND, lines=(replace(line(3), head=head(9)), line(4))),
    ],
)
def test_what_does_not_join_is_a_contradiction(wrong: AccessLines) -> None:
    assert first_break([batch(1, 1, 2), wrong]) == Break("d1", wrong.first_row, "contradiction")
