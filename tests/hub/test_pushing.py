"""What the hub takes, in what order, and what it refuses."""

import hashlib
import threading
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from gpconnect.hub import upkeep
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import AUDIT, CLAIM, HEAD, PARCEL
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient
from tests.hub.conftest import Clock
from tests.hub.parties import (
    TEAM,
    Desk,
    Laptop,
    MakeDesk,
    Web,
    claims,
    epoch,
    epoch_of,
    send_to,
    thing,
    token,
    token_hash,
)


@pytest.fixture
def team(anna: Desk, bilal: Desk) -> tuple[Desk, Desk]:
    """Anna founded the team's space and Bilal is in it."""
    anna.found(bilal.laptop.member())
    return anna, bilal


def rows(engine: sa.Engine, table: sa.Table) -> int:
    with engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_the_first_parcel_of_a_space_founds_it(anna: Desk) -> None:
    answer = anna.found()

    assert (answer.status, answer.seq) == ("ok", 1)
    assert answer.head == wire.next_head(wire.ZERO_HASH, 1, anna.laptop.chains[TEAM][1])


def test_parcels_of_two_devices_get_places_without_gaps(team: tuple[Desk, Desk]) -> None:
    anna, bilal = team

    assert [anna.push().seq, bilal.push().seq, anna.push().seq] == [2, 3, 4]


def test_the_same_bytes_again_get_the_same_answer_and_no_new_place(team: tuple[Desk, Desk]) -> None:
    parcel = team[0].laptop.parcel(claims=claims("slot"))
    first, again = team[0].push(parcel), team[0].push(parcel)

    assert (again.status, again.seq, again.head, again.granted) == ("duplicate", first.seq, first.head, (True,))


def test_the_same_number_with_other_bytes_is_refused_and_an_alarm(engine: sa.Engine, team: tuple[Desk, Desk]) -> None:
    laptop = team[0].laptop
    one, other = laptop.parcel(body=b"one"), laptop.parcel(body=b"other")
    team[0].push(one)
    answer = team[0].push(other)

    assert (answer.status, answer.code, answer.seq) == ("refused", "other_bytes", 0)
    assert rows(engine, AUDIT) == 1


def test_a_parcel_larger_than_allowed_is_refused(team: tuple[Desk, Desk]) -> None:
    assert team[0].push(body=bytes(wire.MAX_PARCEL)).code == "too_large"


@pytest.mark.parametrize(
    "changes",
    [
        {"space": "somewhere/else"},
        {"space": "team/\0"},
        {"number": 0},
        {"number": 2**63},
        {"incarnation": b""},
        {"prev_hash": b"short"},
        {"device": "\0"},
    ],
)
def test_a_header_that_names_impossible_things_is_malformed(anna: Desk, changes: dict[str, Any]) -> None:
    assert anna.push(**changes).code == "malformed"


def test_a_broken_signature_consumes_nothing(anna: Desk) -> None:
    anna.found()
    parcel = bytearray(anna.laptop.parcel())
    parcel[-1] ^= 1

    assert anna.client.push(wire.Push(bytes(parcel))).code == "signature"
    assert anna.push().status == "ok"


def test_a_parcel_of_another_device_is_refused(team: tuple[Desk, Desk]) -> None:
    anna, bilal = team

    assert bilal.client.push(wire.Push(anna.laptop.parcel())).code == "other_device"


def test_a_space_must_be_founded_before_anything_else(anna: Desk) -> None:
    assert anna.push().code == "unknown_space"


def test_a_founder_must_make_itself_admin(anna: Desk, bilal: Desk) -> None:
    member, stranger = anna.laptop.member(), bilal.laptop.member("admin")
    for add in ((member,), (stranger,)):
        answer = anna.push(entry=wire.Entry(add=add, epoch=epoch(epoch_of(TEAM), add)))
        assert (answer.code, answer.seq) == ("entry.founding", 0)


def test_a_stranger_is_refused_and_leaves_no_trace(engine: sa.Engine, anna: Desk, bilal: Desk) -> None:
    anna.found()
    answer = bilal.push()

    assert (answer.status, answer.code, answer.seq, answer.proof) == ("refused", "not_member", 0, None)
    assert rows(engine, PARCEL) == 1


def test_a_recovery_key_reads_and_sends_no_content(anna: Desk, bilal: Desk) -> None:
    anna.found(bilal.laptop.member("recovery"))

    assert bilal.push().code == "reads_only"
    assert len(bilal.client.pull(TEAM).items) == 1


def test_a_recovery_key_lets_a_new_laptop_in(anna: Desk, bilal: Desk) -> None:
    """The only laptop burnt: the paper in the safe admits another as admin."""
    anna.found(bilal.laptop.member("recovery"))
    new = Laptop().member("admin")

    assert bilal.push(entry=wire.Entry(add=(new,), epoch=epoch(epoch_of(TEAM), (new,)))).status == "ok"


def test_a_hole_in_the_chain_is_refused_without_a_place(anna: Desk) -> None:
    anna.found()

    assert anna.push(number=3).code == "gap"
    assert anna.push(prev_hash=bytes(32)).code == "fork"
    assert anna.push().status == "ok"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"epoch": b"old" + bytes(13)}, "stale_epoch"),
        ({"v": 2}, "protocol"),
        ({"suite": 0}, "protocol"),
        ({"claims": (wire.ClaimGroup(claims=(wire.Claim(b"short", bytes(32)),)),)}, "bad_claim"),
    ],
)
def test_a_final_refusal_takes_a_place_as_hash_and_code(anna: Desk, changes: dict[str, Any], code: str) -> None:
    anna.found()
    parcel = anna.laptop.parcel(**changes)
    answer = anna.push(parcel)
    item = anna.client.pull(TEAM, seq=1).items[0]

    assert (answer.status, answer.code, answer.seq) == ("refused", code, 2)
    assert (item.code, item.envelope, item.parcel_hash) == (code, b"", wire.parcel_hash(parcel))
    assert anna.push(parcel).code == code
    assert anna.push().seq == 3


def test_an_admin_admits_and_a_member_may_not(make_desk: MakeDesk, team: tuple[Desk, Desk]) -> None:
    anna, bilal = team
    carla = make_desk()
    new = (carla.laptop.member(),)
    entry = wire.Entry(add=new, epoch=epoch(epoch_of(TEAM), new))

    assert bilal.push(entry=entry).code == "entry.not_an_admin"
    assert anna.push(entry=entry).status == "ok"
    assert carla.push().status == "ok"


def test_a_removed_device_is_denied_at_once_and_the_rest_goes_on_in_a_new_epoch(team: tuple[Desk, Desk]) -> None:
    anna, bilal = team
    gone = wire.Removal(bilal.laptop.device, bilal.laptop.incarnation, 0)
    new = epoch(b"n" * 16, (anna.laptop.member("admin"),), b"previous")

    assert anna.push(entry=wire.Entry(remove=(gone,), epoch=new)).status == "ok"
    assert bilal.push().code == "not_member"
    assert anna.push().code == "stale_epoch"
    assert anna.push(epoch=b"n" * 16).status == "ok"


def test_every_claim_group_is_all_or_nothing_and_losing_refuses_nothing(
    engine: sa.Engine, team: tuple[Desk, Desk]
) -> None:
    anna, bilal = team
    both = wire.ClaimGroup(claims=(wire.Claim(thing("a"), token_hash("x")), wire.Claim(thing("b"), token_hash("x"))))

    assert anna.push(claims=claims("a")).granted == (True,)
    answer = bilal.push(claims=(both, *claims("c")))

    assert (answer.status, answer.granted) == ("ok", (False, True))
    assert rows(engine, CLAIM) == 2


def test_only_the_holder_gives_back_and_moving_is_one_group(team: tuple[Desk, Desk]) -> None:
    anna, bilal = team
    anna.push(claims=claims("nine"))
    steal = wire.ClaimGroup(releases=(wire.Release(thing("nine"), b"guess"),))
    move = wire.ClaimGroup(
        claims=(wire.Claim(thing("ten"), token_hash("ten")),), releases=(wire.Release(thing("nine"), token("nine")),)
    )

    assert bilal.push(claims=(steal,)).granted == (False,)
    assert anna.push(claims=(move,)).granted == (True,)
    assert bilal.push(claims=claims("nine", "ten")).granted == (True, False)


def test_wrapped_keys_come_with_their_parcel(team: tuple[Desk, Desk]) -> None:
    anna, bilal = team
    key = anna.laptop.wrap()
    anna.push(keys=(key,))
    answer = bilal.client.pull(TEAM)

    assert (answer.keys, answer.key_cursor) == ((key,), 1)
    assert bilal.client.pull(TEAM, answer.proof.seq, answer.key_cursor).keys == ()


def test_a_wrapped_key_that_somebody_else_signed_refuses_the_parcel(team: tuple[Desk, Desk]) -> None:
    anna, bilal = team
    answer = bilal.push(keys=(anna.laptop.wrap(),))

    assert (answer.code, answer.seq) == ("bad_key", 2)
    assert anna.client.pull(TEAM).keys == ()


class TestQuota:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(device_bytes=60_000, space_bytes=90_000, spaces=2, anybody=True)

    def test_too_much_in_an_hour_is_for_later(self, anna: Desk, clock: Clock) -> None:
        anna.found()
        anna.push(body=bytes(40_000))
        later = anna.push(body=bytes(40_000))
        clock.pass_by(timedelta(seconds=later.seconds))

        assert (later.status, later.code, later.seconds) == ("later", "quota.device", 3600)
        assert anna.push(body=bytes(40_000)).status == "ok"

    def test_a_full_space_is_for_later(self, anna: Desk, clock: Clock) -> None:
        anna.found()
        anna.push(body=bytes(50_000))
        clock.pass_by(timedelta(hours=2))

        assert anna.push(body=bytes(50_000)).code == "quota.space"

    def test_a_parcel_larger_than_an_hour_holds_goes_through_on_its_own(self, anna: Desk, clock: Clock) -> None:
        anna.found()
        assert anna.push(body=bytes(70_000)).code == "quota.device"
        clock.pass_by(timedelta(hours=1))

        assert anna.push(body=bytes(70_000)).status == "ok"
        assert anna.push().code == "quota.device"

    def test_what_had_to_wait_goes_bit_by_bit_as_the_hour_passes(self, anna: Desk, clock: Clock) -> None:
        anna.found()
        clock.pass_by(timedelta(minutes=20))
        anna.push(body=bytes(30_000))
        clock.pass_by(timedelta(minutes=20))
        anna.push(body=bytes(20_000))
        first = anna.push(body=bytes(20_000))
        clock.pass_by(timedelta(seconds=first.seconds))
        second = anna.push(body=bytes(20_000))
        clock.pass_by(timedelta(seconds=second.seconds))

        assert (first.status, first.seconds, second.status, second.seconds) == ("later", 1200, "later", 1200)
        assert anna.push(body=bytes(20_000)).status == "ok"

    def test_a_quota_is_per_device_and_per_space(self, anna: Desk, bilal: Desk) -> None:
        anna.found(bilal.laptop.member())
        anna.found(space="team/zuid")
        anna.push(body=bytes(40_000))

        assert anna.push(body=bytes(40_000)).status == "later"
        assert bilal.push(body=bytes(40_000)).status == "ok"
        assert anna.push(space="team/zuid", body=bytes(40_000)).status == "ok"

    def test_a_removal_never_waits(self, anna: Desk, bilal: Desk, clock: Clock) -> None:
        anna.found(bilal.laptop.member())
        anna.push(body=bytes(50_000))
        gone = (wire.Removal(bilal.laptop.device, b"", 0),)
        entry = wire.Entry(remove=gone, epoch=epoch(b"n" * 16, (anna.laptop.member(),), b"previous"))
        assert anna.push(body=bytes(50_000)).status == "later"
        clock.pass_by(timedelta(hours=2))
        assert anna.push(body=bytes(50_000)).code == "quota.space"

        assert anna.push(entry=entry, body=bytes(50_000)).status == "ok"
        assert bilal.push().code == "not_member"

    def test_one_device_founds_no_endless_number_of_spaces(self, anna: Desk) -> None:
        answers = [anna.found(space=f"team/{number}") for number in range(3)]

        assert [answer.status for answer in answers] == ["ok", "ok", "later"]

    def test_a_founding_has_the_same_limits(self, anna: Desk) -> None:
        add = (anna.laptop.member("admin"),)
        entry = wire.Entry(add=add, epoch=epoch(epoch_of(TEAM), add))

        assert anna.push(entry=entry, body=bytes(200_000)).code == "quota.space"


def test_two_devices_at_once_get_dense_places_and_no_double_grants(
    web: Web, engine: sa.Engine, team: tuple[Desk, Desk]
) -> None:
    slots = [f"slot{number}" for number in range(8)]
    granted: list[str] = []
    seqs: list[int] = []

    def book(laptop: Laptop) -> None:
        desk = Desk(laptop, HubClient(send_to(web), laptop))
        for slot in slots:
            answer = desk.push(claims=claims(slot))
            seqs.append(answer.seq)
            granted.extend([slot] * answer.granted[0])

    threads = [threading.Thread(target=book, args=(desk.laptop,)) for desk in team]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(seqs) == list(range(2, 18))
    assert sorted(granted) == sorted(slots)
    assert upkeep.check(engine).ok


def test_two_who_found_the_same_space_at_once_end_with_one_founder(web: Web, make_desk: MakeDesk) -> None:
    answers: list[wire.PushAnswer] = []
    desks = [make_desk() for _ in range(3)]
    clients = [Desk(desk.laptop, HubClient(send_to(web), desk.laptop)) for desk in desks]
    threads = [threading.Thread(target=lambda desk=desk: answers.append(desk.found())) for desk in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answer.code for answer in answers) == ["", "not_member", "not_member"]


def test_a_failure_half_way_leaves_nothing_behind(engine: sa.Engine, team: tuple[Desk, Desk]) -> None:
    """The claim table is gone: storing claims fails after places were counted, and all of it is undone."""
    anna, bilal = team
    with engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE claim RENAME TO elsewhere"))
    parcel = anna.laptop.parcel(claims=claims("slot"))
    with pytest.raises(Exception, match=r"hub\.busy"):
        anna.client.push(wire.Push(parcel))
    with engine.begin() as connection:
        assert connection.execute(sa.select(HEAD.c.seq)).scalar_one() == 1
        assert connection.execute(sa.select(sa.func.count()).select_from(PARCEL)).scalar_one() == 1
        connection.execute(sa.text("ALTER TABLE elsewhere RENAME TO claim"))

    assert anna.push(parcel).granted == (True,)
    assert bilal.push(claims=claims("slot")).granted == (False,)


def test_a_hash_of_a_body_is_all_the_order_depends_on(anna: Desk) -> None:
    """What is inside is nobody's business here: even a body that is no ciphertext gets its place."""
    anna.found()
    body = hashlib.sha256(b"any").digest()

    assert anna.push(body=body).status == "ok"
