"""What the hub has in store comes in: verified, opened as far as the keys reach, applied with its cursor.

A few parcels are one transaction, so a click never waits long and a pulled plug leaves rows and cursor agreeing. The
disk is not waited for: what a lost power takes back goes with its cursor, and the hub gives it again. Nothing that is
wrong is dropped: it is kept with its reason, and the cursor moves on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.claims import decide
from gpconnect.services import applying, arrived, destroying, fresh, healing, profiles, put_out, spaces
from gpconnect.services.session import Session
from gpconnect.storage import erasure, parcels, search
from gpconnect.storage import keys as key_store
from gpconnect.storage.connection import checkpoint, transaction
from gpconnect.sync import chain, entries, opening, wire, wraps
from gpconnect.sync.keys import DeviceKeys, SpaceKeys
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import AlarmError, ParkedError, RefusedError

NOT_A_MEMBER_YET = "key.not_a_member"
MOST_KEYS = 2**53
"""No hub counts further: a number beyond it would never be answered again."""


@dataclass(slots=True)
class _Space:
    """One space while a place of its order is taken in. `before` is what the file holds of it."""

    session: Session
    db: Database
    name: str
    device: DeviceKeys
    membership: Membership
    keys: SpaceKeys
    chains: chain.Chains
    wraps: tuple[wire.WrappedKey, ...]
    before: "_Space | None" = None

    def save(self) -> None:
        """Write what is not as it was in the file. Inside a transaction."""
        before = self.before
        assert before is not None, "it was loaded"
        if self.membership is not before.membership:
            spaces.put_membership(self.db, self.membership)
        if self.keys is not before.keys:
            spaces.put_keys(self.db, self.keys)
        if self.wraps is not before.wraps:
            spaces.put_waiting_wraps(self.db, self.name, self.wraps)
        if self.chains is not before.chains:
            key_store.put_secret_blob(self.db, f"chains:{self.name}", self.chains.to_bytes())
        self.before = replace(self)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a space's order that the hub vouched for; its places are taken in some at a time.

    Attributes:
        answer: as the hub gave it.
        heads: of the order, at each of its places.
        held: how many keys of the space this device held before.
    """

    space: str
    answer: wire.PullAnswer
    heads: Mapping[int, bytes]
    held: int


def cursor(session: Session, space: str) -> tuple[int, int]:
    """How far this device has read the space: place in the order, and in the wrapped keys."""
    known = parcels.cursor(session.db, space)
    return (known.seq, known.key_cursor) if known else (0, 0)


def begin(session: Session, space: str, answer: wire.PullAnswer, hub_key: bytes) -> Stretch:
    """Check that a stretch follows on what was read before, and keep the wrapped keys that it brings.

    Raises:
        AlarmError: the hub contradicts what it said before; or ``hub.keys`` (numbers of keys that cannot be),
            ``hub.withheld`` (bytes left out that this device reads). Nothing was kept.
        ParkedError: ``hub.restored``.
    """
    db = session.db
    known = parcels.cursor(db, space)
    order = chain.Order(space, known.incarnation, known.seq, known.head) if known else chain.Order(space)
    followed = chain.follow_order(order, answer, hub_key)
    here = _load(session, space)
    _check_given(here, answer)
    held = _held(here.keys)
    if answer.keys or known is None:
        waiting = set(here.wraps)
        here.wraps += tuple(one for one in answer.keys if one not in waiting)
        with transaction(db, lasting=False):
            # Never back: asked for once more, the keys come under numbers that were read before.
            reached = max(known.key_cursor if known else 0, answer.key_cursor)
            _keep_cursor(here, answer, order.seq, order.head, key_cursor=reached)
            _unwrap(here)
            here.save()
    if not answer.healing:
        healing.is_whole(db, space)
    if not answer.items and answer.proof.seq == order.seq:
        healing.hear_proof(db, space, answer.proof)
    return Stretch(space, answer, followed.heads, held)


def _check_given(here: _Space, answer: wire.PullAnswer) -> None:
    """Whether what comes beside the order can be: nobody signs that part."""
    if not 0 <= answer.key_cursor <= MOST_KEYS or (
        answer.key_cursor and not answer.keys and not _has_read(here, answer)
    ):
        raise AlarmError("hub.keys")
    me = here.membership.member(here.device.device)
    reads = me is not None and me.capacity != "contributor"
    if reads and any(item.code == wire.SEALED for item in answer.items):
        # Who reads the space gets every parcel that was taken.
        raise AlarmError("hub.withheld")


def _has_read(here: _Space, answer: wire.PullAnswer) -> bool:
    return (known := parcels.cursor(here.db, here.name)) is not None and answer.key_cursor <= known.key_cursor


def lacks_keys(session: Session, space: str) -> bool:
    """Whether something came in without its key: the hub may have left it out, or somebody changed it on the way."""
    return parcels.lacks_keys(session.db, space)


def take_items(session: Session, stretch: Stretch, items: tuple[wire.Item, ...]) -> Changes:
    """Take some places of a stretch in, in their order, with the cursor: all of them in one transaction."""
    changes = Changes()
    with transaction(session.db, lasting=False):
        here = _load(session, stretch.space)
        for item in items:
            head = stretch.heads[item.seq]
            changes |= _take_item(here, item)
            _keep_cursor(here, stretch.answer, item.seq, head)
            spaces.keep_head(here.db, here.name, item.seq, head)
            if item.seq == stretch.answer.proof.seq:
                healing.keep_proof(here.db, here.name, stretch.answer.proof)
            here.save()
            settled = destroying.settle(session)
            if settled.kinds:
                here = _load(session, stretch.space)
            changes |= settled
    return _emptied(session, changes)


def to_retry(session: Session, stretch: Stretch) -> tuple[int, ...]:
    """Places to try again after a stretch: when it brought keys, and always at the end of the order."""
    if stretch.answer.more and _held(spaces.space_keys(session.db, stretch.space)) == stretch.held:
        return ()
    return tuple(parcels.parked(session.db, stretch.space))


def make_findable(session: Session) -> bool:
    """Read the words of some of what came in; True while there is more. Reading a note never waits for this."""
    if not search.is_behind(session.db):
        return False
    with transaction(session.db, lasting=False):
        search.catch_up(session.db)
    return True


def retry(session: Session, space: str, seq: int) -> Changes:
    """Try to open a parked place once more: a key or a newer program may have come."""
    with transaction(session.db, lasting=False):
        changes = _retry(_load(session, space), parcels.received(session.db, space, seq, 1)[0])
        changes |= destroying.settle(session)
    return _emptied(session, changes)


def _emptied(session: Session, changes: Changes) -> Changes:
    """After something was destroyed the log beside the file goes as well: earlier versions still stood in it."""
    if destroying.DESTROYED in changes.kinds:
        checkpoint(session.db)
    return changes


def _held(keys: SpaceKeys) -> int:
    return len(keys.epochs) + len(keys.dossiers)


def _load(session: Session, space: str) -> _Space:
    db = session.db
    stored = key_store.secret_blob(db, f"chains:{space}")
    here = _Space(
        session,
        db,
        space,
        profiles.device_keys(db),
        spaces.membership(db, space),
        spaces.space_keys(db, space),
        chain.Chains.from_bytes(stored) if stored else chain.Chains(),
        spaces.waiting_wraps(db, space),
    )
    here.before = replace(here)
    return here


def _keep_cursor(
    here: _Space, answer: wire.PullAnswer, seq: int, head: bytes, *, key_cursor: int | None = None
) -> None:
    before = parcels.cursor(here.db, here.name)
    known = before.key_cursor if before else 0
    parcels.set_cursor(
        here.db,
        here.name,
        parcels.Cursor(answer.proof.incarnation, seq, head, known if key_cursor is None else key_cursor),
    )


def _take_item(here: _Space, item: wire.Item) -> Changes:
    received = parcels.Received(
        here.name, item.seq, item.parcel_hash, item.envelope, item.granted, item.code, item.received_at
    )
    if not item.envelope:
        here.chains = here.chains.skip(item.parcel_hash)
        parcels.keep_received(here.db, received, "refused" if item.code != wire.SEALED else "applied", item.code)
        return arrived.by_hash(here.db, here.name, item) if item.code == wire.SEALED else Changes()
    try:
        changes, reason, state = _open(here, item)
    except RefusedError as refusal:
        here.chains = opening.follow_unopened(here.chains, item.envelope, item.seq, here.membership)
        parcels.keep_received(here.db, received, _state(refusal), refusal.code)
        if isinstance(refusal, ParkedError):
            return Changes()
        return Changes(frozenset({"alarm"})) | arrived.in_vain(here.session, here.name, item, refusal.code)
    parcels.keep_received(here.db, received, state, reason)
    return changes


def _state(refusal: RefusedError) -> parcels.State:
    if isinstance(refusal, ParkedError):
        return "parked"
    return "alarm" if isinstance(refusal, AlarmError) else "refused"


def _open(here: _Space, item: wire.Item) -> tuple[Changes, str, parcels.State]:
    """Verify and apply one parcel.

    Returns:
        What changed; a reason: empty, an alarm's code, the code of a group that its author made wrongly, or the key
        that is missing; and whether it was applied or parked.
    """
    verified = opening.verify_parcel(item.envelope, item.seq, here.membership)
    broken = ""
    if verified.header.entry is not None:
        broken = _learn(here, opening.follow_membership(item.envelope, item.seq, here.membership), item.seq)
        # Who signed must be in the space as it is now.
        verified = opening.verify_parcel(item.envelope, item.seq, here.membership)
    contradicts = _alarm(here, verified, item)
    alarm = broken or contradicts
    touched = arrived.acknowledge(here.db, here.device.device, verified.header, verified.digest, item.seq)
    told = touched | Changes(
        frozenset({"membership"} if verified.header.entry else ()) | ({"alarm"} if alarm else set())
    )
    if touched.kinds or _only_adds(here):
        return told, alarm, "applied"
    try:
        opened = opening.open_verified(verified, item.seq, here.membership, here.keys)
    except ParkedError as parked:
        return told, alarm or parked.code, "parked"
    changes, in_vain = _apply_all(here, opened, item.seq, item.envelope)
    waits, erased = _unopened(here, opened, item.seq)
    reason = alarm or next(iter(opened.refused), "") or ("keys" if waits else destroying.LATE if in_vain else erased)
    return told | changes, reason, "parked" if waits else "applied"


def _learn(here: _Space, membership: Membership, seq: int) -> str:
    """Follow a change in who belongs to the space, with the keys that it brings.

    Returns:
        The code of a key in it that is none, for this device or for who comes later; else empty.
    """
    before = entries.broken_epochs(here.membership, here.keys, here.device)
    here.membership = membership
    here.keys = entries.learn_epochs(membership, here.keys, here.device)
    _unwrap(here)
    found = entries.broken_epochs(membership, here.keys, here.device)
    put_out.note_locked(here.db, here.name, locked=put_out.is_locked(membership, here.keys, here.device.device))
    told = ""
    for key_id, code in found.items():
        if before.get(key_id) == code:
            continue
        since = next(reign.since for reign in membership.reigns if reign.epoch.key_id == key_id)
        if code == entries.WRAP_BROKEN or since == seq:
            told = code
        else:
            # Only who comes in later needs the way back: whoever made it wrong did so then, and not who let them in.
            parcels.set_reason(here.db, here.name, since, code)
    return told


def _apply_all(here: _Space, opened: opening.Opened, seq: int, envelope: bytes) -> tuple[Changes, bool]:
    """What came in, applied; and whether some of it somebody wrote in vain, because it was destroyed meanwhile."""
    late = destroying.late(here.db, opened.header.seen_seq)
    in_vain = [one.operation for one in opened.operations if one.operation in late]
    hidden = erasure.hidden(here.db)
    role = opened.author.role
    placed = [one for one in opened.operations if one.operation not in late]
    changes, one_by_one = fresh.apply(here.db, placed, seq=seq, role=role, hidden=hidden)
    for place, operation in one_by_one:
        changes |= applying.apply(here.db, operation, seq=seq, place=place, role=role, hidden=hidden)
        if operation.kind.startswith("erasure."):
            hidden = erasure.hidden(here.db)
    gone = {one.dossier for one in in_vain if late.whole(one)}
    if gone:
        # Its author made a key of their own before they heard: it goes the way of the others.
        used = opening.keys_in(envelope, seq, here.membership, here.keys)
        ids = {one for one in used if one in here.keys.dossiers and here.keys.dossiers[one].dossier in gone}
        erasure.refuse_keys(here.db, (erasure.RefusedKey(here.name, one, seq, whole=True) for one in ids))
        here.keys = here.keys.without_keys(ids)
    return changes, bool(in_vain)


def _unopened(here: _Space, opened: opening.Opened, seq: int) -> tuple[bool, str]:
    """Whether a key may still come for what could not be opened; and the reason when keys of it were destroyed.

    What was sent before a whole dossier was destroyed is simply gone; what was sent after it, somebody wrote in vain.
    """
    if not opened.parked:
        return False, ""
    refused = erasure.refused_keys(here.db, here.name)
    gone = [refused[key_id] for key_id in opened.parked if key_id in refused]
    late = any(one.whole and one.seq < seq for one in gone)
    return len(gone) < len(opened.parked), destroying.LATE if late else parcels.ERASED if gone else ""


def _only_adds(here: _Space) -> bool:
    """Whether this device is a contributor of the space: it gets entries and can open nothing, now or later."""
    me = here.membership.member(here.device.device)
    return me is not None and me.capacity == "contributor"


def _alarm(here: _Space, verified: opening.Verified, item: wire.Item) -> str:
    """What of the parcel's place contradicts other things seen: its sender's chain, the grants, the order."""
    removal = here.chains.check_removals(verified.header.entry) if verified.header.entry else ""
    here.chains, chain_alarm = here.chains.follow(verified.header, verified.digest)
    claim_alarm = _follow_claims(here, verified.header, item)
    gossip = chain.check_gossip(verified.header, item.seq, lambda seq: spaces.head_at(here.db, here.name, seq))
    return removal or chain_alarm or claim_alarm or gossip


def _follow_claims(here: _Space, header: wire.Header, item: wire.Item) -> str:
    granted = []
    for group in header.claims:
        changes = decide(group, lambda thing: key_store.holder(here.db, here.name, thing))
        granted.append(changes is not None)
        for thing, holder in (changes or {}).items():
            key_store.set_holder(here.db, here.name, thing, holder)
    return "" if tuple(granted) == tuple(item.granted) else "hub.granted_otherwise"


def _unwrap(here: _Space) -> None:
    """Open the wrapped dossier keys that can be opened; keep the others for later."""
    left = []
    refused = erasure.refused_keys(here.db, here.name)
    for wrapped in here.wraps:
        if wrapped.id in refused:
            # Offered again, whoever stored it: it is not taken, and the hub is asked once more to let it go.
            erasure.told(here.db, here.name, [wrapped.id], hub=False)
            continue
        try:
            here.keys = here.keys.with_dossier(wraps.open_wrapped_key(wrapped, here.keys, here.membership.key_signer))
        except ParkedError:
            left.append(wrapped)
        except RefusedError as refusal:
            # A key that no member vouches for is never used; but its maker may be admitted further on in the order.
            if refusal.code == NOT_A_MEMBER_YET:
                left.append(wrapped)
    if len(left) != len(here.wraps):
        here.wraps = tuple(left)


def _retry(here: _Space, item: parcels.Received) -> Changes:
    if _only_adds(here):
        parcels.set_state(here.db, here.name, item.seq, "applied")
        return Changes()
    try:
        opened = opening.open_parcel(item.envelope, item.seq, here.membership, here.keys)
    except ParkedError:
        return Changes()
    except RefusedError as refusal:
        parcels.set_state(here.db, here.name, item.seq, _state(refusal), refusal.code)
        return Changes(frozenset({"alarm"}))
    changes, in_vain = _apply_all(here, opened, item.seq, item.envelope)
    waits, erased = _unopened(here, opened, item.seq)
    if not waits:
        reason = next(iter(opened.refused), "") or (destroying.LATE if in_vain else erased)
        parcels.set_state(here.db, here.name, item.seq, "applied", reason)
        here.save()
    return changes
