"""Places that are held while a family on the waiting list is phoned, and places that a family said no to.

Holding is offering: the offer in the waiting entry says which place, the operation that made it says who phones and
since when. So every desk that has heard of it reads the same, nothing has to be taken away when the time is over, and
of two desks that held one place without having heard of each other the one that the hub's order names first has it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gpconnect.domain.calendar import AMSTERDAM, is_holding
from gpconnect.domain.errors import KnownError
from gpconnect.domain.operations import Operation
from gpconnect.domain.schedule import Appointment, WaitingEntry
from gpconnect.domain.staff import Staff
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows

HOLD = timedelta(minutes=15)
"""How long a place is kept for a family that is being phoned (our choice): one call, and one more."""
MOST_DECLINED = 20
"""So many places that a family said no to are remembered; the oldest are past by then."""
SLOT = "slot"
"""Beside the entry in an operation: the place that it offers, or that the family said no to."""
_OFFERED, _DECLINED = "waiting_entry.offered", "waiting_entry.declined"
_OPEN = "ended_on IS NULL AND site_id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Hold:
    """A place that is kept for a family.

    Attributes:
        entry_id: their place on the waiting list.
        until: when it is over by itself (aware).
        staff_id: who phones them.
        by: that person's name; empty where it is not known here.
    """

    slot_id: str
    entry_id: str
    until: datetime
    staff_id: str
    by: str


@dataclass(frozen=True, slots=True)
class Kept:
    """For whom of the waiting list a free slot is: held while they are phoned, or theirs to be asked for first.

    Attributes:
        name: of the child; empty where only the age is known here.
        by: who phones them; empty when nobody does yet.
        until: when the holding is over (aware); None when nobody phones yet.
    """

    name: str
    age: int | None = None
    by: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the families that wait: which places are held now, and which they cannot come to."""

    holds: Mapping[str, Hold] = field(default_factory=dict)
    declined: frozenset[tuple[str, str]] = frozenset()

    def hold_of(self, entry: WaitingEntry) -> Hold | None:
        """The place that is held for this family."""
        found = self.holds.get(entry.offered_slot_id)
        return found if found is not None and found.entry_id == entry.id else None

    def declined_by(self, entry_id: str) -> frozenset[str]:
        """The places to which this family said no."""
        return frozenset(slot for one, slot in self.declined if one == entry_id)


def known(session: Session, site_ids: tuple[str, ...] = ()) -> Asked:
    """What is held and what was said no to at these sites; at all of this person's without any.

    A hold of somebody whose clock is far ahead is none: it would never end.
    """
    db, now = session.db, session.now()
    entries = {one.id: one for one in rows.where(db, WaitingEntry, _OPEN, (site_ids or session.actor.site_ids,))}
    if not entries:
        return Asked()
    last: dict[str, Operation] = {}
    declined: dict[str, dict[str, None]] = {}
    for one in operations.of_kinds(db, (_OFFERED, _DECLINED), tuple(entries)):
        slot, said_no = _slot(one), declined.setdefault(one.record, {})
        # Who is asked again for a place may come after all; a no that is said again is the last one.
        said_no.pop(slot, None)
        if one.kind == _DECLINED:
            said_no[slot] = None
        else:
            last.pop(one.record, None)
            last[one.record] = one
    names = _names(session, (one.author for one in last.values()))
    held: dict[str, Hold] = {}
    for entry_id, one in last.items():
        slot, until = entries[entry_id].offered_slot_id, one.made_at + HOLD
        if slot and slot == _slot(one) and now < until <= now + 2 * HOLD:
            held.setdefault(slot, Hold(slot, entry_id, until, one.author, names.get(one.author, "")))
    for slot in _taken(session, held):
        del held[slot]
    pairs = ((entry, slot) for entry, said_no in declined.items() for slot in list(said_no)[-MOST_DECLINED:] if slot)
    return Asked(held, frozenset(pairs))


def require_not_held(session: Session, slot_id: str, site_id: str, entry_id: str = "") -> None:
    """Refuse a place that is kept for another family.

    Args:
        session: at work.
        slot_id: the place.
        site_id: its site.
        entry_id: the family on the waiting list that gets it; empty for anybody else.

    Raises:
        KnownError: ``slot.held`` (by, until), or ``slot.held_elsewhere`` (until) where that person is not known here.
    """
    hold = known(session, (site_id,)).holds.get(slot_id)
    if hold is not None and hold.entry_id != entry_id:
        until = f"{hold.until.astimezone(AMSTERDAM):%H:%M}"
        raise KnownError("slot.held" if hold.by else "slot.held_elsewhere", by=hold.by, until=until)


def _taken(session: Session, held: Iterable[str]) -> set[str]:
    """Of these places those that somebody has by now: a booking ends a hold, also one that went past it."""
    among = "slot_id IN (SELECT value FROM json_each(?))"
    return {one.slot_id for one in rows.where(session.db, Appointment, among, (tuple(held),)) if is_holding(one)}


def _slot(one: Operation) -> str:
    """The place that an operation is about; an older program said it in the entry alone."""
    return str(one.body.get(SLOT) or one.body.get("offered_slot_id") or "")


def _names(session: Session, staff_ids: Iterable[str]) -> dict[str, str]:
    own = session.actor
    ids = tuple(set(staff_ids))
    found = rows.where(session.db, Staff, "id IN (SELECT value FROM json_each(?))", (ids,))
    return {one.id: one.name for one in found} | {own.staff_id: own.name}
