"""Hints of the hub that there is something new, read from a connection that stays open.

A hint says how far a space is and nothing else. Nothing is believed of it: it is a reason to ask, and whoever never
gets one asks now and then.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from gpconnect.domain.errors import KnownError
from gpconnect.sync.answers import Response

EVENTS = "text/event-stream"
MAX_LINE = 4096


@dataclass(frozen=True, slots=True)
class Hint:
    """A space has come to this place of its order."""

    space: str
    seq: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """An answer that goes on: how it begins, and what comes in.

    Attributes:
        response: status and headers; the body only when it is no stream.
        parts: what comes in; waiting for it ends with a `KnownError`.
        hang_up: ends it, from any thread.
    """

    response: Response
    parts: Iterable[bytes]
    hang_up: Callable[[], None]


def read(parts: Iterable[bytes]) -> Iterator[Hint | None]:
    """The hints in a stream of server-sent events; None for a sign of life.

    Raises:
        KnownError: ``hub.answer_unclear`` for what is no hint, or has no end.
    """
    rest = b""
    for part in parts:
        *lines, rest = (rest + part).split(b"\n")
        if any(len(line) > MAX_LINE for line in (*lines, rest)):
            raise KnownError("hub.answer_unclear")
        for line in lines:
            if line.startswith(b"data:"):
                yield _hint(line.removeprefix(b"data:"))
            elif line.startswith(b":"):
                yield None


def _hint(data: bytes) -> Hint:
    try:
        return msgspec.json.decode(data, type=Hint)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise KnownError("hub.answer_unclear") from None
