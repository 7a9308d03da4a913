"""Who gets something there is only one of: one rule, for the hub that decides and the replicas that check it.

A claim is opaque: 16 bytes for the thing, the SHA-256 of a secret token for its holder. The hub decides in the order
of its own log; every replica decides again from the same order, and another answer is an alarm. That only works
when both run the same code, so it lives here, where both may look.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import Protocol


class ClaimLike(Protocol):
    """Ask for the thing `id`; whoever later shows the token behind `token_hash` may give it back."""

    @property
    def id(self) -> bytes:
        """The thing, 16 opaque bytes."""
        ...

    @property
    def token_hash(self) -> bytes:
        """SHA-256 of the holder's token."""
        ...


class ReleaseLike(Protocol):
    """Give the thing `id` back by showing its token."""

    @property
    def id(self) -> bytes:
        """The thing, 16 opaque bytes."""
        ...

    @property
    def token(self) -> bytes:
        """The holder's secret; spent once shown."""
        ...


class ClaimGroupLike(Protocol):
    """Claims and releases that succeed or fail together."""

    @property
    def claims(self) -> Sequence[ClaimLike]:
        """What is asked for."""
        ...

    @property
    def releases(self) -> Sequence[ReleaseLike]:
        """What is given back first."""
        ...


def decide(group: ClaimGroupLike, holder_of: Callable[[bytes], bytes | None]) -> dict[bytes, bytes | None] | None:
    """What a claim group changes, or None when it is refused as a whole.

    Releases are done first, so that moving an appointment within one site is one group. A release without the
    holder's token, a claim on what is taken (also by the same holder), or a thing named twice among the claims or
    twice among the releases refuses everything.

    Args:
        group: what one parcel asks for.
        holder_of: the token hash that holds a thing now, None when it is free.

    Returns:
        The new holder (token hash, or None for free) of each thing in the group; None when nothing changes.
    """
    changes: dict[bytes, bytes | None] = {}
    for release in group.releases:
        if release.id in changes or holder_of(release.id) != hashlib.sha256(release.token).digest():
            return None
        changes[release.id] = None
    for claim in group.claims:
        holder = changes[claim.id] if claim.id in changes else holder_of(claim.id)
        if holder is not None:
            return None
        changes[claim.id] = claim.token_hash
    return changes
