"""Making the entries that found a space and change who belongs to it, and learning the epoch keys they bring."""

from collections.abc import Collection, Iterator
from contextlib import suppress

import msgspec

from gpconnect.sync import wire
from gpconnect.sync.keys import DeviceKeys, EpochKey, SpaceKeys
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import ParkedError, RefusedError
from gpconnect.sync.wraps import open_previous, seal_previous, unwrap_epoch_key, wrap_epoch_key

WRAP_BROKEN, PREVIOUS_BROKEN = "epoch.wrap_broken", "epoch.previous_broken"
BROKEN = frozenset({WRAP_BROKEN, PREVIOUS_BROKEN})
"""Alarms about an entry whose maker is certain, and to blame: an admin signed for a key that is none."""


def as_member(device: DeviceKeys, staff: str, role: str, capacity: wire.Capacity) -> wire.Member:
    """The device as it asks to be admitted: its public keys and whose it is."""
    return wire.Member(device.device, staff, role, capacity, device.sign_key, device.seal_key)


def found_space(
    device: DeviceKeys, staff: str, role: str, space: str, members: tuple[wire.Member, ...] = ()
) -> tuple[wire.Entry, EpochKey]:
    """The entry that makes a space, with `device` as its first admin, and the key of its first epoch.

    Args:
        device: of the founder.
        staff: staff id of the founder.
        role: role of the founder, as in `domain.staff.Role`.
        space: for example ``team/7d…``.
        members: who else is in from the first moment.

    Raises:
        RefusedError: ``key.malformed``, one of the members has no usable public key.
    """
    key = EpochKey.generate()
    add = (as_member(device, staff, role, "admin"), *members)
    return wire.Entry(add=add, epoch=_epoch(key, space, add, b"")), key


def add_members(membership: Membership, keys: SpaceKeys, members: tuple[wire.Member, ...]) -> wire.Entry:
    """The entry that admits `members`. Readers get the current epoch key and with it the history; no new epoch.

    Raises:
        RefusedError: ``key.malformed``.
        ParkedError: ``epoch.key_missing``, this device does not hold the current epoch key itself.
    """
    if all(member.capacity == "contributor" for member in members):
        return wire.Entry(add=members)
    return wire.Entry(add=members, epoch=_epoch(_current(membership, keys), membership.space, members, b""))


def remove_device(membership: Membership, keys: SpaceKeys, device: str) -> tuple[wire.Entry, EpochKey]:
    """The entry that puts a device out, with a new epoch for those who remain.

    What the device has read cannot be unread; what is sent from now on it cannot open.

    Args:
        membership: as it is now.
        keys: of the admin who removes.
        device: who goes.

    Raises:
        ParkedError: ``epoch.key_missing``.
    """
    return exchange(membership, keys, (device,), ())


def exchange(
    membership: Membership, keys: SpaceKeys, gone: Collection[str], members: tuple[wire.Member, ...]
) -> tuple[wire.Entry, EpochKey]:
    """The entry that puts devices out and lets others in at once, with a new epoch for those who are in after it.

    Whatever got a place before it counts, with everybody. Were the last number of the other named, then whoever sends
    one parcel more before each try would never be out; and what was acknowledged would be lost.

    Args:
        membership: as it is now.
        keys: of the admin who changes it.
        gone: who goes.
        members: who comes.

    Raises:
        ParkedError: ``epoch.key_missing``.
        RefusedError: ``key.malformed``.
    """
    previous, key = _current(membership, keys), EpochKey.generate()
    stay = tuple(member for member in membership.readers() if member.device not in gone)
    remove = tuple(wire.Removal(device, b"", 0, everything=True) for device in gone)
    sealed = seal_previous(previous, key, membership.space)
    epoch = _epoch(key, membership.space, members, sealed)
    wraps = {member.device: _wrap_or_nothing(key, membership.space, member) for member in stay}
    return wire.Entry(members, remove, msgspec.structs.replace(epoch, wraps={**wraps, **epoch.wraps})), key


def learn_epochs(membership: Membership, keys: SpaceKeys, device: DeviceKeys) -> SpaceKeys:
    """The keys with every epoch that this device can open: by its own wrap, or walking back from a newer epoch.

    What does not open is left out, and `broken_epochs` says so: one admin's garbage never stops the others' work.
    """
    for epoch, newer in _backwards(membership):
        key = _learnt(epoch, newer, keys, device, membership.space)
        if key is not None:
            keys = keys.with_epoch(key, current=False)
    current = membership.epoch
    return keys.with_epoch(keys.epochs[current.key_id]) if current and current.key_id in keys.epochs else keys


def broken_epochs(membership: Membership, keys: SpaceKeys, device: DeviceKeys) -> dict[bytes, str]:
    """Epochs of which an admin handed out something that is not what they signed for, by key id; after `learn_epochs`.

    Returns:
        ``epoch.wrap_broken``: this device cannot read the epoch; ``epoch.previous_broken``: the epoch before it cannot
        be reached from it, so who comes later cannot read the history.
    """
    found = {}
    for epoch, newer in _backwards(membership):
        if device.device in epoch.wraps and epoch.key_id not in keys.epochs:
            found[epoch.key_id] = WRAP_BROKEN
        held = keys.epochs.get(newer.key_id) if newer else None
        if newer is not None and held is not None and _before(newer, held, epoch, membership.space) is None:
            found[newer.key_id] = PREVIOUS_BROKEN
    return found


def _backwards(membership: Membership) -> Iterator[tuple[wire.Epoch, wire.Epoch | None]]:
    """Every epoch with the one after it, newest first."""
    newer: wire.Epoch | None = None
    for reign in reversed(membership.reigns):
        yield reign.epoch, newer
        newer = reign.epoch


def _learnt(
    epoch: wire.Epoch, newer: wire.Epoch | None, keys: SpaceKeys, device: DeviceKeys, space: str
) -> EpochKey | None:
    """The key of an epoch that this device does not hold yet, when there is a way to it."""
    if epoch.key_id in keys.epochs:
        return None
    if device.device in epoch.wraps:
        with suppress(RefusedError):
            return unwrap_epoch_key(epoch, space, device)
    held = keys.epochs.get(newer.key_id) if newer else None
    return _before(newer, held, epoch, space) if newer is not None and held is not None else None


def _before(newer: wire.Epoch, held: EpochKey, older: wire.Epoch, space: str) -> EpochKey | None:
    try:
        return open_previous(newer, held, older, space)
    except RefusedError:
        return None


def _epoch(key: EpochKey, space: str, members: tuple[wire.Member, ...], previous: bytes) -> wire.Epoch:
    readers = (member for member in members if member.capacity != "contributor")
    wraps = {member.device: wrap_epoch_key(key, space, member) for member in readers}
    return wire.Epoch(key.key_id, key.public_key, wraps, previous)


def _wrap_or_nothing(key: EpochKey, space: str, member: wire.Member) -> bytes:
    """Who was let in with a key that nobody can seal to gets nothing, and holds nobody else up."""
    try:
        return wrap_epoch_key(key, space, member)
    except RefusedError:
        return b""


def _current(membership: Membership, keys: SpaceKeys) -> EpochKey:
    epoch = membership.epoch
    key = keys.epochs.get(epoch.key_id) if epoch else None
    if key is None:
        raise ParkedError("epoch.key_missing")
    return key
