"""Who may begin something at this hub: found a space, or open a mailbox.

Any device may make itself known, for somebody who comes in with a code knows nobody here yet. Being known is worth
nothing: the first space of a pilot is founded with a code that the operator gave to its coordinator. Who was let into
what everybody reads may found a practice or a team after that. A hub that was put back from a copy does not know what
it forgot, so there a founding always wants a new code: the name may be taken.

Whoever showed the code is a founder for as long as that code is good, and no longer.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

import msgspec
import sqlalchemy as sa

from gpconnect.hub.database import reading, writing
from gpconnect.hub.doors import instant, micros
from gpconnect.hub.schema import DEVICE, ENROLMENT, META

REFUSED = "founding_code"
LIFE = timedelta(days=7)
KNOWN_FOR = timedelta(days=2)
"""How long a device that belongs nowhere stays known; a code to come in with lasts a day."""
_ROW = "founding"
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
_LENGTH, _GROUP = 16, 4


def new_code(engine: sa.Engine, now: datetime) -> str:
    """A code of 80 random bits with which devices may found spaces, for a week.

    An earlier one is good no more, and who showed it has to show this one.
    """
    code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    value = msgspec.msgpack.encode((_digest(code), micros(now + LIFE)))
    with writing(engine) as connection:
        withdraw(connection)
        connection.execute(sa.insert(META).values(name=_ROW, value=value))
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def withdraw(connection: sa.Connection) -> None:
    """No code is good any more, and nobody is a founder by one that they showed."""
    connection.execute(sa.delete(META).where(META.c.name == _ROW))
    connection.execute(sa.update(DEVICE).where(DEVICE.c.founder).values(founder=False))


def is_good(engine: sa.Engine, now: datetime, code: str) -> bool:
    """Whether this is the code of now, however it was typed."""
    with reading(engine) as connection:
        digest = _good(connection, now)
    return bool(code) and digest is not None and secrets.compare_digest(digest, _digest(code))


def may_found(connection: sa.Connection, now: datetime, device: str, space: str, *, restored: bool) -> bool:
    """Whether this device may found this space."""
    if _is_founder(connection, now, device):
        return True
    if restored or not space.startswith(("practice/", "team/")):
        return False
    common = ENROLMENT.c.space.like("common/%"), ENROLMENT.c.left == 0
    query = sa.select(ENROLMENT.c.device).where(ENROLMENT.c.device == device, *common)
    return connection.execute(query.limit(1)).first() is not None


def may_open_mailbox(connection: sa.Connection, now: datetime, device: str) -> bool:
    """Whether this device may begin a conversation under a code: who belongs somewhere, or is about to found."""
    query = sa.select(ENROLMENT.c.device).where(ENROLMENT.c.device == device, ENROLMENT.c.left == 0)
    return _is_founder(connection, now, device) or connection.execute(query.limit(1)).first() is not None


def belongs_somewhere(connection: sa.Connection, device: str) -> bool:
    """Whether somebody let this device into a space, before it ever made itself known."""
    query = sa.select(ENROLMENT.c.device).where(ENROLMENT.c.device == device)
    return connection.execute(query.limit(1)).first() is not None


def newcomers(connection: sa.Connection, since: datetime) -> int:
    """How many devices made themselves known after this moment, and belong nowhere."""
    query = sa.select(sa.func.count()).select_from(DEVICE).where(DEVICE.c.since > micros(since), _belongs_nowhere())
    return int(connection.execute(query).scalar_one())


def sweep(connection: sa.Connection, now: datetime) -> None:
    """Forgets devices that came to nothing; one that comes back makes itself known again."""
    if _good(connection, now) is None:
        withdraw(connection)
    old = DEVICE.c.since <= micros(now - KNOWN_FOR)
    connection.execute(sa.delete(DEVICE).where(old, sa.not_(DEVICE.c.founder), _belongs_nowhere()))


def _belongs_nowhere() -> sa.ColumnElement[bool]:
    return DEVICE.c.device.not_in(sa.select(ENROLMENT.c.device))


def _good(connection: sa.Connection, now: datetime) -> bytes | None:
    """What the code of now comes to; None when there is none, or its week is over."""
    stored = connection.execute(sa.select(META.c.value).where(META.c.name == _ROW)).scalar()
    if stored is None:
        return None
    digest, until = msgspec.msgpack.decode(bytes(stored), type=tuple[bytes, int])
    return digest if now < instant(until) else None


def _is_founder(connection: sa.Connection, now: datetime, device: str) -> bool:
    if _good(connection, now) is None:
        return False
    return bool(connection.execute(sa.select(DEVICE.c.founder).where(DEVICE.c.device == device)).scalar())


def _digest(code: str) -> bytes:
    signs = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_ALIKE)
    return hashlib.sha256(b"gpconnect founding\0" + signs.encode()).digest()
