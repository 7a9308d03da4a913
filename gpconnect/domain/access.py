"""Who looked: one line of the access log, and the batches in which a device tells the others of its team or practice.

NEN 7513 asks of every use of somebody's data: which event, when, about whom, by whom, on whose behalf, from where.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

BATCH_LINES = 200
"""At most so many lines in one batch."""
BATCH_BYTES = 100 * 1024
"""And at most so much, as JSON."""
KEPT_YEARS = 5
"""At least so long a line is kept (NEN 7513). Nothing in this program deletes one."""


class ActionCode(StrEnum):
    """Action codes of the standard (as in FHIR AuditEvent.action)."""

    CREATE = "C"
    READ = "R"
    UPDATE = "U"
    DELETE = "D"
    EXECUTE = "E"


class EventType(StrEnum):
    """What kind of event it was."""

    CREATE = "create"
    READ = "read"
    CHANGE = "change"
    ERASE = "erase"
    SEARCH = "search"
    PRINT = "print"
    EXPORT = "export"
    EMERGENCY = "emergency"
    LOG_READ = "log_read"
    LOGIN_FAILED = "login_failed"


LOST = "log.lost"
"""The purpose of a line that stands for lines that are gone."""
BEGUN = "begun"
"""The outcome of a line that says what is about to happen; the line behind it says how it ended."""


@dataclass(frozen=True, slots=True)
class AccessEvent:
    """One line of the log.

    Attributes:
        event_id: 32 hex digits, random.
        at: aware, by the clock of the device.
        client: id of the child, or empty when it was about nobody in particular.
        user: staff id of who did it.
        on_behalf_of: staff id of the responsible user, when that is somebody else.
        outcome: ``ok`` or the code of what went wrong; ``begun`` before a change that another line tells the end of.
        purpose: why, as a code (for example the kind of act).
        detail: codes and counts only; the one free text allowed is the written reason of an emergency.
    """

    event_id: str
    action: ActionCode
    type: EventType
    at: datetime
    client: str
    user: str
    role: str
    device: str
    on_behalf_of: str = ""
    outcome: str = "ok"
    purpose: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A line as its device shares it.

    Attributes:
        row: its number in the log of its device.
        before: head of the chain before it (hex SHA-256).
        head: head of the chain with it.
    """

    row: int
    before: str
    head: str
    event: AccessEvent


@dataclass(frozen=True, slots=True)
class AccessLines:
    """Some lines of one device's access log that are about children of one space.

    Lines about nobody, or about children of another space, stay out; the rows and heads around them show that none of
    this space was left out later.

    Attributes:
        device: whose log.
        first_row: the first row that this batch answers for; one more than the last row of the batch before.
        last_row: the last row, also of `lines`.
        before: head of the chain before `first_row` (hex SHA-256).
        after: head of the chain at `last_row`.
        first_at: of the oldest line; only to find them again.
        last_at: of the newest line.
        lines: in the order of their rows.
        site_id: of the practice whose space it is in; empty in a team's.
    """

    id: str
    device: str
    first_row: int
    last_row: int
    before: str
    after: str
    first_at: datetime
    last_at: datetime
    lines: tuple[SharedLine, ...]
    site_id: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines of a device's log that went with the file that held them, as the file in its place names them.

    An honest way back (a copy on a new disk, an older file, bad pages) goes on with numbers that were in use. What was
    told under them stays with the others; this says that it was this, and no omission.

    Attributes:
        first: number of the first line from which on the file in its place may have another.
        last: number of the last line that is known to have been there.
        why: ``file`` (it is an older one), ``page`` (it was damaged), or ``end`` (it lost its end).
    """

    first: int
    last: int
    why: str

    @property
    def detail(self) -> str:
        """As it stands in the line."""
        return f"{self.first}-{self.last} {self.why}"


_GAP = re.compile(r"(?P<first>[1-9][0-9]{0,8})-(?P<last>[1-9][0-9]{0,8}) (?P<why>file|page|end)")


def gap_in(event: AccessEvent) -> Gap | None:
    """The gap that a line names; None of any other line. A line of another device may hold anything."""
    found = _GAP.fullmatch(event.detail) if event.purpose == LOST else None
    if found is None or int(found["first"]) > int(found["last"]):
        return None
    return Gap(int(found["first"]), int(found["last"]), found["why"])


@dataclass(frozen=True, slots=True)
class Look:
    """A line in names instead of ids, to be told in words (`gpconnect.documents.access_words`).

    Attributes:
        at: aware.
        name: of the user; empty when it is somebody who is not known here any more.
        child: name of the child, where this person may know it; empty when it is about nobody in particular.
        about: whether it was about a child, known by name or not.
        on_behalf_of: name of the responsible user when that is somebody else.
        reason: what was written in an emergency.
        tries: how often a wrong secret was typed, and `last_try` when last, as far as that is known. By whom, nobody
            knows: the line is written when somebody opens the file after that.
        own_device: whether it was done on the device that shows it.
        device: the first characters of the device's id, enough to tell two apart.
        gap: the lines of the log that this line says are gone.
    """

    at: datetime
    name: str
    role: str
    event: str
    purpose: str
    outcome: str = "ok"
    child: str = ""
    about: bool = True
    on_behalf_of: str = ""
    reason: str = ""
    own_device: bool = True
    device: str = ""
    tries: int = 0
    last_try: datetime | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """Where the lines of a device do not follow from each other.

    Attributes:
        device: whose log.
        row: the first row that is missing, or that does not fit.
        what: ``gap`` (rows were never told), ``contradiction`` (the same rows were told otherwise, or were changed), or
            ``other_device`` (somebody told lines in the name of another device).
    """

    device: str
    row: int
    what: str


def endings(lines: Iterable[AccessEvent]) -> dict[str, str]:
    """How what was begun ended, by the id of the line that told the beginning; what has no end on record is not in it.

    An end belongs to the last beginning of the same thing on the same device. One before that was cut off.

    Args:
        lines: oldest first.
    """
    begun: dict[tuple[str, str], str] = {}
    ends = {}
    for line in lines:
        if line.outcome == BEGUN:
            begun[line.device, line.purpose] = line.event_id
        elif (beginning := begun.pop((line.device, line.purpose), "")) != "":
            ends[beginning] = line.outcome
    return ends


_Follows = Mapping[tuple[int, str], list[AccessLines]]
"""The batches that go on from a line and the head of the chain there: more than one after a file was put back."""


def first_break(batches: Iterable[AccessLines]) -> Break | None:
    """The first place where what one device told of its log, in one space, does not hold together.

    Where a file was put back, its device goes on from a line that it had told others after. That holds together as
    long as what goes on names those as lost (`gap_in`); they stay with everybody who has them.

    Args:
        batches: of one device in one space; the heads of lines are checked by who can compute them.
    """
    follows: dict[tuple[int, str], list[AccessLines]] = defaultdict(list)
    ends, top, found = {(0, "00" * 32)}, 0, None
    for batch in sorted(batches, key=lambda one: (one.first_row, one.last_row)):
        if batch.first_row > top + 1:
            found = Break(batch.device, top + 1, "gap")
            break
        begins = (batch.first_row - 1, batch.before)
        if begins not in ends or not _is_whole(batch):
            found = Break(batch.device, batch.first_row, "contradiction")
            break
        follows[begins].append(batch)
        ends.add((batch.last_row, batch.after))
        top = max(top, batch.last_row)
    forks = (_fork(follows, begins) for begins in sorted(follows))
    return next((one for one in forks if one is not None and (found is None or one.row < found.row)), found)


def _fork(follows: _Follows, begins: tuple[int, str]) -> Break | None:
    """Where a log goes on in two ways, all but one must be named as lost by another."""
    lives = [list(_life(follows, one)) for one in follows[begins]]
    going_on = [one for one in lives if not any(_names(other, one) for other in lives if other is not one)]
    return Break(lives[0][0].device, begins[0] + 1, "contradiction") if len(going_on) > 1 else None


def _life(follows: _Follows, batch: AccessLines) -> Iterator[AccessLines]:
    """A batch and all that goes on from it."""
    waiting = [batch]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += follows.get((one.last_row, one.after), ())


def _names(life: Iterable[AccessLines], lost: Iterable[AccessLines]) -> bool:
    """Whether one way on names the other as lost: to its last line, and not a line that both still have alike."""
    here = {line.row: line for batch in life for line in batch.lines}
    there = {line.row: line for batch in lost for line in batch.lines}
    # A line that the lost one has as well names an earlier loss.
    own = [line for line in here.values() if line.row not in there or there[line.row].head != line.head]
    gaps = [gap for line in own if (gap := gap_in(line.event)) is not None and gap.first <= line.row]
    return any(
        gap.last >= max(there)
        and all(row not in here or here[row].head == line.head for row, line in there.items() if row < gap.first)
        for gap in gaps
    )


def _is_whole(batch: AccessLines) -> bool:
    """Whether the lines of a batch lie within its rows, in order, and join where they touch."""
    rows = [one.row for one in batch.lines]
    if not rows or rows != sorted(set(rows)) or rows[0] < batch.first_row or rows[-1] != batch.last_row:
        return False
    joins = all(one.head == then.before for one, then in pairwise(batch.lines) if then.row == one.row + 1)
    begins = rows[0] > batch.first_row or batch.lines[0].before == batch.before
    return joins and begins and batch.lines[-1].head == batch.after
