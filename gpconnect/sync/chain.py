"""Two chains that make omission visible: each device's own numbering, and the hub's order of a space.

The hub signs where its order stands. Every replica computes the same heads from the parcels it got, and tells in its
own parcels what it saw, so a hub that shows two people two histories is found out by either of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import msgspec

from gpconnect.domain.bounds import is_moment
from gpconnect.sync import wire
from gpconnect.sync.parcel import Place, Sealed
from gpconnect.sync.refusals import AlarmError, ParkedError


@dataclass(frozen=True, slots=True)
class Order:
    """How far this device followed the hub's order of a space: its cursor.

    Attributes:
        space: the space.
        hub: the hub's incarnation, empty before the first answer.
        seq: last place.
        head: hash over everything up to that place.
    """

    space: str
    hub: bytes = b""
    seq: int = 0
    head: bytes = wire.ZERO_HASH


@dataclass(frozen=True, slots=True)
class Followed:
    """The cursor after one answer, and the head at each new place: keep those to check what others say they saw."""

    order: Order
    heads: Mapping[int, bytes]


@dataclass(frozen=True, slots=True)
class OwnChain:
    """Where this device's next parcel in a space comes.

    Attributes:
        incarnation: of the device's file; a new one after a restored copy.
        number: of the last parcel, 0 before the first.
        prev_hash: its hash.
    """

    incarnation: bytes
    number: int = 0
    prev_hash: bytes = wire.ZERO_HASH

    def place(self, order: Order) -> Place:
        """The place of the next parcel, saying what was seen of the space's order by now."""
        return Place(order.space, self.incarnation, self.number + 1, self.prev_hash, order.seq, order.head)

    def after(self, sealed: Sealed) -> Self:
        """The chain once this parcel was stored for sending."""
        return replace(self, number=sealed.number, prev_hash=sealed.hash)


def follow_order(order: Order, answer: wire.PullAnswer, hub_key: bytes) -> Followed:
    """The cursor after a stretch of the hub's order, in which nothing is missing, swapped or changed.

    Args:
        order: the cursor so far.
        answer: what the hub sent.
        hub_key: the hub's signing key, as this device pinned it.

    Raises:
        ParkedError: ``hub.restored``, another incarnation of the hub: healing begins, nothing is thrown away.
        AlarmError: ``hub.proof`` (not signed by this hub), ``hub.rolled_back``, ``hub.gap``, ``hub.swapped``,
            ``hub.omitted``, ``hub.split_view``, ``hub.moment`` (received when no calendar says).
    """
    proof = answer.proof
    message = wire.head_message(order.space, proof.incarnation, proof.seq, proof.head)
    if not wire.verify(hub_key, proof.signature, message):
        raise AlarmError("hub.proof")
    if order.hub not in {b"", proof.incarnation}:
        raise ParkedError("hub.restored")
    if proof.seq < order.seq + len(answer.items):
        raise AlarmError("hub.rolled_back")
    seq, head, heads = order.seq, order.head, {}
    for item in answer.items:
        if item.seq != seq + 1:
            raise AlarmError("hub.gap")
        _check_item(item)
        seq, head = item.seq, wire.next_head(head, item.seq, item.parcel_hash, item.code)
        heads[seq] = head
    if seq == proof.seq and head != proof.head:
        raise AlarmError("hub.split_view")
    if seq < proof.seq and not (answer.more and answer.items):
        raise AlarmError("hub.omitted")
    return Followed(Order(order.space, proof.incarnation, seq, head), heads)


def _check_item(item: wire.Item) -> None:
    if item.envelope and wire.parcel_hash(item.envelope) != item.parcel_hash:
        raise AlarmError("hub.swapped")
    if not item.envelope and not item.code:
        raise AlarmError("hub.omitted")
    if not is_moment(item.received_at):
        # Kept, it would stop every screen that tells when something came in.
        raise AlarmError("hub.moment")


def check_gossip(header: wire.Header, seq: int, head_at: Callable[[int], bytes | None]) -> str:
    """Whether the sender of the parcel at place `seq` saw the same order as this device.

    Args:
        header: of a parcel whose signature was verified.
        seq: its place.
        head_at: the head that this device kept for a place, None when it kept none.

    Returns:
        ``hub.split_view`` when the two histories differ, else ``""``.
    """
    if header.seen_seq >= seq:
        return "hub.split_view"
    known = wire.ZERO_HASH if header.seen_seq == 0 else head_at(header.seen_seq)
    return "" if known in {None, header.seen_head} else "hub.split_view"


class Link(wire.Struct, frozen=True):
    """The last parcel of one device in one incarnation."""

    number: int
    digest: bytes


class _Stored(wire.Struct, frozen=True):
    links: tuple[tuple[str, bytes, Link], ...]
    unseen: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """The numbering of every device in a space, as far as this device followed the order.

    Attributes:
        links: last parcel by (device, incarnation).
        unseen: hashes of places whose bytes were not given (refused, or sealed for a contributor) and that no chain has
            accounted for yet.
    """

    links: Mapping[tuple[str, bytes], Link] = field(default_factory=dict)
    unseen: frozenset[bytes] = frozenset()

    def skip(self, digest: bytes) -> Self:
        """After a place in the order that holds only a hash."""
        return replace(self, unseen=self.unseen | {digest})

    def follow(self, header: wire.Header, digest: bytes) -> tuple[Self, str]:
        """After a verified parcel, with what is wrong with its place in its sender's chain.

        Returns:
            The chains, and ``""`` or an alarm for a person: ``chain.repeated`` (the same bytes took a second place),
            ``chain.fork`` (the number was used before for other bytes: a copied file or device), ``chain.link`` (it
            continues other bytes than came before), ``chain.gap`` (parcels in between are nowhere in the order).
        """
        key = header.device, header.incarnation
        last = self.links.get(key, Link(0, wire.ZERO_HASH))
        if header.number <= last.number:
            return self, "chain.repeated" if digest == last.digest else "chain.fork"
        between = header.number - last.number - 1
        code = ""
        if between == 0 and header.prev_hash != last.digest:
            code = "chain.link"
        elif between and (header.prev_hash not in self.unseen or between > len(self.unseen)):
            code = "chain.gap"
        links = {**self.links, key: Link(header.number, digest)}
        return replace(self, links=links, unseen=self.unseen - {header.prev_hash}), code

    def check_removals(self, entry: wire.Entry) -> str:
        """``entry.removal_stale`` when an entry puts a device out that sent more than it counts; else ``""``.

        A hub refuses such an entry, because who came later would not count what others have. One that does not, is
        named.
        """
        named = {(one.device, one.incarnation): one.last_number for one in entry.remove}
        gone = {device for device, _ in named} - {one.device for one in entry.remove if one.everything}
        more = any(link.number > named.get(key, 0) for key, link in self.links.items() if key[0] in gone)
        return "entry.removal_stale" if more else ""

    def to_bytes(self) -> bytes:
        """For the encrypted file."""
        links = tuple((device, incarnation, link) for (device, incarnation), link in self.links.items())
        return msgspec.msgpack.encode(_Stored(links, tuple(sorted(self.unseen))))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The chains as `to_bytes` gave them.

        Raises:
            msgspec.DecodeError: other bytes.
        """
        stored = wire.decode(data, _Stored)
        links = {(device, incarnation): link for device, incarnation, link in stored.links}
        return cls(links, frozenset(stored.unseen))
