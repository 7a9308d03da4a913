"""A round with the hub: send what waits, take in what is new, say in words how it stands.

The file is used by one thread and the network by another, so a round is a sequence of small steps. `Round` says which
step is next; the window runs each step in the right thread, a command line or a demo runs them one after the other.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.records import KINDS
from gpconnect.domain.roles import Intention, may
from gpconnect.services import (
    access_sharing,
    draft_copies,
    ending,
    facts,
    first_sync,
    healing_standing,
    hub_clock,
    newer,
    pending_entries,
    profiles,
    put_out,
    rebooking,
    taking,
    ticking,
    walk_ins,
    workplaces,
)
from gpconnect.services.acting import check
from gpconnect.services.rounds import FileStep, Hub, NetworkStep, Round, Step, run
from gpconnect.services.session import Session
from gpconnect.services.space_rounds import HUB_KEY, LAST, begin, one_space, outgoing, settle, take
from gpconnect.storage import conflicts, meta, operations, parcels
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import transaction
from gpconnect.sync.client import HubClient, http_send, next_delay
from gpconnect.sync.keys import DeviceKeys

__all__ = ["FileStep", "Hub", "NetworkStep", "Round", "Step", "begin", "outgoing", "settle", "take"]

_HUB = "hub"
_FOUNDING = "hub_founding"
OF_ONE_SPACE = frozenset(
    {"hub.refused", "hub.later", "hub.alarm", "hub.restored", "hub.went_on", "hub.founding_code", "hub.lives"}
)
"""Trouble with one space; the others go on, and it is told when they are done."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How it stands, for the status strip.

    Attributes:
        hub: address, empty when this profile works without one.
        waiting: operations that have not arrived.
        refused: operations that never will, and changes in who belongs to a space; each is an item on *Delen*.
        last: when a round was last completed.
        conflicts: values that this person has to choose between.
        alarms: parcels that came in and were not right; each is an item on *Delen*.
        healing: spaces of a restored hub that still wait for what it lacks.
        first: how far the first sync is, None once everything was in.
        out: families of the spaces that this device was put out of.
        clock_minutes: how far this computer's clock is ahead as far as is known, negative when behind.
        locked: families of the spaces in which all waits, because an admin handed out a key that opens nothing here.
    """

    hub: str
    waiting: int
    refused: int
    last: datetime | None
    conflicts: int
    alarms: int = 0
    clock_minutes: int = 0
    healing: int = 0
    first: first_sync.Progress | None = None
    out: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Connection:
    """What the network thread needs to know of the file to talk to the hub."""

    url: str
    device: DeviceKeys
    hub_key: bytes | None
    spaces: tuple[str, ...]
    founding: str = field(default="", repr=False)


def set_hub(session: Session, url: str) -> Changes:
    """Say where the municipality's hub is; an empty address works without one.

    A code after ``#`` is the operator's, with which this device may found spaces there.
    """
    check(session, Intention.SYNC)
    address, _, code = url.partition("#")
    with transaction(session.db):
        meta.put_meta(session.db, _HUB, address.rstrip("/"))
        if code:
            key_store.put_secret_blob(session.db, _FOUNDING, code.encode())
    return Changes(frozenset({"outbox"}))


def checked_address(typed: str) -> str:
    """The address of a hub as it was typed, without blanks, with a code after ``#`` if there is one; empty stays empty.

    Raises:
        KnownError: ``hub.address``.
    """
    address, _, code = (part.strip() for part in typed.strip().partition("#"))
    address = address.rstrip("/")
    if address:
        http_send(address).close()
    return f"{address}#{code}" if code else address


def connection(session: Session) -> Connection | None:
    """What is needed to reach the hub; None without one, and while the first sync is paused."""
    check(session, Intention.SYNC)
    db = session.db
    url = meta.get_meta(db, _HUB)
    if not url or first_sync.progress(db).paused:
        return None
    code = (key_store.secret_blob(db, _FOUNDING) or b"").decode()
    return Connection(url, profiles.device_keys(db), key_store.secret_blob(db, HUB_KEY), ending.active(db), code)


@dataclass(frozen=True, slots=True)
class Line:
    """A line to the hub over the real network; `close` ends its connections, in the thread that used them."""

    url: str
    hub: HubClient
    close: Callable[[], None]


def line_to(known: Connection) -> Line:
    """A line to the hub; nothing is sent over it yet.

    Raises:
        KnownError: ``hub.address``.
    """
    send = http_send(known.url)
    return Line(known.url, HubClient(send, known.device, known.hub_key, known.founding), send.close)


def state(session: Session) -> SyncState:
    """How it stands with the hub."""
    check(session, Intention.SYNC)
    db = session.db
    gone = ending.ended(db)
    counts = [count for space, count in operations.outbox_counts(db).items() if space not in gone]
    last = meta.get_meta(db, LAST)
    return SyncState(
        hub=meta.get_meta(db, _HUB) or "",
        waiting=sum(one.waiting + one.under_way for one in counts),
        refused=sum(one.refused for one in counts) + len(pending_entries.troubles(session)),
        last=datetime.fromisoformat(last) if last else None,
        conflicts=sum(session.actor.role in KINDS[one.kind].writers for one in conflicts.conflicts(db)),
        alarms=ticking.unticked(db, (f"{one.space}#{one.seq}" for one in parcels.troubles(db))),
        clock_minutes=hub_clock.minutes(session),
        healing=len(healing_standing.healing_spaces(session)),
        first=None if last else first_sync.progress(db),
        out=tuple(space.partition("/")[0] for space in put_out.spaces_out(db)),
        locked=tuple(space.partition("/")[0] for space in put_out.spaces_locked(session)),
    )


def begun(session: Session) -> Changes:
    """A round begins: what waited for an update is looked at, log, walk-ins, drafts and facts made ready."""
    told = access_sharing.share_lines(session) | newer.look_again(session.db)
    told |= walk_ins.keep(session) | draft_copies.keep(session)
    return told | (facts.derive(session) if may(session.actor.role, Intention.DERIVE_FACTS) else Changes())


def finished(session: Session, *, whole: bool = True, ahead: float | None = None) -> Changes:
    """A round is over: slots that this device holds for bookings that ended elsewhere are given back.

    Args:
        session: at work.
        whole: every space was read and sent; the moment is then kept.
        ahead: seconds that this computer's clock is ahead of the hub's, None when the hub did not say. Nothing is
            refused for it; the screen says so.
    """
    freed = rebooking.release_left_behind(session) if may(session.actor.role, Intention.CANCEL) else Changes()
    found = draft_copies.take_in(session, whole=whole) | workplaces.take_up(session)
    found |= access_sharing.name_lost(session, whole=whole)
    if whole:
        with transaction(session.db, lasting=False):
            if meta.get_meta(session.db, LAST) is None:
                first_sync.end(session.db)
            meta.put_meta(session.db, LAST, session.now().isoformat())
            if ahead is not None:
                hub_clock.keep(session.db, ahead)
    return freed | found | Changes(frozenset({"outbox"}))


def steps(hub: Hub, wanted: tuple[str, ...]) -> Round:
    """One round as steps for two threads; send the outcome of each step back in, or throw its `KnownError`.

    Returns:
        What changed in the file.

    Raises:
        KnownError: the first trouble; what concerns one space alone (`OF_ONE_SPACE`) after the others are done.
    """
    gathered: Changes = yield FileStep(begun)
    yield from _make_findable()
    if wanted and hub.hub_key is None:
        # A first meeting: the hub has to know this device before it answers anything. Again does no harm.
        yield NetworkStep(hub.register)
    trouble: KnownError | None = None
    for space in wanted:
        try:
            gathered |= yield from one_space(hub, space)
        except KnownError as error:
            if error.code not in OF_ONE_SPACE:
                raise
            trouble = trouble or error
    yield from _make_findable()
    ended: Changes = yield FileStep(partial(finished, whole=trouble is None, ahead=hub.clock_ahead))
    if trouble is not None:
        raise trouble
    return gathered | ended


def _make_findable() -> Generator[Step, Any, None]:
    """Searching follows behind what came in, a little at a time: also what a round that broke off left behind."""
    while (yield FileStep(taking.make_findable)):
        pass


def delay(failures: int, jitter: float) -> float:
    """Seconds until a next try: doubling up to ten minutes, spread so that desks do not come all at once."""
    return next_delay(failures, jitter)


def sync_now(session: Session, hub: Hub) -> Changes:
    """A whole round in this thread: for the command line, the demo and tests.

    Raises:
        KnownError: the hub cannot be reached, is none, or contradicts itself; what waits stays in the file.
    """
    check(session, Intention.SYNC)
    return run(session, steps(hub, ending.active(session.db)))
