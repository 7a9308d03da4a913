"""A hub of an earlier version comes along with everything in it; one of a later version is left alone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.exc import DBAPIError

from gpconnect import cli
from gpconnect.domain.errors import KnownError
from gpconnect.hub import database, server, upkeep
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import PARCEL
from gpconnect.hub.server import make_app
from gpconnect.sync.client import HubClient
from gpconnect.ui import messages
from tests.hub.conftest import bare_postgresql
from tests.hub.parties import TEAM, Desk, Laptop, Web, claims, send_to

OLD = Path(__file__).with_name("schema_0001.json")
"""What lay in a hub of the first schema: a team of three with claims, a key, a refusal and an erasure."""

LATER = {"head": ("let_go",), "device": ("founder",)}
"""Columns that these tables got since, empty in what was there before."""

ANNA, BILAL = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))


def old_rows() -> dict[str, list[dict[str, Any]]]:
    """Everything in that hub, per table; bytes are written as ``hex:…``."""

    def value(one: object) -> object:
        return bytes.fromhex(one[4:]) if isinstance(one, str) and one.startswith("hex:") else one

    tables = json.loads(OLD.read_text(encoding="utf-8"))
    return {name: [{key: value(one) for key, one in row.items()} for row in rows] for name, rows in tables.items()}


@pytest.fixture
def bare(bare_url: str | None, tmp_path: Path) -> Iterator[sa.Engine]:
    engine = database.open_database(bare_url, tmp_path / "hub")
    yield engine
    engine.dispose()


@pytest.fixture
def old(bare: sa.Engine) -> sa.Engine:
    """A database as the first schema left it."""
    config = upkeep._alembic()
    with database.writing(bare) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        tables = sa.MetaData()
        tables.reflect(connection)
        for name, rows in old_rows().items():
            connection.execute(sa.insert(tables.tables[name]), rows)
    return bare


def names(engine: sa.Engine) -> set[str]:
    return set(sa.inspect(engine).get_table_names())


def write_version(engine: sa.Engine, version: str) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :it"), {"it": version})


def test_an_old_hub_keeps_every_row_and_its_devices_go_on(old: sa.Engine) -> None:
    assert "mailbox" not in names(old)
    upkeep.migrate(old)
    tables = sa.MetaData()
    tables.reflect(old)
    with old.connect() as connection:
        for name, rows in old_rows().items():
            found = [dict(row) for row in connection.execute(sa.select(tables.tables[name])).mappings()]
            added = [row.pop(column) for row in found for column in LATER.get(name, ())]
            assert not any(added), name
            assert sorted(map(repr, found)) == sorted(map(repr, rows)), name

    web = Web(make_app(old, limits=Limits(anybody=True)))
    anna, bilal = (
        Desk(laptop := Laptop(key, bytes([number]) * 8), HubClient(send_to(web), laptop))
        for number, key in ((1, ANNA), (2, BILAL))
    )
    for desk in (anna, bilal):
        desk.laptop.chains[TEAM] = chain_of(old, desk.laptop)
    answer = anna.push(claims=claims("b", "new"))
    anna.client.leave(b"b" * 16, 0, b"card")
    there = bilal.client.collect(b"b" * 16)
    after = bilal.push()
    web.close()

    assert (answer.status, answer.seq, answer.granted) == ("ok", 6, (False, True))
    assert (after.status, after.seq, there) == ("ok", 7, {0: b"card"})
    assert upkeep.check(old).ok


def chain_of(engine: sa.Engine, laptop: Laptop) -> tuple[int, bytes]:
    """What a laptop remembers of its own chain."""
    query = sa.select(PARCEL.c.number, PARCEL.c.digest).where(PARCEL.c.device == laptop.device)
    with engine.connect() as connection:
        last = connection.execute(query.order_by(PARCEL.c.number.desc()).limit(1)).one()
    return last.number, bytes(last.digest)


def test_migrating_again_changes_nothing(old: sa.Engine) -> None:
    upkeep.migrate(old)
    before = names(old)
    upkeep.migrate(old)

    assert names(old) == before
    upkeep.require_current(old)


def test_a_step_that_fails_leaves_the_database_as_it_was(old: sa.Engine) -> None:
    with old.begin() as connection:
        connection.execute(sa.text("CREATE TABLE letter (x INTEGER)"))
    before = names(old)
    with pytest.raises(DBAPIError):
        upkeep.migrate(old)

    assert names(old) == before
    with pytest.raises(KnownError, match=r"hub\.database\.older"):
        upkeep.require_current(old)


class TestAnotherVersion:
    @pytest.fixture
    def newer(self, old: sa.Engine) -> sa.Engine:
        upkeep.migrate(old)
        write_version(old, "9999")
        return old

    @pytest.mark.parametrize("act", ["migrate", "check", "backup", "serve"])
    @pytest.mark.usefixtures("newer")
    def test_a_newer_database_is_refused_in_words(
        self, act: str, bare_url: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        where = ["--data", str(tmp_path / "hub"), *(["--database", bare_url] if bare_url else [])]
        more = {"backup": [str(tmp_path / "copy")], "serve": ["--listen", "127.0.0.1:1"]}.get(act, [])

        assert cli.main(["hub", act, *where, *more]) == 1
        assert capsys.readouterr().err.strip() == messages.SENTENCES["hub.database.newer"]

    def test_an_old_or_empty_database_is_not_checked_or_copied(
        self, old: sa.Engine, bare_url: str | None, tmp_path: Path
    ) -> None:
        for act in (
            lambda: server.check(bare_url, tmp_path / "hub"),
            lambda: server.backup(bare_url, tmp_path / "hub", tmp_path / "copy"),
            lambda: server.check(None, tmp_path / "nothing"),
        ):
            with pytest.raises(KnownError, match=r"hub\.database\.older"):
                act()

        server.migrate(bare_url, tmp_path / "hub")
        assert server.check(bare_url, tmp_path / "hub").parcels == 5
        upkeep.require_current(old)


@pytest.mark.postgresql
def test_processes_that_start_at_once_on_an_empty_database_migrate_it_once(postgresql: str, tmp_path: Path) -> None:
    with bare_postgresql(postgresql, tmp_path) as address:
        arguments = [sys.executable, "-m", "gpconnect", "hub", "migrate", "--database", address]
        running = [subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
        said = [process.communicate(timeout=120)[1] for process in running]
        codes = [process.returncode for process in running]

    assert (codes, said) == ([0, 0, 0], [b"", b"", b""])
