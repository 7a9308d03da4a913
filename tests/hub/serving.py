"""Real hub processes for the tests, started as an administrator would."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import msgspec

import gpconnect
from gpconnect.sync import proving, wire
from gpconnect.sync.client import HttpSend, HubClient, http_send
from tests.hub.parties import MSGPACK, Desk, Laptop

SOURCES = Path(gpconnect.__file__).parents[1]


@dataclass
class Served:
    """A hub in a process of its own: where it listens, and what it logs."""

    url: str
    process: "subprocess.Popen[str]"
    log: list[str] = field(default_factory=list)
    sends: list[HttpSend] = field(default_factory=list)
    _over: bool = False
    _more: threading.Condition = field(default_factory=threading.Condition)

    def desk(self, laptop: Laptop) -> Desk:
        """A laptop that talks to this process."""
        send = http_send(self.url)
        self.sends.append(send)
        return Desk(laptop, HubClient(send, laptop))

    def heard(self, line: str) -> None:
        with self._more:
            self.log.append(line)
            self._more.notify_all()

    def over(self) -> None:
        with self._more:
            self._over = True
            self._more.notify_all()

    def wait_for(self, event: str, times: int = 1) -> None:
        """Until the log has so many lines of that kind."""

        def told() -> bool:
            return sum(f'"event":"{event}"' in line for line in self.log) >= times

        with self._more:
            self._more.wait_for(lambda: told() or self._over, 60)
            assert told(), self.log

    def events(self) -> list[dict[str, Any]]:
        return [msgspec.json.decode(line) for line in self.log]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def serve(data: Path, *options: str, scheme: str = "http", **environment: str) -> Iterator[Served]:
    """``gpconnect hub serve`` until the end of the block; everything that it logged is there then."""
    listen = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gpconnect",
            "hub",
            "serve",
            "--anybody",
            "--listen",
            listen,
            "--data",
            str(data),
            *options,
        ],
        cwd=SOURCES,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    served = Served(f"{scheme}://{listen}", process)

    def read() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            served.heard(line)
        served.over()

    reader = threading.Thread(target=read)
    reader.start()
    try:
        served.wait_for("listening")
        yield served
    finally:
        for send in served.sends:
            send.close()
        process.terminate()
        process.wait(30)
        reader.join()
        process.stderr.close()


def bearer(url: str, laptop: Laptop) -> dict[str, str]:
    """The header with a fresh token of that hub."""
    made = httpx.post(f"{url}/v1/challenges", trust_env=False).content
    signed = wire.decode(made, proving.Challenge).challenge
    request = proving.TokenRequest(laptop.device, signed, laptop.sign(proving.challenge_message(signed)))
    content = msgspec.msgpack.encode(request)
    given = httpx.post(f"{url}/v1/tokens", content=content, headers=MSGPACK, trust_env=False).content
    return {"authorization": f"Bearer {wire.decode(given, proving.Token).token}"}
