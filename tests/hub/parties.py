"""Laptops that talk to a hub in the tests: they sign like real ones; what they seal is any bytes."""

import asyncio
import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.applications import Starlette

from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, Request, Response, Send

TEAM = "team/noord"
MSGPACK = {"content-type": wire.MEDIA_TYPE}


@dataclass
class Laptop:
    """A device with its signing key, whose owner has a role, and its place in the chain of each space."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    incarnation: bytes = field(default_factory=lambda: secrets.token_bytes(8))
    chains: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    role: str = "youth_worker"

    @property
    def sign_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    @property
    def device(self) -> str:
        return wire.device_id(self.sign_key)

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)

    def member(self, capacity: wire.Capacity = "member") -> wire.Member:
        return wire.Member(self.device, "staff", self.role, capacity, self.sign_key, bytes(1216))

    def seal(self, payload: wire.Payload) -> bytes:
        inner = msgspec.msgpack.encode(payload)
        return msgspec.msgpack.encode(wire.Envelope(inner, self.sign(wire.PARCEL_MAGIC + inner)))

    def parcel(self, space: str = TEAM, epoch: bytes = b"", **changes: Any) -> bytes:
        """The next parcel of this laptop in a space; `changes` replace fields of its header, `body` what it holds."""
        body = changes.pop("body", b"sealed")
        number, digest = self.chains.get(space, (0, wire.ZERO_HASH))
        header = wire.Header(
            1, 1, space, epoch or epoch_of(space), self.device, self.incarnation, number + 1, digest, 0, b""
        )
        return self.seal(wire.Payload(msgspec.structs.replace(header, **changes), body))

    def counts(self, envelope: bytes) -> None:
        """The hub gave this parcel a place, so the next one follows on it."""
        header = wire.decode_envelope(envelope)[1].header
        self.chains[header.space] = (header.number, wire.parcel_hash(envelope))

    def wrap(self, space: str = TEAM, epoch: bytes = b"", key_id: bytes = b"k" * 16) -> wire.WrappedKey:
        epoch = epoch or epoch_of(space)
        signature = self.sign(wire.wrap_message(space, epoch, key_id, b"wrapped"))
        return wire.WrappedKey(key_id, space, epoch, self.device, b"wrapped", signature)


@dataclass
class Desk:
    """A laptop with its conversation with the hub."""

    laptop: Laptop
    client: HubClient

    def push(self, envelope: bytes | None = None, keys: tuple[wire.WrappedKey, ...] = (), **changes: Any) -> Any:
        data = self.laptop.parcel(**changes) if envelope is None else envelope
        answer = self.client.push(wire.Push(data, keys))
        if answer.seq:
            self.laptop.counts(data)
        return answer

    def found(self, *others: wire.Member, space: str = TEAM) -> wire.PushAnswer:
        add = (self.laptop.member("admin"), *others)
        answer: wire.PushAnswer = self.push(space=space, entry=wire.Entry(add=add, epoch=epoch(epoch_of(space), add)))
        return answer


def epoch_of(space: str) -> bytes:
    """The key id of a space's first epoch in these tests."""
    return hashlib.sha256(space.encode()).digest()[:16]


def epoch(key_id: bytes, readers: tuple[wire.Member, ...], previous: bytes = b"") -> wire.Epoch:
    wraps = {member.device: b"wrap" for member in readers if member.capacity != "contributor"}
    return wire.Epoch(key_id, public_key(key_id), wraps, previous)


def public_key(key_id: bytes) -> bytes:
    """What contributors would seal to in an epoch: as long as a real one, and no key of anybody."""
    return key_id.ljust(1216, b"p")


def claims(*names: str) -> tuple[wire.ClaimGroup, ...]:
    """One group per name, each claiming that thing with the token ``<name>-token``."""
    return tuple(wire.ClaimGroup(claims=(wire.Claim(thing(name), token_hash(name)),)) for name in names)


def thing(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()[:16]


def token(name: str) -> bytes:
    return f"{name}-token".encode()


def token_hash(name: str) -> bytes:
    return hashlib.sha256(token(name)).digest()


class Web:
    """Requests to an application in this process, from any thread, without a network."""

    def __init__(self, app: Starlette) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        self._client = httpx.AsyncClient(transport=transport, base_url="http://hub")

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        return asyncio.run_coroutine_threadsafe(self._client.request(method, path, **options), self._loop).result()

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self._client.aclose(), self._loop).result()
        asyncio.run_coroutine_threadsafe(self._loop.shutdown_asyncgens(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def send_to(web: Web) -> Send:
    """The network seam, without a network."""

    def send(request: Request) -> Response:
        answer = web.request(
            request.method,
            request.path,
            params=list(request.query),
            headers=dict(request.headers),
            content=request.body,
        )
        return Response(answer.status_code, dict(answer.headers), answer.content)

    return send


MakeDesk = Callable[[], Desk]
