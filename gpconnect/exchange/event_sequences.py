"""A calendar file that several computers write in turn: the number of an entry never goes back (RFC 5545, 3.8.7.4).

Each computer counts the changes that it knows of, and one that has not heard of the last ones counts fewer. A reader
that has seen a number ignores every lower one, so what is in the file already has a say in what is written over it.
"""

import re
from dataclasses import dataclass

_EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
_UID = re.compile(rb"^UID:([^\r\n]+)\r\n", re.MULTILINE)
_SEQUENCE = re.compile(rb"^SEQUENCE:(\d{1,9})\r\n", re.MULTILINE)
_KNOWN = re.compile(rb"^X-GPCONNECT-KNOWN:(\d{1,9})\r\n", re.MULTILINE)
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


def follow(before: bytes, after: bytes) -> bytes:
    """The file to write, so that no number in it is lower than the one it replaces.

    An entry by who knew of more changes stays as it is until this computer has heard of them too. One that says
    something else than before gets a higher number than it had.

    Args:
        before: the file as it is now, whoever wrote it.
        after: as this computer would write it.
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

    return _EVENT.sub(settle, after)


def _entries(data: bytes) -> dict[bytes, _Entry]:
    """The entries of a file by UID; what is not as this program writes it is left out."""
    found = {}
    for lines in _EVENT.findall(data):
        uid, sequence, known = _UID.search(lines), _SEQUENCE.search(lines), _KNOWN.search(lines)
        if uid and sequence:
            number = int(sequence[1])
            found[uid[1]] = _Entry(lines, number, int(known[1]) if known else number, _COUNTED.sub(b"", lines))
    return found
