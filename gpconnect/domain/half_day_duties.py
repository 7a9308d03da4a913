"""What two desks made of half-days without having heard of each other, and that only a person can set right."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gpconnect.domain.duties import Duty, DutyKind
from gpconnect.domain.half_day import INSIDE, at_once, is_tangled
from gpconnect.domain.schedule import Appointment, HalfDaySession, Slot


def from_double(half_days: Iterable[HalfDaySession], booked: Mapping[str, int], today: date) -> list[Duty]:
    """One worker at two places: from the moment that is known, it is for today.

    It is about the one in which the fewest families are booked, because that is the one to call off; the other stays.

    Args:
        half_days: that take place.
        booked: how many families have a place in each, by id; none in those that are not in it.
        today: the day it is in Europe/Amsterdam.
    """
    found: dict[str, Duty] = {}
    for pair in at_once(half_days):
        stays, goes = sorted(pair, key=lambda one: (-booked.get(one.id, 0), one.start, one.id))
        params = {
            "day": goes.day.isoformat(),
            "start": f"{goes.start:%H:%M}",
            "stays_at": f"{stays.start:%H:%M}",
            "stays_in": stays.site_id,
            "booked": str(booked.get(goes.id, 0)),
            "worker": goes.worker_id,
        }
        found.setdefault(goes.id, Duty(DutyKind.HALF_DAYS_AT_ONCE, goes.id, today, "", goes.site_id, params))
    return list(found.values())


def from_slots(half_days: Iterable[HalfDaySession], slots: Mapping[str, Sequence[Slot]], today: date) -> list[Duty]:
    """A half-day in which two families could have one minute is laid out anew today.

    Args:
        half_days: that take place.
        slots: of each, by its id.
        today: the day it is in Europe/Amsterdam.
    """
    return [
        Duty(
            DutyKind.SLOTS_TANGLED,
            one.id,
            today,
            "",
            one.site_id,
            {"day": one.day.isoformat(), "start": f"{one.start:%H:%M}", "worker": one.worker_id},
        )
        for one in half_days
        if is_tangled(one, slots.get(one.id, ()))
    ]


def from_closed(visits: Iterable[tuple[Appointment, date]]) -> list[Duty]:
    """A child who is inside while another desk closed the half-day: nobody ended the visit.

    Args:
        visits: in half-days that were closed, or in no slot where none is open any more; with their day.
    """
    return [
        Duty(DutyKind.VISIT_UNFINISHED, one.id, day, one.person_id, one.site_id)
        for one, day in visits
        if one.status in INSIDE
    ]
