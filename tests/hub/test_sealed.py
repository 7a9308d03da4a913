"""Real sealed parcels through the hub: members read each other, the hub reads nothing."""

import pickle
from pathlib import Path

import pytest
import sqlalchemy as sa

from gpconnect.hub.schema import METADATA
from gpconnect.sync import wire
from gpconnect.sync.chain import Order, follow_order
from gpconnect.sync.client import HubClient
from gpconnect.sync.wraps import open_wrapped_key
from tests.hub.parties import Web, send_to
from tests.sync.people import TEAM, Replica, operation, small_space

PLANTED = "Fatima slaapt sinds de zomer bij een vriendin."


@pytest.fixture
def pair(web: Web) -> list[tuple[Replica, HubClient]]:
    """Two members of a team whose space stands in the hub."""
    replicas, order = small_space({"staff-2": "member"})
    clients = [HubClient(send_to(web), replica.keys) for replica in replicas]
    for client in clients:
        client.register()
    assert clients[0].push(wire.Push(order[0])).seq == 1
    return list(zip(replicas, clients, strict=True))


def test_what_one_member_seals_the_other_opens(pair: list[tuple[Replica, HubClient]]) -> None:
    (anna, from_anna), (bilal, to_bilal) = pair
    note = operation(dossier="dossier-1", body={"text": PLANTED})
    sealed = anna.pack(note)
    from_anna.push(wire.Push(sealed.envelope, sealed.keys))
    answer = to_bilal.pull(TEAM)
    wrapped = open_wrapped_key(answer.keys[0], bilal.space_keys, bilal.membership.key_signer)
    bilal.space_keys = bilal.space_keys.with_dossier(wrapped)
    opened = bilal.open(answer.items[1].envelope, 2)

    assert follow_order(Order(TEAM), answer, to_bilal.hub_key or b"").order.seq == 2
    assert [placed.operation.body for placed in opened.operations] == [{"text": PLANTED}]


def test_nothing_readable_is_in_the_database(
    engine: sa.Engine, pair: list[tuple[Replica, HubClient]], tmp_path: Path
) -> None:
    (anna, client), _ = pair
    sealed = anna.pack(operation(dossier="dossier-1", body={"text": PLANTED}))
    client.push(wire.Push(sealed.envelope, sealed.keys))
    with engine.connect() as connection:
        rows = [tuple(row) for table in METADATA.sorted_tables for row in connection.execute(sa.select(table))]
    dump = pickle.dumps(rows)

    assert TEAM.encode() in dump
    for secret in (PLANTED, "Fatima", "note.signed", "dossier-1", "note-1"):
        assert secret.encode() not in dump
    engine.dispose()
    for path in (tmp_path / "hub").iterdir():
        assert anna.device.encode() not in path.read_bytes(), "even ids are encrypted in the file"
