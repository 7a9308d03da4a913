"""A calendar file that several computers write in turn: the number of an entry never goes back (RFC 5545, 3.8.7.4).

Each computer counts the changes that it knows of, and one that has not heard of the last ones counts fewer. A reader
that has seen a number ignores every lower one, so what is in the file already has a say in what is written over it.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gpconnect.exchange import vtimezone

_EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
_UID = re.compile(rb"^UID:([^\r\n]+)\r\n", re.MULTILINE)
_SEQUENCE = re.compile(rb"^SEQUENCE:(\d{1,9})\r\n", re.MULTILINE)
_KNOWN = re.compile(rb"^X-GPCONNECT-KNOWN:(\d{1,9})\r\n", re.MULTILINE)
_START = re.compile(rb"^DTSTART;[^:\r\n]*:(\d{8}T\d{6})\r\n", re.MULTILINE)
_END = re.compile(rb"^DTEND;[^:\r\n]*:(\d{8}T\d{6})\r\n", re.MULTILINE)
_OURS = b"@gpconnect"
_HERE = ZoneInfo(vtimezone.TZID)
_COUNTED = re.compile(rb"^(?:SEQUENCE|X-GPCONNECT-KNOWN|DTSTAMP):[^\r\n]*\r\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as it stands in a file.

    Attributes:
        sequence: its number.
        known: how many changes were known to who wrote it; the number itself where an older program wrote it.
        says: all but what is counted.
    """

    lines: bytes
    sequence: int
    known: int
    says: bytes


def follow(before: bytes, after: bytes, now: datetime) -> bytes:
    """The file to write, so that no number in it is lower than the one it replaces.

    An entry by who knew of more changes stays as it is until this computer has heard of them too. One that says
    something else than before gets a higher number than it had. One that this computer never heard of stays as long
    as it lies ahead: a half-day is called off, and never simply gone.

    Args:
        before: the file as it is now, whoever wrote it.
        after: as this computer would write it.
        now: aware.
    """
    there = _entries(before)

    def settle(found: re.Match[bytes]) -> bytes:
        uid, mine = next(iter(_entries(found[0]).items()), (b"", None))
        theirs = there.get(uid)
        if mine is None or theirs is None:
            return found[0]
        if theirs.known > mine.known:
            return theirs.lines
        sequence = max(mine.sequence, theirs.sequence + (mine.says != theirs.says))
        return _SEQUENCE.sub(b"SEQUENCE:%d\r\n" % sequence, mine.lines, count=1)

    return _with(_EVENT.sub(settle, after), _unheard(there, after, now))


def _unheard(there: dict[bytes, _Entry], after: bytes, now: datetime) -> list[bytes]:
    """The entries of this program that only others know of, and that are not over yet."""
    mine, wall = _entries(after), f"{now.astimezone(_HERE):%Y%m%dT%H%M%S}".encode()
    others = (one.lines for uid, one in there.items() if uid.endswith(_OURS) and uid not in mine)
    return [lines for lines in others if (end := _END.search(lines)) and end[1] > wall]


def _with(data: bytes, more: list[bytes]) -> bytes:
    """A calendar with these entries as well, each where whoever knows of it would write it: in order of time."""
    if not more:
        return data
    own = list(_EVENT.finditer(data))
    since = own[0].start() if own else data.rindex(b"END:VCALENDAR")
    until = own[-1].end() if own else since
    entries = sorted([*(one[0] for one in own), *more], key=_start)
    return data[:since] + b"".join(entries) + data[until:]


def _start(lines: bytes) -> bytes:
    found = _START.search(lines)
    return found[1] if found else b""


def _entries(data: bytes) -> dict[bytes, _Entry]:
    """The entries of a file by UID; what is not as this program writes it is left out."""
    found = {}
    for lines in _EVENT.findall(data):
        uid, sequence, known = _UID.search(lines), _SEQUENCE.search(lines), _KNOWN.search(lines)
        if uid and sequence:
            number = int(sequence[1])
            found[uid[1]] = _Entry(lines, number, int(known[1]) if known else number, _COUNTED.sub(b"", lines))
    return found
