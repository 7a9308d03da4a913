"""Letters between two devices that share a one-time code: how somebody joins, without the hub knowing who.

A mailbox has an id that both sides derive from the code, and eight slots. Who writes a slot first has written it; the
letters are opaque and protected by the code itself, so the hub can neither read nor forge them. What the hub adds: a
mailbox lasts a day by its clock, a closed one stays closed, and naming mailboxes that are not there is limited
per device, so that an id cannot be found by trying. A device that guessed too often hears nothing, also about
mailboxes that do exist.
"""

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from gpconnect.hub import founders
from gpconnect.hub.database import reading, writing
from gpconnect.hub.doors import Device, RejectedError, micros
from gpconnect.hub.limits import WINDOW, Limits
from gpconnect.hub.schema import DEVICE, GUESS, LETTER, MAILBOX
from gpconnect.sync import wire

LIFE = timedelta(hours=24)
BOX = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Visit:
    """One device that names one mailbox, now.

    Attributes:
        engine: database of the hub.
        limits: how often it may name one that is not there.
        now: the hub's clock.
        device: who showed a token.
        box: id of the mailbox, 32 hex digits.
    """

    engine: sa.Engine
    limits: Limits
    now: datetime
    device: Device
    box: str


def leave(visit: Visit, letter: wire.Letter) -> None:
    """Puts a letter in a slot; the first one opens the mailbox, for a day. The same letter again changes nothing.

    Raises:
        RejectedError: 400 ``malformed``, 413 ``too_large``, 409 ``taken`` (the slot holds something else, or the
            mailbox was closed), 429 ``later``, 403 ``not_member`` (nobody opened it, and this device belongs nowhere).
    """
    _check_name(visit)
    if not (0 <= letter.slot < wire.SLOTS and letter.data):
        raise RejectedError(400, "malformed")
    if len(letter.data) > wire.MAX_LETTER:
        raise RejectedError(413, "too_large")
    try:
        _leave(visit, letter)
    except IntegrityError:
        # Somebody else wrote the same slot in the same instant; now it is found there.
        _leave(visit, letter)


def collect(visit: Visit) -> wire.Mailbox:
    """The letters that are in a mailbox.

    Raises:
        RejectedError: 400 ``malformed``, 404 ``enrolment_unknown`` (never opened, closed, or a day old), 429 ``later``.
    """
    _check_name(visit)
    with reading(visit.engine) as connection:
        _check_guesses(connection, visit)
        box = _box(connection, visit)
        letters = sa.select(LETTER.c.slot, LETTER.c.data).where(LETTER.c.box == visit.box).order_by(LETTER.c.slot)
        found = {row.slot: bytes(row.data) for row in connection.execute(letters)}
    if box is None or box.closed:
        with writing(visit.engine) as connection:
            _count_guess(connection, visit)
        raise RejectedError(404, "enrolment_unknown")
    return wire.Mailbox(found)


def close(visit: Visit) -> None:
    """Takes the letters out and keeps the mailbox shut for the rest of its day; by who opened it, again does no harm.

    Raises:
        RejectedError: 400 ``malformed``, 404 ``enrolment_unknown`` (also for a mailbox of somebody else), 429
            ``later``.
    """
    _check_name(visit)
    with writing(visit.engine) as connection:
        _check_guesses(connection, visit)
        box = _box(connection, visit)
        own = box is not None and box.opener == visit.device.id
        if own:
            connection.execute(sa.update(MAILBOX).where(MAILBOX.c.id == visit.box).values(closed=True))
            connection.execute(sa.delete(LETTER).where(LETTER.c.box == visit.box))
        else:
            _count_guess(connection, visit)
    if not own:
        raise RejectedError(404, "enrolment_unknown")


def sweep(connection: sa.Connection, now: datetime) -> None:
    """Deletes what is older than a day, and forgets who guessed wrong longer than an hour ago."""
    old = sa.select(MAILBOX.c.id).where(MAILBOX.c.until <= micros(now))
    connection.execute(sa.delete(LETTER).where(LETTER.c.box.in_(old)))
    connection.execute(sa.delete(MAILBOX).where(MAILBOX.c.until <= micros(now)))
    connection.execute(sa.delete(GUESS).where(GUESS.c.since <= micros(now - WINDOW)))


def _leave(visit: Visit, letter: wire.Letter) -> None:
    with writing(visit.engine) as connection:
        _check_guesses(connection, visit)
        box = _box(connection, visit)
        if box is None:
            if not (visit.limits.anybody or founders.may_open_mailbox(connection, visit.now, visit.device.id)):
                raise RejectedError(403, "not_member")
            sweep(connection, visit.now)
            _count_guess(connection, visit)
            row = {"id": visit.box, "opener": visit.device.id, "until": micros(visit.now + LIFE), "closed": False}
            connection.execute(sa.insert(MAILBOX).values(row))
        elif box.closed:
            raise RejectedError(409, "taken")
        there = sa.select(LETTER.c.data).where(LETTER.c.box == visit.box, LETTER.c.slot == letter.slot)
        data = connection.execute(there).scalar()
        if data is None:
            connection.execute(sa.insert(LETTER).values(box=visit.box, slot=letter.slot, data=letter.data))
        elif bytes(data) != letter.data:
            raise RejectedError(409, "taken")


def _check_name(visit: Visit) -> None:
    if not BOX.fullmatch(visit.box):
        raise RejectedError(400, "malformed")


def _box(connection: sa.Connection, visit: Visit) -> sa.Row[Any] | None:
    """The mailbox while its day lasts, shut or not."""
    query = sa.select(MAILBOX).where(MAILBOX.c.id == visit.box, MAILBOX.c.until > micros(visit.now))
    return connection.execute(query).first()


def _guesses(connection: sa.Connection, visit: Visit) -> tuple[int, int]:
    """When this device's hour began (µs) and how often it named a mailbox that was not there since."""
    query = sa.select(GUESS.c.since, GUESS.c.times).where(
        GUESS.c.device == visit.device.id, GUESS.c.since > micros(visit.now - WINDOW)
    )
    row = connection.execute(query).first()
    return (row.since, row.times) if row else (micros(visit.now), 0)


def _check_guesses(connection: sa.Connection, visit: Visit) -> None:
    since, count = _guesses(connection, visit)
    if count >= visit.limits.guesses:
        wait = since + WINDOW // timedelta(microseconds=1) - micros(visit.now)
        raise RejectedError(429, "later", math.ceil(wait / 1_000_000))


def _count_guess(connection: sa.Connection, visit: Visit) -> None:
    # The row of the device is the lock: two guesses at once are two.
    locked = sa.select(DEVICE.c.device).where(DEVICE.c.device == visit.device.id).with_for_update()
    connection.execute(locked).first()
    since, count = _guesses(connection, visit)
    connection.execute(sa.delete(GUESS).where(GUESS.c.device == visit.device.id))
    connection.execute(sa.insert(GUESS).values(device=visit.device.id, since=since, times=count + 1))
