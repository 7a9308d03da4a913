"""A round with the hub: send what waits, take in what is new, say in words how it stands.

The file is used by one thread and the network by another, so a round is a sequence of small steps. `Round` says which
step is next; the window runs each step in the right thread, a command line or a demo runs them one after the other.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol, cast

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention, may
from gpconnect.services import access_sharing, destroying, facts, profiles, rebooking, sending, spaces, taking
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, meta, operations, parcels
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient, http_send, next_delay
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.refusals import AlarmError, ParkedError

_HUB = "hub"
_HUB_KEY = "hub_key"
_LAST = "last_sync"
_CLOCK = "clock_minutes"
CLOCK_MINUTES = 3
"""A clock that is less far off is not mentioned."""
PAGE = 100
MOST_ROUNDS = 10_000
NOT_THERE_YET = frozenset({"hub.unknown_space", "hub.not_member"})
"""A space that nobody has founded yet, or that has not admitted this device: nothing to do, and no trouble."""
OF_ONE_SPACE = frozenset({"hub.refused", "hub.later", "hub.alarm", "hub.restored"})
"""Trouble with one space; the others go on, and it is told when they are done."""
TWIN = frozenset({"other_bytes", "gap", "fork"})
"""The hub's codes for a number that this file may not use: it was put back from a copy, or has a twin."""


class Hub(Protocol):
    """The hub as a round needs it; `gpconnect.sync.client.HubClient` over a real or a simulated network."""

    hub_key: bytes | None
    clock_ahead: float | None

    def register(self) -> None:
        """Make this device known."""

    def push(self, request: wire.Push) -> wire.PushAnswer:
        """Send one parcel."""

    def pull(self, space: str, seq: int = 0, key_cursor: int = 0, limit: int = PAGE) -> wire.PullAnswer:
        """Ask for the next stretch."""

    def forget(self, space: str, ids: tuple[bytes, ...]) -> wire.Forgotten:
        """Ask that destroyed keys go."""


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
        clock_minutes: how far this computer's clock was ahead of the hub's at the last answer, 0 when it hardly was.
    """

    hub: str
    waiting: int
    refused: int
    last: datetime | None
    conflicts: int
    alarms: int = 0
    clock_minutes: int = 0


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
    """What is needed to reach the hub, or None without one."""
    check(session, Intention.SYNC)
    url = meta.get_meta(session.db, _HUB)
    if not url:
        return None
    db = session.db
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
        alarms=len(parcels.troubles(db)),
        clock_minutes=meta.get_meta(db, _CLOCK) or 0,
    )


def begun(session: Session) -> Changes:
    """A round begins: the log is told to who may read it, and once a day a worker's device works out what counts."""
    told = access_sharing.share_lines(session)
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
        with transaction(session.db):
            meta.put_meta(session.db, _LAST, session.now().isoformat())
            if ahead is not None:
                off = round(ahead / 60)
                meta.put_meta(session.db, _CLOCK, off if abs(off) >= CLOCK_MINUTES else 0)
    return freed | Changes(frozenset({"outbox"}))


def settle(session: Session, space: str, answer: wire.PushAnswer, *, anew: bool = False) -> Changes:
    """What the hub said of the parcel that was sent; an accepted one takes its place when it is pulled.

    Args:
        session: at work.
        space: of the parcel.
        answer: of the hub.
        anew: when the hub knows our numbers for other bytes (`TWIN`), go on under new ones instead of stopping.

    Raises:
        KnownError: ``hub.later``, the hub asks to come back after some seconds; ``hub.refused``, the hub did not take
            the parcel and gave it no place, so it stays under way and a person must look.
    """
    if answer.status == "later":
        raise KnownError("hub.later", seconds=answer.seconds)
    if anew and answer.code in TWIN and not answer.seq:
        return sending.start_anew(session, space)
    if answer.status == "refused" and not answer.seq:
        raise KnownError("hub.refused", reason=answer.code)
    if answer.status == "refused":
        return sending.refused(session, space, answer.code)
    return Changes()


def outgoing(session: Session, space: str) -> wire.Push | None:
    """The next parcel to send, None when nothing waits or the key of the space has not come yet."""
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
    try:
        return taking.begin(session, space, answer, pinned or hub_key)
    except AlarmError as alarm:
        raise KnownError("hub.alarm", alarm=alarm.code) from alarm
    except ParkedError as parked:
        raise KnownError(parked.code) from parked


@dataclass(frozen=True, slots=True)
class FileStep:
    """Work for the thread that owns the file."""

    work: Callable[[Session], object]


@dataclass(frozen=True, slots=True)
class NetworkStep:
    """Work for the thread that talks to the hub; it has no file."""

    work: Callable[[], object]


Step = FileStep | NetworkStep
Round = Generator[Step, Any, Changes]


def steps(hub: Hub, wanted: tuple[str, ...]) -> Round:
    """One round as steps for two threads; send the outcome of each step back in, or throw its `KnownError`.

    Returns:
        What changed in the file.

    Raises:
        KnownError: the first trouble; what concerns one space alone (`OF_ONE_SPACE`) after the others are done.
    """
    gathered: Changes = yield FileStep(begun)
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
    ended: Changes = yield FileStep(partial(finished, whole=trouble is None, ahead=hub.clock_ahead))
    if trouble is not None:
        raise trouble
    return gathered | ended


def _one_space(hub: Hub, space: str) -> Round:
    gathered = yield from _pull_all(hub, space)
    anew = True
    for _ in range(MOST_ROUNDS):
        push = yield FileStep(partial(outgoing, space=space))
        if push is None:
            break
        answer: wire.PushAnswer = yield from _asked(hub, partial(hub.push, push))
        settled: Changes = yield FileStep(partial(settle, space=space, answer=answer, anew=anew))
        # Once a round: a hub that refuses new numbers as well has another trouble, which a person must see.
        anew = anew and answer.code not in TWIN
        gathered |= settled
        gathered |= yield from _pull_all(hub, space)
    return gathered | (yield from _forget(hub, space))


def _forget(hub: Hub, space: str) -> Round:
    """The keys of what was erased go from the hub as well; asked in every round until it says that it did."""
    ids: tuple[bytes, ...] = yield FileStep(partial(destroying.to_forget, space=space))
    if not ids:
        return Changes()
    try:
        yield from _asked(hub, partial(hub.forget, space, ids))
    except KnownError as error:
        # A hub of before this question keeps them, which the screen goes on saying; nothing else waits for it.
        if error.code not in {"hub.trouble", "hub.not_member"}:
            raise
        return Changes()
    done: Changes = yield FileStep(partial(destroying.forgotten, space=space, ids=ids))
    return done


def _asked(hub: Hub, work: Callable[[], Any]) -> Generator[Step, Any, Any]:
    """What the hub answers; a hub that lost its devices, or was replaced, hears once more who this is."""
    try:
        return (yield NetworkStep(work))
    except KnownError as error:
        if error.code != "hub.device_unknown":
            raise
    yield NetworkStep(hub.register)
    return (yield NetworkStep(work))


def _pull_all(hub: Hub, space: str) -> Round:
    gathered = Changes()
    more = True
    while more:
        seq, keys = yield FileStep(partial(taking.cursor, space=space))
        try:
            answer: wire.PullAnswer = yield from _asked(hub, partial(hub.pull, space, seq, keys, PAGE))
        except KnownError as error:
            if error.code in NOT_THERE_YET:
                return gathered
            raise
        gathered |= yield from _take(space, answer, hub.hub_key or b"")
        more = answer.more
    return gathered


def _take(space: str, answer: wire.PullAnswer, hub_key: bytes) -> Round:
    """One place of the order is one step, so that a click never waits for a whole stretch."""
    gathered = Changes()
    stretch: taking.Stretch = yield FileStep(partial(begin, space=space, answer=answer, hub_key=hub_key))
    for item in answer.items:
        taken: Changes = yield FileStep(partial(taking.take_item, stretch=stretch, item=item))
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
    return run(session, _take(space, answer, hub_key))


def sync_now(session: Session, hub: Hub) -> Changes:
    """A whole round in this thread: for the command line, the demo and tests.

    Raises:
        KnownError: the hub cannot be reached, is none, or contradicts itself; what waits stays in the file.
    """
    check(session, Intention.SYNC)
    return run(session, steps(hub, spaces.followed(session.db)))


def run(session: Session, steps: Round) -> Changes:
    """All steps of a round in this thread, one after the other.

    Raises:
        KnownError: what the round ended with.
    """
    try:
        step = next(steps)
        while True:
            try:
                result = step.work(session) if isinstance(step, FileStep) else step.work()
            except KnownError as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        return cast("Changes", done.value)
