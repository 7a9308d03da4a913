"""Who a hub is: its incarnation and the key with which it signs what it says about an order.

Both stand in the database, so several processes of one hub are one hub. They protect against a hub that changes its
story later: a device pins the key, and another incarnation (a hub restored from backup) starts healing.
"""

import secrets
from dataclasses import dataclass, field
from typing import Self

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.exc import IntegrityError

from gpconnect.hub.database import reading, writing
from gpconnect.hub.schema import META
from gpconnect.sync import wire

INCARNATION = "incarnation"
SIGN_KEY = "sign_key"
RESTORED = "restored"
"""The row of a hub that was put back from a copy: the incarnation that was copied."""
CHALLENGE_SECRET = "challenge_secret"  # noqa: S105  # the name of a row, not a secret
INCARNATION_BYTES = 16


@dataclass(frozen=True, slots=True)
class Identity:
    """A hub's incarnation (16 random bytes), signing key and the secret behind its challenges.

    `restored` says that it was put back from a copy: what came after the copy is to be brought by the devices.
    """

    incarnation: bytes
    sign_key: Ed25519PrivateKey = field(repr=False)
    challenge_secret: bytes = field(repr=False)
    restored: bool = False

    @classmethod
    def load(cls, engine: sa.Engine) -> Self:
        """Reads the hub's identity, making it the first time."""
        with reading(engine) as connection:
            rows = _rows(connection)
        if not _fresh().keys() <= rows.keys():
            rows = _make(engine)
        key = Ed25519PrivateKey.from_private_bytes(rows[SIGN_KEY])
        return cls(rows[INCARNATION], key, rows[CHALLENGE_SECRET], RESTORED in rows)

    @property
    def public_key(self) -> bytes:
        """The 32 bytes that devices pin."""
        return self.sign_key.public_key().public_bytes_raw()

    def prove(self, space: str, seq: int, head: bytes) -> wire.HeadProof:
        """The hub's signed word about how far the order of a space is."""
        signature = self.sign_key.sign(wire.head_message(space, self.incarnation, seq, head))
        return wire.HeadProof(self.incarnation, seq, head, signature)


def new_incarnation() -> bytes:
    """A name for one life of a hub: a copy that is put back gets another, so that devices notice."""
    return secrets.token_bytes(INCARNATION_BYTES)


def _rows(connection: sa.Connection) -> dict[str, bytes]:
    return {name: bytes(value) for name, value in connection.execute(sa.select(META.c.name, META.c.value))}


def _fresh() -> dict[str, bytes]:
    return {
        INCARNATION: new_incarnation(),
        SIGN_KEY: Ed25519PrivateKey.generate().private_bytes_raw(),
        CHALLENGE_SECRET: secrets.token_bytes(32),
    }


def _make(engine: sa.Engine) -> dict[str, bytes]:
    try:
        with writing(engine) as connection:
            connection.execute(sa.insert(META), [{"name": name, "value": value} for name, value in _fresh().items()])
    except IntegrityError:
        pass  # another process of this hub was first; its identity is ours
    with reading(engine) as connection:
        return _rows(connection)
