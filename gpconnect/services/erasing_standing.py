"""Where a destruction stands beside the other devices and the hub: done per device, or not counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gpconnect.domain.erasure import Erasure, ErasureReceipt, ErasureRefusal, ErasureStatus
from gpconnect.domain.records import KIND_OF
from gpconnect.services import applying, spaces
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, erasure, rows


@dataclass(frozen=True, slots=True)
class DeviceReceipt:
    """A device of the team and whether it is done there.

    Attributes:
        done_at: None while it is not.
        heard_at: when the hub last received something from it, None when never.
    """

    device: str
    name: str
    own: bool
    done_at: datetime | None
    heard_at: datetime | None


@dataclass(frozen=True, slots=True)
class TooEarly:
    """Somebody destroyed before the seven days were over by the hub's clock, which does not count.

    Attributes:
        by: their name, empty for somebody who is not known here any more.
        at: when the hub received it, or by their own clock when it has not.
    """

    by: str
    at: datetime


def receipts(session: Session, one: Erasure, names: dict[str, str]) -> Iterator[DeviceReceipt]:
    """Each device that was in the team when it was destroyed; one that was taken out since is not waited for."""
    db, space = session.db, session.team_space
    done = {
        receipt.device: receipt.destroyed_at for receipt in rows.where(db, ErasureReceipt, "erasure_id = ?", (one.id,))
    }
    seats = spaces.membership(db, space).seats
    until = max((stone.seq for stone in erasure.tombstones(db) if stone.erasure == one.id), default=None)
    if not seats:
        yield DeviceReceipt(session.device, session.actor.name, True, done.get(session.device), None)
    for device, seat in seats.items():
        if device in done or (not seat.left and (until is None or seat.since < until)):
            name = names.get(seat.member.staff, "")
            heard = erasure.last_heard(db, space, device)
            yield DeviceReceipt(device, name, device == session.device, done.get(device), heard)


def refusal(session: Session, one: Erasure) -> ErasureRefusal | None:
    """Why a refused request was refused; None when it was not, or when what was written is not here yet."""
    if one.status is not ErasureStatus.REFUSED:
        return None
    found = rows.where(session.db, ErasureRefusal, "erasure_id = ?", (one.id,), order="decided_at DESC, id")
    return found[0] if found else None


def too_early(session: Session, one: Erasure, names: dict[str, str]) -> TooEarly | None:
    """The last destruction of a request that came too early; None when there is none, or the request is no longer."""
    if one.status is not ErasureStatus.REQUESTED:
        return None
    found = conflicts.marked(session.db, kind=KIND_OF[Erasure].name, record=one.id)
    marks = [mark for mark in found if mark.reason == applying.ERASED_TOO_EARLY]
    if not marks:
        return None
    last = marks[-1]
    return TooEarly(names.get(last.author, ""), erasure.placed(session.db, last.op_id).received_at or last.at)
