"""A real hub on this computer only, in a thread: for the demonstration and for tests."""

import socket
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from starlette.applications import Starlette

from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import Server, make_app

HOST = "127.0.0.1"
START_SECONDS = 30


class RunningHub:
    """A hub that runs until `stop`; also a context manager.

    Attributes:
        url: where it listens, for example ``http://127.0.0.1:49152``.
    """

    def __init__(self, server: "_Server", thread: threading.Thread, url: str) -> None:
        self._server = server
        self._thread = thread
        self.url = url

    def stop(self) -> None:
        """Ends it and waits until the database is closed. Doing it twice is no error."""
        self._server.should_exit = True
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(Server):
    """In a thread: no signal handlers there, and something to wait for until it listens."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(app, grace=2)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


def start(data_dir: Path, port: int = 0, database_url: str | None = None) -> RunningHub:
    """Starts a hub on the loopback address and returns when it listens.

    Args:
        data_dir: folder of its encrypted file.
        port: a free one when 0.
        database_url: ``postgresql://…`` instead of the file.

    Raises:
        KnownError: ``hub.database.…`` as `open_database`.
        OSError: the port is taken.
    """
    listener = socket.create_server((HOST, port))
    # Without it an answer waits some 40 ms for the acknowledgement of the one before.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        engine = open_database(database_url, data_dir)
        upkeep.migrate(engine)
    except BaseException:
        listener.close()
        raise
    server = _Server(make_app(engine, limits=Limits(anybody=True), poll_seconds=0.1))

    def run() -> None:
        try:
            server.run(sockets=[listener])
        finally:
            server.ready.set()
            listener.close()
            engine.dispose()

    thread = threading.Thread(target=run, name="gpconnect-hub", daemon=True)
    thread.start()
    server.ready.wait(START_SECONDS)
    return RunningHub(server, thread, f"http://{HOST}:{listener.getsockname()[1]}")
