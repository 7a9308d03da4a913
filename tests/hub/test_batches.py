"""Several parcels in one request: each is decided as if it came by itself."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import AUDIT, CLAIM, ENROLMENT, HEAD, PARCEL, SPACE, WRAPPED_KEY
from gpconnect.hub.server import make_app
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient
from tests.hub.conftest import Clock
from tests.hub.parties import TEAM, Desk, Laptop, Web, claims, epoch, epoch_of, send_to

DECIDED = (HEAD, PARCEL, WRAPPED_KEY, CLAIM, ENROLMENT, SPACE, AUDIT)
KINDS = ("plain", "plain", "plain", "keys", "claim", "stale", "entry", "bad_key", "again", "gap", "unsigned", "garbage")


@pytest.fixture
def other(empty_file: Path, tmp_path: Path, clock: Clock) -> Iterator[tuple[sa.Engine, Web]]:
    """A second hub, that gets everything one by one."""
    shutil.copytree(empty_file, tmp_path / "other")
    engine = open_database(None, tmp_path / "other")
    web = Web(make_app(engine, clock=clock, limits=Limits(anybody=True)))
    yield engine, web
    web.close()
    engine.dispose()


def holds(engine: sa.Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All that a hub decided."""
    with engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in DECIDED
        }


def made(laptop: Laptop, chance: random.Random, count: int) -> tuple[wire.Push, ...]:
    """A batch of a device that mostly does it right."""
    found: list[wire.Push] = []
    for kind in chance.choices(KINDS, k=count):
        keys: tuple[wire.WrappedKey, ...] = ()
        body = chance.randbytes(20)
        if kind == "again" and found:
            found.append(found[-1])
            continue
        if kind == "garbage":
            found.append(wire.Push(b"nothing"))
            continue
        if kind == "keys":
            keys = (laptop.wrap(key_id=chance.randbytes(16)), laptop.wrap())
        elif kind == "bad_key":
            keys = (Laptop().wrap(),)
        changes: dict[str, Any] = {"body": body}
        if kind == "claim":
            changes["claims"] = claims("slot")
        elif kind == "stale":
            changes["epoch"] = b"e" * 16
        elif kind == "entry":
            member = Laptop().member()
            changes["entry"] = wire.Entry(add=(member,), epoch=None)
        elif kind == "gap":
            changes["number"] = 100
        envelope = laptop.parcel(**changes)
        if kind == "unsigned":
            envelope = envelope[:-1] + bytes([envelope[-1] ^ 1])
        elif kind != "gap":
            laptop.counts(envelope)
        found.append(wire.Push(envelope, keys))
    return tuple(found)


def told(answer: wire.PushAnswer) -> tuple[object, ...]:
    """What an answer says, without what each hub signs with a key of its own."""
    proof = answer.proof
    place = (proof.seq, proof.head) if proof and answer.status == "ok" else None
    return answer.status, answer.code, answer.seq, answer.head, answer.granted, answer.received_at, place


@pytest.mark.parametrize("seed", range(12))
def test_a_batch_ends_as_its_parcels_one_by_one(
    engine: sa.Engine, web: Web, other: tuple[sa.Engine, Web], seed: int
) -> None:
    laptop, chance = Laptop(), random.Random(seed)
    at_once, one_by_one = (HubClient(send_to(one), laptop) for one in (web, other[1]))
    add = (laptop.member("admin"),)
    founding = laptop.parcel(entry=wire.Entry(add=add, epoch=epoch(epoch_of(TEAM), add)))
    laptop.counts(founding)
    for client in (at_once, one_by_one):
        client.register()
        client.push(wire.Push(founding))
    for _ in range(4):
        batch = made(laptop, chance, chance.randint(2, 7))
        answers = at_once.push_all(batch)
        alone = [one_by_one.push(one) for one in batch[: len(answers)]]
        assert [told(one) for one in answers] == [told(one) for one in alone]
        assert all(one.seq for one in answers[:-1]), "it stops at the first without a place"
        placed = [one for one, said in zip(batch, answers, strict=False) if said.status == "ok"]
        if len(answers) < len(batch) and placed:
            laptop.counts(placed[-1].envelope)

    assert holds(engine) == holds(other[0])


def test_a_space_may_be_founded_and_filled_at_once(anna: Desk) -> None:
    laptop = anna.laptop
    add = (laptop.member("admin"),)
    founding = laptop.parcel(entry=wire.Entry(add=add, epoch=epoch(epoch_of(TEAM), add)))
    laptop.counts(founding)
    first = laptop.parcel()

    assert [one.seq for one in anna.client.push_all((wire.Push(founding), wire.Push(first)))] == [1, 2]


def test_a_member_who_is_put_out_in_a_batch_of_their_own_gets_no_further(anna: Desk, bilal: Desk) -> None:
    anna.found(bilal.laptop.member("admin"))
    laptop = bilal.laptop
    gone = wire.Removal(laptop.device, laptop.incarnation, 0)
    after = epoch(b"n" * 16, (anna.laptop.member("admin"),), previous=b"before")
    leaving = laptop.parcel(entry=wire.Entry(remove=(gone,), epoch=after))
    laptop.counts(leaving)
    answers = bilal.client.push_all((wire.Push(leaving), wire.Push(laptop.parcel(epoch=b"n" * 16))))

    assert [(one.status, one.code, one.seq) for one in answers] == [("ok", "", 2), ("refused", "not_member", 0)]


class TestLimits:
    """Quota counts within a batch as well."""

    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(device_bytes=200_000, anybody=True)

    def test_what_is_over_a_quota_waits_and_what_comes_after_it_too(self, anna: Desk) -> None:
        anna.found()
        batch = []
        for _ in range(4):
            envelope = anna.laptop.parcel(body=bytes(80_000))
            anna.laptop.counts(envelope)
            batch.append(wire.Push(envelope))
        answers = anna.client.push_all(tuple(batch))

        assert [one.status for one in answers] == ["ok", "ok", "later"]
        assert answers[-1].code == "quota.device"


def test_parcels_of_two_spaces_do_not_go_together(anna: Desk) -> None:
    anna.found()
    anna.found(space="team/zuid")
    batch = (wire.Push(anna.laptop.parcel()), wire.Push(anna.laptop.parcel("team/zuid")))

    with pytest.raises(KnownError, match=r"hub\.trouble"):
        anna.client.push_all(batch)


@pytest.mark.parametrize("count", [0, wire.MAX_PUSHES + 1])
def test_a_batch_has_some_and_not_too_many(anna: Desk, count: int) -> None:
    anna.found()

    with pytest.raises(KnownError, match=r"hub\.trouble"):
        anna.client.push_all((wire.Push(anna.laptop.parcel()),) * count)
