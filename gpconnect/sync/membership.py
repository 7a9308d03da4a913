"""Who belongs to a space, folded from the entries in the space's own order.

Nobody is a member because a hub says so. The first parcel of a space is its root: an admin device admits itself. Every
later entry is signed by somebody who was admin at that place in the order, or with the space's recovery key. The hub
applies the same rules at the door, but each replica decides for itself; and which roles may be in which space at all,
no admin decides (`gpconnect.domain.readership`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import msgspec

from gpconnect.domain.readership import may_belong, may_found
from gpconnect.sync import wire
from gpconnect.sync.keys import KEY_ID, SEAL_PUBLIC
from gpconnect.sync.refusals import AlarmError, RefusedError

ENTERS = frozenset({"admin", "recovery"})
"""Who may sign an entry. The recovery key is for the day on which the last admin's computer is gone: it lets a new
device in, puts lost ones out, and never says anything else."""


class Seat(wire.Struct, frozen=True):
    """One device's time in a space: from place `since` in the order, until place `left` (0 while it is in)."""

    member: wire.Member
    since: int
    left: int = 0
    removals: tuple[wire.Removal, ...] = ()


class Reign(wire.Struct, frozen=True):
    """An epoch and the place in the order after which it is the current one."""

    epoch: wire.Epoch
    since: int


class _Stored(wire.Struct, frozen=True):
    space: str
    root: bytes
    seq: int
    seats: tuple[Seat, ...]
    reigns: tuple[Reign, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Who may do what in a space, up to a place in its order.

    Attributes:
        space: the space.
        root: SHA-256 of the founding parcel; compared out of band. Given beforehand, another founding is an alarm.
        seq: place of the last entry that was applied, 0 before the founding.
        seats: every device that is or was in, by device id.
        reigns: the epochs, oldest first.
    """

    space: str
    root: bytes = b""
    seq: int = 0
    seats: Mapping[str, Seat] = field(default_factory=dict)
    reigns: tuple[Reign, ...] = ()

    @property
    def epoch(self) -> wire.Epoch | None:
        """The epoch that is current now, None before the founding."""
        return self.reigns[-1].epoch if self.reigns else None

    def member(self, device: str) -> wire.Member | None:
        """The device as a member of today, or None when it is not (or no longer) in."""
        seat = self.seats.get(device)
        return seat.member if seat and not seat.left else None

    def members(self) -> tuple[wire.Member, ...]:
        """Everybody who is in today, in the order in which they came."""
        return tuple(seat.member for seat in self.seats.values() if not seat.left)

    def readers(self) -> tuple[wire.Member, ...]:
        """Who holds the current epoch key: everybody but contributors."""
        return tuple(member for member in self.members() if member.capacity != "contributor")

    def may_push(self, device: str, *, entry: bool = False) -> bool:
        """Whether a device may send now: content (not with a recovery key) or an `entry` (admins, recovery keys)."""
        member = self.member(device)
        if member is None:
            return False
        return member.capacity in ENTERS if entry else member.capacity != "recovery"

    def author(self, header: wire.Header, seq: int) -> wire.Member:
        """The member who sent the parcel at place `seq`, as the space knew them there.

        Raises:
            RefusedError: ``member.unknown``, ``member.too_early`` (before it was admitted), ``member.removed`` (after
                it was removed, or not among the parcels that the removal still counts), ``member.reads_only``.
        """
        seat = self.seats.get(header.device)
        if seat is None:
            raise RefusedError("member.unknown")
        if seq <= seat.since and seat.since != 1:
            raise RefusedError("member.too_early")
        if seat.left and not _still_counts(seat, header, seq):
            raise RefusedError("member.removed")
        if seat.member.capacity == "recovery" and header.entry is None:
            raise RefusedError("member.reads_only")
        return seat.member

    def epoch_at(self, seq: int) -> wire.Epoch | None:
        """The epoch that a parcel at place `seq` had to be sealed in."""
        before = [reign.epoch for reign in self.reigns if reign.since < seq or reign.since == 1]
        return before[-1] if before else None

    def key_signer(self, wrapped: wire.WrappedKey) -> wire.Member | None:
        """The member whose signature on a dossier key counts, or None.

        A member who left is believed for epochs that began before, because the history needs those keys.
        """
        seat = self.seats.get(wrapped.device)
        reign = next((reign for reign in self.reigns if reign.epoch.key_id == wrapped.epoch), None)
        if seat is None or reign is None or seat.member.capacity not in {"admin", "member"}:
            return None
        return None if seat.left and reign.since >= seat.left else seat.member

    def to_bytes(self) -> bytes:
        """For the encrypted file."""
        return msgspec.msgpack.encode(
            _Stored(self.space, self.root, self.seq, tuple(self.seats.values()), self.reigns),
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The membership as `to_bytes` gave it.

        Raises:
            msgspec.DecodeError: other bytes.
        """
        stored = wire.decode(data, _Stored)
        seats = {seat.member.device: seat for seat in stored.seats}
        return cls(stored.space, stored.root, stored.seq, seats, stored.reigns)


def _still_counts(seat: Seat, header: wire.Header, seq: int) -> bool:
    return seq <= seat.left and any(
        header.incarnation == removal.incarnation and header.number <= removal.last_number for removal in seat.removals
    )


def apply_entry(membership: Membership, header: wire.Header, seq: int, digest: bytes) -> Membership:
    """The membership after the entry in a parcel whose signature was verified (`parcel.verify_parcel` does both).

    Args:
        membership: folded up to the entry before.
        header: of the parcel at place `seq`; one without an entry changes nothing.
        seq: place in the space's order.
        digest: hash of the parcel; the founding parcel's becomes the root.

    Raises:
        RefusedError: ``entry.…`` or ``member.…``: the entry is kept, shown, and changes nothing.
        AlarmError: ``root.other``, the space was founded by somebody else than was compared out of band.
    """
    entry = header.entry
    if entry is None:
        return membership
    if header.space != membership.space:
        raise RefusedError("entry.space")
    if not membership.seats:
        return _founded(membership, header, entry, seq, digest)
    if seq <= membership.seq:
        raise RefusedError("entry.order")
    if membership.author(header, seq).capacity not in ENTERS:
        raise RefusedError("entry.not_an_admin")
    return _changed(membership, entry, seq)


def _founded(membership: Membership, header: wire.Header, entry: wire.Entry, seq: int, digest: bytes) -> Membership:
    if membership.root not in {b"", digest}:
        raise AlarmError("root.other")
    founder = next((member for member in entry.add if member.device == header.device), None)
    if seq != 1 or header.number != 1 or founder is None or founder.capacity != "admin" or entry.remove:
        raise RefusedError("entry.founding")
    if entry.epoch is None or entry.epoch.previous or entry.epoch.key_id != header.epoch:
        raise RefusedError("entry.founding")
    if not may_found(membership.space, founder.role):
        raise RefusedError("entry.role")
    seats = _admitted(membership, {}, entry.add, seq)
    founded = replace(membership, root=digest, seq=seq, seats=seats)
    return _reigned(founded, entry.epoch, seq, founded.readers())


def _changed(membership: Membership, entry: wire.Entry, seq: int) -> Membership:
    seats = _admitted(membership, _vacated(membership.seats, entry.remove, seq), entry.add, seq)
    after = replace(membership, seq=seq, seats=seats)
    if not any(member.capacity == "admin" for member in after.members()):
        raise RefusedError("entry.last_admin")
    new_readers = tuple(member for member in entry.add if member.capacity != "contributor")
    epoch, current = entry.epoch, membership.epoch
    if epoch is None or current is None:
        if entry.remove or new_readers:
            raise RefusedError("entry.epoch_missing")
        return after
    if epoch.key_id == current.key_id:
        if entry.remove or epoch.public_key != current.public_key or epoch.previous:
            raise RefusedError("entry.epoch_missing")
        _check_wraps(epoch, new_readers)
        wider = msgspec.structs.replace(current, wraps={**current.wraps, **epoch.wraps})
        return replace(after, reigns=(*after.reigns[:-1], Reign(wider, after.reigns[-1].since)))
    if not epoch.previous:
        raise RefusedError("entry.previous_missing")
    return _reigned(after, epoch, seq, after.readers())


def _admitted(
    membership: Membership, seats: Mapping[str, Seat], add: tuple[wire.Member, ...], seq: int
) -> dict[str, Seat]:
    seated = dict(seats)
    for member in add:
        if not may_belong(membership.space, member.role, member.capacity):
            # Whoever signed it, and whatever the hub let through: the municipality gets no seat in a practice or team.
            raise RefusedError("entry.role")
        if member.device in seated:
            raise RefusedError("entry.device_known")
        if member.device != wire.device_id(member.sign_key) or len(member.seal_key) != SEAL_PUBLIC:
            raise RefusedError("entry.device_id")
        seated[member.device] = Seat(member, seq)
    return seated


def _vacated(seats: Mapping[str, Seat], remove: tuple[wire.Removal, ...], seq: int) -> dict[str, Seat]:
    left = dict(seats)
    for removal in remove:
        seat = left.get(removal.device)
        if seat is None or seat.left not in {0, seq}:
            raise RefusedError("entry.device_unknown")
        left[removal.device] = Seat(seat.member, seat.since, seq, (*seat.removals, removal))
    return left


def _reigned(membership: Membership, epoch: wire.Epoch, seq: int, readers: tuple[wire.Member, ...]) -> Membership:
    known = {reign.epoch.key_id for reign in membership.reigns}
    if epoch.key_id in known or len(epoch.key_id) != KEY_ID or len(epoch.public_key) != SEAL_PUBLIC:
        raise RefusedError("entry.epoch_key")
    _check_wraps(epoch, readers)
    return replace(membership, reigns=(*membership.reigns, Reign(epoch, seq)))


def _check_wraps(epoch: wire.Epoch, readers: tuple[wire.Member, ...]) -> None:
    """Nobody is forgotten and no stranger is slipped in: exactly one wrap for each who must be able to read."""
    if set(epoch.wraps) != {member.device for member in readers}:
        raise RefusedError("entry.wraps")
