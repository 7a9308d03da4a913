"""Several real processes of one hub on one PostgreSQL are one hub; and an administrator at work on a running one."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from gpconnect import cli
from gpconnect.domain.errors import KnownError
from gpconnect.hub import server
from gpconnect.sync import wire
from tests.hub.conftest import bare_postgresql
from tests.hub.parties import TEAM, Desk, Laptop, claims, epoch
from tests.hub.serving import Served, bearer, serve

SLOTS = [f"slot{number}" for number in range(12)]


@pytest.fixture
def address(postgresql: str, tmp_path: Path) -> Iterator[str]:
    with bare_postgresql(postgresql, tmp_path) as address:
        yield address


@pytest.fixture
def trio(address: str, tmp_path: Path) -> Iterator[list[Served]]:
    """Three processes that were started on an empty database."""
    with ExitStack() as stack:
        yield [stack.enter_context(serve(tmp_path, GPCONNECT_HUB_DATABASE=address)) for _ in range(3)]


@pytest.mark.postgresql
def test_devices_at_three_processes_share_one_order_and_no_place_is_given_twice(
    trio: list[Served], address: str, tmp_path: Path
) -> None:
    laptops = [Laptop() for _ in range(6)]
    desks = [trio[number % 3].desk(laptop) for number, laptop in enumerate(laptops)]
    for desk in desks:
        desk.client.register()
    desks[0].found(*(laptop.member() for laptop in laptops[1:]))
    granted: list[str] = []
    places: list[int] = []

    def book(desk: Desk) -> None:
        for slot in SLOTS:
            answer = desk.push(claims=claims(slot))
            places.append(answer.seq)
            granted.extend([slot] * answer.granted[0])

    threads = [threading.Thread(target=book, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    orders = [served.desk(laptops[0]).client.pull(TEAM, limit=500) for served in trio]

    assert sorted(places) == list(range(2, 2 + len(SLOTS) * len(desks)))
    assert sorted(granted) == sorted(SLOTS)
    assert orders[0] == orders[1] == orders[2]
    assert server.check(address, tmp_path).ok


@pytest.mark.postgresql
def test_a_token_of_one_process_counts_at_the_others_and_removal_is_felt_everywhere_at_once(trio: list[Served]) -> None:
    one, two, three = trio
    anna, bilal = one.desk(Laptop()), two.desk(Laptop())
    for desk in (anna, bilal):
        desk.client.register()
    anna.found(bilal.laptop.member())
    token = bearer(one.url, bilal.laptop)
    asked = {"space": TEAM}

    def statuses() -> list[int]:
        return [
            httpx.get(f"{served.url}/v1/parcels", params=asked, headers=token, trust_env=False).status_code
            for served in trio
        ]

    assert statuses() == [200, 200, 200]
    with httpx.stream("GET", f"{three.url}/v1/events", headers=token, trust_env=False, timeout=30) as news:
        lines = news.iter_lines()
        heard = [next(line for line in lines if line.startswith("data:"))]
        bilal.push()
        heard.append(next(line for line in lines if line.startswith("data:")))
        out = (wire.Removal(bilal.laptop.device, bilal.laptop.incarnation, 1),)
        anna.push(entry=wire.Entry(remove=out, epoch=epoch(b"n" * 16, (anna.laptop.member(),), b"previous")))
        assert statuses() == [403, 403, 403]
        for served in trio:
            other = served.desk(bilal.laptop)
            assert other.push().code == "not_member"
            with pytest.raises(KnownError, match=r"hub\.not_member"):
                other.client.forget(TEAM, (b"k" * 16,))
        rest = [line for line in lines if line.startswith("data:")]

    assert heard == [f'data: {{"space":"{TEAM}","seq":{seq}}}' for seq in (1, 2)]
    assert rest == []


@pytest.mark.postgresql
def test_when_one_process_dies_the_others_go_on_and_nothing_acknowledged_is_lost(
    trio: list[Served], address: str, tmp_path: Path
) -> None:
    laptop = Laptop()
    desks = [served.desk(laptop) for served in trio]
    desks[0].client.register()
    desks[0].found()
    seen = [desk.push().seq for desk in desks]
    trio[0].process.kill()
    trio[0].process.wait(30)
    with pytest.raises(KnownError, match=r"hub\.unreachable"):
        desks[0].push()
    seen += [desk.push().seq for desk in desks[1:]]

    assert seen == [2, 3, 4, 5, 6]
    assert server.check(address, tmp_path).parcels == 6


@pytest.mark.postgresql
def test_a_postgresql_that_dropped_every_connection_is_found_again(trio: list[Served], address: str) -> None:
    anna = trio[0].desk(Laptop())
    anna.client.register()
    anna.found()
    with httpx.stream(
        "GET", f"{trio[1].url}/v1/events", headers=bearer(trio[0].url, anna.laptop), trust_env=False, timeout=30
    ) as news:
        lines = (line for line in news.iter_lines() if line.startswith("data:"))
        heard = [next(lines)]
        with sa.create_engine(
            address.replace("postgresql:", "postgresql+psycopg:"), poolclass=sa.NullPool
        ).connect() as connection:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            connection.execute(sa.text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))  # noqa: S608 - fixed words
        pushed = [served.desk(anna.laptop).push().seq for served in trio]
        while not heard[-1].endswith('"seq":4}'):
            heard.append(next(lines))

    assert pushed == [2, 3, 4]
    assert heard[0] == f'data: {{"space":"{TEAM}","seq":1}}'


def test_a_running_hub_is_copied_and_what_comes_back_is_served_again(bare_url: str | None, tmp_path: Path) -> None:
    """The restore drill: copy a hub at work, lose it, put the copy back, and go on with the same devices."""
    where = ["--data", str(tmp_path / "hub"), *(["--database", bare_url] if bare_url else [])]
    options = where[2:]
    laptop = Laptop()
    with serve(tmp_path / "hub", *options) as served:
        anna = served.desk(laptop)
        anna.client.register()
        anna.found()
        anna.push(claims=claims("nine"))
        assert cli.main(["hub", "backup", *where, str(tmp_path / "copy")]) == 0
        anna.push(body=b"after the copy")
        known, before = anna.client.pull(TEAM), anna.client.health()
    assert cli.main(["hub", "check", "--data", str(tmp_path / "copy")]) == 0

    back = ["--data", str(tmp_path / "back")]
    assert cli.main(["hub", "restore", *back, str(tmp_path / "copy")]) == 0
    assert cli.main(["hub", "check", *back]) == 0
    with serve(tmp_path / "back") as served:
        again = served.desk(laptop)
        after = again.client.health()
        items = again.client.pull(TEAM).items
        lost = known.items[2:]
        hashes = tuple(one.parcel_hash for one in lost)
        healed = again.client.heal(wire.Heal(TEAM, 3, known.proof, 2, hashes, lost))
        answer = again.push(claims=claims("nine", "ten"))

    assert after.sign_key == before.sign_key
    assert after.incarnation != before.incarnation
    assert [item.seq for item in items] == [1, 2]
    assert (healed.proof.seq, healed.open) == (3, False), "what came after the copy is back, brought by the device"
    assert (answer.status, answer.seq, answer.granted) == ("ok", 4, (False, True))


def test_the_quota_that_the_administrator_sets_holds(tmp_path: Path) -> None:
    options = "--device-mb", "1"
    with serve(tmp_path / "hub", *options, GPCONNECT_HUB_SPACES="2", GPCONNECT_HUB_DEVICE_MB="9") as served:
        anna = served.desk(Laptop())
        anna.client.register()
        founded = [anna.found(space=f"team/{number}").status for number in range(3)]
        space = "team/0"
        pushed = [anna.push(space=space, body=bytes(700_000)) for _ in range(2)]

    assert founded == ["ok", "ok", "later"]
    assert [(one.status, one.code) for one in pushed] == [("ok", ""), ("later", "quota.device")]
    assert 3500 < pushed[1].seconds <= 3600


@pytest.mark.parametrize("given", ["0", "-1", "many", ""])
def test_a_quota_that_is_none_is_wrong_usage(
    given: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["hub", "serve", "--data", str(tmp_path), "--space-gb", given])
    monkeypatch.setenv("GPCONNECT_HUB_SPACES", given or "x")
    with pytest.raises(SystemExit) as from_environment:
        cli.main(["hub", "serve", "--data", str(tmp_path)])

    assert (ended.value.code, from_environment.value.code) == (2, 2)
    assert "--space-gb" in capsys.readouterr().err
