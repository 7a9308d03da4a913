"""Whose a free place is before it is anybody's: the family it is held for, or the first in line that it suits."""

from collections.abc import Sequence
from dataclasses import replace

from gpconnect.domain.calendar import next_waiting
from gpconnect.domain.names import full_name
from gpconnect.domain.people import PersonCard
from gpconnect.domain.schedule import Slot, WaitingEntry
from gpconnect.services import holds
from gpconnect.services.half_day_views import AMONG
from gpconnect.services.holds import Asked, Kept
from gpconnect.services.session import Session
from gpconnect.services.slots import SlotOffer
from gpconnect.storage import rows


def first(entries: Sequence[WaitingEntry], slot: Slot, asked: Asked, worker_id: str) -> WaitingEntry | None:
    """Whom of these to ask for a free slot; None when it suits nobody who has no other place held for them."""
    hold = asked.holds.get(slot.id)
    if hold is not None:
        return next((one for one in entries if one.id == hold.entry_id), None)
    # Who is phoned about one place is not asked for a second.
    free = [one for one in entries if asked.hold_of(one) is None]
    return next_waiting(free, slot, (), worker_id, asked.declined)


def keep(session: Session, site_ids: tuple[str, ...], offers: Sequence[SlotOffer]) -> tuple[SlotOffer, ...]:
    """The same free slots, earliest first, each with the family of the waiting list that comes first for it.

    Each family is named once: whoever asks anew is not kept waiting for every slot that would suit somebody.
    """
    entries = rows.where(
        session.db, WaitingEntry, AMONG.format(column="site_id") + " AND ended_on IS NULL", (site_ids,)
    )
    if not entries:
        return tuple(offers)
    asked = holds.known(session, site_ids)
    among = AMONG.format(column="id")
    kept = {one.id: one for one in rows.where(session.db, Slot, among, (tuple(one.slot_id for one in offers),))}
    cards = rows.where(session.db, PersonCard, among, (tuple(one.person_id for one in entries),))
    names = {one.id: full_name(one.given_name, one.prefix, one.family_name) for one in cards}
    left, found = list(entries), []
    for offer in offers:
        here = [one for one in left if one.site_id == offer.site_id]
        entry = first(here, kept[offer.slot_id], asked, offer.worker_id)
        if entry is None:
            found.append(offer)
            continue
        left.remove(entry)
        hold = asked.holds.get(offer.slot_id)
        mark = Kept(names.get(entry.person_id, ""), entry.age, hold.by if hold else "", hold.until if hold else None)
        found.append(replace(offer, kept=mark))
    return tuple(found)
