"""The week of one site or several as screens show it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from gpconnect.domain.booking import is_untold
from gpconnect.domain.calendar import AMSTERDAM, holiday_name
from gpconnect.domain.people import PersonCard
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
from gpconnect.domain.staff import Staff
from gpconnect.domain.typed import readable_phone
from gpconnect.services import held_details, shut_days
from gpconnect.services.acting import check, saw
from gpconnect.services.cards import Sharing, hit_of
from gpconnect.services.half_day_views import AMONG, SHOWN, HalfDayView, names_of, views
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.storage import rows

DAYS = 7
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SiteOption:
    """A site that this person works at."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the week; `closed` is why nobody sits there, such as a public holiday."""

    day: date
    half_days: tuple[HalfDayView, ...]
    closed: str = ""


@dataclass(frozen=True, slots=True)
class SiteWeek:
    """A week at one site, Monday to Friday, with the weekend where something is planned in it."""

    site: SiteOption
    days: tuple[DayView, ...]

    @property
    def half_days(self) -> tuple[HalfDayView, ...]:
        """All half-days of the week, in order of time."""
        return tuple(half_day for day in self.days for half_day in day.half_days)

    @property
    def free(self) -> int:
        """How many slots can still be given away this week; those kept for walk-in not counted."""
        return sum(half_day.free for half_day in self.half_days)


@dataclass(frozen=True, slots=True)
class WeeksView:
    """The same week at several sites, side by side, in the order of their names."""

    monday: date
    sites: tuple[SiteWeek, ...]


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
    """A booking opened: what this person may know of it.

    `is_shut` when nobody will sit there, with why in `shut` where somebody said so.

    `told_start` is the time that the family was told, as long as that is another one.
    """

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
    family_agreed: bool
    practitioner: str
    visit: VisitKind
    status: AppointmentStatus
    status_reason: str
    placement: Placement
    sharing: Sharing
    booked_at: datetime
    booked_by: str
    told_start: datetime | None = None
    shut: str = ""
    is_shut: bool = False


def get_ready(today: date) -> None:
    """Read once what every week asks for, the holidays of this year and the words for reasons: a tenth of a second."""
    holiday_name(today)
    load_codes()


def my_sites(session: Session) -> tuple[SiteOption, ...]:
    """The sites whose schedule this person sees, in the order of their name; a closed one while families wait there."""
    check(session, Intention.SEE_AGENDA)
    booked = "(archived = 0 OR id IN (SELECT site_id FROM appointment WHERE status = ?)) AND "
    values = (AppointmentStatus.BOOKED, session.actor.site_ids)
    found = rows.where(session.db, Site, booked + AMONG.format(column="id"), values)
    return tuple(sorted((SiteOption(site.id, site.name) for site in found), key=lambda one: one.name))


def weeks(session: Session, site_ids: Sequence[str], monday: date) -> WeeksView:
    """A week at several sites; what it asks of the file does not grow with their number.

    Args:
        session: whose file.
        site_ids: which of this person's own sites; empty for all of them.
        monday: any day of the week.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    db = session.db
    sites = tuple(one for one in my_sites(session) if not site_ids or one.id in site_ids)
    ids = tuple(one.id for one in sites)
    first = monday - timedelta(days=monday.weekday())
    last = first + timedelta(days=DAYS - 1)
    among = AMONG.format(column="site_id")
    half_days = rows.where(
        db, HalfDaySession, f"day BETWEEN ? AND ? AND {among} AND {SHOWN}", (first, last, ids), order="day, start, id"
    )
    found = views(session, half_days)
    planned: dict[tuple[str, date], list[HalfDayView]] = defaultdict(list)
    for one in half_days:
        planned[one.site_id, one.day].append(found[one.id])
    shut = shut_days.known(db, first)
    return WeeksView(first, tuple(SiteWeek(site, _days(site.id, first, planned, shut)) for site in sites))


def half_day(session: Session, half_day_id: str) -> HalfDayView:
    """One half-day with its slots.

    Raises:
        KnownError: ``record.missing``.
    """
    check(session, Intention.SEE_AGENDA)
    found = rows.require(session.db, HalfDaySession, half_day_id)
    return views(session, [found])[found.id]


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
    names = names_of(db, {one.person_id for one in gone})
    found = []
    for one in gone:
        slot = rows.get(db, Slot, one.slot_id)
        at = slot.starts_at if slot else None
        why = held_details.held(db, one.id).cancelled_why or one.status_reason
        found.append(CancelledView(one.id, names.get(one.person_id, ""), one.age, at, why))
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
    half_day = rows.get(db, HalfDaySession, slot.session_id) if slot else None
    worker = rows.get(db, Staff, half_day.worker_id) if half_day else None
    held = held_details.held(db, one.id)
    codes = load_codes()["reasons"]
    if one.person_id:
        saw(session, one.person_id, "appointment")
    found = AppointmentView(
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
        worker_name=worker.name if worker else "",
        reasons=tuple(codes.label(key) for key in one.reasons),
        words=one.words or held.words,
        interpreter=one.interpreter or held.interpreter,
        safe_contact=hit.safe_contact if hit else "",
        patient_line=one.patient_line or held.patient_line,
        gp_joins=one.gp_joins,
        family_agreed=one.family_agreed,
        practitioner=one.practitioner,
        visit=one.visit,
        status=one.status,
        status_reason=held.cancelled_why or one.status_reason,
        placement=one.placement,
        sharing=hit.sharing if hit else Sharing.TO_ASK,
        booked_at=one.booked_at,
        booked_by=booker.name if booker else "",
        told_start=one.told_start if slot and is_untold(one, slot.starts_at) else None,
    )
    return _unless_shut(session, found, slot, half_day)


def _unless_shut(
    session: Session, found: AppointmentView, slot: Slot | None, half_day: HalfDaySession | None
) -> AppointmentView:
    """The same; or that nobody will sit there, and then no new time is to be told yet."""
    if slot is None or half_day is None or found.status is not AppointmentStatus.BOOKED:
        return found
    off = half_day.status is SessionStatus.CANCELLED
    why = half_day.called_off_why if off else shut_days.known(session.db, half_day.day).of(half_day)
    is_shut = off or bool(why) or slot.kind is SlotKind.CLOSED
    return replace(found, is_shut=True, shut=why, told_start=None) if is_shut else found


def _days(
    site_id: str, monday: date, planned: dict[tuple[str, date], list[HalfDayView]], shut: shut_days.ShutDays
) -> tuple[DayView, ...]:
    days = [monday + timedelta(days=offset) for offset in range(DAYS)]
    return tuple(
        DayView(day, tuple(planned.get((site_id, day), ())), shut.why(day, site_id))
        for day in days
        if day.weekday() < _SATURDAY or (site_id, day) in planned
    )
