"""The end of a pilot: a space leaves the hub, and only that it did remains.

Everybody has a complete file of their own, so nothing is lost by it. An admin of the space asks; a week later an admin
empties it, and until then any of them can take it back. Then its parcels, keys, claims and members go, and every device
that is in no other space. What stays is one row: which space, when, and the signature of who said so. Nobody can found
the space again. A copy that was made before (`upkeep.backup`) still holds it: copies go within 30 days.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from gpconnect.hub import ledger, rules
from gpconnect.hub.database import writing
from gpconnect.hub.doors import Device, RejectedError, instant, micros
from gpconnect.hub.schema import (
    AUDIT,
    CLAIM,
    DEVICE,
    ENDING,
    ENROLMENT,
    HEAD,
    HEALING,
    PARCEL,
    SPACE,
    TOKEN,
    WRAPPED_KEY,
)
from gpconnect.sync import ending, wire

WAIT = timedelta(days=7)
"""Between asking and emptying, as with an erasure."""
EMPTIED = "emptied"
_ASKED = "ending_asked"
_UNDONE = "ending_undone"
_GONE = 410
_CONFLICT = 409


def end(engine: sa.Engine, now: datetime, device: Device, request: ending.End) -> ending.Standing:
    """One step towards an empty hub. Again does no harm.

    Args:
        engine: database of the hub.
        now: the hub's clock decides when the week is over.
        device: who showed a token.
        request: the step, signed by that device.

    Raises:
        RejectedError: 400 ``malformed``; 403 ``signature``, ``not_member`` (also when there is no such space),
            ``not_admin``; 409 ``not_asked``, ``too_early``.
    """
    if not rules.SPACE.fullmatch(request.space):
        raise RejectedError(400, "malformed")
    message = ending.message(request.space, request.step, device.id)
    if not wire.verify(device.sign_key, request.signature, message):
        raise RejectedError(403, "signature")
    with writing(engine) as connection:
        # The same lock as a push: nothing slips in halfway.
        connection.execute(sa.select(HEAD.c.seq).where(HEAD.c.space == request.space).with_for_update()).first()
        row = _row(connection, request.space)
        if row is None or not row.emptied_at:
            capacity = ledger.capacity(connection, request.space, device.id)
            if capacity is None:
                raise RejectedError(403, "not_member")
            if request.step != "look":
                if capacity != "admin":
                    raise RejectedError(403, "not_admin")
                _step(connection, now, device, request, row)
        return _standing(request.space, _row(connection, request.space))


def is_emptied(connection: sa.Connection, space: str) -> bool:
    """Whether this space was here and left."""
    row = _row(connection, space)
    return row is not None and bool(row.emptied_at)


def refuse_emptied(connection: sa.Connection, space: str) -> None:
    """Tell who asks for a space that it left, rather than that they do not belong to it.

    Raises:
        RejectedError: 410 ``emptied``.
    """
    if is_emptied(connection, space):
        raise RejectedError(_GONE, EMPTIED)


def _step(
    connection: sa.Connection, now: datetime, device: Device, request: ending.End, row: sa.Row[Any] | None
) -> None:
    space = request.space
    if request.step == "ask":
        if row is None:
            asked = {
                "asked_at": micros(now),
                "asked_by": device.id,
                "emptied_at": 0,
                "emptied_by": "",
                "signature": b"",
            }
            connection.execute(sa.insert(ENDING).values(space=space, **asked))
            _note(connection, now, device, request, _ASKED)
    elif row is None:
        if request.step == "empty":
            raise RejectedError(_CONFLICT, "not_asked")
    elif request.step == "undo":
        connection.execute(sa.delete(ENDING).where(ENDING.c.space == space))
        _note(connection, now, device, request, _UNDONE)
    elif now < instant(row.asked_at) + WAIT:
        raise RejectedError(_CONFLICT, "too_early")
    else:
        _empty(connection, space)
        done = {"emptied_at": micros(now), "emptied_by": device.id, "signature": request.signature}
        connection.execute(sa.update(ENDING).where(ENDING.c.space == space).values(**done))
        _note(connection, now, device, request, EMPTIED)


def _empty(connection: sa.Connection, space: str) -> None:
    was_in = sa.select(ENROLMENT.c.device).where(ENROLMENT.c.space == space)
    devices = set(connection.execute(was_in).scalars())
    for table in (PARCEL, WRAPPED_KEY, CLAIM, HEALING, ENROLMENT, AUDIT, SPACE, HEAD):
        connection.execute(sa.delete(table).where(table.c.space == space))
    elsewhere = sa.select(ENROLMENT.c.device).where(ENROLMENT.c.device.in_(devices))
    alone = devices - set(connection.execute(elsewhere).scalars())
    for table in (TOKEN, DEVICE):
        connection.execute(sa.delete(table).where(table.c.device.in_(alone)))


def _note(connection: sa.Connection, now: datetime, device: Device, request: ending.End, code: str) -> None:
    digest = hashlib.sha256(request.signature).digest()
    line = {"at": micros(now), "device": device.id, "space": request.space, "code": code, "digest": digest}
    connection.execute(sa.insert(AUDIT).values(line))


def _row(connection: sa.Connection, space: str) -> sa.Row[Any] | None:
    return connection.execute(sa.select(ENDING).where(ENDING.c.space == space)).first()


def _standing(space: str, row: sa.Row[Any] | None) -> ending.Standing:
    if row is None:
        return ending.Standing(space)
    return ending.Standing(
        space,
        asked_at=instant(row.asked_at).isoformat(),
        asked_by=row.asked_by,
        due_at=(instant(row.asked_at) + WAIT).isoformat(),
        emptied_at=instant(row.emptied_at).isoformat() if row.emptied_at else "",
        emptied_by=row.emptied_by,
        signature=bytes(row.signature),
    )
