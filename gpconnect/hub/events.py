"""Telling devices that there is something new: "this space is now at that place", and nothing else.

One watcher per process asks the database how far the spaces are; a notification from inside a write transaction would
make PostgreSQL take a lock for all spaces together. A device's stream shows the spaces it is in at that moment, so
removal is felt at the next change.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from datetime import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from gpconnect.hub.database import reading
from gpconnect.hub.doors import Device
from gpconnect.hub.pulling import heads_for
from gpconnect.hub.schema import HEAD

KEEP_ALIVE = 15.0


class HeadWatch:
    """Looks every so often whether any order grew, and wakes the streams that wait.

    Args:
        engine: database of the hub.
        seconds: between two looks.
    """

    def __init__(self, engine: sa.Engine, seconds: float) -> None:
        self._engine = engine
        self._seconds = seconds
        self._changed = asyncio.Event()
        self._listeners = 0
        self.closed = False

    async def run(self) -> None:
        """Looks until cancelled; does nothing while nobody listens."""
        seen = -1
        while True:
            await asyncio.sleep(self._seconds)
            if self._listeners:
                total = await run_in_threadpool(self.total, seen)
                if total != seen:
                    seen = total
                    self.wake()

    def close(self) -> None:
        """Ends all streams, so that the service can stop."""
        self.closed = True
        self.wake()

    async def changes(self) -> AsyncGenerator[None]:
        """Yields at once, after each change, and now and then in between to keep the connection alive."""
        self._listeners += 1
        try:
            while not self.closed:
                changed = self._changed
                yield
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), KEEP_ALIVE)
        finally:
            self._listeners -= 1

    def wake(self) -> None:
        """Lets every stream look again."""
        self._changed.set()
        self._changed = asyncio.Event()

    def total(self, seen: int) -> int:
        """The places of all spaces together: it only ever grows. Unreachable counts as unchanged."""
        try:
            with reading(self._engine) as connection:
                return int(connection.execute(sa.select(sa.func.coalesce(sa.func.sum(HEAD.c.seq), 0))).scalar_one())
        except SQLAlchemyError:
            return seen


async def stream(
    engine: sa.Engine, watch: HeadWatch, device: Device, clock: Callable[[], datetime]
) -> AsyncIterator[bytes]:
    """Server-sent events for one device, until its token ends.

    Each event is ``event: head`` with ``data: {"space": …, "seq": …}``; the first ones tell how things stand.
    """
    told: dict[str, int] = {}
    async with contextlib.aclosing(watch.changes()) as changes:
        async for _ in changes:
            if clock() >= device.until:
                return
            heads = await run_in_threadpool(_heads, engine, device.id)
            for space, seq in heads.items():
                if told.get(space) != seq:
                    data = msgspec.json.encode({"space": space, "seq": seq})
                    yield b"event: head\ndata: " + data + b"\n\n"
            told = heads
            yield b": \n\n"


def _heads(engine: sa.Engine, device: str) -> dict[str, int]:
    with reading(engine) as connection:
        return heads_for(connection, device)
