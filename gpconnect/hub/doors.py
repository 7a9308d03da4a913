"""Who is at the door: registering devices, challenges and tokens.

A device proves itself by signing a challenge; the hub's clock alone counts. A challenge is not stored: the hub
recognises its own by an HMAC, and each can be used for one token only. Tokens stand in the database as hashes.
"""

import hashlib
import hmac
import math
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool

from gpconnect.hub.database import reading, writing
from gpconnect.hub.identity import Identity
from gpconnect.hub.schema import DEVICE, TOKEN
from gpconnect.sync import proving, wire

TOKEN_LIFE = timedelta(minutes=10)
CHALLENGE_LIFE = timedelta(minutes=1)
MOST_KNOWN = 10_000
"""Tokens that a process remembers; beyond that it asks the database again."""
_NONCE = 32
_STAMP = 8
_MAC = 32


class RejectedError(Exception):
    """A request that gets no further.

    Attributes:
        status: HTTP status.
        code: the reason, a word for programs. Never anything about a person.
        seconds: when it makes sense to come back; 0 when waiting changes nothing.
    """

    def __init__(self, status: int, code: str, seconds: int = 0) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Device:
    """A device that showed a valid token: its id and the Ed25519 key it registered."""

    id: str
    sign_key: bytes
    until: datetime


def micros(moment: datetime) -> int:
    """An instant as whole microseconds since 1970 (UTC)."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def instant(stamp: int) -> datetime:
    """The instant of `micros`."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=stamp)


def make_challenge(identity: Identity, now: datetime) -> proving.Challenge:
    """Random bytes that this hub (each of its processes) will recognise for one minute."""
    until = micros(now + CHALLENGE_LIFE).to_bytes(_STAMP, "big")
    body = secrets.token_bytes(_NONCE) + until
    return proving.Challenge(body + _mac(identity, body))


def give_token(engine: sa.Engine, identity: Identity, now: datetime, request: proving.TokenRequest) -> proving.Token:
    """A token for ten minutes, in exchange for a signed challenge.

    Raises:
        RejectedError: 403 ``challenge`` (not ours, too old, or used before), ``device_unknown``, ``signature``.
    """
    _check_challenge(identity, now, request.challenge)
    with reading(engine) as connection:
        query = sa.select(DEVICE.c.sign_key).where(DEVICE.c.device == sa.bindparam("device"))
        key = connection.execute(query, {"device": _plain(request.device)}).scalar()
    if key is None:
        raise RejectedError(403, "device_unknown")
    if not wire.verify(bytes(key), request.signature, proving.challenge_message(request.challenge)):
        raise RejectedError(403, "signature")
    token = secrets.token_urlsafe(32)
    row = {
        "token_hash": _digest(token.encode()),
        "challenge_hash": _digest(request.challenge),
        "device": request.device,
        "until": micros(now + TOKEN_LIFE),
    }
    try:
        with writing(engine) as connection:
            connection.execute(sa.delete(TOKEN).where(TOKEN.c.until < micros(now)))
            connection.execute(sa.insert(TOKEN).values(row))
    except IntegrityError:
        raise RejectedError(403, "challenge") from None
    return proving.Token(token, math.floor(TOKEN_LIFE.total_seconds()))


def admit(engine: sa.Engine, now: datetime, authorization: str) -> Device:
    """The device behind an ``Authorization: Bearer …`` header.

    Raises:
        RejectedError: 401 ``token``: none, unknown or too old; ask for a new one.
    """
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise RejectedError(401, "token")
    query = (
        sa.select(DEVICE.c.device, DEVICE.c.sign_key, TOKEN.c.until)
        .join(TOKEN, TOKEN.c.device == DEVICE.c.device)
        .where(TOKEN.c.token_hash == _digest(token.encode()), TOKEN.c.until > micros(now))
    )
    with reading(engine) as connection:
        row = connection.execute(query).first()
    if row is None:
        raise RejectedError(401, "token")
    return Device(row.device, bytes(row.sign_key), instant(row.until))


class Doorkeeper:
    """Remembers whom it let in, so that the database is asked once for each token and not at every request.

    A token says who somebody is, and nothing changes that while it is good; what they may is looked up each time.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._known: dict[bytes, Device] = {}

    async def admit(self, authorization: str, now: datetime) -> Device:
        """The device behind an ``Authorization: Bearer …`` header.

        Raises:
            RejectedError: as the function `admit`.
        """
        digest = _digest(authorization.encode())
        known = self._known.get(digest)
        if known is None or known.until <= now:
            known = await run_in_threadpool(admit, self._engine, now, authorization)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[digest] = known
        return known


def _check_challenge(identity: Identity, now: datetime, challenge: bytes) -> None:
    body, mac = challenge[:-_MAC], challenge[-_MAC:]
    ours = len(challenge) == _NONCE + _STAMP + _MAC and hmac.compare_digest(mac, _mac(identity, body))
    if not ours or int.from_bytes(body[_NONCE:], "big") < micros(now):
        raise RejectedError(403, "challenge")


def _mac(identity: Identity, body: bytes) -> bytes:
    return hmac.digest(identity.challenge_secret, body, "sha256")


def _digest(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()


def _plain(device: str) -> str:
    """PostgreSQL takes no NUL in a text: what cannot be an id is nobody's."""
    return device if device.isalnum() else ""
