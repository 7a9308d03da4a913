"""The service itself: addresses, and what becomes of errors. The rules are in the modules beside it."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
import uvicorn
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from gpconnect.domain.errors import KnownError
from gpconnect.hub import bodies, doors, mailbox, rules, upkeep
from gpconnect.hub.database import open_database, reading
from gpconnect.hub.doors import RejectedError
from gpconnect.hub.events import HeadWatch, stream
from gpconnect.hub.forgetting import forget
from gpconnect.hub.identity import Identity
from gpconnect.hub.limits import Limits
from gpconnect.hub.openapi import DOCUMENT
from gpconnect.hub.pulling import pull
from gpconnect.hub.pushing import Desk, push
from gpconnect.hub.schema import META
from gpconnect.sync import wire

LOG = logging.getLogger("gpconnect.hub")
T = TypeVar("T")


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


def make_app(
    engine: sa.Engine,
    *,
    limits: Limits | None = None,
    clock: Callable[[], datetime] = utc_now,
    poll_seconds: float = 1.0,
) -> Starlette:
    """The hub as an ASGI application over a migrated database.

    Args:
        engine: from `open_database`.
        limits: quota; the usual ones when not given.
        clock: gives the time of receipt and of tokens, aware UTC.
        poll_seconds: how often the watcher looks for news to tell.
    """
    hub = _Hub(engine, limits or Limits(), clock, poll_seconds)
    routes = [
        Route("/v1/devices", hub.register, methods=["POST"]),
        Route("/v1/challenges", hub.challenge, methods=["POST"]),
        Route("/v1/tokens", hub.token, methods=["POST"]),
        Route("/v1/parcels", hub.push, methods=["POST"]),
        Route("/v1/parcels", hub.pull, methods=["GET"]),
        Route("/v1/erasures", hub.forget, methods=["POST"]),
        Route("/v1/enrolments/{id}", hub.leave, methods=["POST"]),
        Route("/v1/enrolments/{id}", hub.collect, methods=["GET"]),
        Route("/v1/enrolments/{id}", hub.close, methods=["DELETE"]),
        Route("/v1/events", hub.events, methods=["GET"]),
        Route("/v1/health", hub.health, methods=["GET"]),
        Route("/v1/openapi.json", _openapi, methods=["GET"]),
    ]
    handlers = {
        RejectedError: _rejected,
        HTTPException: _not_an_address,
        DBAPIError: _database_trouble,
        PoolTimeoutError: _database_trouble,
        Exception: _bug,
    }
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=hub.lifespan)
    app.state.watch = hub.watch
    return app


def serve(database_url: str | None, listen: str, data_dir: Path) -> None:
    """Runs the hub until it is stopped. Brings the database up to date first.

    TLS belongs to the reverse proxy in front of it.

    Args:
        database_url: ``postgresql://…``, or None for an encrypted file in `data_dir`.
        listen: ``HOST:PORT``.
        data_dir: folder of the encrypted file.

    Raises:
        KnownError: ``hub.listen``, ``hub.port_taken``, or as `open_database`.
    """
    host, _, port = listen.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 2**16:
        raise KnownError("hub.listen", listen=listen)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    engine = open_database(database_url, data_dir)
    try:
        upkeep.migrate(engine)
        app = make_app(engine)
        config = uvicorn.Config(
            app, access_log=False, log_config=None, server_header=False, timeout_graceful_shutdown=5
        )
        with _listen(host.strip("[]"), int(port)) as listener:
            LOG.info("listening host=%s port=%s", host, port)
            uvicorn.Server(config).run(sockets=[listener])
    finally:
        engine.dispose()


def migrate(database_url: str | None, data_dir: Path) -> None:
    """Brings the database up to date, as `serve` does at its start. Errors as `open_database`."""
    _with_database(database_url, data_dir, upkeep.migrate)


def backup(database_url: str | None, data_dir: Path, target: Path) -> None:
    """Writes a copy that can be served: see `upkeep.backup`. Errors as `open_database` and `upkeep.backup`."""
    _with_database(database_url, data_dir, partial(upkeep.backup, target=target))


def check(database_url: str | None, data_dir: Path) -> upkeep.CheckReport:
    """Recomputes the order of every space: see `upkeep.check`. Errors as `open_database`."""
    return _with_database(database_url, data_dir, upkeep.check)


class _Hub:
    """The endpoints, each a few lines around one function of the modules beside this one."""

    def __init__(self, engine: sa.Engine, limits: Limits, clock: Callable[[], datetime], poll_seconds: float) -> None:
        self._engine = engine
        self._limits = limits
        self._clock = clock
        self._identity = Identity.load(engine)
        self.watch = HeadWatch(engine, poll_seconds)

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Keeps the watcher running as long as the service does."""
        watching = asyncio.create_task(self.watch.run())
        try:
            yield
        finally:
            self.watch.close()
            watching.cancel()

    async def register(self, request: Request) -> Response:
        message = await bodies.read(request, wire.Register)
        await run_in_threadpool(doors.register, self._engine, self._clock(), message)
        LOG.info("device registered device=%s", message.device)
        return Response(status_code=204)

    async def challenge(self, _request: Request) -> Response:
        return bodies.answer(doors.make_challenge(self._identity, self._clock()))

    async def token(self, request: Request) -> Response:
        message = await bodies.read(request, wire.TokenRequest)
        arguments = self._engine, self._identity, self._clock(), message
        return bodies.answer(await run_in_threadpool(doors.give_token, *arguments))

    async def push(self, request: Request) -> Response:
        device = await self._admit(request)
        message = await bodies.read(request, wire.Push)
        desk = Desk(self._engine, self._identity, self._limits, self._clock())
        outcome = await run_in_threadpool(push, desk, device, message)
        size = len(message.envelope)
        LOG.info("push device=%s seq=%d bytes=%d %s %s", device.id, outcome.seq, size, outcome.status, outcome.code)
        return bodies.answer(outcome)

    async def pull(self, request: Request) -> Response:
        device = await self._admit(request)
        space = request.query_params.get("space", "")
        if not rules.SPACE.fullmatch(space):
            raise RejectedError(403, "not_member")
        asked = (
            bodies.whole_number(request, "cursor", 0),
            bodies.whole_number(request, "keys", 0),
            bodies.whole_number(request, "limit", 100, least=1),
        )
        outcome = await run_in_threadpool(pull, self._engine, self._identity, device, space, asked)
        return bodies.answer(outcome)

    async def forget(self, request: Request) -> Response:
        device = await self._admit(request)
        message = await bodies.read(request, wire.Forget)
        outcome = await run_in_threadpool(forget, self._engine, self._clock(), device, message)
        LOG.info("keys forgotten device=%s asked=%d count=%d", device.id, len(message.ids), outcome.count)
        return bodies.answer(outcome)

    async def leave(self, request: Request) -> Response:
        visit = await self._visit(request)
        letter = await bodies.read(request, wire.Letter)
        await run_in_threadpool(mailbox.leave, visit, letter)
        LOG.info("letter left device=%s slot=%d bytes=%d", visit.device.id, letter.slot, len(letter.data))
        return Response(status_code=204)

    async def collect(self, request: Request) -> Response:
        return bodies.answer(await run_in_threadpool(mailbox.collect, await self._visit(request)))

    async def close(self, request: Request) -> Response:
        await run_in_threadpool(mailbox.close, await self._visit(request))
        return Response(status_code=204)

    async def events(self, request: Request) -> Response:
        device = await self._admit(request)
        news = stream(self._engine, self.watch, device, self._clock)
        return StreamingResponse(news, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def health(self, _request: Request) -> Response:
        await run_in_threadpool(self._look)
        identity = self._identity
        return bodies.answer(wire.Health("ok", wire.PROTOCOL, identity.incarnation, identity.public_key))

    async def _visit(self, request: Request) -> mailbox.Visit:
        device = await self._admit(request)
        return mailbox.Visit(self._engine, self._limits, self._clock(), device, request.path_params["id"])

    async def _admit(self, request: Request) -> doors.Device:
        authorization = request.headers.get("authorization", "")
        return await run_in_threadpool(doors.admit, self._engine, self._clock(), authorization)

    def _look(self) -> None:
        with reading(self._engine) as connection:
            connection.execute(sa.select(META.c.name).limit(1)).first()


async def _openapi(_request: Request) -> Response:
    return JSONResponse(DOCUMENT)


async def _rejected(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RejectedError)
    return bodies.error(error.status, error.code, error.seconds)


async def _not_an_address(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return bodies.error(error.status_code, {404: "not_found", 405: "method"}.get(error.status_code, "request"))


async def _database_trouble(_request: Request, error: Exception) -> Response:
    LOG.error("database trouble %s", type(error).__name__)
    return bodies.error(503, "unavailable")


async def _bug(_request: Request, error: Exception) -> Response:
    LOG.error("bug %s", type(error).__name__)
    return bodies.error(500, "internal")


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise KnownError("hub.port_taken", host=host, port=port) from error


def _with_database(database_url: str | None, data_dir: Path, work: Callable[[sa.Engine], T]) -> T:
    engine = open_database(database_url, data_dir)
    try:
        return work(engine)
    finally:
        engine.dispose()
