"""Telling devices that there is something new: "this space is now at that place", and nothing else.

One watcher per process asks the database how far the spaces are; a notification from inside a write transaction would
make PostgreSQL take a lock for all spaces together. However many devices listen, a change costs two questions to the
database. A stream ends with its token, and when its device was taken out of a space: who listens again hears about
the spaces that are left.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from gpconnect.hub.database import reading
from gpconnect.hub.doors import Device
from gpconnect.hub.pulling import heads_for
from gpconnect.hub.schema import ENROLMENT, HEAD

KEEP_ALIVE = 15.0
MAX_STREAMS = 4
"""How many streams one device may have open; another one ends the oldest."""
_MANY = 500


@dataclass(frozen=True, slots=True)
class News:
    """The spaces whose order grew, and who is in each of them now."""

    heads: dict[str, int]
    members: dict[str, set[str]]


class Listener:
    """One stream: what its device was told, and what waits to be told. A slow reader gets the last place only."""

    def __init__(self) -> None:
        self.ended = False
        self._told: dict[str, int] = {}
        self._waiting: dict[str, int] = {}
        self._changed = asyncio.Event()

    def add(self, heads: dict[str, int]) -> None:
        """How far spaces are that its device is in; older news than was told is none."""
        newer = {space: seq for space, seq in heads.items() if seq > self._told.get(space, -1)}
        if newer:
            self._waiting.update(newer)
            self._told.update(newer)
            self._changed.set()

    def knows(self, space: str) -> bool:
        """Whether its device was in that space."""
        return space in self._told

    def end(self) -> None:
        """Lets the stream come to its end."""
        self.ended = True
        self._changed.set()

    def take(self) -> dict[str, int]:
        """What waits; it counts as told."""
        waiting, self._waiting = self._waiting, {}
        self._changed.clear()
        return waiting

    async def wait(self, seconds: float) -> None:
        """Until there is something, or that long."""
        if not self.ended:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), seconds)


class HeadWatch:
    """Looks every so often which orders grew, and tells the streams whose devices are in them.

    Args:
        engine: database of the hub.
        seconds: between two looks.
    """

    def __init__(self, engine: sa.Engine, seconds: float) -> None:
        self._engine = engine
        self._seconds = seconds
        self._known: dict[str, int] = {}
        self._listeners: dict[str, list[Listener]] = {}
        self.closed = False

    async def run(self) -> None:
        """Looks until cancelled; does nothing while nobody listens."""
        while True:
            await asyncio.sleep(self._seconds)
            if self._listeners:
                self.tell(await run_in_threadpool(self.look))

    def close(self) -> None:
        """Ends all streams, so that the service can stop."""
        self.closed = True
        for streams in self._listeners.values():
            for listener in streams:
                listener.end()

    @contextlib.contextmanager
    def listening(self, device: str) -> Iterator[Listener]:
        """A listener for one stream of a device, for as long as the stream lasts."""
        listener = Listener()
        streams = self._listeners.setdefault(device, [])
        streams.append(listener)
        for oldest in streams[:-MAX_STREAMS]:
            oldest.end()
        if self.closed:
            listener.end()
        try:
            yield listener
        finally:
            streams.remove(listener)
            if not streams:
                self._listeners.pop(device)

    def look(self) -> News:
        """What changed since the last look. A database that does not answer has no news."""
        try:
            with reading(self._engine) as connection:
                total = connection.execute(sa.select(sa.func.coalesce(sa.func.sum(HEAD.c.seq), 0))).scalar_one()
                if int(total) == sum(self._known.values()):
                    return News({}, {})
                heads = {row.space: row.seq for row in connection.execute(sa.select(HEAD.c.space, HEAD.c.seq))}
                changed = {space: seq for space, seq in heads.items() if seq != self._known.get(space)}
                members = _members(connection, changed)
        except SQLAlchemyError:
            return News({}, {})
        self._known = heads
        return News(changed, members)

    def tell(self, news: News) -> None:
        """Gives each stream its share, and ends those whose device is no longer in a space that it was in."""
        for device, streams in self._listeners.items():
            share = {space: seq for space, seq in news.heads.items() if device in news.members.get(space, ())}
            for listener in streams:
                listener.add(share)
                if any(listener.knows(space) for space in news.heads.keys() - share.keys()):
                    listener.end()


async def stream(
    engine: sa.Engine, watch: HeadWatch, device: Device, clock: Callable[[], datetime]
) -> AsyncIterator[bytes]:
    """Server-sent events for one device, until its token ends.

    Each event is ``event: head`` with ``data: {"space": …, "seq": …}``; the first ones tell how things stand. A line
    ``:`` now and then keeps the connection alive.
    """
    with watch.listening(device.id) as listener:
        listener.add(await run_in_threadpool(_heads, engine, device.id))
        while True:
            # What waits for a device that was taken out of a space is no longer for it.
            for space, seq in () if listener.ended else listener.take().items():
                yield b"event: head\ndata: " + msgspec.json.encode({"space": space, "seq": seq}) + b"\n\n"
            left = (device.until - clock()).total_seconds()
            if listener.ended or left <= 0:
                return
            yield b":\n\n"
            await listener.wait(min(KEEP_ALIVE, left))


def _heads(engine: sa.Engine, device: str) -> dict[str, int]:
    with reading(engine) as connection:
        return heads_for(connection, device)


def _members(connection: sa.Connection, spaces: dict[str, int]) -> dict[str, set[str]]:
    query = sa.select(ENROLMENT.c.space, ENROLMENT.c.device).where(ENROLMENT.c.left == 0)
    if len(spaces) <= _MANY:
        query = query.where(ENROLMENT.c.space.in_(spaces))
    found: dict[str, set[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.space, set()).add(row.device)
    return found
