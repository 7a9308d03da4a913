import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.sync import wire
from gpconnect.sync.chain import Chains, Followed, Link, Order, OwnChain, check_gossip, follow_order
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import AlarmError, ParkedError
from tests.sync.people import TEAM, operation, small_space

HUB = DeviceKeys.generate()
LIFE = b"hub life"
change = msgspec.structs.replace


def items_of(parcels: list[bytes], first: int = 1) -> tuple[wire.Item, ...]:
    return tuple(
        wire.Item(seq, wire.parcel_hash(parcel), parcel, (), "", "2026-11-24T12:00:00Z")
        for seq, parcel in enumerate(parcels, start=first)
    )


def proof_of(seq: int, head: bytes, signer: DeviceKeys = HUB, life: bytes = LIFE) -> wire.HeadProof:
    return wire.HeadProof(life, seq, head, signer.sign(wire.head_message(TEAM, life, seq, head)))


def honest(items: tuple[wire.Item, ...], order: Order | None = None) -> wire.PullAnswer:
    head = order.head if order else wire.ZERO_HASH
    seq = order.seq if order else 0
    for item in items:
        seq, head = item.seq, wire.next_head(head, item.seq, item.parcel_hash, item.code)
    return wire.PullAnswer(proof_of(seq, head), items, (), 0, more=False)


def follow(answer: wire.PullAnswer, order: Order | None = None) -> Followed:
    return follow_order(order or Order(TEAM), answer, HUB.sign_key)


PARCELS = [b"one", b"two", b"three", b"four"]
ANSWER = honest(items_of(PARCELS))


def alarm(answer: wire.PullAnswer, code: str, order: Order | None = None) -> None:
    with pytest.raises(AlarmError) as raised:
        follow(answer, order)
    assert raised.value.code == code


def test_an_honest_answer_moves_the_cursor_to_the_hubs_head() -> None:
    followed = follow(ANSWER)
    assert followed.order == Order(TEAM, LIFE, 4, ANSWER.proof.head)
    assert followed.heads[4] == ANSWER.proof.head
    assert follow(honest((), followed.order), followed.order).order == followed.order


@given(st.integers(0, 4))
def test_in_however_many_answers_the_order_comes_the_cursor_is_the_same(cut: int) -> None:
    first = change(ANSWER, items=ANSWER.items[:cut], more=True)
    order = follow(first).order if cut else Order(TEAM)
    rest = change(ANSWER, items=ANSWER.items[cut:])
    assert follow(rest, order).order == follow(ANSWER).order


def test_a_place_that_holds_only_hash_and_code_still_counts() -> None:
    items = (ANSWER.items[0], change(ANSWER.items[1], envelope=b"", code="stale_epoch"), *ANSWER.items[2:])
    told = honest(items)
    assert follow(told).order == Order(TEAM, LIFE, 4, told.proof.head)


def test_a_hub_that_omits_swaps_reorders_or_leaves_a_hole_is_found_out() -> None:
    one, two, three, four = ANSWER.items
    alarm(change(ANSWER, items=(one, three, four)), "hub.gap")
    alarm(change(ANSWER, items=(two, one, three, four)), "hub.gap")
    alarm(change(ANSWER, items=(one, two, three)), "hub.omitted")
    alarm(change(ANSWER, items=(), more=True), "hub.omitted")
    alarm(change(ANSWER, items=(change(one, envelope=b""), two, three, four)), "hub.omitted")
    alarm(change(ANSWER, items=(change(one, envelope=b"other"), two, three, four)), "hub.swapped")
    swapped = (change(two, seq=1), change(one, seq=2), three, four)
    alarm(change(ANSWER, items=swapped), "hub.split_view")


def test_a_hub_that_goes_back_or_shows_another_history_is_found_out() -> None:
    order = follow(ANSWER).order
    alarm(change(ANSWER, proof=proof_of(3, b"h" * 32), items=()), "hub.rolled_back", order)
    alarm(change(ANSWER, proof=proof_of(4, b"h" * 32), items=()), "hub.split_view", order)
    alarm(change(ANSWER, proof=proof_of(3, b"h" * 32)), "hub.rolled_back")


def test_only_the_pinned_hub_is_believed() -> None:
    stranger = DeviceKeys.generate()
    alarm(change(ANSWER, proof=proof_of(4, ANSWER.proof.head, stranger)), "hub.proof")
    alarm(ANSWER, "hub.proof", Order("team/zuid"))


def test_a_hub_restored_from_backup_begins_healing_and_is_no_error() -> None:
    order = follow(ANSWER).order
    other = change(ANSWER, proof=proof_of(4, order.head, life=b"restored"), items=())
    with pytest.raises(ParkedError, match=r"hub\.restored"):
        follow(other, order)


def test_a_device_counts_its_own_parcels() -> None:
    (founder,), _ = small_space({})
    own = OwnChain(b"12345678")
    order = Order(TEAM, LIFE, 7, b"h" * 32)
    founder.chain = own
    sealed = founder.pack(operation(), order=order)
    header = wire.decode_envelope(sealed.envelope)[1].header
    assert (header.number, header.prev_hash, header.seen_seq, header.seen_head) == (1, wire.ZERO_HASH, 7, b"h" * 32)
    assert own.after(sealed).place(order).number == 2
    assert own.after(sealed).place(order).prev_hash == sealed.hash


def header(number: int, prev: bytes, *, device: str = "d", incarnation: bytes = b"i", seen: int = 0) -> wire.Header:
    return wire.Header(1, 1, TEAM, b"", device, incarnation, number, prev, seen, wire.ZERO_HASH)


def test_a_chain_without_a_gap_is_quiet() -> None:
    chains, first = Chains().follow(header(1, wire.ZERO_HASH), b"one")
    chains, second = chains.follow(header(2, b"one"), b"two")
    chains, other = chains.follow(header(1, wire.ZERO_HASH, incarnation=b"j"), b"new life")
    assert (first, second, other) == ("", "", "")
    assert Chains.from_bytes(chains.skip(b"x").to_bytes()) == chains.skip(b"x")


def test_a_copied_file_a_replay_and_a_lost_parcel_are_told_apart() -> None:
    chains, _ = Chains().follow(header(1, wire.ZERO_HASH), b"one")
    assert chains.follow(header(1, wire.ZERO_HASH), b"one") == (chains, "chain.repeated")
    assert chains.follow(header(1, wire.ZERO_HASH), b"other") == (chains, "chain.fork")
    assert chains.follow(header(2, b"other"), b"two")[1] == "chain.link"
    after, code = chains.follow(header(3, b"two"), b"three")
    assert code == "chain.gap"
    assert after.follow(header(4, b"three"), b"four")[1] == "", "one alarm for one gap"


def test_a_refused_parcel_explains_the_gap_it_leaves() -> None:
    chains, _ = Chains().follow(header(1, wire.ZERO_HASH), b"one")
    explained, code = chains.skip(b"two").follow(header(3, b"two"), b"three")
    assert (code, explained.unseen) == ("", frozenset())
    assert chains.skip(b"two").follow(header(4, b"two"), b"four")[1] == "chain.gap"


def test_two_people_with_two_histories_find_out_from_each_other() -> None:
    heads = {3: b"mine" * 8}
    told = change(header(1, b"", seen=3), seen_head=b"mine" * 8)
    assert check_gossip(told, 5, heads.get) == ""
    assert check_gossip(change(told, seen_head=b"your" * 8), 5, heads.get) == "hub.split_view"
    assert check_gossip(told, 3, heads.get) == "hub.split_view", "it saw places that did not exist yet"
    assert check_gossip(change(told, seen_seq=2), 5, heads.get) == "", "that head was not kept"
    assert check_gossip(header(1, b""), 5, heads.get) == ""
    assert check_gossip(change(told, seen_seq=0), 5, heads.get) == "hub.split_view"


def test_a_hub_that_tells_two_people_two_fates_of_one_parcel_shows_two_orders() -> None:
    """Taken for its author, refused for a colleague: the heads differ, so the parcels they send tell."""
    taken = honest(items_of(PARCELS))
    refused = change(taken.items[1], envelope=b"", code="bad_key")
    with pytest.raises(AlarmError, match=r"hub\.split_view"):
        follow(change(taken, items=(taken.items[0], refused, *taken.items[2:])))
    told_so = honest((taken.items[0], refused, *taken.items[2:]))
    assert follow(told_so).order.head != follow(taken).order.head


def test_who_does_not_get_the_bytes_sees_the_same_order() -> None:
    whole = honest(items_of(PARCELS))
    sealed = change(whole, items=tuple(change(one, envelope=b"", code=wire.SEALED) for one in whole.items))
    assert follow(sealed).order == follow(whole).order


@pytest.mark.parametrize(("counted", "code"), [(1, "entry.removal_stale"), (2, ""), (3, "")])
def test_a_removal_that_counts_less_than_was_sent_is_named(counted: int, code: str) -> None:
    chains = Chains({("bilal", LIFE): Link(2, b"two"), ("anna", LIFE): Link(7, b"seven")})

    assert chains.check_removals(wire.Entry(remove=(wire.Removal("bilal", LIFE, counted),))) == code
    assert chains.check_removals(wire.Entry(remove=(wire.Removal("bilal", b"other life", counted),))) != ""
    everything = wire.Removal("bilal", b"", 0, everything=True)
    assert chains.check_removals(wire.Entry(remove=(everything,))) == ""
    assert chains.check_removals(wire.Entry()) == ""


@pytest.mark.parametrize("said", ["", "morgen", "0001-01-01T00:00:00+14:00", "2026-11-24T12:00:00"])
def test_what_was_received_at_no_moment_is_an_alarm(said: str) -> None:
    alarm(change(ANSWER, items=(change(ANSWER.items[0], received_at=said), *ANSWER.items[1:])), "hub.moment")
