"""Half-days with what stands in their slots, for every screen and sheet that shows some: never a query per half-day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sqlite_utils import Database

from gpconnect.domain.calendar import is_holding
from gpconnect.domain.half_day import INSIDE, HalfDayState, lacking, state_of
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    Slot,
    SlotKind,
    VisitKind,
)
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import holds, shut_days
from gpconnect.services.holds import Hold
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.storage import rows

AMONG = "{column} IN (SELECT value FROM json_each(?))"
"""What finds the records with one of these keys in one query."""
SHOWN = (
    "(status <> 'cancelled' OR called_off_why <> '' OR id IN (SELECT s.session_id FROM slot s "
    "JOIN appointment a ON a.slot_id = s.id WHERE a.status = 'booked'))"
)
"""All half-days but those whose planning was undone; one in which somebody booked meanwhile is never out of sight."""
_IN_HALF_DAYS = "slot_id IN (SELECT id FROM slot WHERE session_id IN (SELECT value FROM json_each(?)))"


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot of a half-day with the booking in it, if any.

    Attributes:
        appointment_id: empty for a slot that is free or past.
        name: empty where only age and reasons may be known, and for a peer consultation.
        sharing_missing: the child's card is not shared (yet).
        hold: of a free slot, who is phoning a family that waits about it.
        talk: how many minutes the talk takes, which may be less than its slot; 0 where only the slot says so.
    """

    slot_id: str
    starts_at: datetime
    minutes: int
    kind: SlotKind
    appointment_id: str = ""
    name: str = ""
    age: int | None = None
    reasons: tuple[str, ...] = ()
    visit: VisitKind = VisitKind.FIRST
    status: AppointmentStatus | None = None
    placement: Placement = Placement.NONE
    sharing_missing: bool = False
    hold: Hold | None = None
    talk: int = 0

    @property
    def needed(self) -> int:
        """How many minutes another slot must have for what is booked here."""
        return self.talk or self.minutes

    @property
    def ends_at(self) -> datetime:
        """When it is over, UTC."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def can_be_taken(self, now: datetime) -> bool:
        """Whether somebody can still be put here: before it begins, a walk-in until it is over."""
        if self.appointment_id or self.kind is SlotKind.CLOSED:
            return False
        return (self.ends_at if self.kind is SlotKind.WALK_IN else self.starts_at) > now


@dataclass(frozen=True, slots=True)
class HalfDayView:
    """One half-day: who sits there, how it stands, and what is still free.

    Attributes:
        state: open, full, over but not closed, closed, or called off.
        lacking: when the visits begin (UTC) that still wait for an outcome.
        note: what whoever opens this day should know.
        called_off_why: why it does not take place, when somebody said so.
        shut: why nobody sits there all the same: the site is shut, or the worker is away.
        deputy_for: name of the worker whose half-day it was meant to be, when somebody else holds it.
    """

    id: str
    worker_name: str
    start: time
    end: time
    room: str
    status: SessionStatus
    slots: tuple[SlotView, ...]
    free: int
    walk_in_free: int
    state: HalfDayState = HalfDayState.OPEN
    lacking: tuple[datetime, ...] = ()
    note: str = ""
    called_off_why: str = ""
    shut: str = ""
    worker_id: str = ""
    deputy_for: str = ""


def views(session: Session, half_days: Iterable[HalfDaySession]) -> dict[str, HalfDayView]:
    """Half-days by id with their slots, in as many queries as for one, however many there are."""
    db, wanted = session.db, tuple(half_days)
    ids = tuple(one.id for one in wanted)
    appointments = rows.where(db, Appointment, _IN_HALF_DAYS, (ids,), order="booked_at, id")
    holding = {one.slot_id: one for one in appointments if is_holding(one)}
    names, shared = _known(session, {one.person_id for one in holding.values() if one.person_id})
    workers = worker_names(db, [name for one in wanted for name in (one.worker_id, one.deputy_for)])
    slots: dict[str, list[SlotView]] = defaultdict(list)
    planned: dict[str, list[Slot]] = defaultdict(list)
    held = holds.known(session, tuple({one.site_id for one in wanted})).holds if wanted else {}
    shut, off = _shut(session, wanted), {one.id for one in wanted if one.status is SessionStatus.CANCELLED}
    for slot in rows.where(db, Slot, AMONG.format(column="session_id"), (ids,), order="starts_at, id"):
        # On a day on which the site is shut, or in what was called off, nobody can be put anywhere.
        one = replace(slot, kind=SlotKind.CLOSED) if slot.session_id in shut or slot.session_id in off else slot
        if slot.kind is not SlotKind.CLOSED or slot.id in holding:
            # What was taken out is no place: live ones may stand at its time by now.
            view = _slot(one, holding.get(slot.id), names, shared)
            slots[slot.session_id].append(replace(view, hold=held.get(slot.id)) if slot.id in held else view)
        planned[slot.session_id].append(slot)
    now = session.now()
    found = {one.id: _half_day(one, workers.get(one.worker_id, ""), tuple(slots[one.id]), now) for one in wanted}
    return {
        one.id: replace(
            found[one.id],
            state=_state(one, planned[one.id], holding, now),
            note=one.note,
            called_off_why=one.called_off_why,
            shut=shut.get(one.id, ""),
            worker_id=one.worker_id,
            deputy_for=workers.get(one.deputy_for, ""),
            lacking=tuple(slot.starts_at for slot in lacking(planned[one.id], holding.values())),
        )
        for one in wanted
    }


def names_of(db: Database, people: Iterable[str]) -> dict[str, str]:
    """The full names on the cards that are here."""
    return {one.id: _name(one) for one in _cards(db, people)}


def worker_names(db: Database, staff_ids: Iterable[str]) -> dict[str, str]:
    """The names of whoever is known here already."""
    found = rows.where(db, Staff, AMONG.format(column="id"), (tuple(set(staff_ids)),))
    return {one.id: one.name for one in found}


def _shut(session: Session, half_days: Iterable[HalfDaySession]) -> dict[str, str]:
    """The half-days at which nobody sits, with why."""
    found = tuple(half_days)
    shut = shut_days.known(session.db, min((one.day for one in found), default=session.today()))
    return {one.id: why for one in found if (why := shut.of(one))}


def _state(one: HalfDaySession, slots: list[Slot], holding: Mapping[str, Appointment], now: datetime) -> HalfDayState:
    inside = any(slot.id in holding and holding[slot.id].status in INSIDE for slot in slots)
    return state_of(one.status, slots, frozenset(holding), now, inside=inside)


def _half_day(one: HalfDaySession, worker: str, slots: tuple[SlotView, ...], now: datetime) -> HalfDayView:
    is_open = one.status is SessionStatus.OPEN
    kinds = [slot.kind for slot in slots if slot.can_be_taken(now)] if is_open else []
    return HalfDayView(
        one.id,
        worker,
        one.start,
        one.end,
        one.room,
        one.status,
        slots,
        kinds.count(SlotKind.REGULAR),
        kinds.count(SlotKind.WALK_IN),
    )


def _known(session: Session, people: set[str]) -> tuple[dict[str, str], set[str]]:
    """Whose name may be shown here and how it goes, and whose card is shared."""
    db = session.db
    cards = _cards(db, people)
    names, shared = {one.id: _name(one) for one in cards}, {one.id for one in cards if one.shared}
    if session.actor.role is Role.YOUTH_WORKER:
        patients = rows.where(db, Patient, AMONG.format(column="id"), (tuple(people),))
        shared |= {one.id for one in patients}
        names |= {one.id: _name(one) for one in patients}
    return names, shared


def _slot(slot: Slot, one: Appointment | None, names: dict[str, str], shared: set[str]) -> SlotView:
    if one is None:
        return SlotView(slot.id, slot.starts_at, slot.minutes, slot.kind)
    codes = load_codes()["reasons"]
    return SlotView(
        slot_id=slot.id,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        kind=slot.kind,
        appointment_id=one.id,
        name=names.get(one.person_id, ""),
        age=one.age,
        reasons=tuple(codes.label(key) for key in one.reasons),
        visit=one.visit,
        status=one.status,
        placement=one.placement,
        sharing_missing=bool(one.person_id) and one.person_id not in shared,
        talk=one.minutes,
    )


def _cards(db: Database, people: Iterable[str]) -> list[PersonCard]:
    return rows.where(db, PersonCard, AMONG.format(column="id"), (tuple(people),))


def _name(one: PersonCard | Patient) -> str:
    return full_name(one.given_name, one.prefix, one.family_name)
