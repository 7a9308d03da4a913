"""Whether a change in who belongs to a space may count: one set of rules for the hub's door and for every replica.

What the hub lets in and the replicas refuse would part them for ever: the hub would ask for an epoch that nobody holds.
So both ask here, and nowhere else. Pure functions over what is known of the space before the change; each answers with
a code, or "" when nothing is against it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gpconnect.domain.readership import may_belong, may_found
from gpconnect.sync import wire

KEY_ID = 16
"""Bytes of the id of a key."""
SEAL_PUBLIC = 1216
"""Bytes of a public key that is sealed to: ML-KEM-768 and X25519. What they hold is for whoever seals."""
ENTERS = frozenset({"admin", "recovery"})
"""Who may sign an entry. The recovery key is for the day on which the last admin's computer is gone: it lets a new
device in, puts lost ones out, and never says anything else."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a space stands before an entry.

    Attributes:
        space: the space.
        epoch: key id of the current epoch.
        public_key: of that epoch.
        capacities: of each device that ever was in; None for one that left.
        was_epoch: whether a key id was an epoch of this space before.
    """

    space: str
    epoch: bytes
    public_key: bytes
    capacities: Mapping[str, wire.Capacity | None]
    was_epoch: Callable[[bytes], bool]


def founding_trouble(header: wire.Header) -> str:
    """``entry.…`` when the first parcel of a space does not make its sender an admin who may found such a space."""
    entry = header.entry
    founder = next((member for member in entry.add if member.device == header.device), None) if entry else None
    if entry is None or founder is None or founder.capacity != "admin" or entry.remove:
        return "entry.founding"
    epoch = entry.epoch
    first = (header.number, header.prev_hash) == (1, wire.ZERO_HASH)
    if not first or epoch is None or epoch.previous or epoch.key_id != header.epoch:
        return "entry.founding"
    if not may_found(header.space, founder.role):
        return "entry.role"
    return _adding_trouble(header.space, entry, {}) or _key_trouble(epoch) or _wraps_trouble(epoch, _readers({}, entry))


def entry_trouble(entry: wire.Entry, sender: wire.Capacity | None, standing: Standing) -> str:
    """``entry.…`` when a change in who belongs to a space contradicts what is, or is not of who may make one.

    Args:
        entry: the change.
        sender: in what capacity the device that signed it is in the space; None when it is not.
        standing: of the space before it.
    """
    if sender not in ENTERS:
        return "entry.not_an_admin"
    if code := _shape_trouble(entry):
        return code
    if any(standing.capacities.get(removal.device) is None for removal in entry.remove):
        return "entry.device_unknown"
    gone = dict.fromkeys((removal.device for removal in entry.remove), None)
    after: dict[str, wire.Capacity | None] = {**standing.capacities, **gone}
    trouble = _adding_trouble(standing.space, entry, after)
    if trouble:
        return trouble
    if "admin" not in {*after.values(), *(member.capacity for member in entry.add)}:
        return "entry.last_admin"
    return _epoch_trouble(entry, standing, after)


def _shape_trouble(entry: wire.Entry) -> str:
    if len(entry.lives) > wire.MAX_LIVES or any(len(one) > wire.MAX_LIFE for one in entry.lives):
        return "entry.lives"
    return "" if entry.add or entry.remove or entry.epoch else "entry.empty"


def _adding_trouble(space: str, entry: wire.Entry, present: Mapping[str, wire.Capacity | None]) -> str:
    if not all(may_belong(space, member.role, member.capacity) for member in entry.add):
        # Whoever signed it: the municipality gets no seat in a practice or team.
        return "entry.role"
    devices = [member.device for member in entry.add]
    if len(set(devices)) < len(devices) or not present.keys().isdisjoint(devices):
        return "entry.device_known"
    fine = all(
        member.device == wire.device_id(member.sign_key) and len(member.seal_key) == SEAL_PUBLIC for member in entry.add
    )
    return "" if fine else "entry.device_id"


def _epoch_trouble(entry: wire.Entry, standing: Standing, after: Mapping[str, wire.Capacity | None]) -> str:
    epoch = entry.epoch
    if epoch is None:
        return "entry.epoch_missing" if entry.remove or _readers({}, entry) else ""
    if epoch.key_id == standing.epoch:
        widened = not entry.remove and epoch.public_key == standing.public_key and not epoch.previous
        return _wraps_trouble(epoch, _readers({}, entry)) if widened else "entry.epoch_missing"
    if not epoch.previous:
        return "entry.previous_missing"
    if standing.was_epoch(epoch.key_id):
        return "entry.epoch_key"
    return _key_trouble(epoch) or _wraps_trouble(epoch, _readers(after, entry))


def _key_trouble(epoch: wire.Epoch) -> str:
    fine = len(epoch.key_id) == KEY_ID and len(epoch.public_key) == SEAL_PUBLIC
    return "" if fine else "entry.epoch_key"


def _readers(present: Mapping[str, wire.Capacity | None], entry: wire.Entry) -> set[str]:
    stay = {device for device, capacity in present.items() if capacity not in {None, "contributor"}}
    return stay | {member.device for member in entry.add if member.capacity != "contributor"}


def _wraps_trouble(epoch: wire.Epoch, readers: set[str]) -> str:
    """Everybody who must read gets the epoch key: nobody is forgotten, and no stranger is slipped in."""
    return "" if set(epoch.wraps) == readers else "entry.wraps"
