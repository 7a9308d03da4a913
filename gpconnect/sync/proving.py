"""How a device proves to a hub who it is: more of the wire.

Beside `gpconnect.sync.wire`, and like it pure: the hub may import this too.
"""

from gpconnect.sync import wire

CHALLENGE_MAGIC = b"gpconnect challenge 1\0"


class Register(wire.Struct, frozen=True):
    """A device makes itself known to the hub: it may then ask for a token, and belongs nowhere yet."""

    device: str
    sign_key: bytes
    signature: bytes
    code: str = ""
    """Of the operator, for who founds the first space of a pilot; empty for everybody else."""


class Challenge(wire.Struct, frozen=True):
    """Random bytes that a device signs to prove who it is."""

    challenge: bytes


class TokenRequest(wire.Struct, frozen=True):
    """The signed challenge: Ed25519 over `CHALLENGE_MAGIC` + challenge."""

    device: str
    challenge: bytes
    signature: bytes


class Token(wire.Struct, frozen=True):
    """An opaque bearer token and how many seconds the hub will honour it."""

    token: str
    seconds: int


def register_message(device: str) -> bytes:
    """The bytes that a device signs in a `Register`."""
    return CHALLENGE_MAGIC + b"register\0" + device.encode()


def challenge_message(challenge: bytes) -> bytes:
    """The bytes that a device signs in a `TokenRequest`."""
    return CHALLENGE_MAGIC + challenge
