"""Who holds what in a space, computed again from its order: a hub that grants one thing twice is found out.

The rule itself is `domain.claims.decide`, which the hub runs too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import msgspec

from gpconnect.domain.claims import ClaimGroupLike, decide
from gpconnect.sync import wire


@dataclass(frozen=True, slots=True)
class Holders:
    """The holder (hash of the token) of every claimed thing, up to a place in the order."""

    holders: Mapping[bytes, bytes] = field(default_factory=dict)

    def apply(self, groups: Sequence[ClaimGroupLike]) -> tuple[Self, tuple[bool, ...]]:
        """The holders after one parcel's groups, and which of the groups were granted."""
        holders = dict(self.holders)
        granted = []
        for group in groups:
            changes = decide(group, holders.get)
            granted.append(changes is not None)
            for thing, holder in (changes or {}).items():
                if holder is None:
                    holders.pop(thing, None)
                else:
                    holders[thing] = holder
        return type(self)(holders), tuple(granted)

    def follow(self, groups: Sequence[ClaimGroupLike], told: Sequence[bool]) -> tuple[Self, str]:
        """The holders after one parcel, and ``hub.granted_otherwise`` when the hub told something else, else ``""``.

        What counts is what was computed here: every replica that saw the same order computes the same.
        """
        after, granted = self.apply(groups)
        return after, "" if granted == tuple(told) else "hub.granted_otherwise"

    def to_bytes(self) -> bytes:
        """For the encrypted file."""
        return msgspec.msgpack.encode(self.holders)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The holders as `to_bytes` gave them.

        Raises:
            msgspec.DecodeError: other bytes.
        """
        return cls(wire.decode(data, dict[bytes, bytes]))
