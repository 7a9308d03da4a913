"""A reader of MEDVRI that shares nothing with our writer: from the published description of the format alone.

It reads character by character, takes a set with or without its envelope, and TXT with or without a line number.
"""

from dataclasses import dataclass, field
from datetime import date


class RefusedError(Exception):
    """What a practice's system would not take in."""


@dataclass
class ReadMessage:
    """What a practice sees of a message."""

    sender: list[str]
    receiver: list[str]
    day: date
    clock: str
    born: date
    sex: str
    name: list[str]
    references: list[str]
    lines: list[str]
    envelope: list[list[str]] = field(default_factory=list)


MOST = {"GGA": (40, 70, 70, 70, 20), "GGO": (40, 70, 70, 70, 20)}
NAME = (30, 10, 30, 10, 12, 8)
ORDER = ["UNH", "GGA", "DET", "PID", "TXT", "GGO", "UNT"]
CENTURY = 2000


def segments_of(content: bytes) -> list[list[list[str]]]:
    """Segments of elements of components, with releases resolved."""
    found: list[list[list[str]]] = []
    elements: list[list[str]] = [[""]]
    signs = iter(content.decode("ascii"))
    for sign in signs:
        if sign == "?":
            released = next(signs, "")
            if not released:
                raise RefusedError("a release at the end")
            elements[-1][-1] += released
        elif sign == "'":
            found.append(elements)
            elements = [[""]]
        elif sign == "+":
            elements.append([""])
        elif sign == ":":
            elements[-1].append("")
        elif sign in "\r\n":
            if elements != [[""]]:
                raise RefusedError("a line end inside a segment")
        else:
            elements[-1][-1] += sign
    if elements != [[""]]:
        raise RefusedError("a segment without an end")
    return found


def read(content: bytes) -> ReadMessage:
    """The one message of a file."""
    segments = segments_of(content)
    envelope: list[list[str]] = []
    if segments[0][0][0] == "UNB":
        envelope = segments[0][1:]
        tail = segments[-1]
        if tail[0][0] != "UNZ" or tail[1] != ["1"] or tail[2] != segments[0][5]:
            raise RefusedError("the envelope does not close")
        segments = segments[1:-1]
    tags = [one[0][0] for one in segments]
    if sorted(set(tags), key=tags.index) != ORDER or [tags.count(one) for one in ORDER if one != "TXT"] != [1] * 6:
        raise RefusedError(f"order {tags}")
    by_tag = {one[0][0]: one for one in segments}
    if by_tag["UNH"][2] != ["MEDVRI", "1"] or by_tag["UNT"][1:] != [[str(len(segments))], by_tag["UNH"][1]]:
        raise RefusedError("head or count")
    return _read(by_tag, [one for one in segments if one[0][0] == "TXT"], envelope)


def _read(by_tag: dict[str, list[list[str]]], texts: list[list[list[str]]], envelope: list[list[str]]) -> ReadMessage:
    parties = {tag: _party(by_tag[tag], tag) for tag in ("GGA", "GGO")}
    year, month, day = (int(part) for part in by_tag["DET"][1])
    person = by_tag["PID"]
    if any(len(part) > most for part, most in zip(person[3], NAME, strict=False)) or len(person[3]) > len(NAME):
        raise RefusedError("the name is too long")
    if (sex := person[2][0]) not in {"", "V", "M"}:
        raise RefusedError("sex")
    return ReadMessage(
        parties["GGA"],
        parties["GGO"],
        date(CENTURY + year, month, day),
        ":".join(by_tag["DET"][2]) if len(by_tag["DET"]) > 2 else "",
        date(*(int(part) for part in person[1])),
        sex,
        person[3],
        [one[0] for one in person[4:]],
        [_line(one) for one in texts],
        envelope,
    )


def _party(segment: list[list[str]], tag: str) -> list[str]:
    found = [one[0] for one in segment[1:]]
    if any(len(one) != 1 for one in segment[1:]) or not found[0]:
        raise RefusedError(f"{tag} without a name, or in parts")
    if len(found) > len(MOST[tag]) or any(len(one) > most for one, most in zip(found, MOST[tag], strict=False)):
        raise RefusedError(f"{tag} is too long")
    return found


def _line(segment: list[list[str]]) -> str:
    numbered = len(segment) > 2 or (len(segment[0]) > 1)
    text = segment[-1]
    if len(text) != 1 or (numbered and not segment[0][-1].isdigit()):
        raise RefusedError("TXT in parts")
    if not text[0] or len(text[0]) > 70:
        raise RefusedError("TXT is empty or too long")
    return text[0]
