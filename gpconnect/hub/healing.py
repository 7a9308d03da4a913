"""Taking back what a restored hub forgot: by the members, in the old order, to the last byte.

Nobody is believed about the order. Before it was restored this hub signed how far each space was, over a head that
holds every parcel before it; a device shows such a word and the hashes that lead to it, and only bytes with those
hashes take those places. What a parcel did then (claims given, entries, refusals) follows from the order and is worked
out again; that a parcel was refused, and why, is part of the order. Of a refused parcel nobody but its author has the
bytes.

Wrapped keys are no part of the order. A device looks which dossier keys the hub still has, and wraps the others again
once its own place in the order is proven; the hub takes them under epochs of that order only.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from gpconnect.hub import ledger, pushing, restored, rules
from gpconnect.hub.database import writing
from gpconnect.hub.doors import Device, RejectedError, instant, micros
from gpconnect.hub.ledger import Arrived
from gpconnect.hub.pushing import Desk
from gpconnect.hub.schema import AUDIT, DEVICE, HEAD, PARCEL, WRAPPED_KEY
from gpconnect.sync import wire

WENT_ON = "healing_ended"
MAX_HELD = 20_000


def heal(desk: Desk, device: Device, request: wire.Heal) -> wire.Healed:
    """Takes from a device what the hub lacks of a space, and tells how far it is.

    Args:
        desk: of this hub, now.
        device: who showed a token.
        request: what it knows; it may know less than the hub.

    Raises:
        RejectedError: 400 ``malformed``, 403 ``proof`` (not a word of this hub), 403 ``not_member`` (put out of
            the space, or neither in it nor holding a word of this hub about it), 403 ``not_an_admin``.
    """
    if not rules.SPACE.fullmatch(request.space) or len(request.held) > MAX_HELD:
        raise RejectedError(400, "malformed")
    if request.proof is not None:
        _check_proof(desk, request.space, request.proof)
    with writing(desk.engine) as connection:
        head = _locked(connection, request.space)
        if ledger.is_out(connection, request.space, device.id):
            # It holds nothing that came after, and hears nothing of what did.
            raise RejectedError(403, "not_member")
        if restored.is_open(connection, desk.identity, request.space):
            head = _take_back(desk, connection, request, head)
            restored.told(connection, request.space, device.id, request.reached)
            _end(desk, connection, device, request, head)
        elif desk.identity.restored and restored.may_grow(connection, request.space):
            # Somebody of whom the hub knew nothing. Nothing new came in between, or the hashes would not lead on.
            head = _take_back(desk, connection, request, head)
        capacity = ledger.capacity(connection, request.space, device.id)
        if capacity is None and request.proof is None:
            raise RejectedError(403, "not_member")
        if head is not None and request.keys and capacity in {"admin", "member"}:
            _keep_keys(connection, device, request, head)
        return _answer(desk, connection, device, request, head)


def _check_proof(desk: Desk, space: str, proof: wire.HeadProof) -> None:
    message = wire.head_message(space, proof.incarnation, proof.seq, proof.head)
    if not wire.verify(desk.identity.public_key, proof.signature, message):
        raise RejectedError(403, "proof")


def _locked(connection: sa.Connection, space: str) -> sa.Row[Any] | None:
    return connection.execute(sa.select(HEAD).where(HEAD.c.space == space).with_for_update()).first()


def _take_back(
    desk: Desk, connection: sa.Connection, request: wire.Heal, head: sa.Row[Any] | None
) -> sa.Row[Any] | None:
    """Gives the items their old places, as far as they go without a hole; returns the head after it."""
    before = (head.seq, bytes(head.head)) if head else (0, wire.ZERO_HASH)
    if not _leads_to_proof(request, before):
        return head
    for item, digest in zip(request.items, request.digests, strict=False):
        known = (head.seq if head else 0) + 1
        code = request.codes.get(known, "")
        old = msgspec.structs.replace(item, code=code)
        if item.seq != known or item.parcel_hash != digest or not _put(desk, connection, request.space, old, head):
            break
        head = _locked(connection, request.space)
    return head


def _leads_to_proof(request: wire.Heal, before: tuple[int, bytes]) -> bool:
    """Whether the hashes, from where this hub is, are the order that it once signed."""
    seq, head = before
    proof = request.proof
    if proof is None or request.since != seq or proof.seq != seq + len(request.digests):
        return False
    if wire.SEALED in request.codes.values():
        return False  # no refusal: that code stands for bytes that somebody does not get
    for digest in request.digests:
        seq += 1
        head = wire.next_head(head, seq, digest, request.codes.get(seq, ""))
    return head == proof.head


def _put(desk: Desk, connection: sa.Connection, space: str, item: wire.Item, head: sa.Row[Any] | None) -> bool:
    """One place of the old order, refused or not as it was; False when its bytes are missing."""
    received = _received(connection, space, item, desk.now)
    if not item.envelope:
        if head is None or not item.code:
            return False
        digest = wire.next_head(bytes(head.head), item.seq, item.parcel_hash, item.code)
        ledger.store_unowned(connection, space, item, digest, micros(received))
        connection.execute(sa.update(HEAD).where(HEAD.c.space == space).values(seq=item.seq, head=digest))
        return True
    if wire.parcel_hash(item.envelope) != item.parcel_hash:
        return False
    header = wire.decode_envelope(item.envelope)[1].header
    arrived = Arrived(item.envelope, header, item.parcel_hash, (), received)
    if head is None:
        ledger.open_space(connection, arrived)
        head = _locked(connection, space)
    _know_devices(connection, arrived)
    assert head is not None, "it was made"
    pushing.place(replace(desk, now=received), connection, arrived, head, item.code)
    return True


def _received(connection: sa.Connection, space: str, item: wire.Item, now: datetime) -> datetime:
    """When it was received the first time, as a member remembers: after the place before it, and not to come."""
    query = sa.select(sa.func.coalesce(sa.func.max(PARCEL.c.received_at), 0)).where(PARCEL.c.space == space)
    least = int(connection.execute(query).scalar_one())
    try:
        said = micros(datetime.fromisoformat(item.received_at).astimezone(UTC))
    except (ValueError, OverflowError):
        said = least
    return instant(min(max(said, least), max(micros(now), least)))


def _know_devices(connection: sa.Connection, arrived: Arrived) -> None:
    """Devices that were admitted after the copy was made are known again by the keys in their entry."""
    members = arrived.header.entry.add if arrived.header.entry else ()
    named = {one.device: one.sign_key for one in members if wire.device_id(one.sign_key) == one.device}
    known = set(connection.execute(sa.select(DEVICE.c.device).where(DEVICE.c.device.in_(named))).scalars())
    rows = [
        {"device": name, "sign_key": key, "since": micros(arrived.at)}
        for name, key in named.items()
        if name not in known
    ]
    if rows:
        connection.execute(sa.insert(DEVICE), rows)


def _end(desk: Desk, connection: sa.Connection, device: Device, request: wire.Heal, head: sa.Row[Any] | None) -> None:
    """Ends healing when everybody has told and everything is back, or when an admin says so."""
    if head is None:
        return
    at = head.seq, bytes(head.head)
    go = request.go
    if go is not None:
        if ledger.capacity(connection, request.space, device.id) != "admin":
            raise RejectedError(403, "not_an_admin")
        signed = wire.verify(device.sign_key, go.signature, wire.go_message(request.space, go))
        if signed and (go.incarnation, go.device) == (desk.identity.incarnation, device.id) and (go.seq, go.head) == at:
            restored.close(connection, request.space, restored.End(*at, device.id, go.signature, go.answers))
            line = {"at": micros(desk.now), "device": device.id, "space": request.space, "code": WENT_ON}
            connection.execute(sa.insert(AUDIT).values(**line, digest=at[1]))
    elif not restored.silent(connection, request.space) and restored.furthest(connection, request.space) <= head.seq:
        restored.close(connection, request.space, restored.End(*at))


def _keep_keys(connection: sa.Connection, device: Device, request: wire.Heal, head: sa.Row[Any]) -> None:
    """Wrapped keys that are back: the member's own, under an epoch of this order, each taken once of every member.

    Whether it is a key at all the hub cannot see. So what one member says is the key of an id never stands in the way
    of what another says.
    """
    header = wire.Header(1, 1, request.space, b"", device.id, b"", 0, b"", 0, b"")
    lacked = set(_lacked(connection, request.space, device.id, tuple(key.id for key in request.keys)))
    proven = {one: ledger.was_epoch(connection, request.space, one) for one in {key.epoch for key in request.keys}}
    wanted = tuple(
        key
        for key in {key.id: key for key in request.keys}.values()
        if key.id in lacked
        and proven[key.epoch]
        and not rules.keys_trouble((key,), msgspec.structs.replace(header, epoch=key.epoch), device.sign_key)
    )
    arrived = Arrived(b"", header, b"", wanted, datetime.now(UTC))
    stored = ledger.store_keys(connection, (ledger.Placed(arrived, head.seq, b""),), head.keys)
    update = sa.update(HEAD).where(HEAD.c.space == request.space)
    # Not counted for the quota, which is of parcels: what a hub lost is not asked of a space twice.
    connection.execute(update.values(keys=head.keys + stored))


def _lacked(connection: sa.Connection, space: str, device: str, held: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Those that this device has not wrapped under an epoch of this order."""
    if not held:
        return ()
    query = sa.select(WRAPPED_KEY.c.id, WRAPPED_KEY.c.epoch).where(
        WRAPPED_KEY.c.space == space, WRAPPED_KEY.c.device == device
    )
    own = [(bytes(row.id), bytes(row.epoch)) for row in connection.execute(query)]
    proven = {one for one in {epoch for _, epoch in own} if ledger.was_epoch(connection, space, one)}
    here = {key_id for key_id, epoch in own if epoch in proven}
    return tuple(one for one in held if one not in here)


def _answer(
    desk: Desk, connection: sa.Connection, device: Device, request: wire.Heal, head: sa.Row[Any] | None
) -> wire.Healed:
    space = request.space
    seq, last = (head.seq, bytes(head.head)) if head else (0, wire.ZERO_HASH)
    query = sa.select(PARCEL.c.head).where(PARCEL.c.space == space, PARCEL.c.seq == request.reached)
    at = connection.execute(query).scalar() if request.reached else wire.ZERO_HASH
    silent = restored.silent(connection, space)
    return wire.Healed(
        proof=desk.identity.prove(space, seq, last),
        open=restored.is_open(connection, desk.identity, space),
        waits=len(silent),
        at=bytes(at or b""),
        lacks=_lacked(connection, space, device.id, request.held),
        go=restored.go(connection, desk.identity, space),
        # Who is in the space, a member knows; to a stranger with an old word of the hub only the number is told.
        silent=silent if ledger.capacity(connection, space, device.id) is not None else (),
    )
