"""The half-day as it goes: who is expected, present, in conversation, done, and what is still free."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from gpconnect.domain.calendar import is_holding
from gpconnect.domain.care import Feedback
from gpconnect.domain.consent import Consent, Scope
from gpconnect.domain.consenting import Missing, Standing, StandingStatus, evaluate
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    SessionStatus,
    Site,
    Slot,
    SlotKind,
    WaitingEntry,
)
from gpconnect.services import cards, holds, in_line, shut_days
from gpconnect.services.acting import check
from gpconnect.services.feedback import staff_names
from gpconnect.services.half_day_views import SHOWN
from gpconnect.services.holds import Hold
from gpconnect.services.persons import Person, persons
from gpconnect.services.purposes import HELP
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.services.visits import UNFINISHED
from gpconnect.storage import drafts, rows

T = TypeVar("T")
_DENIED = frozenset({StandingStatus.WITHDRAWN, StandingStatus.REFUSED})


@dataclass(frozen=True, slots=True)
class Offer:
    """Who is asked first for a free slot, or is being asked (`is_offered`), by whom and until when says `hold`."""

    entry_id: str
    person: Person | None
    age: int | None
    days: int
    is_offered: bool = False
    hold: Hold | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One line of the half-day: a visit, or a place that is still free.

    Attributes:
        person: the child, or None while only age and reasons may be seen.
        is_shared: false while the family was not asked whether the team may know who it is.
        missing: who is still to be asked about help, when the dossier says who holds authority.
        help_denied: ``withdrawn`` or ``refused`` when somebody who decides said no to help, otherwise empty.
        ask_sharing: the card is here, and the family is still to be asked whether the team may know who it is.
        note: ``""``, ``draft`` or ``signed``.
        feedback: status of the feedback about it, or empty.
    """

    key: str
    starts_at: datetime
    minutes: int
    kind: SlotKind
    slot_id: str = ""
    visit: Appointment | None = None
    person: Person | None = None
    is_shared: bool = True
    missing: tuple[Missing, ...] = ()
    help_denied: str = ""
    ask_sharing: bool = False
    note: str = ""
    feedback: str = ""
    offer: Offer | None = None
    booked_by: str = ""


@dataclass(frozen=True, slots=True)
class HalfDayView:
    """One half-day with its rows in order of time; `shut` is why the site is closed on this day, or empty.

    `note` is what whoever opens this day should know. `called_off_why` is why it does not take place.
    `deputy_for` is the name of the worker who is away and whose half-day it was meant to be, or empty.
    """

    id: str
    site_id: str
    site_name: str
    worker_name: str
    is_own: bool
    start: time
    end: time
    status: SessionStatus
    rows: tuple[DayRow, ...]
    taken: int
    unfinished: int
    shut: str = ""
    note: str = ""
    called_off_why: str = ""
    deputy_for: str = ""


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of half-days. `day` is not today when there are none today."""

    day: date
    today: date
    half_days: tuple[HalfDayView, ...]
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of a day are made from, fetched at once."""

    persons: Mapping[str, Person]
    staff: Mapping[str, str]
    feedback: Mapping[str, str]
    drafted: frozenset[str]
    signed: frozenset[str]
    help: Mapping[str, Standing]
    ask_sharing: frozenset[str]


def day_view(session: Session, day: date | None = None) -> DayView:
    """The half-days of a day for the person at work: a worker's own, a practice's own.

    Args:
        session: of a worker or a practice.
        day: None for today, or the next day that has one, or the last.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    today = session.today()
    shown = day or _near(session, today, "day >= ?", "day") or _near(session, today, "day < ?", "day DESC") or today
    half_days = _half_days(session, shown)
    slots = _in(session, Slot, "session_id", [one.id for one in half_days])
    found = _in(session, Appointment, "slot_id", [one.id for one in slots])
    visits = [one for one in found if is_holding(one) or _is_lost(one)]
    loose = _without_slot(session, shown, half_days)
    known = _known(session, [*visits, *loose])
    offers = _Offers(session, _in(session, WaitingEntry, "site_id", {h.site_id for h in half_days}, "ended_on IS NULL"))
    views = [_half_day(session, one, slots, visits, loose, known, offers) for one in half_days]
    return DayView(
        shown,
        today,
        tuple(views),
        _near(session, shown, "day < ?", "day DESC"),
        _near(session, shown, "day > ?", "day"),
    )


class _Offers:
    """Who waits longest for each free slot; nobody is offered two."""

    def __init__(self, session: Session, entries: Sequence[WaitingEntry]) -> None:
        self._today = session.today()
        self._waiting = list(entries)
        self._asked = holds.known(session, tuple({one.site_id for one in entries}) or ("",))
        self._persons = persons(session, [one.person_id for one in entries])

    def first(self, slot: Slot, worker_id: str) -> Offer | None:
        hold = self._asked.holds.get(slot.id)
        entry = in_line.first(self._waiting, slot, self._asked, worker_id)
        if entry is None:
            return None
        self._waiting.remove(entry)
        person = self._persons.get(entry.person_id)
        age = person.age(self._today) if person else entry.age
        return Offer(entry.id, person, age, (self._today - entry.since).days, hold is not None, hold)


def _half_day(
    session: Session,
    half_day: HalfDaySession,
    slots: Sequence[Slot],
    visits: Sequence[Appointment],
    loose: Sequence[Appointment],
    known: _Known,
    offers: _Offers,
) -> HalfDayView:
    own = sorted((one for one in slots if one.session_id == half_day.id), key=lambda slot: (slot.starts_at, slot.id))
    by_slot: dict[str, list[Appointment]] = {}
    for visit in visits:
        by_slot.setdefault(visit.slot_id, []).append(visit)
    shut = shut_days.known(session.db, half_day.day).of(half_day)
    held_at_all = half_day.status is not SessionStatus.CANCELLED and not shut
    made: list[DayRow] = []
    for slot in own:
        held = by_slot.get(slot.id, [])
        made += [_visit_row(visit, slot, known) for visit in held]
        if not any(is_holding(visit) for visit in held) and slot.kind is not SlotKind.CLOSED and held_at_all:
            made.append(_free_row(session, slot, half_day, offers))
    made += [_visit_row(one, None, known) for one in loose if one.site_id == half_day.site_id]
    made.sort(key=lambda row: (row.starts_at, row.key))
    site = rows.get(session.db, Site, half_day.site_id)
    return HalfDayView(
        id=half_day.id,
        site_id=half_day.site_id,
        site_name=site.name if site else "",
        worker_name=known.staff.get(half_day.worker_id, ""),
        is_own=half_day.worker_id == session.actor.staff_id,
        start=half_day.start,
        end=half_day.end,
        status=half_day.status,
        rows=tuple(made),
        taken=sum(1 for slot in own if any(is_holding(one) for one in by_slot.get(slot.id, []))),
        unfinished=sum(1 for row in made if row.visit is not None and row.visit.status in UNFINISHED),
        shut=shut,
        note=half_day.note,
        called_off_why=half_day.called_off_why,
        deputy_for=known.staff.get(half_day.deputy_for, ""),
    )


def _visit_row(visit: Appointment, slot: Slot | None, known: _Known) -> DayRow:
    note = "signed" if visit.id in known.signed else "draft" if visit.id in known.drafted else ""
    person = known.persons.get(visit.person_id)
    standing = known.help.get(visit.person_id) if visit.status in UNFINISHED else None
    return DayRow(
        key=visit.id,
        starts_at=slot.starts_at if slot else visit.booked_at,
        minutes=slot.minutes if slot else 0,
        kind=slot.kind if slot else SlotKind.WALK_IN,
        slot_id=visit.slot_id,
        visit=visit,
        person=person,
        is_shared=person is not None or not visit.person_id,
        missing=standing.missing if standing is not None else (),
        help_denied=str(standing.status) if standing is not None and standing.status in _DENIED else "",
        ask_sharing=visit.id in known.ask_sharing,
        note=note,
        feedback=known.feedback.get(visit.id, ""),
        booked_by=visit.practitioner or known.staff.get(visit.booked_by, ""),
    )


def _free_row(session: Session, slot: Slot, half_day: HalfDaySession, offers: _Offers) -> DayRow:
    still = slot.starts_at > session.now() and half_day.status is SessionStatus.OPEN
    offer = offers.first(slot, half_day.worker_id) if still and slot.kind is SlotKind.REGULAR else None
    return DayRow(slot.id, slot.starts_at, slot.minutes, slot.kind, slot.id, offer=offer)


def _known(session: Session, visits: Sequence[Appointment]) -> _Known:
    ids = [one.id for one in visits]
    children = [one.person_id for one in visits if one.person_id]
    may_read = may(session.actor.role, Intention.READ_DOSSIER)
    patients = _in(session, Patient, "id", children) if may_read else []
    mine = drafts.of_author(session.db, session.actor.staff_id) if may_read else []
    return _Known(
        persons=persons(session, children),
        staff=staff_names(session),
        feedback={one.appointment_id: str(one.status) for one in _in(session, Feedback, "appointment_id", ids)},
        drafted=frozenset(one.appointment_id for one in mine),
        signed=_signed(session, ids) if may_read else frozenset(),
        help=_help_standings(session, patients),
        ask_sharing=frozenset() if may_read else frozenset(cards.still_to_ask(session, _unfinished(visits))),
    )


def _unfinished(visits: Iterable[Appointment]) -> list[Appointment]:
    return [one for one in visits if one.status in UNFINISHED]


def _help_standings(session: Session, patients: Sequence[Patient]) -> dict[str, Standing]:
    """Where consent to help stands (Jeugdwet 7.3.4): for dossiers that say who holds authority, and for every no."""
    ids = [one.id for one in patients]
    related = _in(session, RelatedPerson, "patient_id", ids, "archived = 0")
    consents = _in(session, Consent, "person_id", ids)
    found: dict[str, Standing] = {}
    team = session.actor.team_id
    for one in patients:
        around = [person for person in related if person.patient_id == one.id]
        own = [consent for consent in consents if consent.person_id == one.id]
        standing = evaluate(Scope.HELP, HELP, team, one.birth_date, around, own, session.today())
        if around or standing.status in _DENIED:
            found[one.id] = standing
    return found


def _signed(session: Session, ids: Sequence[str]) -> frozenset[str]:
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT appointment_id FROM note WHERE appointment_id IN ({marks})"  # noqa: S608 - question marks only
    return frozenset(str(row[0]) for row in session.db.execute(sql, list(ids)).fetchall()) if ids else frozenset()


def _half_days(session: Session, day: date) -> list[HalfDaySession]:
    whose, params = _whose(session)
    return rows.where(
        session.db,
        HalfDaySession,
        f"day = ? AND {SHOWN} AND {whose}",
        (day, *params),
        order="start, site_id, id",
    )


def _near(session: Session, day: date, condition: str, order: str) -> date | None:
    whose, params = _whose(session)
    found = rows.where(
        session.db,
        HalfDaySession,
        f"{condition} AND {SHOWN} AND {whose}",
        (day, *params),
        order=order,
        limit=1,
    )
    return found[0].day if found else None


def _whose(session: Session) -> tuple[str, tuple[str, ...]]:
    """A worker sees the own half-days; a practice sees all that are held there."""
    if may(session.actor.role, Intention.TALK):
        return "worker_id = ?", (session.actor.staff_id,)
    sites = session.actor.site_ids
    return f"site_id IN ({', '.join('?' * len(sites))})", sites


def _without_slot(session: Session, day: date, half_days: Sequence[HalfDaySession]) -> list[Appointment]:
    """Visits that came without a place, such as a second walk-in: they stand at the time they came."""
    start = datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
    return _in(
        session,
        Appointment,
        "site_id",
        {one.site_id for one in half_days},
        "slot_id = '' AND status <> 'cancelled' AND booked_at >= ? AND booked_at < ?",
        (start, start + timedelta(days=1)),
    )


def _is_lost(visit: Appointment) -> bool:
    """A booking that lost its slot stays in sight until somebody did something about it."""
    return visit.status is AppointmentStatus.BOOKED and not visit.loss_acknowledged


def _in(
    session: Session, record: type[T], column: str, values: Iterable[str], also: str = "", params: Sequence[object] = ()
) -> list[T]:
    """Records whose column has one of these values; none when there are no values."""
    wanted = sorted(set(values))
    if not wanted:
        return []
    condition = f"{column} IN ({', '.join('?' * len(wanted))})" + (f" AND {also}" if also else "")
    return rows.where(session.db, record, condition, (*wanted, *params))
