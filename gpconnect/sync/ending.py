"""What device and hub say to each other when a pilot ends and the hub lets go of a space: more of the wire.

Beside `gpconnect.sync.wire`, and like it pure: the hub may import this too. An admin of the space signs each step; the
hub keeps the last signature, so that everybody can check that one of their own said so, and not the hub.
"""

from typing import Literal

import msgspec

from gpconnect.sync import wire

MAGIC = b"gpconnect end 1\0"
Step = Literal["look", "ask", "undo", "empty"]


class End(wire.Struct, frozen=True):
    """A step towards an empty hub: look how it stands, ask, take that back, or (a week later) empty it."""

    space: str
    step: Step
    signature: bytes


class Standing(wire.Struct, frozen=True):
    """How it stands with the ending of a space. Instants are ISO 8601 in UTC, by the hub's clock; empty: not yet."""

    space: str
    asked_at: str = ""
    asked_by: str = ""
    due_at: str = ""
    """From then on it can be emptied."""
    emptied_at: str = ""
    emptied_by: str = ""
    signature: bytes = b""
    """Of the device `emptied_by`, over `message`."""


def message(space: str, step: Step, device: str) -> bytes:
    """The bytes that a device signs in an `End`."""
    return MAGIC + msgspec.msgpack.encode([space, step, device])
