"""A hub that was put back from a copy takes back what it forgot, in the old order, and nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.identity import Identity
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import METADATA, PARCEL
from gpconnect.hub.server import make_app
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, Request, Response
from tests.hub.conftest import Clock
from tests.hub.parties import TEAM, Desk, Laptop, Web, claims, epoch, epoch_of, send_to

Restore = Callable[[], None]


class Hub:
    """A hub that can be copied and put back; laptops keep talking to the same address."""

    def __init__(self, engine: sa.Engine, folder: Path, clock: Clock) -> None:
        self.engine, self.folder, self.clock = engine, folder, clock
        self.web = Web(make_app(engine, clock=clock, limits=Limits(anybody=True)))

    def desk(self, laptop: Laptop | None = None) -> Desk:
        laptop = laptop or Laptop()
        client = HubClient(self._send, laptop)
        client.register()
        return Desk(laptop, client)

    def _send(self, request: Request) -> Response:
        return send_to(self.web)(request)

    def copy(self) -> None:
        upkeep.backup(self.engine, self.folder)

    def put_back(self) -> None:
        self.web.close()
        with self.engine.begin() as connection:
            for table in METADATA.sorted_tables:
                connection.execute(sa.delete(table))
        copied = open_database(None, self.folder)
        upkeep.copy_hub(copied, self.engine)
        copied.dispose()
        self.web = Web(make_app(self.engine, clock=self.clock, limits=Limits(anybody=True)))

    def order(self) -> list[tuple[object, ...]]:
        """All that a place in the order says, but the bytes of what was refused."""
        columns = [PARCEL.c[name] for name in ("seq", "digest", "head", "envelope", "granted", "code", "received_at")]
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(*columns).order_by(PARCEL.c.space, PARCEL.c.seq))
            return [tuple(bytes(one) if isinstance(one, memoryview) else one for one in row) for row in rows]


@pytest.fixture
def hub(engine: sa.Engine, tmp_path: Path, clock: Clock) -> Iterator[Hub]:
    hub = Hub(engine, tmp_path / "copy", clock)
    yield hub
    hub.web.close()


def offer(known: wire.PullAnswer, since: int, *, most: int = 100, **rest: object) -> wire.Heal:
    """What a device knows that has pulled `known` from the first place on."""
    tail = [item for item in known.items if item.seq > since]
    digests = tuple(item.parcel_hash for item in tail)
    codes = {item.seq: item.code for item in tail if item.code not in {"", wire.SEALED}}
    message = wire.Heal(TEAM, known.proof.seq, known.proof, since, digests, tuple(tail[:most]), codes=codes)
    return msgspec.structs.replace(message, **rest)


def test_what_came_after_the_copy_comes_back_in_the_old_order(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    carla = Laptop()
    later = hub.desk(carla)
    anna.push(claims=claims("slot"), keys=(anna.laptop.wrap(),))
    members = (carla.member(),)
    anna.push(entry=wire.Entry(add=members, epoch=epoch(epoch_of(TEAM), members)))
    bilal.push(claims=claims("slot"))
    later.push()
    before, known = hub.order(), bilal.client.pull(TEAM)

    hub.put_back()

    assert bilal.client.pull(TEAM).healing
    assert bilal.client.heal(offer(known, 1, most=2)).proof.seq == 3
    healed = bilal.client.heal(offer(known, 3, held=(b"k" * 16,)))
    assert (healed.proof.seq, healed.at, healed.open, healed.waits) == (5, known.proof.head, True, 2)
    assert healed.lacks == (b"k" * 16,)
    assert hub.order() == before
    assert upkeep.check(hub.engine).ok
    bilal.client.heal(offer(known, 5, held=(b"k" * 16,), keys=(bilal.laptop.wrap(),)))
    assert [key.id for key in bilal.client.pull(TEAM).keys] == [b"k" * 16]


def test_nothing_new_is_taken_until_everybody_has_told_and_then_it_is(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    bilal.push(claims=claims("slot"))
    known = bilal.client.pull(TEAM)
    hub.put_back()

    waits = anna.push(claims=claims("slot"))
    assert (waits.status, waits.code, waits.seq) == ("later", "healing", 0)
    assert anna.client.heal(wire.Heal(TEAM, 1)).waits == 1
    still = anna.client.heal(wire.Heal(TEAM, 1)).silent
    assert still == (bilal.laptop.member().device,), "who is in the space hears who is still away"
    assert anna.push(claims=claims("slot")).status == "later", "the other has not told"
    assert not bilal.client.heal(offer(known, 1)).open
    taken = anna.push(claims=claims("slot"))

    assert (taken.seq, taken.granted) == (3, (False,))
    assert not anna.client.pull(TEAM).healing


def test_a_place_that_somebody_told_of_is_waited_for_until_an_admin_says_go(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    anna.push()
    hub.put_back()
    anna.client.heal(wire.Heal(TEAM, 1))

    told = bilal.client.heal(wire.Heal(TEAM, 2))
    assert (told.open, told.waits, told.at) == (True, 0, b"")
    with pytest.raises(KnownError, match=r"hub\."):
        bilal.client.heal(wire.Heal(TEAM, 2, go=go_of(bilal, told)))
    forged = msgspec.structs.replace(go_of(anna, told), seq=9)
    assert anna.client.heal(wire.Heal(TEAM, 1, go=forged)).open
    gone_on = anna.client.heal(wire.Heal(TEAM, 1, go=go_of(anna, told)))

    assert (gone_on.open, gone_on.go) == (False, go_of(anna, told))
    assert bilal.push().seq == 2


@pytest.mark.parametrize("reached", [-1, 2**53 + 1, 2**63, 2**64 - 1])
def test_a_place_that_no_order_has_is_no_message(hub: Hub, reached: int) -> None:
    anna = hub.desk()
    anna.found()
    hub.copy()
    hub.put_back()

    with pytest.raises(KnownError) as told:
        anna.client.heal(wire.Heal(TEAM, reached))

    assert told.value.params == {"status": 400}
    assert anna.client.heal(wire.Heal(TEAM, 1)).proof.seq == 1


def test_who_made_a_place_up_keeps_nobody_out_when_an_admin_says_go(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    hub.put_back()
    bilal.client.heal(wire.Heal(TEAM, 2**53))

    told = anna.client.heal(wire.Heal(TEAM, 1))
    assert told.open
    assert not anna.client.heal(wire.Heal(TEAM, 1, go=go_of(anna, told))).open


def test_who_was_put_out_of_the_space_hears_nothing_and_holds_nobody_up(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    readers = (anna.laptop.member("admin"),)
    out = wire.Entry(remove=(wire.Removal(bilal.laptop.device, b"", 0),), epoch=epoch(b"n" * 16, readers, b"before"))
    assert anna.push(entry=out).status == "ok"
    known = bilal_knows(hub)
    hub.copy()
    hub.put_back()

    for message in (msgspec.structs.replace(known, reached=2**40), known):
        with pytest.raises(KnownError, match=r"hub\.not_member"):
            bilal.client.heal(message)

    assert not anna.client.heal(wire.Heal(TEAM, 2)).open


def bilal_knows(hub: Hub) -> wire.Heal:
    """A word of the hub, which shows that he was in the space."""
    identity = Identity.load(hub.engine)
    return wire.Heal(TEAM, 1, identity.prove(TEAM, 1, bytes(32)))


def go_of(desk: Desk, told: wire.Healed) -> wire.Go:
    go = wire.Go(told.proof.incarnation, told.proof.seq, told.proof.head, desk.laptop.device, b"")
    return msgspec.structs.replace(go, signature=desk.laptop.sign(wire.go_message(TEAM, go)))


def test_only_what_this_hub_signed_takes_an_old_place(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    anna.push()
    bilal.push()
    known = anna.client.pull(TEAM)
    hub.put_back()
    good = offer(known, 1)
    swapped = (good.items[1], good.items[0])
    other = msgspec.structs.replace(good.items[0], envelope=anna.laptop.parcel())
    assert good.proof is not None
    forged = msgspec.structs.replace(good.proof, seq=2)

    for wrong in (
        msgspec.structs.replace(good, digests=good.digests[::-1], items=swapped),
        msgspec.structs.replace(good, items=swapped),
        msgspec.structs.replace(good, items=(other,)),
        msgspec.structs.replace(good, since=0),
        msgspec.structs.replace(good, digests=good.digests[:1]),
        msgspec.structs.replace(good, proof=None),
    ):
        assert anna.client.heal(wrong).proof.seq == 1
    with pytest.raises(KnownError, match=r"hub\.access_denied"):
        anna.client.heal(msgspec.structs.replace(good, proof=forged))
    with pytest.raises(KnownError, match=r"hub\.not_member"):
        hub.desk().client.heal(wire.Heal(TEAM, 0))
    for malformed in (wire.Heal("nowhere", 0), wire.Heal(TEAM, -1)):
        with pytest.raises(KnownError, match=r"hub\."):
            anna.client.heal(malformed)
    assert anna.client.heal(good).proof.seq == 3


def test_a_refusal_comes_back_with_or_without_its_bytes_and_its_author_goes_on(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    stale = bilal.laptop.parcel(epoch=b"e" * 16)
    assert bilal.push(stale).code == "stale_epoch"
    assert anna.push(keys=(bilal.laptop.wrap(),)).code == "bad_key"
    anna.push()
    before, known = hub.order(), anna.client.pull(TEAM)
    hub.put_back()
    with_bytes = (known.items[0], msgspec.structs.replace(known.items[1], envelope=stale), *known.items[2:])

    healed = anna.client.heal(offer(msgspec.structs.replace(known, items=with_bytes), 1))
    bilal.client.heal(wire.Heal(TEAM, 4))

    assert healed.proof.seq == 4
    assert [row[:2] for row in hub.order()] == [row[:2] for row in before]
    assert [row[5] for row in hub.order()] == ["", "stale_epoch", "bad_key", ""]
    assert bilal.push().seq == 5
    assert anna.push().seq == 6
    assert upkeep.check(hub.engine).ok


def test_a_space_that_was_founded_after_the_copy_comes_back_whole(hub: Hub) -> None:
    hub.copy()
    anna = hub.desk()
    anna.found()
    anna.push()
    before, known = hub.order(), anna.client.pull(TEAM)
    hub.put_back()
    anna.client.register()

    with pytest.raises(KnownError, match=r"hub\.not_member"):
        anna.client.pull(TEAM)
    assert not anna.client.heal(offer(known, 0)).open
    assert hub.order() == before
    assert anna.push().seq == 3
    zuid = hub.desk()
    assert zuid.found(space="team/zuid").status == "ok"
    assert zuid.push(space="team/zuid").seq == 2, "what is new never waits"


def test_a_hole_in_what_is_offered_is_not_jumped_over(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    anna.push()
    bilal.push()
    known = anna.client.pull(TEAM)
    hub.put_back()
    hidden = msgspec.structs.replace(known.items[1], envelope=b"", code="sealed")
    holed = msgspec.structs.replace(known, items=(known.items[0], hidden, known.items[2]))
    unclear = msgspec.structs.replace(known.items[1], received_at="toen")

    assert anna.client.heal(offer(holed, 1)).proof.seq == 1
    assert anna.client.heal(offer(msgspec.structs.replace(known, items=(unclear, known.items[2])), 1)).proof.seq == 3
    assert bilal.client.heal(offer(known, 1)).proof.seq == 3, "it is there already"


def test_a_hub_that_was_never_restored_waits_for_nobody(hub: Hub) -> None:
    anna = hub.desk()
    anna.found()

    healed = anna.client.heal(wire.Heal(TEAM, 1, held=(b"k" * 16,)))

    assert (healed.open, healed.go, healed.lacks) == (False, None, (b"k" * 16,))
    assert anna.push().seq == 2


def test_what_one_member_says_is_a_key_keeps_no_others_out_and_each_says_it_once(hub: Hub) -> None:
    """Whether it is a key at all the hub cannot see; the members take what opens."""
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    wrap, asked = bilal.laptop.wrap(), (b"k" * 16,)
    anna.client.heal(wire.Heal(TEAM, 0, keys=(anna.laptop.wrap(),)))

    told = bilal.client.heal(wire.Heal(TEAM, 0, held=asked))
    assert told.lacks == asked
    for _ in range(2):
        assert bilal.client.heal(wire.Heal(TEAM, 0, held=asked, keys=(wrap, wrap))).lacks == ()

    assert [key.device for key in anna.client.pull(TEAM).keys] == [anna.laptop.device, bilal.laptop.device]


def test_a_key_of_an_epoch_that_is_not_in_the_order_is_not_kept(hub: Hub) -> None:
    anna = hub.desk()
    anna.found()
    unproven = anna.laptop.wrap(epoch=b"e" * 16)

    assert anna.client.heal(wire.Heal(TEAM, 0, held=(unproven.id,), keys=(unproven,))).lacks == (unproven.id,)
    assert anna.push(keys=(unproven,)).code == "bad_key"
    assert anna.client.pull(TEAM).keys == ()
    assert anna.client.heal(wire.Heal(TEAM, 0, held=(unproven.id,), keys=(anna.laptop.wrap(),))).lacks == ()


def test_what_the_hub_had_forgotten_altogether_comes_back_where_it_fits(hub: Hub) -> None:
    """It had closed by itself: nobody whom it knew had more."""
    anna, bilal = hub.desk(), hub.desk()
    anna.found()
    hub.copy()
    members = (bilal.laptop.member(),)
    anna.push(entry=wire.Entry(add=members, epoch=epoch(epoch_of(TEAM), members)))
    bilal.push()
    before, known = hub.order(), bilal.client.pull(TEAM)
    hub.put_back()
    bilal.client.register()
    assert not anna.client.heal(wire.Heal(TEAM, 1)).open

    assert bilal.client.heal(offer(known, 1)).proof.seq == 3
    assert hub.order() == before
    assert anna.push().seq == 4


def test_after_an_admins_word_no_old_place_comes_back(hub: Hub) -> None:
    anna, bilal = hub.desk(), hub.desk()
    anna.found(bilal.laptop.member())
    hub.copy()
    bilal.push()
    known = bilal.client.pull(TEAM)
    hub.put_back()
    told = anna.client.heal(wire.Heal(TEAM, 1))
    anna.client.heal(wire.Heal(TEAM, 1, go=go_of(anna, told)))

    assert bilal.client.heal(offer(known, 1)).proof.seq == 1
