"""The real hub in this process, without network or waiting: a request is answered before the call returns."""

import hashlib
import shutil
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from starlette.applications import Starlette
from starlette.types import Message

from gpconnect.hub import doors, server, upkeep
from gpconnect.hub.database import open_database, reading, writing
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import CLAIM, ENDING, ENROLMENT, HEAD, METADATA, PARCEL, WRAPPED_KEY
from gpconnect.sync import wire
from gpconnect.sync.client import Request, Response

Clock = Callable[[], datetime]


class WaitedError(Exception):
    """The hub waited for something that only time brings; in a history there is none."""


async def _at_once(work: Callable[..., Any], *arguments: Any) -> Any:
    return work(*arguments)


class Hub:
    """A hub on a database of its own.

    Attributes:
        answers: a digest of everything it ever decided, the same for the same history on either database.
        troubles: requests that it failed to answer properly.
        copies: folders of its backups, the last one last.
        ended_in_copy: per backup the spaces that it had let go of by then.
        forgot: how often it let go of keys that were destroyed.
    """

    def __init__(self, folder: Path, clock: Clock, url: str | None = None) -> None:
        modules: tuple[Any, ...] = server, doors
        for module in modules:
            module.run_in_threadpool = _at_once
        self.folder, self.clock, self.url = folder, clock, url
        self.troubles: list[str] = []
        self.copies: list[Path] = []
        self.ended_in_copy: dict[Path, frozenset[str]] = {}
        self.forgot = 0
        self._answers = hashlib.sha256()
        self._known: tuple[int, dict[str, dict[str, str]]] = (0, {})
        self._length: int | None = None
        self._start()

    @property
    def answers(self) -> str:
        return self._answers.hexdigest()

    def _start(self) -> None:
        self.engine = open_database(self.url, self.folder)
        self._app = server.make_app(self.engine, clock=self.clock, limits=Limits(anybody=True))

    def stop(self) -> None:
        self.engine.dispose()

    def keep_copy(self) -> None:
        """A backup of the running hub, as its keeper makes one."""
        copy = self.folder.with_name(f"{self.folder.name}-copy-{len(self.copies)}")
        upkeep.backup(self.engine, copy)
        self.copies.append(copy)
        self.ended_in_copy[copy] = self.ended()

    def put_back(self, copy: Path) -> None:
        """The database is gone and this backup takes its place."""
        self.stop()
        if self.url is None:
            shutil.rmtree(self.folder)
        engine = open_database(self.url, self.folder)
        if self.url is not None:
            with writing(engine) as connection:
                _empty(connection)
        upkeep.restore(copy, engine)
        engine.dispose()
        self._known, self._length = (0, {}), None
        self._start()

    def send(self, request: Request) -> Response:
        """The network seam, when nothing goes wrong."""
        if request.method == "POST":
            self._length = None
        try:
            answer = _ask(self._app, request)
        except Exception as error:  # noqa: BLE001 - whatever it is, the hub should have answered
            self.troubles.append(f"{request.path}: {type(error).__name__}: {error}")
            return Response(500, {"content-type": "application/json"}, b'{"code": "internal"}')
        self.forgot += request.path == "/v1/erasures" and answer.status == 200
        self._note(request, answer)
        return answer

    def _note(self, request: Request, answer: Response) -> None:
        """What it decided; not the bytes, which are sealed differently each time."""
        said: list[object] = [request.method, request.path, request.query, answer.status]
        if answer.status == 200 and request.path == "/v1/batches":
            for one in wire.decode(answer.body, wire.PushAnswers).answers:
                said += [one.status, one.seq, one.granted, one.code, one.seconds]
        if answer.status == 200 and request.path == "/v1/parcels":
            kind: Any = wire.PushAnswer if request.method == "POST" else wire.PullAnswer
            told = wire.decode(answer.body, kind)
            if isinstance(told, wire.PushAnswer):
                said += [told.status, told.seq, told.granted, told.code, told.seconds]
            else:
                places = [(one.seq, bool(one.envelope), one.granted, one.code, one.received_at) for one in told.items]
                said += [told.proof.seq, places, [one.id for one in told.keys], told.key_cursor, told.more]
        self._answers.update(msgspec.msgpack.encode(said))

    def taken(self) -> set[bytes]:
        """Hashes of all parcels that it took."""
        with reading(self.engine) as connection:
            query = sa.select(PARCEL.c.digest).where(PARCEL.c.code == "")
            return {bytes(one) for one in connection.execute(query).scalars()}

    def length(self) -> int:
        """Places in all its orders together."""
        if self._length is None:
            with reading(self.engine) as connection:
                self._length = int(connection.execute(sa.select(sa.func.count()).select_from(PARCEL)).scalar_one())
        return self._length

    def holders(self, space: str) -> dict[bytes, bytes]:
        """Who holds what in a space: hash of the holder's secret by name of the thing."""
        with reading(self.engine) as connection:
            query = sa.select(CLAIM.c.id, CLAIM.c.token_hash).where(CLAIM.c.space == space)
            return {bytes(row.id): bytes(row.token_hash) for row in connection.execute(query)}

    def members(self, space: str) -> dict[str, str]:
        """In what capacity each device is in a space now; looked up once for each state of the orders."""
        length = self.length()
        if self._known[0] != length:
            self._known = length, {}
        if space not in self._known[1]:
            self._known[1][space] = self._members(space)
        return self._known[1][space]

    def _members(self, space: str) -> dict[str, str]:
        with reading(self.engine) as connection:
            query = sa.select(ENROLMENT.c.device, ENROLMENT.c.capacity)
            query = query.where(ENROLMENT.c.space == space, ENROLMENT.c.left == 0)
            return {row.device: row.capacity for row in connection.execute(query)}

    def ended(self) -> frozenset[str]:
        """The spaces that it let go of."""
        with reading(self.engine) as connection:
            query = sa.select(ENDING.c.space).where(ENDING.c.emptied_at > 0)
            return frozenset(connection.execute(query).scalars())

    def after_removal(self, space: str, device: str) -> list[bytes]:
        """The parcels of a space that came after a device was put out; nothing when it was not."""
        with reading(self.engine) as connection:
            left = sa.select(ENROLMENT.c.left).where(ENROLMENT.c.space == space, ENROLMENT.c.device == device)
            gone = connection.execute(left).scalar()
            if not gone:
                return []
            query = sa.select(PARCEL.c.envelope).where(PARCEL.c.space == space, PARCEL.c.seq > gone)
            return [bytes(one) for one in connection.execute(query).scalars() if one]

    def keys_of(self, space: str) -> frozenset[bytes]:
        """Ids of the wrapped keys that it holds of a space."""
        with reading(self.engine) as connection:
            query = sa.select(WRAPPED_KEY.c.id).where(WRAPPED_KEY.c.space == space)
            return frozenset(bytes(one) for one in connection.execute(query).scalars())

    def left_of(self, space: str) -> int:
        """How many rows it still has of a space, but for the one that says that it ended."""
        tables = (PARCEL, WRAPPED_KEY, CLAIM, ENROLMENT, HEAD)
        with reading(self.engine) as connection:
            counts = (sa.select(sa.func.count()).select_from(one).where(one.c.space == space) for one in tables)
            return sum(int(connection.execute(one).scalar_one()) for one in counts)

    def check(self) -> upkeep.CheckReport:
        return upkeep.check(self.engine)


def fill(folder: Path, template: Path, url: str | None = None) -> None:
    """A hub's database as it was kept: the file itself, or its rows in an emptied PostgreSQL."""
    if url is None:
        shutil.copytree(template, folder)
        return
    kept, engine = open_database(None, template), open_database(url, folder)
    with reading(kept) as old, writing(engine) as new:
        _empty(new)
        for table in METADATA.sorted_tables:
            rows = [dict(row) for row in old.execute(sa.select(table)).mappings()]
            if rows:
                new.execute(sa.insert(table), rows)
    kept.dispose()
    engine.dispose()


def _empty(connection: sa.Connection) -> None:
    for table in reversed(METADATA.sorted_tables):
        connection.execute(sa.delete(table))


def _ask(app: Starlette, request: Request) -> Response:
    query = "&".join(f"{name}={value}" for name, value in request.query)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": request.path,
        "raw_path": request.path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in request.headers.items()],
        "client": None,
        "server": ("hub", 80),
    }
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    _drive(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return Response(said[0]["status"], headers, b"".join(one.get("body", b"") for one in said[1:]))


def _drive(work: Coroutine[Any, Any, None]) -> None:
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    raise WaitedError
