"""What one person is writing, sealed to their own other devices and to the recovery member of the space.

A draft belongs to nobody else: not to the team, not to its admin. So it is sealed twice: as content for these devices
alone, and then like every operation of the team. To whom, the space's own log says; a hub cannot slip a device in.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from gpconnect.sync import wire
from gpconnect.sync.keys import SECRET, DeviceKeys, open_for, seal, seal_for, unseal
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import RefusedError

_LABEL = b"draft"


@dataclass(frozen=True, slots=True)
class SealedFor:
    """A draft and its key, wrapped for each device that may open it."""

    sealed: bytes
    wraps: Mapping[str, bytes]


def targets(membership: Membership, device: str, staff: str) -> tuple[wire.Member, ...]:
    """Who may open what `staff` writes on `device`: their other devices that are in now, and the recovery member."""
    return tuple(
        one
        for one in membership.readers()
        if one.device != device and (one.staff == staff or one.capacity == "recovery")
    )


def seal_draft(plain: bytes, space: str, record: str, members: Iterable[wire.Member]) -> SealedFor:
    """Seal a draft to these members.

    Args:
        plain: what is written.
        space: of the team.
        record: id of the operation's record; sealed along, so that nothing can be moved to another one.
        members: as `targets` gave them.

    Raises:
        RefusedError: ``key.malformed``, one of them has no usable public key.
    """
    secret = os.urandom(SECRET)
    wraps = {one.device: seal_for(one.seal_key, secret, _info(space, record, one.device)) for one in members}
    return SealedFor(seal(secret, _LABEL, plain, _info(space, record, "")), wraps)


def open_draft(sealed: SealedFor, space: str, record: str, device: DeviceKeys) -> bytes:
    """What was sealed to this device, or to the key on the recovery paper.

    Raises:
        RefusedError: ``draft.not_for_us``; ``seal.broken``, changed, or of another record.
    """
    wrap = sealed.wraps.get(device.device)
    if wrap is None:
        raise RefusedError("draft.not_for_us")
    secret = open_for(device.seal_seed, wrap, _info(space, record, device.device))
    return unseal(secret, _LABEL, sealed.sealed, _info(space, record, ""))


def _info(space: str, record: str, device: str) -> bytes:
    return b"gpconnect draft 1\0" + msgspec.msgpack.encode([space, record, device])
