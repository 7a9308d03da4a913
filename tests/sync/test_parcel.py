import random
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.errors import KnownError
from gpconnect.domain.operations import Operation
from gpconnect.sync import wire
from gpconnect.sync.chain import Order
from gpconnect.sync.contents import pad, unpad
from gpconnect.sync.keys import DossierKey, SpaceKeys
from gpconnect.sync.parcel import Place, check_size, pack, pack_contribution, split
from gpconnect.sync.refusals import ParkedError, RefusedError
from gpconnect.sync.wraps import open_wrapped_key
from tests.sync.people import NOON, TEAM, operation, small_space

plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(-1e308, 1e308) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
op_ids = st.binary(min_size=16, max_size=16).map(bytes.hex)
operations = st.builds(
    Operation,
    op_id=op_ids,
    space=st.just(TEAM),
    dossier=st.none() | st.sampled_from(["a", "b", "c"]),
    kind=st.text(min_size=1, max_size=20),
    record=st.text(max_size=20),
    schema=st.integers(0, 9),
    made_at=st.integers(-(6 * 10**7), 9 * 10**7).map(lambda minutes: NOON + timedelta(minutes=minutes)),
    author=st.just("founder"),
    device=st.just(""),
    action=st.text(max_size=20),
    seen=st.lists(op_ids, max_size=3).map(tuple),
    body=st.dictionaries(st.text(max_size=5), plain_values, max_size=3),
)


@given(st.lists(operations, max_size=12))
def test_what_was_packed_is_what_is_opened_in_the_authors_order(made: list[Operation]) -> None:
    (founder, member), _ = small_space({"b": "member"})
    sealed = founder.pack(*made)
    for wrapped in sealed.keys:
        key = open_wrapped_key(wrapped, member.space_keys, member.membership.key_signer)
        member.space_keys = member.space_keys.with_dossier(key)
    opened = member.open(sealed.envelope, 2)
    assert [placed.place for placed in opened.operations] == list(range(len(made)))
    for placed, op in zip(opened.operations, made, strict=True):
        assert placed.operation.device == founder.device
        assert _without_device(placed.operation) == _without_device(op)
    assert (opened.parked, opened.refused, opened.digest) == ((), (), sealed.hash)
    assert sealed.op_ids == tuple(op.op_id for op in made)


def _without_device(op: Operation) -> tuple[Any, ...]:
    return op.op_id, op.space, op.dossier, op.kind, op.record, op.schema, op.made_at, op.author, op.action, op.body


def test_author_and_device_come_from_the_membership_and_not_from_the_sender() -> None:
    """A colleague who repacks somebody's operation becomes its author."""
    (founder, member), _ = small_space({"b": "member"})
    sealed = member.pack(operation(author="founder", device=founder.device))
    (placed,) = founder.open(sealed.envelope, 2).operations
    assert (placed.operation.author, placed.operation.device) == ("b", member.device)


def test_times_arrive_in_utc() -> None:
    (founder,), _ = small_space({})
    local = NOON.astimezone(timezone(timedelta(hours=1)))
    (placed,) = founder.open(founder.pack(operation(made_at=local)).envelope, 2).operations
    assert placed.operation.made_at == NOON
    assert placed.operation.made_at.tzinfo is UTC


def test_a_dossier_opens_with_its_own_key_only_and_waits_for_it() -> None:
    (founder, member), _ = small_space({"b": "member"})
    sealed = founder.pack(operation(dossier="a"), operation(dossier="b"), operation())
    keys = {wrapped.id: wrapped for wrapped in sealed.keys}
    assert len(keys) == 2
    nothing_yet = member.open(sealed.envelope, 2)
    assert set(nothing_yet.parked) == set(keys)
    assert [placed.place for placed in nothing_yet.operations] == [2]
    parked = nothing_yet.parked[0]
    key = open_wrapped_key(keys[parked], member.space_keys, member.membership.key_signer)
    member.space_keys = member.space_keys.with_dossier(key)
    later = member.open(sealed.envelope, 2)
    assert len(later.operations) == 2
    assert later.parked == nothing_yet.parked[1:]


def test_another_dossiers_key_under_the_same_id_opens_nothing() -> None:
    (founder, member), _ = small_space({"b": "member"})
    sealed = founder.pack(operation(dossier="a"))
    wrong = DossierKey.generate("b")
    object.__setattr__(wrong, "key_id", sealed.keys[0].id)
    member.space_keys = member.space_keys.with_dossier(wrong)
    opened = member.open(sealed.envelope, 2)
    assert (opened.operations, opened.refused) == ((), ("seal.broken",))


def test_a_dossier_keeps_its_key_for_the_next_parcel() -> None:
    (founder,), _ = small_space({})
    first, second = founder.pack(operation(dossier="a")), founder.pack(operation(dossier="a"))
    assert len(first.keys) == 1
    assert second.keys == ()
    assert founder.open(second.envelope, 3).operations[0].operation.dossier == "a"


def test_nothing_of_an_operation_can_be_read_in_the_parcel() -> None:
    (founder,), _ = small_space({})
    planted = operation(dossier="dossier-geheim", kind="kind.geheim", record="record-geheim", body={"x": "zin-geheim"})
    sealed = founder.pack(planted)
    everything = sealed.envelope + msgspec.msgpack.encode(sealed.keys)
    assert b"geheim" not in everything
    assert bytes.fromhex(planted.op_id) not in everything


def test_the_action_that_would_link_a_fact_to_a_person_never_enters_pilot() -> None:
    (founder, contributor), _ = small_space({"c": "contributor"}, space="pilot/noord")
    fact = operation(space="pilot/noord", kind="fact.recorded", action="booking-7")
    (placed,) = founder.open(contributor.pack(fact).envelope, 2).operations
    assert placed.operation.action == ""


def test_a_contributor_sends_what_it_cannot_open_itself() -> None:
    (founder, contributor, other), _ = small_space({"c": "contributor", "o": "contributor"}, space="pilot/noord")
    sealed = contributor.pack(operation(space="pilot/noord"))
    opened = founder.open(sealed.envelope, 2)
    assert opened.author.staff == "c"
    assert len(opened.operations) == 1
    for blind in (contributor, other):
        with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
            blind.open(sealed.envelope, 2)
        with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
            blind.open(founder.pack(operation(space="pilot/noord")).envelope, 2)


def test_a_contributor_has_no_dossiers() -> None:
    (_, contributor), _ = small_space({"c": "contributor"})
    assert contributor.membership.epoch
    place = contributor.chain.place(Order(TEAM))
    with pytest.raises(ValueError, match="no dossier keys"):
        pack_contribution(
            [operation(dossier="a")], place=place, epoch=contributor.membership.epoch, device=contributor.keys
        )


def test_a_parcel_holds_one_space_and_an_entry_travels_alone() -> None:
    (founder,), _ = small_space({})
    for made, entry in (([operation(space="team/other")], None), ([operation()], wire.Entry())):
        with pytest.raises(ValueError, match="one space"):
            founder.pack(*made, entry=entry)


def test_nothing_is_packed_without_the_epoch_key() -> None:
    (founder,), _ = small_space({})
    with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
        pack([], place=Place(TEAM, b"i", 1, wire.ZERO_HASH), keys=SpaceKeys(TEAM), device=founder.keys)


def test_an_operation_that_is_too_large_is_told_while_its_author_can_still_act() -> None:
    assert check_size(operation(body={"text": "x" * 1000})) > 1000
    with pytest.raises(KnownError) as told:
        check_size(operation(body={"text": "x" * wire.MAX_OPERATION}))
    assert (told.value.code, told.value.params["limit"]) == ("operation.too_large", 256)


def test_many_operations_are_split_in_batches_that_fit() -> None:
    assert [len(batch) for batch in split([operation() for _ in range(450)])] == [200, 200, 50]
    assert list(split([])) == []


def test_a_batch_of_incompressible_operations_fits_a_parcel() -> None:
    (founder,), _ = small_space({})
    noise = random.Random(1).randbytes(200_000)
    made = [operation(dossier=str(one), body={"noise": noise}) for one in range(9)]
    batches = list(split(made))
    assert [len(batch) for batch in batches] == [4, 4, 1]
    assert all(len(founder.pack(*batch).envelope) <= wire.MAX_PARCEL for batch in batches)


def test_a_parcel_that_became_too_large_is_said_and_not_sent() -> None:
    (founder,), _ = small_space({})
    many = tuple(wire.ClaimGroup(claims=(wire.Claim(bytes(16), bytes(32)),)) for _ in range(20_000))
    with pytest.raises(KnownError, match=r"parcel\.too_large"):
        founder.pack(claims=many)


@given(st.integers(0, 2_000_000))
def test_padding_costs_at_most_an_eighth_and_leaves_few_sizes(length: int) -> None:
    content = bytes(length)
    padded = pad(content)
    assert len(padded) <= max(256, (length + 4) * 1.12)
    assert unpad(padded) == content


def test_small_parcels_look_alike() -> None:
    (founder,), _ = small_space({})
    short, longer = (founder.pack(operation(body={"t": text})) for text in ("nee", "ja, graag morgen"))
    assert len(short.envelope) == len(longer.envelope)


@pytest.mark.parametrize("evil", [b"", b"\0\0\0\5", pad(b"x")[:-1] + b"x", pad(b"x") + b"\0", b"\xff" * 256])
def test_nothing_hides_in_the_padding(evil: bytes) -> None:
    with pytest.raises(RefusedError, match=r"parcel\.padding"):
        unpad(evil)


def test_a_made_at_of_a_wrong_clock_is_kept() -> None:
    """Nothing is refused for a wrong clock."""
    (founder,), _ = small_space({})
    future = datetime(2031, 1, 1, tzinfo=UTC)
    (placed,) = founder.open(founder.pack(operation(made_at=future)).envelope, 2).operations
    assert placed.operation.made_at == future
