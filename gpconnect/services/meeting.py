"""A round with the hub in which people may also meet: what they say under a code first, then what the spaces hold.

Both sides of a code speak here, the admin's device and the guest's. Each looks into its mailbox, takes in what it
finds, and leaves what it has to say; either may come hours later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import ending, inviting, joining, rounds, syncing
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.services.syncing import FileStep, NetworkStep, Round

QUIET = frozenset({"hub.enrolment_later", "hub.not_member"})
"""Trouble with a mailbox for which the rest of the round does not wait: it passes by itself, or this device was put out
everywhere and lets nobody in any more."""


class Mailboxes(syncing.Hub, Protocol):
    """The hub as meeting needs it: `gpconnect.sync.client.HubClient`."""

    def health(self) -> object:
        """Learn who the hub is."""

    def leave(self, box: bytes, slot: int, data: bytes) -> None:
        """Leave a letter."""

    def collect(self, box: bytes) -> dict[int, bytes]:
        """What lies in a mailbox."""


def steps(hub: Mailboxes, wanted: tuple[str, ...]) -> Round:
    """A round as `syncing.steps` has it, with the mailboxes of this device's codes before it.

    Raises:
        KnownError: see `syncing.steps`.
    """
    met = yield from _meet(hub)
    return met | (yield from syncing.steps(hub, wanted))


def sync_now(session: Session, hub: Mailboxes) -> Changes:
    """A whole round in this thread: for the command line, the demo and tests.

    Raises:
        KnownError: see `syncing.sync_now`.
    """
    check(session, Intention.SYNC)
    return rounds.run(session, steps(hub, ending.active(session.db)))


def _meet(hub: Mailboxes) -> Round:
    gathered = Changes()
    hosted: tuple[bytes, ...] = yield FileStep(inviting.awaited)
    visited: tuple[bytes, ...] = yield FileStep(joining.awaited)
    if not hosted and not visited:
        return gathered
    if hub.hub_key is None:
        yield NetworkStep(hub.health)
        yield NetworkStep(hub.register)
    for box in hosted:
        side = _Side(
            partial(inviting.heard, name=box), partial(inviting.left, name=box), partial(inviting.taken, name=box)
        )
        gathered |= yield from _visit(hub, box, side)
    for box in visited:
        side = _Side(partial(joining.heard, hub_key=hub.hub_key or b""), joining.left, joining.taken)
        gathered |= yield from _visit(hub, box, side)
    return gathered


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side does with its mailbox: hear what lies there, know what was left, know that it was disturbed."""

    heard: Callable[..., tuple[Changes, inviting.Letters]]
    left: Callable[..., Changes]
    taken: Callable[..., Changes]


def _visit(hub: Mailboxes, box: bytes, side: _Side) -> Round:
    gathered = Changes()
    try:
        slots: dict[int, bytes] = yield NetworkStep(partial(hub.collect, box))
        answered: tuple[Changes, inviting.Letters] = yield FileStep(partial(side.heard, slots=slots))
        gathered |= answered[0]
        for slot, letter in answered[1]:
            yield NetworkStep(partial(hub.leave, box, slot, letter))
            told: Changes = yield FileStep(partial(side.left, slot=slot))
            gathered |= told
    except KnownError as error:
        if error.code == "hub.device_unknown":
            # A hub that lost its devices, or was replaced: the next round finds this one known again.
            yield NetworkStep(hub.register)
        elif error.code == "hub.enrolment_taken":
            disturbed: Changes = yield FileStep(side.taken)
            gathered |= disturbed
        elif error.code not in QUIET:
            raise
    return gathered
