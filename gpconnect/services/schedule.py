"""The week of a site as screens show it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sqlite_utils import Database

from gpconnect.domain.calendar import AMSTERDAM, is_holding
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    Placement,
    SessionStatus,
    Site,
    Slot,
    SlotKind,
    VisitKind,
)
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import readable_phone
from gpconnect.services import held_details, shut_days
from gpconnect.services.acting import check, saw
from gpconnect.services.cards import Sharing, hit_of
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.storage import rows

DAYS = 7
_AMONG = "{column} IN (SELECT value FROM json_each(?))"
_IN_HALF_DAYS = "slot_id IN (SELECT id FROM slot WHERE session_id IN (SELECT value FROM json_each(?)))"


@dataclass(frozen=True, slots=True)
class SiteOption:
    """A site that this person works at."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot of a half-day with the booking in it, if any.

    Attributes:
        appointment_id: empty for a slot that is free or past.
        name: empty where only age and reasons may be known, and for a peer consultation.
        sharing_missing: the child's card is not shared (yet).
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
    """One half-day: who sits there, and what is still free."""

    id: str
    worker_name: str
    start: time
    end: time
    room: str
    status: SessionStatus
    slots: tuple[SlotView, ...]
    free: int
    walk_in_free: int


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the week; `closed` is why nobody sits there, such as a public holiday."""

    day: date
    half_days: tuple[HalfDayView, ...]
    closed: str = ""


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week at a site, Monday to Friday, with the weekend where something is planned in it."""

    site: SiteOption | None
    monday: date
    days: tuple[DayView, ...]
    sites: tuple[SiteOption, ...]


@dataclass(frozen=True, slots=True)
class CancelledView:
    """A booking that was cancelled, kept with why."""

    appointment_id: str
    name: str
    age: int | None
    starts_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class AppointmentView:
    """A booking opened: what this person may know of it."""

    appointment_id: str
    site_id: str
    slot_id: str
    person_id: str
    name: str
    given_name: str
    age: int | None
    birth_date: date | None
    phone: str
    starts_at: datetime | None
    minutes: int
    worker_name: str
    reasons: tuple[str, ...]
    words: str
    interpreter: str
    safe_contact: str
    patient_line: str
    gp_joins: bool
    practitioner: str
    visit: VisitKind
    status: AppointmentStatus
    status_reason: str
    placement: Placement
    sharing: Sharing
    booked_at: datetime
    booked_by: str


def my_sites(session: Session) -> tuple[SiteOption, ...]:
    """The sites whose schedule this person sees, in the order of their name."""
    check(session, Intention.SEE_AGENDA)
    found = [rows.get(session.db, Site, one) for one in session.actor.site_ids]
    return tuple(
        sorted(
            (SiteOption(site.id, site.name) for site in found if site and not site.archived), key=lambda one: one.name
        )
    )


def week(session: Session, site_id: str, monday: date) -> WeekView:
    """The week of a site.

    Args:
        session: whose file.
        site_id: empty for the first of this person's own.
        monday: any day of the week.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    db, sites = session.db, my_sites(session)
    site = next((one for one in sites if one.id == site_id), sites[0] if sites else None)
    first = monday - timedelta(days=monday.weekday())
    if site is None:
        return WeekView(None, first, (), sites)
    last = first + timedelta(days=DAYS - 1)
    half_days = rows.where(
        db, HalfDaySession, "site_id = ? AND day BETWEEN ? AND ?", (site.id, first, last), order="day, start, id"
    )
    views = _views(session, half_days)
    shut = shut_days.known(db, first)
    days = []
    for offset in range(DAYS):
        day = first + timedelta(days=offset)
        of_day = tuple(views[one.id] for one in half_days if one.day == day)
        if of_day or offset < 5:  # noqa: PLR2004 - Monday to Friday
            days.append(DayView(day, of_day, shut.why(day, site.id)))
    return WeekView(site, first, tuple(days), sites)


def half_day(session: Session, half_day_id: str) -> HalfDayView:
    """One half-day with its slots.

    Raises:
        KnownError: ``record.missing``.
    """
    check(session, Intention.SEE_AGENDA)
    found = rows.require(session.db, HalfDaySession, half_day_id)
    return _views(session, [found])[found.id]


def cancelled_in_week(session: Session, site_id: str, monday: date) -> tuple[CancelledView, ...]:
    """What was cancelled in a week, so that it can be seen and taken back."""
    check(session, Intention.SEE_AGENDA)
    db = session.db
    start, end = (
        datetime.combine(day, time.min, AMSTERDAM).astimezone(UTC) for day in (monday, monday + timedelta(days=DAYS))
    )
    gone = rows.where(
        db,
        Appointment,
        "status = ? AND slot_id IN (SELECT id FROM slot WHERE site_id = ? AND starts_at >= ? AND starts_at < ?)",
        (AppointmentStatus.CANCELLED, site_id, start, end),
        order="status_at DESC, id",
    )
    names = _names(db, (one.person_id for one in gone))
    found = []
    for one in gone:
        slot = rows.get(db, Slot, one.slot_id)
        at = slot.starts_at if slot else None
        found.append(CancelledView(one.id, names.get(one.person_id, ""), one.age, at, one.status_reason))
    return tuple(found)


def open_appointment(session: Session, appointment_id: str) -> AppointmentView:
    """A booking with all that this person may know of it; written to the access log.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.SEE_AGENDA)
    db = session.db
    one = rows.require(db, Appointment, appointment_id)
    slot = rows.get(db, Slot, one.slot_id) if one.slot_id else None
    person = rows.get(db, PersonCard, one.person_id) if one.person_id else None
    hit = hit_of(session, person, one.site_id) if person else None
    booker = rows.get(db, Staff, one.booked_by)
    worker = _workers(db, [slot.session_id])[slot.session_id] if slot else ""
    held = held_details.held(db, one.id)
    codes = load_codes()["reasons"]
    if one.person_id:
        saw(session, one.person_id, "appointment")
    return AppointmentView(
        appointment_id=one.id,
        site_id=one.site_id,
        slot_id=one.slot_id,
        person_id=one.person_id,
        name=hit.name if hit else "",
        given_name=hit.given_name if hit else "",
        age=hit.age if hit else one.age,
        birth_date=hit.birth_date if hit else None,
        phone=readable_phone(hit.phone) if hit else "",
        starts_at=slot.starts_at if slot else None,
        minutes=slot.minutes if slot else 0,
        worker_name=worker,
        reasons=tuple(codes.label(key) for key in one.reasons),
        words=one.words or held.words,
        interpreter=one.interpreter or held.interpreter,
        safe_contact=hit.safe_contact if hit else "",
        patient_line=one.patient_line or held.patient_line,
        gp_joins=one.gp_joins,
        practitioner=one.practitioner,
        visit=one.visit,
        status=one.status,
        status_reason=one.status_reason,
        placement=one.placement,
        sharing=hit.sharing if hit else Sharing.TO_ASK,
        booked_at=one.booked_at,
        booked_by=booker.name if booker else "",
    )


def _views(session: Session, half_days: list[HalfDaySession]) -> dict[str, HalfDayView]:
    """Half-days with their slots in three queries, however many there are."""
    db = session.db
    ids = tuple(one.id for one in half_days)
    slots = rows.where(db, Slot, _AMONG.format(column="session_id"), (ids,), order="starts_at, id")
    appointments = rows.where(db, Appointment, _IN_HALF_DAYS, (ids,), order="booked_at, id")
    holding = {one.slot_id: one for one in appointments if is_holding(one)}
    names = _names(db, (one.person_id for one in holding.values()))
    shared = {one.id for one in _cards(db, names) if one.shared}
    if session.actor.role is Role.YOUTH_WORKER:
        patients = _patients(db, [one.person_id for one in holding.values()])
        shared |= {one.id for one in patients}
        names |= {one.id: full_name(one.given_name, one.prefix, one.family_name) for one in patients}
    workers = _workers(db, ids)
    shut = shut_days.known(db, min((one.day for one in half_days), default=session.today()))
    found = {}
    for one in half_days:
        is_shut = bool(shut.why(one.day, one.site_id))
        own = (_as_it_is(slot, shut=is_shut) for slot in slots if slot.session_id == one.id)
        views = tuple(_slot(slot, holding.get(slot.id), names, shared) for slot in own)
        free = [view for view in views if view.can_be_taken(session.now())]
        kinds = [view.kind for view in free] if one.status is SessionStatus.OPEN else []
        found[one.id] = HalfDayView(
            one.id,
            workers[one.id],
            one.start,
            one.end,
            one.room,
            one.status,
            views,
            kinds.count(SlotKind.REGULAR),
            kinds.count(SlotKind.WALK_IN),
        )
    return found


def _as_it_is(slot: Slot, *, shut: bool) -> Slot:
    """On a day on which the site is shut nobody can be put anywhere."""
    return replace(slot, kind=SlotKind.CLOSED) if shut else slot


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
    )


def _cards(db: Database, ids: Iterable[str]) -> list[PersonCard]:
    return rows.where(db, PersonCard, _AMONG.format(column="id"), (tuple(ids),))


def _patients(db: Database, ids: Iterable[str]) -> list[Patient]:
    return rows.where(db, Patient, _AMONG.format(column="id"), (tuple(ids),))


def _names(db: Database, ids: Iterable[str]) -> dict[str, str]:
    return {one.id: full_name(one.given_name, one.prefix, one.family_name) for one in _cards(db, ids)}


def _workers(db: Database, half_day_ids: Iterable[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for half_day_id in half_day_ids:
        found = rows.get(db, HalfDaySession, half_day_id)
        worker = rows.get(db, Staff, found.worker_id) if found else None
        names[half_day_id] = worker.name if worker else ""
    return names
