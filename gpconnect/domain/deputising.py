"""Who holds a half-day while its worker is away: worked out from everybody who is away, never written down.

Written into a half-day, a deputy would stay there after another desk ended the absence, or be given back twice. Worked
out it is the same on every device that knows the same absences, in whatever order they were said or ended.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from gpconnect.domain.calendar import meet
from gpconnect.domain.schedule import Absence, HalfDaySession, SessionStatus


def owner_of(half_day: HalfDaySession) -> str:
    """Staff id of the worker for whom a half-day was planned, whoever holds it now."""
    return half_day.deputy_for or half_day.worker_id


def held_by(half_day: HalfDaySession, holder: str) -> HalfDaySession:
    """The half-day in the hands of this worker; empty for nobody, and then its own worker is away from it."""
    owner = owner_of(half_day)
    held = holder or owner
    return replace(half_day, worker_id=held, deputy_for="" if held == owner else owner)


def holders(half_days: Iterable[HalfDaySession], absences: Iterable[Absence]) -> dict[str, str]:
    """Who holds each half-day, by its id; empty where its worker is away and nobody takes over.

    A deputy who is away has a deputy in turn, and one who sits somewhere else then takes nothing over. Who has a
    half-day of their own keeps it, and of two that could be taken over the earlier goes first.

    Args:
        half_days: of one site on one day.
        absences: of the same; they count unless archived, whenever they are.
    """
    ordered = sorted(half_days, key=lambda one: (one.start, one.id))
    standing = [one for one in absences if not one.archived]
    away = {one.worker_id for one in standing}
    found = {one.id: owner_of(one) for one in ordered if one.status is SessionStatus.CANCELLED}
    found |= {one.id: owner_of(one) for one in ordered if owner_of(one) not in away}
    sitting = [one for one in ordered if one.id in found and one.status is not SessionStatus.CANCELLED]
    for one in ordered:
        if one.id not in found:
            busy = {found[other.id] for other in sitting if meet(one, other)}
            found[one.id] = next((name for name in stand_ins(owner_of(one), standing) if name not in busy), "")
            sitting.append(one)
    return found


def stand_ins(worker_id: str, absences: Sequence[Absence]) -> Iterator[str]:
    """Who does the work of somebody who is away, those that were named first before those who were named by them.

    Args:
        worker_id: staff id of who is away.
        absences: that stand on one day.
    """
    deputies: dict[str, list[str]] = {}
    for one in sorted(absences, key=lambda one: (one.first_day, one.last_day, one.deputy_id)):
        deputies.setdefault(one.worker_id, []).append(one.deputy_id)
    asked, seen = list(deputies.get(worker_id, ())), {worker_id, ""}
    for name in asked:
        if name not in seen:
            seen.add(name)
            if name in deputies:
                asked += deputies[name]
            else:
                yield name


def instead_of(deputy_id: str, absences: Iterable[Absence], day: date) -> frozenset[str]:
    """Staff ids of the workers whose work this person does on a day, at whatever site."""
    by_site: dict[str, list[Absence]] = {}
    for one in absences:
        if not one.archived and one.first_day <= day <= one.last_day:
            by_site.setdefault(one.site_id, []).append(one)
    return frozenset(
        one.worker_id for found in by_site.values() for one in found if deputy_id in stand_ins(one.worker_id, found)
    )


def changed(half_days: Iterable[HalfDaySession], held: Mapping[str, str]) -> list[HalfDaySession]:
    """The half-days that somebody else holds than stands in them, as they should be."""
    wanted = ((one, held_by(one, held[one.id])) for one in half_days)
    return [now for before, now in wanted if now != before]
