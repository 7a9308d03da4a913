"""Hints that there is something new: only to who is in the space, while they are, and cheaply."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from gpconnect.hub import embedded, events
from gpconnect.hub.database import open_database
from gpconnect.hub.doors import Device, admit
from gpconnect.hub.events import HeadWatch, News, stream
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, http_send
from tests.hub.conftest import Clock
from tests.hub.parties import TEAM, Desk, Laptop, MakeDesk, Web, epoch
from tests.hub.serving import bearer
from tests.hub.test_server import token_of


def device_of(engine: sa.Engine, web: Web, desk: Desk, clock: Clock) -> Device:
    return admit(engine, clock(), token_of(web, desk.laptop)["authorization"])


def removal(*gone: Desk, stay: Desk) -> wire.Entry:
    out = tuple(wire.Removal(desk.laptop.device, b"", 0) for desk in gone)
    return wire.Entry(remove=out, epoch=epoch(b"n" * 16, (stay.laptop.member(),), b"previous"))


class Ear:
    """One stream, read until there is nothing to read."""

    def __init__(self, engine: sa.Engine, watch: HeadWatch, device: Device, clock: Clock) -> None:
        self.parts: list[bytes] = []
        self.ended = False
        self._stream = stream(engine, watch, device, clock)
        self._moved = asyncio.Event()

    async def listen(self) -> None:
        async for part in self._stream:
            self.parts.append(part)
            self._moved.set()
        self.ended = True
        self._moved.set()

    async def until(self, fine: Callable[["Ear"], bool]) -> None:
        """Waits until what it heard is as expected."""
        async with asyncio.timeout(20):
            while not fine(self):
                self._moved.clear()
                await self._moved.wait()

    @property
    def heads(self) -> list[bytes]:
        return [part for part in self.parts if part.startswith(b"event")]


def head(seq: int, space: str = TEAM) -> bytes:
    return b'event: head\ndata: {"space":"%s","seq":%d}\n\n' % (space.encode(), seq)


async def heard(ear: Ear, count: int) -> None:
    """Waits until the stream has told so many heads."""
    await ear.until(lambda one: len(one.heads) >= count)


async def ended(ear: Ear) -> None:
    await ear.until(lambda one: one.ended)


@contextmanager
def counted(engine: sa.Engine) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.split(maxsplit=1)[0] not in {"BEGIN", "SHOW"}:
            asked.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield asked
    sa.event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def watch(engine: sa.Engine) -> HeadWatch:
    return HeadWatch(engine, 0.01)


class TestStreams:
    def test_the_first_words_are_how_things_stand_and_then_every_change(
        self, engine: sa.Engine, web: Web, anna: Desk, bilal: Desk, clock: Clock, watch: HeadWatch
    ) -> None:
        anna.found()
        bilal.found(space="team/zuid")

        async def day() -> list[bytes]:
            ear = Ear(engine, watch, device_of(engine, web, anna, clock), clock)
            listening, looking = asyncio.create_task(ear.listen()), asyncio.create_task(watch.run())
            await heard(ear, 1)
            bilal.push(space="team/zuid")
            await asyncio.to_thread(anna.push)
            await heard(ear, 2)
            watch.close()
            await listening
            looking.cancel()
            return ear.heads

        assert asyncio.run(day()) == [head(1), head(2)]

    def test_who_is_taken_out_of_a_space_hears_nothing_more_of_it_and_the_stream_ends(
        self, engine: sa.Engine, web: Web, anna: Desk, bilal: Desk, clock: Clock, watch: HeadWatch
    ) -> None:
        anna.found(bilal.laptop.member())
        bilal.found(space="team/zuid")

        async def day() -> tuple[list[bytes], list[bytes]]:
            device = device_of(engine, web, bilal, clock)
            ear, again = (Ear(engine, watch, device, clock) for _ in range(2))
            tasks = [asyncio.create_task(ear.listen()), asyncio.create_task(watch.run())]
            await heard(ear, 2)
            await asyncio.to_thread(anna.push, entry=removal(bilal, stay=anna))
            await ended(ear)
            tasks.append(asyncio.create_task(again.listen()))
            await heard(again, 1)
            watch.close()
            await ended(again)
            for task in tasks:
                task.cancel()
            return sorted(ear.heads), again.heads

        assert asyncio.run(day()) == ([head(1), head(1, "team/zuid")], [head(1, "team/zuid")])

    def test_who_is_let_in_hears_it_without_asking_again(
        self, engine: sa.Engine, web: Web, anna: Desk, bilal: Desk, clock: Clock, watch: HeadWatch
    ) -> None:
        anna.found()

        async def day() -> list[bytes]:
            ear = Ear(engine, watch, device_of(engine, web, bilal, clock), clock)
            tasks = [asyncio.create_task(ear.listen()), asyncio.create_task(watch.run())]
            entry = wire.Entry(add=(bilal.laptop.member("contributor"),))
            await asyncio.to_thread(anna.push, entry=entry)
            await heard(ear, 1)
            watch.close()
            await ended(ear)
            tasks[1].cancel()
            return ear.heads

        assert asyncio.run(day()) == [head(2)]

    def test_a_stream_ends_with_its_token(
        self, engine: sa.Engine, web: Web, anna: Desk, clock: Clock, watch: HeadWatch
    ) -> None:
        device = device_of(engine, web, anna, clock)

        async def listen() -> list[bytes]:
            parts = []
            async for part in stream(engine, watch, device, clock):
                parts.append(part)
                clock.pass_by(timedelta(minutes=10))
                watch.tell(News({TEAM: 1}, {TEAM: {device.id}}))
            return parts

        assert asyncio.run(listen()) == [b":\n\n", head(1)]

    def test_a_token_that_is_about_to_end_ends_its_stream_in_time(
        self, engine: sa.Engine, watch: HeadWatch, clock: Clock
    ) -> None:
        """Not at the next sign of life: nobody is let in a quarter of a minute longer."""
        device = Device("a" * 32, b"", clock() + timedelta(seconds=0.05))

        async def listen() -> None:
            async with asyncio.timeout(10):
                async for _ in stream(engine, watch, device, clock):
                    clock.pass_by(timedelta(seconds=0.03))

        asyncio.run(listen())

    def test_there_is_a_sign_of_life_while_nothing_happens(
        self, engine: sa.Engine, watch: HeadWatch, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(events, "KEEP_ALIVE", 0.01)
        device = Device("a" * 32, b"", clock() + timedelta(minutes=10))

        async def listen() -> list[bytes]:
            news = stream(engine, watch, device, clock)
            assert isinstance(news, AsyncGenerator)
            parts = [await anext(news) for _ in range(3)]
            await news.aclose()
            return parts

        assert asyncio.run(listen()) == [b":\n\n"] * 3
        assert not watch._listeners

    def test_a_device_has_so_many_streams_and_the_oldest_ends(
        self, engine: sa.Engine, watch: HeadWatch, clock: Clock
    ) -> None:
        device = Device("a" * 32, b"", clock() + timedelta(minutes=10))

        async def day() -> list[bool]:
            ears = [Ear(engine, watch, device, clock) for _ in range(events.MAX_STREAMS + 1)]
            tasks = []
            for ear in ears:
                tasks.append(asyncio.create_task(ear.listen()))
                await asyncio.sleep(0)
            await ended(ears[0])
            state = [ear.ended for ear in ears]
            watch.close()
            await asyncio.gather(*tasks)
            return state

        assert asyncio.run(day()) == [True, *[False] * events.MAX_STREAMS]


class TestLooking:
    def test_a_database_that_is_away_is_no_news(self, engine: sa.Engine, anna: Desk, tmp_path: Path) -> None:
        empty = open_database(None, tmp_path / "empty")
        assert HeadWatch(empty, 1.0).look() == News({}, {})
        anna.found()
        assert HeadWatch(engine, 1.0).look() == News({TEAM: 1}, {TEAM: {anna.laptop.device}})
        empty.dispose()

    def test_a_second_look_sees_what_changed_only(self, engine: sa.Engine, anna: Desk) -> None:
        watch = HeadWatch(engine, 1.0)
        anna.found()
        anna.found(space="team/zuid")
        watch.look()
        anna.push()

        assert watch.look() == News({TEAM: 2}, {TEAM: {anna.laptop.device}})
        assert watch.look() == News({}, {})

    def test_however_many_listen_a_change_costs_the_same(self, engine: sa.Engine, make_desk: MakeDesk) -> None:
        anna = make_desk()
        others = [Laptop() for _ in range(300)]
        anna.found(*(laptop.member() for laptop in others))
        watch = HeadWatch(engine, 1.0)

        async def day() -> tuple[int, int]:
            with counted(engine) as asked, ExitStack() as stack:
                ears = [stack.enter_context(watch.listening(laptop.device)) for laptop in others]
                watch.tell(watch.look())
                told = sum(ear.take() == {TEAM: 1} for ear in ears)
                return told, len(asked)

        assert asyncio.run(day()) == (300, 3)

    def test_a_slow_reader_hears_the_last_place_only(self) -> None:
        async def day() -> dict[str, int]:
            listener = events.Listener()
            for seq in (1, 3, 2):
                listener.add({TEAM: seq})
            return listener.take()

        assert asyncio.run(day()) == {TEAM: 3}


def test_a_push_notifies_nobody_itself(engine: sa.Engine, anna: Desk) -> None:
    """NOTIFY in a transaction that writes takes one lock for all spaces together: the watcher looks instead."""
    with counted(engine) as asked:
        anna.found()

    assert any(one.startswith("INSERT INTO parcel") for one in asked)
    assert not [one for one in asked if "notify" in one.casefold()]


def test_over_http_the_streams_end_when_the_hub_stops(tmp_path: Path) -> None:
    hub = embedded.start(tmp_path)
    send = http_send(hub.url)
    laptop = Laptop()
    anna = Desk(laptop, HubClient(send, laptop))
    anna.client.register()
    anna.found()
    told: list[str] = []
    with httpx.stream("GET", f"{hub.url}/v1/events", headers=bearer(hub.url, anna.laptop), trust_env=False) as news:
        assert news.headers["x-accel-buffering"] == "no"
        for line in news.iter_lines():
            if line.startswith("data:"):
                told.append(line)
                if len(told) == 1:
                    anna.push()
                else:
                    send.close()
                    hub.stop()

    assert told == [f'data: {{"space":"{TEAM}","seq":{seq}}}' for seq in (1, 2)]
