"""Invented weeks, so that what is drawn can be tried without a file."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from gpconnect.domain.calendar import AMSTERDAM
from gpconnect.domain.schedule import AppointmentStatus, Placement, SessionStatus, SlotKind
from gpconnect.services.half_day_views import HalfDayView, SlotView
from gpconnect.services.schedule import DayView, SiteOption, SiteWeek, WeeksView

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
"""Tuesday, 09:52 in Zaltbommel."""
TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)


def half_day(
    name: str,
    day: date,
    start: time = time(9),
    pattern: Sequence[int | str] = (45, 45, "20w", 45),
    *,
    worker: str = "Sanne de Vries",
    status: SessionStatus = SessionStatus.OPEN,
) -> HalfDayView:
    """A half-day; a slot is so many minutes, with a w kept for walk-in, with a name behind it taken."""
    at = datetime.combine(day, start, AMSTERDAM).astimezone(UTC)
    slots = []
    for place, words in enumerate(pattern):
        length, _, who = str(words).partition(" ")
        minutes, kind = int(length.rstrip("w")), SlotKind.WALK_IN if length.endswith("w") else SlotKind.REGULAR
        slot = SlotView(f"{name}{place}", at, minutes, kind)
        if who:
            slot = SlotView(
                slot.slot_id,
                at,
                minutes,
                kind,
                appointment_id=f"booking-{name}{place}",
                name=who,
                age=12,
                status=AppointmentStatus.BOOKED,
                placement=Placement.CONFIRMED,
            )
        slots.append(slot)
        at += timedelta(minutes=minutes)
    free = [one.kind for one in slots if one.can_be_taken(NOW)]
    end = at.astimezone(AMSTERDAM).time()
    regular, walk_in = free.count(SlotKind.REGULAR), free.count(SlotKind.WALK_IN)
    return HalfDayView(name, worker, start, end, "", status, tuple(slots), regular, walk_in)


def week(name: str, *half_days: tuple[int, HalfDayView], closed: dict[int, str] | None = None) -> SiteWeek:
    """A site's week; each half-day with the day it is on, Monday is 0."""
    days = [
        DayView(
            MONDAY + timedelta(days=day),
            tuple(one for on, one in half_days if on == day),
            (closed or {}).get(day, ""),
        )
        for day in range(7)
        if day < 5 or any(on == day for on, _ in half_days)
    ]
    return SiteWeek(SiteOption(name.lower(), name), tuple(days))


def weeks(*sites: SiteWeek) -> WeeksView:
    """These sites beside each other."""
    return WeeksView(MONDAY, sites)


def crowded(sites: int, half_days: int = 4, pattern: Sequence[int | str] = ("45 Noor", 45, 20, "20w", 45)) -> WeeksView:
    """Many sites, each with a half-day on so many days."""
    made = []
    for number in range(sites):
        days = [
            (day, half_day(f"{number:02d}-{day}-", MONDAY + timedelta(days=day), pattern=pattern))
            for day in range(half_days)
        ]
        made.append(week(f"Praktijk {number:02d}", *days))
    return weeks(*made)


TWO_SITES = weeks(
    week(
        "De Waluwe",
        (1, half_day("a", TUESDAY, pattern=(45, "45 Emma de Graaf", "20w", 45))),
        (1, half_day("b", TUESDAY, worker="Joris Maas")),
        (1, half_day("c", TUESDAY, time(13), (45,), worker="Joris Maas")),
        (3, half_day("d", THURSDAY)),
        closed={0: "studiedag"},
    ),
    week("Het Tolhuis", (1, half_day("e", TUESDAY)), closed={4: "verbouwing"}),
)
ONE_SITE = weeks(TWO_SITES.sites[0])
