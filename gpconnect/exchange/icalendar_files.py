"""Calendars as files (iCalendar, RFC 5545): half-days that go out without anybody in them, closed days that come in.

We write it ourselves, in a few lines that can be read whole; the library that reads what others made is then also
the one that checks us. What comes in is somebody else's: it has limits, and whatever is odd is named and left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from gpconnect.exchange import vtimezone

_HERE = ZoneInfo(vtimezone.TZID)
_MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a calendar that others read.

    Attributes:
        uid: the same for the same thing, always.
        sequence: how often it was changed, as far as this computer knows (`gpconnect.exchange.event_sequences`).
        starts_at: aware.
        ends_at: aware.
        cancelled: it stays in the calendar, struck out, so that readers take it away.
        stamped_at: when it was last changed; aware.
    """

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    location: str
    stamped_at: datetime
    cancelled: bool = False


def write(events: Iterable[Event], name: str) -> bytes:
    """A calendar with these events, in their own order; the same events give the same bytes.

    Args:
        events: times are written as wall time of Europe/Amsterdam, with the rule of its clock beside it.
        name: what a reader calls the calendar.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//GPConnect//Spreekuur//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        f"X-WR-TIMEZONE:{vtimezone.TZID}",
        *vtimezone.LINES,
    ]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(event: Event) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{event.stamped_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{event.sequence}",
        f"X-GPCONNECT-KNOWN:{event.sequence}",
        f"DTSTART;TZID={vtimezone.TZID}:{_wall(event.starts_at)}",
        f"DTEND;TZID={vtimezone.TZID}:{_wall(event.ends_at)}",
        f"SUMMARY:{_text(event.summary)}",
        f"LOCATION:{_text(event.location)}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        f"TRANSP:{'TRANSPARENT' if event.cancelled else 'OPAQUE'}",
        "CLASS:PUBLIC",
        "END:VEVENT",
    )


def _wall(moment: datetime) -> str:
    return f"{moment.astimezone(_HERE):%Y%m%dT%H%M%S}"


def _text(words: str) -> str:
    """A value of type TEXT; what cannot be seen could break the line structure, so it goes."""
    return "".join(one for one in words if one.isprintable() or one == "\n").translate(_ESCAPES)


def _folded(line: str) -> bytes:
    """One line in pieces of at most 75 octets, never through the middle of a character (RFC 5545, 3.1)."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _MOST_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
