from dataclasses import replace

import msgspec
import pytest

from gpconnect.sync import wire
from gpconnect.sync.chain import Chains
from gpconnect.sync.claims import Holders
from gpconnect.sync.entries import (
    add_members,
    as_member,
    broken_epochs,
    exchange,
    found_space,
    learn_epochs,
    remove_device,
)
from gpconnect.sync.keys import DeviceKeys, DossierKey, EpochKey, SpaceKeys, seal
from gpconnect.sync.membership import Membership, apply_entry
from gpconnect.sync.parcel import Place
from gpconnect.sync.refusals import AlarmError, ParkedError, RefusedError
from gpconnect.sync.wraps import wrap_dossier_key
from tests.sync.people import TEAM, Replica, deliver, newcomer, operation, small_space

change = msgspec.structs.replace


def header(replica: Replica, entry: wire.Entry | None, **changes: object) -> wire.Header:
    epoch = replica.membership.epoch
    plain = wire.Header(
        1,
        1,
        TEAM,
        epoch.key_id if epoch else b"",
        replica.device,
        replica.chain.incarnation,
        replica.chain.number + 1,
        replica.chain.prev_hash,
        0,
        wire.ZERO_HASH,
        (),
        entry,
    )
    return change(plain, **changes)


def refuse(replica: Replica, entry: wire.Entry, code: str, **changes: object) -> None:
    with pytest.raises(RefusedError, match=code):
        apply_entry(replica.membership, header(replica, entry, **changes), 9, bytes(32))


def test_the_founder_is_admin_and_everybody_knows_the_same_root() -> None:
    (founder, member, contributor), order = small_space({"b": "member", "c": "contributor"})
    assert founder.membership == member.membership == contributor.membership
    assert founder.membership.root == wire.parcel_hash(order[0])
    assert [member.capacity for member in founder.membership.members()] == ["admin", "member", "contributor"]
    assert [reader.staff for reader in founder.membership.readers()] == ["founder", "b"]
    assert member.space_keys.epoch == founder.space_keys.epoch
    assert contributor.space_keys.epoch is None


def test_what_each_capacity_may_send() -> None:
    (founder, member, contributor, recovery), _ = small_space({"b": "member", "c": "contributor", "r": "recovery"})
    may = founder.membership.may_push
    assert [may(one.device) for one in (founder, member, contributor, recovery)] == [True, True, True, False]
    assert [may(one.device, entry=True) for one in (founder, member, contributor)] == [True, False, False]
    assert not may("stranger")
    assert recovery.space_keys.epoch == founder.space_keys.epoch


def test_a_membership_survives_being_stored() -> None:
    (founder, _), _ = small_space({"b": "member"})
    assert Membership.from_bytes(founder.membership.to_bytes()) == founder.membership
    assert Membership(TEAM).epoch is None
    assert Membership(TEAM).epoch_at(1) is None


def test_another_founding_than_was_compared_out_of_band_is_an_alarm() -> None:
    founder = newcomer()
    entry, _ = found_space(founder.keys, "a", "youth_worker", TEAM)
    epoch = entry.epoch
    assert epoch
    with pytest.raises(AlarmError, match=r"root\.other"):
        apply_entry(Membership(TEAM, root=b"r" * 32), header(founder, entry, epoch=epoch.key_id), 1, bytes(32))


def test_a_founding_must_be_complete_and_first() -> None:
    founder, other = newcomer(), DeviceKeys.generate()
    entry, _ = found_space(founder.keys, "a", "youth_worker", TEAM)
    epoch = entry.epoch
    assert epoch
    ours = header(founder, entry, epoch=epoch.key_id)
    evil = [
        (ours, 2),
        (change(ours, number=2), 1),
        (change(ours, device=other.device), 1),
        (change(ours, epoch=bytes(16)), 1),
        (change(ours, entry=change(entry, epoch=None)), 1),
        (change(ours, entry=change(entry, epoch=change(epoch, previous=b"x"))), 1),
        (change(ours, entry=change(entry, add=(as_member(founder.keys, "a", "youth_worker", "member"),))), 1),
        (change(ours, entry=change(entry, remove=(wire.Removal("x", b"", 0),))), 1),
    ]
    for one, seq in evil:
        with pytest.raises(RefusedError, match=r"entry\.founding"):
            apply_entry(Membership(TEAM), one, seq, bytes(32))
    with pytest.raises(RefusedError, match=r"entry\.space"):
        apply_entry(Membership("team/other"), ours, 1, bytes(32))


def test_a_newcomer_reads_the_whole_history_and_not_before_being_admitted() -> None:
    (founder,), order = small_space({})
    place = deliver(order, founder.pack(operation()), [founder])
    late = newcomer()
    entry = add_members(
        founder.membership, founder.space_keys, (as_member(late.keys, "late", "youth_worker", "member"),)
    )
    deliver(order, founder.pack(entry=entry), [founder])
    for seq, envelope in enumerate(order, start=1):
        late.take(envelope, seq)
    assert late.membership == founder.membership
    assert late.open(order[place - 1], place).operations[0].operation.body
    with pytest.raises(RefusedError, match=r"member\.too_early"):
        founder.membership.author(header(late, None), 2)


def test_a_contributor_is_admitted_without_any_key() -> None:
    (founder,), order = small_space({})
    late = newcomer()
    entry = add_members(
        founder.membership, founder.space_keys, (as_member(late.keys, "c", "youth_worker", "contributor"),)
    )
    assert entry.epoch is None
    deliver(order, founder.pack(entry=entry), [founder])
    assert founder.membership.may_push(late.device)


def test_only_an_admin_changes_who_belongs_to_a_space() -> None:
    """Also the coordinator who tries to enrol in a team: without an admin of the team it stays a stranger."""
    (founder, member), order = small_space({"b": "member"})
    coordinator = newcomer()
    self_made = wire.Entry(add=(as_member(coordinator.keys, "c", "coordinator", "admin"),))
    refuse(member, self_made, r"entry\.not_an_admin")
    refuse(founder, self_made, r"member\.unknown", device=coordinator.device)
    refuse(founder, self_made, r"entry\.space", space="team/other")
    founder.membership = Membership.from_bytes(founder.membership.to_bytes())
    with pytest.raises(RefusedError, match=r"entry\.order"):
        apply_entry(founder.membership, header(founder, self_made), 1, bytes(32))
    assert len(order) == 1


def test_an_entry_with_a_strangers_wrap_or_without_somebodys_is_refused() -> None:
    (founder, member), _ = small_space({"b": "member"})
    late, stranger = newcomer(), newcomer()
    entry = add_members(
        founder.membership, founder.space_keys, (as_member(late.keys, "late", "youth_worker", "member"),)
    )
    epoch = entry.epoch
    assert epoch
    wraps = {**epoch.wraps, stranger.device: b"x"}
    refuse(founder, change(entry, epoch=change(epoch, wraps=wraps)), r"entry\.wraps")
    refuse(founder, change(entry, epoch=change(epoch, wraps={})), r"entry\.wraps")
    refuse(founder, change(entry, epoch=None), r"entry\.epoch_missing")
    refuse(founder, change(entry, epoch=change(epoch, public_key=bytes(1216))), r"entry\.epoch_missing")
    removal, _ = remove_device(founder.membership, founder.space_keys, member.device)
    new = removal.epoch
    assert new
    refuse(founder, change(removal, epoch=epoch), r"entry\.epoch_missing")
    refuse(founder, change(removal, epoch=change(new, previous=b"")), r"entry\.previous_missing")
    refuse(founder, change(removal, epoch=change(new, key_id=b"short")), r"entry\.epoch_key")
    refuse(founder, change(removal, epoch=change(new, wraps={**new.wraps, member.device: b"x"})), r"entry\.wraps")


def test_a_device_cannot_take_anothers_id_nor_come_twice() -> None:
    (founder, member), _ = small_space({"b": "member"})
    thief = as_member(DeviceKeys.generate(), "t", "youth_worker", "contributor")
    refuse(founder, wire.Entry(add=(change(thief, device="0" * 32),)), r"entry\.device_id")
    refuse(founder, wire.Entry(add=(change(thief, seal_key=b""),)), r"entry\.device_id")
    refuse(founder, wire.Entry(add=(change(thief, device=member.device),)), r"entry\.device_known")
    refuse(founder, wire.Entry(remove=(wire.Removal("nobody", b"", 0),)), r"entry\.device_unknown")


def test_a_space_keeps_an_admin() -> None:
    (founder, _), _ = small_space({"b": "member"})
    entry, _ = remove_device(founder.membership, founder.space_keys, founder.device)
    refuse(founder, entry, r"entry\.last_admin")


def test_who_is_removed_reads_nothing_new_and_who_remains_reads_everything() -> None:
    (founder, member, gone), order = small_space({"b": "member", "g": "member"})
    before = deliver(order, gone.pack(operation()), [founder, member, gone])
    entry, _ = remove_device(founder.membership, founder.space_keys, gone.device)
    deliver(order, founder.pack(entry=entry), [founder, member, gone])
    after = deliver(order, founder.pack(operation()), [founder, member])
    assert member.open(order[before - 1], before).author.staff == "g"
    assert member.open(order[after - 1], after).operations
    assert gone.membership.member(gone.device) is None
    with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
        gone.open(order[after - 1], after)
    fresh = learn_epochs(member.membership, SpaceKeys(TEAM), member.keys)
    assert set(fresh.epochs) == set(founder.space_keys.epochs)


def test_a_member_of_the_new_epoch_walks_back_through_the_old_ones() -> None:
    (founder, gone), order = small_space({"g": "member"})
    entry, _ = remove_device(founder.membership, founder.space_keys, gone.device)
    deliver(order, founder.pack(entry=entry), [founder])
    late = newcomer()
    admitted = add_members(
        founder.membership, founder.space_keys, (as_member(late.keys, "l", "youth_worker", "member"),)
    )
    deliver(order, founder.pack(entry=admitted), [founder])
    for seq, envelope in enumerate(order, start=1):
        late.take(envelope, seq)
    assert late.space_keys.epochs == founder.space_keys.epochs
    assert late.space_keys.epoch == founder.space_keys.epoch
    nobody = learn_epochs(founder.membership, SpaceKeys(TEAM), gone.keys)
    assert len(nobody.epochs) == 1


def test_what_took_its_place_before_a_removal_counts_whoever_read_it_by_then() -> None:
    """A colleague sends while an admin puts them out: nobody has to guess at what counts, and nothing later does."""
    (founder, leaves), order = small_space({"s": "member"})
    entry, _ = remove_device(founder.membership, founder.space_keys, leaves.device)
    leaves.chain = replace(leaves.chain, incarnation=b"another life")
    crossed = deliver(order, leaves.pack(operation()), [founder])
    deliver(order, founder.pack(entry=entry), [founder])

    assert founder.open(order[crossed - 1], crossed).operations
    with pytest.raises(RefusedError, match=r"member\.removed"):
        founder.open(leaves.pack(operation()).envelope, len(order) + 1)


def test_parcels_of_a_device_that_was_removed_by_number_count_up_to_its_last_valid_one() -> None:
    """As removals were made before: what was sent after that number does not count, also before the removal."""
    (founder, stolen), order = small_space({"s": "member"})
    everybody = [founder]
    good = deliver(order, stolen.pack(operation()), everybody)
    last_good = stolen.chain.number
    bad = deliver(order, stolen.pack(operation()), everybody)
    entry, _ = remove_device(founder.membership, founder.space_keys, stolen.device)
    entry = change(entry, remove=(wire.Removal(stolen.device, stolen.chain.incarnation, last_good),))
    deliver(order, founder.pack(entry=entry), everybody)
    late = stolen.pack(operation())
    assert founder.open(order[good - 1], good).operations
    for envelope, seq in ((order[bad - 1], bad), (late.envelope, len(order) + 1)):
        with pytest.raises(RefusedError, match=r"member\.removed"):
            founder.open(envelope, seq)
    refuse(founder, wire.Entry(remove=(wire.Removal(stolen.device, b"", 0),)), r"entry\.device_unknown")


def test_a_former_members_dossier_keys_count_for_the_history_and_not_after() -> None:
    (founder, gone), order = small_space({"g": "member"})
    key, old = DossierKey.generate("d"), gone.space_keys.epoch
    assert old
    entry, new = remove_device(founder.membership, founder.space_keys, gone.device)
    deliver(order, founder.pack(entry=entry), [founder])
    signer_of = founder.membership.key_signer
    assert signer_of(wrap_dossier_key(key, TEAM, old, gone.keys)) is not None
    assert signer_of(wrap_dossier_key(key, TEAM, new, gone.keys)) is None


def test_a_recovery_key_reads_and_never_sends_content() -> None:
    (founder, recovery), _ = small_space({"r": "recovery"})
    with pytest.raises(RefusedError, match=r"member\.reads_only"):
        founder.open(recovery.pack(operation()).envelope, 2)
    assert not founder.membership.may_push(recovery.device)
    assert not founder.membership.may_push(newcomer().device, entry=True)


def test_a_recovery_key_lets_a_new_laptop_in_when_the_only_one_is_gone() -> None:
    (founder, recovery), order = small_space({"r": "recovery"})
    place = deliver(order, founder.pack(operation()), [founder, recovery])
    new = newcomer()
    assert recovery.membership.may_push(recovery.device, entry=True)
    seated = as_member(new.keys, "founder", "youth_worker", "admin")
    deliver(order, recovery.pack(entry=add_members(recovery.membership, recovery.space_keys, (seated,))), [recovery])
    for seq, envelope in enumerate(order, start=1):
        new.take(envelope, seq)

    assert new.open(order[place - 1], place).operations
    assert new.membership.may_push(new.device, entry=True)
    entry, _ = remove_device(new.membership, new.space_keys, founder.device)
    deliver(order, new.pack(entry=entry), [new, recovery])
    assert new.membership.member(founder.device) is None


ROLES = ("youth_worker", "gp", "practice_assistant", "coordinator", "mayor")


@pytest.mark.parametrize(
    ("space", "readers", "contributors"),
    [
        ("common/x", ROLES[:4], ROLES[:4]),
        ("practice/x", ROLES[:3], ROLES[:3]),
        ("team/x", ROLES[:1], ROLES[:1]),
        ("pilot/x", ROLES[3:4], ("youth_worker", "coordinator")),
    ],
)
def test_every_replica_refuses_a_role_that_has_no_business_in_a_space(
    space: str, readers: tuple[str, ...], contributors: tuple[str, ...]
) -> None:
    """Signed by an admin and let through by the hub: the municipality's device still gets no seat."""
    (founder,), _ = small_space({}, space)
    let_in(founder, "admin", readers)
    let_in(founder, "member", readers)
    let_in(founder, "recovery", readers)
    let_in(founder, "contributor", contributors)


def let_in(founder: Replica, capacity: wire.Capacity, allowed: tuple[str, ...]) -> None:
    for role in ROLES:
        one = as_member(DeviceKeys.generate(), "s", role, capacity)
        entry = add_members(founder.membership, founder.space_keys, (one,))
        if role in allowed:
            ours = header(founder, entry, space=founder.membership.space)
            assert apply_entry(founder.membership, ours, 2, bytes(32)).member(one.device) == one
        else:
            refuse(founder, entry, r"entry\.role", space=founder.membership.space)


@pytest.mark.parametrize(
    ("space", "role"),
    [("team/x", "gp"), ("pilot/x", "youth_worker"), ("common/x", "gp"), ("practice/x", "coordinator")],
)
def test_nobody_founds_a_space_of_others(space: str, role: str) -> None:
    founder = newcomer(space)
    entry, key = found_space(founder.keys, "f", role, space)
    founder.space_keys = founder.space_keys.with_epoch(key)
    with pytest.raises(RefusedError, match=r"entry\.role"):
        founder.take(founder.pack(entry=entry).envelope, 1)


def test_an_admin_without_the_epoch_key_cannot_hand_it_out() -> None:
    (founder,), _ = small_space({})
    with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
        remove_device(founder.membership, SpaceKeys(TEAM), "x")
    with pytest.raises(ParkedError, match=r"epoch\.key_missing"):
        add_members(
            Membership(TEAM), SpaceKeys(TEAM), (as_member(DeviceKeys.generate(), "s", "youth_worker", "member"),)
        )


def test_another_previous_key_than_an_admin_signed_for_is_not_taken_and_the_current_one_is() -> None:
    (founder, gone), order = small_space({"g": "member"})
    entry, new = remove_device(founder.membership, founder.space_keys, gone.device)
    epoch = entry.epoch
    assert epoch
    info = b"gpconnect epoch wrap 1\0" + msgspec.msgpack.encode([TEAM, new.key_id, ""])
    other = seal(new.secret, b"previous", EpochKey.generate().secret, info)
    evil = change(entry, epoch=change(epoch, previous=other))
    deliver(order, founder.pack(entry=evil), [founder])
    device = _without_own_old_wrap(founder)
    learnt = learn_epochs(founder.membership, SpaceKeys(TEAM), device)
    assert set(learnt.epochs) == {new.key_id}
    for held in (learnt, founder.space_keys):
        assert broken_epochs(founder.membership, held, device) == {new.key_id: "epoch.previous_broken"}


def test_a_wrap_that_opens_nothing_is_named_and_the_next_epoch_opens_both() -> None:
    (founder, other, gone), order = small_space({"o": "member", "g": "member"})
    entry, new = remove_device(founder.membership, founder.space_keys, gone.device)
    epoch = entry.epoch
    assert epoch
    evil = change(entry, epoch=change(epoch, wraps={**epoch.wraps, other.device: b"x" * 1200}))
    deliver(order, founder.pack(entry=evil), [founder, other])
    assert new.key_id not in other.space_keys.epochs
    assert broken_epochs(other.membership, other.space_keys, other.keys) == {new.key_id: "epoch.wrap_broken"}
    assert broken_epochs(founder.membership, founder.space_keys, founder.keys) == {}

    mended, _ = exchange(founder.membership, founder.space_keys, {}, ())
    deliver(order, founder.pack(entry=mended), [founder, other])
    assert other.space_keys == founder.space_keys
    assert broken_epochs(other.membership, other.space_keys, other.keys) == {}


def _without_own_old_wrap(founder: Replica) -> DeviceKeys:
    """Makes the founder depend on the newer epoch, as somebody admitted later does."""
    first, last = founder.membership.reigns
    first.epoch.wraps.pop(founder.device)
    assert last.epoch.wraps
    return founder.keys


def test_no_place_no_parcel() -> None:
    """A parcel without an entry leaves the membership as it is."""
    (founder,), _ = small_space({})
    assert Place(TEAM, b"", 1, b"").seen_head == wire.ZERO_HASH
    assert apply_entry(founder.membership, header(founder, None), 2, bytes(32)) is founder.membership


def test_bytes_that_are_no_membership_are_refused_whatever_they_are() -> None:
    """Text that is no UTF-8 and nesting without end have exceptions of their own in the decoder."""
    for other in (b"", b"\x95\xa1\xff", b"\x91" * 100_000):
        for decode in (Membership.from_bytes, SpaceKeys.from_bytes, Chains.from_bytes, Holders.from_bytes):
            with pytest.raises(msgspec.DecodeError):
                decode(other)
