"""Who belongs to a space, folded from the entries in the space's own order.

Nobody is a member because a hub says so. The first parcel of a space is its root: an admin device admits itself. Every
later entry is signed by somebody who was admin at that place in the order, or with the space's recovery key. The hub
asks the same rules at its door (`gpconnect.sync.admission`), but each replica decides for itself; and which roles may
be in which space at all, no admin decides (`gpconnect.domain.readership`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import msgspec

from gpconnect.sync import admission, wire
from gpconnect.sync.refusals import AlarmError, RefusedError


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
    lives: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """Who may do what in a space, up to a place in its order.

    Attributes:
        space: the space.
        root: SHA-256 of the founding parcel; compared out of band. Given beforehand, another founding is an alarm.
        seq: place of the last entry that was applied, 0 before the founding.
        seats: every device that is or was in, by device id.
        reigns: the epochs, oldest first.
        lives: of the hub, that those who made the entries had seen; no more than go into one message.
    """

    space: str
    root: bytes = b""
    seq: int = 0
    seats: Mapping[str, Seat] = field(default_factory=dict)
    reigns: tuple[Reign, ...] = ()
    lives: frozenset[bytes] = frozenset()

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
        return member.capacity in admission.ENTERS if entry else member.capacity != "recovery"

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
            _Stored(self.space, self.root, self.seq, tuple(self.seats.values()), self.reigns, tuple(sorted(self.lives)))
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The membership as `to_bytes` gave it.

        Raises:
            msgspec.DecodeError: other bytes.
        """
        stored = wire.decode(data, _Stored)
        seats = {seat.member.device: seat for seat in stored.seats}
        return cls(stored.space, stored.root, stored.seq, seats, stored.reigns, frozenset(stored.lives))


def _still_counts(seat: Seat, header: wire.Header, seq: int) -> bool:
    return seq <= seat.left and any(
        removal.everything or (header.incarnation == removal.incarnation and header.number <= removal.last_number)
        for removal in seat.removals
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
    return _changed(membership, entry, membership.author(header, seq).capacity, seq)


def _founded(membership: Membership, header: wire.Header, entry: wire.Entry, seq: int, digest: bytes) -> Membership:
    if membership.root not in {b"", digest}:
        raise AlarmError("root.other")
    code = admission.founding_trouble(header) if seq == 1 else "entry.founding"
    if code:
        raise RefusedError(code)
    assert entry.epoch is not None, "a founding begins the first one"
    seats = _seated({}, entry, seq)
    return replace(membership, root=digest, seq=seq, seats=seats, reigns=(Reign(entry.epoch, seq),))


def _changed(membership: Membership, entry: wire.Entry, sender: wire.Capacity, seq: int) -> Membership:
    code = admission.entry_trouble(entry, sender, _standing(membership))
    if code:
        raise RefusedError(code)
    news = [one for one in dict.fromkeys(entry.lives) if one not in membership.lives]
    # No more than one message can tell: who makes up lives cannot make everybody carry them for ever.
    told = membership.lives.union(news[: max(wire.MAX_LIVES - len(membership.lives), 0)])
    after = replace(membership, seq=seq, seats=_seated(membership.seats, entry, seq), lives=told)
    epoch, last = entry.epoch, membership.reigns[-1]
    if epoch is None:
        return after
    if epoch.key_id != last.epoch.key_id:
        return replace(after, reigns=(*after.reigns, Reign(epoch, seq)))
    wider = msgspec.structs.replace(last.epoch, wraps={**last.epoch.wraps, **epoch.wraps})
    return replace(after, reigns=(*after.reigns[:-1], Reign(wider, last.since)))


def _standing(membership: Membership) -> admission.Standing:
    current, known = membership.reigns[-1].epoch, {reign.epoch.key_id for reign in membership.reigns}
    capacities = {device: None if seat.left else seat.member.capacity for device, seat in membership.seats.items()}
    return admission.Standing(membership.space, current.key_id, current.public_key, capacities, known.__contains__)


def _seated(seats: Mapping[str, Seat], entry: wire.Entry, seq: int) -> dict[str, Seat]:
    """Everybody's time in the space after an entry that counts."""
    after = dict(seats)
    for removal in entry.remove:
        seat = after[removal.device]
        after[removal.device] = Seat(seat.member, seat.since, seq, (*seat.removals, removal))
    return after | {member.device: Seat(member, seq) for member in entry.add}
