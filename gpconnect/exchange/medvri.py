"""A free message to a practice's own system (MEDVRI version 1, of the EDIFACT messages that Dutch practices exchange).

UNH GGA DET PID TXT… GGO UNT, in an envelope UNB…UNZ. Lengths and order are those on which two independent
implementations of Nictiz' specification of the 3i project agree. The year of the message has two digits there.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from gpconnect.exchange.edifact import Spelled, segment, spelled

LINE_LENGTH = 70
"""Characters of one TXT segment, before its signs are released."""
_NAME, _DEPARTMENT, _INSTITUTION, _ADDRESS, _PHONE = 40, 70, 70, 70, 20
_FAMILY, _PREFIX, _GIVEN, _INITIALS = 30, 10, 12, 8
_BOX = 35
_REFERENCE = 14
_MESSAGE = "1"


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Who sends or receives.

    Attributes:
        box: by what the envelope knows them: a code, or else a name.
    """

    name: str
    department: str = ""
    institution: str = ""
    address: str = ""
    phone: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The child, as a practice looks it up in its own system.

    Attributes:
        sex: ``V`` or ``M``; the format has no other, and then it stays empty.
        bsn: citizen service number; empty to send none.
    """

    birth_date: date
    family_name: str
    prefix: str
    given_name: str
    sex: str = ""
    bsn: str = ""


@dataclass(frozen=True, slots=True)
class MedvriData:
    """What a message holds; the caller has checked that the practice may hear it.

    Attributes:
        made_at: local wall time.
        lines: in order; a long one is wrapped on its words.
        reference: random, so that it says nothing about anybody.
    """

    sender: Correspondent
    receiver: Correspondent
    about: Subject
    made_at: datetime
    lines: tuple[str, ...]
    reference: str


def message(data: MedvriData) -> bytes:
    """The message as it goes into a file: ASCII, without line ends."""
    body = [
        segment("UNH", _MESSAGE, ("MEDVRI", "1")),
        segment("GGA", *_party(data.sender)),
        segment("DET", (f"{data.made_at:%y}", f"{data.made_at:%m}", f"{data.made_at:%d}"), _clock(data.made_at)),
        segment("PID", *_subject(data.about)),
        *(segment("TXT", line) for line in wrapped(data.lines)),
        segment("GGO", *_party(data.receiver)),
    ]
    reference = data.reference[:_REFERENCE]
    boxes = (_cut(data.sender.box, _BOX), _cut(data.receiver.box, _BOX))
    head = segment("UNB", ("UNOA", "1"), *boxes, (f"{data.made_at:%y%m%d}", f"{data.made_at:%H%M}"), reference)
    tail = segment("UNT", str(len(body) + 1), _MESSAGE) + segment("UNZ", "1", reference)
    return (head + "".join(body) + tail).encode("ascii")


def wrapped(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The text as the practice reads it: no line longer than `LINE_LENGTH`, parted between words."""
    own = (part for line in lines for part in line.splitlines())
    return tuple(
        line
        for part in own
        for line in textwrap.wrap(spelled(part).text, LINE_LENGTH, break_on_hyphens=False, drop_whitespace=True)
    )


def lost(data: MedvriData) -> tuple[str, ...]:
    """The characters that do not come along, each once: to name them before anybody sends it."""
    return tuple(dict.fromkeys(one for text in _texts(data) for one in text.lost))


def _texts(data: MedvriData) -> Iterator[Spelled]:
    about = data.about
    yield from map(spelled, data.lines)
    yield from map(spelled, (about.family_name, about.prefix, about.given_name))
    for party in (data.sender, data.receiver):
        yield from map(spelled, (party.name, party.department, party.institution, party.address))


def _party(who: Correspondent) -> tuple[str, ...]:
    return (
        _cut(who.name, _NAME),
        _cut(who.department, _DEPARTMENT),
        _cut(who.institution, _INSTITUTION),
        _cut(who.address, _ADDRESS),
        _cut(who.phone, _PHONE),
    )


def _subject(about: Subject) -> tuple[str | tuple[str, ...], ...]:
    """Birth date, sex and name: family name and prefix first, given name and initials last (no married name)."""
    initials = "".join(f"{name[0]}." for name in spelled(about.given_name).text.split() if name[0].isalpha())
    name = (_cut(about.family_name, _FAMILY), _cut(about.prefix, _PREFIX), "", "", _cut(about.given_name, _GIVEN))
    birth = about.birth_date
    number = f"BSN{about.bsn}" if about.bsn else ""
    return (f"{birth:%Y}", f"{birth:%m}", f"{birth:%d}"), about.sex, (*name, initials[:_INITIALS]), "", number


def _clock(moment: datetime) -> tuple[str, str]:
    return f"{moment:%H}", f"{moment:%M}"


def _cut(text: str, most: int) -> str:
    return " ".join(spelled(text).text.split())[:most].rstrip()
