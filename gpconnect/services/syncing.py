"""A round with the hub: send what waits, take in what is new, say in words how it stands.

The file is used by one thread and the network by another, so a round is a sequence of small steps. `Round` says which
step is next; the window runs each step in the right thread, a command line or a demo runs them one after the other.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention, may
from gpconnect.services import (
    access_sharing,
    answered,
    destroying,
    facts,
    first_sync,
    healing,
    hub_clock,
    newer,
    profiles,
    put_out,
    rebooking,
    sending,
    spaces,
    taking,
    ticking,
)
from gpconnect.services.acting import check
from gpconnect.services.rounds import FileStep, Hub, NetworkStep, Round, Step, asked, run
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, meta, operations, parcels
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, http_send, next_delay
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import AlarmError, ParkedError

__all__ = ["FileStep", "Hub", "NetworkStep", "Round", "Step"]

_HUB = "hub"
_HUB_KEY = "hub_key"
_LAST = "last_sync"
PAGE = 100
LONGEST_WAIT = 3600
"""Seconds that a hub can ask for; nobody is told to come back in a billion years."""
MOST_ROUNDS = 10_000
RESTORED = "hub.restored"
MOST_KEYS_ALONE = 100
"""Answers with keys and no parcels, one after the other: a hub gives 2,000 keys at a time, so this is no honest one."""
NOT_THERE_YET = frozenset({"hub.unknown_space", "hub.not_member"})
"""A space that nobody has founded yet, or that has not admitted this device: nothing to do, and no trouble."""
OF_ONE_SPACE = frozenset({"hub.refused", "hub.later", "hub.alarm", "hub.restored"})
"""Trouble with one space; the others go on, and it is told when they are done."""
TWIN = frozenset({"other_bytes", "gap", "fork"})
"""The hub's codes for a number that this file may not use: it was put back from a copy, or has a twin."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How it stands, for the status strip.

    Attributes:
        hub: address, empty when this profile works without one.
        waiting: operations that have not arrived.
        refused: operations that never will; each is an item on *Delen*.
        last: when a round was last completed.
        conflicts: records with two values to choose from.
        alarms: parcels that came in and were not right; each is an item on *Delen*.
        healing: spaces of a restored hub that still wait for what it lacks.
        first: how far the first sync is, None once everything was in.
        out: families of the spaces that this device was put out of.
        clock_minutes: how far this computer's clock was ahead of the hub's at the last answer, 0 when it hardly was.
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


@dataclass(frozen=True, slots=True)
class Connection:
    """What the network thread needs to know of the file to talk to the hub."""

    url: str
    device: DeviceKeys
    hub_key: bytes | None
    spaces: tuple[str, ...]


def set_hub(session: Session, url: str) -> Changes:
    """Say where the municipality's hub is; an empty address works without one."""
    check(session, Intention.SYNC)
    with transaction(session.db):
        meta.put_meta(session.db, _HUB, url)
    return Changes(frozenset({"outbox"}))


def checked_address(typed: str) -> str:
    """The address of a hub as it was typed, without blanks; empty stays empty.

    Raises:
        KnownError: ``hub.address``.
    """
    address = typed.strip().rstrip("/")
    if address:
        http_send(address).close()
    return address


def connection(session: Session) -> Connection | None:
    """What is needed to reach the hub; None without one, and while the first sync is paused."""
    check(session, Intention.SYNC)
    db = session.db
    url = meta.get_meta(db, _HUB)
    if not url or first_sync.progress(db).paused:
        return None
    return Connection(url, profiles.device_keys(db), key_store.secret_blob(db, _HUB_KEY), spaces.followed(db))


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
    return Line(known.url, HubClient(send, known.device, known.hub_key), send.close)


def state(session: Session) -> SyncState:
    """How it stands with the hub."""
    check(session, Intention.SYNC)
    db = session.db
    counts = operations.outbox_counts(db).values()
    last = meta.get_meta(db, _LAST)
    return SyncState(
        hub=meta.get_meta(db, _HUB) or "",
        waiting=sum(one.waiting + one.under_way for one in counts),
        refused=sum(one.refused for one in counts),
        last=datetime.fromisoformat(last) if last else None,
        conflicts=len(conflicts.conflicts(db)),
        alarms=ticking.unticked(db, (f"{one.space}#{one.seq}" for one in parcels.troubles(db))),
        clock_minutes=hub_clock.minutes(db),
        healing=len(healing.healing_spaces(session)),
        first=None if last else first_sync.progress(db),
        out=tuple(space.partition("/")[0] for space in put_out.spaces_out(db)),
    )


def begun(session: Session) -> Changes:
    """A round begins: what waited for an update is looked at, the log is told to who may read it, facts are derived."""
    told = access_sharing.share_lines(session) | newer.look_again(session.db)
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
    if whole:
        with transaction(session.db, lasting=False):
            if meta.get_meta(session.db, _LAST) is None:
                first_sync.end(session.db)
            meta.put_meta(session.db, _LAST, session.now().isoformat())
            if ahead is not None:
                hub_clock.keep(session.db, ahead)
    return freed | Changes(frozenset({"outbox"}))


def settle(
    session: Session, space: str, answer: wire.PushAnswer, *, anew: bool = False, envelope: bytes = b""
) -> Changes:
    """What the hub said of a parcel that was sent; an accepted one takes its place when it is pulled.

    Args:
        session: at work.
        space: of the parcel.
        answer: of the hub.
        anew: when the hub knows our numbers for other bytes (`TWIN`), go on under new ones instead of stopping.
        envelope: which parcel; empty for the oldest that waits.

    Raises:
        KnownError: ``hub.later``, the hub asks to come back after some seconds; ``hub.refused``, the hub did not take
            the parcel and gave it no place, so it stays under way and a person must look.
    """
    if answer.status == "later":
        raise KnownError("hub.later", seconds=min(max(answer.seconds, 1), LONGEST_WAIT))
    if anew and answer.code in TWIN and not answer.seq:
        return sending.start_anew(session, space)
    if answer.status == "refused" and not answer.seq:
        raise KnownError("hub.refused", reason=answer.code)
    if answer.status == "refused":
        return sending.refused(session, space, answer.code, envelope)
    return Changes()


def outgoing(session: Session, space: str) -> wire.Push | None:
    """The next parcel to send, None when nothing waits, the key of the space has not come, or this device is out."""
    if space in put_out.spaces_out(session.db):
        return None
    try:
        return sending.outgoing(session, space)
    except ParkedError:
        return None


def begin(session: Session, space: str, answer: wire.PullAnswer, hub_key: bytes) -> taking.Stretch:
    """Check a stretch before any of it is taken. At the first meeting the hub's key is kept; then another is an alarm.

    Raises:
        KnownError: ``hub.alarm``, the hub contradicts itself; nothing of it was taken and a person must look.
    """
    pinned = key_store.secret_blob(session.db, _HUB_KEY)
    if pinned is None:
        with transaction(session.db):
            key_store.put_secret_blob(session.db, _HUB_KEY, hub_key)
    if meta.get_meta(session.db, _LAST) is None:
        first_sync.note_end(session.db, space, answer.proof.seq)
    put_out.let_in(session, space)
    try:
        return taking.begin(session, space, answer, pinned or hub_key)
    except AlarmError as alarm:
        raise KnownError("hub.alarm", alarm=alarm.code) from alarm
    except ParkedError as parked:
        raise KnownError(parked.code) from parked


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
            gathered |= yield from _one_space(hub, space)
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


def _one_space(hub: Hub, space: str) -> Round:
    gathered = yield from _pull_all(hub, space)
    if (yield FileStep(partial(taking.lacks_keys, space=space))):
        # Left out by the hub, or not what a member made: then it is asked for once more.
        gathered |= yield from _pull_all(hub, space, keys_again=True)
    anew = True
    sent: tuple[wire.Push, ...] = ()
    for _ in range(MOST_ROUNDS):
        if (yield FileStep(partial(outgoing, space=space))) is None:
            break
        while (yield FileStep(partial(sending.seal_ahead, space=space))):
            pass
        pushes: tuple[wire.Push, ...] = yield FileStep(partial(sending.ready, space=space))
        if pushes == sent:  # a parcel that the hub said yes to and did not give back in its order waits
            break
        sent = pushes
        said: tuple[wire.PushAnswer, ...] = yield from asked(hub, partial(hub.push_all, pushes))
        if said[-1].code == healing.CODE:
            break
        for push, answer in zip(pushes, said, strict=False):
            own = partial(settle, space=space, answer=answer, anew=anew, envelope=push.envelope)
            gathered |= yield FileStep(own)
        # Once a round: a hub that refuses new numbers as well has another trouble, which a person must see.
        anew = anew and said[-1].code not in TWIN
        heard = yield FileStep(partial(answered.as_pulled, space=space, pushes=pushes, answers=said))
        gathered |= yield from (_take(space, heard, hub.hub_key or b"") if heard else _pull_all(hub, space))
    return gathered | (yield from destroying.forget(hub, space))


def _pull_all(hub: Hub, space: str, *, keys_again: bool = False) -> Round:
    """All that is new; with `keys_again` also every wrapped key once more, from the first."""
    gathered, without, reached, told = Changes(), 0, 0, False
    while without < MOST_KEYS_ALONE:
        seq, keys = yield FileStep(partial(taking.cursor, space=space))
        pull = partial(hub.pull, space, seq, reached if keys_again else keys, PAGE)
        end, due = 0, True
        try:
            answer: wire.PullAnswer = yield from asked(hub, pull)
            end = answer.proof.seq
            due = answer.healing and not told
            if not due:
                gathered |= yield from _take(space, answer, hub.hub_key or b"")
                if not answer.more:
                    return gathered
                reached = answer.key_cursor
                without = 0 if answer.items else without + 1 if answer.keys else MOST_KEYS_ALONE
        except KnownError as error:
            if error.code not in {RESTORED, *NOT_THERE_YET}:
                raise
            if told and seq and error.code == "hub.not_member":
                heard: Changes = yield FileStep(partial(put_out.denied, space=space))
                return gathered | heard
            if told or not (seq or error.code == RESTORED):
                return gathered
            due = True
        if due:
            told = True
            gathered |= yield from _heal(hub, space, end)
    raise KnownError("hub.alarm", alarm="hub.endless")


def _heal(hub: Hub, space: str, seq: int) -> Round:
    """The hub was put back from a copy and hears what this device knows; who is out of it has nothing to tell."""
    try:
        return (yield from healing.heal(hub, space, seq))
    except KnownError as error:
        if error.code not in {"hub.not_member", "hub.trouble"}:
            raise
        return Changes()


def _take(space: str, answer: wire.PullAnswer, hub_key: bytes) -> Round:
    """A few places of the order are one step, so that a click never waits for a whole stretch."""
    gathered = Changes()
    stretch: taking.Stretch = yield FileStep(partial(begin, space=space, answer=answer, hub_key=hub_key))
    for items in taking.together(answer.items):
        taken: Changes = yield FileStep(partial(taking.take_items, stretch=stretch, items=items))
        gathered |= taken
    again: tuple[int, ...] = yield FileStep(partial(taking.to_retry, stretch=stretch))
    for seq in again:
        opened: Changes = yield FileStep(partial(taking.retry, space=space, seq=seq))
        gathered |= opened
    return gathered


def delay(failures: int, jitter: float) -> float:
    """Seconds until a next try: doubling up to ten minutes, spread so that desks do not come all at once."""
    return next_delay(failures, jitter)


def take(session: Session, space: str, answer: wire.PullAnswer, hub_key: bytes) -> Changes:
    """Take a whole stretch in, in this thread.

    Raises:
        KnownError: see `begin`.
    """
    changes = run(session, _take(space, answer, hub_key))
    while taking.make_findable(session):
        pass
    return changes


def sync_now(session: Session, hub: Hub) -> Changes:
    """A whole round in this thread: for the command line, the demo and tests.

    Raises:
        KnownError: the hub cannot be reached, is none, or contradicts itself; what waits stays in the file.
    """
    check(session, Intention.SYNC)
    return run(session, steps(hub, spaces.followed(session.db)))
