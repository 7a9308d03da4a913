"""What a curious hub, a thief, a former member or a broken program could send, and what becomes of it."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.sync import wire
from gpconnect.sync.contents import SECTION, Group, RawPayload, pad
from gpconnect.sync.entries import found_space, remove_device
from gpconnect.sync.keys import DeviceKeys, seal
from gpconnect.sync.opening import follow_membership, verify_parcel
from gpconnect.sync.refusals import AlarmError, ParkedError, RefusedError
from tests.sync.people import TEAM, Replica, deliver, newcomer, operation, small_space

encode = msgspec.msgpack.encode
OPERATIONS = b"gpconnect operations 1\0"


def resigned(envelope: bytes, signer: DeviceKeys, **changes: Any) -> bytes:
    """The parcel with another header, signed again by `signer`."""
    _, payload = wire.decode_envelope(envelope)
    changed = encode(wire.Payload(msgspec.structs.replace(payload.header, **changes), payload.body))
    return encode(wire.Envelope(changed, signer.sign(wire.PARCEL_MAGIC + changed)))


def crafted(author: Replica, inside: Callable[[bytes], bytes], entry: wire.Entry | None = None) -> bytes:
    """A parcel that a member made with a program of their own; `inside` gets the header's bytes."""
    _, payload = wire.decode_envelope(author.pack().envelope)
    header = encode(msgspec.structs.replace(payload.header, entry=entry))
    epoch = author.space_keys.epoch
    assert epoch
    body = seal(epoch.secret, b"parcel", inside(header), header)
    signed = encode(RawPayload(msgspec.Raw(header), body))
    return encode(wire.Envelope(signed, author.keys.sign(wire.PARCEL_MAGIC + signed)))


def with_groups(author: Replica, *groups: Group, entry: wire.Entry | None = None) -> bytes:
    epoch = author.space_keys.epoch
    assert epoch
    return crafted(author, lambda _: SECTION + epoch.key_id + pad(encode(groups)), entry)


def group_of(plain: bytes, *, count: int = 1, size: int | None = None) -> Group:
    packed = zstandard.ZstdCompressor().compress(plain)
    return Group(b"", count, len(plain) if size is None else size, OPERATIONS + packed)


def sealed_operation(**changes: Any) -> dict[str, Any]:
    fields = {
        "place": 0,
        "op_id": bytes(16),
        "kind": "note.signed",
        "record": "r",
        "schema": 1,
        "made_at": "2026-11-24T12:00:00Z",
        "action": "",
        "seen": [],
        "body": {},
    }
    return {**fields, **changes}


def one_operation(**changes: Any) -> bytes:
    return encode([list(sealed_operation(**changes).values())])


def refused(replica: Replica, envelope: bytes, code: str, seq: int = 2) -> None:
    with pytest.raises(RefusedError) as refusal:
        replica.open(envelope, seq)
    assert refusal.value.code == code


HEADER_CHANGES: dict[str, Any] = {
    "space": "team/other",
    "epoch": bytes(16),
    "device": "0" * 32,
    "incarnation": bytes(8),
    "number": 7,
    "prev_hash": b"x" * 32,
    "seen_seq": 1,
    "seen_head": b"x" * 32,
    "claims": (wire.ClaimGroup(),),
    "entry": wire.Entry(),
    "v": 2,
    "suite": 2,
}


@pytest.mark.parametrize("field", HEADER_CHANGES)
def test_no_field_of_the_header_can_be_changed_without_the_authors_key(field: str) -> None:
    (founder, member), _ = small_space({"b": "member"})
    sealed = founder.pack(operation())
    thief = DeviceKeys.generate()
    for signer in (thief, member.keys):
        with pytest.raises(RefusedError):
            member.open(resigned(sealed.envelope, signer, **{field: HEADER_CHANGES[field]}), 2)


@pytest.mark.parametrize("field", ["incarnation", "number", "prev_hash", "seen_seq", "seen_head", "claims", "entry"])
def test_not_even_the_author_can_put_another_header_on_a_sealed_body(field: str) -> None:
    (founder, member), _ = small_space({"b": "member"})
    changed = resigned(founder.pack(operation()).envelope, founder.keys, **{field: HEADER_CHANGES[field]})
    refused(member, changed, "seal.broken")


def test_a_colleague_cannot_put_their_own_name_on_anothers_body() -> None:
    (founder, member), _ = small_space({"b": "member"})
    stolen = resigned(founder.pack(operation()).envelope, member.keys, device=member.device)
    refused(founder, stolen, "seal.broken")


@given(st.data())
def test_no_flipped_bit_is_accepted(data: st.DataObject) -> None:
    (founder, member), _ = small_space({"b": "member"})
    envelope = bytearray(founder.pack(operation()).envelope)
    place = data.draw(st.integers(0, len(envelope) - 1))
    envelope[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(RefusedError):
        member.open(bytes(envelope), 2)


@given(st.binary(max_size=300))
def test_garbage_is_refused_and_breaks_nothing(garbage: bytes) -> None:
    (founder,), _ = small_space({})
    with pytest.raises(RefusedError):
        founder.open(garbage, 2)


def test_bytes_that_nest_a_million_deep_are_refused() -> None:
    (founder,), _ = small_space({})
    refused(founder, b"\x91" * 1_000_000, "parcel.malformed")


def test_versions() -> None:
    """A newer parcel waits for a newer program; an older one than there ever was is refused: no downgrade."""
    (founder,), _ = small_space({})
    envelope = founder.pack().envelope
    for newer in ({"v": 2}, {"suite": 2}):
        with pytest.raises(ParkedError, match=r"parcel\.newer"):
            founder.open(resigned(envelope, founder.keys, **newer), 2)
    for older in ({"v": 0}, {"suite": 0}):
        refused(founder, resigned(envelope, founder.keys, **older), "parcel.version")


def test_an_oversized_parcel_is_not_even_read() -> None:
    (founder,), _ = small_space({})
    refused(founder, bytes(wire.MAX_PARCEL + 1), "parcel.too_large")


def test_a_stranger_and_another_space_are_refused() -> None:
    (founder,), _ = small_space({})
    (stranger,), _ = small_space({})
    refused(founder, stranger.pack(operation()).envelope, "member.unknown")
    (elsewhere,), _ = small_space({}, space="team/zuid")
    refused(founder, elsewhere.pack(operation(space="team/zuid")).envelope, "parcel.space")


def test_a_hub_cannot_found_a_space_for_somebody() -> None:
    """The founding parcel must be signed by the admin it admits, whose id follows from the key."""
    founder, hub = newcomer(), newcomer()
    entry, key = found_space(founder.keys, "a", "youth_worker", TEAM)
    founder.space_keys = founder.space_keys.with_epoch(key)
    sealed = founder.pack(entry=entry)
    with pytest.raises(RefusedError, match=r"parcel\.signature"):
        follow_membership(resigned(sealed.envelope, hub.keys), 1, founder.membership)
    with pytest.raises(RefusedError, match=r"member\.unknown"):
        follow_membership(resigned(sealed.envelope, hub.keys, device=hub.device), 1, founder.membership)
    taken = msgspec.structs.replace(entry.add[0], sign_key=hub.keys.sign_key)
    forged = resigned(sealed.envelope, hub.keys, entry=msgspec.structs.replace(entry, add=(taken,)))
    with pytest.raises(RefusedError, match=r"member\.unknown"):
        follow_membership(forged, 1, founder.membership)
    with pytest.raises(RefusedError, match=r"member\.unknown"):
        verify_parcel(resigned(sealed.envelope, hub.keys, entry=None), 1, founder.membership)


def test_an_epoch_that_was_over_or_never_was() -> None:
    (founder, gone, member), order = small_space({"g": "member", "b": "member"})
    slow = member.pack(operation())
    entry, _ = remove_device(founder.membership, founder.space_keys, gone.device)
    deliver(order, founder.pack(entry=entry), [founder, member])
    with pytest.raises(AlarmError, match=r"parcel\.epoch_stale"):
        founder.open(slow.envelope, 3)
    refused(founder, resigned(slow.envelope, member.keys, epoch=bytes(16)), "parcel.epoch_unknown", 3)


def test_what_lies_inside_names_its_own_key() -> None:
    """One ciphertext of this cipher can be made to open under two keys; the key id inside tells them apart."""
    (founder,), _ = small_space({})
    epoch = founder.space_keys.epoch
    assert epoch
    refused(founder, crafted(founder, lambda _: SECTION + bytes(16) + pad(encode([]))), "parcel.key_id")
    refused(founder, crafted(founder, lambda _: b"other" + epoch.key_id + pad(encode([]))), "parcel.key_id")
    refused(founder, crafted(founder, lambda _: SECTION + epoch.key_id + encode([])), "parcel.padding")
    refused(founder, crafted(founder, lambda _: SECTION + epoch.key_id + pad(b"no msgpack")), "parcel.malformed")


def test_an_entry_hides_no_content() -> None:
    (founder,), _ = small_space({})
    refused(founder, with_groups(founder, group_of(one_operation()), entry=wire.Entry()), "parcel.entry_with_content")


def test_a_parcel_cannot_hold_more_than_it_may() -> None:
    (founder,), _ = small_space({})
    empty = Group(b"", 0, 0, b"")
    refused(founder, with_groups(founder, *[empty] * 201), "parcel.too_many")
    refused(founder, with_groups(founder, group_of(b"", count=201)), "parcel.too_many")
    refused(founder, with_groups(founder, group_of(b"", size=wire.MAX_UNPACKED + 1)), "parcel.bomb")


def test_a_bomb_that_says_it_is_small_is_not_unpacked() -> None:
    (founder,), _ = small_space({})
    bomb = group_of(bytes(50_000_000), size=10)
    opened = founder.open(with_groups(founder, bomb, group_of(one_operation())), 2)
    assert opened.refused == ("group.bomb",)
    assert len(opened.operations) == 1


BROKEN = {
    "fewer than promised": (group_of(one_operation(), count=2), "group.count"),
    "shorter than promised": (group_of(one_operation(), size=5_000), "group.malformed"),
    "not compressed": (Group(b"", 1, 10, OPERATIONS + b"plain"), "group.malformed"),
    "not operations": (group_of(encode({"a": 1})), "group.malformed"),
    "another section": (Group(b"", 0, 0, b"something else"), "group.key_id"),
    "negative place": (group_of(one_operation(place=-1)), "group.malformed"),
    "short id": (group_of(one_operation(op_id=b"x")), "group.malformed"),
    "no time zone": (group_of(one_operation(made_at="2026-11-24T12:00:00")), "group.malformed"),
    "time before time": (group_of(one_operation(made_at="0001-01-01T00:00:00+12:00")), "group.malformed"),
    "nested too deep": (group_of(one_operation()[:-1] + b"\x81\xa1a" * 50_000), "group.malformed"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_one_broken_group_does_not_take_the_others_along(what: str) -> None:
    (founder,), _ = small_space({})
    broken, code = BROKEN[what]
    opened = founder.open(with_groups(founder, broken, group_of(one_operation())), 2)
    assert opened.refused == (code,)
    assert len(opened.operations) == 1


def test_a_dossiers_group_cannot_be_moved_to_another_parcel() -> None:
    (founder,), _ = small_space({})
    first = founder.pack(operation(dossier="a"))
    _, payload = wire.decode_envelope(first.envelope)
    key = founder.space_keys.of_dossier("a")
    assert key
    raw = encode(payload.header)
    inside = OPERATIONS + key.key_id + zstandard.ZstdCompressor().compress(one_operation())
    moved = Group(key.key_id, 1, len(one_operation()), seal(key.secret, b"group", inside, raw + key.key_id))
    assert founder.open(with_groups(founder, moved), 3).refused == ("seal.broken",)
