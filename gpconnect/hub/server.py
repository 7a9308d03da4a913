"""The service itself: addresses, and what becomes of errors. The rules are in the modules beside it."""

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
import uvicorn
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from gpconnect import __version__
from gpconnect.hub import bodies, doors, founders, logs, mailbox, rules, upkeep
from gpconnect.hub.batches import push_all
from gpconnect.hub.database import open_database, reading
from gpconnect.hub.doors import RejectedError
from gpconnect.hub.emptying import end
from gpconnect.hub.events import HeadWatch, stream
from gpconnect.hub.forgetting import forget
from gpconnect.hub.healing import heal
from gpconnect.hub.identity import Identity
from gpconnect.hub.limits import Limits
from gpconnect.hub.listening import Door, listen, renew_on_hangup
from gpconnect.hub.openapi import DOCUMENT
from gpconnect.hub.pulling import pull
from gpconnect.hub.pushing import Desk, push
from gpconnect.hub.registration import register
from gpconnect.hub.schema import META
from gpconnect.sync import proving, wire
from gpconnect.sync.ending import End

T = TypeVar("T")
LATE_SECONDS = 0.05
SWEEP_SECONDS = 600.0


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
        Route("/v1/batches", hub.push_all, methods=["POST"]),
        Route("/v1/erasures", hub.forget, methods=["POST"]),
        Route("/v1/endings", hub.end, methods=["POST"]),
        Route("/v1/enrolments/{id}", hub.leave, methods=["POST"]),
        Route("/v1/enrolments/{id}", hub.collect, methods=["GET"]),
        Route("/v1/enrolments/{id}", hub.close, methods=["DELETE"]),
        Route("/v1/healings", hub.heal, methods=["POST"]),
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


def serve(database_url: str | None, door: Door, data_dir: Path, limits: Limits | None = None) -> None:
    """Runs the hub until it is stopped. Brings the database up to date first.

    Args:
        database_url: ``postgresql://…``, or None for an encrypted file in `data_dir`.
        door: where to listen, and how it is protected.
        data_dir: folder of the encrypted file.
        limits: quota; the usual ones when not given.

    Raises:
        KnownError: as `Door` and `listen`, as `open_database`, ``hub.database.copy``, ``hub.database.newer``.
    """
    host, port = door.place()
    tls = door.tls()
    engine = open_database(database_url, data_dir)
    try:
        upkeep.migrate(engine)
        upkeep.require_original(engine)
        with listen(host, port) as listener:
            logs.start()
            server = Server(make_app(engine, limits=limits), tls)
            renew_on_hangup(door, tls)
            logs.tell(logs.Listening(host, port, tls is not None, __version__))
            server.run(sockets=[listener])
    finally:
        engine.dispose()


class Server(uvicorn.Server):
    """uvicorn with our settings, over an application of `make_app`; ends the streams first when it is told to stop.

    Nothing in front of it is believed about who asks: a hub has no use for the address of a computer.
    """

    def __init__(self, app: Starlette, tls: ssl.SSLContext | None = None, grace: int = 5) -> None:
        config = uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            lifespan="on",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=grace,
            ssl_context_factory=None if tls is None else lambda *_: tls,
        )
        super().__init__(config)
        self._watch: HeadWatch = app.state.watch

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Streams wait for news; without this the server would wait for the streams."""
        self._watch.close()
        late = asyncio.create_task(self._send_away(set(self.server_state.connections)))
        try:
            await super().shutdown(sockets)
        finally:
            late.cancel()

    async def _send_away(self, told: set[object]) -> None:
        """Who came in while the door was closing is told as well; uvicorn tells only those who were there."""
        while True:
            await asyncio.sleep(LATE_SECONDS)
            for connection in self.server_state.connections - told:
                connection.shutdown()
                told.add(connection)


def migrate(database_url: str | None, data_dir: Path) -> None:
    """Brings the database up to date, as `serve` does at its start. Errors as `open_database`."""
    _with_database(database_url, data_dir, upkeep.migrate)


def backup(database_url: str | None, data_dir: Path, target: Path) -> None:
    """Writes a copy that `restore` puts back: see `upkeep.backup`. Errors as `open_database` and `upkeep.backup`."""
    _with_database(database_url, data_dir, partial(upkeep.backup, target=target), current=True)


def restore(database_url: str | None, data_dir: Path, source: Path | None) -> None:
    """Puts a backup back into an empty database; without one, says that the database was put back by other means.

    Errors as `open_database` and `upkeep.restore`.
    """
    if source is None:
        _with_database(database_url, data_dir, upkeep.renew, current=True)
    else:
        _with_database(database_url, data_dir, partial(upkeep.restore, source))


def founding_code(database_url: str | None, data_dir: Path) -> str:
    """A new code to found a pilot with: see `founders.new_code`. Errors as `open_database`."""
    return _with_database(database_url, data_dir, partial(founders.new_code, now=utc_now()), current=True)


def check(database_url: str | None, data_dir: Path) -> upkeep.CheckReport:
    """Recomputes the order of every space: see `upkeep.check`. Errors as `open_database`."""
    return _with_database(database_url, data_dir, upkeep.check, current=True)


class _Hub:
    """The endpoints, each a few lines around one function of the modules beside this one."""

    def __init__(self, engine: sa.Engine, limits: Limits, clock: Callable[[], datetime], poll_seconds: float) -> None:
        self._engine = engine
        self._limits = limits
        self._clock = clock
        self._identity = Identity.load(engine)
        self._doorkeeper = doors.Doorkeeper(engine)
        self.watch = HeadWatch(engine, poll_seconds)

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Keeps the watcher and the broom going as long as the service does."""
        tasks = [asyncio.create_task(self.watch.run()), asyncio.create_task(self._sweep())]
        try:
            yield
        finally:
            self.watch.close()
            for task in tasks:
                task.cancel()

    async def _sweep(self) -> None:
        """What is past its time goes, also when nobody comes by; at the start, and every so often."""
        while True:
            try:
                await run_in_threadpool(upkeep.sweep, self._engine, self._clock())
            except SQLAlchemyError as error:
                logs.tell(logs.Trouble("database", type(error).__name__), logging.ERROR)
            await asyncio.sleep(SWEEP_SECONDS)

    async def register(self, request: Request) -> Response:
        message = await bodies.read(request, proving.Register)
        await run_in_threadpool(register, self._engine, self._limits, self._clock(), message)
        logs.tell(logs.Registered(message.device))
        return Response(status_code=204)

    async def challenge(self, _request: Request) -> Response:
        return bodies.answer(doors.make_challenge(self._identity, self._clock()))

    async def token(self, request: Request) -> Response:
        message = await bodies.read(request, proving.TokenRequest)
        arguments = self._engine, self._identity, self._clock(), message
        return bodies.answer(await run_in_threadpool(doors.give_token, *arguments))

    async def push(self, request: Request) -> Response:
        device = await self._admit(request)
        message = await bodies.read(request, wire.Push)
        desk = Desk(self._engine, self._identity, self._limits, self._clock())
        outcome = await run_in_threadpool(push, desk, device, message)
        size = len(message.envelope)
        logs.tell(logs.Pushed(device.id, outcome.seq, size, outcome.status, outcome.code))
        return bodies.answer(outcome)

    async def push_all(self, request: Request) -> Response:
        device = await self._admit(request)
        message = await bodies.read(request, wire.Pushes)
        desk = Desk(self._engine, self._identity, self._limits, self._clock())
        outcome = await run_in_threadpool(push_all, desk, device, message)
        for parcel, said in zip(message.parcels, outcome.answers, strict=False):
            logs.tell(logs.Pushed(device.id, said.seq, len(parcel.envelope), said.status, said.code))
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
        logs.tell(logs.Forgot(device.id, len(message.ids), outcome.count))
        return bodies.answer(outcome)

    async def end(self, request: Request) -> Response:
        device = await self._admit(request)
        message = await bodies.read(request, End)
        outcome = await run_in_threadpool(end, self._engine, self._clock(), device, message)
        logs.tell(logs.Ended(device.id, message.step))
        return bodies.answer(outcome)

    async def leave(self, request: Request) -> Response:
        visit = await self._visit(request)
        letter = await bodies.read(request, wire.Letter)
        await run_in_threadpool(mailbox.leave, visit, letter)
        logs.tell(logs.Left(visit.device.id, letter.slot, len(letter.data)))
        return Response(status_code=204)

    async def collect(self, request: Request) -> Response:
        return bodies.answer(await run_in_threadpool(mailbox.collect, await self._visit(request)))

    async def close(self, request: Request) -> Response:
        await run_in_threadpool(mailbox.close, await self._visit(request))
        return Response(status_code=204)

    async def heal(self, request: Request) -> Response:
        device = await self._admit(request)
        message = await bodies.read(request, wire.Heal)
        desk = Desk(self._engine, self._identity, self._limits, self._clock())
        outcome = await run_in_threadpool(heal, desk, device, message)
        items = len(message.items)
        logs.tell(logs.Healing(device.id, items, outcome.proof.seq, outcome.open))
        return bodies.answer(outcome)

    async def events(self, request: Request) -> Response:
        device = await self._admit(request)
        news = stream(self._engine, self.watch, device, self._clock)
        # The second header keeps nginx from holding hints back until it has a page full of them.
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(news, media_type="text/event-stream", headers=headers)

    async def health(self, _request: Request) -> Response:
        await run_in_threadpool(self._look)
        identity = self._identity
        return bodies.answer(wire.Health("ok", wire.PROTOCOL, identity.incarnation, identity.public_key))

    async def _visit(self, request: Request) -> mailbox.Visit:
        device = await self._admit(request)
        return mailbox.Visit(self._engine, self._limits, self._clock(), device, request.path_params["id"])

    async def _admit(self, request: Request) -> doors.Device:
        return await self._doorkeeper.admit(request.headers.get("authorization", ""), self._clock())

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
    logs.tell(logs.Trouble("database", type(error).__name__), logging.ERROR)
    return bodies.error(503, "unavailable")


async def _bug(_request: Request, error: Exception) -> Response:
    logs.tell(logs.Trouble("bug", type(error).__name__), logging.ERROR)
    return bodies.error(500, "internal")


def _with_database(
    database_url: str | None, data_dir: Path, work: Callable[[sa.Engine], T], *, current: bool = False
) -> T:
    engine = open_database(database_url, data_dir)
    try:
        if current:
            upkeep.require_current(engine)
        return work(engine)
    finally:
        engine.dispose()
