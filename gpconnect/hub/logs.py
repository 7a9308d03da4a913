"""What a hub writes down about its work: one JSON object a line, on standard error.

Every kind of line is a class here, and every field has a type: ids of devices, numbers, sizes, words of ours. There is
no field for text from outside, so a name cannot get in. Addresses of computers (IP) are personal data and are not
written; a proxy in front of the hub may do so, under its own rules. Of lines by a library only the fixed part is
kept, never what was filled in, and of an exception only its kind.
"""

import logging
import sys
from datetime import UTC, datetime
from typing import Literal, TextIO

import msgspec

from gpconnect.sync import wire

LOG = logging.getLogger("gpconnect.hub")


class Line(msgspec.Struct, frozen=True, tag_field="event", tag=str.lower, forbid_unknown_fields=True):
    """Something that happened. In JSON ``event`` is the name of the class in lower case."""


class Listening(Line, frozen=True):
    """The hub takes requests from here on, at an address of its own."""

    host: str
    port: int
    tls: bool
    version: str


class Certificate(Line, frozen=True):
    """A renewed certificate was read, or could not be."""

    renewed: bool
    code: str = ""


class Registered(Line, frozen=True):
    """A device made itself known."""

    device: str


class Pushed(Line, frozen=True):
    """A device offered a parcel, and what became of it. `bytes` is its size."""

    device: str
    seq: int
    bytes: int
    status: wire.PushStatus
    code: str


class Left(Line, frozen=True):
    """A device left a letter in a mailbox; in which one is nobody's business."""

    device: str
    slot: int
    bytes: int


class Forgot(Line, frozen=True):
    """A device let wrapped keys go: how many it named, how many there were."""

    device: str
    asked: int
    count: int


class Ended(Line, frozen=True):
    """A device took a step towards an empty hub: look, ask, undo or empty."""

    device: str
    kind: str


class Healing(Line, frozen=True):
    """A device told a hub that was put back what it lacks: how many parcels, and how far the order is now."""

    device: str
    offered: int
    seq: int
    open: bool


class Trouble(Line, frozen=True):
    """Something went wrong in the hub, by the kind of exception."""

    what: Literal["database", "bug"]
    kind: str


class Library(Line, frozen=True):
    """A line by a library: the fixed part of it."""

    logger: str
    said: str
    kind: str = ""


Event = Listening | Certificate | Registered | Pushed | Left | Forgot | Ended | Healing | Trouble | Library


def tell(line: Event, level: int = logging.INFO) -> None:
    """Writes down what happened."""
    LOG.log(level, line)


def start(stream: TextIO | None = None) -> None:
    """From here on everything that this process logs is a line of JSON on `stream`, standard error by default."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


class JsonLines(logging.Formatter):
    """A record as one line: when, how bad, and what."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line = record.msg if isinstance(record.msg, Line) else _library(record)
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return msgspec.json.encode({"at": at, "level": record.levelname, **msgspec.to_builtins(line)}).decode()


def _library(record: logging.LogRecord) -> Library:
    kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
    # A message that was put together beforehand has no fixed part to keep.
    said = record.msg if isinstance(record.msg, str) and record.args else ""
    return Library(record.name, said, kind)
