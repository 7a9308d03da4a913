import msgspec
import pytest

from gpconnect.sync import wire
from gpconnect.sync.entries import as_member
from gpconnect.sync.keys import (
    DeviceKeys,
    DossierKey,
    EpochKey,
    SpaceKeys,
    new_incarnation,
    new_token,
    open_for,
    seal,
    seal_for,
)
from gpconnect.sync.refusals import ParkedError, RefusedError
from gpconnect.sync.wraps import (
    open_previous,
    open_wrapped_key,
    seal_previous,
    unwrap_epoch_key,
    wrap_dossier_key,
    wrap_epoch_key,
)
from tests.sync.people import TEAM, small_space


def epoch_for(key: EpochKey, *devices: DeviceKeys, previous: bytes = b"") -> wire.Epoch:
    members = [as_member(device, "staff", "youth_worker", "member") for device in devices]
    wraps = {member.device: wrap_epoch_key(key, TEAM, member) for member in members}
    return wire.Epoch(key.key_id, key.public_key, wraps, previous)


def test_a_device_comes_back_from_its_bytes_with_the_same_id_and_keys() -> None:
    keys = DeviceKeys.generate()
    again = DeviceKeys.from_bytes(keys.to_bytes())
    assert (again.device, again.sign_key, again.seal_key) == (keys.device, keys.sign_key, keys.seal_key)
    assert wire.verify(keys.sign_key, again.sign(b"hello"), b"hello")
    with pytest.raises(ValueError, match="not the keys of a device"):
        DeviceKeys.from_bytes(b"short")


def test_no_key_shows_its_secret_when_it_is_printed() -> None:
    for key in (DeviceKeys.generate(), EpochKey.generate(), DossierKey.generate("d"), SpaceKeys(TEAM)):
        assert "=" not in repr(key)


def test_incarnations_and_tokens_are_new_every_time() -> None:
    assert len({new_incarnation() for _ in range(9)}) == 9
    assert len({new_token() for _ in range(9)}) == 9


def test_the_keys_of_a_space_survive_being_stored() -> None:
    old, new, one, two = EpochKey.generate(), EpochKey.generate(), DossierKey.generate("a"), DossierKey.generate("a")
    keys = SpaceKeys(TEAM).with_epoch(old).with_epoch(new).with_dossier(one, two)
    again = SpaceKeys.from_bytes(keys.to_bytes())
    assert again == keys
    assert again.epoch == new
    assert again.of_dossier("a") == two
    assert SpaceKeys(TEAM).epoch is None


def test_keys_that_an_older_program_stored_without_their_ids_are_the_same_keys() -> None:
    keys = SpaceKeys(TEAM).with_epoch(EpochKey.generate()).with_dossier(DossierKey.generate("a"))
    old = msgspec.msgpack.encode(msgspec.msgpack.decode(keys.to_bytes())[:4])
    assert SpaceKeys.from_bytes(old) == keys
    assert SpaceKeys.from_bytes(old).of_dossier("a") == keys.of_dossier("a")


def test_an_erased_dossier_leaves_no_key_of_any_generation() -> None:
    keys = SpaceKeys(TEAM).with_dossier(DossierKey.generate("a"), DossierKey.generate("a"), DossierKey.generate("b"))
    left = keys.without_keys([one.key_id for one in keys.dossiers.values() if one.dossier == "a"])
    assert [key.dossier for key in left.dossiers.values()] == ["b"]
    assert left.of_dossier("a") is None


def test_what_is_sealed_for_one_use_opens_for_no_other() -> None:
    keys = DeviceKeys.generate()
    sealed = seal_for(keys.seal_key, b"hello", b"this use")
    assert open_for(keys.seal_seed, sealed, b"this use") == b"hello"
    for seed, use in ((keys.seal_seed, b"other use"), (DeviceKeys.generate().seal_seed, b"this use")):
        with pytest.raises(RefusedError, match=r"seal\.broken"):
            open_for(seed, sealed, use)


@pytest.mark.parametrize("public", [b"", b"\xff" * 1216, DeviceKeys.generate().seal_key[:-32] + bytes(32)])
def test_nothing_is_sealed_to_what_is_not_a_key(public: bytes) -> None:
    with pytest.raises(RefusedError, match=r"key\.malformed"):
        seal_for(public, b"hello", b"")


def test_each_reader_unwraps_the_epoch_key_and_nobody_else() -> None:
    reader, stranger, key = DeviceKeys.generate(), DeviceKeys.generate(), EpochKey.generate()
    epoch = epoch_for(key, reader)
    assert unwrap_epoch_key(epoch, TEAM, reader) == key
    with pytest.raises(RefusedError, match=r"epoch\.no_wrap"):
        unwrap_epoch_key(epoch, TEAM, stranger)
    with pytest.raises(RefusedError, match=r"seal\.broken"):
        unwrap_epoch_key(epoch, "team/other", reader)
    taken = msgspec.structs.replace(epoch, wraps={stranger.device: epoch.wraps[reader.device]})
    with pytest.raises(RefusedError, match=r"seal\.broken"):
        unwrap_epoch_key(taken, TEAM, stranger)


def test_a_wrapped_secret_must_be_the_one_that_was_signed_for() -> None:
    reader, key, other = DeviceKeys.generate(), EpochKey.generate(), EpochKey.generate()
    member = as_member(reader, "staff", "gp", "member")
    wrong_public = msgspec.structs.replace(epoch_for(key, reader), public_key=other.public_key)
    with pytest.raises(RefusedError, match=r"epoch\.public_key"):
        unwrap_epoch_key(wrong_public, TEAM, reader)
    claimed = EpochKey(other.secret)
    object.__setattr__(claimed, "key_id", key.key_id)
    swapped = msgspec.structs.replace(
        epoch_for(key, reader), wraps={reader.device: wrap_epoch_key(claimed, TEAM, member)}
    )
    with pytest.raises(RefusedError, match=r"epoch\.key_id"):
        unwrap_epoch_key(swapped, TEAM, reader)


def test_the_previous_epoch_opens_from_the_next() -> None:
    old, new, reader = EpochKey.generate(), EpochKey.generate(), DeviceKeys.generate()
    older, newer = epoch_for(old), epoch_for(new, reader, previous=seal_previous(old, new, TEAM))
    assert open_previous(newer, new, older, TEAM) == old
    with pytest.raises(RefusedError, match=r"seal\.broken"):
        open_previous(newer, old, older, TEAM)


def test_a_dossier_key_goes_from_member_to_member() -> None:
    (maker, reader), _ = small_space({"b": "member"})
    key = DossierKey.generate("dossier-1")
    assert maker.space_keys.epoch
    wrapped = wrap_dossier_key(key, TEAM, maker.space_keys.epoch, maker.keys)
    assert open_wrapped_key(wrapped, reader.space_keys, reader.membership.key_signer) == key
    with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
        open_wrapped_key(wrapped, SpaceKeys(TEAM), reader.membership.key_signer)


def test_a_key_that_no_member_signed_is_refused() -> None:
    """The hub hands out a key of its own, or another space's, or changes what a member made."""
    (maker, reader), _ = small_space({"b": "member"})
    epoch, hub = maker.space_keys.epoch, DeviceKeys.generate()
    assert epoch
    wrapped = wrap_dossier_key(DossierKey.generate("d"), TEAM, epoch, maker.keys)
    signer_of = reader.membership.key_signer
    change = msgspec.structs.replace
    cases = {
        "key.not_a_member": wrap_dossier_key(DossierKey.generate("d"), TEAM, epoch, hub),
        "key.signature": change(wrap_dossier_key(DossierKey.generate("d"), TEAM, epoch, hub), device=maker.device),
        "key.space": change(wrapped, space="team/other"),
    }
    for code, evil in cases.items():
        with pytest.raises(RefusedError, match=code):
            open_wrapped_key(evil, reader.space_keys, signer_of)
    for field in ("id", "sealed", "signature"):
        evil = change(wrapped, **{field: bytes(len(getattr(wrapped, field)))})
        with pytest.raises(RefusedError, match=r"key\.signature"):
            open_wrapped_key(evil, reader.space_keys, signer_of)
    with pytest.raises(RefusedError, match=r"key\.not_a_member"):
        open_wrapped_key(change(wrapped, epoch=bytes(16)), reader.space_keys, signer_of)


def test_a_member_cannot_sign_an_id_that_is_not_the_secrets_own() -> None:
    (maker, reader), _ = small_space({"b": "member"})
    epoch = maker.space_keys.epoch
    assert epoch
    honest = DossierKey.generate("d")
    forged = DossierKey.generate("d")
    object.__setattr__(forged, "key_id", honest.key_id)
    with pytest.raises(RefusedError, match=r"key\.key_id"):
        open_wrapped_key(
            wrap_dossier_key(forged, TEAM, epoch, maker.keys), reader.space_keys, reader.membership.key_signer
        )
    aad = msgspec.msgpack.encode([TEAM, epoch.key_id, honest.key_id, maker.device])
    sealed = seal(epoch.secret, b"dossier", b"no key", aad)
    signature = maker.keys.sign(wire.wrap_message(TEAM, epoch.key_id, honest.key_id, sealed))
    junk = wire.WrappedKey(honest.key_id, TEAM, epoch.key_id, maker.device, sealed, signature)
    with pytest.raises(RefusedError, match=r"key\.malformed"):
        open_wrapped_key(junk, reader.space_keys, reader.membership.key_signer)
