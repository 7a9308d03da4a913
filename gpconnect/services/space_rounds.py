"""What a round with the hub does in one space: read what is new, send what waits, and read again.

A hub can sign whatever it likes, but not a member's parcel. So reading and sending both end: where nothing comes that
a member signed, or a refusal has no reason in the order, that is an alarm and not another try.
"""

from functools import partial

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import answered, destroying, ending, first_sync, healing, healing_keys, put_out, sending, taking
from gpconnect.services.rounds import FileStep, Hub, Round, asked, run, together
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import meta, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import wire
from gpconnect.sync.refusals import AlarmError, ParkedError

HUB_KEY = "hub_key"
LAST = "last_sync"
PAGE = 100
LONGEST_WAIT = 3600
"""Seconds that a hub can ask for; nobody is told to come back in a billion years."""
MOST_ROUNDS = 10_000
MOST_AGAIN = 20
"""Parcels in one round that were packed again because the space had moved on: more is no space but a hub that lies."""
RESTORED = "hub.restored"
MOST_IDLE = 100
"""Answers without a parcel that a member signed, one after the other: 10,000 refusals, or keys alone."""
NOT_THERE_YET = frozenset({"hub.unknown_space", "hub.not_member"})
"""A space that nobody has founded yet, or that has not admitted this device: nothing to do, and no trouble."""
TWIN = frozenset({"other_bytes", "gap", "fork"})
"""The hub's codes for a number that this file may not use: it was put back from a copy, or has a twin."""


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
        KnownError: ``hub.founding_code``, to found this here the operator's code is needed; ``hub.lives``, the
            file of this device was put back so often that the hub takes nothing more from it;
            ``hub.later``, the hub asks to come back after some seconds; ``hub.refused``, the hub did not take
            the parcel and gave it no place, so it stays under way and a person must look.
    """
    if answer.status == "later":
        raise KnownError("hub.later", seconds=min(max(answer.seconds, 1), LONGEST_WAIT))
    if anew and answer.code in TWIN and not answer.seq:
        return sending.start_anew(session, space)
    if answer.code in {"founding_code", "lives"} and not answer.seq:
        raise KnownError(f"hub.{answer.code}")
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
    pinned = key_store.secret_blob(session.db, HUB_KEY)
    if pinned is None:
        with transaction(session.db):
            key_store.put_secret_blob(session.db, HUB_KEY, hub_key)
    if meta.get_meta(session.db, LAST) is None:
        first_sync.note_end(session.db, space, answer.proof.seq)
    put_out.let_in(session, space)
    try:
        return taking.begin(session, space, answer, pinned or hub_key)
    except AlarmError as alarm:
        raise KnownError("hub.alarm", alarm=alarm.code) from alarm
    except ParkedError as parked:
        raise KnownError(parked.code) from parked


def take(session: Session, space: str, answer: wire.PullAnswer, hub_key: bytes) -> Changes:
    """Take a whole stretch in, in this thread.

    Raises:
        KnownError: see `begin`.
    """
    changes = run(session, _take(space, answer, hub_key))
    while taking.make_findable(session):
        pass
    return changes


def brought_by_members(session: Session, space: str, answer: wire.PullAnswer) -> bool:
    """Whether a stretch that was taken in brought something that a member signed, and that was not there before.

    Who only adds to a space gets no bytes of others, so a full page of those counts as well.
    """
    if not answer.items:
        return False
    sealed = all(one.code == wire.SEALED for one in answer.items)
    return (sealed and len(answer.items) >= PAGE) or parcels.brought(
        session.db, space, answer.items[0].seq, answer.items[-1].seq
    )


def check_moved_on(session: Session, push: wire.Push, at: int) -> None:
    """The hub refused a parcel at place `at` because the space had moved on: then the order must show what came.

    Raises:
        KnownError: ``hub.alarm``, nothing came in since the parcel was sealed: the hub refuses for no reason.
    """
    header = wire.decode_envelope(push.envelope)[1].header
    reached, _ = taking.cursor(session, header.space)
    if reached >= at and not parcels.brought(session.db, header.space, header.seen_seq + 1, reached):
        raise KnownError("hub.alarm", alarm="hub.refused_for_nothing")


def one_space(hub: Hub, space: str) -> Round:
    """One space: read, send, and read what became of it.

    Raises:
        KnownError: what concerns this space alone (`hub.refused`, `hub.later`, `hub.alarm`), or the whole round.
    """
    gathered, over = yield from ending.follow(hub, space, _pull_all(hub, space))
    if over:
        return gathered
    if (yield FileStep(partial(taking.lacks_keys, space=space))):
        # Left out by the hub, or not what a member made: then it is asked for once more.
        gathered |= yield from _pull_all(hub, space, keys_again=True)
    anew, again = True, 0
    sent: tuple[wire.Push, ...] = ()
    for _ in range(MOST_ROUNDS):
        if (yield FileStep(partial(outgoing, space=space))) is None:
            break
        while (yield FileStep(partial(sending.seal_ahead, space=space))):
            pass
        pushes: tuple[wire.Push, ...] = yield FileStep(partial(sending.ready, space=space))
        # A parcel that the hub said yes to and did not give back in its order waits for the next round.
        if pushes == sent:
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
        stale = [(push, one.seq) for push, one in zip(pushes, said, strict=False) if one.code in sending.REPACKED]
        again += bool(stale)
        for push, at in stale:
            yield FileStep(partial(check_moved_on, push=push, at=at))
        if again > MOST_AGAIN:
            raise KnownError("hub.alarm", alarm="hub.endless")
    return gathered | (yield from destroying.forget(hub, space))


def _pull_all(hub: Hub, space: str, *, keys_again: bool = False) -> Round:
    """All that is new; with `keys_again` also every wrapped key once more, from the first."""
    gathered, idle, reached, told = Changes(), 0, 0, False
    for _ in range(MOST_ROUNDS):
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
                    if answer.let_go:
                        yield from healing_keys.mend(hub, space, answer.proof, answer.let_go)
                    return gathered
                reached = answer.key_cursor
                signed: bool = yield FileStep(partial(brought_by_members, space=space, answer=answer))
                idle = 0 if signed else idle + 1
                if idle >= MOST_IDLE or not (answer.items or answer.keys):
                    break
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
    for items in together(answer.items):
        taken: Changes = yield FileStep(partial(taking.take_items, stretch=stretch, items=items))
        gathered |= taken
    again: tuple[int, ...] = yield FileStep(partial(taking.to_retry, stretch=stretch))
    for seq in again:
        opened: Changes = yield FileStep(partial(taking.retry, space=space, seq=seq))
        gathered |= opened
    return gathered
