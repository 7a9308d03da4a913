"""The waiting list of a site: whoever waits longest and fits is offered the next slot that falls free."""

from dataclasses import dataclass, replace
from datetime import date

from gpconnect.domain.ages import age_on
from gpconnect.domain.booking import request_of
from gpconnect.domain.calendar import place_in_line
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import HalfDaySession, Slot, WaitingEntry
from gpconnect.domain.typed import clean_line, readable_phone
from gpconnect.services import asked_with, booking, held_details, holds, in_line, rebooking, requests, slots
from gpconnect.services.acting import acting, check
from gpconnect.services.booking import Booked, BookingRequest, Doubt
from gpconnect.services.cards import Sharing
from gpconnect.services.holds import Asked, Hold
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.services.slots import SlotOffer, Wish
from gpconnect.storage import rows


@dataclass(frozen=True, slots=True)
class WaitingWish:
    """When and with whom a family can come, and whether they go first.

    Attributes:
        first: they go before who waits longer.
        priority_why: why; said whenever they do, and empty where that may not be known yet.
        days: weekdays, 1 for Monday; empty when any will do.
        part: ``morning``, ``afternoon`` or empty.
        worker_id: the worker they wait for, or empty.
    """

    first: bool = False
    priority_why: str = ""
    days: tuple[int, ...] = ()
    part: str = ""
    worker_id: str = ""


@dataclass(frozen=True, slots=True)
class WaitingView:
    """A family that waits, as a screen shows it. `name` is empty where only age and reasons are known here.

    Attributes:
        offer: the place that is held for them while they are phoned, by whom and until when says `hold`.
        gp_joins: the GP comes along for the first minutes.
    """

    entry_id: str
    person_id: str
    name: str
    age: int | None
    since: date
    days: int
    reasons: tuple[str, ...]
    words: str
    phone: str
    minutes: int
    offer: SlotOffer | None = None
    wish: WaitingWish = WaitingWish()
    interpreter: str = ""
    safe_contact: str = ""
    gp_joins: bool = False
    hold: Hold | None = None


def add_to_waiting_list(session: Session, request: BookingRequest) -> tuple[Changes, Booked | Doubt]:
    """Let a family wait for a slot that falls free.

    Raises:
        KnownError: ``booking.reasons_missing``, ``booking.doctor_elsewhere``, or as `booking.add_person`.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    if not request.reasons:
        raise KnownError("booking.reasons_missing")
    if doubt := booking.doubt_about(session, request):
        return Changes(), doubt
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        card = booking.add_person(action, request)
        details = booking.details_of(request)
        entry = WaitingEntry(
            id=session.new_id(),
            site_id=request.site_id,
            person_id=card.id,
            since=request.requested_on or session.today(),
            reasons=requests.check_reasons(request.reasons),
            words=details.words if card.shared else "",
            age=age_on(card.birth_date, session.today()),
            minutes=request.minutes or slots.FIRST_TALK_MINUTES,
        )
        doctor_id, _ = requests.on_behalf_of(session, request.site_id, request.practitioner_id)
        beside = asked_with.asked(
            gp_joins=request.gp_joins, family_agreed=request.family_agreed, practitioner_id=doctor_id
        )
        before = requests.continued(session, card.id, request.site_id)
        beside |= asked_with.continues(request_of(before) if before is not None else "")
        action.write(entry, "added", beside=beside | (asked_with.told(details) if card.shared else {}))
        if not card.shared:
            held_details.hold(session.db, entry.id, details)
    name = full_name(card.given_name, card.prefix, card.family_name)
    return action.changes, Booked("", card.id, name, shared=card.shared, waiting_id=entry.id)


def waiting_list(session: Session, site_id: str) -> list[WaitingView]:
    """Who waits at a site: who goes first, then the longest.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    found = rows.where(session.db, WaitingEntry, "site_id = ? AND ended_on IS NULL", (site_id,), order="since, id")
    asked = holds.known(session, (site_id,))
    return [_view(session, entry, asked) for entry in sorted(found, key=place_in_line)]


def first_in_line(session: Session, slot_id: str) -> WaitingView | None:
    """Whom to ask first now that this slot is free: the family it is held for, or who is first in line for it.

    None when nobody waits who fits and did not say no to it already, or when it cannot be given away.
    """
    check(session, Intention.SEE_AGENDA)
    slot = rows.require(session.db, Slot, slot_id)
    if not slots.is_free(session, slot_id):
        return None
    entries = rows.where(session.db, WaitingEntry, "site_id = ? AND ended_on IS NULL", (slot.site_id,))
    asked = holds.known(session, (slot.site_id,))
    half_day = rows.get(session.db, HalfDaySession, slot.session_id)
    worker_id = half_day.worker_id if half_day else ""
    entry = in_line.first(entries, slot, asked, worker_id)
    return _view(session, entry, asked) if entry else None


def offer_for(session: Session, entry_id: str) -> tuple[WaitingView, SlotOffer | None, tuple[tuple[str, str], ...]]:
    """A family that waits, with the first free slot for them, and who sits at the site.

    No slot that is held, nor one that they said no to.

    Raises:
        KnownError: ``waiting.ended``, ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    entry = _open_entry(session, entry_id)
    asked = holds.known(session, (entry.site_id,))
    wish = Wish((entry.site_id,), entry.minutes, entry.wish_worker, days=entry.wish_days, part=entry.wish_part)
    left_out = frozenset(asked.holds) | asked.declined_by(entry.id)
    found = slots.earliest(session, wish, 1, without=left_out)
    return _view(session, entry, asked), found[0] if found else None, requests.workers(session, (entry.site_id,))


def change_wish(session: Session, entry_id: str, wish: WaitingWish) -> Changes:
    """Say what a family can do, and whether they go before others and why.

    Until they agreed to sharing, why stays on this device: elsewhere they only go first.

    Raises:
        KnownError: ``waiting.ended``, ``waiting.priority_why`` when they go first without a reason, ``text.too_long``.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = _open_entry(session, entry_id)
    why = clean_line(wish.priority_why)
    if wish.first and not why:
        raise KnownError("waiting.priority_why")
    why = why if wish.first else ""
    card = rows.get(session.db, PersonCard, entry.person_id)
    is_open = card is not None and card.shared
    changed = replace(
        entry,
        priority=int(wish.first),
        priority_why=why if is_open else "",
        wish_days=tuple(sorted(set(wish.days))),
        wish_part=wish.part,
        wish_worker=wish.worker_id,
    )
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        action.write(changed, "wished")
        if not is_open:
            kept = held_details.held(session.db, entry.id)
            held_details.forget(session.db, entry.id)
            held_details.hold(session.db, entry.id, replace(kept, priority_why=why))
    return action.changes


def offer_slot(session: Session, entry_id: str, slot_id: str) -> Changes:
    """Hold a slot for a family while they are phoned, for a quarter of an hour (`gpconnect.services.holds`).

    Asking them once more for the same slot holds it anew.

    Raises:
        KnownError: ``waiting.ended``, or as `slots.require_free`: ``slot.held`` when another family is being phoned.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = _open_entry(session, entry_id)
    slots.require_free(session, slot_id, entry_id)
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(entry, offered_slot_id=slot_id), "offered", beside={holds.SLOT: slot_id})
    return action.changes


def let_go(session: Session, entry_id: str) -> Changes:
    """Hold a slot no longer, because it was a mistake or nobody answered: the family said nothing about it.

    Raises:
        KnownError: ``waiting.ended``.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = _open_entry(session, entry_id)
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(entry, offered_slot_id=""), "let_go")
    return action.changes


def decline_offer(session: Session, entry_id: str, slot_id: str = "") -> Changes:
    """The family cannot come then; they keep their place, and are not asked for that slot again.

    Asking them for it all the same (`offer_slot`) takes that back.

    Args:
        session: at work.
        entry_id: their place.
        slot_id: which slot; empty for the one that they were asked for last.

    Raises:
        KnownError: ``waiting.ended``.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = _open_entry(session, entry_id)
    beside = {holds.SLOT: slot_id or entry.offered_slot_id}
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(entry, offered_slot_id=""), "declined", beside=beside)
    return action.changes


def accept_offer(session: Session, entry_id: str, slot_id: str = "") -> tuple[Changes, Booked | Doubt]:
    """Book the slot that was offered (or another); waiting days count from the day the family asked.

    What they asked for then comes along: the interpreter, the line from the practice's system, the GP who joins.

    Raises:
        KnownError: ``waiting.ended``, ``waiting.booked`` when another desk gave them a place, before it heard that the
            first was taken back; ``sharing.card_elsewhere``, or as `booking.book`.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = _open_entry(session, entry_id)
    if requests.is_booked(session, asked_with.request_of(session.db, entry.id)):
        raise KnownError("waiting.booked")
    if rows.get(session.db, PersonCard, entry.person_id) is None:
        raise KnownError("sharing.card_elsewhere")
    details, asked = held_details.held(session.db, entry.id), asked_with.read(session.db, entry.id)
    doctors = {one for one, _ in requests.doctors(session, (entry.site_id,))}
    request = BookingRequest(
        site_id=entry.site_id,
        slot_id=slot_id or entry.offered_slot_id,
        person_id=entry.person_id,
        reasons=entry.reasons,
        words=entry.words or details.words,
        interpreter=asked.interpreter or details.interpreter,
        patient_line=asked.patient_line or details.patient_line,
        gp_joins=asked.gp_joins,
        family_agreed=asked.family_agreed,
        practitioner_id=asked.practitioner_id if asked.practitioner_id in doctors else "",
        sharing=Sharing.TO_ASK,
        requested_on=entry.since,
        waiting_id=entry.id,
        minutes=entry.minutes,
        confirmed=True,  # the family was phoned about this very place
    )
    return booking.book(session, request)


def end_waiting(session: Session, entry_id: str, why: str) -> Changes:
    """A family no longer waits, for another reason than a booking.

    What they told stays on this device, so that it can be taken back (`wait_again`).

    Args:
        session: at work.
        entry_id: their place.
        why: ``helped_elsewhere``, ``no_longer``, ``unreachable``, or ``taken_back`` when it was a mistake.

    Raises:
        KnownError: ``waiting.ended``.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = _open_entry(session, entry_id)
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        action.write(replace(entry, ended_on=session.today(), ended_why=why, offered_slot_id=""), "ended")
    return action.changes


def wait_again(session: Session, entry_id: str) -> Changes:
    """Take back that a family no longer waits; they keep their place. Who waits already is left alone.

    Who agreed to sharing meanwhile is known with all that they told to every desk again.

    Raises:
        KnownError: ``waiting.booked`` when they have an appointment by now.
    """
    check(session, Intention.MANAGE_WAITING_LIST)
    entry = rows.require(session.db, WaitingEntry, entry_id)
    if entry.ended_why == rebooking.BOOKED:
        raise KnownError("waiting.booked")
    with acting(session, Intention.MANAGE_WAITING_LIST) as action:
        again = replace(entry, ended_on=None, ended_why="")
        action.write(again, "reopened")
        held_details.send_waiting(action, again)
    return action.changes


def _open_entry(session: Session, entry_id: str) -> WaitingEntry:
    entry = rows.require(session.db, WaitingEntry, entry_id)
    if entry.ended_on is not None:
        raise KnownError("waiting.ended")
    return entry


def _view(session: Session, entry: WaitingEntry, asked: Asked) -> WaitingView:
    db = session.db
    hold, more = asked.hold_of(entry), asked_with.read(db, entry.id)
    card = rows.get(db, PersonCard, entry.person_id)
    codes = load_codes()["reasons"]
    held = hold is not None and slots.is_free(session, entry.offered_slot_id)
    slot = rows.get(db, Slot, entry.offered_slot_id) if held else None
    details = held_details.held(db, entry.id)
    why = entry.priority_why or (details.priority_why if entry.priority else "")
    return WaitingView(
        entry_id=entry.id,
        person_id=entry.person_id,
        name=full_name(card.given_name, card.prefix, card.family_name) if card else "",
        age=entry.age,
        since=entry.since,
        days=(session.today() - entry.since).days,
        reasons=tuple(codes.label(key) for key in entry.reasons),
        words=entry.words or details.words,
        phone=readable_phone(card.phone) if card else "",
        minutes=entry.minutes,
        offer=slots.offers(db, (slot,))[0] if slot else None,
        wish=WaitingWish(entry.priority > 0, why, entry.wish_days, entry.wish_part, entry.wish_worker),
        interpreter=more.interpreter or details.interpreter or (card.interpreter if card else ""),
        safe_contact=card.safe_contact if card else "",
        gp_joins=more.gp_joins,
        hold=hold if slot else None,
    )
