"""A log that goes on after its file was put back holds together when what went is named, and only then."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gpconnect.domain.access import (
    LOST,
    AccessEvent,
    AccessLines,
    ActionCode,
    Break,
    EventType,
    Gap,
    SharedLine,
    first_break,
    gap_in,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROOT = "00" * 32
LINE = AccessEvent("e", ActionCode.READ, EventType.READ, NOW, "p1", "w1", "youth_worker", "d1")


@dataclass
class Desk:
    """The log of one file: the head after each line, and of how far the space was told."""

    heads: list[str] = field(default_factory=lambda: [ROOT])
    lines: list[SharedLine] = field(default_factory=list)
    told: int = 0

    def write(self, number: int, detail: str = "") -> None:
        event = replace(LINE, event_id=f"{number:032x}", purpose=LOST if detail else "visit", detail=detail)
        head = hashlib.sha256(f"{self.heads[-1]}{number}".encode()).hexdigest()
        self.lines.append(SharedLine(len(self.heads), self.heads[-1], head, event))
        self.heads.append(head)

    def tell(self, skip: int) -> AccessLines | None:
        """A batch of what was not told yet; every so many lines are about another space and stay out."""
        lines = [one for one in self.lines[self.told :] if one.event.purpose == LOST or one.row % skip]
        if not lines:
            return None
        first, last = self.told + 1, lines[-1].row
        self.told = last
        return AccessLines(
            f"b{first}-{last}", "d1", first, last, self.heads[first - 1], self.heads[last], NOW, NOW, tuple(lines)
        )

    def copied(self) -> "Desk":
        return Desk(self.heads[:], self.lines[:], self.told)


deeds = st.lists(st.sampled_from(["write", "write", "write", "tell", "copy", "back"]), max_size=40)


def lived(steps: list[str], skip: int, *, name: bool) -> tuple[list[AccessLines], bool]:
    """What a space was told in a life, and whether lines went that it had been told, while others came for them."""
    desk, copies, told, lost = Desk(), [Desk()], list[AccessLines](), False
    for number, step in enumerate([*steps, "write", "tell"]):
        if step == "write":
            desk.write(number)
        elif step == "tell":
            told += [one] if (one := desk.tell(skip)) else []
        elif step == "copy":
            copies.append(desk.copied())
        else:
            gone, desk = desk, copies[number % len(copies)].copied()
            same = max(row for row, head in enumerate(gone.heads[: len(desk.heads)]) if desk.heads[row] == head)
            desk.write(1000 + number)
            everything = [batch for batch in told if desk.heads[batch.last_row : batch.last_row + 1] != [batch.after]]
            stands = [batch.last_row for batch in told if batch not in everything]
            desk.told = max([desk.told, *stands])
            if everything:
                lost = True
                last = max(batch.last_row for batch in everything)
                desk.write(2000 + number, Gap(min(same, desk.told) + 1, last, "file").detail if name else "")
    return told, lost


@given(deeds, st.integers(2, 5))
@example(["write", "copy", "tell", "back"], 2)
def test_a_log_whose_losses_are_all_named_has_no_break(steps: list[str], skip: int) -> None:
    told, _ = lived(steps, skip, name=True)
    assert first_break(told) is None
    assert first_break(reversed(told)) is None


@given(deeds, st.integers(2, 5))
@example(["write", "copy", "tell", "back"], 2)
def test_a_log_with_a_loss_that_nobody_names_is_broken_there(steps: list[str], skip: int) -> None:
    told, lost = lived(steps, skip, name=False)
    begun = [(batch.first_row, batch.before) for batch in told]
    forked = [row for row, before in begun if begun.count((row, before)) > 1]
    assert not forked or lost
    assert first_break(told) == (Break("d1", min(forked), "contradiction") if forked else None)


@given(deeds, st.integers(2, 5), st.data())
def test_a_batch_that_is_left_out_is_named_however_many_losses_are(
    steps: list[str], skip: int, data: st.DataObject
) -> None:
    told, _ = lived(steps, skip, name=True)
    followed = [one for one in told if any(other.before == one.after for other in told)]
    if not followed:
        return
    out = data.draw(st.sampled_from(followed))
    found = first_break([one for one in told if one is not out])
    assert found is not None
    assert found.row <= out.last_row + 1


def a_batch(*details: str, before: str = ROOT, name: str = "") -> AccessLines:
    """Lines from the first on; what they say is in their heads."""
    lines, head = [], before
    for row, detail in enumerate(details, start=1):
        event = replace(LINE, purpose=LOST if detail[:1].isdigit() else "visit", detail=detail)
        after = hashlib.sha256(f"{head}{detail}".encode()).hexdigest()
        lines.append(SharedLine(row, head, after, event))
        head = after
    return AccessLines(f"b{name}", "d1", 1, len(lines), before, head, NOW, NOW, tuple(lines))


@pytest.mark.parametrize(
    ("named", "holds"),
    [
        (a_batch("a", "x", "2-3 file"), True),
        (a_batch("a", "x", "1-3 page"), True),
        (a_batch("a", "x", "3-3 file"), False),
        (a_batch("a", "x", "2-2 file"), False),
        (a_batch("a", "x", "4-9 file"), False),
        (a_batch("a", "x", "y"), False),
    ],
)
def test_a_name_covers_what_it_says_and_no_line_more(named: AccessLines, *, holds: bool) -> None:
    was = a_batch("a", "b", "c", name="was")
    assert (first_break([was, named]) is None) == holds
    assert first_break([was, named, replace(named, id="twice")]) is not None


@pytest.mark.parametrize(
    "detail", ["", "3 file", "9-3 file", "0-3 file", "1-9 gone", "1-9999999999 file", "1-2 file ", "x"]
)
def test_what_names_no_stretch_of_lines_names_nothing(detail: str) -> None:
    assert gap_in(replace(LINE, purpose=LOST, detail=detail)) is None
    assert gap_in(replace(LINE, purpose=LOST, detail="3-9 end")) == Gap(3, 9, "end")
    assert gap_in(replace(LINE, detail="3-9 end")) is None
