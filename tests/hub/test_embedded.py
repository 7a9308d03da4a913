"""A real hub on the loopback address, over real HTTP."""

import asyncio
import os
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub import embedded, server
from gpconnect.hub.database import open_database
from gpconnect.hub.doors import Device
from gpconnect.hub.events import HeadWatch, stream
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, http_send
from tests.hub.conftest import Clock
from tests.hub.parties import MSGPACK, TEAM, Desk, Laptop, epoch


def bearer(url: str, laptop: Laptop) -> dict[str, str]:
    made = httpx.post(f"{url}/v1/challenges", trust_env=False).content
    signed = wire.decode(made, wire.Challenge).challenge
    request = wire.TokenRequest(laptop.device, signed, laptop.sign(wire.challenge_message(signed)))
    content = msgspec.msgpack.encode(request)
    given = httpx.post(f"{url}/v1/tokens", content=content, headers=MSGPACK, trust_env=False).content
    return {"authorization": f"Bearer {wire.decode(given, wire.Token).token}"}


def test_two_laptops_exchange_parcels_over_http(tmp_path: Path) -> None:
    with embedded.start(tmp_path) as hub:
        send = http_send(hub.url)
        anna, bilal = (Desk(laptop, HubClient(send, laptop)) for laptop in (Laptop(), Laptop()))
        anna.client.register()
        bilal.client.register()
        anna.found(bilal.laptop.member())
        anna.push(body=b"from anna")
        items = bilal.client.pull(TEAM).items
        send.close()

    assert wire.decode_envelope(items[1].envelope)[1].body == b"from anna"


def test_a_hub_that_starts_again_is_the_same_hub(tmp_path: Path) -> None:
    seen = []
    for _ in range(2):
        with embedded.start(tmp_path) as hub:
            send = http_send(hub.url)
            seen.append(HubClient(send, Laptop()).health())
            send.close()

    assert seen[0] == seen[1]


@pytest.mark.usefixtures("engine")
def test_it_works_on_both_engines(database_url: str | None, tmp_path: Path) -> None:
    with embedded.start(tmp_path / "hub", database_url=database_url) as hub:
        send = http_send(hub.url)
        assert HubClient(send, Laptop()).health().status == "ok"
        send.close()


def test_news_tells_the_places_of_own_spaces_only_and_ends_with_the_hub(tmp_path: Path) -> None:
    hub = embedded.start(tmp_path)
    send = http_send(hub.url)
    anna, bilal = (Desk(laptop, HubClient(send, laptop)) for laptop in (Laptop(), Laptop()))
    for desk in (anna, bilal):
        desk.client.register()
    anna.found()
    bilal.found(space="team/zuid")
    told: list[str] = []
    with httpx.stream("GET", f"{hub.url}/v1/events", headers=bearer(hub.url, anna.laptop), trust_env=False) as news:
        for line in news.iter_lines():
            if line.startswith("data:"):
                told.append(line)
                if len(told) == 1:
                    bilal.push(space="team/zuid")
                    anna.push()
                else:
                    send.close()
                    hub.stop()

    assert told == [f'data: {{"space":"{TEAM}","seq":{seq}}}' for seq in (1, 2)]


def test_a_removed_device_hears_nothing_more(tmp_path: Path) -> None:
    hub = embedded.start(tmp_path)
    send = http_send(hub.url)
    anna, bilal = (Desk(laptop, HubClient(send, laptop)) for laptop in (Laptop(), Laptop()))
    for desk in (anna, bilal):
        desk.client.register()
    anna.found(bilal.laptop.member())
    gone = (wire.Removal(bilal.laptop.device, b"", 0),)
    new = epoch(b"n" * 16, (anna.laptop.member(),), b"previous")
    lines: list[str] = []
    with httpx.stream("GET", f"{hub.url}/v1/events", headers=bearer(hub.url, bilal.laptop), trust_env=False) as news:
        for line in news.iter_lines():
            lines.append(line)
            if line.startswith("data:"):
                anna.push(entry=wire.Entry(remove=gone, epoch=new))
            elif lines.count(": ") == 2:
                send.close()
                hub.stop()

    assert [line for line in lines if line.startswith("data:")] == [f'data: {{"space":"{TEAM}","seq":1}}']


def test_stopping_twice_is_no_error(tmp_path: Path) -> None:
    hub = embedded.start(tmp_path)
    hub.stop()
    hub.stop()


def test_a_taken_port_and_a_bad_database_are_said_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        embedded.start(tmp_path, taken.getsockname()[1])
    with pytest.raises(KnownError, match=r"hub\.database\.address"):
        embedded.start(tmp_path, database_url="mysql://")


def test_serving_says_when_the_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(KnownError, match=r"hub\.port_taken"):
        server.serve(None, f"127.0.0.1:{taken.getsockname()[1]}", tmp_path)


def test_serving_goes_on_until_it_is_told_to_stop(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    script = (
        "import pathlib, sys; from gpconnect.hub.server import serve; serve(None, sys.argv[1], pathlib.Path('hub'))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, listen],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(server.__file__).parents[2])},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process, process.stderr as said:
        assert any("listening" in line for line in said)
        send = http_send(f"http://{listen}")
        health = HubClient(send, Laptop()).health()
        send.close()
        process.terminate()
        said.read()

    assert health.status == "ok"
    assert server.check(None, tmp_path / "hub").ok


class TestNews:
    """The watcher and the streams without a server around them."""

    def test_a_stream_ends_with_its_token(self, engine: sa.Engine, clock: Clock) -> None:
        async def listen() -> list[bytes]:
            watch = HeadWatch(engine, 1.0)
            device = Device("a" * 32, b"", clock() + timedelta(minutes=10))
            told = []
            async for part in stream(engine, watch, device, clock):
                told.append(part)
                clock.pass_by(timedelta(minutes=11))
                watch.wake()
            return told

        assert asyncio.run(listen()) == [b": \n\n"]

    def test_a_database_that_is_away_is_no_news(self, engine: sa.Engine, tmp_path: Path) -> None:
        empty = open_database(None, tmp_path / "empty")
        assert HeadWatch(empty, 1.0).total(seen=7) == 7
        assert HeadWatch(engine, 1.0).total(seen=7) == 0
        empty.dispose()
