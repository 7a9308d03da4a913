"""Letting wrapped keys go: the hub's part in an erasure (GDPR article 17).

The parcels stay, so that the order keeps its proof; without the key nobody can open what stood in them. The hub cannot
know what a key sealed or whether anybody decided to erase it, so any member may ask, for `wire.MAX_FORGET` keys at a
time. What protects the others is that it leaves a trace nobody can deny: the signature of the device, and an audit line
per request with the device and the hash of what it signed. It does no harm that lasts either: who holds the key still
has it, its parcels stay, and the hub tells the members how often it let keys go. Each then looks whether a key is gone
that nobody destroyed, and hands it out again, so that who comes later reads what stands under it.
"""

import hashlib
from datetime import datetime

import sqlalchemy as sa

from gpconnect.hub import ledger, rules
from gpconnect.hub.database import writing
from gpconnect.hub.doors import Device, RejectedError, micros
from gpconnect.hub.schema import AUDIT, HEAD, WRAPPED_KEY
from gpconnect.sync import wire

CODE = "keys_forgotten"
_MAY = frozenset({"admin", "member"})


def forget(engine: sa.Engine, now: datetime, device: Device, request: wire.Forget) -> wire.Forgotten:
    """Deletes every wrap of these keys in a space, of all epochs. Doing it again changes nothing.

    Args:
        engine: database of the hub.
        now: for the audit line.
        device: who showed a token.
        request: which keys, signed by that device.

    Raises:
        RejectedError: 400 ``malformed``, 403 ``signature``, 403 ``not_member`` (also a contributor or recovery member,
            and when there is no such space).
    """
    if not (request.ids and len(request.ids) <= wire.MAX_FORGET and _well_formed(request)):
        raise RejectedError(400, "malformed")
    message = wire.forget_message(request.space, device.id, request.ids)
    if not wire.verify(device.sign_key, request.signature, message):
        raise RejectedError(403, "signature")
    with writing(engine) as connection:
        # The same lock as a push, so that no wrap of these keys slips in halfway.
        connection.execute(sa.select(HEAD.c.seq).where(HEAD.c.space == request.space).with_for_update()).first()
        if ledger.capacity(connection, request.space, device.id) not in _MAY:
            raise RejectedError(403, "not_member")
        named = WRAPPED_KEY.c.space == request.space, WRAPPED_KEY.c.id.in_(request.ids)
        count = connection.execute(sa.delete(WRAPPED_KEY).where(*named)).rowcount
        if count:
            update = sa.update(HEAD).where(HEAD.c.space == request.space)
            connection.execute(update.values(let_go=HEAD.c.let_go + 1))
        _note(connection, now, device, request.space, hashlib.sha256(message).digest())
    return wire.Forgotten(count)


def _well_formed(request: wire.Forget) -> bool:
    return bool(rules.SPACE.fullmatch(request.space)) and all(len(one) == rules.ID_BYTES for one in request.ids)


def _note(connection: sa.Connection, now: datetime, device: Device, space: str, digest: bytes) -> None:
    """One line per request, however often it comes."""
    same = AUDIT.c.code == CODE, AUDIT.c.space == space, AUDIT.c.digest == digest
    if connection.execute(sa.select(AUDIT.c.id).where(*same).limit(1)).first() is None:
        line = {"at": micros(now), "device": device.id, "space": space, "code": CODE, "digest": digest}
        connection.execute(sa.insert(AUDIT).values(line))
