"""Bringing a hub up to date, copying it, and noticing that somebody touched it."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DBAPIError

from gpconnect.domain.errors import KnownError
from gpconnect.hub import database, server, upkeep
from gpconnect.hub.identity import Identity
from gpconnect.hub.limits import Limits
from gpconnect.hub.listening import Door
from gpconnect.hub.schema import CLAIM, DEVICE, ENROLMENT, HEAD, METADATA, PARCEL, SPACE, TOKEN, WRAPPED_KEY
from gpconnect.hub.server import make_app
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient
from tests.hub.parties import TEAM, Desk, MakeDesk, Web, claims, epoch, send_to


@pytest.fixture
def filled(engine: sa.Engine, anna: Desk, bilal: Desk) -> sa.Engine:
    """A hub with two spaces, claims, keys and a refusal in it."""
    anna.found(bilal.laptop.member())
    anna.push(claims=claims("a", "b"), keys=(anna.laptop.wrap(),))
    bilal.push(claims=claims("b", "c"))
    bilal.push(v=9)
    bilal.push()
    bilal.found(space="team/zuid")
    return engine


def codes(engine: sa.Engine) -> set[str]:
    return {problem.code for problem in upkeep.check(engine).problems}


def contents(engine: sa.Engine, table: sa.Table) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(sa.select(table)))


def test_the_migrations_make_exactly_the_tables_of_the_schema(engine: sa.Engine) -> None:
    upkeep.migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_sound_hub_has_no_problems(filled: sa.Engine) -> None:
    report = upkeep.check(filled)

    assert report.ok
    assert (report.spaces, report.parcels) == (2, 6)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (sa.update(PARCEL).where(PARCEL.c.seq == 2).values(envelope=b"other"), {"bytes", "claims"}),
        (sa.update(PARCEL).where(PARCEL.c.seq == 2).values(digest=bytes(32)), {"bytes", "head", "claims"}),
        (sa.delete(PARCEL).where(PARCEL.c.seq == 3), {"place", "chain", "head", "claims"}),
        (sa.update(PARCEL).where(PARCEL.c.seq == 3).values(granted=b"\1\1"), {"granted"}),
        (sa.update(PARCEL).where(PARCEL.c.seq == 2).values(incarnation=b"other"), {"header", "chain"}),
        (sa.update(HEAD).where(HEAD.c.space == TEAM).values(seq=7), {"end"}),
        (sa.delete(CLAIM), {"claims"}),
        (sa.update(HEAD).where(HEAD.c.space == TEAM).values(bytes=0), {"size"}),
        (sa.update(ENROLMENT).where(ENROLMENT.c.capacity == "member").values(capacity="admin"), {"members"}),
        (sa.update(ENROLMENT).where(ENROLMENT.c.capacity == "member").values(left=2), {"members"}),
        (sa.update(SPACE).where(SPACE.c.space == TEAM).values(public_key=b"of the hub"), {"epoch"}),
        (sa.delete(SPACE), {"epoch"}),
        (sa.update(PARCEL).where(PARCEL.c.seq == 2).values(is_entry=True), {"header"}),
        (sa.update(WRAPPED_KEY).values(sealed=b"of the hub"), {"keys"}),
        (sa.update(WRAPPED_KEY).values(number=7), {"keys"}),
        (sa.update(DEVICE).values(sign_key=b"of the hub"), {"device", "signature"}),
    ],
)
def test_a_hub_that_was_tampered_with_is_noticed(filled: sa.Engine, damage: sa.Executable, expected: set[str]) -> None:
    with filled.begin() as connection:
        connection.execute(damage)

    assert expected <= codes(filled)


def test_a_stranger_whom_the_owner_of_the_database_let_in_is_noticed(filled: sa.Engine, make_desk: MakeDesk) -> None:
    stranger = {"space": TEAM, "device": make_desk().laptop.device, "capacity": "member", "since": 1, "left": 0}
    with filled.begin() as connection:
        connection.execute(sa.insert(ENROLMENT).values(stranger))

    assert codes(filled) == {"members"}


def test_a_device_that_a_hub_forgot_and_an_entry_names_is_no_problem(filled: sa.Engine, bilal: Desk) -> None:
    """As after a restore: it makes itself known again when it comes, and some never do."""
    with filled.begin() as connection:
        connection.execute(sa.delete(TOKEN).where(TOKEN.c.device == bilal.laptop.device))
        connection.execute(sa.delete(DEVICE).where(DEVICE.c.device == bilal.laptop.device))

    assert codes(filled) == set()


def test_two_parcels_that_changed_places_are_noticed(filled: sa.Engine) -> None:
    with filled.begin() as connection:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            there = PARCEL.c.space == TEAM, PARCEL.c.seq == old
            connection.execute(sa.update(PARCEL).where(*there).values(seq=new))

    assert "head" in codes(filled)


def test_who_left_is_no_problem(filled: sa.Engine, anna: Desk, bilal: Desk) -> None:
    gone = (wire.Removal(bilal.laptop.device, bilal.laptop.incarnation, 3),)
    new = epoch(b"n" * 16, (anna.laptop.member(),), b"previous")

    assert anna.push(entry=wire.Entry(remove=gone, epoch=new)).status == "ok"
    assert upkeep.check(filled).ok


def test_a_parcel_that_somebody_else_made_is_noticed(filled: sa.Engine, anna: Desk, bilal: Desk) -> None:
    """Whoever can write to the database can make hashes and heads fit, but not the signature of a device."""
    number, _ = anna.laptop.chains[TEAM]
    anna.laptop.chains[TEAM] = (number, anna.laptop.chains[TEAM][1])
    real = wire.decode_envelope(anna.laptop.parcel())[1]
    forged = bilal.laptop.seal(real)
    digest = wire.parcel_hash(forged)
    with filled.begin() as connection:
        head = connection.execute(sa.select(HEAD).where(HEAD.c.space == TEAM)).one()
        after = wire.next_head(bytes(head.head), head.seq + 1, digest)
        row = connection.execute(sa.select(PARCEL).where(PARCEL.c.seq == 5)).mappings().one()
        changed = {"device": anna.laptop.device, "incarnation": anna.laptop.incarnation, "number": number + 1}
        place = {"seq": head.seq + 1, "digest": digest, "head": after, "envelope": forged}
        connection.execute(sa.insert(PARCEL).values({**row, **changed, **place}))
        connection.execute(sa.update(HEAD).where(HEAD.c.space == TEAM).values(seq=head.seq + 1, head=after))
        connection.execute(sa.update(HEAD).where(HEAD.c.space == TEAM).values(bytes=head.bytes + row["size"]))

    assert codes(filled) == {"signature"}


def test_bytes_that_are_no_parcel_are_noticed(filled: sa.Engine) -> None:
    with filled.begin() as connection:
        values = {"envelope": b"nonsense", "digest": wire.parcel_hash(b"nonsense")}
        connection.execute(sa.update(PARCEL).where(PARCEL.c.seq == 5).values(values))

    assert "bytes" in codes(filled)


def test_a_backup_holds_everything_but_tokens_and_is_another_incarnation(filled: sa.Engine, tmp_path: Path) -> None:
    upkeep.backup(filled, tmp_path / "copy")
    copy = database.open_database(None, tmp_path / "copy")
    same = [
        table for table in METADATA.sorted_tables if table.name not in {"meta", "token", "mailbox", "letter", "guess"}
    ]
    one, other = Identity.load(filled), Identity.load(copy)

    assert upkeep.check(copy).ok
    assert all(contents(copy, table) == contents(filled, table) for table in same)
    assert contents(copy, TOKEN) == []
    assert one.public_key == other.public_key
    assert one.incarnation != other.incarnation
    copy.dispose()


def test_a_backup_goes_back_into_an_empty_database_only(filled: sa.Engine, tmp_path: Path) -> None:
    upkeep.backup(filled, tmp_path / "copy")
    copy = database.open_database(None, tmp_path / "copy")
    empty = database.open_database(None, tmp_path / "empty")
    upkeep.copy_hub(copy, empty)

    assert contents(empty, PARCEL) == contents(filled, PARCEL)
    with pytest.raises(KnownError, match=r"hub\.backup\.target"):
        upkeep.copy_hub(copy, empty)
    copy.dispose()
    empty.dispose()


def test_a_backup_never_overwrites(engine: sa.Engine, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "photo.jpg").touch()

    with pytest.raises(KnownError, match=r"hub\.backup\.target"):
        upkeep.backup(engine, tmp_path / "copy")


def test_the_owners_commands_open_and_close_the_database_themselves(tmp_path: Path) -> None:
    server.migrate(None, tmp_path / "hub")
    server.backup(None, tmp_path / "hub", tmp_path / "copy")

    assert server.check(None, tmp_path / "copy") == upkeep.CheckReport(0, 0, ())


class TestDatabase:
    def test_the_file_and_its_key_are_for_their_owner_only(self, tmp_path: Path) -> None:
        server.migrate(None, tmp_path)

        assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}
        assert not (tmp_path / "hub.db").read_bytes().startswith(b"SQLite format 3")

    @pytest.mark.parametrize("key", [b"", bytes(32)])
    def test_another_key_does_not_open_the_file(self, tmp_path: Path, key: bytes) -> None:
        server.migrate(None, tmp_path)
        (tmp_path / "hub.key").write_bytes(key)

        with pytest.raises(KnownError, match=r"hub\.database\.key"):
            database.open_database(None, tmp_path)

    @pytest.mark.parametrize("url", ["", "hub.db", "mysql://localhost/hub", "postgresql://host:port/x"])
    def test_only_postgresql_has_an_address(self, tmp_path: Path, url: str) -> None:
        with pytest.raises(KnownError, match=r"hub\.database\.address"):
            database.open_database(url, tmp_path)

    def test_a_postgresql_that_does_not_answer(self, tmp_path: Path) -> None:
        with pytest.raises(KnownError, match=r"hub\.database\.unreachable"):
            database.open_database(f"postgresql://me@/hub?host={tmp_path}", tmp_path)

    def test_two_processes_of_one_hub_are_one_hub(self, engine: sa.Engine) -> None:
        assert Identity.load(engine).incarnation == Identity.load(engine).incarnation

    def test_a_failed_transaction_leaves_nothing(self, engine: sa.Engine) -> None:
        row = {"space": "team/x", "seq": 0, "head": b"", "keys": 0, "bytes": 0}

        def twice() -> None:
            with database.writing(engine) as connection:
                connection.execute(sa.insert(HEAD).values(row))
                connection.execute(sa.insert(HEAD).values(row))

        with pytest.raises(DBAPIError):
            twice()

        assert contents(engine, HEAD) == []


class TestPuttingBack:
    """A backup goes back into either engine, whole, and under another name each time."""

    def test_the_restored_hub_is_whole_and_new_and_takes_parcels_again(
        self, filled: sa.Engine, anna: Desk, bare_url: str | None, tmp_path: Path
    ) -> None:
        upkeep.backup(filled, tmp_path / "copy")
        anna.push(claims=claims("after the copy"))
        server.restore(bare_url, tmp_path / "back", tmp_path / "copy")
        back = database.open_database(bare_url, tmp_path / "back")
        web = Web(make_app(back, limits=Limits(anybody=True)))
        again = HubClient(send_to(web), anna.laptop)
        one, other = anna.client.health(), again.health()
        items = again.pull(TEAM).items
        web.close()

        assert (one.sign_key, one.incarnation == other.incarnation) == (other.sign_key, False)
        assert [item.seq for item in items] == [1, 2, 3, 4, 5]
        assert upkeep.check(back).ok
        upkeep.require_original(back)
        back.dispose()

    def test_each_time_it_is_another_hub(self, filled: sa.Engine, tmp_path: Path) -> None:
        upkeep.backup(filled, tmp_path / "copy")
        seen = {Identity.load(filled).incarnation}
        for name in ("one", "two"):
            server.restore(None, tmp_path / name, tmp_path / "copy")
            engine = database.open_database(None, tmp_path / name)
            seen.add(Identity.load(engine).incarnation)
            engine.dispose()

        assert len(seen) == 3

    def test_a_database_put_back_by_other_means_gets_another_name_when_told(
        self, filled: sa.Engine, database_url: str | None, tmp_path: Path
    ) -> None:
        before = Identity.load(filled)
        server.restore(database_url, tmp_path / "hub", None)
        after = Identity.load(filled)

        assert before.incarnation != after.incarnation
        assert before.public_key == after.public_key

    def test_a_copy_is_checked_but_not_served(self, filled: sa.Engine, tmp_path: Path) -> None:
        upkeep.backup(filled, tmp_path / "copy")

        assert server.check(None, tmp_path / "copy").ok
        with pytest.raises(KnownError, match=r"hub\.database\.copy"):
            server.serve(None, Door("127.0.0.1:1"), tmp_path / "copy")

    def test_a_folder_without_a_copy_is_said_and_nothing_is_made(self, tmp_path: Path) -> None:
        (tmp_path / "photos").mkdir()
        for source in ("photos", "nowhere"):
            with pytest.raises(KnownError, match=r"hub\.backup\.source"):
                server.restore(None, tmp_path / "back", tmp_path / source)

        assert not list((tmp_path / "photos").iterdir())

    def test_a_copy_that_was_never_finished_is_none(self, filled: sa.Engine, tmp_path: Path) -> None:
        """Putting it back would give an empty hub that looks whole."""
        unfinished = database.open_database(None, tmp_path / "copy")
        upkeep.migrate(unfinished)
        unfinished.dispose()
        empty = database.open_database(None, tmp_path / "back")
        with pytest.raises(KnownError, match=r"hub\.backup\.source"):
            upkeep.restore(tmp_path / "copy", empty)

        assert sa.inspect(empty).get_table_names() == []
        assert upkeep.check(filled).ok
        empty.dispose()

    def test_it_never_overwrites_a_hub(self, filled: sa.Engine, database_url: str | None, tmp_path: Path) -> None:
        upkeep.backup(filled, tmp_path / "copy")

        with pytest.raises(KnownError, match=r"hub\.backup\.target"):
            server.restore(database_url, tmp_path / "hub", tmp_path / "copy")
        assert upkeep.check(filled).ok
