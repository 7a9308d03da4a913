"""Office hours become half-days, half-days become slots, and slots are proposed: all from Europe/Amsterdam wall time.

Closed days follow the public category of the ``holidays`` library for the Netherlands: the generally recognised days
of art. 3 Algemene termijnenwet with Good Friday, and Liberation Day only in the years (2025, 2030 …) in which it is
a day off. A practice that is open on such a day plans that one half-day by hand. School holidays are closures, because
they differ by region and year.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from gpconnect.domain import series
from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    Closure,
    HalfDaySession,
    OfficeHours,
    Placement,
    SiteClosure,
    Slot,
    SlotKind,
    WaitingEntry,
)

Closing = Closure | SiteClosure
"""Days that the coordinator shut, or that a practice shut itself."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HALF_DAY_MINUTES = 240
"""A half-day (dagdeel) is four hours: unit 16 of the iJw code list WJ756."""
SLOT_MINUTES = (20, 45)
SHUT = "gesloten"
"""What is said of a closure that came without a reason."""
PROPOSED = 4
"""The earliest free slot with three alternatives."""

_ENTRY = re.compile(r"(20|45)(w?)")
_SATURDAY = 5
_NOON = 12
_ORDINARY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A half-day of a series that does not take place: ``holiday`` or ``closure``, with its name."""

    day: date
    reason: str
    name: str


@dataclass(frozen=True, slots=True)
class PlannedSlot:
    """A slot before it has an id: start (UTC), minutes and what it is for."""

    starts_at: datetime
    minutes: int
    kind: SlotKind


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a half-day can hold."""

    slots: int
    walk_in: int
    minutes: int


def holiday_name(day: date) -> str:
    """Dutch name of the public holiday on a day, empty on an ordinary day."""
    return _holidays(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    """Monday to Friday, not a public holiday."""
    return day.weekday() < _SATURDAY and not holiday_name(day)


def add_working_days(day: date, count: int) -> date:
    """The working day that lies `count` working days after a day; with 0, the day itself or the next working day."""
    found = day
    while count > 0 or not is_working_day(found):
        if is_working_day(found := found + timedelta(days=1)):
            count -= 1
    return found


def local_day(at: datetime) -> date:
    """The day on the practice's wall calendar at an instant (aware)."""
    return at.astimezone(AMSTERDAM).date()


def instant(day: date, at: time) -> datetime:
    """The moment (UTC) at which the practice's clock says this on a day."""
    return datetime.combine(day, at, AMSTERDAM).astimezone(UTC)


def why_shut(day: date, site_id: str, closures: Iterable[Closing]) -> str:
    """Why a site is shut on a day: the name of a public holiday or the reason of a closure; empty when it is open.

    Args:
        day: on the practice's wall calendar.
        site_id: the site; closures of another one are ignored, those of the whole pilot count.
        closures: any number of them, archived ones too.
    """
    return holiday_name(day) or why_closed(day, site_id, closures)


def why_closed(day: date, site_id: str, closures: Iterable[Closing]) -> str:
    """The same, whatever holiday it is."""
    ours = (one for one in closures if not one.archived and one.site_id in {"", site_id})
    return next((one.reason or SHUT for one in ours if one.first_day <= day <= one.last_day), "")


def half_days(
    office_hours: OfficeHours, closures: Iterable[Closing], until: date
) -> tuple[tuple[date, ...], tuple[Dropped, ...]]:
    """The days of a series, and those that fall away with why.

    Args:
        office_hours: says when it returns, see `gpconnect.domain.series`.
        closures: of this site, or of the whole pilot where `site_id` is empty; others are ignored.
        until: last day to plan, included; the series' own last day holds as well.

    Raises:
        KnownError: as `gpconnect.domain.series.read`.
    """
    ours = [one for one in closures if not one.archived and one.site_id in {"", office_hours.site_id}]
    dates: list[date] = []
    dropped: list[Dropped] = []
    for day in series.days(office_hours, until):
        closure = next((one for one in ours if one.first_day <= day <= one.last_day), None)
        if holiday_name(day):
            dropped.append(Dropped(day, "holiday", holiday_name(day)))
        elif closure is not None:
            dropped.append(Dropped(day, "closure", closure.reason))
        else:
            dates.append(day)
    return tuple(dates), tuple(dropped)


def parse_pattern(pattern: Sequence[str]) -> tuple[tuple[int, SlotKind], ...]:
    """Minutes and kind of each slot: ``"45"``, ``"20"``, or with ``w`` kept for walk-in.

    Raises:
        KnownError: ``schedule.pattern.empty``, ``schedule.pattern.wrong`` (entry), or ``schedule.pattern.too_long``
            (minutes, limit) beyond four hours.
    """
    if not pattern:
        raise KnownError("schedule.pattern.empty")
    slots: list[tuple[int, SlotKind]] = []
    for entry in pattern:
        found = _ENTRY.fullmatch(entry.strip().lower())
        if found is None:
            raise KnownError("schedule.pattern.wrong", entry=entry)
        slots.append((int(found[1]), SlotKind.WALK_IN if found[2] else SlotKind.REGULAR))
    minutes = sum(length for length, _ in slots)
    if minutes > HALF_DAY_MINUTES:
        raise KnownError("schedule.pattern.too_long", minutes=minutes, limit=HALF_DAY_MINUTES)
    return tuple(slots)


def capacity(pattern: Sequence[str]) -> Capacity:
    """What a half-day with this pattern can hold. Raises as `parse_pattern` does."""
    slots = parse_pattern(pattern)
    walk_in = sum(kind is SlotKind.WALK_IN for _, kind in slots)
    return Capacity(len(slots), walk_in, sum(minutes for minutes, _ in slots))


def end_of(start: time, pattern: Sequence[str], day: date | None = None) -> time:
    """Wall time at which the last slot ends, on a day; without one, on a day on which no clock changes.

    Raises:
        KnownError: as `parse_pattern`, or ``schedule.past_midnight``.
    """
    begin = instant(day or _ORDINARY, start)
    end = (begin + timedelta(minutes=capacity(pattern).minutes)).astimezone(AMSTERDAM)
    if end.date() != (day or _ORDINARY):
        raise KnownError("schedule.past_midnight")
    return end.time()


def check_session(session: HalfDaySession) -> None:
    """A half-day ends after it starts and lasts four hours at most, in minutes that really pass.

    Raises:
        KnownError: ``schedule.session.backwards``, or ``schedule.session.too_long`` (minutes, limit).
    """
    minutes = _minutes(session)
    if minutes <= 0:
        raise KnownError("schedule.session.backwards")
    if minutes > HALF_DAY_MINUTES:
        raise KnownError("schedule.session.too_long", minutes=minutes, limit=HALF_DAY_MINUTES)


def span(session: HalfDaySession) -> tuple[datetime, datetime]:
    """From when to when (UTC) a half-day is held.

    Of an hour that comes twice, when the clock goes back, the second is the end: slots run on through the first.
    """
    end = max(instant(session.day, session.end.replace(fold=fold)) for fold in (0, 1))
    return instant(session.day, session.start), end


def meet(one: HalfDaySession, other: HalfDaySession) -> bool:
    """Whether two half-days are held at the same time, if only for a minute."""
    (start, end), (since, until) = span(one), span(other)
    return start < until and since < end


def make_slots(session: HalfDaySession, pattern: Sequence[str]) -> tuple[PlannedSlot, ...]:
    """The slots of a half-day, one after the other, as UTC instants.

    Nine o'clock stays nine o'clock through both clock changes; within a half-day real minutes pass.

    Raises:
        KnownError: as `parse_pattern` and `check_session`, or ``schedule.slots_past_end`` (minutes) when the pattern
            is longer than the half-day.
    """
    check_session(session)
    parsed = parse_pattern(pattern)
    over = sum(minutes for minutes, _ in parsed) - _minutes(session)
    if over > 0:
        raise KnownError("schedule.slots_past_end", minutes=over)
    at = instant(session.day, session.start)
    slots: list[PlannedSlot] = []
    for minutes, kind in parsed:
        slots.append(PlannedSlot(at, minutes, kind))
        at += timedelta(minutes=minutes)
    return tuple(slots)


def is_holding(appointment: Appointment) -> bool:
    """Whether an appointment keeps others out of its slot: not when it was cancelled or lost the slot."""
    return (
        bool(appointment.slot_id)
        and appointment.status is not AppointmentStatus.CANCELLED
        and appointment.placement is not Placement.LOST
    )


def free_slots(
    slots: Iterable[Slot], appointments: Iterable[Appointment], now: datetime, minutes: int, *, walk_in: bool = False
) -> tuple[Slot, ...]:
    """Slots that can still be given away, earliest first.

    Args:
        slots: of any number of half-days.
        appointments: all that might hold one of them.
        now: aware; an ordinary slot must still begin, a walk-in slot must not be over.
        minutes: how long the talk takes; a longer slot will do.
        walk_in: true for the slots kept for walk-in, false for ordinary ones.
    """
    taken = {appointment.slot_id for appointment in appointments if is_holding(appointment)}
    wanted = SlotKind.WALK_IN if walk_in else SlotKind.REGULAR
    free = (slot for slot in slots if slot.kind is wanted and slot.minutes >= minutes and slot.id not in taken)
    still = (slot for slot in free if (_ends_at(slot) > now if walk_in else slot.starts_at > now))
    return tuple(sorted(still, key=lambda slot: (slot.starts_at, slot.id)))


def propose(
    slots: Iterable[Slot],
    appointments: Iterable[Appointment],
    now: datetime,
    minutes: int,
    *,
    walk_in: bool = False,
    most: int = PROPOSED,
) -> tuple[Slot, ...]:
    """The earliest free slot and its alternatives, at most four together."""
    return free_slots(slots, appointments, now, minutes, walk_in=walk_in)[:most]


def part_of_day(at: datetime) -> str:
    """``morning`` when it begins before noon on the practice's clock, otherwise ``afternoon``."""
    return "morning" if at.astimezone(AMSTERDAM).hour < _NOON else "afternoon"


def suits(entry: WaitingEntry, slot: Slot, worker_id: str) -> bool:
    """Whether a slot is long enough for a family, and on a day, a part of it and with a worker that they wish.

    Args:
        entry: who waits.
        slot: at the same site.
        worker_id: staff id of whoever sits there.
    """
    day = slot.starts_at.astimezone(AMSTERDAM).isoweekday()
    return (
        entry.site_id == slot.site_id
        and entry.minutes <= slot.minutes
        and (not entry.wish_days or day in entry.wish_days)
        and entry.wish_part in {"", part_of_day(slot.starts_at)}
        and entry.wish_worker in {"", worker_id}
    )


def place_in_line(entry: WaitingEntry) -> tuple[int, date, str]:
    """What the waiting list is sorted by: who goes first, then who waits longest."""
    return -entry.priority, entry.since, entry.id


def next_waiting(
    entries: Iterable[WaitingEntry],
    slot: Slot,
    standing: Collection[str] = (),
    worker_id: str = "",
    declined: Collection[tuple[str, str]] = (),
) -> WaitingEntry | None:
    """Who is asked first when a slot falls free: of those it suits who goes first, then who waits longest.

    Args:
        entries: who waits.
        slot: what fell free.
        standing: ids of offered slots that can still be given. An offer of another one counts for nothing: somebody
            else has it by now, it is past or its day is shut, and the family would wait for ever.
        worker_id: staff id of whoever sits there.
        declined: who said no to which slot, as ids of entry and slot: they are not asked for it again.
    """
    fitting = (
        entry
        for entry in entries
        if entry.ended_on is None and entry.offered_slot_id not in standing and suits(entry, slot, worker_id)
        if (entry.id, slot.id) not in declined
    )
    return min(fitting, key=place_in_line, default=None)


@cache
def _holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("NL", years=year, language="nl").items())


def _minutes(session: HalfDaySession) -> int:
    start, end = span(session)
    return int((end - start) / timedelta(minutes=1))


def _ends_at(slot: Slot) -> datetime:
    return slot.starts_at + timedelta(minutes=slot.minutes)
