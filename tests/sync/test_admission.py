"""Who may change who belongs to a space: the rules that the hub and every replica share."""

import dataclasses

import pytest
from msgspec.structs import replace

from gpconnect.sync import admission, keys, wire
from tests.hub.parties import TEAM, Laptop, epoch, public_key

OLD, NEW = b"o" * 16, b"n" * 16
ADMIN, MEMBER, GONE, FRESH = (Laptop() for _ in range(4))
STANDING = admission.Standing(
    TEAM,
    OLD,
    public_key(OLD),
    {ADMIN.device: "admin", MEMBER.device: "member", GONE.device: None},
    lambda key_id: key_id == OLD,
)
FRESH_MEMBER = FRESH.member()
LEAVES = wire.Removal(MEMBER.device, b"i", 4)
STAYS = epoch(NEW, (ADMIN.member("admin"),), b"previous")


def trouble(entry: wire.Entry, sender: Laptop = ADMIN) -> str:
    return admission.entry_trouble(entry, STANDING.capacities.get(sender.device), STANDING)


def test_an_admin_admits_a_reader_with_the_current_key() -> None:
    assert trouble(wire.Entry(add=(FRESH_MEMBER,), epoch=epoch(OLD, (FRESH_MEMBER,)))) == ""


def test_a_contributor_needs_no_key() -> None:
    assert trouble(wire.Entry(add=(FRESH.member("contributor"),))) == ""


def test_a_removal_starts_a_new_epoch_for_who_remains() -> None:
    assert trouble(wire.Entry(remove=(LEAVES,), epoch=STAYS)) == ""


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (wire.Entry(add=(FRESH_MEMBER,)), "entry.epoch_missing"),
        (wire.Entry(remove=(LEAVES,)), "entry.epoch_missing"),
        (wire.Entry(lives=(b"l" * 33,)), "entry.lives"),
        (wire.Entry(lives=(b"life",) * 4097), "entry.lives"),
        (wire.Entry(lives=(b"life",)), "entry.empty"),
        (wire.Entry(remove=(LEAVES,), epoch=epoch(OLD, ())), "entry.epoch_missing"),
        (wire.Entry(remove=(LEAVES,), epoch=epoch(NEW, ())), "entry.previous_missing"),
        (wire.Entry(remove=(LEAVES,), epoch=epoch(b"short", (), b"previous")), "entry.epoch_key"),
        (wire.Entry(remove=(LEAVES,), epoch=epoch(NEW, (), b"previous")), "entry.wraps"),
        (wire.Entry(remove=(LEAVES,), epoch=replace(STAYS, public_key=b"short")), "entry.epoch_key"),
        (wire.Entry(add=(FRESH_MEMBER,), epoch=epoch(OLD, (FRESH_MEMBER, GONE.member()))), "entry.wraps"),
        (wire.Entry(add=(replace(FRESH_MEMBER, role="gp"),)), "entry.role"),
        (wire.Entry(add=(replace(FRESH_MEMBER, seal_key=b"short"),)), "entry.device_id"),
        (wire.Entry(add=(MEMBER.member(),)), "entry.device_known"),
        (wire.Entry(add=(GONE.member(),)), "entry.device_known"),
        (wire.Entry(add=(FRESH_MEMBER, FRESH_MEMBER)), "entry.device_known"),
        (wire.Entry(add=(replace(FRESH_MEMBER, sign_key=GONE.sign_key),)), "entry.device_id"),
        (wire.Entry(remove=(wire.Removal(GONE.device, b"i", 1),)), "entry.device_unknown"),
        (wire.Entry(remove=(wire.Removal(FRESH.device, b"i", 1),)), "entry.device_unknown"),
        (wire.Entry(remove=(wire.Removal(ADMIN.device, b"i", 1),)), "entry.last_admin"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(entry: wire.Entry, code: str) -> None:
    assert trouble(entry) == code


def test_an_epoch_comes_once() -> None:
    standing = dataclasses.replace(STANDING, epoch=NEW, public_key=b"")
    entry = wire.Entry(remove=(LEAVES,), epoch=epoch(OLD, (ADMIN.member("admin"),), b"previous"))

    assert admission.entry_trouble(entry, "admin", standing) == "entry.epoch_key"


def test_only_admins_change_who_belongs() -> None:
    for sender in (MEMBER, GONE, FRESH):
        assert trouble(wire.Entry(add=(FRESH.member("contributor"),)), sender) == "entry.not_an_admin"


def test_a_founding_names_each_device_once_and_gives_every_reader_the_key() -> None:
    founder, other = ADMIN.member("admin"), MEMBER.member()
    parcel = ADMIN.parcel(TEAM, OLD, entry=wire.Entry(add=(founder, other), epoch=epoch(OLD, (founder, other))))
    header = wire.decode_envelope(parcel)[1].header
    forgets = replace(header, entry=wire.Entry(add=(founder, other), epoch=epoch(OLD, (founder,))))
    twice = replace(header, entry=wire.Entry(add=(founder, founder), epoch=epoch(OLD, (founder,))))

    assert admission.founding_trouble(header) == ""
    assert admission.founding_trouble(forgets) == "entry.wraps"
    assert admission.founding_trouble(twice) == "entry.device_known"
    assert admission.founding_trouble(replace(header, number=2)) == "entry.founding"
    assert admission.founding_trouble(replace(header, space="pilot/p")) == "entry.role"


def test_a_key_is_as_long_as_the_door_says() -> None:
    device, key = keys.DeviceKeys.generate(), keys.EpochKey.generate()

    assert len(device.seal_key) == len(key.public_key) == admission.SEAL_PUBLIC
    assert len(key.key_id) == admission.KEY_ID
