"""A real hub on the loopback address, over real HTTP."""

import socket
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.hub import embedded
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, http_send
from tests.hub.parties import TEAM, Desk, Laptop


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


def test_stopping_twice_is_no_error(tmp_path: Path) -> None:
    hub = embedded.start(tmp_path)
    hub.stop()
    hub.stop()


def test_a_taken_port_and_a_bad_database_are_said_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        embedded.start(tmp_path, taken.getsockname()[1])
    with pytest.raises(KnownError, match=r"hub\.database\.address"):
        embedded.start(tmp_path, database_url="mysql://")
