"""The end of the pilot: when everybody has a complete file, the hub lets go of what it holds, space by space.

Whoever administers a space says so for that space, and again after a week; until then any of its admins takes it back.
What is decided here is sent in the next round. The files on the computers of the people stay as they are: the hub
never was where the data live. That a space is gone from the hub counts only when one of its own admins signed so.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.access import EventType
from gpconnect.domain.bounds import is_moment
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.records import Family
from gpconnect.domain.roles import Intention
from gpconnect.services import enrolling, put_out, spaces
from gpconnect.services.acting import check
from gpconnect.services.rounds import FileStep, Hub, Round, asked
from gpconnect.services.session import Session
from gpconnect.storage import access_log, erasure, meta, operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import ending, wire

LOOKS_EVERY = timedelta(hours=12)
_NAME = "ending"
_CHANGED = Changes(frozenset({"membership"}))
_TOLD = frozenset({"hub.ending_early", "hub.ending_unasked", "space.not_an_admin", "hub.not_member", "hub.trouble"})
"""What the hub says to a step that it does not take: it is told at the step, and the rest of the round goes on."""


class _Kept(msgspec.Struct, frozen=True):
    """What this device knows: how it stood, when it looked, what is to be said next, and what the hub said to that."""

    standing: ending.Standing
    looked_at: datetime | None = None
    wish: ending.Step | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class EndingView:
    """How it stands with the ending of a space.

    Attributes:
        state: ``running``, ``asked`` (a week goes by), ``due`` (it can be emptied), ``ended``.
        sending: a step waits for the next round.
        may: this device administers the space.
        trouble: code of what the hub said to the last step; empty when it took it.
    """

    space: str
    state: str
    may: bool
    due_at: datetime | None = None
    ended_at: datetime | None = None
    sending: bool = False
    trouble: str = ""


def overview(session: Session) -> tuple[EndingView, ...]:
    """Every space of this device."""
    check(session, Intention.SEE_PILOT)
    return tuple(_view(session, space) for space in spaces.followed(session.db))


def ask(session: Session, space: str) -> Changes:
    """Say that the hub may let go of a space; a week later it can be emptied.

    Raises:
        KnownError: ``space.not_an_admin``, ``ending.waiting`` (not everything has arrived at the hub),
            ``ending.not_exported`` (dossiers without a copy at the employer), ``ending.ended``.
    """
    _ready(session, space)
    return _wish(session, space, "ask")


def take_back(session: Session, space: str) -> Changes:
    """The pilot goes on.

    Raises:
        KnownError: ``space.not_an_admin``, ``ending.ended``.
    """
    check(session, Intention.INVITE)
    enrolling.require_admin(session, space)
    return _wish(session, space, "undo")


def empty(session: Session, space: str) -> Changes:
    """Let the hub forget the space, for good; only what it says of the week counts.

    Raises:
        KnownError: as `ask`; ``hub.ending_unasked``, ``hub.ending_early``.
    """
    _ready(session, space)
    state = _view(session, space).state
    if state in {"running", "asked"}:
        raise KnownError("hub.ending_early" if state == "asked" else "hub.ending_unasked")
    return _wish(session, space, "empty")


def ended(db: Database) -> frozenset[str]:
    """The spaces that the hub let go of: nothing is sent to them or asked of them any more."""
    return frozenset(space for space in spaces.followed(db) if _kept(db, space).standing.emptied_at)


def active(db: Database) -> tuple[str, ...]:
    """The spaces that are synced."""
    gone = ended(db)
    return tuple(space for space in spaces.followed(db) if space not in gone)


# What happens in a round with the hub.


def follow(hub: Hub, space: str, pulling: Round) -> Generator[Any, Any, tuple[Changes, bool]]:
    """Take in what is new, send the step that waits; and whether the hub let go of the space, so that all is over.

    Raises:
        KnownError: as `pulling`; ``hub.alarm``: the hub says that it let go and shows nothing that an admin signed.
    """
    try:
        gathered = yield from pulling
    except KnownError as error:
        if error.code != "hub.emptied":
            raise
        standing: ending.Standing = yield from asked(hub, partial(hub.end, space, "look"))
        taken: Changes = yield FileStep(partial(_take, space=space, standing=standing))
        return taken, True
    gathered |= yield from _tell(hub, space)
    return gathered, bool((yield FileStep(lambda session: space in ended(session.db))))


def _tell(hub: Hub, space: str) -> Round:
    """Send the step that waits, or look how it stands when that was long ago."""
    step: ending.Step | None = yield FileStep(partial(_next, space=space))
    if step is None:
        return Changes()
    try:
        standing: ending.Standing = yield from asked(hub, partial(hub.end, space, step))
    except KnownError as error:
        if error.code not in _TOLD:
            raise
        changes: Changes = yield FileStep(partial(_refused, space=space, code=error.code, looked=step == "look"))
        return changes
    taken: Changes = yield FileStep(partial(_take, space=space, standing=standing))
    return taken


def _ready(session: Session, space: str) -> None:
    check(session, Intention.INVITE)
    enrolling.require_admin(session, space)
    if _kept(session.db, space).standing.emptied_at:
        raise KnownError("ending.ended")
    count = operations.outbox_counts(session.db).get(space)
    if count is not None and (count.waiting or count.under_way):
        raise KnownError("ending.waiting", count=count.waiting + count.under_way)
    left = _not_exported(session) if space.startswith(Family.TEAM) else 0
    if left:
        raise KnownError("ending.not_exported", count=left)


def _not_exported(session: Session) -> int:
    """Dossiers of which no copy went to the employer, or something was written since."""
    db = session.db
    left = len(erasure.blocked(db))
    for patient in rows.where(db, Patient):
        events = access_log.of_patient(db, patient.id)
        copies = [one.at for one in events if one.type is EventType.EXPORT]
        made = [one.made_at for one in operations.of_dossier(db, patient.id)]
        left += not copies or any(at > max(copies) for at in made)
    return left


def _view(session: Session, space: str) -> EndingView:
    kept = _kept(session.db, space)
    standing, now = kept.standing, session.now()
    due = datetime.fromisoformat(standing.due_at) if standing.due_at else None
    over = datetime.fromisoformat(standing.emptied_at) if standing.emptied_at else None
    member = spaces.membership(session.db, space).member(session.device)
    state = "ended" if over else "running" if due is None else "due" if due <= now else "asked"
    may = member is not None and member.capacity == "admin"
    return EndingView(space, state, may, due, over, sending=bool(kept.wish), trouble=kept.trouble)


def _wish(session: Session, space: str, step: ending.Step) -> Changes:
    kept = _kept(session.db, space)
    if kept.standing.emptied_at:
        raise KnownError("ending.ended")
    _keep(session, space, msgspec.structs.replace(kept, wish=step, trouble=""))
    return _CHANGED


def _next(session: Session, space: str) -> ending.Step | None:
    kept = _kept(session.db, space)
    if kept.wish:
        return kept.wish
    known = spaces.membership(session.db, space).member(session.device) is not None
    old = kept.looked_at is None or kept.looked_at + LOOKS_EVERY <= session.now()
    return "look" if known and old else None


def _refused(session: Session, space: str, code: str, *, looked: bool) -> Changes:
    kept = _kept(session.db, space)
    trouble = kept.trouble if looked else code
    _keep(session, space, msgspec.structs.replace(kept, looked_at=session.now(), wish=None, trouble=trouble))
    return Changes() if looked else _CHANGED


def _take(session: Session, space: str, standing: ending.Standing) -> Changes:
    kept = _kept(session.db, space)
    if not all(is_moment(said) for said in (standing.asked_at, standing.due_at, standing.emptied_at) if said):
        raise KnownError("hub.alarm", alarm="hub.moment")
    if standing.emptied_at and _is_outside(session, space):
        return Changes()
    if standing.emptied_at and not _is_signed(session, space, standing):
        raise KnownError("hub.alarm", alarm="ending.unsigned")
    _keep(session, space, _Kept(standing, session.now()))
    return Changes() if standing == kept.standing and not kept.wish else _CHANGED


def _is_outside(session: Session, space: str) -> bool:
    """Whether this device was never let in, or put out: then it cannot know who administered the space in the end.

    What the hub says of it changes nothing here, and is no reason to mistrust the hub.
    """
    return not spaces.membership(session.db, space).seats or space in put_out.spaces_out(session.db)


def _is_signed(session: Session, space: str, standing: ending.Standing) -> bool:
    """Whether somebody who administered the space, by its own order, said so."""
    seat = spaces.membership(session.db, space).seats.get(standing.emptied_by)
    if seat is None or seat.left or seat.member.capacity != "admin" or standing.space != space:
        return False
    message = ending.message(space, "empty", standing.emptied_by)
    return wire.verify(seat.member.sign_key, standing.signature, message)


def _kept(db: Database, space: str) -> _Kept:
    found = meta.get_meta(db, f"{_NAME}/{space}")
    return msgspec.convert(found, _Kept) if found else _Kept(ending.Standing(space))


def _keep(session: Session, space: str, kept: _Kept) -> None:
    with transaction(session.db):
        meta.put_meta(session.db, f"{_NAME}/{space}", msgspec.to_builtins(kept))
