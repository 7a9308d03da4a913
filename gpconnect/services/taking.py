"""What the hub has in store comes in: verified, opened as far as the keys reach, applied with its cursor.

One parcel is one transaction, so a click never waits long and a pulled plug leaves rows and cursor agreeing. Nothing
that is wrong is dropped: it is kept with its reason, and the cursor moves on.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from gpconnect.domain.changes import Changes
from gpconnect.domain.claims import decide
from gpconnect.domain.records import KINDS
from gpconnect.services import applying, profiles, spaces
from gpconnect.services.session import Session
from gpconnect.storage import keys as key_store
from gpconnect.storage import operations, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import chain, entries, opening, wire, wraps
from gpconnect.sync.keys import DeviceKeys, SpaceKeys
from gpconnect.sync.membership import Membership
from gpconnect.sync.refusals import AlarmError, ParkedError, RefusedError

SEALED = "sealed"
"""The hub's code for a place whose bytes a contributor does not get."""
NOT_A_MEMBER_YET = "key.not_a_member"


@dataclass(slots=True)
class _Space:
    """One space while a stretch of its order is taken in."""

    db: Database
    name: str
    device: DeviceKeys
    membership: Membership
    keys: SpaceKeys
    chains: chain.Chains
    wraps: tuple[wire.WrappedKey, ...]

    def save(self) -> None:
        spaces.put_membership(self.db, self.membership)
        spaces.put_keys(self.db, self.keys)
        spaces.put_waiting_wraps(self.db, self.name, self.wraps)
        key_store.put_secret_blob(self.db, f"chains:{self.name}", self.chains.to_bytes())


def cursor(session: Session, space: str) -> tuple[int, int]:
    """How far this device has read the space: place in the order, and in the wrapped keys."""
    known = parcels.cursor(session.db, space)
    return (known.seq, known.key_cursor) if known else (0, 0)


def take(session: Session, space: str, answer: wire.PullAnswer, hub_key: bytes) -> Changes:
    """Take the next stretch of a space's order in.

    Args:
        session: at work.
        space: whose order it is.
        answer: as the hub gave it.
        hub_key: the hub's signing key as this device pinned it.

    Raises:
        AlarmError: the hub contradicts what it said before; nothing of this answer was taken.
        ParkedError: ``hub.restored``.
    """
    db = session.db
    known = parcels.cursor(db, space)
    order = chain.Order(space, known.incarnation, known.seq, known.head) if known else chain.Order(space)
    followed = chain.follow_order(order, answer, hub_key)
    here = _load(session, space)
    here.wraps += answer.keys
    changes = Changes()
    for item in answer.items:
        with transaction(db):
            changes |= _take_item(here, item)
            _keep_cursor(here, answer, item.seq, followed.heads[item.seq])
            here.save()
    if answer.keys or not answer.items:
        with transaction(db):
            _keep_cursor(here, answer, followed.order.seq, followed.order.head, key_cursor=answer.key_cursor)
            changes |= _retry(here)
            here.save()
    return changes


def _load(session: Session, space: str) -> _Space:
    db = session.db
    stored = key_store.secret_blob(db, f"chains:{space}")
    return _Space(
        db,
        space,
        profiles.device_keys(db),
        spaces.membership(db, space),
        spaces.space_keys(db, space),
        chain.Chains.from_bytes(stored) if stored else chain.Chains(),
        spaces.waiting_wraps(db, space),
    )


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
        parcels.keep_received(here.db, received, "refused" if item.code != SEALED else "applied", item.code)
        return _acknowledge_by_hash(here, item) if item.code == SEALED else Changes()
    try:
        changes, reason = _open(here, item)
    except ParkedError as parked:
        parcels.keep_received(here.db, received, "parked", parked.code)
        return Changes()
    except AlarmError as alarm:
        parcels.keep_received(here.db, received, "alarm", alarm.code)
        return Changes(frozenset({"alarm"}))
    except RefusedError as refusal:
        parcels.keep_received(here.db, received, "refused", refusal.code)
        return Changes()
    parcels.keep_received(here.db, received, "parked" if reason == "keys" else "applied", reason)
    return changes


def _open(here: _Space, item: wire.Item) -> tuple[Changes, str]:
    """Verify and apply one parcel.

    Returns:
        What changed, and a reason: empty, ``keys`` while dossier keys are missing, the code of a group that its author
        made wrongly, or an alarm's code.
    """
    membership = opening.follow_membership(item.envelope, item.seq, here.membership)
    if membership is not here.membership:
        here.membership = membership
        here.keys = entries.learn_epochs(membership, here.keys, here.device)
    _unwrap(here)
    verified = opening.verify_parcel(item.envelope, item.seq, membership)
    here.chains, chain_alarm = here.chains.follow(verified.header, verified.digest)
    claim_alarm = _follow_claims(here, verified.header, item)
    touched = _acknowledge(here, verified.header, item)
    if touched.kinds:
        return touched, chain_alarm or claim_alarm
    opened = opening.open_parcel(item.envelope, item.seq, membership, here.keys)
    changes = Changes(frozenset({"membership"})) if verified.header.entry else Changes()
    for placed in opened.operations:
        changes |= applying.apply(here.db, placed.operation, seq=item.seq, place=placed.place, role=opened.author.role)
    trouble = next(iter(opened.refused), "") or chain_alarm or claim_alarm
    return changes, "keys" if opened.parked else trouble


def _follow_claims(here: _Space, header: wire.Header, item: wire.Item) -> str:
    granted = []
    for group in header.claims:
        changes = decide(group, lambda thing: key_store.holder(here.db, here.name, thing))
        granted.append(changes is not None)
        for thing, holder in (changes or {}).items():
            key_store.set_holder(here.db, here.name, thing, holder)
    return "" if tuple(granted) == tuple(item.granted) else "hub.granted_otherwise"


def _acknowledge(here: _Space, header: wire.Header, item: wire.Item) -> Changes:
    """Our own parcel has its place: its operations take it, and their records are worked out again."""
    if header.device != here.device.device:
        return Changes()
    ops = parcels.acknowledge(here.db, here.name, header.incarnation, header.number, item.seq)
    changes = Changes(frozenset({"outbox"})) if ops else Changes()
    for op_id in ops:
        operation = operations.by_id(here.db, op_id)
        assert operation is not None, "what was packed is in the log"
        name = operation.kind.partition(".")[0]
        changes |= applying.refold(here.db, KINDS[name], operation.record)
    return changes


def _acknowledge_by_hash(here: _Space, item: wire.Item) -> Changes:
    """A contributor gets no bytes back, but knows its own parcel by its hash."""
    waiting = parcels.next_parcel(here.db, here.name)
    if waiting is None or waiting.digest != item.parcel_hash:
        return Changes()
    parcels.acknowledge(here.db, here.name, waiting.incarnation, waiting.number, item.seq)
    return Changes(frozenset({"outbox"}))


def _unwrap(here: _Space) -> None:
    """Open the wrapped dossier keys that can be opened; keep the others for later."""
    left = []
    for wrapped in here.wraps:
        try:
            here.keys = here.keys.with_dossier(wraps.open_wrapped_key(wrapped, here.keys, here.membership.key_signer))
        except ParkedError:
            left.append(wrapped)
        except RefusedError as refusal:
            # A key that no member vouches for is never used; but its maker may be admitted further on in the order.
            if refusal.code == NOT_A_MEMBER_YET:
                left.append(wrapped)
    here.wraps = tuple(left)


def _retry(here: _Space) -> Changes:
    """New keys may open what was parked."""
    _unwrap(here)
    changes = Changes()
    for item in parcels.parked(here.db, here.name):
        try:
            opened = opening.open_parcel(item.envelope, item.seq, here.membership, here.keys)
        except RefusedError:
            continue
        for placed in opened.operations:
            changes |= applying.apply(
                here.db, placed.operation, seq=item.seq, place=placed.place, role=opened.author.role
            )
        if not opened.parked:
            parcels.set_state(here.db, here.name, item.seq, "applied")
    return changes
